#include "figures/date_anchor.h"

#include <gtest/gtest.h>

namespace newsdigest {
namespace {

TEST(DateAnchor, KnowsMovableHolidays) {
  EXPECT_EQ(HolidayIn(2026, "easter"), (CivilDate{2026, 4, 5}));
  EXPECT_EQ(HolidayIn(2000, "easter"), (CivilDate{2000, 4, 23}));
  EXPECT_EQ(HolidayIn(2026, "easter--2"), (CivilDate{2026, 4, 3}));
  EXPECT_EQ(HolidayIn(2026, "easter+1"), (CivilDate{2026, 4, 6}));
  EXPECT_EQ(HolidayIn(2025, "11-4.4"), (CivilDate{2025, 11, 27}));
  EXPECT_EQ(HolidayIn(2025, "11-4.4+1"), (CivilDate{2025, 11, 28}));
  EXPECT_EQ(HolidayIn(2025, "05-5.1"), (CivilDate{2025, 5, 26}));  // the last
  EXPECT_EQ(HolidayIn(2025, "12-25"), (CivilDate{2025, 12, 25}));
  EXPECT_FALSE(HolidayIn(2025, "nonsense"));
  EXPECT_FALSE(HolidayIn(2025, "13-1"));
}

}  // namespace
}  // namespace newsdigest
