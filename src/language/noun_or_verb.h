// Words that may be nouns and verbs in their finite forms ("plans", "rise"), by
// what stands before and behind them.
#ifndef NEWSDIGEST_LANGUAGE_NOUN_OR_VERB_H_
#define NEWSDIGEST_LANGUAGE_NOUN_OR_VERB_H_

#include <initializer_list>
#include <optional>

#include "language/tag_patterns.h"

namespace newsdigest {

class NounOrVerbTags : protected TagPatterns {
 protected:
  using TagPatterns::TagPatterns;

  Tag NounOrVerb(const Sentence& sentence, uint32_t i, uint32_t mask,
                 Tag preferred, Tag before, bool start) const;
  // The first noun tag, and the first finite one, of the mask.
  Tag Noun(uint32_t mask) const;
  Tag Finite(uint32_t mask) const;

 private:
  Tag FirstOf(uint32_t mask, std::initializer_list<Tag> order,
              Tag otherwise) const;
  // A noun or the finite verb of the noun before it, which it agrees with.
  Tag Agreeing(const Sentence& sentence, uint32_t i, uint32_t mask,
               Tag preferred, Tag before) const;
  // "a Delaware judge": whether "a" and a name stand before `i`.
  // "taxes and fines", "sales and profit forecasts", "29 Chinese firms": what
  // stands beside says that `i` is a noun of many.
  bool IsOfMany(const Sentence& sentence, uint32_t i, uint32_t mask,
                Tag before) const;
  bool AfterOneName(const Sentence& sentence, uint32_t i) const;
  // Whether "a" opens the noun group before `i`, and nothing in it counts.
  bool OpensWithOne(const Sentence& sentence, uint32_t i) const;
  // Whether the name that ends at `i`, behind a verb, is of one, as its article
  // tells: "announced its Acme stake".
  bool NamesOne(const Sentence& sentence, uint32_t i) const;
  // The "chips" of "announced its new Quill chips": no verb follows.
  bool EndsSaid(const Sentence& sentence, uint32_t i, uint32_t mask,
                Tag preferred) const;
  // The "talks" of "after holding takeover talks".
  bool EndsGerund(const Sentence& sentence, uint32_t i, uint32_t mask) const;
  // A noun or a verb beside a share, a price or a name of the market.
  std::optional<Tag> OfShares(const Sentence& sentence, uint32_t i,
                              uint32_t mask, Tag preferred, Tag before) const;
  // A verb that the particle behind it shows.
  std::optional<Tag> Phrasal(const Sentence& sentence, uint32_t i,
                             uint32_t mask, Tag before) const;
  // What neither agreement nor a join settles: rather no verb.
  Tag Leftover(const Sentence& sentence, uint32_t i, uint32_t mask,
               Tag preferred, Tag before) const;
  // Whether the plural that may be a verb is a measure or a count.
  bool IsMeasure(const Sentence& sentence, uint32_t i, uint32_t mask,
                 Tag preferred, Tag before) const;
  // "announced job cuts and the closure of a plant".
  bool JoinedObject(const Sentence& sentence, uint32_t i, uint32_t mask,
                    Tag before) const;
  // What a word that may be a verb itself settles behind `i`.
  std::optional<Tag> BeforeVerb(const Sentence& sentence, uint32_t i,
                                uint32_t mask, Tag preferred, Tag before) const;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_LANGUAGE_NOUN_OR_VERB_H_
