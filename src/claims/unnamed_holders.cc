// Holders that are no known name: what is measured, by its own words ("sales of
// wood stoves"), a country by its adjective, what has a price.
#include <algorithm>

#include "claims/mover.h"
#include "language/fold.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

bool MoverReader::NamesUnknown(const Group& group) const {
  bool names = false;
  for (uint32_t i = group.first + 1; i < group.last; ++i) {
    names = names || p_.Tagged(i, Bit(Tag::kNNP));
  }
  return names && !group.pronoun && group.possessor == 0 &&
         !parsed_.sentence->title_case;
}

// Whether the group is headed by a word with a capital that is no known name.
bool MoverReader::NamedProduct(const Group& group) const {
  return p_.Tagged(group.head, Bit(Tag::kNNP)) && !parsed_.sentence->title_case;
}

// "Nortiv's sales", "a rival's sales": a word with a capital that is no known
// name, or a company that has none, but whose they are all the same.
std::optional<Party> MoverReader::UnknownOwner(const Group& group) const {
  uint32_t mark = group.possessor;
  if (mark > group.first && p_.Tagged(mark, Bit(Tag::kPOS))) {
    Group owner = group;
    owner.last = mark;
    owner.head = mark - 1;
    owner.possessor = 0;
    owner.mention = owner.figure = -1;
    Span words = p_.span(group.first, mark);
    // "Its biggest customer's sales".
    bool ally = p_.Tagged(group.first, Bit(Tag::kPRPS)) &&
                p_.Tagged(owner.head, Bit(Tag::kNN)) &&
                p_.LemmaHas(owner.head, W::k_firm_people);
    if (ally || m_.focus.IsOtherFirm(owner)) {
      return Party{m_.focus.Words(owner), -1, words};
    }
  }
  bool name = mark > group.first && p_.Tagged(mark, Bit(Tag::kPOS)) &&
              p_.Tagged(mark - 1, Bit(Tag::kNNP)) &&
              m_.story.entities.at[mark - 1] < 0;
  if (!name) return {};
  // "Company's Profit Rises": an ordinary word of a heading.
  if (parsed_.sentence->title_case && p_.word(mark - 1).tags != 0) return {};
  uint32_t first = mark - 1;
  while (first > group.first && p_.Tagged(first - 1, Bit(Tag::kNNP))) --first;
  Span span = p_.span(first, mark);
  return Party{std::string(p_.str(span)), -1, span};
}

// "Nortiv posted a net loss", "A bakery chain posted a net loss": a subject
// with a capital that is no known name, or a company that has none.
std::optional<Party> MoverReader::UnknownActor(int verb) const {
  int subject = parsed_.subject[verb];
  if (subject < 0 || parsed_.sentence->title_case) return {};
  const Group& group = g_[subject];
  bool name =
      group.kind == K::kNoun && group.mention < 0 &&
      p_.Tagged(group.head, Bit(Tag::kNNP)) && group.figure < 0 &&
      group.date < 0 && group.possessor == 0 &&
      (p_.word(group.head).tags == 0 ||
       (p_.word(group.head).proper && !p_.Has(group.head, W::k_demonym))) &&
      !p_.LemmaHas(group.head, W::k_measure);
  bool described = m_.focus.IsOtherFirm(group) || m_.focus.IsInstitution(group);
  if (!name && !described) return {};
  Span span = p_.span(group.first, group.last);
  return Party{m_.focus.Words(group), -1, span};
}

