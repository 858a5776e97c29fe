#include "entities/links.h"

#include <algorithm>

#include "language/fold.h"

namespace newsdigest {
namespace {

using W = WordClass;
using T = EntityType;

constexpr int kOtherSense = 3;    // points that keep a last name from a person
constexpr int kOwnPerson = 6;     // points that keep a person from a company
constexpr size_t kNamesakes = 8;  // persons that share a last name

class Linker {
 public:
  Linker(const Passage& passage, NameGroups& groups)
      : p_(passage), g_(groups) {}

  void Run() {
    LinkShortForms();
    LinkAcronyms();
    LinkTickers();
    LinkSymbols();
  }

 private:
  // The persons whose last or first name a key is.
  using Persons = std::map<std::string, std::vector<int>, std::less<>>;

  static std::vector<std::string_view> Words(const std::string& key) {
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

  static int Context(const NameGroup& group, int type) {
    int points = 0;
    for (int context : group.contexts[type]) points += context;
    return points;
  }

  static void AddNamesake(std::vector<int>& persons, int group) {
    if (persons.size() < kNamesakes) persons.push_back(group);
  }

  // Last names of persons, first words of companies: one pass over the long
  // forms fills the tables, one over the short forms reads them.
  void LinkShortForms() {
    for (size_t g = 0; g < g_.groups.size(); ++g) {
      const NameGroup& group = g_.groups[g];
      if (group.words < 2 || group.type < 0 || !group.vouched) continue;
      if (group.type == static_cast<int>(T::kPerson)) {
        NotePerson(static_cast<int>(g));
      } else if (IsOrg(group.type) ||
                 group.type == static_cast<int>(T::kProduct)) {
        NoteHeads(static_cast<int>(g));
      }
    }
    TakeParticles();
    for (size_t g = 0; g < g_.groups.size(); ++g) {
      int own = static_cast<int>(g);
      if (!LinkPerson(own)) LinkCompany(own);
    }
  }

  void NotePerson(int g) {
    auto words = Words(g_.keys[g]);
    size_t last = words.size() - 1;
    uint32_t suffix = p_.lexicon->Find(words[last]);
    if (last > 1 && p_.lexicon->Has(suffix, W::k_name_suffix)) --last;
    // "John F. Smith" is the "John Smith" of the same article.
    if (last == 2) {
      auto plain = g_.by_key.find(std::string(words[0]) + " " +
                                  std::string(words[last]));
      if (plain != g_.by_key.end() && plain->second != g &&
          g_.groups[plain->second].type == g_.groups[g].type) {
        g_.groups[g].parent = plain->second;
        return;
      }
    }
    AddNamesake(family_[std::string(words[last])], g);
    AddNamesake(given_[std::string(words[0])], g);
    if (last < 2) return;
    std::string tail(words[1]);  // "van der Berg"
    for (size_t k = 2; k <= last; ++k) tail += " " + std::string(words[k]);
    AddNamesake(family_[tail], g);
  }

  void NoteHeads(int g) {
    auto words = Words(g_.keys[g]);
    std::string prefix;
    for (size_t k = 0; k + 1 < words.size(); ++k) {
      if (k > 0) prefix += ' ';
      prefix += words[k];
      head_.emplace(prefix, g);
    }
  }

  // Whether the group is the last or first name of a person.
  bool LinkPerson(int g) {
    NameGroup& group = g_.groups[g];
    auto person = family_.find(g_.keys[g]);
    if (person != family_.end() && person->second[0] != g) {
      int own = static_cast<int>(T::kPerson);
      bool other = group.type >= 0 && group.type != own &&
                   group.points[group.type] >= 6 &&
                   group.points[group.type] > group.points[own] + 3;
      // A company that is a last name here, unless its neighbours say
      // otherwise: "Ford's shares".
      if (IsOrg(group.type) && group.known != 0) {
        other = Context(group, group.type) >= kOtherSense &&
                Context(group, group.type) > Context(group, own);
        // "Ford Motor Co. ... said Ford, its chairman Bill Ford".
        if (HasLongForm(group)) {
          GivePolite(g, person->second[0]);
          return false;
        }
      }
      if (!other && person->second.size() > 1) {
        SpreadAmong(person->second, g);
        return true;
      }
      if (!other) {
        group.parent = person->second[0];
        return true;
      }
    }
    // "Tan" where the family comes first, "Yusuf" where it is not used.
    bool may_be_person =
        group.type < 0 || group.type == static_cast<int>(T::kPerson);
    bool listed = group.entry != kNoEntry && group.type >= 0;
    auto first_name = given_.find(g_.keys[g]);
    if (person != family_.end() || !may_be_person || listed ||
        first_name == given_.end() || first_name->second.size() != 1) {
      return false;
    }
    group.parent = first_name->second[0];
    return true;
  }

  // Whether the article has the name in full: "Quill Motor Co.".
  bool HasLongForm(const NameGroup& group) const {
    return std::any_of(group.names.begin(), group.names.end(), [&](uint32_t i) {
      return g_.names[i].last > g_.names[i].first + 1;
    });
  }

  // "Mr. Quill" in an article on Quill Motor Co.: the mentions with a title
  // are the person's.
  void GivePolite(int company, int person) {
    std::vector<uint32_t> rest;
    for (uint32_t i : g_.groups[company].names) {
      bool polite = g_.names[i].title_last > 0;
      if (!polite) {
        rest.push_back(i);
        continue;
      }
      g_.group_of[i] = person;
      g_.groups[person].names.push_back(i);
    }
    g_.groups[company].names = std::move(rest);
  }

  void LinkCompany(int g) {
    NameGroup& group = g_.groups[g];
    auto company = head_.find(g_.keys[g]);
    if (company == head_.end() || company->second == g) return;
    const NameGroup& full = g_.groups[company->second];
    bool place = group.type == static_cast<int>(T::kPlace);
    // A surname that the article has in a company's name only.
    bool surname = group.type == static_cast<int>(T::kPerson) &&
                   group.words == 1 && group.known == 0 &&
                   group.points[group.type] < kOwnPerson;
    bool same_kind = group.type < 0 || IsOrg(group.type) || surname;
    bool listed = group.entry != kNoEntry && group.type >= 0;
    bool common = group.words == 1 && IsCommonHead(g_.keys[g]);
    bool links = !place && same_kind && !listed;
    // "Houston shares fell" in an article on Houston Ovens Inc.; a country or
    // state is named for itself.
    int own = static_cast<int>(T::kCompany);
    bool acts = place && full.type == own && !IsLand(group.entry) &&
                Context(group, own) >= kOtherSense &&
                Context(group, own) > Context(group, group.type);
    // "Quill Corp." and "Quill Cloud" in one article: the first is no short
    // form.
    bool whole = group.words == 1 && IsOrg(group.type) && HasLongForm(group);
    if ((links || acts) && !common && !whole && IsOrg(full.type)) {
      group.parent = company->second;
    }
  }

  // A country or a part of one that governs itself.
  bool IsLand(uint32_t entry) const {
    if (entry >= p_.lexicon->entry_count()) return false;
    auto kind = p_.lexicon->String(p_.lexicon->entry(entry).kind);
    return kind != "city" && kind != "region";
  }

  // Two people with one last name: each mention goes to the one that its
  // title allows and that was named last before it.
  void SpreadAmong(const std::vector<int>& persons, int short_form) {
    std::vector<uint32_t> mentions = std::move(g_.groups[short_form].names);
    g_.groups[short_form].names.clear();
    g_.groups[short_form].parent = persons[0];
    std::vector<std::pair<uint32_t, size_t>> full;  // name, person
    std::vector<Gender> genders;
    for (size_t k = 0; k < persons.size(); ++k) {
      const std::vector<uint32_t>& names = g_.groups[persons[k]].names;
      const NameMatch& name = g_.names[names[0]];
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
      Gender gender = GenderOf(p_, g_.names[i].first, g_.names[i].last);
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
      g_.group_of[i] = persons[best];
      g_.groups[persons[best]].names.push_back(i);
    }
  }

  // "del Rio said" where the article has "Ana del Rio": the particle
  // belongs to the name.
  void TakeParticles() {
    for (uint32_t i = 0; i < g_.names.size(); ++i) {
      NameMatch& name = g_.names[i];
      int own = g_.group_of[i];
      if (own < 0 || name.first == 0 ||
          !p_.Has(name.first - 1, W::k_particle) ||
          p_.tokens[name.first - 1].is(kCapital)) {
        continue;
      }
      auto full =
          family_.find(Folded(p_.str(name.first - 1)) + " " + g_.keys[own]);
      if (full == family_.end() || full->second[0] == own) continue;
      --name.first;
      g_.group_of[i] = full->second[0];
      g_.groups[full->second[0]].names.push_back(i);
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
    for (size_t g = 0; g < g_.groups.size(); ++g) {
      const NameGroup& group = g_.groups[g];
      if (group.words < 2 || !IsOrg(group.type) || !group.vouched) continue;
      std::string all, large;
      for (std::string_view word : Words(g_.keys[g])) {
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
    for (size_t g = 0; g < g_.groups.size(); ++g) {
      NameGroup& group = g_.groups[g];
      if (group.words != 1 || group.parent >= 0 || g_.keys[g].size() < 2) {
        continue;
      }
      std::string key = g_.keys[g];
      key.erase(std::remove(key.begin(), key.end(), '.'), key.end());
      const NameMatch& name = g_.names[group.names[0]];
      if (!p_.tokens[name.first].is(kAllCaps)) continue;
      auto found = initials.find(key);
      if (found == initials.end() || found->second == static_cast<int>(g)) {
        continue;
      }
      bool other = group.entry != kNoEntry &&
                   g_.groups[found->second].entry != kNoEntry &&
                   group.entry != g_.groups[found->second].entry;
      if (!other) group.parent = found->second;
    }
  }

  // "Acme Corp. (NYSE: ACM)": what stands in the brackets is the company.
  void LinkTickers() {
    for (uint32_t i = 0; i < g_.names.size(); ++i) {
      if (g_.names[i].alias_of < 0 || g_.group_of[i] < 0) continue;
      int full = g_.group_of[g_.names[i].alias_of];
      if (full < 0 || !IsOrg(g_.groups[g_.Root(full)].type)) continue;
      int own = g_.group_of[i];
      bool other = g_.groups[own].entry != kNoEntry &&
                   g_.groups[own].entry != g_.groups[g_.Root(full)].entry;
      if (!other && g_.Root(full) != own && g_.groups[own].parent < 0) {
        g_.groups[own].parent = g_.Root(full);
      }
    }
  }

  // "ACM rose" in an article on Acme, whose symbol that is.
  void LinkSymbols() {
    constexpr size_t kLeastLetters = 2;
    std::map<std::string, int, std::less<>> symbols;
    for (size_t g = 0; g < g_.groups.size(); ++g) {
      uint32_t entry = g_.groups[g].entry;
      if (entry >= p_.lexicon->entry_count())
        continue;  // none, or a listed one
      auto symbol = p_.lexicon->String(p_.lexicon->entry(entry).symbol);
      if (symbol.size() >= kLeastLetters && g_.groups[g].type >= 0) {
        symbols.emplace(Folded(symbol), static_cast<int>(g));
      }
    }
    for (size_t g = 0; !symbols.empty() && g < g_.groups.size(); ++g) {
      NameGroup& group = g_.groups[g];
      bool open = group.words == 1 && group.parent < 0 &&
                  group.entry == kNoEntry && !group.names.empty() &&
                  p_.tokens[g_.names[group.names[0]].first].is(kAllCaps);
      if (!open) continue;
      auto found = symbols.find(g_.keys[g]);
      bool other = found == symbols.end() ||
                   found->second == static_cast<int>(g) ||
                   g_.Root(found->second) == static_cast<int>(g);
      if (!other) group.parent = g_.Root(found->second);
    }
  }

  const Passage& p_;
  NameGroups& g_;
  Persons family_, given_;
  std::map<std::string, int, std::less<>> head_;  // first words of companies
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

void LinkShortForms(const Passage& passage, NameGroups& groups) {
  Linker(passage, groups).Run();
}

}  // namespace newsdigest
