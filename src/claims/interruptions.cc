#include "claims/interruptions.h"

namespace newsdigest {

using K = GroupKind;

bool Interruptions::OpensRelative(int i) const {
  const Group& group = g_[i];
  return group.kind == K::kRelative || p_.IsWord(group.first, "whose") ||
         (group.kind == K::kSubordinator && p_.IsWord(group.head, "where"));
}

int Interruptions::OpensListed(int listed) const {
  constexpr int kReach = 8;  // groups
  for (int k = listed - 1; k > 0 && k > listed - kReach; --k) {
    bool item = g_[k].kind == K::kNoun || g_[k].kind == K::kComma ||
                g_[k].kind == K::kAdjective || g_[k].kind == K::kVerb;
    if (g_[k].kind == K::kComma && OpensRelative(k + 1)) return k;
    if (!item && !OpensRelative(k)) return -1;
  }
  return -1;
}

bool Interruptions::StandsBefore(int i, bool aside) const {
  int k = i - 1;
  while (k >= 0 && ((g_[k].aside && !aside) || g_[k].kind == K::kAdverb)) --k;
  return k >= 0;
}

int Interruptions::Opening(int comma, bool aside) const {
  constexpr int kReach = 16;  // groups
  bool verb = false;
  for (int k = comma - 1; k >= 0 && k > comma - kReach; --k) {
    if (g_[k].aside && !aside) continue;
    // ", the firm that makes ovens,", ", a measure of how full they are,": the
    // verb is the inner clause's.
    if (OpensRelative(k) || g_[k].kind == K::kSubordinator ||
        g_[k].kind == K::kThat) {
      verb = false;
    }
    if (g_[k].kind == K::kComma) {
      bool relative = OpensRelative(k + 1);
      if (verb && !relative) return -1;
      if (int open = relative ? -1 : OpensListed(k); open >= 0) return open;
      return StandsBefore(k, aside) ? k : -1;
    }
    if (g_[k].kind == K::kVerb && g_[k].finite) verb = true;
    if (g_[k].kind == K::kStop) return -1;
  }
  return -1;
}

}  // namespace newsdigest
