// Parts of speech: the lexicon's possibilities, decided by neighbours.
//
// A handful of ordered rules; most words have one possibility, and the ones
// that matter here are noun or verb ("shares", "jump", "plans") and past or
// participle ("bought").
#include <algorithm>
#include <bit>

#include "language/possible_tags.h"
#include "language/tag_patterns.h"

namespace newsdigest {
namespace {

constexpr uint32_t kNominal =
    kNounTags | Bit(Tag::kPRP) | Bit(Tag::kCD) | Bit(Tag::kPOS);
constexpr uint32_t kBeforeNoun = Bit(Tag::kDT) | Bit(Tag::kPRPS) |
                                 Bit(Tag::kPOS) | Bit(Tag::kJJ) | Bit(Tag::kCD);

class Tagger : private TagPatterns {
 public:
  explicit Tagger(Passage& passage)
      : TagPatterns(passage), possible_(passage) {}

  void Run() {
    p_.tags.assign(p_.size(), Tag::kNN);
    masks_.assign(p_.size(), 0);
    for (const Sentence& sentence : p_.sentences) {
      for (uint32_t i = sentence.first; i < sentence.last; ++i) {
        uint32_t before = i > sentence.first ? masks_[i - 1] : 0;
        masks_[i] = possible_.Of(sentence, i, before);
      }
      finite_ = relative_ = false;
      for (uint32_t i = sentence.first; i < sentence.last; ++i) {
        p_.tags[i] = Decide(sentence, i);
        NoteClause(i);
      }
    }
  }

 private:
  Tag FirstOf(uint32_t mask, std::initializer_list<Tag> order,
              Tag otherwise) const {
    for (Tag tag : order) {
      if (mask & Bit(tag)) return tag;
    }
    return otherwise;
  }

  Tag Noun(uint32_t mask) const {
    return FirstOf(mask, {Tag::kNN, Tag::kNNS, Tag::kNNP}, Tag::kNN);
  }

  // Whether a verb of moving or reaching may stand ahead in the clause.
  bool MoveAhead(const Sentence& sentence, uint32_t i) const {
    uint32_t end = std::min(sentence.last, i + 8);
    for (uint32_t k = i + 1; k < end; ++k) {
      if (p_.tokens[k].kind == TokenKind::kMark) return false;
      bool moves = (masks_[k] & Bit(Tag::kVBD)) != 0 &&
                   (p_.VerbHas(k, WordClass::k_rise) ||
                    p_.VerbHas(k, WordClass::k_fall) ||
                    p_.VerbHas(k, WordClass::k_level_verb));
      if (moves) return true;
    }
    return false;
  }

  // Whether a preposition that opens no object closes the noun group at `i`.
  bool EndsNoun(const Sentence& sentence, uint32_t i) const {
    return i + 1 < sentence.last && masks_[i + 1] == Bit(Tag::kIN);
  }

  Tag Finite(uint32_t mask) const {
    return FirstOf(mask, {Tag::kVBD, Tag::kVBZ, Tag::kVBP, Tag::kVB},
                   Tag::kVBD);
  }

