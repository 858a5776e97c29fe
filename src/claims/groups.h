// A sentence as groups: noun groups, verb groups, figures, dates and the
// words between them that bound clauses.
#ifndef NEWSDIGEST_CLAIMS_GROUPS_H_
#define NEWSDIGEST_CLAIMS_GROUPS_H_

#include <vector>

#include "claims/claims.h"

namespace newsdigest {

enum class GroupKind : uint8_t {
  kNoun,
  kVerb,
  kFigure,
  kDate,
  kPreposition,
  kConjunction,
  kComma,
  kRelative,      // who, which, that after a noun
  kThat,          // that after a verb
  kSubordinator,  // because, while, when, if, after + clause
  kDash,
  kStop,  // ; : and sentence ends
  kAdverb,
  kAdjective,
  kQuote,
  kOther
};

struct Group {
  GroupKind kind = GroupKind::kOther;
  uint32_t first = 0, last = 0;  // tokens
  uint32_t head = 0;             // head noun, main verb, the preposition
  // Noun groups.
  int mention = -1;        // of the head, -1: the head is no name
  uint32_t possessor = 0;  // token after the possessor, 0: none
  bool pronoun = false;
  bool definite = false;  // "the", "this", "its"
  int figure = -1;        // first figure inside
  int date = -1;
  // Verb groups.
  Status status = Status::kCompleted;
  bool passive = false;
  bool negated = false;
  bool infinitive = false;   // "to buy" without a finite verb
  bool participle = false;   // "buying", "bought" without an auxiliary
  bool progressive = false;  // "is buying"
  bool finite = false;
  bool aside = false;  // stands in brackets or between dashes
};

// The groups of a sentence. What stands in brackets or between a pair of
// dashes is marked `aside`: the clause around it reads on.
std::vector<Group> MakeGroups(const Story& story, const Sentence& sentence);

// Names of kinds for --explain.
const char* Name(GroupKind kind);

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_GROUPS_H_
