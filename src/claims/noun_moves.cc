#include "claims/noun_moves.h"

#include <algorithm>

#include "claims/status.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

bool NounMoves::NounMove(int at) {
  const Group& group = g_[at];
  if (group.mention >= 0 || group.pronoun) return false;
  Direction direction = DirectionOf(group.head, false);
  if (direction == Direction::kNone) direction = WayOfShare(at);
  if (direction == Direction::kNone) return false;
  if (!p_.Tagged(group.head, kNounTags)) return false;
  if (p_.LemmaHas(group.head, W::k_level_verb)) return false;  // "the top"
  // "securities firms", "an index contract": the verbs move, the nouns do not.
  bool by = p_.IsWord(group.head + 1, "by");  // "saw sales contract by 3%"
  if (p_.LemmaHas(group.head, W::k_verb_only_move) && !by) return false;
  if (SaysNoWay(at, direction)) return true;
  // "warned of slowing revenue growth": told by the verb.
  W other = direction == Direction::kUp ? W::k_fall : W::k_rise;
  bool turned = at > 0 && g_[at - 1].kind == K::kVerb && group.figure < 0 &&
                p_.VerbHas(g_[at - 1].head, other);
  if (turned) return true;
  bool measure_head = p_.LemmaHas(group.head, W::k_measure);
  Complement complement = ReadComplement(m_.story, parsed_, at);
  int governor = GoverningVerb(m_.story, parsed_, at);
  auto mover = InMarket(governor, complement);
  if (!mover) mover = movers_.MeasureInside(at);
  if (!mover) mover = InPhrase(at, complement);
  if (!mover) mover = OfSubject(at, governor, complement);
  if (!mover) mover = NamedPriceMove(at, complement);
  if (!mover) mover = WithMove(at, complement);
  bool ahead = governor < 0;
  if (!mover) mover = Swing(at, governor);
  ahead = ahead && governor >= 0;
  // "Acme rose 3%, the biggest gain in the index", "rose 3% for the biggest
  // gain in the index": of what rose.
  bool apposed = at > 0 && g_[at - 1].kind == K::kComma && governor < 0;
  bool so_far = at > 1 && p_.IsWord(g_[at - 1].head, "for") &&
                g_[at - 2].kind == K::kFigure;
  bool aside = (apposed || so_far) && group.definite && group.figure < 0 &&
               complement.figures.empty();
  if (aside) return true;
  if (!mover && governor < 0 && Apposed(at, direction, complement)) return true;
  if (!mover) mover = OfDraft(at, complement);
  if (!mover) mover = OfMoved(at);
  // "growth in revenue": of what, it says, but not whose.
  bool of_measure =
      std::any_of(complement.phrases.begin(), complement.phrases.end(),
                  [&](const PrepositionalPhrase& phrase) {
                    return p_.IsWord(phrase.preposition, "in") &&
                           movers_.IsMeasure(phrase.group);
                  });
  if (!mover) return measure_head && !of_measure ? false : true;
  // "expects 5% profit growth, to $2, and 3% sales growth": as sure as what it
  // is joined to, and of the same party.
  if (governor < 0) {
    governor = GoverningVerb(m_.story, parsed_, at, true);
    bool joined = governor >= 0 && at > 0 && !m_.drafts.empty() &&
                  g_[at - 1].kind == K::kConjunction &&
                  m_.drafts.back().claim.type == ClaimType::kMetric &&
                  m_.drafts.back().claim.subject &&
                  m_.drafts.back().claim.subject->entity >= 0 &&
                  (mover->carried || mover->holder->entity < 0);
    if (joined) mover->holder = m_.drafts.back().claim.subject;
  }
  Claim claim;
  claim.direction = direction;
  claim.status = ahead ? Combine(g_[governor].status, Status::kExpected)
                       : GovernedStatus(at, governor);
  ForeseenBy(at, *mover, claim);
  // "three profit warnings": how many, not by how much.
  bool counts = group.figure >= 0 && F(group.figure).kind == FigureKind::kCount;
  if (group.figure >= 0 && !used_[group.figure] && !counts &&
      !movers_.IsTime(F(group.figure))) {
    Use(group.figure, claim.change);
  }
  TellMove(at, governor, std::move(complement), *mover, claim);
  return true;
}

