#include "claims/measure_levels.h"

#include <algorithm>

#include "claims/status.h"
#include "figures/decimal.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

bool MeasureLevels::Paces(int at) const {
  return at > 0 && p_.LemmaHas(g_[at].head, W::k_pace) &&
         (p_.IsWord(g_[at - 1].head, "at") ||
          p_.IsWord(g_[at - 1].head, "by") ||
          p_.IsWord(g_[at - 1].head, "to") ||
          p_.IsWord(g_[at - 1].head, "from"));
}

int MeasureLevels::BeforeLevel(int at) const {
  int size = static_cast<int>(g_.size());
  int next = at + 1;
  // "earnings per share of", "provisions for taxes of".
  bool per = next + 2 < size && g_[next].kind == K::kPreposition &&
             (p_.IsWord(g_[next].head, "per") ||
              (p_.IsWord(g_[next].head, "for") && g_[next + 1].mention < 0 &&
               g_[next + 1].figure < 0)) &&
             g_[next + 1].kind == K::kNoun;
  if (per) next += 2;
  // "earnings in the range of $2 to $3", "at the top end of its $2 to $3
  // range".
  bool range = next + 3 < size && g_[next].kind == K::kPreposition &&
               g_[next + 1].kind == K::kNoun && g_[next + 1].definite &&
               (p_.LemmaHas(g_[next + 1].head, W::k_stretch) ||
                p_.IsWord(g_[next + 1].head, "end")) &&
               p_.IsWord(g_[next + 2].head, "of");
  if (range) next += 2;
  // "sales last year of", "sales in May of".
  int term = next;
  if (term < size && g_[term].kind == K::kPreposition) ++term;
  bool dated = term + 1 < size && g_[term].kind == K::kDate &&
               p_.IsWord(g_[term + 1].head, "of");
  if (dated) next = term + 1;
  if (next + 1 >= size) return -1;
  // "a P/E ratio around 14".
  bool about = next == at + 1 && g_[next].kind == K::kFigure &&
               Modified(g_[next].figure) && !Costs(at) &&
               (!IsMoney(F(g_[next].figure)) ||
                (at > 0 && g_[at - 1].kind == K::kPreposition));
  if (about) return at;
  bool of = g_[next].kind == K::kPreposition &&
            (p_.IsWord(g_[next].head, "of") || p_.IsWord(g_[next].head, "at"));
  bool colon = g_[next].kind == K::kStop && p_.Is(g_[next].first, ":");
  return (of || colon) && g_[next + 1].kind != K::kVerb ? next : -1;
}

// "costs the economy about 3 trillion": what the noun has to pay.
bool MeasureLevels::Costs(int at) const {
  return at > 0 && g_[at - 1].kind == K::kVerb &&
         p_.VerbHas(g_[at - 1].head, W::k_priced);
}

