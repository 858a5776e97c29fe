#include "claims/move_roles.h"

#include <algorithm>

#include "claims/status.h"
#include "figures/decimal.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

void MoveRoles::Assign(const Complement& complement, const Mover& mover,
                       bool level_verb, Claim& claim) {
  // "on sales up 4% to $9 million": the figures of the sales.
  int end = static_cast<int>(g_.size());
  for (int adverb : complement.adverbs) {
    bool other = adverb > mover.group + 2 && adverb < end && OfOther(adverb);
    if (other) end = adverb;
  }
  for (const FigureUse& use : complement.figures) {
    if (use.group > end) continue;
    if (used_[use.figure] || TakePace(use, claim)) continue;
    // "sold 300 vans, about 6% of its sales", "half of them abroad": a part, no
    // change.
    int whole = use.group + 2;
    FigureKind kind = F(use.figure).kind;
    bool part = claim.level >= 0 && use.preposition == 0 &&
                whole < static_cast<int>(g_.size()) &&
                g_[use.group].kind == K::kFigure &&
                (kind == FigureKind::kPercent || kind == FigureKind::kRatio) &&
                p_.IsWord(g_[whole - 1].head, "of");
    if (part) continue;
    // "ended up 0.5%, or 24 points, at 5,418": the same told in another way.
    bool again = mover.security && use.preposition == 0 && claim.change >= 0 &&
                 F(claim.change).kind == FigureKind::kPercent &&
                 F(use.figure).kind != FigureKind::kPercent &&
                 p_.IsWord(g_[use.group].first - 1, "or");
    if (again) continue;
    bool others = use.group - 2 != mover.group && OwnedByMeasure(use.group);
    if (others || !Tells(use, mover, claim)) continue;
    // "$3 million versus the $2 million expected": no base.
    if (claim.level >= 0 && use.preposition > 0 && Foreseen(use.group)) {
      continue;
    }
    if (TakePerShare(use, mover, claim)) continue;
    if (TakeDirected(use, complement, mover, level_verb, claim)) continue;
    if (use.preposition == 0 || Behind(use, "by")) {
      TakeBare(use, mover, level_verb, claim);
    } else {
      TakePhrase(use, mover, level_verb, claim);
    }
  }
}

bool MoveRoles::Behind(const FigureUse& use, std::string_view word) const {
  return use.preposition > 0 && p_.IsWord(use.preposition - 1, word);
}

bool MoveRoles::TakePace(const FigureUse& use, Claim& claim) {
  if (AtPace(use, claim)) {
    Use(use.figure, claim.change);
    return true;
  }
  // "climbed to a yearly pace of 40,000".
  bool to_pace = use.group > 2 && g_[use.group - 1].kind == K::kPreposition &&
                 p_.IsWord(g_[use.group - 1].head, "of") &&
                 p_.LemmaHas(g_[use.group - 2].head, W::k_pace) &&
                 p_.IsWord(g_[use.group - 3].head, "to");
  bool takes =
      to_pace && claim.level < 0 && claim.direction != Direction::kNone;
  if (takes) Use(use.figure, claim.level);
  return takes;
}

bool MoveRoles::Tells(const FigureUse& use, const Mover& mover,
                      const Claim& claim) const {
  const Figure& figure = F(use.figure);
  // "lost $3 billion in market value": no price moves by that.
  bool sum = mover.security && movers_.IsSum(figure, *mover.holder);
  // "has 3,000 workers and 40 shops": another count.
  bool other = claim.level >= 0 && figure.kind == FigureKind::kCount &&
               F(claim.level).kind == FigureKind::kCount &&
               use.preposition == 0 && figure.unit != F(claim.level).unit;
  // "its second 6-session losing streak".
  uint32_t noun = m_.story.figures[use.figure].noun;
  bool lasts = mover.security && figure.kind == FigureKind::kCount &&
               noun > 0 && p_.LemmaHas(noun, W::k_session);
  // "the index represents 500 companies": no level.
  bool things = mover.security && figure.kind == FigureKind::kCount &&
                use.preposition == 0 && figure.unit != "point";
  // "priced at 12 times profit" is no price.
  bool valued = mover.security && use.preposition > 0 &&
                figure.kind == FigureKind::kMultiple;
  return !sum && !other && !lasts && !things && !valued &&
         figure.kind != FigureKind::kAge && figure.kind != FigureKind::kRank &&
         !movers_.IsTime(figure);
}

