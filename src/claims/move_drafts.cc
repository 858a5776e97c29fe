// The drafts that moves and levels make, and why some make none.
#include <algorithm>

#include "claims/move_roles.h"
#include "figures/decimal.h"
#include "language/fold.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

std::string MoveRoles::PerShareName(std::string_view measure) const {
  size_t blank = measure.find_last_of(' ');
  if (blank != measure.npos) measure.remove_prefix(blank + 1);
  uint32_t word = p_.lexicon->Find(measure);
  std::string_view name = p_.lexicon->Text(word, W::k_profit);
  if (name.empty()) {
    name = p_.lexicon->Text(p_.lexicon->word(word).lemma, W::k_profit);
  }
  return std::string(name);
}

void MoveRoles::EmitPerShare(const Claim& whole, const Draft& draft) {
  Claim claim = whole;
  claim.level = per_share_.level;
  claim.from = per_share_.from;
  claim.change = -1;
  per_share_ = {};
  // Of profits and losses only: no one tells sales per share.
  claim.metric = PerShareName(whole.metric);
  if (claim.metric.empty()) return;
  if (claim.from < 0) claim.direction = Direction::kNone;
  Draft second = draft;
  second.claim = std::move(claim);
  second.trigger = m_.story.figures[second.claim.level].core;
  m_.drafts.push_back(std::move(second));
}

// Whether a figure beside the measure or security cannot be its own.
bool MoveRoles::NoneOfIts(const Mover& mover, const Claim& claim,
                          std::string_view rule) const {
  const Group& moves = g_[mover.group];
  auto kind = [&](int figure) { return F(figure).kind; };
  bool level = claim.level >= 0;
  if (mover.security) {
    // "this share will fall to 72%": no price of one.
    bool portion = level && kind(claim.level) == FigureKind::kPercent &&
                   p_.LemmaHas(moves.head, W::k_own_share);
    // "RPKs were up 1% to 12 billion": no price is a count.
    constexpr double kMostPoints = 1e6;
    bool counts = level &&
                  (kind(claim.level) == FigureKind::kNumber ||
                   kind(claim.level) == FigureKind::kCount) &&
                  F(claim.level).value &&
                  ToDouble(*F(claim.level).value) >= kMostPoints;
    // "trades at 12 times profit".
    bool times = level && (kind(claim.level) == FigureKind::kMultiple ||
                           F(claim.level).unit == "time");
    return portion || counts || times;
  }
  // "members lost $2 billion": it is no count that changed.
  bool money = (claim.change >= 0 && IsMoney(F(claim.change))) ||
               (level && IsMoney(F(claim.level)) &&
                p_.LemmaHas(moves.head, W::k_measure));
  bool people = money && p_.NamesPeople(moves.head);
  // "$50 a week, profit of $9": no result of the company spoken of.
  constexpr double kLeastResult = 1000;
  bool item = std::none_of(g_.begin(), g_.end(), [](const Group& any) {
    return any.kind == K::kVerb;
  });
  bool small = mover.carried && item && level &&
               kind(claim.level) == FigureKind::kMoney &&
               F(claim.level).value &&
               ToDouble(*F(claim.level).value) < kLeastResult &&
               p_.LemmaHas(moves.head, W::k_profit);
  // "taking its loss this year to 40%": no profit is a percentage.
  bool loss = level && rule == "change" &&
              kind(claim.level) == FigureKind::kPercent &&
              p_.LemmaHas(moves.head, W::k_profit) &&
              p_.LemmaHas(moves.head, W::k_price_move);
  // "deliveries of its 777X jet".
  bool times = level && kind(claim.level) == FigureKind::kMultiple &&
               p_.LemmaHas(moves.head, W::k_goods_measure);
  return people || small || loss || times;
}

// "a volatile stock", "three stocks fell": not which.
bool MoveRoles::SomeSecurity(const Mover& mover) const {
  const Group& moves = g_[mover.group];
  bool named = mover.holder && mover.holder->entity >= 0;
  if (!mover.security || named) return false;
  bool any = p_.LemmaHas(moves.head, W::k_own_share) &&
             (p_.IsWord(moves.first, "a") || p_.IsWord(moves.first, "an"));
  bool some = moves.figure >= 0 && F(moves.figure).kind == FigureKind::kCount;
  return any || some;
}

