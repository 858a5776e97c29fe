// newsdigest: reads articles, writes digests.
#include <fmt/format.h>
#include <malloc.h>
#include <unistd.h>

#include <csignal>
#include <memory>

#include "cli/input.h"
#include "cli/options.h"
#include "cli/ordered_map.h"
#include "cli/outlet.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/worker.h"
#include "newsdigest/format.h"
#include "newsdigest/gaps.h"
#include "newsdigest/rules.h"

namespace newsdigest::cli {
namespace {

constexpr uint64_t kMostMessages = 1000;  // on inputs that were not read
constexpr int kMostGaps = 40;   // words of a kind in a report
constexpr int kGateStatus = 1;  // a gate or a check failed
constexpr int kUsageStatus = 2;
constexpr int kInputStatus = 3;
constexpr int kOutputStatus = 4;

// What is larger goes back to the system when it is freed. glibc would raise
// the bound with every large table that is freed and keep them all.
constexpr int kLargeBytes = 1 << 20;

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
  return wrong.empty() ? 0 : kGateStatus;
}

// The tallies of all gates over the run, and what to say of them.
class GateKeeper {
 public:
  explicit GateKeeper(const std::vector<Gate>& gates)
      : gates_(gates), totals_(gates.size()) {}

  // The gates that this article fails, as messages.
  void Add(const Delivery& delivery, std::vector<std::string>& failed) {
    for (size_t i = 0; i < gates_.size(); ++i) {
      const Gate::Tally& tally = delivery.tallies[i];
      bool judged = gates_[i].each() &&
                    (delivery.error.empty() || gates_[i].counts_errors());
      if (judged && !gates_[i].Holds(tally)) {
        failed.push_back(Message(gates_[i], tally));
      }
      totals_[i] = gates_[i].Plus(totals_[i], tally);
    }
  }

  // The gates that the run fails.
  std::vector<std::string> Failed() const {
    std::vector<std::string> failed;
    for (size_t i = 0; i < gates_.size(); ++i) {
      if (gates_[i].each() || gates_[i].Holds(totals_[i])) continue;
      failed.push_back(Message(gates_[i], totals_[i]));
    }
    return failed;
  }

 private:
  static std::string Message(const Gate& gate, const Gate::Tally& tally) {
    return "--require: " + gate.text() + ": " + gate.Shown(tally);
  }

  const std::vector<Gate>& gates_;
  std::vector<Gate::Tally> totals_;
};

// Digests of all inputs, in their order.
class Run {
 public:
  Run(const Options& options, const CompanyList* companies, const Rules* rules)
      : options_(options),
        companies_(companies),
        rules_(rules),
        outlet_(Outlet::For(options)),
        gates_(options.gates),
        progress_(!options.quiet) {}

  int Execute() {
    std::string error;
    if (!Check(outlet_->Open(error), error)) return status_;
    auto files =
        std::make_shared<std::vector<InputFile>>(ListInputs(options_.paths));
    // A file of lines holds any number of articles.
    total_ = files->size() > 1 ? files->size() : 0;
    auto read = [files, from = InputOptions{options_.from}](const Take& take) {
      ReadInputs(*files, from, take);
    };
    auto deliver = [this](Delivery&& delivery) { return Put(delivery); };
    bool one = files->size() == 1 && !options_.many && (*files)[0].path != "-";
    if (options_.jobs == 1 || one) {
      Worker worker(options_, companies_, rules_, options_.gates);
      read([&](Record&& record) {
        bool begun = false;
        auto write = [&](const Delivery& delivery, std::string&& piece) {
          Write(delivery, piece, begun);
        };
        return deliver(worker.Make(std::move(record), write));
      });
    } else {
      using Map = OrderedMap<Record, Delivery>;
      std::vector<Map::Work> works;
      for (int i = 0; i < options_.jobs; ++i) {
        auto worker = std::make_shared<Worker>(options_, companies_, rules_,
                                               options_.gates);
        works.push_back([worker](Record&& record) {
          return worker->Make(std::move(record));
        });
      }
      Map::Run(read, std::move(works), deliver);
    }
    progress_.Clear();
    if (errors_ > kMostMessages) {
      Say("", fmt::format("{} more were not read",
                          errors_ - kMostMessages));
    }
    for (const std::string& message : gates_.Failed()) Fail({}, message);
    if (!stopped_) Check(outlet_->Close(error), error);
    if (status_ == 0 && gate_failed_) status_ = kGateStatus;
    if (options_.verbose) Conclude();
    return status_;
  }

