// Words of price behind a name, which only a share has.
#ifndef NEWSDIGEST_ENTITIES_PRICE_CLUES_H_
#define NEWSDIGEST_ENTITIES_PRICE_CLUES_H_

#include "language/passage.h"

namespace newsdigest {

// "Acme rose 3% to $20", "Acme was off 2 per cent at 183p": how far the verb at
// `a`, behind a name, speaks of a share; 0: it does not.
int SharePoints(const Passage& p, const Sentence& s, uint32_t a);

}  // namespace newsdigest

#endif  // NEWSDIGEST_ENTITIES_PRICE_CLUES_H_