// "New car prices are climbing.": a measure of nobody, told by what it is of.
bool MoveRoles::OfThings(const Mover& mover, const Claim& claim,
                         uint32_t trigger, int verb,
                         std::string_view rule) const {
  bool named = mover.holder && mover.holder->entity >= 0;
  bool place = mover.carried && movers_.Is(*mover.holder, EntityType::kPlace);
  if ((named && !place) || verb < 0) return false;
  bool keeps =
      claim.direction == Direction::kFlat && claim.status == Status::kExpected;
  // "Gross domestic product was unchanged", "Retail sales hit a record".
  bool still =
      rule == "level" && claim.direction != Direction::kNone &&
      (movers_.Economy(g_[mover.group]) || movers_.NamesGoods(g_[mover.group]));
  // "Dearer steel has pushed up car prices".
  bool causes = p_.VerbHas(trigger, W::k_causes) ||
                p_.VerbHas(trigger, W::k_affects) ||
                p_.VerbHas(trigger, W::k_rises_with) ||
                p_.VerbHas(trigger, W::k_falls_with);
  bool tells =
      rule == "move" || (causes && (rule == "change" || rule == "swing"));
  bool done = claim.status == Status::kCompleted && g_[verb].finite;
  // "Sales of existing homes fell".
  int of = mover.group + 1;
  bool goods =
      movers_.NamesGoods(g_[mover.group]) ||
      (p_.LemmaHas(g_[mover.group].head, W::k_goods_measure) &&
       g_[mover.group].possessor == 0 && of + 1 < static_cast<int>(g_.size()) &&
       p_.IsWord(g_[of].head, "of") && g_[of + 1].kind == K::kNoun &&
       g_[of + 1].mention < 0);
  // "Factory orders rose in July", but "the economy grew" is no news.
  int size = static_cast<int>(g_.size());
  int end = verb + 1;
  while (end < size &&
         (g_[end].kind == K::kAdverb || g_[end].kind == K::kAdjective ||
          g_[end].kind == K::kPreposition)) {
    ++end;
  }
  bool dated = end < size && g_[end].kind == K::kDate && rule == "move" &&
               movers_.Economy(g_[mover.group]);
  return (tells || still) && (keeps || done) && (still || goods || dated);
}

// Whether a claim without a figure tells enough.
bool MoveRoles::TellsWithoutFigure(const Mover& mover, const Claim& claim,
                                   uint32_t trigger, int verb,
                                   std::string_view rule) const {
  const Group& moves = g_[mover.group];
  bool named = mover.holder && mover.holder->entity >= 0;
  // "Profit margins are expanding.": those of the company that is spoken of.
  bool told = claim.status == Status::kCompleted && rule == "move" &&
              verb >= 0 && g_[verb].finite && movers_.OfFirms(moves) &&
              movers_.Is(*mover.holder, EntityType::kCompany);
  bool unsure = mover.carried && !told;
  bool bare_metric = !mover.security && (unsure || !named) &&
                     !OfThings(mover, claim, trigger, verb, rule);
  bool says = claim.direction != Direction::kNone || rule == "compared";
  // "stocks can fall": no news of a market that is not named.
  bool vague = mover.security && !named && moves.last - moves.first == 1 &&
               claim.status != Status::kCompleted;
  // "dropped the charges" is no move of what they cost.
  bool sum = !mover.security && p_.LemmaHas(moves.head, W::k_sum_only);
  return says && !bare_metric && !vague && !sum;
}

// "improved 5%", "a 5% improvement": whether the word of the move says that it
// is for the better or the worse.
bool MoveRoles::Judges(const Claim& claim, uint32_t trigger) const {
  auto judges = [&](uint32_t token) {
    return !p_.LemmaHas(token, W::k_measure) &&
           (p_.VerbHas(token, W::k_judges) || p_.LemmaHas(token, W::k_judges));
  };
  return judges(trigger) ||
         std::any_of(g_.begin(), g_.end(), [&](const Group& group) {
           return group.kind == K::kNoun && group.figure >= 0 &&
                  group.figure == claim.change && judges(group.head);
         });
}

