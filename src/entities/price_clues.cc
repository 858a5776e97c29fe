#include "entities/price_clues.h"

namespace newsdigest {

using W = WordClass;

namespace {

// The token behind "$3.20, or" and "13 cents, or" where they stand at `i`.
uint32_t AfterPriceChange(const Passage& p, const Sentence& s, uint32_t i) {
  uint32_t k = p.Has(i, W::k_currency_symbol) ? i + 2 : i + 1;
  if (k < s.last && p.Has(k, W::k_cent)) ++k;
  bool changes =
      k + 2 < s.last && k == i + 2 && p.Is(k, ",") && p.IsWord(k + 1, "or");
  return changes ? k + 2 : i;
}

}  // namespace

int SharePoints(const Passage& p, const Sentence& s, uint32_t a) {
  bool priced = p.LemmaHas(a - 1, W::k_security) ||
                p.LemmaHas(a - 1, W::k_commodity) ||
                p.LemmaHas(a - 1, W::k_gauge);
  if (!p.Tagged(a, kFiniteTags) || priced) return 0;
  uint32_t i = a + 1;
  auto moves = [&](uint32_t k) {
    return p.VerbHas(k, W::k_rise) || p.VerbHas(k, W::k_fall);
  };
  bool beside = i < s.last && moves(i);  // "was up", "closed lower"
  if (beside) ++i;
  if (!beside && !moves(a)) return 0;
  i = AfterPriceChange(p, s, i);
  if (i + 2 >= s.last || p.tokens[i].kind != TokenKind::kNumber) return 0;
  ++i;
  if (p.IsWord(i, "per")) ++i;
  if (!p.Is(i, "%") && !p.IsWord(i, "percent") && !p.IsWord(i, "cent")) {
    return 0;
  }
  bool price = i + 2 < s.last && p.Has(i + 1, W::k_level_preposition) &&
               (p.tokens[i + 2].kind == TokenKind::kNumber ||
                p.Has(i + 2, W::k_currency_symbol));
  return price ? 4 : 2;
}

}  // namespace newsdigest
