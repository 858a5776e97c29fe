// How a sentence was read, for `--explain`.
#ifndef NEWSDIGEST_CLAIMS_EXPLAIN_H_
#define NEWSDIGEST_CLAIMS_EXPLAIN_H_

#include <string>

#include "claims/claims.h"

namespace newsdigest {

// Appends tokens and tags, names, figures, groups, and the frames that fired
// or nearly did in sentence `index` of the story.
void ExplainSentence(Story& story, int index, std::string& out);

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_EXPLAIN_H_
