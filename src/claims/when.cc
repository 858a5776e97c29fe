#include "claims/when.h"

#include <algorithm>

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

class WhenFinder {
 public:
  WhenFinder(const Story& story, const ParsedSentence& parsed)
      : story_(story), p_(story.passage), parsed_(parsed), g_(parsed.groups) {}

  std::optional<When> Run(const Draft& draft) const {
    int best = -1;
    int64_t nearest = 0;
    int size = static_cast<int>(g_.size());
    for (int i = DatelineEnd(); i < size; ++i) {
      bool inside = (i >= draft.clause_first && i < draft.clause_last) ||
                    Opens(i, draft.clause_first);
      bool front = i < draft.clause_first && i < kFront && !Before(i, draft);
      if ((!inside && !front) || !MayBe(i, draft)) continue;
      int64_t distance = Distance(i, draft);
      if (!inside) distance += kOutside;
      if (best < 0 || distance < nearest) {
        best = g_[i].date;
        nearest = distance;
      }
    }
    if (best < 0) best = Stretch(draft);
    if (best < 0) return {};
    const DateMatch& date = story_.dates[best];
    return When{date.date.span, date.date.value, best};
  }

 private:
  static constexpr int kFront = 5;          // groups that open a sentence
  static constexpr int64_t kOutside = 40;   // tokens that another clause adds
  static constexpr int64_t kOverVerb = 8;   // and another verb
  static constexpr int64_t kBackwards = 2;  // and standing before the trigger

  // "rose 3% in May and 10% on the year": when it rose by another change.
  bool Before(int at, const Draft& draft) const {
    return at > draft.verb && g_[draft.clause_first].kind == K::kFigure &&
           g_[draft.clause_first - 1].kind == K::kConjunction;
  }

  // "was $3 million; in May, it was $2 million": whether the date at group `at`
  // opens a later clause whose subject is the group `first`.
  bool Opens(int at, int first) const {
    int start = at;
    if (start > 0 && g_[start - 1].kind == K::kPreposition) --start;
    int end = at + 1;
    if (end < first && g_[end].kind == K::kComma) ++end;
    return end == first && start > 0 &&
           (g_[start - 1].kind == K::kStop ||
            g_[start - 1].kind == K::kConjunction);
  }

  // Whether the date at group `at` may be that of the draft.
  bool MayBe(int at, const Draft& draft) const {
    const Group& group = g_[at];
    if (group.date < 0 || InOtherClause(at, draft.trigger)) return false;
    // "steadied on Friday after falling 3%": not when it fell.
    bool later = at < draft.verb && CameBefore(p_, parsed_, draft.verb);
    // "to its highest since March", "for the first time since March".
    bool record = at > 1 && p_.IsWord(g_[at - 1].head, "since") &&
                  (Singles(g_[at - 2]) ||
                   (at > 3 && p_.IsWord(g_[at - 3].head, "of") &&
                    g_[at - 4].last > g_[at - 4].first + 1 &&
                    Singles(g_[at - 4])));  // "the first year of 3% growth"
    if (later || record || OfSaying(at, draft) || AfterBase(at) ||
        OfBracket(at, draft) || OfBase(at, draft) || Starts(at, draft) ||
        OfDeal(at, draft) || OfContrast(at, draft) ||
        OfPart(at, draft.trigger) || OfOpening(at, draft.trigger)) {
      return false;
    }
    const DateMatch& date = story_.dates[group.date];
    // "bonds due 2034", "bonds maturing in 2034".
    bool due = date.first > 1 && (p_.IsWord(date.first - 1, "due") ||
                                  p_.IsWord(date.first - 2, "maturing"));
    // "according to a 2022 report": when that came out.
    bool source = group.kind == K::kNoun &&
                  p_.LemmaHas(group.head, W::k_source_word) &&
                  !p_.LemmaHas(group.head, W::k_outlook);
    bool name = story_.entities.at[date.first] >= 0;  // "21st Century Fox"
    // "cost it thousands of hours of work": as much, and not when.
    bool much = date.date.kind == DateKind::kDuration &&
                date.last < parsed_.sentence->last &&
                p_.IsWord(date.last, "of");
    // "shut for weeks": how long.
    bool long_for = date.date.kind == DateKind::kDuration && date.first > 0 &&
                    p_.IsWord(date.first - 1, "for");
    // "wheat for July delivery", "July wheat".
    bool delivered =
        date.last < parsed_.sentence->last &&
        (p_.Has(date.last, W::k_forward_noun) ||
         ((p_.LemmaHas(date.last, W::k_commodity) ||
           p_.Match(date.last, W::k_commodity, parsed_.sentence->last)
               .length) &&
          (at == 0 || g_[at - 1].kind != K::kPreposition)));
    bool often = p_.Has(date.first, W::k_every);  // "each month"
    return date.calendar && !due && !long_for && !delivered && !much &&
           !often && !source && !name && !OfThing(group, date, draft) &&
           !IsBasis(date);
  }

