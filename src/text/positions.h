// Bytes of a text to what people and other programs count: code points and
// lines.
#ifndef NEWSDIGEST_TEXT_POSITIONS_H_
#define NEWSDIGEST_TEXT_POSITIONS_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace newsdigest {

// An index over one text; `text` must be valid UTF-8 and outlive it.
class Positions {
 public:
  explicit Positions(std::string_view text);

  // Code points before byte `at` (0 <= at <= size).
  uint32_t CodePoint(uint32_t at) const;
  // The line of byte `at`, counted from 1. Lines end with LF, CR LF or CR.
  uint32_t Line(uint32_t at) const;
  uint32_t line_count() const {
    return static_cast<uint32_t>(line_starts_.size());
  }
  uint32_t LineStart(uint32_t line) const { return line_starts_[line - 1]; }

 private:
  static constexpr uint32_t kStep = 64;
  std::string_view text_;
  bool ascii_ = true;
  std::vector<uint32_t> marks_;  // code points before byte i * kStep
  std::vector<uint32_t> line_starts_;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_TEXT_POSITIONS_H_
