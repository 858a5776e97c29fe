// Moves and levels: shares and measures that rise, fall, stand or reach.
//
// One grammar serves market_move and metric; what moves decides the type.
#include <fmt/format.h>

#include <algorithm>

#include "claims/idiom_moves.h"
#include "claims/metric_name.h"
#include "claims/status.h"
#include "figures/number.h"
#include "language/fold.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

// What makes a verb tell of a move or a level: its own class, or a word beside
// it.
constexpr ClassSet kMoveVerbs = ClassSet::Of(
    {W::k_level_verb, W::k_puts_at, W::k_be, W::k_holds, W::k_beats,
     W::k_takes_off, W::k_swings, W::k_light, W::k_brings});
constexpr ClassSet kMoveWords =
    ClassSet::Of({W::k_rise, W::k_fall, W::k_flat, W::k_rises_with,
                  W::k_falls_with, W::k_extreme, W::k_affects});

Direction Reversed(Direction direction) {
  if (direction == Direction::kUp) return Direction::kDown;
  return direction == Direction::kDown ? Direction::kUp : direction;
}

class MoveMatcher : private IdiomMoves {
 public:
  explicit MoveMatcher(Matching& matching) : IdiomMoves(matching) {}

  void Run() {
    int size = static_cast<int>(g_.size());
    read_.assign(g_.size(), false);
    for (int i = 0; i < size; ++i) {
      if (g_[i].kind == K::kVerb && !read_[i]) Verb(i);
    }
    for (int i = 0; i < size; ++i) {
      if (g_[i].kind != K::kNoun) continue;
      if (!NounMove(i)) {
        MeasureOf(i);
        MeasureWith(i);
        InLine(i);
      }
      Adverbial(i);
    }
    for (int i = 0; i < size; ++i) {
      if (g_[i].kind == K::kFigure) FigureIn(i);
    }
  }

 private:
  // "swung by 90 points to end lower", "helping the bonds to recover": an
  // infinitive that tells what came of it.
  bool CameTo(int at) const {
    if (!g_[at].infinitive) return false;
    for (int k = at - 1; k >= 0 && k > at - 8; --k) {
      if (g_[k].kind == K::kStop) return false;
      if (g_[k].kind != K::kVerb) continue;
      uint32_t head = g_[k].head;
      // "erased losses to close higher".
      std::vector<int> objects = ReadComplement(m_.story, parsed_, k).objects;
      bool turns = std::any_of(objects.begin(), objects.end(), [&](int object) {
        return p_.LemmaHas(g_[object].head, W::k_price_move);
      });
      return g_[k].status == Status::kCompleted &&
             (turns || p_.VerbHas(head, W::k_causes) ||
              p_.VerbHas(head, W::k_level_verb) ||
              DirectionOf(head, true) != Direction::kNone);
    }
    return false;
  }

  bool MayTell(const Group& verb) const {
    return parsed_.classes.HasAny(kMoveWords) ||
           p_.VerbClasses(verb.head).HasAny(kMoveVerbs) ||
           p_.StartsPhrase(verb.head);
  }

