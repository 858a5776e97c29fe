#include "figures/dates.h"

#include "figures/calendar_dates.h"
#include "figures/relative_dates.h"

namespace newsdigest {
namespace {

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
        std::optional<DateMatch> match = Read(i);
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
    using W = WordClass;
    bool digits = p_.tokens[i].kind == TokenKind::kNumber ||
                  p_.tokens[i].is(kHasDigit);  // "2024", "Q2"
    if (digits || p_.IsWord(i, "weekend")) return true;
    const ClassSet& word = p_.word(i).classes;
    for (W cls : {W::k_month, W::k_weekday, W::k_day_word, W::k_day_part,
                  W::k_period_unit, W::k_season, W::k_holiday, W::k_clock_word,
                  W::k_half_day, W::k_decade_name, W::k_fiscal, W::k_number,
                  W::k_ordinal, W::k_told_shift, W::k_spans_time,
                  W::k_date_shift, W::k_part_of}) {
      if (word.Has(cls)) return true;
    }
    return false;
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
        end->date.value.size() != value.size() || value.empty()) {
      return;
    }
    // "April to June 2025": the year stands behind both.
    if (end->date.value < value && value.size() >= 7) {
      std::string same = end->date.value.substr(0, 4) + value.substr(4);
      if (same < end->date.value) value = same;
    }
    if (end->date.value <= value) return;
    if (!dash && !p_.IsWord(at, "through")) --match.first;
    value += "/" + end->date.value;
    match.last = end->last;
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
  return DateReader(passage, published).Run(last_block);
}

}  // namespace newsdigest
