#include "figures/date_anchor.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace newsdigest {
namespace {

using W = WordClass;

constexpr uint32_t kReach = 16;  // tokens on both sides of a date
constexpr int kNearMonth = 31;   // days ahead that need no word of future
constexpr int kNearDay = 45;
constexpr int kPastOfFuture = 60;  // days back that "will" still means

int Number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// Easter Sunday of the Gregorian calendar (the anonymous algorithm).
CivilDate Easter(int year) {
  int a = year % 19;
  int b = year / 100;
  int c = year % 100;
  int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int n = h + l - 7 * m + 114;
  return {year, n / 31, n % 31 + 1};
}

}  // namespace

std::optional<CivilDate> HolidayIn(int year, std::string_view rule) {
  int after = 0;
  size_t plus = rule.find_first_of("+", 1);
  size_t minus = rule.find("--");
  if (minus != rule.npos) {
    after = -Number(rule.substr(minus + 2));
    rule = rule.substr(0, minus);
  } else if (plus != rule.npos) {
    after = Number(rule.substr(plus + 1));
    rule = rule.substr(0, plus);
  }
  if (rule == "easter") return AddDays(Easter(year), after);
  size_t dash = rule.find('-');
  if (dash == rule.npos) return {};
  int month = Number(rule.substr(0, dash));
  std::string_view rest = rule.substr(dash + 1);
  size_t dot = rest.find('.');
  if (month < 1 || month > 12) return {};
  if (dot == rest.npos) {
    return AddDays({year, month, Number(rest)}, after);
  }
  // The n-th such weekday of the month; 5: the last one.
  int nth = Number(rest.substr(0, dot));
  int day = Number(rest.substr(dot + 1));
  CivilDate start{year, month, 1};
  int first = 1 + (day - Weekday(start) + 7) % 7;
  int of_month = first + 7 * (nth - 1);
  while (of_month > DaysInMonth(year, month)) of_month -= 7;
  return AddDays({year, month, of_month}, after);
}

bool DateAnchor::LooksAhead(uint32_t i) const {
  for (uint32_t id : {p_.tokens[i].word, p_.VerbLemmaId(i)}) {
    std::string_view status = p_.lexicon->Text(id, W::k_embeds);
    if (status.empty()) status = p_.lexicon->Text(id, W::k_noun_status);
    if (status == "planned" || status == "expected") return true;
  }
  return false;
}

DateAnchor::Tense DateAnchor::Left(uint32_t i) const {
  uint32_t end = i > first_ + kReach ? i - kReach : first_;
  for (uint32_t k = i; k > end; --k) {
    uint32_t at = k - 1;
    if (p_.Is(at, ";") || p_.Is(at, ":")) break;
    Tag tag = p_.tags[at];
    // "predicted Wednesday", "agreed in April", "issued Thursday".
    bool near = k == i || (k + 1 == i && p_.Tagged(k, Bit(Tag::kIN)));
    if (tag == Tag::kMD) {
      if (p_.Has(at, W::k_able)) continue;
      return Tense::kFuture;
    }
    bool infinitive = tag == Tag::kVB && at > first_ &&
                      p_.Tagged(at - 1, Bit(Tag::kTO)) && at > first_ + 1;
    if (infinitive && LooksAhead(at - 2)) return Tense::kFuture;
    if (tag == Tag::kVBD) {
      return !near && LooksAhead(at) && !p_.Has(at, W::k_be) &&
                     !p_.Has(at, W::k_say)
                 ? Tense::kFuture
                 : Tense::kPast;
    }
    if (tag == Tag::kVBN) {
      bool perfect = at > first_ && p_.Has(at - 1, W::k_have);
      if (perfect) return Tense::kPast;
      if (LooksAhead(at)) return Tense::kFuture;
      if (near && !(at > first_ && p_.Has(at - 1, W::k_be))) {
        return Tense::kPast;
      }
    }
    if (tag == Tag::kVBZ || tag == Tag::kVBP) {
      if (LooksAhead(at)) return Tense::kFuture;
    }
  }
  return Tense::kNone;
}

DateAnchor::Tense DateAnchor::Right(uint32_t i) const {
  uint32_t end = std::min(limit_, i + kReach);
  for (uint32_t k = i; k < end; ++k) {
    if (p_.Is(k, ";")) break;
    if (p_.Tagged(k, Bit(Tag::kMD))) return Tense::kFuture;
    if (p_.Tagged(k, Bit(Tag::kVBD))) return Tense::kPast;
    if (p_.Tagged(k, Bit(Tag::kVBZ) | Bit(Tag::kVBP))) {
      return LooksAhead(k) ? Tense::kFuture : Tense::kNone;
    }
  }
  return Tense::kNone;
}

