#include "claims/noun_frames.h"

#include <algorithm>

#include "claims/speaker.h"
#include "claims/status.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;
using model::Slot;
using model::TriggerKind;

void NounFrames::Noun(int at) {
  const Group& group = g_[at];
  uint32_t first = std::max(group.first, group.possessor);
  bool compound = false;
  for (uint32_t i = group.last; i > first; --i) {
    uint32_t token = i - 1;
    // "tie-up": the second half of a compound is no noun of its own.
    bool half =
        token + 1 == group.last && token > first + 1 && p_.Is(token - 1, "-");
    if (!half && !p_.Tagged(token, kNounTags | Bit(Tag::kVBG))) continue;
    bool head = token == group.head || half;
    bool modifier = token + 1 == group.head && !compound &&
                    p_.LemmaHas(group.head, W::k_noun_status);
    if (!head && !modifier) continue;
    // "sales of its brands": a measure, no sale.
    const model::Word& word = p_.word(token);
    bool measure = p_.Has(token, W::k_measure) &&
                   !p_.lexicon->Has(word.lemma, W::k_measure);
    if (measure) continue;
    for (const model::Trigger& trigger : book_->Triggers(word.lemma)) {
      if (trigger.kind != TriggerKind::kNoun) continue;
      bool fits = trigger.near ? words_.Of(trigger, at)
                               : trigger.particles == 0 ||
                                     words_.Before(trigger, token, group.first);
      if (!fits) continue;
      compound = compound || (trigger.particles > 0 && !trigger.near);
      TryNoun(at, token, trigger);
    }
  }
}

// "walked away from its bid", "backed out of the purchase": the verb; -1:
// none.
int NounFrames::LeavingVerb(int at) const {
  int k = at - 1;
  while (k > 0 && (g_[k].kind == K::kPreposition || g_[k].kind == K::kAdverb)) {
    --k;
  }
  bool leaves = k >= 0 && k < at - 1 && g_[k].kind == K::kVerb &&
                p_.Match(g_[k].head, W::k_light, g_[k].head + 2).length == 2;
  return leaves ? k : -1;
}

// "might spark a cut in its dividend", "could lead to a rise in the payout":
// the verb that the move of the noun hangs on; -1: none.
int NounFrames::VerbOfMove(int at) const {
  int move = at - 2;
  bool moves = move > 0 && g_[at - 1].kind == K::kPreposition &&
               g_[move].kind == K::kNoun &&
               (p_.LemmaHas(g_[move].head, W::k_rise) ||
                p_.LemmaHas(g_[move].head, W::k_fall));
  if (!moves) return -1;
  int verb = GoverningVerb(m_.story, parsed_, move);
  bool phrase = verb < 0 && move > 1 && g_[move - 1].kind == K::kPreposition &&
                g_[move - 2].kind == K::kVerb;
  return phrase ? move - 2 : verb;
}

// "announced a round of layoffs": the noun that counts them, where the verb
// governs it; -1: none.
int NounFrames::CountedBy(int at) const {
  bool of = at > 2 && p_.IsWord(g_[at - 1].head, "of") &&
            g_[at - 1].kind == K::kPreposition;
  if (!of || g_[at].definite || g_[at].possessor > 0) return -1;
  const Group& noun = g_[at - 2];
  bool counts = noun.kind == K::kNoun && noun.mention < 0 && !noun.definite &&
                noun.figure < 0 && !StatusOf(p_, noun.head, W::k_noun_status);
  return counts && GoverningVerb(m_.story, parsed_, at - 2) >= 0 ? at - 2 : -1;
}

