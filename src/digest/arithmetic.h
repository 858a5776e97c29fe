// Checks the figures of a claim against each other.
#ifndef NEWSDIGEST_DIGEST_ARITHMETIC_H_
#define NEWSDIGEST_DIGEST_ARITHMETIC_H_

#include "newsdigest/digest.h"

namespace newsdigest {

// Adds a warning for every claim whose base, level and change do not agree
// within what their rounding allows: often the article's own slip.
void CheckArithmetic(Digest& digest);

}  // namespace newsdigest

#endif  // NEWSDIGEST_DIGEST_ARITHMETIC_H_
