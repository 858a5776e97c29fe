// Parts of a whole: "makes up 30% of sales" is a share of sales, "has 12% of
// the oven market" a market share.
#include "claims/named_measures.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

class PortionMatcher : private NamedMeasures {
 public:
  explicit PortionMatcher(Matching& matching) : NamedMeasures(matching) {}

  void Run() {
    for (size_t i = 0; i < g_.size(); ++i) {
      int at = static_cast<int>(i);
      if (g_[i].kind == K::kNoun) ShareOf(at);
      if (g_[i].kind != K::kVerb) continue;
      bool portion =
          p_.VerbHas(g_[i].head, W::k_portion) || Makes(at) ||
          p_.Has(g_[i].head, W::k_have) ||
          p_.Match(g_[i].head, W::k_portion, m_.parsed.sentence->last).length;
      if (portion) Portion(at);
      OfPeople(at);
    }
  }

 private:
  // "makes 30% of the world's ovens".
  bool Makes(int at) const {
    return p_.VerbHas(g_[at].head, W::k_volume) &&
           !p_.VerbHas(g_[at].head, W::k_employs);
  }

  bool IsPart(int figure) const {
    return F(figure).kind == FigureKind::kPercent ||
           F(figure).kind == FigureKind::kRatio;
  }

  // Whether the noun group is all there are of something: "global ovens", "the
  // world's ovens", "Norway's ovens".
  bool IsWhole(int group) const {
    for (uint32_t i = g_[group].first; i < g_[group].head; ++i) {
      if (p_.Has(i, W::k_at_large)) return true;
    }
    auto owner = g_[group].possessor > 0 ? m_.focus.Possessor(parsed_, group)
                                         : std::nullopt;
    return owner && owner->party.entity >= 0 && (owner->mask & model::kPlace);
  }

  bool IsPlace(uint32_t token) const {
    int mention = m_.story.entities.at[token];
    if (mention < 0) return false;
    int entity = m_.story.entities.mentions[mention].entity;
    return m_.story.entities.entities[entity].type == EntityType::kPlace;
  }

  // "40% of Norwegians have an oven": a share of people that a nation or a name
  // tells.
  void OfPeople(int at) {
    int people = parsed_.subject[at];
    bool part =
        people > 1 && g_[at].finite && !g_[at].negated &&
        g_[people].kind == K::kNoun && p_.IsWord(g_[people - 1].head, "of") &&
        g_[people - 2].kind == K::kFigure && IsPart(g_[people - 2].figure) &&
        !p_.VerbHas(g_[at].head, W::k_say);
    if (!part || g_[at].status != Status::kCompleted) return;
    const Group& group = g_[people];
    bool people_of = p_.Has(group.head, W::k_demonym);  // "Norwegians"
    bool nation = people_of;
    for (uint32_t i = group.first; i < group.head; ++i) {
      nation = nation || p_.Has(i, W::k_demonym) || IsPlace(i);
    }
    bool persons = p_.Tagged(group.head, Bit(Tag::kNNS) | Bit(Tag::kNNP)) &&
                   (people_of || p_.NamesPeople(group.head) ||
                    p_.LemmaHas(group.head, W::k_headcount));
    if (!nation || !persons) return;
    Mover mover;
    mover.group = people;
    std::string words = m_.focus.Words(group);
    mover.holder = Party{words, -1, p_.span(group.first, group.last)};
    mover.metric = "share of " + words;
    Claim claim;
    Use(g_[people - 2].figure, claim.level);
    Emit(mover, claim, at, g_[at].head, at, people - 2,
         ReadComplement(m_.story, parsed_, at).end, "volume", 1);
  }

