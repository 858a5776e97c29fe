#include "claims/move_subjects.h"

#include <algorithm>

#include "claims/metric_name.h"
#include "claims/status.h"
#include "figures/decimal.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

constexpr std::string_view kJobs = "jobs";

std::vector<Mover> MoveSubjects::MoversOf(int group, int at,
                                          const Complement& complement,
                                          bool moves) {
  auto spoken = moves ? SpokenMeasure(group, complement)
                      : StandingMeasure(group, at, complement);
  if (spoken) return {*spoken};
  std::vector<Mover> movers = movers_.ReadAll(group);
  // "S&P raised its outlook": an agency, not the index.
  bool own = std::any_of(
      complement.objects.begin(), complement.objects.end(), [&](int object) {
        return g_[object].possessor > 0 &&
               ExtremeOf(g_[object]) == Direction::kNone &&
               !p_.LemmaHas(g_[object].head, W::k_price_move) &&
               !p_.LemmaHas(g_[object].head, W::k_stretch);
      });
  if (own && complement.figures.empty() && !movers.empty() &&
      movers[0].security) {
    movers.clear();
    return movers;
  }
  if (!movers.empty()) return movers;
  bool gains =
      p_.VerbHas(g_[at].head, W::k_rise) || p_.VerbHas(g_[at].head, W::k_fall);
  if (auto jobs = gains ? JobsOf(group, complement) : std::nullopt) {
    movers.push_back(*jobs);
    return movers;
  }
  if (g_[at].participle && TellsResults(group, at)) return movers;
  auto mover = movers_.SharedHead(group, parsed_.subject[at]);
  bool extreme = ReachesPrice(complement) && !p_.Has(g_[at].head, W::k_have);
  // "Acme was trading at $178".
  bool quoted =
      p_.VerbHas(g_[at].head, W::k_trades) &&
      std::any_of(complement.figures.begin(), complement.figures.end(),
                  [&](const FigureUse& use) { return IsMoney(F(use.figure)); });
  // "Acme grew 50%": no share does.
  bool as_share = moves && !p_.VerbHas(g_[at].head, W::k_grows);
  if (!mover && (as_share || extreme || quoted)) {
    mover = movers_.BareName(group, complement,
                             extreme || MovesAsShare(at, complement));
  }
  if (!mover) mover = PricedGoods(group, at, complement);
  if (!mover && moves) mover = GrowsTo(group, complement);
  if (!mover && moves) mover = GrownPart(group, at, complement);
  if (mover) movers.push_back(*mover);
  return movers;
}

std::optional<Mover> MoveSubjects::PricedGoods(int group, int at,
                                               const Complement& complement) {
  if (group < 0 || g_[group].mention < 0 || !complement.objects.empty()) {
    return {};
  }
  Party goods = m_.focus.Read(parsed_, group).party;
  if (!movers_.Is(goods, EntityType::kProduct)) return {};
  for (const FigureUse& use : complement.figures) {
    bool price = movers_.ToLevel(use) ||
                 (p_.Has(g_[at].head, W::k_be) && use.preposition == 0);
    bool off = p_.IsWord(g_[use.group].last, "off");  // "is $100 off"
    bool fits = price && !off && g_[use.group].kind == K::kFigure &&
                IsMoney(F(use.figure)) && !movers_.IsSum(F(use.figure), goods);
    if (!fits) continue;
    Mover mover;
    mover.group = group;
    mover.holder = goods;
    mover.metric = "price";
    return mover;
  }
  return {};
}

std::optional<Mover> MoveSubjects::GrowsTo(int group,
                                           const Complement& complement) {
  if (group < 0 || !complement.objects.empty()) return {};
  for (const FigureUse& use : complement.figures) {
    uint32_t noun = m_.story.figures[use.figure].noun;
    bool counts =
        use.preposition > 0 && p_.IsWord(use.preposition - 1, "to") &&
        noun > 0 && F(use.figure).kind == FigureKind::kCount &&
        g_[use.group].kind == K::kNoun &&
        (p_.LemmaHas(noun, W::k_measure) || p_.LemmaHas(noun, W::k_headcount));
    if (!counts || !movers_.ActsAsFirm(group)) continue;
    Mover mover;
    mover.group = group;
    mover.holder = m_.focus.Read(parsed_, group).party;
    mover.metric = MetricName(m_.story, parsed_, use.group);
    return mover;
  }
  return {};
}

