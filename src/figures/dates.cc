#include "figures/dates.h"

#include <fmt/format.h>

#include <algorithm>

#include "figures/date_words.h"
#include "figures/number.h"

namespace newsdigest {
namespace {

using W = WordClass;

class DateReader : private DateWords {
 public:
  DateReader(const Passage& passage, const std::optional<CivilDate>& published)
      : DateWords(passage, published) {}

  std::vector<DateMatch> Run() {
    for (const Sentence& sentence : p_.sentences) {
      first_ = sentence.first;
      limit_ = sentence.last;
      future_ = SpeaksOfFuture();
      for (uint32_t i = first_; i < limit_;) {
        uint32_t next = Step(i);
        i = std::max(next, i + 1);
      }
    }
    return std::move(out_);
  }

 private:
  bool SpeaksOfFuture() const {
    for (uint32_t i = first_; i < limit_; ++i) {
      if (p_.IsWord(i, "will") || p_.IsWord(i, "upcoming")) return true;
      if (p_.IsWord(i, "scheduled") || p_.IsWord(i, "expected")) return true;
    }
    return false;
  }

  uint32_t Push(uint32_t first, uint32_t last, DateKind kind, std::string value,
                bool calendar) {
    DateMatch match;
    match.first = first;
    match.last = last;
    match.calendar = calendar;
    match.date.kind = kind;
    match.date.span = p_.span(first, last);
    match.date.value = std::move(value);
    out_.push_back(std::move(match));
    return last;
  }

  uint32_t Step(uint32_t i) {
    if (uint32_t last = Numeric(i)) return last;
    if (uint32_t last = DayPart(i)) return last;
    if (uint32_t last = MonthDate(i)) return last;
    if (uint32_t last = WeekdayDate(i)) return last;
    if (uint32_t last = Quarter(i)) return last;
    if (uint32_t last = Decade(i)) return last;
    if (uint32_t last = Shifted(i)) return last;
    if (uint32_t last = Season(i)) return last;
    if (uint32_t last = Years(i)) return last;
    if (uint32_t last = TimeOfDay(i)) return last;
    if (uint32_t last = Duration(i)) return last;
    if (uint32_t last = Words(i)) return last;
    return i + 1;
  }

  // "2026-04-17", "4/17/2026", "17.4.2026" parts.
  uint32_t Numeric(uint32_t i) {
    if (i + 4 >= limit_ || Digits(i) < 0) return 0;
    bool dash = p_.Is(i + 1, "-") && p_.Is(i + 3, "-");
    bool slash = p_.Is(i + 1, "/") && p_.Is(i + 3, "/");
    if ((!dash && !slash) || Space(i + 1) || Space(i + 2) || Space(i + 3) ||
        Space(i + 4)) {
      return 0;
    }
    int a = Digits(i);
    int b = Digits(i + 2);
    int c = Digits(i + 4);
    Partial date;
    if (IsYear(i)) {
      date = {a, b, c};
    } else if (slash && c >= 0 && p_.tokens[i + 4].size >= 2) {
      int year = c < 100 ? (c < 50 ? 2000 + c : 1900 + c) : c;
      date = a > 12 ? Partial{year, b, a} : Partial{year, a, b};
    } else {
      return 0;
    }
    if (date.month < 1 || date.month > 12 || date.day < 1 ||
        date.day > DaysInMonth(date.year, date.month)) {
      return 0;
    }
    return Push(i, i + 5, DateKind::kDate, Text(date), true);
  }

