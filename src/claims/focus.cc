// What the text speaks of, sentence by sentence: bodies, persons, holders.
#include <algorithm>

#include "claims/fillers.h"
#include "claims/status.h"

namespace newsdigest {
namespace {

using W = WordClass;

// Sentences that a measure's holder lasts.
constexpr int kCarries = 8;
constexpr int kPlace = 2;

}  // namespace

// Whether a clause bound stands between the verb group `verb` and `token`: a
// back-reference never means the subject of its own verb ("Acme owns 5% of
// the company").
bool Focus::NewClause(const ParsedSentence& parsed, size_t verb,
                      uint32_t token) {
  for (size_t k = verb + 1; k < parsed.groups.size(); ++k) {
    const Group& group = parsed.groups[k];
    if (group.first >= token) {
      // "said the company would hire".
      bool acts = k + 1 < parsed.groups.size() &&
                  parsed.groups[k + 1].kind == GroupKind::kVerb &&
                  parsed.groups[k + 1].finite &&
                  parsed.subject[k + 1] == static_cast<int>(k);
      return group.first == token && (group.pronoun || acts);
    }
    if (group.kind != GroupKind::kNoun && group.kind != GroupKind::kAdverb &&
        group.kind != GroupKind::kPreposition &&
        group.kind != GroupKind::kFigure &&
        group.kind != GroupKind::kAdjective) {
      return true;
    }
  }
  return false;
}

// "analysts at Quill Securities expect": they speak of others.
bool Focus::EmploysObserver(const ParsedSentence& parsed, size_t group) const {
  return group > 1 &&
         parsed.groups[group - 1].kind == GroupKind::kPreposition &&
         passage().LemmaHas(parsed.groups[group - 2].head, W::k_observer);
}

// "Acme fell as Quill tried to close a round that would value it": the body
// that acts in the clause of `token`, where an earlier one has another subject;
// -1: none.
int Focus::InClause(const ParsedSentence& parsed, uint32_t token,
                    bool own) const {
  const std::vector<Group>& g = parsed.groups;
  int open = -1;
  for (size_t k = 1; k < g.size() && g[k].first < token; ++k) {
    bool joins = g[k].kind == GroupKind::kConjunction &&
                 g[k - 1].kind == GroupKind::kComma;
    if (joins || g[k].kind == GroupKind::kSubordinator) {
      open = static_cast<int>(k);
    }
  }
  for (int v = open + 1; open > 0 && v < static_cast<int>(g.size()); ++v) {
    if (g[v].first >= token) break;
    int subject = g[v].kind == GroupKind::kVerb ? parsed.subject[v] : -1;
    bool acts = subject > open && subject < v && g[v].finite &&
                g[subject].mention >= 0 && (own || NewClause(parsed, v, token));
    if (!acts) continue;
    int entity = story_.entities.mentions[g[subject].mention].entity;
    bool body = IsBody(story_.entities.entities[entity].type);
    return body && !SpeaksOfOthers(entity) ? entity : -1;
  }
  return -1;
}

int Focus::Current(const ParsedSentence& parsed, uint32_t token, bool own,
                   bool others) const {
  // A body that is the subject of an earlier verb of this sentence, else the
  // first one named before the token, else the focus.
  const EntityTable& table = story_.entities;
  int first = others ? MainSubject(parsed, token) : -1;
  if (first < 0) first = Topic(parsed, token);
  if (first >= 0) return first;
  // "the agency said Acme will raise its prices": Acme's.
  int actor = OwnActor(parsed, token, own);
  if (own && actor >= 0 && IsBody(table.entities[actor].type)) return actor;
  if (own) actor = -1;
  int inner = InClause(parsed, token, own);
  if (inner >= 0 && inner != actor) return inner;
  int whose = -1;  // of what a verb before tells
  for (size_t i = 0; i < parsed.groups.size(); ++i) {
    const Group& group = parsed.groups[i];
    if (group.first >= token) break;
    int mention = -1;
    // "Acme shareholders approved the sale of the company".
    if (group.kind == GroupKind::kVerb && parsed.subject[i] >= 0 && !own) {
      const Group& people = parsed.groups[parsed.subject[i]];
      int firm = people.first < token ? OfPeople(people, people.mention) : -1;
      if (firm >= 0) return firm;
    }
    if (group.kind == GroupKind::kVerb && parsed.subject[i] >= 0 &&
        (own || NewClause(parsed, i, token))) {
      // "Acme's parent, Quill Corp., said it".
      int apposed = Apposed(parsed, parsed.subject[i]);
      const Group& noun =
          parsed.groups[apposed >= 0 ? apposed : parsed.subject[i]];
      mention = noun.mention;
      // "Acme and the union agreed": the one that has a name.
      for (int other : parsed.joined[i]) {
        if (mention < 0) mention = parsed.groups[other].mention;
      }
      bool other = IsOtherFirm(noun);  // "Its rival said it"
      bool someone = mention < 0 && apposed < 0 && IsSomeone(noun) && !other;
      if (someone) mention = HolderThere(parsed, parsed.subject[i]);
      bool measured =
          mention < 0 && (passage().LemmaHas(noun.head, W::k_measure) ||
                          passage().LemmaHas(noun.head, W::k_security) ||
                          passage().LemmaHas(noun.head, W::k_facility));
      // "Acme's debt fell and its", "Acme shares fell but the stock",
      // "Acme's bakery unit shone, with sales up", "Acme's offering is higher
      // as it prepares".
      if (measured) {
        if (int owner = OwnerInside(noun, true); owner >= 0) return owner;
      } else if (whose < 0 && OwnedThing(noun)) {
        whose = OwnerInside(noun, false);
      }
      if (int firm = OfPeople(noun, mention); firm >= 0) return firm;
      auto bracketed = measured ? BeforeBracket(parsed, parsed.subject[i])
                                : std::optional<Filler>();
      if (bracketed && IsBody(table.entities[bracketed->party.entity].type)) {
        return bracketed->party.entity;
      }
      // "The startup raised $3 million": what it was found to mean.
      if (mention < 0 && !measured && table.at[noun.head] >= 0) {
        mention = table.at[noun.head];
      }
      if (mention >= 0) {
        int entity = table.mentions[mention].entity;
        // "Acme said the stock was cheap": another's, where the text speaks
        // of another.
        bool says = passage().VerbHas(group.head, W::k_say);
        if (others && says) continue;
        // "Bloomberg reported that the company": another.
        bool told = says && SpeaksOfOthers(entity) && body_ >= 0 &&
                    body_ != entity && !passage().Tagged(token, Bit(Tag::kPRP));
        if (entity == actor || told) continue;
        if (IsBody(table.entities[entity].type)) return entity;
        int firm = FirmOfOfficer(parsed, static_cast<int>(i), mention);
        if (firm >= 0) return firm;
      }
    }
    if (group.kind != GroupKind::kNoun || first >= 0) continue;
    if (TellsWhichFirm(parsed, i)) continue;
    mention = group.mention;
    // "Acme's chief, Jane Porter, quit, the company said".
    bool officer = mention < 0 && group.possessor > group.first;
    if (officer && IsSomeone(group)) mention = table.at[group.possessor - 1];
    bool aside =
        mention >= 0 && (EmploysObserver(parsed, i) || IsCited(parsed, i));
    if (mention < 0 || aside) continue;
    int entity = table.mentions[mention].entity;
    if (table.entities[entity].type == EntityType::kCompany) first = entity;
  }
  if (whose >= 0) return whose;
  return first >= 0 && (body_ < 0 || PointsBack(parsed)) ? first : body_;
}

// "Quill Capital, its largest investor,": told by whom the text is about.
bool Focus::ByThem(const ParsedSentence& parsed, int noun) const {
  const std::vector<Group>& g = parsed.groups;
  return noun + 2 < static_cast<int>(g.size()) && g[noun].mention >= 0 &&
         g[noun + 1].kind == GroupKind::kComma &&
         g[noun + 2].kind == GroupKind::kNoun &&
         passage().IsWord(g[noun + 2].first, "its") &&
         (IsSomeone(g[noun + 2]) ||
          passage().LemmaHas(g[noun + 2].head, W::k_nominal_company));
}

// "told Acme executives that the company", "a seat on Acme's board, though he
// left the company": whose people the sentence named last; -1: none.
int Focus::PeopleOf(const ParsedSentence& parsed, uint32_t token) const {
  const EntityTable& table = story_.entities;
  int last = -1;
  for (size_t i = 0; i < parsed.groups.size(); ++i) {
    const Group& group = parsed.groups[i];
    if (group.first >= token) break;
    for (uint32_t k = group.first; k < group.last; ++k) {
      if (table.at[k] < 0) continue;
      int entity = table.mentions[table.at[k]].entity;
      if (table.entities[entity].type != EntityType::kCompany) continue;
      bool people =
          group.mention < 0 && group.head > k &&
          (passage().LemmaHas(group.head, W::k_organ) ||
           (IsSomeone(group) && passage().Tagged(group.head, Bit(Tag::kNNS))));
      bool named = people && VerbOf(parsed, static_cast<int>(i)) < 0;
      last = named ? entity : -1;
    }
  }
  return last;
}

// "Acme's profit", "profit at Acme", "investors in Acme": the mention of whose
// the measure or the people `noun` are; -1: none.
int Focus::HolderThere(const ParsedSentence& parsed, int noun) const {
  const std::vector<Group>& g = parsed.groups;
  bool next = noun + 2 < static_cast<int>(g.size());
  // "Investors in Acme", but "analysts at Acme".
  bool people = next && IsSomeone(g[noun]) && g[noun].mention < 0 &&
                !passage().LemmaHas(g[noun].head, W::k_observer) &&
                passage().IsWord(g[noun + 1].head, "in");
  if (people) return g[noun + 2].mention;
  if (!passage().LemmaHas(g[noun].head, W::k_measure)) return -1;
  if (g[noun].possessor > g[noun].first) {
    return story_.entities.at[g[noun].possessor - 1];
  }
  bool phrase = next && passage().IsWord(g[noun + 1].head, "at");
  return phrase ? g[noun + 2].mention : -1;
}

int Focus::MainSubject(const ParsedSentence& parsed, uint32_t token) const {
  const std::vector<Group>& g = parsed.groups;
  // "As sales fell", "With sales down", "Despite a drop in sales".
  bool fronted =
      g[0].kind == GroupKind::kSubordinator ||
      (g[0].kind == GroupKind::kPreposition &&
       passage().Match(g[0].first, W::k_fronts, g[0].last).length > 0);
  if (!fronted) return -1;
  size_t comma = 1;
  while (comma < g.size() && g[comma].kind != GroupKind::kComma) ++comma;
  if (comma == g.size() || g[comma].first < token) return -1;
  for (size_t i = comma + 1; i < g.size(); ++i) {
    if (g[i].kind != GroupKind::kVerb) continue;
    int noun = parsed.subject[i];
    if (noun < static_cast<int>(comma) || ByThem(parsed, noun)) return -1;
    int mention =
        g[noun].mention >= 0 ? g[noun].mention : HolderThere(parsed, noun);
    if (mention < 0) return -1;
    int entity = story_.entities.mentions[mention].entity;
    if (IsBody(story_.entities.entities[entity].type)) return entity;
    // "Despite the fall of Quill, Jane Porter of Acme said sales rose".
    if (!passage().VerbHas(g[i].head, W::k_say)) return -1;
    auto employer = BodyOf(entity, model::kCompany);
    return employer ? employer->party.entity : body_;
  }
  return -1;
}

std::optional<Party> Focus::Carried(const ParsedSentence& parsed,
                                    uint32_t token, Span span) const {
  int body = Current(parsed, token);
  bool place =
      holder_ && holder_->entity >= 0 &&
      story_.entities.entities[holder_->entity].type == EntityType::kPlace;
  // Measures carry over to companies only: an agency that reports one does
  // not own it.
  bool company =
      body >= 0 && story_.entities.entities[body].type == EntityType::kCompany;
  if (!company) body = -1;
  bool newer = body >= 0 && body_sentence_ > holder_sentence_;
  bool near = parsed.index - holder_sentence_ <= (place ? kPlace : kCarries);
  if (holder_ && near && !newer && !(place && body >= 0)) {
    Party party = *holder_;
    party.span = span;
    return party;
  }
  if (body < 0) return {};
  return FromEntity(body, span).party;
}

void Focus::NoteHolder(const ParsedSentence& parsed, const Party& holder) {
  // An agency that sets or reports a measure does not have the next one.
  bool agency =
      holder.entity >= 0 &&
      story_.entities.entities[holder.entity].type == EntityType::kOrganization;
  if (agency) return;
  holder_ = holder;
  holder_sentence_ = parsed.index;
}

void Focus::NoteReference(const Group& group, int entity) {
  EntityTable& table = story_.entities;
  // A memo is not its writer, though it speaks for them.
  bool known = story_.passage.LemmaHas(group.head, W::k_document);
  for (uint32_t i = group.first; i < group.last; ++i) {
    known = known || table.at[i] >= 0;
  }
  if (known) return;
  int id = static_cast<int>(table.mentions.size());
  table.mentions.push_back(
      {group.first, group.last, entity,
       group.pronoun ? MentionKind::kPronoun : MentionKind::kNominal});
  for (uint32_t i = group.first; i < group.last; ++i) table.at[i] = id;
}

void Focus::NoteMoved(const Party& party, int index) {
  moved_ = party;
  moved_sentence_ = index;
}

const Party* Focus::Moved(int from) const {
  return moved_ && moved_sentence_ >= from ? &*moved_ : nullptr;
}

bool Focus::InTitle(int entity) const {
  uint32_t end = story_.layout.title.end;
  for (const MentionMatch& mention : story_.entities.mentions) {
    if (passage().tokens[mention.first].start >= end) return false;
    if (mention.entity == entity) return true;
  }
  return false;
}

void Focus::NoteRater(int entity, int rated) {
  if (entity < 0) return;
  rater_ = entity;
  if (body_ == entity) body_ = rated;
  if (firm_ == entity) firm_ = rated;
  rates_.resize(story_.entities.entities.size(), false);
  rates_[entity] = true;
}

bool Focus::Rates(int entity) const {
  return !rates_.empty() && rates_[entity];
}

// Whether an observer's post stands behind `token` in the group.
bool Focus::Observed(const Group& group, uint32_t token) const {
  for (uint32_t i = token + 1; i < group.last; ++i) {
    if (passage().LemmaHas(i, W::k_observer)) return true;
  }
  return false;
}

// Whether the first of the sentence's verbs has the subject with another
// company.
bool Focus::OfSeveral(const ParsedSentence& parsed, int subject) const {
  const EntityTable& table = story_.entities;
  auto company = [&](int group) {
    int mention = parsed.groups[group].mention;
    int entity = mention < 0 ? -1 : table.mentions[mention].entity;
    bool is =
        entity >= 0 && table.entities[entity].type == EntityType::kCompany;
    return is ? entity : -1;
  };
  for (size_t i = 0; i < parsed.groups.size(); ++i) {
    if (parsed.groups[i].kind != GroupKind::kVerb || parsed.subject[i] < 0) {
      continue;
    }
    int own = company(parsed.subject[i]);
    bool several = false;
    bool has = own == subject;
    for (int group : parsed.joined[i]) {
      int other = company(group);
      several = several || (other >= 0 && other != own);
      has = has || other == subject;
    }
    return several && has && own >= 0;
  }
  return false;
}

void Focus::Enter(const ParsedSentence& parsed) {
  const std::vector<Group>& g = parsed.groups;
  size_t dash = 1;
  while (dash < g.size() && g[dash].aside) ++dash;
  if (dash + 1 >= g.size() || g[0].kind != GroupKind::kNoun) return;
  // "Jane Porter (Acme): The stock rose" is about Acme.
  bool bracket = dash == 4 && passage().Is(g[dash].first, ":");
  size_t named = bracket ? 2 : 0;
  bool headed = bracket || g[dash].kind == GroupKind::kDash;
  if (!headed || g[named].mention < 0) return;
  const EntityTable& table = story_.entities;
  const MentionMatch& match = table.mentions[g[named].mention];
  bool whole = match.first <= g[named].first && match.last >= g[named].last;
  if (!whole || table.entities[match.entity].type != EntityType::kCompany) {
    return;
  }
  body_ = firm_ = match.entity;
  body_sentence_ = parsed.index;
  holder_.reset();
}

void Focus::Leave(const ParsedSentence& parsed) {
  NoteInstitution(parsed);
  const EntityTable& table = story_.entities;
  int subject = -1;
  int any = -1;
  bool ours = false;
  for (size_t i = 0; i < parsed.groups.size(); ++i) {
    const Group& group = parsed.groups[i];
    ours = ours || (group.pronoun && passage().IsWord(group.head, "we"));
    // Who a relative clause tells of is only passed by.
    bool relative = i > 0 && parsed.groups[i - 1].kind == GroupKind::kRelative;
    if (group.kind == GroupKind::kVerb && parsed.subject[i] >= 0 && !relative) {
      int apposed = Apposed(parsed, parsed.subject[i]);
      int at = apposed >= 0 ? apposed : parsed.subject[i];
      // "Shares of Acme rose": Acme's.
      size_t of = static_cast<size_t>(at) + 2;
      bool shares = of < i && parsed.groups[at].mention < 0 &&
                    passage().LemmaHas(parsed.groups[at].head, W::k_security) &&
                    parsed.groups[of - 1].kind == GroupKind::kPreposition &&
                    parsed.groups[of].mention >= 0;
      if (shares) at = static_cast<int>(of);
      const Group& noun = parsed.groups[at];
      NoteNation(noun, parsed.index);
      // "the Whisk owner": the one spoken of, and no Whisk.
      if (subject < 0 && OwnsNamed(parsed, at)) {
        subject = firm_;
        continue;
      }
      // "Rival Quill fell 2%": passed by.
      bool rival = ByThem(parsed, at);
      for (uint32_t k = noun.first; k < noun.last; ++k) {
        rival = rival || passage().LemmaHas(k, W::k_rival);
      }
      for (uint32_t k = noun.first; k < noun.last && subject < 0; ++k) {
        if (table.at[k] < 0) continue;
        if (rival && body_ >= 0) {
          passed_ = table.mentions[table.at[k]].entity;
          passed_sentence_ = parsed.index;
          continue;
        }
        // "Quill Securities analyst Jane Porter said": she speaks of others.
        int entity = table.mentions[table.at[k]].entity;
        EntityType type = table.entities[entity].type;
        if (IsBody(type) && Observed(noun, k)) {
          speaks_ = entity;
          speaks_sentence_ = parsed.index;
          continue;
        }
        // "The Times said", "The Times could not reach": no news of The Times.
        bool other = body_ >= 0 && body_ != entity && !InTitle(entity);
        bool tells = (passage().VerbHas(group.head, W::k_say) || other) &&
                     Reports(entity);
        tells = tells || ForeseesOther(entity, group.head);
        if (IsBody(type) && !Rates(entity) && !tells) subject = entity;
        if (type == EntityType::kPerson) person_ = entity;
        // Where its officer acts, the text is about the company again.
        if (subject < 0) subject = EmployerOf(entity);
      }
    }
    if (group.mention < 0) continue;
    int entity = table.mentions[group.mention].entity;
    EntityType type = table.entities[entity].type;
    // Who is only cited is not what the text is about.
    bool cited = IsCited(parsed, i);
    // "We teamed up with Acme": who writes is not Acme.
    bool beside =
        ours && i > 0 && passage().IsWord(parsed.groups[i - 1].head, "with");
    bool may = any < 0 && !beside && type == EntityType::kCompany && !cited &&
               !Rates(entity) && !Reports(entity);
    if (may) any = entity;
    if (type == EntityType::kPerson && person_ < 0) person_ = entity;
  }
  // "Acme and Quill fell. The company": neither of the two.
  if (subject >= 0 && body_ >= 0 && OfSeveral(parsed, subject)) return;
  if (subject >= 0) {
    body_ = subject;
    body_sentence_ = parsed.index;
    bool company = table.entities[subject].type == EntityType::kCompany;
    if (company) firm_ = subject;
  } else if (any >= 0 && body_ < 0) {
    body_ = any;
  }
  NoteOfficers(parsed);
}

}  // namespace newsdigest