// "reaffirmed its forecast for sales growth of 5%": expected, and of whose
// forecast it is.
void NounMoves::ForeseenBy(int at, Mover& mover, Claim& claim) {
  bool foreseen =
      at > 1 && g_[at - 1].kind == K::kPreposition &&
      (p_.IsWord(g_[at - 1].head, "for") || p_.IsWord(g_[at - 1].head, "of")) &&
      g_[at - 2].kind == K::kNoun && g_[at - 2].mention < 0 &&
      p_.LemmaHas(g_[at - 2].head, W::k_outlook);
  if (!foreseen) return;
  claim.status = Combine(claim.status, Status::kExpected);
  // "raised its forecast for sales growth to 7%": told by the verb.
  bool sized = g_[at].figure >= 0 ||
               (at + 2 < static_cast<int>(g_.size()) &&
                p_.IsWord(g_[at + 1].head, "of") && g_[at + 2].figure >= 0);
  if (!sized || (!mover.carried && mover.holder->entity >= 0)) return;
  auto owner = m_.focus.Possessor(parsed_, at - 2);
  bool firm = owner && (owner->mask & model::kCompany) &&
              !movers_.Foresees(owner->party);
  if (!firm) return;
  mover.holder = owner->party;
  mover.carried = false;
}

bool NounMoves::SaysNoWay(int at, Direction direction) const {
  const Group& group = g_[at];
  // "the slower growth of the economy" says nothing of its way.
  for (uint32_t i = group.first; i < group.head; ++i) {
    Direction way =
        p_.Tagged(i, Bit(Tag::kJJ)) ? DirectionOf(i, false) : Direction::kNone;
    if (way != Direction::kNone && way != direction) return true;
  }
  // "in advance of earnings": before them.
  bool before = p_.IsWord(group.head, "advance") && group.first == group.head &&
                at > 0 && p_.IsWord(g_[at - 1].head, "in");
  if (before) return true;
  // "can offset any drop in sales": none need come.
  bool any = p_.IsWord(group.first, "any") && at > 0 &&
             !(g_[at - 1].kind == K::kVerb && g_[at - 1].negated);
  if (any) return true;
  // "sales growth slowed to 3%": told by the verb.
  int verb = group.figure < 0 ? VerbOf(parsed_, at) : -1;
  bool told = verb > at && !g_[verb].passive &&
              p_.LemmaHas(group.head, W::k_measure) &&
              !ReadComplement(m_.story, parsed_, verb).figures.empty() &&
              (DirectionOf(g_[verb].head, true) != Direction::kNone ||
               p_.VerbHas(g_[verb].head, W::k_level_verb));
  if (told) return true;
  // "a lack of growth", "price-target hikes".
  bool lacks = at > 1 && p_.IsWord(g_[at - 1].head, "of") &&
               g_[at - 2].kind == K::kNoun &&
               StatusOf(p_, g_[at - 2].head, W::k_noun_status) ==
                   std::optional(Status::kDenied);
  return lacks || movers_.IsPriceGoal(group);
}

