// newsdigest: reads articles, writes digests.
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstring>

#include "cli/input.h"
#include "cli/options.h"
#include "cli/output.h"
#include "newsdigest/analyzer.h"
#include "newsdigest/format.h"
#include "newsdigest/gaps.h"
#include "newsdigest/rules.h"

namespace newsdigest::cli {
namespace {

constexpr int kMostGaps = 40;  // words of a kind in a report
constexpr int kCheckStatus = 1;
constexpr int kUsageStatus = 2;
constexpr int kInputStatus = 3;
constexpr int kOutputStatus = 4;

// Leaves the claims of the wanted types; the ids of the rest move up.
void KeepOnly(const std::vector<ClaimType>& only, Digest& digest) {
  if (only.empty()) return;
  std::vector<int> moved(digest.claims.size(), -1);
  std::vector<Claim> kept;
  for (size_t i = 0; i < digest.claims.size(); ++i) {
    if (std::find(only.begin(), only.end(), digest.claims[i].type) ==
        only.end()) {
      continue;
    }
    moved[i] = static_cast<int>(kept.size());
    kept.push_back(std::move(digest.claims[i]));
  }
  digest.claims = std::move(kept);
  auto renumber = [&](std::vector<int>& ids) {
    std::vector<int> out;
    for (int id : ids) {
      if (moved[id] >= 0) out.push_back(moved[id]);
    }
    ids = std::move(out);
  };
  for (Section& section : digest.sections) renumber(section.claims);
  for (SummaryItem& item : digest.summary) renumber(item.claims);
}

// The text of a file that an option names; false: a message was printed.
bool ReadNamed(const std::string& path, std::string& text) {
  std::string error;
  bool read = ReadWhole(path, text, error);
  if (!read) Complain(path, error);
  return read;
}

// The user's companies; false: a message was printed.
bool ReadCompanies(const std::string& path,
                   std::optional<CompanyList>& companies) {
  if (path.empty()) return true;
  std::string text;
  std::string error;
  if (!ReadNamed(path, text)) return false;
  companies = CompanyList::Parse(text, error);
  if (!companies)
    Complain(path + ":" + error.substr(0, error.find(": ")),
             error.substr(error.find(": ") + 2));
  return companies.has_value();
}

// The user's frames; false: a message was printed.
bool ReadRules(const std::string& path, std::optional<Rules>& rules) {
  if (path.empty()) return true;
  std::string text;
  std::string error;
  if (!ReadNamed(path, text)) return false;
  rules = Rules::Parse(text, path, error);
  if (!rules) Complain("", error);
  return rules.has_value();
}

// Runs the sentences of a file of frames; an exit status.
int CheckRules(const Rules& rules, bool quiet) {
  std::vector<std::string> wrong = rules.Check();
  for (const std::string& line : wrong) Complain("", line);
  if (!quiet) {
    int right = rules.examples() - static_cast<int>(wrong.size());
    WriteAll(STDOUT_FILENO, std::to_string(right) + " of " +
                                std::to_string(rules.examples()) +
                                " sentences do as they say\n");
  }
  return wrong.empty() ? 0 : kCheckStatus;
}

class Run {
 public:
  Run(const Options& options, const CompanyList* companies, const Rules* rules)
      : options_(options), analyzer_(Settings(options, companies, rules)) {}

  int Execute() {
    if (!options_.output.empty()) {
      std::string error;
      if (!file_.Open(error)) {
        Complain(options_.output, "cannot be written: " + error);
        return kOutputStatus;
      }
      target_ = file_.file();
    }
    bool digests = options_.explain_line == 0 && !options_.gaps;
    bool array = options_.format == "json" && options_.many && digests;
    separator_ = array ? "[\n" : "";
    ReadInputs(options_.paths, {options_.from},
               [this](Record&& record) { return Take(std::move(record)); });
    if (options_.gaps && status_ != kOutputStatus) {
      out_ = gaps_.Text(kMostGaps);
      WriteOut();
    }
    if (array && status_ != kOutputStatus) {
      out_ = separator_ == "[\n" ? "[]\n" : "]\n";
      WriteOut();
    }
    if (!options_.output.empty() && status_ != kOutputStatus) {
      std::string error;
      if (!file_.Commit(error)) {
        Complain(options_.output, "cannot be written: " + error);
        status_ = kOutputStatus;
      }
    }
    return status_;
  }

