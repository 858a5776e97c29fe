// Definite descriptions: "the chipmaker", "the agency", "the 48-year-old": the
// entity of the article that fits one, or none.
#ifndef NEWSDIGEST_CLAIMS_NOMINALS_H_
#define NEWSDIGEST_CLAIMS_NOMINALS_H_

#include <string_view>
#include <vector>

#include "claims/groups.h"

namespace newsdigest {

class Nominals {
 public:
  explicit Nominals(const Story& story) : story_(story) {}

  // The entity that the noun group refers back to; -1: none. `body`: the
  // company or organization that the text speaks of where the group stands,
  // `person`: the person; -1: none.
  //
  // A general noun ("the company") means `body` if that is a company. Another
  // one means the entity last named that the article describes so, that is
  // named so ("Halden Bank") or whose field is the noun's; failing that,
  // `body`, where nothing tells its field: from then on it has the noun's.
  // Never `actor`, who acts on what the group means; -1: no one does.
  int Resolve(const Group& group, int body, int person, int actor = -1);

 private:
  struct Noun {
    WordClass kind = WordClass::kCount;  // kCount: none
    std::string_view field;              // of a company: "bank", "chip"
    uint32_t first = 0;                  // token
    std::string_view home;               // a country's code; empty: not told
  };

  void ReadFields();
  Noun NounOf(const Group& group) const;
  bool PlainModifiers(uint32_t first, uint32_t noun) const;
  // "the Seattle-based retailer", "the Dutch bank": the country that the words
  // before the noun tell.
  std::string_view HomeIn(uint32_t first, uint32_t noun) const;
  // Whether the lists have the entity at home in no other country.
  bool LivesIn(int entity, std::string_view home) const;
  // The entity of the last mention before the group that fits; -1: none near.
  template <typename Test>
  int LastThat(const Group& group, Test fits) const;
  // The company last named that the lists have at home there; -1: none.
  int LastAtHome(const Group& group, std::string_view home) const;
  int LastNamed(const Group& group, const Noun& noun, int actor) const;
  // How often the article names the entity before the group.
  int Mentions(const Group& group, int entity) const;
  bool DescribedSo(const Group& group, const Noun& noun, int entity) const;
  bool Fits(int entity, const MentionMatch& mention, const Group& group,
            const Noun& noun) const;
  bool EndsItsName(int entity, const Group& group) const;
  bool HasLemma(uint32_t first, uint32_t last, uint32_t token) const;
  int OfAge(const Group& group, int person) const;
  bool IsPlace(int mention) const;
  bool IsCompany(int entity) const;

  const Story& story_;
  size_t names_ = 0;  // mentions that are names; back-references follow them
  std::vector<std::string_view> fields_;  // of each entity; empty: not told
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_NOMINALS_H_
