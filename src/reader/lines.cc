#include "reader/lines.h"

#include <algorithm>
#include <cctype>
#include <cstring>

namespace newsdigest {

bool IsBlank(char c) { return c == ' ' || (c >= 9 && c <= 13); }

// Where a blank of any kind ends that starts at `at`; `at` where none does.
static uint32_t SkipBlank(std::string_view text, uint32_t at) {
  auto byte = [&](uint32_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  if (at < text.size() && IsBlank(text[at])) return at + 1;
  if (byte(at) == 0xC2 && byte(at + 1) == 0xA0) return at + 2;
  if (byte(at) == 0xE2 && byte(at + 1) == 0x80 &&
      (byte(at + 2) <= 0x8D || byte(at + 2) == 0xAF)) {
    return at + 3;
  }
  if (byte(at) == 0xEF && byte(at + 1) == 0xBB && byte(at + 2) == 0xBF) {
    return at + 3;
  }
  return at;
}

Span Trim(std::string_view text, Span span) {
  while (span.start < span.end) {
    uint32_t next = SkipBlank(text, span.start);
    if (next == span.start) break;
    span.start = std::min(next, span.end);
  }
  while (span.end > span.start) {
    if (IsBlank(text[span.end - 1])) {
      --span.end;
    } else if (span.end - span.start >= 2 &&
               SkipBlank(text, span.end - 2) == span.end) {
      span.end -= 2;
    } else if (span.end - span.start >= 3 &&
               SkipBlank(text, span.end - 3) == span.end) {
      span.end -= 3;
    } else {
      break;
    }
  }
  return span;
}

// Bytes of a list mark and the blanks after it: "- ", "* ", "• ".
static uint32_t ListMark(std::string_view line) {
  static constexpr std::string_view kMarks[] = {"- ", "* ", "+ ", "• ",  "‣ ",
                                                "◦ ", "▪ ", "· ", "– ",  "— ",
                                                "•",  "●",  "■ ", "-\t", "*\t"};
  for (std::string_view mark : kMarks) {
    if (!line.starts_with(mark)) continue;
    auto size = static_cast<uint32_t>(mark.size());
    while (size < line.size() && IsBlank(line[size])) ++size;
    return size < line.size() ? size : 0;
  }
  return 0;
}

// "1. ", "2) ", "3.) ": a numbered item or heading; the number stays with it.
static bool IsNumbered(std::string_view line) {
  size_t at = 0;
  while (at < line.size() && at < 2 &&
         std::isdigit(static_cast<unsigned char>(line[at]))) {
    ++at;
  }
  size_t marks = at;
  while (marks < line.size() && (line[marks] == '.' || line[marks] == ')')) {
    ++marks;
  }
  return at > 0 && marks > at && marks + 1 < line.size() && line[marks] == ' ';
}

std::vector<Line> SplitLines(std::string_view text, uint32_t from,
                             bool markdown) {
  std::vector<Line> lines;
  auto size = static_cast<uint32_t>(text.size());
  bool returns = text.find('\r') != text.npos;
  for (uint32_t at = from; at < size;) {
    size_t mark =
        returns ? text.find_first_of("\r\n", at) : text.find('\n', at);
    auto end = static_cast<uint32_t>(std::min<size_t>(mark, size));
    Line line;
    line.raw = {at, end};
    line.text = Trim(text, line.raw);
    line.indent = line.text.start - at;
    std::string_view body = Slice(text, line.text);
    uint32_t hashes = 0;
    while (hashes < body.size() && hashes < 7 && body[hashes] == '#') {
      ++hashes;
    }
    if (hashes > 0 && hashes < 7 && hashes < body.size() &&
        (body[hashes] == ' ' || markdown)) {
      line.hashes = static_cast<int>(hashes);
      line.text.start += hashes;
      line.text = Trim(text, line.text);
    } else {
      line.mark = ListMark(body);
      if (line.mark > 0 && IsNumbered(body.substr(line.mark))) line.mark = 0;
      line.numbered = line.mark == 0 && IsNumbered(body);
    }
    lines.push_back(line);
    at = end;
    if (at < size && text[at] == '\r') ++at;
    if (at < size && text[at] == '\n' && (at == end || text[at - 1] == '\r')) {
      ++at;
    }
  }
  return lines;
}

bool EndsSentence(std::string_view s) {
  while (!s.empty() && (std::strchr("\"')]*_", s.back()) ||
                        static_cast<unsigned char>(s.back()) >= 0x80)) {
    if (s.ends_with("…") || s.ends_with("。")) return true;
    s.remove_suffix(1);
  }
  return !s.empty() && std::strchr(".!?:;", s.back()) != nullptr;
}

bool StartsLower(std::string_view s) {
  return !s.empty() && std::islower(static_cast<unsigned char>(s[0]));
}

// Lines of even length that mostly break inside sentences were wrapped by a
// program.
bool IsHardWrapped(std::string_view text, const std::vector<Line>& lines) {
  size_t broken = 0;
  size_t full = 0;
  size_t total = 0;
  uint32_t longest = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].text.empty()) continue;
    longest = std::max(longest, lines[i].text.size());
    ++total;
    if (lines[i + 1].text.empty()) continue;
    ++full;
    broken +=
        !EndsSentence(Slice(text, lines[i].text)) && lines[i].text.size() > 30;
  }
  return total > 4 && longest <= 110 && full * 2 > total &&
         broken * 10 > full * 6;
}

}  // namespace newsdigest
