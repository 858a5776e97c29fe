// Figures and dates, one case a line: the sentence, then what is found in it.
#include <gtest/gtest.h>

#include "figures/number.h"
#include "support.h"

namespace newsdigest {
namespace {

// "money 13000000000 USD", "count 1200..1500 job [about]".
std::string Shown(const Figure& figure) {
  std::string value = figure.value ? ToText(*figure.value)
                      : figure.low
                          ? ToText(*figure.low) + ".." + ToText(*figure.high)
                          : "-";
  std::string out = std::string(Name(figure.kind)) + " " + value;
  std::string unit = FullUnit(figure);
  if (!unit.empty()) out += " " + unit;
  return figure.modifier.empty() ? out : out + " [" + figure.modifier + "]";
}

std::string Joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    out += (out.empty() ? "" : "; ") + part;
  }
  return out;
}

TEST(Corpus, Figures) {
  for (const auto& line : testing::Corpus("figures.tsv")) {
    Digest digest = testing::DigestOf(line.fields[0]);
    std::vector<std::string> found;
    for (const Figure& figure : digest.figures) {
      found.push_back(Shown(figure));
    }
    std::string expected = line.fields.size() > 1 ? line.fields[1] : "";
    EXPECT_EQ(Joined(found), expected)
        << "figures.tsv:" << line.number << ": " << line.fields[0];
  }
}

TEST(Corpus, Dates) {
  for (const auto& line : testing::Corpus("dates.tsv")) {
    Digest digest = testing::DigestOf(line.fields[0]);
    std::vector<std::string> found;
    for (const Date& date : digest.dates) {
      found.push_back(std::string(Slice(digest.text, date.span)) + " = " +
                      date.value);
    }
    std::string expected = line.fields.size() > 1 ? line.fields[1] : "";
    EXPECT_EQ(Joined(found), expected)
        << "dates.tsv:" << line.number << ": " << line.fields[0];
  }
}

}  // namespace
}  // namespace newsdigest
