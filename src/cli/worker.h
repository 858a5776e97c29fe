// One article, start to end: what is to be written of it. One worker a thread.
#ifndef NEWSDIGEST_CLI_WORKER_H_
#define NEWSDIGEST_CLI_WORKER_H_

#include <functional>
#include <string>
#include <vector>

#include "cli/gates.h"
#include "cli/input.h"
#include "cli/options.h"
#include "newsdigest/analyzer.h"

namespace newsdigest::cli {

struct Delivery {
  std::string path;      // "" for standard input
  std::string relative;  // the path below the folder that was named
  uint64_t line = 0;     // of a JSON Lines file, else 0
  std::vector<std::string> pieces;  // the digest, or its error record
  std::string error;     // why there is no digest; "": there is one
  size_t claims = 0, warnings = 0;
  std::vector<Gate::Tally> tallies;  // for each gate
};

class Worker {
 public:
  // All of them outlive the worker. `companies`, `rules`: null for none.
  Worker(const Options& options, const CompanyList* companies,
         const Rules* rules, const std::vector<Gate>& gates);

  // Takes a piece of what is to be written, in place of Delivery::pieces.
  using Sink = std::function<void(const Delivery&, std::string&& piece)>;

  Delivery Make(Record&& record, const Sink& sink = {});

  Analyzer& analyzer() { return analyzer_; }

 private:
  using Put = std::function<void(std::string&& piece)>;

  void Format(const Digest& digest, bool line, const Put& put) const;
  bool Pretty(bool line) const;
  void Fail(const Record& record, Delivery& delivery, const Put& put) const;

  const Options& options_;
  const std::vector<Gate>& gates_;
  Analyzer analyzer_;
};

}  // namespace newsdigest::cli

#endif  // NEWSDIGEST_CLI_WORKER_H_
