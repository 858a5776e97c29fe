// What a figure is measured against: "from a year earlier", "than expected".
#ifndef NEWSDIGEST_CLAIMS_BASIS_H_
#define NEWSDIGEST_CLAIMS_BASIS_H_

#include <string>

#include "claims/frames.h"

namespace newsdigest {

// The basis of a move or measure as DIGEST.md names it ("year_over_year",
// "estimate"); empty where its clause tells none, and for other claims.
std::string FindBasis(const Story& story, const ParsedSentence& parsed,
                      const Draft& draft);

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_BASIS_H_
