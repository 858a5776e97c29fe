#include "claims/frames.h"

#include <fmt/format.h>

#include <algorithm>

#include "claims/status.h"
#include "language/frame_book.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;
using model::Slot;
using model::TriggerKind;

constexpr uint16_t kNamed = 0xff;  // fillers that are names

class FrameMatcher {
 public:
  explicit FrameMatcher(Matching& matching)
      : m_(matching),
        p_(matching.story.passage),
        parsed_(matching.parsed),
        g_(matching.parsed.groups),
        model_(*p_.lexicon) {}

  void Run() {
    Read(model_);
    if (m_.story.rules) Read(*m_.story.rules);
  }

 private:
  void Read(const FrameBook& book) {
    book_ = &book;
    for (size_t i = 0; i < g_.size(); ++i) {
      int at = static_cast<int>(i);
      if (g_[i].kind == K::kVerb) Verb(at);
      if (g_[i].kind == K::kNoun && g_[i].mention < 0) Noun(at);
    }
  }

  void Log(const model::Frame& frame, uint32_t trigger, std::string_view what) {
    if (!m_.log) return;
    *m_.log += fmt::format("  {:28} \"{}\": {}\n", book_->String(frame.rule),
                           p_.str(trigger), what);
  }

  // Whether the words that a trigger wants beside its own are there.
  bool Particles(const model::Trigger& trigger, uint32_t head,
                 uint32_t clause_end) const {
    uint32_t at = head + 1;
    for (int k = 0; k < trigger.particles; ++k) {
      uint32_t reach = trigger.near ? clause_end : std::min(clause_end, at + 1);
      bool found = false;
      for (; at < reach; ++at) {
        if (p_.tokens[at].word == trigger.words[k] ||
            p_.word(at).lemma == trigger.words[k]) {
          found = true;
          ++at;
          break;
        }
      }
      if (!found) return false;
    }
    return true;
  }

  uint32_t TokenEnd(int end_group) const {
    return end_group < static_cast<int>(g_.size()) ? g_[end_group].first
                                                   : parsed_.sentence->last;
  }

  void Verb(int at) {
    const Group& group = g_[at];
    auto triggers = book_->Triggers(p_.VerbLemmaId(group.head));
    if (triggers.empty()) return;
    Complement complement = ReadComplement(m_.story, parsed_, at);
    for (const model::Trigger& trigger : triggers) {
      if (trigger.kind != TriggerKind::kVerb) continue;
      if (Particles(trigger, group.head, TokenEnd(complement.end))) {
        TryVerb(at, trigger, complement);
        continue;
      }
      // "was ordered to pay $3 million": a word of the infinitive behind it.
      int next = complement.end;
      bool infinitive = trigger.near && next < static_cast<int>(g_.size()) &&
                        g_[next].kind == K::kVerb && g_[next].infinitive;
      if (!infinitive) continue;
      Complement longer = WithInfinitive(complement);
      if (Particles(trigger, group.head, TokenEnd(longer.end))) {
        TryVerb(at, trigger, longer);
      }
    }
  }

  Complement WithInfinitive(const Complement& complement) const {
    Complement out = complement;
    Complement more = ReadComplement(m_.story, parsed_, complement.end);
    auto append = [](auto& to, const auto& from) {
      to.insert(to.end(), from.begin(), from.end());
    };
    append(out.objects, more.objects);
    append(out.phrases, more.phrases);
    append(out.figures, more.figures);
    append(out.dates, more.dates);
    out.end = more.end;
    return out;
  }

