// Words that may be verbs: past or participle, in -ing or plain, by what stands
// before and behind them.
#ifndef NEWSDIGEST_LANGUAGE_VERB_TAGS_H_
#define NEWSDIGEST_LANGUAGE_VERB_TAGS_H_

#include "language/noun_or_verb.h"

namespace newsdigest {

class VerbTags : protected NounOrVerbTags {
 protected:
  using NounOrVerbTags::NounOrVerbTags;

  // The tag of a word that may be a verb. `mask`: its possible tags;
  // `preferred`: what it is most often.
  Tag VerbOrNot(const Sentence& sentence, uint32_t i, uint32_t mask,
                Tag preferred) const;

 private:
  Tag Ing(const Sentence& sentence, uint32_t i, uint32_t mask, Tag before,
          bool start) const;
  // "to meet rising demand", "to offset falling sales", but "to keep raising
  // prices": whether the participle `i` describes what the verb acts on.
  bool IsActedOn(uint32_t i) const;
  // "announced a dividend cut on Monday": what no dividend does, but is done.
  bool IsDone(const Sentence& sentence, uint32_t i) const;
  Tag PastOrParticiple(const Sentence& sentence, uint32_t i, uint32_t mask,
                       Tag before, bool start) const;
  // "the $9 billion proposed takeover": whether a sum with its article stands
  // before the participle `i`, and a noun behind it.
  bool DescribesSum(const Sentence& sentence, uint32_t i) const;
  // "expects 2025 adjusted profit", "posted third-quarter adjusted profit", but
  // "in the third quarter reported revenue": whether `i` describes a measure
  // behind its date.
  bool DatesMeasure(const Sentence& sentence, uint32_t i, Tag before) const;
  Tag WithoutNoun(uint32_t mask, Tag preferred, Tag before) const;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_LANGUAGE_VERB_TAGS_H_
