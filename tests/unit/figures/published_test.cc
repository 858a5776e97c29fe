#include "figures/published.h"

#include <gtest/gtest.h>

#include "language/lexicon.h"

namespace newsdigest {
namespace {

TEST(Published, ReadsTheStylesOfMetadata) {
  const Lexicon& lexicon = Lexicon::BuiltIn();
  CivilDate day{1998, 3, 14};
  for (const char* text :
       {"1998-03-14", "1998-03-14T10:00:00Z", "Sat, 14 Mar 1998 10:00:00 GMT",
        "March 14, 1998", "03/14/1998", "14.03.1998"}) {
    EXPECT_EQ(ReadPublished(text, lexicon), day) << text;
  }
  for (const char* text : {"", "soon", "March 1998", "1998", "32/32/1998"}) {
    EXPECT_FALSE(ReadPublished(text, lexicon)) << text;
  }
  EXPECT_FALSE(ReadPublished(std::string(100000, '1'), lexicon));
}

}  // namespace
}  // namespace newsdigest
