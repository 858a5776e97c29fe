#include "figures/dates.h"

#include "figures/calendar_dates.h"
#include "figures/relative_dates.h"

namespace newsdigest {
namespace {

constexpr ClassSet kTimeWords = ClassSet::Of(
    {WordClass::k_month, WordClass::k_weekday, WordClass::k_weekend,
     WordClass::k_day_word, WordClass::k_day_part, WordClass::k_period_unit,
     WordClass::k_season, WordClass::k_holiday, WordClass::k_clock_word,
     WordClass::k_half_day, WordClass::k_decade_name, WordClass::k_fiscal,
     WordClass::k_number, WordClass::k_ordinal, WordClass::k_told_shift,
     WordClass::k_spans_time, WordClass::k_date_shift, WordClass::k_part_of});

// Words that a date starts with.
constexpr ClassSet kStarts = ClassSet::Of(
    {WordClass::k_date_start, WordClass::k_month, WordClass::k_weekday,
     WordClass::k_day_word, WordClass::k_period_unit, WordClass::k_season,
     WordClass::k_holiday, WordClass::k_clock_word, WordClass::k_decade_name,
     WordClass::k_fiscal, WordClass::k_number, WordClass::k_ordinal,
     WordClass::k_fraction, WordClass::k_few, WordClass::k_vague_scale,
     WordClass::k_date_shift, WordClass::k_part_of, WordClass::k_every});

// Tokens of a date before the first that tells a time: "the end of the".
constexpr uint32_t kReach = 6;

class DateReader {
 public:
  DateReader(const Passage& passage, const std::optional<CivilDate>& published)
      : p_(passage),
        anchor_(passage, published),
        calendar_(passage, anchor_),
        relative_(passage, anchor_, calendar_) {}

  std::vector<DateMatch> Run(int last_block) {
    std::vector<DateMatch> out;
    for (const Sentence& sentence : p_.sentences) {
      if (sentence.block > last_block) break;
      anchor_.Enter(sentence);
      calendar_.Enter(sentence);
      relative_.Enter(sentence);
      uint32_t time = sentence.first;  // the next token that may tell a time
      for (uint32_t i = sentence.first; i < sentence.last;) {
        time = std::max(time, i);
        while (time < sentence.last && !MayTellTime(time)) ++time;
        if (time >= sentence.last) break;
        if (time > i + kReach) i = time - kReach;
        std::optional<DateMatch> match;
        if (MayStart(i)) match = Read(i);
        if (!match) {
          ++i;
          continue;
        }
        Join(*match, sentence.last);
        anchor_.Refer(match->date.value);
        i = std::max(match->last, i + 1);
        out.push_back(std::move(*match));
      }
    }
    return out;
  }

 private:
  // Every date has a number, or a word of the calendar, near its start.
  bool MayTellTime(uint32_t i) const {
    return HasDigits(i) || p_.Classes(i).HasAny(kTimeWords);
  }
  bool MayStart(uint32_t i) const {
    return HasDigits(i) || p_.Classes(i).HasAny(kStarts) || p_.StartsPhrase(i);
  }
  bool HasDigits(uint32_t i) const {  // "2024", "Q2"
    return p_.tokens[i].kind == TokenKind::kNumber ||
           p_.tokens[i].is(kHasDigit);
  }

  std::optional<DateMatch> Read(uint32_t i) const {
    if (auto match = calendar_.Read(i)) return match;
    return relative_.Read(i);
  }

  // A second date of the same kind: "between April and June", "Monday through
  // Friday". Both must be told to the same unit, the earlier first.
  void Join(DateMatch& match, uint32_t limit) const {
    uint32_t at = match.last;
    if (match.date.kind != DateKind::kDate || at + 1 >= limit) return;
    auto before = [&](std::string_view word) {
      return match.first > 0 && p_.IsWord(match.first - 1, word);
    };
    bool dash =
        (p_.Is(at, "-") || IsDash(p_.str(at))) &&
        p_.tokens[at].is(kSpaceBefore) == p_.tokens[at + 1].is(kSpaceBefore);
    bool joins = dash || p_.IsWord(at, "through") ||
                 (p_.IsWord(at, "and") && before("between")) ||
                 (p_.IsWord(at, "to") && before("from"));
    if (!joins) return;
    auto end = Read(at + 1);
    std::string& value = match.date.value;
    if (!end || end->date.kind != DateKind::kDate ||
        end->date.value.size() != value.size()) {
      return;
    }
    // Months of no known year are as much a stretch as others.
    bool unknown = value.empty() && end->last == at + 2;
    if (value.empty() && !unknown) return;
    // "April to June 2025": the year stands behind both.
    if (end->date.value < value && value.size() >= 7) {
      std::string same = end->date.value.substr(0, 4) + value.substr(4);
      if (same < end->date.value) value = same;
    }
    if (end->date.value <= value && !unknown) return;
    if (!dash && !p_.IsWord(at, "through")) --match.first;
    if (!unknown) value += "/" + end->date.value;
    match.last = end->last;
    // "the July-September quarter".
    bool quarter = dash && match.last < limit &&
                   p_.Has(match.last, WordClass::k_period_unit) &&
                   !p_.Tagged(match.last, Bit(Tag::kNNS));
    if (quarter) ++match.last;
    match.date.kind = DateKind::kPeriod;
    match.date.span = p_.span(match.first, match.last);
  }

  const Passage& p_;
  DateAnchor anchor_;
  CalendarDates calendar_;
  RelativeDates relative_;
};

}  // namespace

std::vector<DateMatch> FindDates(const Passage& passage,
                                 const std::optional<CivilDate>& published,
                                 int last_block) {
  std::vector<DateMatch> dates = DateReader(passage, published).Run(last_block);
  for (DateMatch& match : dates) {
    match.date.span = passage.SpanInSentence(match.first, match.last);
  }
  return dates;
}

}  // namespace newsdigest
