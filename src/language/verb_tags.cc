#include "language/verb_tags.h"

#include <algorithm>

namespace newsdigest {

constexpr uint32_t kNominal =
    kNounTags | Bit(Tag::kPRP) | Bit(Tag::kCD) | Bit(Tag::kPOS);

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
      // "due to lower demand": no infinitive.
      bool compares = (mask & Bit(Tag::kJJ)) && left > sentence.first &&
                      p_.Has(i, WordClass::k_times_what) &&
                      p_.Match(left - 1, WordClass::k_to_noun, i).length == 2;
      // "cut to equal-weight from overweight", but "to double-check it".
      bool grade = (mask & Bit(Tag::kJJ)) && Hyphen(i + 1) &&
                   (i + 3 >= sentence.last ||
                    (masks_[i + 3] &
                     (Bit(Tag::kIN) | Bit(Tag::kCC) | Bit(Tag::kPUNCT))));
      if (compares || grade) return Tag::kJJ;
      // "according to research firm Quill".
      bool source = noun && left > sentence.first &&
                    p_.Match(left - 1, WordClass::k_according, i).length == 2;
      if (source) return Noun(mask);
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
  bool adverb =
      preferred == Tag::kRB && before != Tag::kTO && !In(before, kBeforeNoun);
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
  // "helped stocks rally on Thursday".
  bool moves = before == Tag::kNNS && (mask & Bit(Tag::kVB)) &&
               p_.VerbHas(i, WordClass::k_rise) && i + 1 < sentence.last &&
               (masks_[i + 1] & (Bit(Tag::kIN) | Bit(Tag::kPUNCT))) &&
               LetsBefore(sentence, i);
  // "helped lift sales": what it helped to do.
  constexpr uint32_t kActedOn = kNounTags | Bit(Tag::kDT) | Bit(Tag::kPRPS) |
                                Bit(Tag::kJJ) | Bit(Tag::kCD);
  bool helps = (mask & Bit(Tag::kVB)) && In(before, kVerbTags) &&
               left + 1 == i && p_.VerbHas(left, WordClass::k_lets) &&
               p_.VerbHas(left, WordClass::k_causes) &&
               !p_.LemmaHas(i, WordClass::k_measure) && i + 1 < sentence.last &&
               (masks_[i + 1] & kActedOn) && masks_[i + 1] != Bit(Tag::kIN);
  if (lets || helps || moves) return Tag::kVB;
  if ((mask & Bit(Tag::kVB)) && !start && JoinsInfinitive(sentence, i)) {
    // "and axe 300 jobs": no noun stands before a count.
    bool counts = i + 2 < sentence.last && masks_[i + 1] == Bit(Tag::kCD) &&
                  (masks_[i + 2] & Bit(Tag::kNNS));
    bool verb = !noun || counts || In(preferred, kVerbTags);
    if (verb) return Tag::kVB;
  }
  // "The price cut should help", "the rate cut is meant to help": no verb
  // stands right before an auxiliary one.
  bool auxiliary = noun && In(before, kNounTags | kBeforeNoun) &&
                   i + 1 < sentence.last &&
                   (masks_[i + 1] == Bit(Tag::kMD) || IsBe(i + 1));
  // "a 43% YoY increase".
  bool compared = noun && (mask & Bit(Tag::kVB)) && left > sentence.first &&
                  p_.Has(left, WordClass::k_basis) && p_.Is(left - 1, "%");
  // "according to the oven research firm Quill".
  constexpr uint32_t kMostWords = 8;  // between "to" and the word
  uint32_t source = i;
  while (noun && source > sentence.first + 2 && source + kMostWords > i &&
         In(p_.tags[source - 1], kNounTags | Bit(Tag::kDT) | Bit(Tag::kJJ))) {
    --source;
  }
  bool cited = source < i && i + 1 < sentence.last &&
               p_.tokens[i + 1].is(kCapital) &&
               p_.Match(source - 2, WordClass::k_according, source).length == 2;
  if (auxiliary || compared || cited) return Noun(mask);
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
    // "$3 billion rose", "the industrial average rose 40 points".
    bool by = before == Tag::kJJ && i + 1 < sentence.last &&
              (masks_[i + 1] & (Bit(Tag::kSYM) | Bit(Tag::kCD)));
    bool counted = !start && (p_.Has(left, WordClass::k_scale) || by);
    return In(before, kArticle) && !counted ? Noun(mask) : Tag::kVBD;
  }
  if (!noun) return WithoutNoun(mask, preferred, before);
  return NounOrVerb(sentence, i, mask, preferred, before, start);
}

