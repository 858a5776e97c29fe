// Tickers that the article tells itself.
#include <gtest/gtest.h>

#include "support.h"

namespace newsdigest {
namespace {

TEST(Ticker, IsReadFromBrackets) {
  Digest digest = testing::DigestOf(
      "Quillship Corp. (NYSE: QSP) makes ovens. It bakes.");
  ASSERT_FALSE(digest.entities.empty());
  EXPECT_EQ(digest.entities[0].name, "Quillship Corp.");
  EXPECT_EQ(digest.entities[0].ticker, "QSP");
  EXPECT_EQ(digest.entities[0].exchange, "NYSE");
}

TEST(Ticker, MakesACompany) {
  Digest digest =
      testing::DigestOf("Jane Porter leads Quillship AI (NASDAQ: QSAI).");
  ASSERT_GE(digest.entities.size(), 2u);
  EXPECT_EQ(digest.entities[1].name, "Quillship AI");
  EXPECT_EQ(digest.entities[1].type, EntityType::kCompany);
}

}  // namespace
}  // namespace newsdigest
