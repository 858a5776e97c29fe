// Runs of capitals: where a name that no list has begins, ends and splits.
#ifndef NEWSDIGEST_ENTITIES_RUNS_H_
#define NEWSDIGEST_ENTITIES_RUNS_H_

#include <cstdint>
#include <vector>

#include "figures/dates.h"
#include "language/passage.h"

namespace newsdigest {

// Whether nearly all words of the sentence are set in capitals.
bool InCapitals(const Passage& passage, const Sentence& sentence);

// All places are tokens; ends are one past the last.
class RunReader {
 public:
  RunReader(const Passage& passage, const std::vector<DateMatch>& dates);

  // Says whether the sentence to be read is set all in capitals.
  void Begin(bool capitals) { capitals_ = capitals; }

  bool InDate(uint32_t i) const { return date_[i]; }
  // Whether a name may begin here: a capital outside dates.
  bool Capital(uint32_t i) const;
  // A word that opens no name though it has a capital.
  bool Plain(uint32_t i) const;
  // A word that the language has as a name only, or not at all.
  bool NameLike(uint32_t i) const;

  // The end of a fund that trades as shares do, whose name begins at `i`:
  // "Quill Russell 2000 ETF", "SPDR S&P 500 ETF Trust"; 0: none.
  uint32_t FundEnd(uint32_t i, uint32_t limit) const;

  // The end of the run of capitals that starts at `i`.
  uint32_t RunEnd(uint32_t i, uint32_t limit) const;
  // A strong suffix ends the name: "Quill Capital Corp. Growth day".
  uint32_t SuffixEnd(uint32_t first, uint32_t end) const;
  // The end of "World Times, Inc." at `i` of a heading; 0: no such name.
  uint32_t CompanyEnd(uint32_t i, uint32_t end) const;
  // The end of the name at `i` of a heading, which has capitals throughout.
  uint32_t HeadlineEnd(uint32_t i, uint32_t end) const;
  // Past the titles, honorifics and demonyms of a person at `i`.
  uint32_t SkipTitles(uint32_t i, uint32_t end) const;
  // Where a run holds two names ("Apple CEO Tim Cook"): the end of the first.
  uint32_t SplitAt(uint32_t first, uint32_t end) const;
  // The "X" of "Xbox One X", the "12" of "Windows 12": no number of things.
  bool IsModelLetter(uint32_t i, uint32_t limit) const;
  bool IsVersion(uint32_t i, uint32_t limit) const;
  // "Quill Ovens (HVN)": whether the run is followed by a ticker that is not
  // only its initials.
  bool BeforeTicker(uint32_t first, uint32_t end) const;

 private:
  bool IsFunctionWord(uint32_t i) const;
  // "St. Mary's Hospital": a body with an owner in its name.
  bool JoinsOwner(uint32_t first, uint32_t at, uint32_t limit) const;
  bool JoinsSmall(uint32_t at, uint32_t limit) const;
  bool IsPartyOf(uint32_t i, uint32_t limit) const;
  uint32_t SkipParticles(uint32_t i, uint32_t limit) const;
  bool JoinsOf(uint32_t of) const;
  bool JoinsOfThe(uint32_t of, uint32_t limit) const;
  bool JoinsFor(uint32_t i) const;
  bool JoinsAnd(uint32_t first, uint32_t at, uint32_t limit) const;
  bool NamesPerson(uint32_t i, uint32_t end) const;

  const Passage& p_;
  std::vector<bool> date_;
  bool capitals_ = false;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_ENTITIES_RUNS_H_
