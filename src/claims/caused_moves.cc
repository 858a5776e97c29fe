#include "claims/caused_moves.h"

#include <algorithm>

#include "claims/metric_name.h"
#include "claims/status.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

Status CausedMoves::MoveStatus(int verb) const {
  Status status = g_[verb].status;
  if (CameBefore(p_, parsed_, verb)) return status;
  if (IsResult(p_, parsed_, verb)) return Status::kCompleted;
  // "see EPS increasing": the verb before says how sure it is.
  if ((g_[verb].participle || g_[verb].infinitive) && verb >= 2) {
    for (int k = verb - 1; k >= 0 && k >= verb - 4; --k) {
      // "declined, with gold falling": what that says is apart.
      bool apart =
          k > 0 && g_[k - 1].kind == K::kComma && p_.IsWord(g_[k].head, "with");
      if (apart) break;
      if (g_[k].kind != K::kVerb) continue;
      Status own = Combine(g_[k].status, EmbeddedStatus(p_, g_[k]));
      if (own != Status::kCompleted) {
        status =
            Combine(own, g_[verb].participle ? Status::kCompleted : status);
      }
      break;
    }
  }
  return status;
}

bool CausedMoves::IsPurpose(int at, const Complement& complement) const {
  if (!g_[at].infinitive || at < 1) return false;
  int verb = at - 1;
  bool designed = g_[verb].kind == K::kVerb && g_[verb].passive &&
                  p_.VerbHas(g_[verb].head, W::k_designs);
  if (designed) return true;
  if (!complement.figures.empty()) return false;
  if (g_[verb].kind == K::kComma) return true;  // ", to cut costs"
  if (g_[verb].kind == K::kNoun) {
    if (g_[verb].mention < 0 && StatusOf(p_, g_[verb].head, W::k_noun_status)) {
      return false;  // "its plan to cut costs"
    }
    --verb;
    while (verb >= 0 &&
           (g_[verb].kind == K::kPreposition || g_[verb].kind == K::kNoun)) {
      --verb;
    }
  }
  if (verb < 0 || g_[verb].kind != K::kVerb) return false;
  bool asks = p_.VerbHas(g_[verb].head, W::k_asks) ||
              p_.VerbHas(g_[verb].head, W::k_advises) ||
              p_.VerbHas(g_[verb].head, W::k_lets) ||
              p_.VerbHas(g_[verb].head, W::k_light) ||
              p_.Has(g_[verb].head, W::k_be) ||
              p_.Has(g_[verb].head, W::k_have);
  return !asks && !StatusOf(p_, g_[verb].head, W::k_embeds) &&
         p_.Match(g_[verb].head, W::k_embeds, g_[at].first + 1).length < 2;
}

int CausedMoves::OfRange(int object) const {
  int whole = object + 2;
  bool end = whole < static_cast<int>(g_.size()) && g_[object].mention < 0 &&
             p_.LemmaHas(g_[object].head, W::k_range_end) &&
             p_.IsWord(g_[object + 1].head, "of") &&
             g_[whole].kind == K::kNoun &&
             p_.LemmaHas(g_[whole].head, W::k_outlook);
  return end ? whole : object;
}

bool CausedMoves::SharesOutlook(int object) const {
  int joined = object + 2;
  return joined < static_cast<int>(g_.size()) &&
         g_[object + 1].kind == K::kConjunction &&
         g_[joined].kind == K::kNoun && g_[joined].mention < 0 &&
         !p_.Tagged(g_[joined].first, Bit(Tag::kDT) | Bit(Tag::kPRPS)) &&
         p_.LemmaHas(g_[joined].head, W::k_outlook);
}

