#include "claims/idiom_moves.h"

#include <algorithm>

#include "claims/metric_name.h"
#include "claims/status.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

void IdiomMoves::Described(int at, const Complement& complement) {
  if (!p_.VerbHas(g_[at].head, W::k_light) || g_[at].negated) return;
  for (int object : complement.objects) {
    if (!movers_.IsMeasure(object) || g_[object].figure >= 0) continue;
    Direction direction = Direction::kNone;
    for (uint32_t i = g_[object].first; i < g_[object].head; ++i) {
      // "strong sales" compare with nothing, "stronger sales" do.
      if (ComparesWay(p_, i) && direction == Direction::kNone) {
        direction = DirectionOf(i, false);
      }
      // "a record profit".
      bool most = p_.Tagged(i, Bit(Tag::kNN)) && p_.Has(i, W::k_extreme) &&
                  p_.Match(i, W::k_extreme, i + 1).text == "up";
      if (most) direction = Direction::kUp;
    }
    auto mover = direction == Direction::kNone ? std::optional<Mover>()
                                               : movers_.Read(object, at);
    if (!mover || mover->security) continue;
    Claim claim;
    claim.direction = direction;
    claim.status = MoveStatus(at);
    size_t before = m_.drafts.size();
    Emit(*mover, claim, at, g_[at].head, at,
         parsed_.subject[at] >= 0 ? parsed_.subject[at] : at, complement.end,
         "described");
    ForJoined(at, before);
  }
}

bool IdiomMoves::Compared(int at, const Complement& complement) {
  if (!p_.VerbHas(g_[at].head, W::k_beats)) return false;
  int expected = -1;
  bool foreseen = false;
  for (const FigureUse& use : complement.figures) {
    if (!Foreseen(use.group)) continue;
    expected = use.group;
    foreseen = true;
  }
  for (int object : complement.objects) {
    if (p_.LemmaHas(g_[object].head, W::k_outlook)) expected = object;
  }
  for (const PrepositionalPhrase& phrase : complement.phrases) {
    if (p_.LemmaHas(g_[phrase.group].head, W::k_outlook)) {
      expected = phrase.group;
    }
  }
  if (expected < 0) return false;
  int subject = parsed_.subject[at];
  auto mover = movers_.Read(subject, -1);
  // "Acme's revenue and profit beat estimates".
  bool shared = !parsed_.joined[at].empty() && (!mover || mover->carried);
  if (shared) mover = movers_.Read(parsed_.joined[at].back(), -1);
  if (!mover) mover = movers_.MeasureInside(expected);
  for (const PrepositionalPhrase& phrase : complement.phrases) {
    if (mover) break;
    if (movers_.IsMeasure(phrase.group)) {
      mover = movers_.Read(phrase.group, at);
    }
  }
  bool named = mover && !mover->security && !mover->carried &&
               mover->holder->entity >= 0;
  if (!named) return foreseen;
  // "rose to $12 million, topping estimates of $11 million": the level has
  // been told, and what was expected is no other.
  for (const FigureUse& use : complement.figures) {
    bool own = use.group == expected || use.group == expected + 2;
    if (!own) return false;
    used_[use.figure] = true;
  }
  bool levelled = subject >= 0 && subject + 2 < at &&
                  g_[subject + 2].kind == K::kFigure &&
                  p_.IsWord(g_[subject + 1].head, "of");
  bool told = levelled || g_[at].participle;
  if (!complement.figures.empty() && told) return true;
  Claim claim;
  claim.status = g_[at].negated ? Status::kDenied : MoveStatus(at);
  Emit(*mover, claim, at, g_[at].head, at, subject >= 0 ? subject : at,
       complement.end, "compared");
  ForJoinedMeasures(at, *mover, claim, complement.end);
  return true;
}

