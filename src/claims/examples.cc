#include "claims/examples.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

class ExampleReader {
 public:
  ExampleReader(const Passage& passage, const std::vector<Group>& groups)
      : p_(passage), g_(groups), size_(static_cast<int>(groups.size())) {}

  // The first of the names that stand for the class at the group `i`; -1: none
  // do.
  int First(int i) const {
    if (!IsClass(i)) return -1;
    int opens = i + 1;
    if (opens < size_ && g_[opens].kind == K::kComma) ++opens;
    int first = AfterOpening(opens);
    return first > 0 && IsName(first) ? first : -1;
  }

  // The group behind the last name of the list that begins at `first`.
  int End(int first) const {
    int end = first + 1;
    while (true) {
      int next = end;
      while (next < size_ &&
             (g_[next].kind == K::kComma || g_[next].kind == K::kConjunction)) {
        ++next;
      }
      if (next == end || next >= size_ || !IsName(next)) return end;
      end = next + 1;
    }
  }

 private:
  bool IsClass(int i) const {
    const Group& group = g_[i];
    return group.kind == K::kNoun && group.mention < 0 && !group.pronoun &&
           group.figure < 0 && p_.Tagged(group.head, Bit(Tag::kNNS)) &&
           !p_.LemmaHas(group.head, W::k_measure) &&
           !p_.LemmaHas(group.head, W::k_price_move) &&
           !p_.LemmaHas(group.head, W::k_deal) && !CountsOut(i);
  }

  // "three of the banks": a part of them.
  bool CountsOut(int i) const {
    return i > 1 && p_.IsWord(g_[i - 1].head, "of") &&
           g_[i - 2].kind == K::kFigure;
  }

  // The group behind "such as", "including" or "like" at `i`; -1: none of
  // these.
  int AfterOpening(int i) const {
    if (i + 1 >= size_) return -1;
    if (p_.IsWord(g_[i].head, "such") && p_.IsWord(g_[i].head + 1, "as")) {
      return i + 2 < size_ ? i + 2 : -1;
    }
    bool opens =
        g_[i].kind == K::kPreposition &&
        (p_.IsWord(g_[i].head, "including") || p_.IsWord(g_[i].head, "like"));
    return opens ? i + 1 : -1;
  }

  // A name alone: not "Acme's purchase".
  bool IsName(int i) const {
    return g_[i].kind == K::kNoun && g_[i].mention >= 0 &&
           g_[i].possessor == 0 && g_[i].figure < 0;
  }

  const Passage& p_;
  const std::vector<Group>& g_;
  int size_;
};

}  // namespace

void TakeExamples(const Passage& passage, std::vector<Group>& groups) {
  ExampleReader reader(passage, groups);
  std::vector<Group> kept;
  int size = static_cast<int>(groups.size());
  for (int i = 0; i < size; ++i) {
    int first = reader.First(i);
    if (first < 0) {
      if (!kept.empty()) kept.push_back(groups[i]);
      continue;
    }
    if (kept.empty()) kept.assign(groups.begin(), groups.begin() + i);
    int end = reader.End(first);
    kept.insert(kept.end(), groups.begin() + first, groups.begin() + end);
    // The comma that closes what another opened.
    bool closed = groups[i + 1].kind == K::kComma && end + 1 < size &&
                  groups[end].kind == K::kComma &&
                  groups[end + 1].kind != K::kRelative;
    i = closed ? end : end - 1;
  }
  if (!kept.empty()) groups = std::move(kept);
}

}  // namespace newsdigest
