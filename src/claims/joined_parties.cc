// What is joined to a party of a claim: a claim of its own, or one act of both.
#include <algorithm>

#include "claims/frame_drafts.h"

namespace newsdigest {
namespace {

constexpr uint16_t kNamed = 0xff;  // fillers that are names

// Whether several doers each do it: "Acme and Quill cut jobs" are two layoffs,
// but "Acme and Quill bought Whisk" is one purchase.
bool EachActs(ClaimType type) {
  switch (type) {
    case ClaimType::kBankruptcy:
    case ClaimType::kClosure:
    case ClaimType::kExpansion:
    case ClaimType::kHiring:
    case ClaimType::kIncident:
    case ClaimType::kLayoffs:
    case ClaimType::kLeadership:
    case ClaimType::kListing:
    case ClaimType::kRating:
    case ClaimType::kShareholderReturn:
      return true;
    default:
      return false;
  }
}

// "teamed up with Quill and Whisk": one for each of them.
bool EachPartner(ClaimType type) {
  return type == ClaimType::kPartnership || type == ClaimType::kContract ||
         type == ClaimType::kInvestment;
}

// What a sum is told per: "$3 million each".
constexpr std::string_view kEach = "item";

// A draft of what is joined to a party of `whole`: the figures stay with it,
// but for "$3 million each", "each cut 300 jobs".
Draft JoinedTo(const Story& story, const Draft& whole) {
  Draft draft = whole;
  draft.claim.amount = draft.claim.level = draft.claim.change = -1;
  draft.claim.from = -1;
  int amount = whole.claim.amount;
  const Passage& p = story.passage;
  auto says = [&](uint32_t i) {
    return i < p.size() && p.Has(i, WordClass::k_each_word);
  };
  bool each = amount >= 0 && (FigureOf(story, amount).per == kEach ||
                              says(story.figures[amount].last) ||
                              (whole.trigger > 0 && says(whole.trigger - 1)));
  if (each) draft.claim.amount = amount;
  draft.joined = true;
  return draft;
}

}  // namespace

using W = WordClass;
using K = GroupKind;
using model::Slot;

void FrameDrafts::Joined(const model::Frame& frame, int at,
                         const Complement& complement) {
  Draft whole = m_.drafts.back();
  bool own = frame.verb_object[0] == Slot::kObject && !g_[at].passive &&
             whole.claim.object && whole.claim.object->entity >= 0;
  if (!own || frame.reciprocal) return;
  std::vector<int> others;
  for (size_t i = 1; i < complement.objects.size(); ++i) {
    int group = complement.objects[i];
    if (g_[group - 1].kind != K::kConjunction) break;
    others.push_back(group);
  }
  if (others.empty() && !complement.objects.empty()) {
    others = ListedBehind(complement.objects[0]);
  }
  for (int group : others) {
    auto other = FillVerbObject(frame, group);
    if (!other || !((other->filler.mask & kNamed) || other->owned)) return;
    if (other->filler.party.name == whole.claim.object->name) continue;
    Draft draft = JoinedTo(m_.story, whole);
    draft.claim.object = other->filler.party;
    // "bought Quill for $3 million and Acme for $2 million".
    int sum = group + 2;
    bool paid = whole.claim.amount >= 0 && sum < static_cast<int>(g_.size()) &&
                g_[group + 1].kind == K::kPreposition &&
                g_[sum].kind == K::kFigure &&
                g_[sum].figure != whole.claim.amount &&
                FigureOf(m_.story, g_[sum].figure).kind ==
                    FigureOf(m_.story, whole.claim.amount).kind;
    if (paid) draft.claim.amount = g_[sum].figure;
    m_.drafts.push_back(draft);
  }
}

std::vector<int> FrameDrafts::ListedBehind(int group) const {
  std::vector<int> names;
  int size = static_cast<int>(g_.size());
  bool last = false;
  while (!last && g_[group].mention >= 0) {
    int next = group + 1;
    if (next < size && g_[next].kind == K::kComma) ++next;
    last = next < size && g_[next].kind == K::kConjunction;
    if (last) ++next;
    bool listed = next > group + 1 && next < size &&
                  g_[next].kind == K::kNoun && g_[next].mention >= 0 &&
                  VerbOf(parsed_, next) < 0;
    if (!listed) return {};
    names.push_back(next);
    group = next;
  }
  return last ? names : std::vector<int>();
}

void FrameDrafts::JoinedPartners(const model::Frame& frame, int object) {
  Draft whole = m_.drafts.back();
  bool each = EachPartner(whole.claim.type) && object > 0 &&
              g_[object - 1].kind == K::kPreposition;
  if (!each) return;
  for (int group : ListedBehind(object)) {
    auto other = FillVerbObject(frame, group);
    if (!other || !(other->filler.mask & kNamed)) continue;
    const Party& party = other->filler.party;
    auto is = [&](const std::optional<Party>& one) {
      return one && one->name == party.name;
    };
    if (is(whole.claim.subject) || is(whole.claim.object)) continue;
    Draft draft = JoinedTo(m_.story, whole);
    draft.claim.object = party;
    m_.drafts.push_back(draft);
  }
}

void FrameDrafts::JoinedSubjects(const model::Frame& frame, int at,
                                 const Complement& complement) {
  Draft whole = m_.drafts.back();
  bool as_subject = frame.verb_subject[0] == Slot::kObject;
  bool as_object = frame.verb_object[0] == Slot::kObject;
  // "Acme and Quill will pay $3 million to settle": each of them.
  bool of_doers =
      frame.verb_object[0] == Slot::kSubject && !as_subject && !g_[at].passive;
  if (of_doers) as_object = true;
  if (frame.reciprocal || frame.drop_object || as_subject == as_object) {
    return;
  }
  std::vector<int> others;
  if (g_[at].passive || of_doers) {
    others.assign(parsed_.joined[at].rbegin(), parsed_.joined[at].rend());
  } else if (as_subject) {
    for (size_t i = 1; i < complement.objects.size(); ++i) {
      int group = complement.objects[i];
      if (g_[group - 1].kind != K::kConjunction) break;
      others.push_back(group);
    }
    // "named Jane Porter chief executive and Tom Reed chair".
    int end = std::min(complement.end, static_cast<int>(g_.size()));
    for (int k = at + 3; frame.role_object && others.empty() && k < end; ++k) {
      bool person = g_[k - 1].kind == K::kConjunction &&
                    g_[k].kind == K::kNoun && g_[k].mention >= 0;
      if (person && VerbOf(parsed_, k) < 0) others.push_back(k);
    }
  }
  for (int group : others) {
    auto other = as_subject ? FillVerbSubject(frame, group)
                            : FillVerbObject(frame, group);
    if (!other || !((other->filler.mask & kNamed) || other->owned)) continue;
    Draft draft = JoinedTo(m_.story, whole);
    auto& role = as_subject ? draft.claim.subject : draft.claim.object;
    if (!role || role->name == other->filler.party.name) continue;
    role = other->filler.party;
    if (frame.role_object) {
      std::string post = JoinedPost(group, draft.claim.object);
      if (!post.empty()) draft.claim.role = post;
    }
    m_.drafts.push_back(draft);
  }
}

void FrameDrafts::JoinedDoers(const model::Frame& frame, int at) {
  bool acts = !g_[at].passive && !frame.reciprocal &&
              frame.verb_subject[0] == Slot::kSubject;
  if (!acts) return;
  Draft whole = m_.drafts.back();
  const std::vector<int>& joined = parsed_.joined[at];
  for (auto group = joined.rbegin(); group != joined.rend(); ++group) {
    auto other = FillVerbSubject(frame, *group);
    if (!other || !((other->filler.mask & kNamed) || other->owned)) continue;
    const Party& party = other->filler.party;
    auto is = [&](const std::optional<Party>& one) {
      return one && one->name == party.name;
    };
    bool none = !whole.claim.subject || is(whole.claim.subject) ||
                is(whole.claim.object);
    if (none) continue;
    // Two analysts of one house rate together.
    bool together = whole.claim.type == ClaimType::kRating &&
                    !(other->filler.mask & model::kCompany);
    if (together || !EachActs(whole.claim.type)) {
      if (party.entity < 0) continue;
      m_.drafts.back().claim.subject = party;
      return;
    }
    Draft draft = JoinedTo(m_.story, whole);
    draft.claim.subject = party;
    m_.drafts.push_back(draft);
  }
}

void FrameDrafts::Gapped(const model::Frame& frame, int object,
                         const Complement& complement) {
  Draft whole = m_.drafts.back();
  if (whole.claim.amount < 0 || object < 1 ||
      g_[object - 1].kind != K::kPreposition) {
    return;
  }
  uint32_t word = p_.tokens[g_[object - 1].head].word;
  for (const FigureUse& use : complement.figures) {
    int next = use.group + 2;
    bool pair = use.group > object && next < static_cast<int>(g_.size()) &&
                use.preposition == 0 && use.figure != whole.claim.amount &&
                g_[use.group].kind == K::kFigure &&
                IsMoney(FigureOf(m_.story, use.figure)) &&
                g_[next - 1].kind == K::kPreposition &&
                p_.tokens[g_[next - 1].head].word == word;
    if (!pair) continue;
    auto other = FillVerbObject(frame, next);
    if (!other) continue;
    Draft draft = whole;
    draft.claim.object = other->filler.party;
    draft.claim.amount = use.figure;
    draft.joined = true;
    draft.clause_last = std::max(draft.clause_last, next + 1);
    m_.drafts.push_back(draft);
  }
}

void FrameDrafts::GappedBeside(const model::Frame& frame, int object) {
  Draft whole = m_.drafts.back();
  auto figure = [&](int i) {
    return i < static_cast<int>(g_.size()) && g_[i].kind == K::kFigure
               ? g_[i].figure
               : -1;
  };
  bool pair = object >= 0 && whole.claim.amount >= 0 &&
              figure(object + 1) == whole.claim.amount;
  int next = object + 2;
  while (pair) {
    int joins = next;
    while (next < static_cast<int>(g_.size()) &&
           (g_[next].kind == K::kComma || g_[next].kind == K::kConjunction)) {
      ++next;
    }
    int sum = figure(next + 1);
    pair = next > joins && sum >= 0 && g_[next].kind == K::kNoun &&
           IsMoney(FigureOf(m_.story, sum));
    auto other = pair ? FillVerbObject(frame, next) : std::nullopt;
    if (!other) return;
    Draft draft = whole;
    draft.claim.object = other->filler.party;
    draft.claim.amount = sum;
    draft.joined = true;
    draft.clause_last = std::max(draft.clause_last, next + 2);
    m_.drafts.push_back(draft);
    next += 2;
  }
}

}  // namespace newsdigest
