#include "language/tag_context.h"

#include <algorithm>
#include <utility>

namespace newsdigest {
namespace {

constexpr uint32_t kMostObject = 8;  // tokens between a verb and its infinitive

}  // namespace

int64_t TagContext::Left(const Sentence& sentence, uint32_t i) const {
  int64_t k = static_cast<int64_t>(i) - 1;
  while (k >= sentence.first &&
         (p_.tags[static_cast<uint32_t>(k)] == Tag::kRB ||
          EndsWords(sentence, static_cast<uint32_t>(k)))) {
    --k;
  }
  return k;
}

bool TagContext::EndsWords(const Sentence& sentence, uint32_t i) const {
  return WordsOpen(sentence, i) < i;
}

uint32_t TagContext::WordsOpen(const Sentence& sentence, uint32_t i) const {
  if (p_.tokens[i].kind != TokenKind::kMark || !IsCloseQuote(p_.str(i))) {
    return i;
  }
  for (uint32_t k = i; k > sentence.first && k + 6 > i; --k) {
    if (QuotedWordsEnd(p_, k - 1, i + 1) == i + 1) return k - 1;
  }
  return i;
}

bool TagContext::AfterQuotedModifier(const Sentence& sentence,
                                     uint32_t i) const {
  if (i == sentence.first) return false;
  uint32_t open = WordsOpen(sentence, i - 1);
  return open + 1 < i && open > sentence.first &&
         In(p_.tags[open - 1],
            Bit(Tag::kDT) | Bit(Tag::kPRPS) | Bit(Tag::kPOS) | Bit(Tag::kJJ));
}

bool TagContext::FiniteAhead(const Sentence& sentence, uint32_t i) const {
  return FiniteAt(sentence, i) > 0;
}

uint32_t TagContext::FiniteAt(const Sentence& sentence, uint32_t i) const {
  uint32_t end = std::min(sentence.last, i + 14);
  for (uint32_t k = i + 1; k < end; ++k) {
    uint32_t m = masks_[k];
    if (m & Bit(Tag::kPOS)) continue;
    // "to cut".
    bool infinitive = (m & Bit(Tag::kVB)) && p_.IsWord(k - 1, "to");
    if (infinitive) continue;
    if (p_.Is(k, ";") || p_.Is(k, ":")) return 0;
    if (m & (Bit(Tag::kWDT) | Bit(Tag::kWRB))) return 0;
    if (OpensClause(sentence, k)) return 0;
    bool past = (m & Bit(Tag::kVBD)) != 0;
    bool noun_next = k + 1 < sentence.last && (masks_[k + 1] & kNounTags);
    bool noun = (m & kNounTags) || ((m & Bit(Tag::kJJ)) && noun_next);
    if (m & Bit(Tag::kMD)) return k;
    // "rose", "fell": nouns too, and seldom.
    bool rather = past && noun && !(m & Bit(Tag::kVBN)) &&
                  In(p_.word(k).preferred, kVerbTags) &&
                  !In(k > 0 ? p_.word(k - 1).preferred : Tag::kPUNCT,
                      Bit(Tag::kDT) | Bit(Tag::kJJ));
    // "lost 0.4 percent": it governs an amount.
    bool amount = past && !(m & Bit(Tag::kVB)) && k + 1 < sentence.last &&
                  (masks_[k + 1] & (Bit(Tag::kCD) | Bit(Tag::kSYM)));
    if (amount) return k;
    if (past && (!noun || rather)) {
      if (!(m & Bit(Tag::kVBN))) return k;
      bool agent = k + 2 < sentence.last && p_.IsWord(k + 1, "by") &&
                   !ByFigure(sentence, k + 1);
      // "stood at $3 million compared to $2 million".
      bool compared = k + 1 < sentence.last && p_.IsWord(k, "compared") &&
                      (p_.IsWord(k + 1, "to") || p_.IsWord(k + 1, "with"));
      if (!agent && !compared) return k;
    }
    if ((m & kFiniteTags) && !(m & (kNounTags | Bit(Tag::kJJ))) &&
        !(m & Bit(Tag::kVBN))) {
      return k;
    }
    if (IsBe(k) || (IsHave(k) && (m & kFiniteTags))) return k;
  }
  return 0;
}

// "when the yuan falls because trade slows", "posts a gain as sales rise": what
// follows is of another clause.
bool TagContext::OpensClause(const Sentence& sentence, uint32_t i) const {
  auto word = p_.Match(i, WordClass::k_subordinator, i + 1);
  if (word.length == 0 || i + 1 >= sentence.last) return false;
  // "The sale, if completed, would be", but "trades at $3, while others fell".
  bool comma = i > sentence.first && p_.Is(i - 1, ",");
  constexpr uint32_t kReach = 40;  // tokens up to the comma that closes it
  uint32_t end = std::min(sentence.last, i + kReach);
  for (uint32_t k = i; comma && k < end; ++k) {
    if (p_.Is(k, ",")) return false;
  }
  if (word.text == "always") return !p_.IsWord(i + 1, "of");
  if (p_.IsWord(i, "when")) return true;
  // But "as of May", "as a group", "as high as".
  constexpr uint32_t kSubject =
      Bit(Tag::kNN) | Bit(Tag::kNNS) | Bit(Tag::kNNP) | Bit(Tag::kPRP);
  return p_.IsWord(i, "as") && (masks_[i + 1] & kSubject) &&
         !(masks_[i + 1] & (Bit(Tag::kIN) | Bit(Tag::kRB)));
}

bool TagContext::InChain(uint32_t i) const {
  bool before = i > 1 && Hyphen(i - 1);
  bool after = Hyphen(i + 1);
  return (before && after) || (after && Hyphen(i + 3)) ||
         (before && i > 3 && Hyphen(i - 3));
}

bool TagContext::Compound(uint32_t i) const {
  bool prefixed = i > 1 && p_.tags[i - 1] == Tag::kRB;
  return i > 1 && Hyphen(i - 1) && !prefixed;
}

bool TagContext::EndsGroup(const Sentence& sentence, uint32_t i) const {
  if (p_.VerbHas(i, WordClass::k_rise) || p_.VerbHas(i, WordClass::k_fall)) {
    return false;
  }
  if (i + 1 >= sentence.last) return true;
  return (masks_[i + 1] & (Bit(Tag::kIN) | Bit(Tag::kPUNCT))) != 0;
}

bool TagContext::IsNominative(uint32_t i) const {
  return p_.IsWord(i, "we") || p_.IsWord(i, "they") || p_.IsWord(i, "he") ||
         p_.IsWord(i, "she") || p_.IsWord(i, "i");
}

bool TagContext::MovesByFigure(const Sentence& sentence, uint32_t i) const {
  bool moves =
      p_.VerbHas(i, WordClass::k_rise) || p_.VerbHas(i, WordClass::k_fall);
  uint32_t sign = i + 2;
  if (!moves || sign + 1 >= sentence.last || !(masks_[i + 1] & Bit(Tag::kCD))) {
    return false;
  }
  if (p_.IsWord(sign, "per")) ++sign;
  bool percent =
      p_.Is(sign, "%") || p_.IsWord(sign, "percent") || p_.IsWord(sign, "cent");
  constexpr uint32_t kEnds = Bit(Tag::kPUNCT) | Bit(Tag::kIN) | Bit(Tag::kTO) |
                             Bit(Tag::kRB) | Bit(Tag::kCC);
  return percent && (masks_[sign + 1] & kEnds);
}

bool TagContext::ItemActs(const Sentence& sentence, uint32_t i) const {
  uint32_t next = i + 1;
  if (!sentence.item || i != sentence.first || next >= sentence.last ||
      p_.LemmaHas(next, WordClass::k_measure) || FiniteAhead(sentence, i)) {
    return false;
  }
  constexpr uint32_t kOpens =
      Bit(Tag::kDT) | Bit(Tag::kPRPS) | Bit(Tag::kCD) | Bit(Tag::kSYM);
  return (masks_[next] & kOpens) != 0 || p_.tokens[next].is(kCapital);
}

bool TagContext::Inserted(const Sentence& sentence, uint32_t i) const {
  bool noun = i > sentence.first + 1 && p_.Is(i - 1, ",") &&
              In(p_.tags[i - 2], kNounTags) && Reduced(sentence, i);
  uint32_t end = std::min(sentence.last, i + 10);
  for (uint32_t k = i + 1; noun && k + 1 < end; ++k) {
    if (!p_.Is(k, ",")) continue;
    // "based in Austin, Texas, employs".
    bool place = p_.tokens[k + 1].is(kCapital) && k + 3 < end &&
                 (p_.Is(k + 2, ",") || p_.Is(k + 3, ","));
    if (place) continue;
    uint32_t next = masks_[k + 1];
    return (next & (kFiniteTags | Bit(Tag::kMD))) &&
           (!(next & kNounTags) || In(p_.word(k + 1).preferred, kVerbTags));
  }
  return false;
}

bool TagContext::CommaAhead(uint32_t i, uint32_t end) const {
  for (uint32_t k = i + 1; k < end; ++k) {
    if (p_.Is(k, ",") || (masks_[k] & (Bit(Tag::kCC) | Bit(Tag::kWRB)))) {
      return true;
    }
    if (p_.VerbHas(i, WordClass::k_say)) return true;
    if ((masks_[k] & (Bit(Tag::kIN) | Bit(Tag::kWDT))) &&
        (p_.IsWord(k, "that") || p_.IsWord(k, "as") || p_.IsWord(k, "after") ||
         p_.IsWord(k, "while") || p_.IsWord(k, "because") ||
         p_.IsWord(k, "since"))) {
      return true;
    }
  }
  return false;
}

bool TagContext::Reduced(const Sentence& sentence, uint32_t i) const {
  uint32_t next = i + 1;
  // "an oven sold locally in May was".
  if (next + 1 < sentence.last && masks_[next] == Bit(Tag::kRB)) ++next;
  // "Acme rolled out a plan priced at $3": it has an object.
  bool phrasal = next + 1 < sentence.last &&
                 p_.Has(next, WordClass::k_verb_particle) &&
                 (masks_[next + 1] & (Bit(Tag::kDT) | Bit(Tag::kPRPS)));
  return !phrasal && next < sentence.last &&
         (masks_[next] & Bit(Tag::kIN)) != 0;
}

bool TagContext::InApposition(const Sentence& sentence, uint32_t i) const {
  constexpr uint32_t kInGroup =
      kNounTags | Bit(Tag::kJJ) | Bit(Tag::kVBN) | Bit(Tag::kCD);
  bool noun = i > sentence.first && p_.tags[i - 1] == Tag::kNN;
  if (!noun || p_.VerbHas(i, WordClass::k_say) || !Reduced(sentence, i)) {
    return false;
  }
  uint32_t k = i;
  while (k > sentence.first &&
         (p_.Tagged(k - 1, kInGroup) || p_.Is(k - 1, "-"))) {
    --k;
  }
  // "After Acme bought Quill, a rival collapsed in May": a clause.
  bool fronted = p_.Tagged(sentence.first, Bit(Tag::kIN) | Bit(Tag::kWRB));
  return k < i && k > sentence.first + 2 && !fronted &&
         p_.Tagged(k - 1, Bit(Tag::kDT)) && p_.Is(k - 2, ",") &&
         p_.Tagged(k - 3, Bit(Tag::kNNP));
}

bool TagContext::Closes(const Sentence& sentence, uint32_t i) const {
  constexpr uint32_t kFar = 16;  // tokens
  uint32_t end = std::min(sentence.last, i + kFar);
  uint32_t comma = i + 1;
  while (comma < end && !p_.Is(comma, ",")) ++comma;
  return comma + 1 < end &&
         (masks_[comma + 1] & (kFiniteTags | Bit(Tag::kMD))) != 0;
}

bool TagContext::Contact(const Sentence& sentence, uint32_t i) const {
  uint32_t name = i;
  while (name > sentence.first && p_.tags[name - 1] == Tag::kNNP) --name;
  if (name == i || name < sentence.first + 2) return false;
  uint32_t noun = name - 1;
  return In(p_.tags[noun - 1], Bit(Tag::kDT) | Bit(Tag::kJJ)) &&
         p_.LemmaHas(noun, WordClass::k_clause_noun);
}

bool TagContext::ByFigure(const Sentence& sentence, uint32_t by) const {
  uint32_t k = by + 1;
  while (k < sentence.last) {
    auto modifier = p_.Match(k, WordClass::k_modifier, sentence.last);
    if (modifier.length == 0) break;
    k += modifier.length;
  }
  return k < sentence.last &&
         (k > by + 1 || (masks_[k] & (Bit(Tag::kCD) | Bit(Tag::kSYM))));
}

bool TagContext::MoveAhead(const Sentence& sentence, uint32_t i) const {
  uint32_t end = std::min(sentence.last, i + 8);
  for (uint32_t k = i + 1; k < end; ++k) {
    if (p_.tokens[k].kind == TokenKind::kMark) return false;
    bool moves =
        (masks_[k] & Bit(Tag::kVBD)) != 0 &&
        (p_.VerbHas(k, WordClass::k_rise) || p_.VerbHas(k, WordClass::k_fall) ||
         p_.VerbHas(k, WordClass::k_level_verb));
    if (moves) return true;
  }
  return false;
}

bool TagContext::OpensObject(const Sentence& sentence, uint32_t i) const {
  constexpr uint32_t kOpens = Bit(Tag::kDT) | Bit(Tag::kPRPS) | Bit(Tag::kPRP) |
                              Bit(Tag::kCD) | Bit(Tag::kSYM);
  return i < sentence.last && (masks_[i] & kOpens) != 0;
}

bool TagContext::JoinsInfinitive(const Sentence& sentence, uint32_t i) const {
  constexpr uint32_t kObject =
      kNounTags | kBeforeNoun | Bit(Tag::kIN) | Bit(Tag::kPOS) | Bit(Tag::kRB);
  bool comma = p_.Is(i - 1, ",");
  uint32_t k = i - 1;
  if (!comma && p_.tags[k] != Tag::kCC) return false;
  constexpr uint32_t kOpens =
      kNounTags | kBeforeNoun | Bit(Tag::kCD) | Bit(Tag::kSYM);
  bool object = i + 1 < sentence.last && (masks_[i + 1] & kOpens) != 0;
  if (!object) return false;
  if (!comma && k > sentence.first && p_.Is(k - 1, ",")) --k;
  // A comma parts verbs where an "and" closes their list.
  bool more = !comma;
  for (uint32_t m = i + 1; m + 1 < sentence.last && m < i + kMostObject; ++m) {
    more = more || ((masks_[m] & Bit(Tag::kCC)) &&
                    (masks_[m + 1] & Bit(Tag::kVB)) && !p_.Is(m - 1, ";"));
  }
  if (!more) return false;
  uint32_t least =
      k > sentence.first + kMostObject ? k - kMostObject : sentence.first;
  while (k > least && In(p_.tags[k - 1], kObject)) --k;
  return k > least && p_.tags[k - 1] == Tag::kVB && (!comma || k < i - 1);
}

bool TagContext::LetsBefore(const Sentence& sentence, uint32_t i) const {
  constexpr uint32_t kObject = kNounTags | kBeforeNoun;
  uint32_t k = i;
  while (k > sentence.first && k + kMostObject > i &&
         In(p_.tags[k - 1], kObject)) {
    --k;
  }
  return k > sentence.first && k < i && In(p_.tags[k - 1], kVerbTags) &&
         p_.VerbHas(k - 1, WordClass::k_lets);
}

bool TagContext::EndsNoun(const Sentence& sentence, uint32_t i) const {
  return i + 1 < sentence.last && masks_[i + 1] == Bit(Tag::kIN);
}

void TagContext::NoteClause(uint32_t i) {
  Tag tag = p_.tags[i];
  if (In(tag, kFiniteTags) || tag == Tag::kMD) {
    finite_ = !p_.VerbHas(i, WordClass::k_say);
    last_finite_ = true;
    main_finite_ = main_finite_ || !relative_;
    relative_ = false;
    return;
  }
  bool joins = tag == Tag::kWDT || tag == Tag::kWRB || tag == Tag::kCC ||
               p_.Has(i, WordClass::k_clause_join);
  relative_ = relative_ || tag == Tag::kWDT;
  // What stands in brackets is a clause of its own.
  if (p_.Is(i, "(")) outer_finite_ = std::exchange(finite_, false);
  if (p_.Is(i, ")")) finite_ = outer_finite_;
  bool mark = tag == Tag::kPUNCT && (!p_.Is(i, "-") || p_.StandsAsDash(i)) &&
              !p_.Is(i, "(") && !p_.Is(i, ")");
  // "a "buy" rating": no clause ends.
  bool opens = mark && i > 0 && IsOpenQuote(p_.str(i)) &&
               In(p_.tags[i - 1], Bit(Tag::kDT) | Bit(Tag::kPRPS));
  bool closes = mark && i > 0 && IsCloseQuote(p_.str(i)) &&
                In(p_.tags[i - 1], kNounTags | Bit(Tag::kJJ)) &&
                i + 1 < p_.size() && (masks_[i + 1] & kNounTags) &&
                !p_.tokens[i + 1].is(kCapital);
  if (opens || closes) mark = false;
  if (joins || mark) finite_ = false;
  if (mark) relative_ = false;
  if (p_.Is(i, ";")) last_finite_ = main_finite_ = false;
}

}  // namespace newsdigest
