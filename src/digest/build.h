// The digest from what the steps found: entities with salience, sections with
// their claims, summary, warnings.
#ifndef NEWSDIGEST_DIGEST_BUILD_H_
#define NEWSDIGEST_DIGEST_BUILD_H_

#include <vector>

#include "claims/claims.h"

namespace newsdigest {

// Fills everything of `digest` that comes from the story. `claims` are merged
// tellings; `digest.text` is the text that all spans point into.
void BuildDigest(const Story& story, std::vector<Claim> claims,
                 std::vector<Quote> quotes, Digest& digest);

// Three to five sentences of the source that carry the main claims, in the
// order of the text.
std::vector<SummaryItem> Summarize(const Story& story,
                                   const std::vector<Claim>& claims,
                                   const std::vector<Entity>& entities,
                                   const std::vector<Quote>& quotes);

// Each entity's share of the article: its place, count and role in claims.
void RankEntities(const Story& story, const std::vector<Claim>& claims,
                  std::vector<Entity>& entities);

// SHA-256 of `bytes`, 64 hex digits.
std::string Sha256(std::string_view bytes);

}  // namespace newsdigest

#endif  // NEWSDIGEST_DIGEST_BUILD_H_