// "net loss", "debt": what falls as it gets better.
bool MoveRoles::IsBetterLow(int group) const {
  if (group < 0 || !movers_.IsMeasure(group)) return false;
  uint32_t end = g_[group].head + 1;
  for (uint32_t i = g_[group].first; i < end; ++i) {
    if (i + p_.Match(i, W::k_judges, end).length == end) return true;
  }
  return p_.LemmaHas(end - 1, W::k_judges);
}

// "crude stocks rose by 3 million barrels": how much there is, and no price.
bool MoveRoles::Stored(const Claim& claim) const {
  int figure = claim.change >= 0 ? claim.change : claim.level;
  return figure >= 0 && F(figure).kind == FigureKind::kQuantity &&
         F(figure).unit != "point";
}

void MoveRoles::Emit(const Mover& mover, Claim claim, int group,
                     uint32_t trigger, int verb, int first, int last,
                     std::string_view rule, int specific) {
  // "is down from 20%".
  bool base = claim.from >= 0 && F(claim.from).kind == FigureKind::kPercent;
  bool figure = claim.change >= 0 || claim.level >= 0 || base;
  if (NoneOfIts(mover, claim, rule) || SomeSecurity(mover)) return;
  if (!figure && !TellsWithoutFigure(mover, claim, trigger, verb, rule)) return;
  bool named = mover.holder && mover.holder->entity >= 0;
  if (!mover.security && !mover.carried && named) {
    m_.focus.NoteHolder(parsed_, *mover.holder);
  }
  bool stored = mover.security && !named && Stored(claim);
  bool priced = mover.security && !stored;
  claim.type = priced ? ClaimType::kMarketMove : ClaimType::kMetric;
  claim.subject = mover.holder;
  claim.metric = priced ? "" : mover.metric;
  if (stored) claim.metric = Lowered(mover.holder->name);
  // "a profit of $1.12 a share".
  bool share = claim.level >= 0 && F(claim.level).kind == FigureKind::kRate;
  if (std::string per = PerShareName(claim.metric); share && !per.empty()) {
    claim.metric = per;
  }
  claim.rule = std::string(Name(claim.type)) + "/" + std::string(rule);
  // "The ratio worsened to 108 from 95": the figures tell the way.
  bool judged = !mover.security && verb >= 0 && claim.level >= 0 &&
                !IsMoney(F(claim.level)) &&
                p_.VerbHas(g_[verb].head, W::k_judges);
  if ((claim.direction == Direction::kNone || judged) && claim.from >= 0 &&
      claim.level >= 0) {
    FromLevels(claim);
  } else if (!mover.security && Judges(claim, trigger) &&
             IsBetterLow(mover.group)) {
    bool up = claim.direction == Direction::kUp;
    bool down = claim.direction == Direction::kDown;
    if (up || down) claim.direction = up ? Direction::kDown : Direction::kUp;
  }
  Draft draft;
  draft.claim = std::move(claim);
  draft.group = group;
  if (!priced) draft.measure = mover.group;
  draft.specific = specific;
  draft.trigger = trigger;
  draft.verb = verb;
  draft.roles = 2 + (figure ? 2 : 0);
  draft.clause_first = first;
  draft.clause_last = last;
  LogRule(m_, draft.claim.rule, trigger, "fires");
  if (per_share_.level >= 0) EmitPerShare(draft.claim, draft);
  m_.drafts.push_back(std::move(draft));
}

void MoveRoles::ForJoined(int at, size_t first) {
  int subject = parsed_.subject[at];
  if (subject < 0) return;
  int own = m_.focus.Read(parsed_, subject).party.entity;
  size_t last = m_.drafts.size();
  for (size_t n = first; n < last; ++n) {
    const auto& holder = m_.drafts[n].claim.subject;
    if (own < 0 || !holder || holder->entity != own) continue;
    for (int group : parsed_.joined[at]) {
      Filler other = m_.focus.Read(parsed_, group);
      if (!(other.mask & model::kCompany) || other.party.entity < 0) continue;
      Draft draft = m_.drafts[n];
      draft.claim.subject = other.party;
      draft.joined = true;
      m_.drafts.push_back(std::move(draft));
    }
  }
}

}  // namespace newsdigest