int MoveRoles::AfterOtherWords(int figure) const {
  int size = static_cast<int>(g_.size());
  int at = figure + 1;
  auto comma = [&](int k) { return k < size && g_[k].kind == K::kComma; };
  if (comma(at)) ++at;
  bool again = at + 1 < size && p_.IsWord(g_[at].head, "or") &&
               g_[at + 1].kind == K::kFigure;
  if (!again) return figure + 1;
  at += 2;
  return comma(at) ? at + 1 : at;
}

bool MoveRoles::TakeDirected(const FigureUse& use, const Complement& complement,
                             const Mover& mover, bool level_verb,
                             Claim& claim) {
  bool bare = use.preposition == 0;
  bool percent = F(use.figure).kind == FigureKind::kPercent;
  auto take = [&](Direction direction) {
    Use(use.figure, claim.change);
    claim.direction = direction;
    return true;
  };
  if (claim.change >= 0) return false;
  // "sold 300 cars, a 12% drop": the noun says which way.
  const Group& own = g_[use.group];
  Direction noun = own.kind == K::kNoun && bare ? DirectionOf(own.head, false)
                                                : Direction::kNone;
  // "closed at $41, a gain of 3%".
  bool apposed = Behind(use, "of") && use.group > 2 &&
                 g_[use.group - 2].kind == K::kNoun &&
                 g_[use.group - 3].kind == K::kComma;
  if (apposed) noun = DirectionOf(g_[use.group - 2].head, false);
  if (noun != Direction::kNone && claim.level >= 0) return take(noun);
  if (!level_verb) return false;
  int next = AfterOtherWords(use.group);
  if (next < static_cast<int>(g_.size())) {
    uint32_t word = g_[next].head;
    // "closed at $31, two dollars higher".
    Direction way =
        g_[next].kind == K::kAdverb || g_[next].kind == K::kAdjective
            ? DirectionOf(word, false)
            : Direction::kNone;
    bool stands = bare || (Behind(use, "at") && mover.security && percent);
    // "closed 3 cents up at $4.20", but "closed at $3 up 4%", "was 3% up from".
    bool at_level = mover.security && next + 2 < static_cast<int>(g_.size()) &&
                    p_.IsWord(g_[next + 1].head, "at") &&
                    g_[next + 2].kind == K::kFigure;
    bool particle = IsParticle(word) && !at_level;
    if (way != Direction::kNone && stands && !particle) return take(way);
    // "is 30 cents cheaper": no level.
    bool compares = bare && g_[next].kind == K::kAdjective &&
                    p_.word(word).lemma != p_.tokens[word].word &&
                    way == Direction::kNone;
    if (compares) {
      used_[use.figure] = true;
      return true;
    }
    // "was 2% less than a year earlier", "7% fewer than in May".
    bool less = p_.IsWord(word, "less") || p_.IsWord(word, "fewer");
    if (bare && percent && (less || p_.IsWord(word, "more"))) {
      return take(less ? Direction::kDown : Direction::kUp);
    }
    // "was 6% above the mark of June".
    bool below = p_.IsWord(word, "below");
    if (bare && percent && (below || p_.IsWord(word, "above"))) {
      for (const FigureUse& base : complement.figures) {
        if (base.preposition == word + 1) used_[base.figure] = true;
      }
      return take(below ? Direction::kDown : Direction::kUp);
    }
  }
  // "was up 80 points".
  int ahead = use.group - 1;
  bool directed = bare && ahead >= 0 && mover.security &&
                  g_[ahead].kind == K::kAdverb &&
                  F(use.figure).kind != FigureKind::kCount &&
                  DirectionOf(g_[ahead].head, false) != Direction::kNone;
  if (directed) Use(use.figure, claim.change);
  return directed;
}