  Tag Decide(const Sentence& sentence, uint32_t i) const {
    uint32_t mask = masks_[i];
    if (auto set = Settled(sentence, i)) return *set;
    if (p_.IsWord(i, "'s") && mask != Bit(Tag::kNNP)) {
      return Apostrophe(sentence, i);
    }
    // "The 48-year-old joined": a compound that a verb follows is a noun.
    bool acts = i + 2 < sentence.last && (masks_[i + 1] & Bit(Tag::kVBD)) &&
                (p_.tokens[i + 2].is(kCapital) ||
                 (masks_[i + 2] & (Bit(Tag::kDT) | Bit(Tag::kPRPS))));
    bool noun = (mask & Bit(Tag::kJJ)) && Compound(i) &&
                i + 1 < sentence.last && (masks_[i + 1] & kVerbTags) != 0 &&
                !(masks_[i + 1] & kNounTags) &&
                (acts || !(masks_[i + 1] & Bit(Tag::kJJ)));
    if (noun) return Tag::kNN;
    // "The Times first reported".
    bool first = (mask & Bit(Tag::kJJ)) && p_.Has(i, WordClass::k_ordinal) &&
                 i > sentence.first && i + 1 < sentence.last && !finite_ &&
                 p_.Tagged(i - 1, kNounTags | Bit(Tag::kPRP)) &&
                 (masks_[i + 1] & Bit(Tag::kVBD)) &&
                 !(masks_[i + 1] & kNounTags);
    if (first) return Tag::kRB;
    // "has since closed".
    bool since = mask == Bit(Tag::kIN) && i > sentence.first &&
                 IsHave(i - 1) && i + 1 < sentence.last &&
                 (masks_[i + 1] & Bit(Tag::kVBN));
    if (since) return Tag::kRB;
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
    // "was last trading", "was little changed", "will likely receive".
    constexpr uint32_t kAfterBe = Bit(Tag::kVBG) | Bit(Tag::kVBN);
    bool between = (mask & Bit(Tag::kRB)) && (mask & Bit(Tag::kJJ)) &&
                   i > sentence.first && i + 1 < sentence.last;
    bool inside =
        between &&
        ((IsBe(i - 1) && (masks_[i + 1] & kAfterBe)) ||
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
    if (!p_.Tagged(i - 1, kNounTags)) return Tag::kIN;
    // "told workers that layoffs", "said on Monday that it": what is said,
    // where no finite verb follows at once ("the firm that makes").
    bool relative = i + 1 < sentence.last &&
                    (masks_[i + 1] & (kFiniteTags | Bit(Tag::kMD))) != 0 &&
                    !(masks_[i + 1] & (kNounTags | Bit(Tag::kDT) |
                                       Bit(Tag::kPRP) | Bit(Tag::kPRPS)));
    if (relative) return Tag::kWDT;
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
    if ((mask & Bit(Tag::kJJ)) && (mask & kNounTags)) {
      if (noun_next) return preferred == Tag::kJJ ? Tag::kJJ : Noun(mask);
      // "permanent and seasonal workers".
      bool joined = preferred == Tag::kJJ && i + 3 < sentence.last &&
                    (masks_[i + 1] & Bit(Tag::kCC)) &&
                    (masks_[i + 2] & Bit(Tag::kJJ)) &&
                    (masks_[i + 3] & Bit(Tag::kNNS));
      if (joined) return Tag::kJJ;
      // "crude for May delivery".
      if (p_.Has(i, WordClass::k_commodity)) return Noun(mask);
      // "an all-time high".
      bool extreme = p_.Has(i, WordClass::k_extreme) && i > sentence.first &&
                     p_.Tagged(i - 1, kNounTags);
      if (extreme) return Noun(mask);
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

  Tag VerbOrNot(const Sentence& sentence, uint32_t i, uint32_t mask,
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
      return In(before, kArticle) ? Noun(mask) : Tag::kVBD;
    }
    if (!noun) return WithoutNoun(mask, preferred, before);
    return NounOrVerb(sentence, i, mask, preferred, before, start);
  }

  Tag Ing(const Sentence& sentence, uint32_t i, uint32_t mask, Tag before,
          bool start) const {
    bool noun = (mask & (kNounTags | Bit(Tag::kJJ))) != 0;
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
    bool opens = start && (mask & Bit(Tag::kNN)) && i + 1 < sentence.last &&
                 (p_.LemmaHas(i + 1, WordClass::k_measure) ||
                  (p_.Has(i, WordClass::k_measure) &&
                   (masks_[i + 1] & Bit(Tag::kIN)))) &&
                 FiniteAhead(sentence, i);
    if (opens) return Tag::kNN;
    if (!start && noun && In(before, kBeforeNoun)) {
      bool object = i + 1 < sentence.last &&
                    (masks_[i + 1] & (Bit(Tag::kDT) | Bit(Tag::kPRPS)));
      // "both climbing 3%".
      bool moves = i + 1 < sentence.last &&
                   (masks_[i + 1] & (Bit(Tag::kCD) | Bit(Tag::kSYM))) &&
                   (p_.VerbHas(i, WordClass::k_rise) ||
                    p_.VerbHas(i, WordClass::k_fall));
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

  Tag PastOrParticiple(const Sentence& sentence, uint32_t i, uint32_t mask,
                       Tag before, bool start) const {
    bool by = i + 1 < sentence.last && p_.IsWord(i + 1, "by");
    bool percent_by = by && i + 2 < sentence.last &&
                      (masks_[i + 2] & (Bit(Tag::kCD) | Bit(Tag::kSYM)));
    // "Frozen bread rose".
    bool describes = (mask & Bit(Tag::kJJ)) && i + 1 < sentence.last &&
                     (masks_[i + 1] & kNounTags) &&
                     !(masks_[i + 1] & (Bit(Tag::kIN) | Bit(Tag::kPRP)));
    if (start) return describes ? Tag::kJJ : Tag::kVBN;
    // "raises bid": a noun that is a verb in its bare form.
    if (In(before, kFiniteTags) && (mask & Bit(Tag::kVB)) &&
        (mask & kNounTags)) {
      return Noun(mask);
    }
    // "to sell improved ovens": it describes what is acquired.
    if (before == Tag::kVB && i + 1 < sentence.last &&
        (masks_[i + 1] & kNounTags)) {
      return Tag::kJJ;
    }
    // "added 3 million paid users".
    bool counted =
        before == Tag::kCD ||
        (finite_ && i > sentence.first && p_.Has(i - 1, WordClass::k_scale));
    bool counts = counted && i + 1 < sentence.last &&
                  (masks_[i + 1] & kNounTags) != 0;
    if (In(before, kBeforeNoun & ~Bit(Tag::kCD)) || before == Tag::kIN ||
        counts) {
      return Tag::kVBN;
    }
    if (In(before, kNominal)) {
      // "announced a stock split": a noun that is a verb in its bare form.
      bool bare = (mask & Bit(Tag::kVB)) && (mask & kNounTags);
      bool ends = i + 1 >= sentence.last || p_.IsWord(i + 1, "of") ||
                  (masks_[i + 1] & Bit(Tag::kPUNCT));
      if (bare && last_finite_ && (finite_ || ends)) return Noun(mask);
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
      return finite_ || last_finite_ ? Tag::kVBD : Tag::kVBN;
    }
    return Tag::kVBD;
  }

  Tag WithoutNoun(uint32_t mask, Tag preferred, Tag before) const {
    if ((mask & Bit(Tag::kVB)) && (mask & Bit(Tag::kVBP))) {
      if (In(before, Bit(Tag::kNNS) | Bit(Tag::kPRP) | Bit(Tag::kWDT))) {
        return Tag::kVBP;
      }
    }
    if ((mask & Bit(Tag::kJJ)) && In(before, kBeforeNoun)) return Tag::kJJ;
    return preferred;
  }

  Tag NounOrVerb(const Sentence& sentence, uint32_t i, uint32_t mask,
                 Tag preferred, Tag before, bool start) const {
    if (start) {
      // Imperatives are rare in news; a bare verb form starts a noun group.
      bool verb = In(preferred, kVerbTags) && (mask & Bit(Tag::kVBD));
      return verb ? preferred : Noun(mask);
    }
    if (In(before, kBeforeNoun)) {
      // "The company plans": the determiner's noun stood before; here the
      // word directly follows the determiner or adjective.
      bool noun_next =
          i + 1 < sentence.last && (masks_[i + 1] & kNounTags) != 0;
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
    bool plural = before == Tag::kNNS ||
                  (before == Tag::kNNP && In(preferred, kVerbTags));
    bool agrees = (singular && (mask & (Bit(Tag::kVBZ) | Bit(Tag::kVBD)))) ||
                  (plural && (mask & Bit(Tag::kVBP))) ||
                  (before == Tag::kNNS && (mask & Bit(Tag::kVBD)));
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
    bool moves = p_.LemmaHas(i, WordClass::k_security) &&
                 i + 1 < sentence.last &&
                 (masks_[i + 1] & Bit(Tag::kVBD)) != 0 &&
                 (p_.VerbHas(i + 1, WordClass::k_rise) ||
                  p_.VerbHas(i + 1, WordClass::k_fall));
    if (moves) return Noun(mask);
    // "U.S. stock futures".
    bool compound = before == Tag::kNNP && In(preferred, kNounTags) &&
                    !(mask & (Bit(Tag::kVBZ) | Bit(Tag::kVBD))) &&
                    i + 1 < sentence.last && (masks_[i + 1] & Bit(Tag::kNNS));
    if (compound) return Noun(mask);
    // "Gold edges up as": it moves, and which way stands behind it.
    bool ways = i + 1 < sentence.last && (mask & Bit(Tag::kVBZ)) && !finite_ &&
                (p_.VerbHas(i, WordClass::k_level_verb) ||
                 p_.VerbHas(i, WordClass::k_rise) ||
                 p_.VerbHas(i, WordClass::k_fall)) &&
                (masks_[i + 1] & (Bit(Tag::kRB) | Bit(Tag::kIN))) &&
                (p_.Has(i + 1, WordClass::k_rise) ||
                 p_.Has(i + 1, WordClass::k_fall)) &&
                (before == Tag::kNN || before == Tag::kNNP);
    if (ways) return Tag::kVBZ;
    // "Acme, Quill team up on ovens".
    bool phrasal = before == Tag::kNNP && (mask & Bit(Tag::kVBP)) &&
                   !finite_ && i + 2 < sentence.last &&
                   p_.IsWord(i + 1, "up") &&
                   (masks_[i + 2] & (Bit(Tag::kIN) | Bit(Tag::kTO))) &&
                   !FiniteAhead(sentence, i);
    if (phrasal) return Tag::kVBP;
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
        (mask & (Bit(Tag::kVBZ) | Bit(Tag::kVBD))) &&
        In(preferred, kVerbTags)) {
      return Finite(mask);
    }
    // "The finance chief, Jane Porter, plans to retire": no other verb is left.
    bool alone = before == Tag::kPUNCT && p_.Is(i - 1, ",") && !finite_ &&
                 !last_finite_ && (mask & Bit(Tag::kVBZ)) &&
                 i + 2 < sentence.last && p_.IsWord(i + 1, "to") &&
                 (masks_[i + 2] & Bit(Tag::kVB)) &&
                 !FiniteAhead(sentence, i + 2);
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

  // A noun or the finite verb of the noun before it, which it agrees with.
  Tag Agreeing(const Sentence& sentence, uint32_t i, uint32_t mask,
               Tag preferred, Tag before) const {
    // "Acme profit beats estimates, shares rise".
    bool beats = i + 1 < sentence.last && (mask & Bit(Tag::kVBZ)) &&
                 p_.VerbHas(i, WordClass::k_beats) &&
                 p_.LemmaHas(i + 1, WordClass::k_outlook);
    if (beats) return Finite(mask);
    // "reported record profits".
    bool told =
        last_finite_ && before == Tag::kNN && (mask & Bit(Tag::kNNS)) &&
        In(preferred, kNounTags) && p_.LemmaHas(i, WordClass::k_measure) &&
        !(i + 1 < sentence.last &&
          (masks_[i + 1] & (Bit(Tag::kDT) | Bit(Tag::kCD) | Bit(Tag::kSYM))));
    if (told) return Tag::kNNS;
    // "soybean exports to China fell", "oil exports to India hit a record".
    bool measure = before == Tag::kNN && (mask & Bit(Tag::kNNS)) &&
                   p_.LemmaHas(i, WordClass::k_measure) &&
                   i + 1 < sentence.last &&
                   (masks_[i + 1] & (Bit(Tag::kIN) | Bit(Tag::kTO))) &&
                   (FiniteAhead(sentence, i) || MoveAhead(sentence, i));
    if (measure) return Tag::kNNS;
    // "higher passenger numbers for March".
    bool counted = before == Tag::kNN && (mask & Bit(Tag::kNNS)) &&
                   In(preferred, kNounTags) && last_finite_ &&
                   i + 1 < sentence.last && masks_[i + 1] == Bit(Tag::kIN) &&
                   p_.LemmaHas(i, WordClass::k_count_of);
    if (counted) return Tag::kNNS;
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
    bool comma = i + 1 < sentence.last && p_.Is(i + 1, ",");
    // "the Dutch paper goods group,": it governs nothing.
    bool names =
        comma && before == Tag::kNNS && In(preferred, kNounTags) &&
        !(mask & Bit(Tag::kVBD)) && !p_.VerbHas(i, WordClass::k_rise) &&
        !p_.VerbHas(i, WordClass::k_fall) && !p_.VerbHas(i, WordClass::k_say);
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

  PossibleTags possible_;
};

}  // namespace

void TagWords(Passage& passage) { Tagger(passage).Run(); }

}  // namespace newsdigest