// "told staff of layoffs", "told workers about a merger": the verb that says
// so; -1: none.
int NounFrames::TellingVerb(int at) const {
  bool topic =
      at > 2 && g_[at - 1].kind == K::kPreposition &&
      (p_.IsWord(g_[at - 1].head, "of") || p_.IsWord(g_[at - 1].head, "about"));
  if (!topic || g_[at - 2].kind != K::kNoun) return -1;
  const Group& verb = g_[at - 3];
  bool tells = verb.kind == K::kVerb && !verb.passive &&
               p_.VerbHas(verb.head, W::k_say) &&
               (IsSource(p_, g_[at - 2].head) || g_[at - 2].mention >= 0 ||
                p_.LemmaHas(g_[at - 2].head, W::k_headcount));
  return tells ? at - 3 : -1;
}

// "is close to a merger", "is interested in a merger": how sure that makes it,
// and the verb of who is.
bool NounFrames::HasStance(int at, Around& around) const {
  bool phrase = at > 2 && g_[at - 1].kind == K::kPreposition &&
                g_[at - 1].first > parsed_.sentence->first;
  if (!phrase) return false;
  auto match = p_.Match(g_[at - 1].first - 1, W::k_embeds, g_[at].first);
  int verb = g_[at - 2].kind == K::kAdjective ? at - 3 : at - 2;
  while (verb > 0 && g_[verb].kind == K::kAdverb) --verb;
  bool is = match.length == 2 && verb > 0 && g_[verb].kind == K::kVerb &&
            p_.Has(g_[verb].first, W::k_be);
  if (!is) return false;
  around.stance = ParseStatus(match.text);
  around.governor = verb;
  around.light = true;
  return true;
}

// "paid $3 million in dividends and $2 million in buybacks": the verb of the
// sum at group `sum`; -1: none.
int NounFrames::VerbOfSum(int sum) const {
  if (g_[sum - 1].kind == K::kVerb) return sum - 1;
  bool particle = sum > 1 && g_[sum - 2].kind == K::kVerb &&
                  p_.Has(g_[sum - 1].head, W::k_verb_particle);
  if (particle) return sum - 2;
  int verb = g_[sum - 1].kind == K::kConjunction ? VerbBefore(g_, sum) : -1;
  if (verb < 0) return -1;
  const Complement all = ReadComplement(m_.story, parsed_, verb);
  bool more =
      std::any_of(all.figures.begin(), all.figures.end(),
                  [&](const FigureUse& use) { return use.group == sum; });
  return more ? verb : -1;
}

NounFrames::Around NounFrames::VerbsAround(int at) const {
  Around a;
  if (HasStance(at, a)) return a;
  a.governor = GoverningVerb(m_.story, parsed_, at);
  a.verb = VerbOf(parsed_, at);
  a.sum = SumBefore(at);
  if (a.sum > 0 && a.governor < 0) a.governor = VerbOfSum(a.sum);
  if (a.governor < 0) a.governor = LeavingVerb(at);
  int tells = a.governor < 0 ? TellingVerb(at) : -1;
  int counted = tells < 0 && a.governor < 0 ? CountedBy(at) : -1;
  if (counted >= 0) {
    a.governor = GoverningVerb(m_.story, parsed_, counted);
    if (a.verb < 0) a.verb = VerbOf(parsed_, counted);
  }
  a.plan = PlanBefore(at);
  if (a.plan >= 0) a.governor = GoverningVerb(m_.story, parsed_, a.plan);
  // "is in talks over a merger", "is in merger talks".
  int talks = a.plan >= 0 ? a.plan : at;
  bool engaged = talks > 1 && a.governor < 0 &&
                 p_.IsWord(g_[talks - 1].head, "in") &&
                 g_[talks - 2].kind == K::kVerb &&
                 (a.plan >= 0 || p_.Has(g_[talks - 2].head, W::k_be));
  if (engaged) a.governor = talks - 2;
  if (a.governor < 0 && a.plan < 0) a.move = VerbOfMove(at);
  // "plans to grow with the purchase of Acme", but "through its alliance".
  bool act = g_[at].definite && g_[at].possessor == 0 && Means(at) >= 0;
  if (a.move < 0 && a.governor < 0 && act) {
    a.move = VerbBefore(g_, at);
  }
  a.light = engaged || (a.governor >= 0 &&
                        (p_.VerbHas(g_[a.governor].head, W::k_light) ||
                         StatusOf(p_, g_[a.governor].head, W::k_light)));
  if (tells >= 0) {
    a.governor = tells;
    a.light = true;
  }
  return a;
}