bool MeasureLevels::IsNoLevel(int at, int next) const {
  const Figure& f = F(g_[next + 1].figure);
  // "the income of the top 1%", "the yield of the 30 funds".
  bool whose = f.kind == FigureKind::kPercent || f.kind == FigureKind::kCount;
  if (g_[next + 1].definite && whose) return true;
  // "grew at an annual rate of 6%": the pace of what did.
  if (Paces(at)) return true;
  bool fits = IsMoney(f) || IsChangeKind(f.kind) ||
              f.kind == FigureKind::kCount || f.kind == FigureKind::kNumber ||
              (f.kind == FigureKind::kQuantity && !movers_.IsTime(f));
  // "took delivery of 22 jets", "of 22".
  bool counts = f.kind == FigureKind::kCount || f.kind == FigureKind::kNumber;
  bool taken = counts && at > 0 && g_[at - 1].kind == K::kVerb &&
               p_.lexicon->Text(p_.VerbLemmaId(g_[at - 1].head), W::k_light) ==
                   "completed" &&
               g_[at].first == g_[at].head &&
               p_.Tagged(g_[at].head, Bit(Tag::kNN));
  // "outnumbered the losers by a ratio of 3 to 1".
  bool by = counts && at > 0 && p_.IsWord(g_[at - 1].head, "by");
  if (taken || by) return true;
  // "the price of a dozen eggs".
  if (p_.LemmaHas(g_[at].head, W::k_priced) && f.kind == FigureKind::kCount) {
    return true;
  }
  // "halted production at 14 plants".
  bool places = f.kind == FigureKind::kCount && p_.IsWord(g_[next].head, "at");
  if (!fits || places) return true;
  // "the loss of 3 million jobs" is none of a company's results.
  bool result = p_.LemmaHas(g_[at].head, W::k_profit);
  if (result && f.kind == FigureKind::kCount) return true;
  // "closed at a price of $52": the level of what closed, but "raised $3
  // million at a valuation of $52 million".
  bool raised = at > 1 && g_[at - 2].kind == K::kFigure &&
                IsMoney(F(g_[at - 2].figure)) && IsMoney(f);
  return at > 0 && p_.IsWord(g_[at - 1].head, "at") && !raised &&
         p_.LemmaHas(g_[at].head, W::k_quote_word);
}

// "revenue, income and EPS of $82M, ($4)M and ($3), respectively": read in
// another form, if at all.
bool MeasureLevels::OneOfSeveral(int at, int next) const {
  int before = at - 1;
  while (before > 0 &&
         (g_[before].kind == K::kConjunction || g_[before].kind == K::kComma)) {
    --before;
  }
  return before >= 0 && before < at - 1 && movers_.IsMeasure(before) &&
         std::any_of(g_.begin() + next, g_.end(), [&](const Group& g) {
           return p_.Has(g.head, W::k_respective);
         });
}

// "the estimate of a loss of 58 cents": what was expected of the measure.
bool MeasureLevels::OfOutlook(int at) const {
  // "The forecast was for sales of $3 million".
  int is = VerbBefore(g_, at);
  bool was_for = is >= 0 && OutlookActs(is) && p_.Has(g_[is].head, W::k_be) &&
                 is + 1 < static_cast<int>(g_.size()) &&
                 p_.IsWord(g_[is + 1].head, "for");
  if (was_for) return true;
  return at > 1 && p_.IsWord(g_[at - 1].head, "of") &&
         g_[at - 2].kind == K::kNoun &&
         p_.LemmaHas(g_[at - 2].head, W::k_outlook);
}

// "missing the estimate": whether the noun group is what something is told to
// have passed or fallen short of.
bool MeasureLevels::Beaten(int outlook) const {
  int verb = VerbBefore(g_, outlook);
  return verb >= 0 && p_.VerbHas(g_[verb].head, W::k_beats);
}