// "beat estimates for revenue and profit": of each measure.
void IdiomMoves::ForJoinedMeasures(int at, Mover mover, const Claim& claim,
                                   int end) {
  int size = static_cast<int>(g_.size());
  int told = mover.group;
  for (int other : {told - 2, told + 2}) {
    int conjunction = (told + other) / 2;
    bool measure = told >= 0 && other >= 0 && other < size &&
                   g_[conjunction].kind == K::kConjunction &&
                   g_[other].kind == K::kNoun && movers_.IsMeasure(other);
    if (!measure) continue;
    mover.group = other;
    mover.metric = MetricName(m_.story, parsed_, other);
    Emit(mover, claim, at, g_[at].head, at, std::min(at, other), end,
         "compared");
  }
}

void IdiomMoves::InLine(int at) {
  if (!movers_.IsMeasure(at) || g_[at].figure >= 0) return;
  int size = static_cast<int>(g_.size());
  int k = at + 1;
  auto skip = [&] {
    while (k < size && (g_[k].kind == K::kAdverb || g_[k].kind == K::kDate)) {
      ++k;
    }
  };
  skip();
  int verb = VerbOf(parsed_, at);
  bool stands = verb > at && (p_.Has(g_[verb].head, W::k_be) ||
                              p_.VerbHas(g_[verb].head, W::k_level_verb));
  if (stands) {
    k = verb + 1;
    // "came in above estimates", but "came in line with them".
    bool particle = k + 1 < size && p_.IsWord(g_[k].head, "in") &&
                    !p_.IsWord(g_[k + 1].head, "line");
    if (particle) ++k;
    skip();
  } else {
    verb = -1;
  }
  bool line = k + 3 < size && p_.IsWord(g_[k].head, "in") &&
              p_.IsWord(g_[k + 1].head, "line") &&
              p_.IsWord(g_[k + 2].head, "with") && g_[k + 3].kind == K::kNoun &&
              p_.LemmaHas(g_[k + 3].head, W::k_outlook);
  bool beside =
      k + 1 < size && g_[k + 1].kind == K::kNoun &&
      (p_.IsWord(g_[k].head, "below") || p_.IsWord(g_[k].head, "above")) &&
      p_.LemmaHas(g_[k + 1].head, W::k_outlook);
  if (!line && !beside) return;
  if (verb < 0) verb = GoverningVerb(m_.story, parsed_, at, true);
  auto mover = movers_.Read(at, verb);
  bool named = mover && !mover->security && !mover->carried &&
               mover->holder->entity >= 0;
  if (!named) return;
  Claim claim;
  if (verb >= 0) {
    claim.status = Combine(MoveStatus(verb), EmbeddedStatus(p_, g_[verb]));
  }
  Emit(*mover, claim, at, g_[at].head, verb, at, k + (line ? 4 : 2),
       "compared");
}

void IdiomMoves::QuotedAt(int at) {
  int size = static_cast<int>(g_.size());
  bool quoted = at > 0 && at + 2 < size && p_.IsWord(g_[at + 1].head, "at") &&
                g_[at + 2].kind == K::kFigure && VerbOf(parsed_, at) < 0;
  if (!quoted) return;
  const Group& before = g_[at - 1];
  bool beside = before.kind == K::kConjunction || before.kind == K::kComma ||
                p_.IsWord(before.head, "with");
  bool told =
      std::any_of(m_.drafts.begin(), m_.drafts.end(), [&](const Draft& draft) {
        return draft.claim.type == ClaimType::kMarketMove && draft.group < at;
      });
  if (!beside || !told) return;
  auto mover = movers_.Read(at, -1);
  if (!mover) {
    mover = movers_.BareName(at, ReadComplement(m_.story, parsed_, at));
  }
  // A price of shares stands at no list of prices.
  bool price = mover && mover->security && mover->holder &&
               !p_.LemmaHas(g_[at].head, W::k_own_share) &&
               !(m_.focus.Read(parsed_, at).mask & model::kCompany);
  if (!price) return;
  Claim claim;
  Use(g_[at + 2].figure, claim.level);
  Emit(*mover, claim, at, g_[at + 1].head, -1, at, at + 3, "quoted");
}

