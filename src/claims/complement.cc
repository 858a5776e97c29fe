// What stands to the right of a verb or noun: objects, phrases, figures, dates.
#include <algorithm>

#include "claims/clause.h"
#include "claims/insertions.h"
#include "claims/status.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

// Whether a new clause begins at the noun `i`: a finite verb follows it.
bool OpensClause(const std::vector<Group>& g, int i) {
  for (int k = i + 1; k < static_cast<int>(g.size()) && k < i + 6; ++k) {
    switch (g[k].kind) {
      case K::kVerb:
        return g[k].finite;
      case K::kAdverb:
      case K::kPreposition:
        continue;
      case K::kNoun:
      case K::kDate:
        if (g[k - 1].kind == K::kPreposition) continue;
        return false;
      default:
        return false;
    }
  }
  return false;
}

// Walks to the right of a verb or noun until its clause ends.
class ComplementReader {
 public:
  ComplementReader(const Story& story, const ParsedSentence& parsed, int at)
      : story_(story),
        p_(story.passage),
        parsed_(parsed),
        g_(parsed.groups),
        at_(at),
        size_(static_cast<int>(parsed.groups.size())),
        aside_(parsed.groups[at].aside),
        insertions_(story.passage, parsed, at) {}

  Complement Run() {
    int i = at_ + 1;
    for (; i < size_ && i < at_ + kGroupReach; ++i) {
      if (g_[i].aside && !aside_) continue;
      if (!g_[i].aside && aside_) break;
      int end = insertions_.End(i);
      if (end > 0) {
        i = end;
        continue;
      }
      if (!Take(i)) break;
    }
    out_.end = i;
    return std::move(out_);
  }

 private:
  // False where the complement ends before group `i`.
  bool Take(int i) {
    const Group& group = g_[i];
    switch (group.kind) {
      case K::kPreposition:
        if (OfAnother(i)) return false;
        // "spun off its bakeries": the particle is the verb's.
        if (i == at_ + 1 && g_[at_].kind == K::kVerb &&
            p_.Has(group.first, W::k_verb_particle)) {
          return true;
        }
        preposition_ = group.first;
        waits_ = true;
        return true;
      case K::kFigure:
        out_.figures.push_back(
            {group.figure, waits_ ? preposition_ + 1 : 0, i});
        waits_ = false;
        return true;
      case K::kDate:
        out_.dates.push_back(i);
        waits_ = waits_ && (DatesNoun(i) || OwnsFigure(i));
        return true;
      case K::kNoun:
        return Noun(i);
      case K::kAdverb:
        out_.adverbs.push_back(i);
        return true;
      case K::kAdjective:  // "pushed the stock higher"
        if (Directs(i)) out_.adverbs.push_back(i);
        return true;
      case K::kOther:
      case K::kQuote:
        return true;
      case K::kConjunction:
        return GoesOnAfterAnd(i);
      case K::kComma:
        return !EndsBeside(i) && GoesOnAfterComma(i);
      case K::kDash:  // "rose 3% - against 2%"
        return i + 1 < size_ && g_[i + 1].kind != K::kNoun &&
               GoesOnAfterComma(i);
      case K::kVerb:  // ", compared with $2 million"
        return Compares(i);
      case K::kRelative:
      case K::kThat:
      case K::kSubordinator:
      case K::kStop:
        return false;
    }
    return false;
  }

  // "rose 3% on revenue of $9 million, up from": what follows the comma is told
  // of the measure beside.
  bool EndsBeside(int i) const {
    return i - 3 > at_ && i > 3 && g_[i - 1].kind == K::kFigure &&
           p_.IsWord(g_[i - 2].head, "of") && g_[i - 3].kind == K::kNoun &&
           p_.LemmaHas(g_[i - 3].head, W::k_measure) &&
           p_.IsWord(g_[i - 4].head, "on");
  }

  // "rose, with silver at $31": the price of something else.
  bool OfAnother(int i) const {
    return i + 3 < size_ && p_.IsWord(g_[i].head, "with") &&
           g_[i + 1].kind == K::kNoun && g_[i + 1].figure < 0 &&
           !p_.LemmaHas(g_[i + 1].head, W::k_outlook) &&
           p_.IsWord(g_[i + 2].head, "at") && g_[i + 3].kind == K::kFigure;
  }

