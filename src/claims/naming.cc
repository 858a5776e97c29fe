// What names a noun group that is no name: what stands in apposition, what it
// is called, what or whom it is of.
#include "claims/fillers.h"

namespace newsdigest {

using W = WordClass;

// "a group of investors", "the founder of Acme": told by who they are of.
bool Focus::IsToldBy(const ParsedSentence& parsed, int index) const {
  const Passage& p = story_.passage;
  const std::vector<Group>& g = parsed.groups;
  if (index + 2 >= static_cast<int>(g.size()) ||
      g[index + 2].kind != GroupKind::kNoun) {
    return false;
  }
  const Group& other = g[index + 2];
  // "analysts at Acme".
  bool at = p.IsWord(g[index + 1].head, "at");
  if (at) return IsSomeone(g[index]) && other.mention >= 0;
  if (!p.IsWord(g[index + 1].head, "of")) return false;
  if (IsSomeone(g[index])) return other.mention >= 0;
  return !g[index].definite && p.LemmaHas(g[index].head, W::k_team) &&
         (IsSomeone(other) || p.LemmaHas(other.head, W::k_nominal_company) ||
          p.LemmaHas(other.head, W::k_nominal_org));
}

// "a portfolio of warehouses", "a chain of bakeries": named by what it is of.
bool Focus::Collects(const ParsedSentence& parsed, int index) const {
  const Passage& p = story_.passage;
  const std::vector<Group>& g = parsed.groups;
  int of = index + 2;
  bool phrase = of < static_cast<int>(g.size()) &&
                p.IsWord(g[index + 1].head, "of") &&
                g[of].kind == GroupKind::kNoun && g[of].mention < 0 &&
                g[of].figure < 0 && !g[of].definite && g[of].possessor == 0 &&
                p.Tagged(g[of].head, Bit(Tag::kNNS));
  if (!phrase || g[index].definite || g[index].possessor > 0) return false;
  uint32_t head = g[index].head;
  // "companies of many kinds" are told by themselves.
  bool firms =
      p.LemmaHas(head, W::k_nominal_company) && p.Tagged(head, Bit(Tag::kNNS));
  return g[index].mention < 0 && !firms &&
         (p.LemmaHas(head, W::k_team) ||
          p.lexicon->word(p.word(head).lemma).noun_kind == model::kNounOfGroup);
}

// "the Norwegian government", "lawmakers in Norway", "SEC officials": known by
// their place or body.
int Focus::AuthorityEnd(const ParsedSentence& parsed, int index) const {
  const Passage& p = story_.passage;
  const EntityTable& table = story_.entities;
  const Group& group = parsed.groups[index];
  bool phrase_head =
      group.head > group.first &&
      p.Match(group.head - 1, W::k_authority, group.head + 1).length == 2;
  if (!p.LemmaHas(group.head, W::k_authority) && !phrase_head) return -1;
  auto place = [&](uint32_t i) {
    int mention = table.at[i];
    if (p.Has(i, W::k_demonym)) return true;
    if (mention < 0) return false;
    EntityType type = table.entities[table.mentions[mention].entity].type;
    return type == EntityType::kPlace || type == EntityType::kOrganization;
  };
  for (uint32_t i = group.first; i < group.head; ++i) {
    if (place(i)) return index;
  }
  // "Jane Porter's administration".
  uint32_t owner = group.possessor;
  bool led = owner > group.first && table.at[owner - 1] >= 0 &&
             table.entities[table.mentions[table.at[owner - 1]].entity].type ==
                 EntityType::kPerson;
  if (led) return index;
  int in = index + 1;
  bool phrase = in + 1 < static_cast<int>(parsed.groups.size()) &&
                (p.IsWord(parsed.groups[in].head, "in") ||
                 p.IsWord(parsed.groups[in].head, "of")) &&
                place(parsed.groups[in + 1].head);
  return phrase ? in + 1 : -1;
}

// "Acme is a baker which": Acme, whose predicate a relative clause tells of.
int Focus::PredicateOf(const ParsedSentence& parsed, int index) const {
  const Passage& p = story_.passage;
  const std::vector<Group>& g = parsed.groups;
  bool fits =
      index > 1 && index + 1 < static_cast<int>(g.size()) && !g[index].definite;
  bool firm = fits && p.LemmaHas(g[index].head, W::k_nominal_company);
  if (!fits || !(firm || IsSomeone(g[index]))) return -1;
  // "Acme, a startup valued at $1 billion", "Jane Porter, a baker arrested".
  const Group& next = g[index + 1];
  bool reduced = next.kind == GroupKind::kVerb && next.participle;
  bool apposed = reduced && g[index - 1].kind == GroupKind::kComma &&
                 g[index - 2].kind == GroupKind::kNoun &&
                 g[index - 2].mention >= 0;
  if (apposed) return index - 2;
  if (!firm || (next.kind != GroupKind::kRelative && !reduced)) return -1;
  int verb = index - 1;
  // "a baking and pastry company".
  while (verb > 0 && (g[verb].kind == GroupKind::kNoun ||
                      g[verb].kind == GroupKind::kConjunction ||
                      g[verb].kind == GroupKind::kAdjective)) {
    --verb;
  }
  bool is = g[verb].kind == GroupKind::kVerb && p.Has(g[verb].head, W::k_be) &&
            g[verb].finite && !g[verb].negated && parsed.subject[verb] >= 0 &&
            g[parsed.subject[verb]].mention >= 0;
  return is ? parsed.subject[verb] : -1;
}

// The name that stands in apposition to the noun group, a person's or a
// company's; -1: none.
int Focus::Apposed(const ParsedSentence& parsed, int index) const {
  const Passage& p = story_.passage;
  const std::vector<Group>& g = parsed.groups;
  int size = static_cast<int>(g.size());
  if (int named = PredicateOf(parsed, index); named >= 0) return named;
  int comma = index + 1;
  // "the finance director of Acme, Jane Porter,".
  bool of = comma + 1 < size && p.IsWord(g[comma].head, "of") &&
            g[comma + 1].kind == GroupKind::kNoun &&
            p.LemmaHas(g[index].head, W::k_title);
  if (of) comma += 2;
  int name = comma + 1;
  bool set_off = name + 1 < size && g[comma].kind == GroupKind::kComma &&
                 g[name].mention >= 0 &&
                 (g[name + 1].kind == GroupKind::kComma || name + 2 == size);
  // "two bakers, Acme and Quill,": the first of them.
  bool both = name + 3 < size && g[comma].kind == GroupKind::kComma &&
              g[name].mention >= 0 && g[name + 2].mention >= 0 &&
              g[name + 1].kind == GroupKind::kConjunction &&
              g[name + 3].kind == GroupKind::kComma &&
              p.Tagged(g[index].head, Bit(Tag::kNNS)) &&
              p.LemmaHas(g[index].head, W::k_nominal_company) &&
              (index == 0 || g[index - 1].kind != GroupKind::kComma);
  if (both) return name;
  // "ovens, Acme, and": a list.
  bool listed =
      (name + 2 < size && (g[name + 2].kind == GroupKind::kNoun ||
                           g[name + 2].kind == GroupKind::kConjunction)) ||
      (index > 0 && g[index - 1].kind == GroupKind::kComma && index > 1 &&
       g[index - 2].kind == GroupKind::kNoun);
  if (!set_off || listed) return -1;
  const MentionMatch& match = story_.entities.mentions[g[name].mention];
  EntityType type = story_.entities.entities[match.entity].type;
  bool aged = g[index].figure >= 0 &&
              story_.figures[g[index].figure].figure.kind == FigureKind::kAge;
  // "Acme's founder and chief executive, Jane Porter,".
  bool two = index > 1 && g[index - 1].kind == GroupKind::kConjunction &&
             g[index - 2].mention < 0 && IsSomeone(g[index - 2]);
  const Group& opens = g[two ? index - 2 : index];
  bool one = opens.definite || opens.possessor > 0 || aged;
  if (type == EntityType::kPerson) {
    return one && (aged || IsSomeone(g[index])) ? name : -1;
  }
  bool singular = !p.Tagged(g[index].head, Bit(Tag::kNNS));
  bool firm = type == EntityType::kCompany && singular &&
              (p.LemmaHas(g[index].head, W::k_nominal_company) ||
               p.LemmaHas(g[index].head, W::k_organ) || IsSomeone(g[index]));
  // "the country's main index, the Norwick 100,".
  bool index_name = type == EntityType::kInstrument && singular && one &&
                    p.LemmaHas(g[index].head, W::k_gauge);
  return firm || index_name ? name : -1;
}

// "a chatbot called Quill", "its latest phone, the Quill 9,": the name that the
// sentence gives the thing of the noun group; empty: none.
Span Focus::OwnName(const ParsedSentence& parsed, int index) const {
  const Passage& p = story_.passage;
  const std::vector<Group>& g = parsed.groups;
  const Group& thing = g[index];
  if (parsed.sentence->title_case || p.Tagged(thing.first, Bit(Tag::kNNP))) {
    return {};
  }
  auto proper = [&](uint32_t first, uint32_t last) {
    bool all = first < last && p.Tagged(last - 1, Bit(Tag::kNNP));
    for (uint32_t i = first; all && i < last; ++i) {
      all = p.tokens[i].is(kCapital) ||
            p.tokens[i].kind == TokenKind::kNumber || p.Is(i, "-");
    }
    return all;
  };
  for (uint32_t i = thing.first + 1; i + 1 < thing.last; ++i) {
    bool called = p.Tagged(i, Bit(Tag::kVBN)) && !p.Is(i - 1, "-") &&
                  p.Tagged(i - 1, Bit(Tag::kNN));
    if (called && proper(i + 1, thing.last)) return p.span(i + 1, thing.last);
  }
  int name = index + 2;
  int size = static_cast<int>(g.size());
  bool apposed = name + 1 < size && g[name - 1].kind == GroupKind::kComma &&
                 g[name].kind == GroupKind::kNoun &&
                 (g[name + 1].kind == GroupKind::kComma || name + 2 == size) &&
                 p.Tagged(thing.head, Bit(Tag::kNN)) && !IsSomeone(thing) &&
                 !p.LemmaHas(thing.head, W::k_nominal_company);
  bool listed =
      apposed &&
      ((name + 2 < size && (g[name + 2].kind == GroupKind::kNoun ||
                            g[name + 2].kind == GroupKind::kConjunction)) ||
       (index > 1 && g[index - 1].kind == GroupKind::kComma));
  if (!apposed || listed) return {};
  int mention = g[name].mention;
  bool other =
      mention >= 0 &&
      story_.entities.entities[story_.entities.mentions[mention].entity].type !=
          EntityType::kProduct;
  uint32_t first = g[name].first;
  if (p.IsWord(first, "the")) ++first;
  bool fits = !other && proper(first, g[name].last);
  return fits ? p.span(first, g[name].last) : Span{};
}

}  // namespace newsdigest