// "net income of $9 million, equal to earnings per share of $2": whose the
// measure told before in the sentence is.
std::optional<Party> MoverReader::ToldBeside(int i) const {
  int verb = VerbOf(parsed_, i);
  bool acts =
      verb >= 0 && (g_[verb].participle ||
                    !ReadComplement(m_.story, parsed_, verb).objects.empty());
  if (!OfFirms(g_[i]) || acts) return {};
  for (auto told = m_.drafts.rbegin(); told != m_.drafts.rend(); ++told) {
    const Claim& claim = told->claim;
    bool same = claim.type == ClaimType::kMetric && claim.subject &&
                told->group < i && Is(*claim.subject, EntityType::kCompany);
    if (!same) continue;
    bool apart =
        std::any_of(g_.begin() + told->group, g_.begin() + i,
                    [](const Group& group) { return group.kind == K::kStop; });
    return apart ? std::nullopt : claim.subject;
  }
  return {};
}

// "sales of wood stoves in Norway": told by what is sold, of the place.
void MoverReader::OfThings(int i, Mover& mover) {
  int of = i + 1;
  bool has_next = of + 1 < static_cast<int>(g_.size());
  bool of_goods = has_next && p_.IsWord(g_[of].head, "of") &&
                  p_.LemmaHas(g_[i].head, W::k_goods_measure);
  // "orders for ovens rose".
  bool acts = std::find(parsed_.subject.begin(), parsed_.subject.end(), i) !=
              parsed_.subject.end();
  bool for_goods = has_next && acts && p_.IsWord(g_[of].head, "for") &&
                   p_.LemmaHas(g_[i].head, W::k_measure) && !OfFirms(g_[i]);
  bool sold = (of_goods || for_goods) && g_[of + 1].kind == K::kNoun &&
              g_[of + 1].mention < 0 && g_[of + 1].figure < 0 &&
              !IsMeasure(of + 1);
  // "sales of the Harbor Flame oven": a product that no list knows.
  bool product = sold && NamedProduct(g_[of + 1]);
  // "production of steel".
  bool mass = sold && g_[of + 1].first == g_[of + 1].head &&
              p_.Tagged(g_[of + 1].head, Bit(Tag::kNN));
  bool things = sold && !g_[of + 1].definite &&
                (mass || p_.Tagged(g_[of + 1].head, Bit(Tag::kNNS)));
  if (!things && !product) return;
  const Group& goods = g_[of + 1];
  std::string words = m_.focus.Words(goods);
  Span span = p_.span(goods.first, goods.last);
  // "sales of stoves and ovens".
  int more = of + 3;
  bool joined = things && more < static_cast<int>(g_.size()) &&
                g_[of + 2].kind == K::kConjunction &&
                g_[more].kind == K::kNoun && g_[more].mention < 0 &&
                g_[more].figure < 0 && !g_[more].definite &&
                p_.Tagged(g_[more].head, Bit(Tag::kNNS)) && !IsMeasure(more);
  if (joined) {
    span = p_.span(goods.first, g_[more].last);
    words = p_.str(span);
  }
  mover.holder = NamedAfter(joined ? more : of + 1);
  // "exports of goods from Norway".
  int from = (joined ? more : of + 1) + 1;
  bool whose = !mover.holder && from + 1 < static_cast<int>(g_.size()) &&
               IsOwnPreposition(g_[from].head, g_[i].head);
  if (whose) {
    Party party = m_.focus.Read(parsed_, from + 1).party;
    if (party.entity >= 0) mover.holder = party;
  }
  // "Acme said sales of wood stoves fell".
  for (int k = 0; k < i && !mover.holder; ++k) {
    bool says = g_[k].kind == K::kVerb && p_.VerbHas(g_[k].head, W::k_say) &&
                parsed_.subject[k] >= 0 && ActsAsFirm(parsed_.subject[k]);
    Party firm;
    if (says) firm = m_.focus.Read(parsed_, parsed_.subject[k]).party;
    if (says && !Observes(firm)) mover.holder = firm;
  }
  // "exports of goods": of no one, by their own words.
  if (!mover.holder && Economy(g_[i])) {
    span = {p_.span(g_[i].first, g_[i].last).start, span.end};
    mover.holder = Party{std::string(p_.str(span)), -1, span};
  }
  if (!mover.holder) mover.holder = Party{words, -1, span};
  if (product) return;
  mover.metric += (for_goods ? " for " : " of ") + Lowered(words);
}

