#include "text/positions.h"

#include <algorithm>

namespace newsdigest {
namespace {

uint32_t CodePoints(std::string_view text) {
  uint32_t count = 0;
  for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

}  // namespace

Positions::Positions(std::string_view text) : text_(text) {
  line_starts_.push_back(0);
  bool returns = text.find('\r') != text.npos;
  auto next = [&](size_t from) {
    return returns ? text.find_first_of("\r\n", from) : text.find('\n', from);
  };
  for (size_t at = next(0); at != text.npos; at = next(at + 1)) {
    bool pair =
        text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    if (!pair) line_starts_.push_back(static_cast<uint32_t>(at + 1));
  }
  uint32_t count = 0;
  for (size_t at = 0; at < text.size(); at += kStep) {
    marks_.push_back(count);
    count += CodePoints(text.substr(at, kStep));
  }
  marks_.push_back(count);
  ascii_ = count == text.size();
}

uint32_t Positions::CodePoint(uint32_t at) const {
  if (ascii_) return at;
  uint32_t mark =
      std::min<uint32_t>(at / kStep, static_cast<uint32_t>(marks_.size()) - 1);
  if (mark * kStep > text_.size()) return marks_.back();
  return marks_[mark] +
         CodePoints(text_.substr(mark * kStep, at - mark * kStep));
}

uint32_t Positions::Line(uint32_t at) const {
  auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), at);
  return static_cast<uint32_t>(after - line_starts_.begin());
}

}  // namespace newsdigest
