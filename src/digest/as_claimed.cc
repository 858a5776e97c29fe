// Figures as claims tell them.
#include <cmath>

#include "figures/decimal.h"
#include "newsdigest/digest.h"

namespace newsdigest {

Figure AsClaimed(const Figure& figure, const Claim& claim) {
  bool part = figure.kind == FigureKind::kRatio && figure.value &&
              claim.type != ClaimType::kMarketMove &&
              ToDouble(*figure.value) <= 1;
  if (!part) return figure;
  Figure out = figure;
  out.kind = FigureKind::kPercent;
  out.unit = "percent";
  out.value = Normalized(
      Decimal{std::llround(ToDouble(*figure.value) * 1000), -1});
  return out;
}

}  // namespace newsdigest
