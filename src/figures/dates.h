// Dates, periods, durations and times of day.
#ifndef NEWSDIGEST_FIGURES_DATES_H_
#define NEWSDIGEST_FIGURES_DATES_H_

#include <limits>
#include <vector>

#include "figures/calendar.h"
#include "language/passage.h"
#include "newsdigest/digest.h"

namespace newsdigest {

struct DateMatch {
  Date date;
  uint32_t first = 0, last = 0;  // tokens
  bool calendar = false;         // a date proper: its numbers are no figures
};

// The dates of the article in order. What is relative is resolved against
// `published`, to the past unless the clause looks ahead. Blocks after
// `last_block` are left out.
std::vector<DateMatch> FindDates(
    const Passage& passage, const std::optional<CivilDate>& published,
    int last_block = std::numeric_limits<int>::max());

}  // namespace newsdigest

#endif  // NEWSDIGEST_FIGURES_DATES_H_
