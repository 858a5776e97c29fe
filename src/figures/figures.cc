#include "figures/figures.h"

#include <algorithm>

#include "figures/figure_words.h"
#include "figures/number.h"
#include "figures/shared_units.h"
#include "figures/table_scale.h"
#include "language/fold.h"

namespace newsdigest {
namespace {

// Words and marks that a figure starts with, but for digits.
constexpr ClassSet kStarts = ClassSet::Of(
    {WordClass::k_figure_start, WordClass::k_number, WordClass::k_few,
     WordClass::k_vague_scale, WordClass::k_fraction,
     WordClass::k_multiple_verb, WordClass::k_dollar_prefix,
     WordClass::k_currency_symbol, WordClass::k_currency_code});

constexpr uint32_t kMostAside = 8;  // tokens of an amount in brackets

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
    TableScale table(p_);
    for (const Sentence& sentence : p_.sentences) {
      first_ = sentence.first;
      limit_ = sentence.last;
      size_t before = out_.size();
      for (uint32_t i = sentence.first;
           i < sentence.last && out_.size() <= kMostFigures;) {
        uint32_t next = Step(i);
        i = std::max(next, i + 1);
      }
      std::span<FigureMatch> found = std::span(out_).subspan(before);
      ShareUnits(p_, found);
      table.Apply(sentence, found);
    }
    return std::move(out_);
  }

 private:
  // One number: currency, sign, digits or words, scale, unit.
  struct Reading {
    uint32_t number_at = 0;
    uint32_t last = 0;  // 0: none
    Prefix prefix;
    NumberMatch number;
    Unit unit;
    bool money() const {
      return prefix.last != 0 || unit.kind == FigureKind::kMoney;
    }
    std::string_view currency() const {
      return prefix.last ? prefix.currency : std::string_view(unit.text);
    }
  };

  // The token after a minus sign or word at `i`, before a number; else `i`.
  uint32_t AfterMinus(uint32_t i, bool prefixed) const {
    if (i + 1 >= limit_) return i;
    if (p_.Has(i, W::k_minus_word)) {
      uint32_t next = Hyphen(i + 1) ? i + 2 : i + 1;
      bool sum = CurrencyBefore(next).last != 0;
      // "tested negative 3 times": only a sum or a percentage is negative.
      bool measured =
          sum || p_.Is(next + 1, "%") || p_.Value(i, W::k_minus_word, 0) == 0;
      return (IsNumber(next) && measured) || sum ? next : i;
    }
    bool mark = p_.Is(i, "-") || p_.Is(i, "−") || p_.Is(i, "–");
    if (!mark || Space(i + 1)) return i;
    bool open = prefixed || Space(i) || i == first_ || p_.Is(i - 1, "(");
    bool money = p_.Has(i + 1, W::k_currency_symbol);
    if (!open || !(IsNumber(i + 1) || money)) return i;
    // "COVID -19" is a name, "Dow -1.2%" is none.
    bool name = i > first_ && p_.Tagged(i - 1, Bit(Tag::kNNP));
    bool measured = money || p_.Is(i + 2, "%") ||
                    p_.str(i + 1).find('.') != std::string_view::npos;
    return name && !measured && !prefixed ? i : i + 1;
  }

  Reading Read(uint32_t i) const {
    Reading r;
    r.prefix = CurrencyBefore(i);
    uint32_t at = r.prefix.last ? r.prefix.last : i;
    uint32_t signless = AfterMinus(at, r.prefix.last != 0);
    bool minus = signless > at;
    at = signless;
    if (minus && !r.prefix.last) {
      r.prefix = CurrencyBefore(at);
      if (r.prefix.last) at = r.prefix.last;
    }
    bool bracket = r.prefix.last && p_.Is(at, "(") && IsNumber(at + 1);
    if (bracket) ++at;
    if (at >= limit_ || calendar_[at]) return {};
    r.number = ReadNumber(p_, at, limit_);
    if (r.number.last == 0) return {};
    if (bracket && !Close(r.number)) return {};
    minus = minus || bracket;
    r.number_at = at;
    if (!r.prefix.last) LetterScale(at, r.number);
    if (p_.Is(r.number.last, "+") && !Space(r.number.last)) ++r.number.last;
    r.unit = UnitAfter(r.number.last, r.number);
    if (r.prefix.last) MoneyScale(r.number);
    if (r.prefix.last || r.unit.last == 0) {
      r.unit = UnitAfter(r.number.last, r.number);
    }
    if (r.unit.last) r.last = Parts(r.unit, r.number.value);
    if (r.unit.cents) r.number.value = Scaled(r.number.value, -2);
    if (minus) r.number.value = Negated(r.number.value);
    bool foreign = r.prefix.last && r.unit.kind != FigureKind::kMoney;
    if (foreign || r.unit.last == 0) {
      r.unit = {};
      r.last = r.number.last;
    }
    return r;
  }

