// The scale that a table states once: "(in millions, except per share data)".
#ifndef NEWSDIGEST_FIGURES_TABLE_SCALE_H_
#define NEWSDIGEST_FIGURES_TABLE_SCALE_H_

#include <span>

#include "figures/figures.h"

namespace newsdigest {

// Follows the sentences of one article in order.
class TableScale {
 public:
  explicit TableScale(const Passage& passage) : p_(passage) {}

  // Scales the money and bare numbers of `sentence` that stand under a stated
  // scale; the words of the scale become their modifier. A sentence that ends
  // with a stop ends the table; a row per share keeps its own scale.
  void Apply(const Sentence& sentence, std::span<FigureMatch> figures);

 private:
  // A scale stated in the sentence: the token after its words; 0: none.
  uint32_t Stated(const Sentence& sentence);

  const Passage& p_;
  int power_ = 0;  // of ten; 0: no table
  std::string words_;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_FIGURES_TABLE_SCALE_H_