  uint32_t MonthDate(uint32_t i) {
    int day = 0;
    uint32_t start = i;
    uint32_t at = i;
    uint32_t taken = Day(i, day);
    if (taken > 0) {  // "17 April 2026", "17th of April"
      at = i + taken;
      if (at < limit_ && p_.IsWord(at, "of")) ++at;
      if (Month(at) == 0 ||
          (at > i + 1 && Digits(at + 1) > 0 && p_.tokens[at + 1].size <= 2)) {
        return 0;
      }
    } else if (PartBefore(i) > 0) {
      at = i + PartBefore(i);
    }
    int month = Month(at);
    if (month == 0 || (taken == 0 && !PlainMonth(at))) return 0;
    uint32_t last = at + 1;
    if (taken == 0) {
      // "sept . 30" in tokenized text.
      bool loose = last + 1 < limit_ && p_.Is(last, ".") && Space(last);
      if (loose && Day(last + 1, day) > 0) ++last;
      uint32_t more = Day(last, day);
      // "June 30", but "June 30 million" and "March 19%" are none.
      if (more > 0 && last + more < limit_ &&
          (ScaleAt(p_, last + more, false) || p_.Is(last + more, "%"))) {
        more = 0;
        day = 0;
      }
      last += more;
      if (more > 0 && Hyphen(last)) {  // "June 3-5"
        int end = 0;
        uint32_t other = Day(last + 1, end);
        if (other > 0) last += 1 + other;
      }
    }
    Partial date{0, month, day};
    uint32_t year_at = last;
    if (year_at < limit_ && (p_.Is(year_at, ",") || p_.IsWord(year_at, "of"))) {
      ++year_at;
    }
    if (year_at < limit_ && IsYear(year_at)) {
      date.year = Digits(year_at);
      last = year_at + 1;
    } else if (last < limit_ && p_.Has(last, W::k_date_shift) == false &&
               last + 1 < limit_ && p_.IsWord(last, "last") &&
               p_.IsWord(last + 1, "year")) {
      last += 2;
    }
    std::string value;
    if (date.year == 0 && at > i && p_.Has(i, W::k_date_shift) && published_) {
      int shift = p_.Value(i, W::k_date_shift, 0);
      int year = published_->year;
      if (shift < 0 && month >= published_->month) --year;
      if (shift > 0 && month <= published_->month) ++year;
      date.year = year;
    }
    value = Resolved(date);
    return Push(start, last, DateKind::kDate, value, true);
  }

  // "Friday", "last Friday", "Friday morning", "Friday, April 17".
  uint32_t WeekdayDate(uint32_t i) {
    uint32_t at = i;
    int shift = 0;
    bool shifted = false;
    if (p_.Has(at, W::k_date_shift) && at + 1 < limit_) {
      shift = p_.Value(at, W::k_date_shift, 0);
      shifted = true;
      ++at;
    }
    if (at >= limit_ || !p_.Has(at, W::k_weekday) ||
        !p_.tokens[at].is(kCapital)) {
      return 0;
    }
    if (p_.str(at).size() < 6 && !p_.tokens[at].is(kDotted)) {
      return 0;  // "Sun", "Sat" without a stop
    }
    int day = p_.Value(at, W::k_weekday);
    uint32_t last = at + 1;
    // A full date after the weekday tells the same day.
    uint32_t comma = last < limit_ && p_.Is(last, ",") ? last + 1 : last;
    if (comma < limit_ && Month(comma) && PlainMonth(comma)) {
      size_t before = out_.size();
      uint32_t end = MonthDate(comma);
      if (end && out_.size() > before) {
        out_.back().first = i;
        out_.back().date.span = p_.span(i, end);
        return end;
      }
    }
    std::string value;
    if (published_) {
      int today = Weekday(*published_);
      int64_t days = day - today;
      if (shifted && shift < 0) {
        if (days >= 0) days -= 7;
      } else if (shifted && shift > 0) {
        if (days <= 0) days += 7;
      } else if (future_ && days != 0) {
        if (days < 0) days += 7;
      } else if (days > 0) {
        days -= 7;
      }
      value = IsoDay(AddDays(*published_, days));
    }
    DateKind kind = DateKind::kDate;
    if (last < limit_ && p_.Has(last, W::k_day_part)) {
      kind = DateKind::kTime;
      if (!value.empty()) {
        value += "T";
        value += p_.lexicon->Text(p_.tokens[last].word, W::k_day_part);
      }
      ++last;
    }
    return Push(i, last, kind, value, true);
  }

