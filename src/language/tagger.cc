// Parts of speech: the lexicon's possibilities, decided by neighbours.
//
// A handful of ordered rules; most words have one possibility, and the ones
// that matter here are noun or verb ("shares", "jump", "plans") and past or
// participle ("bought").
#include <algorithm>
#include <bit>

#include "language/possible_tags.h"
#include "language/verb_tags.h"

namespace newsdigest {
namespace {

class Tagger : private VerbTags {
 public:
  explicit Tagger(Passage& passage) : VerbTags(passage), possible_(passage) {}

  void Run() {
    p_.tags.assign(p_.size(), Tag::kNN);
    masks_.assign(p_.size(), 0);
    for (const Sentence& sentence : p_.sentences) {
      for (uint32_t i = sentence.first; i < sentence.last; ++i) {
        uint32_t before = i > sentence.first ? masks_[i - 1] : 0;
        masks_[i] = possible_.Of(sentence, i, before);
      }
      finite_ = last_finite_ = main_finite_ = false;
      outer_finite_ = relative_ = false;
      for (uint32_t i = sentence.first; i < sentence.last; ++i) {
        p_.tags[i] = Decide(sentence, i);
        NoteClause(i);
      }
      if (!last_finite_) FindVerb(sentence);
    }
  }

 private:
  // A sentence of prose has a verb: where the rules found none, the first noun
  // that may be one and agrees with the word before it. "The Quill 14 sells
  // for $3", "Profits keep rising."
  void FindVerb(const Sentence& sentence) {
    bool prose = !sentence.heading && !sentence.title_case &&
                 sentence.last > sentence.first + 2 &&
                 p_.Is(sentence.last - 1, ".");
    for (uint32_t i = sentence.first + 1; prose && i + 2 < sentence.last; ++i) {
      if (p_.Is(i, ";") || p_.Is(i, ":")) return;
      if (!In(p_.tags[i], kNounTags)) continue;
      if (Tag tag = AgreesLeft(sentence, i); tag != Tag::kPUNCT) {
        p_.tags[i] = tag;
        return;
      }
    }
  }

  // The finite tag that `i` may have beside the noun before it and what stands
  // behind it; kPUNCT: none.
  Tag AgreesLeft(const Sentence& sentence, uint32_t i) const {
    constexpr uint32_t kOpens = Bit(Tag::kDT) | Bit(Tag::kPRPS) |
                                Bit(Tag::kIN) | Bit(Tag::kTO) | Bit(Tag::kVBG) |
                                Bit(Tag::kJJ) | Bit(Tag::kCD) | Bit(Tag::kSYM) |
                                Bit(Tag::kPRP) | Bit(Tag::kNNS);
    int64_t at = Left(sentence, i);
    if (at < sentence.first || !p_.Tagged(i + 1, kOpens)) return Tag::kPUNCT;
    uint32_t left = static_cast<uint32_t>(at);
    uint32_t mask = masks_[i];
    // "The Quill 14 sells".
    bool numbered = p_.Tagged(left, Bit(Tag::kCD)) && left > sentence.first &&
                    (p_.Tagged(left - 1, Bit(Tag::kNNP)) || Hyphen(left - 1));
    bool one = numbered || p_.Tagged(left, Bit(Tag::kNN) | Bit(Tag::kNNP));
    bool many = p_.Tagged(left, Bit(Tag::kNNS));
    if (one && (mask & Bit(Tag::kVBZ))) return Tag::kVBZ;
    // "Norwegians face a vote": a name may be of many.
    many =
        many || (p_.Tagged(left, Bit(Tag::kNNP)) && p_.str(left).back() == 's');
    return many && (mask & Bit(Tag::kVBP)) ? Tag::kVBP : Tag::kPUNCT;
  }

