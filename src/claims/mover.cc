#include "claims/mover.h"

#include <algorithm>

#include "claims/metric_name.h"
#include "figures/decimal.h"
#include "language/fold.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

}  // namespace

bool IsChangeKind(FigureKind kind) {
  return kind == FigureKind::kPercent || kind == FigureKind::kBasisPoint ||
         kind == FigureKind::kPercentagePoint || kind == FigureKind::kMultiple;
}

bool MoverReader::IsPriceGoal(const Group& group) const {
  for (uint32_t i = group.first; i + 1 < group.last; ++i) {
    if (p_.Match(i, W::k_price_goal, group.last).length > 1) return true;
  }
  return false;
}

bool MoverReader::IsMeasure(int i) const {
  bool part = g_[i].kind == K::kNoun && g_[i].figure < 0 && IsPart(p_, g_, i);
  if (part || !parsed_.classes.Has(W::k_measure)) return part;
  if (IsPriceGoal(g_[i])) return false;
  if (g_[i].kind != K::kNoun || g_[i].mention >= 0 || g_[i].pronoun) {
    return false;
  }
  uint32_t head = g_[i].head;
  if (NoMeasure(p_, g_[i])) return false;
  bool count = IsCountOfMeasure(p_, g_[i]);
  // "applications for jobless benefits".
  bool phrase = IsMeasureTerm(p_, g_[i]);
  return count || phrase || p_.LemmaHas(head, W::k_measure) ||
         EndsInTerm(p_, g_[i], W::k_measure);
}

bool MoverReader::Is(const Party& party, EntityType type) const {
  return party.entity >= 0 &&
         m_.story.entities.entities[party.entity].type == type;
}

bool MoverReader::ActsAsFirm(int group) const {
  int mention = g_[group].mention;
  if (mention < 0) return false;
  int entity = m_.story.entities.mentions[mention].entity;
  return m_.story.entities.entities[entity].type == EntityType::kCompany;
}

Filler MoverReader::Acting(int measure, int verb) {
  int subject = parsed_.subject[verb];
  if (subject < 0 || subject == measure) return {};
  Filler acts = m_.focus.Read(parsed_, subject);
  // "Acme's Quill unit lost customers", but "Acme's owner", "its rivals".
  if (acts.party.entity < 0 && !m_.focus.OwnsNamed(parsed_, subject) &&
      !m_.focus.IsOtherFirm(g_[subject])) {
    auto owner = m_.focus.Possessor(parsed_, subject);
    // "the nation's biggest bank" is no nation.
    bool firm = p_.LemmaHas(g_[subject].head, W::k_nominal_company) &&
                !p_.LemmaHas(g_[subject].head, W::k_facility);
    if (owner && !(firm && (owner->mask & model::kPlace))) acts = *owner;
  }
  // "Quill analyst Jane Porter expects": of whom she speaks.
  bool observer = acts.party.entity >= 0 && (acts.mask & model::kPerson) &&
                  m_.focus.IsObserver(acts.party.entity);
  if (observer) return {};
  // "Acme CEO Jane Porter has cut costs": Acme's.
  bool person = acts.party.entity >= 0 && (acts.mask & model::kPerson) &&
                !Personal(g_[measure]);
  if (person) {
    auto firm = m_.focus.BodyOf(acts.party.entity, model::kCompany);
    if (firm) acts = *firm;
  }
  return acts;
}

std::optional<Mover> MoverReader::OfSame(int i) {
  const Group& group = g_[i];
  bool owner = group.possessor > 0 && group.possessor + 1 == group.last &&
               group.mention >= 0;
  bool those = group.pronoun && p_.IsWord(group.first, "those");
  if (!owner && !those) return {};
  auto holder =
      owner ? std::optional(m_.focus.Read(parsed_, i).party) : NamedAfter(i);
  if (!holder || holder->entity < 0) return {};
  for (int k = i - 1; k >= 0; --k) {
    if (g_[k].kind != K::kNoun || g_[k].pronoun) continue;
    auto mover = Read(k, -1);
    if (!mover) continue;
    mover->holder = holder;
    mover->carried = false;
    return mover;
  }
  // "Acme's sales rose 3%. Quill's fell".
  const Focus::Measure* measure = m_.focus.Measured(parsed_.index - 1);
  if (!measure || !owner) return {};
  Mover mover;
  mover.group = i;
  mover.holder = holder;
  mover.metric = measure->metric;
  return mover;
}

