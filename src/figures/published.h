// When the article says it was published.
#ifndef NEWSDIGEST_FIGURES_PUBLISHED_H_
#define NEWSDIGEST_FIGURES_PUBLISHED_H_

#include <optional>
#include <string>
#include <string_view>

#include "figures/calendar.h"
#include "language/passage.h"

namespace newsdigest {

// The first date told in full (day, month and year) in a date line or a
// dateline at the head of the article; ISO 8601, empty where there is none.
std::string FindPublished(const Passage& passage, const Layout& layout);

// The day that metadata tell, in ISO 8601 or any style the date grammar reads
// ("Sat, 14 Mar 1998 10:00:00 GMT", "03/14/1998"); empty where it is none.
std::optional<CivilDate> ReadPublished(std::string_view text,
                                       const Lexicon& lexicon);

}  // namespace newsdigest

#endif  // NEWSDIGEST_FIGURES_PUBLISHED_H_
