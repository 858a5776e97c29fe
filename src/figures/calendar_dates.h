// Dates that name a place in the calendar: days, months, quarters, years,
// decades, seasons, holidays, and periods that end on such a day.
#ifndef NEWSDIGEST_FIGURES_CALENDAR_DATES_H_
#define NEWSDIGEST_FIGURES_CALENDAR_DATES_H_

#include <optional>

#include "figures/date_anchor.h"
#include "figures/date_words.h"

namespace newsdigest {

class CalendarDates : public DateWords {
 public:
  CalendarDates(const Passage& passage, const DateAnchor& anchor)
      : DateWords(passage), anchor_(anchor) {}

  std::optional<DateMatch> Read(uint32_t i) const;
  // "17 April 2026", "Apr. 17", "early April", "June 3-5".
  std::optional<DateMatch> MonthDate(uint32_t i) const;

 private:
  std::optional<DateMatch> Numeric(uint32_t i) const;
  std::optional<DateMatch> Dotted(uint32_t i) const;
  std::optional<DateMatch> Quarter(uint32_t i) const;
  std::optional<DateMatch> Ended(uint32_t i) const;
  std::optional<DateMatch> Months(uint32_t i) const;
  std::optional<DateMatch> Decade(uint32_t i) const;
  std::optional<DateMatch> Season(uint32_t i) const;
  std::optional<DateMatch> Holiday(uint32_t i) const;
  std::optional<DateMatch> Years(uint32_t i) const;
  // What ends `months` (or `days`) before the day told at `i`.
  std::optional<DateMatch> Period(uint32_t first, uint32_t i, int months,
                                  int days) const;
  // The year after "of", "," or "last year" at `i`; moves `last` past it.
  int YearAfter(uint32_t i, uint32_t& last) const;

  const DateAnchor& anchor_;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_FIGURES_CALENDAR_DATES_H_
