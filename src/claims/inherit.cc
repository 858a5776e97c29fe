// Status from outside: auxiliaries shared by joined verbs, and verbs and nouns
// that take a clause.
#include <utility>

#include "claims/clause.h"
#include "claims/status.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

// "will raise prices, close the plant and cut 40 jobs": a bare verb after
// "and", or in a list of them, takes the auxiliaries of the verb before.
void ShareAuxiliaries(const Story& story, ParsedSentence& parsed) {
  int before = -1;
  bool joined = false;
  bool comma = false;
  for (Group& group : parsed.groups) {
    if (group.kind == K::kConjunction) joined = true;
    if (group.kind == K::kNoun && joined && before < 0) joined = false;
    if (group.kind == K::kStop || group.kind == K::kThat) before = -1;
    bool listed = std::exchange(comma, group.kind == K::kComma);
    if (group.kind != K::kVerb) continue;
    const Passage& p = story.passage;
    bool bare = group.last == group.first + 1 &&
                (p.word(group.head).tags & Bit(Tag::kVB)) != 0;
    // "will leave and be replaced".
    bool passive = group.passive && p.IsWord(group.first, "be");
    listed = listed && p.Tagged(group.head, Bit(Tag::kVB));
    if (before >= 0 && (joined || listed) && (bare || passive)) {
      const Group& leader = parsed.groups[before];
      bool base = false;  // "will sell", "will stop selling"
      for (uint32_t i = leader.first; i <= leader.head; ++i) {
        base = base || p.Tagged(i, Bit(Tag::kVB));
      }
      if (base) group.status = leader.status;
    }
    before = static_cast<int>(&group - parsed.groups.data());
    joined = false;
  }
}

