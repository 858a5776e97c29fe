// The digits of one number, however their thousands and decimals are parted.
#ifndef NEWSDIGEST_FIGURES_DIGITS_H_
#define NEWSDIGEST_FIGURES_DIGITS_H_

#include <optional>
#include <string_view>

#include "figures/decimal.h"

namespace newsdigest {

// Digits of a number token ("1,234.5", "½"); empty where they are none.
std::optional<Decimal> ParseDigits(std::string_view text);

// "½": a fraction in one character.
bool IsVulgarFraction(std::string_view text);

}  // namespace newsdigest

#endif  // NEWSDIGEST_FIGURES_DIGITS_H_
