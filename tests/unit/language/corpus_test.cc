// Sentences, one case a line: the sentences told apart by '|'.
#include <gtest/gtest.h>

#include "support.h"

namespace newsdigest {
namespace {

TEST(Corpus, Sentences) {
  for (const auto& line : testing::Corpus("sentences.tsv")) {
    ASSERT_EQ(line.fields.size(), 1u) << line.number;
    std::vector<std::string> expected = testing::Split(line.fields[0], '|');
    std::string text;
    for (const std::string& sentence : expected) {
      text += (text.empty() ? "" : " ") + sentence;
    }
    Digest digest = testing::DigestOf(text);
    std::vector<std::string> found;
    for (const Span& span : digest.sentences) {
      found.emplace_back(Slice(digest.text, span));
    }
    EXPECT_EQ(found, expected) << "sentences.tsv:" << line.number;
  }
}

}  // namespace
}  // namespace newsdigest
