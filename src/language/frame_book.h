// Where frames come from: the model, or the user's rules.
#ifndef NEWSDIGEST_LANGUAGE_FRAME_BOOK_H_
#define NEWSDIGEST_LANGUAGE_FRAME_BOOK_H_

#include <span>
#include <string_view>

#include "language/lexicon.h"

namespace newsdigest {

class FrameBook {
 public:
  virtual ~FrameBook() = default;
  // The triggers of a word of the lexicon.
  virtual std::span<const model::Trigger> Triggers(uint32_t word) const = 0;
  virtual const model::Frame& frame(uint32_t id) const = 0;
  virtual std::string_view String(model::StringRef ref) const = 0;
  virtual std::span<const uint32_t> List(uint32_t first,
                                         uint32_t count) const = 0;
  // Added to how narrow its frames are: the user's go before the program's.
  virtual int rank() const { return 0; }
};

// The frames of the model.
class ModelBook : public FrameBook {
 public:
  explicit ModelBook(const Lexicon& lexicon) : lexicon_(lexicon) {}

  std::span<const model::Trigger> Triggers(uint32_t word) const override {
    return lexicon_.Triggers(word);
  }
  const model::Frame& frame(uint32_t id) const override {
    return lexicon_.frame(id);
  }
  std::string_view String(model::StringRef ref) const override {
    return lexicon_.String(ref);
  }
  std::span<const uint32_t> List(uint32_t first,
                                 uint32_t count) const override {
    return lexicon_.List(first, count);
  }

 private:
  const Lexicon& lexicon_;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_LANGUAGE_FRAME_BOOK_H_
