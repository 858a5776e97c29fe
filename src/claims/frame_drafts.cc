#include "claims/frame_drafts.h"

#include <algorithm>

#include "claims/status.h"
#include "figures/decimal.h"

namespace newsdigest {
namespace {

constexpr uint16_t kNamed = 0xff;  // fillers that are names
constexpr uint8_t kLayoffs = static_cast<uint8_t>(ClaimType::kLayoffs);
constexpr uint8_t kHiring = static_cast<uint8_t>(ClaimType::kHiring);
constexpr uint8_t kContract = static_cast<uint8_t>(ClaimType::kContract);
constexpr uint8_t kPolicy = static_cast<uint8_t>(ClaimType::kPolicy);
constexpr uint8_t kAcquisition = static_cast<uint8_t>(ClaimType::kAcquisition);

}  // namespace

using W = WordClass;
using K = GroupKind;
using model::Slot;

void FrameDrafts::Log(const model::Frame& frame, uint32_t trigger,
                      std::string_view what) const {
  LogRule(m_, book_->String(frame.rule), trigger, what);
}

Draft FrameDrafts::NewDraft(const model::Frame& frame, int at,
                            uint32_t trigger) const {
  Draft draft;
  draft.group = at;
  draft.trigger = trigger;
  draft.claim.type = static_cast<ClaimType>(frame.type);
  draft.claim.action = book_->String(frame.action);
  draft.claim.rule = book_->String(frame.rule);
  draft.claim.direction = static_cast<Direction>(frame.direction);
  draft.moves = frame.moves != 0;
  draft.specific = book_->rank() + (frame.object_word_count > 0 ? 2 : 0) +
                   (frame.share != model::Share::kAny ? 1 : 0);
  return draft;
}

bool FrameDrafts::OneParty(const std::optional<Found>& subject,
                           const std::optional<Found>& object) {
  if (!subject || !object) return false;
  const Party& a = subject->filler.party;
  const Party& b = object->filler.party;
  if (subject->group >= 0 && subject->group == object->group) return true;
  if (a.entity >= 0) return a.entity == b.entity;
  return a.name == b.name ||
         (a.span.start <= b.span.start && b.span.end <= a.span.end);
}

auto FrameDrafts::Maker(const model::Frame& frame,
                        const std::optional<Found>& object) const
    -> std::optional<Found> {
  bool goods = object && frame.type == static_cast<int>(ClaimType::kLaunch);
  auto maker = goods ? m_.focus.MakerOf(object->filler) : std::nullopt;
  return maker ? std::optional(Found{*maker, object->group}) : std::nullopt;
}

auto FrameDrafts::OtherThan(const Found& subject, const Found& object)
    -> std::optional<Found> {
  bool described = object.group >= 0 && g_[object.group].definite &&
                   g_[object.group].mention < 0 &&
                   (object.filler.mask & model::kCompany);
  for (int k = described ? object.group - 1 : -1; k >= 0; --k) {
    if (g_[k].kind != K::kNoun || g_[k].mention < 0) continue;
    Filler other = m_.focus.Read(parsed_, k);
    bool fits = (other.mask & model::kCompany) && other.party.entity >= 0 &&
                other.party.entity != subject.filler.party.entity;
    if (fits) return Found{other, kSpokenMark};
  }
  return {};
}

void FrameDrafts::ValuedByDeal(const model::Frame& frame,
                               std::optional<Found>& valued) {
  bool it = frame.type == static_cast<uint8_t>(ClaimType::kMetric) &&
            frame.verb_subject[0] == Slot::kObject && valued &&
            valued->group >= 0 && g_[valued->group].pronoun;
  for (size_t i = m_.drafts.size(); it && i > 0; --i) {
    const Claim& deal = m_.drafts[i - 1].claim;
    bool buys = (deal.type == ClaimType::kAcquisition ||
                 deal.type == ClaimType::kInvestment) &&
                deal.object && deal.object->entity >= 0;
    if (!buys) continue;
    valued->filler =
        m_.focus.FromEntity(deal.object->entity, valued->filler.party.span);
    return;
  }
}

bool FrameDrafts::UnitFits(const model::Frame& frame,
                           const Figure& figure) const {
  // "spends $9,000 per student": no sum that is put into something.
  bool rate = figure.kind == FigureKind::kRate &&
              frame.type == static_cast<int>(ClaimType::kInvestment);
  if (rate) return false;
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

void FrameDrafts::Take(const model::Frame& frame, const FigureUse& use,
                       bool several, Draft& draft) const {
  // The figure of a noun behind a preposition is its own ("its acquisition of a
  // 40% holding").
  bool of_noun = use.preposition > 0 && g_[use.group].kind == K::kNoun;
  const Figure& figure = m_.story.figures[use.figure].figure;
  FigureKind kind = IsMoney(figure) ? FigureKind::kMoney : figure.kind;
  // "job cuts of up to 300", "laid off 300", "hired 300".
  bool own = use.group <= draft.group + 2 &&
             (frame.type == kLayoffs || frame.amount_object);
  bool bare =
      use.preposition == 0 ? own : p_.IsWord(use.preposition - 1, "of");
  bool jobs = kind == FigureKind::kNumber && bare &&
              (frame.type == kLayoffs || frame.type == kHiring);
  if (jobs) kind = FigureKind::kCount;
  uint16_t bit = static_cast<uint16_t>(1 << static_cast<int>(kind));
  // "priced its $2 billion offering at $30": of each.
  bool per = figure.kind == FigureKind::kRate ||
             (frame.type == static_cast<int>(ClaimType::kListing) &&
              use.preposition > 0 && p_.IsWord(use.preposition - 1, "at"));
  // "raised its bid by 30%", "cut rates by a quarter point".
  bool by = use.preposition > 0 && p_.IsWord(use.preposition - 1, "by");
  bool part =
      kind == FigureKind::kPercent &&
      (by || (!of_noun && !((frame.amount_kinds | frame.level_kinds) & bit)));
  bool change = frame.moves && (by || kind == FigureKind::kBasisPoint ||
                                kind == FigureKind::kPercentagePoint || part);
  if (change) {
    if (draft.claim.change < 0) draft.claim.change = use.figure;
    return;
  }
  // "to $40 from $35", "its stake from 5% to 8%".
  bool among = several && (frame.amount_kinds & bit);
  bool base = use.preposition > 0 && ((frame.level_kinds & bit) || among) &&
              p_.Has(use.preposition - 1, W::k_base_preposition);
  if (base) {
    if (draft.claim.from < 0) draft.claim.from = use.figure;
    // "a dividend of 20 cents, up from 15 cents".
    uint32_t way = use.preposition > 1 ? use.preposition - 2 : 0;
    bool ways = frame.moves && draft.claim.direction == Direction::kNone;
    if (ways && p_.LemmaHas(way, W::k_rise)) {
      draft.claim.direction = Direction::kUp;
    } else if (ways && p_.LemmaHas(way, W::k_fall)) {
      draft.claim.direction = Direction::kDown;
    }
    return;
  }
  if (draft.claim.level < 0 && (frame.level_kinds & bit) &&
      (per || (frame.amount_kinds & bit) == 0)) {
    draft.claim.level = use.figure;
    return;
  }
  // "for $95 a share, in a deal valued at $6 million": the whole of it;
  // "an order for 70 jets worth $8 billion".
  FigureKind part_kind =
      frame.type == kAcquisition ? FigureKind::kRate : FigureKind::kCount;
  bool whole = (frame.type == kAcquisition || frame.type == kContract) &&
               !per && kind == FigureKind::kMoney && draft.claim.amount >= 0 &&
               FigureOf(m_.story, draft.claim.amount).kind == part_kind;
  // "for $95 a share, or $6 million": the price of each stands beside it.
  bool each = frame.type == kAcquisition && figure.kind == FigureKind::kRate &&
              draft.claim.amount >= 0 &&
              FigureOf(m_.story, draft.claim.amount).kind == FigureKind::kMoney;
  if (each && draft.claim.level < 0) draft.claim.level = use.figure;
  if ((draft.claim.amount < 0 || whole) && (frame.amount_kinds & bit) &&
      (jobs || UnitFits(frame, figure))) {
    bool of_each = whole && frame.type == kAcquisition;
    if (of_each) draft.claim.level = draft.claim.amount;
    draft.claim.amount = use.figure;
  }
}

void FrameDrafts::Amounts(const model::Frame& frame,
                          const std::vector<FigureUse>& figures,
                          const std::optional<Found>& subject,
                          const std::optional<Found>& object, Draft& draft) {
  bool several = figures.size() > 1;
  for (const FigureUse& use : figures) {
    // "pulled in $3 million".
    bool direct =
        use.preposition == 0 || use.preposition == g_[draft.group].head + 2;
    bool own = direct && use.group <= draft.group + 2 &&
               g_[use.group].kind == K::kFigure;
    if (frame.amount_object && !own) continue;
    if (TakePart(frame, use.group, draft)) continue;
    Take(frame, use, several, draft);
  }
  for (const auto& role : {object, subject}) {
    if (!role) continue;
    // What is owned carries the figure: "400 workers at Acme".
    int group = GroupOf(role->group);
    if (group < 0 || TakePart(frame, group, draft)) continue;
    // "a third of its 400 workers": the third.
    if (int part = PartOf(group); part >= 0) {
      Take(frame, {g_[part].figure, 0, part}, several, draft);
      continue;
    }
    // "approved Acme's $3 billion takeover": the sum is the takeover's own.
    bool deal = frame.type == kPolicy && p_.LemmaHas(g_[group].head, W::k_deal);
    if (g_[group].figure >= 0 && !deal) {
      Take(frame, {g_[group].figure, 0, group}, several, draft);
    }
  }
  if (frame.type == kContract) PriceOfOrder(draft);
  if (frame.type != kLayoffs) return;
  for (const FigureUse& use : figures) {
    int jobs = use.figure == draft.claim.amount ? RestatedBy(use.group) : -1;
    if (jobs >= 0) draft.claim.amount = jobs;
  }
}

// "signed a $3 million deal to buy 40 ovens": what they cost tells more than
// how many they are.
void FrameDrafts::PriceOfOrder(Draft& draft) const {
  auto figure = [&](int i) -> const Figure& {
    return m_.story.figures[i].figure;
  };
  int& amount = draft.claim.amount;
  if (amount < 0 || IsMoney(figure(amount))) return;
  int deal = draft.group - 1;
  bool signed_for = deal > 0 && g_[draft.group].infinitive &&
                    g_[deal].figure >= 0 && IsMoney(figure(g_[deal].figure)) &&
                    p_.LemmaHas(g_[deal].head, W::k_deal);
  if (signed_for) amount = g_[deal].figure;
}

// "40 workers, or 10% of its staff": the figure that the one at `group` says
// once more; -1: none.
int FrameDrafts::RestatedBy(int group) const {
  int before = group - 1;
  if (before > 0 && p_.IsWord(g_[before].head, "or")) --before;
  if (before < 1 || g_[before].kind != K::kComma) return -1;
  --before;
  // "40 workers in May, 10% of its staff".
  bool dated = before > 1 && g_[before].date >= 0 &&
               g_[before - 1].kind == K::kPreposition;
  if (dated) before -= 2;
  int figure = g_[before].figure;
  bool count =
      figure >= 0 && m_.story.figures[figure].figure.kind == FigureKind::kCount;
  return count ? figure : -1;
}

int FrameDrafts::PartOf(int group) const {
  bool part = group > 1 && p_.IsWord(g_[group - 1].head, "of") &&
              g_[group - 2].kind == K::kFigure;
  return part ? group - 2 : -1;
}

bool FrameDrafts::TakePart(const model::Frame& frame, int group,
                           Draft& draft) const {
  constexpr uint16_t kCounts = 1 << static_cast<int>(FigureKind::kCount);
  int part = PartOf(group);
  bool counts =
      part >= 0 && g_[group].kind == K::kNoun &&
      m_.story.figures[g_[part].figure].figure.kind == FigureKind::kNumber &&
      (frame.amount_kinds & kCounts);
  if (counts && draft.claim.amount < 0) draft.claim.amount = g_[part].figure;
  return counts;
}

bool FrameDrafts::ShareFits(const model::Frame& frame,
                            const Draft& draft) const {
  if (frame.share == model::Share::kAny) return true;
  const Figure* amount = draft.claim.amount < 0
                             ? nullptr
                             : &m_.story.figures[draft.claim.amount].figure;
  constexpr double kHalf = 50;  // percent
  bool known = amount && amount->kind == FigureKind::kPercent && amount->value;
  bool major = known && ToDouble(*amount->value) >= kHalf;
  return major == (frame.share == model::Share::kMajor);
}

// "lends up to $1,200 interest free": money, to no one.
bool FrameDrafts::IsSum(int group) const {
  return group >= 0 && g_[group].figure >= 0 &&
         IsMoney(FigureOf(m_.story, g_[group].figure));
}

bool FrameDrafts::PaidByTime(const Claim& claim) const {
  if (claim.amount < 0) return false;
  const std::string& per = FigureOf(m_.story, claim.amount).per;
  return !per.empty() &&
         p_.lexicon->Has(p_.lexicon->Find(per), W::k_period_unit);
}

void FrameDrafts::Finish(const model::Frame& frame,
                         const std::optional<Found>& subject,
                         const std::optional<Found>& object, Draft& draft) {
  bool amount = draft.claim.amount >= 0 || draft.claim.level >= 0 ||
                draft.claim.change >= 0;
  // "the oil company" is a name where a figure tells more of it.
  auto named = [&](const std::optional<Found>& role) {
    if (!role || !(role->filler.mask & kNamed)) return false;
    bool described = role->filler.party.entity < 0 && role->group >= 0 &&
                     g_[role->group].definite &&
                     !p_.Tagged(g_[role->group].head, Bit(Tag::kNNP)) &&
                     p_.LemmaHas(g_[role->group].head, W::k_nominal_company) &&
                     !m_.focus.OwnsNamed(parsed_, role->group);
    return !described || amount;
  };
  bool subject_name = named(subject);
  bool object_name = named(object) || (object && object->owned);
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
  } else if ((frame.require & model::kNeedRole) && draft.claim.role.empty() &&
             !(subject_name && object_name)) {
    missing = "no post";
  } else if ((frame.require & model::kNeedSpelled) &&
             !(object && object->group >= 0 &&
               g_[object->group].mention >= 0)) {
    missing = "no object by name";
  } else if (!ShareFits(frame, draft)) {
    missing = "the share is of another size";
  } else if (!subject && !object) {
    missing = "no party";
  } else if (subject && !subject_name && IsSum(subject->group)) {
    missing = "a sum is no party";
  } else if (frame.type == kAcquisition && PaidByTime(draft.claim)) {
    missing = "a price by time";
  }
  if (missing) {
    Log(frame, draft.trigger, missing);
    return;
  }
  if (subject) draft.claim.subject = subject->filler.party;
  bool pair = !subject || !object ||
              subject->filler.party.name != object->filler.party.name;
  if (object && pair && !frame.drop_object) {
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

}  // namespace newsdigest
