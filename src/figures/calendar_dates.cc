#include "figures/calendar_dates.h"

#include <fmt/format.h>

namespace newsdigest {

std::optional<DateMatch> CalendarDates::Read(uint32_t i) const {
  if (auto match = Numeric(i)) return match;
  if (auto match = Dotted(i)) return match;
  if (auto match = MonthDate(i)) return match;
  if (auto match = Quarter(i)) return match;
  if (auto match = Ended(i)) return match;
  if (auto match = Months(i)) return match;
  if (auto match = Decade(i)) return match;
  if (auto match = Season(i)) return match;
  if (auto match = Holiday(i)) return match;
  return Years(i);
}

namespace {

bool Valid(const Partial& date) {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= DaysInMonth(date.year, date.month);
}

int FullYear(int year) {
  if (year >= 100) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

}  // namespace

// "2026-04-17", "2026/04/17", "4/17/2026"; "17/4/2026" where only that fits.
std::optional<DateMatch> CalendarDates::Numeric(uint32_t i) const {
  if (i + 4 >= limit_ || Digits(i) < 0) return {};
  bool dash = p_.Is(i + 1, "-") && p_.Is(i + 3, "-");
  bool slash = p_.Is(i + 1, "/") && p_.Is(i + 3, "/");
  bool tight = !Space(i + 1) && !Space(i + 2) && !Space(i + 3) && !Space(i + 4);
  if (!(dash || slash) || !tight) return {};
  int a = Digits(i);
  int b = Digits(i + 2);
  int c = Digits(i + 4);
  Partial date;
  if (IsYear(i)) {
    date = {a, b, c};
  } else if (slash && c >= 0 && p_.tokens[i + 4].size >= 2) {
    date = {FullYear(c), a, b};
    if (a > 12) date = {FullYear(c), b, a};
  }
  if (!Valid(date)) return {};
  return Made(i, i + 5, DateKind::kDate, DateAnchor::Text(date));
}

// "17.04.2026": one token.
std::optional<DateMatch> CalendarDates::Dotted(uint32_t i) const {
  if (p_.tokens[i].kind != TokenKind::kNumber || p_.tokens[i].size < 8 ||
      p_.tokens[i].size > 10) {
    return {};
  }
  int parts[3] = {0, 0, 0};
  int at = 0;
  for (char c : p_.str(i)) {
    if (c == '.') {
      if (++at > 2) return {};
    } else if (c >= '0' && c <= '9') {
      if (parts[at] > 9999) return {};  // no day, month or year
      parts[at] = parts[at] * 10 + (c - '0');
    } else {
      return {};
    }
  }
  Partial date{parts[2], parts[1], parts[0]};
  if (at != 2 || parts[2] < 1500 || parts[2] > 2150 || !Valid(date)) return {};
  return Made(i, i + 1, DateKind::kDate, DateAnchor::Text(date));
}

int CalendarDates::YearAfter(uint32_t i, uint32_t& last) const {
  uint32_t at = i;
  if (p_.Is(at, ",") || p_.IsWord(at, "of")) ++at;
  if (p_.IsWord(at, "the")) ++at;
  uint32_t end = 0;
  if (at < limit_) {
    if (int year = YearAt(at, end)) {
      last = end;
      return year;
    }
  }
  bool shifted =
      Has(at, W::k_date_shift) && p_.IsWord(at + 1, "year") && at + 1 < limit_;
  if (!shifted) return 0;
  last = at + 2;  // told, though no one may know which
  if (!anchor_.published()) return 0;
  return anchor_.published()->year + p_.Value(at, W::k_date_shift, 0);
}

std::optional<DateMatch> CalendarDates::MonthDate(uint32_t i) const {
  int day = 0;
  uint32_t at = i;
  uint32_t taken = Day(i, day);
  if (taken > 0) {  // "17 April 2026", "17th of April"
    at = i + taken;
    if (p_.IsWord(at, "of")) ++at;
    bool other = at > i + 1 && at + 1 < limit_ && Digits(at + 1) > 0 &&
                 p_.tokens[at + 1].size <= 2;
    if (Month(at) == 0 || other) return {};
  } else {
    at = i + PartBefore(i);
  }
  int month = Month(at);
  if (month == 0 || (taken == 0 && !PlainMonth(at))) return {};
  uint32_t last = at + 1;
  int end_day = 0;
  if (taken == 0) {
    // "sept . 30" in tokenized text.
    bool loose = last + 1 < limit_ && p_.Is(last, ".") && Space(last);
    if (loose && Day(last + 1, day) > 0) ++last;
    uint32_t more = Day(last, day);
    // "June 30", but "June 30 million" and "March 19%" are none.
    bool counts = more > 0 && last + more < limit_ &&
                  (ScaleAt(p_, last + more, false) || p_.Is(last + more, "%"));
    if (counts) more = day = 0;
    last += more;
    bool dash = more > 0 && (Hyphen(last) || p_.Is(last, "–"));
    uint32_t other = dash ? Day(last + 1, end_day) : 0;  // "June 3-5"
    if (other > 0 && end_day > day) last += 1 + other;
  }
  Partial date{0, month, day};
  bool ahead = anchor_.Ahead(i, last);
  uint32_t shift_at = at > i && Has(i, W::k_date_shift) ? i : limit_;
  date.year = YearAfter(last, last);
  if (date.year == 0 && shift_at < limit_ && anchor_.published()) {
    int shift = p_.Value(shift_at, W::k_date_shift, 0);
    date.year = anchor_.published()->year;
    if (shift < 0 && month >= anchor_.published()->month) --date.year;
    if (shift > 0 && month <= anchor_.published()->month) ++date.year;
  }
  std::string value = anchor_.Resolved(date, ahead);
  if (end_day > day && value.size() == 10) {
    if (date.year == 0) date.year = std::stoi(value.substr(0, 4));
    date.day = end_day;
    value += "/" + DateAnchor::Text(date);
    return Made(i, last, DateKind::kPeriod, value);
  }
  return Made(i, last, DateKind::kDate, value);
}

// "Q1 2026", "the first quarter of fiscal 2026", "second half of last year".
std::optional<DateMatch> CalendarDates::Quarter(uint32_t i) const {
  uint32_t at = Has(i, W::k_fiscal) ? i + 1 : i;
  if (at >= limit_) return {};
  YearPart part = QuarterAt(at);
  if (part.last == 0) return {};
  uint32_t last = part.last;
  // "its first quarter-on-quarter decline".
  bool compares = last + 1 < limit_ && p_.Is(last, "-") &&
                  (p_.IsWord(last + 1, "on") || p_.IsWord(last + 1, "over"));
  // "for the third quarter in a row".
  bool row = last + 2 < limit_ && p_.IsWord(last, "in") &&
             p_.IsWord(last + 1, "a") && p_.IsWord(last + 2, "row");
  if (compares || row || p_.IsWord(last, "running")) return {};
  if (p_.IsWord(last, "ended") || p_.IsWord(last, "ending")) {
    if (auto period = Period(i, last + 1, part.half ? 6 : 3, 0)) return period;
  }
  uint32_t next = last;
  while (next < limit_ && next < last + 4 &&
         (p_.IsWord(next, "of") || p_.IsWord(next, "the") ||
          p_.Has(next, W::k_fiscal) || p_.Is(next, ",") || p_.Is(next, "'") ||
          p_.Is(next, "’") || p_.IsWord(next, "year"))) {
    ++next;
  }
  int year = part.year;
  if (year == 0) year = YearAfter(next, last);
  bool apostrophe =
      next > last && (p_.Is(next - 1, "'") || p_.Is(next - 1, "’"));
  if (year == 0 && apostrophe && Digits(next) >= 0 &&
      p_.tokens[next].size == 2) {
    year = FullYear(Digits(next));  // "Q3 '25"
    last = next + 1;
  }
  std::string value;
  if (year == 0) {
    value = anchor_.Quarter(part.number, part.half, anchor_.Ahead(i, last));
  } else {
    value = part.half ? fmt::format("{:04}-H{}", year, part.number)
                      : IsoQuarter(year, part.number);
  }
  return Made(i, last, DateKind::kPeriod, value);
}

std::optional<DateMatch> CalendarDates::Period(uint32_t first, uint32_t i,
                                               int months, int days) const {
  auto end = i < limit_ ? MonthDate(i) : std::nullopt;
  if (!end) return {};
  std::string value = end->date.value;
  if (value.size() == 7) {  // a month told alone ends on its last day
    CivilDate month = *ParseIsoDate(value + "-01");
    value =
        IsoDay({month.year, month.month, DaysInMonth(month.year, month.month)});
  }
  auto day = ParseIsoDate(value);
  if (day && value.size() == 10) {
    CivilDate start = AddDays(*day, 1 - days);
    if (months > 0) {
      // A month's last day is the month's end, however long it is.
      CivilDate after = AddDays(*day, 1);
      start = AddMonths(after, -months);
    }
    value = IsoDay(start) + "/" + value;
  }
  return Made(first, end->last, DateKind::kPeriod, value);
}

// "the three months ended June 30", "year to March", "week ending Oct. 7".
std::optional<DateMatch> CalendarDates::Ended(uint32_t i) const {
  uint32_t at = Has(i, W::k_fiscal) ? i + 1 : i;
  int count = 1;
  NumberMatch number = ReadNumber(p_, at, limit_);
  if (number.last && !number.scaled && number.value.exponent == 0) {
    count = static_cast<int>(std::min<int64_t>(number.value.digits, 1000));
    at = number.last;
    if (Hyphen(at)) ++at;
  }
  std::string_view unit = PeriodUnit(at);
  if (unit.empty() || at + 2 >= limit_) return {};
  bool ended = p_.IsWord(at + 1, "ended") || p_.IsWord(at + 1, "ending");
  bool to = p_.IsWord(at + 1, "to") || p_.IsWord(at + 1, "through") ||
            p_.IsWord(at + 1, "until");
  if (!ended && !(to && (count > 1 || unit == "year"))) return {};
  int months = unit == "month"     ? count
               : unit == "quarter" ? 3 * count
               : unit == "half"    ? 6
               : unit == "year"    ? 12 * count
                                   : 0;
  int days = unit == "week" ? 7 * count : unit == "day" ? count : 0;
  if (months == 0 && days == 0) return {};
  uint32_t on = p_.IsWord(at + 2, "on") || p_.IsWord(at + 2, "in") ? 1 : 0;
  return Period(i, at + 2 + on, months, days);
}

// "first nine months of 2025", "last three months of the year".
std::optional<DateMatch> CalendarDates::Months(uint32_t i) const {
  bool front = p_.IsWord(i, "first");
  if ((!front && !p_.IsWord(i, "last")) || i + 4 >= limit_) return {};
  NumberMatch number = ReadNumber(p_, i + 1, limit_);
  bool months = number.last && PeriodUnit(number.last) == "month" &&
                number.value.exponent == 0 && number.value.digits > 0 &&
                number.value.digits < 12;
  if (!months || !p_.IsWord(number.last + 1, "of")) return {};
  uint32_t last = number.last + 2;
  int year = YearAfter(last, last);
  if (year == 0 && p_.IsWord(last, "the") && p_.IsWord(last + 1, "year") &&
      anchor_.published()) {
    year = anchor_.published()->year;
    last += 2;
  }
  if (year == 0) return {};
  int count = static_cast<int>(number.value.digits);
  int from = front ? 1 : 13 - count;
  return Made(i, last, DateKind::kPeriod,
              IsoMonth(year, from) + "/" + IsoMonth(year, from + count - 1));
}

// "the 1980s", "the '90s", "the nineties", "20th century".
std::optional<DateMatch> CalendarDates::Decade(uint32_t i) const {
  int value = Digits(i);
  bool plural = i + 1 < limit_ && !Space(i + 1) &&
                (p_.Is(i + 1, "s") || p_.Is(i + 1, "'s") || p_.Is(i + 1, "’s"));
  if (plural && value >= 1500 && value < 2150 && value % 10 == 0) {
    return Made(i, i + 2, DateKind::kPeriod, fmt::format("{:03}", value / 10));
  }
  bool short_form =
      i > first_ && !Space(i) &&
      (p_.Is(i - 1, "'") || p_.Is(i - 1, "’") || p_.Is(i - 1, "‘"));
  if (plural && short_form && value >= 10 && value < 100 && value % 10 == 0) {
    return Made(i, i + 2, DateKind::kPeriod, fmt::format("19{}", value / 10));
  }
  if (Has(i, W::k_decade_name) && Before(i, "the")) {
    return Made(i, i + 1, DateKind::kPeriod,
                fmt::format("19{}", p_.Value(i, W::k_decade_name)));
  }
  int century = p_.Value(i, W::k_ordinal, 0);
  uint32_t at = i + 1;
  if (century == 0 && value > 0 && value < 30 && at < limit_ && !Space(at)) {
    century = value;
    ++at;
  }
  if (century >= 10 && Hyphen(at)) ++at;
  if (century >= 10 && at < limit_ && p_.IsWord(at, "century")) {
    return Made(i, at + 1, DateKind::kPeriod,
                fmt::format("{:02}", century - 1));
  }
  return {};
}

// "last summer", "spring 2026", "in the fall of 1998".
std::optional<DateMatch> CalendarDates::Season(uint32_t i) const {
  uint32_t at = i;
  int shift = 0;
  bool shifted = Has(at, W::k_date_shift);
  if (shifted) shift = p_.Value(at++, W::k_date_shift, 0);
  if (!Has(at, W::k_season)) return {};
  // "a recent fall in sales".
  bool noun = p_.IsWord(at, "fall") && at + 1 < limit_ &&
              (p_.IsWord(at + 1, "in") || p_.IsWord(at + 1, "of"));
  bool vague = shifted && !p_.IsWord(i, "last") && !p_.IsWord(i, "this") &&
               !p_.IsWord(i, "next");
  if (noun && vague) return {};
  uint32_t last = at + 1;
  int year = 0;
  if (!p_.Is(last, ",")) year = YearAfter(last, last);
  bool after = Before(at, "in") || Before(at, "the") || Before(at, "by");
  bool verb = p_.Tagged(at, kVerbTags);
  if (!shifted && year == 0 && (!after || verb || p_.IsWord(at, "fall"))) {
    return {};
  }
  if (year == 0 && anchor_.published()) {
    year = anchor_.published()->year;
    if (shift < 0) --year;
    if (shift > 0) ++year;
  }
  std::string value;
  if (year) {
    value = fmt::format("{:04}-{}", year,
                        p_.lexicon->Text(p_.tokens[at].word, W::k_season));
  }
  return Made(i, last, DateKind::kPeriod, value);
}

// "Thanksgiving Day", "last Christmas", "Easter 2026".
std::optional<DateMatch> CalendarDates::Holiday(uint32_t i) const {
  uint32_t at = i;
  int shift = 0;
  if (Has(at, W::k_date_shift)) shift = p_.Value(at++, W::k_date_shift, 0);
  if (at >= limit_ || !p_.tokens[at].is(kCapital)) return {};
  auto holiday = p_.Match(at, W::k_holiday, limit_);
  if (holiday.length == 0) return {};
  uint32_t last = at + holiday.length;
  int year = YearAfter(last, last);
  return Made(
      i, last, DateKind::kDate,
      anchor_.Holiday(holiday.text, year, shift, anchor_.Ahead(i, last)));
}

// "2019", "nineteen ninety-six", "between 2019 and 2023", "fiscal 2017", "full
// year 2017", "FY25", "2019-2023".
std::optional<DateMatch> CalendarDates::Years(uint32_t i) const {
  bool between = p_.IsWord(i, "between");
  bool from = p_.IsWord(i, "from");
  uint32_t start = between || from ? i + 1 : i;
  uint32_t at = start;
  uint32_t year_word = p_.IsWord(at, "full") ? at + 1 : limit_;
  if (Hyphen(year_word)) ++year_word;
  if (Has(at, W::k_fiscal)) {
    ++at;
    if (p_.IsWord(at, "year")) ++at;
  } else if (p_.IsWord(year_word, "year") && IsYear(year_word + 1)) {
    at = year_word + 1;  // "full-year 2026"
  } else if (p_.IsWord(at, "year") && at > i) {
    return {};
  }
  if (at >= limit_) return {};
  std::string_view s = p_.str(at);
  if (s.size() >= 4 && s.size() <= 6 && s.starts_with("FY") && s[2] >= '0' &&
      s[2] <= '9') {
    int year = FullYear(std::stoi(std::string(s.substr(2))));
    return Made(at, at + 1, DateKind::kDate, IsoYear(year));
  }
  uint32_t last = 0;
  int year = YearAt(at, last);
  bool digits = IsYear(at);
  if (year == 0 || (digits && !YearHere(at))) return {};
  if (!digits &&
      !(at > first_ && (p_.Tagged(at - 1, Bit(Tag::kIN)) ||
                        p_.IsWord(at - 1, "year") || last > at + 1))) {
    return {};
  }
  bool dash = Hyphen(last) || p_.Is(last, "–") || p_.Is(last, "—");
  bool join =
      last + 1 < limit_ &&
      ((p_.IsWord(last, "and") && between) || (p_.IsWord(last, "to") && from) ||
       p_.IsWord(last, "through") || (dash && !Space(last + 1)));
  uint32_t end = 0;
  int other = join ? YearAt(last + 1, end) : 0;
  // "2014-15".
  if (join && dash && other == 0 && Digits(last + 1) == (year + 1) % 100 &&
      p_.tokens[last + 1].size == 2) {
    other = year + 1;
    end = last + 2;
  }
  if (other > year) {
    return Made(between || from ? i : start, end, DateKind::kPeriod,
                IsoYear(year) + "/" + IsoYear(other));
  }
  return Made(start, last, DateKind::kDate, IsoYear(year));
}

}  // namespace newsdigest