  // "fined Acme over a 2021 update": when that came, but "in the December
  // quarter", "its 2024 revenue", "at its May meeting".
  bool OfThing(const Group& group, const DateMatch& date,
               const Draft& draft) const {
    if (group.kind != K::kNoun || date.last > group.head) return false;
    // "posted a loss for the quarter and said it would": of another measure.
    bool other = draft.measure >= 0 && &g_[draft.measure] != &group &&
                 p_.LemmaHas(group.head, W::k_measure) &&
                 VerbBetween(date.first, draft.trigger);
    if (other) return true;
    for (W own : {W::k_measure, W::k_security, W::k_outlook, W::k_period_unit,
                  W::k_stretch, W::k_session}) {
      if (p_.LemmaHas(group.head, own)) return false;
    }
    bool there =
        group.first > parsed_.sentence->first &&
        (p_.IsWord(group.first - 1, "in") || p_.IsWord(group.first - 1, "at"));
    return group.head != draft.trigger && !there;
  }

  // "will lift margins following its purchase last year of Acme": when it
  // bought.
  bool OfDeal(int at, const Draft& draft) const {
    const Group& noun = g_[at - (at > 0 ? 1 : 0)];
    bool told = noun.first <= draft.trigger && draft.trigger < noun.last;
    return at > 1 && !told && noun.kind == K::kNoun && noun.possessor > 0 &&
           p_.LemmaHas(noun.head, W::k_takeover) &&
           (g_[at - 2].kind == K::kPreposition ||
            g_[at - 2].kind == K::kSubordinator);
  }

  // "Acme agreed in May to buy Quill, while Whisk sold its ovens": not when
  // Whisk did, but "Acme rose on Friday while Quill fell".
  bool OfContrast(int at, const Draft& draft) const {
    bool moves = draft.claim.type == ClaimType::kMarketMove ||
                 draft.claim.type == ClaimType::kMetric;
    int opens = draft.verb > 0 ? parsed_.subject[draft.verb] - 1 : -1;
    if (moves || opens <= at) return false;
    bool acts = std::any_of(g_.begin(), g_.begin() + at, [](const Group& g) {
      return g.kind == K::kVerb && g.finite;
    });
    return acts && g_[opens].kind == K::kSubordinator &&
           p_.Match(g_[opens].first, W::k_subordinator, g_[opens].last).text ==
               "always";
  }

  // "Founded in 2021, Acme has 300 workers": when it was founded.
  bool OfOpening(int at, uint32_t trigger) const {
    bool opens = g_[0].kind == K::kVerb && g_[0].passive && g_[0].participle;
    int comma = 1;
    while (opens && comma < at && g_[comma].kind != K::kComma) ++comma;
    return opens && comma == at && g_[0].last <= trigger &&
           trigger >= g_[at].last;
  }