void MeasureLevels::MeasureOf(int at) {
  // "a profit target of $2 a share".
  bool measure = movers_.IsMeasure(at);
  bool outlook = !measure && g_[at].mention < 0 &&
                 p_.LemmaHas(g_[at].head, W::k_outlook) &&
                 movers_.MeasureInside(at);
  if (!measure && NoteFormer(at)) return;
  if (!outlook && !measure) return;
  int next = BeforeLevel(at);
  if (next < 0 || Foreseen(next + 1)) return;
  int figure = g_[next + 1].figure;
  if (figure < 0 || used_[figure] || IsNoLevel(at, next)) return;
  if (Listed(at, next + 1) || OneOfSeveral(at, next)) return;
  const Figure& f = F(figure);
  int governor = GoverningVerb(m_.story, parsed_, at, true);
  // "trades at a P/E ratio of 7".
  bool stands = governor < 0 && at > 1 && g_[at - 1].kind == K::kPreposition &&
                (p_.IsWord(g_[at - 1].head, "at") ||
                 p_.IsWord(g_[at - 1].head, "with")) &&
                g_[at - 2].kind == K::kVerb &&
                p_.VerbHas(g_[at - 2].head, W::k_level_verb);
  if (stands) governor = at - 2;
  auto mover = outlook ? movers_.MeasureInside(at) : movers_.Read(at, governor);
  if (!mover || (outlook && mover->security)) return;
  if (OfEach(at, next, governor, *mover)) return;
  // "growth of 4,000 ovens": of what, nothing says.
  if (DirectionOf(g_[at].head, false) != Direction::kNone &&
      mover->holder->entity < 0 && !movers_.MeasureInside(at)) {
    return;
  }
  if (IsBase(at)) {
    NoteBase(at, next + 1);
    return;
  }
  bool foreseen = OfOutlook(at);
  if (foreseen && at > 1 && Beaten(at - 2)) return;
  // "a motor of 40 kW" is no measure of the company spoken of.
  if (mover->carried && f.kind == FigureKind::kQuantity) return;
  // "Charges of $3 million will be booked in May".
  int books = governor < 0 ? VerbOf(parsed_, at) : -1;
  if (books >= 0 && !g_[books].passive) books = -1;
  Claim claim;
  claim.status = GovernedStatus(at, books >= 0 ? books : governor);
  if (outlook || foreseen) {
    claim.status = Combine(claim.status, Status::kExpected);
  }
  Use(figure, claim.level);
  Complement complement = ReadComplement(m_.story, parsed_, next + 1);
  claim.direction = AdverbDirection(next + 1, complement);
  if (claim.direction != Direction::kNone || HasBase(complement)) {
    Assign(complement, *mover, false, claim);
  } else {
    PerShareIn(complement, *mover, claim);
  }
  Emit(*mover, claim, at, g_[at].head, governor,
       governor >= 0 && parsed_.subject[governor] >= 0
           ? parsed_.subject[governor]
           : at,
       books >= 0 ? ReadComplement(m_.story, parsed_, books).end
                  : complement.end,
       "level");
}

void MeasureLevels::MeasureWith(int at) {
  if (!movers_.IsMeasure(at)) return;
  int figure = g_[at].figure;
  // "short of the 1% growth expected by analysts".
  if (figure < 0 || used_[figure] || Foreseen(at)) return;
  const Figure& f = F(figure);
  int governor = GoverningVerb(m_.story, parsed_, at);
  // "secured a $9 million loan": told as an event by its own frame.
  bool event = IsMoney(f) && EventNoun(g_[at].head) &&
               (p_.Tagged(g_[at].head, Bit(Tag::kNN)) ||
                (governor >= 0 && p_.VerbHas(g_[governor].head, W::k_light)));
  // "has cost its economy $3 million".
  bool costs = governor >= 0 && f.kind == FigureKind::kMoney &&
               p_.VerbHas(g_[governor].head, W::k_priced);
  // "charges customers $12": no count of them.
  bool paid = IsMoney(f) && p_.NamesPeople(g_[at].head);
  if (event || costs || paid) return;
  constexpr double kLeastBooked = 20;  // "two key orders" are told one by one
  bool booked = governor >= 0 && p_.VerbHas(g_[governor].head, W::k_light) &&
                f.value && ToDouble(*f.value) >= kLeastBooked;
  bool has = governor >= 0 && f.kind == FigureKind::kCount &&
             (booked || p_.Has(g_[governor].head, W::k_have));
  if (!IsMoney(f) && f.kind != FigureKind::kPercent && !has) return;
  // "a 12% year-to-date loss": no result of a company.
  bool fell = f.kind == FigureKind::kPercent &&
              p_.LemmaHas(g_[at].head, W::k_price_move) &&
              p_.LemmaHas(g_[at].head, W::k_profit);
  if (fell) return;
  auto mover = movers_.Read(at, governor);
  if (!mover) return;
  // "surged at a 4% annual rate": the pace of what did.
  if (Paces(at)) return;
  // "a 4.1% yield": of what, nothing says.
  if (mover->security && mover->holder->entity < 0) return;
  if (IsBase(at)) {
    NoteBase(at, at);
    return;
  }
  Claim claim;
  claim.status = GovernedStatus(at, governor);
  // "3% earnings growth" is a change, "a 4.1% rate" a level.
  Direction direction =
      f.kind == FigureKind::kPercent ? SharedWay(at) : Direction::kNone;
  // "$6 more revenue", "5% less profit".
  uint32_t next = m_.story.figures[figure].last;
  if (next < g_[at].head && p_.IsWord(next, "more")) {
    direction = Direction::kUp;
  } else if (next < g_[at].head && p_.IsWord(next, "less")) {
    direction = Direction::kDown;
  }
  bool grows = direction != Direction::kNone;
  claim.direction = direction;
  Use(figure, grows ? claim.change : claim.level);
  Complement complement = ReadComplement(m_.story, parsed_, at);
  // "has 3 million users, up from 2 million".
  Direction beside = grows ? Direction::kNone : AdverbDirection(at, complement);
  if (beside != Direction::kNone) {
    claim.direction = beside;
    Assign(complement, *mover, false, claim);
  } else {
    PerShareIn(complement, *mover, claim);
  }
  Emit(*mover, claim, at, g_[at].head, governor, at, complement.end, "level");
}

