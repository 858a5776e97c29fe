// What moves where a noun group is the subject of a verb of moving: a share, a
// measure, or a company whose share or measure it is.
#ifndef NEWSDIGEST_CLAIMS_MOVE_SUBJECTS_H_
#define NEWSDIGEST_CLAIMS_MOVE_SUBJECTS_H_

#include <optional>
#include <vector>

#include "claims/move_roles.h"

namespace newsdigest {

class MoveSubjects : protected MoveRoles {
 protected:
  explicit MoveSubjects(Matching& matching) : MoveRoles(matching) {}

  // What moves where the noun group `group` is a subject of the verb `at`.
  // `moves`: the verb, or a word beside it, says that a bare name may.
  std::vector<Mover> MoversOf(int group, int at, const Complement& complement,
                              bool moves);
  // Whether it went to "a record high" or "a six-month low", and not only to a
  // record.
  bool ReachesPrice(const Complement& complement) const;

 private:
  // "The Quill 9 is down to $300", "is $300": the price of a product.
  std::optional<Mover> PricedGoods(int group, int at,
                                   const Complement& complement);
  // "Acme has grown to 3 million users": a measure of Acme.
  std::optional<Mover> GrowsTo(int group, const Complement& complement);
  // "Acme's cloud unit grew 5%": what the unit does, as a measure of Acme.
  std::optional<Mover> GrownPart(int group, int at,
                                 const Complement& complement);
  // "Revenue was $3 million. It rose 5%", "as for revenue, it rose 5%": what
  // "it" measures.
  std::optional<Mover> SpokenMeasure(int group, const Complement& complement);
  // "Revenue was $3 million in May; in June, it was $2 million": the same for a
  // verb that tells where it stands.
  std::optional<Mover> StandingMeasure(int group, int at,
                                       const Complement& complement);
  // What the sentence before was about, for the pronoun `group`.
  std::optional<Mover> MeasuredBefore(int group);
  // "Norway added 3,000 jobs": a measure of the place.
  std::optional<Mover> JobsOf(int group, const Complement& complement);
  // "Acme reported a loss, falling 6%": what falls is the loss.
  bool TellsResults(int group, int at) const;
  // "is trading lower", "soared after its results": said of a company, of its
  // share.
  bool MovesAsShare(int at, const Complement& complement) const;
  // "rose on Tuesday", "fell for a third straight week": only prices move so.
  bool MovesInDays(int at, const Complement& complement) const;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_MOVE_SUBJECTS_H_