void MoveRoles::TakeBare(const FigureUse& use, const Mover& mover,
                         bool level_verb, Claim& claim) {
  const Figure& figure = F(use.figure);
  bool still = claim.direction == Direction::kNone ||
               claim.direction == Direction::kFlat;
  // "was 38.2%, up from 37.5%": the word behind tells how it got there.
  auto directs = [&](int group) {
    return group >= 0 && group < static_cast<int>(g_.size()) &&
           g_[group].kind == K::kAdverb &&
           DirectionOf(g_[group].head, false) != Direction::kNone;
  };
  still = still || (claim.change < 0 && !directs(use.group - 1) &&
                    !directs(use.group + 1));
  // "fell as low as $1.08".
  const FigureMatch& match = m_.story.figures[use.figure];
  bool reached = use.preposition == 0 && match.first < match.core &&
                 p_.IsWord(match.first, "as") &&
                 p_.Has(match.first + 1, W::k_extreme);
  // "climbed north of 30%".
  reached =
      reached ||
      (match.first < match.core &&
       p_.Match(match.first, W::k_level_preposition, match.core).length > 1);
  // "The yield was 4.5%": a security that is measured in percent.
  bool in_percent =
      !mover.security ||
      (mover.group >= 0 && p_.LemmaHas(g_[mover.group].head, W::k_measure));
  bool level = (level_verb || reached) && use.preposition == 0 &&
               claim.level < 0 &&
               (!IsChangeKind(figure.kind) || reached || (still && in_percent));
  if (level) {
    Use(use.figure, claim.level);
  } else if (claim.change < 0) {
    // "reached $57 for one and $61 for the other": another level.
    bool another = claim.level >= 0 && claim.direction == Direction::kNone &&
                   IsMoney(figure) && F(claim.level).kind == figure.kind;
    if (another) {
      used_[use.figure] = true;
    } else if (figure.kind != FigureKind::kCount || !mover.security) {
      Use(use.figure, claim.change);
    }
  } else if (figure.kind == FigureKind::kPercent &&
             F(claim.change).kind != FigureKind::kPercent) {
    Use(use.figure, claim.change);
  } else {
    used_[use.figure] = true;
  }
}

// "raised its outlook to a range of $3 to $4", "stood in the low 40% range".
bool MoveRoles::InRange(const FigureUse& use, bool level_verb) const {
  bool of = Behind(use, "of") && use.group > 2 &&
            g_[use.group - 2].kind == K::kNoun &&
            p_.LemmaHas(g_[use.group - 2].head, W::k_stretch) &&
            p_.IsWord(g_[use.group - 3].head, "to") &&
            p_.Tagged(g_[use.group - 2].first, Bit(Tag::kDT));
  return of ||
         (Behind(use, "in") && level_verb && g_[use.group].kind == K::kNoun &&
          p_.LemmaHas(g_[use.group].head, W::k_stretch));
}

// "in the range of 3% to 5%", "in the 3% to 5% range".
bool MoveRoles::InBand(const FigureUse& use) const {
  bool of = Behind(use, "of") && use.group > 2;
  int band = of ? use.group - 2 : use.group;
  return (of || Behind(use, "in")) && g_[band].kind == K::kNoun &&
         p_.LemmaHas(g_[band].head, W::k_stretch) &&
         p_.IsWord(g_[band - 1].head, "in");
}

