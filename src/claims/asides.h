// Words put in between: what brackets and pairs of dashes hold.
#ifndef NEWSDIGEST_CLAIMS_ASIDES_H_
#define NEWSDIGEST_CLAIMS_ASIDES_H_

#include <vector>

#include "claims/groups.h"

namespace newsdigest {

// Marks the groups of one sentence that are aside: brackets always, dashes in
// pairs.
void MarkAsides(const Passage& passage, std::vector<Group>& groups);

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_ASIDES_H_
