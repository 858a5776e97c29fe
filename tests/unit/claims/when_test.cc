// When a claim happened: which date of the sentence is its own.
#include <gtest/gtest.h>

#include "support.h"

namespace newsdigest {
namespace {

TEST(Corpus, When) {
  for (const auto& line : testing::Corpus("when.tsv")) {
    const std::string& text = line.fields[0];
    Digest digest = testing::DigestOf(text);
    ASSERT_FALSE(digest.claims.empty()) << text;
    const auto& when = digest.claims[0].when;
    std::string found =
        when ? text.substr(when->span.start, when->span.size()) : "";
    EXPECT_EQ(found, line.fields.size() > 1 ? line.fields[1] : "") << text;
  }
}

}  // namespace
}  // namespace newsdigest
