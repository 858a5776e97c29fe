// Parties that words beside a role tell: who leads a round, whom a note is on.
#include "claims/role_filler.h"
#include "claims/speaker.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

int RoleFiller::LedByAt(int group) const {
  int verb = group + 1;
  bool led = verb < static_cast<int>(g_.size()) && g_[verb].kind == K::kVerb &&
             g_[verb].passive && g_[verb].participle &&
             p_.VerbHas(g_[verb].head, W::k_leads);
  if (!led) return -1;
  Complement complement = ReadComplement(m_.story, parsed_, verb);
  for (const PrepositionalPhrase& phrase : complement.phrases) {
    if (p_.IsWord(phrase.preposition, "by")) return phrase.group;
  }
  return -1;
}

int RoleFiller::AccusedAt(int group) const {
  int verb = group + 1;
  int size = static_cast<int>(g_.size());
  bool beside = verb + 1 < size && g_[verb].kind == K::kVerb &&
                g_[verb].participle && !g_[verb].passive;
  // "A suit filed in Norway accuses Acme".
  constexpr int kReach = 8;
  for (int k = verb; !beside && k + 1 < size && k < verb + kReach; ++k) {
    if (g_[k].kind != K::kVerb || parsed_.subject[k] != group) continue;
    if (g_[k].finite && !g_[k].passive) {
      verb = k;
      beside = true;
    }
  }
  if (!beside) return -1;
  if (p_.VerbHas(g_[verb].head, W::k_accuses)) {
    return g_[verb + 1].kind == K::kNoun ? verb + 1 : -1;
  }
  // "a suit claiming that Acme misled": the first that is told of.
  if (!p_.VerbHas(g_[verb].head, W::k_say)) return -1;
  int noun = verb + 1;
  if (g_[noun].kind == K::kThat) ++noun;
  bool clause =
      noun < size && g_[noun].kind == K::kNoun && VerbOf(parsed_, noun) >= 0;
  return clause ? noun : -1;
}

auto RoleFiller::SpokenOf(const model::Frame& frame, int at, bool rated,
                          uint16_t mask, bool object,
                          const Complement& complement)
    -> std::optional<Found> {
  int subject = parsed_.subject[at];
  if (subject < 0) return {};
  if (auto teller = TellerOf(at)) {
    auto found = Fill(frame, *teller, mask, object);
    if (found) return found;
  }
  // "Acme's new plant will create 300 jobs": Acme's.
  if (!rated && g_[subject].mention < 0 && !m_.focus.IsOtherFirm(g_[subject])) {
    auto owner = m_.focus.Possessor(parsed_, subject);
    bool firm = owner && owner->party.entity >= 0 && (owner->mask & mask) &&
                (owner->mask & model::kCompany);
    if (firm) return Found{*owner, OwnerMark(subject)};
  }
  // "Employers cut 300 jobs", "A retailer cut", "Jane Porter's firm cut", "The
  // country lost 300 jobs": nobody's before.
  uint32_t acts = g_[subject].head;
  uint32_t mark = g_[subject].possessor;
  int whose = mark > g_[subject].first ? m_.story.entities.at[mark - 1] : -1;
  bool of_person =
      whose >= 0 &&
      m_.story.entities.entities[m_.story.entities.mentions[whose].entity]
              .type == EntityType::kPerson;
  bool firm = p_.LemmaHas(acts, W::k_nominal_company) ||
              p_.LemmaHas(acts, W::k_org_head);
  bool several = p_.Tagged(acts, Bit(Tag::kNNS)) &&
                 (p_.LemmaHas(acts, W::k_maker_noun) ||
                  p_.LemmaHas(acts, W::k_nominal_company));
  bool itself =
      !g_[at].passive && g_[subject].mention < 0 &&
      ((of_person && firm) || several || m_.focus.IsOtherFirm(g_[subject]) ||
       p_.LemmaHas(acts, W::k_economy) || p_.LemmaHas(acts, W::k_market) ||
       p_.LemmaHas(acts, W::k_index_part) || p_.LemmaHas(acts, W::k_land_noun));
  if (itself) return {};
  int doer = m_.focus.Read(parsed_, subject).party.entity;
  // "Acme Bank cut its target", but "cut the stock, with a target".
  bool own =
      !complement.objects.empty() && g_[complement.objects[0]].possessor > 0;
  bool rates = m_.focus.SpeaksOfOthers(doer) ||
               (doer >= 0 && m_.focus.IsObserver(doer));
  if (rated && !(own && rates)) return {};
  int body = CompanyOn(at);
  if (body < 0) body = m_.focus.EmployerOf(doer);
  if (body < 0) body = SayingFirm(at);
  if (body < 0 && !rated) body = ActingBehind(at);
  // "Acme said hackers stole data": where the clause begins.
  bool clause = subject < at && VerbBefore(g_, subject) >= 0;
  uint32_t from = g_[clause ? subject : at].first;
  if (body < 0) body = m_.focus.Current(parsed_, from);
  if (body == doer) body = m_.focus.body();
  if (body < 0 || body == doer) return {};
  Filler filler = m_.focus.FromEntity(body, p_.span(g_[at].first, g_[at].last));
  if (!(filler.mask & mask)) return {};
  return Found{filler, kSpokenMark};
}

