// Moves told of again as what a level amounts to: "sales reached 9,000 ovens,
// representing a rise of 7%".
#ifndef NEWSDIGEST_CLAIMS_RESTATED_H_
#define NEWSDIGEST_CLAIMS_RESTATED_H_

#include "claims/move_directions.h"

namespace newsdigest {

// The change that a verb equates its subject with.
struct RestatedMove {
  int noun = -1;    // group: "a rise"
  int figure = -1;  // of the story: "7%"
  Direction direction = Direction::kNone;
};

class RestatedMoves : protected MoveDirections {
 protected:
  explicit RestatedMoves(Matching& matching) : MoveDirections(matching) {}

  // "representing a rise of 7%", "which is a 7% rise", "this marked a 7% rise"
  // of the verb `at`, where the noun is not itself said to be of something.
  std::optional<RestatedMove> Restated(int at) const;

 private:
  bool Equates(int at) const;
};

// Gives the drafts of levels their restated changes.
void ReadRestatedMoves(Matching& matching);

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_RESTATED_H_
