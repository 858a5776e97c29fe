#include "claims/clause.h"

#include <algorithm>

#include "claims/status.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

constexpr int kReach = 40;  // groups that a search looks over

class SubjectFinder {
 public:
  SubjectFinder(const Story& story, ParsedSentence& parsed)
      : p_(story.passage), parsed_(parsed), g_(parsed.groups) {}

  void Run() {
    parsed_.subject.assign(g_.size(), -1);
    parsed_.joined.assign(g_.size(), {});
    for (size_t i = 0; i < g_.size(); ++i) {
      if (g_[i].kind != K::kVerb) continue;
      int at = static_cast<int>(i);
      parsed_.subject[i] = Find(at);
      if (parsed_.subject[i] >= 0) Join(at);
    }
  }

 private:
  bool Skips(const Group& group, bool aside) const {
    return group.aside && !aside;
  }

  bool IsSubjectNoun(int i) const { return g_[i].kind == K::kNoun; }

  // The group before `i` that is no adverb; -1 at the start.
  int Before(int i, bool aside) const {
    int k = i - 1;
    while (k >= 0 && (Skips(g_[k], aside) || g_[k].kind == K::kAdverb)) --k;
    return k;
  }

  // The preposition before "A and" where `join` is the "and"; -1: none.
  int JoinedInPhrase(int join, bool aside) const {
    if (join < 0 || g_[join].kind != K::kConjunction) return -1;
    int noun = Before(join, aside);
    if (noun < 0 || g_[noun].kind != K::kNoun) return -1;
    int preposition = Before(noun, aside);
    bool phrase = preposition >= 0 &&
                  g_[preposition].kind == K::kPreposition;
    return phrase ? preposition : -1;
  }

  // The verb group left of `i`; -1: none in reach.
  int VerbBefore(int i) const {
    for (int k = i - 1; k >= 0 && k > i - kReach; --k) {
      if (g_[k].kind == K::kVerb && !g_[k].aside) return k;
      if (g_[k].kind == K::kStop) return -1;
    }
    return -1;
  }

  int Shared(int i) const {
    int verb = VerbBefore(i);
    return verb < 0 ? -1 : parsed_.subject[verb];
  }

  // The subject of the verb group `verb`.
  int Find(int verb) const {
    const Group& v = g_[verb];
    bool aside = v.aside;
    int steps = 0;
    for (int i = verb - 1; i >= 0 && steps < kReach; --i, ++steps) {
      const Group& group = g_[i];
      if (Skips(group, aside)) continue;
      if (!group.aside && aside) return Antecedent(verb, i);
      switch (group.kind) {
        case K::kAdverb:
        case K::kAdjective:
        case K::kDate:
        case K::kQuote:
        case K::kOther:
          continue;
        case K::kFigure:
        case K::kNoun: {
          int before = Before(i, aside);
          if (before >= 0 && g_[before].kind == K::kPreposition) {
            i = before;
            continue;
          }
          int joined = JoinedInPhrase(before, aside);
          if (joined >= 0) {  // "shares of A and B rose"
            i = joined;
            continue;
          }
          if (group.kind == K::kFigure) continue;
          if (v.infinitive) return Controller(verb, i);
          if (v.participle && !v.passive) {
            // "profits rising 5%": the noun before it.
            return i;
          }
          return i;
        }
        case K::kComma: {
          if (v.participle) return Participle(verb, i);
          int open = Interrupts(i, aside);
          if (open >= 0) {
            i = open;
            continue;
          }
          continue;
        }
        case K::kConjunction:
          return Shared(i);
        case K::kRelative:
          return Relative(i, aside);
        case K::kVerb:
          if (v.infinitive || v.participle) return parsed_.subject[i];
          if (group.participle) continue;
          return -1;
        case K::kPreposition:
          continue;
        case K::kThat:
        case K::kSubordinator:
          // "after buying Beta": the main clause's subject.
          if (v.participle) return Shared(i) >= 0 ? Shared(i) : Later(verb);
          return -1;
        case K::kDash:
        case K::kStop:
          return -1;
      }
    }
    if (v.participle) return Later(verb);
    return -1;
  }

