#include "figures/decimal.h"

#include <gtest/gtest.h>

namespace newsdigest {
namespace {

TEST(Decimal, PrintsExactlyAndWithoutExponent) {
  EXPECT_EQ(ToText({13, 9}), "13000000000");
  EXPECT_EQ(ToText({25, -2}), "0.25");
  EXPECT_EQ(ToText({-105, -1}), "-10.5");
  EXPECT_EQ(ToText({0, 5}), "0");
  EXPECT_EQ(ToText({500, -2}), "5");
}

TEST(Decimal, AddsAndDivides) {
  EXPECT_EQ(Plus({5, 0}, {125, -3}), (Decimal{5125, -3}));
  EXPECT_EQ(Divided({3, 0}, 4), (Decimal{75, -2}));
  EXPECT_EQ(ToText(Divided({2, 0}, 3)), "0.6666666667");
}

}  // namespace
}  // namespace newsdigest