  // The groups that may fill `slot` of a verb.
  void VerbSlot(int at, Slot slot, const Complement& complement,
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
      if (parsed_.subject[at] >= 0) out.push_back(parsed_.subject[at]);
      return;
    }
    if (slot == Slot::kObject) {
      out = complement.objects;
      // "bought oven control and repair company Quill": one group, whose name
      // stands at its end.
      bool one = out.size() > 1 && g_[out[0]].mention < 0 &&
                 (g_[out[1]].mention >= 0 ? DescribesName(out[1])
                                          : SharesNoun(out[0], out[1]));
      if (one) out.erase(out.begin());
      return;
    }
    if (slot == Slot::kPurpose) {
      int next = complement.end;
      if (next < static_cast<int>(g_.size()) && g_[next].infinitive) {
        out = ReadComplement(m_.story, parsed_, next).objects;
      }
      return;
    }
    for (const PrepositionalPhrase& phrase : complement.phrases) {
      if (SlotOf(p_, phrase.preposition) == slot) out.push_back(phrase.group);
    }
  }

  // "a health and wellness program": the first noun only describes.
  bool SharesNoun(int first, int second) const {
    return second == first + 2 && g_[first + 1].kind == K::kConjunction &&
           g_[first].last == g_[first].first + 2 &&
           p_.Tagged(g_[first].first, Bit(Tag::kDT)) &&
           p_.Tagged(g_[first].head, Bit(Tag::kNN)) &&
           g_[second].last - g_[second].first > 1 &&
           p_.Tagged(g_[second].first, kNounTags);
  }

  // "repair company Quill": a kind of company stands right before the name.
  bool DescribesName(int group) const {
    const MentionMatch& name = m_.story.entities.mentions[g_[group].mention];
    return name.first > g_[group].first &&
           p_.Has(name.first - 1, W::k_nominal_company) &&
           !p_.Tagged(g_[group].first, Bit(Tag::kDT) | Bit(Tag::kPRPS));
  }

  bool Allowed(const model::Frame& frame, int group, bool object) const {
    if (!object) return true;
    uint32_t lemma = p_.word(g_[group].head).lemma;
    auto has = [&](uint32_t first, uint16_t count) {
      for (uint32_t word : book_->List(first, count)) {
        if (word == lemma || word == p_.tokens[g_[group].head].word) {
          return true;
        }
      }
      return false;
    };
    if (frame.forbidden_count > 0 && g_[group].mention < 0 &&
        has(frame.forbidden_words, frame.forbidden_count)) {
      return false;
    }
    if (frame.object_word_count > 0) {
      return has(frame.object_words, frame.object_word_count);
    }
    return true;
  }

  struct Found {
    Filler filler;
    int group = -1;
    bool owned = false;  // a thing whose owner is a name: "its bakery unit"
  };

  std::optional<Found> Fill(const model::Frame& frame, int group, uint16_t mask,
                            bool object) {
    if (!Allowed(frame, group, object)) return {};
    Filler filler = m_.focus.Read(parsed_, group);
    // "Acme's plan to buy": whose plan it is acts.
    bool plan = !object && (filler.mask & mask) == 0 &&
                g_[group].possessor > 0 &&
                StatusOf(p_, g_[group].head, W::k_noun_status).has_value();
    if (plan) {
      auto holder = m_.focus.Possessor(parsed_, group);
      if (holder) filler = *holder;
    }
    if ((filler.mask & mask) == 0 && !object) {
      if (auto owner = OwnerOf(frame, group, mask)) return owner;
    }
    if ((filler.mask & mask) == 0 || (frame.owned_only && !object)) return {};
    if (filler.party.name.empty()) return {};
    bool measure = (filler.mask & (model::kMeasure | model::kSecurity)) &&
                   g_[group].mention < 0;
    if (object && measure) {
      // "raised its rate": the rate is what is acted on, not whose it is.
      filler.party.name = m_.focus.Words(g_[group]);
      filler.party.entity = -1;
      filler.party.span = p_.span(g_[group].first, g_[group].last);
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

  // "workers at Acme", "Acme's website": whose they are, where the frame takes
  // the owner for them.
  std::optional<Found> OwnerOf(const model::Frame& frame, int group,
                               uint16_t mask) {
    uint32_t head = g_[group].head;
    bool owned = false;
    for (uint32_t word : book_->List(frame.owned_words, frame.owned_count)) {
      owned =
          owned || word == p_.word(head).lemma || word == p_.tokens[head].word;
    }
    if (!owned) return {};
    auto owner = m_.focus.Possessor(parsed_, group);
    if (!owner) owner = m_.focus.Left(parsed_, group, head);
    int at = group + 1;
    bool phrase =
        !owner && at + 1 < static_cast<int>(g_.size()) &&
        g_[at].kind == K::kPreposition && g_[at + 1].kind == K::kNoun &&
        (p_.IsWord(g_[at].head, "at") || p_.IsWord(g_[at].head, "of") ||
         p_.IsWord(g_[at].head, "from") || p_.IsWord(g_[at].head, "by"));
    if (phrase) {
      owner = m_.focus.Read(parsed_, at + 1);
      if (!(owner->mask & mask)) {
        owner = m_.focus.Possessor(parsed_, at + 1);
      }
    }
    if (!owner || !(owner->mask & mask)) return {};
    return Found{*owner, -5 - group};
  }

  std::optional<Found> FillVerb(const model::Frame& frame, int at,
                                const Slot (&slots)[model::kSlots],
                                uint16_t mask, bool object,
                                const Complement& complement) {
    std::vector<int> groups;
    for (Slot slot : slots) {
      if (slot == Slot::kNone) continue;
      if (slot == Slot::kPossessor) {  // "hacked Acme's servers"
        VerbSlot(at, Slot::kObject, complement, groups);
        for (int group : groups) {
          if (p_.Tagged(g_[group].first, Bit(Tag::kPRPS))) continue;
          auto holder = m_.focus.Possessor(parsed_, group);
          if (holder && (holder->mask & mask)) return Found{*holder, group};
        }
        continue;
      }
      if (slot == Slot::kFocus) {
        int body = m_.focus.Current(parsed_, g_[at].first);
        int doer = parsed_.subject[at];
        if (body < 0 || doer < 0) continue;
        Filler filler =
            m_.focus.FromEntity(body, p_.span(g_[at].first, g_[at].last));
        bool other = m_.focus.Read(parsed_, doer).party.entity != body;
        if (other && (filler.mask & mask)) return Found{filler, -4};
        continue;
      }
      VerbSlot(at, slot, complement, groups);
      for (int group : groups) {
        if (auto found = Fill(frame, group, mask, object)) return found;
      }
    }
    return {};
  }

  Draft NewDraft(const model::Frame& frame, int at, uint32_t trigger) const {
    Draft draft;
    draft.group = at;
    draft.trigger = trigger;
    draft.claim.type = static_cast<ClaimType>(frame.type);
    draft.claim.action = book_->String(frame.action);
    draft.claim.rule = book_->String(frame.rule);
    draft.claim.direction = static_cast<Direction>(frame.direction);
    draft.specific = book_->rank() + (frame.object_word_count > 0 ? 2 : 0) +
                     (frame.unit_count > 0 ? 1 : 0);
    return draft;
  }

  void TryVerb(int at, const model::Trigger& trigger,
               const Complement& complement) {
    const model::Frame& frame = book_->frame(trigger.frame);
    const Group& group = g_[at];
    Draft draft = NewDraft(frame, at, group.head);
    draft.verb = at;
    draft.specific += trigger.particles;
    auto subject = FillVerb(frame, at, frame.verb_subject,
                            frame.subject_fillers, false, complement);
    auto object = FillVerb(frame, at, frame.verb_object, frame.object_fillers,
                           true, complement);
    if (subject && object && subject->group == object->group) object.reset();
    // "Acme ... for it to merge with Acme": one party is no pair.
    if (subject && object && subject->filler.party.entity >= 0 &&
        subject->filler.party.entity == object->filler.party.entity) {
      object.reset();
    }
    if (frame.role_object && !object && subject && subject->group >= 0 &&
        g_[subject->group].mention >= 0) {
      // "Acme CEO Jane Porter": the body stands before the person.
      const MentionMatch& person =
          m_.story.entities.mentions[g_[subject->group].mention];
      auto body = m_.focus.Left(parsed_, subject->group, person.first);
      if (body && (body->mask & frame.object_fillers)) {
        object = Found{*body, -3};
      } else {
        object = Described(person.entity, frame.object_fillers);
      }
    }
    Reciprocal(frame, at, subject, object);
    draft.claim.status =
        frame.status >= 0 ? static_cast<Status>(frame.status) : group.status;
    if (frame.progressive >= 0 && group.progressive &&
        group.status == Status::kCompleted) {
      draft.claim.status = static_cast<Status>(frame.progressive);
    }
    if (group.negated) draft.claim.status = Status::kDenied;
    Amounts(frame, complement.figures, subject, object, draft);
    if (frame.role_object) Role(complement, draft);
    draft.clause_first =
        subject && subject->group >= 0 ? std::min(subject->group, at) : at;
    draft.clause_last = complement.end;
    Finish(frame, subject, object, draft);
  }

  // "Jane Porter, chief executive of Acme,": the body of her description.
  std::optional<Found> Described(int person, uint16_t mask) const {
    const EntityTable& table = m_.story.entities;
    const EntityInfo& info = table.entities[person];
    for (uint32_t i = info.description_first; i < info.description_last; ++i) {
      if (table.at[i] < 0) continue;
      const MentionMatch& mention = table.mentions[table.at[i]];
      Filler filler = m_.focus.FromEntity(mention.entity,
                                          p_.span(mention.first, mention.last));
      if (filler.mask & mask) return Found{filler, -3};
    }
    return {};
  }

  // "A and B merged": the joined subjects are the two parties.
  void Reciprocal(const model::Frame& frame, int at,
                  std::optional<Found>& subject, std::optional<Found>& object) {
    if (!frame.reciprocal || object || parsed_.joined[at].empty()) return;
    int first = parsed_.joined[at].back();
    auto other = Fill(frame, first, frame.subject_fillers, false);
    if (!other || !subject) return;
    object = subject;
    subject = other;
  }

  bool UnitFits(const model::Frame& frame, const Figure& figure) const {
    if (figure.kind != FigureKind::kCount || frame.unit_count == 0) {
      return true;
    }
    for (uint32_t word : book_->List(frame.units, frame.unit_count)) {
      if (p_.lexicon->String(p_.lexicon->word(word).key) == figure.unit) {
        return true;
      }
    }
    return false;
  }

  void Amounts(const model::Frame& frame, const std::vector<FigureUse>& figures,
               const std::optional<Found>& subject,
               const std::optional<Found>& object, Draft& draft) {
    auto take = [&](int index, uint32_t preposition) {
      const Figure& figure = m_.story.figures[index].figure;
      FigureKind kind = IsMoney(figure) ? FigureKind::kMoney : figure.kind;
      uint16_t bit = static_cast<uint16_t>(1 << static_cast<int>(kind));
      bool per = figure.kind == FigureKind::kRate;
      // "raised its bid by 30%", "cut rates by a quarter point".
      bool by = preposition > 0 && p_.IsWord(preposition - 1, "by");
      bool change = frame.moves && (kind == FigureKind::kBasisPoint ||
                                    kind == FigureKind::kPercentagePoint ||
                                    (by && kind == FigureKind::kPercent));
      if (change) {
        if (draft.claim.change < 0) draft.claim.change = index;
        return;
      }
      // "to $40 from $35".
      bool base = preposition > 0 && (frame.level_kinds & bit) &&
                  p_.Has(preposition - 1, W::k_base_preposition);
      if (base) {
        if (draft.claim.from < 0) draft.claim.from = index;
        return;
      }
      if (draft.claim.level < 0 && (frame.level_kinds & bit) &&
          (per || (frame.amount_kinds & bit) == 0)) {
        draft.claim.level = index;
        return;
      }
      if (draft.claim.amount < 0 && (frame.amount_kinds & bit) &&
          UnitFits(frame, figure)) {
        draft.claim.amount = index;
      }
    };
    for (const FigureUse& use : figures) {
      bool own = use.preposition == 0 && use.group <= draft.group + 2 &&
                 g_[use.group].kind == K::kFigure;
      if (!frame.amount_object || own) take(use.figure, use.preposition);
    }
    for (const auto& role : {object, subject}) {
      if (!role) continue;
      // What is owned carries the figure: "400 workers at Acme".
      int group = role->group <= -5 ? -5 - role->group : role->group;
      if (group >= 0 && g_[group].figure >= 0) take(g_[group].figure, 0);
    }
  }

  // The post of a leadership claim: a noun group headed by a title.
  void Role(const Complement& complement, Draft& draft) {
    std::vector<int> groups = complement.objects;
    for (const PrepositionalPhrase& phrase : complement.phrases) {
      groups.push_back(phrase.group);
    }
    for (int group : groups) {
      uint32_t first = g_[group].first;
      uint32_t last = g_[group].last;
      for (uint32_t i = first; i < last; ++i) {
        auto title = p_.Match(i, W::k_title, last);
        if (title.length == 0 || m_.story.entities.at[i] >= 0) continue;
        draft.claim.role = p_.str(p_.span(i, i + title.length));
        return;
      }
    }
  }

  void Noun(int at) {
    const Group& group = g_[at];
    uint32_t first = std::max(group.first, group.possessor);
    for (uint32_t i = group.last; i > first; --i) {
      uint32_t token = i - 1;
      // "tie-up": the second half of a compound is no noun of its own.
      bool half =
          token + 1 == group.last && token > first + 1 && p_.Is(token - 1, "-");
      if (!half && !p_.Tagged(token, kNounTags | Bit(Tag::kVBG))) continue;
      bool head = token == group.head || half;
      bool modifier =
          token + 1 == group.head && p_.LemmaHas(group.head, W::k_noun_status);
      if (!head && !modifier) continue;
      for (const model::Trigger& trigger :
           book_->Triggers(p_.word(token).lemma)) {
        if (trigger.kind != TriggerKind::kNoun) continue;
        if (trigger.particles > 0 && !Before(trigger, token, group.first)) {
          continue;
        }
        TryNoun(at, token, trigger);
      }
    }
  }

  // "public offering": for nouns the further words stand before the head.
  bool Before(const model::Trigger& trigger, uint32_t token,
              uint32_t first) const {
    uint32_t at = token;
    for (int k = 0; k < trigger.particles; ++k) {
      if (at == first || at == 0) return false;
      --at;
      if (p_.tokens[at].word != trigger.words[k] &&
          p_.word(at).lemma != trigger.words[k]) {
        return false;
      }
    }
    return true;
  }

  std::optional<Found> FillNoun(const model::Frame& frame, int at,
                                uint32_t trigger,
                                const Slot (&slots)[model::kSlots],
                                uint16_t mask, bool object, int light,
                                const Complement& complement, int taken_group) {
    for (Slot slot : slots) {
      if (slot == Slot::kNone) continue;
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
      if (slot == Slot::kFocus) {
        int body = m_.focus.Current(parsed_, g_[at].first);
        int verb = VerbOf(parsed_, at);
        bool sized = g_[at].figure >= 0 ||
                     (verb >= 0 && p_.VerbHas(g_[verb].head, W::k_sizes));
        if (body < 0 || !sized) continue;
        Filler filler =
            m_.focus.FromEntity(body, p_.span(g_[at].first, g_[at].last));
        if (filler.mask & mask) return Found{filler, -4};
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
        if (g_[light].passive) continue;
        int group = parsed_.subject[light];
        if (group == taken_group) continue;
        if (auto found = Fill(frame, group, mask, object)) return found;
        continue;
      }
      for (const PrepositionalPhrase& phrase : complement.phrases) {
        if (SlotOf(p_, phrase.preposition) != slot) continue;
        if (phrase.group == taken_group) continue;
        if (auto found = Fill(frame, phrase.group, mask, object)) {
          return found;
        }
      }
    }
    return {};
  }

  // The subject of the clause whose means the noun is; -1: none.
  int Means(int at) const {
    if (at < 1 || g_[at - 1].kind != K::kPreposition) return -1;
    if (!p_.IsWord(g_[at - 1].head, "through") &&
        !p_.IsWord(g_[at - 1].head, "via")) {
      return -1;
    }
    for (int k = at - 2; k >= 0 && k > at - 8; --k) {
      if (g_[k].kind == K::kVerb) return parsed_.subject[k];
      if (g_[k].kind == K::kStop || g_[k].kind == K::kRelative) return -1;
    }
    return -1;
  }

  // "plans for an IPO": the group of the plan; -1: none.
  int PlanBefore(int at) const {
    if (at < 2 || g_[at - 1].kind != K::kPreposition) return -1;
    bool joins =
        p_.IsWord(g_[at - 1].head, "for") || p_.IsWord(g_[at - 1].head, "of");
    bool plan = joins && g_[at - 2].kind == K::kNoun &&
                g_[at - 2].mention < 0 &&
                StatusOf(p_, g_[at - 2].head, W::k_noun_status).has_value();
    return plan ? at - 2 : -1;
  }

  // "Acme is under investigation": the group of Acme; -1: none.
  int Undergoes(int at) const {
    if (at < 2 || g_[at - 1].kind != K::kPreposition) return -1;
    if (!p_.IsWord(g_[at - 1].head, "under")) return -1;
    return g_[at - 2].kind == K::kVerb ? parsed_.subject[at - 2] : -1;
  }

  // "a partnership to power Acme's servers": Acme.
  std::optional<Found> Purpose(int at, uint16_t mask, int taken_group) {
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
    return {};
  }

  void TryNoun(int at, uint32_t token, const model::Trigger& trigger) {
    const model::Frame& frame = book_->frame(trigger.frame);
    const Group& group = g_[at];
    Complement complement = ReadComplement(m_.story, parsed_, at);
    int governor = GoverningVerb(m_.story, parsed_, at);
    int verb = VerbOf(parsed_, at);
    int plan = PlanBefore(at);
    if (plan >= 0) governor = GoverningVerb(m_.story, parsed_, plan);
    bool light = governor >= 0 && p_.VerbHas(g_[governor].head, W::k_light);
    Draft draft = NewDraft(frame, at, token);
    draft.specific += trigger.particles;
    draft.verb = light ? governor : -1;
    auto subject =
        FillNoun(frame, at, token, frame.noun_subject, frame.subject_fillers,
                 false, light ? governor : -1, complement, -1);
    auto object = FillNoun(frame, at, token, frame.noun_object,
                           frame.object_fillers, true, light ? governor : -1,
                           complement, subject ? subject->group : -1);
    if (subject && object &&
        (subject->filler.party.entity >= 0
             ? subject->filler.party.entity == object->filler.party.entity
             : subject->filler.party.name == object->filler.party.name)) {
      object.reset();
    }
    if (light) Reciprocal(frame, governor, subject, object);
    Status status = NounStatus(m_.story, group, token);
    if (plan >= 0) {
      status = Combine(StatusOf(p_, g_[plan].head, W::k_noun_status)
                           .value_or(Status::kCompleted),
                       status);
    }
    if (light) {
      auto verb_status = StatusOf(p_, g_[governor].head, W::k_light);
      status =
          Combine(g_[governor].status,
                  Combine(verb_status.value_or(Status::kCompleted), status));
    } else if (verb >= 0) {
      auto verb_status = StatusOf(p_, g_[verb].head, W::k_light);
      status =
          Combine(g_[verb].status,
                  Combine(verb_status.value_or(Status::kCompleted), status));
    }
    draft.claim.status = frame.status >= 0 && status == Status::kCompleted
                             ? static_cast<Status>(frame.status)
                             : status;
    std::vector<FigureUse> figures = complement.figures;
    // "the layoffs would affect 300 workers".
    if (verb >= 0 && p_.VerbHas(g_[verb].head, W::k_sizes)) {
      Complement size = ReadComplement(m_.story, parsed_, verb);
      figures.insert(figures.end(), size.figures.begin(), size.figures.end());
    }
    if (group.figure >= 0)
      figures.insert(figures.begin(), {group.figure, 0, at});
    Amounts(frame, figures, subject, object, draft);
    if (frame.role_object) Role(complement, draft);
    draft.clause_first = light && parsed_.subject[governor] >= 0
                             ? parsed_.subject[governor]
                             : at;
    draft.clause_last = complement.end;
    if (!group.definite && !light && verb < 0 && !subject && !object) return;
    Finish(frame, subject, object, draft);
  }

  void Finish(const model::Frame& frame, const std::optional<Found>& subject,
              const std::optional<Found>& object, Draft& draft) {
    bool amount = draft.claim.amount >= 0 || draft.claim.level >= 0 ||
                  draft.claim.change >= 0;
    bool subject_name = subject && (subject->filler.mask & kNamed);
    bool object_name =
        object && ((object->filler.mask & kNamed) || object->owned);
    const char* missing = nullptr;
    if ((frame.require & model::kNeedSubject) && !subject) {
      missing = "no subject that fits";
    } else if ((frame.require & model::kNeedObject) && !object) {
      missing = "no object that fits";
    } else if ((frame.require & model::kNeedAmount) && !amount) {
      missing = "no amount that fits";
    } else if ((frame.require & model::kNeedName) && !subject_name &&
               !object_name) {
      missing = "neither party is a name";
    } else if ((frame.require & model::kNeedBothNames) &&
               !(subject_name && object_name)) {
      missing = "a party is no name";
    } else if (!subject && !object) {
      missing = "no party";
    }
    if (missing) {
      Log(frame, draft.trigger, missing);
      return;
    }
    if (subject) draft.claim.subject = subject->filler.party;
    if (object && !frame.drop_object) {
      draft.claim.object = object->filler.party;
    }
    draft.roles = (subject_name ? 2
                   : subject    ? 1
                                : 0) +
                  (object_name ? 2
                   : object    ? 1
                               : 0) +
                  (amount ? 1 : 0) + (draft.claim.role.empty() ? 0 : 1);
    Log(frame, draft.trigger, "fires");
    m_.drafts.push_back(draft);
  }

  Matching& m_;
  const Passage& p_;
  const ParsedSentence& parsed_;
  const std::vector<Group>& g_;
  ModelBook model_;
  const FrameBook* book_ = nullptr;  // whose frames are being matched
};

}  // namespace

void MatchFrames(Matching& matching) { FrameMatcher(matching).Run(); }

const Figure& FigureOf(const Story& story, int index) {
  return story.figures[index].figure;
}

}  // namespace newsdigest
