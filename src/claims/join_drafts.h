// Drafts of one event that several words tell: joined, or the lesser dropped.
#ifndef NEWSDIGEST_CLAIMS_JOIN_DRAFTS_H_
#define NEWSDIGEST_CLAIMS_JOIN_DRAFTS_H_

#include <optional>
#include <vector>

#include "claims/frames.h"

namespace newsdigest {

// Whether two roles are of one party, or both empty.
bool SameParty(const std::optional<Party>& a, const std::optional<Party>& b);

// What drafts of a sentence say of each other, whichever of them is told.
void JoinDrafts(const Story& story, const ParsedSentence& parsed,
                std::vector<Draft>& drafts);

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_JOIN_DRAFTS_H_