// "attendance at home games", "wages of nurses": no company's, and told by what
// stands behind it.
void MoverReader::OfOthers(int i, Mover& mover) {
  int of = i + 1;
  bool phrase = of + 1 < static_cast<int>(g_.size()) && !OfFirms(g_[i]) &&
                g_[i].possessor == 0 &&
                (p_.IsWord(g_[of].head, "at") || p_.IsWord(g_[of].head, "of") ||
                 p_.IsWord(g_[of].head, "among")) &&
                g_[of + 1].kind == K::kNoun && g_[of + 1].mention < 0 &&
                (g_[of + 1].figure < 0 || g_[of + 1].definite) &&
                !g_[of + 1].pronoun && g_[of + 1].possessor == 0 &&
                p_.Tagged(g_[of + 1].head, Bit(Tag::kNNS)) &&
                !p_.LemmaHas(g_[of + 1].head, W::k_period_unit);
  if (!phrase) return;
  const Group& others = g_[of + 1];
  mover.holder =
      Party{m_.focus.Words(others), -1, p_.span(others.first, others.last)};
  mover.carried = false;
}

std::optional<Party> MoverReader::Nation(const Group& group) const {
  for (uint32_t i = group.first; i < group.last; ++i) {
    if (!p_.Has(i, W::k_demonym)) continue;
    // "North American sales": of no country.
    if (i > group.first && p_.Has(i - 1, W::k_compass)) continue;
    return m_.focus.Country(p_.Match(i, W::k_demonym, group.last).text,
                            p_.tokens[i].span());
  }
  return {};
}

std::optional<Party> MoverReader::Priced(int i) const {
  int of = i + 1;
  bool phrase = of + 1 < static_cast<int>(g_.size()) &&
                p_.LemmaHas(g_[i].head, W::k_priced) &&
                g_[of].kind == K::kPreposition && g_[of + 1].kind == K::kNoun &&
                !g_[of + 1].pronoun &&
                (g_[of + 1].figure < 0 || IsTime(F(g_[of + 1].figure)) ||
                 F(g_[of + 1].figure).kind == FigureKind::kCount);
  if (!phrase) return {};
  bool fits = p_.IsWord(g_[of].head, "of") || p_.IsWord(g_[of].head, "on") ||
              p_.IsWord(g_[of].head, "for");
  if (!fits) return {};
  // "a gallon of gasoline".
  int what = of + 1;
  bool unit = what + 2 < static_cast<int>(g_.size()) &&
              p_.Has(g_[what].head, W::k_unit) &&
              p_.IsWord(g_[what + 1].head, "of") &&
              g_[what + 2].kind == K::kNoun;
  if (unit) what += 2;
  const Group& thing = g_[what];
  return Party{m_.focus.Words(thing), -1, p_.span(thing.first, thing.last)};
}

std::optional<Mover> MoverReader::PriceInside(int at) const {
  const Group& group = g_[at];
  uint32_t from = std::max(group.first, group.possessor);
  for (uint32_t price = from + 1; price < group.head; ++price) {
    if (!p_.LemmaHas(price, W::k_quote_word)) continue;
    bool two = price > from + 1 &&
               p_.Match(price - 2, W::k_commodity, price).length == 2;
    if (!two && !p_.LemmaHas(price - 1, W::k_commodity)) continue;
    Span span = p_.span(price - (two ? 2 : 1), price + 1);
    Mover mover;
    mover.security = true;
    mover.group = at;
    mover.holder = Party{std::string(p_.str(span)), -1, span};
    return mover;
  }
  return {};
}

