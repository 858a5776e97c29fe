// What is put in between a verb and what goes on behind it: "bought Quill, the
// maker of ovens, for $30 million".
#ifndef NEWSDIGEST_CLAIMS_INSERTIONS_H_
#define NEWSDIGEST_CLAIMS_INSERTIONS_H_

#include "claims/clause.h"

namespace newsdigest {

// Reads the groups of `parsed` behind the verb or noun group `at`.
class Insertions {
 public:
  Insertions(const Passage& passage, const ParsedSentence& parsed, int at)
      : p_(passage),
        g_(parsed.groups),
        at_(at),
        size_(static_cast<int>(parsed.groups.size())),
        last_(parsed.sentence->last) {}

  // The last group of the insertion that begins at `i`; -1: none does.
  int End(int i) const {
    int end = AsideEnd(i);
    return end < 0 ? LedEnd(i) : end;
  }
  // "with fraud", "as chairman", "to Acme": a phrase behind an insertion that
  // the verb before it takes up again.
  bool PhraseOfVerb(int preposition) const;

 private:
  // Where a relative clause, an apposition ("the maker of ovens"), an age
  // ("47", "formerly of Acme") or who says so ("according to Acme") between the
  // commas at `i` and the result ends, and "for $30 million" or "to Acme" goes
  // on after it; -1: no such.
  int AsideEnd(int i) const;
  // ", according to Acme,", ", people close to the deal said,".
  bool Cites(int i) const;
  // "sold the unit to a group led by Acme and Quill for $30 million", "raised
  // the rates offered by its banks to 3%": the last of who does, where the
  // figure of the verb follows; -1: no such.
  int LedEnd(int i) const;
  bool IsName(int i) const;
  // "its oven unit", "the maker": what may stand in apposition to a name.
  bool Describes(const Group& group) const;

  const Passage& p_;
  const std::vector<Group>& g_;
  int at_;
  int size_;
  uint32_t last_;  // token behind the sentence
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_INSERTIONS_H_