std::optional<Mover> MoverReader::Read(int i, int verb) {
  if (i < 0 || g_[i].kind != K::kNoun) return {};
  if (auto same = OfSame(i)) return same;
  if (auto count = CountOf(i)) return count;
  auto pace = PaceOf(i, verb);
  if (pace && !pace->carried) return pace;
  Filler filler = m_.focus.Read(parsed_, i);
  Mover mover;
  mover.group = i;
  mover.verb = verb;
  if (filler.mask & model::kSecurity) {
    if (auto pays = YieldOf(i, verb)) {
      mover.holder = pays;
      mover.metric = MetricName(m_.story, parsed_, i);
      return mover;
    }
    mover.security = true;
    mover.holder = SecurityOf(i, filler);
    return mover.holder ? std::optional(mover) : std::nullopt;
  }
  if (!(filler.mask & model::kMeasure)) return {};
  const Group& group = g_[i];
  mover.metric = pace ? pace->metric : MetricName(m_.story, parsed_, i);
  if (filler.party.entity >= 0) {
    mover.holder = filler.party;
    // "U.S. sales of Acme's ovens": Acme's, in the U.S.
    auto firm =
        Is(filler.party, EntityType::kPlace) ? NamedAfter(i) : std::nullopt;
    if (firm && !Is(*firm, EntityType::kPlace) && !Economy(group)) {
      mover.metric += " in " + filler.party.name;
      mover.holder = firm;
    } else if (auto own = OwnThere(i, verb, filler.party)) {
      mover.metric += " in " + filler.party.name;
      mover.holder = own;
    }
  } else if (!FindHolder(i, filler, mover)) {
    return {};
  }
  if (!mover.holder || mover.metric.empty()) return {};
  if (BareRate(i) && mover.holder->entity < 0) {
    // "The unemployment rate fell. The rate": of which, the text said.
    const Focus::Measure* told = m_.focus.Measured(parsed_.index - 1);
    if (!g_[i].definite || !told || !told->metric.ends_with(mover.metric)) {
      return {};
    }
    mover.holder = told->holder;
    mover.holder->span = p_.span(g_[i].first, g_[i].last);
    mover.metric = told->metric;
  }
  // "his demands": people have few measures.
  bool person = Is(*mover.holder, EntityType::kPerson);
  if (person && !Personal(group)) return {};
  ToFirm(group, mover);
  ToMaker(mover);
  return mover;
}

void MoverReader::ToMaker(Mover& mover) const {
  if (!Is(*mover.holder, EntityType::kProduct)) return;
  auto maker = m_.focus.MakerOf({model::kProduct, *mover.holder});
  if (!maker) return;
  mover.metric = Lowered(mover.holder->name) + " " + mover.metric;
  mover.holder = maker->party;
}

bool MoverReader::OfFirms(const Group& group) const {
  return p_.LemmaHas(group.head, W::k_firm_measure) ||
         EndsInTerm(p_, group, W::k_firm_measure);
}

// "the unemployment rate", "wages": no single company has them.
bool MoverReader::Economy(const Group& group) const {
  if (OfFirms(group)) return false;
  // "the managers' index".
  if (p_.Match(group.head, W::k_economy, group.last).length > 2) return true;
  bool goods = p_.LemmaHas(group.head, W::k_goods_measure);
  // "earnings before tax": what stands behind the head says no whose.
  for (uint32_t i = group.first; i <= group.head; ++i) {
    if (p_.LemmaHas(i, W::k_economy) ||
        p_.Match(i, W::k_economy, group.head + 1).length > 1) {
      return true;
    }
    // "global spending": no single company's.
    if (p_.Has(i, W::k_at_large) && group.possessor == 0 && !goods) return true;
  }
  return false;
}

bool MoverReader::IsSum(const Figure& figure, const Party& moves) const {
  bool coin = Is(moves, EntityType::kInstrument) || moves.entity < 0;
  const auto& least = figure.value ? figure.value : figure.low;
  return IsMoney(figure) && least &&
         ToDouble(*least) >= (coin ? kLeastCoinSum : kLeastSum);
}