bool VerbTags::IsActedOn(uint32_t i) const {
  bool moves =
      p_.VerbHas(i, WordClass::k_rise) || p_.VerbHas(i, WordClass::k_fall);
  if (!moves || IsBe(i - 1)) return false;
  return p_.VerbHas(i, WordClass::k_intransitive) ||
         !(p_.VerbHas(i - 1, WordClass::k_embeds) ||
           p_.VerbHas(i - 1, WordClass::k_light) ||
           p_.VerbHas(i - 1, WordClass::k_asks) ||
           p_.VerbHas(i - 1, WordClass::k_lets) ||
           p_.VerbHas(i - 1, WordClass::k_advises));
}

Tag VerbTags::Ing(const Sentence& sentence, uint32_t i, uint32_t mask,
                  Tag before, bool start) const {
  bool noun = (mask & (kNounTags | Bit(Tag::kJJ))) != 0;
  // "a center serving as a hub".
  if (!start && In(before, kNounTags) && p_.IsWord(i + 1, "as")) {
    return Tag::kVBG;
  }
  // "a statement saying, ", "a note saying that".
  bool tells = !start && In(before, kNounTags) && i + 1 < sentence.last &&
               p_.VerbHas(i, WordClass::k_say) &&
               (p_.Is(i + 1, ",") || p_.IsWord(i + 1, "that") ||
                (masks_[i + 1] & Bit(Tag::kPRP)));
  if (tells) return Tag::kVBG;
  // "fast-growing demand", "forward-looking earnings".
  bool half = Compound(i) && i + 1 < sentence.last &&
              (masks_[i + 1] & (kNounTags | Bit(Tag::kJJ))) &&
              !(masks_[i + 1] & (Bit(Tag::kDT) | Bit(Tag::kPRPS)));
  if (half) return Tag::kJJ;
  // "a 40% holding in Acme".
  bool part = !start && (mask & Bit(Tag::kNN)) &&
              p_.Has(i, WordClass::k_share_word) &&
              (p_.Is(i - 1, "%") || p_.IsWord(i - 1, "percent") ||
               p_.IsWord(i - 1, "cent"));
  if (part) return Tag::kNN;
  // "spent $3 billion buying Acme".
  uint32_t left = i > sentence.first ? i - 1 : i;
  bool acts = i > sentence.first && i + 1 < sentence.last &&
              (p_.Has(left, WordClass::k_scale) ||
               p_.tokens[left].kind == TokenKind::kNumber) &&
              (p_.tokens[i + 1].is(kCapital) ||
               (masks_[i + 1] & (Bit(Tag::kDT) | Bit(Tag::kPRPS))));
  if (acts) return Tag::kVBG;
  // "sees revenue coming in at $3 billion".
  uint32_t seen = left;
  while (seen > sentence.first && p_.Tagged(seen, kNounTags | Bit(Tag::kJJ))) {
    --seen;
  }
  bool foreseen = seen < left && In(before, kNounTags) &&
                  p_.Tagged(seen, kFiniteTags) &&
                  p_.lexicon->Text(p_.VerbLemmaId(seen), WordClass::k_embeds) ==
                      "expected" &&
                  i + 1 < sentence.last && (masks_[i + 1] & Bit(Tag::kIN));
  if (foreseen) return Tag::kVBG;
  // "a staggering $3 billion", "the existing 3%".
  bool sized = before == Tag::kDT && i + 1 < sentence.last &&
               (masks_[i + 1] & (Bit(Tag::kSYM) | Bit(Tag::kCD))) &&
               (mask & Bit(Tag::kJJ));
  if (sized) return Tag::kJJ;
  // "rising Nordic currencies".
  bool describes = (mask & Bit(Tag::kJJ)) && i + 1 < sentence.last &&
                   (masks_[i + 1] & (kNounTags | Bit(Tag::kJJ))) &&
                   !(masks_[i + 1] & (Bit(Tag::kDT) | Bit(Tag::kPRPS))) &&
                   !p_.Has(i + 1, WordClass::k_verb_particle) &&
                   !p_.Has(i + 1, WordClass::k_noun_particle);
  // "because of high prices and growing costs", but "by raising prices and
  // growing sales".
  uint32_t joined = left;
  constexpr uint32_t kInGroup = kNounTags | kBeforeNoun;
  bool moves_on = before == Tag::kCC && (p_.VerbHas(i, WordClass::k_rise) ||
                                         p_.VerbHas(i, WordClass::k_fall));
  while (moves_on && joined > sentence.first &&
         p_.Tagged(joined - 1, kInGroup)) {
    --joined;
  }
  bool governed = before == Tag::kTO || before == Tag::kIN ||
                  (joined < left && joined > sentence.first &&
                   p_.Tagged(joined - 1, Bit(Tag::kIN)));
  if (describes && (start || governed || In(before, kBeforeNoun))) {
    return Tag::kJJ;
  }
  if (describes && before == Tag::kVB && IsActedOn(i)) return Tag::kJJ;
  // "Trading revenue soared", "Spending on cards rose".
  bool opens =
      start && (mask & Bit(Tag::kNN)) && i + 1 < sentence.last &&
      (p_.LemmaHas(i + 1, WordClass::k_measure) ||
       (p_.Has(i, WordClass::k_measure) && (masks_[i + 1] & Bit(Tag::kIN)))) &&
      FiniteAhead(sentence, i);
  if (opens) return Tag::kNN;
  // "a court-ordered grounding of jets".
  bool ordered =
      !start && before == Tag::kVBN && Compound(left) && p_.IsWord(i + 1, "of");
  if (ordered) return Tag::kNN;
  if (!start && noun && In(before, kBeforeNoun)) {
    // "an offering that could", "an offering that values".
    bool relative = i + 2 < sentence.last && p_.IsWord(i + 1, "that") &&
                    (masks_[i + 2] & (Bit(Tag::kMD) | kFiniteTags));
    bool object = i + 1 < sentence.last && !relative &&
                  (masks_[i + 1] & (Bit(Tag::kDT) | Bit(Tag::kPRPS)));
    // "both climbing 3%".
    bool moves =
        i + 1 < sentence.last &&
        (masks_[i + 1] & (Bit(Tag::kCD) | Bit(Tag::kSYM))) &&
        (p_.VerbHas(i, WordClass::k_rise) || p_.VerbHas(i, WordClass::k_fall));
    if (!object && !moves) return (mask & kNounTags) ? Noun(mask) : Tag::kVBG;
  }
  // "with the index closing up 2%".
  bool ends =
      !start && In(before, kNounTags) && i + 1 < sentence.last &&
      p_.VerbHas(i, WordClass::k_level_verb) &&
      (p_.Has(i + 1, WordClass::k_rise) || p_.Has(i + 1, WordClass::k_fall)) &&
      (masks_[i + 1] & (Bit(Tag::kRB) | Bit(Tag::kIN)));
  if (ends) return Tag::kVBG;
  // "its purchase of messaging service Quill".
  bool kind = before == Tag::kIN && i + 2 < sentence.last &&
              p_.word(i + 1).preferred == Tag::kNN &&
              !p_.tokens[i + 1].is(kCapital) && masks_[i + 2] == Bit(Tag::kNNP);
  if (kind) return Tag::kNN;
  // "said operating profit", "increased spending".
  Tag preferred = p_.word(i).preferred;
  bool next_noun = i + 1 < sentence.last && (masks_[i + 1] & kNounTags) &&
                   !(masks_[i + 1] & (Bit(Tag::kDT) | Bit(Tag::kPRPS)));
  if (preferred == Tag::kJJ && (mask & Bit(Tag::kJJ)) && next_noun) {
    return Tag::kJJ;
  }
  // "$3 million of funding for the plant".
  bool named =
      preferred == Tag::kNN && (mask & Bit(Tag::kNN)) && before == Tag::kIN &&
      (i + 1 == sentence.last ||
       !(masks_[i + 1] &
         ~(Bit(Tag::kIN) | Bit(Tag::kPUNCT) | Bit(Tag::kCC) | Bit(Tag::kTO))));
  if (named) return Tag::kNN;
  // "while advertising revenue slipped".
  bool sold = preferred == Tag::kNN && (mask & Bit(Tag::kNN)) && next_noun &&
              p_.LemmaHas(i + 1, WordClass::k_measure);
  if (sold) return Tag::kNN;
  bool measured = preferred == Tag::kNN && In(before, kVerbTags) &&
                  !IsBe(static_cast<uint32_t>(Left(sentence, i))) &&
                  p_.Has(i, WordClass::k_measure);
  if (measured && !next_noun) return Tag::kNN;
  // "head of oven purchasing and sales": no one purchases.
  bool field = i > sentence.first + 1 && p_.Tagged(i - 2, Bit(Tag::kIN)) &&
               i + 1 < sentence.last && (masks_[i + 1] & Bit(Tag::kCC));
  // "credit rating": two nouns, where the word is one as often.
  bool compound =
      (before == Tag::kNN || before == Tag::kNNP) && (mask & Bit(Tag::kNN)) &&
      (In(p_.word(i).preferred, kNounTags) || EndsGroup(sentence, i) || field ||
       (i + 1 < sentence.last && (IsHave(i + 1) || IsBe(i + 1))));
  if (!start && compound) return Tag::kNN;
  return Tag::kVBG;
}

