// Every frame's own sentences: those that express it and those that do not.
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <filesystem>

#include "support.h"

namespace newsdigest {
namespace {

std::string NameOf(const std::optional<Party>& party) {
  return party ? party->name : "-";
}

class FrameFile : public ::testing::TestWithParam<std::string> {};

TEST_P(FrameFile, SentencesMatchAsTheySay) {
  toml::table file = toml::parse_file(GetParam());
  std::string type = *file["type"].value<std::string>();
  const toml::array* frames = file["frame"].as_array();
  if (!frames) return;  // a type that the grammar makes by itself
  for (const toml::node& node : *frames) {
    const toml::table& frame = *node.as_table();
    std::string rule = type + "/" + *frame["name"].value<std::string>();
    ASSERT_NE(frame["match"].as_array(), nullptr) << rule;
    ASSERT_FALSE(frame["nomatch"].as_array()->empty()) << rule;
    for (const toml::node& item : *frame["match"].as_array()) {
      std::string line = *item.value<std::string>();
      size_t arrow = line.find(" => ");
      std::string text = line.substr(0, arrow);
      Digest digest = testing::DigestOf(text);
      std::string found = "no claim";
      for (const Claim& claim : digest.claims) {
        if (Name(claim.type) != type) continue;
        found = NameOf(claim.subject) + " | " + NameOf(claim.object);
        if (found == line.substr(arrow + 4)) break;
      }
      EXPECT_EQ(found, line.substr(arrow + 4)) << rule << ": " << text;
    }
    for (const toml::node& item : *frame["nomatch"].as_array()) {
      std::string text = *item.value<std::string>();
      for (const Claim& claim : testing::DigestOf(text).claims) {
        EXPECT_NE(claim.rule, rule) << text;
      }
    }
  }
}

std::vector<std::string> FrameFiles() {
  std::vector<std::string> files;
  for (const auto& item :
       std::filesystem::directory_iterator(testing::Root() + "/data/frames")) {
    files.push_back(item.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

INSTANTIATE_TEST_SUITE_P(
    Data, FrameFile, ::testing::ValuesIn(FrameFiles()), [](const auto& file) {
      return std::filesystem::path(file.param).stem().string();
    });

}  // namespace
}  // namespace newsdigest
