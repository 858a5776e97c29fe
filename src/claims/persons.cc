#include "claims/persons.h"

#include <algorithm>

#include "claims/quote_marks.h"

namespace newsdigest {
namespace {

constexpr int kReach = 8;  // sentences that a pronoun looks back over

bool IsWoman(const Passage& p, uint32_t token) {
  return p.IsWord(token, "she") || p.IsWord(token, "her");
}

}  // namespace

Persons::Persons(const Story& story)
    : p_(story.passage),
      table_(story.entities),
      quoted_(story.passage.tokens.size(), false) {
  for (const Paragraph& paragraph : Paragraphs(p_)) {
    for (const QuoteMarks& marks : PairMarks(p_, paragraph)) {
      std::fill(quoted_.begin() + marks.open, quoted_.begin() + marks.close,
                true);
    }
  }
}

bool Persons::IsPronoun(const Passage& passage, uint32_t token) {
  return passage.IsWord(token, "he") || passage.IsWord(token, "his") ||
         IsWoman(passage, token);
}

void Persons::NoteSpeaker(uint32_t token, int entity) {
  speakers_.push_back({token, entity});
}

bool Persons::Fits(int entity, Gender gender) const {
  const EntityInfo& info = table_.entities[entity];
  return info.type == EntityType::kPerson &&
         (info.gender == gender || info.gender == Gender::kUnknown);
}

bool Persons::Leads(const MentionMatch& mention) const {
  uint32_t next = mention.last;
  // "Porter openly admitted".
  while (next < p_.tokens.size() && p_.Tagged(next, Bit(Tag::kRB))) ++next;
  return next < p_.tokens.size() && p_.Tagged(next, kFiniteTags);
}

int Persons::In(uint32_t first, uint32_t last, Gender gender,
                bool& acts) const {
  for (auto s = speakers_.rbegin(); s != speakers_.rend(); ++s) {
    if (s->token < first) break;
    if (s->token < last && Fits(s->entity, gender)) {
      acts = true;
      return s->entity;
    }
  }
  int any = -1;
  for (uint32_t i = first; i < last; ++i) {
    int mention = table_.at[i];
    if (mention < 0 || quoted_[i]) continue;
    const MentionMatch& match = table_.mentions[mention];
    i = std::max(i, match.last - 1);
    bool fits =
        match.kind != MentionKind::kPronoun && Fits(match.entity, gender);
    if (!fits) continue;
    if (Leads(match)) {
      acts = true;
      return match.entity;
    }
    any = match.entity;
  }
  return any;
}

int Persons::Before(uint32_t token) const {
  Gender gender = IsWoman(p_, token) ? Gender::kWoman : Gender::kMan;
  auto after = [](uint32_t at, const Sentence& s) { return at < s.first; };
  auto next =
      std::upper_bound(p_.sentences.begin(), p_.sentences.end(), token, after);
  int any = -1;
  int left = kReach;
  while (next != p_.sentences.begin() && left-- > 0) {
    --next;
    bool acts = false;
    int found = In(next->first, std::min(next->last, token), gender, acts);
    bool own = next->last > token;
    if (found >= 0 && (acts || own)) return found;
    if (any < 0) any = found;
  }
  return any;
}

}  // namespace newsdigest
