#include "claims/role_filler.h"

#include <algorithm>

#include "claims/status.h"
#include "language/fold.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

uint32_t RoleFiller::TokenEnd(int end_group) const {
  return end_group < static_cast<int>(g_.size()) ? g_[end_group].first
                                                 : parsed_.sentence->last;
}

void RoleFiller::VerbSlot(int at, Slot slot, const Complement& complement,
                          std::vector<int>& out) const {
  const Group& group = g_[at];
  out.clear();
  if (group.passive) {
    if (slot == Slot::kObject) {
      if (parsed_.subject[at] >= 0) out.push_back(parsed_.subject[at]);
      return;
    }
    if (slot == Slot::kSubject) slot = Slot::kBy;
  }
  if (slot == Slot::kSubject) {
    if (parsed_.subject[at] < 0) return;
    out.push_back(parsed_.subject[at]);
    // "The council and eight towns sued": who is named of them.
    for (int joined : parsed_.joined[at]) {
      bool behind = joined > 0 && g_[joined - 1].kind == K::kPreposition;
      bool named = g_[joined].mention >= 0 && g_[joined].figure < 0 &&
                   !behind && !g_[out[0]].pronoun;
      if (named) out.push_back(joined);
    }
    return;
  }
  if (slot == Slot::kObject) {
    out = complement.objects;
    if (int named = Antecedent(at, complement); named >= 0) out = {named};
    // "bought oven control and repair company Quill": one group, whose name
    // stands at its end.
    bool one = out.size() > 1 && g_[out[0]].mention < 0 &&
               (g_[out[1]].mention >= 0 ? DescribesName(out[1])
                                        : SharesNoun(out[0], out[1]));
    if (one) out.erase(out.begin());
    return;
  }
  if (slot == Slot::kPurpose) {
    int last = std::min(complement.end, static_cast<int>(g_.size()) - 1);
    for (int next = at + 1; next <= last; ++next) {
      if (!g_[next].infinitive) continue;
      out = ReadComplement(m_.story, parsed_, next).objects;
      return;
    }
    return;
  }
  if (slot == Slot::kLed) {
    int led = LedByAt(complement.end - 1);
    if (led >= 0) out.push_back(led);
    return;
  }
  if (slot == Slot::kAccused) {
    int accused = complement.objects.empty()
                      ? AccusedAt(complement.end - 1)
                      : AccusedAt(complement.objects.back());
    if (accused >= 0) out.push_back(accused);
    return;
  }
  if (slot == Slot::kThat) {
    int clause = ThatClause(parsed_, at);
    // "investigates whether Acme broke the law".
    bool asks = at + 2 < static_cast<int>(g_.size()) &&
                g_[at + 1].kind == K::kSubordinator &&
                p_.IsWord(g_[at + 1].head, "whether");
    if (clause < 0 && asks) clause = at + 2;
    if (clause >= 0 && g_[clause].kind == K::kNoun) out.push_back(clause);
    return;
  }
  for (const PrepositionalPhrase& phrase : complement.phrases) {
    if (SlotOf(p_, phrase.preposition) == slot) out.push_back(phrase.group);
  }
}

int RoleFiller::Antecedent(int at, const Complement& complement) const {
  int subject = parsed_.subject[at];
  if (!complement.objects.empty() || subject < 2) return -1;
  if (subject + 1 != at || g_[subject - 1].kind != K::kRelative) return -1;
  int k = subject - 2;
  if (g_[k].kind == K::kComma && k > 0) --k;
  return g_[k].kind == K::kNoun ? k : -1;
}

bool RoleFiller::HasTheme(const model::Frame& frame, int at,
                          const Complement& complement) {
  if (frame.theme_fillers == 0) return true;
  std::vector<int> groups;
  VerbSlot(at, Slot::kObject, complement, groups);
  // "a fifth of its shares".
  if (groups.empty()) VerbSlot(at, Slot::kOf, complement, groups);
  return std::any_of(groups.begin(), groups.end(), [&](int group) {
    // "the campaign to succeed him": whoever may.
    bool open = g_[at].infinitive && !g_[at].passive;
    if (open && g_[group].pronoun) return false;
    return (m_.focus.Read(parsed_, group).mask & frame.theme_fillers) != 0;
  });
}

