// The parts of speech that a word may have where it stands, before its
// neighbours decide: the lexicon's, or a guess by its form.
#ifndef NEWSDIGEST_LANGUAGE_POSSIBLE_TAGS_H_
#define NEWSDIGEST_LANGUAGE_POSSIBLE_TAGS_H_

#include "language/passage.h"

namespace newsdigest {

class PossibleTags {
 public:
  explicit PossibleTags(const Passage& passage) : p_(passage) {}

  // A mask of tags. `before`: that of the token before.
  uint32_t Of(const Sentence& sentence, uint32_t i, uint32_t before) const;

 private:
  uint32_t Guess(uint32_t i) const;
  // A part of "XX:SP500" or "UKX:FTSE", the code of a price, which stands
  // beside a name and not in brackets.
  bool IsQuoteCode(const Sentence& sentence, uint32_t i) const;
  // The ".45" of "XX:SP500.45".
  bool ExtendsCode(const Sentence& sentence, uint32_t i, uint32_t before) const;
  // "cut it to "underperform"": a word alone in marks that governs nothing.
  bool IsQuotedTerm(const Sentence& sentence, uint32_t i) const;
  // The "worth" of "net worth", the "general" of "attorney general".
  bool EndsTerm(uint32_t i) const;
  // The "won" of "the South Korean won fell".
  bool EndsCurrency(const Sentence& sentence, uint32_t i) const;
  // A part of a known name that opens the sentence: the "Best" of "Best Buy
  // said", and "Anthropic", which is else an adjective.
  bool OpensWithName(const Sentence& sentence, uint32_t i) const;
  // The "225" of "Nikkei 225".
  bool EndsKnownName(const Sentence& sentence, uint32_t i) const;

  const Passage& p_;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_LANGUAGE_POSSIBLE_TAGS_H_
