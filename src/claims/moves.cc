// Moves and levels: shares and measures that rise, fall, stand or reach.
//
// One grammar serves market_move and metric; what moves decides the type.
#include <fmt/format.h>

#include <algorithm>

#include "claims/status.h"
#include "claims/verb_moves.h"
#include "figures/decimal.h"
#include "language/fold.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

// What makes a verb tell of a move or a level: its own class, or a word beside
// it.
constexpr ClassSet kMoveVerbs = ClassSet::Of(
    {W::k_level_verb, W::k_puts_at, W::k_be, W::k_holds, W::k_beats,
     W::k_takes_off, W::k_swings, W::k_light, W::k_brings, W::k_narrows});
constexpr ClassSet kMoveWords =
    ClassSet::Of({W::k_rise, W::k_fall, W::k_flat, W::k_rises_with,
                  W::k_falls_with, W::k_extreme, W::k_affects});

class MoveMatcher : private VerbMoves {
 public:
  explicit MoveMatcher(Matching& matching) : VerbMoves(matching) {}

  void Run() {
    int size = static_cast<int>(g_.size());
    read_.assign(g_.size(), false);
    for (int i = 0; i < size; ++i) {
      if (g_[i].kind == K::kVerb && !read_[i]) Verb(i);
    }
    Fronted();
    for (int i = 0; i < size; ++i) {
      if (g_[i].kind == K::kFigure) FigureIn(i);
      if (g_[i].kind != K::kNoun || read_[i]) continue;
      if (!NounMove(i)) {
        MeasureOf(i);
        MeasureWith(i);
        InLine(i);
        QuotedAt(i);
      }
      Adverbial(i);
    }
    JoinTellings();
  }