  void Verb(int at) {
    const Group& verb = g_[at];
    if (!MayTell(verb)) return;
    Direction direction = DirectionOf(verb.head, true);
    bool put = verb.passive && p_.VerbHas(verb.head, W::k_puts_at);
    Direction sign = SignBeside(at);
    // "changed hands at $31".
    bool traded = p_.Match(verb.head, W::k_level_verb, parsed_.sentence->last)
                      .length > 1;
    bool level = put || traded || sign != Direction::kNone ||
                 p_.VerbHas(verb.head, W::k_level_verb) ||
                 p_.Has(verb.head, W::k_be);
    Complement complement = ReadComplement(m_.story, parsed_, at);
    if (int end = ResultOf(at, complement); end >= 0) {
      complement.end = end;
      complement = WithInfinitive(m_.story, parsed_, complement);
      read_[end] = true;
    }
    DropSession(at, complement);
    if (traded) complement.objects.clear();
    // "about 11 billion shares changed hands": how many.
    bool count = traded && parsed_.subject[at] >= 0 &&
                 g_[parsed_.subject[at]].figure >= 0;
    if (count) return;
    // '"It helps," Solana added': says it, and moves nothing.
    bool says = at > 1 && p_.VerbHas(verb.head, W::k_say) &&
                parsed_.subject[at] == at - 1 &&
                g_[at - 2].kind == K::kQuote;
    if (says) return;
    Direction beside = AdverbDirection(at, complement);
    if (Keeps(at, complement)) return;
    if (Compared(at, complement) || OutlookStands(at, complement) ||
        SwingsTo(at, complement)) {
      return;
    }
    if (TakesOff(at, complement) || AffectsShare(at, complement)) return;
    Described(at, complement);
    if (direction == Direction::kNone && AffectsMeasure(at, complement)) return;
    if (direction == Direction::kNone && BringsTo(at, complement)) return;
    if (direction == Direction::kNone && !level) {
      Direction extreme = ExtremeFor(at, complement);
      // "recorded its worst week".
      bool records =
          extreme != Direction::kNone && p_.VerbHas(verb.head, W::k_light);
      if (beside != Direction::kNone || extreme != Direction::kNone) {
        Swing(at, complement, beside, extreme);
      }
      if (!records) return;
    }
    // "cut into profits": no move of who does it.
    int next = at + 1;
    bool into = next < static_cast<int>(g_.size()) &&
                p_.IsWord(g_[next].head, "into") &&
                ExtremeDirection(complement) == Direction::kNone;
    if (into) return;
    bool moves = direction != Direction::kNone;
    if (!moves) direction = beside;
    int subject = parsed_.subject[at];
    // "cut its dividend", "raised prices by 5%": the object moves.
    if (moves && ObjectMoves(at, complement, direction, MoveStatus(at))) return;
    // "a decline in rates boosted borrowing": something else moved.
    bool acts = moves && p_.VerbHas(verb.head, W::k_affects) &&
                !complement.objects.empty() &&
                complement.objects[0] == at + 1 &&
                ExtremeOf(g_[at + 1]) == Direction::kNone;
    if (acts) return;
    bool priced = subject >= 0 &&
                  (SortOf(m_.story, parsed_, subject).security ||
                   (g_[subject].pronoun && m_.focus.Moved(parsed_.index - 1)));
    // "many doubled their sales": they are no one's, and the rest did not move.
    bool theirs = moves && !complement.objects.empty() &&
                  movers_.IsMeasure(complement.objects[0]) &&
                  p_.IsWord(g_[complement.objects[0]].first, "their") &&
                  !priced;
    if (theirs) return;
    // "lost a third of their value": nothing that is acted on.
    std::erase_if(complement.objects, [&](int object) {
      return priced && p_.Tagged(g_[object].first, Bit(Tag::kPRPS)) &&
             p_.LemmaHas(g_[object].head, W::k_quote_word) &&
             ExtremeOf(g_[object]) == Direction::kNone;
    });
    bool phrasal = p_.VerbHas(verb.head, W::k_rises_with) ||
                   p_.VerbHas(verb.head, W::k_falls_with);
    if (phrasal && !complement.objects.empty()) {  // "pushed up the stock"
      Swing(at, complement, direction, Direction::kNone);
      return;
    }
    bool reaches = p_.VerbHas(verb.head, W::k_level_verb);
    std::vector<int> subjects(parsed_.joined[at].rbegin(),
                              parsed_.joined[at].rend());
    subjects.push_back(subject);
    std::vector<FigureUse> shares = Respective(complement, subjects.size());
    for (size_t n = 0; n < subjects.size(); ++n) {
      if (!shares.empty()) complement.figures = {shares[n]};
      std::vector<Mover> movers = MoversOf(subjects[n], at, complement,
                                           moves || beside != Direction::kNone);
      for (Mover& mover : movers) {
        HolderAt(complement, mover);
        Claim claim;
        Direction way = direction;
        if (way == Direction::kNone && mover.security) way = sign;
        if (way == Direction::kNone &&
            (mover.security || complement.figures.empty())) {
          way = ExtremeFor(at, complement);
        }
        claim.direction = verb.negated ? Direction::kNone : way;
        claim.status =
            put ? Combine(MoveStatus(at), Status::kExpected) : MoveStatus(at);
        // What "will rise" by itself, nobody plans.
        if (claim.status == Status::kPlanned) {
          claim.status = CameTo(at) ? Status::kCompleted : Status::kExpected;
        }
        if (subjects.size() * movers.size() > 1) {
          std::fill(used_.begin(), used_.end(), false);
        }
        Assign(complement, mover, !moves || reaches, claim);
        if (claim.change >= 0 && mover.security) Gapped(complement, claim);
        if (claim.change < 0) TakeVerbFigure(verb, claim);
        if (claim.change >= 0) TakeOwnLevel(mover, claim);
        if (moves) CountedMove(complement, claim, mover);
        if (!moves && claim.level < 0 && claim.change < 0 &&
            way == Direction::kNone) {
          continue;
        }
        if (verb.passive && !moves && !put && way == Direction::kNone) continue;
        Emit(mover, claim, at, verb.head, at, subjects[n], complement.end,
             moves ? "move" : "level");
      }
    }
  }

