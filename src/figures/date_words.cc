#include "figures/date_words.h"

#include <cmath>

namespace newsdigest {

DateMatch DateWords::Made(const Passage& passage, uint32_t first, uint32_t last,
                          DateKind kind, std::string value, bool calendar) {
  DateMatch match;
  match.first = first;
  match.last = last;
  match.calendar = calendar;
  match.date.kind = kind;
  match.date.span = passage.span(first, last);
  match.date.value = std::move(value);
  return match;
}

int DateWords::Digits(uint32_t i) const {
  if (i >= limit_ || p_.tokens[i].kind != TokenKind::kNumber) return -1;
  int value = 0;
  for (char c : p_.str(i)) {
    if (c < '0' || c > '9' || value > 99999) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool DateWords::IsYear(uint32_t i) const {
  int value = Digits(i);
  return value >= 1500 && value <= 2150 && p_.tokens[i].size == 4;
}

int DateWords::YearAt(uint32_t i, uint32_t& last) const {
  if (IsYear(i)) {
    last = i + 1;
    return Digits(i);
  }
  int century = Has(i, W::k_number) ? p_.Value(i, W::k_number) : 0;
  if (century == 2 && i + 1 < limit_ && p_.IsWord(i + 1, "thousand")) {
    NumberMatch number = ReadNumber(p_, i, limit_);
    double year = ToDouble(number.value);
    last = number.last;
    return year >= 2000 && year < 2100 ? static_cast<int>(year) : 0;
  }
  if (century < 16 || century > 20) return 0;
  uint32_t at = Hyphen(i + 1) ? i + 2 : i + 1;
  if (!Has(at, W::k_number)) return 0;
  NumberMatch rest = ReadNumber(p_, at, limit_);
  if (rest.last == 0 || rest.scaled || rest.value.exponent != 0 ||
      rest.value.digits < 10 || rest.value.digits > 99) {
    return 0;
  }
  last = rest.last;
  return century * 100 + static_cast<int>(rest.value.digits);
}

uint32_t DateWords::Day(uint32_t i, int& day) const {
  int value = Digits(i);
  if (value < 1 || value > 31 || p_.tokens[i].size > 2) return 0;
  day = value;
  if (i + 1 < limit_ && !Space(i + 1)) {
    if (p_.Has(i + 1, W::k_ordinal_suffix)) return 2;
  }
  return 1;
}

int DateWords::Month(uint32_t i) const {
  if (i >= limit_ || !p_.tokens[i].is(kCapital)) return 0;
  return p_.Value(i, W::k_month, 0);
}

std::string_view DateWords::PeriodUnit(uint32_t i) const {
  return i < limit_ ? p_.lexicon->Text(p_.tokens[i].word, W::k_period_unit)
                    : std::string_view();
}

YearPart DateWords::QuarterAt(uint32_t i) const {
  YearPart part;
  uint32_t at = i;
  std::string_view s = p_.str(i);
  auto letter = [](char c) { return c == 'Q' || c == 'q' || c == 'H'; };
  auto finish = [&](int number, bool half, uint32_t last) {
    if (number < 1 || number > (half ? 2 : 4)) return YearPart{};
    return YearPart{last, number, half, 0};
  };
  // "Q1", "H2"; "1Q", "2H26".
  if (s.size() == 2 && letter(s[0])) {
    return finish(s[1] - '0', s[0] == 'H', i + 1);
  }
  int digits = Digits(i);
  if (digits > 0 && digits < 5 && i + 1 < limit_ && !Space(i + 1)) {
    std::string_view rest = p_.str(i + 1);
    if (letter(rest[0]) && (rest.size() == 1 || rest.size() == 3)) {
      part = finish(digits, rest[0] == 'H', i + 2);
      if (rest.size() == 3) {
        bool year = rest[1] >= '0' && rest[1] <= '9' && rest[2] >= '0' &&
                    rest[2] <= '9';
        if (!year) return {};
        part.year = 2000 + (rest[1] - '0') * 10 + (rest[2] - '0');
      }
      return part;
    }
  }
  // "third quarter", "3rd-quarter", "second half of".
  int number = p_.Value(i, W::k_ordinal, 0);
  at = i + 1;
  if (number == 0 && digits > 0 && digits < 5 && at < limit_ && !Space(at) &&
      p_.Has(at, W::k_ordinal_suffix)) {
    number = digits;
    ++at;
  }
  if (number == 0) return {};
  if (Hyphen(at)) ++at;
  if (Has(at, W::k_fiscal) || p_.IsWord(at, "calendar")) ++at;
  if (p_.IsWord(at, "quarter") || p_.IsWord(at, "quarters")) {
    return at < limit_ ? finish(number, false, at + 1) : YearPart{};
  }
  bool half = p_.IsWord(at, "half") && at + 1 < limit_ &&
              (p_.IsWord(at + 1, "of") || IsYear(at + 1));
  return half ? finish(number, true, at + 1) : YearPart{};
}

bool DateWords::PlainMonth(uint32_t i) const {
  // "Jan Novak": a short form without a stop, before a name.
  bool bare = p_.tokens[i].size <= 4 && !p_.tokens[i].is(kDotted);
  if (bare && i + 1 < limit_ && p_.tokens[i + 1].is(kCapital) &&
      p_.Tagged(i + 1, Bit(Tag::kNNP)) && Has(i, W::k_first_name)) {
    return false;
  }
  if (!In(p_.word(i).preferred, kVerbTags | Bit(Tag::kMD)) &&
      !p_.IsWord(i, "march") && !p_.IsWord(i, "sun")) {
    return true;
  }
  if (i + 1 < limit_ && Digits(i + 1) > 0) return true;
  // "May sales rose".
  bool measured = i + 1 < limit_ && p_.Tagged(i + 1, kNounTags) &&
                  p_.LemmaHas(i + 1, WordClass::k_measure);
  if (measured && p_.tokens[i].is(kCapital)) return true;
  if (i == first_) return false;
  // "January-March", "between January and March".
  bool joined = i > first_ + 1 && Month(i - 2) > 0 &&
                (Hyphen(i - 1) || IsDash(p_.str(i - 1)) ||
                 p_.IsWord(i - 1, "and") || p_.IsWord(i - 1, "to") ||
                 p_.IsWord(i - 1, "through"));
  if (joined) return true;
  return p_.Tagged(i - 1, Bit(Tag::kIN)) || p_.Has(i - 1, W::k_date_shift) ||
         p_.Has(i - 1, W::k_part_of);
}

uint32_t DateWords::PartBefore(uint32_t i) const {
  if (p_.Has(i, W::k_date_shift) && i + 1 < limit_ && Month(i + 1)) {
    return 1;
  }
  auto part = p_.Match(i, W::k_part_of, limit_);
  if (part.length > 0 && i + part.length < limit_) {
    uint32_t at = i + part.length;
    if (Hyphen(at)) ++at;
    if (Month(at)) return at - i;
  }
  return 0;
}

std::string DateWords::VagueDuration(std::string_view unit) {
  std::string value = DurationValue({1, 0}, unit);
  size_t at = value.find_first_of("0123456789");
  if (at == std::string::npos) return {};
  size_t end = value.find_first_not_of("0123456789", at);
  return value.replace(at, end - at, "X");
}

std::string DateWords::DurationValue(const Decimal& amount,
                                     std::string_view unit) {
  struct Unit {
    std::string_view name;
    std::string_view before;  // "P" or "PT"
    char letter;
    int times;         // of the letter's unit
    int smaller;       // of the next smaller unit in one
    char next_letter;  // of that unit; 0: decimals stay
  };
  static constexpr Unit kUnits[] = {
      {"day", "P", 'D', 1, 0, 0},           {"week", "P", 'W', 1, 0, 0},
      {"fortnight", "P", 'W', 2, 0, 0},     {"month", "P", 'M', 1, 0, 0},
      {"quarter", "P", 'M', 3, 0, 0},       {"year", "P", 'Y', 1, 12, 'M'},
      {"decade", "P", 'Y', 10, 0, 0},       {"century", "P", 'Y', 100, 0, 0},
      {"millennium", "P", 'Y', 1000, 0, 0}, {"hour", "PT", 'H', 1, 60, 'M'},
      {"minute", "PT", 'M', 1, 60, 'S'},    {"second", "PT", 'S', 1, 0, 0}};
  for (const Unit& u : kUnits) {
    if (u.name != unit) continue;
    Decimal n = Normalized({amount.digits * u.times, amount.exponent});
    std::string out(u.before);
    double value = ToDouble(n);
    double rest = (value - std::floor(value)) * u.smaller;
    bool whole = u.next_letter != 0 && n.exponent < 0 && value < 1e6 &&
                 std::abs(rest - std::round(rest)) < 1e-6;
    if (!whole) return out + ToText(n) + u.letter;
    if (value >= 1) {
      out += std::to_string(static_cast<int>(value)) + u.letter;
    }
    return out + std::to_string(std::lround(rest)) + u.next_letter;
  }
  return {};
}

bool DateWords::YearHere(uint32_t i) const {
  if (i > first_ && !Space(i) && !p_.Is(i - 1, "(") && !p_.Is(i - 1, "“") &&
      !p_.Is(i - 1, "\"") && !p_.Is(i - 1, "'")) {
    if (!Hyphen(i - 1) && !p_.Is(i - 1, "–")) return false;
  }
  if (i > first_ &&
      (p_.Has(i - 1, W::k_currency_symbol) || p_.Has(i - 1, W::k_modifier) ||
       (p_.Has(i - 1, W::k_currency_code) && p_.tokens[i - 1].is(kAllCaps)))) {
    return false;
  }
  if (i + 1 >= limit_) return true;
  if (p_.Match(i + 1, W::k_unit, limit_).length > 0 ||
      ScaleAt(p_, i + 1, false)) {
    return false;
  }
  if (p_.Match(i + 1, W::k_currency, limit_).length > 0) return false;
  bool in = i > first_ &&
            (p_.Tagged(i - 1, Bit(Tag::kIN)) || p_.Has(i - 1, W::k_fiscal));
  return in || !p_.Tagged(i + 1, Bit(Tag::kNNS)) || Digits(i) > 1900;
}

}  // namespace newsdigest
