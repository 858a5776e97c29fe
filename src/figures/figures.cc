#include "figures/figures.h"

#include <algorithm>

#include "figures/figure_words.h"
#include "figures/number.h"

namespace newsdigest {
namespace {

// A number with what bounds it on both sides.
class FigureReader : private FigureWords {
 public:
  FigureReader(const Passage& passage, const std::vector<DateMatch>& dates)
      : FigureWords(passage) {
    for (const DateMatch& date : dates) {
      if (!date.calendar) continue;
      for (uint32_t i = date.first; i < date.last; ++i) calendar_[i] = true;
    }
  }

  std::vector<FigureMatch> Run() {
    for (const Sentence& sentence : p_.sentences) {
      first_ = sentence.first;
      limit_ = sentence.last;
      for (uint32_t i = sentence.first; i < sentence.last;) {
        uint32_t next = Step(i);
        i = std::max(next, i + 1);
      }
    }
    return std::move(out_);
  }

 private:
  uint32_t Step(uint32_t i) {
    if (calendar_[i]) return i + 1;
    if (p_.Has(i, W::k_multiple_verb)) return Fold(i);
    Prefix prefix = CurrencyBefore(i);
    uint32_t at = prefix.last ? prefix.last : i;
    bool minus = false;
    if (at < limit_ && (p_.Is(at, "-") || p_.Is(at, "−")) && at + 1 < limit_ &&
        !Space(at + 1) &&
        (Space(at) || at == first_ || prefix.last || p_.Is(at - 1, "("))) {
      minus = p_.tokens[at + 1].kind == TokenKind::kNumber || prefix.last ||
              p_.Has(at + 1, W::k_currency_symbol);
      if (minus) {
        ++at;
        if (!prefix.last) {
          prefix = CurrencyBefore(at);
          if (prefix.last) at = prefix.last;
        }
      }
    }
    if (at >= limit_ || calendar_[at]) return i + 1;
    NumberMatch number = ReadNumber(p_, at, limit_);
    if (number.last == 0) return i + 1;
    return Number(i, at, prefix, number, minus);
  }

  // "doubled", "threefold": a multiple where it stands as verb or adverb.
  uint32_t Fold(uint32_t i) {
    bool fold = p_.str(i).ends_with("fold");
    if (!fold) return i + 1;
    Push(i, i, i + 1, FigureKind::kMultiple,
         {p_.Value(i, W::k_multiple_verb), 0}, "multiple");
    return i + 1;
  }

  void Push(uint32_t first, uint32_t core, uint32_t last, FigureKind kind,
            Decimal value, std::string unit, uint32_t noun = 0) {
    FigureMatch match;
    match.core = core;
    match.last = last;
    match.figure.kind = kind;
    match.figure.value = Normalized(value);
    match.figure.unit = std::move(unit);
    match.noun = noun;
    match.figure.modifier = Modifier(first, match.first);
    match.figure.span = p_.span(match.first, last);
    out_.push_back(std::move(match));
  }

  // Whether a range's second number follows at `at`, after "to", "-", "and".
  uint32_t RangeJoin(uint32_t i, uint32_t at) const {
    if (at + 1 >= limit_) return 0;
    bool dash = (p_.Is(at, "-") || p_.Is(at, "–") || p_.Is(at, "--") ||
                 p_.Is(at, "—")) &&
                Space(at) == Space(at + 1);
    if (dash) return at + 1;
    if (p_.IsWord(at, "to") && i > first_ && p_.IsWord(i - 1, "by")) {
      return 0;  // "rose by $1 to $2": change and level
    }
    if (p_.IsWord(at, "to") && i > first_ + 1 && p_.IsWord(i - 1, "from") &&
        (Moves(i - 2) || (i > first_ + 2 && Moves(i - 3)))) {
      return 0;  // "rose from $1 to $2": base and level
    }
    if (p_.IsWord(at, "to") || p_.IsWord(at, "or")) return at + 1;
    bool between = i > first_ && p_.IsWord(i - 1, "between");
    if (p_.IsWord(at, "and") && between) return at + 1;
    return 0;
  }

  uint32_t Number(uint32_t i, uint32_t at, Prefix prefix, NumberMatch number,
                  bool minus) {
    if (!prefix.last) LetterScale(number);
    Unit unit = UnitAfter(number.last, true);
    if (!prefix.last && !unit.last && i > first_ && p_.IsWord(i - 1, "from")) {
      unit = SharedUnit(number.last);
    }
    if (prefix.last || unit.kind == FigureKind::kMoney) {
      // One-letter scales count with money: "$1.2m", "£3bn", "$5K".
      auto power = number.last < limit_ && !number.scaled
                       ? ScaleAt(p_, number.last, true)
                       : std::nullopt;
      if (power && (!Space(number.last) || p_.tokens[number.last].size > 1 ||
                    p_.tokens[number.last].is(kCapital))) {
        number.value = Scaled(number.value, *power);
        ++number.last;
        number.scaled = true;
        unit = UnitAfter(number.last, true);
      }
    }
    if (minus) number.value = Negated(number.value);
    if (uint32_t last = Range(i, prefix, number, unit)) return last;
    if (prefix.last) {
      uint32_t last = number.last;
      if (unit.kind == FigureKind::kMoney && !unit.cents) last = unit.last;
      Push(i, i, last, FigureKind::kMoney, number.value,
           std::string(prefix.currency));
      out_.back().per = PerAfter(last) > last;
      return last;
    }
    return WithUnit(i, at, number, unit);
  }

