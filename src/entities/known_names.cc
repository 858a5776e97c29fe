#include "entities/known_names.h"

#include "language/fold.h"

namespace newsdigest {

using W = WordClass;

namespace {

bool SameLetters(std::string_view a, std::string_view b, bool any_case) {
  // Blanks may differ (a name may be wrapped over two lines).
  size_t i = 0;
  size_t k = 0;
  auto blank = [](char c) { return c == ' ' || (c >= 9 && c <= 13); };
  while (i < a.size() && k < b.size()) {
    if (blank(a[i]) && blank(b[k])) {
      while (i < a.size() && blank(a[i])) ++i;
      while (k < b.size() && blank(b[k])) ++k;
      continue;
    }
    char x = a[i];
    char y = b[k];
    if (any_case) {
      if (x >= 'a' && x <= 'z') x = static_cast<char>(x - 32);
      if (y >= 'a' && y <= 'z') y = static_cast<char>(y - 32);
    }
    if (static_cast<unsigned char>(x) == 0xE2 && y == '\'' &&
        a.substr(i, 3) == "’") {
      i += 3;
      ++k;
      continue;
    }
    if (x != y) return false;
    ++i;
    ++k;
  }
  return i == a.size() && k == b.size();
}

}  // namespace

std::string_view CountryCode(const Lexicon& lexicon, std::string_view name) {
  uint32_t node = 0;
  while (!name.empty()) {
    size_t end = std::min(name.find(' '), name.size());
    node = lexicon.Next(node, lexicon.Find(name.substr(0, end)));
    if (node == 0) return {};
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  for (const model::Surface& surface : lexicon.Surfaces(lexicon.node(node))) {
    const model::Entry& entry = lexicon.entry(surface.entry);
    if (lexicon.String(entry.kind) == "country") {
      return lexicon.String(entry.country);
    }
  }
  return {};
}

KnownMatch KnownNames::Listed(uint32_t i, uint32_t limit) const {
  KnownMatch match;
  if (!companies_) return match;
  size_t length = 0;
  uint32_t start = p_.tokens[i].start;
  int found = companies_->Find(p_.text, start, capitals_, length);
  if (found < 0) return match;
  uint32_t last = i;
  while (last < limit && p_.tokens[last].end() < start + length) ++last;
  if (last >= limit || p_.tokens[last].end() < start + length) return match;
  Span name{start, static_cast<uint32_t>(start + length)};
  Span line = p_.span(line_, limit);
  const auto& forbidden = companies_->companies()[found].forbidden;
  std::string around = forbidden.empty() ? "" : Lowered(p_.str(line));
  for (const std::string& text : forbidden) {
    std::string phrase = Lowered(text);
    size_t at = around.find(phrase);
    for (; at != around.npos; at = around.find(phrase, at + 1)) {
      bool covers = line.start + at < name.end &&
                    line.start + at + phrase.size() > name.start;
      if (!covers) continue;
      match.last = last + 1;  // and no entry: it names nothing here
      return match;
    }
  }
  match.last = last + 1;
  match.entries = {kListed | static_cast<uint32_t>(found)};
  return match;
}

KnownMatch KnownNames::Find(uint32_t i, uint32_t limit) const {
  KnownMatch best = Listed(i, limit);
  if (best.last) return best;
  if (i + 1 >= p_.phrase_start.size()) return best;
  bool goods = false;
  for (uint32_t k = p_.phrase_start[i + 1]; k > p_.phrase_start[i]; --k) {
    const PhraseMatch& phrase = p_.phrases[k - 1];
    if (phrase.last > limit) continue;
    std::vector<uint32_t> entries;
    MatchEntries(p_, phrase.first, phrase.last, capitals_ || InCapitals(phrase),
                 entries);
    if (!known_companies_) {
      std::erase_if(entries, [&](uint32_t entry) {
        return p_.lexicon->entry(entry).type ==
               static_cast<uint8_t>(EntityType::kCompany);
      });
    }
    if (entries.empty()) continue;
    bool traded = p_.lexicon->entry(entries[0]).type ==
                  static_cast<uint8_t>(EntityType::kInstrument);
    goods = goods || MeasuresGoods(phrase.last, limit);
    if (traded && goods) continue;
    best.last = phrase.last;
    best.entries = std::move(entries);
    break;
  }
  return best;
}

bool KnownNames::NamesIndex(uint32_t i) const {
  std::vector<uint32_t> entries;
  for (uint32_t m = p_.phrase_start[i]; m < p_.phrase_start[i + 1]; ++m) {
    MatchEntries(p_, i, p_.phrases[m].last, false, entries);
  }
  return std::any_of(entries.begin(), entries.end(), [&](uint32_t entry) {
    return p_.lexicon->entry(entry).type ==
           static_cast<int>(EntityType::kInstrument);
  });
}

// "U.S. crude output": a measure of goods that the words before it name, and no
// price of them.
bool KnownNames::MeasuresGoods(uint32_t last, uint32_t limit) const {
  return last < limit && p_.LemmaHas(last - 1, WordClass::k_commodity) &&
         !p_.tokens[last - 1].is(kCapital) &&
         p_.LemmaHas(last, WordClass::k_measure) &&
         !p_.LemmaHas(last, WordClass::k_quote_word) &&
         !p_.LemmaHas(last, WordClass::k_security);
}

// A place line or emphasis in capitals: "LONDON", "NEW YORK".
bool KnownNames::InCapitals(const PhraseMatch& phrase) const {
  for (uint32_t i = phrase.first; i < phrase.last; ++i) {
    if (!p_.tokens[i].is(kAllCaps)) return false;
  }
  return p_.span(phrase.first, phrase.last).size() >= 4;
}

void MatchEntries(const Passage& passage, uint32_t first, uint32_t last,
                  bool any_case, std::vector<uint32_t>& entries) {
  if (first + 1 >= passage.phrase_start.size()) return;
  std::string_view text = passage.str(passage.span(first, last));
  for (uint32_t k = passage.phrase_start[first];
       k < passage.phrase_start[first + 1]; ++k) {
    if (passage.phrases[k].last != last) continue;
    const model::Node& node = passage.lexicon->node(passage.phrases[k].node);
    for (const model::Surface& surface : passage.lexicon->Surfaces(node)) {
      if (SameLetters(text, passage.lexicon->String(surface.text), any_case)) {
        entries.push_back(surface.entry);
      }
    }
  }
}

EntryFacts FactsOf(const Lexicon& lexicon, const CompanyList* companies,
                   uint32_t entry) {
  if (entry & kListed) {
    const Company& company = companies->companies()[entry & ~kListed];
    return {EntityType::kCompany, company.name,     {},
            company.ticker,       company.exchange, {}};
  }
  const model::Entry& e = lexicon.entry(entry);
  return {static_cast<EntityType>(e.type), lexicon.String(e.name),
          lexicon.String(e.kind),          lexicon.String(e.symbol),
          lexicon.String(e.exchange),      lexicon.String(e.country)};
}

bool KnownNames::IsBodyOf(const KnownMatch& land,
                          const KnownMatch& body) const {
  if (body.last == 0 || body.entries.empty()) return false;
  EntryFacts country = Facts(land.entries[0]);
  EntryFacts facts = Facts(body.entries[0]);
  return country.kind == "country" && facts.type == EntityType::kOrganization &&
         facts.country == country.country;
}

bool KnownNames::Opens(uint32_t first, uint32_t last, uint32_t run,
                       EntityType type) const {
  uint32_t title = first;
  for (uint32_t k = last; k < run; ++k) {
    // "KLA-Tenor Corporation": no tenor.
    bool glued = p_.Is(k - 1, "-") && !p_.tokens[k].is(kSpaceBefore);
    if (!glued && p_.Match(k, W::k_title, run).length > 0) title = k;
  }
  if (title > first) return false;
  if (p_.Has(run - 1, W::k_legal_strong)) return true;
  bool head = false;
  for (uint32_t k = last; k < run; ++k) {
    head = head || p_.Has(k, W::k_org_head) || p_.Has(k, W::k_place_head);
  }
  if (type == EntityType::kPlace && PlaceLeads(last, run)) return true;
  if (type == EntityType::kPlace || type == EntityType::kPerson) {
    bool given = p_.Has(first, W::k_first_name) && last == first + 1;
    bool family = run == last + 1 &&
                  (p_.Has(last, W::k_surname) || p_.tokens[last].word == 0);
    if (given && family) return true;
    return head || p_.Has(run - 1, W::k_legal_suffix);
  }
  if (type == EntityType::kOrganization) {
    return head || (run > last && p_.IsWord(last, "at"));
  }
  bool given = p_.Has(first, W::k_first_name) && last == first + 1;
  if (given && run == last + 1 && p_.Has(last, W::k_surname)) return true;
  // "Microsoft Ventures", "Fox Searchlight Pictures", but "Quill Group".
  if (p_.Has(run - 1, W::k_arm)) return true;
  bool suffix = p_.Has(run - 1, W::k_legal_suffix);
  return suffix ? run > last + 1 : p_.Has(run - 1, W::k_org_head);
}

// "Minnesota Twins", "Michigan National Bank", "Berlin Grand Prix": words
// after a place that are no names, titles or demonyms of their own.
bool KnownNames::PlaceLeads(uint32_t last, uint32_t run) const {
  if (run > last + 3) return false;
  for (uint32_t k = last; k < run; ++k) {
    bool own = p_.Has(k, W::k_first_name) || p_.Has(k, W::k_honorific) ||
               p_.Has(k, W::k_demonym) || p_.tokens[k].is(kAllCaps) ||
               p_.tokens[k].kind != TokenKind::kWord || Find(k, run).last > 0;
    if (own) return false;
  }
  return true;
}

}  // namespace newsdigest
