// The lines of a text: blanks, marks of lists and headings, hard wrapping.
#ifndef NEWSDIGEST_READER_LINES_H_
#define NEWSDIGEST_READER_LINES_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "newsdigest/span.h"

namespace newsdigest {

struct Line {
  Span raw;               // with its blanks
  Span text;              // trimmed; empty for a blank line
  uint32_t mark = 0;      // bytes of a list mark at the start of `text`
  bool numbered = false;  // "1. ", "2) "
  int hashes = 0;         // of a Markdown heading
  uint32_t indent = 0;
};

// The lines of `text` from byte `from` on.
std::vector<Line> SplitLines(std::string_view text, uint32_t from,
                             bool markdown);

bool IsBlank(char c);
// Without the blanks of any kind at both ends.
Span Trim(std::string_view text, Span span);
bool EndsSentence(std::string_view s);
bool StartsLower(std::string_view s);
// Lines of even length that mostly break inside sentences were wrapped by a
// program.
bool IsHardWrapped(std::string_view text, const std::vector<Line>& lines);

}  // namespace newsdigest

#endif  // NEWSDIGEST_READER_LINES_H_