  // "Q1 2026", "the first quarter of 2026", "second half of last year".
  uint32_t Quarter(uint32_t i) {
    uint32_t start = i;
    uint32_t at = i;
    if (p_.Has(at, W::k_fiscal)) ++at;
    if (at >= limit_) return 0;
    uint32_t last = 0;
    int half = 0;
    int number = QuarterNumber(at, last, half);
    if (number == 0) return 0;
    int year = 0;
    uint32_t next = last;
    while (next < limit_ && next < last + 4 &&
           (p_.IsWord(next, "of") || p_.IsWord(next, "the") ||
            p_.Has(next, W::k_fiscal) || p_.Is(next, ",") ||
            p_.IsWord(next, "year"))) {
      ++next;
    }
    if (next < limit_ && IsYear(next)) {
      year = Digits(next);
      last = next + 1;
    } else if (next + 1 < limit_ && p_.Has(next, W::k_date_shift) &&
               p_.IsWord(next + 1, "year") && published_) {
      year = published_->year + p_.Value(next, W::k_date_shift, 0);
      last = next + 2;
    } else if (published_) {
      year = published_->year;
      int now =
          half ? (published_->month + 5) / 6 : (published_->month + 2) / 3;
      if (number > now && !future_) --year;
    }
    std::string value;
    if (year > 0) {
      value = half ? fmt::format("{:04}-H{}", year, number)
                   : IsoQuarter(year, number);
    }
    return Push(start, last, DateKind::kPeriod, value, true);
  }

  // "the 1980s", "20th century".
  uint32_t Decade(uint32_t i) {
    int value = Digits(i);
    if (value >= 1700 && value < 2100 && value % 10 == 0 && i + 1 < limit_ &&
        !Space(i + 1) && (p_.Is(i + 1, "s") || p_.Is(i + 1, "'s"))) {
      return Push(i, i + 2, DateKind::kPeriod, fmt::format("{:03}", value / 10),
                  true);
    }
    if (value >= 10 && value < 100 && value % 10 == 0 && i > first_ &&
        (p_.Is(i - 1, "'") || p_.Is(i - 1, "’") || p_.Is(i - 1, "‘")) &&
        !Space(i) && i + 1 < limit_ && p_.Is(i + 1, "s")) {
      return Push(i, i + 2, DateKind::kPeriod, fmt::format("19{}", value / 10),
                  true);
    }
    int century = p_.Value(i, W::k_ordinal, 0);
    uint32_t at = i + 1;
    if (century == 0 && value > 0 && value < 30 && at < limit_ && !Space(at)) {
      century = value;
      ++at;
    }
    if (century >= 10 && Hyphen(at)) ++at;
    if (century >= 10 && at < limit_ && p_.IsWord(at, "century")) {
      return Push(i, at + 1, DateKind::kPeriod,
                  fmt::format("{:02}", century - 1), true);
    }
    return 0;
  }

  // "last week", "this year", "the next 18 months", "the same quarter".
  uint32_t Shifted(uint32_t i) {
    if (!p_.Has(i, W::k_date_shift)) return 0;
    int shift = p_.Value(i, W::k_date_shift, 0);
    uint32_t at = i + 1;
    if (at < limit_ && p_.Has(at, W::k_fiscal)) ++at;
    NumberMatch number =
        at < limit_ ? ReadNumber(p_, at, limit_) : NumberMatch{};
    if (number.last && !PeriodUnit(number.last).empty()) {
      std::string_view unit = PeriodUnit(number.last);
      return Push(i, number.last + 1, DateKind::kDuration,
                  DurationValue(number.value, unit), false);
    }
    std::string_view unit = PeriodUnit(at);
    if (at < limit_ && p_.IsWord(at, "weekend")) unit = "week";
    if (unit.empty() || unit == "half" || unit == "hour" || unit == "minute" ||
        unit == "second") {
      return 0;
    }
    bool plural = p_.Tagged(at, Bit(Tag::kNNS));
    if (plural) {
      char letter = unit == "year"    ? 'Y'
                    : unit == "month" ? 'M'
                    : unit == "week"  ? 'W'
                                      : 'D';
      return Push(i, at + 1, DateKind::kDuration, fmt::format("PX{}", letter),
                  true);
    }
    uint32_t start = i;
    auto part =
        i > first_ ? p_.Match(i - 1, W::k_part_of, i) : Passage::ClassMatch{};
    if (part.length == 1) --start;
    if (p_.IsWord(i, "past") || p_.IsWord(i, "recent")) {
      if (unit == "decade" || unit == "century" || p_.IsWord(i, "recent")) {
        return Push(start, at + 1, DateKind::kDuration,
                    DurationValue({1, 0}, unit), true);
      }
    }
    DateKind kind = unit == "day" ? DateKind::kDate : DateKind::kPeriod;
    return Push(start, at + 1, kind, ShiftedValue(unit, shift), true);
  }

