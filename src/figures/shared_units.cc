#include "figures/shared_units.h"

#include <cmath>

#include "figures/decimal.h"

namespace newsdigest {
namespace {

bool IsBare(const FigureMatch& match) {
  return match.figure.kind == FigureKind::kNumber && match.figure.value &&
         match.figure.per.empty();
}

bool Lends(const FigureMatch& match) {
  switch (match.figure.kind) {
    case FigureKind::kMoney:
    case FigureKind::kRate:
    case FigureKind::kPercent:
    case FigureKind::kQuantity:
    case FigureKind::kCount:
      return match.figure.value.has_value();
    default:
      return false;
  }
}

// Within the sizes that two tellings of one measure have.
bool Comparable(const Figure& a, const Figure& b) {
  double x = std::abs(ToDouble(*a.value));
  double y = std::abs(ToDouble(*b.value));
  return x <= 50 * y && y <= 50 * x;
}

void Take(FigureMatch& to, const FigureMatch& from) {
  to.figure.kind = from.figure.kind;
  to.figure.unit = from.figure.unit;
  to.figure.per = from.figure.per;
}

// "six or seven euros", "13.5 to 14 mm", "3 of the 5 million yen": nothing
// but a joining word between.
bool SharesWithNext(const Passage& p, const FigureMatch& match,
                    const FigureMatch& next) {
  uint32_t word = match.last;
  bool joined = p.Has(word, WordClass::k_unit_joiner) || p.IsWord(word, "or") ||
                p.IsWord(word, "and");
  uint32_t after = word + 1;
  if (p.IsWord(word, "of") && p.IsWord(after, "the")) {
    joined = true;
    ++after;
  }
  return joined && next.first == after && Lends(next) &&
         Comparable(match.figure, next.figure);
}

// "up from 3.1 million", "to 3,912": a joining word before. What follows "to"
// and "at" is a level: it has the unit of a change in money or points, not of
// one in percent or heads.
bool SharesWithBefore(const Passage& p, const FigureMatch& match,
                      const FigureMatch& before) {
  uint32_t word = match.first - 1;
  // "30 ovens in shops and 12 by mail".
  bool listed = (p.IsWord(word, "and") || p.IsWord(word, "but")) &&
                p.Tagged(match.last, Bit(Tag::kIN));
  bool joined = p.Has(word, WordClass::k_unit_joiner) || listed;
  if (!joined || !Lends(before)) return false;
  bool level = p.IsWord(word, "to") || p.IsWord(word, "at");
  const Figure& figure = before.figure;
  if (level && figure.unit == "point") return true;
  bool fits = !level || figure.kind == FigureKind::kMoney ||
              figure.kind == FigureKind::kRate;
  return fits && Comparable(match.figure, figure);
}

}  // namespace

void ShareUnits(const Passage& p, std::span<FigureMatch> figures) {
  for (size_t k = 0; k < figures.size(); ++k) {
    FigureMatch& match = figures[k];
    if (!IsBare(match)) continue;
    if (k + 1 < figures.size() && SharesWithNext(p, match, figures[k + 1])) {
      Take(match, figures[k + 1]);
      continue;
    }
    if (match.first == 0) continue;
    for (size_t back = 1; back <= 2 && back <= k; ++back) {
      if (!SharesWithBefore(p, match, figures[k - back])) continue;
      Take(match, figures[k - back]);
      break;
    }
  }
}

}  // namespace newsdigest
