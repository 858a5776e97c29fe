#include "claims/verb_moves.h"

#include <algorithm>

#include "claims/status.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

VerbMoves::VerbMove VerbMoves::ReadVerb(int at) {
  const Group& verb = g_[at];
  VerbMove move;
  move.at = at;
  move.way = DirectionOf(verb.head, true);
  move.moves = move.way != Direction::kNone;
  move.sign = SignBeside(at);
  // "is seen at $3 million".
  bool seen = at + 1 < static_cast<int>(g_.size()) &&
              p_.IsWord(g_[at + 1].head, "at") &&
              EmbeddedStatus(p_, verb) == Status::kExpected;
  move.put = verb.passive && (seen || p_.VerbHas(verb.head, W::k_puts_at));
  move.traded =
      p_.Match(verb.head, W::k_level_verb, parsed_.sentence->last).length > 1;
  move.level = move.put || move.traded || move.sign != Direction::kNone ||
               p_.VerbHas(verb.head, W::k_level_verb) ||
               p_.Has(verb.head, W::k_be);
  move.complement = ReadComplement(m_.story, parsed_, at);
  // "outpacing a 0.4% gain in the index": another's.
  bool passes = p_.VerbHas(verb.head, W::k_beats) &&
                std::any_of(move.complement.objects.begin(),
                            move.complement.objects.end(), [&](int object) {
                              return g_[object].figure >= 0 &&
                                     (p_.LemmaHas(g_[object].head, W::k_rise) ||
                                      p_.LemmaHas(g_[object].head, W::k_fall));
                            });
  if (passes) move.moves = move.level = false;
  move.result = ResultOf(at, move.complement);
  if (move.result >= 0) {
    move.complement.end = move.result;
    move.complement = WithInfinitive(m_.story, parsed_, move.complement);
  }
  DropSession(at, move.complement);
  DropSwing(move.complement);
  DropEqual(at, move.complement);
  if (move.moves || move.level) DropParticle(verb.head, move.complement);
  if (move.traded) move.complement.objects.clear();
  move.beside = AdverbDirection(at, move.complement);
  if (passes) move.way = Direction::kNone;
  if (!move.moves && !passes) move.way = move.beside;
  std::vector<int>& objects = move.complement.objects;
  // "sales averaged 3% growth": grew.
  bool grows = move.level && !move.moves && !objects.empty() &&
               objects[0] == at + 1 && g_[objects[0]].figure >= 0 &&
               g_[objects[0]].possessor == 0 &&
               F(g_[objects[0]].figure).kind == FigureKind::kPercent;
  if (grows) {
    Direction growth = DirectionOf(g_[objects[0]].head, false);
    if (growth != Direction::kNone) {
      move.way = growth;
      move.moves = true;
      move.level = false;
    }
  }
  // "pared gains to end 2% higher": where it ended.
  bool ends = move.result >= 0 && !objects.empty() &&
              p_.LemmaHas(g_[objects[0]].head, W::k_price_move);
  Direction end =
      ends ? AdverbDirection(move.result,
                             ReadComplement(m_.story, parsed_, move.result))
           : Direction::kNone;
  if (end != Direction::kNone) {
    move.way = end;
    objects.clear();
  }
  return move;
}

void VerbMoves::DropSession(int at, Complement& complement) const {
  if (!p_.VerbHas(g_[at].head, W::k_level_verb)) return;
  std::erase_if(complement.objects, [&](int group) {
    return p_.LemmaHas(g_[group].head, W::k_session) && g_[group].definite;
  });
}

void VerbMoves::DropParticle(uint32_t verb, Complement& complement) const {
  bool particle =
      GoesWith(verb, W::k_rises_with) || GoesWith(verb, W::k_falls_with) ||
      (p_.VerbHas(verb, W::k_level_verb) && p_.IsWord(verb + 1, "in"));
  if (!particle) return;
  for (FigureUse& use : complement.figures) {
    // "came in 3% higher", but "stood in the 3% range".
    bool range = g_[use.group].kind == K::kNoun &&
                 p_.LemmaHas(g_[use.group].head, W::k_stretch);
    if (use.preposition == verb + 2 && !range) use.preposition = 0;
  }
}

void VerbMoves::DropSwing(Complement& complement) const {
  std::erase_if(complement.figures, [&](const FigureUse& use) {
    // "adding to Monday's 3% surge": told by the noun.
    bool surge = use.preposition > 0 && g_[use.group].kind == K::kNoun &&
                 DirectionOf(g_[use.group].head, false) != Direction::kNone;
    if (surge) return true;
    return use.group >= 2 && p_.IsWord(g_[use.group - 1].head, "of") &&
           IsPriceSwing(p_, g_[use.group - 2]);
  });
}

void VerbMoves::DropEqual(int at, Complement& complement) const {
  int equal = at + 1;
  bool equates = p_.VerbHas(g_[at].head, W::k_equates) &&
                 equal < static_cast<int>(g_.size()) &&
                 g_[equal].kind == K::kNoun &&
                 DirectionOf(g_[equal].head, false) == Direction::kNone;
  if (!equates) return;
  std::erase_if(complement.figures, [&](const FigureUse& use) {
    bool of = use.group == equal + 2 && p_.IsWord(g_[equal + 1].head, "of");
    bool own = use.group == equal && F(use.figure).kind == FigureKind::kPercent;
    return of || own;
  });
}

int VerbMoves::ResultOf(int at, const Complement& complement) {
  int end = complement.end;
  if (end + 1 < static_cast<int>(g_.size()) && g_[end].kind == K::kComma) {
    ++end;
  }
  bool infinitive = end < static_cast<int>(g_.size()) &&
                    g_[end].kind == K::kVerb && g_[end].infinitive &&
                    !g_[at].infinitive && parsed_.subject[at] >= 0 &&
                    p_.VerbHas(g_[end].head, W::k_level_verb);
  if (!infinitive || DirectionOf(g_[at].head, true) == Direction::kNone) {
    return -1;
  }
  auto mover = movers_.Read(parsed_.subject[at], -1);
  if (!mover) mover = movers_.BareName(parsed_.subject[at], complement);
  return mover && mover->security ? end : -1;
}

}  // namespace newsdigest
