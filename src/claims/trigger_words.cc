#include "claims/trigger_words.h"

#include <algorithm>

namespace newsdigest {

bool TriggerWords::MayStand(const model::Trigger& trigger) const {
  const uint32_t* words = trigger.words;
  return std::all_of(words, words + trigger.particles, [&](uint32_t word) {
    return parsed_.words.MayHave(word);
  });
}

bool TriggerWords::Beside(const model::Trigger& trigger, uint32_t first,
                          uint32_t head, uint32_t clause_end) const {
  if (In(trigger, head + 1, clause_end)) return true;
  bool inside = trigger.near && trigger.particles == 1 && head > first;
  return inside && In(trigger, first, head);
}

bool TriggerWords::In(const model::Trigger& trigger, uint32_t at,
                      uint32_t end) const {
  for (int k = 0; k < trigger.particles; ++k) {
    uint32_t reach = trigger.near ? end : std::min(end, at + 1);
    while (at < reach && !(Is(at, trigger.words[k]) && !CountsPeriods(at)))
      ++at;
    if (at >= reach) return false;
    ++at;
  }
  return !trigger.bare || !GovernsNoun(at);
}

bool TriggerWords::CountsPeriods(uint32_t token) const {
  return p_.Has(token, WordClass::k_ordinal) &&
         std::any_of(parsed_.groups.begin(), parsed_.groups.end(),
                     [&](const Group& group) {
                       return group.kind == GroupKind::kDate &&
                              group.first <= token && token < group.last;
                     });
}

bool TriggerWords::Before(const model::Trigger& trigger, uint32_t token,
                          uint32_t first) const {
  uint32_t at = token;
  for (int k = 0; k < trigger.particles; ++k) {
    // "a "buy" rating".
    bool quoted = at > first && IsCloseQuote(p_.str(at - 1));
    if (quoted) --at;
    if (at == first || at == 0) return false;
    --at;
    if (!Is(at, trigger.words[k])) return false;
  }
  return true;
}

bool TriggerWords::Of(const model::Trigger& trigger, int at) const {
  const std::vector<Group>& g = parsed_.groups;
  return at + 2 < static_cast<int>(g.size()) &&
         p_.IsWord(g[at + 1].head, "of") &&
         g[at + 2].kind == GroupKind::kNoun &&
         Is(g[at + 2].head, trigger.words[0]);
}

bool TriggerWords::Is(uint32_t token, uint32_t word) const {
  bool same = p_.tokens[token].word == word || p_.word(token).lemma == word;
  // "at $30 per share" speaks of no share.
  return same && !(token > 0 && p_.IsWord(token - 1, "per"));
}

bool TriggerWords::GovernsNoun(uint32_t at) const {
  constexpr uint32_t kOpensObject = kNounTags | Bit(Tag::kDT) | Bit(Tag::kPRP) |
                                    Bit(Tag::kPRPS) | Bit(Tag::kJJ) |
                                    Bit(Tag::kCD) | Bit(Tag::kSYM);
  uint32_t end = parsed_.sentence->last;
  // "by launching and improving its oven": what both govern.
  bool shared = at + 1 < end && p_.Tagged(at, Bit(Tag::kCC)) &&
                p_.Tagged(at + 1, kVerbTags);
  return shared || (at < end && p_.Tagged(at, kOpensObject));
}

}  // namespace newsdigest
