#include "claims/choose.h"

#include <algorithm>

#include "claims/join_drafts.h"

namespace newsdigest {
namespace {

using K = GroupKind;

// The one order that decides between drafts that want the same words: the
// narrower frame, then more roles, then the one with an object, then the
// earlier trigger, then the rule.
bool Better(const Draft& a, const Draft& b) {
  if (a.specific != b.specific) return a.specific > b.specific;
  if (a.roles != b.roles) return a.roles > b.roles;
  bool object = a.claim.object.has_value();
  if (object != b.claim.object.has_value()) return object;
  if (a.trigger != b.trigger) return a.trigger < b.trigger;
  return a.claim.rule < b.claim.rule;
}

// "opened in the red but closed higher", "steadied after falling 3%": a move
// told by a verb of its own.
bool Turns(const ParsedSentence& parsed, const Draft& draft) {
  if (draft.verb < 1 || draft.group != draft.verb) return false;
  const Group& verb = parsed.groups[draft.verb];
  bool own = verb.participle
                 ? parsed.groups[draft.verb - 1].kind == K::kSubordinator
                 : verb.finite;
  return own && draft.claim.type == ClaimType::kMarketMove &&
         draft.claim.status == Status::kCompleted &&
         draft.claim.direction != Direction::kNone;
}

// "voted to approve Acme's takeover of Quill": a ruling and what it is on.
bool RulesOn(const Draft& a, const Draft& b) {
  auto is = [](const Draft& draft, ClaimType type) {
    return draft.claim.type == type;
  };
  return (is(a, ClaimType::kPolicy) && is(b, ClaimType::kAcquisition)) ||
         (is(b, ClaimType::kPolicy) && is(a, ClaimType::kAcquisition));
}

// "announced 300 job cuts and a new oven": two objects of a verb, of which one
// is told by the verb and the other by its own noun.
bool JoinsObjects(const Story& story, const ParsedSentence& parsed,
                  const Draft& a, const Draft& b) {
  const Draft& told = a.group == a.verb ? a : b;
  const Draft& noun = a.group == a.verb ? b : a;
  if (!told.claim.object || noun.group <= told.group ||
      told.claim.type == noun.claim.type) {
    return false;
  }
  int size = static_cast<int>(parsed.groups.size());
  for (int k = told.group + 1; k < size; ++k) {
    const Group& group = parsed.groups[k];
    Span span = story.passage.span(group.first, group.last);
    if (!span.Overlaps(told.claim.object->span)) continue;
    return k != noun.group &&
           parsed.groups[std::max(k, noun.group) - 1].kind == K::kConjunction;
  }
  return false;
}

// Two drafts of one trigger; `parties`: of the same parties.
bool SameTrigger(const Draft& a, const Draft& b, bool parties) {
  // "took Acme private": bought, and off the market.
  bool delists = a.claim.type == ClaimType::kAcquisition &&
                 b.claim.type == ClaimType::kListing;
  if (delists) return false;
  // Several objects of one verb, several subjects that each moved, or left
  // and came, several moves told by one noun ("increases of 2% and 5%") keep
  // their own.
  if (b.joined && a.claim.rule == b.claim.rule) {
    return parties && (FiguresOf(a.claim) == FiguresOf(b.claim) ||
                       FiguresOf(b.claim).empty());
  }
  // "revenue and profit rose": two measures.
  bool measures = a.claim.type == ClaimType::kMetric &&
                  b.claim.type == ClaimType::kMetric &&
                  a.claim.rule == b.claim.rule &&
                  a.claim.metric != b.claim.metric;
  if (measures) return false;
  return a.claim.type != b.claim.type || parties ||
         (a.claim.type != ClaimType::kMarketMove &&
          a.claim.type != ClaimType::kLeadership);
}

bool SameTelling(const Story& story, const ParsedSentence& parsed,
                 const Draft& a, const Draft& b) {
  bool parties = SameParty(a.claim.subject, b.claim.subject) &&
                 SameParty(a.claim.object, b.claim.object);
  if (a.trigger == b.trigger) return SameTrigger(a, b, parties);
  // "a breach at Acme exposed 3 million records": one incident.
  bool doer = a.verb >= 0 && parsed.subject[a.verb] == b.group &&
              b.group != b.verb && a.claim.type == b.claim.type &&
              SameParty(a.claim.subject, b.claim.subject) &&
              !a.claim.action.empty() && a.claim.action == b.claim.action;
  if (doer) return true;
  if (a.verb >= 0 && a.verb == b.verb) {
    bool own = a.group == a.verb || b.group == b.verb;
    // "sank 7% on Thursday and 3% on Wednesday": a move for each.
    bool again = b.claim.rule == a.claim.rule &&
                 parsed.groups[b.group].kind == K::kFigure;
    if (own && !again && !RulesOn(a, b) && !JoinsObjects(story, parsed, a, b) &&
        a.claim.type != ClaimType::kMetric &&
        b.claim.type != ClaimType::kMetric) {
      return true;
    }
  }
  bool turns = Turns(parsed, a) && Turns(parsed, b) && a.verb != b.verb &&
               a.claim.direction != b.claim.direction;
  if (a.claim.type == b.claim.type && parties && !turns &&
      a.claim.metric == b.claim.metric) {
    // "cut its target to $22 and kept its rating", "a dividend and a buyback".
    bool acts = a.claim.action != b.claim.action && !a.claim.action.empty() &&
                !b.claim.action.empty();
    if (!acts && (FiguresOf(a.claim).empty() || FiguresOf(b.claim).empty())) {
      return true;
    }
  }
  // "ended their merger agreement": no alliance beside the merger.
  bool agreed = a.group == b.group && parties &&
                a.claim.type == ClaimType::kAcquisition &&
                b.claim.type == ClaimType::kPartnership;
  if (agreed) return true;
  // "dismissed the suit against Acme": the noun tells nothing of its own.
  if (a.claim.type == b.claim.type && b.governor == a.group &&
      SameParty(a.claim.object, b.claim.object)) {
    return true;
  }
  // "dismissed a suit accusing Acme of fraud": the participle says what the
  // suit is.
  bool describes = b.verb >= 0 && b.group == b.verb && !b.claim.subject &&
                   parsed.groups[b.verb].participle && a.group < b.verb;
  if (describes && a.claim.type == b.claim.type &&
      SameParty(a.claim.object, b.claim.object)) {
    return true;
  }
  // "pays Texas $3 million to settle claims": one act, with Texas.
  bool purpose = b.verb > a.group && b.group == b.verb &&
                 parsed.groups[b.verb].infinitive && !b.claim.subject &&
                 SameParty(a.claim.subject, b.claim.object);
  if (purpose && a.claim.type == b.claim.type &&
      a.claim.action == b.claim.action) {
    return true;
  }
  // A figure that is bound already.
  for (int figure : FiguresOf(b.claim)) {
    for (int taken : FiguresOf(a.claim)) {
      bool joined = a.group == b.group && a.claim.type == b.claim.type;
      if (figure == taken && !joined) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<int> FiguresOf(const Claim& claim) {
  std::vector<int> out;
  for (int figure : {claim.amount, claim.change, claim.level, claim.from}) {
    if (figure >= 0) out.push_back(figure);
  }
  return out;
}

std::vector<Draft> ChooseDrafts(const Story& story,
                                const ParsedSentence& parsed,
                                std::vector<Draft> drafts) {
  JoinDrafts(story, parsed, drafts);
  std::stable_sort(drafts.begin(), drafts.end(), Better);
  std::vector<Draft> kept;
  for (Draft& draft : drafts) {
    bool blocked = false;
    for (const Draft& other : kept) {
      blocked = blocked || SameTelling(story, parsed, other, draft);
    }
    if (!blocked) kept.push_back(std::move(draft));
  }
  return kept;
}

}  // namespace newsdigest
