#include "figures/calendar.h"

#include <gtest/gtest.h>

namespace newsdigest {
namespace {

TEST(Calendar, DaysGoThereAndBack) {
  for (int64_t days = -800000; days < 800000; days += 37) {
    EXPECT_EQ(DaysFromCivil(CivilFromDays(days)), days);
  }
  EXPECT_EQ(DaysFromCivil({1970, 1, 1}), 0);
}

TEST(Calendar, KnowsWeekdaysAndWeeks) {
  EXPECT_EQ(Weekday({2026, 4, 17}), 5);  // a Friday
  EXPECT_EQ(Weekday({2000, 2, 29}), 2);
  EXPECT_EQ(IsoWeekText(WeekOf({2026, 1, 1})), "2026-W01");
  EXPECT_EQ(IsoWeekText(WeekOf({2021, 1, 3})), "2020-W53");
}

TEST(Calendar, RefusesImpossibleDates) {
  EXPECT_FALSE(ParseIsoDate("2026-02-30"));
  EXPECT_FALSE(ParseIsoDate("2026-13-01"));
  EXPECT_FALSE(ParseIsoDate("soon"));
  EXPECT_TRUE(ParseIsoDate("2024-02-29T10:00:00Z"));
}

TEST(Calendar, MonthsKeepTheDayWhereItFits) {
  EXPECT_EQ(AddMonths({2026, 3, 31}, -1), (CivilDate{2026, 2, 28}));
  EXPECT_EQ(AddMonths({2026, 1, 15}, -2), (CivilDate{2025, 11, 15}));
}

}  // namespace
}  // namespace newsdigest