std::optional<Mover> NounMoves::InPhrase(int at, const Complement& complement) {
  for (const PrepositionalPhrase& phrase : complement.phrases) {
    bool in = p_.IsWord(phrase.preposition, "in") ||
              p_.IsWord(phrase.preposition, "of") ||
              p_.IsWord(phrase.preposition, "for");
    // "a 2% drop in heavy trade": of something else.
    const Group& of = g_[phrase.group];
    bool manner = p_.LemmaHas(of.head, W::k_volume_word) &&
                  (of.first == of.head ||
                   (of.first + 1 == of.head &&
                    (p_.word(of.first).tags & Bit(Tag::kJJ)) != 0));
    // "cuts of 5 million barrels, or 5% of demand": a part of it.
    bool part = p_.IsWord(phrase.preposition, "of") && phrase.group > at + 2 &&
                g_[phrase.group - 2].kind == K::kFigure &&
                F(g_[phrase.group - 2].figure).kind == FigureKind::kPercent;
    if (!in || manner || part) continue;
    auto mover =
        movers_.Read(phrase.group, GoverningVerb(m_.story, parsed_, at, true));
    // "Acme's fall in production": Acme's.
    auto owner = mover && !mover->security ? m_.focus.Possessor(parsed_, at)
                                           : std::optional<Filler>();
    if (owner && owner->party.entity >= 0) mover->holder = owner->party;
    // "a rise by trading bonds for shares": no move of shares.
    bool swapped = mover && mover->security &&
                   p_.IsWord(phrase.preposition, "for") &&
                   !p_.LemmaHas(g_[at].head, W::k_price_move);
    return swapped ? std::nullopt : mover;
  }
  return {};
}

std::optional<Mover> NounMoves::OfSubject(int at, int governor,
                                          const Complement& complement) {
  int subject = governor >= 0 && p_.VerbHas(g_[governor].head, W::k_light)
                    ? parsed_.subject[governor]
                    : -1;
  if (subject < 0) return {};
  auto mover = movers_.Read(subject, governor);
  if (!mover || mover->security) return mover;
  // "the cost means a cut in jobs": of the jobs.
  bool others = std::any_of(
      complement.phrases.begin(), complement.phrases.end(),
      [&](const PrepositionalPhrase& phrase) {
        return phrase.group < complement.end && g_[phrase.group].figure < 0 &&
               g_[phrase.group].kind == K::kNoun;
      });
  bool own = at == governor + 1 && movers_.IsMeasure(subject) && !others &&
             DirectionOf(g_[subject].head, false) == Direction::kNone;
  if (!own) return {};
  mover->group = at;
  return mover;
}

std::optional<Mover> NounMoves::OfDraft(int at, const Complement& complement) {
  bool after = at > 1 &&
               (p_.IsWord(g_[at - 1].head, "following") ||
                p_.IsWord(g_[at - 1].head, "after")) &&
               !m_.drafts.empty() &&
               m_.drafts.back().claim.type == ClaimType::kMetric &&
               MoveRoles::Listed(complement).size() > 1;
  if (!after) return {};
  Mover mover;
  mover.group = at;
  mover.holder = m_.drafts.back().claim.subject;
  mover.metric = m_.drafts.back().claim.metric;
  return mover;
}

std::optional<Mover> NounMoves::OfMoved(int at) const {
  const Group& group = g_[at];
  bool sized = group.figure >= 0 && group.definite && group.possessor == 0 &&
               F(group.figure).kind == FigureKind::kPercent &&
               p_.LemmaHas(group.head, W::k_price_move);
  const Party* moved = sized ? m_.focus.Moved(parsed_.index - 1) : nullptr;
  if (!moved) return {};
  Mover mover;
  mover.security = true;
  mover.holder = *moved;
  mover.holder->span = p_.span(group.first, group.head);
  mover.group = at;
  mover.carried = true;
  return mover;
}

