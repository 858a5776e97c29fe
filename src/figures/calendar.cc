#include "figures/calendar.h"

#include <fmt/format.h>

#include <algorithm>

namespace newsdigest {

int64_t DaysFromCivil(const CivilDate& date) {
  int64_t y = date.month <= 2 ? date.year - 1 : date.year;
  int64_t era = (y >= 0 ? y : y - 399) / 400;
  int64_t yoe = y - era * 400;
  int64_t shifted = date.month > 2 ? date.month - 3 : date.month + 9;
  int64_t doy = (153 * shifted + 2) / 5 + date.day - 1;
  int64_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

CivilDate CivilFromDays(int64_t z) {
  z += 719468;
  int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  int64_t doe = z - era * 146097;
  int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  int64_t mp = (5 * doy + 2) / 153;
  CivilDate out;
  out.day = static_cast<int>(doy - (153 * mp + 2) / 5 + 1);
  out.month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
  out.year = static_cast<int>(yoe + era * 400 + (out.month <= 2 ? 1 : 0));
  return out;
}

int Weekday(const CivilDate& date) {
  int64_t days = DaysFromCivil(date);  // 1970-01-01 was a Thursday
  int64_t shifted = (days % 7 + 7 + 3) % 7;
  return static_cast<int>(shifted) + 1;
}

int DaysInMonth(int year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30,
                                  31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return kDays[month - 1] + (leap && month == 2 ? 1 : 0);
}

CivilDate AddDays(const CivilDate& date, int64_t days) {
  return CivilFromDays(DaysFromCivil(date) + days);
}

CivilDate AddMonths(const CivilDate& date, int months) {
  int total = date.year * 12 + date.month - 1 + months;
  CivilDate out;
  out.year = total / 12;
  out.month = total % 12 + 1;
  out.day = std::min(date.day, DaysInMonth(out.year, out.month));
  return out;
}

IsoWeek WeekOf(const CivilDate& date) {
  CivilDate thursday = AddDays(date, 4 - Weekday(date));
  CivilDate first{thursday.year, 1, 1};
  int64_t day = DaysFromCivil(thursday) - DaysFromCivil(first);
  return {thursday.year, static_cast<int>(day / 7) + 1};
}

std::optional<CivilDate> ParseIsoDate(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return {};
  auto number = [&](size_t at, size_t size) {
    int value = 0;
    for (size_t i = at; i < at + size; ++i) {
      if (text[i] < '0' || text[i] > '9') return -1;
      value = value * 10 + (text[i] - '0');
    }
    return value;
  };
  CivilDate date{number(0, 4), number(5, 2), number(8, 2)};
  bool valid = date.year > 0 && date.day > 0 &&
               date.day <= DaysInMonth(date.year, date.month);
  return valid ? std::optional(date) : std::nullopt;
}

std::string IsoDay(const CivilDate& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string IsoMonth(int year, int month) {
  return fmt::format("{:04}-{:02}", year, month);
}

std::string IsoYear(int year) { return fmt::format("{:04}", year); }

std::string IsoQuarter(int year, int quarter) {
  return fmt::format("{:04}-Q{}", year, quarter);
}

std::string IsoWeekText(const IsoWeek& week) {
  return fmt::format("{:04}-W{:02}", week.year, week.week);
}

}  // namespace newsdigest
