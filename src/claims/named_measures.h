// Measures that no noun of measure names: a verb or a figure tells them. What
// is common to their matchers: who has the measure, and the claim made of it.
#ifndef NEWSDIGEST_CLAIMS_NAMED_MEASURES_H_
#define NEWSDIGEST_CLAIMS_NAMED_MEASURES_H_

#include <optional>

#include "claims/move_roles.h"

namespace newsdigest {

class NamedMeasures : protected MoveRoles {
 protected:
  explicit NamedMeasures(Matching& matching) : MoveRoles(matching) {}

  // Whether the metric counts people: "passengers".
  bool CountsPeople(std::string_view metric) const;
  // The figure right behind the verb group `at`; -1: none.
  int FigureBehind(const Complement& complement, int at) const;
  // Who does what the verb group `at` says: a name that may, or, unless
  // `named_only`, several people without one ("dealers").
  std::optional<Mover> Doer(int at, bool named_only);
  // Adds a claim that the figure is a level of `mover`, with what else the
  // complement of the verb group `at` tells of it.
  void Add(int at, Mover mover, int figure, const Complement& complement);
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_NAMED_MEASURES_H_
