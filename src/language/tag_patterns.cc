#include "language/tag_patterns.h"

namespace newsdigest {
namespace {

constexpr uint32_t kDescribed = kNounTags | Bit(Tag::kJJ);
constexpr uint32_t kMostFigure = 6;  // tokens of a figure before its "by"

}  // namespace

std::optional<Tag> TagPatterns::Settled(const Sentence& sentence,
                                        uint32_t i) const {
  uint32_t mask = masks_[i];
  if (OpensAsName(sentence, i)) return Tag::kNNP;
  if (OpensInverted(sentence, i)) return Tag::kVBD;
  if (BesideFigure(sentence, i)) return Tag::kRB;
  // "rose to 3 million Danish crowns": no crowning.
  bool currency = i > sentence.first && (mask & Bit(Tag::kNNS)) &&
                  p_.Match(i - 1, WordClass::k_currency, i + 1).length == 2;
  if (currency) return Tag::kNNS;
  // The prefix and the hyphen stand to the verb as adverbs do.
  if (IsPrefix(i) && PrefixesVerb(sentence, i)) return Tag::kRB;
  bool hyphen =
      i > sentence.first && p_.tags[i - 1] == Tag::kRB && IsPrefix(i - 1);
  if (hyphen) return Tag::kRB;
  bool compound = Compound(i);
  if (compound && (mask & Bit(Tag::kDT))) return Tag::kJJ;  // "first-half"
  if (Describes(sentence, i)) return Tag::kJJ;
  if (IsGoods(sentence, i) || InCompound(sentence, i)) return Tag::kNN;
  if (IsAdverb(sentence, i)) return Tag::kRB;
  if (!compound && !Hyphen(i + 1)) return {};
  // "The 18-year-old hacked Acme".
  bool aged = p_.IsWord(i, "old") && InChain(i) && i + 1 < sentence.last &&
              (masks_[i + 1] & Bit(Tag::kVBD)) && !(masks_[i + 1] & kNounTags);
  if (aged) return Tag::kNN;
  if (auto noun = PhrasalNoun(sentence, i)) return noun;
  if (InChain(i) && p_.tokens[i].kind == TokenKind::kWord &&
      !p_.tokens[i].is(kCapital)) {
    return Tag::kJJ;
  }
  if (OpensCompound(sentence, i)) return Tag::kJJ;
  return {};
}

bool TagPatterns::PrefixesVerb(const Sentence& sentence, uint32_t i) const {
  if (i + 2 >= sentence.last || i == sentence.first) return false;
  uint32_t verb = masks_[i + 2];
  int64_t at = Left(sentence, i);
  if (at < sentence.first) return false;
  uint32_t left = static_cast<uint32_t>(at);
  if (p_.Tagged(left, Bit(Tag::kMD) | Bit(Tag::kTO))) {
    return (verb & Bit(Tag::kVB)) != 0;
  }
  if (IsBe(left) || IsHave(left)) {
    return (verb & (Bit(Tag::kVBN) | Bit(Tag::kVBG))) != 0;
  }
  // "a round co-led by Acme".
  bool reduced = (verb & Bit(Tag::kVBN)) && p_.Tagged(left, kNounTags) &&
                 i + 3 < sentence.last && p_.IsWord(i + 3, "by");
  if (reduced) return true;
  constexpr uint32_t kFinitePast = Bit(Tag::kVBD) | Bit(Tag::kVBZ);
  return p_.Tagged(left, kNounTags | Bit(Tag::kPRP)) && !finite_ &&
         (verb & kFinitePast) && !(verb & kNounTags);
}

std::optional<Tag> TagPatterns::PhrasalNoun(const Sentence& sentence,
                                            uint32_t i) const {
  constexpr uint32_t kBare = Bit(Tag::kVB) | Bit(Tag::kVBP);
  bool verb = i + 2 < sentence.last && Hyphen(i + 1) && (masks_[i] & kBare) &&
              p_.Has(i + 2, WordClass::k_noun_particle);
  bool particle = i > sentence.first + 1 && Hyphen(i - 1) &&
                  p_.Has(i, WordClass::k_noun_particle) &&
                  (masks_[i - 2] & kBare);
  // "a sell-off", but "the roll-out plan", "was told to sign-up".
  bool acts = verb && i > sentence.first && p_.tags[i - 1] == Tag::kTO;
  if (!(verb || particle) || acts) return {};
  bool many = particle && p_.str(i).ends_with('s');
  return many ? Tag::kNNS : Tag::kNN;
}

bool TagPatterns::OpensAsName(const Sentence& sentence, uint32_t i) const {
  return i == sentence.first && i + 1 < sentence.last &&
         (masks_[i] & (Bit(Tag::kVBD) | Bit(Tag::kVBZ))) &&
         p_.tokens[i].is(kCapital) &&
         (masks_[i + 1] & (kFiniteTags | Bit(Tag::kMD))) && IsName(i);
}

bool TagPatterns::OpensInverted(const Sentence& sentence, uint32_t i) const {
  constexpr uint32_t kOther = kDescribed & ~Bit(Tag::kNNP);
  return i == sentence.first && i + 1 < sentence.last &&
         (masks_[i] & Bit(Tag::kVBD)) && p_.tokens[i].is(kCapital) &&
         !p_.tokens[i].is(kAllCaps) && p_.VerbHas(i, WordClass::k_say) &&
         p_.tokens[i + 1].is(kCapital) && (masks_[i + 1] & Bit(Tag::kNNP)) &&
         (!(masks_[i + 1] & kOther) || p_.Has(i + 1, WordClass::k_first_name));
}

bool TagPatterns::IsName(uint32_t i) const {
  for (uint32_t m = p_.phrase_start[i]; m < p_.phrase_start[i + 1]; ++m) {
    const PhraseMatch& phrase = p_.phrases[m];
    if (phrase.last != i + 1) continue;
    for (const model::Surface& surface :
         p_.lexicon->Surfaces(p_.lexicon->node(phrase.node))) {
      if (p_.lexicon->String(surface.text) == p_.str(i)) return true;
    }
  }
  return false;
}

bool TagPatterns::BesideFigure(const Sentence& sentence, uint32_t i) const {
  uint32_t mask = masks_[i];
  bool beside =
      (mask & (Bit(Tag::kRB) | Bit(Tag::kJJ))) && i > sentence.first &&
      !p_.IsWord(i, "up") &&
      (p_.Has(i, WordClass::k_rise) || p_.Has(i, WordClass::k_fall)) &&
      (p_.Tagged(i - 1, Bit(Tag::kSYM)) || p_.IsWord(i - 1, "percent")) &&
      !(i + 1 < sentence.last && (masks_[i + 1] & kNounTags) &&
        !p_.Has(i + 1, WordClass::k_clause_join));
  return beside && !((mask & Bit(Tag::kNN)) && Determined(sentence, i));
}

bool TagPatterns::Determined(const Sentence& sentence, uint32_t i) const {
  uint32_t k = i;
  while (k > sentence.first &&
         (p_.Tagged(k - 1, Bit(Tag::kCD) | Bit(Tag::kSYM)) ||
          p_.IsWord(k - 1, "percent"))) {
    --k;
  }
  return k > sentence.first &&
         p_.Tagged(k - 1, Bit(Tag::kDT) | Bit(Tag::kPRPS) | Bit(Tag::kPOS));
}

bool TagPatterns::IsGoods(const Sentence& sentence, uint32_t i) const {
  if (!(masks_[i] & Bit(Tag::kNN))) return false;
  bool price = i > sentence.first + 1 && p_.Has(i - 1, WordClass::k_currency) &&
               p_.Tagged(i - 1, Bit(Tag::kNN)) &&
               p_.Tagged(i - 2, Bit(Tag::kCD) | Bit(Tag::kJJ));
  bool may = !In(p_.word(i).preferred, kVerbTags) && i + 1 < sentence.last &&
             (price || p_.Has(i, WordClass::k_commodity));
  return may && !((masks_[i + 1] & kDescribed) &&
                  (In(p_.word(i + 1).preferred, kDescribed) ||
                   p_.tokens[i + 1].is(kCapital)));
}

bool TagPatterns::Describes(const Sentence& sentence, uint32_t i) const {
  bool may = i > sentence.first && i + 1 < sentence.last &&
             (masks_[i] & Bit(Tag::kVBD)) &&
             In(p_.word(i).preferred, Bit(Tag::kJJ));
  return may && p_.Tagged(i - 1, kFiniteTags) && !IsBe(i - 1) &&
         !IsHave(i - 1) && (masks_[i + 1] & kDescribed);
}

bool TagPatterns::InCompound(const Sentence& sentence, uint32_t i) const {
  auto opens = [&](uint32_t k) {
    return p_.StartsPhrase(k) &&
           p_.Match(k, WordClass::k_compound, sentence.last).length == 2;
  };
  return opens(i) || (i > sentence.first && opens(i - 1));
}

bool TagPatterns::IsAdverb(const Sentence& sentence, uint32_t i) const {
  auto negates = [&](uint32_t k) {
    return p_.StartsPhrase(k) &&
           p_.Match(k, WordClass::k_negation, sentence.last).length == 2;
  };
  // Not the "to" of "yet to".
  bool second = i > sentence.first && negates(i - 1) && !p_.IsWord(i, "to");
  if (negates(i) || second) return true;
  // "will most likely cut".
  bool modal = (masks_[i] & Bit(Tag::kRB)) && i > sentence.first + 1 &&
               p_.Tagged(i - 1, Bit(Tag::kRB)) &&
               p_.Tagged(i - 2, Bit(Tag::kMD)) && i + 1 < sentence.last &&
               (masks_[i + 1] & Bit(Tag::kVB));
  if (modal) return true;
  if (!p_.Has(i, WordClass::k_floating)) return false;
  // "Acme and Quill, two bakers, each lost".
  bool set_off = i > sentence.first + 1 && p_.Is(i - 1, ",") &&
                 p_.Tagged(i - 2, Bit(Tag::kNNS));
  return i > sentence.first && (p_.Tagged(i - 1, kNounTags) || set_off) &&
         i + 1 < sentence.last &&
         (masks_[i + 1] & (kFiniteTags | Bit(Tag::kVBG))) != 0;
}

bool TagPatterns::OpensCompound(const Sentence& sentence, uint32_t i) const {
  if (i + 2 >= sentence.last || !Hyphen(i + 1)) return false;
  uint32_t mask = masks_[i];
  bool participle =
      (mask & Bit(Tag::kVBG)) && i > sentence.first &&
      p_.Tagged(i - 1, Bit(Tag::kIN) | Bit(Tag::kDT) | Bit(Tag::kPRPS));
  // "long-standing deals", "far-reaching cuts".
  bool manner = (mask & Bit(Tag::kRB)) &&
                (masks_[i + 2] & (Bit(Tag::kVBG) | Bit(Tag::kVBN)));
  return manner || (mask & (Bit(Tag::kDT) | Bit(Tag::kIN) | Bit(Tag::kPRP))) ||
         ((mask & Bit(Tag::kVBN)) && !(mask & kNounTags)) || participle;
}

bool TagPatterns::Suffered(const Sentence& sentence, uint32_t i) const {
  bool heading = sentence.title_case || sentence.heading;
  // "Acme hit with $3 million fine".
  bool struck = heading && i + 1 < sentence.last && p_.IsWord(i + 1, "with") &&
                p_.VerbHas(i, WordClass::k_affects);
  // "Jane Porter named Acme chief".
  bool named =
      heading && i > sentence.first + 1 && i + 2 < sentence.last &&
      p_.VerbHas(i, WordClass::k_asks) &&
      p_.Has(i - 2, WordClass::k_first_name) &&
      (p_.Has(i + 1, WordClass::k_title) || p_.Has(i + 2, WordClass::k_title));
  if (struck || named) return true;
  bool acts =
      p_.VerbHas(i, WordClass::k_rise) || p_.VerbHas(i, WordClass::k_fall) ||
      p_.VerbHas(i, WordClass::k_level_verb) ||
      p_.VerbHas(i, WordClass::k_embeds) || p_.VerbHas(i, WordClass::k_say);
  if (acts || FiniteAhead(sentence, i)) return false;
  constexpr uint32_t kFigure = Bit(Tag::kCD) | Bit(Tag::kSYM);
  uint32_t k = i + 1;
  while (k < sentence.last && k < i + kMostFigure &&
         ((masks_[k] & kFigure) || p_.Has(k, WordClass::k_scale) ||
          p_.Has(k, WordClass::k_currency))) {
    ++k;
  }
  bool agent = k > i + 1 && k + 2 < sentence.last && p_.IsWord(k, "by") &&
               !(masks_[k + 1] & (kFigure | Bit(Tag::kVBG))) &&
               !p_.Has(k + 1, WordClass::k_month) &&
               !p_.Has(k + 2, WordClass::k_part_of);
  // "Acme fined $3 million for": headings tell what was done in the present.
  bool money = k > i + 1 && (p_.Has(i + 1, WordClass::k_currency_symbol));
  bool headline = heading && (k == i + 1 || money) && k < sentence.last &&
                  (masks_[k] & (Bit(Tag::kIN) | Bit(Tag::kTO)));
  return agent || headline;
}

}  // namespace newsdigest
