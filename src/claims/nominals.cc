#include "claims/nominals.h"

#include <algorithm>

#include "language/fold.h"

namespace newsdigest {
namespace {

using W = WordClass;

// Names before a description that it may mean.
constexpr size_t kLookBack = 200;

// The field of nouns that say how one company stands to another: "the unit".
constexpr std::string_view kRole = "role";

bool IsBody(EntityType type) {
  return type == EntityType::kCompany || type == EntityType::kOrganization;
}

// The field that the words [first, last) tell: "chipmaker", "Halden Bank".
std::string_view FieldIn(const Passage& p, uint32_t first, uint32_t last) {
  std::string_view field;
  for (uint32_t i = first; i < last; ++i) {
    auto noun = p.Match(i, W::k_nominal_company, last);
    if (noun.length > 0 && !noun.text.empty() && noun.text != kRole) {
      field = noun.text;
    }
    auto name = p.Match(i, W::k_name_field, last);
    if (name.length > 0) field = name.text;
  }
  return field;
}

}  // namespace

void Nominals::ReadFields() {
  const Passage& p = story_.passage;
  const EntityTable& table = story_.entities;
  names_ = table.mentions.size();
  fields_.assign(table.entities.size(), {});
  for (size_t e = 0; e < table.entities.size(); ++e) {
    const EntityInfo& info = table.entities[e];
    fields_[e] = FieldIn(p, info.description_first, info.description_last);
    if (fields_[e].empty()) {
      fields_[e] = FactsOf(story_, static_cast<int>(e)).kind;
    }
  }
  for (const MentionMatch& mention : table.mentions) {
    std::string_view& field = fields_[mention.entity];
    if (!field.empty() || !IsBody(table.entities[mention.entity].type)) {
      continue;
    }
    uint32_t from = mention.first >= 2 ? mention.first - 2 : 0;
    field = FieldIn(p, mention.first, mention.last);
    if (field.empty()) field = FieldIn(p, from, mention.first);
  }
}

bool Nominals::IsCompany(int entity) const {
  return entity >= 0 &&
         story_.entities.entities[entity].type == EntityType::kCompany;
}

bool Nominals::IsPlace(int mention) const {
  int entity = story_.entities.mentions[mention].entity;
  return story_.entities.entities[entity].type == EntityType::kPlace;
}

Nominals::Noun Nominals::NounOf(const Group& group) const {
  const Passage& p = story_.passage;
  Noun noun;
  for (uint32_t i = group.first; i <= group.head; ++i) {
    auto company = p.Match(i, W::k_nominal_company, group.head + 1);
    if (company.length == group.head + 1 - i) {
      return {W::k_nominal_company, company.text, i, {}};
    }
    for (W kind : {W::k_nominal_org, W::k_nominal_person}) {
      auto other = p.Match(i, kind, group.head + 1);
      if (other.length == group.head + 1 - i) return {kind, other.text, i, {}};
    }
  }
  return noun;
}

// Whether what stands before the noun narrows nothing: "the Seattle-based
// retailer", "the Dutch group", but no "the new company".
bool Nominals::PlainModifiers(uint32_t first, uint32_t noun) const {
  const Passage& p = story_.passage;
  uint32_t i = first + 1;  // after the article
  while (i < noun) {
    auto people = p.Match(i, W::k_demonym, noun);
    uint32_t place = i;
    while (place < noun && p.tokens[place].is(kCapital)) ++place;
    // "the Norwick, California-based company".
    if (place > i && place + 1 < noun && p.Is(place, ",")) {
      uint32_t state = place + 1;
      while (state < noun && p.tokens[state].is(kCapital)) ++state;
      if (p.Is(state, "-")) place = state;
    }
    int named = story_.entities.at[i];
    bool half = place > i && p.Is(place, "-") &&
                (p.IsWord(place + 1, "based") || p.IsWord(place + 1, "listed"));
    if (half) {
      i = place + 2;
    } else if (named >= 0 && IsPlace(named)) {  // "the Boston company"
      i = story_.entities.mentions[named].last;
    } else if (people.length > 0) {
      i += people.length;
    } else if (p.LemmaHas(noun, W::k_maker_noun) &&
               p.Tagged(i, Bit(Tag::kNN) | Bit(Tag::kNNS))) {
      ++i;  // "the snack maker"
    } else if (p.Tagged(i, Bit(Tag::kNN) | Bit(Tag::kNNS)) &&
               !p.tokens[i].is(kCapital) &&
               !p.LemmaHas(i, W::k_nominal_company) &&
               !p.LemmaHas(noun, W::k_facility)) {
      ++i;  // "the rental company", but "the rental business"
    } else {
      return false;
    }
  }
  return i == noun;
}

bool Nominals::HasLemma(uint32_t first, uint32_t last, uint32_t token) const {
  const Passage& p = story_.passage;
  for (uint32_t i = first; i < last; ++i) {
    if (p.tokens[i].word != 0 && p.word(i).lemma == p.word(token).lemma) {
      return true;
    }
  }
  return false;
}

std::string_view Nominals::HomeIn(uint32_t first, uint32_t noun) const {
  const Passage& p = story_.passage;
  std::string_view home;
  for (uint32_t i = first; i < noun; ++i) {
    int named = story_.entities.at[i];
    bool listed = p.Is(i + 1, "-") && p.IsWord(i + 2, "listed");
    if (named >= 0 && IsPlace(named) && !listed) {
      home = FactsOf(story_, story_.entities.mentions[named].entity).country;
    } else if (p.Has(i, W::k_demonym)) {
      home = CountryCode(*p.lexicon, p.Match(i, W::k_demonym, noun).text);
    }
  }
  return home;
}

bool Nominals::LivesIn(int entity, std::string_view home) const {
  if (home.empty() || entity < 0) return true;
  std::string_view country = FactsOf(story_, entity).country;
  return country.empty() || country == home;
}

// Whether the words before the noun describe the entity: "the cake company" of
// "cake and pie maker Acme".
bool Nominals::DescribedSo(const Group& group, const Noun& noun,
                           int entity) const {
  const EntityInfo& info = story_.entities.entities[entity];
  if (noun.first <= group.first + 1) return false;
  for (uint32_t i = group.first + 1; i < noun.first; ++i) {
    if (!HasLemma(info.description_first, info.description_last, i)) {
      return false;
    }
  }
  return true;
}

// "the commission": the FTC, whose name in full ends so.
bool Nominals::EndsItsName(int entity, const Group& group) const {
  std::string_view name = FactsOf(story_, entity).name;
  std::string_view last = name.substr(name.rfind(' ') + 1);
  return group.last == group.first + 2 &&
         Lowered(story_.passage.str(group.head)) == Lowered(last);
}

bool Nominals::Fits(int entity, const MentionMatch& mention, const Group& group,
                    const Noun& noun) const {
  const EntityInfo& info = story_.entities.entities[entity];
  bool type = noun.kind == W::k_nominal_person
                  ? info.type == EntityType::kPerson
                  : IsBody(info.type);
  if (!type || !LivesIn(entity, noun.home)) return false;
  bool organization = noun.kind == W::k_nominal_org;
  bool field = !noun.field.empty() && noun.field == fields_[entity];
  // "the drug agency": not any agency.
  if (field && organization) field = PlainModifiers(group.first, noun.first);
  if (field || (organization && EndsItsName(entity, group))) return true;
  if (HasLemma(info.description_first, info.description_last, group.head)) {
    return true;
  }
  return noun.kind != W::k_nominal_person &&
         HasLemma(mention.first, mention.last, group.head);
}

template <typename Test>
int Nominals::LastThat(const Group& group, Test fits) const {
  const EntityTable& table = story_.entities;
  auto names = table.mentions.begin() + static_cast<long>(names_);
  auto at = std::partition_point(
      table.mentions.begin(), names,
      [&](const MentionMatch& m) { return m.first < group.first; });
  size_t back = 0;
  while (at != table.mentions.begin() && back++ < kLookBack) {
    --at;
    if (fits(*at)) return at->entity;
  }
  return -1;
}

int Nominals::LastNamed(const Group& group, const Noun& noun, int actor) const {
  return LastThat(group, [&](const MentionMatch& mention) {
    return mention.entity != actor &&
           Fits(mention.entity, mention, group, noun);
  });
}

int Nominals::Mentions(const Group& group, int entity) const {
  const EntityTable& table = story_.entities;
  int count = 0;
  for (size_t m = 0; m < names_; ++m) {
    if (table.mentions[m].first >= group.first) break;
    if (table.mentions[m].entity == entity) ++count;
  }
  return count;
}

int Nominals::LastAtHome(const Group& group, std::string_view home) const {
  int there = LastThat(group, [&](const MentionMatch& mention) {
    return IsCompany(mention.entity) &&
           FactsOf(story_, mention.entity).country == home;
  });
  if (there >= 0) return there;
  // One whose home nothing tells.
  return LastThat(group, [&](const MentionMatch& mention) {
    return IsCompany(mention.entity) && LivesIn(mention.entity, home);
  });
}

// "the 48-year-old": who the article says is 48, else the person that it
// speaks of, unless it gives another age for them.
int Nominals::OfAge(const Group& group, int person) const {
  const Passage& p = story_.passage;
  const EntityTable& table = story_.entities;
  std::string_view years = p.str(story_.figures[group.figure].core);
  auto age_of = [&](const MentionMatch& m) -> std::string_view {
    bool told = m.last + 1 < p.size() && p.Is(m.last, ",") &&
                p.tokens[m.last + 1].kind == TokenKind::kNumber;
    return told ? p.str(m.last + 1) : std::string_view();
  };
  bool other = false;
  for (size_t m = 0; m < names_ && m < kLookBack; ++m) {
    const MentionMatch& mention = table.mentions[m];
    if (mention.first >= group.first) break;
    if (table.entities[mention.entity].type != EntityType::kPerson) continue;
    std::string_view age = age_of(mention);
    if (age == years) return mention.entity;
    other = other || (mention.entity == person && !age.empty());
  }
  return other ? -1 : person;
}

int Nominals::Resolve(const Group& group, int body, int person, int actor) {
  const Passage& p = story_.passage;
  if (body == actor) body = -1;
  if (fields_.empty()) ReadFields();
  if (group.figure >= 0 &&
      story_.figures[group.figure].figure.kind == FigureKind::kAge) {
    return OfAge(group, person);
  }
  if (p.Tagged(group.head, Bit(Tag::kNNS))) return -1;
  Noun noun = NounOf(group);
  if (noun.kind == W::kCount) return -1;
  bool company = noun.kind == W::k_nominal_company;
  if (noun.kind != W::k_nominal_person) {
    noun.home = HomeIn(group.first, noun.first);
  }
  bool elsewhere = !LivesIn(body, noun.home);
  if (company && noun.field.empty()) {
    int there = elsewhere ? LastAtHome(group, noun.home) : -1;
    if (elsewhere) body = there;
    bool plain = PlainModifiers(group.first, noun.first) ||
                 (IsCompany(body) && DescribedSo(group, noun, body));
    return plain && IsCompany(body) ? body : -1;
  }
  // "the bank": who is spoken of, before others that are banks too.
  bool spoken = company && IsCompany(body) && !elsewhere &&
                noun.field != kRole && fields_[body] == noun.field;
  int named = spoken ? body : LastNamed(group, noun, actor);
  // "the airline": who the text is about, before another that only is one.
  bool about = company && noun.field != kRole && named >= 0 && named != body &&
               IsCompany(body) && !elsewhere && fields_[body].empty() &&
               PlainModifiers(group.first, noun.first) &&
               Mentions(group, body) > Mentions(group, named);
  if (about) named = body;
  // "the billionaire": who is spoken of, whatever they were called before.
  bool anyone = noun.kind == W::k_nominal_person && !noun.field.empty() &&
                group.definite && group.last == group.first + 2;
  if (named < 0 && anyone) return person;
  if (named >= 0 || !company || noun.field == kRole) return named;
  // "the retailer": a maker may be that too.
  bool loose = story_.passage.lexicon->Has(
      story_.passage.lexicon->Find(noun.field), W::k_loose_field);
  bool free = IsCompany(body) && !elsewhere &&
              (fields_[body].empty() || loose) &&
              PlainModifiers(group.first, noun.first);
  if (!free) return -1;
  if (fields_[body].empty()) fields_[body] = noun.field;
  return body;
}

}  // namespace newsdigest
