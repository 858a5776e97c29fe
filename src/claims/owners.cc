// Whose a noun group is: its possessor, the body of a person, the name to its
// left.
#include <algorithm>

#include "claims/fillers.h"

namespace newsdigest {

using W = WordClass;

// The gazetteer's kind of countries.
constexpr std::string_view kCountry = "country";

std::optional<Filler> Focus::Possessor(const ParsedSentence& parsed,
                                       int index) {
  const Group& group = parsed.groups[index];
  const Passage& p = story_.passage;
  if (group.possessor == 0) {
    auto owner = OwnerBehind(parsed, index);
    return owner ? owner : BeforeBracket(parsed, index);
  }
  // "its biggest customer's sales": whoever that is.
  bool ally = group.possessor > group.first + 1 &&
              p.Tagged(group.first, Bit(Tag::kPRPS)) &&
              p.Tagged(group.possessor, Bit(Tag::kPOS)) &&
              p.LemmaHas(group.possessor - 1, W::k_firm_people) &&
              p.Tagged(group.possessor - 1, Bit(Tag::kNN));
  if (ally) return {};
  // "its", "their", "his".
  for (uint32_t i = group.first; i < group.possessor; ++i) {
    if (p.IsWord(i, "whose")) return OfWhose(parsed, index);
    if (!p.Tagged(i, Bit(Tag::kPRPS))) continue;
    if (p.IsWord(i, "their") && OfMany(parsed, i)) return {};
    if (p.IsWord(i, "its") || p.IsWord(i, "their")) {
      if (OfInstitution(parsed, i)) {
        return Filler{model::kOrganization,
                      {institution_, -1, p.tokens[i].span()}};
      }
      if (auto named = NamedInPhrase(parsed, index)) return named;
      if (auto unnamed = UnnamedActing(parsed, i)) return unnamed;
      int nation = NationActing(parsed, i);
      if (nation >= 0) return FromEntity(nation, p.tokens[i].span());
      // "Rival Acme said sales fell. Its shares lost 3%": Acme's.
      bool opens = i == parsed.sentence->first && passed_ >= 0 &&
                   passed_sentence_ == parsed.index - 1 &&
                   IsBody(story_.entities.entities[passed_].type);
      if (opens) return FromEntity(passed_, p.tokens[i].span());
      // "With its sales down, Acme cut jobs".
      int body = MainSubject(parsed, i);
      if (body < 0) body = Current(parsed, i, true);
      if (body < 0) return {};
      return FromEntity(body, p.tokens[i].span());
    }
    if (p.IsWord(i, "our")) {
      int body = Speaking(parsed, i);
      if (body < 0) return {};
      return FromEntity(body, p.tokens[i].span());
    }
    if (p.IsWord(i, "his") || p.IsWord(i, "her")) {
      int person = PersonActing(parsed, i);
      if (person < 0) return {};
      // "his company's stock".
      bool firm = p.Tagged(group.possessor, Bit(Tag::kPOS)) &&
                  p.LemmaHas(group.possessor - 1, W::k_nominal_company);
      if (firm) return BodyOf(person, model::kCompany);
      return FromEntity(person, p.tokens[i].span());
    }
    return {};
  }
  // The name right before "'s".
  uint32_t end = group.possessor;
  for (uint32_t i = end; i > group.first; --i) {
    int mention = story_.entities.at[i - 1];
    if (mention < 0) continue;
    const MentionMatch& match = story_.entities.mentions[mention];
    // "the Detroit carmaker's": not Detroit's.
    bool firm = p.Has(end - 1, W::k_nominal_company) && match.last < end;
    EntityType type = story_.entities.entities[match.entity].type;
    if (firm && type != EntityType::kCompany) break;
    return FromEntity(match.entity, p.span(match.first, match.last));
  }
  // "the country's exports".
  if (end == group.first + 2 && p.IsWord(group.first, "the") &&
      p.LemmaHas(end - 1, W::k_land_noun)) {
    int land = LandBefore(group.first);
    if (land >= 0) return FromEntity(land, p.span(group.first, end));
  }
  if (end > group.first && p.Has(end - 1, W::k_nominal_company)) {
    Group owner = group;
    owner.last = end;
    owner.head = end - 1;
    owner.possessor = 0;
    owner.mention = owner.figure = -1;
    if (auto body = Resolve(parsed, owner)) {
      return FromEntity(*body, p.span(group.first, end));
    }
  }
  return {};
}

// "Acme's announcement of its purchase", "a request by Acme for approval of its
// purchase": Acme's.
std::optional<Filler> Focus::NamedInPhrase(const ParsedSentence& parsed,
                                           int index) const {
  const std::vector<Group>& g = parsed.groups;
  const Passage& p = story_.passage;
  for (int k = index - 1; k > 0; k -= 2) {
    const Group& noun = g[k - 1];
    // "by Acme seeking approval of".
    bool acts = g[k].kind == GroupKind::kVerb && g[k].participle &&
                !g[k].passive && noun.mention >= 0;
    bool phrase = noun.kind == GroupKind::kNoun &&
                  (g[k].kind == GroupKind::kPreposition || acts);
    if (!phrase) return {};
    uint32_t mark = noun.possessor;
    bool owner = mark > noun.first && p.Tagged(mark, Bit(Tag::kPOS));
    bool doer = k > 2 && noun.mention >= 0 && p.IsWord(g[k - 2].head, "by") &&
                g[k - 3].kind == GroupKind::kNoun;
    // "such as Acme with its purchase".
    bool beside = k + 1 == index && k > 1 && noun.mention >= 0 &&
                  p.IsWord(g[k].head, "with") &&
                  g[k - 2].kind != GroupKind::kVerb;
    int mention = owner            ? story_.entities.at[mark - 1]
                  : doer || beside ? noun.mention
                                   : -1;
    if (mention >= 0) {
      const MentionMatch& match = story_.entities.mentions[mention];
      bool body = IsBody(story_.entities.entities[match.entity].type);
      if (!body) return {};
      return FromEntity(match.entity, p.span(match.first, match.last));
    }
    if (noun.mention >= 0 || mark > 0) return {};
  }
  return {};
}

// The country that the text names last before the token; -1: none near.
int Focus::LandBefore(uint32_t token) const {
  constexpr uint32_t kReach = 80;  // tokens
  uint32_t from = token > kReach ? token - kReach : 0;
  for (uint32_t i = token; i > from; --i) {
    int mention = story_.entities.at[i - 1];
    if (mention < 0) continue;
    int entity = story_.entities.mentions[mention].entity;
    bool place = story_.entities.entities[entity].type == EntityType::kPlace;
    if (place && FactsOf(story_, entity).kind == kCountry) return entity;
  }
  return -1;
}

void Focus::NoteNation(const Group& subject, int sentence) {
  const EntityTable& table = story_.entities;
  bool authority = IsAuthority(subject);
  for (uint32_t i = subject.first; i < subject.last; ++i) {
    int entity = table.at[i] < 0 ? -1 : table.mentions[table.at[i]].entity;
    bool land = entity >= 0 &&
                table.entities[entity].type == EntityType::kPlace &&
                FactsOf(story_, entity).kind == kCountry;
    if (land && (authority || subject.mention >= 0)) {
      nation_ = FromEntity(entity, passage().tokens[i].span()).party;
    } else if (authority && passage().Has(i, W::k_demonym)) {
      nation_ = Country(passage().Match(i, W::k_demonym, subject.last).text,
                        passage().tokens[i].span());
    } else {
      continue;
    }
    nation_sentence_ = sentence;
    return;
  }
}

// "Acme, whose shares", "Acme, which makes ovens and whose shares": Acme.
std::optional<Filler> Focus::OfWhose(const ParsedSentence& parsed, int index) {
  const std::vector<Group>& g = parsed.groups;
  int k = index - 1;
  while (k > 0 && (g[k].kind == GroupKind::kComma ||
                   g[k].kind == GroupKind::kConjunction)) {
    --k;
  }
  bool joined =
      k > 0 && k + 1 < index && g[index - 1].kind == GroupKind::kConjunction;
  for (; joined && k > 0 && g[k].kind != GroupKind::kVerb; --k) {
  }
  int owner = joined ? parsed.subject[k] : k;
  if (owner < 0 || g[owner].kind != GroupKind::kNoun) return {};
  Filler filler = Read(parsed, owner);
  return filler.party.entity >= 0 ? std::optional(filler) : std::nullopt;
}

// "a unit of Acme": Acme.
std::optional<Filler> Focus::OwnerBehind(const ParsedSentence& parsed,
                                         int index) const {
  const Passage& p = story_.passage;
  size_t name = static_cast<size_t>(index) + 2;
  if (name >= parsed.groups.size()) return {};
  const Group& unit = parsed.groups[index];
  // "the board of directors of Acme".
  uint32_t end = parsed.groups[name].last;
  bool whole = p.Match(unit.head, W::k_organ, end).length == end - unit.head;
  if (whole) name += 2;
  if (name >= parsed.groups.size()) return {};
  bool owned = unit.mention < 0 &&
               (p.LemmaHas(unit.head, W::k_facility) ||
                p.LemmaHas(unit.head, W::k_organ)) &&
               !p.Tagged(unit.head, Bit(Tag::kNNS)) &&
               p.IsWord(parsed.groups[name - 1].head, "of") &&
               parsed.groups[name].mention >= 0;
  if (!owned) return {};
  const MentionMatch& match =
      story_.entities.mentions[parsed.groups[name].mention];
  Filler owner = FromEntity(match.entity, p.span(match.first, match.last));
  if (!(owner.mask & model::kCompany)) return {};
  return owner;
}

std::optional<Filler> Focus::BodyOf(int person, uint16_t mask) const {
  const EntityTable& table = story_.entities;
  const Passage& p = story_.passage;
  const EntityInfo& info = table.entities[person];
  // "Acme named Jane Porter, the head of Quill, its chief. Porter".
  auto appointed = appointed_.find(person);
  if (appointed != appointed_.end()) {
    const Party& body = appointed->second;
    Filler filler = FromEntity(body.entity, body.span);
    if (filler.mask & mask) return filler;
  }
  if (info.description_last == 0) return {};
  uint32_t first = info.description_first;
  // "Acme CEO Jane Porter", "Acme's chief executive": whose post it is.
  if (first > 0 && p.Tagged(first - 1, Bit(Tag::kPOS))) --first;
  if (first > 0 && table.at[first - 1] >= 0) {
    first = table.mentions[table.at[first - 1]].first;
  }
  for (uint32_t i = first; i < info.description_last; ++i) {
    if (table.at[i] < 0) continue;
    const MentionMatch& mention = table.mentions[table.at[i]];
    // "former Acme CEO".
    bool past = mention.first > 0 && p.Has(mention.first - 1, W::k_former);
    Filler filler =
        FromEntity(mention.entity, p.span(mention.first, mention.last));
    if (!(filler.mask & mask)) continue;
    if (past) return {};
    return filler;
  }
  // "CEO Jane Porter": of the company that the text was about.
  if (!IsOfficer(person) || !(mask & model::kCompany)) return {};
  int company = EmployerOf(person);
  if (company < 0) company = Company();
  if (company < 0 || Reports(company)) return {};
  return FromEntity(company, p.tokens[info.description_first].span());
}

int Focus::EmployerOf(int person) const {
  auto known = employers_.find(person);
  return known == employers_.end() ? -1 : known->second;
}

bool Focus::IsOfficer(int person) const {
  const EntityInfo& info = story_.entities.entities[person];
  const Passage& p = story_.passage;
  for (uint32_t i = info.description_first; i < info.description_last; ++i) {
    bool former = i > 0 && p.Has(i - 1, W::k_former);
    bool officer = p.Match(i, W::k_officer, info.description_last).length > 0;
    if (officer && !former) return true;
  }
  return false;
}

bool Focus::IsObserver(int person) const {
  const EntityInfo& info = story_.entities.entities[person];
  for (uint32_t i = info.description_first; i < info.description_last; ++i) {
    if (passage().LemmaHas(i, W::k_observer)) return true;
  }
  return false;
}

void Focus::NoteOfficers(const ParsedSentence& parsed) {
  const EntityTable& table = story_.entities;
  int company = Company();
  for (const Group& group : parsed.groups) {
    if (group.mention < 0 || company < 0) continue;
    int person = table.mentions[group.mention].entity;
    if (table.entities[person].type != EntityType::kPerson) continue;
    bool named =
        table.entities[person].description_first < parsed.sentence->first;
    if (!named && IsOfficer(person)) employers_.try_emplace(person, company);
  }
}

// "Acme's (ACM) stock": Acme.
std::optional<Filler> Focus::BeforeBracket(const ParsedSentence& parsed,
                                           int index) const {
  const std::vector<Group>& g = parsed.groups;
  if (index < 2 || g[index].aside || !g[index - 1].aside) return {};
  int k = index - 1;
  while (k > 0 && g[k].aside) --k;
  // "Acme (ACM) shares" too.
  bool owner = g[k].kind == GroupKind::kNoun && g[k].mention >= 0 &&
               (story_.passage.Tagged(g[k].last - 1, Bit(Tag::kPOS)) ||
                (story_.passage.LemmaHas(g[index].head, W::k_security) &&
                 g[index].last == g[index].first + 1));
  if (!owner) return {};
  const MentionMatch& match = story_.entities.mentions[g[k].mention];
  return FromEntity(match.entity, story_.passage.span(match.first, match.last));
}

// Whether the name is one of those that the list parts by "|".
static bool IsOneOf(std::string_view name, std::string_view list) {
  while (!name.empty() && !list.empty()) {
    size_t end = std::min(list.find('|'), list.size());
    if (list.substr(0, end) == name) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

std::optional<Filler> Focus::MakerOf(const Filler& product) const {
  if (!(product.mask & model::kProduct)) return {};
  const EntityTable& table = story_.entities;
  std::string_view name = story_.passage.str(product.party.span);
  int entity = product.party.entity;
  std::string_view makers =
      entity < 0 ? std::string_view() : FactsOf(story_, entity).kind;
  for (size_t i = 0; i < table.entities.size(); ++i) {
    const EntityInfo& info = table.entities[i];
    if (info.type != EntityType::kCompany) continue;
    std::string_view known = FactsOf(story_, static_cast<int>(i)).name;
    bool maker = IsOneOf(known, makers) ||
                 (name.size() > info.name.size() &&
                  name.starts_with(info.name) && name[info.name.size()] == ' ');
    if (maker) return FromEntity(static_cast<int>(i), product.party.span);
  }
  return {};
}

std::optional<Filler> Focus::Left(const ParsedSentence& parsed, int index,
                                  uint32_t before) {
  const Group& group = parsed.groups[index];
  for (uint32_t i = group.first; i < before && i < group.last; ++i) {
    if (i < group.possessor) continue;
    int mention = story_.entities.at[i];
    if (mention < 0) continue;
    const MentionMatch& match = story_.entities.mentions[mention];
    if (match.last > before) continue;
    // "the Oslo-based baker": not Oslo.
    bool half = match.last + 1 < before && story_.passage.Is(match.last, "-") &&
                story_.passage.Tagged(match.last + 1, Bit(Tag::kVBN));
    // "ex-Acme sales": not Acme's.
    bool without = match.first > group.first + 1 &&
                   story_.passage.Is(match.first - 1, "-");
    if (half || without) continue;
    return FromEntity(match.entity,
                      story_.passage.span(match.first, match.last));
  }
  return {};
}

int Focus::OfPeople(const Group& noun, int mention) const {
  const EntityTable& table = story_.entities;
  if (mention >= 0 || !IsSomeone(noun)) return -1;
  if (passage().LemmaHas(noun.head, W::k_observer)) return -1;
  for (uint32_t k = noun.first; k < noun.head; ++k) {
    if (table.at[k] < 0) continue;
    int firm = table.mentions[table.at[k]].entity;
    bool other = SpeaksOfOthers(firm) && body_ >= 0 && body_ != firm;
    if (table.entities[firm].type == EntityType::kCompany && !other) {
      return firm;
    }
  }
  return -1;
}

int Focus::OwnerInside(const Group& noun, bool others) const {
  const EntityTable& table = story_.entities;
  for (uint32_t k = noun.first; k < noun.head; ++k) {
    if (table.at[k] < 0) continue;
    int owner = table.mentions[table.at[k]].entity;
    bool body = IsBody(table.entities[owner].type);
    if (body && (others || !SpeaksOfOthers(owner))) return owner;
  }
  return -1;
}

int Focus::FirmOfOfficer(const ParsedSentence& parsed, int verb,
                         int mention) const {
  const EntityTable& table = story_.entities;
  int entity = table.mentions[mention].entity;
  auto is_company = [&](int at) {
    return at >= 0 && table.entities[table.mentions[at].entity].type ==
                          EntityType::kCompany;
  };
  // "Jane Porter, chief executive of Acme, said the group".
  bool person = table.entities[entity].type == EntityType::kPerson &&
                passage().VerbHas(parsed.groups[verb].head, W::k_say);
  auto employer = person && !IsObserver(entity)
                      ? BodyOf(entity, model::kCompany)
                      : std::optional<Filler>();
  if (employer && employer->party.entity >= 0) return employer->party.entity;
  // "Acme's chief executive, Jane Porter, said the company".
  int apposed = Apposed(parsed, parsed.subject[verb]);
  const Group& post = parsed.groups[parsed.subject[verb]];
  bool owned =
      person && apposed >= 0 && IsSomeone(post) && post.possessor > post.first;
  int owner = owned ? table.at[post.possessor - 1] : -1;
  if (is_company(owner)) return table.mentions[owner].entity;
  // "Acme CEO Jane Porter said the company".
  const Group& noun = apposed >= 0 ? parsed.groups[apposed] : post;
  int before =
      noun.first < table.mentions[mention].first ? table.at[noun.first] : -1;
  bool named = is_company(before) && !(person && IsObserver(entity));
  return named ? table.mentions[before].entity : -1;
}

}  // namespace newsdigest
