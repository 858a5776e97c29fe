#include "newsdigest/rules.h"

#include <gtest/gtest.h>

#include "newsdigest/analyzer.h"

namespace newsdigest {
namespace {

constexpr const char* kJuggle = R"(type = "contract"

[[frame]]
name = "juggle"
verbs = ["juggle"]
subject = ["company"]
object = ["thing"]
amount = ["count"]
require = ["subject", "amount"]
match = ["Harbor Foods Inc. juggles 40 ovens. => Harbor Foods Inc. | 40 ovens"]
nomatch = ["The clown juggles."]
)";

std::string ErrorOf(std::string toml) {
  std::string error;
  EXPECT_FALSE(Rules::Parse(toml, "mine.toml", error)) << toml;
  return error;
}

std::string Replaced(std::string from, std::string to) {
  std::string text = kJuggle;
  return text.replace(text.find(from), from.size(), to);
}

TEST(Rules, AddFrames) {
  std::string error;
  auto rules = Rules::Parse(kJuggle, "mine.toml", error);
  ASSERT_TRUE(rules) << error;
  AnalyzerOptions options;
  options.rules = &*rules;
  Article article;
  article.text = "Harbor Foods Inc. juggles 40 ovens.\n";
  Digest digest = Analyzer(options).Analyze(article);
  ASSERT_EQ(digest.claims.size(), 1u);
  EXPECT_EQ(digest.claims[0].rule, "contract/juggle");
  digest = Analyzer().Analyze(article);
  EXPECT_EQ(digest.claims[0].rule, "statement/clause");
}

TEST(Rules, ErrorsTellThePlace) {
  EXPECT_EQ(ErrorOf(Replaced("\"juggle\"]", "\"jugglify\"]")),
            "mine.toml:5:9: verbs: 'jugglify' is no word that the program "
            "knows");
  EXPECT_EQ(ErrorOf(Replaced("require", "requires")),
            "mine.toml:9:12: 'requires' is no key here");
  EXPECT_EQ(ErrorOf(Replaced("\"company\"", "\"comany\"")),
            "mine.toml:6:11: subject: 'comany' is not known here");
  EXPECT_EQ(ErrorOf(Replaced("\"contract\"", "\"contrat\"")),
            "mine.toml:1:8: 'contrat' is no claim type");
  EXPECT_EQ(ErrorOf(Replaced(" => Harbor Foods Inc. | 40 ovens", "")),
            "mine.toml:10:10: match: expected 'SENTENCE => SUBJECT | OBJECT'");
  EXPECT_TRUE(ErrorOf("type = ").starts_with("mine.toml:1:"));
}

TEST(Rules, CheckRunsTheSentences) {
  std::string error;
  auto rules = Rules::Parse(kJuggle, "mine.toml", error);
  ASSERT_TRUE(rules);
  EXPECT_EQ(rules->examples(), 2);
  EXPECT_TRUE(rules->Check().empty());
  rules = Rules::Parse(
      Replaced("The clown juggles.", "Harbor Foods Inc. juggles 3 cakes."),
      "mine.toml", error);
  ASSERT_TRUE(rules);
  ASSERT_EQ(rules->Check().size(), 1u);
  EXPECT_EQ(rules->Check()[0],
            "mine.toml:11: contract/juggle says 'Harbor Foods Inc. | 3 cakes' "
            "but should be silent: Harbor Foods Inc. juggles 3 cakes.");
}

}  // namespace
}  // namespace newsdigest
