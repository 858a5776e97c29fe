#include "claims/quote_speaker.h"

#include <algorithm>

#include "claims/speaker.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

constexpr uint32_t kNear = 16;  // tokens from a quotation to who said it
constexpr uint32_t kFar = 40;   // the same, before the quotation

// Words that may stand for who speaks.
constexpr uint32_t kNamed = kNounTags | Bit(Tag::kPRP);

// The first group that ends behind `token`.
size_t GroupAt(const ParsedSentence& parsed, uint32_t token) {
  auto ends = [](const Group& group, uint32_t at) { return group.last <= at; };
  auto group =
      std::lower_bound(parsed.groups.begin(), parsed.groups.end(), token, ends);
  return static_cast<size_t>(group - parsed.groups.begin());
}

}  // namespace

QuoteSpeakers::QuoteSpeakers(const Story& story)
    : story_(story),
      p_(story.passage),
      table_(story.entities),
      persons_(story) {
  parsed_.index = -1;
}

std::optional<QuoteSpeaker> QuoteSpeakers::Find(const QuoteMarks& marks,
                                                uint32_t left, uint32_t right) {
  Found found;
  if (!EndsSentence(marks)) found = After(marks, right);
  if (!found) found = Before(left, marks.open, true);
  if (!found) found = InWordsOf(marks.open);
  if (!found) found = FromDocument(left, marks.open);
  if (!found) found = Before(left, marks.open, false);
  if (!found) found = According(marks.close + 1, right);
  // "According to Jane Porter, "..."".
  if (!found) found = According(ClauseStart(left, marks.open), marks.open);
  if (found && found->party.entity >= 0) {
    auto begins = [](const Token& token, uint64_t at) {
      return token.start < at;
    };
    auto token = std::lower_bound(p_.tokens.begin(), p_.tokens.end(),
                                  found->party.span.start, begins);
    persons_.NoteSpeaker(static_cast<uint32_t>(token - p_.tokens.begin()),
                         found->party.entity);
  }
  return found;
}

bool QuoteSpeakers::EndsSentence(const QuoteMarks& marks) const {
  if (marks.open == 0 || !p_.Is(marks.close - 1, ".")) return false;
  const Token& before = p_.tokens[marks.open - 1];
  return before.kind != TokenKind::kMark;
}

bool QuoteSpeakers::Says(uint32_t i) const {
  return p_.VerbHas(i, W::k_say) && p_.Tagged(i, kVerbTags);
}

uint32_t QuoteSpeakers::ClauseStart(uint32_t limit, uint32_t open) const {
  uint32_t start = open;
  uint32_t least = open > limit + kFar ? open - kFar : limit;
  while (start > least && !p_.Is(start - 1, ".") && !p_.Is(start - 1, ";")) {
    --start;
  }
  return start;
}

const ParsedSentence& QuoteSpeakers::Parse(uint32_t token) {
  auto after = [](uint32_t at, const Sentence& s) { return at < s.first; };
  auto next =
      std::upper_bound(p_.sentences.begin(), p_.sentences.end(), token, after);
  int index = static_cast<int>(next - p_.sentences.begin()) - 1;
  if (parsed_.index != index) parsed_ = ParseSentence(story_, index);
  return parsed_;
}

int QuoteSpeakers::VerbGroup(const ParsedSentence& parsed, uint32_t cue) {
  size_t i = GroupAt(parsed, cue);
  bool verb = i < parsed.groups.size() && parsed.groups[i].first <= cue &&
              parsed.groups[i].kind == K::kVerb;
  return verb ? static_cast<int>(i) : -1;
}

auto QuoteSpeakers::FromVerb(uint32_t cue, bool behind) -> Found {
  const ParsedSentence& parsed = Parse(cue);
  int verb = VerbGroup(parsed, cue);
  if (verb < 0 || parsed.groups[verb].passive) return {};
  const std::vector<Group>& g = parsed.groups;
  int next = verb + 1;
  bool inverted =
      behind && next < static_cast<int>(g.size()) && g[next].kind == K::kNoun;
  if (inverted) return FromNoun(parsed, next, cue);
  int subject = parsed.subject[verb];
  // "Acme sent a note, saying": who acts in the clause before.
  for (int i = verb - 1; i >= 0 && subject < 0 && !g[verb].finite; --i) {
    if (g[i].kind == K::kVerb && g[i].finite) subject = parsed.subject[i];
  }
  if (subject < 0) return {};
  return FromNoun(parsed, subject, cue);
}