  // "will cut 900 jobs, including 500 in 2025": the time of the part.
  bool OfPart(int at, uint32_t trigger) const {
    for (int k = at - 1; k > 0 && k > at - 5; --k) {
      if (g_[k].kind == K::kComma || g_[k].kind == K::kVerb) return false;
      if (p_.IsWord(g_[k].head, "including")) {
        return g_[k + 1].figure >= 0 && trigger < g_[k].first;
      }
    }
    return false;
  }

  // "up from 150 in May", "up 3% from its last round in May": no other claim's
  // time either.
  bool AfterBase(int at) const {
    bool thing = at > 4 && p_.IsWord(g_[at - 1].head, "in") &&
                 g_[at - 2].kind == K::kNoun && g_[at - 2].figure < 0 &&
                 p_.IsWord(g_[at - 3].head, "from") &&
                 g_[at - 4].kind == K::kFigure && g_[at - 5].kind == K::kAdverb;
    if (thing) return true;
    return at > 3 && p_.IsWord(g_[at - 1].head, "in") &&
           g_[at - 2].kind == K::kFigure &&
           p_.IsWord(g_[at - 3].head, "from") && g_[at - 4].kind == K::kAdverb;
  }

  // "its highest", "the first time", "their best day": one that stands out.
  bool Singles(const Group& group) const {
    bool first = p_.Has(group.first, W::k_ordinal);  // "for first time"
    if (first || p_.Has(group.head, W::k_extreme)) return true;
    return group.kind == K::kNoun && group.figure < 0 &&
           group.last > group.first + 2 &&
           p_.Tagged(group.first, Bit(Tag::kDT) | Bit(Tag::kPRPS));
  }

  int64_t Distance(int at, const Draft& draft) const {
    int64_t distance = static_cast<int64_t>(g_[at].first) -
                       static_cast<int64_t>(draft.trigger);
    if (distance < 0) distance = -distance + kBackwards;
    // "has doubled since May, hitting $9 in June".
    bool behind = draft.verb > at && g_[draft.verb].participle &&
                  g_[draft.verb - 1].kind == K::kComma;
    bool over = VerbBetween(g_[at].first, draft.trigger) ||
                OfJoined(at, draft) || behind;
    return over ? distance + kOverVerb : distance;
  }

  // "said in May that sales would rise": when it was said is no time of sales.
  bool OfSaying(int at, const Draft& draft) const {
    if (draft.claim.type != ClaimType::kMetric) return false;
    int size = static_cast<int>(g_.size());
    int verb = VerbBefore(g_, at);
    int next = at + 1;
    if (verb < 0 || at > verb + 3 || next >= size) return false;
    // "told analysts last week that sales rose".
    bool clause = g_[next].kind == K::kThat || p_.IsWord(g_[next].head, "that");
    if (g_[next].kind == K::kNoun) {
      int acts = VerbOf(parsed_, next);
      // "reported May sales of $2 million, compared with": no clause.
      clause = acts > 0 && g_[acts].finite && g_[acts - 1].kind != K::kComma;
    }
    return clause && g_[verb].finite && draft.trigger >= g_[next].first &&
           p_.VerbHas(g_[verb].head, W::k_say);
  }

  // "was $2 million in May and will be": whether the date at group `at` stands
  // in the clause that "and" joins that of the draft to.
  bool OfJoined(int at, const Draft& draft) const {
    int verb = draft.verb;
    if (verb < 1 || at > verb) return false;
    int subject = parsed_.subject[verb];
    int start = subject > at ? subject : verb;
    if (g_[start - 1].kind != K::kConjunction) return false;
    return std::any_of(g_.begin(), g_.begin() + at, [](const Group& g) {
      return g.kind == K::kVerb && g.finite;
    });
  }

  // "rose to $3 million (2023: $2 million)": the date of the other figure.
  bool OfBracket(int at, const Draft& draft) const {
    if (!g_[at].aside || g_[draft.group].aside) return false;
    auto figure = [&](int step) {
      int k = at;
      while (k >= 0 && k < static_cast<int>(g_.size()) && g_[k].aside) {
        if (g_[k].kind == K::kFigure) return true;
        k += step;
      }
      return false;
    };
    return figure(-1) || figure(1);
  }

