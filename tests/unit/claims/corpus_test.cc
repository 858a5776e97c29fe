// Claims, one case a line: the text, then each claim with the fields that
// matter, "type subject [-> object] key=value ...".
#include <gtest/gtest.h>

#include "figures/number.h"
#include "support.h"

namespace newsdigest {
namespace {

std::string Shown(const Digest& digest, const Claim& claim) {
  std::string out = Name(claim.type);
  out += " " + (claim.subject ? claim.subject->name : std::string("-"));
  if (claim.object) out += " -> " + claim.object->name;
  auto text = [&](const char* key, const std::string& value) {
    if (!value.empty()) out += std::string(" ") + key + "=" + value;
  };
  auto figure = [&](const char* key, int index) {
    if (index < 0) return;
    const Figure& f = digest.figures[index];
    text(key, (f.value ? ToText(*f.value)
                       : ToText(*f.low) + ".." + ToText(*f.high)) +
                  f.unit);
  };
  text("metric", claim.metric);
  figure("amount", claim.amount);
  figure("change", claim.change);
  figure("level", claim.level);
  figure("from", claim.from);
  text("direction", Name(claim.direction));
  if (claim.status != Status::kCompleted) text("status", Name(claim.status));
  text("role", claim.role);
  text("action", claim.action);
  text("basis", claim.basis);
  if (claim.speaker) text("speaker", claim.speaker->name);
  return out;
}

// One file a claim type: what must be found, and sentences that hold none.
TEST(Corpus, Claims) {
  for (int type = 0; type < kClaimTypes; ++type) {
    std::string file =
        std::string("claims/") + Name(static_cast<ClaimType>(type)) + ".tsv";
    auto lines = testing::Corpus(file);
    EXPECT_GE(lines.size(), 2u) << file;
    for (const auto& line : lines) {
      Digest digest = testing::DigestOf(line.fields[0]);
      std::string found;
      for (const Claim& claim : digest.claims) {
        bool other = claim.type == ClaimType::kStatement &&
                     type != static_cast<int>(ClaimType::kStatement);
        if (other) continue;
        found += (found.empty() ? "" : "; ") + Shown(digest, claim);
      }
      std::string expected = line.fields.size() > 1 ? line.fields[1] : "";
      EXPECT_EQ(found, expected)
          << file << ":" << line.number << ": " << line.fields[0];
    }
  }
}

TEST(Corpus, Quotes) {
  for (const auto& line : testing::Corpus("quotes.tsv")) {
    Digest digest = testing::DigestOf(line.fields[0]);
    std::string found;
    for (const Quote& quote : digest.quotes) {
      found += (found.empty() ? "" : "; ") +
               std::string(Slice(digest.text, quote.span)) + " = " +
               (quote.speaker ? quote.speaker->name : "-");
    }
    std::string expected = line.fields.size() > 1 ? line.fields[1] : "";
    EXPECT_EQ(found, expected)
        << "quotes.tsv:" << line.number << ": " << line.fields[0];
  }
}

TEST(Quotes, OneThatRunsOnOverParagraphsIsOne) {
  Digest digest = testing::DigestOf(
      "Jane Porter spoke in Oslo:\n\n"
      "“We bake more bread now than ever before.\n\n"
      "“The ovens are hot, and the shops are full of people.”\n\n"
      "She left on Tuesday.");
  ASSERT_EQ(digest.quotes.size(), 1u);
  ASSERT_EQ(digest.quotes[0].parts.size(), 2u);
  EXPECT_EQ(Slice(digest.text, digest.quotes[0].parts[1]),
            "The ovens are hot, and the shops are full of people.");
  ASSERT_TRUE(digest.quotes[0].speaker.has_value());
  EXPECT_EQ(digest.quotes[0].speaker->name, "Jane Porter");
}

TEST(Claims, TheSameEventToldTwiceIsOneClaim) {
  Digest digest = testing::DigestOf(
      "Quill Robotics Inc. shares rose 7% on Monday.\n\nInvestors were "
      "glad.\n\n"
      "Quill Robotics' stock gained 7% after the news.");
  ASSERT_EQ(digest.claims.size(), 1u);
  EXPECT_EQ(digest.claims[0].repeats.size(), 1u);
}

TEST(Claims, TheKeyStaysWhenAParagraphIsAdded) {
  std::string story = "Quill Robotics Inc. bought Whisk Corp. in 2021.";
  Digest before = testing::DigestOf(story);
  Digest after =
      testing::DigestOf("It was a quiet week for bakers.\n\n" + story);
  ASSERT_EQ(before.claims.size(), 1u);
  ASSERT_EQ(after.claims.size(), 1u);
  EXPECT_EQ(before.claims[0].key, after.claims[0].key);
}

TEST(Claims, OneArticleLeavesNoTraceInTheNext) {
  Article first, second;
  first.text = "Quill Robotics Inc. rose 5%. The company said so.";
  second.text = "The company said its revenue rose 5%.";
  Analyzer fresh;
  size_t alone = fresh.Analyze(second).claims.size();
  Analyzer used;
  used.Analyze(first);
  EXPECT_EQ(used.Analyze(second).claims.size(), alone);
}

// A corpus line is prose; what only a heading says stands here.
TEST(Headings, JoinWithoutAnd) {
  Digest digest = testing::DigestOf(
      "Tesco, Ryanair in Talks to Merge\n\nThe companies met on Monday.");
  ASSERT_FALSE(digest.claims.empty());
  EXPECT_EQ(Shown(digest, digest.claims[0]),
            "acquisition Tesco -> Ryanair status=rumored");

  digest = testing::DigestOf(
      "Gold, silver fall on rate fears\n\nIt rained in Oslo on Monday.");
  ASSERT_EQ(digest.claims.size(), 2u);
  EXPECT_EQ(Shown(digest, digest.claims[0]), "market_move Gold direction=down");
  EXPECT_EQ(Shown(digest, digest.claims[1]),
            "market_move silver direction=down");
}

TEST(Headings, TellTwoActs) {
  Digest digest = testing::DigestOf(
      "Tesco lays off 230 employees, shuts Ohio plant\n\nIt is late.");
  ASSERT_EQ(digest.claims.size(), 2u);
  EXPECT_EQ(Shown(digest, digest.claims[0]),
            "layoffs Tesco amount=230employee");
  EXPECT_EQ(Shown(digest, digest.claims[1]), "closure Tesco -> Ohio plant");
}

}  // namespace
}  // namespace newsdigest
