// Units told once for several numbers: "from 13.5 to 14 mm", "3.9 million
// headsets, up from 2.4 million", "64 points to 4,577".
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
