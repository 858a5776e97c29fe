#include "entities/entities.h"

#include <algorithm>
#include <map>

#include "entities/links.h"
#include "language/fold.h"

namespace newsdigest {
namespace {

using W = WordClass;
using T = EntityType;

class Resolver {
 public:
  Resolver(const Passage& passage, std::vector<NameMatch> names,
           const CompanyList* companies)
      : p_(passage),
        companies_(companies),
        g_(GroupNames(passage, std::move(names), companies)) {}

  EntityTable Run() {
    LinkShortForms(p_, g_);
    return Emit();
  }

 private:
  T TypeOf(uint32_t entry) const {
    return FactsOf(*p_.lexicon, companies_, entry).type;
  }

  bool Accepted(uint32_t i) const {
    int own = g_.group_of[i];
    if (own < 0) return false;
    int root = g_.Root(own);
    if (g_.groups[root].type < 0) return false;
    if (!g_.names[i].doubtful) return true;
    if (g_.groups[own].vouched || (root != own && g_.groups[root].vouched)) {
      return true;
    }
    // Never seen with a capital that counts: the gazetteer and a context
    // must both speak for it.
    int points = g_.groups[own].points[g_.groups[root].type];
    return g_.groups[own].entry != kNoEntry &&
           (points >= 9 || g_.groups[own].words > 1);
  }

  EntityTable Emit() {
    EntityTable table;
    table.companies = companies_;
    table.at.assign(p_.size(), -1);
    std::map<int, int> entity_of;
    for (uint32_t i = 0; i < g_.names.size(); ++i) {
      if (!Accepted(i)) continue;
      int root = g_.Root(g_.group_of[i]);
      auto [it, added] =
          entity_of.emplace(root, static_cast<int>(table.entities.size()));
      if (added) {
        EntityInfo info;
        info.type = static_cast<T>(g_.groups[root].type);
        table.entities.push_back(info);
      }
      MentionMatch mention{g_.names[i].first, g_.names[i].last, it->second,
                           MentionKind::kName};
      EntityInfo& info = table.entities[it->second];
      NoteName(mention, i, info);
      for (uint32_t k = mention.first; k < mention.last; ++k) {
        table.at[k] = static_cast<int>(table.mentions.size());
      }
      table.mentions.push_back(mention);
    }
    for (MentionMatch& mention : table.mentions) {
      std::string text(p_.str(p_.span(mention.first, mention.last)));
      const EntityInfo& info = table.entities[mention.entity];
      bool short_form =
          NameKey(p_, mention.first, mention.last) != Folded(info.name) &&
          text.size() < info.name.size();
      if (short_form) mention.kind = MentionKind::kAlias;
    }
    return table;
  }

  // "Big Blue": a name in the data that neither holds the entry's own name
  // nor spells it with its capitals.
  bool IsNickname(std::string_view name, uint32_t entry) const {
    if (entry == kNoEntry) return false;
    std::string_view own = FactsOf(*p_.lexicon, companies_, entry).name;
    std::string capitals;
    for (char c : name) {
      if (c >= 'A' && c <= 'Z') capitals += c;
    }
    return name.find(own) == std::string_view::npos &&
           own.find(name) == std::string_view::npos && capitals != own;
  }

  void NoteName(const MentionMatch& mention, uint32_t i, EntityInfo& info) {
    std::string text;
    for (char c : p_.str(p_.span(mention.first, mention.last))) {
      bool blank = c == ' ' || (c >= 9 && c <= 13);
      if (blank && (text.empty() || text.back() == ' ')) continue;
      text += blank ? ' ' : c;
    }
    // The full stop of "Acme Corp." may be the sentence's own.
    auto length = [](const std::string& name) {
      return name.size() - (name.ends_with('.') ? 1 : 0);
    };
    bool full = length(text) > length(info.name) &&
                (info.name.empty() || !g_.names[i].doubtful);
    bool nickname = IsNickname(text, g_.names[i].entry);
    bool over = !info.name.empty() && !nickname && info.nickname;
    // "(ACM)" names no one that has a name.
    bool ticker = g_.names[i].alias_of >= 0 && !info.name.empty();
    if (!ticker && ((full && (info.name.empty() || !nickname)) || over)) {
      info.name = text;
      info.nickname = nickname;
    }
    if (info.gender == Gender::kUnknown && info.type == T::kPerson) {
      info.gender = GenderOf(p_, mention.first, mention.last);
    }
    if (info.entry == kNoEntry && g_.names[i].entry != kNoEntry) {
      std::vector<uint32_t> entries;
      MatchEntries(p_, mention.first, mention.last, true, entries);
      entries.push_back(g_.names[i].entry);
      for (uint32_t entry : entries) {
        if (TypeOf(entry) == info.type) {
          info.entry = entry;
          break;
        }
      }
    }
    uint32_t first = g_.names[i].first;
    if (g_.names[i].alias_of >= 0 && info.ticker == 0 && first > 2 &&
        p_.Is(first - 1, ":")) {
      info.ticker = first;
      info.exchange = first - 2;
    }
    if (info.description_last == 0) {
      if (g_.names[i].description_last > 0) {
        info.description_first = g_.names[i].description_first;
        info.description_last = g_.names[i].description_last;
      } else if (g_.names[i].title_last > 0 &&
                 !p_.Has(g_.names[i].title_last - 1, W::k_honorific)) {
        info.description_first = g_.names[i].title_first;
        info.description_last = g_.names[i].title_last;
      }
    }
  }

  const Passage& p_;
  const CompanyList* companies_;
  NameGroups g_;
};

}  // namespace

Span SpanOf(const Passage& passage, const MentionMatch& mention) {
  return mention.kind == MentionKind::kPronoun
             ? passage.span(mention.first, mention.last)
             : passage.SpanInSentence(mention.first, mention.last);
}

EntityTable ResolveEntities(const Passage& passage,
                            const std::vector<NameMatch>& names,
                            const CompanyList* companies) {
  return Resolver(passage, names, companies).Run();
}

}  // namespace newsdigest
