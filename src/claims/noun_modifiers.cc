// What may stand before the head of a noun group: adjectives, participles and
// nouns, joined ("food and drink sales") and listed.
#include <algorithm>

#include "claims/noun_group.h"

namespace newsdigest {

using W = WordClass;

bool NounGrouper::ActsOnMany(uint32_t i) const {
  while (i < s_.last && p_.Tagged(i, Bit(Tag::kJJ) | Bit(Tag::kNNP))) ++i;
  return i < s_.last && p_.Tagged(i, Bit(Tag::kNNS)) &&
         !(i + 1 < s_.last && p_.Tagged(i + 1, kNounTags | Bit(Tag::kPOS)));
}

bool NounGrouper::OpensJoined(uint32_t i) const {
  bool joined = i + 3 < s_.last && p_.Tagged(i, Bit(Tag::kJJ)) &&
                (p_.IsWord(i + 1, "and") || p_.IsWord(i + 1, "or"));
  if (!joined || MentionAt(i + 2) >= 0) return false;
  // "raised private and public spending".
  bool adjectives = p_.Tagged(i + 2, Bit(Tag::kJJ)) &&
                    p_.Tagged(i + 3, Bit(Tag::kNN) | Bit(Tag::kNNS)) &&
                    MentionAt(i + 3) < 0 && !Directional(i);
  bool opens = i == s_.first || p_.Tagged(i - 1, Bit(Tag::kIN) | Bit(Tag::kTO));
  return adjectives ||
         (opens && p_.Tagged(i + 2, Bit(Tag::kJJ) | Bit(Tag::kNN)) &&
          p_.Tagged(i + 3, Bit(Tag::kNNS)));
}

bool NounGrouper::JoinsAdjectives(const State& n) const {
  if (n.at == n.group.first + 1 && OpensJoined(n.group.first)) return true;
  return p_.Tagged(n.group.first, Bit(Tag::kDT) | Bit(Tag::kPRPS)) &&
         n.at > n.group.first + 1 && n.at + 1 < s_.last &&
         (p_.IsWord(n.at, "and") || p_.IsWord(n.at, "or")) &&
         p_.Tagged(n.at - 1, Bit(Tag::kJJ)) &&
         p_.Tagged(n.at + 1, Bit(Tag::kJJ)) && NounAhead(n.at + 1);
}

bool NounGrouper::JoinsNouns(const State& n) const {
  constexpr uint32_t kOpens =
      Bit(Tag::kDT) | Bit(Tag::kPRPS) | Bit(Tag::kPOS) | Bit(Tag::kJJ);
  auto bare = [&](uint32_t i) {
    return p_.Tagged(i, Bit(Tag::kNN)) && MentionAt(i) < 0 &&
           !p_.LemmaHas(i, W::k_measure) && !p_.LemmaHas(i, W::k_security) &&
           !p_.LemmaHas(i, W::k_commodity);
  };
  uint32_t first = n.at - std::min(n.at - n.group.first, 1u);
  bool opens = first == n.group.first || p_.Tagged(first - 1, kOpens);
  return first < n.at && opens && n.at + 2 < s_.last &&
         p_.IsWord(n.at, "and") && bare(first) && bare(n.at + 1) &&
         p_.LemmaHas(n.at + 2, W::k_measure) &&
         p_.Tagged(n.at + 2, Bit(Tag::kNN) | Bit(Tag::kNNS)) &&
         !(n.at + 3 < s_.last && p_.Tagged(n.at + 3, kNounTags));
}

bool NounGrouper::ListsAdjectives(const State& n) const {
  auto glued = [&](uint32_t k) {
    return p_.Is(k, "-") || (k > n.group.first && p_.Is(k - 1, "-") &&
                             !p_.tokens[k].is(kSpaceBefore));
  };
  constexpr uint32_t kDescribes = Bit(Tag::kJJ) | Bit(Tag::kRB) | Bit(Tag::kCC);
  constexpr uint32_t kOpens = Bit(Tag::kDT) | Bit(Tag::kPRPS) | Bit(Tag::kPOS);
  auto lists = [&](uint32_t k) {
    return p_.Tagged(k, kDescribes) || p_.Is(k, ",") || glued(k) ||
           (k + 1 < s_.last && p_.Is(k + 1, "-"));
  };
  // A longer list is no modifier.
  constexpr uint32_t kMost = 16;
  uint32_t from = std::max(n.group.first, n.at - std::min(n.at, kMost));
  uint32_t to = std::min(s_.last, n.at + kMost);
  uint32_t first = n.at;
  while (first > from && lists(first)) --first;
  uint32_t last = n.at;
  while (last < to && lists(last)) ++last;
  bool list = p_.Tagged(first, kOpens) && first + 2 < last && last < s_.last &&
              p_.Tagged(last, kNounTags) &&
              p_.Tagged(last - 1, Bit(Tag::kJJ) | kNounTags);
  if (!list || !p_.Tagged(first + 1, Bit(Tag::kJJ) | Bit(Tag::kRB))) {
    return false;
  }
  for (uint32_t k = first + 1; k < last; ++k) {
    if (p_.Is(k, ",")) return true;
  }
  return false;
}

bool NounGrouper::IsModifier(const State& n) const {
  uint32_t at = n.at;
  bool more = at + 1 < s_.last;
  if (p_.Tagged(at, Bit(Tag::kJJ) | Bit(Tag::kCD)) &&
      (NounAhead(at) || NounAfter(at + 1) || (more && FigureAt(at + 1) >= 0))) {
    return true;
  }
  if (OpensJoined(at) || JoinsAdjectives(n) || JoinsNouns(n) ||
      ListsAdjectives(n)) {
    return true;
  }
  // "a license allowing firms", "a lawsuit accusing Acme", "analysts covering
  // Acme": a clause of its own.
  bool on_name = more && MentionAt(at + 1) >= 0 && MentionAt(at - 1) < 0 &&
                 (p_.Tagged(n.group.first, Bit(Tag::kDT) | Bit(Tag::kPRPS)) ||
                  p_.Tagged(at - 1, Bit(Tag::kNNS)));
  // "a law banning lab-grown meat".
  bool law = at > n.group.first && p_.LemmaHas(at - 1, W::k_clause_noun);
  bool acts = at > n.group.first && p_.Tagged(at, Bit(Tag::kVBG)) &&
              p_.Tagged(at - 1, kNounTags) &&
              (ActsOnMany(at + 1) || on_name || law) &&
              !In(p_.word(at).preferred, kNounTags);
  // "Acme seeking approval".
  bool seeks = at > n.group.first && p_.Tagged(at, Bit(Tag::kVBG)) &&
               MentionAt(at - 1) >= 0 && p_.VerbHas(at, W::k_embeds);
  // "a tariff on cars starting April 2".
  bool dates = more && at > n.group.first && p_.Tagged(at, Bit(Tag::kVBG)) &&
               p_.Has(at, W::k_ahead) && DateAt(at + 1) >= 0;
  if (acts || seeks || dates) return false;
  // "its proposed $3 million takeover", "its existing $3 million deal".
  bool first = n.group.possessor > 0 && n.group.possessor == at;
  bool owned = first || (n.group.possessor > 0 && n.group.possessor + 1 == at);
  // "a planned $3 million bakery".
  int sum = more ? FigureAt(at + 1) : -1;
  bool planned = sum >= 0 && at == n.group.first + 1 &&
                 p_.Tagged(at - 1, Bit(Tag::kDT)) &&
                 p_.Tagged(at, Bit(Tag::kVBN)) &&
                 p_.lexicon->Text(p_.tokens[at].word, W::k_adjective_status) ==
                     "planned" &&
                 NounAfter(story_.figures[sum].last);
  if (planned) return true;
  bool sized = more && FigureAt(at + 1) >= 0 &&
               ((owned && p_.Tagged(at, Bit(Tag::kVBN))) ||
                (first && p_.Tagged(at, Bit(Tag::kVBG))));
  if (sized) return true;
  // "sent shares climbing Monday".
  bool moved = more && DateAt(at + 1) >= 0 &&
               (p_.VerbHas(at, W::k_rise) || p_.VerbHas(at, W::k_fall));
  if (p_.Tagged(at, Bit(Tag::kVBN) | Bit(Tag::kVBG)) && more && !moved &&
      p_.Tagged(at + 1, kNounTags | Bit(Tag::kJJ)) &&
      (at > n.group.first || p_.Tagged(at, Bit(Tag::kVBN)))) {
    return true;
  }
  bool touches = !p_.tokens[at].is(kSpaceBefore);
  if (p_.Is(at, "-")) return more && touches;
  if (IsSplit(at)) return NounAhead(at + 1);
  if (at == n.group.first) return OpensGraded(at);
  // "their highest since May".
  bool own = p_.Tagged(at, Bit(Tag::kJJ)) && p_.Tagged(at - 1, Bit(Tag::kPRPS));
  if (own) return true;
  if (p_.Is(at - 1, "-") && touches && p_.tokens[at].kind == TokenKind::kWord) {
    return true;
  }
  if (p_.Is(at, "&")) return more && p_.Tagged(at + 1, kNounTags);
  // "a less-expensive oven".
  bool joined = p_.Tagged(at, Bit(Tag::kRB)) && at + 2 < s_.last &&
                p_.Is(at + 1, "-") && !p_.tokens[at + 1].is(kSpaceBefore) &&
                NounAhead(at + 1);
  if (joined) return true;
  return p_.Tagged(at, Bit(Tag::kRB)) && more &&
         p_.Tagged(at + 1, Bit(Tag::kJJ) | Bit(Tag::kVBN)) && NounAhead(at + 1);
}

}  // namespace newsdigest
