// Moves of several subjects under one verb: "rose 1% and 2%, respectively",
// "gold fell 0.4% and silver 2%".
#ifndef NEWSDIGEST_CLAIMS_SHARED_MOVES_H_
#define NEWSDIGEST_CLAIMS_SHARED_MOVES_H_

#include <vector>

#include "claims/noun_moves.h"

namespace newsdigest {

class SharedMoves : protected NounMoves {
 protected:
  explicit SharedMoves(Matching& matching) : NounMoves(matching) {}

  // "gold fell 0.4% and silver 2%", "the Dow rose 1%, the Nasdaq 2%": the verb
  // holds for the names behind it that have such a figure too.
  void Gapped(const Complement& complement, const Claim& told);
  // "rose 1% and 2%, respectively": the changes of as many subjects, in their
  // order; empty: nothing says so.
  std::vector<FigureUse> Respective(const Complement& complement,
                                    size_t subjects) const;

 private:
  // "rose 1% and 2%": changes of one kind that "and" joins.
  std::vector<FigureUse> Listed(const Complement& complement) const;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_SHARED_MOVES_H_