bool CausedMoves::ObjectMoves(int at, const Complement& complement,
                              Direction direction, Status status) {
  // "rising demand": nothing rises another.
  if (p_.VerbHas(g_[at].head, W::k_intransitive)) return false;
  if (IsPurpose(at, complement)) return false;
  bool moved = false;
  size_t before = m_.drafts.size();
  for (int object : complement.objects) {
    object = OfRange(object);
    // "topped 3 million users", "topped $3 million in sales": what it counts,
    // not what it moves.
    bool counts = g_[object].figure >= 0 ||
                  (object > at + 2 && g_[object - 2].kind == K::kFigure);
    bool reached = counts && p_.VerbHas(g_[at].head, W::k_level_verb);
    if (reached) continue;
    // "raised its profit outlook": what is expected of the profit.
    bool outlook =
        g_[object].mention < 0 && p_.LemmaHas(g_[object].head, W::k_outlook);
    auto mover =
        outlook ? movers_.MeasureInside(object) : std::optional<Mover>();
    if (outlook && !mover) mover = OutlookOf(at, object);
    // "adding value" is of nothing.
    bool bare = g_[object].last == g_[object].first + 1 &&
                p_.LemmaHas(g_[object].head, W::k_quote_word) &&
                p_.Tagged(g_[object].head, Bit(Tag::kNN)) &&
                complement.figures.empty();
    if (bare) continue;
    if (outlook && !mover) mover = BareOutlook(at, object, complement);
    if (!mover && !movers_.IsMeasure(object)) continue;
    // "the shares lost a third of their value": it is they that fell.
    bool itself = p_.Tagged(g_[object].first, Bit(Tag::kPRPS)) &&
                  p_.LemmaHas(g_[object].head, W::k_quote_word) &&
                  parsed_.subject[at] >= 0 &&
                  (SortOf(m_.story, parsed_, parsed_.subject[at]).security ||
                   (g_[parsed_.subject[at]].pronoun &&
                    m_.focus.Moved(parsed_.index - 1)));
    if (itself) continue;
    // What joins the first one stands right behind it.
    bool apart = moved && (g_[object - 1].kind != K::kConjunction ||
                           g_[object - 2].kind != K::kNoun ||
                           !movers_.IsMeasure(object - 2));
    if (apart) break;
    if (!mover) mover = movers_.Read(object, at);
    if (!mover || (outlook && mover->security)) continue;
    // "the central bank will cut rates": its own decision, of no measure.
    bool decides =
        mover->holder->entity < 0 && parsed_.subject[at] >= 0 &&
        p_.LemmaHas(g_[object].head, W::k_pace) &&
        (m_.focus.IsAuthority(g_[parsed_.subject[at]]) ||
         p_.LemmaHas(g_[parsed_.subject[at]].head, W::k_nominal_org));
    if (decides) continue;
    // "dropped its margin target": given up, by no size.
    bool gives_up =
        outlook && complement.figures.empty() &&
        StatusOf(p_, g_[at].head, W::k_embeds) == Status::kCancelled;
    if (gives_up) continue;
    if (outlook) OutlookFor(object, *mover);
    Claim claim;
    claim.direction = direction;
    bool expected = outlook || SharesOutlook(object);
    claim.status = expected ? Combine(status, Status::kExpected) : status;
    Assign(complement, *mover, false, claim);
    if (claim.change < 0) TakeVerbFigure(g_[at], claim);
    // "reduce American wages" without a figure is a wish.
    bool figure = claim.change >= 0 || claim.level >= 0;
    if (!figure && movers_.Nation(g_[object])) continue;
    Emit(*mover, claim, at, g_[at].head, at,
         parsed_.subject[at] >= 0 ? parsed_.subject[at] : at, complement.end,
         "change");
    moved = true;
    // "growing its sales and profit": each, where no figure is one's own.
    if (!complement.figures.empty()) break;
  }
  ForJoined(at, before);
  return moved;
}

bool CausedMoves::BringsTo(int at, const Complement& complement) {
  bool to = p_.VerbHas(g_[at].head, W::k_brings) && !g_[at].passive &&
            complement.objects.size() == 1 && !complement.figures.empty() &&
            complement.figures[0].preposition > 0 &&
            p_.IsWord(complement.figures[0].preposition - 1, "to");
  if (to && TotalTo(at, complement)) return true;
  if (!to || !movers_.IsMeasure(complement.objects[0])) return false;
  return ObjectMoves(at, complement, AdverbDirection(at, complement),
                     MoveStatus(at));
}

bool CausedMoves::TotalTo(int at, const Complement& complement) {
  const Group& total = g_[complement.objects[0]];
  bool of_all = total.definite && p_.IsWord(total.head, "total") &&
                total.head == total.first + 1 && g_[at].participle &&
                !m_.drafts.empty() &&
                m_.drafts.back().claim.type == ClaimType::kMetric;
  const FigureUse& use = complement.figures[0];
  if (!of_all || used_[use.figure]) return false;
  Mover mover;
  mover.group = complement.objects[0];
  mover.holder = m_.drafts.back().claim.subject;
  mover.metric = "total " + m_.drafts.back().claim.metric;
  Claim claim;
  claim.status = m_.drafts.back().claim.status;
  claim.direction = m_.drafts.back().claim.direction;
  Use(use.figure, claim.level);
  Emit(mover, claim, at, g_[at].head, at, at, complement.end, "level");
  return true;
}