void MoveRoles::TakePhrase(const FigureUse& use, const Mover& mover,
                           bool level_verb, Claim& claim) {
  const Figure& figure = F(use.figure);
  // "grew at an average of 12%", "grow in the range of 3% to 5%".
  bool pace = (Behind(use, "at") || InBand(use)) && !level_verb &&
              !mover.security && figure.kind == FigureKind::kPercent &&
              claim.change < 0 &&
              (claim.direction == Direction::kUp ||
               claim.direction == Direction::kDown);
  if (pace) {
    Use(use.figure, claim.change);
    return;
  }
  // "hurt by a halt at two plants": where, and no level.
  uint32_t counted = m_.story.figures[use.figure].noun;
  // "is made up of 300 stocks": nor is that one.
  bool made_of = mover.security && Behind(use, "of");
  bool where = ((Behind(use, "at") && !level_verb) || made_of) &&
               figure.kind == FigureKind::kCount && counted > 0 &&
               !p_.LemmaHas(counted, W::k_measure);
  if (where) return;
  uint32_t preposition = use.preposition - 1;
  // "below last year's $3 million".
  bool dated = use.group > 0 && g_[use.group - 1].kind == K::kDate &&
               p_.Tagged(g_[use.group].first - 1, Bit(Tag::kPOS));
  if (dated && claim.from < 0) {
    Use(use.figure, claim.from);
    return;
  }
  // "versus the market's 0.4% gain": another's.
  if (g_[use.group].kind == K::kNoun && g_[use.group].possessor > 0) return;
  bool of = Behind(use, "of");
  // "climbed to a high of $31".
  bool extreme =
      of && use.group > 1 &&
      (p_.LemmaHas(g_[use.group - 2].head, W::k_extreme) ||
       ExtremeOf(g_[use.group - 2]) != Direction::kNone);
  // "dropped to an average of $3".
  bool middle = of && use.group > 2 &&
                p_.LemmaHas(g_[use.group - 2].head, W::k_level_verb) &&
                p_.IsWord(g_[use.group - 3].head, "to");
  if (claim.level < 0 && InRange(use, level_verb)) {
    Use(use.figure, claim.level);
    return;
  }
  // "up from an earlier forecast of $3".
  bool earlier = of && use.group > 2 && claim.from < 0 &&
                 g_[use.group - 2].kind == K::kNoun &&
                 (p_.LemmaHas(g_[use.group - 2].head, W::k_outlook) ||
                  p_.LemmaHas(g_[use.group - 2].head, W::k_stretch)) &&
                 g_[use.group - 3].kind == K::kPreposition &&
                 (p_.Has(g_[use.group - 3].head, W::k_base_preposition) ||
                  ComparedWith(g_[use.group - 3].head));
  // "is 60% below its earlier price of $53".
  bool under = of && use.group > 2 && claim.from < 0 &&
               p_.LemmaHas(g_[use.group - 2].head, W::k_quote_word) &&
               (p_.IsWord(g_[use.group - 3].head, "below") ||
                p_.IsWord(g_[use.group - 3].head, "above"));
  if (earlier || under) {
    Use(use.figure, claim.from);
    return;
  }
  // "closed at a level of 3,000", but "traded in a range of 200 points".
  bool told_of =
      level_verb && of &&
      (use.group < 2 || figure.low || g_[use.group - 2].kind != K::kNoun ||
       !p_.LemmaHas(g_[use.group - 2].head, W::k_stretch));
  // "in the past three periods".
  bool during = preposition > parsed_.sentence->first &&
                p_.Tagged(preposition - 1, Bit(Tag::kDT));
  // "is worth a third of its peak".
  bool part = p_.IsWord(preposition, "worth") && !IsMoney(figure);
  bool at = p_.Has(preposition, W::k_level_preposition) && !during && !part &&
            !ComparedWith(preposition);
  if (at || extreme || middle || told_of) {
    if (claim.level < 0) Use(use.figure, claim.level);
    return;
  }
  bool base =
      p_.Has(preposition, W::k_base_preposition) || ComparedWith(preposition);
  // "sales of $3 billion, more than its $2 per-share earnings": of another
  // measure.
  constexpr double kMostTimes = 1000;
  bool other =
      base && claim.level >= 0 && IsMoney(figure) && figure.value &&
      F(claim.level).value &&
      ToDouble(*F(claim.level).value) > kMostTimes * ToDouble(*figure.value);
  // "rose against 23 of 24 currencies": as many.
  int next = use.group + 1;
  bool many = figure.kind == FigureKind::kNumber &&
              next < static_cast<int>(g_.size()) &&
              p_.IsWord(g_[next].head, "of");
  if (base && !other && !many && claim.from < 0) Use(use.figure, claim.from);
}