// "has this year fined Acme": what stands between does not make it passive.
void JoinPerfect(const Story& story, ParsedSentence& parsed) {
  std::vector<Group>& g = parsed.groups;
  for (size_t i = 2; i < g.size(); ++i) {
    if (g[i].kind != K::kVerb || !g[i].participle || !g[i].passive) continue;
    size_t k = i - 1;
    while (k > 0 && (g[k].kind == K::kDate || g[k].kind == K::kAdverb)) --k;
    bool have = k + 1 < i && g[k].kind == K::kVerb && g[k].finite &&
                story.passage.Has(g[k].head, W::k_have);
    if (!have) continue;
    g[i].passive = g[i].participle = false;
    g[i].finite = true;
    g[i].status = Combine(g[k].status, g[i].status);
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
  // "completed its deal to buy Quill", "the deal to buy Quill closed".
  if (story.passage.LemmaHas(g[noun].head, W::k_deal)) {
    int step = VerbOf(parsed, noun);
    // "its deal to buy Quill collapsed": not the infinitive itself.
    for (size_t k = verb + 1; step == verb && k < g.size(); ++k) {
      bool own =
          g[k].kind == K::kVerb && g[k].finite && parsed.subject[k] == noun;
      if (own) step = static_cast<int>(k);
    }
    if (step == verb) step = -1;
    bool before = noun > 0 && g[noun - 1].kind == K::kVerb;
    if (step < 0 && before) step = noun - 1;
    const Passage& p = story.passage;
    bool done =
        step >= 0 && !g[step].negated &&
        p.lexicon->Text(p.VerbLemmaId(g[step].head), W::k_deal_step) == "-";
    if (done) {
      g[verb].status = g[step].status;
      return;
    }
    // "the deal to buy Quill collapsed".
    bool ended = step > verb && g[step].status == Status::kCompleted &&
                 StatusOf(p, g[step].head, W::k_light) == Status::kCancelled;
    if (ended) {
      g[verb].status = Status::kCancelled;
      return;
    }
  }
  for (int k = noun - 1; k >= 0 && k > noun - 4; --k) {
    if (g[k].kind != K::kVerb) continue;
    // "reversed its decision to buy".
    bool reverses = story.passage.VerbHas(g[k].head, W::k_reverses);
    Status light = reverses ? Status::kCancelled
                            : StatusOf(story.passage, g[k].head, W::k_light)
                                  .value_or(Status::kCompleted);
    status = Combine(Taken(g[k], light), *status);
    break;
  }
  g[verb].status = *status;
  // "has no plans to sell".
  if (story.passage.IsWord(g[noun].first, "no")) {
    g[verb].status = Status::kDenied;
  }
}

// "is the second firm to be fined", "became the first to sell": one of those
// that did. True: so it is.
bool FromRank(const Story& story, ParsedSentence& parsed, int verb) {
  std::vector<Group>& g = parsed.groups;
  const Passage& p = story.passage;
  if (verb < 2 || g[verb - 1].kind != K::kNoun) return false;
  bool ranked = false;
  for (uint32_t i = g[verb - 1].first; i < g[verb - 1].last; ++i) {
    ranked = ranked || p.Has(i, W::k_ordinal) || p.Has(i, W::k_deal_adjective);
  }
  const Group& before = g[verb - 2];
  bool is = before.kind == K::kVerb &&
            (p.Has(before.head, W::k_be) || p.Has(before.head, W::k_becomes));
  if (!ranked || !is) return false;
  g[verb].status = before.status;
  return true;
}

// "denied that it planned", "expects sales to rise": the verb that takes the
// clause says how sure it is.
void FromClauseVerbs(const Story& story, ParsedSentence& parsed) {
  std::vector<Group>& g = parsed.groups;
  for (size_t i = 0; i < g.size(); ++i) {
    if (g[i].kind != K::kVerb || parsed.subject[i] < 0) continue;
    // "to cut debt, which stood at $4 million".
    if (i > 0 && g[i - 1].kind == K::kRelative) continue;
    if (CameBefore(story.passage, parsed, static_cast<int>(i))) continue;
    if (g[i].infinitive) FromNoun(story, parsed, static_cast<int>(i));
    if (g[i].infinitive && FromRank(story, parsed, static_cast<int>(i))) {
      continue;
    }
    if (parsed.subject[i] < 1) continue;
    int before = parsed.subject[i] - 1;
    bool that = g[before].kind == K::kThat;
    if (that && before > 0) --before;
    // "denied a report that it was in talks".
    bool reported = that && before > 0 && g[before].kind == K::kNoun &&
                    g[before].mention < 0 && g[before - 1].kind == K::kVerb &&
                    StatusOf(story.passage, g[before - 1].head, W::k_light) ==
                        Status::kDenied;
    if (reported && g[before - 1].status == Status::kCompleted) {
      g[i].status = Status::kDenied;
      continue;
    }
    // "looking for Acme to report": the phrase takes the clause.
    auto phrase = std::optional<Status>();
    if (g[before].kind == K::kPreposition && before > 0 &&
        g[before - 1].kind == K::kVerb && g[i].infinitive) {
      const Passage& p = story.passage;
      auto match = p.Match(g[before - 1].head, W::k_embeds, g[before].last);
      if (match.length == 2) phrase = ParseStatus(match.text);
      if (phrase) --before;
    }
    if (phrase && g[before].status == Status::kCompleted) {
      g[i].status = *phrase;
      continue;
    }
    if (g[before].kind != K::kVerb || g[before].aside != g[i].aside) continue;
    if (before >= static_cast<int>(i)) continue;
    Status outer = EmbeddedStatus(story.passage, g[before]);
    // "estimated that sales fell": told as past, by whoever reckons it.
    bool past = outer == Status::kExpected &&
                story.passage.Tagged(g[i].head, Bit(Tag::kVBD)) &&
                g[i].status == Status::kCompleted;
    if (past) continue;
    Status status = Combine(g[before].status, outer);
    // "forced Acme to close a plant": it did, but "reversed its plan to close".
    const Group& doer = g[parsed.subject[i]];
    bool plan =
        doer.mention < 0 &&
        StatusOf(story.passage, doer.head, W::k_noun_status).has_value();
    bool made = g[i].infinitive && !g[before].negated && !that && !plan &&
                story.passage.VerbHas(g[before].head, W::k_causes) &&
                !story.passage.VerbHas(g[before].head, W::k_permits) &&
                !story.passage.VerbHas(g[before].head, W::k_asks);
    g[i].status = made ? status : Combine(status, g[i].status);
  }
}

// "beat Acme to win an order": the act is what came of it.
void FromResult(const Story& story, ParsedSentence& parsed) {
  std::vector<Group>& g = parsed.groups;
  for (size_t i = 2; i < g.size(); ++i) {
    // "paid $3 million to buy Quill", "spent $3 million buying Quill".
    int sum = SumToward(story.passage, parsed, static_cast<int>(i));
    bool paid = sum > 0 && !g[i].passive && !g[sum - 1].negated &&
                story.passage.VerbHas(g[sum - 1].head, W::k_spends);
    if (paid) g[i].status = g[sum - 1].status;
    bool result = g[i].kind == K::kVerb && g[i].infinitive &&
                  g[i - 1].kind == K::kNoun && g[i - 2].kind == K::kVerb &&
                  !g[i - 2].negated &&
                  story.passage.VerbHas(g[i - 2].head, W::k_beats);
    if (result) g[i].status = g[i - 2].status;
  }
}

// "decided against buying", "is planning on buying", "went on to buy", "is
// close to buying": the verb or adjective and its particles say how sure the
// act is.
bool FromPhrase(const Story& story, ParsedSentence& parsed, size_t verb) {
  constexpr size_t kReach = 4;  // groups: the particles
  std::vector<Group>& g = parsed.groups;
  const Passage& p = story.passage;
  std::optional<Status> status;
  for (size_t k = verb; k > 0 && k + kReach > verb; --k) {
    const Group& before = g[k - 1];
    bool acts = before.kind == K::kVerb;
    if (!status && (acts || before.kind == K::kAdjective)) {
      auto phrase = p.Match(before.head, W::k_embeds, g[verb].first + 1);
      bool whole =
          phrase.length > 1 && before.head + phrase.length >= g[verb].first;
      if (whole) status = ParseStatus(phrase.text);
    }
    bool particle = before.kind == K::kAdverb ||
                    before.kind == K::kPreposition ||
                    before.kind == K::kAdjective;
    if (particle) continue;
    if (!acts || !status) return false;
    bool bars = status == Status::kDenied || status == Status::kCancelled;
    g[verb].status =
        before.negated && !bars ? Status::kDenied : Taken(before, *status);
    return true;
  }
  return false;
}

// "weighs whether to buy": nothing is settled.
void FromWhether(const Story& story, ParsedSentence& parsed) {
  std::vector<Group>& g = parsed.groups;
  for (size_t i = 2; i < g.size(); ++i) {
    bool open = g[i].kind == K::kVerb && g[i].infinitive &&
                g[i - 1].kind == K::kSubordinator &&
                story.passage.IsWord(g[i - 1].head, "whether") &&
                g[i - 2].kind == K::kVerb;
    if (open) g[i].status = Combine(g[i - 2].status, Status::kRumored);
  }
}

// "ruled out buying", "was blocked from buying": what bars the act.
void FromBars(const Story& story, ParsedSentence& parsed) {
  std::vector<Group>& g = parsed.groups;
  for (size_t i = 1; i < g.size(); ++i) {
    if (g[i].kind != K::kVerb || g[i].passive) continue;
    if (!g[i].participle && !g[i].infinitive) continue;
    if (FromPhrase(story, parsed, i) || !g[i].participle) continue;
    for (size_t k = i; k > 0 && k + 4 > i; --k) {
      const Group& before = g[k - 1];
      if (before.kind == K::kVerb) {
        bool advised = k == i && before.status == Status::kCompleted &&
                       story.passage.VerbHas(before.head, W::k_advises);
        if (advised) g[i].status = Status::kPlanned;
        auto bar = StatusOf(story.passage, before.head, W::k_light);
        bool bars = bar == Status::kDenied || bar == Status::kCancelled;
        // "kept the pound from falling".
        bool kept = k < i && story.passage.IsWord(g[i - 1].head, "from") &&
                    story.passage.VerbHas(before.head, W::k_keeps_from);
        if (kept) {
          bars = true;
          bar = Status::kDenied;
        }
        // "sued to block Acme from buying": nothing is barred yet.
        bool done = before.status == Status::kCompleted;
        if (bars) g[i].status = done ? *bar : Status::kPlanned;
        if (bars && before.negated) {
          g[i].status = kept ? Status::kCompleted : Taken(before, *bar);
        }
        // "does not plan on buying".
        bool embeds =
            StatusOf(story.passage, before.head, W::k_embeds).has_value();
        if (before.negated && embeds && !bars) g[i].status = Status::kDenied;
        // "is reportedly working towards opening".
        bool towards = !bars && g[i - 1].kind == K::kPreposition &&
                       before.status == Status::kRumored;
        if (towards) g[i].status = Combine(before.status, g[i].status);
        break;
      }
      if (before.kind != K::kNoun && before.kind != K::kPreposition) break;
      // "ended with the pound falling": it fell.
      if (story.passage.IsWord(before.head, "with")) break;
    }
  }
}

// "the risk of losing orders": the noun before the act says how sure it is.
void FromRisk(const Story& story, ParsedSentence& parsed) {
  std::vector<Group>& g = parsed.groups;
  const Passage& p = story.passage;
  for (size_t i = 2; i < g.size(); ++i) {
    // "the prospect of Jane Porter becoming".
    bool doer = parsed.subject[i] == static_cast<int>(i) - 1;
    size_t phrase = doer ? i - 2 : i - 1;
    bool of = g[i].kind == K::kVerb && g[i].participle && !g[i].passive &&
              p.Has(g[phrase].head, W::k_plan_preposition);
    // "has a chance of": the noun may stand before its owner.
    for (size_t k = phrase; of && k > 0 && k + 4 > phrase + 1; --k) {
      if (g[k - 1].kind != K::kNoun && g[k - 1].kind != K::kVerb) break;
      if (g[k - 1].kind != K::kNoun) continue;
      // "the chance Acme has of losing orders": the noun opens Acme's group.
      uint32_t head = g[k - 1].head;
      if (g[k - 1].mention >= 0) {
        head = story.entities.mentions[g[k - 1].mention].first - 1;
        if (head < g[k - 1].first || head >= g[k - 1].last) continue;
      }
      auto status = StatusOf(p, head, W::k_noun_status);
      if (!status) continue;
      // "has no intention of", "did not keep its aim of".
      // but "did not drop the possibility of".
      bool not_so =
          k > 1 && g[k - 2].kind == K::kVerb && g[k - 2].negated &&
          StatusOf(p, g[k - 2].head, W::k_light) != Status::kCancelled;
      bool none = p.IsWord(g[k - 1].first, "no") || not_so;
      bool may = *status != Status::kCompleted;
      if (!none && !may) continue;
      g[i].status = none ? Status::kDenied : Combine(*status, g[i].status);
      break;
    }
  }
}

// "will close the plant, cutting 300 jobs": as sure as the clause before.
void FromMain(const Story& story, ParsedSentence& parsed) {
  std::vector<Group>& g = parsed.groups;
  for (size_t i = 2; i < g.size(); ++i) {
    if (g[i].kind != K::kVerb || !g[i].participle || g[i].passive) continue;
    // "having bought" came before.
    bool earlier = story.passage.Has(g[i].first, W::k_have);
    size_t opens = i - 1;  // ", while also raising output"
    while (opens > 1 && g[opens].kind == K::kAdverb) --opens;
    bool meanwhile = g[opens].kind == K::kSubordinator &&
                     story.passage.IsWord(g[opens].head, "while");
    bool trails = (g[i - 1].kind == K::kComma || meanwhile) && !earlier &&
                  g[i].status == Status::kCompleted &&
                  !story.passage.VerbHas(g[i].head, W::k_say);
    for (size_t k = i - 1; trails && k > 0; --k) {
      const Group& before = g[k - 1];
      if (before.kind == K::kStop || before.kind == K::kQuote) break;
      if (before.kind != K::kVerb || !before.finite || before.aside) continue;
      bool ahead = before.status == Status::kPlanned ||
                   before.status == Status::kExpected;
      bool same = parsed.subject[k - 1] == parsed.subject[i];
      if (ahead && same) g[i].status = before.status;
      break;
    }
  }
}

// "Acme to close plant, cut 300 jobs": a heading leaves the "and" out.
void FromListed(const Story& story, ParsedSentence& parsed) {
  std::vector<Group>& g = parsed.groups;
  if (!parsed.sentence->heading) return;
  for (size_t i = 2; i < g.size(); ++i) {
    bool bare = g[i].kind == K::kVerb && g[i].first == g[i].head &&
                g[i - 1].kind == K::kComma && !g[i].participle &&
                (story.passage.word(g[i].head).tags & Bit(Tag::kVB)) != 0;
    int before = bare ? VerbBefore(g, static_cast<int>(i)) : -1;
    bool listed = before >= 0 && g[before].infinitive &&
                  parsed.subject[before] == parsed.subject[i];
    if (!listed) continue;
    g[i].infinitive = true;
    g[i].status = Combine(g[before].status, g[i].status);
  }
}

// "plans to grow by opening 30 shops": as sure as what it is the means of.
void FromEnd(const Story& story, ParsedSentence& parsed) {
  for (size_t i = 0; i < parsed.groups.size(); ++i) {
    int end = EndOfMeans(story.passage, parsed, static_cast<int>(i));
    if (end < 0) continue;
    Group& means = parsed.groups[i];
    Status status = parsed.groups[end].status;
    if (status != Status::kDenied) means.status = Combine(status, means.status);
  }
}

// "see profit rising 5% and revenue climbing 9%", "see profit rising 5% as
// revenue climbs 9%": a move that is told together with an expected one.
void FromExpectedMove(const Story& story, ParsedSentence& parsed) {
  std::vector<Group>& g = parsed.groups;
  const Passage& p = story.passage;
  auto moves = [&](size_t k) {
    return g[k].kind == K::kVerb && k + 1 < g.size() &&
           g[k + 1].kind == K::kFigure &&
           (p.VerbHas(g[k].head, W::k_rise) || p.VerbHas(g[k].head, W::k_fall));
  };
  int before = -1;
  for (size_t i = 0; i < g.size(); ++i) {
    if (g[i].kind == K::kStop || g[i].kind == K::kThat) before = -1;
    if (g[i].kind != K::kVerb) continue;
    int subject = parsed.subject[i];
    bool joined = before >= 0 && moves(i) && subject > before &&
                  (g[subject - 1].kind == K::kConjunction ||
                   g[subject - 1].kind == K::kSubordinator ||
                   g[subject - 1].kind == K::kPreposition);
    bool present =
        g[i].participle || p.Tagged(g[i].head, Bit(Tag::kVBZ) | Bit(Tag::kVBP));
    bool expected = joined && present && g[before].status == Status::kExpected;
    if (expected) g[i].status = Combine(g[i].status, Status::kExpected);
    before = moves(i) ? static_cast<int>(i) : -1;
  }
}

// "neither A nor B cut jobs", "neither firm cut jobs": what negates the subject
// negates the verb; "neither raised pay nor cut jobs".
void FromNegation(const Story& story, ParsedSentence& parsed) {
  const Passage& p = story.passage;
  for (size_t i = 0; i < parsed.groups.size(); ++i) {
    int subject = parsed.subject[i];
    if (parsed.groups[i].kind != K::kVerb || subject < 0) continue;
    uint32_t verb = parsed.groups[i].first;
    bool neither = verb > 0 && p.Has(verb - 1, W::k_negation) &&
                   p.Tagged(verb - 1, Bit(Tag::kDT) | Bit(Tag::kCC));
    if (neither) parsed.groups[i].negated = true;
    // "but not Acme, which was bought": it was.
    if (i > 0 && parsed.groups[i - 1].kind == K::kRelative) continue;
    uint32_t first = parsed.groups[subject].first;
    bool negated =
        p.Has(first, W::k_negation) ||
        (first > parsed.sentence->first && p.Has(first - 1, W::k_negation));
    if (negated) parsed.groups[i].negated = true;
  }
}

}  // namespace

void InheritStatus(const Story& story, ParsedSentence& parsed) {
  JoinPerfect(story, parsed);
  ShareAuxiliaries(story, parsed);
  FromClauseVerbs(story, parsed);
  FromNegation(story, parsed);
  FromBars(story, parsed);
  FromWhether(story, parsed);
  FromRisk(story, parsed);
  FromResult(story, parsed);
  FromListed(story, parsed);
  FromMain(story, parsed);
  FromEnd(story, parsed);
  FromExpectedMove(story, parsed);
}

}  // namespace newsdigest