Direction MeasureLevels::SharedWay(int at) const {
  int size = static_cast<int>(g_.size());
  int last = at;
  while (last + 2 < size && g_[last + 1].kind == K::kConjunction &&
         g_[last + 2].kind == K::kNoun && g_[last + 2].figure >= 0 &&
         F(g_[last + 2].figure).kind == FigureKind::kPercent) {
    last += 2;
  }
  return DirectionOf(g_[last].head, false);
}

void MeasureLevels::PerShareIn(const Complement& complement, const Mover& mover,
                               const Claim& claim) {
  for (const FigureUse& use : complement.figures) {
    uint32_t first = g_[use.group].first;
    if (used_[use.figure] || !p_.IsWord(first - 1, "or")) continue;
    if (TakePerShare(use, mover, claim)) return;
  }
}

bool MeasureLevels::Listed(int last, int figures) {
  auto joins = [&](int k) {
    return g_[k].kind == K::kComma || g_[k].kind == K::kConjunction;
  };
  int size = static_cast<int>(g_.size());
  std::vector<int> measures, values;
  int k = last;
  while (k >= 0 && movers_.IsMeasure(k)) {
    measures.insert(measures.begin(), k);
    do {
      --k;
    } while (k >= 0 && joins(k));
  }
  int at = figures;
  while (at < size && g_[at].kind == K::kFigure) {
    values.push_back(at);
    do {
      ++at;
    } while (at < size && joins(at));
  }
  bool said = at < size && p_.Has(g_[at].head, W::k_respective);
  if (!said || measures.size() < 2) return false;
  if (measures.size() != values.size()) return true;
  int governor = GoverningVerb(m_.story, parsed_, measures[0], true);
  for (size_t n = 0; n < measures.size(); ++n) {
    auto mover = movers_.Read(measures[n], governor);
    if (!mover || used_[g_[values[n]].figure]) continue;
    Claim claim;
    claim.status = GovernedStatus(measures[n], governor);
    Use(g_[values[n]].figure, claim.level);
    Emit(*mover, claim, measures[n], g_[measures[n]].head, governor,
         measures[0], at, "level");
  }
  return true;
}

bool MeasureLevels::IsBase(int at) {
  int before = at - 1;
  // "from year-earlier earnings of $3 million".
  if (before > 0 && g_[before].kind == K::kDate) --before;
  if (before < 0 || g_[before].kind != K::kPreposition) return false;
  uint32_t word = g_[before].head;
  if (p_.IsWord(word, "on")) return BesideBase(at);
  return ComparedWith(word) || p_.IsWord(word, "than") ||
         p_.Has(word, W::k_base_preposition);
}