// "$3 million, or 30 cents a share, from $2 million, or 20 cents": the same
// measure per share; the second one stands beside the base.
bool MoveRoles::TakePerShare(const FigureUse& use, const Mover& mover,
                             const Claim& claim) {
  const Figure& figure = F(use.figure);
  bool whole = !mover.security && claim.level >= 0 &&
               F(claim.level).kind == FigureKind::kMoney;
  uint32_t first = g_[use.group].first;
  bool joined = first > parsed_.sentence->first && p_.IsWord(first - 1, "or");
  bool base = joined && IsMoney(figure) && per_share_.level >= 0;
  if (!whole || !(figure.kind == FigureKind::kRate || base)) return false;
  used_[use.figure] = true;
  (per_share_.level < 0 ? per_share_.level : per_share_.from) = use.figure;
  return true;
}

bool MoveRoles::Foreseen(int figure) const {
  int verb = figure + 1;
  // "the 32 cents expected by analysts".
  bool reduced = verb < static_cast<int>(g_.size()) && g_[verb].passive &&
                 g_[verb].participle &&
                 EmbeddedStatus(p_, g_[verb]) == Status::kExpected;
  if (reduced) return true;
  // "versus 52 cents expected".
  int size = static_cast<int>(g_.size());
  bool bare = verb < size && g_[verb].kind == K::kVerb && g_[verb].finite &&
              g_[verb].head == g_[verb].first &&
              p_.Tagged(g_[verb].head, Bit(Tag::kVBD) | Bit(Tag::kVBN)) &&
              EmbeddedStatus(p_, g_[verb]) == Status::kExpected &&
              (verb + 1 == size || g_[verb + 1].kind == K::kOther ||
               g_[verb + 1].kind == K::kComma || g_[verb + 1].kind == K::kStop);
  if (bare) return true;
  while (verb < static_cast<int>(g_.size()) && verb < figure + 3 &&
         (g_[verb].kind == K::kThat || g_[verb].kind == K::kRelative ||
          g_[verb].kind == K::kNoun)) {
    ++verb;
  }
  bool counted = g_[figure].kind == K::kNoun;  // "$2.05 analysts"
  return verb > figure + (counted ? 0 : 1) &&
         verb < static_cast<int>(g_.size()) && g_[verb].kind == K::kVerb &&
         g_[verb].finite && EmbeddedStatus(p_, g_[verb]) == Status::kExpected;
}

bool MoveRoles::ComparedWith(uint32_t preposition) const {
  return preposition > parsed_.sentence->first &&
         (p_.IsWord(preposition, "with") || p_.IsWord(preposition, "to")) &&
         p_.IsWord(preposition - 1, "compared");
}

void MoveRoles::Use(int figure, int& role) {
  role = figure;
  used_[figure] = true;
}

// "grew at an annual rate of 2%": how fast it moved.
bool MoveRoles::AtPace(const FigureUse& use, const Claim& claim) const {
  if (claim.change >= 0 || claim.direction == Direction::kNone) return false;
  // "at a 2% rate", "by an average rate of 2%".
  int rate = use.group;
  bool apart = rate > 2 && p_.IsWord(g_[rate - 1].head, "of");
  if (apart) rate -= 2;
  return rate > 0 && F(use.figure).kind == FigureKind::kPercent &&
         p_.LemmaHas(g_[rate].head, W::k_pace) &&
         (p_.IsWord(g_[rate - 1].head, "at") ||
          p_.IsWord(g_[rate - 1].head, "by"));
}