 private:
  // "swung by 90 points to end lower", "helping the bonds to recover": an
  // infinitive that tells what came of it.
  bool CameTo(int at) const {
    // "due to rise" says what is to come.
    bool due = at > 0 && g_[at - 1].kind == K::kAdjective &&
               StatusOf(p_, g_[at - 1].head, W::k_embeds) == Status::kExpected;
    if (!g_[at].infinitive || due) return false;
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

  // "Revenue, up 5%, reached $3 billion", "hit $3 billion, rising 5%": the
  // level and the change of one measure, each told beside it.
  void JoinTellings() {
    auto same = [&](const Draft& a, const Draft& b) {
      bool ways = a.claim.direction == b.claim.direction ||
                  a.claim.direction == Direction::kNone ||
                  b.claim.direction == Direction::kNone;
      return a.measure >= 0 && a.measure == b.measure && ways &&
             a.claim.status == b.claim.status &&
             a.claim.subject->entity == b.claim.subject->entity;
    };
    // One tells the level, the other how far from what.
    auto stands = [](const Claim& claim) {
      return claim.level >= 0 && claim.change < 0 && claim.from < 0;
    };
    auto moves = [](const Claim& claim) {
      return claim.level < 0 && (claim.change >= 0 || claim.from >= 0);
    };
    std::vector<Draft>& drafts = m_.drafts;
    for (size_t a = 0; a + 1 < drafts.size(); ++a) {
      for (size_t b = a + 1; b < drafts.size(); ++b) {
        Claim& one = drafts[a].claim;
        const Claim& two = drafts[b].claim;
        bool parts = (stands(one) && moves(two)) || (moves(one) && stands(two));
        if (!parts || !same(drafts[a], drafts[b])) continue;
        one.level = std::max(one.level, two.level);
        one.change = std::max(one.change, two.change);
        one.from = std::max(one.from, two.from);
        if (one.direction == Direction::kNone) one.direction = two.direction;
        drafts[a].clause_last =
            std::max(drafts[a].clause_last, drafts[b].clause_last);
        drafts.erase(drafts.begin() + static_cast<long>(b));
        break;
      }
    }
  }

  bool MayTell(const Group& verb) const {
    return parsed_.classes.HasAny(kMoveWords) ||
           p_.VerbClasses(verb.head).HasAny(kMoveVerbs) ||
           p_.StartsPhrase(verb.head);
  }

  // "into a lower range", "into record-high territory".
  bool IsPriceZone(const Group& group) const {
    bool zone = p_.LemmaHas(group.head, W::k_stretch);
    for (uint32_t i = group.first; i < group.last; ++i) {
      zone = zone || p_.Has(i, W::k_extreme);
    }
    return zone && group.kind == K::kNoun;
  }

  void Verb(int at) {
    if (!MayTell(g_[at])) return;
    // "representing a rise of 7%": of what was told before.
    if (auto move = Restated(at)) {
      used_[move->figure] = true;
      read_[move->noun] = true;
      return;
    }
    VerbMove move = ReadVerb(at);
    if (move.result >= 0) read_[move.result] = true;
    if (CountsOrSays(move) || InOtherWords(at, move.complement)) return;
    Described(at, move.complement);
    bool brings = !move.moves && (AffectsMeasure(at, move.complement) ||
                                  BringsTo(at, move.complement));
    if (brings) return;
    if (!move.moves && !move.level && !RecordsExtreme(move)) return;
    // "cut into profits": no move of who does it.
    int next = at + 1;
    bool into = next + 1 < static_cast<int>(g_.size()) &&
                p_.IsWord(g_[next].head, "into") &&
                !IsPriceZone(g_[next + 1]) &&
                ExtremeDirection(move.complement) == Direction::kNone;
    if (into || MovesOther(move)) return;
    TellSubjects(move);
  }

  // Neither is a move.
  bool CountsOrSays(const VerbMove& move) const {
    int subject = parsed_.subject[move.at];
    // "about 11 billion shares changed hands": how many.
    bool counts = move.traded && subject >= 0 && g_[subject].figure >= 0;
    // '"It helps," Solana added': says it, and moves nothing.
    bool says = move.at > 1 && p_.VerbHas(g_[move.at].head, W::k_say) &&
                subject == move.at - 1 && g_[move.at - 2].kind == K::kQuote;
    return counts || says;
  }

  // "tightened its profit forecast to": neither up nor down.
  bool NarrowsOutlook(int at, const Complement& complement) {
    const std::vector<int>& objects = complement.objects;
    return p_.VerbHas(g_[at].head, W::k_narrows) && !objects.empty() &&
           p_.LemmaHas(g_[objects[0]].head, W::k_outlook) &&
           ObjectMoves(at, complement, Direction::kNone, MoveStatus(at));
  }

  // What is told without a word of rising or falling; true: told in full.
  bool InOtherWords(int at, const Complement& complement) {
    return NarrowsOutlook(at, complement) || Keeps(at, complement) ||
           Compared(at, complement) || OutlookStands(at, complement) ||
           StandsBeside(at, complement) || SwingsTo(at, complement) ||
           TakesOff(at, complement) || AffectsShare(at, complement);
  }

  // A verb with no way of its own: what stands beside it tells. Whether the
  // verb tells of its subject too: "recorded its worst week".
  bool RecordsExtreme(const VerbMove& move) {
    Direction extreme = ExtremeFor(move.at, move.complement);
    if (move.beside != Direction::kNone || extreme != Direction::kNone) {
      Swing(move.at, move.complement, move.beside, extreme);
    }
    return extreme != Direction::kNone &&
           p_.VerbHas(g_[move.at].head, W::k_light);
  }

  // Whether it is not the subject that moves; tells what does.
  bool MovesOther(VerbMove& move) {
    int at = move.at;
    uint32_t head = g_[at].head;
    std::vector<int>& objects = move.complement.objects;
    // "cut its dividend", "raised prices by 5%": the object moves.
    if (move.moves &&
        ObjectMoves(at, move.complement, move.way, MoveStatus(at))) {
      return true;
    }
    // "a decline in rates boosted borrowing": something else moved.
    bool acts = move.moves && p_.VerbHas(head, W::k_affects) &&
                !objects.empty() && objects[0] == at + 1 &&
                ExtremeOf(g_[at + 1]) == Direction::kNone;
    // "to raise cash": nothing that stands before it.
    bool raises = move.moves && g_[at].infinitive && !objects.empty() &&
                  objects[0] == at + 1 && g_[at + 1].figure < 0 &&
                  move.complement.figures.empty() &&
                  ExtremeOf(g_[at + 1]) == Direction::kNone;
    if (acts || raises) return true;
    int subject = parsed_.subject[at];
    // "the jobs that the economy needs to create": those.
    bool gap = move.moves && objects.empty() && subject > 1 &&
               move.complement.figures.empty() &&
               g_[subject - 1].kind == K::kRelative &&
               g_[subject - 2].kind == K::kNoun;
    if (gap) return true;
    bool priced = subject >= 0 &&
                  (SortOf(m_.story, parsed_, subject).security ||
                   (g_[subject].pronoun && m_.focus.Moved(parsed_.index - 1)));
    // "many doubled their sales": they are no one's, and the rest did not move.
    bool theirs = move.moves && !objects.empty() &&
                  movers_.IsMeasure(objects[0]) &&
                  p_.IsWord(g_[objects[0]].first, "their") && !priced;
    if (theirs) return true;
    // "lost a third of their value": nothing that is acted on.
    std::erase_if(objects, [&](int object) {
      return priced && p_.Tagged(g_[object].first, Bit(Tag::kPRPS)) &&
             p_.LemmaHas(g_[object].head, W::k_quote_word) &&
             ExtremeOf(g_[object]) == Direction::kNone;
    });
    // "pushed up the stock".
    bool phrasal =
        p_.VerbHas(head, W::k_rises_with) || p_.VerbHas(head, W::k_falls_with);
    if (!phrasal || objects.empty()) return false;
    Swing(at, move.complement, move.way, Direction::kNone);
    return true;
  }

  // "Acme's and Beta's revenues", "Acme and Beta's revenues": the owner that
  // the subject `n` only names, where the last one names what they own.
  std::optional<Party> OwnerIn(const std::vector<int>& subjects, size_t n) {
    bool joined = n + 1 < subjects.size() && subjects[n] + 2 == subjects.back();
    if (!joined) return {};
    const Group& group = g_[subjects[n]];
    const Group& owned = g_[subjects.back()];
    bool marked = owned.possessor > owned.first &&
                  owned.possessor < owned.head &&
                  p_.Tagged(owned.possessor, Bit(Tag::kPOS));
    // "Acme and Beta revenues".
    bool named = owned.possessor == 0 && movers_.IsMeasure(subjects.back()) &&
                 m_.story.entities.at[owned.first] >= 0;
    if (owned.mention >= 0 || !(marked || named)) return {};
    std::optional<Filler> owner;
    if (p_.Tagged(group.last - 1, Bit(Tag::kPOS))) {
      owner = m_.focus.Possessor(parsed_, subjects[n]);
    } else if (group.mention >= 0) {
      owner = m_.focus.Read(parsed_, subjects[n]);
    }
    bool firm = owner && (owner->mask & model::kCompany);
    return firm ? std::optional(owner->party) : std::nullopt;
  }

  void TellSubjects(VerbMove& move) {
    std::vector<int> subjects(parsed_.joined[move.at].rbegin(),
                              parsed_.joined[move.at].rend());
    subjects.push_back(parsed_.subject[move.at]);
    std::vector<FigureUse> shares =
        Respective(move.complement, subjects.size());
    bool moves = move.moves || move.beside != Direction::kNone;
    size_t before = m_.drafts.size();
    bool owners = false;
    for (size_t n = 0; n < subjects.size(); ++n) {
      if (!shares.empty()) move.complement.figures = {shares[n]};
      std::vector<Mover> movers =
          MoversOf(subjects[n], move.at, move.complement, moves);
      if (auto owner = OwnerIn(subjects, n)) {
        movers = MoversOf(subjects.back(), move.at, move.complement, moves);
        for (Mover& mover : movers) mover.holder = *owner;
        owners = true;
      }
      // "shares of Acme and Beta rose 3% and 4%": each its own.
      std::vector<FigureUse> own = Respective(move.complement, movers.size());
      for (size_t k = 0; k < movers.size(); ++k) {
        Mover& mover = movers[k];
        if (!own.empty()) move.complement.figures = {own[k]};
        if (subjects.size() * movers.size() > 1) {
          std::fill(used_.begin(), used_.end(), false);
        }
        TellMove(move, subjects[n], mover);
      }
    }
    for (size_t k = before; owners && k < m_.drafts.size(); ++k) {
      m_.drafts[k].joined = true;
    }
  }

  void TellMove(const VerbMove& move, int subject, Mover& mover) {
    const Complement& complement = move.complement;
    const Group& verb = g_[move.at];
    HolderAt(complement, mover);
    Direction way = move.way;
    if (way == Direction::kNone && mover.security) way = move.sign;
    // "hit a nine-year low", but "stays near its low".
    if (way == Direction::kNone) {
      Direction extreme = ExtremeFor(move.at, complement);
      bool stays = p_.VerbHas(verb.head, W::k_holds);
      if (!stays || extreme == Direction::kFlat) way = extreme;
    }
    Claim claim;
    claim.direction = verb.negated ? Direction::kNone : way;
    claim.status = MoveStatus(move.at);
    if (move.put) claim.status = Combine(claim.status, Status::kExpected);
    // What "will rise" by itself, nobody plans.
    if (claim.status == Status::kPlanned) {
      claim.status = CameTo(move.at) ? Status::kCompleted : Status::kExpected;
    }
    bool reaches = move.level && p_.VerbHas(verb.head, W::k_level_verb);
    Assign(complement, mover, !move.moves || reaches, claim);
    if (claim.change >= 0) Gapped(complement, mover, claim);
    if (claim.change < 0) TakeVerbFigure(verb, claim);
    if (claim.change >= 0) TakeOwnLevel(mover, claim);
    if (move.moves) CountedMove(complement, claim, mover);
    // "Revenue and orders are two key metrics": what they are, not how many.
    constexpr double kLeastLevel = 10;
    bool what = claim.level >= 0 && claim.change < 0 &&
                p_.Has(verb.head, W::k_be) &&
                F(claim.level).kind == FigureKind::kCount &&
                F(claim.level).unit != "time" && F(claim.level).value &&
                ToDouble(*F(claim.level).value) < kLeastLevel;
    if (what) return;
    bool figure = claim.level >= 0 || claim.change >= 0;
    bool says_nothing = !move.moves && way == Direction::kNone &&
                        (!figure || (verb.passive && !move.put));
    if (says_nothing) return;
    std::string_view rule = move.moves ? "move" : "level";
    Emit(mover, claim, move.at, verb.head, move.at, subject, complement.end,
         rule);
    Again(mover, claim, move.at, rule);
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
    // "makes up 8% of the index".
    uint32_t last = parsed_.sentence->last;
    if (p_.Match(verb.head, W::k_portion, last).length > 1) return;
    std::vector<int> groups = complement.objects;
    bool extreme_only = direction == Direction::kNone;
    bool acts = false;  // on something that is no extreme
    for (int object : groups) {
      acts = acts || ExtremeOf(g_[object]) == Direction::kNone;
    }
    if (parsed_.subject[at] >= 0 && !(extreme_only && acts)) {
      groups.push_back(parsed_.subject[at]);
    }
    // "guided for sales of $3 million, up 5%": what is up is no share.
    bool tells_measure = std::any_of(
        complement.phrases.begin(), complement.phrases.end(),
        [&](const PrepositionalPhrase& phrase) {
          return phrase.group > at && movers_.IsMeasure(phrase.group);
        });
    for (int group : groups) {
      auto mover = movers_.Read(group, at);
      if (!mover && !tells_measure) {
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
                     p_.VerbHas(verb.head, W::k_causes) && !extreme_only &&
                     group != parsed_.subject[at] &&
                     (mover->holder->entity < 0 || !complement.figures.empty());
      if (!mover || !(mover->security || measure)) continue;
      Claim claim;
      claim.direction = extreme_only ? extreme : direction;
      if (verb.negated) claim.direction = Direction::kNone;
      claim.status = MoveStatus(at);
      // "the pound bought $1.27".
      bool buys = p_.VerbHas(verb.head, W::k_market_buys);
      std::vector<bool> free = used_;
      Assign(complement, *mover, buys, claim);
      bool compared = extreme_only;
      bool up_to = false;  // "buy up to 3 million shares"
      for (int adverb : complement.adverbs) {
        compared = compared || !IsParticle(g_[adverb].head);
        up_to = up_to || (p_.IsWord(g_[adverb].head, "up") &&
                          p_.IsWord(g_[adverb].head + 1, "to"));
      }
      if (up_to) return;
      if (claim.change < 0 && claim.level < 0 && !compared) {
        used_ = std::move(free);
        continue;
      }
      Emit(*mover, claim, at, verb.head, at,
           parsed_.subject[at] >= 0 ? parsed_.subject[at] : at, complement.end,
           "swing");
      return;
    }
  }

  std::vector<bool> read_;  // groups that belong to a verb before
};

}  // namespace

void MatchMoves(Matching& matching) { MoveMatcher(matching).Run(); }

}  // namespace newsdigest