  // "$(0.12)", "$(5.1) million": a loss, as accounts write it. Takes the
  // bracket; false where none stands behind the number.
  bool Close(NumberMatch& number) const {
    MoneyScale(number);
    if (!p_.Is(number.last, ")")) return false;
    ++number.last;
    if (auto power = ScaleAt(p_, number.last, false); power && !number.scaled) {
      number.value = Scaled(number.value, *power);
      number.scaled = true;
      ++number.last;
    }
    return true;
  }

  // One-letter scales count with money: "$1.2m", "£3bn", "$5K", "$3 B".
  void MoneyScale(NumberMatch& number) const {
    uint32_t at = number.last;
    if (number.scaled || at >= limit_) return;
    auto power = ScaleAt(p_, at, true);
    bool fits =
        !Space(at) || p_.tokens[at].size > 1 || p_.tokens[at].is(kCapital);
    if (!power || !fits) return;
    number.value = Scaled(number.value, *power);
    number.scaled = true;
    ++number.last;
  }

  // "35m devices", "25k of them", "5m pounds": a letter of scale that touches
  // its number and counts something.
  void LetterScale(uint32_t first, NumberMatch& number) const {
    uint32_t at = number.last;
    if (number.scaled || number.words || at + 1 >= limit_ || Space(at)) return;
    auto power = ScaleAt(p_, at, true);
    if (!power || *power < 3) return;
    bool counts = p_.str(at) == "k" || p_.IsWord(at + 1, "of") ||
                  CountedNoun(at + 1) > 0 ||
                  p_.Match(at + 1, W::k_currency, limit_).length > 0 ||
                  ReachesMillions(first, number);
    if (!counts) return;
    number.value = Scaled(number.value, *power);
    number.scaled = true;
    ++number.last;
  }

  uint32_t Step(uint32_t i) {
    bool starts = IsNumber(i) || p_.Classes(i).HasAny(kStarts);
    if (!starts || calendar_[i]) return i + 1;
    if (p_.Has(i, W::k_multiple_verb)) return Fold(i);
    if (uint32_t last = Ratio(i)) return last;
    Reading r = Read(i);
    if (r.last == 0) return i + 1;
    if (uint32_t last = Range(i, r)) return last;
    if (r.money()) {
      Push(i, i, r.last, FigureKind::kMoney, r.number,
           std::string(r.currency()));
      return Rate();
    }
    if (r.unit.last) {
      bool one_word = r.number.article && !r.number.scaled &&
                      r.unit.kind == FigureKind::kQuantity && !r.number.part;
      return one_word ? i + 1 : Quantity(i, r);
    }
    return Bare(i, r);
  }

  // "doubled", "halved", "threefold".
  uint32_t Fold(uint32_t i) {
    bool fold = p_.str(i).ends_with("fold");
    bool verb = p_.Tagged(i, kVerbTags) && !Hyphen(i + 1);  // "triple-dip"
    if (!fold && !verb) return i + 1;
    int value = p_.Value(i, W::k_multiple_verb);
    NumberMatch number{i + 1, {value, 0}};
    if (value < 0) number.value = Divided({1, 0}, -value);
    Push(i, i, i + 1, FigureKind::kMultiple, number, "multiple");
    out_.back().verb = !fold;
    return i + 1;
  }