bool MoveRoles::OwnedByMeasure(int group) const {
  // "trades at a P/E ratio around 14".
  bool about = group > 0 && g_[group].kind == K::kFigure &&
               movers_.IsMeasure(group - 1) && Modified(g_[group].figure);
  if (about) return true;
  if (group < 2 || g_[group - 1].kind != K::kPreposition) return false;
  if (!p_.IsWord(g_[group - 1].head, "of")) return false;
  // "closed at a price of $52".
  if (p_.LemmaHas(g_[group - 2].head, W::k_quote_word)) return false;
  bool per = group > 3 && p_.IsWord(g_[group - 3].head, "per");
  return movers_.IsMeasure(per ? group - 4 : group - 2);
}

// "earned $3 million, against a loss of $4 million": what the figure `from` is
// of, where it is a profit or a loss, named as that of each share.
std::string MoveRoles::ResultAt(int from) const {
  for (size_t i = 0; i < g_.size(); ++i) {
    if (g_[i].figure != from) continue;
    bool of =
        i > 1 && g_[i].kind == K::kFigure && p_.IsWord(g_[i - 1].head, "of");
    return PerShareName(p_.Lemma(g_[of ? i - 2 : i].head));
  }
  return {};
}

void MoveRoles::FromLevels(Claim& claim) const {
  std::string result = PerShareName(claim.metric);
  std::string before_it = ResultAt(claim.from);
  bool turns = !result.empty() && !before_it.empty() && result != before_it;
  if (turns) {
    claim.direction =
        result.starts_with("loss") ? Direction::kDown : Direction::kUp;
    return;
  }
  const Figure& a = F(claim.from);
  const Figure& b = F(claim.level);
  if (a.unit != b.unit) return;
  // "$2 to $3, from $1 to $2": by the lower ends.
  const auto& from = a.value ? a.value : a.low;
  const auto& to = b.value ? b.value : b.low;
  if (!from || !to) return;
  double before = ToDouble(*from);
  double after = ToDouble(*to);
  claim.direction = after > before   ? Direction::kUp
                    : after < before ? Direction::kDown
                                     : Direction::kFlat;
}

bool MoveRoles::HasBase(const Complement& complement) const {
  for (const FigureUse& use : complement.figures) {
    if (use.preposition == 0) continue;
    uint32_t word = use.preposition - 1;
    if (p_.Has(word, W::k_base_preposition) || ComparedWith(word)) return true;
  }
  return false;
}

std::vector<FigureUse> MoveRoles::Respective(const Complement& complement,
                                             size_t subjects) const {
  bool said = false;
  for (int adverb : complement.adverbs) {
    said = said || p_.Has(g_[adverb].head, W::k_respective);
  }
  std::vector<FigureUse> shares;
  for (const FigureUse& use : complement.figures) {
    if (said && IsChangeKind(F(use.figure).kind)) shares.push_back(use);
  }
  if (shares.empty()) shares = Listed(complement);
  if (shares.size() != subjects || subjects < 2) return {};
  for (FigureUse& use : shares) use.preposition = shares[0].preposition;
  return shares;
}

std::vector<FigureUse> MoveRoles::Listed(const Complement& complement) const {
  std::vector<FigureUse> shares;
  for (const FigureUse& use : complement.figures) {
    if (!IsChangeKind(F(use.figure).kind)) break;
    if (!shares.empty() && F(shares[0].figure).kind != F(use.figure).kind) {
      break;
    }
    shares.push_back(use);
  }
  bool joined =
      shares.size() > 1 && p_.IsWord(g_[shares.back().group].first - 1, "and");
  return joined ? shares : std::vector<FigureUse>();
}

}  // namespace newsdigest
