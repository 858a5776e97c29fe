#include "claims/status.h"

namespace newsdigest {
namespace {

using W = WordClass;

// "said it would": the future as told in the past.
bool Reported(const Passage& p, uint32_t i) {
  for (uint32_t k = i; k > 0 && k + 10 > i; --k) {
    if (p.Is(k - 1, ".") || p.Is(k - 1, ",")) return false;
    if (p.VerbHas(k - 1, W::k_say) && p.Tagged(k - 1, kVerbTags)) return true;
  }
  return false;
}

// Whether "'s" before the head of the group is "has": "It's lost 3%", "He's
// sold his shares", and no passive, "It's expected".
bool HasDone(const Passage& p, const Group& group) {
  constexpr uint32_t kActedOn = kNounTags | Bit(Tag::kDT) | Bit(Tag::kPRPS) |
                                Bit(Tag::kCD) | Bit(Tag::kSYM);
  return group.last < p.tokens.size() && p.Tagged(group.last, kActedOn);
}

// What the words before the head of a verb group say.
struct Auxiliaries {
  Status status = Status::kCompleted;
  bool be = false;  // of the head, as is `have`
  bool have = false;
  bool any = false;
  bool being = false;
};

Auxiliaries ReadAuxiliaries(const Passage& p, Group& group) {
  Auxiliaries aux;
  for (uint32_t i = group.first; i < group.last; ++i) {
    // "not only improved" did improve.
    bool more = i + 1 < group.last && p.Has(i + 1, W::k_not_only);
    if (p.Match(i, W::k_negation, group.last).length > 0 && !more) {
      group.negated = true;
    }
    if (auto adverb = StatusOf(p, i, W::k_adverb_status)) {
      // "will likely cut": no plan that is told.
      bool likely =
          *adverb == Status::kExpected && aux.status == Status::kPlanned;
      aux.status = likely ? *adverb : Combine(aux.status, *adverb);
    }
    if (p.Tagged(i, Bit(Tag::kMD))) {
      group.finite = true;
      aux.any = true;
      // "they'd bought": had.
      bool had = p.IsWord(i, "'d") && i + 1 < group.last &&
                 p.Tagged(i + 1, Bit(Tag::kVBD) | Bit(Tag::kVBN));
      aux.have = aux.have || had;
      if (had) continue;
      if (auto modal = StatusOf(p, i, W::k_modal)) {
        bool reported = p.IsWord(i, "would") && Reported(p, i);
        aux.status = Combine(aux.status, reported ? Status::kPlanned : *modal);
      }
      continue;
    }
    if (p.Tagged(i, kFiniteTags)) group.finite = true;
    if (i == group.head) break;
    if (p.IsContracted(i)) {
      aux.any = true;
      (HasDone(p, group) ? aux.have : aux.be) = true;
      continue;
    }
    bool is_be = p.Has(i, W::k_be) || p.Has(i, W::k_get);
    aux.be = aux.be || is_be;
    aux.have = aux.have || p.Has(i, W::k_have);
    // "is to buy".
    bool is_to = p.Has(i, W::k_be) && i + 1 < group.last &&
                 p.Tagged(i + 1, Bit(Tag::kTO));
    if (is_to) aux.status = Combine(aux.status, Status::kPlanned);
    if (is_be || p.Has(i, W::k_have) || p.Has(i, W::k_do_verb)) {
      aux.any = true;
      aux.being = aux.being || (is_be && p.Tagged(i, Bit(Tag::kVBG)));
      bool must = i + 1 < group.last && p.Tagged(i + 1, Bit(Tag::kTO));
      if (auto duty = must ? StatusOf(p, i, W::k_embeds) : std::nullopt) {
        aux.status = Combine(aux.status, *duty);  // "has to buy"
      }
      continue;
    }
    if (p.Tagged(i, Bit(Tag::kRB))) continue;  // "was recently bought"
    // "was last seen trading" is told of.
    auto phrase = p.Match(i - 1, W::k_embeds, i + 1);
    auto embeds = phrase.length == 2 && i > group.first
                      ? ParseStatus(phrase.text)
                      : StatusOf(p, i, W::k_embeds);
    if (embeds) aux.status = Combine(aux.status, *embeds);
    // After an embedding verb the auxiliaries of the inner verb count anew.
    aux.be = false;
    aux.have = false;
  }
  return aux;
}

// "put its listing on hold".
bool PutOnHold(const Passage& p, const Sentence& sentence, const Group& verb) {
  constexpr uint32_t kReach = 12;  // tokens from the verb
  if (!p.VerbHas(verb.head, W::k_puts_at)) return false;
  uint32_t end = std::min(sentence.last, verb.head + kReach);
  for (uint32_t i = verb.head + 1; i + 1 < end; ++i) {
    if (p.tokens[i].kind == TokenKind::kMark) return false;
    if (p.IsWord(i, "on") && p.Has(i + 1, W::k_pause)) return true;
  }
  return false;
}

}  // namespace

std::optional<Status> ParseStatus(std::string_view name) {
  if (name.empty()) return {};
  for (int i = 0; i <= static_cast<int>(Status::kCancelled); ++i) {
    if (name == Name(static_cast<Status>(i))) return static_cast<Status>(i);
  }
  return {};
}

std::optional<Status> StatusOf(const Passage& p, uint32_t i, WordClass cls) {
  bool may = p.LemmaHas(i, cls) || p.VerbHas(i, cls) || p.StartsPhrase(i);
  if (!may) return {};
  auto phrase = p.Match(i, cls, i + 2);  // "called off"
  if (phrase.length == 2) return ParseStatus(phrase.text);
  auto found = ParseStatus(p.lexicon->Text(p.tokens[i].word, cls));
  if (found) return found;
  const model::Word& word = p.word(i);
  if (auto lemma = ParseStatus(p.lexicon->Text(word.lemma, cls))) return lemma;
  if (word.verb_lemma == 0) return {};
  return ParseStatus(p.lexicon->Text(word.verb_lemma, cls));
}

Status EmbeddedStatus(const Passage& p, const Group& verb) {
  // "have seen", "have both seen".
  for (uint32_t i = verb.head; i > verb.first && i + 2 > verb.head; --i) {
    auto perfect = p.Match(i - 1, WordClass::k_embeds, verb.head + 1);
    bool whole = perfect.length > 1 && i - 1 + perfect.length > verb.head;
    auto status = whole ? ParseStatus(perfect.text) : std::nullopt;
    if (status) return *status;
  }
  return StatusOf(p, verb.head, WordClass::k_embeds)
      .value_or(Status::kCompleted);
}

Status Combine(Status outer, Status inner) {
  return outer == Status::kCompleted ? inner : outer;
}

Status Taken(const Group& verb, Status told) {
  bool bars = told == Status::kDenied || told == Status::kCancelled;
  return bars && verb.negated ? Status::kExpected : Combine(verb.status, told);
}

void ReadVerbGroup(const Story& story, const Sentence& sentence, Group& group) {
  const Passage& p = story.passage;
  Auxiliaries aux = ReadAuxiliaries(p, group);
  Status status = aux.status;
  Tag tag = p.tags[group.head];
  bool to = p.Tagged(group.first, Bit(Tag::kTO));
  if (!group.finite && to) {
    group.infinitive = true;
    status = Combine(status, Status::kPlanned);
    // "has chosen not to buy", but "whether or not to buy".
    bool refuses = group.first > sentence.first + 1 &&
                   p.Has(group.first - 1, W::k_negation) &&
                   !p.IsWord(group.first - 2, "or");
    group.negated = group.negated || refuses;
  }
  // "having bought", "being fined".
  bool having = aux.any && p.Tagged(group.first, Bit(Tag::kVBG));
  group.participle = !group.finite && !to && (!aux.any || having) &&
                     (tag == Tag::kVBN || tag == Tag::kVBG);
  group.progressive = (tag == Tag::kVBG && aux.be) || aux.being;
  if (tag == Tag::kVBN)
    group.passive = aux.be || (group.participle && !aux.have);
  if (group.negated) status = Status::kDenied;
  // Words right before the group: "reportedly", "allegedly".
  if (group.first > 0) {
    auto adverb = StatusOf(p, group.first - 1, W::k_adverb_status);
    // "is not likely to rise".
    bool not_so = adverb && group.first > sentence.first + 1 &&
                  p.Has(group.first - 2, W::k_negation);
    if (not_so) group.negated = true;
    if (adverb) status = Combine(not_so ? Status::kDenied : *adverb, status);
  }
  // "Reportedly, Acme is planning".
  uint32_t start = sentence.first;
  if (start + 1 < group.first && p.Is(start + 1, ",")) {
    if (auto adverb = StatusOf(p, start, W::k_adverb_status)) {
      status = Combine(*adverb, status);
    }
  }
  if (PutOnHold(p, sentence, group)) status = Combine(status, Status::kPlanned);
  group.status = status;
}

Status NounStatus(const Story& story, const Group& group, uint32_t trigger) {
  const Passage& p = story.passage;
  // "declared no dividend".
  Status status = p.IsWord(group.first, "no") && group.first < trigger
                      ? Status::kDenied
                      : Status::kCompleted;
  for (uint32_t i = group.first; i < trigger; ++i) {
    // "a better-than-expected profit".
    bool compared = i > group.first + 1 && p.IsWord(i - 2, "than");
    if (compared) continue;
    if (auto adjective = StatusOf(p, i, W::k_adjective_status)) {
      status = Combine(status, *adjective);
    }
  }
  for (uint32_t i = trigger + 1; i < group.last; ++i) {
    if (auto noun = StatusOf(p, i, W::k_noun_status)) {
      status = Combine(*noun, status);
    }
  }
  return status;
}

// "would have risen", "could have been sold": it did not come to that.
static bool Unreal(const Passage& p, const Sentence& sentence,
                   uint32_t trigger) {
  constexpr uint32_t kReach = 5;  // tokens from the verb to its "have"
  if (!p.Tagged(trigger, Bit(Tag::kVBN) | Bit(Tag::kVBG) | Bit(Tag::kVB))) {
    return false;
  }
  for (uint32_t k = trigger; k > sentence.first && k + kReach > trigger; --k) {
    bool inner = p.Tagged(k - 1, Bit(Tag::kRB) | Bit(Tag::kVBN));
    if (inner) continue;
    if (!p.Has(k - 1, W::k_have) || k - 1 == sentence.first) return false;
    uint32_t modal = k - 2;
    while (modal > sentence.first && p.Tagged(modal, Bit(Tag::kRB))) --modal;
    return p.Has(modal, W::k_unreal_modal);
  }
  return false;
}

bool IsHypothetical(const Story& story, const Sentence& sentence,
                    uint32_t trigger, Status status) {
  constexpr uint32_t kWhether = 6;  // tokens from "whether" to what it asks
  const Passage& p = story.passage;
  if (p.Is(sentence.last - 1, "?") ||
      (sentence.last - sentence.first > 1 && p.Is(sentence.last - 2, "?"))) {
    return true;
  }
  if (Unreal(p, sentence, trigger)) return true;
  // A conditional reaches to the next comma.
  for (uint32_t i = trigger; i > sentence.first; --i) {
    uint32_t k = i - 1;
    if (p.Is(k, ",") || p.Is(k, ";")) return false;
    // "should not ignore the fact that sales fell".
    bool fact = k > sentence.first && p.IsWord(k, "that") &&
                p.IsWord(k - 1, "fact");
    if (fact) return false;
    // "weighs whether to buy" is told of.
    bool told = p.Tagged(k + 1, Bit(Tag::kTO)) && trigger < k + kWhether &&
                status != Status::kDenied;
    if (p.Match(k, W::k_hypothetical, sentence.last).length > 0) return !told;
  }
  return false;
}

bool IsAwaited(const Story& story, const Sentence& sentence, uint32_t trigger) {
  const Passage& p = story.passage;
  bool present = p.Tagged(trigger, Bit(Tag::kVBZ) | Bit(Tag::kVBP));
  if (!present && !p.Tagged(trigger, Bit(Tag::kVBD))) return false;
  bool behind = false;  // the word that awaits stands between
  for (uint32_t k = trigger; k > sentence.first; --k) {
    if (p.Is(k - 1, ",") || p.Is(k - 1, ";")) return false;
    behind = behind || p.Has(k - 1, W::k_awaits);
    if (behind && (present || p.Tagged(k - 1, Bit(Tag::kMD)))) return true;
  }
  return false;
}

}  // namespace newsdigest