bool RoleFiller::DescribesName(int group) const {
  const MentionMatch& name = m_.story.entities.mentions[g_[group].mention];
  return name.first > g_[group].first &&
         p_.Has(name.first - 1, W::k_nominal_company) &&
         !p_.Tagged(g_[group].first, Bit(Tag::kDT) | Bit(Tag::kPRPS));
}

bool RoleFiller::SharesNoun(int first, int second) const {
  return second == first + 2 && g_[first + 1].kind == K::kConjunction &&
         g_[first].last == g_[first].first + 2 &&
         p_.Tagged(g_[first].first, Bit(Tag::kDT)) &&
         p_.Tagged(g_[first].head, Bit(Tag::kNN)) &&
         g_[second].last - g_[second].first > 1 &&
         p_.Tagged(g_[second].first, kNounTags);
}

uint32_t RoleFiller::WithoutHyphen(const Group& group) const {
  bool compound = group.head > group.first + 1 && p_.Is(group.head - 1, "-");
  if (!compound) return 0;
  return p_.lexicon->Find(Folded(p_.str(group.head - 2)) +
                          Folded(p_.str(group.head)));
}

bool RoleFiller::IsHeadedBy(int group, uint32_t first, uint16_t count) const {
  uint32_t head = g_[group].head;
  uint32_t joined = WithoutHyphen(g_[group]);
  for (uint32_t word : book_->List(first, count)) {
    if (word == p_.word(head).lemma || word == p_.tokens[head].word ||
        (word == joined && joined != 0)) {
      return true;
    }
  }
  return false;
}

bool RoleFiller::Forbidden(const model::Frame& frame, int group) const {
  return frame.forbidden_count > 0 && g_[group].mention < 0 &&
         IsHeadedBy(group, frame.forbidden_words, frame.forbidden_count);
}

bool RoleFiller::Allowed(const model::Frame& frame, int group,
                         bool object) const {
  if (!object) return true;
  if (Forbidden(frame, group)) return false;
  if (frame.object_word_count == 0) return true;
  // "sold a group of newspapers": newspapers.
  bool fits = IsHeadedBy(group, frame.object_words, frame.object_word_count);
  return fits ||
         (m_.focus.Collects(parsed_, group) &&
          IsHeadedBy(group + 2, frame.object_words, frame.object_word_count));
}

int RoleFiller::BarredObject(const model::Frame& frame, int at,
                             const Complement& complement) const {
  if (frame.forbidden_count == 0) return -1;
  std::vector<int> groups;
  for (Slot slot : frame.verb_object) {
    if (slot == Slot::kNone || slot == Slot::kPossessor ||
        slot == Slot::kFocus || slot == Slot::kRated) {
      continue;
    }
    VerbSlot(at, slot, complement, groups);
    for (int group : groups) {
      uint32_t lemma = p_.word(g_[group].head).lemma;
      auto words = book_->List(frame.forbidden_words, frame.forbidden_count);
      bool barred = g_[group].kind == K::kNoun && g_[group].mention < 0 &&
                    std::find(words.begin(), words.end(), lemma) != words.end();
      if (barred) return group;
    }
  }
  return -1;
}

// "one of Norway's largest plants": one of these.
auto RoleFiller::OneOf(const model::Frame& frame, int group, uint16_t mask)
    -> std::optional<Found> {
  int many = group + 2;
  bool fits =
      many < static_cast<int>(g_.size()) && p_.IsWord(g_[group].head, "one") &&
      p_.IsWord(g_[group + 1].head, "of") && g_[many].kind == K::kNoun &&
      g_[many].mention < 0 && p_.Tagged(g_[many].head, Bit(Tag::kNNS)) &&
      Allowed(frame, many, true);
  if (!fits) return {};
  Filler filler = m_.focus.Read(parsed_, many);
  bool thing = (filler.mask & mask) != 0 && filler.party.entity < 0 &&
               !(filler.mask & model::kSomeone);
  if (!thing) return {};
  filler.party.span = p_.span(g_[group].first, g_[many].last);
  filler.party.name = p_.str(filler.party.span);
  auto owner = m_.focus.Possessor(parsed_, many);
  return Found{filler, many, owner && owner->party.entity >= 0};
}

