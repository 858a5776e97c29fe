// Names given as examples of a class: "companies such as Acme and Quill".
#ifndef NEWSDIGEST_CLAIMS_EXAMPLES_H_
#define NEWSDIGEST_CLAIMS_EXAMPLES_H_

#include <vector>

#include "claims/groups.h"

namespace newsdigest {

// Leaves the named examples in the place of the class that they stand for, so
// that the clause tells of them: "companies, including Acme and Quill, fell"
// reads "Acme and Quill fell".
void TakeExamples(const Passage& passage, std::vector<Group>& groups);

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_EXAMPLES_H_
