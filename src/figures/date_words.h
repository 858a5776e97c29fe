// The words of dates: what single tokens and short runs say, and how partial
// dates are completed. The grammar that puts them together is dates.cc.
#ifndef NEWSDIGEST_FIGURES_DATE_WORDS_H_
#define NEWSDIGEST_FIGURES_DATE_WORDS_H_

#include <optional>
#include <string>

#include "figures/calendar.h"
#include "figures/number.h"
#include "language/passage.h"

namespace newsdigest {

// A calendar date as far as it is told; 0: not told.
struct Partial {
  int year = 0;
  int month = 0;
  int day = 0;
};

class DateWords {
 public:
  DateWords(const Passage& passage, const std::optional<CivilDate>& published)
      : p_(passage), published_(published) {}

 protected:
  bool Space(uint32_t i) const;
  bool Hyphen(uint32_t i) const;
  // A whole number of digits at `i`: its value, or -1.
  int Digits(uint32_t i) const;
  bool IsYear(uint32_t i) const;
  // A day of the month, "17" or "17th": tokens taken.
  uint32_t Day(uint32_t i, int& day) const;
  int Month(uint32_t i) const;
  std::string Text(const Partial& date) const;
  // The year of a month without one: the nearest in the past, or to come
  // where the sentence looks ahead.
  int YearFor(int month, int day) const;
  std::string Resolved(Partial date) const;
  std::string ShiftedValue(std::string_view unit, int shift) const;
  static std::string DurationValue(const Decimal& amount,
                                   std::string_view unit);
  std::string_view PeriodUnit(uint32_t i) const;
  int QuarterNumber(uint32_t i, uint32_t& last, int& half) const;
  bool Later(uint32_t i) const;
  // "May" is a month before a number or after a preposition, "March" too.
  bool PlainMonth(uint32_t i) const;
  // Words before a month: "last", "early", "mid-", "late".
  uint32_t PartBefore(uint32_t i) const;
  // Four digits are a year unless they count, cost or name something.
  bool YearHere(uint32_t i) const;

  const Passage& p_;
  const std::optional<CivilDate>& published_;
  uint32_t first_ = 0;  // of the sentence
  uint32_t limit_ = 0;
  bool future_ = false;  // the sentence looks ahead
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_FIGURES_DATE_WORDS_H_
