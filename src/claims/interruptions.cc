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
    // ", a field that has bakers, cooks and waiters,".
    bool apposed =
        k + 2 < listed && g_[k + 1].kind == K::kNoun && OpensRelative(k + 2);
    if (g_[k].kind == K::kComma && (apposed || OpensRelative(k + 1))) return k;
    if (!item && !OpensRelative(k)) return -1;
  }
  return -1;
}

int Interruptions::Before(int i, bool aside) const {
  int k = i - 1;
  while (k >= 0 && ((g_[k].aside && !aside) || g_[k].kind == K::kAdverb)) --k;
  return k;
}

int Interruptions::PhraseOfList(int join, bool aside) const {
  if (join < 0 || g_[join].kind != K::kConjunction) return -1;
  int last = Before(join, aside);
  bool serial = last >= 0 && g_[last].kind == K::kComma;
  if (serial && p_.IsWord(g_[join].head, "but")) return -1;
  if (serial) join = last;
  int nouns = 0;
  while (join >= 0 &&
         (g_[join].kind == K::kConjunction || g_[join].kind == K::kComma)) {
    int noun = Before(join, aside);
    if (noun < 0 || g_[noun].kind != K::kNoun) return -1;
    ++nouns;
    join = Before(noun, aside);
  }
  bool phrase = join >= 0 && g_[join].kind == K::kPreposition;
  // "shares of Acme, and Quill rose": no list.
  return phrase && (nouns > 1 || !serial) ? join : -1;
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
      return Before(k, aside) >= 0 ? k : -1;
    }
    if (g_[k].kind == K::kVerb && g_[k].finite) verb = true;
    if (g_[k].kind == K::kStop) return -1;
  }
  return -1;
}

int Interruptions::ListedAfterWith(int last, bool aside) const {
  if (last < 0 || g_[last].kind != K::kNoun) return -1;
  int noun = last;
  int before = Before(noun, aside);
  if (before > 0 && p_.IsWord(g_[before].head, "of")) {
    noun = Before(before, aside);
    before = noun < 0 ? -1 : Before(noun, aside);
  }
  int k = before;
  while (k > 0 && (g_[k].kind == K::kComma || g_[k].kind == K::kConjunction ||
                   g_[k].kind == K::kNoun)) {
    k = Before(k, aside);
  }
  bool list = k >= 0 && k < before && p_.IsWord(g_[k].head, "with");
  return list ? noun : -1;
}

}  // namespace newsdigest
