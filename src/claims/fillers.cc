#include "claims/fillers.h"

#include <algorithm>

namespace newsdigest {
namespace {

using W = WordClass;

// The gazetteer's kind of places that stand for who governs there.
constexpr std::string_view kSeat = "seat";

// The words of a group without a leading article.
std::string Plain(const Passage& p, uint32_t first, uint32_t last) {
  while (first + 1 < last && p.Tagged(first, Bit(Tag::kDT) | Bit(Tag::kPRPS))) {
    ++first;
  }
  std::string out;
  for (char c : p.str(p.span(first, last))) {
    bool blank = c == ' ' || (c >= 9 && c <= 13);
    if (blank && (out.empty() || out.back() == ' ')) continue;
    out += blank ? ' ' : c;
  }
  return out;
}

}  // namespace

EntryFacts FactsOf(const Story& story, int entity) {
  const EntityInfo& info = story.entities.entities[entity];
  if (info.entry == kNoEntry) return {};
  return FactsOf(*story.passage.lexicon, story.entities.companies, info.entry);
}

uint16_t Focus::MaskOf(EntityType type) {
  return static_cast<uint16_t>(1 << static_cast<int>(type));
}

std::optional<Party> Focus::Country(std::string_view name, Span span) const {
  if (name.empty() || name == "-") return {};
  const std::vector<EntityInfo>& entities = story_.entities.entities;
  // Past so many names the country is taken as it is.
  size_t end = std::min<size_t>(entities.size(), 200);
  for (size_t i = 0; i < end; ++i) {
    if (entities[i].type != EntityType::kPlace) continue;
    int entity = static_cast<int>(i);
    bool same =
        entities[i].name == name || FactsOf(story_, entity).name == name;
    if (same) return Party{entities[i].name, entity, span};
  }
  return Party{std::string(name), -1, span};
}

Filler Focus::FromEntity(int entity, Span span) const {
  Filler filler;
  const EntityInfo& info = story_.entities.entities[entity];
  filler.mask = MaskOf(info.type);
  if (info.type == EntityType::kInstrument) filler.mask |= model::kSecurity;
  // "left the White House": those who govern there.
  bool seat =
      info.type == EntityType::kPlace && FactsOf(story_, entity).kind == kSeat;
  if (seat) filler.mask |= model::kOrganization;
  filler.party = {info.name, entity, span};
  return filler;
}

bool Focus::IsAuthority(const Group& group) const {
  for (uint32_t k = group.first; k <= group.head; ++k) {
    auto match = passage().Match(k, W::k_authority, group.head + 1);
    if (match.length > 0 && k + match.length == group.head + 1) return true;
  }
  return false;
}

// What the company that the group names by its relation to another owns or
// makes: the TikTok of "the TikTok owner", "TikTok's parent", "the owner of
// TikTok"; -1: it names none so.
int Focus::OwnedEntity(const ParsedSentence& parsed, int index) const {
  const Passage& p = story_.passage;
  const Group& group = parsed.groups[index];
  if (!parsed.classes.Has(W::k_owner_noun)) return -1;
  if (group.kind != GroupKind::kNoun || group.mention >= 0) return -1;
  bool owns = p.LemmaHas(group.head, W::k_owner_noun) ||
              EndsInTerm(p, group, W::k_owner_noun);
  if (!owns || p.Tagged(group.head, Bit(Tag::kNNS))) return -1;
  auto named = [&](uint32_t token) {
    int mention = story_.entities.at[token];
    if (mention < 0) return -1;
    // Not what the group itself was found to mean.
    if (story_.entities.mentions[mention].last > token + 1) return -1;
    int entity = story_.entities.mentions[mention].entity;
    EntityType type = story_.entities.entities[entity].type;
    bool thing = type == EntityType::kCompany || type == EntityType::kProduct;
    return thing ? entity : -1;
  };
  if (group.possessor > group.first) return named(group.possessor - 1);
  if (!group.definite) return -1;
  int left = group.head > group.first + 1 ? named(group.head - 1) : -1;
  if (left >= 0) return left;
  int of = index + 1;
  bool phrase = of + 1 < static_cast<int>(parsed.groups.size()) &&
                p.IsWord(parsed.groups[of].head, "of") &&
                parsed.groups[of + 1].kind == GroupKind::kNoun;
  return phrase ? named(parsed.groups[of + 1].head) : -1;
}

bool Focus::OwnsNamed(const ParsedSentence& parsed, int index) const {
  return OwnedEntity(parsed, index) >= 0;
}

std::string Focus::Words(const Group& group) const {
  // "cut rates half a point": the size is none of its words.
  bool sized = group.figure >= 0 &&
               story_.passage.Tagged(group.head, kNounTags) &&
               story_.figures[group.figure].figure.span.start >=
                   story_.passage.tokens[group.head].end();
  return Plain(story_.passage, group.first,
               sized ? group.head + 1 : group.last);
}

// "Acme's shares", "Acme shares": Acme; "gold prices": the gold.
Filler Focus::ReadMoving(const ParsedSentence& parsed, int index,
                         const Sort& sort) {
  const Group& group = parsed.groups[index];
  auto holder = Possessor(parsed, index);
  auto is = [&](uint16_t kind) {
    return holder && sort.security && (holder->mask & kind);
  };
  if (!holder || is(model::kPlace)) {
    if (auto left = Left(parsed, index, group.head)) holder = left;
  }
  // "the S&P 500's energy sector" is not the index.
  bool part = is(model::kInstrument) && group.possessor > 0;
  Filler filler;
  // "the 11 S&P sectors".
  part = part || (is(model::kInstrument) &&
                  story_.passage.LemmaHas(group.head, W::k_index_part) &&
                  story_.passage.Tagged(group.head, Bit(Tag::kNNS)));
  // "the S&P 500 utilities index".
  part = part || (is(model::kInstrument) && NamesIndexOfField(story_, group));
  // Nor is "MSCI's index" its maker.
  part = part || (is(model::kCompany) &&
                  story_.passage.LemmaHas(group.head, W::k_gauge));
  // Nor have agencies shares: "the Treasury yield".
  part = part || (is(model::kOrganization) && !is(model::kCompany));
  if (holder && !sort.commodity && !is(model::kPlace) && !part) {
    filler = *holder;
  } else {
    filler.party = {Words(group), -1,
                    story_.passage.span(group.first, group.last)};
    // "the yield on 10-year notes": of what, the phrase tells.
    int of = index + 2;
    bool on = sort.security &&
              story_.passage.LemmaHas(group.head, W::k_measure) &&
              of < static_cast<int>(parsed.groups.size()) &&
              group.head + 1 == group.last &&
              story_.passage.IsWord(parsed.groups[of - 1].head, "on") &&
              parsed.groups[of].kind == GroupKind::kNoun;
    if (on) filler.party.name += " on " + Words(parsed.groups[of]);
  }
  filler.mask = sort.security ? model::kSecurity : model::kMeasure;
  return filler;
}

// "a Florida man", "two former employees".
bool Focus::IsSomeone(const Group& group) const {
  const Passage& p = story_.passage;
  bool people =
      p.Has(group.head, W::k_demonym) && p.str(group.head).back() == 's';
  return people || p.LemmaHas(group.head, W::k_title) ||
         p.NamesPeople(group.head);
}

// "a Tesla", "a 1968 Boeing": one of the goods of the company so named.
bool Focus::IsGood(const Group& group) const {
  const MentionMatch& match = story_.entities.mentions[group.mention];
  const Passage& p = story_.passage;
  bool one =
      (p.IsWord(group.first, "a") || p.IsWord(group.first, "an")) &&
      group.first < match.first && match.last == group.last &&
      story_.entities.entities[match.entity].type == EntityType::kCompany;
  for (uint32_t i = group.first + 1; one && i < match.first; ++i) {
    one = p.Tagged(i, Bit(Tag::kCD));
  }
  return one;
}

// What the group may be whose words no list types, by how it is written.
uint16_t Focus::NameMask(const ParsedSentence& parsed,
                         const Group& group) const {
  const Passage& p = story_.passage;
  uint16_t mask = 0;
  // An untyped name may be any kind of party; what is possessed or described
  // is no name, nor is what is counted ("40 Teslas").
  if (p.Tagged(group.head, Bit(Tag::kNNP)) && group.possessor == 0 &&
      !p.Tagged(group.first, Bit(Tag::kJJ) | Bit(Tag::kCD)) &&
      p.Match(group.head, W::k_title, group.last).length == 0 &&
      !p.Has(group.head, W::k_demonym) && !p.Has(group.head, W::k_organ) &&
      group.head > parsed.sentence->first && !parsed.sentence->title_case) {
    mask |= model::kCompany | model::kProduct;
  }
  // "Nortiv raised $3 million": no word of the language opens the sentence.
  bool unknown =
      group.first == group.head && group.head == parsed.sentence->first &&
      p.word(group.head).tags == 0 && !p.Tagged(group.head, Bit(Tag::kNNS)) &&
      p.tokens[group.head].is(kCapital) && !parsed.sentence->heading;
  if (unknown) mask |= model::kCompany;
  // "its Whisk": a product of its owner.
  bool product =
      p.Tagged(group.first, Bit(Tag::kPRPS)) && group.figure < 0 &&
      group.last <= group.first + 3 && p.Tagged(group.head, Bit(Tag::kNNP)) &&
      p.tokens[group.head].is(kCapital) && !parsed.sentence->title_case;
  if (product) mask |= model::kProduct;
  return mask;
}

Filler Focus::Read(const ParsedSentence& parsed, int index) {
  const Group& group = parsed.groups[index];
  const Passage& p = story_.passage;
  Span span = p.span(group.first, group.last);
  if (group.kind != GroupKind::kNoun) return {};
  if (group.mention >= 0) {
    const MentionMatch& match = story_.entities.mentions[group.mention];
    Filler filler = FromEntity(match.entity, p.span(match.first, match.last));
    if (IsGood(group)) filler.mask = model::kProduct;
    // "Wall Street": a place that stands for its market.
    bool market = p.Match(match.first, W::k_security, match.last).length ==
                  match.last - match.first;
    if (market) filler.mask |= model::kSecurity;
    return filler;
  }
  // "the city of Austin".
  bool named_place = index + 2 < static_cast<int>(parsed.groups.size()) &&
                     p.LemmaHas(group.head, W::k_place_head) &&
                     group.definite &&
                     p.IsWord(parsed.groups[index + 1].head, "of") &&
                     parsed.groups[index + 2].mention >= 0;
  if (named_place) {
    Filler place = Read(parsed, index + 2);
    if (place.mask & model::kPlace) return place;
  }
  // "Acme's founder, Jane Porter,", "a rival baker, Acme,".
  if (int named = group.pronoun ? -1 : Apposed(parsed, index); named >= 0) {
    return Read(parsed, named);
  }
  if (auto entity = Resolve(parsed, group)) {
    NoteReference(group, *entity);
    return FromEntity(*entity, span);
  }
  if (group.pronoun) {
    bool it = p.IsWord(group.first, "it");
    if (it && OfInstitution(parsed, group.first)) {
      return {model::kOrganization, {institution_, -1, span}};
    }
    // "replaced him": a person, whoever it is.
    bool person = p.IsWord(group.first, "him") || p.IsWord(group.first, "her");
    if (person) return {model::kPerson, {}};
    auto unnamed = it ? UnnamedActing(parsed, group.first) : std::nullopt;
    return unnamed.value_or(Filler());
  }
  Sort sort = SortOf(story_, parsed, index);
  int priced = sort.measure ? PricedCommodity(story_, parsed, index) : -1;
  if (priced >= 0) {
    const Group& named = parsed.groups[priced];
    return {model::kSecurity,
            {Words(named), -1, p.span(named.first, named.last)}};
  }
  if (sort.security || sort.measure) return ReadMoving(parsed, index, sort);
  return ReadUnnamed(parsed, index);
}

Filler Focus::ReadUnnamed(const ParsedSentence& parsed, int index) const {
  const Group& group = parsed.groups[index];
  const Passage& p = story_.passage;
  Span span = p.span(group.first, group.last);
  Filler filler{model::kThing, {Words(group), -1, span}};
  if (IsSomeone(group)) {
    filler.mask |= model::kSomeone;
  }
  if (Span own = OwnName(parsed, index); own.end > own.start) {
    filler.party.span = Cover(span, own);
    filler.party.name = p.str(own);
  }
  auto known_by = [&](int last) {
    const Group& other = parsed.groups[last];
    filler.party.span = Cover(span, p.span(other.first, other.last));
    filler.party.name = Words(group) + " " +
                        std::string(p.str(parsed.groups[index + 1].head)) +
                        " " + Words(other);
  };
  if (IsToldBy(parsed, index)) {
    if (!(filler.mask & model::kSomeone)) {
      filler.mask |= model::kSomeone | model::kOrganization;
    }
    known_by(index + 2);
  }
  // "the maker of Quill ovens".
  bool makes = p.LemmaHas(group.head, W::k_maker_noun) &&
               group.possessor == 0 &&
               index + 2 < static_cast<int>(parsed.groups.size()) &&
               p.IsWord(parsed.groups[index + 1].head, "of") &&
               parsed.groups[index + 2].kind == GroupKind::kNoun;
  if (makes || Collects(parsed, index)) known_by(index + 2);
  if (int last = AuthorityEnd(parsed, index); last >= 0) {
    filler.mask |= model::kOrganization;
    if (last > index) known_by(last);  // "lawmakers in Norway"
  }
  if (OwnsNamed(parsed, index)) {
    filler.mask |= model::kCompany;
    bool of = group.possessor == 0 && group.head == group.first + 1;
    if (of) known_by(index + 2);
  }
  // "the combined company": one that the text names nowhere.
  bool described = group.definite && group.possessor == 0 &&
                   group.head > group.first + 1 &&
                   p.LemmaHas(group.head, W::k_nominal_company) &&
                   !p.LemmaHas(group.head, W::k_facility) &&
                   !p.Tagged(group.head, Bit(Tag::kNNS));
  // "A Swiss bank bought Quill".
  bool indefinite =
      (p.IsWord(group.first, "a") || p.IsWord(group.first, "an")) &&
      group.head > group.first + 1 && p.Tagged(group.head, Bit(Tag::kNN)) &&
      p.LemmaHas(group.head, W::k_nominal_company) &&
      !p.LemmaHas(group.head, W::k_facility) && group.figure < 0 &&
      p.Has(group.first + 1, W::k_demonym);
  if (described || indefinite) filler.mask |= model::kCompany;
  filler.mask |= NameMask(parsed, group);
  return filler;
}

}  // namespace newsdigest
