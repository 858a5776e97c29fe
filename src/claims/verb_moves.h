// What a verb tells of moving or standing: its way, the words that are its own
// and the infinitive that says where it ended.
#ifndef NEWSDIGEST_CLAIMS_VERB_MOVES_H_
#define NEWSDIGEST_CLAIMS_VERB_MOVES_H_

#include "claims/idiom_moves.h"

namespace newsdigest {

class VerbMoves : protected IdiomMoves {
 protected:
  explicit VerbMoves(Matching& matching) : IdiomMoves(matching) {}

  // How a verb tells that its subject moves or stands.
  struct VerbMove {
    int at;  // group
    Complement complement;
    int result;        // the verb that says where it ended; -1: none
    Direction way;     // of the verb itself, else of a word beside it
    Direction beside;  // of a word beside it
    Direction sign;    // to the last close
    bool moves;        // the way is that of the verb itself
    bool put;          // "is put at"
    bool traded;       // "changed hands at $31"
    bool level;        // it may tell where something stands
  };

  VerbMove ReadVerb(int at);

 private:
  // "ended the day 0.7% higher": when, and nothing that is acted on.
  void DropSession(int at, Complement& complement) const;
  // "put on 3%", "came in between $2 and $3": the particle is the verb's, and
  // no preposition.
  void DropParticle(uint32_t verb, Complement& complement) const;
  // "is on pace for a weekly gain of 2%": no level of the verb's.
  void DropSwing(Complement& complement) const;
  // "represents a premium of 2%": the premium's.
  void DropEqual(int at, Complement& complement) const;
  // "lost 35 points to finish at 7,620", "pared losses to trade 1% lower":
  // the infinitive that says where the move of a price ended; -1: none.
  int ResultOf(int at, const Complement& complement);
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_VERB_MOVES_H_
