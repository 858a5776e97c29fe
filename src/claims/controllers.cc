#include "claims/controllers.h"

#include "claims/status.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

int Controllers::Of(int noun) const {
  const Group& group = g_[noun];
  bool plan = StatusOf(p_, group.head, W::k_noun_status).has_value() &&
              group.mention < 0;
  int governor = -1;
  // "expects sales to rise 3% to $2 million and profit to fall".
  bool joined = noun > 0 && g_[noun - 1].kind == K::kConjunction;
  int reach = noun - (joined ? kGroupReach : 8);
  for (int k = noun - 1; k >= 0 && k > reach; --k) {
    if (g_[k].kind == K::kVerb) {
      bool same = joined && g_[k].infinitive && parsed_.subject[k] == k - 1;
      if (same) continue;
      governor = k;
      break;
    }
    if (g_[k].kind == K::kNoun && k + 1 == noun) break;
  }
  // "voted 7-2 to approve": who voted.
  bool count = p_.tokens[group.head].kind == TokenKind::kNumber;
  if (count && governor >= 0) return parsed_.subject[governor];
  if (plan) {
    if (group.possessor > 0) return noun;
    // "Acme in talks to buy", "keeps Acme on track to buy".
    bool engaged = noun > 1 && g_[noun - 2].kind == K::kNoun &&
                   (p_.IsWord(g_[noun - 1].head, "on") ||
                    (governor < 0 && p_.IsWord(g_[noun - 1].head, "in")));
    if (engaged) return noun - 2;
    return governor >= 0 ? parsed_.subject[governor] : -1;
  }
  // "expects sales to rise": the noun acts, not who expects, but "offered a
  // sale to win".
  bool object_acts = governor >= 0 &&
                     p_.VerbHas(g_[governor].head, W::k_embeds) &&
                     !p_.VerbHas(g_[governor].head, W::k_uses) &&
                     !p_.VerbHas(g_[governor].head, W::k_gives);
  // "advised clients to sell", "allowed a bank to open": they do.
  bool told = governor >= 0 && p_.VerbHas(g_[governor].head, W::k_asks) &&
              (p_.VerbHas(g_[governor].head, W::k_say) ||
               p_.VerbHas(g_[governor].head, W::k_permits));
  // "persuaded her to join": she joins.
  bool person = governor >= 0 && governor + 1 == noun &&
                group.last == group.first + 1 &&
                p_.VerbHas(g_[governor].head, W::k_asks) &&
                (p_.IsWord(group.head, "him") || p_.IsWord(group.head, "her"));
  if (person) return noun;
  if (governor >= 0 && group.mention < 0 && !object_acts && !told) {
    return parsed_.subject[governor];
  }
  // "beat Acme to win": who beat it; "asked Acme to pay": Acme.
  bool object = governor >= 0 && governor + 1 == noun &&
                parsed_.subject[governor] >= 0 && !g_[governor].passive &&
                !object_acts && !p_.VerbHas(g_[governor].head, W::k_asks) &&
                !p_.VerbHas(g_[governor].head, W::k_causes) &&
                !p_.VerbHas(g_[governor].head, W::k_say);
  return object ? parsed_.subject[governor] : noun;
}

}  // namespace newsdigest