bool IdiomMoves::TurnsProfit(int at, const Complement& complement) {
  if (complement.objects.empty()) return false;
  int object = complement.objects[0];
  // "return Acme to profit".
  for (const PrepositionalPhrase& phrase : complement.phrases) {
    Filler firm = m_.focus.Read(parsed_, object);
    bool returns = p_.IsWord(phrase.preposition, "to") && g_[at].infinitive &&
                   (firm.mask & model::kCompany) && firm.party.entity >= 0 &&
                   g_[phrase.group].mention < 0 &&
                   p_.LemmaHas(g_[phrase.group].head, W::k_profit);
    if (!returns) continue;
    Mover mover;
    mover.group = phrase.group;
    mover.holder = firm.party;
    mover.metric = MetricName(m_.story, parsed_, phrase.group);
    Claim claim;
    claim.direction = Direction::kUp;
    claim.status = MoveStatus(at);
    Emit(mover, claim, at, g_[at].head, at, object, complement.end, "swing");
    return true;
  }
  bool profit = g_[object].mention < 0 &&
                g_[object].last < g_[object].first + 3 &&
                p_.LemmaHas(g_[object].head, W::k_profit) &&
                !g_[object].definite && g_[object].possessor == 0;
  int subject = parsed_.subject[at];
  if (!profit || subject < 0 || !g_[at].infinitive) return false;
  Filler filler = m_.focus.Read(parsed_, subject);
  bool firm = (filler.mask & model::kCompany) && filler.party.entity >= 0;
  if (!firm) return false;
  Mover mover;
  mover.group = object;
  mover.holder = filler.party;
  mover.metric = MetricName(m_.story, parsed_, object);
  Claim claim;
  claim.direction = Direction::kUp;
  claim.status = Combine(MoveStatus(at), Status::kExpected);
  // What one wants of a company, it does not plan.
  if (claim.status == Status::kPlanned) claim.status = Status::kExpected;
  Emit(mover, claim, at, g_[at].head, at, subject, complement.end, "swing");
  return true;
}

bool IdiomMoves::SwingsTo(int at, const Complement& complement) {
  if (!p_.VerbHas(g_[at].head, W::k_swings) || g_[at].passive) return false;
  if (TurnsProfit(at, complement)) return true;
  for (const PrepositionalPhrase& phrase : complement.phrases) {
    const Group& result = g_[phrase.group];
    bool to = (p_.IsWord(phrase.preposition, "to") ||
               p_.IsWord(phrase.preposition, "into")) &&
              result.kind == K::kNoun && result.mention < 0 &&
              p_.LemmaHas(result.head, W::k_profit);
    int subject = parsed_.subject[at];
    if (!to || subject < 0) continue;
    Filler firm = m_.focus.Read(parsed_, subject);
    if (!(firm.mask & model::kCompany) || firm.party.entity < 0) continue;
    Mover mover;
    mover.group = phrase.group;
    mover.holder = firm.party;
    mover.metric = MetricName(m_.story, parsed_, phrase.group);
    Claim claim;
    bool loss =
        p_.IsWord(result.head, "loss") || p_.IsWord(result.head, "losses");
    claim.direction = loss ? Direction::kDown : Direction::kUp;
    claim.status = MoveStatus(at);
    // What "is set to" come by itself, nobody plans.
    if (claim.status == Status::kPlanned) claim.status = Status::kExpected;
    if (result.figure >= 0 && IsMoney(F(result.figure))) {
      Use(result.figure, claim.level);
    }
    for (const FigureUse& use : complement.figures) {
      bool own = use.group == phrase.group + 2 && claim.level < 0 &&
                 IsMoney(F(use.figure));
      if (own) Use(use.figure, claim.level);
      // "to a loss of $3 million, or 30 cents a share".
      uint32_t first = g_[use.group].first;
      if (!own && p_.IsWord(first - 1, "or")) TakePerShare(use, mover, claim);
    }
    Emit(mover, claim, at, g_[at].head, at, subject, complement.end, "swing");
    return true;
  }
  return false;
}