 private:
  static AnalyzerOptions Settings(const Options& options,
                                  const CompanyList* companies,
                                  const Rules* rules) {
    AnalyzerOptions settings;
    settings.date = options.date;
    settings.sentences = options.with_sentences;
    settings.tokens = options.with_tokens || options.gaps;
    settings.companies = companies;
    settings.known_companies = options.known_companies;
    settings.rules = rules;
    return settings;
  }

  bool Take(Record&& record) {
    out_ = separator_;
    if (!separator_.empty()) separator_ = ",\n";
    record.article.path = ValidUtf8(record.article.path);
    if (!record.error.empty()) {
      Fail(record);
    } else if (options_.gaps) {
      gaps_.Add(analyzer_.Analyze(record.article));
    } else if (options_.explain_line > 0) {
      out_ = analyzer_.Explain(record.article, options_.explain_line);
      if (out_.empty() && !options_.quiet) {
        Complain(record.article.path,
                 "line " + std::to_string(options_.explain_line) +
                     " holds no sentence");
      }
    } else {
      Format(record.article);
    }
    return WriteOut();
  }

  void Fail(const Record& record) {
    std::string where = record.article.path;
    if (record.line > 0) where += ":" + std::to_string(record.line);
    Complain(where, record.error);
    status_ = kInputStatus;
    bool digests = options_.explain_line == 0 && !options_.gaps;
    if (options_.format == "table" || !digests) return;
    Source source;
    source.path = record.article.path;
    source.id_json = record.article.id_json;
    AppendErrorJson(source, record.error_code, record.error,
                    options_.format == "json", out_);
  }

  void Format(const Article& article) {
    Digest digest = analyzer_.Analyze(article);
    KeepOnly(options_.only, digest);
    if (options_.format == "table") {
      if (count_++ > 0) out_ += '\n';
      AppendTable(digest, {options_.width, options_.color}, out_);
      return;
    }
    JsonOptions json;
    json.pretty = options_.format == "json";
    json.with_text = options_.with_text;
    json.with_sentences = options_.with_sentences;
    json.with_tokens = options_.with_tokens;
    AppendJson(digest, json, out_);
  }

  bool WriteOut() {
    WriteResult result = WriteAll(target_, out_);
    if (result == WriteResult::kDone) return true;
    if (result == WriteResult::kFailed) {
      Complain(options_.output.empty() ? "standard output" : options_.output,
               std::string("cannot be written: ") + std::strerror(errno));
      status_ = kOutputStatus;
    }
    return false;
  }

  const Options& options_;
  Analyzer analyzer_;
  GapReport gaps_;
  AtomicFile file_{options_.output};
  int target_ = STDOUT_FILENO;
  int status_ = 0;
  int count_ = 0;
  std::string separator_;  // before the next digest of an array
  std::string out_;
};

}  // namespace
}  // namespace newsdigest::cli

int main(int argc, char** argv) {
  using namespace newsdigest::cli;
  std::signal(SIGPIPE, SIG_IGN);
  Options options;
  int status = 0;
  try {
    if (ParseOptions(argc, argv, options, status) == Next::kExit) {
      return status;
    }
    std::optional<newsdigest::CompanyList> companies;
    if (!ReadCompanies(options.companies, companies)) return kUsageStatus;
    std::optional<newsdigest::Rules> rules;
    if (!ReadRules(options.rules, rules)) return kUsageStatus;
    if (options.check_rules) return CheckRules(*rules, options.quiet);
    return Run(options, companies ? &*companies : nullptr,
               rules ? &*rules : nullptr)
        .Execute();
  } catch (const std::bad_alloc&) {
    Complain("", "out of memory");
    return 4;
  }
}
