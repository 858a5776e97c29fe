#include "figures/relative_dates.h"

#include <fmt/format.h>

#include <cmath>

namespace newsdigest {
namespace {

constexpr int64_t kMostUnits = 2000;  // further back nothing is resolved

// "2026-04-17" and "T09:00" give one time.
std::string AtTime(std::string_view day, std::string_view time) {
  return std::string(day.substr(0, 10)) + std::string(time);
}

}  // namespace

std::optional<DateMatch> RelativeDates::Read(uint32_t i) const {
  if (auto match = DayWord(i)) return match;
  if (auto match = Weekday(i)) return match;
  if (auto match = Weekend(i)) return match;
  if (auto match = Told(i)) return match;
  if (auto match = Shifted(i)) return match;
  if (auto match = TimeOfDay(i)) return match;
  if (auto match = Duration(i)) return match;
  if (auto match = Plurals(i)) return match;
  return YearAgo(i);
}

// "today", "last night", "this morning", "tonight".
std::optional<DateMatch> RelativeDates::DayWord(uint32_t i) const {
  auto day = p_.Match(i, W::k_day_word, limit_);
  if (day.length == 0) return {};
  uint32_t last = i + day.length;
  std::string value = anchor_.Shifted("day", day.value);
  std::string_view part =
      p_.lexicon->Text(p_.tokens[last - 1].word, W::k_day_part);
  if (part.empty() && last < limit_) {  // "tomorrow morning"
    part = p_.lexicon->Text(p_.tokens[last].word, W::k_day_part);
    if (!part.empty()) ++last;
  }
  if (!part.empty() && !value.empty()) value += "T" + std::string(part);
  return Made(i, last, part.empty() ? DateKind::kDate : DateKind::kTime, value);
}

// "Friday", "last Friday", "Friday morning", "Friday, April 17".
std::optional<DateMatch> RelativeDates::WeekdayOf(uint32_t i,
                                                  uint32_t from) const {
  uint32_t at = i;
  int shift = 0;
  if (Has(at, W::k_date_shift) && at + 1 < limit_) {
    shift = p_.Value(at++, W::k_date_shift, 0);
  }
  bool plain = Has(at, W::k_weekday) && p_.tokens[at].is(kCapital) &&
               (p_.str(at).size() >= 6 || p_.tokens[at].is(kDotted));
  if (!plain) return {};  // "Sun", "Sat" without a stop are none
  uint32_t last = at + 1;
  // A full date after the weekday tells the same day.
  uint32_t comma = p_.Is(last, ",") ? last + 1 : last;
  if (comma < limit_ && (Month(comma) || Digits(comma) > 0)) {
    auto date = calendar_.MonthDate(comma);
    if (date && (date->date.value.size() >= 10 || Digits(comma + 1) > 0)) {
      return Made(i, date->last, DateKind::kDate, date->date.value);
    }
  }
  std::string value = anchor_.Weekday(p_.Value(at, W::k_weekday), shift,
                                      anchor_.Ahead(from, last));
  if (Has(last, W::k_day_part)) {
    if (!value.empty()) {
      value += "T";
      value += p_.lexicon->Text(p_.tokens[last].word, W::k_day_part);
    }
    return Made(i, last + 1, DateKind::kTime, value);
  }
  return Made(i, last, DateKind::kDate, value);
}

// "the weekend", "last weekend", "over the weekend".
std::optional<DateMatch> RelativeDates::Weekend(uint32_t i) const {
  bool shifted = Has(i, W::k_date_shift);
  if (!shifted && !p_.IsWord(i, "the")) return {};
  if (i + 1 >= limit_ || !p_.Has(i + 1, W::k_weekend)) return {};
  int shift = shifted ? p_.Value(i, W::k_date_shift, 0) : 0;
  return Made(i, i + 2, DateKind::kPeriod,
              anchor_.Weekend(shift, anchor_.Ahead(i, i + 2)));
}

// From the date told last: "that year", "the same day", "the following
// month", "the next day".
std::optional<DateMatch> RelativeDates::Told(uint32_t i) const {
  uint32_t at = i;
  bool the = p_.IsWord(at, "the");
  if (the) ++at;
  bool that = !the && p_.IsWord(at, "that");
  if (p_.IsWord(at, "that") && p_.IsWord(at + 1, "same")) ++at;
  if (!that && !(the && Has(at, W::k_told_shift))) return {};
  int shift = p_.Value(at, W::k_told_shift, 0);
  uint32_t unit_at = at + 1;
  std::string_view unit = PeriodUnit(unit_at);
  bool part = Has(unit_at, W::k_day_part);
  if (part) unit = "day";
  if (unit.empty() || Plural(unit_at) || unit == "hour" || unit == "minute" ||
      unit == "second" || unit == "half" || unit == "quarter") {
    return {};
  }
  if (that && (p_.Tagged(i + 2, kNounTags))) return {};
  std::string value = anchor_.FromReference(unit, shift);
  if (part && !value.empty()) {
    value += "T";
    value += p_.lexicon->Text(p_.tokens[unit_at].word, W::k_day_part);
  }
  bool day = unit == "day";
  return Made(i, unit_at + 1,
              part  ? DateKind::kTime
              : day ? DateKind::kDate
                    : DateKind::kPeriod,
              value);
}

// "last week", "this year", "the next 18 months", "the past few weeks",
// "early next week".
std::optional<DateMatch> RelativeDates::Shifted(uint32_t i) const {
  // "the end of the month", "the beginning of last year".
  auto part = p_.Match(i, W::k_part_of, limit_);
  uint32_t start = i;
  uint32_t at = i + part.length;
  if (part.length > 0 && (Hyphen(at) || p_.IsWord(at, "in"))) ++at;
  bool whole = part.length > 0 && p_.IsWord(at, "the") &&
               !PeriodUnit(at + 1).empty() && !Plural(at + 1);
  if (whole && part.length > 1) {
    return Made(start, at + 2, DateKind::kPeriod,
                anchor_.Shifted(PeriodUnit(at + 1), 0));
  }
  if (!Has(at, W::k_date_shift)) return {};
  int shift = p_.Value(at, W::k_date_shift, 0);
  uint32_t shift_at = at++;
  if (Has(at, W::k_fiscal)) ++at;
  if (Amount amount = AmountAt(at); amount.last && !amount.article) {
    return Made(start, amount.last, DateKind::kDuration, amount.value,
                amount.vague);
  }
  std::string_view unit = PeriodUnit(at);
  if (unit.empty() || unit == "half" || unit == "hour" || unit == "minute" ||
      unit == "second") {
    return {};
  }
  if (Plural(at)) {
    return Made(start, at + 1, DateKind::kDuration, VagueDuration(unit));
  }
  bool past = p_.IsWord(shift_at, "past");
  bool recent = p_.IsWord(shift_at, "recent");
  if (recent || (past && (unit == "decade" || unit == "century"))) {
    return Made(start, at + 1, DateKind::kDuration,
                DurationValue({1, 0}, unit));
  }
  return Made(start, at + 1,
              unit == "day" ? DateKind::kDate : DateKind::kPeriod,
              anchor_.Shifted(unit, shift));
}

RelativeDates::Amount RelativeDates::AmountAt(uint32_t i) const {
  Amount amount;
  uint32_t at = i;
  Decimal value{1, 0};
  bool article = p_.IsWord(i, "a") || p_.IsWord(i, "an");
  uint32_t few = article ? i + 1 : i;
  NumberMatch number = ReadNumber(p_, i, limit_);
  if (Has(few, W::k_few) && !(number.last && number.high)) {
    amount.vague = true;
    article = false;
    at = few + 1;
    if (p_.IsWord(at, "of")) ++at;
    if (Has(at, W::k_more)) ++at;
  } else if (number.last &&
             (!number.part || !PeriodUnit(number.last).empty())) {
    at = number.last;
    value = number.value;
    amount.vague = number.high.has_value();
    if (amount.vague && p_.IsWord(at, "of")) ++at;
    if (Has(at, W::k_more)) ++at;
    article = false;
  } else if (article) {
    ++at;
  } else {
    return {};
  }
  uint32_t hyphen = Hyphen(at) ? 1 : 0;
  at += hyphen;
  amount.unit = PeriodUnit(at);
  if (amount.unit.empty() || amount.unit == "half") return {};
  bool second =
      amount.unit == "second" &&
      (article || p_.Tagged(at, Bit(Tag::kJJ)) || (!Plural(at) && hyphen == 0));
  bool quarter =
      amount.unit == "quarter" && !Plural(at) && !p_.IsWord(at + 1, "ago");
  if (second || quarter || (amount.vague && !Plural(at))) return {};
  amount.last = at + 1;
  amount.article = article;
  // "a minute and a half".
  bool half = p_.IsWord(at + 1, "and") && p_.IsWord(at + 2, "a") &&
              p_.IsWord(at + 3, "half") && at + 3 < limit_;
  if (half) {
    value = Plus(value, {5, -1});
    amount.last = at + 4;
  }
  bool whole = value.exponent >= 0 && value.exponent < 4;
  amount.count = whole ? std::llround(ToDouble(value)) : 0;
  amount.value = amount.vague ? VagueDuration(amount.unit)
                              : DurationValue(value, amount.unit);
  return amount;
}

// "two years ago", "a year earlier", "three days later".
std::optional<DateMatch> RelativeDates::FromNow(uint32_t i,
                                                const Amount& amount) const {
  uint32_t at = amount.last;
  if (p_.IsWord(at, "or") && p_.IsWord(at + 1, "so")) at += 2;
  if (!Has(at, W::k_from_now)) return {};
  uint32_t last = at + 1;
  std::string value = amount.value;
  bool known = !amount.vague && amount.count > 0 && amount.count < kMostUnits;
  int n = p_.Value(at, W::k_from_now) * static_cast<int>(amount.count);
  bool ago = p_.IsWord(at, "ago") || (amount.article && amount.unit == "year" &&
                                      p_.IsWord(at, "earlier"));
  if (amount.vague) {
    value.clear();
  } else if (ago && known) {
    bool decade = amount.unit == "decade";
    std::string then =
        anchor_.Shifted(decade ? "year" : amount.unit, decade ? 10 * n : n);
    if (anchor_.published()) value = then;
  } else if (known) {
    std::string then = anchor_.FromReference(amount.unit, n);
    if (!then.empty()) value = then;
  }
  bool length = value.starts_with('P');  // nothing to count from
  return Made(i, last, length ? DateKind::kDuration : DateKind::kDate, value);
}

// "18 months", "a decade", "9-day", "a few weeks", "two years ago".
std::optional<DateMatch> RelativeDates::Duration(uint32_t i) const {
  Amount amount = AmountAt(i);
  if (amount.last == 0) return {};
  uint32_t last = amount.last;
  if (amount.article && Hyphen(last)) return {};
  if (auto then = FromNow(i, amount)) return then;
  // "$5 a year", "twice a day", "sales a month": a rate, no time.
  bool rate = amount.article && i > first_ &&
              (p_.Tagged(i - 1, Bit(Tag::kCD) | Bit(Tag::kSYM)) ||
               p_.Tagged(i - 1, kNounTags) || Has(i - 1, W::k_multiple_verb));
  if (rate) return {};
  // An age, as a figure reads it.
  uint32_t old = Hyphen(last) ? last + 1 : last;
  if (p_.IsWord(old, "old") || p_.IsWord(old, "olds")) return {};
  // "one day he will": no length of time; "24 hours a day".
  bool someday =
      p_.IsWord(i, "one") && amount.unit == "day" && !Hyphen(i + 1) &&
      (i == first_ || !p_.Tagged(i - 1, Bit(Tag::kIN) | Bit(Tag::kJJ)));
  if (someday) return {};
  // Two units in one length: "24 hours and 39 minutes".
  uint32_t next = last;
  if (p_.Is(next, ",")) ++next;
  if (p_.IsWord(next, "and")) ++next;
  std::string value = amount.value;
  if (next < limit_ && !amount.vague && !amount.article) {
    Amount more = AmountAt(next);
    bool smaller = more.last && !more.vague && !more.article &&
                   more.unit != amount.unit &&
                   ((value.starts_with("PT") && more.value.starts_with("PT") &&
                     amount.unit != "second") ||
                    (amount.unit == "year" && more.unit == "month"));
    if (smaller) {
      value += more.value.substr(value.starts_with("PT") ? 2 : 1);
      last = more.last;
    }
  }
  return Made(i, last, DateKind::kDuration, value, amount.vague);
}

// "for weeks", "within days", "in the months before", "over the years".
std::optional<DateMatch> RelativeDates::Plurals(uint32_t i) const {
  bool every = Has(i, W::k_every);
  if (every && !PeriodUnit(i + 1).empty() && !Plural(i + 1)) {
    std::string_view unit = PeriodUnit(i + 1);
    if (unit == "second" || unit == "half" || unit == "quarter") return {};
    return Made(i, i + 2, DateKind::kDuration, DurationValue({1, 0}, unit));
  }
  std::string_view unit = PeriodUnit(i);
  if (unit.empty() || !Plural(i) || i == first_) return {};
  bool the = p_.IsWord(i - 1, "the");
  uint32_t word = the ? i - 1 : i;
  bool spans = word > first_ && Has(word - 1, W::k_spans_time);
  bool from = p_.IsWord(i + 1, "before") || p_.IsWord(i + 1, "after") ||
              p_.IsWord(i + 1, "later") || p_.IsWord(i + 1, "earlier");
  if (!spans && !(from && !the)) return {};
  std::string value = VagueDuration(unit);
  if (value.empty()) return {};
  return Made(i, i + 1, DateKind::kDuration, value);
}

// "the year-earlier period", "the year-ago quarter", "year-end".
std::optional<DateMatch> RelativeDates::YearAgo(uint32_t i) const {
  std::string_view unit = PeriodUnit(i);
  bool hyphen = !unit.empty() && Hyphen(i + 1) && i + 2 < limit_;
  bool before =
      hyphen && (p_.IsWord(i + 2, "earlier") || p_.IsWord(i + 2, "ago"));
  if (before) {
    return Made(i, i + 3, DateKind::kPeriod, anchor_.Shifted(unit, -1));
  }
  if (hyphen && p_.IsWord(i + 2, "end")) {
    return Made(i, i + 3, DateKind::kPeriod, anchor_.Shifted(unit, 0));
  }
  return {};
}

std::optional<DateMatch> RelativeDates::Clock(uint32_t i) const {
  if (i >= limit_) return {};
  if (Has(i, W::k_clock_word)) {
    return Made(i, i + 1, DateKind::kTime,
                fmt::format("T{:02}:00", p_.Value(i, W::k_clock_word)));
  }
  int hour = Digits(i);
  if (hour < 0 || hour > 24 || p_.tokens[i].size > 2) return {};
  uint32_t last = i + 1;
  int minute = 0;
  bool clock = last + 1 < limit_ && (p_.Is(last, ":")) && !Space(last) &&
               Digits(last + 1) >= 0 && Digits(last + 1) < 60 &&
               p_.tokens[last + 1].size == 2 && !Space(last + 1);
  if (clock) {
    minute = Digits(last + 1);
    last += 2;
  }
  bool half_day = Has(last, W::k_half_day);
  if (half_day) {
    int noon = p_.Value(last, W::k_half_day);
    if (noon == 12 && hour < 12) hour += 12;
    if (noon == 0 && hour == 12) hour = 0;
    ++last;
  }
  if (!clock && !half_day) return {};
  if (Has(last, W::k_time_zone)) ++last;
  return Made(i, last, DateKind::kTime,
              fmt::format("T{:02}:{:02}", hour, minute));
}

// "9 a.m. Tuesday", "at noon on Friday", "10:30".
std::optional<DateMatch> RelativeDates::TimeOfDay(uint32_t i) const {
  auto time = Clock(i);
  if (!time) return {};
  uint32_t next = time->last;
  if (p_.IsWord(next, "on")) ++next;
  if (next >= limit_) return time;
  auto day = WeekdayOf(next, i);
  if (!day) day = DayWord(next);
  if (!day) day = calendar_.MonthDate(next);
  if (!day || day->date.value.size() != 10) return time;
  return Made(i, day->last, DateKind::kTime,
              AtTime(day->date.value, time->date.value));
}

}  // namespace newsdigest
