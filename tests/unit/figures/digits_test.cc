#include "figures/digits.h"

#include <gtest/gtest.h>

namespace newsdigest {
namespace {

TEST(Digits, ParsesThousandsAndFractions) {
  EXPECT_EQ(*ParseDigits("1,234.50"), (Decimal{12345, -1}));
  EXPECT_EQ(*ParseDigits("2½"), (Decimal{25, -1}));
  EXPECT_FALSE(ParseDigits("1.2.3"));
  EXPECT_FALSE(ParseDigits("x"));
  // More digits than fit keep their size.
  std::string huge(40, '9');
  EXPECT_NEAR(ToDouble(*ParseDigits(huge)) / 1e40, 1, 1e-9);
}

}  // namespace
}  // namespace newsdigest
