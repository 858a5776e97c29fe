#include "entities/names.h"

#include <algorithm>

#include "language/fold.h"

namespace newsdigest {
namespace {

using W = WordClass;

constexpr uint32_t kMostNameTokens = 16;
constexpr int kKnownPoints = 6;  // of a name that the gazetteer has

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

std::string Lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return out;
}

class NameFinder {
 public:
  NameFinder(const Passage& passage, const std::vector<DateMatch>& dates,
             const NameOptions& options)
      : p_(passage),
        companies_(options.companies),
        known_companies_(options.known_companies),
        date_(passage.size(), false) {
    for (const DateMatch& date : dates) {
      if (!date.calendar) continue;
      for (uint32_t i = date.first; i < date.last; ++i) date_[i] = true;
    }
  }

  std::vector<NameMatch> Run() {
    for (const Sentence& sentence : p_.sentences) {
      if (sentence.last - sentence.first > 0) Scan(sentence);
    }
    return std::move(names_);
  }

 private:
  struct EntryMatch {
    uint32_t last = 0;
    std::vector<uint32_t> entries;
  };

  bool AllCapsSentence(const Sentence& s) const {
    uint32_t caps = 0;
    uint32_t words = 0;
    for (uint32_t i = s.first; i < s.last; ++i) {
      if (p_.tokens[i].kind != TokenKind::kWord || p_.tokens[i].size < 3) {
        continue;
      }
      ++words;
      caps += p_.tokens[i].is(kAllCaps);
    }
    return words > 1 && caps * 10 >= words * 8;
  }

  // A line of results: names with numbers behind them, and no verb.
  // "Harbor 58 2 41", "Norwick 21 Old Mill 10".
  bool IsResults(const Sentence& s) const {
    uint32_t numbers = 0;
    for (uint32_t i = s.first; i < s.last; ++i) {
      if (p_.tokens[i].kind == TokenKind::kNumber) {
        ++numbers;
      } else if (p_.Tagged(i, kFiniteTags | Bit(Tag::kMD) | Bit(Tag::kSYM)) ||
                 date_[i] ||
                 (p_.tokens[i].kind == TokenKind::kWord &&
                  p_.tokens[i].size == 1)) {
        return false;
      }
    }
    return numbers >= 2 && numbers * 6 >= s.last - s.first;
  }

  // Whether a team stands here: its score behind it, or the other side.
  bool IsSide(const Sentence& s, uint32_t first, uint32_t last) const {
    auto versus = [&](uint32_t i) {
      return p_.IsWord(i, "v") || p_.IsWord(i, "vs") || p_.IsWord(i, "vs.");
    };
    if (last < s.last && versus(last)) return true;
    if (first > s.first && versus(first - 1)) return true;
    return results_ && last < s.last &&
           p_.tokens[last].kind == TokenKind::kNumber &&
           p_.str(last).find('.') == std::string_view::npos;
  }

