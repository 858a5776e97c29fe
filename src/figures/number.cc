#include "figures/number.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace newsdigest {
namespace {

constexpr int64_t kMost = 900000000000000000;  // digits stay below 2^63
constexpr uint32_t kMostTokens = 24;           // of one number

struct Vulgar {
  std::string_view text;
  int64_t digits;
  int exponent;
};
constexpr Vulgar kVulgar[] = {{"½", 5, -1},
                              {"¼", 25, -2},
                              {"¾", 75, -2},
                              {"⅓", 3333333333, -10},
                              {"⅔", 6666666667, -10}};

bool SameScale(Decimal& a, Decimal& b) {
  while (a.exponent > b.exponent && std::llabs(a.digits) < kMost / 10) {
    a.digits *= 10;
    --a.exponent;
  }
  while (b.exponent > a.exponent && std::llabs(b.digits) < kMost / 10) {
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

Decimal Negated(Decimal value) {
  value.digits = -value.digits;
  return value;
}

Decimal Plus(const Decimal& x, const Decimal& y) {
  Decimal a = x;
  Decimal b = y;
  if (!SameScale(a, b) || std::llabs(a.digits) > kMost - std::llabs(b.digits)) {
    return x;
  }
  return {a.digits + b.digits, a.exponent};
}

Decimal Divided(const Decimal& a, int64_t by) {
  Decimal out = a;
  for (int i = 0; i < 10 && out.digits % by != 0; ++i) {
    if (std::llabs(out.digits) > kMost / 10) break;
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

std::optional<Decimal> ParseDigits(std::string_view text) {
  Decimal value;
  bool point = false;
  bool any = false;
  int dots = static_cast<int>(std::count(text.begin(), text.end(), '.'));
  if (dots > 1) return std::nullopt;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == ',') {
      if (point) return std::nullopt;
      continue;
    }
    if (c == '.') {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') {
      for (const Vulgar& vulgar : kVulgar) {
        if (text.substr(i) == vulgar.text) {
          return Plus(value, {vulgar.digits, vulgar.exponent});
        }
      }
      return std::nullopt;
    }
    any = true;
    if (value.digits > kMost / 100) {  // more digits than we keep exact
      if (!point) ++value.exponent;
      continue;
    }
    value.digits = value.digits * 10 + (c - '0');
    if (point) --value.exponent;
  }
  if (!any) return std::nullopt;
  if (std::abs(value.exponent) > 60) return std::nullopt;
  return Normalized(value);
}

std::optional<int> ScaleAt(const Passage& passage, uint32_t i,
                           bool letters_too) {
  if (i >= passage.size() || !passage.Has(i, WordClass::k_scale)) return {};
  if (passage.tokens[i].size == 1 ||
      passage.tokens[i].kind == TokenKind::kMark) {
    if (!letters_too) return {};
  }
  return passage.Value(i, WordClass::k_scale, 0);
}

namespace {

class NumberReader {
 public:
  NumberReader(const Passage& passage, uint32_t limit)
      : p_(passage), limit_(std::min(limit, passage.size())) {}

  NumberMatch Read(uint32_t i) {
    if (i >= limit_) return {};
    NumberMatch match;
    if (p_.tokens[i].kind == TokenKind::kNumber) {
      match = Digits(i);
    } else if (p_.tokens[i].kind == TokenKind::kWord) {
      match = Words(i);
    }
    return match;
  }

 private:
  bool Adjacent(uint32_t i) const {
    return i < limit_ && !p_.tokens[i].is(kSpaceBefore);
  }
  bool Hyphen(uint32_t i) const { return i < limit_ && p_.Is(i, "-"); }

  // "1/8" at `i`.
  std::optional<Decimal> Slash(uint32_t i) const {
    if (i + 2 >= limit_ || !p_.Is(i + 1, "/") || !Adjacent(i + 1) ||
        !Adjacent(i + 2) || p_.tokens[i].kind != TokenKind::kNumber ||
        p_.tokens[i + 2].kind != TokenKind::kNumber) {
      return {};
    }
    auto over = ParseDigits(p_.str(i));
    auto under = ParseDigits(p_.str(i + 2));
    if (!over || !under || under->exponent != 0 || over->exponent != 0) {
      return {};
    }
    if (under->digits < 2 || under->digits > 100 ||
        over->digits >= under->digits) {
      return {};
    }
    return Divided(*over, under->digits);
  }

  NumberMatch Digits(uint32_t i) {
    if (auto fraction = Slash(i)) return {i + 3, *fraction};
    auto value = ParseDigits(p_.str(i));
    if (!value) return {};
    NumberMatch match{i + 1, *value};
    // "5 1/8" and "5-1/8".
    uint32_t next = i + 1;
    if (Hyphen(next) && Adjacent(next)) ++next;
    if (auto fraction = Slash(next); fraction && value->exponent == 0) {
      match.value = Plus(match.value, *fraction);
      match.last = next + 3;
    } else if (i + 1 < limit_ && p_.tokens[i + 1].size <= 3 &&
               p_.tokens[i + 1].kind == TokenKind::kNumber &&
               p_.str(i + 1).size() == 2 &&
               static_cast<unsigned char>(p_.str(i + 1)[0]) == 0xC2) {
      if (auto half = ParseDigits(p_.str(i + 1))) {
        match.value = Plus(match.value, *half);
        match.last = i + 2;
      }
    }
    Scales(match);
    return match;
  }

  // Scale words after the number, "-million" included.
  void Scales(NumberMatch& match) {
    for (int times = 0; times < 2; ++times) {
      uint32_t at = match.last;
      if (Hyphen(at) && Adjacent(at) && at + 1 < limit_ &&
          ScaleAt(p_, at + 1, false)) {
        ++at;
      }
      auto power = at < limit_ ? ScaleAt(p_, at, false) : std::nullopt;
      if (!power) return;
      match.value = Scaled(match.value, *power);
      match.last = at + 1;
      match.scaled = true;
    }
  }

  NumberMatch Words(uint32_t i) {
    // "half a million", "a dozen", "a hundred", "two-thirds", "a third".
    if (p_.IsWord(i, "half") && i + 2 < limit_ &&
        (p_.IsWord(i + 1, "a") || p_.IsWord(i + 1, "an"))) {
      if (p_.Has(i + 2, WordClass::k_dozen)) return Scaled(i + 3, {6, 0});
      if (auto power = ScaleAt(p_, i + 2, false)) {
        return Scaled(i + 3, {5, *power - 1});
      }
      return {};
    }
    if ((p_.IsWord(i, "a") || p_.IsWord(i, "an")) && i + 1 < limit_) {
      return Article(i);
    }
    return Cardinal(i);
  }

  NumberMatch Scaled(uint32_t last, Decimal value) const {
    NumberMatch match{last, value, true};
    match.scaled = true;
    return match;
  }
  static Decimal Scaled(Decimal value, int power) {
    return newsdigest::Scaled(value, power);
  }

  NumberMatch Article(uint32_t i) {
    NumberMatch match;
    bool dozen = p_.Has(i + 1, WordClass::k_dozen);
    auto power = ScaleAt(p_, i + 1, false);
    bool vague = p_.Has(i + 1, WordClass::k_vague_scale);
    if (dozen) {
      match = Scaled(i + 2, {12, 0});
    } else if (power && !vague) {
      match = Scaled(i + 2, {1, *power});
      if (*power <= 3) Continue(match, {});
    } else if (IsFraction(i + 1)) {
      match = {i + 2, Divided({1, 0}, p_.Value(i + 1, WordClass::k_fraction)),
               true};
    }
    match.article = true;
    return match;
  }

  // A fraction word that is no ordinal here: "a third of", "a quarter of".
  bool IsFraction(uint32_t at) const {
    if (!p_.Has(at, WordClass::k_fraction) || at + 1 >= limit_) return false;
    return p_.IsWord(at + 1, "of") || p_.IsWord(at + 1, "percentage") ||
           p_.IsWord(at + 1, "point");
  }

  struct Sum {
    Decimal total;
    Decimal group;
  };

  NumberMatch Cardinal(uint32_t i) {
    if (!p_.Has(i, WordClass::k_number)) return {};
    NumberMatch match{i + 1, {p_.Value(i, WordClass::k_number), 0}, true};
    uint32_t next = match.last;
    // "two-thirds", "three quarters of".
    uint32_t at = Hyphen(next) && Adjacent(next) ? next + 1 : next;
    if (at < limit_ && p_.Has(at, WordClass::k_fraction) &&
        (at > next || (at + 1 < limit_ && p_.IsWord(at + 1, "of"))) &&
        match.value.digits < 20) {
      int under = p_.Value(at, WordClass::k_fraction);
      bool half = under == 2 && match.value.digits != 1;
      if (!half) {
        match.value = Divided(match.value, under);
        match.last = at + 1;
        return match;
      }
    }
    Continue(match, {});
    return match;
  }

  // More words of the same number: "-five", "hundred", "and twenty",
  // "million", "dozen".
  void Continue(NumberMatch& match, Sum sum) {
    Decimal group = match.value;
    while (true) {
      uint32_t at = match.last;
      bool joined = Hyphen(at) && Adjacent(at);
      if (joined) ++at;
      if (at >= limit_) break;
      bool and_word = p_.IsWord(at, "and") && at + 1 < limit_ &&
                      p_.Has(at + 1, WordClass::k_number) && match.scaled;
      if (and_word) ++at;
      if (p_.Has(at, WordClass::k_number)) {
        int64_t value = p_.Value(at, WordClass::k_number);
        bool tens = group.exponent == 0 && group.digits % 100 >= 20 &&
                    group.digits % 10 == 0 && value < 10;
        bool after_scale = match.scaled && value < 1000;
        if (!tens && !after_scale) break;
        group = Plus(group, {value, 0});
        match.last = at + 1;
        continue;
      }
      if (p_.Has(at, WordClass::k_dozen) && !joined) {
        group.digits *= 12;
        match.last = at + 1;
        match.scaled = true;
        continue;
      }
      auto power = ScaleAt(p_, at, false);
      if (!power || p_.Has(at, WordClass::k_cent)) break;
      match.scaled = true;
      match.last = at + 1;
      if (*power == 2) {
        group = Scaled(group, 2);
        group = Plus(group, {0, 0});
        continue;
      }
      sum.total = Plus(sum.total, Scaled(group, *power));
      group = {0, 0};
    }
    match.value = Normalized(Plus(sum.total, group));
  }

  const Passage& p_;
  uint32_t limit_;
};

}  // namespace

NumberMatch ReadNumber(const Passage& passage, uint32_t i, uint32_t limit) {
  return NumberReader(passage, std::min(limit, i + kMostTokens)).Read(i);
}

}  // namespace newsdigest