  // "2-for-1", "3-to-1", "one in five", "nine out of 10".
  uint32_t Ratio(uint32_t i) {
    NumberMatch over = ReadNumber(p_, i, limit_);
    if (over.last == 0 || over.scaled || over.part) return 0;
    uint32_t at = over.last;
    bool hyphens = Hyphen(at) && Hyphen(at + 2);
    if (hyphens) ++at;
    bool rate = hyphens && (p_.IsWord(at, "for") || p_.IsWord(at, "to"));
    bool share = !hyphens && p_.IsWord(at, "in") &&
                 (over.value == Decimal{1, 0} || over.words);
    bool out_of = !hyphens && p_.IsWord(at, "out") && p_.IsWord(at + 1, "of");
    if (!rate && !share && !out_of) return 0;
    uint32_t next = at + (hyphens || out_of ? 2 : 1);
    if (share && p_.IsWord(next, "every")) ++next;
    if (next >= limit_ || calendar_[next]) return 0;
    NumberMatch under = ReadNumber(p_, next, limit_);
    if (under.last == 0 || under.value.exponent < 0 || under.part ||
        under.article || under.value.digits <= 0) {
      return 0;
    }
    bool less = ToDouble(over.value) < ToDouble(under.value);
    // "one in five minutes", but "one in five jobs".
    bool counts = share ? p_.LemmaHas(under.last, W::k_period_unit)
                        : UnitAfter(under.last, under).last > 0;
    bool range = rate && p_.IsWord(at, "to") && counts;  // "2-to-6-year"
    if (range || (!rate && (!less || counts))) return 0;
    NumberMatch ratio{
        under.last,
        Divided(over.value, static_cast<int64_t>(ToDouble(under.value)))};
    Push(i, i, under.last, FigureKind::kRatio, ratio, "");
    return under.last;
  }

  void Push(uint32_t first, uint32_t core, uint32_t last, FigureKind kind,
            const NumberMatch& number, std::string unit, uint32_t noun = 0) {
    FigureMatch match;
    match.core = core;
    match.last = last;
    match.noun = noun;
    Figure& figure = match.figure;
    figure.kind = kind;
    if (number.high) {
      figure.low = Normalized(number.value);
      figure.high = Normalized(*number.high);
    } else {
      figure.value = Normalized(number.value);
    }
    figure.unit = std::move(unit);
    figure.modifier = Modifier(first, match.first);
    figure.span = p_.span(match.first, last);
    out_.push_back(std::move(match));
  }

  // What the last figure is told per: "$27 a share", "3,000 barrels a day".
  uint32_t Rate() {
    FigureMatch& match = out_.back();
    Per per = PerAfter(match.last);
    bool each = match.figure.kind == FigureKind::kMoney && per.last == 0 &&
                match.last < limit_ && p_.Has(match.last, W::k_each_word);
    if (each) per = {match.last + 1, "item"};
    if (per.last == 0 && IsMoney(match.figure)) return RateBehind();
    if (per.last == 0) return match.last;
    // "a year after the sale" is a date.
    bool dates = p_.IsWord(per.last, "after") ||
                 p_.IsWord(per.last, "before") || p_.IsWord(per.last, "from");
    if (dates && p_.Has(per.last - 1, W::k_period_unit)) return match.last;
    if (IsMoney(match.figure)) {
      match.figure.kind = FigureKind::kRate;
    }
    match.figure.per = std::move(per.text);
    match.last = per.last;
    match.figure.span = p_.span(match.first, match.last);
    return match.last;
  }

  // "76.40 kroner ($10.60) an hour": the rate holds for both amounts.
  uint32_t RateBehind() {
    FigureMatch& match = out_.back();
    uint32_t close = match.last;
    bool inside = match.first > first_ && p_.Is(match.first - 1, "(");
    if (!inside && p_.Is(close, "(")) {
      for (; close < limit_ && close < match.last + kMostAside; ++close) {
        if (p_.Is(close, ")")) break;
      }
    }
    Per per = p_.Is(close, ")") ? PerAfter(close + 1) : Per{};
    if (per.last > 0) {
      match.figure.kind = FigureKind::kRate;
      match.figure.per = std::move(per.text);
    }
    return match.last;
  }

  // "3% to 5%, down from 6% to 8%": a range as the one before.
  bool RangeBefore(uint32_t i) const {
    constexpr uint32_t kNear = 4;  // tokens
    return !out_.empty() && out_.back().figure.low &&
           out_.back().last + kNear >= i && i > first_ + 1 &&
           (p_.Has(i - 2, W::k_rise) || p_.Has(i - 2, W::k_fall));
  }

