#include "language/possible_tags.h"

namespace newsdigest {
namespace {

bool EndsWith(std::string_view s, std::string_view end) {
  return s.size() > end.size() + 2 && s.ends_with(end);
}

}  // namespace

uint32_t PossibleTags::Guess(uint32_t i) const {
  std::string_view s = p_.str(i);
  const Token& token = p_.tokens[i];
  if (token.is(kCapital) || token.is(kMixedCase) || token.is(kHasDigit)) {
    return Bit(Tag::kNNP);
  }
  if (EndsWith(s, "ly")) return Bit(Tag::kRB);
  if (EndsWith(s, "ing")) return Bit(Tag::kVBG) | Bit(Tag::kNN);
  if (EndsWith(s, "ed")) return Bit(Tag::kVBD) | Bit(Tag::kVBN);
  for (std::string_view end :
       {"able", "ive", "ous", "ical", "ic", "ish", "less", "ful", "ary"}) {
    if (EndsWith(s, end)) return Bit(Tag::kJJ);
  }
  if (EndsWith(s, "s") && !EndsWith(s, "ss")) return Bit(Tag::kNNS);
  return Bit(Tag::kNN);
}

uint32_t PossibleTags::Of(const Sentence& sentence, uint32_t i,
                          uint32_t before) const {
  const Token& token = p_.tokens[i];
  if (token.kind == TokenKind::kUrl) return Bit(Tag::kSYM);
  if (IsQuoteCode(sentence, i) || ExtendsCode(sentence, i, before)) {
    return Bit(Tag::kSYM);
  }
  if (token.kind == TokenKind::kNumber) {
    return Bit(EndsKnownName(sentence, i) ? Tag::kNNP : Tag::kCD);
  }
  const model::Word& word = p_.word(i);
  if (token.kind == TokenKind::kMark) {
    if (word.tags & Bit(Tag::kPOS)) return Bit(Tag::kPOS);
    if (p_.Is(i, "&")) return Bit(Tag::kCC);
    bool symbol = p_.Is(i, "$") || p_.Is(i, "%") ||
                  p_.Has(i, WordClass::k_currency_symbol);
    return Bit(symbol ? Tag::kSYM : Tag::kPUNCT);
  }
  if (OpensWithName(sentence, i)) return Bit(Tag::kNNP);
  if (p_.CountsMany(i)) return Bit(Tag::kNNS);
  // "Kohl's": no possessive.
  bool name_end = p_.IsWord(i, "'s") && EndsKnownName(sentence, i);
  if (name_end) return Bit(Tag::kNNP);
  bool inside =
      i > sentence.first && !sentence.title_case && !IsOpenQuote(p_.str(i - 1));
  if (inside && token.is(kCapital) &&
      (!(word.tags & (Bit(Tag::kPRP) | Bit(Tag::kDT))) || token.is(kAllCaps))) {
    // A capital inside a sentence: a name, unless it is a function word.
    constexpr uint32_t kFunction = Bit(Tag::kIN) | Bit(Tag::kCC) |
                                   Bit(Tag::kTO) | Bit(Tag::kMD) |
                                   Bit(Tag::kPRPS) | Bit(Tag::kWDT);
    bool month = p_.Has(i, WordClass::k_month);  // "in May"
    if (!(word.tags & kFunction) || token.is(kAllCaps) || month) {
      return Bit(Tag::kNNP);
    }
    return word.tags | Bit(Tag::kNNP);
  }
  // "US stocks rose": no pronoun, and "UPS said" no verb.
  constexpr uint32_t kJoins = Bit(Tag::kDT) | Bit(Tag::kIN) | Bit(Tag::kCC) |
                              Bit(Tag::kTO) | Bit(Tag::kWDT) | Bit(Tag::kWRB);
  bool shouts = token.is(kAllCaps) && token.size > 1 && !(word.tags & kJoins) &&
                i + 1 < sentence.last && !p_.tokens[i + 1].is(kAllCaps);
  if (shouts) return Bit(Tag::kNNP);
  if (token.word == 0 || word.tags == 0) return Guess(i);
  if (EndsTerm(i) || EndsCurrency(sentence, i)) {
    // "Jobless claims fall".
    bool many = (word.tags & Bit(Tag::kNNS)) && word.lemma != token.word;
    return Bit(many ? Tag::kNNS : Tag::kNN);
  }
  // "a losing streak", "housing starts", "heating oil", "managing director".
  if ((word.tags & Bit(Tag::kVBG)) &&
      (p_.Match(i, WordClass::k_extreme, i + 2).length == 2 ||
       p_.Match(i, WordClass::k_measure, i + 2).length == 2 ||
       p_.Match(i, WordClass::k_commodity, i + 2).length == 2 ||
       p_.Match(i, WordClass::k_title, i + 2).length == 2)) {
    return Bit(Tag::kJJ);
  }
  if (p_.Has(i, WordClass::k_number)) {
    return Bit(Tag::kCD) | (word.tags & (Bit(Tag::kPRP) | Bit(Tag::kNN)));
  }
  bool joins = word.tags & kJoins;  // "Shares Fell As Costs Rose"
  if (sentence.title_case && token.is(kCapital) && word.proper && !joins) {
    return Bit(Tag::kNNP);
  }
  if (IsQuotedTerm(sentence, i)) {
    return Bit(Tag::kNN) | (word.tags & Bit(Tag::kJJ));
  }
  return word.tags;
}

// "cut it to "underperform"": a word alone in marks that governs nothing.
bool PossibleTags::IsQuotedTerm(const Sentence& sentence, uint32_t i) const {
  constexpr uint32_t kBase = Bit(Tag::kVB) | Bit(Tag::kVBP);
  constexpr uint32_t kOpensObject =
      Bit(Tag::kDT) | Bit(Tag::kPRP) | Bit(Tag::kPRPS);
  if (!(p_.word(i).tags & kBase) || i < sentence.first + 2) return false;
  if (i + 2 >= sentence.last || !IsOpenQuote(p_.str(i - 1))) return false;
  if (!IsCloseQuote(p_.str(i + 1))) return false;
  uint32_t before = p_.word(i - 2).tags;
  return !(before & (Bit(Tag::kMD) | Bit(Tag::kPRP))) &&
         !(p_.word(i + 2).tags & kOpensObject);
}

bool PossibleTags::IsQuoteCode(const Sentence& sentence, uint32_t i) const {
  auto code = [&](uint32_t k) {
    const Token& token = p_.tokens[k];
    return token.is(kAllCaps) || (token.is(kHasDigit) && token.is(kCapital));
  };
  uint32_t colon = i;
  if (!p_.Is(colon, ":")) {
    if (!code(i)) return false;
    colon = i + 1 < sentence.last && p_.Is(i + 1, ":") ? i + 1 : i - 1;
  }
  if (colon <= sentence.first + 1 || colon + 1 >= sentence.last) return false;
  if (!p_.Is(colon, ":") || p_.tokens[colon].is(kSpaceBefore)) return false;
  return !p_.tokens[colon + 1].is(kSpaceBefore) && code(colon - 1) &&
         code(colon + 1) && p_.tokens[colon - 1].is(kSpaceBefore) &&
         p_.tokens[colon - 2].kind == TokenKind::kWord;
}

bool PossibleTags::ExtendsCode(const Sentence& sentence, uint32_t i,
                               uint32_t before) const {
  if (i < sentence.first + 3 || before != Bit(Tag::kSYM)) return false;
  if (p_.tokens[i].is(kSpaceBefore)) return false;
  bool stop = p_.Is(i, ".") && i + 1 < sentence.last &&
              p_.tokens[i + 1].kind == TokenKind::kNumber &&
              !p_.tokens[i + 1].is(kSpaceBefore) &&
              p_.tokens[i - 1].kind == TokenKind::kWord;
  bool rest = p_.tokens[i].kind == TokenKind::kNumber && p_.Is(i - 1, ".");
  return stop || rest;
}

bool PossibleTags::OpensWithName(const Sentence& sentence, uint32_t i) const {
  constexpr uint32_t kReach = 6;  // tokens of a name
  uint32_t first = sentence.first;
  if (i >= first + kReach || !p_.tokens[i].is(kCapital)) return false;
  for (uint32_t m = p_.phrase_start[first]; m < p_.phrase_start[first + 1];
       ++m) {
    const PhraseMatch& phrase = p_.phrases[m];
    if (phrase.last <= i || phrase.last >= sentence.last) continue;
    bool alone = phrase.last == first + 1;
    bool adjective = alone && !(p_.word(i).tags & kNounTags) &&
                     (p_.word(i + 1).tags & (Bit(Tag::kVBD) | Bit(Tag::kVBZ)));
    if (alone && !adjective) continue;
    std::string_view text = p_.str(p_.span(first, phrase.last));
    for (const model::Surface& surface :
         p_.lexicon->Surfaces(p_.lexicon->node(phrase.node))) {
      if (p_.lexicon->String(surface.text) == text) return true;
    }
  }
  return false;
}

bool PossibleTags::EndsTerm(uint32_t i) const {
  return i > 0 && p_.word(i - 1).starts_phrase &&
         (p_.Match(i - 1, WordClass::k_measure, i + 1).length == 2 ||
          p_.Match(i - 1, WordClass::k_title, i + 1).length == 2);
}

// "the Brazilian real fell", "the real fell", but "Brazilian real estate", "the
// Korean won a medal".
bool PossibleTags::EndsCurrency(const Sentence& sentence, uint32_t i) const {
  if (i == sentence.first || i + 1 >= sentence.last) return false;
  bool finite = (p_.word(i + 1).tags & (kFiniteTags | Bit(Tag::kMD))) != 0;
  if (finite && p_.IsWord(i - 1, "the") && p_.Has(i, WordClass::k_currency)) {
    return true;
  }
  return finite && p_.tokens[i - 1].is(kCapital) &&
         p_.word(i - 1).starts_phrase &&
         p_.Match(i - 1, WordClass::k_currency, i + 1).length == 2;
}

bool PossibleTags::EndsKnownName(const Sentence& sentence, uint32_t i) const {
  if (i == sentence.first || !p_.tokens[i - 1].is(kCapital)) return false;
  uint32_t from = i > sentence.first + 2 ? i - 2 : sentence.first;
  for (uint32_t k = from; k < i; ++k) {
    for (uint32_t m = p_.phrase_start[k]; m < p_.phrase_start[k + 1]; ++m) {
      const PhraseMatch& phrase = p_.phrases[m];
      if (phrase.last == i + 1 &&
          !p_.lexicon->Surfaces(p_.lexicon->node(phrase.node)).empty()) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace newsdigest
