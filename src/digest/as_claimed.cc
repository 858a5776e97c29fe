// Figures as claims tell them.
#include <algorithm>
#include <cmath>

#include "figures/decimal.h"
#include "newsdigest/digest.h"

namespace newsdigest {

Figure AsClaimed(const Digest& digest, int index) {
  Figure figure = digest.figures[index];
  if (figure.kind != FigureKind::kRatio || !figure.value) return figure;
  // "gained 5/8": a price in eighths, no part.
  std::string_view text = Slice(digest.text, figure.span);
  bool words = std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return c < 0x80 && (c < '0' || c > '9');
  });
  // "one in 10".
  words = words || text.find(" in ") != text.npos ||
          text.find(" out of ") != text.npos;
  double value = ToDouble(*figure.value);
  if (!words || value > 1) return figure;
  figure.kind = FigureKind::kPercent;
  figure.unit = "percent";
  figure.value = Normalized(Decimal{std::llround(value * 1000), -1});
  return figure;
}

}  // namespace newsdigest
