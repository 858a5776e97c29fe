// What a share, a thing or a market is worth: "trades at 12 times earnings",
// "the oven market is worth $3 billion".
#include "claims/named_measures.h"
#include "figures/decimal.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

class ValuationMatcher : private NamedMeasures {
 public:
  explicit ValuationMatcher(Matching& matching) : NamedMeasures(matching) {}

  void Run() {
    for (size_t i = 0; i < g_.size(); ++i) {
      int at = static_cast<int>(i);
      if (g_[i].kind == K::kVerb) {
        TimesEarnings(at);
        PriceGap(at);
        Market(at);
      } else if (g_[i].kind == K::kFigure) {
        AtMultiple(at);
      }
    }
  }

 private:
  // "The Quill 14 is $300 cheaper than the 13", "costs $300 less than".
  void PriceGap(int at) {
    int size = static_cast<int>(g_.size());
    int gap = at + 1;
    bool costs = p_.VerbHas(g_[at].head, W::k_priced);
    bool fits = (costs || p_.Has(g_[at].head, W::k_be)) && !g_[at].passive &&
                !g_[at].negated && at + 2 < size && g_[gap].figure >= 0 &&
                g_[gap].mention < 0 && IsMoney(F(g_[gap].figure));
    if (!fits) return;
    uint32_t word = m_.story.figures[g_[gap].figure].last;
    std::string_view way =
        p_.Match(word, W::k_gap_of_price, parsed_.sentence->last).text;
    if (way.empty() && costs) {
      way = p_.lexicon->Text(p_.tokens[word].word, W::k_gap_of_cost);
    }
    if (way.empty()) return;
    auto mover = Doer(at, true);
    bool goods = mover && movers_.Is(*mover->holder, EntityType::kProduct);
    if (!goods) return;
    mover->metric = "price";
    Claim claim;
    claim.status = g_[at].status;
    claim.direction = WayNamed(way);
    Use(g_[gap].figure, claim.change);
    Emit(*mover, claim, at, g_[at].head, at, parsed_.subject[at],
         ReadComplement(m_.story, parsed_, at).end, "gap", 2);
  }

  // "12 times forward earnings": the noun from the group `at` on, over what
  // describes it.
  int RatioFrom(int at) const {
    while (at + 1 < static_cast<int>(g_.size()) &&
           (g_[at].kind == K::kAdjective || g_[at].kind == K::kAdverb)) {
      ++at;
    }
    return at;
  }

  // What a multiple of the noun group `ratio` is called; "": nothing.
  std::string_view RatioName(int ratio) const {
    return p_.lexicon->Text(p_.word(g_[ratio].head).lemma, W::k_valued_by);
  }

  // "At 12 times earnings, Acme is cheap": of the subject behind the comma.
  void AtMultiple(int at) {
    int size = static_cast<int>(g_.size());
    bool opens = at > 0 && p_.IsWord(g_[at - 1].head, "at") &&
                 (at == 1 || g_[at - 2].kind == K::kComma ||
                  g_[at - 2].kind == K::kOther);
    if (!opens || F(g_[at].figure).kind != FigureKind::kMultiple) return;
    int ratio = RatioFrom(at + 1);
    int subject = ratio + 2;
    bool fits = subject + 1 < size && g_[ratio].kind == K::kNoun &&
                g_[ratio + 1].kind == K::kComma &&
                g_[subject].kind == K::kNoun &&
                g_[subject + 1].kind == K::kVerb;
    if (!fits) return;
    std::string_view name = RatioName(ratio);
    auto mover = ValuedShare(subject + 1);
    if (name.empty() || !mover) return;
    mover->metric = name;
    Claim claim;
    Use(g_[at].figure, claim.level);
    Emit(*mover, claim, subject + 1, g_[subject + 1].head, subject + 1, at,
         ratio + 1, "volume", 1);
  }

