// Numbers printed in every style and read back.
#include <gtest/gtest.h>

#include <random>

#include "figures/decimal.h"
#include "support.h"

namespace newsdigest {
namespace {

const char* const kOnes[] = {"zero",    "one",       "two",      "three",
                             "four",    "five",      "six",      "seven",
                             "eight",   "nine",      "ten",      "eleven",
                             "twelve",  "thirteen",  "fourteen", "fifteen",
                             "sixteen", "seventeen", "eighteen", "nineteen"};
const char* const kTens[] = {"",      "",      "twenty",  "thirty", "forty",
                             "fifty", "sixty", "seventy", "eighty", "ninety"};

// Below one thousand, with or without "and".
std::string Hundreds(int64_t n, bool with_and) {
  std::string out;
  if (n >= 100) {
    out = std::string(kOnes[n / 100]) + " hundred";
    n %= 100;
    if (n > 0) out += with_and ? " and " : " ";
  }
  if (n >= 20) {
    out += kTens[n / 10];
    if (n % 10 > 0) out += "-" + std::string(kOnes[n % 10]);
  } else if (n > 0) {
    out += kOnes[n];
  }
  return out;
}

std::string InWords(int64_t n, bool with_and) {
  std::string out;
  struct Scale {
    int64_t size;
    const char* name;
  };
  for (const Scale& scale :
       {Scale{1000000000000, " trillion"}, Scale{1000000000, " billion"},
        Scale{1000000, " million"}, Scale{1000, " thousand"}, Scale{1, ""}}) {
    int64_t part = n / scale.size;
    n %= scale.size;
    if (part == 0) continue;
    if (!out.empty()) out += " ";
    out += Hundreds(part, with_and) + scale.name;
  }
  return out;
}

// Digits in groups of three.
std::string Grouped(int64_t n, const std::string& mark) {
  std::string digits = std::to_string(n);
  std::string out;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += mark;
    out += digits[i];
  }
  return out;
}

void ExpectMoney(const std::string& amount, const Decimal& value,
                 const std::string& unit) {
  Digest digest = testing::DigestOf("The bakers paid " + amount + " for it.");
  ASSERT_EQ(digest.figures.size(), 1u) << amount;
  const Figure& figure = digest.figures[0];
  EXPECT_EQ(figure.kind, FigureKind::kMoney) << amount;
  ASSERT_TRUE(figure.value) << amount;
  EXPECT_EQ(ToText(*figure.value), ToText(value)) << amount;
  EXPECT_EQ(figure.unit, unit) << amount;
  EXPECT_EQ(Slice(digest.text, figure.span), amount);
}

class RoundTrip : public ::testing::Test {
 protected:
  // Of any size up to 10^15, small ones as often as large ones.
  int64_t Any() {
    int64_t limit = 10;
    for (uint64_t digits = random_() % 15; digits > 0; --digits) limit *= 10;
    return 2 + static_cast<int64_t>(random_() % static_cast<uint64_t>(limit));
  }
  std::mt19937_64 random_{20260417};  // the same numbers every time
};

TEST_F(RoundTrip, WholeNumbers) {
  for (int i = 0; i < 300; ++i) {
    int64_t n = Any();
    Decimal value{n, 0};
    ExpectMoney("$" + std::to_string(n), value, "USD");
    ExpectMoney("€" + Grouped(n, ","), value, "EUR");
    ExpectMoney("US$" + Grouped(n, ","), value, "USD");
    ExpectMoney(Grouped(n, ",") + " yen", value, "JPY");
    ExpectMoney("$" + Grouped(n, "\xC2\xA0"), value, "USD");
    ExpectMoney("$" + Grouped(n, "\xE2\x80\xAF"), value, "USD");
    if (n >= 1000000) ExpectMoney("€" + Grouped(n, "."), value, "EUR");
    ExpectMoney(InWords(n, false) + " dollars", value, "USD");
    ExpectMoney(InWords(n, true) + " euros", value, "EUR");
  }
}

TEST_F(RoundTrip, DecimalsAndScales) {
  struct Scale {
    const char* name;
    int power;
  };
  const Scale scales[] = {{" million", 6}, {"m", 6},     {"M", 6},
                          {" billion", 9}, {"bn", 9},    {" bn", 9},
                          {"-million", 6}, {"tn", 12},   {" trillion", 12},
                          {" crore", 7},   {" lakh", 5}, {"k", 3}};
  for (int i = 0; i < 300; ++i) {
    int64_t n = static_cast<int64_t>(random_() % 100000) + 1;
    int places = static_cast<int>(random_() % 3);
    std::string digits = ToText({n, -places});
    ExpectMoney("$" + digits, {n, -places}, "USD");
    ExpectMoney("USD " + digits, {n, -places}, "USD");
    ExpectMoney("-£" + digits, {-n, -places}, "GBP");
    for (const Scale& scale : scales) {
      ExpectMoney("$" + digits + scale.name, {n, scale.power - places}, "USD");
    }
  }
}

TEST_F(RoundTrip, Fractions) {
  for (int under : {2, 4, 8, 16}) {
    for (int over = 1; over < under; over += 2) {
      int64_t whole = 2 + static_cast<int64_t>(random_() % 90);
      Decimal part = Divided({over, 0}, under);
      std::string told = std::to_string(over) + "/" + std::to_string(under);
      Decimal value = Plus({whole, 0}, part);
      ExpectMoney("$" + std::to_string(whole) + " " + told, value, "USD");
      ExpectMoney("$" + std::to_string(whole) + "-" + told, value, "USD");
      ExpectMoney(std::to_string(whole) + " " + told + " euros", value, "EUR");
    }
  }
}

}  // namespace
}  // namespace newsdigest
