#include "cli/options.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <thread>

#include "cli/input.h"
#include "cli/output.h"
#include "newsdigest/format.h"
#include "newsdigest/version.h"

namespace newsdigest::cli {
namespace {

constexpr int kUsage = 2;

// The options as typed.
struct Typed {
  std::string format = "auto", color = "auto", width = "auto";
  std::vector<std::string> with, only, require;
  int jobs = 0;
  std::string check_rules;
  bool version = false, schema = false, list_types = false;
};

void Print(std::string_view text) { WriteAll(STDOUT_FILENO, text); }

int Usage(std::string_view what) {
  Complain("", what);
  return kUsage;
}

bool IsSet(const char* name) {
  const char* value = std::getenv(name);
  return value && *value;
}

bool UseColor(const std::string& typed) {
  if (typed != "auto") return typed == "always";
  if (IsSet("NO_COLOR")) return false;
  if (IsSet("CLICOLOR_FORCE") &&
      std::string_view(std::getenv("CLICOLOR_FORCE")) != "0") {
    return true;
  }
  const char* term = std::getenv("TERM");
  return isatty(STDOUT_FILENO) && term && std::string_view(term) != "dumb";
}

int TerminalWidth() {
  winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return size.ws_col;
  }
  return 80;
}

bool ResolveTypes(const std::vector<std::string>& names, Options& options,
                  std::string& bad) {
  for (const std::string& name : names) {
    bool found = false;
    for (int i = 0; i < kClaimTypes; ++i) {
      if (name == Name(static_cast<ClaimType>(i))) {
        options.only.push_back(static_cast<ClaimType>(i));
        found = true;
      }
    }
    if (!found) {
      bad = name;
      return false;
    }
  }
  return true;
}

// From what was typed to what is done; an exit status, or -1 to go on.
int Resolve(const Typed& typed, Options& options) {
  for (const std::string& item : typed.with) {
    if (item == "text") options.with_text = true;
    if (item == "sentences") options.with_sentences = true;
    if (item == "tokens") options.with_tokens = true;
  }
  std::string bad;
  if (!ResolveTypes(typed.only, options, bad)) {
    return Usage("--only: no claim type '" + bad +
                 "'; --list-types names them");
  }
  for (const std::string& gate : typed.require) {
    std::string error;
    auto parsed = Gate::Parse(gate, error);
    if (!parsed) return Usage("--require: " + error);
    options.gates.push_back(std::move(*parsed));
  }
  options.many = MayBeMany(options.paths, {options.from});
  options.to_folder = options.output.ends_with('/') || IsFolder(options.output);
  if (options.to_folder && (options.explain_line > 0 || options.gaps)) {
    return Usage("--explain and --gaps write one report; -o names a folder");
  }
  unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  options.jobs = typed.jobs > 0 ? typed.jobs : static_cast<int>(cores);
  bool terminal = isatty(STDOUT_FILENO) && options.output.empty();
  if (typed.format != "auto") {
    options.format = typed.format;
  } else if (terminal) {
    options.format = "table";
  } else {
    options.format = options.many && !options.to_folder ? "jsonl" : "json";
    options.own_format = true;
  }
  options.color = UseColor(typed.color);
  options.width = typed.width == "auto" ? (terminal ? TerminalWidth() : 0)
                                        : std::atoi(typed.width.c_str());
  return -1;
}

void Declare(CLI::App& app, Typed& typed, Options& options) {
  app.add_option("PATH", options.paths,
                 "a file, a folder (recursive), or - for standard input");
  app.add_option("-f,--format", typed.format,
                 "auto: table on a terminal; else json for one article, "
                 "jsonl for many")
      ->check(CLI::IsMember(
          {"auto", "table", "json", "jsonl", "csv", "markdown", "github"}));
  app.add_option("-o,--output", options.output,
                 "write to a file, or a file for each input under a folder "
                 "(one that is there, or ends in /); each whole or not at all")
      ->type_name("FILE|FOLDER/");
  app.add_option("-j,--jobs", typed.jobs, "threads; 0: as many as cores")
      ->type_name("N")
      ->check(CLI::Range(0, 256));
  app.add_option("--require", typed.require,
                 "exit 1 unless it holds: 'claims>=1', "
                 "'acquisition.amount>=1e9', 'each warnings==0'")
      ->allow_extra_args(false)
      ->type_name("GATE");
  app.add_option("--from", options.from, "what the input is")
      ->check(CLI::IsMember({"auto", "text", "markdown", "jsonl"}));
  app.add_option("--with", typed.with,
                 "add to the JSON: text, sentences, tokens")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"text", "sentences", "tokens"}));
  app.add_option("--only", typed.only, "claims of these types alone")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("TYPE,...");
  app.add_option("--date", options.date,
                 "publication date (YYYY-MM-DD) where the article tells none")
      ->type_name("DATE");
  app.add_option("--companies", options.companies,
                 "companies of your own: CSV, TSV or JSON with name, ticker, "
                 "exchange, aliases, forbidden")
      ->type_name("FILE");
  app.add_option("--rules", options.rules,
                 "frames of your own, in TOML as in data/frames")
      ->type_name("FILE");
  app.add_option("--check-rules", typed.check_rules,
                 "run the match and nomatch sentences of a file of frames")
      ->type_name("FILE");
  app.add_flag("!--no-known-companies", options.known_companies,
               "leave the program's own companies out (for measuring)")
      ->group("");
  app.add_option("--explain", options.explain_line,
                 "show how the sentences of LINE were read")
      ->type_name("LINE")
      ->check(CLI::Range(1, 1'000'000'000));
  app.add_flag("--gaps", options.gaps,
               "instead of digests: the verbs and nouns that tell of a name "
               "and a figure and that no frame matched");
  app.add_option("--color", typed.color, "color of tables")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  app.add_option("--width", typed.width, "columns of tables; 0: never cut")
      ->type_name("N")
      ->check(CLI::IsMember({"auto"}) | CLI::NonNegativeNumber);
  app.add_flag("-q,--quiet", options.quiet, "no messages but errors");
  app.add_flag("-v,--verbose", options.verbose,
               "a message for each article, and a sum at the end");
  app.add_flag("--schema", typed.schema, "print the JSON Schema of a digest");
  app.add_flag("--list-types", typed.list_types, "print the claim types");
  app.add_flag("--version", typed.version, "print the version");
}

// --version, --schema and --list-types print and end.
bool Answer(const Typed& typed) {
  if (typed.version) {
    Print(std::string("newsdigest ") + kVersion + "\n");
    return true;
  }
  if (typed.schema) {
    Print(DigestSchema());
    return true;
  }
  if (!typed.list_types) return false;
  std::string names;
  for (int i = 0; i < kClaimTypes; ++i) {
    names += Name(static_cast<ClaimType>(i));
    names += '\n';
  }
  Print(names);
  return true;
}

}  // namespace

