#include "figures/number.h"

#include <gtest/gtest.h>

namespace newsdigest {
namespace {

TEST(Number, PrintsExactlyAndWithoutExponent) {
  EXPECT_EQ(ToText({13, 9}), "13000000000");
  EXPECT_EQ(ToText({25, -2}), "0.25");
  EXPECT_EQ(ToText({-105, -1}), "-10.5");
  EXPECT_EQ(ToText({0, 5}), "0");
  EXPECT_EQ(ToText({500, -2}), "5");
}

TEST(Number, ParsesDigits) {
  EXPECT_EQ(*ParseDigits("1,234.50"), (Decimal{12345, -1}));
  EXPECT_EQ(*ParseDigits("2½"), (Decimal{25, -1}));
  EXPECT_FALSE(ParseDigits("1.2.3"));
  EXPECT_FALSE(ParseDigits("x"));
  // More digits than fit keep their size.
  std::string huge(40, '9');
  EXPECT_NEAR(ToDouble(*ParseDigits(huge)) / 1e40, 1, 1e-9);
}

TEST(Number, AddsAndDivides) {
  EXPECT_EQ(Plus({5, 0}, {125, -3}), (Decimal{5125, -3}));
  EXPECT_EQ(Divided({3, 0}, 4), (Decimal{75, -2}));
  EXPECT_EQ(ToText(Divided({2, 0}, 3)), "0.6666666667");
}

}  // namespace
}  // namespace newsdigest