  // Whether `i`, which may be another part of speech too, tells when or how the
  // verb beside it acts.
  bool ActsAsAdverb(const Sentence& sentence, uint32_t i) const {
    uint32_t mask = masks_[i];
    // "The Times first reported".
    bool first = (mask & Bit(Tag::kJJ)) && p_.Has(i, WordClass::k_ordinal) &&
                 i > sentence.first && i + 1 < sentence.last && !finite_ &&
                 p_.Tagged(i - 1, kNounTags | Bit(Tag::kPRP)) &&
                 (masks_[i + 1] & Bit(Tag::kVBD)) &&
                 !(masks_[i + 1] & kNounTags);
    // "The stock just hit".
    bool just = (mask & Bit(Tag::kJJ)) && p_.word(i).preferred == Tag::kRB &&
                i > sentence.first && i + 2 < sentence.last && !finite_ &&
                p_.Tagged(i - 1, kNounTags | Bit(Tag::kPRP)) &&
                (masks_[i + 1] & Bit(Tag::kVBD)) &&
                (masks_[i + 2] & (Bit(Tag::kDT) | Bit(Tag::kPRPS)));
    if (first || just) return true;
    // "closed 70 points lower at 5,891".
    bool points = (mask & Bit(Tag::kJJ)) && (mask & Bit(Tag::kVBP)) &&
                  i > sentence.first + 1 && i + 1 < sentence.last &&
                  p_.tags[i - 2] == Tag::kCD && p_.tags[i - 1] == Tag::kNNS &&
                  (masks_[i + 1] & (Bit(Tag::kIN) | Bit(Tag::kPUNCT)));
    if (points) return true;
    // "would more than double".
    bool than =
        p_.IsWord(i, "than") && i > sentence.first + 1 &&
        p_.IsWord(i - 1, "more") && i + 1 < sentence.last &&
        p_.Has(i + 1, WordClass::k_multiple_verb) &&
        (In(p_.tags[i - 2], Bit(Tag::kMD) | Bit(Tag::kTO)) || IsHave(i - 2));
    if (than) return true;
    // "has since closed".
    bool since = mask == Bit(Tag::kIN) && i > sentence.first && IsHave(i - 1) &&
                 i + 1 < sentence.last && (masks_[i + 1] & Bit(Tag::kVBN));
    if (since) return true;
    // "have both closed".
    bool all = p_.Has(i, WordClass::k_quantifier) && i > sentence.first &&
               (IsHave(i - 1) || IsBe(i - 1)) && i + 1 < sentence.last &&
               (masks_[i + 1] & (Bit(Tag::kVBN) | Bit(Tag::kVBG))) &&
               !(masks_[i + 1] & kNounTags);
    if (all) return true;
    // "the doctor once said".
    return (mask & Bit(Tag::kRB)) && (mask & Bit(Tag::kIN)) &&
           i > sentence.first && p_.Tagged(i - 1, kNounTags) &&
           i + 1 < sentence.last && (masks_[i + 1] & Bit(Tag::kVBD)) &&
           !(masks_[i + 1] & kNounTags) &&
           !(i + 2 < sentence.last &&
             (masks_[i + 2] & (kNounTags | Bit(Tag::kJJ))));
  }

  // "replaced her with a veteran": a pronoun that may be an object or tell
  // whose, where nothing that she has follows.
  bool IsObjectHer(const Sentence& sentence, uint32_t i) const {
    constexpr uint32_t kWhose = Bit(Tag::kPRP) | Bit(Tag::kPRPS);
    constexpr uint32_t kHad = kNounTags | Bit(Tag::kJJ) | Bit(Tag::kRB) |
                              Bit(Tag::kCD) | Bit(Tag::kVBG) | Bit(Tag::kVBN) |
                              Bit(Tag::kSYM);
    return masks_[i] == kWhose && i > sentence.first &&
           (i + 1 == sentence.last ||
            ((masks_[i + 1] & kHad) == 0 && !IsOpenQuote(p_.str(i + 1))));
  }