  // "its former chief, Jane Porter, with fraud": the comma at `i` ends the
  // name of someone whose post was told.
  bool EndsNameOfPost(int i) const {
    return i > 3 && g_[i - 1].kind == K::kNoun && g_[i - 1].mention >= 0 &&
           g_[i - 2].kind == K::kComma && g_[i - 3].kind == K::kNoun &&
           p_.LemmaHas(g_[i - 3].head, W::k_title);
  }

  // "in second-quarter sales", "from Monday's close": the date belongs to the
  // noun.
  bool DatesNoun(int date) const {
    int noun = date + 1;
    uint32_t next = g_[date].last;
    if (noun < size_ && p_.Tagged(next, Bit(Tag::kPOS))) ++next;
    return noun < size_ && g_[noun].kind == K::kNoun &&
           g_[noun].first == next &&
           !p_.Tagged(g_[noun].first, Bit(Tag::kDT) | Bit(Tag::kPRPS));
  }

  // "above May's 46%".
  bool OwnsFigure(int date) const {
    int figure = date + 1;
    return figure < size_ && g_[figure].kind == K::kFigure &&
           g_[figure].first == g_[date].last + 1 &&
           p_.Tagged(g_[date].last, Bit(Tag::kPOS));
  }

  bool Compares(int i) const {
    return p_.IsWord(g_[i].head, "compared") && i + 2 < size_ &&
           g_[i + 1].kind == K::kPreposition && g_[i + 2].kind == K::kFigure;
  }

  bool Noun(int i) {
    const Group& group = g_[i];
    // "to open a school was": what follows an infinitive is its object.
    bool object = i == at_ + 1 && g_[at_].infinitive &&
                  !p_.VerbHas(g_[at_].head, W::k_say);
    if (!waits_ && !object && OpensClause(g_, i)) return false;
    // "buy point of sale (POS) provider Acme": what stands before the bracket
    // describes the name behind it.
    bool described = !waits_ && group.mention >= 0 && !aside_ &&
                     g_[i - 1].aside && !p_.tokens[group.first].is(kCapital);
    while (described && !out_.objects.empty() &&
           g_[out_.objects.back()].mention < 0) {
      out_.objects.pop_back();
    }
    K before = g_[i - 1].kind;
    if (waits_) {
      out_.phrases.push_back({preposition_, i});
      phrase_ = i;
      WorthOf(i);
      // "sold $30 million of notes", "sold $4 million in bonds": the
      // notes are what is sold.
      bool behind =
          i == at_ + 3 || (i == at_ + 4 && g_[at_ + 1].kind == K::kAdverb);
      bool bare = p_.IsWord(preposition_, "in") && behind &&
                  group.mention < 0 && group.possessor == 0 &&
                  g_[i - 2].figure >= 0 &&
                  IsMoney(story_.figures[g_[i - 2].figure].figure) &&
                  !p_.Tagged(group.first, Bit(Tag::kDT) | Bit(Tag::kNNP));
      bool measured = out_.objects.empty() && i >= 2 &&
                      g_[i - 2].kind == K::kFigure &&
                      (p_.IsWord(preposition_, "of") || bare);
      // "bought all of Quill".
      bool all = i == at_ + 3 && p_.IsWord(preposition_, "of") &&
                 g_[i - 2].kind == K::kOther &&
                 p_.Has(g_[i - 2].head, W::k_quantifier);
      if (all) out_.objects.push_back(i);
      // "grew by 2% of output", "to 2% of output": nothing that is grown.
      uint32_t governs =
          out_.figures.empty() ? 0 : out_.figures.back().preposition;
      bool by = governs > 0 &&
                (p_.IsWord(governs - 1, "by") || p_.IsWord(governs - 1, "to"));
      if (measured && !by) out_.objects.push_back(i);
    } else if (before == K::kConjunction && phrase_ == i - 2 &&
               (group.mention >= 0 || out_.objects.empty())) {
      // "between A and B", "grew to 3 million users and 40 shops": both stand
      // in the phrase.
      out_.phrases.push_back({preposition_, i});
      phrase_ = i;
    } else if (out_.objects.empty() || before == K::kConjunction ||
               before == K::kNoun || before == K::kComma) {
      out_.objects.push_back(i);
    }
    if (group.figure >= 0) {
      out_.figures.push_back({group.figure, waits_ ? preposition_ + 1 : 0, i});
    }
    waits_ = false;
    return true;
  }