  uint32_t Range(uint32_t i, const Prefix& prefix, const NumberMatch& low,
                 const Unit& low_unit) {
    uint32_t after_low = low_unit.last ? low_unit.last : low.last;
    uint32_t join = RangeJoin(i, after_low);
    if (join == 0) return 0;
    Prefix second = CurrencyBefore(join);
    uint32_t at = second.last ? second.last : join;
    if (at >= limit_ || calendar_[at]) return 0;
    NumberMatch high = ReadNumber(p_, at, limit_);
    if (high.last == 0 || high.article) return 0;
    Unit unit = UnitAfter(high.last, true);
    bool money = prefix.last || second.last || unit.kind == FigureKind::kMoney;
    if (money && !high.scaled && high.last < limit_) {
      auto power = ScaleAt(p_, high.last, true);
      if (power && !Space(high.last)) {
        high.value = Scaled(high.value, *power);
        high.scaled = true;
        ++high.last;
        unit = UnitAfter(high.last, true);
      }
    }
    // "rose to $3" is no range of "5 percent to $3".
    if (low_unit.last && !(unit.last && unit.text == low_unit.text) &&
        !(second.last && low_unit.kind == FigureKind::kMoney)) {
      return 0;
    }
    if (prefix.last && !second.last && unit.last &&
        unit.kind != FigureKind::kMoney) {
      return 0;
    }
    bool dash = !p_.IsWord(join - 1, "to") && !p_.IsWord(join - 1, "or") &&
                !p_.IsWord(join - 1, "and");
    std::string text;
    FigureKind kind = FigureKind::kNumber;
    uint32_t last = high.last;
    uint32_t noun = 0;
    if (money) {
      kind = FigureKind::kMoney;
      text = prefix.last   ? prefix.currency
             : second.last ? second.currency
                           : std::string_view(unit.text);
      if (unit.kind == FigureKind::kMoney) last = unit.last;
    } else if (unit.last) {
      kind = unit.kind;
      text = unit.text;
      last = unit.last;
    } else if (i > first_ && p_.IsWord(i - 1, "aged")) {
      kind = FigureKind::kAge;
      text = "year";
    } else {
      noun = CountedNoun(high.last);
      if (noun == 0) return 0;
      kind = FigureKind::kCount;
      text = p_.Lemma(noun);
      last = noun + 1;
      if (dash && !p_.Tagged(noun, Bit(Tag::kNNS))) return 0;
    }
    Decimal from = low.value;
    if (high.scaled && !low.scaled && !low_unit.last) {
      // "$3 and $4 billion" shares the scale, "$900 to $1,200" has none.
      Decimal same = Scaled(from, ScaleOf(high));
      if (ToDouble(same) < ToDouble(high.value)) from = same;
    }
    if (unit.cents) {
      from = Scaled(from, -2);
      high.value = Scaled(high.value, -2);
    }
    if (ToDouble(from) >= ToDouble(high.value)) return 0;
    Push(i, i, last, kind, high.value, text, noun);
    Figure& figure = out_.back().figure;
    figure.low = Normalized(from);
    figure.high = figure.value;
    figure.value.reset();
    return last;
  }

  int ScaleOf(const NumberMatch& number) const {
    auto power = ScaleAt(p_, number.last - 1, true);
    return power.value_or(0);
  }

  // "from 4.8 to 4.7 percent": the unit stands after the second number only.
  Unit SharedUnit(uint32_t after) const {
    if (after + 1 >= limit_ || !p_.IsWord(after, "to")) return {};
    NumberMatch second = ReadNumber(p_, after + 1, limit_);
    if (second.last == 0) return {};
    Unit unit = UnitAfter(second.last, true);
    bool shares = unit.kind == FigureKind::kPercent ||
                  unit.kind == FigureKind::kMoney ||
                  unit.kind == FigureKind::kPercentagePoint;
    if (!shares) return {};
    unit.last = after;
    return unit;
  }