  // "from 80% in May to 82%", "to 82% from 80% in 2016", "below last year's
  // 82%": the time of the base, where what follows or its year tells that it is
  // not that of the claim.
  bool OfBase(int at, const Draft& draft) const {
    bool owns = at + 1 < static_cast<int>(g_.size()) && draft.claim.from >= 0 &&
                g_[at + 1].figure == draft.claim.from;
    if (owns || Behind(at, draft)) return true;
    int figure = at - 1;
    while (figure > 0 && (g_[figure].kind == K::kPreposition ||
                          p_.Tagged(g_[figure].head, Bit(Tag::kDT)))) {
      --figure;
    }
    // "compared with $2 million in May and $1 million in June".
    bool another = figure > 1 && g_[figure].kind == K::kFigure &&
                   g_[figure - 1].kind == K::kConjunction &&
                   g_[figure - 2].date >= 0 && OfBase(figure - 2, draft);
    if (another) return true;
    bool base = figure >= 0 && draft.claim.from >= 0 &&
                g_[figure].figure == draft.claim.from;
    uint32_t last = g_[at].last - 1;
    bool first = at + 1 < static_cast<int>(g_.size()) &&
                 p_.IsWord(g_[at + 1].head, "to");
    bool year = p_.Tagged(last, Bit(Tag::kCD)) && p_.str(last).size() == 4;
    // "compared with $2 million in the first quarter".
    bool compared =
        base && figure > 0 && !p_.IsWord(g_[figure - 1].head, "from");
    // "were up 10%, down from 12% in September".
    bool down = base && figure > 1 && g_[figure - 2].kind == K::kAdverb &&
                (p_.IsWord(g_[at - 1].head, "in") ||
                 p_.IsWord(g_[at - 1].head, "at")) &&
                figure == at - 2;
    return base && (first || year || compared || down);
  }

  // "up 3% versus last year", "down 3% from Friday's close", but "will cut jobs
  // from May", "fell from April until June".
  bool Behind(int at, const Draft& draft) const {
    // "up 3% from the same period in 2016".
    bool period = at > 2 && p_.IsWord(g_[at - 1].head, "in") &&
                  g_[at - 2].kind == K::kNoun && g_[at - 2].definite &&
                  (p_.Has(g_[at - 2].head, W::k_period_unit) ||
                   p_.Has(g_[at - 2].head, W::k_stretch));
    if (period) at -= 2;
    if (at == 0 || g_[at - 1].kind != K::kPreposition) return false;
    uint32_t word = g_[at - 1].head;
    if (period && p_.IsWord(word, "from")) {
      return draft.claim.direction != Direction::kNone;
    }
    if (!p_.IsWord(word, "from")) return p_.Has(word, W::k_base_preposition);
    int next = at + 1;
    bool goes_on =
        next < static_cast<int>(g_.size()) &&
        (p_.IsWord(g_[next].head, "to") || p_.IsWord(g_[next].head, "until") ||
         p_.IsWord(g_[next].head, "through"));
    return !goes_on && draft.claim.status == Status::kCompleted &&
           draft.claim.direction != Direction::kNone &&
           story_.dates[g_[at].date].date.kind == DateKind::kDate;
  }

  // "fell from May to June": the time that a move starts from.
  bool Starts(int at, const Draft& draft) const {
    return at > 0 && at + 2 < static_cast<int>(g_.size()) &&
           draft.claim.direction != Direction::kNone &&
           p_.IsWord(g_[at - 1].head, "from") &&
           p_.IsWord(g_[at + 1].head, "to") && g_[at + 2].date >= 0;
  }

  // "a year earlier" says what a change is measured against, not when.
  bool IsBasis(const DateMatch& date) const {
    for (uint32_t i = date.first > 0 ? date.first - 1 : 0; i < date.last; ++i) {
      if (p_.Match(i, W::k_basis, date.last).length > 1) return true;
    }
    return false;
  }