std::optional<Mover> MoveSubjects::GrownPart(int group, int at,
                                             const Complement& complement) {
  bool part = group >= 0 && p_.VerbHas(g_[at].head, W::k_grows) &&
              complement.objects.empty() &&
              p_.LemmaHas(g_[group].head, W::k_facility);
  bool by = std::any_of(
      complement.figures.begin(), complement.figures.end(),
      [&](const FigureUse& use) {
        return F(use.figure).kind == FigureKind::kPercent &&
               (use.preposition == 0 || p_.IsWord(use.preposition - 1, "by"));
      });
  if (!part || !by) return {};
  auto owner = m_.focus.Possessor(parsed_, group);
  if (!owner || !(owner->mask & model::kCompany)) return {};
  Mover mover;
  mover.group = group;
  mover.holder = owner->party;
  mover.metric = MetricName(m_.story, parsed_, group);
  return mover;
}

std::optional<Mover> MoveSubjects::SpokenMeasure(int group,
                                                 const Complement& complement) {
  bool it = group >= 0 && g_[group].pronoun &&
            p_.IsWord(g_[group].head, "it") && !complement.figures.empty();
  // "it raised bills by 3%": no measure does.
  bool acts = std::any_of(complement.objects.begin(), complement.objects.end(),
                          [&](int object) { return g_[object].figure < 0; });
  // "Exports rose in May. They are up 2% from a year earlier."
  bool they = group >= 0 && g_[group].pronoun && !acts &&
              p_.IsWord(g_[group].head, "they") && !complement.figures.empty();
  if (they) {
    auto before = MeasuredBefore(group);
    bool many = before && before->metric.ends_with('s');
    return many ? before : std::nullopt;
  }
  if (!it || acts) return {};
  for (int k = group - 1; k >= 0; --k) {
    if (g_[k].kind != K::kNoun || g_[k].pronoun) continue;
    bool measure = movers_.IsMeasure(k) && !p_.LemmaHas(g_[k].head, W::k_pace);
    if (!measure) return {};
    auto mover = movers_.Read(k, -1);
    return mover && !mover->security ? mover : std::nullopt;
  }
  return MeasuredBefore(group);
}

std::optional<Mover> MoveSubjects::StandingMeasure(
    int group, int at, const Complement& complement) {
  int size = static_cast<int>(g_.size());
  int next = at + 2;
  bool it =
      group >= 0 && g_[group].pronoun && p_.IsWord(g_[group].head, "it") &&
      p_.Has(g_[at].head, W::k_be) && g_[at].finite &&
      g_[at].head == g_[at].first && !complement.figures.empty() &&
      complement.figures[0].group == at + 1 && g_[at + 1].kind == K::kFigure;
  if (!it) return {};
  const Figure& level = F(complement.figures[0].figure);
  bool fits = IsMoney(level) || level.kind == FigureKind::kPercent;
  // "it was 5% of sales", "it was 5% larger".
  bool part = next < size &&
              (g_[next].kind == K::kAdjective || g_[next].kind == K::kNoun ||
               p_.IsWord(g_[next].head, "of"));
  if (!fits || part) return {};
  // "sales in Norway were $3 million; in May, it was $2 million".
  for (int k = group - 1; k >= 0; --k) {
    int subject = parsed_.subject[k];
    if (g_[k].kind != K::kVerb || subject < 0) continue;
    bool measure = !g_[subject].pronoun && movers_.IsMeasure(subject);
    auto mover = measure ? movers_.Read(subject, -1) : std::nullopt;
    if (mover) mover->group = group;
    return mover;
  }
  return MeasuredBefore(group);
}

std::optional<Mover> MoveSubjects::MeasuredBefore(int group) {
  const Focus::Measure* measure = m_.focus.Measured(parsed_.index - 1);
  if (!measure) return {};
  Mover mover;
  mover.group = group;
  mover.holder = measure->holder;
  mover.holder->span = p_.span(g_[group].first, g_[group].last);
  mover.metric = measure->metric;
  return mover;
}

