#include "figures/digits.h"

#include <algorithm>
#include <cstdlib>

namespace newsdigest {
namespace {

struct Vulgar {
  std::string_view text;
  int64_t over;
  int64_t under;
};
constexpr Vulgar kVulgar[] = {
    {"½", 1, 2}, {"¼", 1, 4}, {"¾", 3, 4}, {"⅓", 1, 3}, {"⅔", 2, 3},
    {"⅛", 1, 8}, {"⅜", 3, 8}, {"⅝", 5, 8}, {"⅞", 7, 8}, {"⅕", 1, 5}};

// What the marks inside "1,234.5" mean.
struct Marks {
  char thousands = ',';
  char decimal = '.';
  bool valid = true;
};

// Commas part thousands (or lakhs), but for one before one or two last digits
// ("3,5"); two or more points part thousands ("1.234.567").
Marks MarksOf(std::string_view text) {
  auto commas = std::count(text.begin(), text.end(), ',');
  auto points = std::count(text.begin(), text.end(), '.');
  auto tail = [&](char mark) { return text.size() - text.rfind(mark) - 1; };
  if (points > 1) {
    bool groups = text.find('.') <= 3;
    for (size_t at = text.find('.'); at != text.npos;
         at = text.find('.', at + 1)) {
      size_t next = std::min(text.find_first_of(".,", at + 1), text.size());
      groups = groups && next - at == 4;
    }
    bool after =
        commas == 0 || (commas == 1 && text.rfind(',') > text.rfind('.'));
    return {'.', ',', groups && after};
  }
  if (commas == 0) return {};
  if (points == 1 && text.rfind(',') > text.rfind('.')) {
    return {'.', ',', commas == 1 && text.rfind(',') - text.rfind('.') == 4};
  }
  size_t last = points == 1 ? text.rfind('.') - text.rfind(',') - 1 : tail(',');
  if (last == 3) return {};
  return {'.', ',', commas == 1 && points == 0 && last < 3};
}

}  // namespace

std::optional<Decimal> ParseDigits(std::string_view text) {
  Marks marks = MarksOf(text);
  if (!marks.valid) return std::nullopt;
  Decimal value;
  bool decimals = false;
  bool any = false;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == marks.thousands) continue;
    if (c == marks.decimal) {
      decimals = true;
      continue;
    }
    if (c < '0' || c > '9') {
      for (const Vulgar& vulgar : kVulgar) {
        if (text.substr(i) != vulgar.text) continue;
        return Plus(value, Divided({vulgar.over, 0}, vulgar.under));
      }
      return std::nullopt;
    }
    any = true;
    if (value.digits > kMostDigits / 100) {  // more digits than we keep exact
      if (!decimals) ++value.exponent;
      continue;
    }
    value.digits = value.digits * 10 + (c - '0');
    if (decimals) --value.exponent;
  }
  if (!any || std::abs(value.exponent) > 60) return std::nullopt;
  return Normalized(value);
}

bool IsVulgarFraction(std::string_view text) {
  return std::any_of(std::begin(kVulgar), std::end(kVulgar),
                     [&](const Vulgar& v) { return v.text == text; });
}

}  // namespace newsdigest