auto RoleFiller::Fill(const model::Frame& frame, int group, uint16_t mask,
                      bool object) -> std::optional<Found> {
  if (object) {
    if (auto one = OneOf(frame, group, mask)) return one;
  }
  if (!Allowed(frame, group, object)) return {};
  Filler filler = m_.focus.Read(parsed_, group);
  // "Acme's offer values": an owner, where only owners fit.
  if (!object && frame.owned_only) return OwnerOf(frame, group, mask);
  // "Acme's plan to buy": whose plan it is acts.
  bool plan = !object && (filler.mask & mask) == 0 && g_[group].possessor > 0 &&
              StatusOf(p_, g_[group].head, W::k_noun_status).has_value();
  if (plan) {
    auto holder = m_.focus.Possessor(parsed_, group);
    if (holder) filler = *holder;
  }
  bool organ = p_.LemmaHas(g_[group].head, W::k_organ);
  if ((filler.mask & mask) == 0 && (!object || organ)) {
    if (auto owner = OwnerOf(frame, group, mask)) return owner;
  }
  if ((filler.mask & mask) == 0) return {};
  // "does not allow her to": nobody that is known.
  bool someone = object && g_[group].pronoun && filler.party.entity < 0;
  if (filler.party.name.empty() || someone) return {};
  bool measure = (filler.mask & (model::kMeasure | model::kSecurity)) &&
                 g_[group].mention < 0;
  bool share = object && measure && ToShare(group, filler);
  if (object && measure && !share) {
    // "raised its rate": the rate is what is acted on, not whose it is.
    filler.party.name = m_.focus.Words(g_[group]);
    filler.party.entity = -1;
    uint32_t last = g_[group].last;
    // "imports of salmon".
    bool of = group + 2 < static_cast<int>(g_.size()) &&
              p_.LemmaHas(g_[group].head, W::k_goods_measure) &&
              p_.IsWord(g_[group + 1].head, "of") &&
              g_[group + 2].kind == K::kNoun && g_[group + 2].figure < 0;
    if (of) {
      last = g_[group + 2].last;
      filler.party.name +=
          " of " + std::string(p_.str(p_.span(g_[group + 2].first, last)));
    }
    filler.party.span = p_.span(g_[group].first, last);
  }
  Found found{filler, group};
  bool others = p_.Tagged(g_[group].first, Bit(Tag::kPRPS)) &&
                !p_.IsWord(g_[group].first, "its");  // "their companies"
  if ((filler.mask & model::kThing) && g_[group].possessor > 0 && !others) {
    auto owner = m_.focus.Possessor(parsed_, group);
    found.owned = owner && owner->party.entity >= 0;
  }
  return found;
}

bool RoleFiller::ToShare(int group, Filler& filler) {
  if (!(filler.mask & model::kSecurity)) return false;
  const Group& noun = g_[group];
  int company = filler.party.entity;
  bool own = company < 0 && p_.Has(noun.head, W::k_own_share);
  if (own && noun.definite && noun.possessor == 0 &&
      noun.last == noun.first + 2) {
    company = CompanyOn(group);
    if (company < 0) {
      company = m_.focus.Current(parsed_, noun.first, false, true);
    }
  }
  bool names = own && company < 0 && group + 2 < static_cast<int>(g_.size()) &&
               (p_.IsWord(g_[group + 1].head, "in") ||
                p_.IsWord(g_[group + 1].head, "of")) &&
               g_[group + 2].mention >= 0;
  if (names) company = m_.focus.Read(parsed_, group + 2).party.entity;
  if (company < 0) return false;
  filler = m_.focus.FromEntity(company, filler.party.span);
  filler.mask |= model::kSecurity;
  return true;
}

auto RoleFiller::OwnerOf(const model::Frame& frame, int group, uint16_t mask)
    -> std::optional<Found> {
  uint32_t head = g_[group].head;
  bool owned = false;
  for (uint32_t word : book_->List(frame.owned_words, frame.owned_count)) {
    owned =
        owned || word == p_.word(head).lemma || word == p_.tokens[head].word;
  }
  // "Acme's bakery unit cut jobs", "Acme's board rejected": Acme did.
  bool unit =
      (p_.LemmaHas(head, W::k_facility) || p_.LemmaHas(head, W::k_organ)) &&
      (mask & model::kCompany) && g_[group].mention < 0;
  if (!owned && !unit) return {};
  auto owner = m_.focus.Possessor(parsed_, group);
  if (!owned) {
    if (!owner || !(owner->mask & mask)) return {};
    return Found{*owner, OwnerMark(group)};
  }
  if (!owner) owner = m_.focus.Left(parsed_, group, head);
  if (owner && !(owner->mask & mask)) owner = m_.focus.MakerOf(*owner);
  int at = group + 1;
  bool phrase =
      !owner && at + 1 < static_cast<int>(g_.size()) &&
      g_[at].kind == K::kPreposition && g_[at].first == g_[at].head &&
      g_[at + 1].kind == K::kNoun &&
      (p_.IsWord(g_[at].head, "at") || p_.IsWord(g_[at].head, "of") ||
       p_.IsWord(g_[at].head, "from") || p_.IsWord(g_[at].head, "by") ||
       p_.IsWord(g_[at].head, "across"));
  if (phrase) {
    owner = m_.focus.Read(parsed_, at + 1);
    if (!(owner->mask & mask)) {
      owner = m_.focus.Possessor(parsed_, at + 1);
    }
    // "nurses at Acme hospitals".
    if (!owner) owner = m_.focus.Left(parsed_, at + 1, g_[at + 1].head);
  }
  if (!owner || !(owner->mask & mask)) return {};
  return Found{*owner, OwnerMark(group)};
}