  // A company of the user's list at `i`, unless what it stands in is
  // forbidden for it.
  EntryMatch Listed(uint32_t i, uint32_t limit) const {
    EntryMatch match;
    if (!companies_) return match;
    size_t length = 0;
    uint32_t start = p_.tokens[i].start;
    int found = companies_->Find(p_.text, start, all_caps_, length);
    if (found < 0) return match;
    uint32_t last = i;
    while (last < limit && p_.tokens[last].end() < start + length) ++last;
    if (last >= limit || p_.tokens[last].end() < start + length) return match;
    Span name{start, static_cast<uint32_t>(start + length)};
    Span line = p_.span(first_, limit);
    const auto& forbidden = companies_->companies()[found].forbidden;
    std::string around = forbidden.empty() ? "" : Lower(p_.str(line));
    for (const std::string& text : forbidden) {
      std::string phrase = Lower(text);
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

  EntryMatch Gazetteer(uint32_t i, uint32_t limit) const {
    EntryMatch best = Listed(i, limit);
    if (best.last) return best;
    if (i + 1 >= p_.phrase_start.size()) return best;
    for (uint32_t k = p_.phrase_start[i + 1]; k > p_.phrase_start[i]; --k) {
      const PhraseMatch& phrase = p_.phrases[k - 1];
      if (phrase.last > limit) continue;
      std::vector<uint32_t> entries;
      MatchEntries(p_, phrase.first, phrase.last,
                   all_caps_ || InCapitals(phrase), entries);
      if (!known_companies_) {
        std::erase_if(entries, [&](uint32_t entry) {
          return p_.lexicon->entry(entry).type ==
                 static_cast<uint8_t>(EntityType::kCompany);
        });
      }
      if (entries.empty()) continue;
      best.last = phrase.last;
      best.entries = std::move(entries);
      break;
    }
    return best;
  }

  // A place line or emphasis in capitals: "LONDON", "NEW YORK".
  bool InCapitals(const PhraseMatch& phrase) const {
    for (uint32_t i = phrase.first; i < phrase.last; ++i) {
      if (!p_.tokens[i].is(kAllCaps)) return false;
    }
    return p_.span(phrase.first, phrase.last).size() >= 4;
  }

  bool Capital(uint32_t i) const {
    const Token& token = p_.tokens[i];
    if (token.kind != TokenKind::kWord) return false;
    if (date_[i]) return false;
    return token.is(kCapital) || token.is(kMixedCase);
  }

  // A word that opens no name though it has a capital.
  bool Plain(uint32_t i) const {
    const model::Word& word = p_.word(i);
    constexpr uint32_t kFunction =
        Bit(Tag::kDT) | Bit(Tag::kPRP) | Bit(Tag::kPRPS) | Bit(Tag::kIN) |
        Bit(Tag::kCC) | Bit(Tag::kMD) | Bit(Tag::kWDT) | Bit(Tag::kWRB) |
        Bit(Tag::kTO) | Bit(Tag::kEX) | Bit(Tag::kUH);
    if (word.tags != 0 && In(word.preferred, kFunction) &&
        !(p_.tokens[i].is(kAllCaps) && !all_caps_)) {
      return true;
    }
    return word.classes.Has(W::k_weekday) || word.classes.Has(W::k_month) ||
           word.classes.Has(W::k_not_name);
  }

  // Ends a run of capitals that starts at `i`.
  uint32_t RunEnd(uint32_t i, uint32_t limit) const {
    uint32_t at = i + 1;
    limit = std::min(limit, i + kMostNameTokens);
    if (IsPartyOf(i, limit)) return at;
    while (at < limit) {
      const Token& token = p_.tokens[at];
      bool touches = !token.is(kSpaceBefore);
      if (Capital(at) && !(Plain(at) && !p_.Has(at, W::k_month))) {
        if (p_.Has(at, W::k_weekday) || p_.Has(at, W::k_month)) break;
        ++at;
        continue;
      }
      if (uint32_t name = SkipParticles(at, limit); name > at) {
        at = name + 1;
        continue;
      }
      // "Lee Jae-yong": a strange word in small letters behind the hyphen.
      bool second = p_.Is(at, "-") && touches && at + 1 < limit &&
                    !p_.tokens[at + 1].is(kSpaceBefore) && at > i + 1 &&
                    p_.tokens[at + 1].kind == TokenKind::kWord &&
                    NameLike(at + 1) && NameLike(at - 1);
      if (second) {
        at += 2;
        continue;
      }
      if (at + 1 >= limit) break;
      bool next = Capital(at + 1) && !Plain(at + 1);
      if (!next) break;
      if (p_.Is(at, "-") && touches && !p_.tokens[at + 1].is(kSpaceBefore)) {
        at += 2;
        continue;
      }
      bool suffix =
          p_.Is(at, ",") && touches && p_.Has(at + 1, W::k_legal_strong);
      if (p_.Is(at, "&") || suffix || (p_.Is(at, "'") && touches)) {
        at += 2;
        continue;
      }
      if (p_.IsWord(at, "of") && JoinsOf(at)) {
        at += 2;
        continue;
      }
      // "University of Texas at Austin".
      if (p_.IsWord(at, "at") && p_.Has(i, W::k_school) &&
          p_.IsWord(i + 1, "of")) {
        at += 2;
        continue;
      }
      if (p_.IsWord(at, "and") && JoinsAnd(i, at, limit)) {
        at += 2;
        continue;
      }
      break;
    }
    return at;
  }

  // "(QRP-Norwick)", "(D-Texas)": the party and the seat are two names.
  bool IsPartyOf(uint32_t i, uint32_t limit) const {
    return i > 0 && i + 2 < limit && p_.Is(i - 1, "(") &&
           p_.tokens[i].is(kAllCaps) && p_.Is(i + 1, "-") && Capital(i + 2);
  }

  // The end of "van der" or "al-" at `i`, behind which a capital stands; `i`:
  // no particle.
  uint32_t SkipParticles(uint32_t i, uint32_t limit) const {
    uint32_t at = i;
    while (at < limit && p_.Has(at, W::k_particle) &&
           !p_.tokens[at].is(kCapital) && !p_.IsWord(at, "as")) {
      ++at;
    }
    if (at > i && at < limit && p_.Is(at, "-") &&
        !p_.tokens[at].is(kSpaceBefore)) {
      ++at;
    }
    return at < limit && Capital(at) && !Plain(at) ? at : i;
  }

  // "University of Texas", "Bank of Boston", "Department of Energy": the word
  // before "of" heads an organization.
  bool JoinsOf(uint32_t of) const {
    return p_.Has(of - 1, W::k_org_head) || p_.Has(of - 1, W::k_place_head) ||
           p_.IsWord(of - 1, "bank") || p_.IsWord(of - 1, "secretary") ||
           p_.IsWord(of - 1, "institute");
  }

  // "Food and Drug Administration", "Johnson and Johnson": something that
  // heads a name must follow.
  bool JoinsAnd(uint32_t first, uint32_t at, uint32_t limit) const {
    // "Chamber of Commerce and Industry".
    bool of = at > first + 2 && p_.Has(first, W::k_and_head) &&
              p_.IsWord(first + 1, "of");
    for (uint32_t k = first + 1; !of && k + 1 < at; ++k) {
      of = p_.Has(k, W::k_and_head) && p_.IsWord(k + 1, "of");
    }
    const model::Word& after = p_.word(at + 1);
    if (of && !after.proper && (after.tags & kNounTags)) return true;
    if (p_.word(at - 1).proper || p_.tokens[at - 1].word == 0) return false;
    if (first == at - 1 && p_.word(first).starts_phrase) return false;
    uint32_t end = at + 1;
    while (end < limit && Capital(end) && !Plain(end)) ++end;
    if (end == at + 1) return false;
    bool head = p_.Has(end - 1, W::k_org_head);
    bool common = p_.word(at + 1).tags != 0 && !p_.word(at + 1).proper &&
                  !p_.Has(at + 1, W::k_surname);
    return head && common && end > at + 2;
  }

  void Scan(const Sentence& sentence) {
    all_caps_ = AllCapsSentence(sentence);
    results_ = IsResults(sentence);
    first_ = sentence.first;
    bool says_nothing = sentence.title_case || all_caps_;
    uint32_t i = sentence.first;
    while (i < sentence.last) {
      if (p_.tokens[i].kind == TokenKind::kUrl) {
        ++i;
        continue;
      }
      // The "US" of "US$3 million".
      if (i + 1 < sentence.last && !p_.tokens[i + 1].is(kSpaceBefore) &&
          p_.Has(i + 1, W::k_currency_symbol)) {
        ++i;
        continue;
      }
      if (date_[i]) {  // "20th Century Fox" is more than its century
        EntryMatch known = Gazetteer(i, sentence.last);
        bool longer = known.last && !date_[known.last - 1];
        i = longer ? TakeKnown(sentence, i, known, says_nothing) : i + 1;
        continue;
      }
      if (IsTicker(sentence, i)) {
        // "(REGN.O)" is one ticker.
        uint32_t last = i + 1;
        if (last + 1 < sentence.last && p_.Is(last, ".") &&
            !p_.tokens[last].is(kSpaceBefore) &&
            !p_.tokens[last + 1].is(kSpaceBefore) &&
            p_.tokens[last + 1].is(kCapital)) {
          last += 2;
        }
        uint32_t open = p_.Is(i - 1, ":") ? i - 3 : i - 1;
        int of = NamedBefore(open);
        EntryMatch own = Gazetteer(i, i + 1);
        Push(sentence, i, last, own.entries, false);
        names_.back().alias_of = of;
        i = last;
        continue;
      }
      EntryMatch known = Gazetteer(i, sentence.last);
      if (known.last && known.entries.empty()) {
        i = known.last;
        continue;
      }
      if (known.last) {
        i = TakeKnown(sentence, i, known, says_nothing);
        continue;
      }
      // A letter alone is no name: "B and D shares".
      bool letter = (p_.tokens[i].size == 1 ||
                     (p_.tokens[i].size == 2 && p_.tokens[i].is(kDotted))) &&
                    !(i + 1 < sentence.last && Capital(i + 1));
      if (!Capital(i) || Plain(i) || letter) {
        ++i;
        continue;
      }
      i = TakeRun(sentence, i, says_nothing);
    }
  }

  // The "ACM" of "Acme Corp. (NYSE: ACM)", "Acme (ACM)", "ACME <ACM>".
  bool IsTicker(const Sentence& sentence, uint32_t i) const {
    const Token& token = p_.tokens[i];
    bool shape = token.kind == TokenKind::kWord && token.size <= 7 &&
                 (token.is(kAllCaps) || token.size == 1);
    if (!shape || names_.empty() || i < sentence.first + 2) return false;
    uint32_t open = i - 1;
    if (p_.Is(open, ":") && open > sentence.first + 1) {
      open -= 2;
      if (p_.Is(open, ":") || open <= sentence.first) return false;
    }
    bool bracket = p_.Is(open, "(") || p_.Is(open, "<") || p_.Is(open, "[");
    if (!bracket) return false;
    return NamedBefore(open) >= 0;
  }

  // The name that ends right before the bracket at `open`; -1: none. The
  // exchange inside the bracket may be a name of its own.
  int NamedBefore(uint32_t open) const {
    int at = static_cast<int>(names_.size()) - 1;
    if (at >= 0 && names_[at].first > open) --at;
    return at >= 0 && names_[at].last == open ? at : -1;
  }

  void Push(const Sentence& sentence, uint32_t first, uint32_t last,
            const std::vector<uint32_t>& entries, bool doubtful) {
    while (last > first && p_.tokens[last - 1].kind == TokenKind::kMark) {
      --last;
    }
    if (last <= first) return;
    NameMatch name;
    name.first = first;
    name.last = last;
    name.doubtful = doubtful;
    name.capitals = all_caps_;
    name.entries = entries;
    for (uint32_t entry : entries) {
      auto type =
          static_cast<int>(FactsOf(*p_.lexicon, companies_, entry).type);
      name.shape[type] = std::max(name.shape[type], kKnownPoints);
      if (name.entry == kNoEntry) name.entry = entry;
    }
    AddShape(p_, name);
    AddContext(p_, sentence, name);
    if (IsSide(sentence, first, last)) {
      name.points[static_cast<int>(EntityType::kOrganization)] += 4;
    }
    names_.push_back(name);
  }

  // A word that is common in small letters, at the start of a sentence.
  bool DoubtfulStart(const Sentence& sentence, uint32_t i) const {
    bool start = i == sentence.first ||
                 (i == sentence.first + 1 && !p_.tokens[i - 1].is(kCapital) &&
                  p_.tokens[i - 1].kind == TokenKind::kMark) ||
                 (i > sentence.first && IsOpenQuote(p_.str(i - 1))) ||
                 (i > sentence.first && p_.Is(i - 1, ":"));
    if (!start) return false;
    const model::Word& word = p_.word(i);
    if (p_.tokens[i].word == 0 || word.tags == 0) return false;
    if (p_.tokens[i].is(kMixedCase) || p_.tokens[i].is(kAllCaps)) return false;
    // A singular noun that a finite verb or "'s" follows without an article
    // is a name: "Oracle said", "Target's".
    bool noun = In(word.preferred, Bit(Tag::kNN));
    bool listed = word.starts_phrase || Listed(i, i + 1).last > 0;
    if (noun && listed && i + 1 < sentence.last &&
        p_.Tagged(i + 1, Bit(Tag::kVBD) | Bit(Tag::kVBZ) | Bit(Tag::kPOS))) {
      return false;
    }
    return !word.proper;
  }

  uint32_t TakeKnown(const Sentence& sentence, uint32_t i,
                     const EntryMatch& known, bool says_nothing) {
    uint32_t last = known.last;
    EntityType type = FactsOf(*p_.lexicon, companies_, known.entries[0]).type;
    bool single = last == i + 1;
    bool doubtful =
        single && (says_nothing ? p_.word(i).tags != 0 && !p_.word(i).proper
                                : DoubtfulStart(sentence, i));
    uint32_t run = says_nothing ? last : RunEnd(i, sentence.last);
    if (!Capital(i) && !p_.tokens[i].is(kMixedCase)) run = last;
    // Legal suffixes belong to the name: "Goldman Sachs Group Inc."
    if (type == EntityType::kCompany) {
      uint32_t more = last;
      while (more < sentence.last && Capital(more) &&
             p_.Has(more, W::k_legal_suffix) &&
             !(says_nothing &&
               In(p_.word(more).preferred, kVerbTags | Bit(Tag::kJJ)))) {
        ++more;
      }
      bool comma = more == last && last + 1 < sentence.last &&
                   p_.Is(last, ",") && p_.Has(last + 1, W::k_legal_strong) &&
                   Capital(last + 1);
      if (comma) more = last + 2;  // "Amazon.com, Inc."
      if (more > last && (more >= run || p_.Has(more - 1, W::k_legal_strong))) {
        Push(sentence, i, more, known.entries, false);
        return more;
      }
    }
    // "Quill X rose": its ticker behind it.
    if (last < sentence.last && p_.tokens[last].is(kAllCaps) &&
        FactsOf(*p_.lexicon, companies_, known.entries[0]).symbol ==
            p_.str(last)) {
      Push(sentence, i, last, known.entries, doubtful);
      int of = static_cast<int>(names_.size()) - 1;
      Push(sentence, last, last + 1, {}, false);
      names_.back().alias_of = of;
      return last + 1;
    }
    if (run <= last) {
      Push(sentence, i, last, known.entries, doubtful);
      return last;
    }
    if (NewName(i, last, run, type)) {
      return TakeRun(sentence, i, says_nothing);
    }
    Push(sentence, i, last, known.entries, doubtful);
    return last;
  }

  // Whether a known name at the start of a longer run is only a part of it:
  // "New York University", "Jordan Smith", "Washington Post Co."
  bool NewName(uint32_t first, uint32_t last, uint32_t run,
               EntityType type) const {
    uint32_t title = first;
    for (uint32_t k = last; k < run; ++k) {
      if (p_.Match(k, W::k_title, run).length > 0) title = k;
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
    // "Fox Searchlight Pictures": what follows right after was taken before.
    bool suffix = p_.Has(run - 1, W::k_legal_suffix);
    return suffix ? run > last + 1 : p_.Has(run - 1, W::k_org_head);
  }

  // "Minnesota Twins", "Michigan National Bank", "Berlin Grand Prix": words
  // after a place that are no names, titles or demonyms of their own.
  bool PlaceLeads(uint32_t last, uint32_t run) const {
    if (run > last + 3) return false;
    for (uint32_t k = last; k < run; ++k) {
      bool own = p_.Has(k, W::k_first_name) || p_.Has(k, W::k_honorific) ||
                 p_.Has(k, W::k_demonym) || p_.tokens[k].is(kAllCaps) ||
                 p_.tokens[k].kind != TokenKind::kWord ||
                 Gazetteer(k, run).last > 0;
      if (own) return false;
    }
    return true;
  }

  // A run of capitals that the gazetteer does not begin with.
  uint32_t TakeRun(const Sentence& sentence, uint32_t i, bool says_nothing) {
    uint32_t end = RunEnd(i, sentence.last);
    if (says_nothing) {
      // In a heading of capitals a run is no evidence, unless a strong suffix
      // ends it or its words are none of the language; take the word alone
      // and let the article decide.
      if (uint32_t suffix = CompanyEnd(i, end)) {
        Push(sentence, i, suffix, {}, false);
        return suffix;
      }
      uint32_t last = HeadlineEnd(i, end);
      bool strange = true;
      for (uint32_t k = i; k < last; ++k) {
        strange = strange && (NameLike(k) || p_.Has(k, W::k_first_name));
      }
      Push(sentence, i, last, {}, !strange);
      return last;
    }
    uint32_t first = i;
    // A common word at the start of the sentence is no part of the name.
    while (first < end && DoubtfulStart(sentence, first) &&
           !StartsName(first, end)) {
      if (end == first + 1) {
        Push(sentence, first, end, {}, true);
        return end;
      }
      ++first;
      break;
    }
    // "3D Systems": a number touches the first word.
    bool number = first == i && first > sentence.first && end > first + 1 &&
                  p_.tokens[first - 1].kind == TokenKind::kNumber &&
                  !p_.tokens[first].is(kSpaceBefore);
    if (number) --first;
    uint32_t title_first = first;
    uint32_t body = SkipTitles(first, end);
    if (body >= end) {
      // A title alone is no name.
      return end;
    }
    // A demonym before a title or another name: "Kenyan President Moi".
    bool polite = body > title_first && p_.Has(body - 1, W::k_honorific);
    if (end == body + 1 && p_.Has(body, W::k_demonym) && !polite) return end;
    uint32_t cut = SplitAt(body, SuffixEnd(body, end));
    Push(sentence, body, cut, {}, false);
    if (!names_.empty() && body > title_first) {
      NameMatch& name = names_.back();
      name.title_first = title_first;
      name.title_last = body;
      name.points[static_cast<int>(EntityType::kPerson)] += 5;
    }
    return cut;
  }

  // A strong suffix ends the name: "Quill Capital Corp. Growth day".
  uint32_t SuffixEnd(uint32_t first, uint32_t end) const {
    for (uint32_t k = first + 1; k + 1 < end; ++k) {
      bool more = p_.Has(k + 1, W::k_legal_suffix) || p_.Is(k + 1, "&") ||
                  p_.IsWord(k + 1, "of") || p_.Is(k + 1, ",");
      if (p_.Has(k, W::k_legal_strong) && p_.tokens[k].is(kDotted) && !more) {
        return k + 1;
      }
    }
    return end;
  }

  // The end of "World Times, Inc." at `i` of a heading; 0: no such name.
  uint32_t CompanyEnd(uint32_t i, uint32_t end) const {
    for (uint32_t k = i; k < end && k < i + 5; ++k) {
      if (k > i && p_.Has(k, W::k_legal_strong) &&
          (p_.tokens[k].is(kDotted) || p_.tokens[k].is(kAllCaps))) {
        return k + 1;
      }
      if (In(p_.word(k).preferred, kVerbTags | Bit(Tag::kIN))) return 0;
    }
    return 0;
  }

  uint32_t HeadlineEnd(uint32_t i, uint32_t end) const {
    uint32_t last = i + 1;
    // A first name takes its surname along.
    if (p_.Has(i, W::k_first_name) && last < end &&
        (p_.Has(last, W::k_surname) || p_.tokens[last].word == 0)) {
      ++last;
    }
    while (last < end && (NameLike(last) || p_.Has(last, W::k_legal_strong)) &&
           (NameLike(i) || last > i + 1)) {
      ++last;
    }
    return last;
  }

  // A word that the language has as a name only, or not at all.
  bool NameLike(uint32_t i) const {
    const model::Word& word = p_.word(i);
    return p_.tokens[i].kind == TokenKind::kWord &&
           (p_.tokens[i].word == 0 || word.tags == 0 || word.proper);
  }

  // Whether a common word at a sentence's start belongs to the name after
  // it: "General Motors Corp.", "Mark Smith".
  bool StartsName(uint32_t first, uint32_t end) const {
    if (end == first + 1) return false;
    if (p_.Has(end - 1, W::k_legal_strong)) return true;
    if (p_.Has(first, W::k_title) || p_.Has(first, W::k_honorific)) return true;
    if (p_.Has(first, W::k_first_name) || p_.Has(first, W::k_demonym) ||
        p_.Has(first, W::k_compass)) {
      return true;
    }
    bool noun = In(p_.word(first).preferred, kNounTags);
    if (p_.Has(end - 1, W::k_org_head) || p_.Has(end - 1, W::k_legal_suffix)) {
      return noun || p_.word(first).preferred == Tag::kJJ;
    }
    // "Quill Robotics": two capitals in a row, unless the first word says
    // what the second is ("Chipmaker Intel") or the second is known.
    return noun && p_.word(first).preferred == Tag::kNN &&
           !p_.Has(first, W::k_nominal_company) &&
           !p_.Has(first, W::k_nominal_person) &&
           !p_.Has(first + 1, W::k_first_name) &&
           Gazetteer(first + 1, end).last == 0;
  }

  uint32_t SkipTitles(uint32_t i, uint32_t end) const {
    uint32_t at = i;
    while (at < end) {
      if (p_.Has(at, W::k_honorific) && at + 1 < end) {
        ++at;
        continue;
      }
      auto title = p_.Match(at, W::k_title, end);
      if (title.length > 0 && at + title.length <= end &&
          !p_.Has(at + title.length < end ? at + title.length : end - 1,
                  W::k_org_head)) {
        // "Chief" alone may begin a name; a title before a name is skipped.
        if (at + title.length == end && at > i) return end;
        at += title.length;
        if (at < end && p_.Is(at, "-")) ++at;
        continue;
      }
      auto people = p_.Match(at, W::k_demonym, end);
      if (people.length > 0 && NamesPerson(at + people.length, end)) {
        at += people.length;
        continue;
      }
      break;
    }
    return at;
  }

  // Whether a title, or a first name or strange word and another word that
  // heads no organization, follow a demonym: "German Anna Keller".
  bool NamesPerson(uint32_t i, uint32_t end) const {
    if (i >= end) return false;
    if (p_.Match(i, W::k_title, end).length > 0) return true;
    bool given = p_.Has(i, W::k_first_name);
    bool heads = p_.Has(end - 1, W::k_org_head) ||
                 p_.Has(end - 1, W::k_legal_suffix) ||
                 p_.Has(end - 1, W::k_place_head);
    bool strange = end == i + 2 && p_.tokens[i].word == 0 &&
                   (p_.tokens[i + 1].word == 0 || p_.Has(i + 1, W::k_surname));
    return !heads && (given || strange || p_.Has(i, W::k_demonym));
  }

  // Where a run holds two names ("Apple CEO Tim Cook"): the end of the first.
  uint32_t SplitAt(uint32_t first, uint32_t end) const {
    for (uint32_t k = first + 1; k < end; ++k) {
      if (p_.Has(k, W::k_honorific) && k + 1 < end && k > first &&
          !p_.IsWord(k, "king") && !p_.IsWord(k, "prince") &&
          !p_.IsWord(k, "queen") && !p_.IsWord(k, "st.")) {
        return k;
      }
      auto title = p_.Match(k, W::k_title, end);
      if (title.length == 0 || k + title.length >= end) continue;
      if (title.length > 1 || p_.tokens[k].is(kAllCaps) ||
          p_.Has(k + title.length, W::k_first_name)) {
        return k;
      }
    }
    return end;
  }

  const Passage& p_;
  const CompanyList* companies_;
  bool known_companies_;
  std::vector<bool> date_;
  uint32_t first_ = 0;  // of the sentence
  bool all_caps_ = false;
  bool results_ = false;  // the sentence is a line of results
  std::vector<NameMatch> names_;
};

}  // namespace

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
    return {EntityType::kCompany,
            company.name,
            company.ticker,
            company.exchange,
            {}};
  }
  const model::Entry& e = lexicon.entry(entry);
  return {static_cast<EntityType>(e.type), lexicon.String(e.name),
          lexicon.String(e.symbol), lexicon.String(e.exchange),
          lexicon.String(e.country)};
}

std::vector<NameMatch> FindNames(const Passage& passage,
                                 const std::vector<DateMatch>& dates,
                                 const NameOptions& options) {
  return NameFinder(passage, dates, options).Run();
}

}  // namespace newsdigest
