#include "claims/clause.h"

#include <algorithm>

#include "claims/status.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

ParsedSentence ParseSentence(const Story& story, int index) {
  ParsedSentence parsed;
  parsed.index = index;
  parsed.sentence = &story.passage.sentences[index];
  parsed.classes = story.passage.ClassesOf(*parsed.sentence);
  for (uint32_t i = parsed.sentence->first; i < parsed.sentence->last; ++i) {
    parsed.words.Add(story.passage.tokens[i].word);
    parsed.words.Add(story.passage.word(i).lemma);
  }
  parsed.groups = MakeGroups(story, *parsed.sentence);
  FindSubjects(story, parsed);
  JoinSubjects(story, parsed);
  InheritStatus(story, parsed);
  return parsed;
}

int VerbBefore(const std::vector<Group>& groups, int i) {
  for (int k = i - 1; k >= 0 && k > i - kGroupReach; --k) {
    if (groups[k].kind == GroupKind::kVerb && !groups[k].aside) return k;
    if (groups[k].kind == GroupKind::kStop) return -1;
  }
  return -1;
}

int GoverningVerb(const Story& story, const ParsedSentence& parsed, int noun,
                  bool measure) {
  const std::vector<Group>& g = parsed.groups;
  // "logged growth of 17% and earnings of $0.83", "a dividend of 12 cents and a
  // buyback": further back for what is joined.
  bool joined = noun > 1 && g[noun - 1].kind == K::kConjunction &&
                (measure || g[noun - 2].kind == K::kFigure);
  for (int k = noun - 1; k >= 0 && k > noun - (joined ? 12 : 6); --k) {
    switch (g[k].kind) {
      case K::kVerb: {
        Complement complement = ReadComplement(story, parsed, k);
        bool object =
            std::find(complement.objects.begin(), complement.objects.end(),
                      noun) != complement.objects.end();
        // "had costs of $3 million, or a tax rate of 4%".
        const Passage& p = story.passage;
        bool more =
            joined && measure && VerbOf(parsed, noun) < 0 &&
            (p.VerbHas(g[k].head, W::k_light) || p.Has(g[k].head, W::k_have) ||
             p.VerbHas(g[k].head, W::k_embeds));
        return object || more ? k : -1;
      }
      case K::kNoun:
      case K::kAdverb:
      case K::kConjunction:
      case K::kComma:
      case K::kDate:
        continue;
      case K::kFigure:
      case K::kPreposition: {
        // "called off its purchase": the particle is the verb's.
        bool particle = k > 0 && g[k - 1].kind == K::kVerb &&
                        story.passage.Has(g[k].first, W::k_verb_particle);
        // "forecast on Wednesday a rise of 3%".
        bool time = k > 0 && k + 2 == noun && g[k + 1].kind == K::kDate &&
                    g[k - 1].kind == K::kVerb;
        if (joined || particle || time) continue;
        return -1;
      }
      default:
        return -1;
    }
  }
  return -1;
}

bool CameBefore(const Passage& p, const ParsedSentence& parsed, int verb) {
  if (verb < 1 || !parsed.groups[verb].participle) return false;
  const Group& before = parsed.groups[verb - 1];
  return before.kind == K::kSubordinator && p.Has(before.head, W::k_ground);
}

bool IsResult(const Passage& p, const ParsedSentence& parsed, int verb) {
  const std::vector<Group>& g = parsed.groups;
  bool follows = verb > 1 && g[verb].participle && !g[verb].passive &&
                 g[verb - 1].kind == K::kComma &&
                 p.VerbHas(g[verb].head, W::k_causes);
  auto happened = [&](const Group& group) {
    // "agreed to buy Quill, sending its shares up": so much happened.
    bool agreed =
        group.first < group.head && p.Tagged(group.first, Bit(Tag::kVBD)) &&
        !p.Has(group.first, W::k_be) && !p.Has(group.first, W::k_have);
    return (group.status == Status::kCompleted || agreed) && !group.negated;
  };
  // "Acme will cut jobs, it said on Monday, sending": once it was said.
  int last = follows ? VerbBefore(g, verb) : -1;
  if (last >= 0 && g[last].finite && p.VerbHas(g[last].head, W::k_say) &&
      happened(g[last])) {
    return true;
  }
  for (int k = 0; follows && k < verb; ++k) {
    if (g[k].kind == K::kVerb && g[k].finite) return happened(g[k]);
  }
  return false;
}