auto RoleFiller::FillVerb(const model::Frame& frame, int at,
                          const Slot (&slots)[model::kSlots], uint16_t mask,
                          bool object, const Complement& complement)
    -> std::optional<Found> {
  std::vector<int> groups;
  for (Slot slot : slots) {
    if (slot == Slot::kNone) continue;
    if (slot == Slot::kPossessor) {  // "hacked Acme's servers"
      VerbSlot(at, Slot::kObject, complement, groups);
      for (const PrepositionalPhrase& phrase : complement.phrases) {
        // "cut 10% of Acme's staff".
        bool part = phrase.group > 1 && p_.IsWord(phrase.preposition, "of") &&
                    g_[phrase.group - 2].kind == K::kFigure;
        if (part) groups.push_back(phrase.group);
      }
      for (int group : groups) {
        bool own = p_.Tagged(g_[group].first, Bit(Tag::kPRPS));
        // "his Acme price target", but "our Target Price".
        bool ours = p_.IsWord(g_[group].first, "our") ||
                    p_.IsWord(g_[group].first, "my");
        if (ours) continue;
        auto holder = own ? std::nullopt : m_.focus.Possessor(parsed_, group);
        // "probes Acme ovens".
        if (!holder && g_[group].mention < 0) {
          holder = m_.focus.Left(parsed_, group, g_[group].head);
        }
        if (holder && (holder->mask & mask))
          return Found{*holder, OwnerMark(group)};
      }
      continue;
    }
    if (slot == Slot::kLeft) {  // "sold its Acme stake"
      for (int group : complement.objects) {
        auto left = LeftOf(group, mask);
        if (left) return left;
      }
      // "its FDA application was approved".
      bool undergoes = g_[at].passive && parsed_.subject[at] >= 0 && !object;
      auto left = undergoes ? LeftOf(parsed_.subject[at], mask)
                            : std::optional<Found>();
      if (left) return left;
      continue;
    }
    if (slot == Slot::kFocus || slot == Slot::kRated) {
      bool rated = slot == Slot::kRated;
      auto found = SpokenOf(frame, at, rated, mask, object, complement);
      if (found) return found;
      continue;
    }
    VerbSlot(at, slot, complement, groups);
    for (int group : groups) {
      // "from investors led by Acme".
      int led = g_[group].mention < 0 ? LedByAt(group) : -1;
      if (led >= 0) {
        if (auto found = Fill(frame, led, mask, object)) return found;
      }
      if (auto found = Fill(frame, group, mask, object)) return found;
    }
    if (slot != Slot::kSubject || g_[at].passive) continue;
    if (auto found = DroppedSubject(at, mask)) return found;
  }
  return {};
}

auto RoleFiller::DroppedSubject(int verb, uint16_t mask)
    -> std::optional<Found> {
  const Group& group = g_[verb];
  int first = 0;
  while (first < verb && g_[first].kind == K::kOther) ++first;  // a bullet
  bool tells = group.infinitive ? p_.IsWord(group.first, "to")
                                : p_.Tagged(group.first, Bit(Tag::kVBZ)) ||
                                      (parsed_.sentence->item &&
                                       p_.Tagged(group.first, Bit(Tag::kVBD)));
  bool asks = p_.Has(group.first, W::k_be) || p_.Has(group.first, W::k_have) ||
              p_.Has(group.first, W::k_do_verb);
  if (first != verb || !tells || asks || parsed_.subject[verb] >= 0) return {};
  // "To cut costs, Acme closed": no item of a list.
  for (size_t k = verb + 1; group.infinitive && k < g_.size(); ++k) {
    if (g_[k].kind == K::kVerb && g_[k].finite) return {};
  }
  int body = m_.focus.Current(parsed_, group.first, true);
  if (body < 0) return {};
  Filler filler = m_.focus.FromEntity(body, p_.span(group.first, group.last));
  return filler.mask & mask ? std::optional(Found{filler, kSpokenMark})
                            : std::nullopt;
}

