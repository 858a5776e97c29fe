#include "language/lexicon.h"

#include <gtest/gtest.h>

namespace newsdigest {
namespace {

TEST(Lexicon, FindsAWordInAnyCaseWithOrWithoutItsMarks) {
  const Lexicon& lexicon = Lexicon::BuiltIn();
  uint32_t naive = lexicon.Find("naive");
  ASSERT_NE(naive, 0u);
  EXPECT_EQ(lexicon.Find("NAÏVE"), naive);
  EXPECT_EQ(lexicon.Find("naïve"), naive);
  // An é makes another word of it.
  EXPECT_NE(lexicon.Find("rosé"), lexicon.Find("rose"));
  // No letter of a multiplication or division sign.
  EXPECT_EQ(lexicon.Find("na×ve"), 0u);
}

}  // namespace
}  // namespace newsdigest
