// Quotation marks in pairs.
#ifndef NEWSDIGEST_CLAIMS_QUOTE_MARKS_H_
#define NEWSDIGEST_CLAIMS_QUOTE_MARKS_H_

#include <cstdint>
#include <vector>

#include "language/passage.h"

namespace newsdigest {

// The tokens of an opening and a closing mark. `close` is one past the last
// token of the paragraph where the quotation runs on into the next.
struct QuoteMarks {
  uint32_t open = 0, close = 0;
};

// A paragraph's tokens: [first, last).
struct Paragraph {
  uint32_t first = 0, last = 0;
};

// The paragraphs of the article, without what is no part of its prose.
std::vector<Paragraph> Paragraphs(const Passage& passage);

std::vector<QuoteMarks> PairMarks(const Passage& passage,
                                  const Paragraph& paragraph);

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_QUOTE_MARKS_H_
