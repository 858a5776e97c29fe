#include "claims/asides.h"

namespace newsdigest {

void MarkAsides(const Passage& p, std::vector<Group>& groups) {
  int depth = 0;
  int last_dash = -1;
  for (size_t g = 0; g < groups.size(); ++g) {
    Group& group = groups[g];
    bool mark =
        group.kind == GroupKind::kOther && group.last == group.first + 1;
    if (mark && (p.Is(group.first, "(") || p.Is(group.first, "["))) {
      ++depth;
    }
    if (depth > 0) group.aside = true;
    if (mark && (p.Is(group.first, ")") || p.Is(group.first, "]")) &&
        depth > 0) {
      --depth;
    }
    if (group.kind != GroupKind::kDash || depth > 0) continue;
    if (last_dash < 0) {
      last_dash = static_cast<int>(g);
      continue;
    }
    for (size_t k = static_cast<size_t>(last_dash); k <= g; ++k) {
      groups[k].aside = true;
    }
    last_dash = -1;
  }
}

}  // namespace newsdigest
