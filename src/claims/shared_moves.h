// Moves of several subjects under one verb: "gold fell 0.4% and silver 2%".
#ifndef NEWSDIGEST_CLAIMS_SHARED_MOVES_H_
#define NEWSDIGEST_CLAIMS_SHARED_MOVES_H_

#include "claims/noun_moves.h"

namespace newsdigest {

class SharedMoves : protected NounMoves {
 protected:
  explicit SharedMoves(Matching& matching) : NounMoves(matching) {}

  // "gold fell 0.4% and silver 2%", "the Dow rose 1%, the Nasdaq 2%": the verb
  // holds for the names behind it that have such a figure too.
  void Gapped(const Complement& complement, const Claim& told);
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_SHARED_MOVES_H_
