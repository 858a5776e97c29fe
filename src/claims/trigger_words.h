// The words that a trigger wants beside its own: "take + private", "public
// offering".
#ifndef NEWSDIGEST_CLAIMS_TRIGGER_WORDS_H_
#define NEWSDIGEST_CLAIMS_TRIGGER_WORDS_H_

#include "claims/clause.h"

namespace newsdigest {

class TriggerWords {
 public:
  TriggerWords(const Passage& passage, const ParsedSentence& parsed)
      : p_(passage), parsed_(parsed) {}

  // False: the sentence has no such words.
  bool MayStand(const model::Trigger& trigger) const;
  // Whether they stand beside the verb `head` of a group that begins at
  // `first`: behind it, or "will jointly develop" before it.
  bool Beside(const model::Trigger& trigger, uint32_t first, uint32_t head,
              uint32_t clause_end) const;
  // Whether they stand from `at` on, before `end`.
  bool In(const model::Trigger& trigger, uint32_t at, uint32_t end) const;
  // The same for a noun: right before `token`, in a group from `first` on.
  bool Before(const model::Trigger& trigger, uint32_t token,
              uint32_t first) const;
  // Whether what the noun group `at` is of is the one that stands there: "the
  // sale of its stake".
  bool Of(const model::Trigger& trigger, int at) const;

 private:
  bool Is(uint32_t token, uint32_t word) const;
  // The "first" of "in the first quarter": no trigger's.
  bool CountsPeriods(uint32_t token) const;
  // Whether what `at` begins may be the object of the word before it.
  bool GovernsNoun(uint32_t at) const;

  const Passage& p_;
  const ParsedSentence& parsed_;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_TRIGGER_WORDS_H_
