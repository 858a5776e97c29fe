// Resolves what dates leave out: against the day of publication, the tense of
// the clause, and the date told last.
#ifndef NEWSDIGEST_FIGURES_DATE_ANCHOR_H_
#define NEWSDIGEST_FIGURES_DATE_ANCHOR_H_

#include <optional>
#include <string>
#include <string_view>

#include "figures/calendar.h"
#include "language/passage.h"

namespace newsdigest {

// A calendar date as far as it is told; 0: not told.
struct Partial {
  int year = 0;
  int month = 0;
  int day = 0;
};

class DateAnchor {
 public:
  DateAnchor(const Passage& passage, const std::optional<CivilDate>& published)
      : p_(passage), published_(published) {}

  void Enter(const Sentence& sentence) {
    first_ = sentence.first;
    limit_ = sentence.last;
  }

  const std::optional<CivilDate>& published() const { return published_; }

  // Whether what happens at the date in tokens [first, last) is to come: by
  // the words before it ("until Friday") and the verb of its clause.
  bool Ahead(uint32_t first, uint32_t last) const;

  // ISO 8601 of what is told; a missing year is the nearest in the past, or
  // to come. All give "" where there is nothing to resolve against.
  std::string Resolved(Partial date, bool ahead) const;
  static std::string Text(const Partial& date);
  // "last week", "next year": `shift` units from the day of publication.
  std::string Shifted(std::string_view unit, int shift) const;
  // The same from the date told last: "the following year", "that day".
  std::string FromReference(std::string_view unit, int shift) const;
  // Day 1 to 7; `shift` -1 last, 1 next, 0 this or none.
  std::string Weekday(int day, int shift, bool ahead) const;
  std::string Weekend(int shift, bool ahead) const;
  std::string Quarter(int number, bool half, bool ahead) const;
  // "11-4.4+1": month, then day or number.weekday, and days after; "easter".
  std::string Holiday(std::string_view rule, int year, int shift,
                      bool ahead) const;

  // Takes an ISO value as the date told last.
  void Refer(std::string_view value);

 private:
  enum class Tense { kNone, kPast, kFuture };
  Tense Left(uint32_t i) const;
  Tense Right(uint32_t i) const;
  // Whether the word makes what hangs on it planned or expected.
  bool LooksAhead(uint32_t i) const;

  const Passage& p_;
  const std::optional<CivilDate>& published_;
  Partial reference_;
  uint32_t first_ = 0;
  uint32_t limit_ = 0;
};

// The day of a movable or fixed holiday; empty for a rule that is none.
std::optional<CivilDate> HolidayIn(int year, std::string_view rule);

}  // namespace newsdigest

#endif  // NEWSDIGEST_FIGURES_DATE_ANCHOR_H_
