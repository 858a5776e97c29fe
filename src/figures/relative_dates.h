// Dates told from another day: weekdays, "last week", "the next day", "two
// years ago"; durations; times of day.
#ifndef NEWSDIGEST_FIGURES_RELATIVE_DATES_H_
#define NEWSDIGEST_FIGURES_RELATIVE_DATES_H_

#include <optional>

#include "figures/calendar_dates.h"

namespace newsdigest {

class RelativeDates : public DateWords {
 public:
  RelativeDates(const Passage& passage, const DateAnchor& anchor,
                const CalendarDates& calendar)
      : DateWords(passage), anchor_(anchor), calendar_(calendar) {}

  std::optional<DateMatch> Read(uint32_t i) const;

 private:
  // An amount of time: "18 months", "a year and a half", "several weeks".
  struct Amount {
    uint32_t last = 0;  // 0: none
    std::string_view unit;
    std::string value;  // of the duration
    int64_t count = 0;  // whole units; 0: not whole, or not told
    bool article = false;
    bool vague = false;
  };

  std::optional<DateMatch> Weekday(uint32_t i) const { return WeekdayOf(i, i); }
  // The weekday at `i` of a date that begins at `from`.
  std::optional<DateMatch> WeekdayOf(uint32_t i, uint32_t from) const;
  std::optional<DateMatch> DayWord(uint32_t i) const;
  std::optional<DateMatch> Weekend(uint32_t i) const;
  std::optional<DateMatch> Told(uint32_t i) const;
  std::optional<DateMatch> Shifted(uint32_t i) const;
  std::optional<DateMatch> Duration(uint32_t i) const;
  std::optional<DateMatch> Plurals(uint32_t i) const;
  std::optional<DateMatch> YearAgo(uint32_t i) const;
  std::optional<DateMatch> TimeOfDay(uint32_t i) const;
  Amount AmountAt(uint32_t i) const;
  std::optional<DateMatch> FromNow(uint32_t i, const Amount& amount) const;
  // A time with hours at `i`: "9 a.m.", "10:30 p.m. EDT", "noon".
  std::optional<DateMatch> Clock(uint32_t i) const;

  const DateAnchor& anchor_;
  const CalendarDates& calendar_;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_FIGURES_RELATIVE_DATES_H_
