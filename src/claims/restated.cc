#include "claims/restated.h"

#include <algorithm>

#include "claims/choose.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

// Whether the verb `at` says what its subject, told before, comes to.
bool RestatedMoves::Equates(int at) const {
  const Group& verb = g_[at];
  int subject = parsed_.subject[at];
  bool relative = at > 0 && g_[at - 1].kind == K::kRelative;
  bool points = subject >= 0 && g_[subject].pronoun &&
                (p_.IsWord(g_[subject].head, "that") ||
                 p_.IsWord(g_[subject].head, "this"));
  bool is = p_.Has(verb.head, W::k_be);
  if (!is && !p_.VerbHas(verb.head, W::k_equates)) return false;
  return !verb.passive && !verb.negated &&
         (relative || points || (!is && verb.participle));
}

std::optional<RestatedMove> RestatedMoves::Restated(int at) const {
  if (!Equates(at)) return {};
  Complement complement = ReadComplement(m_.story, parsed_, at);
  RestatedMove move;
  if (!complement.objects.empty()) {
    move.noun = complement.objects[0];
  } else if (!complement.phrases.empty()) {
    // "translates to a rise of 5%".
    const PrepositionalPhrase& phrase = complement.phrases[0];
    bool equal = phrase.group == at + 2 && g_[phrase.group].kind == K::kNoun &&
                 (p_.IsWord(phrase.preposition, "to") ||
                  p_.IsWord(phrase.preposition, "into"));
    if (!equal) return {};
    move.noun = phrase.group;
  } else {
    return {};
  }
  const Group& noun = g_[move.noun];
  move.direction = DirectionOf(noun.head, false);
  bool fits = noun.mention < 0 && noun.possessor == 0 &&
              p_.Tagged(noun.head, kNounTags) &&
              move.direction != Direction::kNone;
  if (!fits) return {};
  if (noun.figure >= 0) move.figure = noun.figure;
  for (const PrepositionalPhrase& phrase : complement.phrases) {
    // "a rise in orders": told by itself.
    bool own = p_.IsWord(phrase.preposition, "in") &&
               p_.LemmaHas(g_[phrase.group].head, W::k_measure);
    if (own) return {};
  }
  for (const FigureUse& use : complement.figures) {
    bool of = use.preposition > 0 && p_.IsWord(use.preposition - 1, "of") &&
              use.group == move.noun + 2;
    if (move.figure < 0 && of) move.figure = use.figure;
  }
  if (move.figure < 0 || !IsChangeKind(F(move.figure).kind)) return {};
  return move;
}

namespace {

class RestatedReader : private RestatedMoves {
 public:
  explicit RestatedReader(Matching& matching) : RestatedMoves(matching) {}

  void Run() {
    for (int i = 0; i < static_cast<int>(g_.size()); ++i) {
      if (g_[i].kind == K::kAdverb) Trail(i);
      if (g_[i].kind != K::kVerb) continue;
      if (auto move = Restated(i)) Give(i, *move);
    }
  }

 private:
  // "was $3 million, the highest since May, up 5%": how it got there, behind
  // what the level is among others.
  void Trail(int at) {
    Direction direction = DirectionOf(g_[at].head, false);
    bool moves =
        at + 1 < static_cast<int>(g_.size()) && at > 0 &&
        (p_.IsWord(g_[at].head, "up") || p_.IsWord(g_[at].head, "down")) &&
        g_[at + 1].kind == K::kFigure &&
        IsChangeKind(F(g_[at + 1].figure).kind);
    Draft* told = moves ? LevelBefore(at) : nullptr;
    if (!told) return;
    bool among = false;
    for (int k = told->group + 1; k < at; ++k) {
      if (g_[k].kind == K::kVerb || g_[k].kind == K::kStop) return;
      bool opens = g_[k - 1].kind == K::kComma || g_[k - 1].kind == K::kOther;
      for (uint32_t i = g_[k].first; opens && i < g_[k].last; ++i) {
        among = among || p_.LemmaHas(i, W::k_extreme) || p_.IsWord(i, "most") ||
                (p_.Tagged(i, Bit(Tag::kJJ)) && p_.str(i).ends_with("est"));
      }
    }
    for (const Draft& draft : m_.drafts) {
      for (int figure : FiguresOf(draft.claim)) {
        if (figure == g_[at + 1].figure) return;
      }
    }
    if (among) Give(at, {at + 1, g_[at + 1].figure, direction});
  }

  void Give(int verb, const RestatedMove& move) {
    Draft* told = LevelBefore(verb);
    if (!told) return;
    Claim& claim = told->claim;
    claim.change = move.figure;
    claim.direction = move.direction;
    told->clause_last = std::max(told->clause_last, verb);
  }

  // The last level told before the verb, without a change of its own; null:
  // none.
  Draft* LevelBefore(int verb) {
    Draft* last = nullptr;
    for (Draft& draft : m_.drafts) {
      bool measured = draft.claim.type == ClaimType::kMetric ||
                      draft.claim.type == ClaimType::kMarketMove;
      bool before = measured && draft.group < verb && draft.claim.level >= 0;
      if (before && (!last || draft.group >= last->group)) last = &draft;
    }
    return last && last->claim.change < 0 ? last : nullptr;
  }
};

}  // namespace

void ReadRestatedMoves(Matching& matching) { RestatedReader(matching).Run(); }

}  // namespace newsdigest