  // The extreme that the verb goes to; "snapped a losing streak" turns it.
  Direction ExtremeFor(int at, const Complement& complement) const {
    Direction extreme = ExtremeDirection(complement);
    bool turns =
        p_.VerbHas(g_[at].head, W::k_reverses) &&
        std::any_of(complement.objects.begin(), complement.objects.end(),
                    [&](int object) {
                      return p_.LemmaHas(g_[object].head, W::k_stretch);
                    });
    return turns ? Reversed(extreme) : extreme;
  }

  // What moves where the noun group `group` is a subject of the verb `at`.
  // `moves`: the verb, or a word beside it, says that a bare name may.
  std::vector<Mover> MoversOf(int group, int at, const Complement& complement,
                              bool moves) {
    if (auto measure = SpokenMeasure(group, complement, moves)) {
      return {*measure};
    }
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
    if (auto jobs = JobsOf(group, complement)) {
      movers.push_back(*jobs);
      return movers;
    }
    if (g_[at].participle && TellsResults(group, at)) return movers;
    auto mover = movers_.SharedHead(group, parsed_.subject[at]);
    bool extreme = ReachesPrice(complement) && !p_.Has(g_[at].head, W::k_have);
    // "Acme was trading at $178".
    bool quoted =
        p_.VerbHas(g_[at].head, W::k_trades) &&
        std::any_of(
            complement.figures.begin(), complement.figures.end(),
            [&](const FigureUse& use) { return IsMoney(F(use.figure)); });
    if (!mover && (moves || extreme || quoted)) {
      mover = movers_.BareName(group, complement,
                               extreme || MovesAsShare(at, complement));
    }
    if (!mover && moves) mover = GrowsTo(group, complement);
    if (mover) movers.push_back(*mover);
    return movers;
  }

  // "Acme has grown to 3 million users": a measure of Acme.
  std::optional<Mover> GrowsTo(int group, const Complement& complement) {
    if (group < 0 || !complement.objects.empty()) return {};
    for (const FigureUse& use : complement.figures) {
      uint32_t noun = m_.story.figures[use.figure].noun;
      bool counts = use.preposition > 0 &&
                    p_.IsWord(use.preposition - 1, "to") && noun > 0 &&
                    F(use.figure).kind == FigureKind::kCount &&
                    g_[use.group].kind == K::kNoun &&
                    (p_.LemmaHas(noun, W::k_measure) ||
                     p_.LemmaHas(noun, W::k_headcount));
      if (!counts || !movers_.ActsAsFirm(group)) continue;
      Mover mover;
      mover.group = group;
      mover.holder = m_.focus.Read(parsed_, group).party;
      mover.metric = MetricName(m_.story, parsed_, use.group);
      return mover;
    }
    return {};
  }

