// Names as they stand in the text, each with what speaks for its type.
#ifndef NEWSDIGEST_ENTITIES_NAMES_H_
#define NEWSDIGEST_ENTITIES_NAMES_H_

#include <array>
#include <cstdint>
#include <vector>

#include "entities/known_names.h"
#include "figures/dates.h"
#include "language/passage.h"

namespace newsdigest {

inline constexpr int kEntityTypes = 8;
// Points for each EntityType.
using Evidence8 = std::array<int, kEntityTypes>;

struct NameMatch {
  uint32_t first = 0, last = 0;  // tokens
  uint32_t entry = kNoEntry;     // of the gazetteer, the first of `entries`
  std::vector<uint32_t> entries;
  Evidence8 shape = {};   // what its words say, the gazetteer's included
  Evidence8 points = {};  // what stands around it here
  // The name begins a sentence or stands in a heading where capitals say
  // nothing: it counts only if the article or the gazetteer vouches for it.
  bool doubtful = false;
  int alias_of = -1;      // the name that "(NYSE: ACM)" or "(ACM)" follows
  bool capitals = false;  // stands in a line all in capitals
  uint32_t title_first = 0, title_last = 0;  // "CEO" before a person
  uint32_t description_first = 0, description_last = 0;  // its appositive
};

// All names of the article, in order, not overlapping.
std::vector<NameMatch> FindNames(const Passage& passage,
                                 const std::vector<DateMatch>& dates,
                                 const NameOptions& options = {});

// Adds what stands around the name to its points.
void AddContext(const Passage& passage, const Sentence& sentence,
                NameMatch& name);
// Adds what its own words say.
void AddShape(const Passage& passage, NameMatch& name);

}  // namespace newsdigest

#endif  // NEWSDIGEST_ENTITIES_NAMES_H_
