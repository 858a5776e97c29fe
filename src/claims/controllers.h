// Whose act an infinitive behind a noun is.
#ifndef NEWSDIGEST_CLAIMS_CONTROLLERS_H_
#define NEWSDIGEST_CLAIMS_CONTROLLERS_H_

#include "claims/clause.h"

namespace newsdigest {

class Controllers {
 public:
  Controllers(const Story& story, const ParsedSentence& parsed)
      : p_(story.passage), parsed_(parsed), g_(parsed.groups) {}

  // Whose act an infinitive after the noun group `noun` is: "its plan to buy",
  // "Acme announced plans to buy", "Acme to buy"; -1: no one's.
  int Of(int noun) const;

 private:
  const Passage& p_;
  const ParsedSentence& parsed_;
  const std::vector<Group>& g_;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_CONTROLLERS_H_
