// When the article says it was published.
#ifndef NEWSDIGEST_FIGURES_PUBLISHED_H_
#define NEWSDIGEST_FIGURES_PUBLISHED_H_

#include <string>

#include "language/passage.h"

namespace newsdigest {

// The first date told in full (day, month and year) in a date line or a
// dateline at the head of the article; ISO 8601, empty where there is none.
std::string FindPublished(const Passage& passage, const Layout& layout);

}  // namespace newsdigest

#endif  // NEWSDIGEST_FIGURES_PUBLISHED_H_
