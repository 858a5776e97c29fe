// The civil calendar, by own arithmetic: no clock, no zone, no locale.
#ifndef NEWSDIGEST_FIGURES_CALENDAR_H_
#define NEWSDIGEST_FIGURES_CALENDAR_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace newsdigest {

// A day of the proleptic Gregorian calendar.
struct CivilDate {
  int year = 0;
  int month = 0;
  int day = 0;
  friend bool operator==(const CivilDate&, const CivilDate&) = default;
};

// Days since 1970-01-01 and back (Howard Hinnant's algorithms).
int64_t DaysFromCivil(const CivilDate& date);
CivilDate CivilFromDays(int64_t days);
int Weekday(const CivilDate& date);  // 1 Monday ... 7 Sunday
int DaysInMonth(int year, int month);
CivilDate AddDays(const CivilDate& date, int64_t days);
// Months before or after, as year and month; the day stays where it fits.
CivilDate AddMonths(const CivilDate& date, int months);

struct IsoWeek {
  int year = 0;
  int week = 0;
};
IsoWeek WeekOf(const CivilDate& date);

// "2026-04-17" at the start of `text`; empty where there is none.
std::optional<CivilDate> ParseIsoDate(std::string_view text);

std::string IsoDay(const CivilDate& date);      // 2026-04-17
std::string IsoMonth(int year, int month);      // 2026-04
std::string IsoYear(int year);                  // 2026
std::string IsoQuarter(int year, int quarter);  // 2026-Q1
std::string IsoWeekText(const IsoWeek& week);   // 2026-W17

}  // namespace newsdigest

#endif  // NEWSDIGEST_FIGURES_CALENDAR_H_
