#include <gtest/gtest.h>

#include "figures/decimal.h"
#include "support.h"

namespace newsdigest {
namespace {

std::vector<std::string> Values(const std::string& text) {
  std::vector<std::string> out;
  for (const Figure& figure : testing::DigestOf(text).figures) {
    out.push_back(ToText(*figure.value) + " " + FullUnit(figure));
  }
  return out;
}

using Strings = std::vector<std::string>;

TEST(TableScale, HoldsForTheRowsBelowIt) {
  EXPECT_EQ(Values("Results (in millions)\n\nRevenue $ 110.4\n\nCosts 12.5\n"),
            (Strings{"110400000 USD", "12500000 "}));
  EXPECT_EQ(Values("(In thousands)\n\nRevenue $1,204\n"),
            (Strings{"1204000 USD"}));
}

TEST(TableScale, LeavesOtherFiguresAlone) {
  // A row per share, a percent, a figure with its own scale, prose after it.
  EXPECT_EQ(
      Values("(in millions)\n\nEarnings per share $0.45\n\nMargin 12%\n\n"
             "Debt $1.2 billion\n\nThe mill paid $3.\n\nCash $4\n"),
      (Strings{"0.45 USD", "12 percent", "1200000000 USD", "3 USD", "4 USD"}));
}

}  // namespace
}  // namespace newsdigest