  uint32_t Season(uint32_t i) {
    uint32_t at = i;
    int shift = 0;
    bool shifted = p_.Has(at, W::k_date_shift);
    if (shifted) {
      shift = p_.Value(at, W::k_date_shift, 0);
      ++at;
    }
    if (at >= limit_ || !p_.Has(at, W::k_season)) return 0;
    uint32_t last = at + 1;
    int year = 0;
    uint32_t next = last < limit_ && p_.IsWord(last, "of") ? last + 1 : last;
    if (next < limit_ && IsYear(next)) {
      year = Digits(next);
      last = next + 1;
    }
    bool after =
        at > first_ && (p_.IsWord(at - 1, "in") || p_.IsWord(at - 1, "the") ||
                        p_.IsWord(at - 1, "by"));
    bool verb = p_.Tagged(at, kVerbTags);
    if (!shifted && year == 0 && (!after || verb || p_.IsWord(at, "fall"))) {
      return 0;
    }
    if (year == 0 && published_) {
      year = published_->year;
      if (shift < 0) --year;
      if (shift > 0) ++year;
    }
    std::string value;
    if (year) {
      value = fmt::format("{:04}-{}", year,
                          p_.lexicon->Text(p_.tokens[at].word, W::k_season));
    }
    return Push(i, last, DateKind::kPeriod, value, true);
  }

  // "2019", "between 2019 and 2023", "fiscal 2017", "2019-2023".
  uint32_t Years(uint32_t i) {
    uint32_t start = i;
    uint32_t at = i;
    bool span = p_.IsWord(i, "between") || p_.IsWord(i, "from");
    if (span) ++at;
    bool fiscal = at < limit_ && p_.Has(at, W::k_fiscal);
    if (fiscal) ++at;
    if (fiscal && at < limit_ && p_.IsWord(at, "year")) ++at;
    if (at >= limit_ || !IsYear(at) || !YearHere(at)) return 0;
    int year = Digits(at);
    uint32_t next = at + 1;
    bool join = next + 1 < limit_ &&
                ((p_.IsWord(next, "and") && p_.IsWord(i, "between")) ||
                 (p_.IsWord(next, "to") && p_.IsWord(i, "from")) ||
                 (p_.IsWord(next, "through")) ||
                 ((Hyphen(next) || p_.Is(next, "–")) && !Space(next + 1)));
    if (join && IsYear(next + 1) && Digits(next + 1) > year) {
      return Push(start, next + 2, DateKind::kPeriod,
                  IsoYear(year) + "/" + IsoYear(Digits(next + 1)), true);
    }
    if (span) start = at;
    if (fiscal) start = i + (span ? 1 : 0);
    return Push(start, at + 1, DateKind::kDate, IsoYear(year), true);
  }

  uint32_t TimeOfDay(uint32_t i) {
    int hour = Digits(i);
    if (hour < 0 || hour > 24) return 0;
    uint32_t last = i + 1;
    int minute = 0;
    bool clock = last + 1 < limit_ && p_.Is(last, ":") && !Space(last) &&
                 Digits(last + 1) >= 0 && Digits(last + 1) < 60 &&
                 p_.tokens[last + 1].size == 2 && !Space(last + 1);
    if (clock) {
      minute = Digits(last + 1);
      last += 2;
    }
    bool half_day = false;
    if (last < limit_) {
      std::string_view s = p_.str(last);
      bool am = s == "a.m." || s == "am" || s == "AM" || s == "A.M.";
      bool pm = s == "p.m." || s == "pm" || s == "PM" || s == "P.M.";
      if (am || pm) {
        half_day = true;
        if (pm && hour < 12) hour += 12;
        if (am && hour == 12) hour = 0;
        ++last;
      }
    }
    if (!clock && !half_day) return 0;
    if (!half_day && p_.tokens[i].size > 2) return 0;
    return Push(i, last, DateKind::kTime,
                fmt::format("T{:02}:{:02}", hour, minute), true);
  }