std::optional<Mover> MoveSubjects::JobsOf(int group,
                                          const Complement& complement) {
  constexpr int kReach = 8;  // sentences of a report on the job market
  constexpr double kLeastJobs = 1000;
  if (group < 0 || complement.figures.empty()) return {};
  const Figure& first = F(complement.figures[0].figure);
  // "Financial services added 18,000", where jobs were told of before.
  const Focus::Measure* before = m_.focus.Measured(parsed_.index - 1);
  bool elided = before && before->metric == kJobs &&
                first.kind == FigureKind::kNumber && first.value &&
                ToDouble(*first.value) >= kLeastJobs;
  bool jobs = first.kind == FigureKind::kCount && first.unit == "job";
  if (!jobs && !elided) return {};
  Filler filler = m_.focus.Read(parsed_, group);
  bool place = (filler.mask & model::kPlace) && filler.party.entity >= 0;
  // "Retailers added 300 jobs", "The building sector lost 300 jobs".
  uint32_t head = g_[group].head;
  bool noun = g_[group].mention < 0 && filler.party.entity < 0 &&
              !g_[group].pronoun && g_[group].possessor == 0;
  bool many = noun && (p_.LemmaHas(head, W::k_market) ||
                       p_.LemmaHas(head, W::k_index_part) ||
                       (p_.Tagged(head, Bit(Tag::kNNS)) &&
                        p_.LemmaHas(head, W::k_nominal_company)));
  // "Health care added 3,000 jobs", in a report on them.
  const Focus::Measure* told = m_.focus.MeasuredSince(parsed_.index - kReach);
  bool field = noun && told &&
               !movers_.Is(told->holder, EntityType::kCompany) &&
               !p_.LemmaHas(head, W::k_facility) &&
               !StatusOf(p_, head, W::k_noun_status);
  if (!place && !many && !field) return {};
  Mover mover;
  mover.group = group;
  mover.holder = filler.party;
  mover.metric = kJobs;
  return mover;
}

bool MoveSubjects::TellsResults(int group, int at) const {
  for (int k = group + 1; k < at; ++k) {
    if (g_[k].kind != K::kVerb || parsed_.subject[k] != group ||
        !p_.VerbHas(g_[k].head, W::k_light)) {
      continue;
    }
    std::vector<int> objects = ReadComplement(m_.story, parsed_, k).objects;
    for (int object : objects) {
      if (movers_.IsMeasure(object)) return true;
    }
  }
  return false;
}

bool MoveSubjects::ReachesPrice(const Complement& complement) const {
  if (ExtremeDirection(complement) == Direction::kNone) return false;
  auto price = [&](int group) {
    // "broke a six-day losing run".
    bool days = g_[group].figure >= 0 && movers_.IsTime(F(g_[group].figure)) &&
                p_.LemmaHas(g_[group].head, W::k_stretch);
    return days || p_.LemmaHas(g_[group].head, W::k_price_move);
  };
  return std::any_of(complement.objects.begin(), complement.objects.end(),
                     price) ||
         std::any_of(complement.phrases.begin(), complement.phrases.end(),
                     [&](const PrepositionalPhrase& phrase) {
                       return price(phrase.group);
                     });
}

bool MoveSubjects::MovesInDays(int at, const Complement& complement) const {
  bool falls = g_[at].finite && g_[at].status == Status::kCompleted &&
               p_.VerbHas(g_[at].head, W::k_price_move) &&
               complement.objects.empty();
  if (!falls) return false;
  for (const PrepositionalPhrase& phrase : complement.phrases) {
    const Group& time = g_[phrase.group];
    bool streak = p_.Has(time.head, W::k_period_unit) ||
                  p_.LemmaHas(time.head, W::k_session);
    bool nth = false;
    for (uint32_t i = time.first; i < time.head; ++i) {
      nth = nth || p_.Has(i, W::k_ordinal);
    }
    if (!(streak && nth)) return false;
    return true;
  }
  return std::any_of(
      complement.dates.begin(), complement.dates.end(), [&](int date) {
        bool day = false;
        for (uint32_t i = g_[date].first; i < g_[date].last; ++i) {
          day = day || p_.Has(i, W::k_weekday) || p_.Has(i, W::k_day_word);
        }
        return day;
      });
}

bool MoveSubjects::MovesAsShare(int at, const Complement& complement) const {
  if (MovesInDays(at, complement)) return true;
  if (!complement.objects.empty() || !complement.phrases.empty()) {
    return false;
  }
  if (p_.VerbHas(g_[at].head, W::k_stock_verb)) return g_[at].finite;
  bool trades = p_.VerbHas(g_[at].head, W::k_level_verb);
  return trades && std::any_of(complement.adverbs.begin(),
                               complement.adverbs.end(), [&](int adverb) {
                                 return !IsParticle(g_[adverb].head) &&
                                        DirectionOf(g_[adverb].head, false) !=
                                            Direction::kNone;
                               });
}

}  // namespace newsdigest
