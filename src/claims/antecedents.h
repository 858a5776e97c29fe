// What relative pronouns stand for, and verbs that are set aside.
#ifndef NEWSDIGEST_CLAIMS_ANTECEDENTS_H_
#define NEWSDIGEST_CLAIMS_ANTECEDENTS_H_

#include "claims/clause.h"

namespace newsdigest {

class Antecedents {
 public:
  Antecedents(const Story& story, const ParsedSentence& parsed)
      : p_(story.passage),
        entities_(story.entities),
        parsed_(parsed),
        g_(parsed.groups) {}

  // The noun that the relative pronoun `i`, subject of `verb`, stands for, or
  // who plans it; -1: none.
  int Of(int verb, int i) const;
  // A verb in brackets or between dashes speaks of the noun before them, left
  // of the group `i`; -1: of none.
  int BeforeAside(int verb, int i) const;

 private:
  int Meant(int verb, int i) const;
  // "announced a plan that will cut jobs": who plans it, else the noun.
  int Planner(int noun) const;
  // "Jane Porter, an analyst at Acme, who": whom the noun tells of, who stands
  // before it; -1: no one.
  int ToldBy(int noun) const;
  // Whether the noun tells where someone is or works, and the relative pronoun
  // asks for someone.
  bool IsWhere(int noun, int relative) const;
  // "sales at Acme, which rose 4%", "shares in Acme, which lost": they did.
  int Moving(int verb, int noun) const;

  const Passage& p_;
  const EntityTable& entities_;
  const ParsedSentence& parsed_;
  const std::vector<Group>& g_;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_ANTECEDENTS_H_
