// A measure by its own words: "net income", "earnings per share".
#ifndef NEWSDIGEST_CLAIMS_METRIC_NAME_H_
#define NEWSDIGEST_CLAIMS_METRIC_NAME_H_

#include <string>

#include "claims/clause.h"

namespace newsdigest {

// "higher", "lower": an adjective that tells a way by comparing.
bool ComparesWay(const Passage& p, uint32_t i);

// The words of the noun group in lower case, without holder, figure, date and
// comparison.
std::string MetricName(const Story& story, const ParsedSentence& parsed,
                       int group);

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_METRIC_NAME_H_
