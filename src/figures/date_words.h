// The words of dates: what single tokens and short runs say. The grammars
// that put them together are calendar_dates.cc and relative_dates.cc.
#ifndef NEWSDIGEST_FIGURES_DATE_WORDS_H_
#define NEWSDIGEST_FIGURES_DATE_WORDS_H_

#include <string>

#include "figures/dates.h"
#include "figures/number.h"
#include "language/passage.h"

namespace newsdigest {

// A quarter or half year: 1 to 4, or 1 and 2.
struct YearPart {
  uint32_t last = 0;  // token after it; 0: none
  int number = 0;
  bool half = false;
  int year = 0;  // "1H26"; 0: not told
};

class DateWords {
 public:
  explicit DateWords(const Passage& passage) : p_(passage) {}

  void Enter(const Sentence& sentence) {
    first_ = sentence.first;
    limit_ = sentence.last;
  }

 protected:
  using W = WordClass;

  bool Space(uint32_t i) const { return p_.tokens[i].is(kSpaceBefore); }
  bool Hyphen(uint32_t i) const {
    return i < limit_ && p_.Is(i, "-") && !Space(i);
  }
  bool Has(uint32_t i, WordClass cls) const {
    return i < limit_ && p_.Has(i, cls);
  }
  bool Before(uint32_t i, std::string_view word) const {
    return i > first_ && p_.IsWord(i - 1, word);
  }
  // A whole number of digits at `i`: its value, or -1.
  int Digits(uint32_t i) const;
  bool IsYear(uint32_t i) const;
  // "1996", "nineteen ninety-six", "two thousand": the year, 0 where there is
  // none, and the token after it.
  int YearAt(uint32_t i, uint32_t& last) const;
  // Whether the four digits at `i` neither count, cost nor name something.
  bool YearHere(uint32_t i) const;
  // A day of the month, "17" or "17th": tokens taken.
  uint32_t Day(uint32_t i, int& day) const;
  int Month(uint32_t i) const;
  // Whether "May", "March" or "Jan" is a month here.
  bool PlainMonth(uint32_t i) const;
  // Tokens of "early", "mid-", "late", "last" before a month.
  uint32_t PartBefore(uint32_t i) const;
  YearPart QuarterAt(uint32_t i) const;
  // "year", "day" ... for a word of time; empty otherwise.
  std::string_view PeriodUnit(uint32_t i) const;
  bool Plural(uint32_t i) const { return p_.Tagged(i, Bit(Tag::kNNS)); }

  static DateMatch Made(const Passage& passage, uint32_t first, uint32_t last,
                        DateKind kind, std::string value, bool calendar = true);
  DateMatch Made(uint32_t first, uint32_t last, DateKind kind,
                 std::string value, bool calendar = true) const {
    return Made(p_, first, last, kind, std::move(value), calendar);
  }
  // ISO 8601: "P18M", "PT5H30M", "P2Y6M"; "PXD" for `vague` amounts.
  static std::string DurationValue(const Decimal& amount,
                                   std::string_view unit);
  static std::string VagueDuration(std::string_view unit);

  const Passage& p_;
  uint32_t first_ = 0;  // of the sentence
  uint32_t limit_ = 0;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_FIGURES_DATE_WORDS_H_