  Tag Decide(const Sentence& sentence, uint32_t i) const {
    uint32_t mask = masks_[i];
    if (auto set = Settled(sentence, i)) return *set;
    if (p_.IsWord(i, "'s") && mask != Bit(Tag::kNNP)) {
      return Apostrophe(sentence, i);
    }
    if (IsObjectHer(sentence, i)) return Tag::kPRP;
    // "The 48-year-old joined": a compound that a verb follows is a noun.
    bool acts = i + 2 < sentence.last && (masks_[i + 1] & Bit(Tag::kVBD)) &&
                (p_.tokens[i + 2].is(kCapital) ||
                 (masks_[i + 2] & (Bit(Tag::kDT) | Bit(Tag::kPRPS))));
    bool noun = (mask & Bit(Tag::kJJ)) && Compound(i) &&
                i + 1 < sentence.last && (masks_[i + 1] & kVerbTags) != 0 &&
                !(masks_[i + 1] & kNounTags) &&
                (acts || !(masks_[i + 1] & Bit(Tag::kJJ)));
    if (noun) return Tag::kNN;
    if (ActsAsAdverb(sentence, i)) return Tag::kRB;
    if (std::has_single_bit(mask)) return FirstTag(mask);
    Tag preferred = p_.word(i).preferred;
    if (!(mask & Bit(preferred))) preferred = FirstTag(mask);
    if (p_.Is(i, "that") || p_.Is(i, "That")) return That(sentence, i);
    if (p_.IsWord(i, "to")) return Tag::kTO;
    // Closed classes keep their first reading.
    constexpr uint32_t kClosed =
        Bit(Tag::kDT) | Bit(Tag::kPRPS) | Bit(Tag::kPRP) | Bit(Tag::kMD) |
        Bit(Tag::kIN) | Bit(Tag::kCC) | Bit(Tag::kWDT) | Bit(Tag::kWRB);
    if (In(preferred, kClosed)) {
      // "has given $3 million".
      uint32_t k = i;
      while (k > sentence.first + 1 && p_.tags[k - 1] == Tag::kRB) --k;
      bool participle = (mask & Bit(Tag::kVBN)) && k > sentence.first &&
                        (IsHave(k - 1) || IsBe(k - 1));
      if (participle) return Tag::kVBN;
      if (p_.tokens[i].is(kCapital) && (mask & Bit(Tag::kNNP)) &&
          p_.tokens[i].is(kAllCaps)) {
        return Tag::kNNP;
      }
      return preferred;
    }
    // "was last trading", "was little changed", "will likely receive", "had
    // earlier offered".
    constexpr uint32_t kAfterBe = Bit(Tag::kVBG) | Bit(Tag::kVBN);
    bool between = (mask & Bit(Tag::kRB)) && (mask & Bit(Tag::kJJ)) &&
                   i > sentence.first && i + 1 < sentence.last;
    bool inside =
        between &&
        ((IsBe(i - 1) && (masks_[i + 1] & kAfterBe)) ||
         (IsHave(i - 1) && (masks_[i + 1] & Bit(Tag::kVBN)) &&
          !p_.Has(i, WordClass::k_rise) && !p_.Has(i, WordClass::k_fall)) ||
         (p_.tags[i - 1] == Tag::kMD && (masks_[i + 1] & Bit(Tag::kVB))));
    if (inside) return Tag::kRB;
    if (mask & kVerbTags) return VerbOrNot(sentence, i, mask, preferred);
    return AdjectiveOrNoun(sentence, i, mask, preferred);
  }

  static Tag FirstTag(uint32_t mask) {
    return mask == 0 ? Tag::kNN : static_cast<Tag>(std::countr_zero(mask));
  }

  Tag That(const Sentence& sentence, uint32_t i) const {
    if (i == sentence.first) {
      return i + 1 < sentence.last && (masks_[i + 1] & kNounTags) ? Tag::kDT
                                                                  : Tag::kPRP;
    }
    // "one of its "mega-ovens" that".
    uint32_t left = EndsWords(sentence, i - 1) ? i - 2 : i - 1;
    if (!p_.Tagged(left, kNounTags)) return Tag::kIN;
    // "told workers that layoffs", "said on Monday that it": what is said,
    // where no finite verb follows at once ("the firm that makes").
    bool relative = i + 1 < sentence.last &&
                    (masks_[i + 1] & (kFiniteTags | Bit(Tag::kMD))) != 0 &&
                    !(masks_[i + 1] & (kNounTags | Bit(Tag::kDT) |
                                       Bit(Tag::kPRP) | Bit(Tag::kPRPS)));
    // "announced layoffs that will hit", "that hit 300 workers".
    constexpr uint32_t kObject = Bit(Tag::kCD) | Bit(Tag::kDT);
    bool acts =
        i + 2 < sentence.last && !p_.tokens[i + 1].is(kCapital) &&
        (((masks_[i + 1] & Bit(Tag::kMD)) && (masks_[i + 2] & Bit(Tag::kVB))) ||
         ((masks_[i + 1] & Bit(Tag::kVBD)) && (masks_[i + 2] & kObject)));
    if (relative || acts) return Tag::kWDT;
    // "ruled on Monday that it".
    bool dated =
        p_.Has(left, WordClass::k_weekday) ||
        (p_.Has(left, WordClass::k_month) && p_.tokens[left].is(kCapital));
    if (dated) return Tag::kIN;
    for (uint32_t k = i; k > sentence.first && k + 6 > i; --k) {
      if (!p_.Tagged(k - 1, kFiniteTags)) continue;
      return p_.VerbHas(k - 1, WordClass::k_say) ? Tag::kIN : Tag::kWDT;
    }
    return Tag::kWDT;
  }