  // "accounts for 40% of oven sales", "makes up a third of sales".
  void Portion(int at) {
    if (g_[at].passive || parsed_.subject[at] < 0) return;
    int size = static_cast<int>(g_.size());
    int k = at + 1;
    while (k < size && k < at + 3 &&
           (g_[k].kind == K::kPreposition || g_[k].kind == K::kAdverb)) {
      ++k;
    }
    if (k + 1 >= size || g_[k].kind != K::kFigure) return;
    int figure = g_[k].figure;
    bool has = p_.Has(g_[at].head, W::k_have);
    int whole = WholeBehind(k);
    // "Acme had 12% of the market and Quill had 7%".
    bool same = whole < 0 && has && last_.metric == "market share" &&
                F(figure).kind == FigureKind::kPercent &&
                p_.IsWord(g_[k + 1].head, ".");
    if (same) whole = last_.group;
    bool part = whole >= 0 && IsPart(figure);
    bool makes = Makes(at) && !p_.VerbHas(g_[at].head, W::k_portion);
    if (!part || (makes && !IsWhole(whole))) return;
    // "has 12% of the oven market".
    if (has && !IsMarket(whole)) return;
    // A part of a company is a stake.
    Filler of = m_.focus.Read(parsed_, whole);
    if (of.mask & (model::kCompany | model::kSecurity)) return;
    bool named = g_[whole].mention >= 0 && !IsPlace(g_[whole].head);
    if (named) return;
    Filler holder = m_.focus.Read(parsed_, parsed_.subject[at]);
    if (holder.party.name.empty() || (holder.mask & model::kPerson)) return;
    // "left countries representing a third of its sales": no one named.
    bool those = g_[at].participle && holder.party.entity < 0 &&
                 parsed_.subject[at] + 1 == at &&
                 p_.Tagged(g_[at - 1].head, Bit(Tag::kNNS));
    // "This segment provides half of it": which one, nothing says.
    bool this_one = holder.party.entity < 0 &&
                    p_.IsWord(g_[parsed_.subject[at]].first, "this");
    if (those || this_one) return;
    // "the owner of Quill": who that is, stands elsewhere.
    bool one = holder.party.entity < 0 && (holder.mask & model::kSomeone) &&
               p_.Tagged(g_[parsed_.subject[at]].head, Bit(Tag::kNN));
    if (one) return;
    if (p_.IsWord(g_[whole].head, "total")) return;  // of what, it does not say
    Mover mover;
    mover.holder = holder.party;
    mover.metric = PartOf(whole);
    mover.group = parsed_.subject[at];
    last_.metric = mover.metric;
    last_.group = whole;
    Complement complement = ReadComplement(m_.story, parsed_, at);
    Add(at, mover, figure, complement);
  }

  // "40% of oven sales", "40% of first-quarter revenue": what the figure at the
  // group `k` is a part of; -1: not said.
  int WholeBehind(int k) const {
    int size = static_cast<int>(g_.size());
    int whole = k + 2;
    if (whole + 1 < size && g_[whole].kind == K::kDate) ++whole;
    bool of = whole < size && g_[k + 1].kind == K::kPreposition &&
              p_.IsWord(g_[k + 1].head, "of") && g_[whole].kind == K::kNoun;
    return of ? whole : -1;
  }

  // "the oven market", "U.S. oven market share".
  bool IsMarket(int whole) const {
    uint32_t head = g_[whole].head;
    return p_.LemmaHas(head, W::k_market) ||
           (p_.IsWord(head, "share") && head > g_[whole].first &&
            p_.LemmaHas(head - 1, W::k_market));
  }

  std::string PartOf(int whole) {
    return IsMarket(whole) ? "market share"
                           : "share of " + m_.focus.Words(g_[whole]);
  }

  // "has a 20% share of the phone market".
  void ShareOf(int at) {
    const Group& group = g_[at];
    bool share = p_.IsWord(group.head, "share") && group.figure >= 0 &&
                 F(group.figure).kind == FigureKind::kPercent;
    int of = at + 1;
    if (!share) return;
    int verb = GoverningVerb(m_.story, parsed_, at);
    // "bought a 40% share in the venture": a stake.
    if (verb < 0 || p_.VerbHas(g_[verb].head, W::k_takeover)) return;
    bool ends = of >= static_cast<int>(g_.size()) || g_[of].kind == K::kOther ||
                g_[of].kind == K::kComma;
    if (ends) {  // "Acme has a 22% share."
      auto holder = p_.Has(g_[verb].head, W::k_have) ? Doer(verb, true)
                                                     : std::optional<Mover>();
      if (!holder || !movers_.Is(*holder->holder, EntityType::kCompany)) return;
      holder->metric = "market share";
      Add(verb, *holder, group.figure, ReadComplement(m_.story, parsed_, verb));
      return;
    }
    if (of + 1 >= static_cast<int>(g_.size()) ||
        g_[of].kind != K::kPreposition || g_[of + 1].kind != K::kNoun) {
      return;
    }
    Filler whole = m_.focus.Read(parsed_, of + 1);
    if (whole.mask & (model::kCompany | model::kSecurity)) return;
    auto mover = Doer(verb, true);
    if (!mover) return;
    mover->metric = PartOf(of + 1);
    Complement complement = ReadComplement(m_.story, parsed_, verb);
    Add(verb, *mover, group.figure, complement);
  }

  Mover last_;  // of the sentence
};

}  // namespace

void MatchPortions(Matching& matching) { PortionMatcher(matching).Run(); }

}  // namespace newsdigest