  // A fronted participle takes the subject of the clause after its comma.
  int Later(int verb) const {
    bool comma = false;
    int end = std::min<int>(static_cast<int>(g_.size()), verb + 14);
    for (int k = verb + 1; k < end; ++k) {
      if (g_[k].kind == K::kComma) comma = true;
      if (comma && g_[k].kind == K::kNoun) return k;
      if (g_[k].kind == K::kStop) return -1;
    }
    return -1;
  }

  // "..., beating estimates" has the subject of the verb before; "Acme,
  // bought by Beta" has the noun before the comma.
  int Participle(int verb, int comma) const {
    int before = Before(comma, g_[verb].aside);
    if (before >= 0 && g_[before].kind == K::kNoun && g_[verb].passive) {
      return before;
    }
    int shared = Shared(comma);
    if (shared >= 0) return shared;
    if (before >= 0 && g_[before].kind == K::kNoun) return before;
    return -1;
  }

  // Where an interruption that ends at the comma `i` began: the comma before
  // it, with no finite main verb between; -1: none.
  int Interrupts(int i, bool aside) const {
    bool relative = false;
    bool verb = false;
    for (int k = i - 1; k >= 0 && k > i - 16; --k) {
      if (Skips(g_[k], aside)) continue;
      if (g_[k].kind == K::kComma) {
        int next = k + 1;
        relative = g_[next].kind == K::kRelative;
        if (verb && !relative) return -1;
        return Before(k, aside) >= 0 ? k : -1;
      }
      if (g_[k].kind == K::kVerb && g_[k].finite) verb = true;
      if (g_[k].kind == K::kStop) return -1;
    }
    return -1;
  }

  // The noun that a relative pronoun stands for.
  int Relative(int i, bool aside) const {
    for (int k = i - 1; k >= 0 && k > i - 6; --k) {
      if (Skips(g_[k], aside)) continue;
      if (g_[k].kind == K::kNoun) return k;
      if (g_[k].kind == K::kComma || g_[k].kind == K::kPreposition ||
          g_[k].kind == K::kFigure || g_[k].kind == K::kDate) {
        continue;
      }
      return -1;
    }
    return -1;
  }

  // A verb in brackets or between dashes speaks of the noun before them.
  int Antecedent(int verb, int i) const {
    bool relative = verb > 0 && (g_[verb - 1].kind == K::kRelative ||
                                 g_[verb].participle);
    if (!relative) return -1;
    for (int k = i; k >= 0 && k > i - 4; --k) {
      if (g_[k].kind == K::kNoun) return k;
    }
    return -1;
  }

  // Whose act an infinitive after the noun `noun` is: "its plan to buy",
  // "Acme announced plans to buy", "Acme to buy".
  int Controller(int verb, int noun) const {
    const Group& group = g_[noun];
    bool plan = StatusOf(p_, group.head, W::k_noun_status).has_value() &&
                group.mention < 0;
    int governor = -1;
    for (int k = noun - 1; k >= 0 && k > noun - 8; --k) {
      if (g_[k].kind == K::kVerb) {
        governor = k;
        break;
      }
      if (g_[k].kind == K::kNoun && k + 1 == noun) break;
    }
    (void)verb;
    if (plan) {
      if (group.possessor > 0) return noun;
      return governor >= 0 ? parsed_.subject[governor] : -1;
    }
    // "expects sales to rise": the noun acts, not who expects.
    bool object_acts = governor >= 0 &&
                       p_.VerbHas(g_[governor].head, W::k_embeds);
    if (governor >= 0 && group.mention < 0 && !object_acts) {
      return parsed_.subject[governor];
    }
    return noun;
  }

  // "A, B and C": nouns joined to the subject of `verb`.
  void Join(int verb) {
    int i = parsed_.subject[verb];
    int k = i - 1;
    while (k > 0) {
      if (g_[k].kind != K::kConjunction && g_[k].kind != K::kComma) break;
      int before = k - 1;
      if (g_[k].kind == K::kConjunction && before > 0 &&
          g_[before].kind == K::kComma) {
        --before;
      }
      if (g_[before].kind != K::kNoun) break;
      int prep = before - 1;
      if (prep >= 0 && g_[prep].kind == K::kPreposition) break;
      bool and_word = false;
      for (int m = before + 1; m < i; ++m) {
        and_word = and_word || g_[m].kind == K::kConjunction;
      }
      if (!and_word) break;
      parsed_.joined[verb].push_back(before);
      i = before;
      k = before - 1;
    }
  }

