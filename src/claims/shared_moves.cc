#include "claims/shared_moves.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

}  // namespace

void SharedMoves::Gapped(const Complement& complement, const Claim& told) {
  int size = static_cast<int>(g_.size());
  FigureKind kind = F(told.change).kind;
  int k = complement.end;
  while (true) {
    int from = k;
    while (k < size &&
           (g_[k].kind == K::kComma || g_[k].kind == K::kConjunction)) {
      ++k;
    }
    if (k == from || k + 1 >= size || g_[k].kind != K::kNoun) return;
    int figure = k + 1;
    Claim claim;
    claim.direction = told.direction;
    claim.status = told.status;
    if (g_[figure].kind == K::kAdverb) {
      claim.direction = DirectionOf(g_[figure++].head, false);
    }
    bool fits = figure < size && g_[figure].kind == K::kFigure &&
                F(g_[figure].figure).kind == kind &&
                claim.direction != Direction::kNone;
    if (!fits) return;
    Complement own = ReadComplement(m_.story, parsed_, k);
    auto mover = movers_.Read(k, -1);
    if (!mover) mover = movers_.BareName(k, own);
    if (!mover || !mover->security) return;
    Assign(own, *mover, false, claim);
    Emit(*mover, claim, k, g_[figure].head, k, k, own.end, "gap");
    k = own.end;
  }
}

}  // namespace newsdigest
