// Units told once for several numbers: "from 13.5 to 14 mm", "3.9 million
// headsets, up from 3.1 million", "58 points to 3,912".
#ifndef NEWSDIGEST_FIGURES_SHARED_UNITS_H_
#define NEWSDIGEST_FIGURES_SHARED_UNITS_H_

#include <span>

#include "figures/figures.h"

namespace newsdigest {

// Gives bare numbers of one sentence the unit of the figure they are joined
// to.
void ShareUnits(const Passage& passage, std::span<FigureMatch> figures);

}  // namespace newsdigest

#endif  // NEWSDIGEST_FIGURES_SHARED_UNITS_H_
