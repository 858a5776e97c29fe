// Moves of several subjects under one verb: "gold fell 0.4% and silver 2%"; of
// one subject at several times: "rose 3% in March and 5% in April".
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

  // "rose 3% in March and 5% in April": the verb at group `verb` holds for
  // other times too.
  void Again(const Mover& mover, const Claim& told, int verb);

 private:
  // The group behind the time that starts at group `at`: "in March", "this
  // year"; 0: none starts there.
  int TimeEnd(int at) const;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_SHARED_MOVES_H_
