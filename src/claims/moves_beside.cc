// A price move that stands beside the clause of what moved.
#include <algorithm>

#include "claims/noun_moves.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

std::optional<Mover> NounMoves::WithMove(int at, const Complement& complement) {
  const Group& group = g_[at];
  bool with = at > 0 && p_.IsWord(g_[at - 1].head, "with") &&
              g_[at - 1].kind == K::kPreposition &&
              p_.LemmaHas(group.head, W::k_price_move);
  int figure = group.figure;
  if (figure < 0 && !complement.figures.empty()) {
    figure = complement.figures[0].figure;
  }
  bool sized = figure >= 0 && F(figure).kind == FigureKind::kPercent;
  // "with a 5% drop in orders": of something else.
  bool of_other = std::any_of(
      complement.phrases.begin(), complement.phrases.end(),
      [&](const PrepositionalPhrase& phrase) {
        return p_.IsWord(phrase.preposition, "in") &&
               g_[phrase.group].figure < 0 && g_[phrase.group].mention < 0;
      });
  if (!with || !sized || of_other) return {};
  int size = static_cast<int>(g_.size());
  int verb = at == 1 ? at + 1 : VerbBefore(g_, at);
  while (at == 1 && verb < size &&
         !(g_[verb].kind == K::kVerb && g_[verb].finite)) {
    ++verb;
  }
  if (verb < 0 || verb >= size || parsed_.subject[verb] < 0) return {};
  int subject = parsed_.subject[verb];
  bool shares = false;
  int from = std::max(0, at - kGroupReach);
  for (int k = from; k < std::min(size, at + kGroupReach); ++k) {
    if (k == subject || g_[k].kind != K::kNoun) continue;
    Filler filler = m_.focus.Read(parsed_, k);
    shares = shares || p_.LemmaHas(g_[k].head, W::k_security) ||
             ((filler.mask & model::kSecurity) && filler.party.entity >= 0);
  }
  Filler acts = m_.focus.Read(parsed_, subject);
  bool moves = shares && acts.party.entity >= 0 &&
               (acts.mask & (model::kCompany | model::kSecurity));
  if (!moves) return {};
  Mover mover;
  mover.security = true;
  mover.holder = acts.party;
  mover.group = at;
  return mover;
}

void NounMoves::Fronted() {
  int size = static_cast<int>(g_.size());
  bool opens = size > 4 && g_[1].kind == K::kFigure && !used_[g_[1].figure] &&
               F(g_[1].figure).kind == FigureKind::kPercent &&
               (p_.IsWord(g_[0].head, "up") || p_.IsWord(g_[0].head, "down"));
  if (!opens) return;
  int comma = 2;
  while (comma + 2 < size && g_[comma].kind != K::kComma) {
    if (g_[comma].kind == K::kVerb || g_[comma].kind == K::kStop) return;
    ++comma;
  }
  int moved = comma + 1;
  int verb = moved < size ? VerbOf(parsed_, moved) : -1;
  if (verb < 0 || !g_[verb].finite) return;
  Complement complement = ReadComplement(m_.story, parsed_, 0);
  auto mover = movers_.Read(moved, -1);
  if (!mover) mover = movers_.BareName(moved, complement);
  bool told = mover && (mover->security || mover->holder->entity >= 0);
  if (!told) return;
  Claim claim;
  claim.direction = DirectionOf(g_[0].head, false);
  Assign(complement, *mover, false, claim);
  Emit(*mover, claim, 0, g_[0].head, -1, 0, comma, "up");
}

}  // namespace newsdigest