void NounMoves::TellMove(int at, int governor, Complement complement,
                         const Mover& mover, Claim& claim) {
  for (FigureUse& use : complement.figures) {
    if (use.preposition > 0 && p_.IsWord(use.preposition - 1, "of")) {
      use.preposition = 0;
    }
    // "bringing gains this year to 16%".
    bool sum = use.preposition > 0 && mover.security &&
               p_.IsWord(use.preposition - 1, "to") && governor >= 0 &&
               p_.VerbHas(g_[governor].head, W::k_brings) &&
               F(use.figure).kind == FigureKind::kPercent;
    if (sum) use.preposition = 0;
  }
  // "a 9% fall in profit and a 3% rise in sales": each its own.
  std::erase_if(complement.figures, [&](const FigureUse& use) {
    return g_[use.group].kind == K::kNoun && use.group != at &&
           DirectionOf(g_[use.group].head, false) != Direction::kNone;
  });
  if (EachPart(at, governor, mover, claim)) return;
  if (EachOwn(at, governor, complement, mover, claim)) return;
  if (EachTime(at, governor, complement, mover, claim)) return;
  Assign(complement, mover, false, claim);
  size_t before = m_.drafts.size();
  Emit(mover, claim, at, g_[at].head, governor, at, complement.end, "noun");
  if (governor >= 0) ForJoined(governor, before);
}

Direction NounMoves::WayOfShare(int at) {
  std::string_view way =
      p_.lexicon->Text(p_.word(g_[at].head).lemma, W::k_price_move);
  if (way.empty()) return Direction::kNone;
  if (IsPriceSwing(p_, g_[at])) return WayNamed(way);
  int verb = GoverningVerb(m_.story, parsed_, at);
  if (InMarket(verb, ReadComplement(m_.story, parsed_, at))) {
    return WayNamed(way);
  }
  int subject = verb >= 0 && p_.VerbHas(g_[verb].head, W::k_light)
                    ? parsed_.subject[verb]
                    : -1;
  bool share = subject >= 0 && SortOf(m_.story, parsed_, subject).security;
  if (!share) return Direction::kNone;
  return WayNamed(way);
}

bool NounMoves::Apposed(int at, Direction direction,
                        const Complement& complement) {
  if (at < 1 || g_[at - 1].kind != K::kComma) return false;
  auto open = [&](const Draft& draft) {
    const Claim& claim = draft.claim;
    return (claim.type == ClaimType::kMarketMove ||
            claim.type == ClaimType::kMetric) &&
           claim.level >= 0 && claim.change < 0 &&
           draft.clause_last >= at - 1 && draft.clause_last <= at + 1;
  };
  auto draft = std::find_if(m_.drafts.rbegin(), m_.drafts.rend(), open);
  if (draft == m_.drafts.rend()) return false;
  Claim& told = draft->claim;
  int figure = g_[at].figure;
  for (const FigureUse& use : complement.figures) {
    bool of = use.preposition > 0 && use.group == at + 2 &&
              p_.IsWord(use.preposition - 1, "of");
    if (figure < 0 && of) figure = use.figure;
  }
  if (figure < 0 || used_[figure]) return false;
  Use(figure, told.change);
  told.direction = direction;
  // ", a 31% increase compared with $12 million".
  for (const FigureUse& use : complement.figures) {
    uint32_t word = use.preposition > 0 ? use.preposition - 1 : 0;
    bool base = use.preposition > 0 && told.from < 0 && !used_[use.figure] &&
                (p_.Has(word, W::k_base_preposition) || ComparedWith(word)) &&
                F(use.figure).unit == F(told.level).unit;
    if (base) Use(use.figure, told.from);
  }
  return true;
}

// Of a sentence that names the index.
std::optional<Filler> NounMoves::IndexPart(const Group& group) const {
  uint32_t mark = group.possessor;  // "'s"
  bool part = mark > group.first + 1 && p_.Tagged(mark, Bit(Tag::kPOS)) &&
              p_.LemmaHas(mark - 1, W::k_index_part);
  if (!part ||
      !NamesIndex(m_.story.entities, parsed_.sentence->first, group.first)) {
    return {};
  }
  uint32_t first = group.first;
  if (p_.Tagged(first, Bit(Tag::kDT))) ++first;
  Span span = p_.span(first, mark);
  return Filler{model::kSecurity, {std::string(p_.str(span)), -1, span}};
}

