#include "entities/name_groups.h"

#include <algorithm>

#include "language/fold.h"

namespace newsdigest {
namespace {

using W = WordClass;
using T = EntityType;

constexpr int kEnough = 3;  // points that a type needs

class Grouper {
 public:
  Grouper(const Passage& passage, std::vector<NameMatch> names,
          const CompanyList* companies)
      : p_(passage), companies_(companies) {
    g_.names = std::move(names);
  }

  NameGroups Run() {
    MakeGroups();
    JoinHeadlineWords();
    for (NameGroup& group : g_.groups) Decide(group);
    TypeLists();
    for (NameGroup& group : g_.groups) {
      if (group.type >= 0 && IsWordOfText(group)) group.type = -1;
    }
    return std::move(g_);
  }

 private:
  T TypeOf(uint32_t entry) const {
    return FactsOf(*p_.lexicon, companies_, entry).type;
  }

  void MakeGroups() {
    g_.group_of.assign(g_.names.size(), -1);
    for (uint32_t i = 0; i < g_.names.size(); ++i) {
      const NameMatch& name = g_.names[i];
      std::string key = NameKey(p_, name.first, name.last);
      if (key.empty()) continue;
      int group = -1;
      auto found = g_.by_key.find(key);
      if (found != g_.by_key.end()) group = found->second;
      if (group < 0 && name.entry != kNoEntry) {
        auto entry = by_entry_.find(name.entry);
        if (entry != by_entry_.end()) group = entry->second;
      }
      if (group < 0) {
        group = static_cast<int>(g_.groups.size());
        g_.groups.emplace_back();
        g_.keys.push_back(key);
        g_.groups.back().words =
            static_cast<uint32_t>(std::count(key.begin(), key.end(), ' ') + 1);
      }
      g_.by_key.emplace(key, group);
      if (name.entry != kNoEntry) by_entry_.emplace(name.entry, group);
      NameGroup& own = g_.groups[group];
      for (int t = 0; t < kEntityTypes; ++t) {
        own.shape[t] = std::max(own.shape[t], name.shape[t]);
        // The strongest ones, of either sign.
        int weak = 0;
        for (int k = 1; k < kContexts; ++k) {
          if (std::abs(own.contexts[t][k]) < std::abs(own.contexts[t][weak])) {
            weak = k;
          }
        }
        if (std::abs(name.points[t]) > std::abs(own.contexts[t][weak])) {
          own.contexts[t][weak] = name.points[t];
        }
      }
      for (uint32_t entry : name.entries) {
        own.known |= 1 << static_cast<int>(TypeOf(entry));
      }
      if (own.entry == kNoEntry) own.entry = name.entry;
      own.vouched = own.vouched || !name.doubtful;
      own.names.push_back(i);
      g_.group_of[i] = group;
    }
  }

  // In a heading capitals say nothing, so its names are single words at
  // first; where the words that follow make a name of the article, they join.
  void JoinHeadlineWords() {
    for (uint32_t i = 0; i < g_.names.size(); ++i) {
      NameMatch& name = g_.names[i];
      if (!name.doubtful || name.last != name.first + 1) continue;
      for (uint32_t words = 4; words >= 2; --words) {
        uint32_t last = name.first + words;
        if (last > p_.size()) continue;
        bool capitals = true;
        for (uint32_t k = name.first; k < last; ++k) {
          capitals = capitals && p_.tokens[k].is(kCapital);
        }
        auto found = capitals ? g_.by_key.find(NameKey(p_, name.first, last))
                              : g_.by_key.end();
        if (found == g_.by_key.end() || !g_.groups[found->second].vouched) {
          continue;
        }
        name.last = last;
        g_.group_of[i] = found->second;
        g_.groups[found->second].names.push_back(i);
        // The words that it took are no names of their own.
        for (uint32_t k = i + 1; k < g_.names.size(); ++k) {
          if (g_.names[k].first >= last) break;
          g_.group_of[k] = -1;
        }
        break;
      }
    }
  }

