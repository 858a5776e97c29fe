#include "claims/antecedents.h"

#include "claims/status.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

int Antecedents::Of(int verb, int i) const { return Planner(Meant(verb, i)); }

int Antecedents::Planner(int noun) const {
  bool plan = noun > 0 && g_[noun].mention < 0 && g_[noun].possessor == 0 &&
              g_[noun - 1].kind == K::kVerb && !g_[noun - 1].passive &&
              parsed_.subject[noun - 1] >= 0 &&
              !p_.LemmaHas(g_[noun].head, W::k_deal) &&
              StatusOf(p_, g_[noun].head, W::k_noun_status) ==
                  std::optional(Status::kPlanned);
  return plan ? parsed_.subject[noun - 1] : noun;
}

int Antecedents::Meant(int verb, int i) const {
  bool aside = g_[verb].aside;
  int place = -1;
  int reach = p_.IsWord(g_[i].head, "who") ? 10 : 6;
  for (int k = i - 1; k >= 0 && k > i - reach; --k) {
    if (g_[k].aside && !aside) continue;
    // "a manager in Oslo, who said": no place says it.
    // "the head of the world's oldest bank, Acme, who said": nor does the bank.
    bool named = place >= 0 && k + 2 == place && g_[k + 1].kind == K::kComma &&
                 g_[k].mention < 0 && g_[k - 1].kind == K::kPreposition;
    if (named || (g_[k].kind == K::kNoun && IsWhere(k, i))) {
      if (place < 0) place = k;
      continue;
    }
    int told = g_[k].kind == K::kNoun ? ToldBy(k) : -1;
    if (told >= 0) return told;
    if (g_[k].kind == K::kNoun) return Moving(verb, k);
    if (g_[k].kind == K::kComma || g_[k].kind == K::kPreposition ||
        g_[k].kind == K::kFigure || g_[k].kind == K::kDate) {
      continue;
    }
    return place;
  }
  return place;
}

int Antecedents::ToldBy(int noun) const {
  int comma = noun - 1;
  // "Tom Reed, formerly a Quill manager, who resigned".
  if (comma > 1 && g_[comma].kind == K::kAdverb) --comma;
  if (comma < 1 || g_[comma].kind != K::kComma) return -1;
  const Group& told = g_[comma - 1];
  // "unveiled the Quill 2, a smaller oven that will cost $300".
  bool one = p_.IsWord(g_[noun].first, "a") || p_.IsWord(g_[noun].first, "an");
  bool name = told.possessor == 0 &&
              (told.mention >= 0 || p_.Tagged(told.head, Bit(Tag::kNNP)));
  // "its oven unit, a business that".
  bool unit = told.definite && told.mention < 0 &&
              p_.LemmaHas(told.head, W::k_facility);
  bool named = one && g_[noun].mention < 0 && g_[noun].figure < 0 &&
               told.kind == K::kNoun && (name || unit);
  // "sold it to Acme, a deal that closed".
  bool event = p_.LemmaHas(g_[noun].head, W::k_deal) ||
               p_.LemmaHas(g_[noun].head, W::k_measure);
  if (named && !event) return comma - 1;
  bool person =
      told.mention >= 0 && g_[noun].mention < 0 &&
      (p_.LemmaHas(g_[noun].head, W::k_title) ||
       (p_.Tagged(g_[noun].first, Bit(Tag::kDT)) &&
        p_.NamesPeople(g_[noun].head))) &&
      entities_.entities[entities_.mentions[told.mention].entity].type ==
          EntityType::kPerson;
  return person ? comma - 1 : -1;
}

