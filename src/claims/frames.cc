#include "claims/frames.h"

#include <fmt/format.h>

#include <algorithm>

#include "claims/noun_frames.h"
#include "claims/status.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;
using model::Slot;
using model::TriggerKind;

constexpr uint8_t kAcquisition = static_cast<uint8_t>(ClaimType::kAcquisition);

class FrameMatcher : private NounFrames {
 public:
  explicit FrameMatcher(Matching& matching)
      : NounFrames(matching), model_(*p_.lexicon) {}

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
      bool noun = g_[i].kind == K::kNoun && g_[i].mention < 0;
      if (noun && !IsSurname(g_[i])) Noun(at);
    }
  }

  // "Jane Fine": a capital after a first name.
  bool IsSurname(const Group& group) const {
    if (group.head == group.first || !p_.Tagged(group.head, Bit(Tag::kNNP))) {
      return false;
    }
    int mention = m_.story.entities.at[group.head - 1];
    if (mention < 0) return false;
    int entity = m_.story.entities.mentions[mention].entity;
    return m_.story.entities.entities[entity].type == EntityType::kPerson;
  }

  void Verb(int at) {
    const Group& group = g_[at];
    Phase(at);
    auto triggers = book_->Triggers(p_.VerbLemmaId(group.head));
    bool may = std::any_of(
        triggers.begin(), triggers.end(), [&](const model::Trigger& trigger) {
          return trigger.kind == TriggerKind::kVerb && words_.MayStand(trigger);
        });
    if (!may) return;
    Complement complement = ReadComplement(m_.story, parsed_, at);
    for (const model::Trigger& trigger : triggers) {
      if (trigger.kind != TriggerKind::kVerb) continue;
      if (!words_.MayStand(trigger)) continue;
      if (words_.Beside(trigger, group.first, group.head,
                        TokenEnd(complement.end))) {
        if (OwnParticle(trigger, at, complement)) {
          TryVerb(at, trigger, WithoutParticle(complement));
        } else {
          TryVerb(at, trigger,
                  trigger.near ? WithDoer(complement) : complement);
        }
        continue;
      }
      if (InPassiveSubject(trigger, at)) {
        TryVerb(at, trigger, WithSubject(at, complement));
        continue;
      }
      // "priced its initial public offering at $17, raising $3 million": words
      // of the clause that the participle ends.
      bool result = trigger.near && !trigger.bare && group.participle &&
                    book_->frame(trigger.frame).amount_object &&
                    !group.passive && at > 2 && g_[at - 1].kind == K::kComma;
      if (result && words_.In(trigger, parsed_.sentence->first, group.head)) {
        TryVerb(at, trigger, complement);
        continue;
      }
      if (InMeans(trigger, complement.end)) {
        TryVerb(at, trigger, complement);
        continue;
      }
      // "was ordered to pay $3 million": a word of the infinitive behind it.
      int next = complement.end;
      bool infinitive = trigger.near && next < static_cast<int>(g_.size()) &&
                        g_[next].kind == K::kVerb && g_[next].infinitive;
      if (!infinitive) continue;
      Complement longer = WithInfinitive(m_.story, parsed_, complement);
      if (words_.Beside(trigger, group.first, group.head,
                        TokenEnd(longer.end))) {
        TryVerb(at, trigger, WithDoer(longer));
      }
    }
  }

  // "raised $3 million by selling notes": words of what the participle at the
  // group `end`, or behind the preposition there, acts on.
  bool InMeans(const model::Trigger& trigger, int end) const {
    int size = static_cast<int>(g_.size());
    int verb = end;
    if (verb < size && g_[verb].kind == K::kPreposition) ++verb;
    bool means = trigger.near && verb > 0 && verb < size &&
                 book_->frame(trigger.frame).amount_object &&
                 g_[verb].kind == K::kVerb && g_[verb].participle &&
                 !g_[verb].passive && p_.IsWord(g_[verb - 1].head, "by");
    if (!means) return false;
    int last = ReadComplement(m_.story, parsed_, verb).end;
    return words_.In(trigger, g_[verb].head, TokenEnd(last));
  }

  // "left to join a start-up": a body without a name.
  bool JoinsUnnamed(const Complement& complement) const {
    auto unnamed = [&](int noun) {
      uint32_t first = g_[noun].first;
      bool one = p_.IsWord(first, "a") || p_.IsWord(first, "an") ||
                 p_.IsWord(first, "this") || p_.IsWord(first, "another");
      return one && p_.LemmaHas(g_[noun].head, W::k_nominal_company);
    };
    return std::any_of(complement.objects.begin(), complement.objects.end(),
                       unnamed) ||
           std::any_of(complement.phrases.begin(), complement.phrases.end(),
                       [&](const PrepositionalPhrase& phrase) {
                         return p_.IsWord(phrase.preposition, "of") &&
                                unnamed(phrase.group);
                       });
  }

  // "Acme's credit rating was cut": words of what the passive acts on.
  bool InPassiveSubject(const model::Trigger& trigger, int at) const {
    int subject = parsed_.subject[at];
    return trigger.near && g_[at].passive && subject >= 0 && subject < at &&
           words_.In(trigger, g_[subject].first, g_[at].first);
  }
  // "coverage of Acme was begun": the phrases of its subject are the verb's.
  Complement WithSubject(int at, const Complement& complement) const {
    Complement own = ReadComplement(m_.story, parsed_, parsed_.subject[at]);
    const Group& subject = g_[parsed_.subject[at]];
    if (subject.figure >= 0) {
      own.figures.push_back({subject.figure, 0, parsed_.subject[at]});
    }
    // "by Jane Porter of Quill": of whom, that tells.
    for (const PrepositionalPhrase& phrase : complement.phrases) {
      if (!p_.IsWord(phrase.preposition, "of")) own.phrases.push_back(phrase);
    }
    own.figures.insert(own.figures.end(), complement.figures.begin(),
                       complement.figures.end());
    own.objects = complement.objects;
    own.end = complement.end;
    return own;
  }

  // "settled a lawsuit brought by Quill": by whom.
  Complement WithDoer(const Complement& complement) const {
    int next = complement.end;
    bool done = next < static_cast<int>(g_.size()) &&
                !complement.objects.empty() && g_[next].kind == K::kVerb &&
                g_[next].participle && g_[next].passive &&
                parsed_.subject[next] == complement.objects.back();
    if (!done) return complement;
    Complement out = complement;
    Complement own = ReadComplement(m_.story, parsed_, next);
    for (const PrepositionalPhrase& phrase : own.phrases) {
      if (p_.IsWord(phrase.preposition, "by")) out.phrases.push_back(phrase);
    }
    out.figures.insert(out.figures.end(), own.figures.begin(),
                       own.figures.end());
    return out;
  }

  // "started selling ovens": a verb before the head leads its group.
  void Phase(int at) {
    const Group& group = g_[at];
    for (uint32_t i = group.first; i < group.head; ++i) {
      if (!p_.Tagged(i, kVerbTags)) continue;
      for (const model::Trigger& trigger : book_->Triggers(p_.VerbLemmaId(i))) {
        bool leads = trigger.kind == TriggerKind::kVerb && trigger.near &&
                     words_.In(trigger, group.head, group.head + 1);
        if (!leads) continue;
        size_t before = m_.drafts.size();
        TryVerb(at, trigger, ReadComplement(m_.story, parsed_, at));
        // "stopped making": what the frame tells is the stop.
        for (; before < m_.drafts.size(); ++before) {
          Status& status = m_.drafts[before].claim.status;
          bool stops = status == Status::kDenied && !group.negated;
          if (stops) status = Status::kCompleted;
        }
      }
    }
  }

  // "took over Quill": what follows the verb's own preposition is its object.
  bool OwnParticle(const model::Trigger& trigger, int at,
                   const Complement& complement) const {
    return trigger.particles == 1 && !trigger.near &&
           !complement.phrases.empty() && complement.objects.empty() &&
           complement.phrases[0].preposition == g_[at].head + 1;
  }
  static Complement WithoutParticle(const Complement& complement) {
    Complement out = complement;
    out.objects.push_back(out.phrases[0].group);
    out.phrases.erase(out.phrases.begin());
    return out;
  }

  // The body that the person in the group `person` works for.
  std::optional<Found> BodyOf(const model::Frame& frame, int at, int person,
                              const Complement& complement) {
    const Group& group = g_[person];
    auto may = [&](const std::optional<Filler>& body) {
      return body && (body->mask & frame.object_fillers);
    };
    // "Acme's chief executive, Jane Porter, resigned".
    if (group.mention < 0) {
      auto body = m_.focus.Possessor(parsed_, person);
      // "Acme's founder and chief executive, Jane Porter, resigned".
      bool two = !body && person > 1 && g_[person - 2].mention < 0 &&
                 g_[person - 1].kind == K::kConjunction;
      if (two) body = m_.focus.Possessor(parsed_, person - 2);
      // "the finance director of Acme, Jane Porter, resigned".
      int of = person + 1;
      bool named = !body && of + 1 < at && p_.IsWord(g_[of].head, "of") &&
                   g_[of + 1].mention >= 0;
      if (named) body = m_.focus.Read(parsed_, of + 1);
      if (!may(body)) return {};
      return Found{*body, OwnerMark(person)};
    }
    // "Acme CEO Jane Porter", "Acme's boss Jane Porter": the body stands before
    // the person.
    const MentionMatch& name = m_.story.entities.mentions[group.mention];
    auto body = m_.focus.Left(parsed_, person, name.first);
    // "Acme's Jane Porter" is its own where she is told to be of no other.
    bool post = group.possessor + 1 < name.first;
    bool of_other = !post && Described(name.entity, frame.object_fillers);
    if (!body && !of_other) body = m_.focus.Possessor(parsed_, person);
    if (may(body)) return Found{*body, kLeftMark};
    auto described = Described(name.entity, frame.object_fillers);
    if (!described) described = PostOf(frame, at, complement);
    if (described || group.mention < 0) return described;
    // "Acme fell after Jane Porter quit": whom the main clause is about.
    bool hangs = person > 0 && g_[person - 1].kind == K::kSubordinator;
    int main = hangs ? VerbBefore(g_, person) : -1;
    int subject = main < 0 ? -1 : parsed_.subject[main];
    if (subject < 0 || p_.VerbHas(g_[main].head, W::k_say)) return {};
    Filler about = m_.focus.Read(parsed_, subject);
    bool firm = about.party.entity >= 0 &&
                m_.story.entities.entities[about.party.entity].type ==
                    EntityType::kCompany &&
                (frame.object_fillers & model::kCompany);
    if (!firm) return {};
    about.mask = model::kCompany;
    return Found{about, OwnerMark(subject)};
  }

  // What an officer does at work, the company does.
  static bool IsOfFirms(uint8_t type) {
    switch (static_cast<ClaimType>(type)) {
      case ClaimType::kLaunch:
      case ClaimType::kExpansion:
      case ClaimType::kClosure:
      case ClaimType::kLayoffs:
      case ClaimType::kHiring:
      case ClaimType::kContract:
      case ClaimType::kPartnership:
        return true;
      default:
        return false;
    }
  }

  // "Acme CEO Jane Porter will close 30 shops", "Jane Porter, chief executive
  // of Acme, plans to": Acme, where the sentence says whose officer she is.
  std::optional<Found> FirmOf(const model::Frame& frame, int at) const {
    int subject = parsed_.subject[at];
    bool fits = IsOfFirms(frame.type) && subject >= 0 && !g_[at].passive &&
                g_[subject].mention >= 0;
    if (!fits) return {};
    int entity = m_.story.entities.mentions[g_[subject].mention].entity;
    const EntityInfo& info = m_.story.entities.entities[entity];
    bool here = info.type == EntityType::kPerson &&
                info.description_first >= parsed_.sentence->first &&
                info.description_last <= parsed_.sentence->last;
    bool officer = false;
    for (uint32_t i = info.description_first; here && i < info.description_last;
         ++i) {
      officer = officer ||
                p_.Match(i, W::k_officer, info.description_last).length > 0;
    }
    if (!officer) return {};
    auto firm = m_.focus.BodyOf(entity, model::kCompany);
    return firm ? std::optional(Found{*firm, kLeftMark}) : std::nullopt;
  }

  // "The firm also cut its target", "We rate Acme a buy": who rated before.
  std::optional<Found> SameRater(const model::Frame& frame, int at) const {
    int subject = parsed_.subject[at];
    bool rates = static_cast<ClaimType>(frame.type) == ClaimType::kRating;
    if (!rates || subject < 0 || m_.focus.rater() < 0) return {};
    const Group& group = g_[subject];
    bool nominal = group.definite && group.mention < 0 &&
                   group.last == group.first + 2 &&
                   p_.LemmaHas(group.head, W::k_nominal_company);
    bool spoken = group.pronoun &&
                  (p_.IsWord(group.head, "it") || p_.IsWord(group.head, "we"));
    if (!nominal && !spoken) return {};
    Filler filler =
        m_.focus.FromEntity(m_.focus.rater(), p_.span(group.first, group.last));
    return Found{filler, subject};
  }

  // "The council voted to ban cars", "voted 9-3 to ban": it did.
  bool VotedTo(int at) const {
    const Group& verb = g_[at];
    for (uint32_t i = verb.first; i < verb.head; ++i) {
      if (p_.Tagged(i, Bit(Tag::kVBD)) && p_.VerbHas(i, W::k_votes))
        return true;
    }
    int before = verb.infinitive ? VerbBefore(g_, at) : -1;
    return before >= 0 && g_[before].status == Status::kCompleted &&
           g_[before].finite && p_.VerbHas(g_[before].head, W::k_votes);
  }

  Status VerbStatus(const model::Frame& frame, int at) const {
    const Group& verb = g_[at];
    if (verb.negated || verb.status == Status::kDenied) return Status::kDenied;
    bool goes_on = frame.progressive >= 0 && verb.progressive &&
                   verb.status == Status::kCompleted;
    if (goes_on) return static_cast<Status>(frame.progressive);
    auto type = static_cast<ClaimType>(frame.type);
    bool rules =
        (type == ClaimType::kPolicy || type == ClaimType::kLeadership) &&
        verb.status == Status::kPlanned && VotedTo(at);
    if (rules) return Status::kCompleted;
    return frame.status >= 0 ? static_cast<Status>(frame.status) : verb.status;
  }

  // The group of a sum that stands before the verb; -1: none.
  int SumAhead(const model::Frame& frame, int at) const {
    // "a $3 million deal to buy Quill".
    bool deal = g_[at].infinitive && at > 0 && g_[at - 1].kind == K::kNoun &&
                g_[at - 1].figure >= 0 &&
                p_.LemmaHas(g_[at - 1].head, W::k_deal);
    // "paid $3 million to buy Quill", "offered $3 million to buy Quill".
    int sum = frame.type == kAcquisition ? SumToward(p_, parsed_, at) : -1;
    bool paid = sum > 0 && (p_.VerbHas(g_[sum - 1].head, W::k_spends) ||
                            p_.VerbHas(g_[sum - 1].head, W::k_gives));
    if (paid) return sum;
    return deal ? at - 1 : -1;
  }

  // "for $95 a share, in a deal valued at $6 million": the group of the sum of
  // the deal that stands behind the comma `end`; -1: none.
  int SumOfDeal(const model::Frame& frame, int end) const {
    int deal = end + 2;
    bool opens =
        frame.type == kAcquisition && end >= 0 &&
        deal < static_cast<int>(g_.size()) && g_[end].kind == K::kComma &&
        p_.IsWord(g_[end + 1].head, "in") && g_[deal].kind == K::kNoun &&
        g_[deal].mention < 0 && p_.LemmaHas(g_[deal].head, W::k_deal);
    if (!opens) return -1;
    if (g_[deal].figure >= 0) return deal;
    bool sized = deal + 2 < static_cast<int>(g_.size()) &&
                 g_[deal + 1].kind == K::kPreposition &&
                 g_[deal + 2].kind == K::kFigure;
    return sized ? deal + 2 : -1;
  }

  // "Jane Porter accused Tom Reed": whether who acts is named, where the frame
  // wants who acts to be of another sort.
  bool ActsUnfit(const model::Frame& frame, int at) {
    bool acts = frame.verb_subject[0] == Slot::kSubject && g_[at].finite &&
                !g_[at].passive && parsed_.subject[at] >= 0;
    for (Slot slot : frame.verb_object) acts = acts && slot != Slot::kSubject;
    if (!acts) return false;
    Filler doer = m_.focus.Read(parsed_, parsed_.subject[at]);
    return doer.party.entity >= 0 && !(doer.mask & frame.subject_fillers);
  }

  void TryVerb(int at, const model::Trigger& trigger,
               const Complement& complement) {
    const model::Frame& frame = book_->frame(trigger.frame);
    const Group& group = g_[at];
    if (!HasTheme(frame, at, complement)) {
      Log(frame, group.head, "its object is of another sort");
      return;
    }
    if (frame.role_object && NamesPrize(complement)) {
      Log(frame, group.head, "a prize is no post");
      return;
    }
    Draft draft = NewDraft(frame, at, group.head);
    draft.verb = at;
    draft.specific += trigger.particles;
    auto subject = FillVerb(frame, at, frame.verb_subject,
                            frame.subject_fillers, false, complement);
    auto object = FillVerb(frame, at, frame.verb_object, frame.object_fillers,
                           true, complement);
    if (auto firm = FirmOf(frame, at)) subject = firm;
    if (auto rater = SameRater(frame, at)) subject = rater;
    if (!subject && ActsUnfit(frame, at)) {
      Log(frame, group.head, "its subject is of another sort");
      return;
    }
    ValuedByDeal(frame, subject);
    if (OneParty(subject, object)) object = OtherThan(*subject, *object);
    // "released notes and an oven": not the notes, and so not both.
    int barred = BarredObject(frame, at, complement);
    if (barred >= 0 && (!object || barred < object->group)) {
      Log(frame, group.head, "its object is barred");
      return;
    }
    if (frame.role_object) OwnPost(frame, complement, subject, object);
    if (frame.role_object && !object && subject && subject->group >= 0 &&
        !JoinsUnnamed(complement)) {
      object = BodyOf(frame, at, subject->group, complement);
    }
    Reciprocal(frame, at, subject, object);
    if (!subject) subject = Maker(frame, object);
    draft.claim.status = VerbStatus(frame, at);
    std::vector<FigureUse> figures = complement.figures;
    if (int sum = SumAhead(frame, at); sum >= 0) {
      figures.push_back({g_[sum].figure, 0, sum});
    }
    if (int sum = SumOfDeal(frame, complement.end); sum >= 0) {
      figures.push_back({g_[sum].figure, 0, sum});
    }
    Amounts(frame, figures, subject, object, draft);
    if (frame.role_object) Role(complement, subject, draft);
    draft.clause_first =
        subject && subject->group >= 0 ? std::min(subject->group, at) : at;
    draft.clause_last = complement.end;
    size_t before = m_.drafts.size();
    Finish(frame, subject, object, draft);
    bool told = m_.drafts.size() > before;
    if (!told) return;
    JoinedSubjects(frame, at, complement);
    JoinedDoers(frame, at);
    if (!object || frame.drop_object) return;
    Joined(frame, at, complement);
    JoinedPartners(frame, object->group);
    Gapped(frame, object->group, complement);
    GappedBeside(frame, object->group);
  }

  ModelBook model_;
};

}  // namespace

void MatchFrames(Matching& matching) { FrameMatcher(matching).Run(); }

void LogRule(const Matching& matching, std::string_view rule, uint32_t trigger,
             std::string_view what) {
  if (!matching.log) return;
  *matching.log += fmt::format("  {:28} \"{}\": {}\n", rule,
                               matching.story.passage.str(trigger), what);
}

const Figure& FigureOf(const Story& story, int index) {
  return story.figures[index].figure;
}

}  // namespace newsdigest