// "the number of job openings": a measure without a holder but its own words.
std::optional<Mover> MoverReader::CountOf(int i) {
  int of = i + 1;
  bool definite = g_[i].definite || g_[i].possessor > 0;
  bool fits = of + 1 < static_cast<int>(g_.size()) && definite &&
              p_.LemmaHas(g_[i].head, W::k_count_of) &&
              !p_.Tagged(g_[i].head, Bit(Tag::kNNS)) &&
              p_.IsWord(g_[of].head, "of") && g_[of + 1].kind == K::kNoun &&
              (p_.Tagged(g_[of + 1].head, Bit(Tag::kNNS)) ||
               p_.Has(g_[of + 1].first, W::k_demonym));
  if (!fits) return {};
  Mover mover;
  mover.group = i;
  mover.metric = Lowered(p_.str(g_[i].head)) + " of " +
                 Lowered(m_.focus.Words(g_[of + 1]));
  mover.holder = NamedAfter(of + 1);
  for (int owned : {i, of + 1}) {
    if (mover.holder) break;
    auto owner = m_.focus.Possessor(parsed_, owned);
    if (owner) mover.holder = owner->party;
  }
  const Group& counted = g_[of + 1];
  // "Acme said the number of users rose": its own.
  bool of_firm = (p_.LemmaHas(counted.head, W::k_measure) &&
                  p_.LemmaHas(counted.head, W::k_per_noun)) ||
                 p_.LemmaHas(counted.head, W::k_headcount) ||
                 p_.LemmaHas(counted.head, W::k_facility);
  if (!mover.holder && of_firm) mover.holder = ToldFor(i);
  if (!mover.holder && of_firm) {
    auto carried = Carried(g_[i].first, p_.span(g_[i].first, counted.last));
    if (carried && Is(*carried, EntityType::kCompany)) mover.holder = carried;
  }
  if (!mover.holder) {
    mover.holder = Party{m_.focus.Words(counted), -1,
                         p_.span(counted.first, counted.last)};
  }
  return mover;
}

// "growth in sales", "the pace of inflation": told of the measure behind it.
std::optional<Mover> MoverReader::PaceOf(int i, int verb) {
  const Group& group = g_[i];
  int of = i + 1;
  bool apart = of + 1 < static_cast<int>(g_.size()) && group.mention < 0 &&
               group.possessor == 0 && IsMeasure(of + 1);
  for (uint32_t k = group.first; apart && k < group.head; ++k) {
    apart = !p_.Tagged(k, kNounTags);
  }
  bool whole = apart && p_.IsWord(g_[of].head, "of");
  bool grows = apart && (whole || p_.IsWord(g_[of].head, "in")) &&
               p_.LemmaHas(group.head, W::k_measure) &&
               (p_.LemmaHas(group.head, W::k_rise) ||
                p_.LemmaHas(group.head, W::k_fall));
  if (!grows && !(whole && p_.LemmaHas(group.head, W::k_pace))) return {};
  auto mover = Read(of + 1, verb);
  if (!mover || mover->security) return {};
  mover->group = i;
  mover->metric += " " + Lowered(p_.str(group.head));
  return mover;
}

// "U.S. growth slowed to 2%. Exports fell 3%": of the same country.
std::optional<Party> MoverReader::SameNation(const Group& group) const {
  constexpr int kReach = 3;  // sentences
  Span span = p_.span(group.first, group.last);
  // "Norway's exports fell while imports rose", "Norwegian exports fell".
  for (auto before = m_.drafts.rbegin(); before != m_.drafts.rend(); ++before) {
    const Claim& claim = before->claim;
    bool measured = claim.type == ClaimType::kMetric && claim.subject &&
                    claim.subject->span.end <= span.start;
    if (!measured) continue;
    bool nation = Is(*claim.subject, EntityType::kPlace) ||
                  p_.Has(p_.TokenFrom(claim.subject->span.start), W::k_demonym);
    if (!nation) break;
    return Party{claim.subject->name, claim.subject->entity, span};
  }
  const Focus::Measure* told = m_.focus.MeasuredSince(parsed_.index - kReach);
  bool same = told && Is(told->holder, EntityType::kPlace);
  if (same) return Party{told->holder.name, told->holder.entity, span};
  // "Norway's central bank raised rates. It expects inflation to fall".
  const Party* nation = m_.focus.Nation(parsed_.index - kReach);
  if (!nation) return {};
  return Party{nation->name, nation->entity, span};
}

