#include <gtest/gtest.h>

#include "support.h"

namespace newsdigest {
namespace {

TEST(AsClaimed, APartInWordsIsPercent) {
  Digest digest = testing::DigestOf(
      "Quill Robotics Inc. will cut a third of its staff.");
  ASSERT_EQ(digest.claims.size(), 1u);
  Figure figure = AsClaimed(digest, digest.claims[0].amount);
  EXPECT_EQ(figure.unit, "percent");
  ASSERT_TRUE(figure.value.has_value());
  EXPECT_EQ(figure.value->digits, 333);
  EXPECT_EQ(figure.value->exponent, -1);
}

TEST(AsClaimed, OtherFiguresStayAsTheyAre) {
  Digest digest =
      testing::DigestOf("Quill Robotics Inc. will cut 40 jobs.");
  ASSERT_EQ(digest.claims.size(), 1u);
  Figure figure = AsClaimed(digest, digest.claims[0].amount);
  EXPECT_EQ(figure.unit, "job");
  EXPECT_EQ(figure.value->digits, 40);
}

}  // namespace
}  // namespace newsdigest
