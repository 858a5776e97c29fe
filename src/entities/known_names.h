// Names that a list has: the gazetteer's, and the user's companies.
#ifndef NEWSDIGEST_ENTITIES_KNOWN_NAMES_H_
#define NEWSDIGEST_ENTITIES_KNOWN_NAMES_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/passage.h"
#include "newsdigest/company_list.h"
#include "newsdigest/digest.h"

namespace newsdigest {

inline constexpr uint32_t kNoEntry = UINT32_MAX;

// Entries from here on are those of the user's list.
inline constexpr uint32_t kListed = 1u << 31;

// What an entry says: of the gazetteer, or of the user's list.
struct EntryFacts {
  EntityType type = EntityType::kCompany;
  std::string_view name, kind, symbol, exchange, country;
};
EntryFacts FactsOf(const Lexicon& lexicon, const CompanyList* companies,
                   uint32_t entry);

struct NameOptions {
  const CompanyList* companies = nullptr;  // the user's list
  bool known_companies = true;             // the gazetteer's count
};

// The gazetteer entries whose surface the tokens [first, last) spell, capitals
// and all (`any_case`: in a heading set in capitals).
void MatchEntries(const Passage& passage, uint32_t first, uint32_t last,
                  bool any_case, std::vector<uint32_t>& entries);

// The code of the country of that name ("United States": "US"), ISO 3166-1;
// "" where the lexicon has none.
std::string_view CountryCode(const Lexicon& lexicon, std::string_view name);

// A name of the lists at a token.
struct KnownMatch {
  uint32_t last = 0;              // one past its last token; 0: none
  std::vector<uint32_t> entries;  // empty: it names nothing here
};

class KnownNames {
 public:
  KnownNames(const Passage& passage, const NameOptions& options)
      : p_(passage),
        companies_(options.companies),
        known_companies_(options.known_companies) {}

  // Says where the sentence to be read begins, and whether it is set all in
  // capitals.
  void Begin(uint32_t first, bool capitals) {
    line_ = first;
    capitals_ = capitals;
  }

  // The longest name at `i` that ends by `limit`.
  KnownMatch Find(uint32_t i, uint32_t limit) const;
  // A company of the user's list at `i`, unless what it stands in is
  // forbidden for it.
  KnownMatch Listed(uint32_t i, uint32_t limit) const;
  // Whether an index or another instrument of the lists begins at `i`.
  bool NamesIndex(uint32_t i) const;
  // Whether `body` is an organization at home in the country `land`.
  bool IsBodyOf(const KnownMatch& land, const KnownMatch& body) const;
  // Whether the name of that type at [first, last) only opens the longer one
  // that ends at `run`: "New York University", "Washington Post Co.".
  bool Opens(uint32_t first, uint32_t last, uint32_t run,
             EntityType type) const;
  EntryFacts Facts(uint32_t entry) const {
    return FactsOf(*p_.lexicon, companies_, entry);
  }

 private:
  bool InCapitals(const PhraseMatch& phrase) const;
  bool MeasuresGoods(uint32_t last, uint32_t limit) const;
  bool PlaceLeads(uint32_t last, uint32_t run) const;

  const Passage& p_;
  const CompanyList* companies_;
  bool known_companies_;
  uint32_t line_ = 0;
  bool capitals_ = false;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_ENTITIES_KNOWN_NAMES_H_