// "may have cost".
bool NounFrames::PerfectModal(const Group& verb) const {
  for (uint32_t i = verb.first; i < verb.head; ++i) {
    if (p_.Has(i, W::k_have)) return p_.Tagged(verb.first, Bit(Tag::kMD));
  }
  return false;
}

// How sure the words around the noun at `token` make it.
Status NounFrames::StatusAround(int at, uint32_t token,
                                const Around& around) const {
  Status status = NounStatus(m_.story, g_[at], token);
  // "rose ahead of the launch".
  uint32_t first = g_[at].first;
  bool yet = at > 0 && status == Status::kCompleted &&
             p_.IsWord(first - 1, "of") && p_.IsWord(first - 2, "ahead");
  if (yet) status = Status::kPlanned;
  // "promised no layoffs".
  bool none = p_.IsWord(g_[at].first, "no") && g_[at].first < token;
  if (none && around.verb < 0) return Status::kDenied;
  if (around.plan >= 0) {
    status = Combine(StatusOf(p_, g_[around.plan].head, W::k_noun_status)
                         .value_or(Status::kCompleted),
                     status);
  }
  if (around.stance) status = Combine(*around.stance, status);
  if (around.move >= 0) status = Combine(g_[around.move].status, status);
  // "put its listing on hold".
  bool puts = around.governor >= 0 &&
              p_.VerbHas(g_[around.governor].head, W::k_puts_at);
  bool blocked =
      around.governor >= 0 && p_.VerbHas(g_[around.governor].head, W::k_blocks);
  int verb = around.light || puts || blocked ? around.governor : around.verb;
  if (verb < 0) return status;
  // "sued to stop the purchase", "stopped it": not done.
  if (blocked) {
    if (g_[verb].negated) return Status::kPlanned;     // "will not oppose it"
    bool asks = p_.VerbHas(g_[verb].head, W::k_asks);  // "challenged it"
    return Combine(g_[verb].status, asks ? Status::kPlanned : Status::kDenied);
  }
  // "a fire halted work": what it does to another, it does not undergo.
  bool acts = !around.light && !puts && !g_[verb].passive &&
              verb + 1 < static_cast<int>(g_.size()) &&
              g_[verb + 1].kind == K::kNoun;
  // "the planned purchase could spark others", "the purchase may have cost it
  // users".
  bool felt =
      acts && g_[verb].status == Status::kExpected && PerfectModal(g_[verb]);
  if (felt || (acts && status != Status::kCompleted)) return status;
  auto told =
      acts ? std::optional<Status>() : StatusOf(p_, g_[verb].head, W::k_light);
  // "closed a bond deal": it is no plan any more.
  bool done =
      around.light && around.plan < 0 && status == Status::kPlanned &&
      p_.lexicon->Text(p_.VerbLemmaId(g_[verb].head), W::k_deal_step) == "-";
  if (done) status = Status::kCompleted;
  return Combine(Taken(g_[verb], told.value_or(Status::kCompleted)), status);
}

