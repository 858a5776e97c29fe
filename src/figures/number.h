// Numbers: digits, words and fractions to exact decimals.
#ifndef NEWSDIGEST_FIGURES_NUMBER_H_
#define NEWSDIGEST_FIGURES_NUMBER_H_

#include <optional>

#include "figures/decimal.h"
#include "language/passage.h"

namespace newsdigest {

struct NumberMatch {
  uint32_t last = 0;  // token after the number; 0: no number
  Decimal value;
  std::optional<Decimal> high{};  // "thousands", "several hundred": a range
  bool words = false;             // in words ("twenty-five")
  bool article = false;           // "a" stood for one ("a million")
  bool scaled = false;            // "million", "dozen" ...
  bool part = false;              // a fraction: "two-thirds", "1/8"
};

// The number that starts at token `i`: "1,234.5", "5 1/8", "2.3 million",
// "half a million", "two-thirds", "twenty-five", "a dozen", "tens of
// thousands". Scales written as one letter ("3m", "2k") are not taken here:
// they need a currency.
NumberMatch ReadNumber(const Passage& passage, uint32_t i, uint32_t limit);

// One scale letter or word at `i` ("m", "bn", "million"): its power of ten.
std::optional<int> ScaleAt(const Passage& passage, uint32_t i,
                           bool letters_too);

}  // namespace newsdigest

#endif  // NEWSDIGEST_FIGURES_NUMBER_H_
