#include "figures/unit_words.h"

#include <charconv>

namespace newsdigest {

std::string_view UnitWords::Spelled(uint32_t i, WordClass cls) const {
  if (i >= limit_ || !p_.Has(i, cls)) return {};
  std::string_view token = p_.str(i);
  for (const model::Sense& sense : p_.lexicon->Senses(p_.word(i))) {
    if (sense.cls != cls || !sense.is_string) continue;
    std::string_view both =
        p_.lexicon->String(static_cast<model::StringRef>(sense.value));
    bool same = both.size() > token.size() && both.starts_with(token) &&
                both[token.size()] == ' ';
    if (same) return both.substr(token.size() + 1);
  }
  return {};
}

UnitWords::Prefix UnitWords::CurrencyBefore(uint32_t i) const {
  if (i + 1 >= limit_) return {};
  auto text = [&](uint32_t at, WordClass cls) {
    return p_.lexicon->Text(p_.tokens[at].word, cls);
  };
  // "US$5", "C$ 5", "c $ 5" in tokenized text.
  if (p_.Has(i, W::k_dollar_prefix) && p_.Is(i + 1, "$")) {
    bool loose = i + 2 < limit_ && Space(i + 2);
    bool capital = p_.tokens[i].is(kCapital);
    bool initial = i > first_ && p_.Tagged(i - 1, Bit(Tag::kNNP));
    // "A $3 billion bid" opens with an article.
    bool near = !Space(i + 1) || p_.tokens[i].size > 1 || (loose && !initial);
    if ((capital && near) || (loose && !p_.Tagged(i, Bit(Tag::kDT)))) {
      return {i + 2, text(i, W::k_dollar_prefix)};
    }
  }
  // "$US55 million", "$A82".
  if (p_.Is(i, "$") && p_.Has(i + 1, W::k_dollar_prefix) && !Space(i + 1) &&
      IsNumber(i + 2) && !Space(i + 2)) {
    return {i + 2, text(i + 1, W::k_dollar_prefix)};
  }
  if (p_.Has(i, W::k_currency_symbol)) {
    return {i + 1, text(i, W::k_currency_symbol)};
  }
  // "USD 34.6 million", "Rs500", "aud$ 15"; one letter only where it touches.
  if (p_.Has(i, W::k_currency_code)) {
    uint32_t at = i + 1;
    bool symbol = p_.Has(at, W::k_currency_symbol) && !Space(at);
    std::string_view code = Spelled(i, W::k_currency_code);
    if (symbol && code.empty() && p_.tokens[i].size == 3) {
      code = text(i, W::k_currency_code);
      code = code.substr(code.find(' ') + 1);
    }
    if (symbol) ++at;
    bool touches = p_.tokens[i].size > 1 || !Space(at);
    if (!code.empty() && IsNumber(at) && touches) return {at, code};
  }
  return {};
}

UnitWords::Unit UnitWords::CurrencyAfter(uint32_t at,
                                         const NumberMatch& number) const {
  // "millions of dollars".
  if (number.high && p_.IsWord(at, "of") && at + 1 < limit_) ++at;
  auto currency = p_.Match(at, W::k_currency, limit_);
  if (currency.length > 0) {
    bool weight =
        currency.text == "GBP" && currency.length == 1 && IsWeight(at, number);
    if (weight) return {};
    return {at + currency.length, FigureKind::kMoney,
            std::string(currency.text)};
  }
  auto cent = p_.Match(at, W::k_cent, limit_);
  bool spelled = p_.tokens[at].size > 1 || !p_.tokens[at].is(kCapital);
  // "271 1/2 p".
  bool half = at > 1 && (p_.Is(at - 2, "/") ||
                         p_.str(at - 1).find('/') != std::string_view::npos);
  if (cent.length > 0 && spelled &&
      (p_.tokens[at].size > 2 || !Space(at) || half)) {
    return {at + cent.length, FigureKind::kMoney, std::string(cent.text), true};
  }
  if (p_.tokens[at].size == 3) {
    std::string_view code = Spelled(at, W::k_currency_code);
    if (!code.empty()) return {at + 1, FigureKind::kMoney, std::string(code)};
  }
  // "1,200€", "5 €": not the mark of the next number.
  if (p_.Has(at, W::k_currency_symbol) && !IsNumber(at + 1)) {
    return {at + 1, FigureKind::kMoney,
            std::string(
                p_.lexicon->Text(p_.tokens[at].word, W::k_currency_symbol))};
  }
  return {};
}

UnitWords::Unit UnitWords::UnitAfter(uint32_t at,
                                     const NumberMatch& number) const {
  if (Hyphen(at) && at + 1 < limit_ && !Space(at + 1)) ++at;
  if (at >= limit_ || calendar_[at]) return {};
  if (Unit money = CurrencyAfter(at, number); money.last) return money;
  uint32_t named_at = at;
  bool share = number.part && p_.IsWord(at, "of") && at + 2 < limit_;
  if (share && (p_.IsWord(at + 1, "a") || p_.IsWord(at + 1, "one"))) {
    named_at = at + 2;  // "a quarter of a percentage point"
  }
  auto named = p_.Match(named_at, W::k_unit, limit_);
  // "3 million HR bakers" are no hours.
  bool capitals = named.length == 1 && p_.tokens[named_at].is(kAllCaps) &&
                  p_.tokens[named_at].size <= 3 &&
                  p_.Has(named_at, W::k_period_unit);
  // "16 second-hand ovens".
  uint32_t mark = named_at + named.length;
  bool compound = named.length == 1 && Space(named_at) && Hyphen(mark) &&
                  mark + 1 < limit_ && !Space(mark) && !Space(mark + 1) &&
                  p_.Tagged(mark + 1, kNounTags);
  if (named.length > 0 && !capitals && !compound) {
    // "a quarter point": of a rate, as indices move by whole points.
    if (number.part && named.text == "point") named.text = "percentage_point";
    return {named_at + named.length, KindOf(named.text),
            std::string(named.text)};
  }
  return Symbol(at);
}

// Symbols count as they are spelled; those of one letter only where they
// touch the number.
UnitWords::Unit UnitWords::Symbol(uint32_t at) const {
  std::string_view unit = Spelled(at, W::k_unit_symbol);
  if (unit.empty() || (Space(at) && p_.tokens[at].size == 1)) return {};
  if (Hyphen(at + 1) && at + 2 < limit_ && !Space(at + 2) &&
      p_.tokens[at].size == 1) {
    return {};  // "300,000 B-Class"
  }
  // "above 30C"; but "must form 9F be filed", "a Boeing 777F".
  constexpr uint32_t kBeforeLevel = kVerbTags | Bit(Tag::kIN) | Bit(Tag::kTO) |
                                    Bit(Tag::kCC) | Bit(Tag::kPUNCT);
  bool level = at < first_ + 2 || p_.Tagged(at - 2, kBeforeLevel);
  if (unit.starts_with("degree") && !level) return {};
  return {at + 1, KindOf(unit), std::string(unit)};
}

FigureKind UnitWords::KindOf(std::string_view unit) {
  if (unit == "percent") return FigureKind::kPercent;
  if (unit == "percentage_point") return FigureKind::kPercentagePoint;
  if (unit == "basis_point") return FigureKind::kBasisPoint;
  return FigureKind::kQuantity;
}

bool UnitWords::IsWeight(uint32_t at, const NumberMatch& number) const {
  if (!p_.str(at).starts_with("pound")) return false;
  if (at + 1 < limit_ && p_.IsWord(at + 1, "of")) return !number.scaled;
  for (uint32_t i = at > first_ + 8 ? at - 8 : first_; i < limit_ && i < at + 4;
       ++i) {
    // "weighing a bid of 3 million pounds": a verb's own object stands between.
    bool verb = p_.Tagged(i, kVerbTags) && i + 4 < at;
    if (p_.Has(i, W::k_weight_word) && !verb) return true;
  }
  // "a 42-pound display": what costs that is a "£42" one.
  return !number.scaled && Hyphen(at - 1);
}

UnitWords::Per UnitWords::PerAfter(uint32_t at) const {
  if (at >= limit_) return {};
  // "$8/share", "$8 / share".
  bool slash = p_.Is(at, "/") && at + 1 < limit_ && Space(at) == Space(at + 1);
  bool hyphens = Hyphen(at) && Hyphen(at + 2);
  uint32_t word = hyphens ? at + 1 : at;
  uint32_t next = hyphens ? at + 3 : at + 1;
  if (next >= limit_ || calendar_[next]) return {};
  bool per = p_.IsWord(word, "per");
  bool article = p_.IsWord(word, "a") || p_.IsWord(word, "an") ||
                 p_.IsWord(word, "each") || p_.IsWord(word, "every");
  if (!per && !article && !slash) return {};
  auto unit = p_.Match(next, W::k_unit, limit_);
  if (unit.length > 0) {
    return {next + unit.length, std::string(unit.text)};
  }
  auto counted = p_.Match(next, W::k_per_noun, limit_);
  if (counted.length > 0) {
    return {next + counted.length, std::string(counted.text)};
  }
  std::string_view symbol = Spelled(next, W::k_unit_symbol);
  if (!article && !symbol.empty()) return {next + 1, std::string(symbol)};
  if (per && p_.Tagged(next, Bit(Tag::kNN))) {
    return {next + 1, std::string(p_.Lemma(next))};
  }
  return {};
}

uint32_t UnitWords::Parts(const Unit& unit, Decimal& value) const {
  uint32_t at = unit.last;
  bool linked = p_.IsWord(at, "and") || p_.Is(at, ",");
  if (linked) ++at;
  if (at >= limit_) return unit.last;
  NumberMatch number = ReadNumber(p_, at, limit_);
  if (number.last == 0 || number.high || number.article) return unit.last;
  Unit part = UnitAfter(number.last, number);
  int by = 0;
  if (part.cents && !unit.cents && part.kind == unit.kind) {
    by = 100;
  } else if (part.last > 0) {
    auto smaller = p_.Match(part.last - 1, W::k_subunit, limit_);
    std::string_view whole = smaller.text.substr(0, smaller.text.find(' '));
    if (smaller.length > 0 && whole == unit.text) {
      std::string_view count = smaller.text.substr(whole.size() + 1);
      std::from_chars(count.data(), count.data() + count.size(), by);
    }
  }
  if (by == 0 || ToDouble(number.value) >= by) return unit.last;
  value = Plus(value, Divided(number.value, by));
  return part.last;
}

}  // namespace newsdigest
