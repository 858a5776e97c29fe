#include "claims/basis.h"

#include <algorithm>

#include "claims/status.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

// The token behind the figure `from`, and behind what it comes to a share:
// "from a profit of $3 million, or 30 cents a share, a year ago".
uint32_t EndOfBase(const Story& story, const ParsedSentence& parsed, int from) {
  const Passage& p = story.passage;
  const std::vector<Group>& g = parsed.groups;
  for (size_t i = 0; i + 4 < g.size(); ++i) {
    bool again = g[i].figure == from && g[i + 1].kind == K::kComma &&
                 p.IsWord(g[i + 2].head, "or") && g[i + 3].figure >= 0;
    if (again) return g[i + 4].last;
  }
  return story.figures[from].last;
}

// "rose 3% from May and 8% from a year earlier": where what the change is
// measured against ends, as a token; the end of the text where none is told.
uint32_t BaseEnd(const Passage& p, const ParsedSentence& parsed, int change) {
  bool own = false;
  bool based = false;
  for (size_t i = 0; change >= 0 && i + 1 < parsed.groups.size(); ++i) {
    const Group& group = parsed.groups[i];
    own = own || group.figure == change;
    based = based || (own && p.Has(group.head, W::k_base_preposition));
    bool next = based && group.kind == K::kConjunction &&
                parsed.groups[i + 1].kind == K::kFigure;
    if (next) return group.first;
  }
  return p.size();
}

// "lower than analysts had forecast": whether what stands between the tokens is
// measured against what someone expected.
bool ThanForeseen(const Passage& p, const ParsedSentence& parsed, uint32_t from,
                  uint32_t to) {
  const std::vector<Group>& g = parsed.groups;
  for (size_t i = 0; i + 2 < g.size(); ++i) {
    bool than = g[i].first >= from && g[i].first <= to &&
                p.IsWord(g[i].head, "than") && g[i + 1].kind == K::kNoun &&
                g[i + 2].kind == K::kVerb && !g[i + 2].infinitive &&
                !g[i + 2].participle;
    if (!than) continue;
    return StatusOf(p, g[i + 2].head, W::k_embeds) == Status::kExpected;
  }
  return false;
}

}  // namespace

std::string FindBasis(const Story& story, const ParsedSentence& parsed,
                      const Draft& draft) {
  const Passage& p = story.passage;
  if (draft.claim.type != ClaimType::kMetric &&
      draft.claim.type != ClaimType::kMarketMove) {
    return {};
  }
  int size = static_cast<int>(parsed.groups.size());
  int begin = std::max(0, draft.clause_first);
  uint32_t first = parsed.groups[begin].first;
  // "sold 7% fewer than a year earlier and cut its target": of its own verb.
  for (int k = draft.verb - 1; k > begin; --k) {
    if (parsed.groups[k].kind != K::kConjunction) continue;
    bool verb =
        std::any_of(parsed.groups.begin() + begin, parsed.groups.begin() + k,
                    [](const Group& group) { return group.kind == K::kVerb; });
    if (verb) first = parsed.groups[k].first;
    break;
  }
  uint32_t last = draft.clause_last < size
                      ? parsed.groups[draft.clause_last].first
                      : parsed.sentence->last;
  last = std::min(last, BaseEnd(p, parsed, draft.claim.change));
  // "from a profit of $3 million a year ago".
  if (draft.claim.from >= 0) {
    uint32_t base = EndOfBase(story, parsed, draft.claim.from);
    last = std::min(std::max(last, base + 2), parsed.sentence->last);
  }
  std::string found;
  for (uint32_t i = first; i < last; ++i) {
    auto match = p.Match(i, W::k_basis, parsed.sentence->last);
    if (match.length == 0) continue;
    bool estimate = match.text == "estimate";
    // "fell on forecasts of mild weather": no one foresaw the price.
    if (estimate && draft.claim.type == ClaimType::kMarketMove) continue;
    // "topped estimates, rising 12% from a year earlier": what stands behind
    // the change is what it is measured against.
    bool before = estimate && draft.claim.change >= 0 &&
                  i < story.figures[draft.claim.change].first;
    found = match.text;
    if (!before) return found;
  }
  bool foreseen = found.empty() && draft.claim.type == ClaimType::kMetric &&
                  draft.claim.from < 0 && ThanForeseen(p, parsed, first, last);
  return foreseen ? "estimate" : found;
}

}  // namespace newsdigest
