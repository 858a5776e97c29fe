#include "newsdigest/gaps.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "text/display.h"
#include "language/lexicon.h"
#include "text/positions.h"

namespace newsdigest {
namespace {

constexpr size_t kExamples = 3;
constexpr int kWidth = 160;           // of an example, in columns
constexpr size_t kMostWords = 20000;  // counted; text is endless, words are not

std::string Lemma(const Lexicon& lexicon, std::string_view word, bool verb) {
  uint32_t id = lexicon.Find(word);
  if (id == 0) return std::string(word);
  const model::Word& entry = lexicon.word(id);
  uint32_t lemma =
      verb && entry.verb_lemma != 0 ? entry.verb_lemma : entry.lemma;
  return std::string(lexicon.String(lexicon.word(lemma).key));
}

// The first common noun behind the trigger that is in no figure or name:
// "signed a lease for 4,000 square feet". Empty: none.
std::string_view NounBehind(const Digest& digest, const Claim& claim) {
  auto inside = [](const Span& token, const auto& spans) {
    return std::any_of(spans.begin(), spans.end(), [&](const auto& other) {
      return other.span.Contains(token);
    });
  };
  for (const TokenView& token : digest.tokens) {
    if (token.span.start < claim.trigger.end) continue;
    if (token.span.end > claim.evidence.span.end) break;
    std::string_view tag = token.tag;
    if (tag.starts_with("VB") || tag == "PUNCT") break;
    bool noun = tag == "NN" || tag == "NNS";
    if (noun && !inside(token.span, digest.figures)) {
      return Slice(digest.text, token.span);
    }
  }
  return {};
}

}  // namespace

void GapReport::Count(Gaps& gaps, const std::string& word,
                      const std::string& example) {
  auto found = gaps.find(word);
  if (found == gaps.end()) {
    if (gaps.size() >= kMostWords) return;
    found = gaps.emplace(word, Gap()).first;
  }
  Gap& gap = found->second;
  ++gap.count;
  if (gap.examples.size() < kExamples) gap.examples.push_back(example);
}

void GapReport::Add(const Digest& digest) {
  const Lexicon& lexicon = Lexicon::BuiltIn();
  Positions positions(digest.text);
  for (const Claim& claim : digest.claims) {
    if (claim.type != ClaimType::kStatement || claim.amount < 0) continue;
    uint32_t start = claim.evidence.span.start;
    uint32_t line = positions.Line(start);
    if (digest.title_bytes > 0 && start >= digest.title_bytes) --line;
    std::string example =
        fmt::format("{}:{}: {}", Harmless(digest.source.path), line,
                    Harmless(Slice(digest.text, claim.evidence.span)));
    example = Fit(example, kWidth);
    std::string_view verb = Slice(digest.text, claim.trigger);
    Count(verbs_, Lemma(lexicon, verb, true), example);
    std::string_view noun = NounBehind(digest, claim);
    if (!noun.empty()) Count(nouns_, Lemma(lexicon, noun, false), example);
  }
}

void GapReport::Print(const Gaps& gaps, const char* kind, int most,
                      std::string& out) {
  std::vector<const Gaps::value_type*> order;
  for (const auto& gap : gaps) order.push_back(&gap);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto* a, const auto* b) {
                     return a->second.count > b->second.count;
                   });
  if (order.size() > static_cast<size_t>(most)) order.resize(most);
  for (const auto* gap : order) {
    out += fmt::format("{:5} {} {}\n", gap->second.count, kind, gap->first);
    for (const std::string& example : gap->second.examples) {
      out += "        " + example + "\n";
    }
  }
}

std::string GapReport::Text(int most) const {
  std::string out;
  Print(verbs_, "verb", most, out);
  Print(nouns_, "noun", most, out);
  return out;
}

}  // namespace newsdigest
