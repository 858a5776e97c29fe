// The words around a number that say what it measures: currencies before and
// after it, units, and what it is told per.
#ifndef NEWSDIGEST_FIGURES_UNIT_WORDS_H_
#define NEWSDIGEST_FIGURES_UNIT_WORDS_H_

#include <string>
#include <vector>

#include "figures/number.h"
#include "language/passage.h"

namespace newsdigest {

class UnitWords {
 public:
  explicit UnitWords(const Passage& passage)
      : p_(passage), calendar_(passage.size(), false) {}

 protected:
  using W = WordClass;

  struct Prefix {
    uint32_t last = 0;  // 0: none
    std::string_view currency;
  };

  struct Unit {
    uint32_t last = 0;  // 0: none
    FigureKind kind = FigureKind::kNumber;
    std::string text;
    bool cents = false;
  };

  // "a share", "per barrel", "/km": the unit that a rate is told per.
  struct Per {
    uint32_t last = 0;  // 0: none
    std::string text;
  };

  bool Space(uint32_t i) const { return p_.tokens[i].is(kSpaceBefore); }
  bool Hyphen(uint32_t i) const {
    return i < limit_ && p_.Is(i, "-") && !Space(i);
  }
  bool Has(uint32_t i, WordClass cls) const {
    return i < limit_ && p_.Has(i, cls);
  }
  bool IsNumber(uint32_t i) const {
    return i < limit_ && p_.tokens[i].kind == TokenKind::kNumber;
  }
  // The value of the sense "spelling value" of token `i` that is spelled as
  // the token is; empty where none is.
  std::string_view Spelled(uint32_t i, WordClass cls) const;

  // "$", "US$", "C$", "Rs", "USD" before a number.
  Prefix CurrencyBefore(uint32_t i) const;
  // What stands after the number that ends at `at`.
  Unit UnitAfter(uint32_t at, const NumberMatch& number) const;
  Per PerAfter(uint32_t at) const;
  // A smaller unit after `unit`, its number in parts of the larger:
  // "5 feet 2 inches", "13 dollars and 45 cents". Adds to `value`.
  uint32_t Parts(const Unit& unit, Decimal& value) const;

  const Passage& p_;
  std::vector<bool> calendar_;  // tokens that calendar dates took
  uint32_t first_ = 0;          // of the sentence
  uint32_t limit_ = 0;

 private:
  Unit CurrencyAfter(uint32_t at, const NumberMatch& number) const;
  Unit Symbol(uint32_t at) const;
  // Whether "pounds" is weight here, not money.
  bool IsWeight(uint32_t at, const NumberMatch& number) const;
  static FigureKind KindOf(std::string_view unit);
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_FIGURES_UNIT_WORDS_H_