bool MoverReader::BareRate(int i) const {
  const Group& group = g_[i];
  bool modified = false;
  for (uint32_t k = group.first; k < group.head; ++k) {
    modified = modified || p_.Tagged(k, kNounTags | Bit(Tag::kJJ));
  }
  return p_.LemmaHas(group.head, W::k_pace) && !modified &&
         group.possessor == 0 &&
         !(i + 1 < static_cast<int>(g_.size()) &&
           g_[i + 1].kind == K::kPreposition);
}

bool MoverReader::NamesGoods(const Group& group) const {
  bool measures = p_.LemmaHas(group.head, W::k_goods_measure) ||
                  p_.LemmaHas(group.head, W::k_pace);
  return measures && group.head > group.first && group.mention < 0 &&
         group.possessor == 0 &&
         (p_.Tagged(group.head - 1, Bit(Tag::kNN) | Bit(Tag::kNNS)) ||
          p_.LemmaHas(group.head - 1, W::k_economy));
}

bool MoverReader::IsStockWord(uint32_t token) const {
  return p_.LemmaHas(token, W::k_security) &&
         !p_.LemmaHas(token, W::k_commodity);
}

// "shares", "the stock", "its stock price": nothing else in the group.
bool MoverReader::Plain(const Group& group) const {
  for (uint32_t i = group.first; i < group.last; ++i) {
    bool fine =
        p_.Tagged(i, Bit(Tag::kDT) | Bit(Tag::kPRPS) | Bit(Tag::kPOS)) ||
        IsStockWord(i) || p_.LemmaHas(i, W::k_measure) ||
        (group.definite &&
         (p_.Has(i, W::k_nominal_company) ||
          p_.Match(i, W::k_nominal_company, group.head).length > 0));
    if (!fine) return false;
  }
  return true;
}

bool MoverReader::IsTime(const Figure& figure) const {
  return figure.kind == FigureKind::kQuantity &&
         p_.lexicon->Has(p_.lexicon->Find(figure.unit), W::k_period_unit);
}

bool MoverReader::Personal(const Group& group) const {
  return p_.LemmaHas(group.head, W::k_personal) ||
         p_.Match(group.head > group.first ? group.head - 1 : group.head,
                  W::k_personal, group.head + 1)
                 .length > 0;
}

std::vector<Mover> MoverReader::ReadAll(int i) {
  std::vector<Mover> movers;
  auto first = Read(i, -1);
  if (!first) return movers;
  movers.push_back(*first);
  int size = static_cast<int>(g_.size());
  bool shares = first->security && i + 2 < size && IsStockWord(g_[i].head) &&
                Plain(g_[i]) && g_[i + 1].kind == K::kPreposition &&
                g_[i + 2].mention >= 0 && first->holder->entity >= 0;
  // "Sales at Acme and Quill rose 4% and 2%, respectively".
  bool sales = !first->security && i + 2 < size && first->holder &&
               p_.IsWord(g_[i + 1].head, "at") && ActsAsFirm(i + 2) &&
               first->holder->entity >= 0;
  if (!shares && !sales) return movers;
  bool joined = false;
  std::vector<Mover> more;
  for (int k = i + 3; k + 1 < size; ++k) {
    if (g_[k].kind == K::kConjunction || g_[k].kind == K::kComma) {
      joined = joined || g_[k].kind == K::kConjunction;
      continue;
    }
    if (g_[k].kind != K::kNoun || g_[k].mention < 0) break;
    Filler filler = m_.focus.Read(parsed_, k);
    if (!(filler.mask & model::kCompany)) return movers;
    more.push_back(*first);
    more.back().holder = filler.party;
  }
  if (joined) movers.insert(movers.end(), more.begin(), more.end());
  return movers;
}

