// Claims: who did what, to whom, for how much, when, and who says so.
#ifndef NEWSDIGEST_CLAIMS_CLAIMS_H_
#define NEWSDIGEST_CLAIMS_CLAIMS_H_

#include <string>
#include <vector>

#include "entities/entities.h"
#include "figures/dates.h"
#include "figures/figures.h"
#include "language/frame_book.h"
#include "language/passage.h"
#include "newsdigest/digest.h"
#include "reader/layout.h"

namespace newsdigest {

// Everything that the steps before found in one article. References stay
// with the caller; `entities` gains the mentions that claims resolve
// ("the company", "it").
struct Story {
  const Passage& passage;
  const Layout& layout;
  const std::vector<FigureMatch>& figures;
  const std::vector<DateMatch>& dates;
  EntityTable& entities;
  const FrameBook* rules = nullptr;  // the user's frames
};

// What the lists say of an entity; nothing of one that they do not have.
EntryFacts FactsOf(const Story& story, int entity);

// The claims in order of their sentences, one a telling: merging is
// MergeClaims'. Where `log` is given, it gains a line for each frame that
// fired or nearly did in sentence `log_sentence`.
std::vector<Claim> FindClaims(Story& story, std::string* log = nullptr,
                              int log_sentence = -1);

// Joins tellings of the same event: the fullest leads, the rest become its
// repeats. Order of first telling.
std::vector<Claim> MergeClaims(std::vector<Claim> tellings,
                               const std::vector<FigureMatch>& figures);

// A hash of what the claim says (type, parties, figures, period), 16 hex
// digits.
std::string ClaimKey(const Claim& claim,
                     const std::vector<FigureMatch>& figures);

// Direct quotations with their speakers.
std::vector<Quote> FindQuotes(const Story& story);

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_CLAIMS_H_
