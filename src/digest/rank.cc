// Salience and summary.
#include <algorithm>
#include <cmath>
#include <map>

#include "digest/build.h"

namespace newsdigest {
namespace {

// What a claim of each type is worth to a reader, by hand.
double Weight(ClaimType type) {
  switch (type) {
    case ClaimType::kAcquisition:
      return 3.0;
    case ClaimType::kMarketMove:
    case ClaimType::kLayoffs:
    case ClaimType::kInvestment:
    case ClaimType::kListing:
    case ClaimType::kBankruptcy:
      return 2.5;
    case ClaimType::kMetric:
      return 1.6;
    case ClaimType::kStatement:
      return 0.5;
    default:
      return 2.0;
  }
}

// Tells which sentences open with words of a quotation.
class OpensQuoted {
 public:
  explicit OpensQuoted(const std::vector<Quote>& quotes) : quotes_(quotes) {}

  // Whether the sentence `span` does. Asked in the order of the text.
  bool operator()(Span span) {
    while (next_ < quotes_.size() && quotes_[next_].span.end <= span.start) {
      ++next_;
    }
    return next_ < quotes_.size() &&
           quotes_[next_].span.start <= span.start + kLongestMark;
  }

 private:
  static constexpr uint32_t kLongestMark = 3;  // bytes

  const std::vector<Quote>& quotes_;
  size_t next_ = 0;
};

bool HasFigure(const Claim& claim) {
  return claim.amount >= 0 || claim.change >= 0 || claim.level >= 0;
}

}  // namespace

void RankEntities(const Story& story, const std::vector<Claim>& claims,
                  std::vector<Entity>& entities) {
  std::vector<double> points(entities.size(), 0);
  double size = std::max<double>(1, story.passage.text.size());
  for (size_t i = 0; i < entities.size(); ++i) {
    for (const Mention& mention : entities[i].mentions) {
      double early = 1 - mention.span.start / size;
      points[i] += mention.kind == MentionKind::kPronoun ? 0.3 : 0.5 + early;
      if (mention.span.end <= story.layout.title.end) points[i] += 3;
    }
  }
  for (const Claim& claim : claims) {
    if (claim.subject && claim.subject->entity >= 0) {
      points[claim.subject->entity] += 1.5;
    }
    if (claim.object && claim.object->entity >= 0) {
      points[claim.object->entity] += 1;
    }
  }
  double sum = 0;
  for (double p : points) sum += p;
  for (size_t i = 0; i < entities.size(); ++i) {
    entities[i].salience = sum > 0 ? points[i] / sum : 0;
  }
}

std::vector<SummaryItem> Summarize(const Story& story,
                                   const std::vector<Claim>& claims,
                                   const std::vector<Entity>& entities,
                                   const std::vector<Quote>& quotes) {
  struct Scored {
    double points = 0;
    Span span;
    bool quoted = false;
    std::vector<int> claims;
  };
  std::map<uint32_t, Scored> by_start;
  OpensQuoted opens_quoted(quotes);
  double size = std::max<double>(1, story.passage.text.size());
  for (const Sentence& sentence : story.passage.sentences) {
    if (sentence.heading || sentence.tail) continue;
    Scored& scored = by_start[sentence.span.start];
    scored.span = sentence.span;
    scored.quoted = opens_quoted(sentence.span);
  }
  for (size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    double points = Weight(claim.type) * (0.5 + claim.confidence);
    if (HasFigure(claim)) points += 1;
    points += 0.5 * static_cast<double>(claim.repeats.size());
    for (const auto& party : {claim.subject, claim.object}) {
      if (party && party->entity >= 0) {
        points += 4 * entities[party->entity].salience;
      }
    }
    std::vector<Evidence> places = claim.repeats;
    places.insert(places.begin(), claim.evidence);
    for (const Evidence& place : places) {
      auto found = by_start.find(place.span.start);
      if (found == by_start.end()) continue;  // a heading tells it: go on
      found->second.points += points;
      found->second.claims.push_back(static_cast<int>(i));
      break;
    }
  }
  std::vector<Scored> ranked;
  int order = 0;
  for (auto& [start, scored] : by_start) {
    double early = 1 - start / size;
    // A lead tells the news, but not what somebody is pleased with.
    scored.points += order < 3 && !scored.quoted ? 1.5 * early : 0.6 * early;
    ++order;
    if (scored.span.size() > 600) scored.points *= 0.5;
    ranked.push_back(scored);
  }
  std::stable_sort(
      ranked.begin(), ranked.end(),
      [](const Scored& a, const Scored& b) { return a.points > b.points; });
  size_t want = 3;
  while (want < 5 && want < ranked.size() && !ranked[want].claims.empty()) {
    ++want;
  }
  ranked.resize(std::min(ranked.size(), want));
  std::sort(ranked.begin(), ranked.end(), [](const Scored& a, const Scored& b) {
    return a.span.start < b.span.start;
  });
  std::vector<SummaryItem> summary;
  for (const Scored& scored : ranked) {
    summary.push_back({scored.span, scored.claims});
  }
  return summary;
}

}  // namespace newsdigest
