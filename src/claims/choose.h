// Which drafts of a sentence are told: one claim a trigger, each figure once.
#ifndef NEWSDIGEST_CLAIMS_CHOOSE_H_
#define NEWSDIGEST_CLAIMS_CHOOSE_H_

#include <vector>

#include "claims/frames.h"

namespace newsdigest {

// The figures that the roles of a claim hold.
std::vector<int> FiguresOf(const Claim& claim);

// The drafts that are kept, the best first: a verb and the noun it governs are
// one telling, and a figure that is bound is bound once.
std::vector<Draft> ChooseDrafts(const Story& story,
                                const ParsedSentence& parsed,
                                std::vector<Draft> drafts);

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_CHOOSE_H_