bool CausedMoves::TakesOff(int at, const Complement& complement) {
  bool up =
      p_.lexicon->Text(p_.VerbLemmaId(g_[at].head), W::k_takes_off) == "up";
  bool takes = p_.VerbHas(g_[at].head, W::k_takes_off) &&
               !complement.figures.empty() &&
               complement.figures[0].preposition == 0;
  if (!takes || used_[complement.figures[0].figure]) return false;
  for (const PrepositionalPhrase& phrase : complement.phrases) {
    bool off = up ? p_.IsWord(phrase.preposition, "to")
                  : p_.IsWord(phrase.preposition, "off") ||
                        p_.IsWord(phrase.preposition, "from");
    // "wiping out $3 million in market value".
    bool part = !up && (p_.IsWord(phrase.preposition, "in") ||
                        p_.IsWord(phrase.preposition, "of"));
    auto mover = (off || part) && movers_.IsMeasure(phrase.group)
                     ? movers_.Read(phrase.group, -1)
                     : std::optional<Mover>();
    // "added $3 million to its market value".
    bool whose = mover && (part || !mover->carried) &&
                 (!up || IsMoney(F(complement.figures[0].figure)));
    if (!whose) continue;
    Claim claim;
    claim.direction = up ? Direction::kUp : Direction::kDown;
    claim.status = MoveStatus(at);
    Use(complement.figures[0].figure, claim.change);
    Emit(*mover, claim, at, g_[at].head, at, at, complement.end, "change");
    return true;
  }
  return false;
}

bool CausedMoves::AffectsMeasure(int at, const Complement& complement) {
  uint32_t head = g_[at].head;
  std::string_view way = p_.lexicon->Text(p_.VerbLemmaId(head), W::k_affects);
  if (way.empty()) return false;
  Direction direction = WayNamed(way);
  Complement affected = complement;
  // "will hit its 2% target", "hit record sales", "hit $2 million in sales":
  // it gets there.
  if (p_.VerbHas(head, W::k_level_verb)) {
    std::erase_if(affected.objects, [&](int object) {
      return g_[object].figure >= 0 || p_.Has(g_[object].first, W::k_extreme) ||
             (object > at + 2 && g_[object - 2].kind == K::kFigure);
    });
  }
  if (g_[at].passive) {
    affected.objects.clear();
    if (parsed_.subject[at] >= 0) {
      affected.objects.push_back(parsed_.subject[at]);
    }
  } else if (affected.objects.empty() && !affected.phrases.empty() &&
             affected.phrases[0].preposition == g_[at].last) {
    affected.objects.push_back(affected.phrases[0].group);
  }
  // What costs do to profits, nobody plans.
  Status status = MoveStatus(at);
  if (status == Status::kPlanned) status = Status::kExpected;
  return ObjectMoves(at, affected, direction, status);
}

bool CausedMoves::AffectsShare(int at, const Complement& complement) {
  uint32_t head = g_[at].head;
  std::string_view way = p_.lexicon->Text(p_.VerbLemmaId(head), W::k_affects);
  if (way.empty() || g_[at].negated || MoveStatus(at) != Status::kCompleted) {
    return false;
  }
  int share = g_[at].passive ? parsed_.subject[at] : -1;
  if (!g_[at].passive && !complement.objects.empty()) {
    share = complement.objects[0];
  } else if (!g_[at].passive && !complement.phrases.empty() &&
             complement.phrases[0].preposition == g_[at].last) {
    share = complement.phrases[0].group;  // "weighed on the index"
  }
  // "lifted its shares in Acme": what it holds.
  bool own = share >= 0 && g_[share].possessor > 0 &&
             p_.Tagged(g_[share].first, Bit(Tag::kPRPS));
  auto mover = share >= 0 && !own && g_[share].figure < 0
                   ? movers_.Read(share, -1)
                   : std::optional<Mover>();
  // "lifted Acme 14% to 20p".
  if (!mover && share >= 0 && !g_[at].passive) {
    Complement figures = complement;
    figures.objects.clear();
    if (!figures.figures.empty()) mover = movers_.BareName(share, figures);
  }
  if (!mover || !mover->security || ExtremeOf(g_[share]) != Direction::kNone) {
    return false;
  }
  Claim claim;
  claim.direction = WayNamed(way);
  Assign(complement, *mover, false, claim);
  Emit(*mover, claim, at, head, at,
       parsed_.subject[at] >= 0 ? parsed_.subject[at] : at, complement.end,
       "change");
  return true;
}

