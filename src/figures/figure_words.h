// The words of figures: what stands before and after a number. The grammar
// that puts them together is figures.cc.
#ifndef NEWSDIGEST_FIGURES_FIGURE_WORDS_H_
#define NEWSDIGEST_FIGURES_FIGURE_WORDS_H_

#include <string>
#include <vector>

#include "figures/number.h"
#include "language/passage.h"

namespace newsdigest {

class FigureWords {
 public:
  explicit FigureWords(const Passage& passage)
      : p_(passage), calendar_(passage.size(), false) {}

 protected:
  using W = WordClass;

  struct Prefix {
    uint32_t last = 0;
    std::string_view currency;
  };

  struct Unit {
    uint32_t last = 0;  // 0: none
    FigureKind kind = FigureKind::kNumber;
    std::string text;
    bool cents = false;
  };

  bool Space(uint32_t i) const;
  bool Hyphen(uint32_t i) const;
  // "$", "US$", "C$", "Rs", "USD" before a number.
  Prefix CurrencyBefore(uint32_t i) const;
  // Codes count in capitals only, one letter ("R12") only where they touch.
  bool IsCode(uint32_t i) const;
  // What stands after the number: currency, percent, unit.
  Unit UnitAfter(uint32_t at, bool hyphen_too) const;
  static FigureKind KindOf(std::string_view unit);
  // "p", "c" need to touch the number; "cents" does not.
  bool CentsFit(uint32_t at) const;
  // One or two letters that may be a word: "in", "m", "W".
  bool Ambiguous(uint32_t at) const;
  // "pounds" of weight: after a verb of weighing or before "of".
  bool IsWeight(uint32_t at, const Passage::ClassMatch& match) const;
  // "a share", "per barrel", "a day": told after the unit.
  uint32_t PerAfter(uint32_t at) const;
  // The noun that is counted: adjectives and nouns up to a head.
  uint32_t CountedNoun(uint32_t at) const;
  // A number after a name with nothing counted is part of the name.
  bool PartOfName(uint32_t i, uint32_t last) const;
  // Things written with digits that are no figures.
  bool NoFigure(uint32_t i, uint32_t last) const;
  bool Moves(uint32_t i) const;
  std::string Modifier(uint32_t i, uint32_t& start) const;
  bool LooksLikeYear(uint32_t i, const NumberMatch& number) const;

  const Passage& p_;
  std::vector<bool> calendar_;  // tokens that calendar dates took
  uint32_t first_ = 0;          // of the sentence
  uint32_t limit_ = 0;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_FIGURES_FIGURE_WORDS_H_