  // "Revenue was $3 million. It rose 5%", "as for revenue, it rose 5%": what
  // "it" measures.
  std::optional<Mover> SpokenMeasure(int group, const Complement& complement,
                                     bool moves) {
    bool it = moves && group >= 0 && g_[group].pronoun &&
              p_.IsWord(g_[group].head, "it") && !complement.figures.empty();
    if (!it) return {};
    for (int k = group - 1; k >= 0; --k) {
      if (g_[k].kind != K::kNoun || g_[k].pronoun) continue;
      bool measure =
          movers_.IsMeasure(k) && !p_.LemmaHas(g_[k].head, W::k_pace);
      if (!measure) return {};
      auto mover = movers_.Read(k, -1);
      return mover && !mover->security ? mover : std::nullopt;
    }
    const Focus::Measure* measure = m_.focus.Measured(parsed_.index - 1);
    if (!measure) return {};
    Mover mover;
    mover.group = group;
    mover.holder = measure->holder;
    mover.holder->span = p_.span(g_[group].first, g_[group].last);
    mover.metric = measure->metric;
    return mover;
  }

  // "Norway added 3,000 jobs": a measure of the place.
  std::optional<Mover> JobsOf(int group, const Complement& complement) {
    if (group < 0 || complement.figures.empty()) return {};
    const Figure& first = F(complement.figures[0].figure);
    if (first.kind != FigureKind::kCount || first.unit != "job") return {};
    Filler filler = m_.focus.Read(parsed_, group);
    bool place = (filler.mask & model::kPlace) && filler.party.entity >= 0;
    if (!place) return {};
    Mover mover;
    mover.group = group;
    mover.holder = filler.party;
    mover.metric = "jobs";
    return mover;
  }