  // "18 months", "a decade", "9-day", "two years ago", "a year earlier".
  uint32_t Duration(uint32_t i) {
    uint32_t at = i;
    Decimal amount{1, 0};
    bool article = p_.IsWord(i, "a") || p_.IsWord(i, "an");
    NumberMatch number = ReadNumber(p_, i, limit_);
    if (number.last) {
      at = number.last;
      amount = number.value;
    } else if (article) {
      ++at;
    } else {
      return 0;
    }
    if (Hyphen(at)) ++at;
    std::string_view unit = PeriodUnit(at);
    if (unit.empty() || unit == "half") return 0;
    if (unit == "quarter" && !p_.Tagged(at, Bit(Tag::kNNS)) &&
        !p_.IsWord(at + 1, "ago")) {
      return 0;
    }
    if (unit == "second" && p_.Tagged(at, Bit(Tag::kJJ))) return 0;
    uint32_t last = at + 1;
    if (article && last < limit_ && Hyphen(last)) return 0;
    // "$5 a year", "per month": a rate, no time.
    if (article && i > first_ && !number.last &&
        (p_.Tagged(i - 1, Bit(Tag::kCD) | Bit(Tag::kSYM)) ||
         p_.Tagged(i - 1, kNounTags))) {
      bool rate = last >= limit_ || !Later(last);
      if (rate) return 0;
    }
    std::string value = DurationValue(amount, unit);
    if (last < limit_ && Later(last)) {
      int sign = p_.IsWord(last, "later") ? 1 : -1;
      bool ago = p_.IsWord(last, "ago");
      int64_t whole = amount.exponent >= 0 && amount.exponent < 6
                          ? static_cast<int64_t>(ToDouble(amount))
                          : 0;
      if (ago && published_ && whole > 0 && whole < 2000) {
        int n = sign * static_cast<int>(whole);
        value = unit == "decade"    ? IsoYear(published_->year + 10 * n)
                : unit == "century" ? std::string()
                                    : ShiftedValue(unit, n);
      }
      return Push(i, last + 1, DateKind::kDate, value, true);
    }
    if (Hyphen(last) && last + 1 < limit_ && p_.IsWord(last + 1, "old")) {
      return 0;  // an age
    }
    if (last < limit_ && p_.IsWord(last, "old")) return 0;
    if (article && !number.last && unit == "second") return 0;
    return Push(i, last, DateKind::kDuration, value, false);
  }

  // "this morning", "last night", "today": by the day of publication.
  uint32_t DayPart(uint32_t i) {
    auto day = p_.Match(i, W::k_day_word, limit_);
    if (day.length > 0) {
      std::string value;
      if (published_) value = IsoDay(AddDays(*published_, day.value));
      bool part = day.length > 1 || p_.IsWord(i, "tonight");
      if (part && !value.empty()) {
        std::string_view name =
            p_.lexicon->Text(p_.tokens[i + day.length - 1].word, W::k_day_part);
        if (!name.empty()) value += "T" + std::string(name);
        if (p_.IsWord(i, "tonight")) value += "TNI";
      }
      return Push(i, i + day.length, part ? DateKind::kTime : DateKind::kDate,
                  value, true);
    }
    return 0;
  }

  // "now", "recently", "the year-earlier period", "a year-ago".
  uint32_t Words(uint32_t i) {
    std::string_view unit = PeriodUnit(i);
    if (unit == "year" && Hyphen(i + 1) && i + 2 < limit_ &&
        (p_.IsWord(i + 2, "earlier") || p_.IsWord(i + 2, "ago"))) {
      std::string value;
      if (published_) value = IsoYear(published_->year - 1);
      return Push(i, i + 3, DateKind::kPeriod, value, true);
    }
    return 0;
  }

  std::vector<DateMatch> out_;
};

}  // namespace

std::vector<DateMatch> FindDates(const Passage& passage,
                                 const std::optional<CivilDate>& published) {
  return DateReader(passage, published).Run();
}

}  // namespace newsdigest