  void Decide(NameGroup& group) const {
    static constexpr T kOrder[] = {
        T::kPerson,     T::kCompany, T::kPlace, T::kOrganization,
        T::kInstrument, T::kProduct, T::kEvent, T::kWork};
    int best = -1;
    int points = kEnough - 1;
    for (int t = 0; t < kEntityTypes; ++t) {
      group.points[t] = group.shape[t] + group.contexts[t][0] +
                        group.contexts[t][1] + group.contexts[t][2];
    }
    for (T type : kOrder) {
      int t = static_cast<int>(type);
      // A name that the gazetteer has keeps one of its types.
      if (group.known != 0 && !(group.known >> t & 1)) continue;
      if (group.known != 0 && best < 0) {
        best = t;
        points = group.points[t];
      }
      if (group.points[t] > points) {
        best = t;
        points = group.points[t];
      }
    }
    group.type = best;
  }

  // "Ovens with lids sell. ... most ovens": whether the name is an ordinary
  // word that the text spells small, and more often so.
  bool IsWordOfText(const NameGroup& group) const {
    const NameMatch& name = g_.names[group.names[0]];
    const model::Word& word = p_.word(name.first);
    bool ordinary = group.entry == kNoEntry && name.last == name.first + 1 &&
                    word.tags != 0 && !word.proper;
    if (!ordinary) return false;
    auto small = std::count_if(
        p_.tokens.begin(), p_.tokens.end(), [&](const Token& token) {
          return token.word == p_.tokens[name.first].word &&
                 !token.is(kCapital) && !token.is(kAllCaps);
        });
    auto named =
        std::count_if(group.names.begin(), group.names.end(),
                      [&](uint32_t i) { return !g_.names[i].doubtful; });
    return small > 1 && small > named;
  }

  // Whether nothing but a comma or "and" parts the names `i` and `i` + 1.
  bool Listed(uint32_t i) const {
    uint32_t at = g_.names[i].last;
    uint32_t next = g_.names[i + 1].first;
    if (at >= next || next - at > 2) return false;
    bool comma = p_.Is(at, ",") || p_.Is(at, ";");
    bool word = p_.IsWord(next - 1, "and") || p_.IsWord(next - 1, "or");
    return next - at == 1 ? comma || word : comma && word;
  }

  // "Norwick, Hallam, Berlin and Bremen": a name of a list that nothing else
  // types has the type of the others, where they agree.
  void TypeLists() {
    for (uint32_t i = 0; i + 1 < g_.names.size();) {
      uint32_t end = i;
      while (end + 1 < g_.names.size() && Listed(end)) ++end;
      int type = -1;
      bool agree = true;
      uint32_t typed = 0;
      for (uint32_t k = i; k <= end; ++k) {
        int own = g_.group_of[k] >= 0 ? g_.groups[g_.group_of[k]].type : -1;
        if (own < 0) continue;
        ++typed;
        bool same = type < 0 || own == type || (IsOrg(own) && IsOrg(type));
        agree = agree && same;
        type = own;
      }
      bool enough = agree && typed > 0 && end - i + 1 >= 3;
      for (uint32_t k = i; enough && k <= end; ++k) {
        int g = g_.group_of[k];
        if (g >= 0 && g_.groups[g].type < 0) g_.groups[g].type = type;
      }
      i = end + 1;
    }
  }

  const Passage& p_;
  const CompanyList* companies_;
  NameGroups g_;
  std::map<uint32_t, int> by_entry_;
};

}  // namespace

bool IsOrg(int type) {
  return type == static_cast<int>(T::kCompany) ||
         type == static_cast<int>(T::kOrganization);
}

int NameGroups::Root(int group) const {
  for (int steps = 0; groups[group].parent >= 0 && steps < 4; ++steps) {
    group = groups[group].parent;
  }
  return group;
}

std::string NameKey(const Passage& p, uint32_t first, uint32_t last) {
  while (last > first + 1 && p.Has(last - 1, W::k_legal_strong)) --last;
  if (last > first + 1 && p.Is(last - 1, ",")) --last;
  if (last > first + 1 && p.Is(last - 1, "&")) --last;
  if (last > first + 1 && p.IsWord(first, "the")) ++first;
  std::string key;
  for (uint32_t i = first; i < last; ++i) {
    if (i > first) key += ' ';
    key += Folded(p.str(i));
  }
  return key;
}

NameGroups GroupNames(const Passage& passage, std::vector<NameMatch> names,
                      const CompanyList* companies) {
  return Grouper(passage, std::move(names), companies).Run();
}

}  // namespace newsdigest
