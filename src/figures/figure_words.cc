#include "figures/figure_words.h"

#include <algorithm>

namespace newsdigest {
namespace {

constexpr uint32_t kPremodifier =
    Bit(Tag::kJJ) | Bit(Tag::kVBN) | Bit(Tag::kVBG) | kNounTags;

}  // namespace

bool FigureWords::Space(uint32_t i) const {
  return p_.tokens[i].is(kSpaceBefore);
}

bool FigureWords::Hyphen(uint32_t i) const {
  return i < limit_ && p_.Is(i, "-") && !Space(i);
}

FigureWords::Prefix FigureWords::CurrencyBefore(uint32_t i) const {
  uint32_t at = i;
  std::string_view prefix;
  if (p_.Has(at, W::k_dollar_prefix) && at + 1 < limit_ &&
      p_.Has(at + 1, W::k_currency_symbol) && p_.tokens[at].is(kCapital)) {
    bool dollar = p_.Is(at + 1, "$");
    bool near = !Space(at + 1) || p_.tokens[at].size > 1;
    if (dollar && near) {
      prefix = p_.lexicon->Text(p_.tokens[at].word, W::k_dollar_prefix);
      ++at;
    }
  }
  // "$US55 million", "$A82".
  if (at + 2 < limit_ && p_.Is(at, "$") && p_.Has(at + 1, W::k_dollar_prefix) &&
      !Space(at + 1) && p_.tokens[at + 2].kind == TokenKind::kNumber &&
      !Space(at + 2)) {
    return {at + 3 - 1,
            p_.lexicon->Text(p_.tokens[at + 1].word, W::k_dollar_prefix)};
  }
  if (at < limit_ && p_.Has(at, W::k_currency_symbol)) {
    std::string_view symbol =
        p_.lexicon->Text(p_.tokens[at].word, W::k_currency_symbol);
    return {at + 1, prefix.empty() ? symbol : prefix};
  }
  if (p_.Has(i, W::k_currency_code) && IsCode(i) && i + 1 < limit_) {
    std::string_view code =
        p_.lexicon->Text(p_.tokens[i].word, W::k_currency_code);
    bool number = p_.tokens[i + 1].kind == TokenKind::kNumber;
    bool symbol = p_.Has(i + 1, W::k_currency_symbol);
    if (symbol && i + 2 < limit_ &&
        p_.tokens[i + 2].kind == TokenKind::kNumber) {
      return {i + 2, code};
    }
    if (number) return {i + 1, code};
  }
  return {};
}

bool FigureWords::IsCode(uint32_t i) const {
  const Token& token = p_.tokens[i];
  if (token.size == 1) {
    return token.is(kCapital) && i + 1 < limit_ && !Space(i + 1);
  }
  if (token.size == 3 && !token.is(kDotted)) {
    return token.is(kAllCaps) || p_.str(i) == "Sfr" || p_.str(i) == "Skr" ||
           p_.str(i) == "KSh" || p_.str(i) == "usd";
  }
  return token.is(kCapital) || token.is(kMixedCase);
}

FigureWords::Unit FigureWords::UnitAfter(uint32_t at, bool hyphen_too) const {
  Unit unit;
  if (hyphen_too && Hyphen(at) && at + 1 < limit_ && !Space(at + 1)) ++at;
  if (at >= limit_ || calendar_[at]) return unit;
  auto currency = p_.Match(at, W::k_currency, limit_);
  if (currency.length > 0 && !IsWeight(at, currency)) {
    return {at + currency.length, FigureKind::kMoney,
            std::string(currency.text)};
  }
  if (p_.Has(at, W::k_cent) && CentsFit(at)) {
    Unit cents{at + 1, FigureKind::kMoney,
               std::string(p_.lexicon->Text(p_.tokens[at].word, W::k_cent))};
    cents.cents = true;
    return cents;
  }
  if (p_.Has(at, W::k_currency_code) && p_.tokens[at].size == 3 &&
      p_.tokens[at].is(kAllCaps)) {
    return {
        at + 1, FigureKind::kMoney,
        std::string(p_.lexicon->Text(p_.tokens[at].word, W::k_currency_code))};
  }
  auto named = p_.Match(at, W::k_unit, limit_);
  if (named.length == 0) return unit;
  unit.last = at + named.length;
  unit.text = named.text;
  unit.kind = KindOf(named.text);
  if (named.length == 1 && p_.tokens[at].size <= 2 && Ambiguous(at)) {
    return {};
  }
  if (unit.text == "pound-mass") unit.text = "pound";
  return unit;
}

FigureKind FigureWords::KindOf(std::string_view unit) {
  if (unit == "percent") return FigureKind::kPercent;
  if (unit == "percentage_point") return FigureKind::kPercentagePoint;
  if (unit == "basis_point") return FigureKind::kBasisPoint;
  return FigureKind::kQuantity;
}

bool FigureWords::CentsFit(uint32_t at) const {
  return p_.tokens[at].size > 2 || !Space(at);
}

bool FigureWords::Ambiguous(uint32_t at) const {
  bool touches = !Space(at);
  bool function =
      In(p_.word(at).preferred, Bit(Tag::kIN) | Bit(Tag::kDT) | Bit(Tag::kVBP));
  return function ? true : p_.tokens[at].size == 1 && !touches;
}

bool FigureWords::IsWeight(uint32_t at,
                           const Passage::ClassMatch& match) const {
  if (match.text != "GBP" || match.length > 1) return false;
  if (!p_.str(at).starts_with("pound")) return false;
  return at + 1 < limit_ && p_.IsWord(at + 1, "of");
}

uint32_t FigureWords::PerAfter(uint32_t at) const {
  if (at + 1 >= limit_) return at;
  bool per = p_.IsWord(at, "per") || p_.IsWord(at, "a") ||
             p_.IsWord(at, "an") || p_.IsWord(at, "each");
  if (!per) return at;
  if (p_.Has(at + 1, W::k_period_unit) || p_.Has(at + 1, W::k_unit) ||
      p_.IsWord(at + 1, "share") || p_.IsWord(at + 1, "person") ||
      p_.IsWord(at + 1, "head") || p_.IsWord(at + 1, "user")) {
    return at + 2;
  }
  return at;
}

uint32_t FigureWords::CountedNoun(uint32_t at) const {
  uint32_t head = 0;
  uint32_t end = std::min(limit_, at + 5);
  for (uint32_t i = at; i < end; ++i) {
    if (calendar_[i] || !p_.Tagged(i, kPremodifier)) break;
    if (p_.tokens[i].kind != TokenKind::kWord) break;
    if (p_.Tagged(i, kNounTags)) head = i;
    if (p_.Tagged(i, Bit(Tag::kNNS))) break;
    if (p_.Tagged(i, Bit(Tag::kNNP))) {
      // "5,000 Google employees" goes on, "15 Pro" does not.
      continue;
    }
  }
  return head;
}

bool FigureWords::PartOfName(uint32_t i, uint32_t last) const {
  if (i == first_ || !Space(i)) {
    return i > first_ && !Space(i) && Hyphen(i - 1) && i >= first_ + 2 &&
           p_.Tagged(i - 2, Bit(Tag::kNNP)) && !Space(i - 1);
  }
  if (!p_.Tagged(i - 1, Bit(Tag::kNNP))) {
    return p_.IsWord(i - 1, "chapter") || p_.IsWord(i - 1, "section") ||
           p_.IsWord(i - 1, "page") || p_.IsWord(i - 1, "article");
  }
  if (i - 1 == first_ && p_.tokens[i - 1].word != 0 && !p_.word(i - 1).proper) {
    return false;
  }
  return !(last < limit_ && p_.Tagged(last, Bit(Tag::kNNS)));
}

bool FigureWords::NoFigure(uint32_t i, uint32_t last) const {
  const Token& token = p_.tokens[i];
  if (token.kind != TokenKind::kNumber) return false;
  // Times and scores: "10:30", "3-2", "555-1234", "1.2.3".
  if (last < limit_ && !Space(last) && (p_.Is(last, ":") || p_.Is(last, "/"))) {
    return true;
  }
  if (i > first_ && !Space(i) &&
      (p_.Is(i - 1, ":") || p_.Is(i - 1, "/") || p_.Is(i - 1, "#"))) {
    return true;
  }
  if (Hyphen(last) && last + 1 < limit_ && !Space(last + 1) &&
      p_.tokens[last + 1].kind == TokenKind::kNumber) {
    return true;  // a range would have been taken before
  }
  if (Hyphen(i - 1) && i >= first_ + 2 && !Space(i) &&
      p_.tokens[i - 2].kind == TokenKind::kNumber) {
    return true;
  }
  // Ordinals: "4th".
  if (last < limit_ && !Space(last) &&
      p_.tokens[last].kind == TokenKind::kWord) {
    std::string_view s = p_.str(last);
    if (p_.Has(last, W::k_ordinal_suffix) || s == "s") {
      return true;
    }
    // "5G", "3D", "10K": a letter that is no unit belongs to a name.
    if (p_.tokens[last].size <= 2) return true;
  }
  return PartOfName(i, last);
}

bool FigureWords::Moves(uint32_t i) const {
  return p_.VerbHas(i, W::k_rise) || p_.VerbHas(i, W::k_fall);
}

std::string FigureWords::Modifier(uint32_t i, uint32_t& start) const {
  // The longest modifier phrase that ends right before `i`.
  uint32_t from = i > first_ + 4 ? i - 4 : first_;
  for (uint32_t k = from; k < i; ++k) {
    if (calendar_[k]) continue;
    auto match = p_.Match(k, W::k_modifier, i);
    // "inches up to 7.9": the word belongs to the verb.
    bool verbal = k > first_ && p_.IsWord(k, "up") &&
                  (Moves(k - 1) || p_.VerbHas(k - 1, W::k_level_verb));
    if (match.length == i - k && !verbal) {
      start = k;
      std::string text(p_.str(p_.span(k, i)));
      std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      });
      return text;
    }
  }
  start = i;
  return {};
}

bool FigureWords::LooksLikeYear(uint32_t i, const NumberMatch& number) const {
  return p_.tokens[i].kind == TokenKind::kNumber && p_.tokens[i].size == 4 &&
         number.value.exponent == 0 && number.value.digits >= 1500 &&
         number.value.digits < 2100;
}

}  // namespace newsdigest
