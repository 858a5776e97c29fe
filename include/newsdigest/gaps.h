// What the frames miss over many articles: the verbs, and the nouns behind
// them, that tell of a named subject and a figure and that no frame matched.
#ifndef NEWSDIGEST_GAPS_H_
#define NEWSDIGEST_GAPS_H_

#include <map>
#include <string>
#include <vector>

#include "newsdigest/digest.h"

namespace newsdigest {

class GapReport {
 public:
  // Takes the statements of a digest into account. The digest was made with
  // AnalyzerOptions::tokens.
  void Add(const Digest& digest);

  // Lines "COUNT KIND WORD", the most frequent first and those of one count by
  // word, each with up to three places "PATH:LINE: sentence" below it.
  // `most`: words of each kind.
  std::string Text(int most) const;

 private:
  struct Gap {
    int count = 0;
    std::vector<std::string> examples;
  };
  using Gaps = std::map<std::string, Gap, std::less<>>;

  static void Count(Gaps& gaps, const std::string& word,
                    const std::string& example);
  static void Print(const Gaps& gaps, const char* kind, int most,
                    std::string& out);

  Gaps verbs_, nouns_;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_GAPS_H_