  // "tariffs on $3 million worth of ovens", "sold $3 million worth of ovens":
  // the ovens stand where the sum does.
  void WorthOf(int i) {
    bool worth = p_.IsWord(preposition_, "worth") && i > at_ + 2 &&
                 g_[i - 2].kind == K::kFigure && !out_.figures.empty();
    if (!worth) return;
    uint32_t before = out_.figures.back().preposition;
    if (before > 0) {
      out_.phrases.push_back({before - 1, i});
    } else if (out_.objects.empty()) {
      out_.objects.push_back(i);
    }
  }

  // "rose 3% and Quill, a baker, added 2%", "resigned and its chairman, Jane
  // Porter, will": whether the noun is the subject of a clause of its own past
  // an apposition.
  bool ActsPastApposition(int noun) const {
    constexpr int kReach = 10;  // groups
    if (noun + 1 >= size_ || g_[noun + 1].kind != K::kComma) return false;
    for (int k = noun + 2; k < size_ && k < noun + kReach; ++k) {
      if (g_[k].kind != K::kVerb || !g_[k].finite) continue;
      return g_[k - 1].kind == K::kComma && parsed_.subject[k] == noun;
    }
    return false;
  }

  bool GoesOnAfterAnd(int i) const {
    int next = i + 1;
    if (next >= size_) return true;
    if (g_[next].kind == K::kVerb) return false;
    // "fines on Acme in such cases and against Quill": not of the cases.
    bool other = i == at_ + 1 && g_[at_].kind == K::kNoun &&
                 g_[next].kind == K::kPreposition;
    if (other) return false;
    // "rise and 90% of its oil comes from abroad": another's.
    if (g_[next].kind == K::kFigure) return !OpensClause(g_, next);
    if (g_[next].kind != K::kNoun) return true;
    if (OpensClause(g_, next) || ActsPastApposition(next)) return false;
    // "with Acme losing 4% and Quill dropping 5%".
    bool another = g_[at_].kind == K::kVerb && g_[at_].participle &&
                   next + 1 < size_ && g_[next + 1].kind == K::kVerb &&
                   g_[next + 1].participle && !g_[next + 1].passive;
    if (another) return false;
    // "gold fell 0.4% and silver 2%", "gold up 0.4% and silver down 2%": a
    // name and its figure repeat.
    int figure = next + 1;
    if (figure < size_ && Directs(figure)) ++figure;
    bool gap = figure < size_ && g_[figure].kind == K::kFigure &&
               !out_.figures.empty();
    return !gap;
  }

  // After a comma only more figures, phrases of figures, dates, names of a
  // list and directions belong to the clause.
  bool GoesOnAfterComma(int i) const {
    int next = i + 1;
    while (next < size_ &&
           (g_[next].aside != aside_ || g_[next].kind == K::kConjunction)) {
      ++next;
    }
    if (next >= size_) return false;
    const Group& group = g_[next];
    switch (group.kind) {
      case K::kFigure:  // ", two thirds of these are sold abroad"
        return !OpensClause(g_, next);
      case K::kDate:
        return true;
      case K::kPreposition:
        return next + 1 < size_ &&
               (g_[next + 1].kind == K::kFigure ||
                (next == i + 1 && IsTime(next + 1)) ||
                (EndsNameOfPost(i) && insertions_.PhraseOfVerb(next)));
      case K::kNoun:
        // "sold 300 cars, a 12% drop", "a drop of 12%".
        if ((Sizes(group.figure) || OfFigure(next)) && !out_.figures.empty() &&
            (p_.LemmaHas(group.head, W::k_rise) ||
             p_.LemmaHas(group.head, W::k_fall))) {
          return !OpensClause(g_, next);
        }
        // "took 35% of sales, Quill 26%": another's.
        return !out_.objects.empty() && !OpensClause(g_, next) &&
               group.mention >= 0 &&
               !(next + 1 < size_ && g_[next + 1].kind == K::kFigure &&
                 !out_.figures.empty());
      case K::kVerb:
        return Compares(next);
      case K::kAdverb:
        return Directs(next) || p_.Has(group.head, W::k_respective);
      case K::kAdjective:  // "closed 3 points, or 1%, lower at 300"
        return Directs(next);
      default:
        return false;
    }
  }

