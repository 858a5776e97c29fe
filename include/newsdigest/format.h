// A digest as bytes.
#ifndef NEWSDIGEST_FORMAT_H_
#define NEWSDIGEST_FORMAT_H_

#include <functional>
#include <string>
#include <string_view>

#include "newsdigest/digest.h"

namespace newsdigest {

struct JsonOptions {
  bool pretty = false;  // two blanks a level; else one line
  bool with_text = false;
  bool with_sentences = false;
  bool with_tokens = false;
};

// Appends the digest as one JSON object (strict I-JSON, ASCII controls,
// bidirectional marks and line separators escaped) and a line feed.
void AppendJson(const Digest& digest, const JsonOptions& options,
                std::string& out);

// The same in pieces, for digests that are too large to be held at once.
void WriteJson(const Digest& digest, const JsonOptions& options,
               const std::function<void(std::string&& piece)>& sink);

// Appends the record that stands for an article that could not be read.
void AppendErrorJson(const Source& source, std::string_view code,
                     std::string_view message, bool pretty, std::string& out);

struct TableOptions {
  int width = 80;  // columns; 0: as wide as the content needs
  bool color = false;
};

// Appends what a person reads at a terminal. No control character of the
// article comes through.
void AppendTable(const Digest& digest, const TableOptions& options,
                 std::string& out);

// Appends the line of column names, and a row for each claim: RFC 4180 but for
// the bare line feed at the end of a row. Text that a spreadsheet would take
// for a formula has a "'" before it; figures are plain numbers with their unit
// beside them, ranges "LOW..HIGH".
void AppendCsvHead(std::string& out);
void AppendCsv(const Digest& digest, std::string& out);

// Appends a digest to paste into an issue or a report: title, summary, claims.
// What the article holds of Markdown or HTML is escaped.
void AppendMarkdown(const Digest& digest, std::string& out);

// Appends annotations of a GitHub workflow: a notice for each claim, a warning
// for each warning.
void AppendGithub(const Digest& digest, std::string& out);
// One annotation. `kind`: notice, warning, error. `file`, `line`: "" for none.
void AppendAnnotation(std::string_view kind, std::string_view file,
                      std::string_view line, std::string_view title,
                      std::string_view text, std::string& out);

// The JSON Schema (2020-12) of a digest.
std::string_view DigestSchema();

}  // namespace newsdigest

#endif  // NEWSDIGEST_FORMAT_H_
