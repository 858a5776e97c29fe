#include "claims/explain.h"

#include <fmt/format.h>

#include "claims/clause.h"
#include "text/display.h"

namespace newsdigest {
namespace {

std::string Words(const Passage& p, uint32_t first, uint32_t last) {
  return Harmless(p.str(p.span(first, last)));
}

void ExplainGroups(const Story& story, const ParsedSentence& parsed,
                   std::string& out) {
  const Passage& p = story.passage;
  out += "groups:\n";
  for (size_t i = 0; i < parsed.groups.size(); ++i) {
    const Group& g = parsed.groups[i];
    out += fmt::format("  {:3} {:6} {}", i, Name(g.kind),
                       Words(p, g.first, g.last));
    if (g.kind == GroupKind::kVerb) {
      out += fmt::format(
          "  <{}{}{}{}{}> subject {}", newsdigest::Name(g.status),
          g.passive ? " passive" : "", g.infinitive ? " infinitive" : "",
          g.participle ? " participle" : "", g.negated ? " negated" : "",
          parsed.subject[i]);
    } else if (g.kind == GroupKind::kNoun) {
      out += fmt::format("  <head {}>", p.str(g.head));
    }
    if (g.aside) out += "  (aside)";
    out += '\n';
  }
}

}  // namespace

void ExplainSentence(Story& story, int index, std::string& out) {
  const Passage& p = story.passage;
  const Sentence& sentence = p.sentences[index];
  out += "sentence: " + Harmless(p.str(sentence.span)) + "\n";
  if (sentence.tail) out += "tail matter: no claims are read from it\n";
  out += "tokens:";
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    out += fmt::format(" {}/{}", Harmless(p.str(i)),
                       kTagNames[static_cast<int>(p.tags[i])]);
  }
  out += "\nnames:\n";
  for (const MentionMatch& mention : story.entities.mentions) {
    if (mention.first < sentence.first || mention.last > sentence.last) {
      continue;
    }
    const EntityInfo& info = story.entities.entities[mention.entity];
    out +=
        fmt::format("  {} = {} ({})\n", Words(p, mention.first, mention.last),
                    Harmless(info.name), Name(info.type));
  }
  out += "figures:\n";
  for (const FigureMatch& figure : story.figures) {
    if (figure.first < sentence.first || figure.last > sentence.last) {
      continue;
    }
    out += fmt::format("  {} ({} {})\n", Words(p, figure.first, figure.last),
                       Name(figure.figure.kind), figure.figure.unit);
  }
  ExplainGroups(story, ParseSentence(story, index), out);
  out += "frames:\n";
  std::string log;
  FindClaims(story, &log, index);
  out += log.empty() ? "  no trigger\n" : log;
  out += '\n';
}

const char* Name(GroupKind kind) {
  static constexpr const char* kNames[] = {
      "noun", "verb", "figure", "date", "prep", "conj", "comma", "rel",
      "that", "sub",  "dash",   "stop", "adv",  "adj",  "quote", "other"};
  return kNames[static_cast<int>(kind)];
}

}  // namespace newsdigest
