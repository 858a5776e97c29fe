// What sort of thing a noun group that is no name speaks of: a security, a
// measure, a commodity, or something else.
#ifndef NEWSDIGEST_CLAIMS_SORTS_H_
#define NEWSDIGEST_CLAIMS_SORTS_H_

#include "claims/clause.h"

namespace newsdigest {

struct Sort {
  bool security = false;   // shares, stock, an index, a currency
  bool measure = false;    // revenue, profit, inflation; not with `security`
  bool commodity = false;  // the security of "gold prices", "oil futures"
};

// "the S&P 500 utilities index": a field stands between the name and "index".
bool NamesIndexOfField(const Story& story, const Group& group);

// Whether a term of `cls` in two words or more ends with the head of the group:
// "earnings multiple", "stock market".
bool EndsInTerm(const Passage& p, const Group& group, WordClass cls);

// A term of several words that names a measure: "applications for jobless
// benefits".
bool IsMeasureTerm(const Passage& passage, const Group& group);
// "passenger numbers", "the subscriber count": how many of a measure.
bool IsCountOfMeasure(const Passage& passage, const Group& group);
// Whether an index or another instrument is named in the tokens [first, last).
bool NamesIndex(const EntityTable& table, uint32_t first, uint32_t last);
// "a weekly loss", "its third one-day gain": of a share or an index.
bool IsPriceSwing(const Passage& passage, const Group& group);
// "its share of the market", "the proportion of women": a part is a measure.
bool IsPart(const Passage& passage, const std::vector<Group>& groups,
            int index);
// "a customer" is no measure, though "customers" are; nor is "a target price".
bool NoMeasure(const Passage& passage, const Group& group);

Sort SortOf(const Story& story, const ParsedSentence& parsed, int group);

// "the price of nickel": the group of the nickel; -1: no such.
int PricedCommodity(const Story& story, const ParsedSentence& parsed,
                    int group);

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_SORTS_H_