auto RoleFiller::LeftOf(int group, uint16_t mask) -> std::optional<Found> {
  if (g_[group].mention >= 0) return {};
  auto left = m_.focus.Left(parsed_, group, g_[group].head);
  bool fits = left && (left->mask & mask);
  return fits ? std::optional(Found{*left, OwnerMark(group)}) : std::nullopt;
}

auto RoleFiller::Described(int person, uint16_t mask) const
    -> std::optional<Found> {
  auto body = m_.focus.BodyOf(person, mask);
  return body ? std::optional(Found{*body, kLeftMark}) : std::nullopt;
}

void RoleFiller::OwnPost(const model::Frame& frame,
                         const Complement& complement,
                         const std::optional<Found>& subject,
                         std::optional<Found>& object) {
  std::vector<int> posts;
  for (const PrepositionalPhrase& phrase : complement.phrases) {
    bool as = SlotOf(p_, phrase.preposition) == Slot::kAs;
    if (as) posts.push_back(phrase.group);
  }
  for (int group : complement.objects) {
    if (p_.LemmaHas(g_[group].head, W::k_title)) posts.push_back(group);
  }
  for (int post : posts) {
    const Group& group = g_[post];
    bool named = object && object->group != kSpokenMark;
    if (named || group.mention >= 0) continue;
    // "as Acme's chairman", "as Acme chairman".
    auto holder = group.possessor > 0
                      ? m_.focus.Possessor(parsed_, post)
                      : m_.focus.Left(parsed_, post, group.head);
    if (holder && (holder->mask & frame.object_fillers)) {
      object = Found{*holder, OwnerMark(post)};
    }
  }
  bool nominal = object && object->group >= 0 && subject &&
                 subject->filler.party.entity >= 0 &&
                 g_[object->group].definite &&
                 p_.LemmaHas(g_[object->group].head, W::k_nominal_company);
  if (!nominal) return;
  auto body = Described(subject->filler.party.entity, frame.object_fillers);
  if (body) object = body;
}

auto RoleFiller::PostOf(const model::Frame& frame, int at,
                        const Complement& complement) -> std::optional<Found> {
  std::vector<int> others = complement.objects;
  if (parsed_.subject[at] >= 0) others.push_back(parsed_.subject[at]);
  for (int other : others) {
    Filler filler = m_.focus.Read(parsed_, other);
    if (!(filler.mask & model::kPerson) || filler.party.entity < 0) continue;
    auto found = Described(filler.party.entity, frame.object_fillers);
    if (!found) found = LedBy(frame, other, at);
    if (found) return found;
  }
  return {};
}

auto RoleFiller::LedBy(const model::Frame& frame, int person, int before)
    -> std::optional<Found> {
  for (int k = person + 1; k < before; ++k) {
    bool leads = g_[k].kind == K::kVerb && parsed_.subject[k] == person &&
                 !g_[k].passive && p_.VerbHas(g_[k].head, W::k_leads);
    if (!leads) continue;
    for (int object : ReadComplement(m_.story, parsed_, k).objects) {
      if (auto found = Fill(frame, object, frame.object_fillers, true)) {
        return found;
      }
    }
  }
  return {};
}

void RoleFiller::Reciprocal(const model::Frame& frame, int at,
                            std::optional<Found>& subject,
                            std::optional<Found>& object) {
  if (!frame.reciprocal || object || parsed_.joined[at].empty()) return;
  // "A and B cooperated with the probe": not with each other.
  bool with = at + 1 < static_cast<int>(g_.size()) &&
              p_.IsWord(g_[at + 1].head, "with");
  if (with) return;
  int first = parsed_.joined[at].back();
  auto other = Fill(frame, first, frame.subject_fillers, false);
  if (!other || !subject) return;
  object = subject;
  subject = other;
}

}  // namespace newsdigest