std::optional<Mover> CausedMoves::BareOutlook(int at, int outlook,
                                              const Complement& complement) {
  int subject = parsed_.subject[at];
  const Group& group = g_[outlook];
  // Who looks at others, and what for, is told by "for" or by its own words.
  // "lowered its guidance to 4 million ounces".
  auto moved = [&](const FigureUse& use) {
    return use.preposition > 0 && group.possessor > 0 &&
           p_.LemmaHas(group.head, W::k_guides) &&
           (p_.IsWord(use.preposition - 1, "to") ||
            p_.Has(use.preposition - 1, W::k_base_preposition));
  };
  // "it cut its forecast", "the company cut its forecast".
  auto told = [&](const Group& by) {
    return by.pronoun || (by.mention < 0 && by.definite &&
                          p_.LemmaHas(by.head, W::k_nominal_company));
  };
  bool firm = subject >= 0 &&
              (movers_.ActsAsFirm(subject) ||
               (told(g_[subject]) &&
                (m_.focus.Read(parsed_, subject).mask & model::kCompany)));
  bool bare = firm && !movers_.IsPriceGoal(group) &&
              std::all_of(complement.figures.begin(), complement.figures.end(),
                          moved) &&
              complement.phrases.empty() &&
              (group.possessor == 0 || p_.Tagged(group.first, Bit(Tag::kPRPS)));
  for (uint32_t i = std::max(group.first, group.possessor);
       bare && i < group.head; ++i) {
    bare = !p_.LemmaHas(i, W::k_security) && m_.story.entities.at[i] < 0 &&
           !p_.Has(i, W::k_price_goal);
  }
  if (!bare || p_.Tagged(group.head, Bit(Tag::kNNS))) return {};
  Mover mover;
  mover.group = outlook;
  mover.holder = m_.focus.Read(parsed_, subject).party;
  mover.metric = MetricName(m_.story, parsed_, outlook);
  return mover;
}

std::optional<Mover> CausedMoves::OutlookOf(int at, int outlook) {
  int of = outlook + 1;
  bool names = of + 1 < static_cast<int>(g_.size()) &&
               (p_.IsWord(g_[of].head, "for") || p_.IsWord(g_[of].head, "on") ||
                p_.IsWord(g_[of].head, "of")) &&
               g_[of + 1].kind == K::kNoun;
  if (!names) return {};
  // "its forecast for sales growth".
  bool grows = DirectionOf(g_[of + 1].head, false) != Direction::kNone;
  std::optional<Mover> mover;
  if (movers_.IsMeasure(of + 1)) {
    mover = movers_.Read(of + 1, -1);
  } else if (grows) {
    mover = movers_.MeasureInside(of + 1);
  }
  // "Acme cut its forecast for sales": of its own.
  int subject = parsed_.subject[at];
  bool own = mover && subject >= 0 && movers_.ActsAsFirm(subject) &&
             p_.Tagged(g_[outlook].first, Bit(Tag::kPRPS));
  if (!own) return mover;
  Party firm = m_.focus.Read(parsed_, subject).party;
  if (mover->holder->entity >= 0 && mover->holder->entity != firm.entity) {
    return mover;
  }
  mover->holder = firm;
  mover->carried = false;
  return mover;
}

void CausedMoves::OutlookFor(int outlook, Mover& mover) {
  bool company = !mover.carried &&
                 movers_.Is(*mover.holder, EntityType::kCompany) &&
                 !movers_.Foresees(*mover.holder);
  int next = outlook + 1;
  // "estimates for the 2017-2019 period for Acme".
  bool term = next + 2 < static_cast<int>(g_.size()) &&
              p_.IsWord(g_[next].head, "for") && g_[next + 1].mention < 0 &&
              p_.IsWord(g_[next + 2].head, "for");
  if (term) next += 2;
  bool of = !company && next + 1 < static_cast<int>(g_.size()) &&
            p_.IsWord(g_[next].head, "for") && g_[next + 1].mention >= 0;
  if (!of) return;
  Filler filler = m_.focus.Read(parsed_, next + 1);
  if (filler.party.entity >= 0) mover.holder = filler.party;
}

void CausedMoves::TakeVerbFigure(const Group& verb, Claim& claim) {
  const std::vector<FigureMatch>& figures = m_.story.figures;
  auto at = std::partition_point(
      figures.begin(), figures.end(),
      [&](const FigureMatch& f) { return f.last <= verb.head; });
  bool own = at != figures.end() && at->verb && at->first <= verb.head;
  if (own) Use(static_cast<int>(at - figures.begin()), claim.change);
}

}  // namespace newsdigest
