// The words of figures: what stands before and after a number but for its
// unit. The grammar that puts them together is figures.cc.
#ifndef NEWSDIGEST_FIGURES_FIGURE_WORDS_H_
#define NEWSDIGEST_FIGURES_FIGURE_WORDS_H_

#include <string>

#include "figures/unit_words.h"

namespace newsdigest {

class FigureWords : protected UnitWords {
 public:
  explicit FigureWords(const Passage& passage) : UnitWords(passage) {}

 protected:
  // The noun that is counted, modifiers out: "new engineering jobs", "of its
  // Quill ovens". 0: none.
  uint32_t CountedNoun(uint32_t at) const;
  // What a number counts whose noun is `noun`: of "job cuts", jobs.
  std::string CountedUnit(uint32_t noun) const;
  // A number after a name with nothing counted is part of the name.
  bool PartOfName(uint32_t i, uint32_t last) const;
  // Things written with digits that are no figures.
  bool NoFigure(uint32_t i, uint32_t last) const;
  // "Jane Porter, 25,": the age of a person.
  bool IsAge(uint32_t i, uint32_t last) const;
  bool Moves(uint32_t i) const;
  // "rose slightly from", "raised its target on the shares from": whether the
  // "from" before `i` is that of a verb of moving.
  bool MovesFrom(uint32_t i) const;
  // The modifier right before `i`; moves `start` to its first token where it
  // belongs to the figure and not to a verb ("fell below 3%").
  std::string Modifier(uint32_t i, uint32_t& start) const;
  // "will grow 3% to 5%": what is to come is told as a range.
  bool ToGrow(uint32_t i, uint32_t to) const;
  // "plans to grow by 15% to 20%": two percentages near each other.
  bool ByRange(uint32_t i, uint32_t to) const;
  // Right after a verb or adverb of moving, but for a modifier.
  bool AfterMove(uint32_t i) const;
  bool LooksLikeYear(uint32_t i, const NumberMatch& number) const;
  // "rose from 1.4m to 1.69m", but "rose to 300m", "to 2.3m above the road".
  bool ReachesMillions(uint32_t first, const NumberMatch& number) const;
  // "from $1", "from the existing $1".
  bool FromBefore(uint32_t i) const;
  // After "old" that follows a unit of time at `last`: "61 years old",
  // "30-year-olds", "six months of age".
  uint32_t Old(uint32_t last) const;
  // "aged 25", "ages 18 to 34", "the age of 21".
  bool AfterAge(uint32_t i) const;
  // "No. 2", "No 2", "#2"; "No one" is none.
  bool IsRankSign(uint32_t i) const;

 private:
  bool IsScore(uint32_t i, uint32_t last) const;
  bool IsSuffix(uint32_t i) const;
  bool IsEnumerator(uint32_t i, uint32_t last) const;
  bool IsTelephone(uint32_t i, uint32_t last) const;
  bool IsAddress(uint32_t last) const;
  // "20 737 jets", "its 787-9s": a number that says which.
  bool IsModel(uint32_t i) const;
  uint32_t NounGroup(uint32_t at) const;
  bool IsPlural(uint32_t i) const;
  bool GroupEnds(uint32_t i) const;
  bool InKnownName(uint32_t i) const;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_FIGURES_FIGURE_WORDS_H_