  // Whether the figure says how much: not the day of "its worst one-day drop".
  bool Sizes(int figure) const {
    return figure >= 0 &&
           story_.figures[figure].figure.kind != FigureKind::kQuantity;
  }

  // "May", "the three months to May", "the quarter".
  bool IsTime(int i) const {
    bool article = g_[i].kind == K::kOther && i + 1 < size_ &&
                   p_.Tagged(g_[i].head, Bit(Tag::kDT));
    bool unit = g_[i].kind == K::kNoun && g_[i].definite &&
                g_[i].last == g_[i].first + 2 &&
                p_.LemmaHas(g_[i].head, W::k_period_unit);
    return unit || g_[article ? i + 1 : i].kind == K::kDate;
  }

  bool OfFigure(int noun) const {
    return noun + 2 < size_ && p_.IsWord(g_[noun + 1].head, "of") &&
           g_[noun + 2].kind == K::kFigure;
  }

  // "up", "lower".
  bool Directs(int i) const {
    return (g_[i].kind == K::kAdverb || g_[i].kind == K::kAdjective) &&
           (p_.Has(g_[i].head, W::k_rise) || p_.Has(g_[i].head, W::k_fall));
  }

  const Story& story_;
  const Passage& p_;
  const ParsedSentence& parsed_;
  const std::vector<Group>& g_;
  int at_;
  int size_;
  bool aside_;
  Insertions insertions_;
  uint32_t preposition_ = 0;
  bool waits_ = false;  // a preposition waits for its noun
  int phrase_ = -2;     // the noun group of the last phrase
  Complement out_;
};

// "a merger, split or sale of one unit": the last of the nouns that share
// what stands behind them; `at` itself where none do.
int SharedEnd(const Passage& p, const std::vector<Group>& g, int at) {
  int size = static_cast<int>(g.size());
  auto bare = [&](int k) {
    return k < size && g[k].kind == K::kNoun && g[k].mention < 0 &&
           g[k].figure < 0 && !g[k].definite && g[k].possessor == 0;
  };
  int last = at;
  bool joined = false;
  while (
      last + 2 < size && bare(last + 2) && !joined &&
      (g[last + 1].kind == K::kComma || g[last + 1].kind == K::kConjunction)) {
    joined = g[last + 1].kind == K::kConjunction;
    last += 2;
  }
  bool of = joined && last + 1 < size && p.IsWord(g[last + 1].head, "of");
  return of && !g[at].definite ? last : at;
}

}  // namespace

Complement ReadComplement(const Story& story, const ParsedSentence& parsed,
                          int at) {
  const std::vector<Group>& g = parsed.groups;
  // "to buy or build ovens": what stands behind the last is each one's.
  int next = at + 2;
  bool joined = g[at].kind == K::kVerb && next < static_cast<int>(g.size()) &&
                g[at + 1].kind == K::kConjunction && g[next].kind == K::kVerb &&
                !g[at].passive && !g[next].passive &&
                g[next].infinitive == g[at].infinitive &&
                parsed.subject[next] == parsed.subject[at];
  if (joined) return ReadComplement(story, parsed, next);
  return ComplementReader(story, parsed, at).Run();
}

Complement ReadNounComplement(const Story& story, const ParsedSentence& parsed,
                              int at) {
  const Passage& p = story.passage;
  const std::vector<Group>& g = parsed.groups;
  Complement complement = ReadComplement(story, parsed, SharedEnd(p, g, at));
  int verb = complement.end;
  bool passive =
      verb < static_cast<int>(g.size()) && g[verb].kind == K::kVerb &&
      g[verb].passive &&
      (parsed.subject[verb] == at || (g[verb].participle && verb == at + 1)) &&
      StatusOf(p, g[verb].head, W::k_light) ==
          std::optional(Status::kCompleted);
  if (!passive) return complement;
  Complement own = ReadComplement(story, parsed, verb);
  complement.phrases.insert(complement.phrases.end(), own.phrases.begin(),
                            own.phrases.end());
  complement.end = own.end;
  return complement;
}

}  // namespace newsdigest