bool MeasureLevels::NoteFormer(int at) {
  uint32_t first = g_[at].first;
  bool own = p_.IsWord(first, "its") || p_.IsWord(first, "their");
  bool before = false;
  for (uint32_t i = first; i < g_[at].head; ++i) {
    before = before || p_.Value(i, W::k_date_shift, 0) < 0 ||
             p_.IsWord(i, "earlier");
  }
  bool former = (own || before) && g_[at].mention < 0 &&
                (p_.LemmaHas(g_[at].head, W::k_outlook) ||
                 p_.LemmaHas(g_[at].head, W::k_stretch));
  if (!former || !IsBase(at)) return false;
  int next = BeforeLevel(at);
  int figure = next < 0 ? -1 : g_[next + 1].figure;
  if (figure < 0 || used_[figure]) return false;
  for (auto draft = m_.drafts.rbegin(); draft != m_.drafts.rend(); ++draft) {
    Claim& claim = draft->claim;
    bool foreseen = claim.type == ClaimType::kMetric && claim.level >= 0 &&
                    claim.status == Status::kExpected;
    if (!foreseen || claim.from >= 0) continue;
    const Figure& level = F(claim.level);
    if (level.kind != F(figure).kind && level.kind != FigureKind::kRate) break;
    Use(figure, claim.from);
    if (claim.direction == Direction::kNone) FromLevels(claim);
    return true;
  }
  return false;
}

bool MeasureLevels::BesideBase(int at) {
  const Draft* told = Comparable(at, false);
  bool same =
      told && told->measure >= 0 && told->measure != at &&
      p_.word(g_[told->measure].head).lemma == p_.word(g_[at].head).lemma;
  int k = at - 2;
  while (same && k > 0 && g_[k].kind != K::kPreposition &&
         g_[k].kind != K::kVerb) {
    --k;
  }
  if (!same || k < 1 || g_[k].kind != K::kPreposition) return false;
  bool of = p_.IsWord(g_[k].head, "of") && movers_.IsMeasure(k - 1);
  return of ? IsBase(k - 1)
            : ComparedWith(g_[k].head) ||
                  p_.Has(g_[k].head, W::k_base_preposition);
}

Draft* MeasureLevels::Comparable(int at, bool per_share) {
  for (auto draft = m_.drafts.rbegin(); draft != m_.drafts.rend(); ++draft) {
    const Claim& claim = draft->claim;
    bool level = claim.type == ClaimType::kMetric && claim.level >= 0 &&
                 (F(claim.level).kind == FigureKind::kRate) == per_share;
    int measure = draft->measure;
    bool alike = level && measure >= 0 &&
                 p_.LemmaHas(g_[measure].head, W::k_profit) ==
                     p_.LemmaHas(g_[at].head, W::k_profit);
    if (alike) return &*draft;
  }
  return nullptr;
}

void MeasureLevels::NoteBase(int at, int group) {
  auto base = [&](int figure, bool per_share) {
    Draft* draft = Comparable(at, per_share);
    if (!draft || draft->claim.from >= 0) return;
    if (per_share || F(draft->claim.level).unit == F(figure).unit) {
      Use(figure, draft->claim.from);
    }
  };
  base(g_[group].figure, F(g_[group].figure).kind == FigureKind::kRate);
  // "compared with a loss of $3 million, or 30 cents".
  int next = group + 1;
  int size = static_cast<int>(g_.size());
  while (next < size && g_[next].kind == K::kComma) ++next;
  bool also = next + 1 < size && p_.IsWord(g_[next].head, "or") &&
              g_[next + 1].kind == K::kFigure;
  if (also && IsMoney(F(g_[next + 1].figure))) base(g_[next + 1].figure, true);
}

bool MeasureLevels::EventNoun(uint32_t token) const {
  for (const model::Trigger& trigger :
       p_.lexicon->Triggers(p_.word(token).lemma)) {
    if (trigger.kind == model::TriggerKind::kNoun && trigger.particles == 0) {
      return true;
    }
  }
  return false;
}

}  // namespace newsdigest
