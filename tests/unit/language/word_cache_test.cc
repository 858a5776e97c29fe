#include "language/word_cache.h"

#include <gtest/gtest.h>

#include <string>

namespace newsdigest {
namespace {

TEST(WordCache, AnswersAsTheLexicon) {
  const Lexicon& lexicon = Lexicon::BuiltIn();
  WordCache cache;
  // Twice: looked up, then remembered.
  for (int round = 0; round < 2; ++round) {
    for (const char* word :
         {"a", "of", "the", "Said", "said", "SAID", "shares", "revenue",
          "revenues", "acquisition", "misunderstandi", "misunderstanding",
          "counterintelligence", "caf\xc3\xa9", "zzqx", ""}) {
      EXPECT_EQ(cache.Find(lexicon, word), lexicon.Find(word)) << word;
    }
  }
  EXPECT_NE(cache.Find(lexicon, "shares"), 0u);
}

TEST(WordCache, TellsZeroBytesFromTheEnd) {
  const Lexicon& lexicon = Lexicon::BuiltIn();
  WordCache cache;
  std::string zero("a\0", 2);
  EXPECT_NE(cache.Find(lexicon, "a"), 0u);
  EXPECT_EQ(cache.Find(lexicon, zero), lexicon.Find(zero));
}

TEST(WordCache, ManyWordsInFewSlots) {
  const Lexicon& lexicon = Lexicon::BuiltIn();
  WordCache cache;
  for (int i = 0; i < 20000; ++i) {
    std::string word = "w" + std::to_string(i);
    EXPECT_EQ(cache.Find(lexicon, word), lexicon.Find(word)) << word;
    EXPECT_EQ(cache.Find(lexicon, "shares"), lexicon.Find("shares"));
  }
}

}  // namespace
}  // namespace newsdigest
