#include "language/verb_tags.h"

#include <algorithm>

namespace newsdigest {

constexpr uint32_t kNominal =
    kNounTags | Bit(Tag::kPRP) | Bit(Tag::kCD) | Bit(Tag::kPOS);

Tag VerbTags::FirstOf(uint32_t mask, std::initializer_list<Tag> order,
                      Tag otherwise) const {
  for (Tag tag : order) {
    if (mask & Bit(tag)) return tag;
  }
  return otherwise;
}

Tag VerbTags::Noun(uint32_t mask) const {
  return FirstOf(mask, {Tag::kNN, Tag::kNNS, Tag::kNNP}, Tag::kNN);
}

Tag VerbTags::Finite(uint32_t mask) const {
  return FirstOf(mask, {Tag::kVBD, Tag::kVBZ, Tag::kVBP, Tag::kVB}, Tag::kVBD);
}

Tag VerbTags::VerbOrNot(const Sentence& sentence, uint32_t i, uint32_t mask,
                        Tag preferred) const {
  int64_t at = Left(sentence, i);
  bool noun = (mask & kNounTags) != 0;
  Tag before = Tag::kPUNCT;
  uint32_t left = 0;
  if (at >= sentence.first) {
    left = static_cast<uint32_t>(at);
    before = p_.tags[left];
  }
  bool start = at < sentence.first;
  if (mask & Bit(Tag::kVBG)) return Ing(sentence, i, mask, before, start);
  if (!start) {
    if (before == Tag::kTO && (mask & Bit(Tag::kVB))) {
      bool amount = noun && In(preferred, kNounTags) && left > 0 &&
                    In(p_.tags[left - 1], kVerbTags) &&
                    (p_.VerbHas(left - 1, WordClass::k_swings) ||
                     p_.VerbHas(left - 1, WordClass::k_rise) ||
                     p_.VerbHas(left - 1, WordClass::k_fall));
      return amount ? Noun(mask) : Tag::kVB;
    }
    bool asks = before == Tag::kMD || p_.Has(left, WordClass::k_do_verb);
    if (asks && (mask & Bit(Tag::kVB))) return Tag::kVB;
    if (IsHave(left) && (mask & Bit(Tag::kVBN))) return Tag::kVBN;
    if ((IsBe(left) || p_.Has(left, WordClass::k_get)) &&
        (mask & Bit(Tag::kVBN))) {
      return Tag::kVBN;
    }
    if (IsBe(left) && (mask & Bit(Tag::kJJ))) return Tag::kJJ;
    if (before == Tag::kPRP && !p_.IsWord(left, "one") &&
        (mask & kFiniteTags) && !finite_) {
      return Finite(mask);
    }
    if (before == Tag::kWDT && (mask & kFiniteTags)) return Finite(mask);
  }
  // "Acme still has", "sells well": seldom the verb or the noun.
  bool adverb = preferred == Tag::kRB && !start && before != Tag::kTO &&
                !In(before, kBeforeNoun);
  if (adverb) return Tag::kRB;
  // "the Seattle-based retailer": the second half of a compound.
  if (Compound(i) && (mask & Bit(Tag::kVBN))) return Tag::kVBN;
  // "Moody's downgraded Acme": no possessive.
  constexpr uint32_t kOpensObject =
      Bit(Tag::kDT) | Bit(Tag::kPRPS) | Bit(Tag::kPRP) | Bit(Tag::kNNP);
  if (before == Tag::kPOS && (mask & Bit(Tag::kVBD)) && !finite_ &&
      i + 1 < sentence.last && (masks_[i + 1] & kOpensObject) &&
      !FiniteAhead(sentence, i)) {
    return Tag::kVBD;
  }
  // "helped Acme score its best week".
  bool lets = noun && (mask & Bit(Tag::kVB)) && In(before, kNounTags) &&
              OpensObject(sentence, i + 1) && LetsBefore(sentence, i);
  if (lets) return Tag::kVB;
  // "The price cut should help": no verb stands right before a modal one.
  bool modal = noun && In(before, kNounTags | kBeforeNoun) &&
               i + 1 < sentence.last && masks_[i + 1] == Bit(Tag::kMD);
  if (modal) return Noun(mask);
  uint32_t past = Bit(Tag::kVBD) | Bit(Tag::kVBN);
  // "another set of", "a hit": the bare form of a verb that is a noun too.
  bool bare = noun && (mask & Bit(Tag::kVB)) != 0;
  if ((mask & past) == past && !(noun && (bare || In(preferred, kNounTags)) &&
                                 In(before, kBeforeNoun))) {
    return PastOrParticiple(sentence, i, mask, before, start);
  }
  // "rose" has a noun, and is seldom that.
  if ((mask & Bit(Tag::kVBD)) && !(mask & (Bit(Tag::kVBN) | Bit(Tag::kVB))) &&
      noun && !In(preferred, kNounTags)) {
    constexpr uint32_t kArticle = kBeforeNoun & ~Bit(Tag::kCD);
    bool counted = !start && p_.Has(left, WordClass::k_scale);  // "$3 billion"
    return In(before, kArticle) && !counted ? Noun(mask) : Tag::kVBD;
  }
  if (!noun) return WithoutNoun(mask, preferred, before);
  return NounOrVerb(sentence, i, mask, preferred, before, start);
}

Tag VerbTags::Ing(const Sentence& sentence, uint32_t i, uint32_t mask,
                  Tag before, bool start) const {
  bool noun = (mask & (kNounTags | Bit(Tag::kJJ))) != 0;
  // "fast-growing demand", "forward-looking earnings".
  bool half = Compound(i) && i + 1 < sentence.last &&
              (masks_[i + 1] & (kNounTags | Bit(Tag::kJJ))) &&
              !(masks_[i + 1] & (Bit(Tag::kDT) | Bit(Tag::kPRPS)));
  if (half) return Tag::kJJ;
  // "spent $3 billion buying Acme".
  uint32_t left = i > sentence.first ? i - 1 : i;
  bool acts = i > sentence.first && i + 1 < sentence.last &&
              (p_.Has(left, WordClass::k_scale) ||
               p_.tokens[left].kind == TokenKind::kNumber) &&
              (p_.tokens[i + 1].is(kCapital) ||
               (masks_[i + 1] & (Bit(Tag::kDT) | Bit(Tag::kPRPS))));
  if (acts) return Tag::kVBG;
  // "a staggering $3 billion".
  bool sized = before == Tag::kDT && i + 1 < sentence.last &&
               (masks_[i + 1] & Bit(Tag::kSYM)) && (mask & Bit(Tag::kJJ));
  if (sized) return Tag::kJJ;
  // "rising Nordic currencies".
  bool describes = (mask & Bit(Tag::kJJ)) && i + 1 < sentence.last &&
                   (masks_[i + 1] & (kNounTags | Bit(Tag::kJJ))) &&
                   !(masks_[i + 1] & (Bit(Tag::kDT) | Bit(Tag::kPRPS)));
  bool governed = before == Tag::kTO || before == Tag::kIN;
  if (describes && (start || governed || In(before, kBeforeNoun))) {
    return Tag::kJJ;
  }
  // "Trading revenue soared", "Spending on cards rose".
  bool opens =
      start && (mask & Bit(Tag::kNN)) && i + 1 < sentence.last &&
      (p_.LemmaHas(i + 1, WordClass::k_measure) ||
       (p_.Has(i, WordClass::k_measure) && (masks_[i + 1] & Bit(Tag::kIN)))) &&
      FiniteAhead(sentence, i);
  if (opens) return Tag::kNN;
  if (!start && noun && In(before, kBeforeNoun)) {
    bool object = i + 1 < sentence.last &&
                  (masks_[i + 1] & (Bit(Tag::kDT) | Bit(Tag::kPRPS)));
    // "both climbing 3%".
    bool moves =
        i + 1 < sentence.last &&
        (masks_[i + 1] & (Bit(Tag::kCD) | Bit(Tag::kSYM))) &&
        (p_.VerbHas(i, WordClass::k_rise) || p_.VerbHas(i, WordClass::k_fall));
    if (!object && !moves) return (mask & kNounTags) ? Noun(mask) : Tag::kVBG;
  }
  // "said operating profit", "increased spending".
  Tag preferred = p_.word(i).preferred;
  bool next_noun = i + 1 < sentence.last && (masks_[i + 1] & kNounTags) &&
                   !(masks_[i + 1] & (Bit(Tag::kDT) | Bit(Tag::kPRPS)));
  if (preferred == Tag::kJJ && (mask & Bit(Tag::kJJ)) && next_noun) {
    return Tag::kJJ;
  }
  // "while advertising revenue slipped".
  bool sold = preferred == Tag::kNN && (mask & Bit(Tag::kNN)) && next_noun &&
              p_.LemmaHas(i + 1, WordClass::k_measure);
  if (sold) return Tag::kNN;
  bool measured = preferred == Tag::kNN && In(before, kVerbTags) &&
                  !IsBe(static_cast<uint32_t>(Left(sentence, i))) &&
                  p_.Has(i, WordClass::k_measure);
  if (measured && !next_noun) return Tag::kNN;
  // "credit rating": two nouns, where the word is one as often.
  bool compound =
      (before == Tag::kNN || before == Tag::kNNP) && (mask & Bit(Tag::kNN)) &&
      (In(p_.word(i).preferred, kNounTags) || EndsGroup(sentence, i) ||
       (i + 1 < sentence.last && (IsHave(i + 1) || IsBe(i + 1))));
  if (!start && compound) return Tag::kNN;
  return Tag::kVBG;
}

Tag VerbTags::PastOrParticiple(const Sentence& sentence, uint32_t i,
                               uint32_t mask, Tag before, bool start) const {
  bool by = i + 1 < sentence.last && p_.IsWord(i + 1, "by");
  bool percent_by = by && ByFigure(sentence, i + 1);
  // "Frozen bread rose".
  bool describes = (mask & Bit(Tag::kJJ)) && i + 1 < sentence.last &&
                   (masks_[i + 1] & kNounTags) &&
                   !(masks_[i + 1] & (Bit(Tag::kIN) | Bit(Tag::kPRP)));
  if (start) return describes ? Tag::kJJ : Tag::kVBN;
  // "a blow to battered prices".
  if (before == Tag::kTO) return describes ? Tag::kJJ : Tag::kVBN;
  // "raises bid": a noun that is a verb in its bare form.
  if (In(before, kFiniteTags) && (mask & Bit(Tag::kVB)) && (mask & kNounTags)) {
    return Noun(mask);
  }
  // "to sell improved ovens": it describes what is acquired.
  if (before == Tag::kVB && i + 1 < sentence.last &&
      (masks_[i + 1] & kNounTags)) {
    return Tag::kJJ;
  }
  // "added 3 million paid users".
  bool counted = before == Tag::kCD || (finite_ && i > sentence.first &&
                                        p_.Has(i - 1, WordClass::k_scale));
  bool counts =
      counted && i + 1 < sentence.last && (masks_[i + 1] & kNounTags) != 0;
  if (In(before, kBeforeNoun & ~Bit(Tag::kCD)) || before == Tag::kIN ||
      counts) {
    return Tag::kVBN;
  }
  if (In(before, kNominal)) {
    // "announced a stock split": a noun that is a verb in its bare form.
    bool bare = (mask & Bit(Tag::kVB)) && (mask & kNounTags);
    bool of = i + 1 < sentence.last && p_.IsWord(i + 1, "of");
    bool ends = i + 1 >= sentence.last || of ||
                (masks_[i + 1] & Bit(Tag::kPUNCT));
    if (bare && last_finite_ && (finite_ || ends)) return Noun(mask);
    // "a profit forecast of 3%, ..., raised": none of these governs "of"; "the
    // fuel cost, or FC, fell": a verb is still to come.
    bool group = bare && before == Tag::kNN &&
                 (of || (i + 1 < sentence.last && p_.Is(i + 1, ",") &&
                         FiniteAhead(sentence, i)));
    if (group) return Noun(mask);
    if (by && !percent_by) return Tag::kVBN;
    // "the Fed's rate cut on Wednesday is": a verb is still to come.
    bool compound = bare && before == Tag::kNN && !finite_ &&
                    EndsNoun(sentence, i) && FiniteAhead(sentence, i) &&
                    !CommaAhead(i, FiniteAt(sentence, i));
    if (compound) return Noun(mask);
    if (!finite_ && !last_finite_ && Suffered(sentence, i)) return Tag::kVBN;
    if (finite_) {
      // A second finite verb without a join: rather a reduced relative.
      return Tag::kVBN;
    }
    // "the oven that Acme launched in May is".
    if (relative_) return Tag::kVBD;
    uint32_t ahead = FiniteAt(sentence, i);
    if (ahead > 0 && !CommaAhead(i, ahead)) {
      return Reduced(sentence, i) ? Tag::kVBN : Tag::kVBD;
    }
    return Tag::kVBD;
  }
  if (before == Tag::kPUNCT) {
    if (by && !percent_by) return Tag::kVBN;
    // "Acme, founded in 1990, employs".
    if (!finite_ && Inserted(sentence, i)) return Tag::kVBN;
    return finite_ ? Tag::kVBN : Tag::kVBD;
  }
  if (before == Tag::kCC) {
    // "a simple and proven oven", "a simple and proven baking oven".
    constexpr uint32_t kNamed = kNounTags | Bit(Tag::kVBG) | Bit(Tag::kJJ);
    bool joined = (mask & Bit(Tag::kJJ)) && i > sentence.first + 1 &&
                  p_.tags[i - 2] == Tag::kJJ && i + 1 < sentence.last &&
                  (masks_[i + 1] & kNamed) &&
                  !(masks_[i + 1] & (Bit(Tag::kIN) | Bit(Tag::kDT)));
    if (joined) return Tag::kJJ;
    return finite_ || last_finite_ ? Tag::kVBD : Tag::kVBN;
  }
  return Tag::kVBD;
}

Tag VerbTags::WithoutNoun(uint32_t mask, Tag preferred, Tag before) const {
  if ((mask & Bit(Tag::kVB)) && (mask & Bit(Tag::kVBP))) {
    if (In(before, Bit(Tag::kNNS) | Bit(Tag::kPRP) | Bit(Tag::kWDT))) {
      return Tag::kVBP;
    }
  }
  if ((mask & Bit(Tag::kJJ)) && In(before, kBeforeNoun)) return Tag::kJJ;
  return preferred;
}

Tag VerbTags::NounOrVerb(const Sentence& sentence, uint32_t i, uint32_t mask,
                         Tag preferred, Tag before, bool start) const {
  if (start) {
    // Imperatives are rare in news; a bare verb form starts a noun group.
    bool verb = In(preferred, kVerbTags) && (mask & Bit(Tag::kVBD));
    return verb ? preferred : Noun(mask);
  }
  if (In(before, kBeforeNoun)) {
    // "The company plans": the determiner's noun stood before; here the
    // word directly follows the determiner or adjective.
    bool noun_next = i + 1 < sentence.last && (masks_[i + 1] & kNounTags) != 0;
    bool adjective = (mask & Bit(Tag::kJJ)) && preferred == Tag::kJJ;
    return adjective && noun_next ? Tag::kJJ : Noun(mask);
  }
  if (before == Tag::kIN) return Noun(mask);
  // "taxes and fines": joined to a noun of its number, with nothing behind
  // that it could govern.
  bool joined = before == Tag::kCC && i > sentence.first + 1 &&
                p_.tags[i - 2] == Tag::kNNS && (mask & Bit(Tag::kNNS)) &&
                (i + 1 >= sentence.last ||
                 (masks_[i + 1] & (Bit(Tag::kIN) | Bit(Tag::kPUNCT))));
  if (joined) return Tag::kNNS;
  bool singular = before == Tag::kNN || before == Tag::kNNP;
  // "the Czech coal miner": a name is seldom many.
  bool plural =
      before == Tag::kNNS || (before == Tag::kNNP && In(preferred, kVerbTags));
  bool agrees = (singular && (mask & (Bit(Tag::kVBZ) | Bit(Tag::kVBD)))) ||
                (plural && (mask & Bit(Tag::kVBP))) ||
                (before == Tag::kNNS && (mask & Bit(Tag::kVBD)));
  if (auto tag = OfShares(sentence, i, mask, preferred, before)) return *tag;
  if (auto tag = Phrasal(sentence, i, mask, before)) return *tag;
  // "signaled rate cuts.": nothing is left that it could say.
  bool last = last_finite_ && In(before, kNounTags) &&
              (mask & Bit(Tag::kNNS)) && i + 2 >= sentence.last &&
              !p_.VerbHas(i, WordClass::k_say);
  if (last) return Tag::kNNS;
  if (agrees && !finite_) {
    return Agreeing(sentence, i, mask, preferred, before);
  }
  if (before == Tag::kCC && last_finite_ && In(preferred, kVerbTags)) {
    return Finite(mask);
  }
  if ((before == Tag::kPUNCT || before == Tag::kCC) &&
      (last_finite_ || !FiniteAhead(sentence, i)) &&
      (mask & (Bit(Tag::kVBZ) | Bit(Tag::kVBD))) && In(preferred, kVerbTags)) {
    return Finite(mask);
  }
  return Leftover(sentence, i, mask, preferred, before);
}

Tag VerbTags::Agreeing(const Sentence& sentence, uint32_t i, uint32_t mask,
                       Tag preferred, Tag before) const {
  // "Acme profit beats estimates, shares rise".
  bool beats = i + 1 < sentence.last && (mask & Bit(Tag::kVBZ)) &&
               p_.VerbHas(i, WordClass::k_beats) &&
               p_.LemmaHas(i + 1, WordClass::k_outlook);
  if (beats) return Finite(mask);
  if (IsMeasure(sentence, i, mask, preferred, before)) return Tag::kNNS;
  if (auto tag = BeforeVerb(sentence, i, mask, preferred, before)) {
    return *tag;
  }
  bool comma = i + 1 < sentence.last && p_.Is(i + 1, ",");
  // "the Dutch paper goods group,": it governs nothing.
  bool names = comma && before == Tag::kNNS && In(preferred, kNounTags) &&
               !(mask & Bit(Tag::kVBD)) && !p_.VerbHas(i, WordClass::k_rise) &&
               !p_.VerbHas(i, WordClass::k_fall) &&
               !p_.VerbHas(i, WordClass::k_say);
  if (names) return Noun(mask);
  // "Acme names Jane Porter chairman, promotes".
  bool appoints = i + 1 < sentence.last && masks_[i + 1] == Bit(Tag::kNNP) &&
                  p_.VerbHas(i, WordClass::k_asks);
  // "Acme estimates sales will rise".
  bool clause = before == Tag::kNNP && i + 1 < sentence.last &&
                (appoints || p_.VerbHas(i, WordClass::k_say)) &&
                (mask & Bit(Tag::kVBZ)) &&
                (masks_[i + 1] & (kNounTags | Bit(Tag::kDT) | Bit(Tag::kPRP) |
                                  Bit(Tag::kJJ))) &&
                FiniteAhead(sentence, i);
  if (clause) return Finite(mask);
  // "Jane Porter says, ", "Porter says: ".
  bool opens = i + 1 < sentence.last &&
               (p_.Is(i + 1, ":") || IsOpenQuote(p_.str(i + 1)));
  bool says = p_.VerbHas(i, WordClass::k_say) && (mask & kFiniteTags);
  if (says && (comma || opens)) return Finite(mask);
  // "Acme shares, which".
  bool set_off = comma && (mask & Bit(Tag::kNNS));
  if (set_off) return Tag::kNNS;
  uint32_t ahead = FiniteAt(sentence, i);
  if (ahead == 0) return Finite(mask);
  // "Acme signs deal with Quill, weighs offer": a verb of its own clause.
  bool another = before == Tag::kNNP && (mask & Bit(Tag::kVBZ)) &&
                 p_.Is(ahead - 1, ",") && i + 1 < sentence.last &&
                 (masks_[i + 1] & kNounTags) != 0 &&
                 !p_.LemmaHas(i, WordClass::k_security) &&
                 !p_.LemmaHas(i, WordClass::k_measure);
  if (another) return Finite(mask);
  if (i + 1 < sentence.last &&
      (masks_[i + 1] &
       (Bit(Tag::kDT) | Bit(Tag::kPRPS) | Bit(Tag::kPRP) | Bit(Tag::kTO)))) {
    return Finite(mask);
  }
  // "shops open since May sold more".
  if ((mask & Bit(Tag::kJJ)) && before == Tag::kNNS) return Tag::kJJ;
  return Noun(mask);
}

std::optional<Tag> VerbTags::OfShares(const Sentence& sentence, uint32_t i,
                                      uint32_t mask, Tag preferred,
                                      Tag before) const {
  // "lifting share prices higher".
  bool quote = i > sentence.first &&
               p_.LemmaHas(i - 1, WordClass::k_security) &&
               p_.LemmaHas(i, WordClass::k_quote_word);
  if (quote) return Noun(mask);
  // "sending Acme shares down".
  bool directed =
      p_.LemmaHas(i, WordClass::k_security) && (mask & Bit(Tag::kNNS)) &&
      i + 1 < sentence.last &&
      (masks_[i + 1] & (Bit(Tag::kRB) | Bit(Tag::kIN))) &&
      (p_.Has(i + 1, WordClass::k_rise) || p_.Has(i + 1, WordClass::k_fall));
  if (directed) return Tag::kNNS;
  // "the U.S. Treasury yield fell".
  bool moves = p_.LemmaHas(i, WordClass::k_security) && i + 1 < sentence.last &&
               (masks_[i + 1] & Bit(Tag::kVBD)) != 0 &&
               (p_.VerbHas(i + 1, WordClass::k_rise) ||
                p_.VerbHas(i + 1, WordClass::k_fall));
  if (moves) return Noun(mask);
  // "U.S. stock futures".
  bool compound = before == Tag::kNNP && In(preferred, kNounTags) &&
                  !(mask & (Bit(Tag::kVBZ) | Bit(Tag::kVBD))) &&
                  i + 1 < sentence.last && (masks_[i + 1] & Bit(Tag::kNNS));
  if (compound) return Noun(mask);
  return {};
}

std::optional<Tag> VerbTags::Phrasal(const Sentence& sentence, uint32_t i,
                                     uint32_t mask, Tag before) const {
  // "Gold edges up as": it moves, and which way stands behind it.
  bool ways =
      i + 1 < sentence.last && (mask & Bit(Tag::kVBZ)) && !finite_ &&
      (p_.VerbHas(i, WordClass::k_level_verb) ||
       p_.VerbHas(i, WordClass::k_rise) || p_.VerbHas(i, WordClass::k_fall)) &&
      (masks_[i + 1] & (Bit(Tag::kRB) | Bit(Tag::kIN))) &&
      (p_.Has(i + 1, WordClass::k_rise) || p_.Has(i + 1, WordClass::k_fall)) &&
      (before == Tag::kNN || before == Tag::kNNP);
  if (ways) return Tag::kVBZ;
  // "Acme, Quill team up on ovens".
  bool phrasal = before == Tag::kNNP && (mask & Bit(Tag::kVBP)) && !finite_ &&
                 i + 2 < sentence.last && p_.IsWord(i + 1, "up") &&
                 (masks_[i + 2] & (Bit(Tag::kIN) | Bit(Tag::kTO))) &&
                 !FiniteAhead(sentence, i);
  if (phrasal) return Tag::kVBP;
  return {};
}

Tag VerbTags::Leftover(const Sentence& sentence, uint32_t i, uint32_t mask,
                       Tag preferred, Tag before) const {
  // "The finance chief, Jane Porter, plans to retire": no other verb is left.
  bool alone = before == Tag::kPUNCT && p_.Is(i - 1, ",") && !finite_ &&
               !last_finite_ && (mask & Bit(Tag::kVBZ)) &&
               i + 2 < sentence.last && p_.IsWord(i + 1, "to") &&
               (masks_[i + 2] & Bit(Tag::kVB)) && !FiniteAhead(sentence, i + 2);
  if (alone) return Tag::kVBZ;
  // "a record low of".
  bool extreme = p_.Has(i, WordClass::k_extreme) && i > sentence.first &&
                 p_.Tagged(i - 1, kNounTags) && (mask & Bit(Tag::kNN)) &&
                 i + 1 < sentence.last &&
                 (masks_[i + 1] & (Bit(Tag::kIN) | Bit(Tag::kPUNCT)));
  if (extreme) return Tag::kNN;
  // "a 3.7% advance led".
  bool measured = before == Tag::kSYM && (mask & Bit(Tag::kNN)) &&
                  i + 1 < sentence.last &&
                  (masks_[i + 1] & (kVerbTags | Bit(Tag::kIN)));
  if (measured) return Tag::kNN;
  bool adjective = (mask & Bit(Tag::kJJ)) != 0 &&
                   (preferred == Tag::kJJ || before == Tag::kSYM);
  return adjective ? Tag::kJJ : Noun(mask);
}

bool VerbTags::IsMeasure(const Sentence& sentence, uint32_t i, uint32_t mask,
                         Tag preferred, Tag before) const {
  // "reported record profits".
  bool told =
      last_finite_ && before == Tag::kNN && (mask & Bit(Tag::kNNS)) &&
      In(preferred, kNounTags) && p_.LemmaHas(i, WordClass::k_measure) &&
      !(i + 1 < sentence.last &&
        (masks_[i + 1] & (Bit(Tag::kDT) | Bit(Tag::kCD) | Bit(Tag::kSYM))));
  // "soybean exports to China fell", "oil exports to India hit a record".
  bool measure = before == Tag::kNN && (mask & Bit(Tag::kNNS)) &&
                 p_.LemmaHas(i, WordClass::k_measure) &&
                 i + 1 < sentence.last &&
                 (masks_[i + 1] & (Bit(Tag::kIN) | Bit(Tag::kTO))) &&
                 (FiniteAhead(sentence, i) || MoveAhead(sentence, i));
  // "higher passenger numbers for March".
  bool counted = before == Tag::kNN && (mask & Bit(Tag::kNNS)) &&
                 In(preferred, kNounTags) && last_finite_ &&
                 i + 1 < sentence.last && masks_[i + 1] == Bit(Tag::kIN) &&
                 p_.LemmaHas(i, WordClass::k_count_of);
  return told || measure || counted;
}

std::optional<Tag> VerbTags::BeforeVerb(const Sentence& sentence, uint32_t i,
                                        uint32_t mask, Tag preferred,
                                        Tag before) const {
  bool verb_next = i + 1 < sentence.last &&
                   (masks_[i + 1] & kFiniteTags) != 0 &&
                   ((masks_[i + 1] & Bit(Tag::kVBD)) ||
                    !(masks_[i + 1] & (Bit(Tag::kIN) | Bit(Tag::kJJ))));
  // "raises bid", but "shares hit".
  bool noun_next = verb_next && (masks_[i + 1] & Bit(Tag::kVB)) &&
                   (masks_[i + 1] & kNounTags) &&
                   !p_.LemmaHas(i, WordClass::k_security) &&
                   !p_.LemmaHas(i, WordClass::k_measure);
  // "China bans exports": a name that opens the sentence.
  bool opens_name = i == sentence.first + 1 &&
                    p_.tokens[sentence.first].is(kCapital) &&
                    IsName(sentence.first);
  bool after_name = before == Tag::kNNP || opens_name;
  // "Acme eyes rate cuts".
  bool object = noun_next && after_name && i + 2 < sentence.last &&
                (masks_[i + 2] & Bit(Tag::kNNS));
  // "Fed holds rates steady".
  bool holds = after_name && (mask & Bit(Tag::kVBZ)) && verb_next &&
               (masks_[i + 1] & Bit(Tag::kNNS)) &&
               In(p_.word(i + 1).preferred, kNounTags) &&
               !p_.LemmaHas(i, WordClass::k_security) &&
               !p_.LemmaHas(i, WordClass::k_measure) &&
               !FiniteAhead(sentence, i + 1);
  if (object || holds) return Finite(mask);
  if (verb_next &&
      (((mask & Bit(Tag::kNNS)) && !noun_next) || In(preferred, kNounTags))) {
    return Noun(mask);
  }
  return {};
}

}  // namespace newsdigest
