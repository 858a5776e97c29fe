#include "claims/confidence.h"

#include <algorithm>

#include "claims/choose.h"

namespace newsdigest {
namespace {

// How the sentence names a party: not at all, by words that are no name or
// in another sentence, by a back-reference, by its name.
enum class Naming { kNone, kWords, kReference, kName };

Naming NamingOf(const Passage& p, const Claim& claim,
                const std::optional<Party>& party) {
  if (!party || !claim.evidence.span.Contains(party->span)) {
    return Naming::kNone;
  }
  if (party->entity < 0) return Naming::kWords;
  uint32_t at = p.TokenFrom(party->span.start);
  bool reference =
      p.Tagged(at, Bit(Tag::kDT) | Bit(Tag::kPRP) | Bit(Tag::kPRPS));
  return reference ? Naming::kReference : Naming::kName;
}

bool TakesObject(ClaimType type) {
  switch (type) {
    case ClaimType::kMarketMove:
    case ClaimType::kMetric:
    case ClaimType::kLayoffs:
    case ClaimType::kHiring:
    case ClaimType::kBankruptcy:
    case ClaimType::kShareholderReturn:
    case ClaimType::kListing:
    case ClaimType::kFinancing:
      return false;
    default:
      return true;
  }
}

}  // namespace

double Confidence(const Passage& passage, const Draft& draft) {
  const Claim& claim = draft.claim;
  double value = 0.55;
  switch (NamingOf(passage, claim, claim.subject)) {
    case Naming::kName:
      value += 0.17;
      break;
    case Naming::kReference:
      value += 0.1;
      break;
    case Naming::kWords:
      break;
    case Naming::kNone:
      value -= 0.15;
      break;
  }
  if (!TakesObject(claim.type)) {
    value += 0.07;
  } else if (!claim.object) {
    value -= 0.05;
  } else if (claim.object->entity >= 0) {
    value += 0.12;
  }
  if (!FiguresOf(claim).empty()) value += 0.07;
  value += draft.group == draft.verb ? 0.06 : -0.06;
  if (claim.type == ClaimType::kStatement) value -= 0.3;
  return std::clamp(value, 0.05, 0.98);
}

}  // namespace newsdigest
