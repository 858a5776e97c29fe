// Who fills the roles of a frame whose trigger is a noun.
#include <algorithm>

#include "claims/role_filler.h"
#include "claims/status.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

auto RoleFiller::FillNoun(const model::Frame& frame, int at, uint32_t trigger,
                          const Slot (&slots)[model::kSlots], uint16_t mask,
                          bool object, int light, const Complement& complement,
                          int taken_group) -> std::optional<Found> {
  for (Slot slot : slots) {
    if (slot == Slot::kNone) continue;
    if (slot == Slot::kLeft && object && taken_group == -3) {
      if (auto other = OtherOfPair(at)) {
        bool body = (other->mask & mask) && !(other->mask & model::kPlace);
        if (body) return Found{*other, -3};
      }
      continue;
    }
    if (slot == Slot::kPossessor || slot == Slot::kLeft) {
      auto filler = slot == Slot::kPossessor
                        ? m_.focus.Possessor(parsed_, at)
                        : m_.focus.Left(parsed_, at, trigger);
      if (filler && (filler->mask & mask)) {
        int mark = slot == Slot::kPossessor ? -2 : -3;
        if (taken_group == mark) continue;
        return Found{*filler, mark};
      }
      continue;
    }
    if (slot == Slot::kPurpose) {
      if (auto found = Purpose(at, mask, taken_group)) return found;
      continue;
    }
    if (slot == Slot::kUnder) {
      int subject = Undergoes(at);
      if (subject < 0) continue;
      if (auto found = Fill(frame, subject, mask, object)) return found;
      continue;
    }
    if (slot == Slot::kFocus || slot == Slot::kDefinite) {
      if (slot == Slot::kDefinite && !g_[at].definite) continue;
      if (auto found = SpokenOf(frame, at, mask)) return found;
      continue;
    }
    if (slot == Slot::kClause) {
      int subject = GroundOf(at);
      if (subject < 0) subject = Moved(at);
      if (subject < 0 || subject == taken_group) continue;
      if (auto found = Fill(frame, subject, mask, object)) return found;
      continue;
    }
    if (slot == Slot::kLight && light < 0) {
      // "grew through the acquisition of Quill": who the clause is about.
      int subject = Means(at);
      if (subject < 0 || subject == taken_group) continue;
      if (auto found = Fill(frame, subject, mask, object)) return found;
      continue;
    }
    if (slot == Slot::kLight) {
      if (light < 0 || parsed_.subject[light] < 0) continue;
      // "promised $3 million in aid": who gives it.
      bool gives = frame.type == static_cast<uint8_t>(ClaimType::kFinancing) &&
                   !object && !g_[light].passive &&
                   p_.VerbHas(g_[light].head, W::k_gives);
      if (gives) return {};
      // "sued to block the purchase": who blocks it does not buy.
      if (!object && p_.VerbHas(g_[light].head, W::k_blocks)) continue;
      // "was handed a fine": who got it, not who gave it.
      if (g_[light].passive && !object) continue;
      int group = parsed_.subject[light];
      if (group == taken_group) continue;
      if (auto found = Fill(frame, group, mask, object)) return found;
      continue;
    }
    for (const PrepositionalPhrase& phrase : complement.phrases) {
      if (SlotOf(p_, phrase.preposition) != slot) continue;
      // "the merger of Acme and Beta".
      int join = phrase.group + 1;
      bool pair = frame.reciprocal && object && phrase.group == taken_group &&
                  join + 1 < static_cast<int>(g_.size()) &&
                  g_[join].kind == K::kConjunction &&
                  g_[join + 1].kind == K::kNoun;
      if (pair) {
        if (auto found = Fill(frame, join + 1, mask, object)) return found;
      }
      if (phrase.group == taken_group || OfOtherDeal(at, phrase)) continue;
      if (auto found = Fill(frame, phrase.group, mask, object)) {
        return found;
      }
    }
  }
  return {};
}

bool RoleFiller::OfOtherDeal(int at, const PrepositionalPhrase& phrase) const {
  int noun = phrase.group - 2;
  return noun > at && g_[noun].kind == K::kNoun && g_[noun].mention < 0 &&
         p_.LemmaHas(g_[at].head, W::k_deal) &&
         p_.LemmaHas(g_[noun].head, W::k_deal);
}

auto RoleFiller::SpokenOf(const model::Frame& frame, int at, uint16_t mask)
    -> std::optional<Found> {
  // "The layoffs are part of a plan": whose the text told.
  int told_of = m_.focus.Told(static_cast<ClaimType>(frame.type)).entity;
  if (g_[at].definite && g_[at].possessor == 0 && told_of >= 0) {
    Filler filler =
        m_.focus.FromEntity(told_of, p_.span(g_[at].first, g_[at].last));
    if (filler.mask & mask) return Found{filler, -4};
  }
  int body = m_.focus.Current(parsed_, g_[at].first);
  int verb = VerbOf(parsed_, at);
  if (verb >= 0 && g_[verb].passive) return {};  // "is led by"
  bool sized = g_[at].figure >= 0 ||
               (verb >= 0 && p_.VerbHas(g_[verb].head, W::k_sizes));
  // "the layoffs will begin on Monday".
  Complement told;
  if (verb >= 0) told = ReadComplement(m_.story, parsed_, verb);
  bool dated = !told.dates.empty();
  // "is co-led by Acme": who it is by is named.
  bool agent = std::any_of(told.phrases.begin(), told.phrases.end(),
                           [&](const PrepositionalPhrase& phrase) {
                             return p_.IsWord(phrase.preposition, "by");
                           });
  if (agent || body < 0 || !(sized || dated)) return {};
  Filler filler = m_.focus.FromEntity(body, p_.span(g_[at].first, g_[at].last));
  return (filler.mask & mask) ? std::optional(Found{filler, -4}) : std::nullopt;
}

