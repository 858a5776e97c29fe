// When a claim happened: which date of its sentence is its own.
#ifndef NEWSDIGEST_CLAIMS_WHEN_H_
#define NEWSDIGEST_CLAIMS_WHEN_H_

#include <optional>

#include "claims/frames.h"

namespace newsdigest {

// Null: the sentence tells no time of the claim.
std::optional<When> FindWhen(const Story& story, const ParsedSentence& parsed,
                             const Draft& draft);

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_WHEN_H_