std::optional<Party> MoverReader::Described(int i, int verb) const {
  const Group& group = g_[i];
  // "The combined company would have sales of $7 million".
  int subject = verb < 0 ? -1 : parsed_.subject[verb];
  bool other = subject >= 0 && subject != i && g_[subject].mention < 0 &&
               g_[subject].definite && g_[subject].possessor == 0 &&
               !g_[subject].pronoun &&
               (p_.LemmaHas(g_[subject].head, W::k_nominal_company) ||
                p_.LemmaHas(g_[subject].head, W::k_market)) &&
               g_[subject].last > g_[subject].first + 2 &&
               m_.focus.Read(parsed_, subject).party.entity < 0;
  // "Spot bitcoin funds saw outflows of $7 million", but "analysts saw".
  bool many = subject >= 0 && subject != i && g_[subject].mention < 0 &&
              !g_[subject].pronoun && g_[subject].possessor == 0 &&
              g_[subject].figure < 0 && group.possessor == 0 &&
              p_.Tagged(g_[subject].head, Bit(Tag::kNNS) | Bit(Tag::kNNP)) &&
              p_.str(g_[subject].head).ends_with('s') &&
              (p_.LemmaHas(g_[subject].head, W::k_nominal_company) ||
               p_.LemmaHas(g_[subject].head, W::k_fund_head));
  if (other || many) {
    return Party{m_.focus.Words(g_[subject]), -1,
                 p_.span(g_[subject].first, g_[subject].last)};
  }
  if (group.possessor > 0) {
    // "The central bank held its rate".
    auto owner = m_.focus.Possessor(parsed_, i);
    if (owner && owner->party.entity < 0) return owner->party;
  }
  // "the city's population": no one's before.
  uint32_t mark = group.possessor;
  bool of_place = mark > group.first && p_.Tagged(mark, Bit(Tag::kPOS)) &&
                  p_.LemmaHas(mark - 1, W::k_place_head);
  if (!of_place) return {};
  return Party{m_.focus.Words(group), -1, p_.span(group.first, group.last)};
}

std::optional<Party> MoverReader::Industry(int i, int acts) const {
  int size = static_cast<int>(g_.size());
  auto names = [&](int k) {
    return g_[k].kind == K::kNoun &&
           (g_[k].definite || p_.Tagged(g_[k].head, Bit(Tag::kNNS))) &&
           g_[k].mention < 0 &&
           p_.Match(g_[k].first, W::k_demonym, g_[k].head).length == 0 &&
           (p_.LemmaHas(g_[k].head, W::k_market) ||
            p_.LemmaHas(g_[k].head, W::k_index_part));
  };
  int behind = i + 1;
  while (behind + 1 < size && g_[behind].kind == K::kConjunction &&
         IsMeasure(behind + 1)) {
    behind += 2;
  }
  if (behind + 1 < size && p_.IsWord(g_[behind].head, "of") &&
      g_[behind + 1].kind == K::kFigure) {
    behind += 2;
  }
  bool phrase = behind + 1 < size &&
                SlotOf(p_, g_[behind].head) != model::Slot::kNone &&
                names(behind + 1) &&
                g_[behind + 1].head >
                    g_[behind + 1].first + (g_[behind + 1].definite ? 1 : 0);
  bool acting = acts >= 0 && acts != i && names(acts) &&
                (acts == 0 || g_[acts - 1].kind != K::kSubordinator);
  if (!phrase && !acting) return {};
  const Group& industry = g_[phrase ? behind + 1 : acts];
  return Party{m_.focus.Words(industry), -1,
               p_.span(industry.first, industry.last)};
}

}  // namespace newsdigest
