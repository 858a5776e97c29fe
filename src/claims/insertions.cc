#include "claims/insertions.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

int Insertions::AsideEnd(int i) const {
  bool comma = g_[i].kind == K::kComma && i > at_ + 1 && i + 1 < size_;
  bool relative = comma && g_[i + 1].kind == K::kRelative;
  bool apposed = comma && ((IsName(i - 1) && Describes(g_[i + 1])) ||
                           (IsName(i + 1) && Describes(g_[i - 1])));
  bool aged =
      comma && IsName(i - 1) &&
      (g_[i + 1].kind == K::kFigure ||
       (g_[i + 1].kind == K::kAdverb && !p_.Has(g_[i + 1].head, W::k_rise) &&
        !p_.Has(g_[i + 1].head, W::k_fall)));
  bool opens = relative || apposed || aged || Cites(i);
  for (int k = i + 2; opens && k + 2 < size_ && k < i + 14; ++k) {
    if (g_[k].kind == K::kStop || g_[k].kind == K::kRelative) return -1;
    bool acts = g_[k].kind == K::kVerb && g_[k].finite;
    bool says = acts && p_.VerbHas(g_[k].head, W::k_say);
    if (acts && !relative && !says) return -1;
    if (g_[k].kind != K::kComma) continue;
    // "in a $30 million deal".
    bool deal = g_[k + 2].kind == K::kNoun && g_[k + 2].figure >= 0 &&
                p_.LemmaHas(g_[k + 2].head, W::k_deal);
    bool goes_on =
        g_[k + 1].kind == K::kPreposition &&
        (deal || g_[k + 2].kind == K::kFigure || PhraseOfVerb(k + 1));
    if (goes_on) return k;
  }
  return -1;
}

bool Insertions::Cites(int i) const {
  constexpr int kReach = 8;  // groups
  if (g_[i].kind != K::kComma || i + 3 >= size_) return false;
  uint32_t opens = g_[i + 1].first;
  if (p_.Match(opens, W::k_according, last_).length == 2) return true;
  if (g_[i + 1].kind != K::kNoun) return false;
  int k = i + 2;
  while (k + 2 < size_ && k < i + kReach && g_[k].kind != K::kComma &&
         !(g_[k].kind == K::kVerb && g_[k].finite)) {
    ++k;
  }
  return g_[k].kind == K::kVerb && p_.VerbHas(g_[k].head, W::k_say) &&
         g_[k + 1].kind == K::kComma;
}

int Insertions::LedEnd(int i) const {
  bool told = g_[i].kind == K::kVerb && g_[i].participle && g_[i].passive &&
              i > at_ + 1 && g_[i - 1].kind == K::kNoun;
  if (!told) return -1;
  int last = i + 2;
  bool by = last + 2 < size_ && p_.IsWord(g_[i + 1].head, "by") &&
            g_[last].kind == K::kNoun && g_[last].figure < 0;
  if (!by) return -1;
  while (last + 4 < size_ &&
         (g_[last + 1].kind == K::kConjunction ||
          g_[last + 1].kind == K::kComma) &&
         g_[last + 2].kind == K::kNoun && g_[last + 2].mention >= 0) {
    last += 2;
  }
  bool figure = last + 2 < size_ && g_[last + 2].kind == K::kFigure;
  bool price =
      p_.IsWord(g_[last + 1].head, "for") && p_.VerbHas(g_[i].head, W::k_leads);
  bool goes_on = figure && (price || p_.IsWord(g_[last + 1].head, "from") ||
                            p_.IsWord(g_[last + 1].head, "to"));
  return goes_on ? last : -1;
}

bool Insertions::IsName(int i) const {
  return g_[i].kind == K::kNoun &&
         (g_[i].mention >= 0 || p_.Tagged(g_[i].head, Bit(Tag::kNNP)));
}

bool Insertions::Describes(const Group& group) const {
  return group.kind == K::kNoun && group.mention < 0 && group.figure < 0 &&
         (group.possessor > group.first ||
          p_.Tagged(group.first, Bit(Tag::kDT) | Bit(Tag::kPRPS)));
}

bool Insertions::PhraseOfVerb(int preposition) const {
  int noun = preposition + 1;
  return noun < size_ && g_[noun].kind == K::kNoun && g_[noun].figure < 0 &&
         !p_.LemmaHas(g_[noun].head, W::k_measure);
}

}  // namespace newsdigest