  // The token after what joins the two numbers of a range at `at`; 0: none.
  uint32_t RangeJoin(uint32_t i, uint32_t at, bool unit) const {
    if (at + 1 >= limit_) return 0;
    bool dash =
        (p_.Is(at, "-") || IsDash(p_.str(at))) && Space(at) == Space(at + 1);
    if (Hyphen(at) && p_.IsWord(at + 1, "to") && Hyphen(at + 2)) {
      return at + 3;  // "two-to-five weeks"
    }
    if (dash) return at + 1;
    if (p_.IsWord(at, "to")) {
      bool change =
          i > first_ && p_.IsWord(i - 1, "by") && unit && !ByRange(i, at);
      bool base = FromBefore(i) && MovesFrom(i) && !RangeBefore(i);
      // "rose by $1 to $2", "from $1 to $2", "up 37 cents to $2"
      bool moved = i > first_ && unit && AfterMove(i) && !ToGrow(i, at);
      if (change || base || moved) return 0;
      return p_.Is(at + 1, "-") ? at + 2 : at + 1;
    }
    bool between = i > first_ && p_.IsWord(i - 1, "between");
    return p_.IsWord(at, "and") && between ? at + 1 : 0;
  }

  uint32_t Range(uint32_t i, const Reading& low) {
    uint32_t join = RangeJoin(i, low.last, low.prefix.last || low.unit.last);
    if (join == 0 || join >= limit_ || low.number.high) return 0;
    Reading high = Read(join);
    if (high.last == 0 || high.number.article || high.number.high) return 0;
    // "cut the price of the Quill-150 to $300".
    if (!low.money() && high.prefix.last) return 0;
    // "rose to $3" is no range of "5 percent to $3".
    if (low.money() && !low.prefix.last && !high.money()) return 0;
    if (low.unit.last && !low.money() &&
        !(high.unit.last && high.unit.text == low.unit.text)) {
      return 0;
    }
    if (low.money() && high.unit.last && !high.money()) return 0;
    // "up by a fifth to $9 billion".
    if (low.number.part && !low.money() && high.money()) return 0;
    bool cents = low.unit.cents && !high.unit.cents;  // "62 cents to $15"
    bool other = low.money() && high.money() &&
                 (cents || low.currency() != high.currency());
    if (other) return 0;
    bool dash = !p_.tokens[low.last].is(kSpaceBefore) ||
                p_.tokens[low.last].kind == TokenKind::kMark;
    bool between = i > first_ && p_.IsWord(i - 1, "between");
    FigureKind kind = FigureKind::kNumber;
    std::string unit;
    uint32_t last = high.last;
    uint32_t noun = 0;
    if (low.money() || high.money()) {
      kind = FigureKind::kMoney;
      unit = low.money() ? low.currency() : high.currency();
    } else if (high.unit.last) {
      kind = high.unit.kind;
      unit = high.unit.text;
    } else if (AfterAge(i)) {
      kind = FigureKind::kAge;
      unit = "year";
    } else if ((noun = CountedNoun(high.number.last)) > 0) {
      if (dash && !p_.Tagged(noun, Bit(Tag::kNNS))) return 0;
      kind = FigureKind::kCount;
      unit = CountedUnit(noun);
      last = noun + 1;
    } else if (!between) {
      return 0;
    }
    NumberMatch range = low.number;
    if (high.number.scaled && !low.number.scaled && !low.unit.last) {
      // "$3 and $4 billion" shares the scale, "$900 to $1,200" has none.
      int scale = ScaleAt(p_, high.number.last - 1, true).value_or(0);
      Decimal same = Scaled(range.value, scale);
      if (ToDouble(same) < ToDouble(high.number.value)) range.value = same;
    }
    if (high.unit.cents && !low.unit.cents && !low.money()) {
      range.value = Scaled(range.value, -2);
    }
    if (ToDouble(range.value) >= ToDouble(high.number.value)) return 0;
    range.high = high.number.value;
    uint32_t first = between ? i - 1 : i;
    Push(first, first, last, kind, range, unit, noun);
    if (Old(last) > last) {
      out_.back().figure.kind = FigureKind::kAge;
      Extend(Old(last));
    }
    return Rate();
  }

  void Extend(uint32_t last) {
    out_.back().last = last;
    out_.back().figure.span = p_.span(out_.back().first, last);
  }

