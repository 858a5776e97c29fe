// Levels that stand beside a measure without a verb of moving: "revenue of $12
// billion", "a 4.1% unemployment rate", "$12 billion in revenue".
#ifndef NEWSDIGEST_CLAIMS_MEASURE_LEVELS_H_
#define NEWSDIGEST_CLAIMS_MEASURE_LEVELS_H_

#include "claims/move_subjects.h"

namespace newsdigest {

class MeasureLevels : protected MoveSubjects {
 protected:
  explicit MeasureLevels(Matching& matching) : MoveSubjects(matching) {}

  Status GovernedStatus(int at, int governor) const;
  bool OutlookActs(int verb) const;
  // What the words before the measure at `at` say of it, if anything.
  std::optional<Status> StatusBefore(int at) const;
  int BesideVerb(int at) const;
  bool IsForecast(int at) const;
  // "grew at a 4% annual rate", "to a rate of 3%": the pace of what did.
  bool Paces(int at) const;
  // The "of", "at" or colon between the measure `at` and its level; -1: none.
  int BeforeLevel(int at) const;
  // Whether the figure behind `next`, that BeforeLevel tells, is of something
  // else: "took delivery of 22 jets".
  bool IsNoLevel(int at, int next) const;
  bool Costs(int at) const;
  bool OneOfSeveral(int at, int next) const;
  // The figures of a list from the group `at` on that "respectively" ends.
  std::vector<int> FiguresFrom(int at) const;
  // "Acme and Quill had sales of $3 million and $2 million, respectively": a
  // claim for each; false: no such list.
  bool OfEach(int at, int next, int governor, const Mover& mover);
  bool OfOutlook(int at) const;
  bool Beaten(int outlook) const;
  // "revenue of $12 billion, up 35%", "Revenue: $12 billion".
  void MeasureOf(int at);
  // "a $40 million loss", "a 4.1% unemployment rate", "has 30,000
  // employees".
  void MeasureWith(int at);
  // "revenue, profit and cash of $9, $3 and $2 million, respectively": as many
  // figures as measures, in their order. Whether `last` ends such a list.
  bool Listed(int last, int figures);
  // "compared with a loss of $5 million", "from a profit of": what a measure
  // of the same sentence had been.
  bool IsBase(int at);
  // "from $5 million on sales of $28 million", where sales were told before.
  bool BesideBase(int at);
  // The claim of a level that a base beside the measure `at` is of; null: none.
  Draft* Comparable(int at, bool per_share);
  // "expects $3 million, compared with its earlier forecast of $2 million":
  // whether the noun group `at` tells what was foreseen before.
  bool NoteFormer(int at);
  void NoteBase(int at, int group);  // of the measure and of the figure
  // The way of "3% earnings growth"; of "2% revenue" before "and 3% earnings
  // growth" the same.
  Direction SharedWay(int at) const;
  // "a profit of $5 billion, or $1.20 a share".
  void PerShareIn(const Complement& complement, const Mover& mover,
                  const Claim& claim);
  bool EventNoun(uint32_t token) const;
  // "400 jobs, or 15% of its workforce": whether the share at `at` says once
  // more what a count before it does.
  bool ToldAgain(int at) const;
  // "repaid $3 million of debt", "invest $3 million in production": whether the
  // sum at `at`, which the verb `governor` governs, is none of the measure.
  bool GoesElsewhere(int at, int governor) const;
  // "$12 billion in revenue".
  void FigureIn(int at);
  // "has $3 million in cash", "ended the year with $3 million in cash": the
  // figure is at the group `at`.
  void CashHeld(int at);
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_MEASURE_LEVELS_H_
