// Levels of several: "Acme and Quill reported profits of $3 million and $2
// million, respectively".
#include <algorithm>

#include "claims/measure_levels.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

std::vector<int> MeasureLevels::FiguresFrom(int at) const {
  std::vector<int> figures;
  int size = static_cast<int>(g_.size());
  for (int k = at; k < size; ++k) {
    if (g_[k].kind == K::kFigure) {
      figures.push_back(k);
    } else if (g_[k].kind != K::kConjunction && g_[k].kind != K::kComma) {
      bool each = p_.Has(g_[k].head, W::k_respective);
      return each ? figures : std::vector<int>();
    }
  }
  return {};
}

bool MeasureLevels::OfEach(int at, int next, int governor, const Mover& mover) {
  if (governor < 0 || parsed_.joined[governor].empty()) return false;
  std::vector<int> figures = FiguresFrom(next + 1);
  std::vector<int> doers(parsed_.joined[governor].rbegin(),
                         parsed_.joined[governor].rend());
  doers.push_back(parsed_.subject[governor]);
  bool firms = std::all_of(doers.begin(), doers.end(), [&](int doer) {
    return doer >= 0 && movers_.ActsAsFirm(doer);
  });
  if (!firms || figures.size() != doers.size()) return false;
  for (size_t n = 0; n < doers.size(); ++n) {
    Mover own = mover;
    own.holder = m_.focus.Read(parsed_, doers[n]).party;
    own.carried = false;
    Claim claim;
    claim.status = GovernedStatus(at, governor);
    Use(g_[figures[n]].figure, claim.level);
    Emit(own, claim, at, g_[at].head, governor, doers[n], figures.back() + 1,
         "level");
    m_.drafts.back().joined = true;
  }
  return true;
}

}  // namespace newsdigest