  // The group after the dash of "LONDON, Nov. 12 (Agency) — "; 0: none.
  int DatelineEnd() const {
    int size = static_cast<int>(g_.size());
    for (int i = 0; i < size && i < 10; ++i) {
      if (g_[i].kind == K::kVerb) return 0;
      const Group& group = g_[i];
      bool hyphen = p_.Is(group.first, "-") && i > 0 &&
                    p_.tokens[group.first].is(kSpaceBefore);
      if (group.kind == K::kDash || hyphen) return i + 1;
    }
    return 0;
  }

  // How long a move took: "over nine days", "a 6-day winning streak".
  int Stretch(const Draft& draft) const {
    if (draft.claim.type != ClaimType::kMarketMove) return -1;
    for (const Group& group : g_) {
      if (group.kind != K::kNoun && group.kind != K::kFigure) continue;
      bool run =
          group.kind == K::kNoun && p_.LemmaHas(group.head, W::k_stretch);
      bool over = group.first > parsed_.sentence->first &&
                  (p_.IsWord(group.first - 1, "over") ||
                   p_.IsWord(group.first - 1, "in") ||
                   p_.IsWord(group.first - 1, "for"));
      // "for the first time in a month", "its worst day in two years": how long
      // not.
      size_t index = static_cast<size_t>(&group - g_.data());
      bool rare = over && index > 1 && g_[index - 2].kind == K::kNoun &&
                  (g_[index - 2].figure < 0 ||
                   FigureOf(story_, g_[index - 2].figure).kind ==
                       FigureKind::kQuantity);
      // "snapped a nine-day losing streak, up 9%": that had come before.
      bool ended = run && index > 0 && g_[index - 1].kind == K::kVerb &&
                   p_.VerbHas(g_[index - 1].head, W::k_reverses);
      if ((!run && !over) || rare || ended || OfAnother(index, draft)) continue;
      // "a 6-day winning streak" may be two groups.
      uint32_t from = std::max(parsed_.sentence->first + 6, group.first) - 6;
      auto date = std::lower_bound(
          story_.dates.begin(), story_.dates.end(), run ? from : group.first,
          [](const DateMatch& d, uint32_t at) { return d.first < at; });
      if (date != story_.dates.end() && date->first < group.last &&
          date->date.kind == DateKind::kDuration) {
        return static_cast<int>(date - story_.dates.begin());
      }
    }
    return -1;
  }

  // "rose 3% over a week and 9% over a month": whether the group follows
  // another change than that of the draft.
  bool OfAnother(size_t group, const Draft& draft) const {
    if (draft.claim.change < 0) return false;
    FigureKind kind = FigureOf(story_, draft.claim.change).kind;
    for (size_t k = group; k > 0 && g_[k - 1].kind != K::kVerb; --k) {
      int figure = g_[k - 1].kind == K::kFigure ? g_[k - 1].figure : -1;
      if (figure >= 0 && FigureOf(story_, figure).kind == kind) {
        return figure != draft.claim.change;
      }
    }
    return false;
  }

  // "rose in May after falling in April": whether another verb stands between
  // the date and what is told.
  bool VerbBetween(uint32_t date, uint32_t trigger) const {
    return std::any_of(g_.begin(), g_.end(),
                       [&](const Group& g) {
                         return g.kind == K::kVerb && g.finite &&
                                g.head > std::min(date, trigger) &&
                                g.head < std::max(date, trigger);
                       }) ||
           std::any_of(g_.begin(), g_.end(), [&](const Group& g) {
             return g.kind == K::kSubordinator && g.first > date &&
                    g.first < trigger;
           });
  }