  // "35m devices", "25k of them": a letter of scale that touches its number
  // and counts something.
  void LetterScale(NumberMatch& number) const {
    uint32_t at = number.last;
    if (number.scaled || number.words || at + 1 >= limit_ || Space(at)) return;
    auto power = ScaleAt(p_, at, true);
    bool counts = p_.IsWord(at + 1, "of") ||
                  p_.Tagged(at + 1, Bit(Tag::kNNS)) ||
                  (p_.Tagged(at + 1, Bit(Tag::kJJ)) && CountedNoun(at + 1) > 0);
    if (!power || *power < 3 || !counts) return;
    number.value = Scaled(number.value, *power);
    number.scaled = true;
    ++number.last;
  }

  uint32_t WithUnit(uint32_t i, uint32_t at, const NumberMatch& number,
                    const Unit& unit) {
    if (unit.last) {
      bool one_word = number.article && !number.scaled &&
                      unit.kind == FigureKind::kQuantity;
      if (one_word) return i + 1;
      return Quantity(i, number, unit);
    }
    // "No. 2".
    if (at > first_ &&
        (p_.IsWord(at - 1, "no.") || p_.IsWord(at - 1, "nos."))) {
      Push(at - 1, at - 1, number.last, FigureKind::kRank, number.value, "");
      return number.last;
    }
    // "three times", "3x", "two-fold".
    uint32_t next = number.last;
    if (Hyphen(next)) ++next;
    if (next < limit_ && p_.Has(next, W::k_fold) && !number.article) {
      bool x = p_.tokens[next].size == 1;
      if (!x || !Space(next)) {
        Push(i, i, next + 1, FigureKind::kMultiple, number.value, "multiple");
        return next + 1;
      }
    }
    if (NoFigure(at, number.last)) return number.last;
    if (p_.IsWord(i > first_ ? i - 1 : i, "aged")) {
      Push(i, i, number.last, FigureKind::kAge, number.value, "year");
      return number.last;
    }
    return Count(i, number);
  }

  uint32_t Quantity(uint32_t i, const NumberMatch& number, const Unit& unit) {
    Decimal value = number.value;
    if (unit.cents) value = Scaled(value, -2);
    uint32_t last = unit.last;
    FigureKind kind = unit.kind;
    // "61 years old", "30-year-old".
    uint32_t old = Hyphen(last) ? last + 1 : last;
    if (old < limit_ && p_.IsWord(old, "old") &&
        p_.Has(last - 1, W::k_period_unit)) {
      kind = FigureKind::kAge;
      last = old + 1;
    }
    std::string text = unit.text;
    uint32_t per = PerAfter(last);
    bool rate = per > last && kind == FigureKind::kQuantity &&
                !p_.Has(last - 1, W::k_period_unit);
    Push(i, i, last, kind, value, text);
    out_.back().per = kind == FigureKind::kMoney && per > last;
    if (rate) {
      out_.back().figure.unit += " per ";
      out_.back().figure.unit += p_.Lemma(per - 1);
      out_.back().last = per;
      out_.back().figure.span = p_.span(out_.back().first, per);
      return per;
    }
    return last;
  }

  uint32_t Count(uint32_t i, const NumberMatch& number) {
    uint32_t at = number.last;
    if (Hyphen(at) && at + 1 < limit_ && !Space(at + 1)) {
      // "three-course meal": the word after the hyphen, if it is a noun.
      if (p_.Tagged(at + 1, kNounTags)) {
        Push(i, i, at + 2, FigureKind::kCount, number.value,
             std::string(p_.Lemma(at + 1)), at + 1);
        return at + 2;
      }
      return at;
    }
    if (number.article && !number.scaled) {
      // "a third of": a share.
      Push(i, i, number.last, FigureKind::kRatio, number.value, "");
      return number.last;
    }
    uint32_t noun = CountedNoun(at);
    if (number.words && !number.scaled && number.value == Decimal{1, 0}) {
      // "one" counts only right before its noun.
      if (noun == 0 || !p_.Tagged(at, Bit(Tag::kNN))) return number.last;
      if (p_.Has(at, W::k_period_unit) || p_.Has(at, W::k_not_counted)) {
        return number.last;
      }
    }
    bool of = at < limit_ && p_.IsWord(at, "of");
    if (noun > 0) {
      std::string unit(p_.Lemma(noun));
      std::transform(unit.begin(), unit.end(), unit.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      });
      Push(i, i, noun + 1, FigureKind::kCount, number.value, unit, noun);
      return noun + 1;
    }
    bool fraction = number.value.exponent < 0 && number.words;
    if (fraction && of) {
      Push(i, i, number.last, FigureKind::kRatio, number.value, "");
      return number.last;
    }
    if (LooksLikeYear(i, number)) return number.last;
    Push(i, i, number.last, FigureKind::kNumber, number.value, "");
    return number.last;
  }

  std::vector<FigureMatch> out_;
};

}  // namespace

std::vector<FigureMatch> FindFigures(const Passage& passage,
                                     const std::vector<DateMatch>& dates) {
  return FigureReader(passage, dates).Run();
}

}  // namespace newsdigest
