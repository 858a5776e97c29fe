#include "claims/brackets.h"

#include <algorithm>

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

class BracketReader {
 public:
  explicit BracketReader(Matching& matching)
      : m_(matching), p_(matching.story.passage), g_(matching.parsed.groups) {}

  void Run() {
    for (int i = 1; i < Size(); ++i) {
      if (!g_[i].aside || !p_.Is(g_[i].first, "(")) continue;
      int base = BaseIn(i + 1);
      Draft* draft = base >= 0 ? ComparedWith(i, base) : nullptr;
      // "was $3 million ($1 million in May)" is a part, where nothing moved.
      bool moved =
          draft && (base > i + 1 || draft->claim.direction != Direction::kNone);
      if (!moved) continue;
      draft->claim.from = g_[base].figure;
      DropClaims(i, base);
    }
  }

 private:
  int Size() const { return static_cast<int>(g_.size()); }

  const Figure& F(int group) const {
    return FigureOf(m_.story, g_[group].figure);
  }

  // The group of the one figure of "2023: $2 million)", "up from $2 million)",
  // "compared with a loss of $2 million in 2023)", "$2 million in 2023)", whose
  // first group is `at`; -1: none.
  int BaseIn(int at) const {
    int base = -1;
    bool compared = false;
    for (int k = at; k < Size() && g_[k].aside; ++k) {
      const Group& group = g_[k];
      if (p_.Is(group.first, ")")) return compared ? base : -1;
      bool dated = group.kind == K::kStop && k > at && g_[k - 1].date >= 0;
      bool than = group.kind == K::kPreposition &&
                  (p_.Has(group.head, W::k_base_preposition) ||
                   p_.IsWord(group.first - 1, "compared"));
      if (group.kind == K::kFigure) {
        if (base >= 0) return -1;
        base = k;
      } else if (base < 0 && (dated || than)) {
        compared = true;
      } else if (base == at && group.date >= 0) {
        compared = true;
      } else if (!MayStand(k)) {
        return -1;
      }
    }
    return -1;
  }

  // What may stand beside the base: its date, its measure, "up".
  bool MayStand(int k) const {
    const Group& group = g_[k];
    switch (group.kind) {
      case K::kDate:
      case K::kAdverb:
      case K::kPreposition:
        return true;
      case K::kNoun:
        return group.date >= 0 || p_.LemmaHas(group.head, W::k_measure);
      case K::kVerb:
        return p_.IsWord(group.head, "compared");
      default:
        return false;
    }
  }

  // The draft whose level is the last figure before the bracket of the unit of
  // the base; null: none.
  Draft* ComparedWith(int bracket, int base) const {
    for (int k = bracket - 1; k >= 0; --k) {
      int figure = g_[k].figure;
      bool alike = figure >= 0 && !g_[k].aside && F(k).kind == F(base).kind &&
                   F(k).unit == F(base).unit;
      if (!alike) continue;
      auto draft =
          std::find_if(m_.drafts.begin(), m_.drafts.end(), [&](const Draft& d) {
            bool measured = d.claim.type == ClaimType::kMetric ||
                            d.claim.type == ClaimType::kMarketMove;
            return measured && d.claim.level == figure && d.claim.from < 0;
          });
      if (draft != m_.drafts.end()) return &*draft;
      // "rose 4% to 5% (2023: 3%)": the level, not the change.
      if (F(base).kind != FigureKind::kPercent) return nullptr;
    }
    return nullptr;
  }

  // What was told of the base by itself.
  void DropClaims(int bracket, int base) {
    std::erase_if(m_.drafts, [&](const Draft& draft) {
      return draft.group > bracket && draft.group <= base + 1 &&
             draft.claim.level == g_[base].figure;
    });
  }

  Matching& m_;
  const Passage& p_;
  const std::vector<Group>& g_;
};

}  // namespace

void ReadBracketBases(Matching& matching) { BracketReader(matching).Run(); }

}  // namespace newsdigest