std::optional<int> RoleFiller::TellerOf(int verb) const {
  int noun = parsed_.subject[verb];
  bool describes = g_[verb].participle || (noun >= 0 && noun + 2 <= verb &&
                                           g_[verb - 1].kind == K::kRelative);
  int governor = describes ? GoverningVerb(m_.story, parsed_, noun) : -1;
  bool told =
      governor >= 0 && governor != verb && parsed_.subject[governor] >= 0;
  return told ? std::optional(parsed_.subject[governor]) : std::nullopt;
}

int RoleFiller::SayingFirm(int verb) const {
  auto speaker = FindSpeaker(m_.story, parsed_, m_.focus, g_[verb].head, -1);
  if (!speaker || speaker->entity < 0) return -1;
  const EntityInfo& info = m_.story.entities.entities[speaker->entity];
  bool firm = info.type == EntityType::kCompany &&
              !m_.focus.SpeaksOfOthers(speaker->entity) &&
              !m_.focus.Counts(speaker->entity);
  return firm ? speaker->entity : -1;
}

int RoleFiller::ActingBehind(int verb) const {
  const EntityTable& table = m_.story.entities;
  auto company = [&](int group) {
    if (g_[group].mention < 0) return -1;
    int entity = table.mentions[g_[group].mention].entity;
    bool firm = table.entities[entity].type == EntityType::kCompany;
    return firm ? entity : -1;
  };
  for (int k = 0; k < verb; ++k) {
    if (company(k) >= 0) return -1;
  }
  int size = static_cast<int>(g_.size());
  for (int k = verb + 1; k + 2 < size; ++k) {
    bool acts = g_[k].kind == K::kSubordinator && g_[k + 2].kind == K::kVerb &&
                parsed_.subject[k + 2] == k + 1 &&
                !p_.VerbHas(g_[k + 2].head, W::k_say);
    if (acts) return company(k + 1);
  }
  return -1;
}

int RoleFiller::CompanyOn(int before) const {
  for (int k = before - 1; k > 0; --k) {
    // "a note on Acme", "analysts covering Acme".
    bool covers = k > 1 && g_[k - 1].kind == K::kVerb && g_[k - 1].participle &&
                  g_[k - 2].kind == K::kNoun &&
                  p_.LemmaHas(g_[k - 2].head, W::k_observer);
    bool on = g_[k].kind == K::kNoun && g_[k].mention >= 0 &&
              (covers || p_.IsWord(g_[k - 1].head, "on"));
    if (!on) continue;
    int entity = m_.story.entities.mentions[g_[k].mention].entity;
    if (m_.story.entities.entities[entity].type == EntityType::kCompany) {
      return entity;
    }
  }
  // "downgraded Acme and cut its target".
  for (auto draft = m_.drafts.rbegin(); draft != m_.drafts.rend(); ++draft) {
    const Claim& claim = draft->claim;
    bool rated = claim.type == ClaimType::kRating && claim.object;
    if (rated && claim.object->entity >= 0) return claim.object->entity;
  }
  return -1;
}

}  // namespace newsdigest
