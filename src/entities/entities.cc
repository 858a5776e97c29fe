#include "entities/entities.h"

#include <algorithm>
#include <map>

#include "language/fold.h"

namespace newsdigest {
namespace {

using W = WordClass;
using T = EntityType;

constexpr int kEnough = 3;        // points that a type needs
constexpr int kOtherSense = 3;    // points that keep a last name from a person
constexpr int kOwnPerson = 6;     // points that keep a person from a company
constexpr size_t kNamesakes = 8;  // persons that share a last name
constexpr int kContexts = 3;      // mentions whose neighbours count, for a type

struct Group {
  Evidence8 shape = {};   // said once, however often the name stands
  Evidence8 points = {};  // shape and the strongest contexts
  std::array<std::array<int, kContexts>, kEntityTypes> contexts = {};
  std::vector<uint32_t> names;  // indexes
  uint32_t entry = kNoEntry;
  int known = 0;         // mask of the types that the gazetteer has for it
  uint32_t words = 0;    // of its key
  bool vouched = false;  // at least one mention is not doubtful
  int parent = -1;       // the group whose short form this is
  int type = -1;
};

bool IsOrg(int type) {
  return type == static_cast<int>(T::kCompany) ||
         type == static_cast<int>(T::kOrganization);
}

// The persons whose last name a key is.
using FamilyTable = std::map<std::string, std::vector<int>, std::less<>>;

class Resolver {
 public:
  Resolver(const Passage& passage, std::vector<NameMatch> names,
           const CompanyList* companies)
      : p_(passage), companies_(companies), names_(std::move(names)) {}

  EntityTable Run() {
    MakeGroups();
    JoinHeadlineWords();
    for (Group& group : groups_) Decide(group);
    TypeLists();
    LinkShortForms();
    LinkAcronyms();
    LinkTickers();
    return Emit();
  }

 private:
  T TypeOf(uint32_t entry) const {
    return FactsOf(*p_.lexicon, companies_, entry).type;
  }

  void MakeGroups() {
    group_of_.assign(names_.size(), -1);
    for (uint32_t i = 0; i < names_.size(); ++i) {
      const NameMatch& name = names_[i];
      std::string key = NameKey(p_, name.first, name.last);
      if (key.empty()) continue;
      int group = -1;
      auto found = by_key_.find(key);
      if (found != by_key_.end()) group = found->second;
      if (group < 0 && name.entry != kNoEntry) {
        auto entry = by_entry_.find(name.entry);
        if (entry != by_entry_.end()) group = entry->second;
      }
      if (group < 0) {
        group = static_cast<int>(groups_.size());
        groups_.emplace_back();
        keys_.push_back(key);
        groups_.back().words =
            static_cast<uint32_t>(std::count(key.begin(), key.end(), ' ') + 1);
      }
      by_key_.emplace(key, group);
      if (name.entry != kNoEntry) by_entry_.emplace(name.entry, group);
      Group& g = groups_[group];
      for (int t = 0; t < kEntityTypes; ++t) {
        g.shape[t] = std::max(g.shape[t], name.shape[t]);
        // The strongest ones, of either sign.
        int weak = 0;
        for (int k = 1; k < kContexts; ++k) {
          if (std::abs(g.contexts[t][k]) < std::abs(g.contexts[t][weak])) {
            weak = k;
          }
        }
        if (std::abs(name.points[t]) > std::abs(g.contexts[t][weak])) {
          g.contexts[t][weak] = name.points[t];
        }
      }
      for (uint32_t entry : name.entries) {
        g.known |= 1 << static_cast<int>(TypeOf(entry));
      }
      if (g.entry == kNoEntry) g.entry = name.entry;
      g.vouched = g.vouched || !name.doubtful;
      g.names.push_back(i);
      group_of_[i] = group;
    }
  }

