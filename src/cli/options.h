// The command line, as typed and as resolved.
#ifndef NEWSDIGEST_CLI_OPTIONS_H_
#define NEWSDIGEST_CLI_OPTIONS_H_

#include <string>
#include <vector>

#include "cli/gates.h"
#include "newsdigest/digest.h"

namespace newsdigest::cli {

struct Options {
  std::vector<std::string> paths;  // "-" is standard input
  std::string format;              // json, jsonl, table, csv, markdown, github
  bool own_format = false;         // the format was not named
  bool many = false;               // json: an array, one digest an item
  std::string output;              // empty: standard output
  bool to_folder = false;          // `output` is a folder
  int jobs = 1;                    // threads
  std::vector<Gate> gates;
  std::string from = "auto";
  std::string date;
  std::string companies;     // a file; empty: none
  std::string rules;         // a file; empty: none
  bool check_rules = false;  // run its sentences, nothing else
  bool known_companies = true;
  bool with_text = false, with_sentences = false, with_tokens = false;
  std::vector<ClaimType> only;  // empty: all
  int explain_line = 0;         // 0: no
  bool gaps = false;            // a report of gaps instead of digests
  bool color = false;
  int width = 80;  // 0: do not cut
  bool quiet = false, verbose = false;
};

enum class Next { kRun, kExit };

// Parses the command line. kExit: help, version or an error was printed and
// `status` is the exit status.
Next ParseOptions(int argc, char** argv, Options& options, int& status);

}  // namespace newsdigest::cli

#endif  // NEWSDIGEST_CLI_OPTIONS_H_
