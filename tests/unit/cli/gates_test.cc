#include "cli/gates.h"

#include <gtest/gtest.h>

#include "support.h"

namespace newsdigest::cli {
namespace {

bool Holds(std::string_view text, const Digest& digest) {
  std::string error;
  auto gate = Gate::Parse(text, error);
  EXPECT_TRUE(gate) << error;
  return gate && gate->Holds(gate->Of(digest));
}

std::string ErrorOf(std::string_view text) {
  std::string error;
  EXPECT_FALSE(Gate::Parse(text, error)) << text;
  return error;
}

TEST(Gates, CountAndCompareWhatADigestHas) {
  Digest digest = testing::DigestOf(
      "Quill Robotics Inc. bought Whisk Corp. for $3 million on Monday.");
  EXPECT_TRUE(Holds("claims==1", digest));
  EXPECT_TRUE(Holds("acquisition >= 1", digest));
  EXPECT_FALSE(Holds("layoffs>0", digest));
  EXPECT_TRUE(Holds("acquisition.amount>=3e6", digest));
  EXPECT_FALSE(Holds("acquisition.amount>3e6", digest));
  EXPECT_TRUE(Holds("claims.object==Whisk Corp.", digest));
  EXPECT_FALSE(Holds("claims.status!=completed", digest));
  EXPECT_TRUE(Holds("warnings==0", digest));
  EXPECT_TRUE(Holds("each figures<2", digest));
}

TEST(Gates, SayWhatIsWrongAndWhere) {
  EXPECT_NE(ErrorOf("claims").find("no comparison"), std::string::npos);
  EXPECT_NE(ErrorOf("claim>=1").find("'claim' is no claim type"),
            std::string::npos);
  EXPECT_NE(ErrorOf("claims=1").find("expected >="), std::string::npos);
  EXPECT_NE(ErrorOf("claims>=many").find("'many' is no number at column 9"),
            std::string::npos);
  EXPECT_NE(ErrorOf("dates.value==1").find("only claims have fields"),
            std::string::npos);
  EXPECT_NE(ErrorOf("claims.subject>=A").find("words are compared"),
            std::string::npos);
}

}  // namespace
}  // namespace newsdigest::cli