bool VerbTags::DescribesSum(const Sentence& sentence, uint32_t i) const {
  uint32_t sum = i;
  while (sum > sentence.first &&
         (p_.Has(sum - 1, WordClass::k_scale) ||
          p_.Tagged(sum - 1, Bit(Tag::kCD) | Bit(Tag::kSYM)))) {
    --sum;
  }
  constexpr uint32_t kOpens = Bit(Tag::kDT) | Bit(Tag::kPRPS);
  return sum < i && sum > sentence.first && i + 1 < sentence.last &&
         p_.Tagged(sum - 1, kOpens | Bit(Tag::kPOS)) &&
         (masks_[i + 1] & kNounTags) && !(masks_[i + 1] & kOpens);
}

bool VerbTags::IsDone(const Sentence& sentence, uint32_t i) const {
  int kind = p_.lexicon->word(p_.word(i - 1).lemma).noun_kind;
  bool doer = kind == model::kNounOfPerson || kind == model::kNounOfGroup ||
              p_.LemmaHas(i - 1, WordClass::k_nominal_company);
  return !doer && i > sentence.first + 1 && i + 1 < sentence.last &&
         !p_.Tagged(i - 2, Bit(Tag::kNNP)) && masks_[i + 1] == Bit(Tag::kIN);
}