  Tag Apostrophe(const Sentence& sentence, uint32_t i) const {
    if (i == sentence.first) return Tag::kPOS;
    if (p_.Tagged(i - 1, Bit(Tag::kPRP) | Bit(Tag::kEX) | Bit(Tag::kWDT) |
                             Bit(Tag::kWRB))) {
      return Tag::kVBZ;
    }
    if (i + 1 < sentence.last &&
        (masks_[i + 1] == Bit(Tag::kVBG) || masks_[i + 1] == Bit(Tag::kDT) ||
         p_.Has(i + 1, WordClass::k_negation))) {
      return Tag::kVBZ;
    }
    return Tag::kPOS;
  }

  Tag AdjectiveOrNoun(const Sentence& sentence, uint32_t i, uint32_t mask,
                      Tag preferred) const {
    bool noun_next = i + 1 < sentence.last &&
                     (masks_[i + 1] & kNounTags) != 0 &&
                     !(masks_[i + 1] & Bit(Tag::kIN));
    // "a much higher margin".
    bool degree = (mask & Bit(Tag::kRB)) && i + 1 < sentence.last &&
                  (masks_[i + 1] & Bit(Tag::kJJ)) &&
                  p_.Has(i + 1, WordClass::k_times_what) &&
                  (p_.LemmaHas(i + 1, WordClass::k_rise) ||
                   p_.LemmaHas(i + 1, WordClass::k_fall) ||
                   p_.word(i + 1).lemma != p_.tokens[i + 1].word);
    if (degree) return Tag::kRB;
    if ((mask & Bit(Tag::kJJ)) && (mask & kNounTags)) {
      if (noun_next) return preferred == Tag::kJJ ? Tag::kJJ : Noun(mask);
      // "permanent and seasonal workers".
      bool joined = preferred == Tag::kJJ && i + 3 < sentence.last &&
                    (masks_[i + 1] & Bit(Tag::kCC)) &&
                    (masks_[i + 2] & Bit(Tag::kJJ)) &&
                    (masks_[i + 3] & Bit(Tag::kNNS));
      if (joined) return Tag::kJJ;
      // "an extra 6%", "a record $3 billion".
      constexpr uint32_t kSize = Bit(Tag::kCD) | Bit(Tag::kSYM);
      bool sizes = i > sentence.first && p_.Tagged(i - 1, Bit(Tag::kDT)) &&
                   i + 1 < sentence.last && (masks_[i + 1] & kSize) != 0;
      if (sizes) return Tag::kJJ;
      // "at a P/E multiple of 17".
      bool sized = i > sentence.first && p_.Tagged(i - 1, kNounTags) &&
                   i + 2 < sentence.last && p_.IsWord(i + 1, "of") &&
                   (masks_[i + 2] & (Bit(Tag::kCD) | Bit(Tag::kSYM)));
      if (sized) return Noun(mask);
      // "crude for May delivery".
      if (p_.Has(i, WordClass::k_commodity)) return Noun(mask);
      // "an all-time high", but "keep rates high".
      bool extreme = p_.Has(i, WordClass::k_extreme) && i > sentence.first &&
                     p_.Tagged(i - 1, kNounTags & ~Bit(Tag::kNNS));
      if (extreme) return Noun(mask);
      // "the confectionery firm,".
      bool firm = p_.Has(i, WordClass::k_nominal_company) &&
                  i > sentence.first &&
                  p_.Tagged(i - 1, Bit(Tag::kNN) | Bit(Tag::kNNP));
      if (firm) return Noun(mask);
      bool before =
          i > sentence.first && p_.Tagged(i - 1, kBeforeNoun | Bit(Tag::kIN));
      if (before) return Noun(mask);
      return preferred;
    }
    if ((mask & Bit(Tag::kRB)) && (mask & Bit(Tag::kJJ))) {
      return noun_next ? Tag::kJJ : preferred;
    }
    return preferred;
  }

  PossibleTags possible_;
};

}  // namespace

void TagWords(Passage& passage) { Tagger(passage).Run(); }

}  // namespace newsdigest
