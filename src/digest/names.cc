// The words that the contract uses for enumerations.
#include "newsdigest/digest.h"

namespace newsdigest {
namespace {

template <typename Enum, size_t N>
const char* Pick(const char* const (&names)[N], Enum value) {
  auto index = static_cast<size_t>(value);
  return index < N ? names[index] : "";
}

constexpr const char* kEntityTypes[] = {"company", "organization", "person",
                                        "place",   "product",      "instrument",
                                        "event",   "work"};
constexpr const char* kMentionKinds[] = {"name", "alias", "nominal", "pronoun"};
constexpr const char* kFigureKinds[] = {
    "money",       "rate",  "percent",  "percentage_point",
    "basis_point", "count", "quantity", "multiple",
    "ratio",       "rank",  "age",      "number"};
constexpr const char* kDateKinds[] = {"date", "period", "duration", "time"};
constexpr const char* kTypes[] = {"market_move",
                                  "rating",
                                  "metric",
                                  "acquisition",
                                  "investment",
                                  "partnership",
                                  "contract",
                                  "listing",
                                  "financing",
                                  "bankruptcy",
                                  "shareholder_return",
                                  "launch",
                                  "expansion",
                                  "closure",
                                  "layoffs",
                                  "hiring",
                                  "leadership",
                                  "incident",
                                  "legal",
                                  "policy",
                                  "statement"};
static_assert(sizeof kTypes / sizeof kTypes[0] == kClaimTypes);
constexpr const char* kStatuses[] = {"completed", "planned", "expected",
                                     "rumored",   "denied",  "cancelled"};
constexpr const char* kDirections[] = {"", "up", "down", "flat"};

}  // namespace

const char* Name(EntityType type) { return Pick(kEntityTypes, type); }
const char* Name(MentionKind kind) { return Pick(kMentionKinds, kind); }
const char* Name(FigureKind kind) { return Pick(kFigureKinds, kind); }
const char* Name(DateKind kind) { return Pick(kDateKinds, kind); }
const char* Name(ClaimType type) { return Pick(kTypes, type); }
const char* Name(Status status) { return Pick(kStatuses, status); }
const char* Name(Direction direction) { return Pick(kDirections, direction); }

std::string FullUnit(const Figure& figure) {
  return figure.per.empty() ? figure.unit : figure.unit + " per " + figure.per;
}

}  // namespace newsdigest