  // "Acme, founded in 1919, has", "Jane Porter, head of Acme until May, joins":
  // whether the date at group `at` stands in words between commas that the
  // trigger is no part of.
  bool Inserted(int at, uint32_t trigger) const {
    int size = static_cast<int>(g_.size());
    int verb = at - 1;
    while (verb > 0 && g_[verb].kind != K::kComma &&
           g_[verb].kind != K::kVerb) {
      --verb;
    }
    bool participle = verb > 0 && g_[verb].kind == K::kVerb &&
                      g_[verb].participle && g_[verb].passive &&
                      g_[verb - 1].kind == K::kComma;
    bool apposed = verb > 0 && verb + 2 < at && g_[verb].kind == K::kComma &&
                   g_[verb - 1].mention >= 0 && g_[verb + 1].kind == K::kNoun &&
                   g_[verb + 1].mention < 0;
    // "Acme shares, down 46% this year, rose".
    bool moves = verb > 0 && verb + 1 < at && g_[verb].kind == K::kComma &&
                 g_[verb + 1].kind == K::kAdverb &&
                 (p_.LemmaHas(g_[verb + 1].head, W::k_rise) ||
                  p_.LemmaHas(g_[verb + 1].head, W::k_fall));
    bool opens = participle || apposed || moves;
    int end = at + 1;
    while (end < size && g_[end].kind != K::kComma) ++end;
    bool closes = opens && end + 1 < size && g_[end + 1].kind == K::kVerb &&
                  g_[end + 1].finite;
    return closes && (trigger < g_[verb].first || trigger >= g_[end].first);
  }

  // "While stocks rose last year, they have fallen since", "Having cut jobs in
  // May, Acme plans": whether the date at group `at` is of the clause that
  // opens the sentence, and `trigger` is not.
  bool InConcession(int at, uint32_t trigger) const {
    bool having =
        g_.front().kind == K::kVerb && p_.Has(g_.front().first, W::k_have);
    bool concedes =
        g_.front().kind == K::kSubordinator &&
        p_.Match(g_.front().first, W::k_subordinator, g_.front().last).text ==
            "always";
    if (!concedes && !having) return false;
    int size = static_cast<int>(g_.size());
    int end = at + 1;
    bool verb = having;
    while (end < size && g_[end].kind != K::kComma) ++end;
    for (int k = 1; k < at; ++k) {
      if (g_[k].kind == K::kComma) return false;
      verb = verb || (g_[k].kind == K::kVerb && g_[k].finite);
    }
    return verb && end < size && trigger > g_[end].first;
  }

  // "Acme, which opened in 1919, will", "Acme, whose rival opened in 1919,":
  // whether the date at group `at` stands in a relative clause that the trigger
  // is no part of.
  bool InOtherClause(int at, uint32_t trigger) const {
    if (Inserted(at, trigger) || InConcession(at, trigger)) return true;
    auto opens = [&](const Group& g) {
      return g.kind == K::kRelative || p_.IsWord(g.first, "whose");
    };
    int relative = at - 1;
    while (relative >= 0 && !opens(g_[relative])) {
      K kind = g_[relative--].kind;
      if (kind == K::kComma || kind == K::kStop || kind == K::kThat) {
        return false;
      }
    }
    if (relative < 0) return false;
    auto main_verb = [&](int k) {
      return g_[k].kind == K::kVerb && g_[k].finite &&
             parsed_.subject[k] >= 0 && parsed_.subject[k] < relative;
    };
    int size = static_cast<int>(g_.size());
    int own = relative + 1;  // its verb
    while (own < size && !(g_[own].kind == K::kVerb && g_[own].finite)) ++own;
    int end = std::max(at, own) + 1;
    while (end < size && g_[end].kind != K::kComma && !main_verb(end)) ++end;
    return trigger < g_[relative].first ||
           (end < size && trigger >= g_[end].first);
  }

  const Story& story_;
  const Passage& p_;
  const ParsedSentence& parsed_;
  const std::vector<Group>& g_;
};

}  // namespace

std::optional<When> FindWhen(const Story& story, const ParsedSentence& parsed,
                             const Draft& draft) {
  return WhenFinder(story, parsed).Run(draft);
}

}  // namespace newsdigest
