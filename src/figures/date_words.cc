#include "figures/date_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace newsdigest {

using W = WordClass;

bool DateWords::Space(uint32_t i) const {
  return p_.tokens[i].is(kSpaceBefore);
}

bool DateWords::Hyphen(uint32_t i) const {
  return i < limit_ && p_.Is(i, "-") && !Space(i);
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
  return value >= 1700 && value < 2100 && p_.tokens[i].size == 4;
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

std::string DateWords::Text(const Partial& date) const {
  if (date.day > 0 && date.day <= DaysInMonth(date.year, date.month)) {
    return IsoDay({date.year, date.month, date.day});
  }
  if (date.month > 0) return IsoMonth(date.year, date.month);
  return IsoYear(date.year);
}

int DateWords::YearFor(int month, int day) const {
  if (!published_) return 0;
  int year = published_->year;
  int64_t now = DaysFromCivil(*published_);
  int use = day > 0 ? std::min(day, DaysInMonth(year, month)) : 1;
  int64_t then = DaysFromCivil({year, month, use});
  int64_t ahead = then - now;
  if (future_) {
    if (ahead < -60) ++year;
  } else if (ahead > (day > 0 ? 45 : 31)) {
    --year;
  }
  return year;
}

std::string DateWords::Resolved(Partial date) const {
  if (date.year == 0) date.year = YearFor(date.month, date.day);
  return date.year == 0 ? std::string() : Text(date);
}

std::string DateWords::ShiftedValue(std::string_view unit, int shift) const {
  if (!published_) return {};
  if (unit == "day") return IsoDay(AddDays(*published_, shift));
  if (unit == "week") {
    return IsoWeekText(WeekOf(AddDays(*published_, 7 * shift)));
  }
  if (unit == "month") {
    CivilDate then = AddMonths(*published_, shift);
    return IsoMonth(then.year, then.month);
  }
  if (unit == "quarter") {
    CivilDate then = AddMonths(*published_, 3 * shift);
    return IsoQuarter(then.year, (then.month + 2) / 3);
  }
  if (unit == "year") return IsoYear(published_->year + shift);
  if (unit == "decade") {
    return fmt::format("{:03}", published_->year / 10 + shift);
  }
  return {};
}

std::string DateWords::DurationValue(const Decimal& amount,
                                     std::string_view unit) {
  Decimal n = Normalized(amount);
  std::string text = ToText(n);
  if (unit == "day") return "P" + text + "D";
  if (unit == "week") return "P" + text + "W";
  if (unit == "fortnight") return "P2W";
  if (unit == "month") return "P" + text + "M";
  if (unit == "quarter") return "P" + ToText({n.digits * 3, n.exponent}) + "M";
  if (unit == "year") return "P" + text + "Y";
  if (unit == "decade") return "P" + ToText({n.digits * 10, n.exponent}) + "Y";
  if (unit == "century") {
    return "P" + ToText({n.digits * 100, n.exponent}) + "Y";
  }
  if (unit == "hour") return "PT" + text + "H";
  if (unit == "minute") return "PT" + text + "M";
  if (unit == "second") return "PT" + text + "S";
  return {};
}

std::string_view DateWords::PeriodUnit(uint32_t i) const {
  return i < limit_ ? p_.lexicon->Text(p_.tokens[i].word, W::k_period_unit)
                    : std::string_view();
}

int DateWords::QuarterNumber(uint32_t i, uint32_t& last, int& half) const {
  half = 0;
  std::string_view s = p_.str(i);
  if (s.size() == 2 && (s[0] == 'Q' || s[0] == 'q' || s[0] == 'H') &&
      s[1] >= '1' && s[1] <= '4') {
    last = i + 1;
    if (s[0] == 'H' && s[1] > '2') return 0;
    half = s[0] == 'H';
    return s[1] - '0';
  }
  int number = p_.Value(i, W::k_ordinal, 0);
  uint32_t at = i + 1;
  if (number == 0) {
    int value = Digits(i);
    if (value < 1 || value > 4 || at >= limit_ || Space(at)) return 0;
    if (!p_.Has(at, W::k_ordinal_suffix)) return 0;
    number = value;
    ++at;
  }
  if (number < 1 || number > 4) return 0;
  if (Hyphen(at)) ++at;
  if (at < limit_ && (p_.IsWord(at, "fiscal") || p_.IsWord(at, "financial") ||
                      p_.IsWord(at, "calendar"))) {
    ++at;
  }
  if (at >= limit_) return 0;
  if (p_.IsWord(at, "quarter") || p_.IsWord(at, "quarters")) {
    last = at + 1;
    return number;
  }
  if (p_.IsWord(at, "half") && number <= 2 && at + 1 < limit_ &&
      (p_.IsWord(at + 1, "of") || IsYear(at + 1))) {
    half = 1;
    last = at + 1;
    return number;
  }
  return 0;
}

bool DateWords::Later(uint32_t i) const {
  return p_.IsWord(i, "ago") || p_.IsWord(i, "earlier") ||
         p_.IsWord(i, "later") || p_.IsWord(i, "before");
}

bool DateWords::PlainMonth(uint32_t i) const {
  if (!In(p_.word(i).preferred, kVerbTags | Bit(Tag::kMD)) &&
      !p_.IsWord(i, "march") && !p_.IsWord(i, "sun")) {
    return true;
  }
  if (i + 1 < limit_ && Digits(i + 1) > 0) return true;
  if (i == first_) return false;
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

bool DateWords::YearHere(uint32_t i) const {
  if (i > first_ && !Space(i) && !p_.Is(i - 1, "(") && !p_.Is(i - 1, "“") &&
      !p_.Is(i - 1, "\"") && !p_.Is(i - 1, "'")) {
    if (!Hyphen(i - 1) && !p_.Is(i - 1, "–")) return false;
  }
  if (i > first_ &&
      (p_.Has(i - 1, W::k_currency_symbol) || p_.Has(i - 1, W::k_modifier))) {
    return false;
  }
  if (i + 1 >= limit_) return true;
  if (p_.Has(i + 1, W::k_unit) || p_.Is(i + 1, "%") ||
      ScaleAt(p_, i + 1, false)) {
    return false;
  }
  if (p_.Match(i + 1, W::k_currency, limit_).length > 0) return false;
  bool in = i > first_ &&
            (p_.Tagged(i - 1, Bit(Tag::kIN)) || p_.Has(i - 1, W::k_fiscal));
  return in || !p_.Tagged(i + 1, Bit(Tag::kNNS)) || Digits(i) > 1900;
}

}  // namespace newsdigest
