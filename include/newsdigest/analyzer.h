// The analysis of an article, start to end.
//
//   newsdigest::Analyzer analyzer;
//   newsdigest::Article article;
//   article.text = "Acme Corp. bought Beta Inc. for $2 billion.";
//   newsdigest::Digest digest = analyzer.Analyze(article);
//   // digest.claims[0].type == ClaimType::kAcquisition
//
// An Analyzer holds work areas that are reused from article to article and
// nothing else: the digest of an article never depends on the ones before it.
// Use one analyzer a thread. Nothing is printed, no file is read, no error is
// thrown for any input; what is odd about the input stands in `warnings`.
#ifndef NEWSDIGEST_ANALYZER_H_
#define NEWSDIGEST_ANALYZER_H_

#include <memory>
#include <string>

#include "newsdigest/article.h"
#include "newsdigest/company_list.h"
#include "newsdigest/digest.h"
#include "newsdigest/rules.h"

namespace newsdigest {

struct AnalyzerOptions {
  // The publication date taken where the article gives none, ISO 8601.
  std::string date;
  // Fill Digest::sentences and Digest::tokens.
  bool sentences = false;
  bool tokens = false;
  // The user's own companies, which go before those the program knows; null:
  // none. The list outlives the analyzer and may be shared by several.
  const CompanyList* companies = nullptr;
  // The user's own frames, beside the program's; null: none. They outlive the
  // analyzer and may be shared by several.
  const Rules* rules = nullptr;
  // Whether the program's own companies count; for measuring what the rules
  // find without them.
  bool known_companies = true;
};

class Analyzer {
 public:
  explicit Analyzer(AnalyzerOptions options = {});
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  Digest Analyze(const Article& article);

  // How the sentences of `line` (counted from 1) were read: tokens and tags,
  // groups, the frames that fired and those that nearly did, with the first
  // condition that failed. Plain text, several lines.
  std::string Explain(const Article& article, int line);

 private:
  struct Workspace;
  AnalyzerOptions options_;
  std::unique_ptr<Workspace> workspace_;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_ANALYZER_H_