std::optional<Mover> NounMoves::NamedPriceMove(int at,
                                               const Complement& complement) {
  const Group& group = g_[at];
  if (!p_.LemmaHas(group.head, W::k_price_move)) return {};
  bool sized =
      group.figure >= 0 && F(group.figure).kind == FigureKind::kPercent;
  std::optional<Filler> named;
  for (const PrepositionalPhrase& phrase : complement.phrases) {
    if (!p_.IsWord(phrase.preposition, "in")) continue;
    named = m_.focus.Read(parsed_, phrase.group);
    break;
  }
  if (!named) named = m_.focus.Possessor(parsed_, at);
  auto part = sized ? IndexPart(group) : std::nullopt;
  if (part) named = part;
  // "the Nasdaq's drop" is told without a figure too.
  uint16_t moves = model::kSecurity;
  if (sized) moves |= model::kCompany;
  bool share =
      named && (named->party.entity >= 0 || part) && (named->mask & moves);
  if (!share) return {};
  Mover mover;
  mover.security = true;
  mover.holder = named->party;
  mover.group = at;
  return mover;
}

std::optional<Mover> NounMoves::InMarket(int governor,
                                         const Complement& complement) {
  int subject = governor >= 0 && p_.VerbHas(g_[governor].head, W::k_light)
                    ? parsed_.subject[governor]
                    : -1;
  if (subject < 0 || !movers_.ActsAsFirm(subject)) return {};
  for (const PrepositionalPhrase& phrase : complement.phrases) {
    bool market = p_.IsWord(phrase.preposition, "in") &&
                  p_.LemmaHas(g_[phrase.group].head, W::k_market) &&
                  SortOf(m_.story, parsed_, phrase.group).security;
    if (!market) continue;
    Mover mover;
    mover.security = true;
    mover.holder = m_.focus.Read(parsed_, subject).party;
    mover.group = subject;
    return mover;
  }
  return {};
}

std::optional<Mover> NounMoves::Swing(int at, int& governor) {
  constexpr int kReach = 5;  // groups: "is on track for"
  if (!IsPriceSwing(p_, g_[at])) return {};
  int verb = governor;
  bool bound = at > 0 && p_.IsWord(g_[at - 1].head, "for");
  for (int k = at - 2; verb < 0 && bound && k >= 0 && k + kReach > at; --k) {
    if (g_[k].kind == K::kVerb) verb = k;
    bool inside = g_[k].kind == K::kPreposition || g_[k].kind == K::kAdverb ||
                  (g_[k].kind == K::kNoun && g_[k].mention < 0);
    if (!inside) break;
  }
  if (verb < 0 || parsed_.subject[verb] < 0) return {};
  Filler subject = m_.focus.Read(parsed_, parsed_.subject[verb]);
  constexpr uint16_t kMoves = model::kSecurity | model::kCompany;
  if (subject.party.name.empty() || !(subject.mask & kMoves)) return {};
  governor = verb;
  Mover mover;
  mover.security = true;
  mover.holder = subject.party;
  mover.group = parsed_.subject[verb];
  return mover;
}