std::optional<Mover> MoverReader::SharedHead(int i, int last) {
  if (i < 0 || i == last || g_[i].pronoun) return {};
  if (g_[last].mention >= 0 || g_[last].last - g_[last].first < 2) return {};
  auto mover = Read(last, -1);
  if (!mover || !mover->security) return {};
  const Group& group = g_[i];
  bool names = mover->holder->entity >= 0;
  if (names != (group.mention >= 0)) return {};
  if (names) {
    Filler filler = m_.focus.Read(parsed_, i);
    if (g_[last].possessor > 0 || !(filler.mask & model::kCompany)) return {};
    mover->group = i;
    mover->holder = filler.party;
    return mover;
  }
  mover->group = i;
  mover->holder->name =
      m_.focus.Words(group) + " " + std::string(p_.str(g_[last].head));
  mover->holder->span = p_.span(group.first, group.last);
  return mover;
}

// "Acme fell after UBS cut earnings forecasts": Acme.
std::optional<Party> MoverReader::ActingBefore(int verb,
                                               const Party& other) const {
  for (int k = 0; k < verb; ++k) {
    if (g_[k].kind != K::kVerb || parsed_.subject[k] < 0) continue;
    Party party = m_.focus.Read(parsed_, parsed_.subject[k]).party;
    if (party.entity != other.entity && Is(party, EntityType::kCompany)) {
      return party;
    }
  }
  return {};
}

std::optional<Mover> MoverReader::MeasureInside(int at) {
  const Group& group = g_[at];
  if (IsPriceGoal(group)) return {};
  if (auto price = PriceInside(at)) return price;
  for (uint32_t i = group.head; i > group.first; --i) {
    uint32_t token = i - 1;
    if (token < group.possessor) break;
    bool security =
        p_.LemmaHas(token, W::k_security) || p_.LemmaHas(token, W::k_commodity);
    // "the slip in market share", "market-share gains".
    bool phrase = token > group.first &&
                  p_.Match(token - 1, W::k_measure, token + 1).length == 2;
    bool hyphen = token > group.first + 1 && p_.Is(token - 1, "-") &&
                  p_.Match(token - 2, W::k_measure, token + 1).length == 3;
    bool measure = phrase || hyphen || p_.LemmaHas(token, W::k_measure);
    if (!security && !measure) continue;
    // "future expansion" is of no futures.
    if (!measure && p_.Tagged(token, Bit(Tag::kJJ))) continue;
    if (m_.story.entities.at[token] >= 0) continue;
    Mover mover;
    mover.security = security && !measure;
    mover.group = at;
    uint32_t from = phrase ? token - 1 : hyphen ? token - 2 : token;
    // "its sales growth forecast".
    if (from > group.first && from > group.possessor &&
        p_.LemmaHas(from - 1, W::k_measure)) {
      --from;
    }
    mover.metric = InnerMetricName(m_.story, parsed_, at, from, token);
    if (mover.metric.empty()) continue;
    auto holder = m_.focus.Possessor(parsed_, at);
    if (!holder) holder = m_.focus.Left(parsed_, at, token);
    // "his sales estimates": of whom he speaks.
    if (holder && (holder->mask & model::kPerson) && !Personal(group)) {
      holder.reset();
    }
    bool outlook = p_.LemmaHas(group.head, W::k_outlook);
    int governor = GoverningVerb(m_.story, parsed_, at);
    int subject = governor >= 0 ? parsed_.subject[governor] : -1;
    if (holder) {
      mover.holder = holder->party;
    } else if (subject >= 0) {
      Filler filler = m_.focus.Read(parsed_, subject);
      bool foresees = outlook && Foresees(filler.party);
      if (foresees) {
        mover.holder = ActingBefore(governor, filler.party);
      } else if (filler.party.entity >= 0 && !(filler.mask & model::kPerson)) {
        mover.holder = filler.party;
      } else if (filler.party.entity < 0 && NamesUnknown(g_[subject])) {
        mover.holder = filler.party;
      }
    }
    if (!mover.holder) mover.holder = NamedAfter(at);
    if (!mover.holder && measure) mover.holder = Industry(at, subject);
    if (!mover.holder) {
      if (Economy(group)) return {};
      mover.carried = true;
      Span span = p_.span(group.first, group.last);
      mover.holder = mover.security ? CurrentParty(group.first, span)
                                    : Carried(group.first, span);
    }
    if (mover.holder) return mover;
  }
  return {};
}

}  // namespace newsdigest
