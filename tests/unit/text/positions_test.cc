#include "text/positions.h"

#include <gtest/gtest.h>

#include <string>

namespace newsdigest {
namespace {

TEST(Positions, CountsCodePointsAndLines) {
  std::string text = "é1\r\n€2\r😀3\n";
  Positions positions(text);
  EXPECT_EQ(positions.CodePoint(0), 0u);
  EXPECT_EQ(positions.CodePoint(2), 1u);
  EXPECT_EQ(positions.CodePoint(static_cast<uint32_t>(text.size())), 10u);
  EXPECT_EQ(positions.Line(0), 1u);
  EXPECT_EQ(positions.Line(5), 2u);
  EXPECT_EQ(positions.Line(10), 3u);
  EXPECT_EQ(positions.line_count(), 4u);
}

TEST(Positions, AgreesWithCountingOnLongText) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += i % 3 ? "a" : "ü";
  Positions positions(text);
  uint32_t points = 0;
  for (uint32_t at = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
    EXPECT_EQ(positions.CodePoint(at), points);
    ++points;
  }
}

}  // namespace
}  // namespace newsdigest
