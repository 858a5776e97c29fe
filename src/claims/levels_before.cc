// Levels that stand before their measure: "$12 billion in revenue", "36% of its
// sales".
#include "claims/measure_levels.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

bool MeasureLevels::ToldAgain(int at) const {
  bool again = false;
  bool staff = p_.LemmaHas(g_[at + 2].head, W::k_headcount);
  for (int k = at - 2; k >= 0 && g_[at - 1].kind == K::kComma; --k) {
    again = again || (g_[k].figure >= 0 && (staff || k == at - 2) &&
                      F(g_[k].figure).kind == FigureKind::kCount);
  }
  return again;
}

bool MeasureLevels::GoesElsewhere(int at, int governor) const {
  // "repaid $3 million of debt", "cost it $3 million of sales": how much of it.
  bool acts = governor >= 0 && (p_.VerbHas(g_[governor].head, W::k_repays) ||
                                (p_.IsWord(g_[at + 1].head, "of") &&
                                 p_.VerbHas(g_[governor].head, W::k_priced)));
  // "saving the plant $5 million in costs": what it gains.
  bool gives = p_.IsWord(g_[at + 1].head, "in") && at > 1 &&
               g_[at - 1].kind == K::kNoun && g_[at - 2].kind == K::kVerb;
  // "invest $3 million in production": what it goes to.
  bool invests = governor >= 0 && p_.VerbHas(g_[governor].head, W::k_invests);
  // "announced $3 million in loans to Norway": what is lent, but "in sales".
  uint32_t noun = g_[at + 2].head;
  bool lends =
      EventNoun(noun) && p_.lexicon->Has(p_.word(noun).lemma, W::k_measure) &&
      at + 3 < static_cast<int>(g_.size()) && p_.IsWord(g_[at + 3].head, "to");
  return acts || gives || invests || lends;
}

void MeasureLevels::CashHeld(int at) {
  int verb = at - 1;
  // "has $2 million of debt and $3 million of cash".
  if (at > 4 && g_[verb].kind == K::kConjunction &&
      g_[at - 4].kind == K::kFigure) {
    verb = at - 5;
  }
  bool with = verb > 0 && p_.IsWord(g_[verb].head, "with");
  while (with && verb > 0 && g_[verb].kind != K::kVerb) --verb;
  bool holds = verb >= 0 && g_[verb].kind == K::kVerb && !g_[verb].passive &&
               parsed_.subject[verb] >= 0 &&
               (with ? p_.VerbHas(g_[verb].head, W::k_level_verb)
                     : p_.Has(g_[verb].head, W::k_have) ||
                           p_.VerbHas(g_[verb].head, W::k_holds));
  if (!holds || used_[g_[at].figure]) return;
  Filler firm = m_.focus.Read(parsed_, parsed_.subject[verb]);
  if (firm.party.entity < 0 || !(firm.mask & model::kCompany)) return;
  Mover mover;
  mover.group = at + 2;
  mover.holder = firm.party;
  mover.metric = "cash";
  Claim claim;
  claim.status = g_[verb].status;
  Use(g_[at].figure, claim.level);
  Emit(mover, claim, at + 2, g_[at + 2].head, verb, parsed_.subject[verb],
       ReadComplement(m_.story, parsed_, at + 2).end, "amount");
}

void MeasureLevels::FigureIn(int at) {
  int size = static_cast<int>(g_.size());
  if (at + 2 >= size || g_[at + 1].kind != K::kPreposition) return;
  bool in =
      p_.IsWord(g_[at + 1].head, "in") || p_.IsWord(g_[at + 1].head, "of");
  bool cash =
      in && p_.IsWord(g_[at + 2].head, "cash") && IsMoney(F(g_[at].figure));
  if (cash) CashHeld(at);
  // "tariffs on $3 million worth of exports" are no exports.
  bool worth = p_.IsWord(g_[at + 1].first, "worth");
  if (!in || worth || !movers_.IsMeasure(at + 2) || used_[g_[at].figure]) {
    return;
  }
  const Figure& figure = F(g_[at].figure);
  bool money = IsMoney(figure);
  bool share =
      figure.kind == FigureKind::kPercent && p_.IsWord(g_[at + 1].head, "of");
  if (!money && !share) return;
  if (share && (ToldAgain(at) || p_.IsWord(g_[at].first - 1, "or"))) return;
  // "a dividend of $1 per share of face value $2": no measure.
  if (figure.kind == FigureKind::kRate && p_.IsWord(g_[at + 1].head, "of")) {
    return;
  }
  // "$1 million of the budget" is a part of it.
  bool part = money && g_[at + 2].definite && p_.IsWord(g_[at + 1].head, "of");
  if (part) return;
  int governor = GoverningVerb(m_.story, parsed_, at);
  for (int k = at - 1; governor < 0 && k >= 0 && k > at - 4; --k) {
    if (g_[k].kind == K::kVerb) governor = k;
  }
  if (money && GoesElsewhere(at, governor)) return;
  auto mover = movers_.Read(at + 2, governor);
  if (!mover) return;
  // "they reflect $3 million in spending": whose, nothing says.
  bool they = mover->carried && governor >= 0 &&
              parsed_.subject[governor] >= 0 &&
              g_[parsed_.subject[governor]].pronoun &&
              p_.IsWord(g_[parsed_.subject[governor]].head, "they");
  if (they) return;
  // "the shares lost 30% of their value": a move of theirs.
  bool own = share && p_.Tagged(g_[at + 2].first, Bit(Tag::kPRPS)) &&
             p_.LemmaHas(g_[at + 2].head, W::k_quote_word);
  if (own) return;
  // "10% of the workforce": of whose, nothing says.
  if (share && mover->holder->entity < 0 && !mover->carried) return;
  Claim claim;
  // "will earn $1 a share on $3 million in sales": as the verb has it.
  bool on = governor < 0 && at > 0 && p_.IsWord(g_[at - 1].head, "on");
  int rules = on ? BesideVerb(at) : governor;
  claim.status =
      rules >= 0 ? GovernedStatus(at + 2, rules) : Status::kCompleted;
  // "will cut 300 jobs and $3 million in costs": by how much.
  bool joined = (money || share) && governor >= 0 && governor + 1 < at - 1 &&
                g_[at - 1].kind == K::kConjunction;
  Direction way =
      joined ? DirectionOf(g_[governor].head, true) : Direction::kNone;
  if (share && way == Direction::kNone) {
    mover->metric = "share of " + mover->metric;
  }
  Use(g_[at].figure, way == Direction::kNone ? claim.level : claim.change);
  // "$3 million of revenue, up 8%".
  Complement complement = ReadComplement(m_.story, parsed_, at + 2);
  claim.direction =
      money ? AdverbDirection(at + 2, complement) : Direction::kNone;
  if (way != Direction::kNone) claim.direction = way;
  if (claim.direction != Direction::kNone) {
    Assign(complement, *mover, false, claim);
  }
  Emit(*mover, claim, at + 2, g_[at + 2].head, governor, at, complement.end,
       "amount");
}

}  // namespace newsdigest
