// Entities: the names of the whole article, each with one type and all the
// places where it is named.
#ifndef NEWSDIGEST_ENTITIES_ENTITIES_H_
#define NEWSDIGEST_ENTITIES_ENTITIES_H_

#include <string>
#include <vector>

#include "entities/links.h"

namespace newsdigest {

struct MentionMatch {
  uint32_t first = 0, last = 0;  // tokens
  int entity = -1;
  MentionKind kind = MentionKind::kName;
};

struct EntityInfo {
  EntityType type = EntityType::kCompany;
  Gender gender = Gender::kUnknown;
  std::string name;           // the fullest form of the article
  bool nickname = false;      // which is one: "Big Blue"
  uint32_t entry = kNoEntry;  // of the gazetteer
  // The tokens of "(NYSE: ACM)" where the article tells the ticker; 0: none.
  uint32_t ticker = 0, exchange = 0;
  uint32_t description_first = 0, description_last = 0;  // tokens
};

struct EntityTable {
  std::vector<EntityInfo> entities;        // by first appearance
  std::vector<MentionMatch> mentions;      // by place
  std::vector<int> at;                     // token -> mention, -1: none
  const CompanyList* companies = nullptr;  // what listed entries are of
};

EntityTable ResolveEntities(const Passage& passage,
                            const std::vector<NameMatch>& names,
                            const CompanyList* companies = nullptr);

// Where the mention stands. The full stop of "Acme Corp." that ends a sentence
// is the sentence's own.
Span SpanOf(const Passage& passage, const MentionMatch& mention);

}  // namespace newsdigest

#endif  // NEWSDIGEST_ENTITIES_ENTITIES_H_
