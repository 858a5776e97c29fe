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

// The name of a measure inside the group, the words from `first` to `head` with
// the nouns before them: "gold production" of "its gold production forecast".
// One of what is counted stands for many ("its delivery forecast": deliveries).
std::string InnerMetricName(const Story& story, const ParsedSentence& parsed,
                            int group, uint32_t first, uint32_t head);

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_METRIC_NAME_H_
