// What back-references stand for: "it", "he", "the company".
#include <algorithm>

#include "claims/fillers.h"

namespace newsdigest {

using W = WordClass;

// The gazetteer's kind of bodies with members, which may be called a group.
constexpr std::string_view kBody = "body";

// Whether "he", "his", "she" or "her" at `token` may mean the entity.
bool Focus::MayBe(int entity, uint32_t token) const {
  const EntityInfo& info = story_.entities.entities[entity];
  bool woman = passage().IsWord(token, "she") || passage().IsWord(token, "her");
  Gender gender = woman ? Gender::kWoman : Gender::kMan;
  return info.type == EntityType::kPerson &&
         (info.gender == gender || info.gender == Gender::kUnknown);
}

// The person that "he" or "she" stands for: the last one of the sentence that
// it may mean, else the one that the text speaks of.
int Focus::PersonOf(const ParsedSentence& parsed, const Group& pronoun) const {
  const EntityTable& table = story_.entities;
  int person = person_ >= 0 && MayBe(person_, pronoun.first) ? person_ : -1;
  for (uint32_t i = parsed.sentence->first; i < pronoun.first; ++i) {
    if (table.at[i] < 0) continue;
    int entity = table.mentions[table.at[i]].entity;
    if (MayBe(entity, pronoun.first)) person = entity;
  }
  return person;
}

// Whose "his" or "her" at `token` is: of who does what the last verb before it
// tells, else of whom the text speaks; -1: no one known.
int Focus::PersonActing(const ParsedSentence& parsed, uint32_t token) const {
  const EntityTable& table = story_.entities;
  int person = person_ >= 0 && MayBe(person_, token) ? person_ : -1;
  for (size_t i = 0; i < parsed.groups.size(); ++i) {
    if (parsed.groups[i].first >= token) break;
    int subject = parsed.subject[i];
    if (subject < 0 || parsed.groups[subject].mention < 0) continue;
    int entity = table.mentions[parsed.groups[subject].mention].entity;
    if (MayBe(entity, token)) person = entity;
  }
  return person;
}

// Who does what is done to the group at `token`: "Acme agreed to save the
// company" speaks of another; -1: no one named. `moves`: by a verb of rising or
// falling only.
int Focus::OwnActor(const ParsedSentence& parsed, uint32_t token,
                    bool moves) const {
  for (size_t i = parsed.groups.size(); i > 0; --i) {
    const Group& verb = parsed.groups[i - 1];
    int subject = parsed.subject[i - 1];
    if (verb.first >= token || verb.kind != GroupKind::kVerb || subject < 0) {
      continue;
    }
    // "Acme cut jobs, and Quill laid off people at its unit", "Acme fell after
    // Quill confirmed its offer": Quill's.
    bool joined = subject > 0 && verb.finite &&
                  (parsed.groups[subject - 1].kind == GroupKind::kConjunction ||
                   parsed.groups[subject - 1].kind == GroupKind::kSubordinator);
    bool fits = !moves || joined || passage().VerbHas(verb.head, W::k_rise) ||
                passage().VerbHas(verb.head, W::k_fall);
    int mention = parsed.groups[subject].mention;
    // "Acme, a bank that rose after its listing".
    bool apposed =
        mention < 0 && subject > 1 &&
        parsed.groups[subject - 1].kind == GroupKind::kComma &&
        parsed.groups[subject + 1].kind == GroupKind::kRelative &&
        passage().LemmaHas(parsed.groups[subject].head, W::k_nominal_company);
    if (apposed) mention = parsed.groups[subject - 2].mention;
    bool done = fits && mention >= 0 && !NewClause(parsed, i - 1, token);
    return done ? story_.entities.mentions[mention].entity : -1;
  }
  return -1;
}

// "The agency said the company knew before it recalled": the company, where it
// is the subject of the verb right before.
std::optional<int> Focus::NominalBefore(const ParsedSentence& parsed,
                                        const Group& pronoun) {
  for (size_t i = parsed.groups.size(); i > 0; --i) {
    const Group& verb = parsed.groups[i - 1];
    if (verb.first >= pronoun.first || verb.kind != GroupKind::kVerb) continue;
    int subject = parsed.subject[i - 1];
    if (subject < 0) return {};
    if (int named = Apposed(parsed, subject); named >= 0) {
      const MentionMatch& match =
          story_.entities.mentions[parsed.groups[named].mention];
      bool body = IsBody(story_.entities.entities[match.entity].type);
      return body ? std::optional(match.entity) : std::nullopt;
    }
    const Group& noun = parsed.groups[subject];
    bool company = noun.definite && !noun.pronoun && noun.mention < 0 &&
                   passage().LemmaHas(noun.head, W::k_nominal_company);
    return company ? Resolve(parsed, noun) : std::nullopt;
  }
  return {};
}

// "It will invest $2 million in Acme": not Acme.
bool Focus::NamedBeside(const ParsedSentence& parsed, const Group& pronoun,
                        int entity) const {
  const std::vector<Group>& g = parsed.groups;
  auto names = [&](int group) {
    int mention = g[group].mention;
    return mention >= 0 && entity >= 0 &&
           story_.entities.mentions[mention].entity == entity;
  };
  for (size_t verb = 0; verb < g.size(); ++verb) {
    int subject = parsed.subject[verb];
    bool own = g[verb].kind == GroupKind::kVerb && subject >= 0 &&
               g[subject].first == pronoun.first;
    if (!own) continue;
    Complement complement =
        ReadComplement(story_, parsed, static_cast<int>(verb));
    bool beside =
        std::any_of(complement.objects.begin(), complement.objects.end(),
                    names) ||
        std::any_of(complement.phrases.begin(), complement.phrases.end(),
                    [&](const PrepositionalPhrase& phrase) {
                      return names(phrase.group);
                    });
    if (beside) return true;
  }
  return false;
}

bool Focus::OwnedByPlace(const Group& group) const {
  int mention = story_.entities.at[group.possessor - 1];
  return mention >= 0 &&
         story_.entities.entities[story_.entities.mentions[mention].entity]
                 .type == EntityType::kPlace;
}

// Whether the group tells a rank in a place: "Norway's largest bank".
bool Focus::RankedIn(const Group& group) const {
  const Passage& p = story_.passage;
  bool place = OwnedByPlace(group);
  for (uint32_t i = group.possessor; place && i < group.head; ++i) {
    if (p.IsWord(i, "largest") || p.IsWord(i, "biggest")) return true;
  }
  return false;
}

// "Acme will sell a stake in it", "Acme sold it": the entity acts, so "it" is
// another.
bool Focus::ActsOnIt(const ParsedSentence& parsed, const Group& pronoun,
                     int entity) const {
  const std::vector<Group>& g = parsed.groups;
  size_t at = 0;
  while (at < g.size() && g[at].first != pronoun.first) ++at;
  bool acted_on = at > 0 && (g[at - 1].kind == GroupKind::kPreposition ||
                             (g[at - 1].kind == GroupKind::kVerb &&
                              g[at - 1].finite && !g[at - 1].passive));
  if (!acted_on) return false;
  for (size_t k = 0; k < g.size(); ++k) {
    if (g[k].kind == GroupKind::kVerb &&
        parsed.subject[k] == static_cast<int>(at)) {
      return false;
    }
  }
  int verb = VerbBefore(g, static_cast<int>(at));
  int subject = verb < 0 ? -1 : parsed.subject[verb];
  int mention = subject < 0 ? -1 : g[subject].mention;
  return mention >= 0 && story_.entities.mentions[mention].entity == entity;
}

// "Acme sued the company", "Acme raised its offer for the company", "Acme
// expects the company to", but "Acme said the company": who acts on what the
// noun group means; -1: no one named.
int Focus::ActorOn(const ParsedSentence& parsed, const Group& noun) const {
  const std::vector<Group>& g = parsed.groups;
  size_t at = 0;
  while (at < g.size() && g[at].first != noun.first) ++at;
  if (at == 0 || at == g.size()) return -1;
  constexpr size_t kReach = 6;  // groups: "its offer of $3 million for"
  size_t verb = at - 1;
  while (verb > 0 && verb + kReach > at && g[verb].kind != GroupKind::kVerb) {
    --verb;
  }
  // "Acme raised $3 million, valuing the company at $9 million": itself.
  bool itself = g[verb].participle && !g[verb].passive;
  int subject =
      g[verb].kind == GroupKind::kVerb && !itself ? parsed.subject[verb] : -1;
  if (subject < 0 || g[subject].mention < 0) return -1;
  bool object = verb + 1 == at;
  bool told = at + 1 < g.size() && g[at + 1].infinitive &&
              parsed.subject[at + 1] == static_cast<int>(at);
  bool acts = object && (told || !passage().VerbHas(g[verb].head, W::k_say));
  bool offer = passage().IsWord(g[at - 1].head, "for") &&
               passage().LemmaHas(g[verb + 1].head, W::k_deal);
  bool does = acts || offer;
  return does ? story_.entities.mentions[g[subject].mention].entity : -1;
}

// "Norway fined Acme and banned it", "bought Acme and renamed the company":
// what the verb before did to the same; -1: none.
int Focus::ObjectBefore(const ParsedSentence& parsed, const Group& noun) const {
  const std::vector<Group>& g = parsed.groups;
  int size = static_cast<int>(g.size());
  int at = 0;
  while (at < size && g[at].first != noun.first) ++at;
  int verb = at - 1;
  bool object = at < size && verb > 1 && g[verb].kind == GroupKind::kVerb &&
                !g[verb].passive &&
                g[verb - 1].kind == GroupKind::kConjunction &&
                !passage().VerbHas(g[verb].head, W::k_say);
  // "Acme fined Quill and hopes it sells".
  int acts = object ? VerbOf(parsed, at) : -1;
  object = object && (acts < 0 || !g[acts].finite);
  int before = object ? VerbBefore(g, verb - 1) : -1;
  bool same = before >= 0 && !g[before].passive &&
              parsed.subject[before] >= 0 &&
              parsed.subject[before] == parsed.subject[verb];
  int mention = same ? g[before + 1].mention : -1;
  if (mention < 0) return -1;
  int entity = story_.entities.mentions[mention].entity;
  bool firm = story_.entities.entities[entity].type == EntityType::kCompany;
  return firm && g[before + 1].possessor == 0 ? entity : -1;
}

// "Quill rose after Acme raised its offer for the company": the company that
// another than `actor` of the sentence is, else the one last spoken of; -1:
// none.
int Focus::OtherFirm(const ParsedSentence& parsed, uint32_t before,
                     int actor) const {
  for (size_t i = 0; i < parsed.groups.size(); ++i) {
    if (parsed.groups[i].first >= before) break;
    int subject = parsed.subject[i];
    int mention = subject < 0 ? -1 : parsed.groups[subject].mention;
    if (mention < 0) continue;
    int entity = story_.entities.mentions[mention].entity;
    bool firm = story_.entities.entities[entity].type == EntityType::kCompany;
    if (firm && entity != actor) return entity;
  }
  return firm_ == actor ? -1 : firm_;
}

// "the company behind the Quill app", "bought the maker of Quill ovens":
// whether the group `at` is told by what it makes, and is none that was spoken
// of.
bool Focus::ToldByGoods(const ParsedSentence& parsed, size_t at) const {
  const std::vector<Group>& g = parsed.groups;
  bool phrase = at + 2 < g.size() && g[at + 2].kind == GroupKind::kNoun;
  bool made = phrase && at > 0 && g[at - 1].kind == GroupKind::kVerb &&
              passage().IsWord(g[at + 1].head, "of") &&
              passage().LemmaHas(g[at].head, W::k_maker_noun);
  return made || (phrase && passage().IsWord(g[at + 1].head, "behind"));
}

std::optional<int> Focus::Resolve(const ParsedSentence& parsed,
                                  const Group& group) {
  const Passage& p = story_.passage;
  auto known = [](int entity) {
    return entity >= 0 ? std::optional(entity) : std::nullopt;
  };
  if (group.pronoun) {
    if (p.IsWord(group.first, "it") || p.IsWord(group.first, "itself")) {
      if (OfInstitution(parsed, group.first)) return {};
      if (auto nominal = NominalBefore(parsed, group)) return nominal;
      int done = ObjectBefore(parsed, group);
      if (done >= 0) return known(done);
      if (UnnamedActing(parsed, group.first)) return {};
      // "China said it will raise tariffs".
      if (int nation = NationActing(parsed, group.first); nation >= 0) {
        return known(nation);
      }
      int meant = Current(parsed, group.first);
      if (ActsOnIt(parsed, group, meant)) return {};
      return NamedBeside(parsed, group, meant) ? std::nullopt : known(meant);
    }
    // "We have cut costs," she said: the company that the text is about.
    if (p.IsWord(group.first, "we")) {
      return known(Speaking(parsed, group.first));
    }
    bool person = p.IsWord(group.first, "he") || p.IsWord(group.first, "she");
    return person ? known(PersonOf(parsed, group)) : std::nullopt;
  }
  // "a round that values our company at $9 million".
  bool ours = p.IsWord(group.first, "our") && group.last == group.first + 2 &&
              p.LemmaHas(group.head, W::k_nominal_company);
  if (ours) return known(Speaking(parsed, group.first));
  // "During the quarter, company's sales rose": as Indian papers say it.
  bool bare =
      group.head == group.first && p.Tagged(group.head + 1, Bit(Tag::kPOS));
  bool definite =
      bare || p.IsWord(group.first, "the") || p.IsWord(group.first, "this");
  size_t at = 0;
  while (at < parsed.groups.size() && parsed.groups[at].first != group.first) {
    ++at;
  }
  if (ToldByGoods(parsed, at)) return {};
  // "Norway's second-largest lender": the one that the text speaks of.
  bool ranked = group.possessor > group.first && RankedIn(group);
  bool owned = group.possessor > 0 && !ranked;
  if (!(definite || ranked) || group.mention >= 0 || owned) return {};
  // "The country raised its tariffs".
  bool land =
      group.last == group.first + 2 && p.LemmaHas(group.head, W::k_land_noun);
  if (land) return known(LandBefore(group.first));
  if (p.LemmaHas(group.head, W::k_document)) {
    // A memo speaks for who wrote it: the body that the text is about.
    return known(body_);
  }
  bool firm_word = p.LemmaHas(group.head, W::k_nominal_company);
  int done = firm_word ? ObjectBefore(parsed, group) : -1;
  if (done >= 0) return known(done);
  // "The agency fined the firm": no agency is a firm.
  int body = PeopleOf(parsed, group.first);
  if (body < 0) body = Current(parsed, group.first);
  bool company =
      body >= 0 && story_.entities.entities[body].type == EntityType::kCompany;
  // "the TikTok owner": the company that the text speaks of, where that is
  // another.
  int owned_entity = at < parsed.groups.size()
                         ? OwnedEntity(parsed, static_cast<int>(at))
                         : -1;
  if (owned_entity >= 0) {
    return known(firm_ == owned_entity ? -1 : firm_);
  }
  // "OPEC said the group".
  bool union_of_many = body >= 0 && group.last == group.first + 2 &&
                       p.LemmaHas(group.head, W::k_team) &&
                       FactsOf(story_, body).kind == kBody;
  if (union_of_many) return known(body);
  int actor = ActorOn(parsed, group);
  if (!company) body = firm_;
  if (actor >= 0 && body == actor) body = OtherFirm(parsed, group.first, actor);
  int meant = nominals_.Resolve(group, body, person_, actor);
  // "the central bank" is no bank that sells shares.
  bool firm = meant >= 0 &&
              story_.entities.entities[meant].type == EntityType::kCompany;
  return firm && IsAuthority(group) ? std::nullopt : known(meant);
}

// "As for Acme, its sales fell": the body that the sentence opens with; -1:
// none before `token`.
int Focus::Topic(const ParsedSentence& parsed, uint32_t token) const {
  const std::vector<Group>& g = parsed.groups;
  bool opens = g.size() > 3 && passage().IsWord(g[0].head, "as") &&
               passage().IsWord(g[1].head, "for") && g[2].mention >= 0 &&
               g[2].last <= token && g[3].kind != GroupKind::kPreposition;
  int entity = opens ? story_.entities.mentions[g[2].mention].entity : -1;
  bool body = opens && IsBody(story_.entities.entities[entity].type);
  return body ? entity : -1;
}

// Whether "their" at `token` speaks of several that are no name: "many users
// doubled their sales".
bool Focus::OfMany(const ParsedSentence& parsed, uint32_t token) const {
  const Passage& p = story_.passage;
  bool many = false;
  bool owners = false;
  for (const Group& group : parsed.groups) {
    if (group.first >= token) break;
    bool some = p.Has(group.head, W::k_quantifier);  // "many have doubled"
    if (group.kind != GroupKind::kNoun && !some) continue;
    many = some || (group.mention < 0 && !group.pronoun &&
                    p.Tagged(group.head, Bit(Tag::kNNS)));
    // "automakers' wish to lift their sales".
    bool owned = group.possessor > group.first && group.mention < 0 &&
                 p.Tagged(group.possessor, Bit(Tag::kPOS));
    if (owned) owners = p.Tagged(group.possessor - 1, Bit(Tag::kNNS));
    int entity =
        group.mention < 0 ? -1 : story_.entities.mentions[group.mention].entity;
    bool body = entity >= 0 && IsBody(story_.entities.entities[entity].type);
    owners = owners && !body;
  }
  return many || owners;
}

// "India raised its duty": the place that is the subject of the verb before
// `token`; -1: none.
int Focus::NationActing(const ParsedSentence& parsed, uint32_t token) const {
  int place = -1;
  for (size_t i = 0; i < parsed.groups.size(); ++i) {
    if (parsed.groups[i].first >= token) break;
    if (parsed.groups[i].kind != GroupKind::kVerb) continue;
    int subject = parsed.subject[i];
    int mention = subject < 0 ? -1 : parsed.groups[subject].mention;
    // "Norway asked banks to halve its debt": not the banks'; "Norway said it
    // would halve its debt".
    bool other =
        subject >= 0 && mention < 0 && passage().IsWord(token, "its") &&
        (passage().Tagged(parsed.groups[subject].head, Bit(Tag::kNNS)) ||
         passage().IsWord(parsed.groups[subject].head, "it"));
    if (!other) place = -1;
    if (mention < 0) continue;
    int entity = story_.entities.mentions[mention].entity;
    bool is = story_.entities.entities[entity].type == EntityType::kPlace;
    if (is) place = entity;
  }
  return place;
}

bool Focus::PointsBack(const ParsedSentence& parsed) const {
  for (size_t i = 0; i < parsed.groups.size(); ++i) {
    if (parsed.groups[i].kind != GroupKind::kVerb || parsed.subject[i] < 0) {
      continue;
    }
    const Group& noun = parsed.groups[parsed.subject[i]];
    return noun.pronoun && (passage().IsWord(noun.head, "that") ||
                            passage().IsWord(noun.head, "this"));
  }
  return false;
}

}  // namespace newsdigest