void NounMoves::Adverbial(int at) {
  int size = static_cast<int>(g_.size());
  int next = at + 1;
  while (next < size &&
         (g_[next].kind == K::kComma || g_[next].kind == K::kDate ||
          p_.Is(g_[next].first, "(") ||
          (g_[next].kind == K::kStop && p_.Is(g_[next].first, ":")))) {
    ++next;
  }
  if (next >= size || next > at + 3) return;
  if (g_[next].kind != K::kAdverb && g_[next].kind != K::kPreposition &&
      g_[next].kind != K::kAdjective) {
    return;
  }
  Direction direction = DirectionOf(g_[next].head, false);
  if (direction == Direction::kNone) return;
  int sized = next + 1;
  bool by = sized + 1 < size && p_.IsWord(g_[sized].head, "by");
  if (by) ++sized;
  if (sized >= size || g_[sized].kind != K::kFigure) {
    HeadlineMove(at, next, direction);
    return;
  }
  int figure = g_[sized].figure;
  // "$3 billion, according to Acme, up 7%": not Acme.
  if (used_[figure] || m_.focus.IsCited(parsed_, at)) return;
  if (int member = MemberOf(at); member >= 0) at = member;
  if (int ranked = RankedAs(at); ranked >= 0) at = ranked;
  // "Sales in Norway up 3%".
  bool there =
      at > 1 && g_[at].mention >= 0 && next == at + 1 &&
      (p_.IsWord(g_[at - 1].head, "in") || p_.IsWord(g_[at - 1].head, "at")) &&
      movers_.IsMeasure(at - 2);
  if (there) at -= 2;
  // "sees sales up 5%", "rose 3% on sales up 5%": of who sees it, who rose.
  int governor = GoverningVerb(m_.story, parsed_, at);
  auto mover = movers_.Read(at, governor >= 0 ? governor : BesideVerb(at));
  if (!mover && g_[at].mention >= 0) {
    Complement figures;
    figures.figures.push_back({figure, 0, sized});
    mover = movers_.BareName(at, figures);
  }
  if (!mover) return;
  Claim claim;
  claim.direction = direction;
  if (governor >= 0) claim.status = GovernedStatus(at, governor);
  Complement complement = ReadComplement(m_.story, parsed_, next);
  Assign(complement, *mover, false, claim);
  Emit(*mover, claim, at, g_[next].head, -1, at, complement.end, "up");
}

int NounMoves::RankedAs(int index) const {
  const Group& rank = g_[index];
  bool names = index > 0 && rank.mention < 0 && rank.definite &&
               rank.possessor == 0 && !movers_.IsMeasure(index) &&
               !p_.LemmaHas(rank.head, W::k_security);
  if (!names) return -1;
  const Group& before = g_[index - 1];
  bool apposed = index > 1 && before.kind == K::kNoun && before.mention >= 0 &&
                 p_.IsWord(g_[index - 2].head, "with");
  if (apposed) return index - 1;
  bool is = before.kind == K::kVerb && (p_.Has(before.head, W::k_be) ||
                                        p_.VerbHas(before.head, W::k_leads));
  int subject = is ? parsed_.subject[index - 1] : -1;
  return subject >= 0 && g_[subject].mention >= 0 ? subject : -1;
}

int NounMoves::MemberOf(int index) const {
  if (index < 4 || g_[index].mention < 0) return -1;
  const Group& noun = g_[index - 2];
  bool one = g_[index - 1].kind == K::kPreposition && noun.kind == K::kNoun &&
             noun.mention < 0 && noun.definite &&
             !movers_.IsMeasure(index - 2) &&
             !p_.LemmaHas(noun.head, W::k_security) &&
             NamesIndex(m_.story.entities, g_[index].first, g_[index].last);
  if (!one) return -1;
  const Group& before = g_[index - 3];
  if (before.kind == K::kVerb && p_.Has(before.head, W::k_be)) {
    return parsed_.subject[index - 3];
  }
  bool apposed = before.kind == K::kComma && g_[index - 4].mention >= 0;
  return apposed ? index - 4 : -1;
}

void NounMoves::HeadlineMove(int at, int word, Direction direction) {
  int size = static_cast<int>(g_.size());
  bool before = at == 0 || g_[at - 1].kind == K::kStop ||
                (parsed_.sentence->heading && g_[at - 1].kind == K::kComma);
  bool after = word + 1 >= size || g_[word + 1].kind == K::kStop ||
               (parsed_.sentence->heading && g_[word + 1].kind != K::kNoun);
  bool whole = before && after && word == at + 1 &&
               (at > 0 || parsed_.sentence->heading) &&
               !IsParticle(g_[word].head) && g_[word].kind != K::kPreposition;
  if (!whole) return;
  auto mover = movers_.Read(at, -1);
  if (!mover || !mover->security) return;
  Claim claim;
  claim.direction = direction;
  Emit(*mover, claim, at, g_[word].head, -1, at, word + 1, "up");
}

}  // namespace newsdigest