  // The company that the verb group `at` is told of, or whose shares it is.
  std::optional<Mover> ValuedShare(int at) {
    auto mover = Doer(at, true);
    if (auto share = movers_.Read(parsed_.subject[at], at);
        share && share->security) {
      mover = share;
      mover->security = false;
    }
    return mover;
  }

  // "trades at 12 times earnings".
  void TimesEarnings(int at) {
    bool valued = p_.VerbHas(g_[at].head, W::k_trades) ||
                  p_.VerbHas(g_[at].head, W::k_priced);
    if (!valued) return;
    Complement complement = ReadComplement(m_.story, parsed_, at);
    for (const FigureUse& use : complement.figures) {
      int next = use.group + (g_[use.group].kind == K::kNoun ? 0 : 1);
      uint32_t first = g_[std::min<size_t>(next, g_.size() - 1)].first;
      next = RatioFrom(next);
      bool times = F(use.figure).kind == FigureKind::kMultiple &&
                   use.preposition > 0 &&
                   p_.IsWord(use.preposition - 1, "at") &&
                   next < static_cast<int>(g_.size()) &&
                   g_[next].kind == K::kNoun && !used_[use.figure];
      if (!times) continue;
      std::string_view ratio = RatioName(next);
      auto mover = ValuedShare(at);
      if (ratio.empty() || !mover) return;
      mover->metric = ratio;
      Claim claim;
      claim.status = g_[at].status;
      for (uint32_t i = first; i < g_[next].head; ++i) {
        bool ahead = p_.VerbHas(i, W::k_embeds) || p_.Has(i, W::k_ahead) ||
                     p_.LemmaHas(i, W::k_outlook) || p_.IsWord(i, "forward");
        if (ahead) claim.status = Status::kExpected;
      }
      Use(use.figure, claim.level);
      Emit(*mover, claim, at, g_[at].head, at, parsed_.subject[at],
           complement.end, "volume", 1);
      return;
    }
  }

  // "the oven market will grow to $7 billion", "the market for ovens is worth
  // $7 billion".
  void Market(int at) {
    int subject = parsed_.subject[at];
    if (subject < 0 || g_[subject].kind != K::kNoun) return;
    const Group& group = g_[subject];
    int of = subject + 1;
    bool goods = group.definite && of + 1 < at && g_[of + 1].kind == K::kNoun &&
                 p_.IsWord(g_[of].head, "for") && g_[of + 1].mention < 0;
    bool named = p_.LemmaHas(group.head, W::k_market) ||
                 EndsInTerm(p_, group, W::k_market);
    bool market =
        named && group.mention < 0 && (goods || group.last - group.first > 2);
    if (!market) return;
    Complement complement = ReadComplement(m_.story, parsed_, at);
    int figure = FigureBehind(complement, at);
    bool grows = DirectionOf(g_[at].head, true) != Direction::kNone;
    bool valued = g_[at].passive && !grows;
    for (const FigureUse& use : complement.figures) {
      auto behind = [&](std::string_view word) {
        return use.preposition > 0 && p_.IsWord(use.preposition - 1, word);
      };
      // "was valued at $3 million", "will grow from $2 million to $3 million".
      bool size = behind("worth") || (valued && behind("at")) ||
                  (grows && behind("to"));
      if (figure < 0 && size) figure = use.figure;
    }
    if (figure < 0 || !IsMoney(F(figure)) || !F(figure).value) return;
    if (ToDouble(*F(figure).value) < 1e6) return;
    Mover mover;
    mover.holder =
        Party{m_.focus.Words(group), -1, p_.span(group.first, group.last)};
    if (goods) {
      mover.holder->span = p_.span(group.first, g_[of + 1].last);
      mover.holder->name =
          m_.focus.Words(group) + " for " + m_.focus.Words(g_[of + 1]);
    }
    mover.metric = "market size";
    mover.group = subject;
    Add(at, mover, figure, complement);
  }
};

}  // namespace

void MatchValuations(Matching& matching) { ValuationMatcher(matching).Run(); }

}  // namespace newsdigest