auto QuoteSpeakers::FromNoun(const ParsedSentence& parsed, int noun,
                             uint32_t cue) -> Found {
  const std::vector<Group>& g = parsed.groups;
  size_t named = static_cast<size_t>(noun) + 2;
  bool apposed = g[noun].mention < 0 && !g[noun].pronoun && named < g.size() &&
                 g[named - 1].kind == K::kComma && g[named].mention >= 0;
  if (apposed) {
    int entity = table_.mentions[g[named].mention].entity;
    apposed = table_.entities[entity].type == EntityType::kPerson;
  }
  return FromGroup(g[apposed ? named : static_cast<size_t>(noun)], cue);
}

auto QuoteSpeakers::FromEntity(int entity, Span span, uint32_t cue) const
    -> Found {
  const EntityInfo& info = table_.entities[entity];
  bool speaks =
      info.type == EntityType::kPerson || info.type == EntityType::kCompany ||
      info.type == EntityType::kOrganization || info.type == EntityType::kPlace;
  if (!speaks) return {};
  QuoteSpeaker speaker;
  speaker.party = {info.name, entity, span};
  speaker.cue = p_.str(cue);
  return speaker;
}

auto QuoteSpeakers::FromMention(uint32_t token, uint32_t cue) const -> Found {
  if (table_.at[token] < 0) return {};
  const MentionMatch& match = table_.mentions[table_.at[token]];
  return FromEntity(match.entity, p_.span(match.first, match.last), cue);
}

auto QuoteSpeakers::FromGroup(const Group& group, uint32_t cue) -> Found {
  if (Persons::IsPronoun(p_, group.head)) {
    int person = persons_.Before(group.head);
    if (person < 0) return {};
    return FromEntity(person, p_.tokens[group.head].span(), cue);
  }
  if (group.mention >= 0) {
    return FromMention(table_.mentions[group.mention].first, cue);
  }
  if (Found found = FromMention(group.head, cue)) return found;
  // "Porter said": a name that stands nowhere else.
  bool name =
      p_.Tagged(group.head, Bit(Tag::kNNP)) && table_.at[group.head] < 0;
  if (group.pronoun || !(name || IsSource(p_, group.head))) return {};
  Span span = p_.span(group.first, group.last);
  QuoteSpeaker speaker;
  speaker.party = {std::string(p_.str(span)), -1, span};
  speaker.cue = p_.str(cue);
  return speaker;
}

// `..., X said`, `... said X`. Behind a comma inside the marks any verb does:
// `,” X shot back`, `!” beamed X`.
auto QuoteSpeakers::After(const QuoteMarks& marks, uint32_t limit) -> Found {
  uint32_t from = marks.close + 1;
  uint32_t end = std::min(limit, from + kNear);
  bool open = marks.close < limit && p_.Is(marks.close - 1, ",");
  bool asks = marks.close < limit &&
              (p_.Is(marks.close - 1, "!") || p_.Is(marks.close - 1, "?"));
  for (uint32_t i = from; i < end; ++i) {
    if (p_.Is(i, ".") || p_.Is(i, ";")) break;
    if (!Says(i)) continue;
    bool first = true;
    for (uint32_t k = from; k < i; ++k) first = first && !p_.Tagged(k, kNamed);
    if (Found found = FromVerb(i, first)) return found;
    break;
  }
  bool inverted = (open || asks) && from < end &&
                  p_.Tagged(from, kFiniteTags) &&
                  !p_.tokens[from].is(kCapital) && !p_.Has(from, W::k_be) &&
                  !p_.Has(from, W::k_have);
  if (inverted) return FromVerb(from, true);
  if (!open) return {};
  uint32_t i = from;
  while (i < end && !p_.Tagged(i, kFiniteTags)) {
    bool noun = p_.Tagged(i, kNamed | Bit(Tag::kDT) | Bit(Tag::kPRPS) |
                                 Bit(Tag::kJJ) | Bit(Tag::kPOS));
    if (!noun) return {};
    ++i;
  }
  if (i == from || i == end) return {};
  return FromVerb(i, false);
}

