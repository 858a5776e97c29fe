#include "digest/arithmetic.h"

#include <fmt/format.h>

#include <cmath>

#include "figures/decimal.h"

namespace newsdigest {
namespace {

constexpr double kLoose = 0.1;  // what "about" and "nearly" leave open

// Half a unit of the last place told: "$3.1 billion" is right to 50 million.
double Half(const Figure& figure) {
  return ToDouble({5, figure.value->exponent - 1});
}

struct Told {
  double real = 0;   // the change that base and level give
  double slack = 0;  // what rounding them allows
};

// The change from base to level, in the unit of the figure of change; empty
// where the three cannot be compared.
std::optional<Told> ChangeOf(const Figure& from, const Figure& level,
                             const Figure& change) {
  double a = ToDouble(*from.value);
  double b = ToDouble(*level.value);
  double rounding = Half(from) + Half(level);
  switch (change.kind) {
    case FigureKind::kPercent:
      if (from.kind == FigureKind::kPercent || a <= 0) return {};
      return Told{100 * (b - a) / a, 100 * rounding / a + 0.5};
    case FigureKind::kMultiple:
      if (a <= 0) return {};
      return Told{b / a, rounding / a + 0.05};
    case FigureKind::kPercentagePoint:
      if (from.kind != FigureKind::kPercent) return {};
      return Told{b - a, rounding};
    case FigureKind::kBasisPoint:
      if (from.kind != FigureKind::kPercent) return {};
      return Told{100 * (b - a), 100 * rounding};
    default:
      if (change.unit != from.unit || change.unit.empty()) return {};
      return Told{b - a, rounding};
  }
}

// What the change is by base and level where the text tells another; empty
// where they agree.
std::optional<double> Other(const Claim& claim, const Figure& from,
                            const Figure& level, const Figure& change) {
  auto told = ChangeOf(from, level, change);
  if (!told) return {};
  bool ratio = change.kind == FigureKind::kMultiple;
  double real = told->real;
  double said = std::abs(ToDouble(*change.value));
  if (!ratio && claim.direction == Direction::kDown) real = -real;
  if (!ratio && claim.direction == Direction::kNone) real = std::abs(real);
  double slack = told->slack + Half(change);
  if (!change.modifier.empty()) slack += kLoose * said;
  if (std::abs(real - said) <= slack) return {};
  return real;
}

}  // namespace

void CheckArithmetic(Digest& digest) {
  for (const Claim& claim : digest.claims) {
    if (claim.from < 0 || claim.level < 0 || claim.change < 0) continue;
    const Figure& from = digest.figures[claim.from];
    const Figure& level = digest.figures[claim.level];
    const Figure& change = digest.figures[claim.change];
    bool comparable =
        from.value && level.value && change.value && from.unit == level.unit;
    if (!comparable) continue;
    auto other = Other(claim, from, level, change);
    if (!other) continue;
    digest.warnings.push_back(
        {"arithmetic",
         fmt::format("the text tells a change of {} {}; from {} to {} it is "
                     "{:.4g}",
                     ToText(*change.value), change.unit, ToText(*from.value),
                     ToText(*level.value), *other),
         {change.span, level.span, from.span}});
  }
}

}  // namespace newsdigest