Next ParseOptions(int argc, char** argv, Options& options, int& status) {
  Typed typed;
  CLI::App app(
      "Reads news articles and tells who did what, to whom, for how "
      "much, when, and who says so.",
      "newsdigest");
  Declare(app, typed, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    Print(app.help());
    status = 0;
    return Next::kExit;
  } catch (const CLI::ParseError& error) {
    status = Usage(std::string(error.what()) + "; try --help");
    return Next::kExit;
  }
  status = 0;
  if (Answer(typed)) return Next::kExit;
  if (!typed.check_rules.empty()) {
    options.rules = typed.check_rules;
    options.check_rules = true;
    status = 0;
    return Next::kRun;
  }
  if (options.paths.empty()) {
    if (isatty(STDIN_FILENO)) {
      Print(
          "usage: newsdigest [OPTIONS] [PATH...]\n"
          "Reads articles and tells who did what. --help shows more.\n");
      return Next::kExit;
    }
    options.paths = {"-"};
  }
  if (!options.date.empty()) {
    bool fits = options.date.size() >= 10 && options.date[4] == '-' &&
                options.date[7] == '-';
    if (!fits) {
      status = Usage("--date: '" + options.date +
                     "' is no date; expected YYYY-MM-DD");
      return Next::kExit;
    }
  }
  status = Resolve(typed, options);
  return status < 0 ? Next::kRun : Next::kExit;
}

}  // namespace newsdigest::cli
