// Who fills the roles of a frame whose trigger is a noun.
#include <algorithm>

#include "claims/role_filler.h"
#include "claims/status.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

auto RoleFiller::FillNoun(const NounTrigger& noun,
                          const Slot (&slots)[model::kSlots], uint16_t mask,
                          bool object, int taken_group)
    -> std::optional<Found> {
  for (Slot slot : slots) {
    if (slot == Slot::kNone) continue;
    if (auto found = FillNounSlot(noun, slot, mask, object, taken_group)) {
      return found;
    }
  }
  return {};
}

auto RoleFiller::FillNounSlot(const NounTrigger& noun, Slot slot, uint16_t mask,
                              bool object, int taken_group)
    -> std::optional<Found> {
  int at = noun.at;
  auto fill = [&](int group) -> std::optional<Found> {
    if (group < 0 || group == taken_group) return {};
    return Fill(noun.frame, group, mask, object);
  };
  switch (slot) {
    case Slot::kPossessor:
    case Slot::kLeft:
      return BesideNoun(noun, slot, mask, object, taken_group);
    case Slot::kPurpose:
      return Purpose(at, mask, taken_group);
    case Slot::kUnder: {
      int subject = Undergoes(at);
      if (subject < 0) return {};
      return Fill(noun.frame, subject, mask, object);
    }
    case Slot::kDefinite:
      if (!g_[at].definite) return {};
      return SpokenOf(noun.frame, at, mask);
    case Slot::kFocus:
      return SpokenOf(noun.frame, at, mask);
    case Slot::kAccused:
      return fill(AccusedAt(at));
    case Slot::kIs: {
      bool is = at > 0 && g_[at - 1].kind == K::kVerb &&
                p_.Has(g_[at - 1].head, W::k_be);
      if (is) return fill(parsed_.subject[at - 1]);
      bool beside =
          at > 1 && g_[at - 1].kind == K::kComma && g_[at - 2].mention >= 0;
      return beside ? fill(at - 2) : std::nullopt;
    }
    case Slot::kClause: {
      int subject = GroundOf(at);
      if (auto rated = RatedBy(subject, at)) return rated;
      return fill(subject >= 0 ? subject : Moved(at));
    }
    case Slot::kReceiver:
    case Slot::kGiver:
      if (Gives(noun) != (slot == Slot::kGiver)) return {};
      [[fallthrough]];
    case Slot::kLight: {
      // "grew through the acquisition of Quill": who the clause is about.
      if (noun.light < 0) return fill(Means(at));
      const Group& verb = g_[noun.light];
      // "sued to block the purchase": who blocks it does not buy.
      if (!object && p_.VerbHas(verb.head, W::k_blocks)) return {};
      // "Acme led a round in Quill": not into Acme.
      if (object && p_.VerbHas(verb.head, W::k_leads)) return {};
      // "was handed a fine": who got it, not who gave it; but "was interested
      // in a merger".
      bool got = verb.passive && !StatusOf(p_, verb.head, W::k_embeds);
      if (got && !object) return {};
      if (auto found = fill(parsed_.subject[noun.light])) return found;
      return got ? std::nullopt : DroppedSubject(noun.light, mask);
    }
    default:
      return BehindNoun(noun, slot, mask, object, taken_group);
  }
}

auto RoleFiller::RatedBy(int rater, int at) -> std::optional<Found> {
  if (rater < 0) return {};
  Party party = m_.focus.Read(parsed_, rater).party;
  for (const Draft& draft : m_.drafts) {
    const Claim& claim = draft.claim;
    bool rates = claim.type == ClaimType::kRating && claim.subject &&
                 claim.object && claim.object->entity >= 0 &&
                 claim.subject->entity == party.entity && party.entity >= 0;
    if (!rates) continue;
    Span span = p_.span(g_[at].first, g_[at].last);
    return Found{m_.focus.FromEntity(claim.object->entity, span), kSpokenMark};
  }
  return {};
}

bool RoleFiller::Gives(const NounTrigger& noun) const {
  return noun.light >= 0 && parsed_.subject[noun.light] >= 0 &&
         !g_[noun.light].passive && p_.VerbHas(g_[noun.light].head, W::k_gives);
}

