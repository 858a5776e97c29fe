// Whom "we" speaks for.
#include "claims/fillers.h"
#include "claims/speaker.h"
#include "claims/status.h"

namespace newsdigest {

using W = WordClass;

namespace {

// Sentences over which one who speaks may go on.
constexpr int kSpeaks = 2;

}  // namespace

// Whether "we" at `token` reckon what the company that the text is about will
// do, and are not the company: "we expect Acme to grow", "we have a $42 price
// target for Acme", "we think the company can".
bool Focus::Observing(const ParsedSentence& parsed, uint32_t token) const {
  const Passage& p = story_.passage;
  const std::vector<Group>& g = parsed.groups;
  const EntityTable& table = story_.entities;
  // "our revenue estimates for Acme".
  for (const Group& group : g) {
    bool ours = group.first == token && group.last > token + 1 &&
                p.IsWord(token, "our") &&
                p.LemmaHas(group.head, W::k_outlook) &&
                !p.LemmaHas(group.head, W::k_guides);
    if (ours) return true;
  }
  for (size_t verb = 0; verb < g.size(); ++verb) {
    int subject = parsed.subject[verb];
    bool ours = g[verb].kind == GroupKind::kVerb && subject >= 0 &&
                g[subject].first <= token && token < g[subject].last;
    if (!ours) continue;
    size_t next = verb + 1;
    while (next < g.size() && g[next].kind != GroupKind::kNoun) ++next;
    if (next == g.size()) return false;
    bool goal = false;
    for (uint32_t i = g[next].first; i < g[next].last; ++i) {
      goal = goal || p.Match(i, W::k_price_goal, g[next].last).length > 1;
    }
    if (!goal && EmbeddedStatus(p, g[verb]) != Status::kExpected) continue;
    bool nominal = g[next].definite && g[next].mention < 0 &&
                   p.LemmaHas(g[next].head, W::k_nominal_company);
    if (nominal) return true;
    for (uint32_t i = g[verb].last; i < parsed.sentence->last; ++i) {
      int mention = table.at[i];
      if (mention >= 0 && table.mentions[mention].entity == Company()) {
        return true;
      }
    }
  }
  return false;
}

int Focus::Speaking(const ParsedSentence& parsed, uint32_t token) {
  if (asks_who_speaks_) return observes_ ? -1 : Company();  // "we said"
  asks_who_speaks_ = true;
  auto speaker = FindSpeaker(story_, parsed, *this, token, -1);
  asks_who_speaks_ = false;
  int body = -1;
  if (speaker && speaker->entity >= 0) {
    EntityType type = story_.entities.entities[speaker->entity].type;
    auto employer =
        type == EntityType::kPerson
            ? BodyOf(speaker->entity, model::kCompany | model::kOrganization)
            : std::nullopt;
    if (IsBody(type)) body = speaker->entity;
    if (employer) body = employer->party.entity;
  }
  bool goes_on = body < 0 && !speaker && speaks_ >= 0 &&
                 parsed.index - speaks_sentence_ <= kSpeaks;
  if (goes_on) body = speaks_;
  if (body < 0 && Observing(parsed, token)) observes_ = true;
  // Where a rater was told of, it may be they who speak.
  if (body < 0) return observes_ || rater_ >= 0 ? -1 : Company();
  speaks_ = body;
  speaks_sentence_ = parsed.index;
  return body;
}

int Focus::Company() const {
  bool company = body_ >= 0 &&
                 story_.entities.entities[body_].type == EntityType::kCompany;
  return company ? body_ : firm_;
}

}  // namespace newsdigest
