#include "language/noun_or_verb.h"

namespace newsdigest {

Tag NounOrVerbTags::FirstOf(uint32_t mask, std::initializer_list<Tag> order,
                            Tag otherwise) const {
  for (Tag tag : order) {
    if (mask & Bit(tag)) return tag;
  }
  return otherwise;
}

Tag NounOrVerbTags::Noun(uint32_t mask) const {
  return FirstOf(mask, {Tag::kNN, Tag::kNNS, Tag::kNNP}, Tag::kNN);
}

Tag NounOrVerbTags::Finite(uint32_t mask) const {
  return FirstOf(mask, {Tag::kVBD, Tag::kVBZ, Tag::kVBP, Tag::kVB}, Tag::kVBD);
}

Tag NounOrVerbTags::NounOrVerb(const Sentence& sentence, uint32_t i,
                               uint32_t mask, Tag preferred, Tag before,
                               bool start) const {
  bool noun_next = i + 1 < sentence.last && (masks_[i + 1] & kNounTags) != 0;
  bool adjective = (mask & Bit(Tag::kJJ)) && preferred == Tag::kJJ;
  if (start) {
    // "Major U.S. stock indexes".
    if (adjective && noun_next) return Tag::kJJ;
    // Imperatives are rare in news; a bare verb form starts a noun group.
    bool verb = In(preferred, kVerbTags) && (mask & Bit(Tag::kVBD));
    // "Names Jane Porter as its chief", an item of a list without its subject.
    constexpr uint32_t kOpens =
        Bit(Tag::kDT) | Bit(Tag::kPRPS) | Bit(Tag::kCD) | Bit(Tag::kSYM);
    bool item = In(preferred, kVerbTags) && (mask & Bit(Tag::kVBZ)) &&
                i + 1 < sentence.last && (masks_[i + 1] & kOpens) &&
                !FiniteAhead(sentence, i);
    if (item) return Tag::kVBZ;
    return verb ? preferred : Noun(mask);
  }
  if (In(before, kBeforeNoun)) {
    // "The company plans": the determiner's noun stood before; here the
    // word directly follows the determiner or adjective.
    return adjective && noun_next ? Tag::kJJ : Noun(mask);
  }
  if (before == Tag::kIN) {
    // But "on average forecast".
    bool describes = noun_next && !(masks_[i + 1] & kFiniteTags);
    return adjective && describes ? Tag::kJJ : Noun(mask);
  }
  // "opened its "next step" stores".
  if (last_finite_ && AfterQuotedModifier(sentence, i)) return Noun(mask);
  if (IsOfMany(sentence, i, mask, before)) return Tag::kNNS;
  bool singular = before == Tag::kNN || before == Tag::kNNP;
  // "the oil firm".
  bool firm = singular && preferred == Tag::kJJ &&
              p_.Has(i, WordClass::k_nominal_company);
  if (firm) return Noun(mask);
  // "the Czech coal miner": a name is seldom many.
  bool plural =
      before == Tag::kNNS || (before == Tag::kNNP && In(preferred, kVerbTags) &&
                              !NamesOne(sentence, i - 1));
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
  // "the plants we are building", "results he announced", but "Acme says he".
  bool contact = In(before, kNounTags) && (mask & Bit(Tag::kNNS)) &&
                 i + 2 < sentence.last && IsNominative(i + 1) &&
                 !p_.VerbHas(i, WordClass::k_say) &&
                 !p_.VerbHas(i, WordClass::k_embeds);
  if (contact) return Tag::kNNS;
  // "Acme recalls 3,000 ovens, warns of a charge": it has an object.
  bool counts = !finite_ && i > sentence.first && (mask & Bit(Tag::kVBZ)) &&
                In(before, Bit(Tag::kNNP) | Bit(Tag::kNN)) &&
                i + 2 < sentence.last && masks_[i + 1] == Bit(Tag::kCD) &&
                (masks_[i + 2] & kNounTags) &&
                p_.tokens[i + 2].kind == TokenKind::kWord;
  if (counts) return Tag::kVBZ;
  // "since its purchase of Danish rival Quill".
  bool peer = (mask & Bit(Tag::kNN)) && i > sentence.first &&
              p_.Has(i - 1, WordClass::k_demonym) &&
              (p_.LemmaHas(i, WordClass::k_rival) ||
               p_.LemmaHas(i, WordClass::k_nominal_company)) &&
              i + 1 < sentence.last && p_.tokens[i + 1].is(kCapital);
  if (peer) return Tag::kNN;
  // "Acme also reports before the bell and is": behind an adverb no noun goes
  // on.
  bool acts = !finite_ && i > sentence.first + 1 &&
              p_.tags[i - 1] == Tag::kRB && In(p_.tags[i - 2], kNounTags) &&
              (mask & Bit(Tag::kVBZ)) && !p_.Tagged(i - 2, Bit(Tag::kNNS));
  if (acts) return Tag::kVBZ;
  // "a Delaware judge rejected Acme": one name has no verb of many.
  bool disagrees = before == Tag::kNNP && (mask & kNounTags) &&
                   !(mask & (Bit(Tag::kVBZ) | Bit(Tag::kVBD) | Bit(Tag::kJJ) |
                             Bit(Tag::kRB))) &&
                   AfterOneName(sentence, i);
  // "announced a $275 million arms package": one of them.
  bool one = before == Tag::kNNS && (mask & Bit(Tag::kNN)) &&
             OpensWithOne(sentence, i);
  if (disagrees || one) return Noun(mask);
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

bool NounOrVerbTags::IsOfMany(const Sentence& sentence, uint32_t i,
                              uint32_t mask, Tag before) const {
  // "taxes and fines": joined to a noun of its number, with nothing behind
  // that it could govern.
  bool joined = before == Tag::kCC && i > sentence.first + 1 &&
                p_.tags[i - 2] == Tag::kNNS && (mask & Bit(Tag::kNNS)) &&
                (i + 1 >= sentence.last ||
                 (masks_[i + 1] & (Bit(Tag::kIN) | Bit(Tag::kPUNCT))));
  // "its sales and profit forecasts for the year": no measure foresees.
  bool foreseen = In(before, kNounTags) && (mask & Bit(Tag::kNNS)) &&
                  p_.LemmaHas(i, WordClass::k_outlook) &&
                  p_.LemmaHas(i - 1, WordClass::k_measure) &&
                  (i + 1 >= sentence.last ||
                   (masks_[i + 1] & (Bit(Tag::kIN) | Bit(Tag::kPUNCT))));
  // "added 29 Chinese firms": what a number counts.
  bool counted = (mask & Bit(Tag::kNNS)) && i > sentence.first + 1 &&
                 p_.Has(i - 1, WordClass::k_demonym) &&
                 p_.tags[i - 2] == Tag::kCD;
  bool shown = (mask & Bit(Tag::kNNS)) && i + 2 < sentence.last &&
               p_.IsWord(i + 1, "such") && p_.IsWord(i + 2, "as");
  return joined || foreseen || counted || shown;
}

bool NounOrVerbTags::AfterOneName(const Sentence& sentence, uint32_t i) const {
  uint32_t first = i;
  while (first > sentence.first && p_.tags[first - 1] == Tag::kNNP) --first;
  // "the 10-year Treasury note": what a term is of is one.
  bool term = first < i && first > sentence.first + 2 &&
              p_.Has(first - 1, WordClass::k_period_unit) &&
              p_.Is(first - 2, "-");
  return term || (first > sentence.first &&
                  (p_.IsWord(first - 1, "a") || p_.IsWord(first - 1, "an")));
}

bool NounOrVerbTags::OpensWithOne(const Sentence& sentence, uint32_t i) const {
  constexpr uint32_t kInside =
      kNounTags | Bit(Tag::kJJ) | Bit(Tag::kCD) | Bit(Tag::kSYM);
  uint32_t first = i;
  bool sum = false;
  bool count = false;
  while (first > sentence.first && p_.Tagged(first - 1, kInside)) {
    --first;
    sum = sum || p_.Tagged(first, Bit(Tag::kSYM));
    count = count || p_.Tagged(first, Bit(Tag::kCD)) ||
            p_.Has(first, WordClass::k_few) ||
            p_.Has(first, WordClass::k_dozen) ||
            p_.Has(first, WordClass::k_scale) ||
            p_.Has(first, WordClass::k_vague_scale);
  }
  // "a few firms plan", "a record 300 bakers strike": many do.
  return first > sentence.first && (sum || !count) &&
         (p_.IsWord(first - 1, "a") || p_.IsWord(first - 1, "an"));
}

bool NounOrVerbTags::NamesOne(const Sentence& sentence, uint32_t i) const {
  if (!last_finite_ || p_.str(i).back() == 's') return false;
  uint32_t first = i;
  while (first > sentence.first &&
         p_.Tagged(first - 1, kNounTags | Bit(Tag::kJJ))) {
    --first;
  }
  return first > sentence.first &&
         p_.Tagged(first - 1, Bit(Tag::kDT) | Bit(Tag::kPRPS) | Bit(Tag::kPOS));
}

bool NounOrVerbTags::EndsSaid(const Sentence& sentence, uint32_t i,
                              uint32_t mask, Tag preferred) const {
  constexpr uint32_t kMostWords = 6;  // of what was announced
  bool ends = (mask & Bit(Tag::kNNS)) && In(preferred, kNounTags) &&
              (i + 1 >= sentence.last ||
               (masks_[i + 1] & (Bit(Tag::kIN) | Bit(Tag::kPUNCT)))) &&
              !FiniteAhead(sentence, i);
  uint32_t k = i;
  while (ends && k > sentence.first && k + kMostWords > i &&
         p_.Tagged(k - 1, kNounTags | Bit(Tag::kJJ))) {
    --k;
  }
  constexpr uint32_t kOpens = Bit(Tag::kPRPS) | Bit(Tag::kDT);
  bool object =
      ends && k < i && k > sentence.first + 1 && p_.Tagged(k - 1, kOpens);
  if (!object) return false;
  uint32_t verb = k - 2;
  // "wrote down the value of its TV networks".
  if (p_.IsWord(verb, "of") && verb > sentence.first + 3 &&
      p_.Tagged(verb - 1, kNounTags) && p_.Tagged(verb - 2, kOpens)) {
    verb -= 3;
    if (!p_.Tagged(verb, kFiniteTags)) --verb;  // the particle
  }
  if (p_.Tagged(verb, kFiniteTags)) return p_.VerbHas(verb, WordClass::k_say);
  // "It took years to roll out their theme parks."
  bool particle = p_.Has(verb, WordClass::k_verb_particle);
  if (particle && verb > sentence.first + 1) --verb;
  return finite_ && p_.Tagged(verb, Bit(Tag::kVB)) && verb > sentence.first &&
         p_.Tagged(verb - 1, Bit(Tag::kTO));
}

// "after holding early-stage takeover talks": the object of a participle behind
// a preposition, where no finite verb can stand.
bool NounOrVerbTags::EndsGerund(const Sentence& sentence, uint32_t i,
                                uint32_t mask) const {
  constexpr uint32_t kMostWords = 6;
  bool ends = (mask & Bit(Tag::kNNS)) && i + 1 < sentence.last &&
              (masks_[i + 1] & (Bit(Tag::kIN) | Bit(Tag::kPUNCT)));
  uint32_t k = i;
  while (ends && k > sentence.first && k + kMostWords > i &&
         (p_.Tagged(k - 1, kNounTags | Bit(Tag::kJJ)) || p_.Is(k - 1, "-"))) {
    --k;
  }
  return ends && k < i && k > sentence.first + 1 &&
         p_.Tagged(k - 1, Bit(Tag::kVBG)) && p_.Tagged(k - 2, Bit(Tag::kIN));
}

Tag NounOrVerbTags::Agreeing(const Sentence& sentence, uint32_t i,
                             uint32_t mask, Tag preferred, Tag before) const {
  // "Acme profit beats estimates, shares rise".
  bool beats = i + 1 < sentence.last && (mask & Bit(Tag::kVBZ)) &&
               p_.VerbHas(i, WordClass::k_beats) &&
               p_.LemmaHas(i + 1, WordClass::k_outlook);
  if (beats) return Finite(mask);
  // "announced job cuts of up to 300", "job cuts affecting 300 people".
  bool sized =
      (mask & Bit(Tag::kNNS)) && i + 1 < sentence.last &&
      (p_.IsWord(i + 1, "of") || (masks_[i + 1] & Bit(Tag::kVBG))) &&
      (p_.VerbHas(i, WordClass::k_rise) || p_.VerbHas(i, WordClass::k_fall));
  if (sized || JoinedObject(sentence, i, mask, before)) return Tag::kNNS;
  if (IsMeasure(sentence, i, mask, preferred, before)) return Tag::kNNS;
  if (auto tag = BeforeVerb(sentence, i, mask, preferred, before)) {
    return *tag;
  }
  if (EndsSaid(sentence, i, mask, preferred) || EndsGerund(sentence, i, mask)) {
    return Tag::kNNS;
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
  // "The figures show growth slowed".
  bool shows = before == Tag::kNNS && (mask & Bit(Tag::kVBP)) &&
               p_.VerbHas(i, WordClass::k_report_verb) &&
               i + 1 < sentence.last &&
               (masks_[i + 1] & (kNounTags | Bit(Tag::kDT) | Bit(Tag::kPRP))) &&
               !(masks_[i + 1] & Bit(Tag::kVBD)) && FiniteAhead(sentence, i);
  if (shows) return Finite(mask);
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

std::optional<Tag> NounOrVerbTags::OfShares(const Sentence& sentence,
                                            uint32_t i, uint32_t mask,
                                            Tag preferred, Tag before) const {
  // "lifting share prices higher".
  // But "its offer of $14 a share values Quill".
  bool rate = i > sentence.first + 2 && p_.IsWord(i - 2, "a") &&
              p_.tokens[i - 3].kind == TokenKind::kNumber;
  bool quote = i > sentence.first && !rate &&
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
  // "Asia-Pacific shares outside Norway shed 4 percent".
  bool plural = p_.LemmaHas(i, WordClass::k_security) &&
                (mask & Bit(Tag::kNNS)) && i + 1 < sentence.last &&
                (masks_[i + 1] & Bit(Tag::kIN)) && MoveAhead(sentence, i);
  if (plural) return Tag::kNNS;
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

std::optional<Tag> NounOrVerbTags::Phrasal(const Sentence& sentence, uint32_t i,
                                           uint32_t mask, Tag before) const {
  bool acts = (mask & Bit(Tag::kVBZ)) && !finite_ && i + 1 < sentence.last &&
              (before == Tag::kNN || before == Tag::kNNP);
  // "Gold edges up as", "Acme lays off 300, shuts": the way stands behind it.
  bool ways =
      acts &&
      (p_.VerbHas(i, WordClass::k_level_verb) ||
       p_.VerbHas(i, WordClass::k_rise) || p_.VerbHas(i, WordClass::k_fall)) &&
      (masks_[i + 1] & (Bit(Tag::kRB) | Bit(Tag::kIN))) &&
      (p_.Has(i + 1, WordClass::k_rise) || p_.Has(i + 1, WordClass::k_fall));
  if (ways || (acts && p_.IsWord(i + 1, "off"))) return Tag::kVBZ;
  // "Gold, silver fall as": two of them move.
  auto traded = [&](uint32_t k) {
    return p_.LemmaHas(k, WordClass::k_commodity) ||
           p_.LemmaHas(k, WordClass::k_security);
  };
  bool two =
      before == Tag::kNN && (mask & Bit(Tag::kVBP)) && !finite_ &&
      i > sentence.first + 2 && i + 1 < sentence.last &&
      (p_.VerbHas(i, WordClass::k_rise) || p_.VerbHas(i, WordClass::k_fall)) &&
      traded(i - 1) && (p_.IsWord(i - 2, "and") || p_.Is(i - 2, ",")) &&
      traded(i - 3) && (masks_[i + 1] & Bit(Tag::kIN));
  if (two) return Tag::kVBP;
  // "China accounts for 40 percent of sales".
  bool portion = acts && p_.VerbHas(i, WordClass::k_portion) &&
                 i + 2 < sentence.last && p_.IsWord(i + 1, "for") &&
                 (masks_[i + 2] & (Bit(Tag::kCD) | Bit(Tag::kIN)));
  if (portion) return Tag::kVBZ;
  // "Acme, Quill team up on ovens".
  bool phrasal = before == Tag::kNNP && (mask & Bit(Tag::kVBP)) && !finite_ &&
                 i + 2 < sentence.last && p_.IsWord(i + 1, "up") &&
                 (masks_[i + 2] & (Bit(Tag::kIN) | Bit(Tag::kTO))) &&
                 !FiniteAhead(sentence, i);
  if (phrasal) return Tag::kVBP;
  return {};
}

Tag NounOrVerbTags::Leftover(const Sentence& sentence, uint32_t i,
                             uint32_t mask, Tag preferred, Tag before) const {
  // "The finance chief, Jane Porter, plans to retire": no other verb is left.
  bool alone = before == Tag::kPUNCT && p_.Is(i - 1, ",") && !finite_ &&
               !main_finite_ && (mask & Bit(Tag::kVBZ)) &&
               i + 2 < sentence.last;
  bool to_verb = alone && p_.IsWord(i + 1, "to") &&
                 (masks_[i + 2] & Bit(Tag::kVB)) &&
                 !FiniteAhead(sentence, i + 2);
  // "The phone, which came out in May, costs $30".
  bool figure = alone && (masks_[i + 1] & (Bit(Tag::kSYM) | Bit(Tag::kCD))) &&
                !FiniteAhead(sentence, i + 1);
  if (to_verb || figure) return Tag::kVBZ;
  // "a record low of".
  bool extreme = p_.Has(i, WordClass::k_extreme) && i > sentence.first &&
                 p_.Tagged(i - 1, kNounTags) && (mask & Bit(Tag::kNN)) &&
                 i + 1 < sentence.last &&
                 (masks_[i + 1] & (Bit(Tag::kIN) | Bit(Tag::kPUNCT)));
  if (extreme) return Tag::kNN;
  // "a 3.7% advance led", "its 3.7% advance.".
  uint32_t ends = kVerbTags | Bit(Tag::kIN);
  if (p_.LemmaHas(i, WordClass::k_price_move)) {
    ends |= Bit(Tag::kPUNCT) | Bit(Tag::kCC);
  }
  bool measured = before == Tag::kSYM && (mask & Bit(Tag::kNN)) &&
                  i + 1 < sentence.last && (masks_[i + 1] & ends);
  if (measured) return Tag::kNN;
  bool adjective = (mask & Bit(Tag::kJJ)) != 0 &&
                   (preferred == Tag::kJJ || before == Tag::kSYM);
  return adjective ? Tag::kJJ : Noun(mask);
}

bool NounOrVerbTags::IsMeasure(const Sentence& sentence, uint32_t i,
                               uint32_t mask, Tag preferred, Tag before) const {
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

bool NounOrVerbTags::JoinedObject(const Sentence& sentence, uint32_t i,
                                  uint32_t mask, Tag before) const {
  constexpr uint32_t kInside = kNounTags | Bit(Tag::kJJ) | Bit(Tag::kCD);
  bool moves =
      p_.VerbHas(i, WordClass::k_rise) || p_.VerbHas(i, WordClass::k_fall);
  if (before != Tag::kNN || !(mask & Bit(Tag::kNNS)) || !moves) return false;
  constexpr WordClass kJoin = WordClass::k_conjunction_phrase;
  bool joined =
      i + 1 < sentence.last && (masks_[i + 1] == Bit(Tag::kCC) ||
                                p_.Match(i + 1, kJoin, sentence.last).length);
  if (!joined) return false;
  uint32_t verb = i - 1;
  while (verb > sentence.first && p_.Tagged(verb, kInside)) --verb;
  return p_.Tagged(verb, kFiniteTags) && p_.VerbHas(verb, WordClass::k_light);
}

std::optional<Tag> NounOrVerbTags::BeforeVerb(const Sentence& sentence,
                                              uint32_t i, uint32_t mask,
                                              Tag preferred, Tag before) const {
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
  // "Fed holds rates steady", "the bank raises rates".
  bool body = (In(preferred, kVerbTags) || p_.VerbHas(i, WordClass::k_holds)) &&
              before == Tag::kNN &&
              (p_.LemmaHas(i - 1, WordClass::k_nominal_company) ||
               p_.LemmaHas(i - 1, WordClass::k_nominal_org) ||
               p_.LemmaHas(i - 1, WordClass::k_authority));
  bool holds = (after_name || body) && (mask & Bit(Tag::kVBZ)) && verb_next &&
               (masks_[i + 1] & Bit(Tag::kNNS)) &&
               In(p_.word(i + 1).preferred, kNounTags) &&
               !p_.LemmaHas(i, WordClass::k_security) &&
               !p_.LemmaHas(i, WordClass::k_measure) &&
               !FiniteAhead(sentence, i + 1);
  // "The bank sees reduced demand": it describes what the verb acts on.
  bool described = In(preferred, kVerbTags) && (mask & Bit(Tag::kVBZ)) &&
                   i + 2 < sentence.last && (masks_[i + 1] & Bit(Tag::kVBN)) &&
                   (masks_[i + 1] & Bit(Tag::kJJ)) &&
                   (masks_[i + 2] & kNounTags) &&
                   !(masks_[i + 2] & (Bit(Tag::kDT) | Bit(Tag::kPRPS))) &&
                   !FiniteAhead(sentence, i + 1);
  if (object || holds || described) return Finite(mask);
  if (verb_next &&
      (((mask & Bit(Tag::kNNS)) && !noun_next) || In(preferred, kNounTags))) {
    return Noun(mask);
  }
  return {};
}

}  // namespace newsdigest
