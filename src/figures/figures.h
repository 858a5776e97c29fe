// Figures: money, percent, counts, quantities and the rest of DIGEST's kinds.
#ifndef NEWSDIGEST_FIGURES_FIGURES_H_
#define NEWSDIGEST_FIGURES_FIGURES_H_

#include <vector>

#include "figures/dates.h"
#include "language/passage.h"
#include "newsdigest/digest.h"

namespace newsdigest {

struct FigureMatch {
  Figure figure;
  uint32_t first = 0, last = 0;  // tokens with modifier and counted noun
  uint32_t core = 0;             // first token after the modifier
  uint32_t noun = 0;             // head of the counted noun, 0: none
  bool verb = false;             // "doubled"
};

// Of one article; what has more is a table of data.
inline constexpr size_t kMostFigures = 20000;

// The figures of the article in order, up to one past the most that it may
// have. Tokens that `dates` took as calendar dates are left alone; durations
// are figures too.
std::vector<FigureMatch> FindFigures(const Passage& passage,
                                     const std::vector<DateMatch>& dates);

}  // namespace newsdigest

#endif  // NEWSDIGEST_FIGURES_FIGURES_H_
