// Moves of several subjects under one verb: "gold fell 0.4% and silver 2%"; of
// one subject at several times or places: "rose 3% in March and 5% in April",
// "5% at Acme and 7% at Beta".
#ifndef NEWSDIGEST_CLAIMS_SHARED_MOVES_H_
#define NEWSDIGEST_CLAIMS_SHARED_MOVES_H_

#include "claims/noun_moves.h"

namespace newsdigest {

class SharedMoves : protected NounMoves {
 protected:
  explicit SharedMoves(Matching& matching) : NounMoves(matching) {}

  // "gold fell 0.4% and silver 2%", "its revenue rose 6% and profit 3%": the
  // verb holds for what stands behind it with such a figure too, of the sort of
  // `first`.
  void Gapped(const Complement& complement, const Mover& first,
              const Claim& told);

  // "rose 3% in March and 5% in April", "3% in Norway and 5% in Sweden": the
  // verb at group `verb` holds for other times and places too.
  void Again(const Mover& mover, const Claim& told, int verb,
             std::string_view rule);

 private:
  // The company of "at Acme", whose name is the group `at`.
  std::optional<Party> NamedFirm(int at) const;
  // The group behind the time or place that starts at group `at`: "in March",
  // "this year", "in Norway", "at Acme"; 0: none starts there.
  int SettingEnd(int at) const;
  // The same for several that follow each other: "in May from a year earlier".
  int SettingsEnd(int at) const;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_SHARED_MOVES_H_