  const Passage& p_;
  ParsedSentence& parsed_;
  const std::vector<Group>& g_;
};

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

// "will close the plant and cut 40 jobs": a bare verb after "and" takes the
// auxiliaries of the verb before.
void ShareAuxiliaries(const Story& story, ParsedSentence& parsed) {
  int before = -1;
  bool joined = false;
  for (Group& group : parsed.groups) {
    if (group.kind == K::kConjunction) joined = true;
    if (group.kind == K::kNoun && joined && before < 0) joined = false;
    if (group.kind == K::kStop || group.kind == K::kThat) before = -1;
    if (group.kind != K::kVerb) continue;
    const Passage& p = story.passage;
    bool bare = group.last == group.first + 1 &&
                (p.word(group.head).tags & Bit(Tag::kVB)) != 0;
    if (before >= 0 && joined && bare) {
      const Group& leader = parsed.groups[before];
      bool base = p.Tagged(leader.head, Bit(Tag::kVB));
      if (base) group.status = leader.status;
    }
    before = static_cast<int>(&group - parsed.groups.data());
    joined = false;
  }
}

// "is in talks to buy", "dropped its plan to buy": the noun before an
// infinitive says how sure it is, and the verb that governs the noun.
void FromNoun(const Story& story, ParsedSentence& parsed, int verb) {
  std::vector<Group>& g = parsed.groups;
  int noun = verb - 1;
  if (noun < 0 || g[noun].kind != K::kNoun || g[noun].mention >= 0) return;
  auto status = StatusOf(story.passage, g[noun].head, W::k_noun_status);
  if (!status) return;
  for (int k = noun - 1; k >= 0 && k > noun - 4; --k) {
    if (g[k].kind != K::kVerb) continue;
    auto light = StatusOf(story.passage, g[k].head, W::k_light);
    status = Combine(Combine(g[k].status, light.value_or(Status::kCompleted)),
                     *status);
    break;
  }
  g[verb].status = *status;
}

// "denied that it planned", "expects sales to rise": the verb that takes the
// clause says how sure it is.
void InheritStatus(const Story& story, ParsedSentence& parsed) {
  std::vector<Group>& g = parsed.groups;
  for (size_t i = 0; i < g.size(); ++i) {
    if (g[i].kind != K::kVerb || parsed.subject[i] < 0) continue;
    if (g[i].infinitive) FromNoun(story, parsed, static_cast<int>(i));
    if (parsed.subject[i] < 1) continue;
    int before = parsed.subject[i] - 1;
    bool that = g[before].kind == K::kThat;
    if (that && before > 0) --before;
    if (g[before].kind != K::kVerb || g[before].aside != g[i].aside) continue;
    if (before >= static_cast<int>(i)) continue;
    auto outer = StatusOf(story.passage, g[before].head, W::k_embeds);
    Status status = Combine(g[before].status,
                            outer.value_or(Status::kCompleted));
    g[i].status = Combine(status, g[i].status);
  }
}

}  // namespace

ParsedSentence ParseSentence(const Story& story, int index) {
  ParsedSentence parsed;
  parsed.index = index;
  parsed.sentence = &story.passage.sentences[index];
  parsed.groups = MakeGroups(story, *parsed.sentence);
  SubjectFinder(story, parsed).Run();
  ShareAuxiliaries(story, parsed);
  InheritStatus(story, parsed);
  return parsed;
}