std::optional<Filler> RoleFiller::OtherOfPair(int at) const {
  const EntityTable& table = m_.story.entities;
  for (uint32_t i = g_[at].first + 1; i + 1 < g_[at].last; ++i) {
    bool joins = p_.Is(i, "-") || p_.Is(i, "/") || IsDash(p_.str(i));
    if (!joins || table.at[i - 1] < 0 || table.at[i + 1] < 0) continue;
    const MentionMatch& other = table.mentions[table.at[i + 1]];
    return m_.focus.FromEntity(other.entity, p_.span(other.first, other.last));
  }
  return {};
}

auto RoleFiller::Purpose(int at, uint16_t mask, int taken_group)
    -> std::optional<Found> {
  int next = at + 1;
  if (next + 1 >= static_cast<int>(g_.size())) return {};
  if (g_[next].kind != K::kVerb || !g_[next].infinitive) return {};
  Complement complement = ReadComplement(m_.story, parsed_, next);
  for (int object : complement.objects) {
    auto filler = m_.focus.Possessor(parsed_, object);
    if (!filler) filler = m_.focus.Read(parsed_, object);
    if ((filler->mask & mask) && filler->party.entity >= 0 &&
        object != taken_group) {
      return Found{*filler, object};
    }
  }
  // "a contract to supply ovens to Acme".
  for (const PrepositionalPhrase& phrase : complement.phrases) {
    bool to = p_.IsWord(phrase.preposition, "to") ||
              p_.IsWord(phrase.preposition, "for") ||
              p_.IsWord(phrase.preposition, "with");
    if (!to || phrase.group == taken_group) continue;
    Filler filler = m_.focus.Read(parsed_, phrase.group);
    if ((filler.mask & mask) && filler.party.entity >= 0) {
      return Found{filler, phrase.group};
    }
  }
  return {};
}

int RoleFiller::Undergoes(int at) const {
  if (at < 2 || g_[at - 1].kind != K::kPreposition) return -1;
  const Group& verb = g_[at - 2];
  bool under = p_.IsWord(g_[at - 1].head, "under") ||
               (verb.passive && p_.IsWord(g_[at - 1].head, "with"));
  return under && verb.kind == K::kVerb ? parsed_.subject[at - 2] : -1;
}

int RoleFiller::SubjectBefore(int at) const {
  for (int k = at - 1; k >= 0 && k > at - 8; --k) {
    if (g_[k].kind == K::kVerb) return parsed_.subject[k];
    if (g_[k].kind == K::kStop || g_[k].kind == K::kRelative) return -1;
  }
  return -1;
}

int RoleFiller::Means(int at) const {
  if (at < 1 || g_[at - 1].kind != K::kPreposition) return -1;
  bool means = p_.IsWord(g_[at - 1].head, "through") ||
               p_.IsWord(g_[at - 1].head, "via");
  return means ? SubjectBefore(at - 1) : -1;
}

int RoleFiller::GroundOf(int at) const {
  if (at < 1 || g_[at - 1].kind != K::kPreposition) return -1;
  if (p_.Has(g_[at - 1].head, W::k_ground)) return SubjectBefore(at - 1);
  // "in the wake of a downgrade".
  bool phrase =
      at > 3 && p_.IsWord(g_[at - 1].head, "of") &&
      p_.Match(g_[at - 3].first, W::k_ground, g_[at].first).length > 1;
  return phrase ? SubjectBefore(at - 3) : -1;
}

int RoleFiller::Moved(int at) const {
  int verb = VerbOf(parsed_, at);
  if (verb < 0 || g_[verb].passive) return -1;
  uint32_t head = g_[verb].head;
  bool moves = p_.VerbHas(head, W::k_causes) || p_.VerbHas(head, W::k_rise) ||
               p_.VerbHas(head, W::k_fall);
  if (!moves) return -1;
  std::vector<int> objects = ReadComplement(m_.story, parsed_, verb).objects;
  return objects.empty() ? -1 : objects[0];
}

int RoleFiller::SumBefore(int at) const {
  if (at < 3 || g_[at - 1].kind != K::kPreposition) return -1;
  bool joins =
      p_.IsWord(g_[at - 1].head, "in") || p_.IsWord(g_[at - 1].head, "of");
  // "raised $3 million last year in a round".
  int k = at - 2;
  while (k > 1 && g_[k].kind == K::kDate) --k;
  bool sum = joins && g_[k].kind == K::kFigure &&
             IsMoney(FigureOf(m_.story, g_[k].figure));
  return sum ? k : -1;
}

int RoleFiller::PlanBefore(int at) const {
  if (at < 2 || g_[at - 1].kind != K::kPreposition) return -1;
  bool joins = p_.Has(g_[at - 1].head, W::k_plan_preposition);
  // "talks with Acme over a takeover".
  int k = at - 2;
  bool with = k > 1 && g_[k].mention >= 0 && p_.IsWord(g_[k - 1].head, "with");
  if (with) k -= 2;
  bool plan = joins && g_[k].kind == K::kNoun && g_[k].mention < 0 &&
              StatusOf(p_, g_[k].head, W::k_noun_status).has_value();
  return plan ? k : -1;
}

}  // namespace newsdigest
