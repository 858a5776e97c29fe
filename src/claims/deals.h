// "The deal is expected to close in May": an acquisition that the article told
// before, spoken of again with something new about it.
#ifndef NEWSDIGEST_CLAIMS_DEALS_H_
#define NEWSDIGEST_CLAIMS_DEALS_H_

#include <optional>

#include "claims/frames.h"

namespace newsdigest {

// The acquisition that the article told last, with both its parties.
class LastDeal {
 public:
  struct Deal {
    Party buyer, target;
    Status status = Status::kCompleted;
  };

  // To be told each claim of the sentence `index`, in order.
  void Note(const Claim& claim, int index);

  // What a noun means in the sentence `index`: "the takeover"; `any`: "the
  // deal", which may be an agreement of another kind.
  const Deal* Meant(int index, bool any) const;

 private:
  bool IsBackground(const Claim& claim) const;

  std::optional<Deal> deal_;
  int sentence_ = 0;    // that told it last
  bool other_ = false;  // an agreement of another kind was told since
};

// Drafts of acquisitions for nouns that go back to `last`.
void MatchDeals(Matching& matching, const LastDeal& last);

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_DEALS_H_
