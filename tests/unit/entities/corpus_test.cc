// Names, one case a line: the text, then each entity with its type and, where
// it is named in several ways, its aliases.
#include <gtest/gtest.h>

#include "support.h"

namespace newsdigest {
namespace {

TEST(Corpus, Names) {
  for (const auto& line : testing::Corpus("names.tsv")) {
    Digest digest = testing::DigestOf(line.fields[0]);
    std::string found;
    for (const Entity& entity : digest.entities) {
      if (!found.empty()) found += "; ";
      found += std::string(Name(entity.type)) + " " + entity.name;
      for (const std::string& alias : entity.aliases) found += " = " + alias;
    }
    std::string expected = line.fields.size() > 1 ? line.fields[1] : "";
    EXPECT_EQ(found, expected)
        << "names.tsv:" << line.number << ": " << line.fields[0];
  }
}

}  // namespace
}  // namespace newsdigest