bool DateAnchor::Ahead(uint32_t first, uint32_t last) const {
  // "Wednesday's ruling".
  if (last < limit_ && p_.Tagged(last, Bit(Tag::kPOS))) return false;
  Tense left = Left(first);
  uint32_t before = first;
  while (before > first_ && p_.Tagged(before - 1, Bit(Tag::kDT))) --before;
  if (before > first_ && p_.Has(before - 1, W::k_ahead)) {
    // "until Friday", but "was open until Friday".
    for (uint32_t k = before - 1; k > first_; --k) {
      if (p_.Tagged(k - 1, Bit(Tag::kVBD))) return !p_.Has(k - 1, W::k_be);
      if (p_.Tagged(k - 1, kFiniteTags | Bit(Tag::kMD))) break;
    }
    return true;
  }
  if (left != Tense::kNone) return left == Tense::kFuture;
  return Right(last) == Tense::kFuture;
}

std::string DateAnchor::Text(const Partial& date) {
  if (date.day > 0 && date.day <= DaysInMonth(date.year, date.month)) {
    return IsoDay({date.year, date.month, date.day});
  }
  if (date.month > 0) return IsoMonth(date.year, date.month);
  return IsoYear(date.year);
}

std::string DateAnchor::Resolved(Partial date, bool ahead) const {
  if (date.year == 0) {
    if (!published_) return {};
    date.year = published_->year;
    int day = date.day > 0
                  ? std::min(date.day, DaysInMonth(date.year, date.month))
                  : 1;
    int64_t days = DaysFromCivil({date.year, date.month, day}) -
                   DaysFromCivil(*published_);
    if (ahead) {
      if (days < -kPastOfFuture) ++date.year;
    } else if (days > (date.day > 0 ? kNearDay : kNearMonth)) {
      --date.year;
    }
  }
  return Text(date);
}

std::string DateAnchor::Shifted(std::string_view unit, int shift) const {
  if (!published_) return {};
  if (unit == "day") return IsoDay(AddDays(*published_, shift));
  if (unit == "week" || unit == "fortnight") {
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
  if (unit == "century") {
    return fmt::format("{:02}", published_->year / 100 + shift);
  }
  return {};
}

std::string DateAnchor::FromReference(std::string_view unit, int shift) const {
  const Partial& from = reference_;
  if (from.year == 0) return {};
  if (unit == "year") return IsoYear(from.year + shift);
  if (unit == "decade") return fmt::format("{:03}", from.year / 10 + shift);
  if (unit == "month" && from.month > 0) {
    CivilDate then = AddMonths({from.year, from.month, 1}, shift);
    return IsoMonth(then.year, then.month);
  }
  if (from.day == 0) return {};
  CivilDate day{from.year, from.month, from.day};
  if (unit == "day") return IsoDay(AddDays(day, shift));
  if (unit == "week") return IsoWeekText(WeekOf(AddDays(day, 7 * shift)));
  return {};
}

void DateAnchor::Refer(std::string_view value) {
  bool year = value.size() == 4 || (value.size() > 4 && value[4] == '-');
  if (!year || value.find('/') != value.npos || Number(value) < 1000) return;
  Partial date{Number(value), 0, 0};
  bool month = value.size() >= 7 && value[5] >= '0' && value[5] <= '9';
  if (month) date.month = Number(value.substr(5, 2));
  if (month && value.size() >= 10) date.day = Number(value.substr(8, 2));
  reference_ = date;
}

std::string DateAnchor::Weekday(int day, int shift, bool ahead) const {
  if (!published_) return {};
  int64_t days = day - newsdigest::Weekday(*published_);
  if (shift < 0) {
    if (days >= 0) days -= 7;
  } else if (shift > 0) {
    if (days <= 0) days += 7;
  } else if (ahead) {
    if (days < 0) days += 7;
  } else if (days > 0) {
    days -= 7;
  }
  return IsoDay(AddDays(*published_, days));
}

std::string DateAnchor::Weekend(int shift, bool ahead) const {
  if (!published_) return {};
  bool now = newsdigest::Weekday(*published_) >= 6;
  if (shift == 0 && !ahead && !now) shift = -1;
  return IsoWeekText(WeekOf(AddDays(*published_, 7 * shift))) + "-WE";
}

std::string DateAnchor::Quarter(int number, bool half, bool ahead) const {
  if (!published_) return {};
  int months = half ? 6 : 3;
  int now = (published_->month + months - 1) / months;
  int year = published_->year;
  if (number > now && !ahead) --year;
  if (number < now && ahead) ++year;
  return half ? fmt::format("{:04}-H{}", year, number)
              : IsoQuarter(year, number);
}

std::string DateAnchor::Holiday(std::string_view rule, int year, int shift,
                                bool ahead) const {
  if (year > 0) {
    auto day = HolidayIn(year, rule);
    return day ? IsoDay(*day) : std::string();
  }
  if (!published_) return {};
  auto day = HolidayIn(published_->year, rule);
  if (!day) return {};
  int64_t days = DaysFromCivil(*day) - DaysFromCivil(*published_);
  int use = published_->year;
  bool past = shift < 0 || (shift == 0 && !ahead);
  if (past && days > (shift < 0 ? 0 : kNearDay)) --use;
  if (!past && days < 0) ++use;
  return IsoDay(*HolidayIn(use, rule));
}

}  // namespace newsdigest