Complement ReadComplement(const Story& story, const ParsedSentence& parsed,
                          int at) {
  const std::vector<Group>& g = parsed.groups;
  const Passage& p = story.passage;
  Complement out;
  bool aside = g[at].aside;
  int size = static_cast<int>(g.size());
  uint32_t preposition = 0;
  bool have = false;  // a preposition waits for its noun
  int i = at + 1;
  for (; i < size && i < at + kReach; ++i) {
    const Group& group = g[i];
    if (group.aside && !aside) continue;
    if (!group.aside && aside) break;
    bool stop = false;
    switch (group.kind) {
      case K::kPreposition:
        preposition = group.first;
        have = true;
        continue;
      case K::kFigure:
        out.figures.push_back({group.figure, have ? preposition + 1 : 0, i});
        have = false;
        continue;
      case K::kDate:
        out.dates.push_back(i);
        have = false;
        continue;
      case K::kNoun:
        if (!have && OpensClause(g, i)) {
          stop = true;
          break;
        }
        if (have) {
          out.phrases.push_back({preposition, i});
          // "sold $30 million of notes": the notes are what is sold.
          bool measured = out.objects.empty() && i >= 2 &&
                          g[i - 2].kind == K::kFigure &&
                          p.IsWord(preposition, "of");
          if (measured) out.objects.push_back(i);
        } else if (out.objects.empty() ||
                   (i > 0 && (g[i - 1].kind == K::kConjunction ||
                              g[i - 1].kind == K::kNoun ||
                              g[i - 1].kind == K::kComma))) {
          out.objects.push_back(i);
        }
        if (group.figure >= 0) {
          out.figures.push_back(
              {group.figure, have ? preposition + 1 : 0, i});
        }
        have = false;
        continue;
      case K::kAdverb:
        out.adverbs.push_back(i);
        continue;
      case K::kAdjective:
      case K::kOther:
      case K::kQuote:
        continue;
      case K::kConjunction: {
        int next = i + 1;
        if (next < size && (g[next].kind == K::kVerb ||
                            (g[next].kind == K::kNoun &&
                             OpensClause(g, next)))) {
          stop = true;
        }
        // "gold fell 0.4% and silver 2%": a name and its figure repeat.
        bool gap = next + 1 < size && g[next].kind == K::kNoun &&
                   g[next + 1].kind == K::kFigure && !out.figures.empty();
        stop = stop || gap;
        break;
      }
      case K::kComma: {
        int next = i + 1;
        while (next < size && (g[next].aside != aside ||
                               g[next].kind == K::kConjunction)) {
          ++next;
        }
        if (next >= size) {
          stop = true;
          break;
        }
        bool figure = g[next].kind == K::kFigure;
        bool phrase = g[next].kind == K::kPreposition && next + 1 < size &&
                      (g[next + 1].kind == K::kFigure ||
                       g[next + 1].kind == K::kDate);
        bool date = g[next].kind == K::kDate;
        bool list = g[next].kind == K::kNoun && !out.objects.empty() &&
                    !OpensClause(g, next) && g[next].mention >= 0 &&
                    p.Is(group.first, ",");
        bool direction = g[next].kind == K::kAdverb &&
                         (p.Has(g[next].head, W::k_rise) ||
                          p.Has(g[next].head, W::k_fall));
        stop = !(figure || phrase || date || list || direction);
        break;
      }
      case K::kVerb:
      case K::kRelative:
      case K::kThat:
      case K::kSubordinator:
      case K::kDash:
      case K::kStop:
        stop = true;
        break;
    }
    if (stop) break;
  }
  out.end = i;
  return out;
}

int GoverningVerb(const Story& story, const ParsedSentence& parsed,
                  int noun) {
  const std::vector<Group>& g = parsed.groups;
  for (int k = noun - 1; k >= 0 && k > noun - 6; --k) {
    switch (g[k].kind) {
      case K::kVerb: {
        Complement complement = ReadComplement(story, parsed, k);
        bool object = std::find(complement.objects.begin(),
                                complement.objects.end(),
                                noun) != complement.objects.end();
        return object ? k : -1;
      }
      case K::kNoun:
      case K::kAdverb:
      case K::kConjunction:
      case K::kComma:
      case K::kDate:
        continue;
      default:
        return -1;
    }
  }
  return -1;
}

int VerbOf(const ParsedSentence& parsed, int noun) {
  int size = static_cast<int>(parsed.groups.size());
  for (int k = noun + 1; k < size && k < noun + 14; ++k) {
    if (parsed.groups[k].kind == GroupKind::kVerb &&
        parsed.subject[k] == noun) {
      return k;
    }
  }
  return -1;
}

}  // namespace newsdigest
