// Bases that stand in brackets behind what they are compared with: "rose to
// $3 million (2023: $2 million)".
#ifndef NEWSDIGEST_CLAIMS_BRACKETS_H_
#define NEWSDIGEST_CLAIMS_BRACKETS_H_

#include "claims/frames.h"

namespace newsdigest {

// Gives the drafts of measures and moves their bases.
void ReadBracketBases(Matching& matching);

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_BRACKETS_H_
