// Moves that words other than rise and fall tell: "beat forecasts", "swung to
// a loss", "turned positive", "kept low".
#ifndef NEWSDIGEST_CLAIMS_IDIOM_MOVES_H_
#define NEWSDIGEST_CLAIMS_IDIOM_MOVES_H_

#include "claims/caused_moves.h"

namespace newsdigest {

class IdiomMoves : protected CausedMoves {
 protected:
  explicit IdiomMoves(Matching& matching) : CausedMoves(matching) {}

  // "reported higher profits": the adjective tells the direction.
  void Described(int at, const Complement& complement);
  // "profit beat forecasts", "missed profit estimates", "topped expectations
  // on sales": which measure, against what was expected.
  bool Compared(int at, const Complement& complement);
  void ForJoinedMeasures(int at, Mover mover, const Claim& claim, int end);
  // "reported sales in line with expectations", "sales were below estimates".
  void InLine(int at);
  // "gold stood at $2,600 and silver at $31", "with silver at $31": a price
  // beside one that the sentence tells before it.
  void QuotedAt(int at);
  // "hopes to turn a profit by 2027".
  bool TurnsProfit(int at, const Complement& complement);
  // "swung to a loss", "returned to profit": which way it went.
  bool SwingsTo(int at, const Complement& complement);
  // "rates are above the levels of May": beside a mark without a figure.
  bool StandsBeside(int at, const Complement& complement);
  // "the revenue estimate is $3 million", "the consensus estimate for revenue
  // was $3 million": what is expected of the measure.
  bool OutlookStands(int at, const Complement& complement);
  // "rates are expected to stay low", "should keep rates low": what is to come
  // of a measure that its words name.
  bool Keeps(int at, const Complement& complement);
  // "were slightly negative", "turned positive": where a price stands to
  // the last close.
  Direction SignBeside(int at) const;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_IDIOM_MOVES_H_
