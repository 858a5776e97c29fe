// Frames against groups: every trigger of a sentence with its roles filled.
#ifndef NEWSDIGEST_CLAIMS_FRAMES_H_
#define NEWSDIGEST_CLAIMS_FRAMES_H_

#include <string>
#include <vector>

#include "claims/fillers.h"

namespace newsdigest {

// A claim in the making.
struct Draft {
  Claim claim;
  int group = -1;        // of the trigger
  uint32_t trigger = 0;  // token
  int verb = -1;         // verb group that says it: its own or a light one
  int governor = -1;     // verb group whose object the trigger is
  bool joined = false;   // one of several objects of the trigger
  bool moves = false;    // its frame's figures are change, level and base
  bool bare = false;     // a deal that its noun alone tells
  int specific = 0;      // how narrow the frame is
  int roles = 0;         // how many roles are filled
  int clause_first = 0, clause_last = 0;  // groups, where its date stands
  int measure = -1;  // the group that names what is measured
};

// What a matcher needs to know; shared by verbs, nouns and moves.
struct Matching {
  Story& story;
  Focus& focus;
  const ParsedSentence& parsed;
  std::vector<Draft>& drafts;
  std::string* log = nullptr;
};

// Tells the log, where there is one, what became of a rule at a trigger.
void LogRule(const Matching& matching, std::string_view rule, uint32_t trigger,
             std::string_view what);

// Drafts of frames whose trigger is a verb or a noun.
void MatchFrames(Matching& matching);

// Drafts of moves, levels and measures (market_move, metric).
void MatchMoves(Matching& matching);

// Drafts of measures that a verb names ("sold 3,000 cars").
void MatchVolumes(Matching& matching);
// Of parts of a whole ("has 12% of the oven market").
void MatchPortions(Matching& matching);
// Of multiples and gaps of prices ("trades at 12 times earnings").
void MatchValuations(Matching& matching);

// Drafts of statements for clauses that none of `kept` speaks for.
void AddStatements(Matching& matching, const std::vector<Draft>& kept);

// The figure that a claim's `amount`, `change` ... names.
const Figure& FigureOf(const Story& story, int index);

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_FRAMES_H_
