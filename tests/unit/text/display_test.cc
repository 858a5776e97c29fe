#include "text/display.h"

#include <gtest/gtest.h>

namespace newsdigest {
namespace {

TEST(Display, MeasuresWideAndCombiningCharacters) {
  EXPECT_EQ(DisplayWidth("abc"), 3);
  EXPECT_EQ(DisplayWidth("日本"), 4);
  EXPECT_EQ(DisplayWidth("e\xCC\x81"), 1);
  EXPECT_EQ(DisplayWidth("😀"), 2);
}

TEST(Display, CutsToFit) {
  EXPECT_EQ(Fit("abcdef", 4), "abc…");
  EXPECT_EQ(Fit("abcd", 4), "abcd");
  EXPECT_EQ(Fit("日本語", 4), "日…");
  EXPECT_EQ(Fit("anything", 0), "anything");
}

TEST(Display, ShowsControlsHarmless) {
  EXPECT_EQ(Harmless("a\x1b[31mb"), "a\\x1b[31mb");
  EXPECT_EQ(Harmless("a\xC2\x9B"
                     "b"),
            "a\\x9bb");
  EXPECT_EQ(Harmless("a\xE2\x80\xAE"
                     "b"),
            "a\\u202eb");
  EXPECT_EQ(Harmless("a \n\t b"), "a b");
}

TEST(Display, WrapsAtBlanks) {
  EXPECT_EQ(Wrap("one two three", 8, "  "), "  one\n  two\n  three\n");
  EXPECT_EQ(Wrap("one two", 0, ""), "one two\n");
}

}  // namespace
}  // namespace newsdigest
