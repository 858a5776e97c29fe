#include "figures/decimal.h"

#include <cmath>
#include <cstdlib>

namespace newsdigest {
namespace {

bool SameScale(Decimal& a, Decimal& b) {
  while (a.exponent > b.exponent && std::llabs(a.digits) < kMostDigits / 10) {
    a.digits *= 10;
    --a.exponent;
  }
  while (b.exponent > a.exponent && std::llabs(b.digits) < kMostDigits / 10) {
    b.digits *= 10;
    --b.exponent;
  }
  return a.exponent == b.exponent;
}

}  // namespace

Decimal Normalized(Decimal value) {
  if (value.digits == 0) return {0, 0};
  while (value.digits % 10 == 0 && value.exponent < 0) {
    value.digits /= 10;
    ++value.exponent;
  }
  return value;
}

Decimal Scaled(Decimal value, int power) {
  value.exponent += power;
  return value;
}

Decimal Times(Decimal value, int64_t by) {
  if (std::llabs(value.digits) < kMostDigits / 100) value.digits *= by;
  return value;
}

Decimal Negated(Decimal value) {
  value.digits = -value.digits;
  return value;
}

Decimal Plus(const Decimal& x, const Decimal& y) {
  Decimal a = x;
  Decimal b = y;
  if (!SameScale(a, b) ||
      std::llabs(a.digits) > kMostDigits - std::llabs(b.digits)) {
    return x;
  }
  return {a.digits + b.digits, a.exponent};
}

Decimal Divided(const Decimal& a, int64_t by) {
  Decimal out = a;
  for (int i = 0; i < 10 && out.digits % by != 0; ++i) {
    if (std::llabs(out.digits) > kMostDigits / 10) break;
    out.digits *= 10;
    --out.exponent;
  }
  int64_t rest = out.digits % by;
  out.digits = out.digits / by + (rest * 2 >= by ? 1 : 0);
  return Normalized(out);
}

double ToDouble(const Decimal& value) {
  return static_cast<double>(value.digits) * std::pow(10.0, value.exponent);
}

std::string ToText(const Decimal& raw) {
  Decimal value = Normalized(raw);
  std::string digits = std::to_string(std::llabs(value.digits));
  if (value.digits == 0) return "0";
  if (value.exponent >= 0) {
    digits.append(static_cast<size_t>(value.exponent), '0');
  } else {
    auto places = static_cast<size_t>(-value.exponent);
    if (digits.size() <= places) {
      digits.insert(0, places + 1 - digits.size(), '0');
    }
    digits.insert(digits.size() - places, ".");
  }
  return value.digits < 0 ? "-" + digits : digits;
}

}  // namespace newsdigest
