// Words that their neighbours settle at once, whatever else they may be:
// compounds, what stands beside a figure, what headlines leave out.
#ifndef NEWSDIGEST_LANGUAGE_TAG_PATTERNS_H_
#define NEWSDIGEST_LANGUAGE_TAG_PATTERNS_H_

#include <optional>

#include "language/tag_context.h"

namespace newsdigest {

class TagPatterns : protected TagContext {
 protected:
  using TagContext::TagContext;

  // The tag of token `i` where a pattern settles it.
  std::optional<Tag> Settled(const Sentence& sentence, uint32_t i) const;
  // Headlines leave "was" out: "Acme fined $3 million by regulators", "Acme
  // Charged With Fraud".
  bool Suffered(const Sentence& sentence, uint32_t i) const;
  // A name of one word, spelt as its list spells it.
  bool IsName(uint32_t i) const;

 private:
  // Whether a verb follows the prefix at `i`: "will co-develop", no "co-owner".
  bool PrefixesVerb(const Sentence& sentence, uint32_t i) const;
  // "write-offs", "a roll-out": a verb and its particle as a noun.
  std::optional<Tag> PhrasalNoun(const Sentence& sentence, uint32_t i) const;
  // "Fed holds rates": a name of one word at the start.
  bool OpensAsName(const Sentence& sentence, uint32_t i) const;
  // "Said Jane Porter, who runs Acme:".
  bool OpensInverted(const Sentence& sentence, uint32_t i) const;
  // "dragged 0.7% lower"; but "agreed to a 9 percent cut".
  bool BesideFigure(const Sentence& sentence, uint32_t i) const;
  bool Determined(const Sentence& sentence, uint32_t i) const;
  // "and silver was down", "a 2 million euro fine": it describes no noun.
  bool IsGoods(const Sentence& sentence, uint32_t i) const;
  // "sees adjusted operating profit": what a word that is most often an
  // adjective is behind a verb.
  bool Describes(const Sentence& sentence, uint32_t i) const;
  // Part of a term of two nouns: "its 50-day moving average".
  bool InCompound(const Sentence& sentence, uint32_t i) const;
  // "no longer", "Acme and Quill each fell".
  bool IsAdverb(const Sentence& sentence, uint32_t i) const;
  // "an all-time high", "a no-fly zone", "into flying-taxi makers".
  bool OpensCompound(const Sentence& sentence, uint32_t i) const;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_LANGUAGE_TAG_PATTERNS_H_