auto RoleFiller::BesideNoun(const NounTrigger& noun, Slot slot, uint16_t mask,
                            bool object, int taken_group)
    -> std::optional<Found> {
  bool left = slot == Slot::kLeft;
  if (int first = left ? PairBefore(noun) : -1; first >= 0) {
    if (!object) return Fill(noun.frame, first, mask, object);
    auto second = m_.focus.Left(parsed_, noun.at, noun.token);
    bool body = second && (second->mask & mask);
    return body ? std::optional(Found{*second, kLeftMark}) : std::nullopt;
  }
  if (left && object && taken_group == kLeftMark) {
    auto other = OtherOfPair(noun.at);
    bool body = other && (other->mask & mask) && !(other->mask & model::kPlace);
    return body ? std::optional(Found{*other, kLeftMark}) : std::nullopt;
  }
  auto filler = left ? m_.focus.Left(parsed_, noun.at, noun.token)
                     : m_.focus.Possessor(parsed_, noun.at);
  int mark = left ? kLeftMark : kPossessorMark;
  if (!filler || !(filler->mask & mask) || taken_group == mark) return {};
  return Found{*filler, mark};
}

auto RoleFiller::BehindNoun(const NounTrigger& noun, Slot slot, uint16_t mask,
                            bool object, int taken_group)
    -> std::optional<Found> {
  uint32_t other = 0;  // an "of" that follows another noun
  for (const PrepositionalPhrase& phrase : noun.complement.phrases) {
    if (SlotOf(p_, phrase.preposition) != slot) continue;
    // "the merger of Acme and Beta".
    int join = phrase.group + 1;
    bool pair =
        noun.frame.reciprocal && object && phrase.group == taken_group &&
        join + 1 < static_cast<int>(g_.size()) &&
        g_[join].kind == K::kConjunction && g_[join + 1].kind == K::kNoun;
    if (pair) {
      auto found = Fill(noun.frame, join + 1, mask, object);
      if (found) return found;
    }
    if (phrase.group == taken_group || OfOtherDeal(noun.at, phrase)) continue;
    // "the sale of tickets for the launch of Quill": of what it follows.
    int before = phrase.group - 2;
    bool inner = object && before > noun.at && g_[before].kind == K::kNoun &&
                 p_.IsWord(phrase.preposition, "of") &&
                 g_[before].mention < 0 &&
                 !p_.LemmaHas(g_[before].head, W::k_title) &&
                 g_[before - 1].kind == K::kPreposition &&
                 !p_.IsWord(g_[before - 1].head, "of");
    if (inner) other = phrase.preposition;
    if (other == phrase.preposition) continue;
    // "the launch of its roadshow for the sale of shares": of nothing else.
    bool barred = object && phrase.group == noun.at + 2 &&
                  p_.IsWord(phrase.preposition, "of") &&
                  Forbidden(noun.frame, phrase.group);
    if (barred) return {};
    if (auto found = Fill(noun.frame, phrase.group, mask, object)) {
      return found;
    }
    // "the sale of its Acme stake".
    uint32_t head = g_[phrase.group].head;
    bool part =
        object && p_.LemmaHas(head, W::k_share_word) &&
        p_.lexicon->word(p_.word(head).lemma).noun_kind != model::kNounOfPerson;
    if (!part) continue;
    if (auto found = LeftOf(phrase.group, mask)) return found;
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
    if (filler.mask & mask) return Found{filler, kSpokenMark};
  }
  int body = m_.focus.Current(parsed_, g_[at].first);
  int verb = VerbOf(parsed_, at);
  Complement told;
  if (verb >= 0) told = ReadComplement(m_.story, parsed_, verb);
  // "The dividend was raised 7%", "will be 70 cents".
  bool moves =
      verb >= 0 && frame.moves && !told.figures.empty() &&
      (p_.Has(g_[verb].head, W::k_be) || p_.VerbHas(g_[verb].head, W::k_rise) ||
       p_.VerbHas(g_[verb].head, W::k_fall));
  if (verb >= 0 && g_[verb].passive && !moves) return {};  // "is led by"
  bool sized = g_[at].figure >= 0 || moves ||
               (verb >= 0 && p_.VerbHas(g_[verb].head, W::k_sizes));
  // "the layoffs will begin on Monday".
  bool dated = !told.dates.empty();
  // "is co-led by Acme": who it is by is named.
  bool agent = std::any_of(told.phrases.begin(), told.phrases.end(),
                           [&](const PrepositionalPhrase& phrase) {
                             return p_.IsWord(phrase.preposition, "by");
                           });
  if (agent || body < 0 || !(sized || dated)) return {};
  Filler filler = m_.focus.FromEntity(body, p_.span(g_[at].first, g_[at].last));
  return (filler.mask & mask) ? std::optional(Found{filler, kSpokenMark})
                              : std::nullopt;
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

int RoleFiller::PairBefore(const NounTrigger& noun) const {
  int at = noun.at;
  bool pair =
      noun.frame.reciprocal && at > 1 && g_[at - 1].kind == K::kConjunction &&
      p_.IsWord(g_[at - 1].head, "and") && g_[at - 2].mention >= 0 &&
      g_[at].possessor == 0 && m_.story.entities.at[g_[at].first] >= 0 &&
      !(at > 2 && g_[at - 3].kind == K::kPreposition);
  return pair ? at - 2 : -1;
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
  // "with the acquisition of Acme", but "with a sale".
  bool with = p_.IsWord(g_[at - 1].head, "with") && g_[at].definite &&
              at + 1 < static_cast<int>(g_.size()) &&
              p_.IsWord(g_[at + 1].head, "of");
  bool means = with || p_.IsWord(g_[at - 1].head, "through") ||
               p_.IsWord(g_[at - 1].head, "via");
  return means ? SubjectBefore(at - 1) : -1;
}

int RoleFiller::GroundOf(int at) const {
  if (at < 1 || g_[at - 1].kind != K::kPreposition) return -1;
  if (p_.Has(g_[at - 1].head, W::k_ground)) return SubjectBefore(at - 1);
  // "because of a downgrade", "due to a downgrade".
  for (int k = at - 1; k > 0 && k > at - 3; --k) {
    uint32_t first = g_[k].first;
    bool whole = p_.Match(first, W::k_ground, g_[at].first).length ==
                 g_[at].first - first;
    if (whole) return SubjectBefore(k);
  }
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
  // "the $3 million Acme and Beta merger".
  bool pair = at > 2 && g_[at - 1].kind == K::kConjunction &&
              g_[at - 2].mention >= 0 && g_[at - 3].kind == K::kFigure &&
              g_[at - 3].last == g_[at - 2].first &&
              IsMoney(FigureOf(m_.story, g_[at - 3].figure));
  if (pair) return at - 3;
  if (at < 3 || g_[at - 1].kind != K::kPreposition) return -1;
  bool joins =
      p_.IsWord(g_[at - 1].head, "in") || p_.IsWord(g_[at - 1].head, "of");
  // "raised $3 million last year in a round".
  int k = at - 2;
  while (k > 1 && g_[k].kind == K::kDate) --k;
  // "was valued at $3 million in its last round": no sum of the round.
  bool level = k > 0 && p_.IsWord(g_[k - 1].head, "at");
  bool sum = joins && !level && g_[k].kind == K::kFigure &&
             IsMoney(FigureOf(m_.story, g_[k].figure));
  return sum ? k : -1;
}

int RoleFiller::PlanBefore(int at) const {
  if (at < 2 || g_[at - 1].kind != K::kPreposition) return -1;
  bool joins = p_.Has(g_[at - 1].head, W::k_plan_preposition);
  // "talks with Acme over a takeover", "talks with banks about a listing",
  // "approval from the city for a merger".
  int k = at - 2;
  bool others = g_[k].mention >= 0 || (g_[k].kind == K::kNoun &&
                                       p_.Tagged(g_[k].head, Bit(Tag::kNNS)));
  bool with = k > 1 && others && p_.IsWord(g_[k - 1].head, "with");
  bool from =
      k > 1 && g_[k].kind == K::kNoun && p_.IsWord(g_[k - 1].head, "from");
  if (with || from) k -= 2;
  bool plan = joins && g_[k].kind == K::kNoun && g_[k].mention < 0 &&
              StatusOf(p_, g_[k].head, W::k_noun_status).has_value();
  return plan ? k : -1;
}

}  // namespace newsdigest
