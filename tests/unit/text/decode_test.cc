#include "text/decode.h"

#include <gtest/gtest.h>

namespace newsdigest {
namespace {

struct Case {
  std::string bytes, text;
  size_t warnings;
};

TEST(Decode, KnowsTheEncodings) {
  using namespace std::string_literals;
  const Case cases[] = {
      {"plain", "plain", 0},
      {"caf\xC3\xA9", "café", 0},
      {"\xEF\xBB\xBFmark", "mark", 0},
      {"caf\xE9 \x93quoted\x94 \x80", "café “quoted” €", 1},
      {"\xFF\xFEh\0i\0"s, "hi", 1},
      {"\xFE\xFF\0h\0i"s, "hi", 1},
      {"\xFF\xFE\x3D\xD8\x00\xDE"s, "😀", 1},
      {"\xFF\xFEh\0i"s, "h\xEF\xBF\xBD", 2},
      {"\xC3\xA9\xC3\xA9 \xE2\x82", "éé \xEF\xBF\xBD", 1},
      {"", "", 0},
  };
  for (const Case& c : cases) {
    std::vector<Warning> warnings;
    EXPECT_EQ(Decode(c.bytes, warnings), c.text);
    EXPECT_EQ(warnings.size(), c.warnings) << c.text;
  }
}

TEST(Decode, RefusesOverlongAndSurrogates) {
  EXPECT_EQ(SequenceLength("\xC0\x80"), 0u);
  EXPECT_EQ(SequenceLength("\xE0\x80\x80"), 0u);
  EXPECT_EQ(SequenceLength("\xED\xA0\x80"), 0u);
  EXPECT_EQ(SequenceLength("\xF4\x90\x80\x80"), 0u);
  EXPECT_EQ(SequenceLength("\xF0\x9F\x98\x80"), 4u);
}

}  // namespace
}  // namespace newsdigest
