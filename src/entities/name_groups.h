// Names of one spelling put together, and the type that they share.
#ifndef NEWSDIGEST_ENTITIES_NAME_GROUPS_H_
#define NEWSDIGEST_ENTITIES_NAME_GROUPS_H_

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "entities/names.h"

namespace newsdigest {

inline constexpr int kContexts = 3;  // mentions whose neighbours count

struct NameGroup {
  Evidence8 shape = {};   // said once, however often the name stands
  Evidence8 points = {};  // shape and the strongest contexts
  std::array<std::array<int, kContexts>, kEntityTypes> contexts = {};
  std::vector<uint32_t> names;  // indexes
  uint32_t entry = kNoEntry;
  int known = 0;         // mask of the types that the gazetteer has for it
  uint32_t words = 0;    // of its key
  bool vouched = false;  // at least one mention is not doubtful
  int parent = -1;       // the group whose short form this is
  int type = -1;         // an EntityType; -1: nothing says which
};

// The names of an article and the groups that they belong to.
struct NameGroups {
  std::vector<NameMatch> names;
  std::vector<int> group_of;  // name -> group, -1: none
  std::vector<NameGroup> groups;
  std::vector<std::string> keys;  // of each group, see NameKey
  std::map<std::string, int, std::less<>> by_key;

  // The group whose short form `group` is in the end.
  int Root(int group) const;
};

// Puts the names into groups and decides the type of each.
NameGroups GroupNames(const Passage& passage, std::vector<NameMatch> names,
                      const CompanyList* companies);

// A company or another organization.
bool IsOrg(int type);

// The words of a name without legal suffixes and articles, folded.
std::string NameKey(const Passage& passage, uint32_t first, uint32_t last);

}  // namespace newsdigest

#endif  // NEWSDIGEST_ENTITIES_NAME_GROUPS_H_
