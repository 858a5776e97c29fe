#include "text/positions.h"

#include <algorithm>

namespace newsdigest {
namespace {

bool StartsCodePoint(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

}  // namespace

Positions::Positions(std::string_view text) : text_(text) {
  line_starts_.push_back(0);
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    ascii_ = ascii_ && static_cast<unsigned char>(c) < 0x80;
    bool alone = c == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
    if (c == '\n' || alone) {
      line_starts_.push_back(static_cast<uint32_t>(i + 1));
    }
  }
  if (ascii_) return;
  uint32_t count = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i % kStep == 0) marks_.push_back(count);
    count += StartsCodePoint(text[i]);
  }
  marks_.push_back(count);
}

uint32_t Positions::CodePoint(uint32_t at) const {
  if (ascii_) return at;
  uint32_t mark =
      std::min<uint32_t>(at / kStep, static_cast<uint32_t>(marks_.size()) - 1);
  if (mark * kStep > text_.size()) return marks_.back();
  uint32_t count = marks_[mark];
  for (uint32_t i = mark * kStep; i < at; ++i) {
    count += StartsCodePoint(text_[i]);
  }
  return count;
}

uint32_t Positions::Line(uint32_t at) const {
  auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), at);
  return static_cast<uint32_t>(after - line_starts_.begin());
}

}  // namespace newsdigest
