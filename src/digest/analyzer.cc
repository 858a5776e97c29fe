#include "newsdigest/analyzer.h"

#include "claims/claims.h"
#include "claims/explain.h"
#include "digest/build.h"
#include "entities/entities.h"
#include "figures/dates.h"
#include "figures/figures.h"
#include "figures/published.h"
#include "language/passage.h"
#include "reader/layout.h"
#include "text/decode.h"
#include "text/positions.h"

namespace newsdigest {
namespace {

// Tokens that the room kept for the next article holds.
constexpr size_t kMostKept = 100000;

std::string Line(std::string_view text) {
  std::string out;
  for (char c : text) {
    bool blank = c == ' ' || (c >= 9 && c <= 13);
    if (blank && (out.empty() || out.back() == ' ')) continue;
    out += blank ? ' ' : c;
  }
  return out;
}

}  // namespace

struct Analyzer::Workspace {
  Passage passage;
};

Analyzer::Analyzer(AnalyzerOptions options)
    : options_(std::move(options)), workspace_(std::make_unique<Workspace>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

namespace {

// Everything before the claims, for Analyze() and Explain() alike.
struct Prepared {
  Digest digest;
  Layout layout;
  std::vector<DateMatch> dates;
  std::vector<FigureMatch> figures;
  EntityTable entities;
};

void Prepare(const Article& article, const AnalyzerOptions& options,
             Passage& passage, Prepared& out) {
  Digest& digest = out.digest;
  digest.source = {article.path, article.id_json, article.format,
                   article.text.size(), Sha256(article.text)};
  digest.text = Decode(article.text, digest.warnings);
  if (article.title && !article.title->empty()) {
    std::string title = Line(*article.title);
    if (!std::string_view(digest.text).starts_with(*article.title)) {
      digest.text = title + "\n" + digest.text;
      digest.title_bytes = static_cast<uint32_t>(title.size() + 1);
    }
  }
  LayoutOptions layout_options;
  layout_options.title_bytes = digest.title_bytes;
  layout_options.markdown = article.format == "markdown";
  const Lexicon& lexicon = Lexicon::BuiltIn();
  out.layout = ReadLayout(digest.text, lexicon, layout_options);
  ReadPassage(digest.text, out.layout, lexicon, passage);
  digest.title = Line(Slice(digest.text, out.layout.title));
  if (digest.title.empty() && article.title) digest.title = *article.title;
  digest.subtitle = Line(Slice(digest.text, out.layout.subtitle));
  digest.byline = article.byline ? *article.byline
                                 : Line(Slice(digest.text, out.layout.byline));
  digest.publisher = article.publisher.value_or("");
  digest.url = article.url.value_or("");
  digest.published = article.published.value_or("");
  if (digest.published.empty()) {
    digest.published = FindPublished(passage, out.layout);
  }
  if (digest.published.empty()) digest.published = options.date;
  auto day = ReadPublished(digest.published, lexicon);
  if (day) digest.published = IsoDay(*day);
  out.dates = FindDates(passage, day);
  out.figures = FindFigures(passage, out.dates);
  if (out.figures.size() > kMostFigures) {
    digest.warnings.push_back({"truncated",
                               "more than " + std::to_string(kMostFigures) +
                                   " figures; those from here on are left out",
                               {out.figures[kMostFigures].figure.span}});
    out.figures.resize(kMostFigures);
  }
  out.entities =
      ResolveEntities(passage,
                      FindNames(passage, out.dates,
                                {options.companies, options.known_companies}),
                      options.companies);
}

}  // namespace

Digest Analyzer::Analyze(const Article& article) {
  Prepared ready;
  Passage& passage = workspace_->passage;
  Prepare(article, options_, passage, ready);
  Story story{
      passage,        ready.layout,
      ready.figures,  ready.dates,
      ready.entities, options_.rules ? &options_.rules->book() : nullptr};
  std::vector<Claim> claims = MergeClaims(FindClaims(story), ready.figures);
  std::vector<Quote> quotes = FindQuotes(story);
  BuildDigest(story, std::move(claims), std::move(quotes), ready.digest);
  if (options_.sentences) {
    for (const Sentence& sentence : passage.sentences) {
      ready.digest.sentences.push_back(sentence.span);
    }
  }
  if (options_.tokens) {
    for (uint32_t i = 0; i < passage.size(); ++i) {
      ready.digest.tokens.push_back(
          {passage.tokens[i].span(),
           kTagNames[static_cast<int>(passage.tags[i])]});
    }
  }
  // What a huge article took is not kept for the next.
  if (passage.tokens.capacity() > kMostKept) passage = Passage();
  return std::move(ready.digest);
}

std::string Analyzer::Explain(const Article& article, int line) {
  Prepared ready;
  Passage& passage = workspace_->passage;
  Prepare(article, options_, passage, ready);
  Story story{
      passage,        ready.layout,
      ready.figures,  ready.dates,
      ready.entities, options_.rules ? &options_.rules->book() : nullptr};
  Positions positions(ready.digest.text);
  std::string out;
  for (size_t i = 0; i < passage.sentences.size(); ++i) {
    const Span& span = passage.sentences[i].span;
    int from = static_cast<int>(positions.Line(span.start));
    int to = static_cast<int>(positions.Line(span.end - 1));
    if (line < from || line > to) continue;
    ExplainSentence(story, static_cast<int>(i), out);
  }
  return out;
}

}  // namespace newsdigest
