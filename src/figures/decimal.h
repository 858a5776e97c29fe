// Exact decimal numbers: digits times a power of ten.
#ifndef NEWSDIGEST_FIGURES_DECIMAL_H_
#define NEWSDIGEST_FIGURES_DECIMAL_H_

#include <string>

#include "newsdigest/digest.h"

namespace newsdigest {

// Digits stay below 2^63.
inline constexpr int64_t kMostDigits = 900000000000000000;

Decimal Scaled(Decimal value, int power);
Decimal Plus(const Decimal& a, const Decimal& b);
// digits / by, exact where it is; else ten digits.
Decimal Divided(const Decimal& a, int64_t by);
// value * by, below 100; as it is where its digits are too many.
Decimal Times(Decimal value, int64_t by);
Decimal Negated(Decimal value);
double ToDouble(const Decimal& value);
// Without trailing zeros in `digits` below the decimal point.
Decimal Normalized(Decimal value);
// "13000000000", "0.25": never an exponent.
std::string ToText(const Decimal& value);

}  // namespace newsdigest

#endif  // NEWSDIGEST_FIGURES_DECIMAL_H_
