// Nouns of moving that tell of several things at once.
#include "claims/noun_moves.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

bool NounMoves::EachTime(int at, int governor, Complement complement,
                         const Mover& mover, const Claim& told) {
  std::vector<FigureUse> shares = MoveRoles::Listed(complement);
  if (shares.size() < 2 || !p_.Tagged(g_[at].head, Bit(Tag::kNNS))) {
    return false;
  }
  for (size_t n = 0; n < shares.size(); ++n) {
    complement.figures = {shares[n]};
    Claim claim = told;
    claim.status = Status::kCompleted;
    Assign(complement, mover, false, claim);
    Emit(mover, claim, at, g_[at].head, governor, at, complement.end, "noun");
    m_.drafts.back().joined = n > 0;
  }
  return true;
}

bool NounMoves::EachOwn(int at, int governor, Complement complement,
                        Mover mover, const Claim& told) {
  if (governor < 0 || parsed_.subject[governor] < 0) return false;
  std::vector<int> subjects(parsed_.joined[governor].rbegin(),
                            parsed_.joined[governor].rend());
  subjects.push_back(parsed_.subject[governor]);
  std::vector<FigureUse> shares = Respective(complement, subjects.size());
  for (size_t n = 0; n < shares.size(); ++n) {
    Filler filler = m_.focus.Read(parsed_, subjects[n]);
    if (filler.party.entity < 0) return n > 0;
    mover.holder = filler.party;
    complement.figures = {shares[n]};
    Claim claim = told;
    Assign(complement, mover, false, claim);
    Emit(mover, claim, at, g_[at].head, governor, at, complement.end, "noun");
    m_.drafts.back().joined = n > 0;
  }
  return !shares.empty();
}

std::vector<NounMoves::Part> NounMoves::Parts(int at) const {
  int size = static_cast<int>(g_.size());
  std::vector<Part> parts;
  int k = at + 1;
  if (k < size && p_.IsWord(g_[k].head, "of")) ++k;
  uint32_t preposition = 0;
  while (k + 2 < size && g_[k].kind == K::kFigure &&
         g_[k + 1].kind == K::kPreposition &&
         (g_[k + 2].kind == K::kNoun || g_[k + 2].kind == K::kDate)) {
    uint32_t word = p_.word(g_[k + 1].head).lemma;
    bool open = p_.IsWord(g_[k + 1].head, "in") ||
                p_.IsWord(g_[k + 1].head, "for") ||
                p_.IsWord(g_[k + 1].head, "at");
    bool alike = parts.empty() ||
                 (word == preposition &&
                  F(g_[k].figure).unit == F(g_[parts[0].figure].figure).unit);
    if (!open || !alike) break;
    preposition = word;
    parts.push_back({k, k + 2});
    k += 3;
    while (k < size &&
           (g_[k].kind == K::kComma || g_[k].kind == K::kConjunction)) {
      ++k;
    }
  }
  return parts.size() > 1 ? parts : std::vector<Part>();
}

bool NounMoves::EachPart(int at, int governor, const Mover& mover,
                         const Claim& told) {
  std::vector<Part> parts = Parts(at);
  for (size_t n = 0; n < parts.size(); ++n) {
    const auto& [figure, of] = parts[n];
    Mover own = mover;
    auto measure =
        g_[of].mention < 0 ? movers_.Read(of, governor) : std::nullopt;
    Filler named;
    if (g_[of].kind == K::kNoun) named = m_.focus.Read(parsed_, of);
    if (measure) {
      if (measure->carried || !measure->holder) measure->holder = own.holder;
      own = *measure;
      own.group = at;
    } else if (named.party.entity >= 0 && (named.mask & model::kCompany) != 0) {
      own.holder = named.party;
    } else if ((named.mask & model::kPlace) == 0 && g_[of].kind != K::kDate) {
      return n > 0;
    }
    Complement complement;
    complement.figures.push_back({g_[figure].figure, 0, figure});
    complement.end = of + 1;
    Claim claim = told;
    Assign(complement, own, false, claim);
    Emit(own, claim, at, g_[at].head, governor, figure, of + 1, "noun");
    m_.drafts.back().joined = n > 0;
  }
  return !parts.empty();
}

}  // namespace newsdigest
