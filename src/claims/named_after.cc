// Whose a measure is that a name behind or before it tells.
#include "claims/mover.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

// "exports from Norway": whether the preposition names whose `measure` it is.
bool MoverReader::IsOwnPreposition(uint32_t preposition,
                                   uint32_t measure) const {
  std::string_view own = p_.lexicon->Text(p_.word(measure).lemma, W::k_economy);
  return !own.empty() && p_.IsWord(preposition, own);
}

// The name in "revenue at Acme", "sales of Acme", "inflation in Japan".
std::optional<Party> MoverReader::NamedAfter(int index) const {
  int size = static_cast<int>(g_.size());
  // "Shares (news) in Acme".
  int first = index + 1;
  while (first < size && g_[first].aside && !g_[index].aside) ++first;
  for (int k = first; k + 1 < size && k < first + 4; ++k) {
    if (g_[k].kind == K::kDate) continue;
    // "a profit of $1.03 a share for Acme".
    bool sum = k == first && p_.IsWord(g_[k].head, "of") &&
               g_[k + 1].kind == K::kFigure;
    if (sum) {
      ++k;
      continue;
    }
    // "revenue per user at Acme".
    if (k == first && p_.IsWord(g_[k].head, "per") &&
        g_[k + 1].kind == K::kNoun) {
      ++k;
      continue;
    }
    // "revenue for the quarter at Acme", "sales in May at Acme".
    // "sales in the first quarter at Acme": the article is no group's.
    bool the = k + 2 < size && g_[k].kind == K::kPreposition &&
               p_.IsWord(g_[k + 1].first, "the") && g_[k + 2].kind == K::kDate;
    bool term = g_[k].kind == K::kPreposition &&
                (the || g_[k + 1].kind == K::kDate ||
                 (g_[k + 1].kind == K::kNoun && g_[k + 1].mention < 0 &&
                  p_.Has(g_[k + 1].head, W::k_period_unit)));
    if (term) {
      k += the ? 2 : 1;
      continue;
    }
    // "net income attributable to Acme's shareholders".
    bool accrues = g_[k].kind == K::kAdjective && k + 2 < size &&
                   p_.Has(g_[k].head, W::k_accrues) &&
                   p_.IsWord(g_[k + 1].head, "to");
    if (accrues) ++k;
    // "sales growth of 4% and profit growth of 6% at Acme": of both.
    bool shared = g_[k].kind == K::kConjunction && g_[k + 1].mention < 0 &&
                  g_[k + 1].possessor == 0 && IsMeasure(k + 1);
    if (shared) {
      auto party = NamedAfter(k + 1);
      bool firm = party && Is(*party, EntityType::kCompany);
      return firm ? party : std::nullopt;
    }
    if (g_[k].kind != K::kPreposition) return {};
    bool fits = accrues || p_.IsWord(g_[k].head, "of") ||
                p_.IsWord(g_[k].head, "at") || p_.IsWord(g_[k].head, "in") ||
                p_.IsWord(g_[k].head, "for") ||
                IsOwnPreposition(g_[k].head, g_[index].head);
    if (!fits || g_[k + 1].kind != K::kNoun) return {};
    if (g_[k + 1].mention >= 0) {
      Filler filler = m_.focus.Read(parsed_, k + 1);
      if (filler.party.entity < 0) return {};
      if (auto firm = MarketOfFirm(k + 1)) return firm;
      return filler.party;
    }
    // "sales at the retailer".
    Filler known = m_.focus.Read(parsed_, k + 1);
    bool firm = g_[k + 1].definite && (known.mask & model::kCompany) &&
                known.party.entity >= 0;
    if (firm) return known.party;
    auto left = m_.focus.Possessor(parsed_, k + 1);
    if (!left) left = m_.focus.Left(parsed_, k + 1, g_[k + 1].last);
    if (!left || left->party.entity < 0) return {};
    return left->party;
  }
  return {};
}

// "in China, Acme's biggest market,": Acme.
std::optional<Party> MoverReader::MarketOfFirm(int place) const {
  int noun = place + 2;
  bool apposed = noun < static_cast<int>(g_.size()) &&
                 g_[place + 1].kind == K::kComma && g_[noun].kind == K::kNoun &&
                 g_[noun].possessor > 0 &&
                 p_.LemmaHas(g_[noun].head, W::k_market);
  if (!apposed) return {};
  auto owner = m_.focus.Possessor(parsed_, noun);
  bool firm = owner && (owner->mask & model::kCompany);
  return firm ? std::optional(owner->party) : std::nullopt;
}

// "Acme second-quarter profit", "Norwegian May exports", in the words of
// headlines, but "Acme last year".
std::optional<Party> MoverReader::BeforeTerm(int i) const {
  if (i < 2 || g_[i - 1].kind != K::kDate) return {};
  const Group& term = g_[i - 1];
  const Group& owner = g_[i - 2];
  bool whole = term.last == term.first + 1 || p_.Is(term.first + 1, "-");
  bool names = whole && g_[i].possessor == 0 && g_[i].mention < 0 &&
               !p_.Tagged(g_[i].first, Bit(Tag::kDT));
  if (!names) return {};
  if (owner.mention < 0) return Nation(owner);
  Filler filler = m_.focus.Read(parsed_, i - 2);
  bool fits = filler.party.entity >= 0 &&
              (filler.mask & (model::kCompany | model::kPlace));
  return fits ? std::optional(filler.party) : std::nullopt;
}

std::optional<Party> MoverReader::Having(int i) const {
  if (i < 2) return {};
  int with = i - 1;
  // "with $2 million in sales".
  if (i > 3 && g_[i - 1].kind == K::kPreposition &&
      g_[i - 2].kind == K::kFigure) {
    with = i - 3;
  }
  // "invested in Acme at a $3 million valuation": Acme's.
  bool at = p_.IsWord(g_[with].head, "at") && with > 1 &&
            g_[with - 1].mention >= 0 && g_[with - 2].kind == K::kPreposition &&
            p_.LemmaHas(g_[i].head, W::k_quote_word);
  if (!at && !p_.IsWord(g_[with].head, "with")) return {};
  int k = with - 1;
  // "Acme, a small baker with sales of $2 million,".
  while (k > 0 && k > i - 8 && g_[k].mention < 0 &&
         (g_[k].kind == K::kNoun || g_[k].kind == K::kAdverb ||
          g_[k].kind == K::kAdjective || g_[k].kind == K::kPreposition ||
          g_[k].kind == K::kComma)) {
    bool comma = g_[k].kind == K::kComma;
    --k;
    if (comma) break;
  }
  if (g_[k].kind != K::kNoun || g_[k].mention < 0) return {};
  if (k < with - 1 && g_[k + 1].kind != K::kComma) return {};
  Filler filler = m_.focus.Read(parsed_, k);
  bool fits = (filler.mask & (model::kCompany | model::kOrganization)) ||
              ((filler.mask & model::kPerson) && Personal(g_[i]));
  return fits ? std::optional(filler.party) : std::nullopt;
}

}  // namespace newsdigest