bool IdiomMoves::StandsBeside(int at, const Complement& complement) {
  int subject = parsed_.subject[at];
  bool stands = (p_.Has(g_[at].head, W::k_be) ||
                 p_.VerbHas(g_[at].head, W::k_level_verb)) &&
                complement.figures.empty() && !g_[at].negated && subject >= 0 &&
                movers_.IsMeasure(subject);
  if (!stands) return false;
  for (const PrepositionalPhrase& phrase : complement.phrases) {
    bool below = p_.IsWord(phrase.preposition, "below");
    bool mark = (below || p_.IsWord(phrase.preposition, "above")) &&
                g_[phrase.group].mention < 0 &&
                p_.LemmaHas(g_[phrase.group].head, W::k_price_mark) &&
                g_[phrase.group].last > g_[phrase.group].first + 1;
    auto mover = mark ? movers_.Read(subject, at) : std::optional<Mover>();
    if (!mover || mover->security) continue;
    Claim claim;
    claim.direction = below ? Direction::kDown : Direction::kUp;
    claim.status = MoveStatus(at);
    Emit(*mover, claim, at, g_[at].head, at, subject, complement.end, "move");
    return true;
  }
  return false;
}

bool IdiomMoves::OutlookStands(int at, const Complement& complement) {
  int subject = parsed_.subject[at];
  // "profit estimates have risen to $2 from $1".
  Direction way = DirectionOf(g_[at].head, true);
  bool stands = p_.Has(g_[at].head, W::k_be) || way != Direction::kNone;
  bool outlook = stands && subject >= 0 && g_[subject].mention < 0 &&
                 !movers_.IsMeasure(subject) &&
                 p_.LemmaHas(g_[subject].head, W::k_outlook);
  if (!outlook || complement.figures.empty()) return false;
  auto mover = movers_.MeasureInside(subject);
  for (int k = subject + 1; !mover && k + 1 < at; ++k) {
    bool of = p_.IsWord(g_[k].head, "for") || p_.IsWord(g_[k].head, "of");
    if (of && movers_.IsMeasure(k + 1)) mover = movers_.Read(k + 1, -1);
  }
  if (!mover || mover->security) return false;
  OutlookFor(subject, *mover);
  Claim claim;
  claim.status = Combine(MoveStatus(at), Status::kExpected);
  claim.direction = g_[at].negated ? Direction::kNone : way;
  Assign(complement, *mover, way == Direction::kNone, claim);
  if (claim.level < 0 && claim.change < 0) return false;
  Emit(*mover, claim, at, g_[at].head, at, subject, complement.end, "level");
  return true;
}

bool IdiomMoves::Keeps(int at, const Complement& complement) {
  bool holds = p_.VerbHas(g_[at].head, W::k_holds) &&
               complement.figures.empty() &&
               MoveStatus(at) != Status::kCompleted && !g_[at].negated;
  if (!holds) return false;
  int group =
      complement.objects.empty() ? parsed_.subject[at] : complement.objects[0];
  int word = complement.objects.empty() ? at + 1 : group + 1;
  bool low = group >= 0 && word < static_cast<int>(g_.size()) &&
             g_[word].kind == K::kAdjective &&
             p_.Has(g_[word].head, W::k_keeps);
  auto mover = low ? movers_.Read(group, at) : std::optional<Mover>();
  if (!mover || mover->security || !movers_.NamesGoods(g_[group])) {
    return false;
  }
  // "the Fed will keep rates low" is told of the Fed.
  mover->holder = Party{m_.focus.Words(g_[group]), -1,
                        p_.span(g_[group].first, g_[group].last)};
  Claim claim;
  claim.direction = Direction::kFlat;
  claim.status = Status::kExpected;
  Emit(*mover, claim, at, g_[at].head, at, group, complement.end, "move");
  return true;
}

Direction IdiomMoves::SignBeside(int at) const {
  int next = at + 1;
  int size = static_cast<int>(g_.size());
  while (next < size && g_[next].kind == K::kAdverb) ++next;
  if (next >= size || g_[next].kind != K::kAdjective) return Direction::kNone;
  std::string_view way =
      p_.lexicon->Text(p_.tokens[g_[next].head].word, W::k_sign);
  bool stands = p_.VerbHas(g_[at].head, W::k_level_verb) ||
                p_.Has(g_[at].head, W::k_be) ||
                p_.VerbHas(g_[at].head, W::k_swings);
  if (way.empty() || !stands) return Direction::kNone;
  return WayNamed(way);
}

}  // namespace newsdigest