bool Antecedents::IsWhere(int noun, int relative) const {
  if (!p_.IsWord(g_[relative].head, "who")) return false;
  int mention = g_[noun].mention;
  bool in = noun > 0 && g_[noun - 1].kind == K::kPreposition;
  // "a lecturer in law at Yale, who said".
  if (mention < 0) {
    return in && !p_.IsWord(g_[noun - 1].head, "of") &&
           p_.Tagged(g_[noun].head, Bit(Tag::kNN)) &&
           !p_.NamesPeople(g_[noun].head);
  }
  EntityType type = entities_.entities[entities_.mentions[mention].entity].type;
  // "an analyst at Acme, who said".
  bool body = type == EntityType::kCompany || type == EntityType::kOrganization;
  bool apposed = noun > 2 && g_[noun - 1].kind == K::kComma &&
                 g_[noun - 2].kind == K::kNoun && g_[noun - 2].mention < 0 &&
                 g_[noun - 3].kind == K::kPreposition;
  bool works = body && (in || apposed);
  return works || type == EntityType::kPlace;
}

int Antecedents::Moving(int verb, int noun) const {
  bool moves = p_.VerbHas(g_[verb].head, W::k_rise) ||
               p_.VerbHas(g_[verb].head, W::k_fall) ||
               p_.VerbHas(g_[verb].head, W::k_portion);
  int before = noun - 1;
  bool of =
      moves && before > 0 && g_[noun].mention >= 0 &&
      (p_.IsWord(g_[before].head, "at") || p_.IsWord(g_[before].head, "of") ||
       p_.IsWord(g_[before].head, "in")) &&
      g_[before - 1].kind == K::kNoun &&
      (p_.LemmaHas(g_[before - 1].head, W::k_measure) ||
       p_.LemmaHas(g_[before - 1].head, W::k_own_share));
  // "the rate on a home loan, which hit 7%": the rate did.
  bool on = before > 0 && p_.IsWord(g_[before].head, "on") &&
            g_[before - 1].kind == K::kNoun && g_[noun].mention < 0 &&
            p_.LemmaHas(g_[before - 1].head, W::k_measure) &&
            (moves || p_.VerbHas(g_[verb].head, W::k_level_verb));
  // "a bid for Acme that would value it": the bid would.
  bool deal =
      before > 0 && g_[noun + 1].kind == K::kRelative &&
      g_[noun].mention >= 0 &&
      (p_.IsWord(g_[before].head, "for") || p_.IsWord(g_[before].head, "of")) &&
      g_[before - 1].kind == K::kNoun && g_[before - 1].mention < 0 &&
      p_.LemmaHas(g_[before - 1].head, W::k_deal);
  // "a price target for Acme, which is 5% ahead of": the target is.
  uint32_t goal = before > 0 ? g_[before - 1].head : 0;
  bool set = goal > 0 && g_[before].kind == K::kPreposition &&
             p_.Match(goal - 1, W::k_price_goal, goal + 1).length == 2;
  // "an oven powered by Acme's gas, which will": the oven will.
  bool made = before > 1 && p_.IsWord(g_[before].head, "by") &&
              g_[before - 1].kind == K::kVerb && g_[before - 1].participle &&
              g_[before - 1].passive && g_[before - 2].kind == K::kNoun &&
              g_[noun].possessor > 0 && g_[noun + 1].kind == K::kComma;
  if (made) return before - 2;
  // "a plant in Ohio that will create 300 jobs": no name needs telling apart.
  bool restricts = before > 0 && g_[noun].mention >= 0 &&
                   g_[noun + 1].kind == K::kRelative &&
                   p_.IsWord(g_[noun + 1].head, "that") &&
                   g_[before].kind == K::kPreposition &&
                   !p_.IsWord(g_[before].head, "to") &&
                   g_[before - 1].kind == K::kNoun &&
                   g_[before - 1].mention < 0 && !g_[before - 1].pronoun;
  return of || on || deal || set || restricts ? before - 1 : noun;
}

int Antecedents::BeforeAside(int verb, int i) const {
  bool relative =
      verb > 0 && (g_[verb - 1].kind == K::kRelative || g_[verb].participle);
  if (!relative) return -1;
  for (int k = i; k >= 0 && k > i - 4; --k) {
    if (g_[k].kind == K::kNoun) return k;
  }
  return -1;
}

}  // namespace newsdigest