void NounFrames::SetStatus(const model::Frame& frame, int at,
                           const Around& around,
                           const std::optional<Found>& subject,
                           Draft& draft) const {
  Status status = StatusAround(at, draft.trigger, around);
  // "the layoffs": as sure as they were told before.
  Focus::Event told = m_.focus.Told(static_cast<ClaimType>(frame.type));
  bool again = g_[at].definite && g_[at].possessor == 0 && subject &&
               subject->group == kSpokenMark && told.entity >= 0 &&
               subject->filler.party.entity == told.entity;
  if (again) status = Combine(status, told.status);
  // "The strike at Acme ended": there was one.
  bool over = frame.type == static_cast<uint8_t>(ClaimType::kIncident) &&
              status == Status::kCancelled && around.verb >= 0 &&
              g_[around.verb].status == Status::kCompleted;
  if (over) status = Status::kCompleted;
  // "cleared Acme's takeover of Quill": it may go on, by others than who may.
  bool deal = frame.type == static_cast<uint8_t>(ClaimType::kAcquisition) &&
              status == Status::kCompleted;
  bool cleared = deal && around.governor >= 0 &&
                 p_.VerbHas(g_[around.governor].head, W::k_permits);
  if (cleared) status = Status::kPlanned;
  // "The merger is large": nothing says how far it went.
  draft.bare = deal && !cleared && !around.light &&
               (around.verb < 0 ||
                !StatusOf(p_, g_[around.verb].head, W::k_light).has_value());
  draft.claim.status = frame.status >= 0 && status == Status::kCompleted
                           ? static_cast<Status>(frame.status)
                           : status;
}

// The figures of a noun: its own, those of its sum and of the verb that says
// how large it is ("the layoffs would affect 300 workers", "was raised 7%",
// which tells the way too).
std::vector<FigureUse> NounFrames::NounFigures(const model::Frame& frame,
                                               int at, const Around& around,
                                               const Complement& complement,
                                               Draft& draft) const {
  std::vector<FigureUse> figures = complement.figures;
  bool rises = around.verb >= 0 && p_.VerbHas(g_[around.verb].head, W::k_rise);
  bool falls = around.verb >= 0 && p_.VerbHas(g_[around.verb].head, W::k_fall);
  // "a funding round valuing Acme at $3 million": no sum of the round.
  int object = around.verb + 1;
  bool values = around.verb >= 0 && !g_[around.verb].passive &&
                object < static_cast<int>(g_.size()) &&
                (g_[object].mention >= 0 || g_[object].pronoun ||
                 p_.LemmaHas(g_[object].head, W::k_nominal_company)) &&
                !p_.LemmaHas(g_[at].head, W::k_deal);
  // "its dividend was raised 7%", "rose 7%", but "its bid fell through".
  bool alone =
      around.verb >= 0 && parsed_.subject[around.verb] == at &&
      object < static_cast<int>(g_.size()) &&
      (g_[object].kind == K::kFigure || p_.IsWord(g_[object].head, "by") ||
       p_.IsWord(g_[object].head, "to"));
  bool moved = frame.moves && around.verb >= 0 && (rises || falls) &&
               (g_[around.verb].passive || alone);
  // "its IPO raised $3 million".
  bool gathers = alone && rises && !frame.moves && !g_[around.verb].passive &&
                 g_[object].figure >= 0 &&
                 IsMoney(m_.story.figures[g_[object].figure].figure);
  // "its dividend was 70 cents".
  bool stands = alone && frame.moves && p_.Has(g_[around.verb].head, W::k_be) &&
                g_[object].figure >= 0 &&
                IsMoney(m_.story.figures[g_[object].figure].figure);
  bool sized = around.verb >= 0 && !values &&
               (moved || gathers || stands ||
                p_.VerbHas(g_[around.verb].head, W::k_sizes));
  if (sized && frame.moves && draft.claim.direction == Direction::kNone) {
    if (rises) {
      draft.claim.direction = Direction::kUp;
    } else if (falls) {
      draft.claim.direction = Direction::kDown;
    }
  }
  if (sized) {
    Complement size = ReadComplement(m_.story, parsed_, around.verb);
    figures.insert(figures.end(), size.figures.begin(), size.figures.end());
  }
  if (g_[at].figure >= 0) {
    figures.insert(figures.begin(), {g_[at].figure, 0, at});
  }
  if (around.sum >= 0) {
    figures.insert(figures.begin(), {g_[around.sum].figure, 0, around.sum});
  }
  return figures;
}

// Whether the frame's noun tells of someone who goes "from" a body.
bool NounFrames::Leaves(const model::Frame& frame) {
  return std::find(std::begin(frame.noun_object), std::end(frame.noun_object),
                   Slot::kFrom) != std::end(frame.noun_object);
}