int EndOfMeans(const Passage& p, const ParsedSentence& parsed, int verb) {
  const std::vector<Group>& g = parsed.groups;
  bool means = verb > 1 && g[verb].kind == K::kVerb && g[verb].participle &&
               !g[verb].passive && p.IsWord(g[verb - 1].head, "by");
  if (!means) return -1;
  for (int k = verb - 2; k >= 0; --k) {
    if (g[k].kind == K::kStop) return -1;
    if (g[k].kind == K::kVerb && g[k].aside == g[verb].aside) {
      return g[k].passive ? -1 : k;
    }
  }
  return -1;
}

int SumToward(const Passage& p, const ParsedSentence& parsed, int verb) {
  const std::vector<Group>& g = parsed.groups;
  if (!g[verb].infinitive && !g[verb].participle) return -1;
  int k = verb - 1;
  // "in cash and stock".
  auto means = [&](int i) {
    return g[i].kind == GroupKind::kNoun && g[i].mention < 0 &&
           (p.IsWord(g[i].head, "cash") ||
            p.LemmaHas(g[i].head, WordClass::k_security));
  };
  while (k > 1 && means(k) &&
         (g[k - 1].kind == GroupKind::kPreposition ||
          g[k - 1].kind == GroupKind::kConjunction)) {
    k -= 2;
  }
  bool sum = k > 0 && g[k].kind == GroupKind::kFigure &&
             g[k - 1].kind == GroupKind::kVerb;
  return sum ? k : -1;
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

int ThatClause(const ParsedSentence& parsed, int verb) {
  const std::vector<Group>& g = parsed.groups;
  int size = static_cast<int>(g.size());
  int that = verb + 1;
  bool when = that + 1 < size && g[that].kind == GroupKind::kPreposition &&
              g[that + 1].date >= 0;
  if (when) ++that;
  if (that < size && g[that].date >= 0) ++that;
  bool opens = that + 1 < size && g[that].kind == GroupKind::kThat;
  return opens ? that + 1 : -1;
}

Complement WithInfinitive(const Story& story, const ParsedSentence& parsed,
                          const Complement& complement) {
  Complement out = complement;
  Complement more = ReadComplement(story, parsed, complement.end);
  auto append = [](auto& to, const auto& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  append(out.objects, more.objects);
  append(out.phrases, more.phrases);
  append(out.figures, more.figures);
  append(out.dates, more.dates);
  append(out.adverbs, more.adverbs);
  out.end = more.end;
  return out;
}

model::Slot SlotOf(const Passage& p, uint32_t preposition) {
  static constexpr std::pair<std::string_view, model::Slot> kSlots[] = {
      {"of", model::Slot::kOf},           {"by", model::Slot::kBy},
      {"with", model::Slot::kWith},       {"in", model::Slot::kIn},
      {"into", model::Slot::kInto},       {"to", model::Slot::kTo},
      {"for", model::Slot::kFor},         {"from", model::Slot::kFrom},
      {"on", model::Slot::kOn},           {"at", model::Slot::kAt},
      {"against", model::Slot::kAgainst}, {"between", model::Slot::kBetween},
      {"over", model::Slot::kOver},       {"as", model::Slot::kAs},
      {"behind", model::Slot::kBehind},   {"toward", model::Slot::kTo},
      {"towards", model::Slot::kTo},      {"including", model::Slot::kOf}};
  for (const auto& [word, slot] : kSlots) {
    if (p.IsWord(preposition, word)) return slot;
  }
  return model::Slot::kNone;
}

}  // namespace newsdigest
