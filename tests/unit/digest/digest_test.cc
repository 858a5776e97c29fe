#include <gtest/gtest.h>

#include "digest/build.h"
#include "support.h"

namespace newsdigest {
namespace {

TEST(Sha256, KnowsTheTestVector) {
  EXPECT_EQ(Sha256("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Digest, ATitleThatCameApartStandsBeforeTheText) {
  Analyzer analyzer;
  Article article;
  article.title = "Harbor Foods to buy Whisk";
  article.text = "Harbor Foods Inc. said so.";
  Digest digest = analyzer.Analyze(article);
  EXPECT_EQ(digest.title, *article.title);
  EXPECT_EQ(digest.title_bytes, article.title->size() + 1);
  article.text = *article.title + "\n" + article.text;
  EXPECT_EQ(analyzer.Analyze(article).title_bytes, 0u);
}

TEST(Digest, WarnsWhereFiguresDisagree) {
  Digest right = testing::DigestOf(
      "Quill Robotics Inc. revenue rose 10% to $11 million from $10 million.");
  EXPECT_TRUE(right.warnings.empty());
  Digest wrong = testing::DigestOf(
      "Quill Robotics Inc. revenue rose 50% to $11 million from $10 million.");
  ASSERT_EQ(wrong.warnings.size(), 1u);
  EXPECT_EQ(wrong.warnings[0].code, "arithmetic");
  EXPECT_EQ(wrong.warnings[0].spans.size(), 3u);
  EXPECT_EQ(wrong.warnings[0].message,
            "the text tells a change of 50 percent; from 10000000 to 11000000 "
            "it is 10");
}

TEST(Digest, ChecksChangesOfEveryKind) {
  auto warnings = [](const std::string& text) {
    return testing::DigestOf("Quill Robotics Inc. " + text).warnings.size();
  };
  EXPECT_EQ(warnings("revenue rose by $1 million to $11 million from $10 "
                     "million."),
            0u);
  EXPECT_EQ(warnings("revenue rose by $3 million to $11 million from $10 "
                     "million."),
            1u);
  EXPECT_EQ(warnings("revenue fell 9% to $10 million from $11 million."), 0u);
  EXPECT_EQ(warnings("revenue fell 9% to $11 million from $10 million."), 1u);
  EXPECT_EQ(warnings("revenue rose about 11% to $11 million from $10 million."),
            0u);
}

TEST(Digest, ASummaryPrefersWhatIsToldToWhatIsQuoted) {
  Digest digest = testing::DigestOf(
      "Quill Robotics Inc. bought Whisk Corp. on Monday.\n\n"
      "\"We are pleased,\" said Ann Lee, its chief executive.\n\n"
      "The two share a courtyard in Oslo.\n\n"
      "Whisk Corp. had revenue of $3 million.\n");
  std::vector<std::string> told;
  for (const SummaryItem& item : digest.summary) {
    told.push_back(std::string(Slice(digest.text, item.span)));
  }
  EXPECT_EQ(told, (std::vector<std::string>{
                      "Quill Robotics Inc. bought Whisk Corp. on Monday.",
                      "The two share a courtyard in Oslo.",
                      "Whisk Corp. had revenue of $3 million."}));
}

TEST(Digest, SaliencesAddUpToOne) {
  Digest digest =
      testing::DigestOf("Quill Robotics Inc. bought Whisk Corp. in Norway.");
  double sum = 0;
  for (const Entity& entity : digest.entities) sum += entity.salience;
  EXPECT_NEAR(sum, 1, 1e-9);
}

TEST(Digest, TakesTextOfAnyKind) {
  std::string odd[] = {"",
                       " ",
                       "\n\n\n",
                       "\"",
                       "((((",
                       "$",
                       "$ $ $ 5 5 5",
                       std::string(1000, '('),
                       std::string(3000, 'A'),
                       "a\xCC\x81\xE2\x80\x8B",
                       "- - - -",
                       "1/0/0",
                       "% of",
                       "Q",
                       "of of of of",
                       "' 's 's",
                       "Inc. Inc. Inc."};
  for (const std::string& text : odd) testing::DigestOf(text);
}

}  // namespace
}  // namespace newsdigest
