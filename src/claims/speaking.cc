// Who speaks of others, and whom "we" speaks for.
#include "claims/fillers.h"
#include "claims/quote_marks.h"
#include "claims/speaker.h"
#include "claims/status.h"

namespace newsdigest {

using W = WordClass;

namespace {

// Sentences over which one who speaks may go on.
constexpr int kSpeaks = 2;

// The gazetteer's kind of who tells news.
constexpr std::string_view kMedia = "media";
constexpr std::string_view kBank = "bank";
constexpr std::string_view kResearch = "research";

// "At Acme, we", "we at Acme": the company between or behind; -1: none.
int CompanyOfWe(const Story& story, uint32_t at) {
  const Passage& p = story.passage;
  const EntityTable& table = story.entities;
  if (at + 2 >= p.size() || !p.IsWord(at, "at") || table.at[at + 1] < 0) {
    return -1;
  }
  const MentionMatch& name = table.mentions[table.at[at + 1]];
  uint32_t next =
      name.last < p.size() && p.Is(name.last, ",") ? name.last + 1 : name.last;
  bool we = p.IsWord(next, "we") || (at > 0 && p.IsWord(at - 1, "we"));
  bool company = table.entities[name.entity].type == EntityType::kCompany;
  return we && company ? name.entity : -1;
}

bool InQuotation(const Passage& p, uint32_t token) {
  for (const Paragraph& paragraph : Paragraphs(p)) {
    if (token < paragraph.first || token >= paragraph.last) continue;
    for (const QuoteMarks& marks : PairMarks(p, paragraph)) {
      if (marks.open < token && token < marks.close) return true;
    }
  }
  return false;
}

}  // namespace

int Focus::Author() {
  if (author_) return *author_;
  author_ = -1;
  for (uint32_t i = 0; i < story_.passage.size() && *author_ < 0; ++i) {
    int company = CompanyOfWe(story_, i);
    bool writes = company >= 0 && !InQuotation(story_.passage, i);
    if (writes) author_ = company;
  }
  return *author_;
}

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
  if (body < 0 && !observes_ && Author() >= 0) return Author();
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

// "according to Acme", "data from Acme".
bool Focus::IsCited(const ParsedSentence& parsed, size_t group) const {
  const std::vector<Group>& g = parsed.groups;
  uint32_t first = g[group].first;
  uint32_t from = first > 1 ? first - 2 : 0;
  return passage().Match(from, W::k_according, first).length == 2 ||
         (group > 1 && g[group - 1].kind == GroupKind::kPreposition &&
          passage().LemmaHas(g[group - 2].head, W::k_source_word));
}

bool Focus::SpeaksOfOthers(int entity) const {
  if (entity < 0) return false;
  return Reports(entity) || Rates(entity) ||
         FactsOf(story_, entity).kind == kBank;
}

bool Focus::ForeseesOther(int entity, uint32_t verb) const {
  auto bank = [&](int e) { return FactsOf(story_, e).kind == kBank; };
  return body_ >= 0 && entity >= 0 && body_ != entity && bank(entity) &&
         !bank(body_) &&
         StatusOf(passage(), verb, W::k_embeds) == Status::kExpected;
}

bool Focus::Counts(int entity) const {
  return FactsOf(story_, entity).kind == kResearch;
}

bool Focus::Reports(int entity) const {
  return FactsOf(story_, entity).kind == kMedia;
}

}  // namespace newsdigest
