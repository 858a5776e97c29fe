#include "text/display.h"

#include <fmt/format.h>

#include <cstdint>

namespace newsdigest {
namespace {

// Code point at `at`, which moves past it. The text is valid UTF-8.
uint32_t Next(std::string_view s, size_t& at) {
  auto c = static_cast<unsigned char>(s[at]);
  int size = c < 0x80 ? 1 : c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
  uint32_t code = size == 1 ? c : c & (0xFFu >> (size + 1));
  for (int i = 1; i < size && at + i < s.size(); ++i) {
    code = code << 6 | (static_cast<unsigned char>(s[at + i]) & 63u);
  }
  at = std::min(s.size(), at + static_cast<size_t>(size));
  return code;
}

struct Range {
  uint32_t first, last;
};

// Combining marks and other characters of no width (Unicode 15, the blocks
// that text is likely to hold).
constexpr Range kNone[] = {
    {0x0300, 0x036F},  {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},
    {0x064B, 0x065F},  {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E},
    {0x1AB0, 0x1AFF},  {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x2060, 0x2064},
    {0x20D0, 0x20FF},  {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF},
    {0xE0100, 0xE01EF}};

// East Asian wide and emoji.
constexpr Range kWide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x23E9, 0x23EC},
    {0x2614, 0x2615},   {0x2648, 0x2653},   {0x26A1, 0x26A1},
    {0x26BD, 0x26BE},   {0x2705, 0x2705},   {0x274C, 0x274C},
    {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};

template <size_t N>
bool In(const Range (&ranges)[N], uint32_t code) {
  for (const Range& range : ranges) {
    if (code >= range.first && code <= range.last) return true;
  }
  return false;
}

int WidthOf(uint32_t code) {
  if (code < 0x300) return 1;
  if (In(kNone, code)) return 0;
  return In(kWide, code) ? 2 : 1;
}

bool IsBidi(uint32_t code) {
  return code == 0x61C || code == 0x200E || code == 0x200F ||
         (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

}  // namespace

int DisplayWidth(std::string_view text) {
  int width = 0;
  for (size_t at = 0; at < text.size();) width += WidthOf(Next(text, at));
  return width;
}

std::string Harmless(std::string_view text) {
  std::string out;
  bool blank = false;
  for (size_t at = 0; at < text.size();) {
    size_t start = at;
    uint32_t code = Next(text, at);
    bool space = code == ' ' || (code >= 9 && code <= 13) || code == 0x2028 ||
                 code == 0x2029;
    if (space) {
      blank = !out.empty();
      continue;
    }
    if (blank) out += ' ';
    blank = false;
    if (code < 0x20 || (code >= 0x7F && code < 0xA0)) {
      out += fmt::format("\\x{:02x}", code);
    } else if (IsBidi(code) || code == 0xFEFF) {
      out += fmt::format("\\u{:04x}", code);
    } else {
      out.append(text.substr(start, at - start));
    }
  }
  return out;
}

std::string Fit(std::string_view text, int width) {
  if (width <= 0 || DisplayWidth(text) <= width) return std::string(text);
  std::string out;
  int used = 0;
  for (size_t at = 0; at < text.size();) {
    size_t start = at;
    int w = WidthOf(Next(text, at));
    if (used + w > width - 1) break;
    used += w;
    out.append(text.substr(start, at - start));
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out + "…";
}

std::string Wrap(std::string_view text, int width, std::string_view indent) {
  std::string out;
  int used = 0;
  size_t at = 0;
  while (at < text.size()) {
    size_t end = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    int w = DisplayWidth(word);
    int left = DisplayWidth(indent);
    if (used == 0) {
      out += indent;
      used = left;
    } else if (width > 0 && used + 1 + w > width) {
      out += '\n';
      out += indent;
      used = left;
    } else {
      out += ' ';
      ++used;
    }
    out += word;
    used += w;
  }
  if (!out.empty()) out += '\n';
  return out;
}

}  // namespace newsdigest
