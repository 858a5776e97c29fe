// Short forms linked to the names that they stand for: last names, first
// words of companies, acronyms, tickers in brackets.
#ifndef NEWSDIGEST_ENTITIES_LINKS_H_
#define NEWSDIGEST_ENTITIES_LINKS_H_

#include "entities/name_groups.h"

namespace newsdigest {

// What the titles and first names of a person tell.
enum class Gender : uint8_t { kUnknown, kWoman, kMan };

// Of the person whose name stands at [first, last): "Ms. Porter", "Jane
// Porter".
Gender GenderOf(const Passage& passage, uint32_t first, uint32_t last);

// Gives each group that is a short form its parent.
void LinkShortForms(const Passage& passage, NameGroups& groups);

}  // namespace newsdigest

#endif  // NEWSDIGEST_ENTITIES_LINKS_H_