// "Acme's dividend is safe": nothing that happened, but "the rate cut is good".
bool NounFrames::IsDescribed(int at, const Around& around) const {
  int next = around.verb + 1;
  int size = static_cast<int>(g_.size());
  bool is = around.verb >= 0 && parsed_.subject[around.verb] == at &&
            p_.Has(g_[around.verb].head, W::k_be);
  while (is && next < size && g_[next].kind == K::kAdverb) ++next;
  bool event = p_.LemmaHas(g_[at].head, W::k_rise) ||
               p_.LemmaHas(g_[at].head, W::k_fall);
  return is && !event && next < size && g_[next].kind == K::kAdjective &&
         !StatusOf(p_, g_[next].head, W::k_embeds);
}

void NounFrames::TryNoun(int at, uint32_t token,
                         const model::Trigger& trigger) {
  const model::Frame& frame = book_->frame(trigger.frame);
  const Group& group = g_[at];
  Complement complement = ReadNounComplement(m_.story, parsed_, at);
  Around around = VerbsAround(at);
  Draft draft = NewDraft(frame, at, token);
  draft.specific += trigger.particles;
  // "the sale of its stake": narrower than a sale of what the frame lists,
  // and with a figure ("its 4% stake") more so.
  if (trigger.near) {
    draft.specific += frame.require & model::kNeedAmount ? 3 : 2;
  }
  draft.verb = around.light ? around.governor : -1;
  draft.governor = around.governor;
  NounTrigger noun{frame, at, token, draft.verb, complement};
  auto subject =
      FillNoun(noun, frame.noun_subject, frame.subject_fillers, false, -1);
  auto object = FillNoun(noun, frame.noun_object, frame.object_fillers, true,
                         subject ? subject->group : -1);
  // "is in talks with Acme over a takeover".
  bool with = !object && around.plan >= 0 && around.plan + 4 == at;
  if (with) object = FillVerbObject(frame, around.plan + 2);
  if (OneParty(subject, object)) object.reset();
  if (!subject) subject = Maker(frame, object);
  if (frame.role_object && subject) {
    OwnPost(frame, complement, subject, object);
    // "the resignation of Acme CEO Jane Porter".
    int person = Leaves(frame) ? subject->filler.party.entity : -1;
    if (!object && person >= 0) {
      object = Described(person, frame.object_fillers);
    }
  }
  if (around.light) Reciprocal(frame, around.governor, subject, object);
  SetStatus(frame, at, around, subject, draft);
  std::vector<FigureUse> figures =
      NounFigures(frame, at, around, complement, draft);
  // "the sale of its 4% stake".
  bool part = trigger.near && g_[at + 2].figure >= 0;
  if (part) figures.insert(figures.begin(), {g_[at + 2].figure, 0, at + 2});
  Amounts(frame, figures, subject, object, draft);
  if (frame.role_object) Role(complement, subject, draft);
  draft.clause_first = around.light && parsed_.subject[around.governor] >= 0
                           ? parsed_.subject[around.governor]
                           : at;
  draft.clause_last = complement.end;
  bool bare = !group.definite && !around.light && around.verb < 0;
  if (bare && !subject && !object) return;
  // "was signing enterprise contracts": with whom, nothing says.
  bool many = !group.definite && group.possessor == 0 &&
              p_.Tagged(group.head, Bit(Tag::kNNS)) && figures.empty();
  bool contract = draft.claim.type == ClaimType::kContract;
  if (many && !object && contract) return;
  // "Acme's purchase of Quill was costly" names what happened.
  bool parties = subject && object;
  if (frame.moves && figures.empty() && !parties && IsDescribed(at, around)) {
    return;
  }
  size_t before = m_.drafts.size();
  Finish(frame, subject, object, draft);
  if (object && m_.drafts.size() > before) {
    JoinedPartners(frame, object->group);
  }
}

}  // namespace newsdigest