  uint32_t Quantity(uint32_t i, const Reading& r) {
    FigureKind kind = r.unit.kind;
    uint32_t last = Old(r.last);
    if (last > r.last) kind = FigureKind::kAge;
    Push(i, i, last, kind, r.number, r.unit.text);
    bool rate =
        kind == FigureKind::kQuantity && !p_.Has(last - 1, W::k_period_unit);
    return rate ? Rate() : last;
  }

  // "three times as many", "3x", "25.9 x", "two-fold"; but "asked 3 times",
  // "3 x 4", "the Aorus 17X".
  bool IsMultiple(uint32_t at, const NumberMatch& number) const {
    uint32_t next = Hyphen(number.last) ? number.last + 1 : number.last;
    if (next >= limit_ || !p_.Has(next, W::k_fold) || number.article) {
      return false;
    }
    if (p_.IsWord(next, "times")) return Has(next + 1, W::k_times_what);
    if (p_.tokens[next].size > 1) return true;
    if (!Space(next)) return !PartOfName(at, next + 1);
    bool decimal = p_.str(at).find('.') != std::string_view::npos;
    return decimal && !IsNumber(next + 1);
  }

  // A number without a unit: rank, multiple, age, count.
  uint32_t Bare(uint32_t i, const Reading& r) {
    uint32_t at = r.number_at;
    const NumberMatch& number = r.number;
    if (at > first_ && IsRankSign(at - 1)) {
      Push(at - 1, at - 1, number.last, FigureKind::kRank, number, "");
      return number.last;
    }
    if (IsMultiple(at, number)) {
      uint32_t last = Hyphen(number.last) ? number.last + 2 : number.last + 1;
      Push(i, i, last, FigureKind::kMultiple, number, "multiple");
      return last;
    }
    if (NoFigure(at, number.last)) return number.last;
    // "Seven Harbor Media", "Quill Zero".
    bool named = number.words && !number.scaled && i > first_ &&
                 p_.tokens[at].is(kCapital) &&
                 (p_.Tagged(i - 1, Bit(Tag::kNNP)) ||
                  (p_.Tagged(number.last, Bit(Tag::kNNP)) &&
                   CountedNoun(number.last) == 0));
    if (named) return number.last;
    if (AfterAge(i) || IsAge(at, number.last)) {
      Push(i, i, number.last, FigureKind::kAge, number, "year");
      return number.last;
    }
    return Count(i, number);
  }

  uint32_t Count(uint32_t i, const NumberMatch& number) {
    uint32_t at = number.last;
    if (Hyphen(at) && at + 1 < limit_ && !Space(at + 1)) {
      // "three-course meal": the word after the hyphen, if it is a noun;
      // "one-time" and "zero-trust" count nothing.
      bool small = number.words && number.value.digits < 2;
      if (!p_.Tagged(at + 1, kNounTags) || small) return at;
      Push(i, i, at + 2, FigureKind::kCount, number, Lowered(p_.Lemma(at + 1)),
           at + 1);
      return at + 2;
    }
    bool of = p_.IsWord(at, "of");
    if (number.part && (of || number.article)) {
      Push(i, i, number.last, FigureKind::kRatio, number, "");
      return number.last;
    }
    uint32_t noun = CountedNoun(at);
    if (number.words && !number.scaled && number.value == Decimal{1, 0}) {
      // "one" counts only right before its noun.
      bool counts = noun > 0 && p_.Tagged(at, Bit(Tag::kNN)) &&
                    !p_.Has(at, W::k_period_unit) &&
                    !p_.Has(at, W::k_not_counted);
      if (!counts) return number.last;
    }
    if (noun > 0) {
      Push(i, i, noun + 1, FigureKind::kCount, number, CountedUnit(noun), noun);
      return Rate();
    }
    if (LooksLikeYear(i, number)) return number.last;
    Push(i, i, number.last,
         number.part ? FigureKind::kRatio : FigureKind::kNumber, number, "");
    return Rate();
  }

  std::vector<FigureMatch> out_;
};

}  // namespace

std::vector<FigureMatch> FindFigures(const Passage& passage,
                                     const std::vector<DateMatch>& dates) {
  std::vector<FigureMatch> figures = FigureReader(passage, dates).Run();
  for (FigureMatch& match : figures) {
    match.figure.span = passage.SpanInSentence(match.first, match.last);
  }
  return figures;
}

}  // namespace newsdigest
