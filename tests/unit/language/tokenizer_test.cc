#include "language/tokenizer.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "language/lexicon.h"

namespace newsdigest {
namespace {

// Tokens told apart by '|'.
std::string Parted(const std::string& text) {
  std::vector<Token> tokens;
  Tokenize(text, {0, static_cast<uint32_t>(text.size())}, &Lexicon::BuiltIn(),
           tokens);
  std::string out;
  for (const Token& token : tokens) {
    if (!out.empty()) out += '|';
    out += Slice(text, token.span());
  }
  return out;
}

TEST(Tokenizer, PartsWordsNumbersAndMarks) {
  const std::pair<const char*, const char*> cases[] = {
      {"Acme's shares don't move", "Acme|'s|shares|do|n't|move"},
      {"U.S. and Inc. and Mr. Smith.", "U.S.|and|Inc.|and|Mr.|Smith|."},
      {"$1,234.50, up 3.5%.", "$|1,234.50|,|up|3.5|%|."},
      {"Amazon.com and AT&T", "Amazon.com|and|AT&T"},
      {"r&d and SG&A, bread&jam", "r&d|and|SG&A|,|bread|&|jam"},
      {"New York-based", "New|York|-|based"},
      {"10MB in 2nd 1990s", "10|MB|in|2|nd|1990|s"},
      {"O’Brien said “it’s so”", "O’Brien|said|“|it|’s|so|”"},
      {"see https://a.example/b?c.", "see|https://a.example/b?c|."},
      {"well . . . yes...", "well|. . .|yes|..."},
      {"F2Hash Q1 iPhone", "F2Hash|Q1|iPhone"},
  };
  for (const auto& [text, parted] : cases) EXPECT_EQ(Parted(text), parted);
}

TEST(Tokenizer, TakesLongRunsAsData) {
  std::string data;
  while (data.size() < 100000) data += "aB9.$%";
  std::string parted = Parted("Bread " + data + " rose");
  EXPECT_TRUE(parted.starts_with("Bread|"));
  EXPECT_TRUE(parted.ends_with("|rose"));
  EXPECT_LT(std::count(parted.begin(), parted.end(), '|'), data.size() / 6);
  std::erase(parted, '|');
  EXPECT_EQ(parted, "Bread" + data + "rose");
}

TEST(Tokenizer, FlagsCapitals) {
  std::string text = "Acme IBM eBay x";
  std::vector<Token> tokens;
  Tokenize(text, {0, static_cast<uint32_t>(text.size())}, &Lexicon::BuiltIn(),
           tokens);
  EXPECT_TRUE(tokens[0].is(kCapital));
  EXPECT_FALSE(tokens[0].is(kAllCaps));
  EXPECT_TRUE(tokens[1].is(kAllCaps));
  EXPECT_TRUE(tokens[2].is(kMixedCase));
  EXPECT_FALSE(tokens[3].is(kCapital));
}

TEST(Tokenizer, CoversEveryByteThatIsNoBlank) {
  std::string text;
  for (int c = 1; c < 128; ++c) text += static_cast<char>(c);
  std::vector<Token> tokens;
  Tokenize(text, {0, 127}, &Lexicon::BuiltIn(), tokens);
  size_t covered = 0;
  for (const Token& token : tokens) covered += token.size;
  EXPECT_EQ(covered, 127u - 6);  // five white characters and the blank
}

}  // namespace
}  // namespace newsdigest
