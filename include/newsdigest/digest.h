// What comes out: the digest of one article.
//
// Every item points back into `Digest::text` by a Span; names of fields follow
// the JSON contract (data/schema/digest.schema.json). Indexes name items of
// the same digest: `entity` 0 is `entities[0]`; -1 says none. Values are plain
// data: copy, move and destroy freely; nothing refers to the analyzer.
#ifndef NEWSDIGEST_DIGEST_H_
#define NEWSDIGEST_DIGEST_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "newsdigest/span.h"

namespace newsdigest {

enum class EntityType : uint8_t {
  kCompany,
  kOrganization,
  kPerson,
  kPlace,
  kProduct,
  kInstrument,
  kEvent,
  kWork
};

enum class MentionKind : uint8_t { kName, kAlias, kNominal, kPronoun };

struct Mention {
  Span span;
  MentionKind kind = MentionKind::kName;
};

struct Entity {
  EntityType type = EntityType::kCompany;
  std::string name;
  std::string ticker, exchange, country;  // empty: not known
  std::string description;                // what the text says it is, or empty
  std::vector<std::string> aliases;
  double salience = 0;  // 0 to 1; the shares of all entities add up to 1
  std::vector<Mention> mentions;
};

// A decimal number kept exact: digits * 10^exponent. 0.25 is {25, -2}.
struct Decimal {
  int64_t digits = 0;
  int exponent = 0;
  friend bool operator==(const Decimal&, const Decimal&) = default;
};

enum class FigureKind : uint8_t {
  kMoney,
  kRate,  // money per something: "$27 a share"
  kPercent,
  kPercentagePoint,
  kBasisPoint,
  kCount,
  kQuantity,
  kMultiple,
  kRatio,
  kRank,
  kAge,
  kNumber
};

struct Figure {
  FigureKind kind = FigureKind::kNumber;
  Span span;
  std::optional<Decimal> value;      // empty for a range
  std::optional<Decimal> low, high;  // set for a range only
  std::string unit;      // ISO 4217, "percent", a canonical unit, or a noun
  std::string per;       // "share" in "$27 a share", "day" in "9 tons a day"
  std::string modifier;  // "about", "more than", as written, lower case
};

inline bool IsMoney(const Figure& figure) {
  return figure.kind == FigureKind::kMoney || figure.kind == FigureKind::kRate;
}
// "USD per share", "barrel per day", "percent".
std::string FullUnit(const Figure& figure);

enum class DateKind : uint8_t { kDate, kPeriod, kDuration, kTime };

struct Date {
  DateKind kind = DateKind::kDate;
  Span span;
  std::string value;  // ISO 8601, empty where it cannot be resolved
};

// A party of a claim: a name and the words of the sentence that stand for it.
struct Party {
  std::string name;
  int entity = -1;
  Span span;
};

struct Quote {
  // The quoted words, without their marks. A quotation that its attribution
  // interrupts runs from its first word to its last one; `parts` are then the
  // pieces between marks, else it is empty.
  Span span;
  std::vector<Span> parts;
  std::optional<Party> speaker;
  std::string cue;
};

enum class ClaimType : uint8_t {
  kMarketMove,
  kRating,
  kMetric,
  kAcquisition,
  kInvestment,
  kPartnership,
  kContract,
  kListing,
  kFinancing,
  kBankruptcy,
  kShareholderReturn,
  kLaunch,
  kExpansion,
  kClosure,
  kLayoffs,
  kHiring,
  kLeadership,
  kIncident,
  kLegal,
  kPolicy,
  kStatement
};
inline constexpr int kClaimTypes = 21;

enum class Status : uint8_t {
  kCompleted,
  kPlanned,
  kExpected,
  kRumored,
  kDenied,
  kCancelled
};

enum class Direction : uint8_t { kNone, kUp, kDown, kFlat };

struct Evidence {
  Span span;
  int section = -1;
};

struct When {
  Span span;
  std::string value;
  int date = -1;
};

struct Claim {
  ClaimType type = ClaimType::kStatement;
  Status status = Status::kCompleted;
  std::optional<Party> subject, object, speaker;
  Span trigger;
  std::string metric, action, role, basis;  // empty: none
  Direction direction = Direction::kNone;
  // Indexes of figures, -1 for none.
  int amount = -1, change = -1, level = -1, from = -1;
  // Of levels told without a unit: the currency of a share's exchange ("rose 8%
  // to 27.30"), or whom a measure counts ("its users rose to 3 million":
  // "user"); empty: none, or not known.
  std::string bare_unit;
  std::optional<When> when;
  Span span;  // the words of the claim
  Evidence evidence;
  std::vector<Evidence> repeats;
  std::string rule;
  double confidence = 0;
  std::string key;
};

struct Section {
  Span heading;  // empty for the text before the first heading
  Span span;
  int level = 0;
  std::vector<int> claims;
};

struct SummaryItem {
  Span span;
  std::vector<int> claims;
};

struct Warning {
  std::string code;
  std::string message;
  std::vector<Span> spans;
};

struct TokenView {
  Span span;
  const char* tag = "";
};

struct Source {
  std::string path;
  std::optional<std::string> id_json;
  std::string format;
  uint64_t bytes = 0;
  std::string sha256;
};

struct Digest {
  Source source;
  // The decoded text that spans point into. Where the title came apart, it
  // stands before the article's text with one line feed between them, and
  // `title_bytes` counts both.
  std::string text;
  uint32_t title_bytes = 0;

  std::string title, subtitle, byline, publisher, published, url;
  std::string language = "en";
  std::vector<Section> sections;
  std::vector<SummaryItem> summary;
  std::vector<Entity> entities;
  std::vector<Figure> figures;
  std::vector<Date> dates;
  std::vector<Quote> quotes;
  std::vector<Claim> claims;
  std::vector<Warning> warnings;
  std::vector<Span> sentences;
  std::vector<TokenView> tokens;
};

// The figure `index` as claims tell it: a part of a whole in words ("a third
// of its staff") in percent, to one decimal (33.3), so that it compares with
// "33%".
Figure AsClaimed(const Digest& digest, int index);

// The words that the JSON uses: "market_move", "completed", "money" ...
const char* Name(EntityType type);
const char* Name(MentionKind kind);
const char* Name(FigureKind kind);
const char* Name(DateKind kind);
const char* Name(ClaimType type);
const char* Name(Status status);
const char* Name(Direction direction);

}  // namespace newsdigest

#endif  // NEWSDIGEST_DIGEST_H_
