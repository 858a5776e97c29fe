#include "newsdigest/gaps.h"

#include <gtest/gtest.h>

#include "newsdigest/analyzer.h"

namespace newsdigest {
namespace {

Digest DigestOf(const std::string& path, const std::string& text) {
  AnalyzerOptions options;
  options.tokens = true;
  Article article;
  article.path = path;
  article.text = text;
  return Analyzer(options).Analyze(article);
}

TEST(Gaps, CountsVerbsAndNounsWithPlaces) {
  GapReport report;
  report.Add(DigestOf("a.txt",
                      "Harbor Foods Inc. juggles 40 ovens.\n\n"
                      "Harbor Foods Inc. bought Quill Bakery Inc."));
  report.Add(DigestOf("b.txt", "Quill Bakery Inc. juggled 300 loaves.\n"));
  EXPECT_EQ(report.Text(10),
            "    2 verb juggle\n"
            "        a.txt:1: Harbor Foods Inc. juggles 40 ovens.\n"
            "        b.txt:1: Quill Bakery Inc. juggled 300 loaves.\n");
}

TEST(Gaps, IsEmptyWhereFramesTellAll) {
  GapReport report;
  report.Add(DigestOf("a.txt", "Harbor Foods Inc. cut 40 jobs.\n"));
  EXPECT_EQ(report.Text(10), "");
}

}  // namespace
}  // namespace newsdigest