  // "Acme reported a loss, falling 6%": what falls is the loss.
  bool TellsResults(int group, int at) const {
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

  // "ended the day 0.7% higher": when, and nothing that is acted on.
  void DropSession(int at, Complement& complement) const {
    if (!p_.VerbHas(g_[at].head, W::k_level_verb)) return;
    std::erase_if(complement.objects, [&](int group) {
      return p_.LemmaHas(g_[group].head, W::k_session) && g_[group].definite;
    });
  }

  // "lost 35 points to finish at 7,620", "pared losses to trade 1% lower":
  // the infinitive that says where the move of a price ended; -1: none.
  int ResultOf(int at, const Complement& complement) {
    int end = complement.end;
    if (end + 1 < static_cast<int>(g_.size()) && g_[end].kind == K::kComma) {
      ++end;
    }
    bool infinitive = end < static_cast<int>(g_.size()) &&
                      g_[end].kind == K::kVerb && g_[end].infinitive &&
                      !g_[at].infinitive && parsed_.subject[at] >= 0 &&
                      p_.VerbHas(g_[end].head, W::k_level_verb);
    if (!infinitive || DirectionOf(g_[at].head, true) == Direction::kNone) {
      return -1;
    }
    auto mover = movers_.Read(parsed_.subject[at], -1);
    if (!mover) mover = movers_.BareName(parsed_.subject[at], complement);
    return mover && mover->security ? end : -1;
  }

  // Whether it went to "a record high" or "a six-month low", and not only to a
  // record.
  bool ReachesPrice(const Complement& complement) const {
    if (ExtremeDirection(complement) == Direction::kNone) return false;
    auto price = [&](int group) {
      // "broke a six-day losing run".
      bool days = g_[group].figure >= 0 &&
                  movers_.IsTime(F(g_[group].figure)) &&
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

  // "is trading lower", "soared after its results": said of a company, of its
  // share.
  bool MovesAsShare(int at, const Complement& complement) const {
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

  // "net sales rose 5% at Acme": who is named behind the verb.
  void HolderAt(const Complement& complement, Mover& mover) const {
    bool open = mover.carried || (mover.holder && mover.holder->entity < 0);
    if (mover.security || !open) return;
    for (const PrepositionalPhrase& phrase : complement.phrases) {
      if (!p_.IsWord(phrase.preposition, "at")) continue;
      Filler filler = m_.focus.Read(parsed_, phrase.group);
      bool company = (filler.mask & model::kCompany) != 0;
      if (!company || filler.party.entity < 0) continue;
      mover.holder = filler.party;
      mover.carried = false;
      return;
    }
  }

  // "the economy added 3,000 jobs": it is they that are more.
  void CountedMove(const Complement& complement, const Claim& claim,
                   Mover& mover) const {
    for (const FigureUse& use : complement.figures) {
      bool object = use.figure == claim.change && use.preposition == 0 &&
                    F(use.figure).kind == FigureKind::kCount &&
                    !mover.security && g_[use.group].kind == K::kNoun;
      if (object) mover.metric = Lowered(p_.str(g_[use.group].head));
    }
  }

  // "revenue of $3 million rose 5%": where it stands now.
  void TakeOwnLevel(const Mover& mover, Claim& claim) {
    int of = mover.group + 1;
    bool own = !mover.security && claim.level < 0 &&
               of + 1 < static_cast<int>(g_.size()) &&
               p_.IsWord(g_[of].head, "of") && g_[of + 1].kind == K::kFigure &&
               !used_[g_[of + 1].figure] && IsMoney(F(g_[of + 1].figure));
    if (own) Use(g_[of + 1].figure, claim.level);
  }

  // "finished up 0.6%", "was dragged 0.7% lower", "pushed the stock higher",
  // "sent the stock to a record": any verb with a direction or an extreme
  // beside it moves a security.
  void Swing(int at, const Complement& complement, Direction direction,
             Direction extreme) {
    const Group& verb = g_[at];
    std::vector<int> groups = complement.objects;
    bool extreme_only = direction == Direction::kNone;
    bool acts = false;  // on something that is no extreme
    for (int object : groups) {
      acts = acts || ExtremeOf(g_[object]) == Direction::kNone;
    }
    if (parsed_.subject[at] >= 0 && !(extreme_only && acts)) {
      groups.push_back(parsed_.subject[at]);
    }
    for (int group : groups) {
      auto mover = movers_.Read(group, at);
      if (!mover) {
        mover = movers_.BareName(group, complement, ReachesPrice(complement));
      }
      // "carried Acme 3% lower".
      bool carried = !mover && !extreme_only && groups[0] == group &&
                     complement.objects.size() == 1 && group == at + 1;
      if (carried) {
        Complement alone = complement;
        alone.objects.clear();
        mover = movers_.BareName(group, alone);
      }
      // "drove Acme's margin up by 2 points to 31%".
      bool measure = mover && !mover->security && !mover->carried &&
                     p_.VerbHas(verb.head, W::k_causes) &&
                     mover->holder->entity >= 0 && !extreme_only &&
                     group != parsed_.subject[at] &&
                     !complement.figures.empty();
      if (!mover || !(mover->security || measure)) continue;
      Claim claim;
      claim.direction = extreme_only ? extreme : direction;
      if (verb.negated) claim.direction = Direction::kNone;
      claim.status = MoveStatus(at);
      // "the pound bought $1.27".
      bool buys = p_.VerbHas(verb.head, W::k_market_buys);
      Assign(complement, *mover, buys, claim);
      bool compared = extreme_only;
      bool up_to = false;  // "buy up to 3 million shares"
      for (int adverb : complement.adverbs) {
        compared = compared || !IsParticle(g_[adverb].head);
        up_to = up_to || (p_.IsWord(g_[adverb].head, "up") &&
                          p_.IsWord(g_[adverb].head + 1, "to"));
      }
      if (up_to) return;
      if (claim.change < 0 && claim.level < 0 && !compared) continue;
      Emit(*mover, claim, at, verb.head, at,
           parsed_.subject[at] >= 0 ? parsed_.subject[at] : at, complement.end,
           "swing");
      return;
    }
  }

  std::vector<bool> read_;  // verbs that belong to one before
};

}  // namespace

void MatchMoves(Matching& matching) { MoveMatcher(matching).Run(); }

}  // namespace newsdigest
