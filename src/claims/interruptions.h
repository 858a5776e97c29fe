// What stands between a subject and its verb: insertions ("Acme, which bakes
// bread, fell") and lists in a phrase ("shares of A, B and C fell").
#ifndef NEWSDIGEST_CLAIMS_INTERRUPTIONS_H_
#define NEWSDIGEST_CLAIMS_INTERRUPTIONS_H_

#include "claims/clause.h"

namespace newsdigest {

class Interruptions {
 public:
  Interruptions(const Story& story, const ParsedSentence& parsed)
      : p_(story.passage), g_(parsed.groups) {}

  // Where an interruption that ends at the comma `comma` began: the comma
  // before it, with no finite main verb between; -1: none. What stands in
  // brackets is left out unless `aside`.
  int Opening(int comma, bool aside) const;
  // The group before `i` that is no adverb; -1 at the start.
  int Before(int i, bool aside) const;
  // The preposition before "A, B and", "A, B, and" where `join` is the "and";
  // -1: none.
  int PhraseOfList(int join, bool aside) const;
  // "with A, B and C, all gaining": the last noun of the list that ends at the
  // group `last`; -1: no such list.
  int ListedAfterWith(int last, bool aside) const;

 private:
  // "which", "whose shares", "where": what opens a relative clause.
  bool OpensRelative(int i) const;
  // ", which carries coal, cars and grain,": the comma that opens the clause of
  // a list that the comma `listed` stands in; -1: it stands in none.
  int OpensListed(int listed) const;

  const Passage& p_;
  const std::vector<Group>& g_;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_INTERRUPTIONS_H_