// "..., according to X".
auto QuoteSpeakers::According(uint32_t from, uint32_t limit) -> Found {
  uint32_t end = std::min(limit, from + 4);
  for (uint32_t i = from; i < end; ++i) {
    auto match = p_.Match(i, W::k_according, limit);
    if (match.length < 2) continue;
    const ParsedSentence& parsed = Parse(i);
    size_t size = parsed.groups.size();
    for (size_t k = GroupAt(parsed, i + match.length); k < size; ++k) {
      if (parsed.groups[k].kind != K::kNoun) continue;
      return FromGroup(parsed.groups[k], i);
    }
  }
  return {};
}

// A memo, filing or letter that the sentence speaks of: whose it is, told
// here ("Acme sent a memo") or where the document was named before.
auto QuoteSpeakers::FromDocument(uint32_t limit, uint32_t open) -> Found {
  uint32_t start = open;
  while (start > limit && !p_.Is(start - 1, ".")) --start;
  Found named;
  for (uint32_t i = start; i < open; ++i) {
    if (!named) named = FromMention(i, i);
    if (!p_.LemmaHas(i, W::k_document) || !p_.Tagged(i, kNounTags)) continue;
    if (p_.Tagged(i + 1, kNounTags)) continue;  // "its email use"
    if (named) {
      document_ = named;
    } else if (document_) {
      named = document_;
      named->party.span = p_.tokens[i].span();
    }
    if (!named) return {};
    named->cue = p_.str(i);
    named->document = true;
    return named;
  }
  return {};
}

auto QuoteSpeakers::SentenceBefore(const QuoteMarks& marks, uint32_t limit)
    -> Found {
  uint32_t open = marks.open;
  if (open <= limit + 1 || !p_.Is(open - 1, ".")) return {};
  bool credited = marks.close + 1 < p_.tokens.size() && Says(marks.close + 1);
  if (credited) return {};
  uint32_t start = ClauseStart(limit, open - 1);
  for (uint32_t i = open - 1; i > start; --i) {
    if (!Says(i - 1) || !p_.Tagged(i - 1, kFiniteTags)) continue;
    Found found = FromVerb(i - 1, false);
    return found && found->party.entity >= 0 ? found : Found();
  }
  return {};
}

auto QuoteSpeakers::InWordsOf(uint32_t open) -> Found {
  bool words = open > 2 && p_.Is(open - 1, ",") && p_.IsWord(open - 2, "words");
  if (!words) return {};
  const ParsedSentence& parsed = Parse(open - 2);
  size_t at = GroupAt(parsed, open - 2);
  if (at == 0 || at >= parsed.groups.size()) return {};
  Group owner = parsed.groups[at];
  bool own = owner.kind == K::kNoun && owner.head == open - 2 &&
             parsed.groups[at - 1].kind == K::kPreposition;
  if (!own || owner.possessor == 0) return {};
  owner.last = owner.possessor - 1;
  owner.head = owner.last - 1;
  owner.mention = table_.at[owner.head];
  return FromGroup(owner, open - 2);
}

// `X said, "..."`, `X: "..."`, `X called it "..."`. `finite`: by a finite verb
// only, not "describing it as".
auto QuoteSpeakers::Before(uint32_t limit, uint32_t open, bool finite)
    -> Found {
  uint32_t start = ClauseStart(limit, open);
  for (uint32_t i = open; i > start; --i) {
    uint32_t cue = i - 1;
    if (!Says(cue) || (finite && !p_.Tagged(cue, kFiniteTags))) continue;
    if (Found found = FromVerb(cue, cue == start)) return found;
  }
  bool colon = open > start + 1 && p_.Is(open - 1, ":");
  if (!colon) return {};
  if (Found named = FromMention(open - 2, open - 1)) {
    // "Acme: "...": no verb stands by.
    bool bare = true;
    for (uint32_t i = start; i < open; ++i) {
      bare = bare && !p_.Tagged(i, kFiniteTags);
    }
    if (bare) return named;
  }
  for (uint32_t i = open; i > start; --i) {
    if (p_.Tagged(i - 1, kFiniteTags)) return FromVerb(i - 1, false);
  }
  return {};
}

}  // namespace newsdigest