  // In a heading capitals say nothing, so its names are single words at
  // first; where the words that follow make a name of the article, they join.
  void JoinHeadlineWords() {
    for (uint32_t i = 0; i < names_.size(); ++i) {
      NameMatch& name = names_[i];
      if (!name.doubtful || name.last != name.first + 1) continue;
      for (uint32_t words = 4; words >= 2; --words) {
        uint32_t last = name.first + words;
        if (last > p_.size()) continue;
        bool capitals = true;
        for (uint32_t k = name.first; k < last; ++k) {
          capitals = capitals && p_.tokens[k].is(kCapital);
        }
        auto found = capitals ? by_key_.find(NameKey(p_, name.first, last))
                              : by_key_.end();
        if (found == by_key_.end() || !groups_[found->second].vouched) {
          continue;
        }
        name.last = last;
        group_of_[i] = found->second;
        groups_[found->second].names.push_back(i);
        // The words that it took are no names of their own.
        for (uint32_t k = i + 1; k < names_.size(); ++k) {
          if (names_[k].first >= last) break;
          group_of_[k] = -1;
        }
        break;
      }
    }
  }

  void Decide(Group& group) const {
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

  // Whether nothing but a comma or "and" parts the names `i` and `i` + 1.
  bool Listed(uint32_t i) const {
    uint32_t at = names_[i].last;
    uint32_t next = names_[i + 1].first;
    if (at >= next || next - at > 2) return false;
    bool comma = p_.Is(at, ",") || p_.Is(at, ";");
    bool word = p_.IsWord(next - 1, "and") || p_.IsWord(next - 1, "or");
    return next - at == 1 ? comma || word : comma && word;
  }

  // "Norwick, Hallam, Berlin and Bremen": a name of a list that nothing else
  // types has the type of the others, where they agree.
  void TypeLists() {
    for (uint32_t i = 0; i + 1 < names_.size();) {
      uint32_t end = i;
      while (end + 1 < names_.size() && Listed(end)) ++end;
      int type = -1;
      bool agree = true;
      uint32_t typed = 0;
      for (uint32_t k = i; k <= end; ++k) {
        int own = group_of_[k] >= 0 ? groups_[group_of_[k]].type : -1;
        if (own < 0) continue;
        ++typed;
        bool same = type < 0 || own == type || (IsOrg(own) && IsOrg(type));
        agree = agree && same;
        type = own;
      }
      bool enough = agree && typed > 0 && end - i + 1 >= 3;
      for (uint32_t k = i; enough && k <= end; ++k) {
        int g = group_of_[k];
        if (g >= 0 && groups_[g].type < 0) groups_[g].type = type;
      }
      i = end + 1;
    }
  }

  std::vector<std::string_view> Words(const std::string& key) const {
    std::vector<std::string_view> words;
    std::string_view rest = key;
    while (!rest.empty()) {
      size_t at = rest.find(' ');
      words.push_back(rest.substr(0, at));
      if (at == std::string_view::npos) break;
      rest.remove_prefix(at + 1);
    }
    return words;
  }

  static int Context(const Group& group, int type) {
    int points = 0;
    for (int context : group.contexts[type]) points += context;
    return points;
  }

  static void AddNamesake(std::vector<int>& persons, size_t group) {
    if (persons.size() < kNamesakes) persons.push_back(static_cast<int>(group));
  }

  // Last names of persons, first words of companies: one pass over the long
  // forms fills a table, one over the short forms reads it.
  void LinkShortForms() {
    FamilyTable family, given;
    std::map<std::string, int, std::less<>> head;
    for (size_t g = 0; g < groups_.size(); ++g) {
      const Group& group = groups_[g];
      if (group.words < 2 || group.type < 0 || !group.vouched) continue;
      auto words = Words(keys_[g]);
      if (group.type == static_cast<int>(T::kPerson)) {
        size_t last = words.size() - 1;
        bool suffix = words[last] == "jr." || words[last] == "jr" ||
                      words[last] == "iii" || words[last] == "ii";
        if (suffix && last > 1) --last;
        // "John F. Smith" is the "John Smith" of the same article.
        if (last == 2) {
          auto plain = by_key_.find(std::string(words[0]) + " " +
                                    std::string(words[last]));
          if (plain != by_key_.end() && plain->second != static_cast<int>(g) &&
              groups_[plain->second].type == group.type) {
            groups_[g].parent = plain->second;
            continue;
          }
        }
        AddNamesake(family[std::string(words[last])], g);
        AddNamesake(given[std::string(words[0])], g);
        if (last >= 2) {  // "van der Berg"
          std::string tail;
          for (size_t k = 1; k <= last; ++k) {
            if (k > 1) tail += ' ';
            tail += words[k];
          }
          AddNamesake(family[tail], g);
        }
      } else if (IsOrg(group.type) ||
                 group.type == static_cast<int>(T::kProduct)) {
        std::string prefix;
        for (size_t k = 0; k + 1 < words.size(); ++k) {
          if (k > 0) prefix += ' ';
          prefix += words[k];
          head.emplace(prefix, static_cast<int>(g));
        }
      }
    }
    TakeParticles(family);
    for (size_t g = 0; g < groups_.size(); ++g) {
      Group& group = groups_[g];
      auto person = family.find(keys_[g]);
      bool listed = group.entry != kNoEntry && group.type >= 0;
      if (person != family.end() && person->second[0] != static_cast<int>(g)) {
        int own = static_cast<int>(T::kPerson);
        bool other = group.type >= 0 && group.type != own &&
                     group.points[group.type] >= 6 &&
                     group.points[group.type] > group.points[own] + 3;
        // A company that is a last name here, unless its neighbours say
        // otherwise: "Ford's shares".
        if (IsOrg(group.type) && group.known != 0) {
          other = Context(group, group.type) >= kOtherSense &&
                  Context(group, group.type) > Context(group, own);
        }
        if (!other && person->second.size() > 1) {
          SpreadAmong(person->second, static_cast<int>(g));
          continue;
        }
        if (!other) {
          group.parent = person->second[0];
          continue;
        }
      }
      // "Tan" where the family comes first, "Yusuf" where it is not used.
      bool may_be_person =
          group.type < 0 || group.type == static_cast<int>(T::kPerson);
      auto first_name = given.find(keys_[g]);
      if (person == family.end() && may_be_person && !listed &&
          first_name != given.end() && first_name->second.size() == 1) {
        group.parent = first_name->second[0];
        continue;
      }
      auto company = head.find(keys_[g]);
      if (company == head.end() || company->second == static_cast<int>(g)) {
        continue;
      }
      const Group& full = groups_[company->second];
      bool place = group.type == static_cast<int>(T::kPlace);
      // A surname that the article has in a company's name only.
      bool surname = group.type == static_cast<int>(T::kPerson) &&
                     group.words == 1 && group.known == 0 &&
                     group.points[group.type] < kOwnPerson;
      bool same_kind = group.type < 0 || IsOrg(group.type) || surname;
      bool common = group.words == 1 && IsCommonHead(keys_[g]);
      if (!place && same_kind && !listed && !common && IsOrg(full.type)) {
        group.parent = company->second;
      }
    }
  }

  // Two people with one last name: each mention goes to the one that its
  // title allows and that was named last before it.
  void SpreadAmong(const std::vector<int>& persons, int short_form) {
    std::vector<uint32_t> mentions = std::move(groups_[short_form].names);
    groups_[short_form].names.clear();
    groups_[short_form].parent = persons[0];
    std::vector<std::pair<uint32_t, size_t>> full;  // name, person
    std::vector<Gender> genders;
    for (size_t k = 0; k < persons.size(); ++k) {
      const std::vector<uint32_t>& names = groups_[persons[k]].names;
      const NameMatch& name = names_[names[0]];
      genders.push_back(GenderOf(p_, name.first, name.last));
      for (uint32_t i : names) full.emplace_back(i, k);
    }
    std::sort(full.begin(), full.end());
    std::vector<int64_t> latest(persons.size(), -1);
    size_t at = 0;
    for (uint32_t i : mentions) {
      for (; at < full.size() && full[at].first < i; ++at) {
        latest[full[at].second] = full[at].first;
      }
      Gender gender = GenderOf(p_, names_[i].first, names_[i].last);
      size_t best = 0;
      int64_t most = -2;
      for (size_t k = 0; k < persons.size(); ++k) {
        bool other = gender != Gender::kUnknown &&
                     genders[k] != Gender::kUnknown && genders[k] != gender;
        if (other || latest[k] <= most) continue;
        most = latest[k];
        best = k;
      }
      latest[best] = i;
      group_of_[i] = persons[best];
      groups_[persons[best]].names.push_back(i);
    }
  }

  // "del Rio said" where the article has "Ana del Rio": the particle
  // belongs to the name.
  void TakeParticles(const FamilyTable& family) {
    for (uint32_t i = 0; i < names_.size(); ++i) {
      NameMatch& name = names_[i];
      int own = group_of_[i];
      if (own < 0 || name.first == 0 ||
          !p_.Has(name.first - 1, W::k_particle) ||
          p_.tokens[name.first - 1].is(kCapital)) {
        continue;
      }
      auto full =
          family.find(Folded(p_.str(name.first - 1)) + " " + keys_[own]);
      if (full == family.end() || full->second[0] == own) continue;
      --name.first;
      group_of_[i] = full->second[0];
      groups_[full->second[0]].names.push_back(i);
    }
  }

  // "American", "National", "First": no short form of a longer name.
  bool IsCommonHead(const std::string& word) const {
    uint32_t id = p_.lexicon->Find(word);
    if (id == 0) return false;
    return p_.lexicon->Has(id, W::k_demonym) ||
           p_.lexicon->Has(id, W::k_org_adjective) ||
           p_.lexicon->Has(id, W::k_compass) ||
           p_.lexicon->Has(id, W::k_org_head);
  }

  // "Norwick Association of Bakers (NAB)".
  void LinkAcronyms() {
    std::map<std::string, int, std::less<>> initials;
    for (size_t g = 0; g < groups_.size(); ++g) {
      const Group& group = groups_[g];
      if (group.words < 2 || !IsOrg(group.type) || !group.vouched) continue;
      std::string all, large;
      for (std::string_view word : Words(keys_[g])) {
        if (word.empty()) continue;
        all += word[0];
        if (word != "of" && word != "and" && word != "the" && word != "for" &&
            word != "&" && word != "-") {
          large += word[0];
        }
      }
      initials.emplace(all, static_cast<int>(g));
      initials.emplace(large, static_cast<int>(g));
    }
    for (size_t g = 0; g < groups_.size(); ++g) {
      Group& group = groups_[g];
      if (group.words != 1 || group.parent >= 0 || keys_[g].size() < 2) {
        continue;
      }
      std::string key = keys_[g];
      key.erase(std::remove(key.begin(), key.end(), '.'), key.end());
      const NameMatch& name = names_[group.names[0]];
      if (!p_.tokens[name.first].is(kAllCaps)) continue;
      auto found = initials.find(key);
      if (found == initials.end() || found->second == static_cast<int>(g)) {
        continue;
      }
      bool other = group.entry != kNoEntry &&
                   groups_[found->second].entry != kNoEntry &&
                   group.entry != groups_[found->second].entry;
      if (!other) group.parent = found->second;
    }
  }

  // "Acme Corp. (NYSE: ACM)": what stands in the brackets is the company.
  void LinkTickers() {
    for (uint32_t i = 0; i < names_.size(); ++i) {
      if (names_[i].alias_of < 0 || group_of_[i] < 0) continue;
      int full = group_of_[names_[i].alias_of];
      if (full < 0 || !IsOrg(groups_[Root(full)].type)) continue;
      int own = group_of_[i];
      bool other = groups_[own].entry != kNoEntry &&
                   groups_[own].entry != groups_[Root(full)].entry;
      if (!other && Root(full) != own && groups_[own].parent < 0) {
        groups_[own].parent = Root(full);
      }
    }
  }

  int Root(int g) const {
    for (int steps = 0; groups_[g].parent >= 0 && steps < 4; ++steps) {
      g = groups_[g].parent;
    }
    return g;
  }

  bool Accepted(uint32_t i) const {
    int own = group_of_[i];
    if (own < 0) return false;
    int root = Root(own);
    if (groups_[root].type < 0) return false;
    if (!names_[i].doubtful) return true;
    if (groups_[own].vouched || (root != own && groups_[root].vouched)) {
      return true;
    }
    // Never seen with a capital that counts: the gazetteer and a context
    // must both speak for it.
    int points = groups_[own].points[groups_[root].type];
    return groups_[own].entry != kNoEntry &&
           (points >= 9 || groups_[own].words > 1);
  }

  EntityTable Emit() {
    EntityTable table;
    table.companies = companies_;
    table.at.assign(p_.size(), -1);
    std::map<int, int> entity_of;
    for (uint32_t i = 0; i < names_.size(); ++i) {
      if (!Accepted(i)) continue;
      int root = Root(group_of_[i]);
      auto [it, added] =
          entity_of.emplace(root, static_cast<int>(table.entities.size()));
      if (added) {
        EntityInfo info;
        info.type = static_cast<T>(groups_[root].type);
        table.entities.push_back(info);
      }
      MentionMatch mention{names_[i].first, names_[i].last, it->second,
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
                (info.name.empty() || !names_[i].doubtful);
    bool nickname = IsNickname(text, names_[i].entry);
    bool over = !info.name.empty() && !nickname && info.nickname;
    if ((full && (info.name.empty() || !nickname)) || over) {
      info.name = text;
      info.nickname = nickname;
    }
    if (info.gender == Gender::kUnknown && info.type == T::kPerson) {
      info.gender = GenderOf(p_, mention.first, mention.last);
    }
    if (info.entry == kNoEntry && names_[i].entry != kNoEntry) {
      std::vector<uint32_t> entries;
      MatchEntries(p_, mention.first, mention.last, true, entries);
      entries.push_back(names_[i].entry);
      for (uint32_t entry : entries) {
        if (TypeOf(entry) == info.type) {
          info.entry = entry;
          break;
        }
      }
    }
    if (info.description_last == 0) {
      if (names_[i].description_last > 0) {
        info.description_first = names_[i].description_first;
        info.description_last = names_[i].description_last;
      } else if (names_[i].title_last > 0 &&
                 !p_.Has(names_[i].title_last - 1, W::k_honorific)) {
        info.description_first = names_[i].title_first;
        info.description_last = names_[i].title_last;
      }
    }
  }

  const Passage& p_;
  const CompanyList* companies_;
  std::vector<NameMatch> names_;
  std::vector<Group> groups_;
  std::vector<std::string> keys_;
  std::vector<int> group_of_;
  std::map<std::string, int, std::less<>> by_key_;
  std::map<uint32_t, int> by_entry_;
};

}  // namespace

Gender GenderOf(const Passage& p, uint32_t first, uint32_t last) {
  // The title before the name or at its head, then the first name.
  for (uint32_t i = first > 0 ? first - 1 : 0; i <= first; ++i) {
    if (p.Has(i, W::k_woman_title)) return Gender::kWoman;
    if (p.Has(i, W::k_man_title)) return Gender::kMan;
  }
  if (last > first + 1 && p.Has(first, W::k_woman_name)) return Gender::kWoman;
  if (last > first + 1 && p.Has(first, W::k_man_name)) return Gender::kMan;
  return Gender::kUnknown;
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

Span SpanOf(const Passage& passage, const MentionMatch& mention) {
  Span span = passage.span(mention.first, mention.last);
  const Token& token = passage.tokens[mention.last - 1];
  if (!token.is(kDotted) || mention.kind == MentionKind::kPronoun) return span;
  auto sentence = std::upper_bound(
      passage.sentences.begin(), passage.sentences.end(), mention.last - 1,
      [](uint32_t at, const Sentence& s) { return at < s.last; });
  uint32_t end = sentence->last;
  while (end > mention.last &&
         passage.tokens[end - 1].kind == TokenKind::kMark) {
    --end;  // a quotation mark or bracket behind it
  }
  std::string_view word = passage.str(mention.last - 1);
  bool single = word.find('.') + 1 == word.size() && word.size() > 2;
  if (end == mention.last && single) --span.end;
  return span;
}

EntityTable ResolveEntities(const Passage& passage,
                            const std::vector<NameMatch>& names,
                            const CompanyList* companies) {
  return Resolver(passage, names, companies).Run();
}

}  // namespace newsdigest
