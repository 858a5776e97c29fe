// Moves of what a verb acts on: "cut its dividend", "costs hit profits",
// "bringing the total to $40".
#ifndef NEWSDIGEST_CLAIMS_CAUSED_MOVES_H_
#define NEWSDIGEST_CLAIMS_CAUSED_MOVES_H_

#include "claims/shared_moves.h"

namespace newsdigest {

class CausedMoves : protected SharedMoves {
 protected:
  explicit CausedMoves(Matching& matching) : SharedMoves(matching) {}

  // How sure the move that the verb group tells is.
  Status MoveStatus(int verb) const;
  // "raised the low end of its forecast": the group of the forecast that the
  // end `object` is of; any other object itself.
  int OfRange(int object) const;
  // "raised its profit and revenue forecasts": whether what is joined to the
  // measure `object` makes it a forecast too.
  bool SharesOutlook(int object) const;
  // "raised prices by 5%": the measure that is the verb's object moves so.
  // True where a claim was made.
  bool ObjectMoves(int at, const Complement& complement, Direction direction,
                   Status status);
  // "bringing its base price to $40": where the verb leaves a measure.
  bool BringsTo(int at, const Complement& complement);
  // "Acme shares were hit by a downgrade", "the data lifted the dollar".
  bool AffectsShare(int at, const Complement& complement);
  // "wiped $3 billion off Acme's market value".
  bool TakesOff(int at, const Complement& complement);
  // "pushing the total to $5 million": of what the clause before measures.
  bool TotalTo(int at, const Complement& complement);
  // "will hit profits", "weighed on margins", "profit was dented by costs":
  // what the verb does to a measure.
  bool AffectsMeasure(int at, const Complement& complement);

  // "more than doubled": the verb is the figure.
  void TakeVerbFigure(const Group& verb, Claim& claim);
  // "designed to boost output", "works to cut costs": what it is for, and no
  // news.
  bool IsPurpose(int at, const Complement& complement) const;
  // "raised its full-year forecast": of what, it does not say.
  std::optional<Mover> BareOutlook(int at, int outlook,
                                   const Complement& complement);
  // "cut its forecast for global growth": the growth.
  std::optional<Mover> OutlookOf(int at, int outlook);
  // "raised its growth forecast for China": of China, where no company's.
  void OutlookFor(int outlook, Mover& mover);
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_CAUSED_MOVES_H_