Tag VerbTags::PastOrParticiple(const Sentence& sentence, uint32_t i,
                               uint32_t mask, Tag before, bool start) const {
  bool by = i + 1 < sentence.last && p_.IsWord(i + 1, "by");
  bool percent_by = by && ByFigure(sentence, i + 1);
  // "Frozen bread rose".
  bool describes = (mask & Bit(Tag::kJJ)) && i + 1 < sentence.last &&
                   (masks_[i + 1] & kNounTags) &&
                   !(masks_[i + 1] & (Bit(Tag::kIN) | Bit(Tag::kPRP)));
  if (start && ItemActs(sentence, i)) return Tag::kVBD;
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
  // "reported increased sales", but "the ovens Acme sold included timers".
  int64_t left = Left(sentence, i);
  bool object = In(before, kFiniteTags | Bit(Tag::kVBN)) && describes &&
                !(masks_[i + 1] & (Bit(Tag::kDT) | Bit(Tag::kPRPS))) &&
                !IsHave(static_cast<uint32_t>(left)) &&
                !Contact(sentence, static_cast<uint32_t>(left));
  if (object) return Tag::kJJ;
  if (DatesMeasure(sentence, i, before)) return Tag::kJJ;
  // "added 3 million paid users".
  bool counted = before == Tag::kCD || (last_finite_ && i > sentence.first &&
                                        p_.Has(i - 1, WordClass::k_scale));
  bool counts =
      counted && i + 1 < sentence.last && (masks_[i + 1] & kNounTags) != 0;
  if (before == Tag::kPOS && MovesByFigure(sentence, i)) return Tag::kVBD;
  if (DescribesSum(sentence, i)) return Tag::kVBN;
  // "a 30-year fixed mortgage".
  bool term = i > sentence.first + 2 && p_.Is(i - 2, "-") &&
              p_.tags[i - 3] == Tag::kCD && i + 1 < sentence.last &&
              (masks_[i + 1] & kNounTags) && !(masks_[i + 1] & Bit(Tag::kDT));
  if (term) return Tag::kJJ;
  // "a drop in consolidated net profit".
  if (before == Tag::kIN && describes) return Tag::kJJ;
  if (In(before, kBeforeNoun & ~Bit(Tag::kCD)) || before == Tag::kIN ||
      counts) {
    return Tag::kVBN;
  }
  if (In(before, kNominal)) {
    // "announced a stock split": a noun that is a verb in its bare form.
    bool bare = (mask & Bit(Tag::kVB)) && (mask & kNounTags);
    // "cutting its annual profit forecast by 17%": what is cut.
    for (uint32_t k = i; bare && percent_by && k > sentence.first + 1; --k) {
      bool opens = In(p_.tags[k - 1], Bit(Tag::kDT) | Bit(Tag::kPRPS));
      if (!opens && k + 4 > i) continue;
      bool moved = opens && (p_.VerbHas(k - 2, WordClass::k_rise) ||
                             p_.VerbHas(k - 2, WordClass::k_fall));
      if (moved) return Noun(mask);
      break;
    }
    bool of = i + 1 < sentence.last && p_.IsWord(i + 1, "of");
    bool ends =
        i + 1 >= sentence.last || of || (masks_[i + 1] & Bit(Tag::kPUNCT));
    bool noun = finite_ || ends || (before == Tag::kNN && IsDone(sentence, i));
    if (bare && last_finite_ && noun) return Noun(mask);
    // "a profit forecast of 3%, ..., raised": none of these governs "of"; "the
    // fuel cost, or FC, fell": a verb is still to come.
    bool group = bare && before == Tag::kNN &&
                 (of || (i + 1 < sentence.last && p_.Is(i + 1, ",") &&
                         FiniteAhead(sentence, i)));
    if (group) return Noun(mask);
    if (by && !percent_by) return Tag::kVBN;
    // "a lawsuit brought against Acme".
    bool brought =
        In(before, Bit(Tag::kNN) | Bit(Tag::kNNS)) && i + 1 < sentence.last &&
        p_.IsWord(i + 1, "against") && p_.VerbHas(i, WordClass::k_light) &&
        !p_.VerbHas(i, WordClass::k_rise) && !p_.VerbHas(i, WordClass::k_fall);
    if (brought) return Tag::kVBN;
    // "the Fed's rate cut on Wednesday is": a verb is still to come.
    bool compound = bare && before == Tag::kNN && !finite_ &&
                    EndsNoun(sentence, i) && FiniteAhead(sentence, i) &&
                    !CommaAhead(i, FiniteAt(sentence, i));
    if (compound) return Noun(mask);
    if (!finite_ && !last_finite_ && Suffered(sentence, i)) return Tag::kVBN;
    // "probes the complaint Acme filed against".
    if (finite_ && Contact(sentence, i)) return Tag::kVBD;
    // "The bank that paid a fine disclosed it is": the main verb.
    bool says = finite_ && !main_finite_ && i + 1 < sentence.last &&
                p_.VerbHas(i, WordClass::k_say) &&
                (p_.IsWord(i + 1, "it") || IsNominative(i + 1));
    if (says) return Tag::kVBD;
    // "Sales in the countries that share the euro slowed": the main verb.
    if (finite_ && !main_finite_ && !FiniteAhead(sentence, i)) {
      return Tag::kVBD;
    }
    if (finite_) {
      // A second finite verb without a join: rather a reduced relative.
      return Tag::kVBN;
    }
    bool apposed =
        InApposition(sentence, i) && (last_finite_ || Closes(sentence, i));
    if (apposed) return Tag::kVBN;
    // "the oven that Acme launched in May is".
    if (relative_) return Tag::kVBD;
    uint32_t ahead = FiniteAt(sentence, i);
    if (ahead > 0 && !CommaAhead(i, ahead)) {
      bool reduced = Reduced(sentence, i) && !Contact(sentence, i);
      return reduced ? Tag::kVBN : Tag::kVBD;
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

bool VerbTags::DatesMeasure(const Sentence& sentence, uint32_t i,
                            Tag before) const {
  bool tells =
      p_.VerbHas(i, WordClass::k_say) || p_.VerbHas(i, WordClass::k_light);
  bool measured = i + 1 < sentence.last &&
                  (p_.LemmaHas(i + 1, WordClass::k_measure) ||
                   p_.Match(i + 1, WordClass::k_measure, sentence.last).length >
                       1);  // "operating profit"
  return !tells && measured && i > sentence.first &&
         (last_finite_ || FiniteAhead(sentence, i)) &&
         (before == Tag::kCD || p_.Has(i - 1, WordClass::k_period_unit));
}

Tag VerbTags::WithoutNoun(uint32_t mask, Tag preferred, Tag before) const {
  if ((mask & Bit(Tag::kVB)) && (mask & Bit(Tag::kVBP))) {
    if (In(before, Bit(Tag::kNNS) | Bit(Tag::kPRP) | Bit(Tag::kWDT))) {
      return Tag::kVBP;
    }
  }
  // "the direct sales", "from direct buyers".
  constexpr uint32_t kBeforeAdjective = kBeforeNoun | Bit(Tag::kIN);
  if ((mask & Bit(Tag::kJJ)) && In(before, kBeforeAdjective)) return Tag::kJJ;
  return preferred;
}

}  // namespace newsdigest
