// What the tests share: corpus files and a digest of a text.
#ifndef NEWSDIGEST_TESTS_SUPPORT_H_
#define NEWSDIGEST_TESTS_SUPPORT_H_

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "newsdigest/analyzer.h"

namespace newsdigest::testing {

inline std::string Root() { return PROJECT_ROOT; }

inline std::string Read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

inline std::vector<std::string> Split(const std::string& text, char by) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  std::string part;
  while (std::getline(in, part, by)) parts.push_back(part);
  return parts;
}

struct CorpusLine {
  int number = 0;
  std::vector<std::string> fields;
};

// The lines of tests/corpus/NAME: tab-separated, '#' begins a remark.
inline std::vector<CorpusLine> Corpus(const std::string& name) {
  std::vector<CorpusLine> lines;
  int number = 0;
  for (const std::string& line :
       Split(Read(Root() + "/tests/corpus/" + name), '\n')) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    lines.push_back({number, Split(line, '\t')});
  }
  return lines;
}

// The digest of one paragraph that stands under a title.
inline Digest DigestOf(const std::string& text,
                       const std::string& published = "2026-04-17") {
  AnalyzerOptions options;
  options.sentences = true;
  Analyzer analyzer(options);
  Article article;
  article.text = text;
  article.published = published;
  return analyzer.Analyze(article);
}

}  // namespace newsdigest::testing

#endif  // NEWSDIGEST_TESTS_SUPPORT_H_