 private:
  bool Put(const Delivery& delivery) {
    if (!delivery.error.empty()) {
      std::string where =
          delivery.path.empty() ? "standard input" : delivery.path;
      if (delivery.line > 0) where += ":" + std::to_string(delivery.line);
      if (++errors_ <= kMostMessages) Say(where, delivery.error);
      if (status_ != kOutputStatus) status_ = kInputStatus;
    }
    std::vector<std::string> failed;
    gates_.Add(delivery, failed);
    for (const std::string& message : failed) Fail(delivery, message);
    claims_ += delivery.claims;
    if (options_.verbose && delivery.error.empty()) {
      Say(delivery.path, std::to_string(delivery.claims) + " claims, " +
                             std::to_string(delivery.warnings) + " warnings");
    }
    bool begun = false;
    for (const std::string& piece : delivery.pieces) {
      Write(delivery, piece, begun);
    }
    progress_.Step(delivery.path, total_);
    return !stopped_;
  }

  // A piece of a delivery, `begun` or not yet.
  void Write(const Delivery& delivery, const std::string& piece, bool& begun) {
    std::string error;
    if (!begun && !stopped_) Check(outlet_->Begin(delivery, error), error);
    begun = true;
    if (!stopped_) Check(outlet_->Write(piece, error), error);
  }

  // A gate that the article, or the run, failed.
  void Fail(const Delivery& delivery, const std::string& message) {
    Say(delivery.path, message);
    gate_failed_ = true;
    bool nowhere = options_.to_folder && delivery.relative.empty();
    if (options_.format != "github" || stopped_ || nowhere) return;
    Delivery annotation;
    annotation.relative = delivery.relative;
    std::string text;
    AppendAnnotation("error", delivery.path, "", "gate", message, text);
    bool begun = false;
    Write(annotation, text, begun);
  }

  void Conclude() {
    Say("",
        fmt::format("{} articles, {} claims, {} not read, {:.1f} s",
                    progress_.done(), claims_, errors_, progress_.seconds()));
  }

  // False where the run ends.
  bool Check(WriteResult result, const std::string& error) {
    if (result == WriteResult::kDone) return true;
    stopped_ = true;
    if (result == WriteResult::kFailed) {
      Say("", error);
      status_ = kOutputStatus;
    }
    return false;
  }

  void Say(std::string_view where, std::string_view what) {
    progress_.Clear();
    Complain(where, what);
  }

  const Options& options_;
  const CompanyList* companies_;
  const Rules* rules_;
  std::unique_ptr<Outlet> outlet_;
  GateKeeper gates_;
  Progress progress_;
  uint64_t total_ = 0, claims_ = 0, errors_ = 0;
  bool stopped_ = false, gate_failed_ = false;
  int status_ = 0;
};

// "--explain" and "--gaps": a report instead of digests.
int Report(const Options& options, const CompanyList* companies,
           const Rules* rules) {
  Worker worker(options, companies, rules, options.gates);
  std::unique_ptr<Outlet> outlet = Outlet::For(options);
  GapReport gaps;
  int status = 0;
  std::string error;
  auto put = [&](std::string text) {
    WriteResult result = outlet->Write(text, error);
    if (result == WriteResult::kFailed) status = kOutputStatus;
    return result == WriteResult::kDone;
  };
  if (outlet->Open(error) == WriteResult::kFailed) {
    Complain("", error);
    return kOutputStatus;
  }
  ReadInputs(ListInputs(options.paths), {options.from}, [&](Record&& record) {
    record.article.path = ValidUtf8(record.article.path);
    if (!record.error.empty()) {
      Complain(record.article.path, record.error);
      status = kInputStatus;
      return true;
    }
    if (options.gaps) {
      gaps.Add(worker.analyzer().Analyze(record.article));
      return true;
    }
    std::string text =
        worker.analyzer().Explain(record.article, options.explain_line);
    if (text.empty() && !options.quiet) {
      Complain(record.article.path, "line " +
                                        std::to_string(options.explain_line) +
                                        " holds no sentence");
    }
    return put(std::move(text));
  });
  if (options.gaps && status != kOutputStatus) put(gaps.Text(kMostGaps));
  if (status != kOutputStatus && outlet->Close(error) == WriteResult::kFailed) {
    status = kOutputStatus;
  }
  if (status == kOutputStatus) Complain("", error);
  return status;
}

}  // namespace
}  // namespace newsdigest::cli

int main(int argc, char** argv) {
  using namespace newsdigest::cli;
  std::signal(SIGPIPE, SIG_IGN);
  mallopt(M_MMAP_THRESHOLD, kLargeBytes);
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
    const newsdigest::CompanyList* own = companies ? &*companies : nullptr;
    const newsdigest::Rules* frames = rules ? &*rules : nullptr;
    bool report = options.explain_line > 0 || options.gaps;
    if (report) return Report(options, own, frames);
    return Run(options, own, frames).Execute();
  } catch (const std::bad_alloc&) {
    Complain("", "out of memory");
    return 4;
  }
}
