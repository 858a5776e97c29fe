// What holds for the project's own files: includes point to earlier steps,
// data files are canonical.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "support.h"

namespace newsdigest {
namespace {

namespace fs = std::filesystem;

// The steps in the order that an article takes.
const std::vector<std::string> kSteps = {"text",    "reader",    "language",
                                         "figures", "entities",  "claims",
                                         "digest",  "formatter", "cli"};

int StepOf(const std::string& folder) {
  auto at = std::find(kSteps.begin(), kSteps.end(), folder);
  return at == kSteps.end() ? -1 : static_cast<int>(at - kSteps.begin());
}

// Two rooms serve others on purpose: reader/ and language/ share the lexicon
// (layout asks it for words, passages are read along the layout), and
// formatter/ keeps the one place that makes text harmless and prints numbers.
bool Allowed(const std::string& from, const std::string& to) {
  if (from == "reader" && to == "language") return true;
  if (from == "claims" && to == "formatter") return true;
  return StepOf(to) <= StepOf(from);
}

TEST(Project, IncludesPointToEarlierSteps) {
  int seen = 0;
  for (const std::string& step : kSteps) {
    for (const auto& item :
         fs::directory_iterator(testing::Root() + "/src/" + step)) {
      for (const std::string& line :
           testing::Split(testing::Read(item.path().string()), '\n')) {
        if (!line.starts_with("#include \"")) continue;
        std::string path = line.substr(10);
        std::string folder = path.substr(0, path.find('/'));
        if (StepOf(folder) < 0) continue;
        ++seen;
        EXPECT_TRUE(Allowed(step, folder)) << item.path() << ": " << line;
      }
    }
  }
  EXPECT_GT(seen, 50);
}

TEST(Project, TheLibraryNeverPrintsOrExits) {
  for (const std::string& step : kSteps) {
    if (step == "cli") continue;
    for (const auto& item :
         fs::directory_iterator(testing::Root() + "/src/" + step)) {
      std::string code = testing::Read(item.path().string());
      for (const char* word : {"std::cout", "std::cerr", "printf(", "exit(",
                               "std::regex", "setlocale", "strtod"}) {
        EXPECT_EQ(code.find(word), std::string::npos)
            << item.path() << ": " << word;
      }
    }
  }
}

TEST(Project, TablesAreSortedUniqueAndClean) {
  int files = 0;
  for (const char* folder : {"/data/lexicon", "/data/gazetteer"}) {
    size_t columns = std::string(folder) == "/data/lexicon" ? 3 : 7;
    for (const auto& item : fs::directory_iterator(testing::Root() + folder)) {
      ++files;
      std::string content = testing::Read(item.path().string());
      ASSERT_TRUE(content.ends_with('\n')) << item.path();
      EXPECT_EQ(content.find('\r'), std::string::npos) << item.path();
      std::vector<std::string> lines = testing::Split(content, '\n');
      ASSERT_TRUE(lines[0].starts_with("# ")) << item.path();
      for (size_t i = 1; i < lines.size(); ++i) {
        if (i > 1) {
          EXPECT_LT(lines[i - 1], lines[i]) << item.path();
        }
        EXPECT_LE(testing::Split(lines[i], '\t').size(), columns)
            << item.path() << ": " << lines[i];
        EXPECT_FALSE(lines[i].starts_with(' ')) << item.path();
      }
    }
  }
  EXPECT_GT(files, 10);
}

// The kind of a product names its makers.
TEST(Project, MakersOfProductsAreCompanies) {
  auto rows = [](const char* table) {
    std::string path = testing::Root() + "/data/gazetteer/" + table;
    return testing::Split(testing::Read(path), '\n');
  };
  std::set<std::string> companies;
  for (const std::string& row : rows("companies.tsv")) {
    companies.insert(testing::Split(row, '\t')[0]);
  }
  int makers = 0;
  for (const std::string& row : rows("products.tsv")) {
    std::vector<std::string> fields = testing::Split(row, '\t');
    if (row.starts_with('#') || fields.size() < 3 || fields[2].empty()) {
      continue;
    }
    for (const std::string& maker : testing::Split(fields[2], '|')) {
      EXPECT_TRUE(companies.contains(maker)) << row;
      ++makers;
    }
  }
  EXPECT_GT(makers, 900);
}

}  // namespace
}  // namespace newsdigest
