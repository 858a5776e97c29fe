// What stands around a name and speaks for its type.
#include <algorithm>

#include "entities/names.h"
#include "entities/price_clues.h"

namespace newsdigest {
namespace {

using W = WordClass;
using T = EntityType;

void Add(NameMatch& name, EntityType type, int points) {
  name.points[static_cast<int>(type)] += points;
}

class Clues {
 public:
  Clues(const Passage& passage, const Sentence& sentence, NameMatch& name)
      : p_(passage), s_(sentence), n_(name) {}

  void Run() {
    Before();
    After();
    Appositive();
    Brackets();
  }

 private:
  int Shape(T type) const { return n_.shape[static_cast<int>(type)]; }
  bool Inside(uint32_t i) const { return i >= s_.first && i < s_.last; }
  bool Word(int64_t i, std::string_view word) const {
    return i >= s_.first && i < s_.last &&
           p_.IsWord(static_cast<uint32_t>(i), word);
  }

  void Before() {
    int64_t b = static_cast<int64_t>(n_.first) - 1;
    if (b < s_.first) return;
    auto at = static_cast<uint32_t>(b);
    if (p_.Has(at, W::k_honorific)) Add(n_, T::kPerson, 7);
    // "the Quill", "its Harbor Controls": no person.
    if (p_.Tagged(at, Bit(Tag::kPRPS)) || Word(b, "the")) {
      Add(n_, T::kPerson, -4);
    }
    // "the Nasdaq fell": the index, not the exchange; "the Nikkei reported".
    bool index = Shape(T::kInstrument) > 0 && Word(b, "the") &&
                 Inside(n_.last) && !p_.Tagged(n_.last, kNounTags) &&
                 !p_.VerbHas(n_.last, W::k_report_verb);
    if (index) Add(n_, T::kInstrument, 4);
    // "chief executive Tim Cook", "spokesman John Doe".
    uint32_t from = at >= s_.first + 4 ? at - 4 : s_.first;
    for (uint32_t k = from; k <= at; ++k) {
      auto title = p_.Match(k, W::k_title, at + 1);
      if (title.length != at + 1 - k) continue;
      if (k > s_.first && p_.Is(k - 1, "-")) continue;  // "second-gen"
      // "Activist Elm Capital".
      bool named = p_.Has(n_.first, W::k_first_name);
      Add(n_, T::kPerson, Shape(T::kCompany) > 2 && !named ? 1 : 4);
      n_.title_first = k;
      n_.title_last = at + 1;
      break;
    }
    // "Acme's chief executive, Jane Porter,".
    bool set_off = p_.Is(at, ",") && Inside(n_.last) &&
                   p_.tokens[n_.last].kind == TokenKind::kMark;
    for (uint32_t k = from; set_off && k < at; ++k) {
      bool owned = k > s_.first && p_.Tagged(k - 1, Bit(Tag::kPOS)) &&
                   p_.Match(k, W::k_title, at).length == at - k;
      if (!owned) continue;
      Add(n_, T::kPerson, 4);
      n_.title_first = k;
      n_.title_last = at;
      break;
    }
    // "the start-up Nortiv".
    bool hyphen = at > s_.first + 1 && p_.Is(at - 1, "-") &&
                  p_.Match(at - 2, W::k_nominal_company, at + 1).length == 3;
    bool firm = p_.Has(at, W::k_nominal_company) && !p_.Has(at, W::k_title);
    // "Rival Nortiv".
    bool rival = at + 1 == n_.first && p_.LemmaHas(at, W::k_rival) &&
                 p_.Tagged(at, Bit(Tag::kNN));
    if (firm || hyphen || rival) Add(n_, T::kCompany, 3);
    // "Oslo-based Nortiv".
    bool based = Word(b, "based") && at > s_.first && p_.Is(at - 1, "-");
    if (based && Unlisted()) Add(n_, T::kCompany, 3);
    if (p_.Has(at, W::k_family)) Add(n_, T::kPerson, 4);
    // "to buy Acme": nobody buys people.
    if (p_.VerbHas(at, W::k_takeover) && p_.Tagged(at, kVerbTags)) {
      Add(n_, T::kCompany, 5);
      Add(n_, T::kPerson, -4);
    }
    // "(Reporting by Jane Porter)", "By Jane Porter".
    bool byline = Word(b, "by") && (b == s_.first || p_.Is(at - 1, "(") ||
                                    p_.Has(at - 1, W::k_byline_word));
    if (byline) Add(n_, T::kPerson, 5);
    Prepositions(at, b);
  }

  void Prepositions(uint32_t at, int64_t b) {
    bool of = Word(b, "of");
    if ((of || Word(b, "in") || Word(b, "at")) && b > s_.first &&
        p_.LemmaHas(at - 1, W::k_security)) {
      Add(n_, T::kCompany, 4);
      return;
    }
    if (of && b > s_.first) {
      if (p_.Has(at - 1, W::k_title) || p_.Has(at - 1, W::k_nominal_person)) {
        bool founder = p_.LemmaHas(at - 1, W::k_founder) && Strange();
        Add(n_, T::kCompany, founder ? 3 : 2);
        Add(n_, T::kOrganization, 1);
      }
      if (p_.Has(at - 1, W::k_place_head)) Add(n_, T::kPlace, 3);
      // "20% of Acme".
      if (p_.Is(at - 1, "%") || Word(b - 1, "percent")) Add(n_, T::kCompany, 2);
    }
    // "a bid for Acme".
    if ((of || Word(b, "for") || Word(b, "with")) && b > s_.first &&
        p_.LemmaHas(at - 1, W::k_takeover)) {
      Add(n_, T::kCompany, 4);
      Add(n_, T::kPerson, -2);
      return;
    }
    // "revenue at Nortiv".
    bool at_firm = Word(b, "at") && b > s_.first && Strange() &&
                   p_.LemmaHas(at - 1, W::k_firm_measure);
    if (at_firm) {
      Add(n_, T::kCompany, 3);
      return;
    }
    // "a stake in Acme": no place.
    if (b > s_.first && (p_.LemmaHas(at - 1, W::k_share_word) ||
                         p_.VerbHas(at - 1, W::k_share_word))) {
      Add(n_, T::kCompany, 2);
      return;
    }
    if (Word(b, "in") || Word(b, "near") || Word(b, "outside") ||
        Word(b, "throughout") || Word(b, "across")) {
      Add(n_, T::kPlace, 3);
      Add(n_, T::kPerson, -2);
    }
    if (Word(b, "from") || Word(b, "to") || Word(b, "into")) {
      Add(n_, T::kPlace, 1);
    }
    if (Word(b, "at")) {
      Add(n_, T::kOrganization, 1);
      Add(n_, T::kCompany, 1);
      Add(n_, T::kPlace, 1);
    }
    if (Word(b, "by") || Word(b, "with")) Add(n_, T::kCompany, 1);
  }

  void After() {
    uint32_t a = n_.last;
    if (!Inside(a)) return;
    if (p_.Tagged(a, Bit(Tag::kPOS))) {
      OfOwned(a + 1);
      return;
    }
    if (p_.LemmaHas(a, W::k_security) && p_.Tagged(a, kNounTags)) {
      Add(n_, T::kCompany, 4);
    }
    if (p_.VerbHas(a, W::k_say) && p_.Tagged(a, kFiniteTags)) {
      Add(n_, T::kPerson, 2);
      Add(n_, T::kCompany, 1);
      if (IsItself(a + 1)) Add(n_, T::kCompany, 4);
      bool body = Shape(T::kOrganization) > 0;
      if (Word(a + 1, "its") && !body) Add(n_, T::kCompany, 2);
    }
    if (p_.Is(a, "-") && Word(a + 1, "based")) Add(n_, T::kPlace, 6);
    // "the Advertiser newspaper", "its Harbor Optical subsidiary".
    bool people = p_.Has(a - 1, W::k_demonym);
    if (p_.Has(a, W::k_org_after) && !people) Add(n_, T::kOrganization, 3);
    // "Cruise operator Quill": what Quill is.
    bool describes =
        n_.doubtful && Inside(a + 1) && p_.tokens[a + 1].is(kCapital);
    if (p_.LemmaHas(a, W::k_nominal_company) && !people && !describes &&
        p_.Tagged(a, Bit(Tag::kNN))) {
      Add(n_, T::kCompany, 3);
    }
    // "Nortiv, based in Oslo,".
    bool based = p_.Is(a, ",") && Word(a + 1, "based") && Word(a + 2, "in");
    if (based && Unlisted()) Add(n_, T::kCompany, 3);
    if (Word(a, "who") || (p_.Is(a, ",") && Word(a + 1, "who"))) {
      Add(n_, T::kPerson, 5);
    }
    // "Nortiv, which makes vans,": no person.
    if (p_.Is(a, ",") && Word(a + 1, "which")) {
      Add(n_, T::kPerson, -5);
      bool firm = n_.entries.empty() && Inside(a + 2) &&
                  p_.Tagged(a + 2, kFiniteTags) &&
                  p_.VerbHas(a + 2, W::k_firm_verb);
      if (firm) Add(n_, T::kCompany, 3);
    }
    if (p_.Is(a, ",") && Inside(a + 2) &&
        p_.tokens[a + 1].kind == TokenKind::kNumber &&
        p_.tokens[a + 1].size == 2 &&
        (p_.Is(a + 2, ",") || Word(a + 2, "years") || p_.Is(a + 2, "."))) {
      Add(n_, T::kPerson, 6);
    }
    // "Armonk, N.Y.": a place after a comma.
    if (p_.Is(a, ",") && Inside(a + 1) && IsKnownPlace(a + 1) &&
        n_.last - n_.first <= 3) {
      Add(n_, T::kPlace, 3);
    }
    if (!Common()) Add(n_, T::kCompany, SharePoints(p_, s_, a));
    if (IsIndexAt(a)) Add(n_, T::kInstrument, 4);
    if (HasResults(a) || RaisesMoney(a)) Add(n_, T::kCompany, 3);
    // "Nortiv customers", "Nortiv CEO", "Nortiv revenue": what firms have.
    bool has = (Unlisted() && HasPeople(a)) ||
               (Strange() && p_.LemmaHas(a, W::k_firm_measure) &&
                p_.Tagged(a, kNounTags));
    if (has) Add(n_, T::kCompany, 3);
    // A heading verb: "Acme acquires", "Acme to buy".
    if (Common()) return;
    if (p_.Tagged(a, kFiniteTags) &&
        (p_.word(a).trigger_count > 0 ||
         p_.lexicon->word(p_.VerbLemmaId(a)).trigger_count > 0)) {
      Add(n_, T::kCompany, 1);
    }
    // "Nortiv will launch a van": firms do, and seldom people.
    uint32_t act = a;
    while (Inside(act + 1) &&
           (p_.Has(act, W::k_have) || p_.Tagged(act, Bit(Tag::kMD)))) {
      ++act;
    }
    bool acts = act > a || p_.Tagged(a, kFiniteTags);
    bool firm = acts && p_.VerbHas(act, W::k_firm_verb) && Strange();
    if (firm) Add(n_, T::kCompany, act > a ? 3 : 2);
  }

  // "Nortiv said on Monday it will raise $30 million": whether what the name
  // says from `i` on it says of itself, as firms do.
  bool IsItself(uint32_t i) const {
    constexpr uint32_t kFar = 4;  // tokens up to "it"
    if (!Strange()) return false;
    uint32_t it = i;
    while (Inside(it) && it < i + kFar && !Word(it, "it")) {
      if (p_.Tagged(it, kVerbTags | Bit(Tag::kPUNCT))) return false;
      ++it;
    }
    if (!Word(it, "it")) return false;
    uint32_t act = it + 1;
    while (Inside(act + 1) &&
           (p_.Has(act, W::k_have) || p_.Has(act, W::k_be) ||
            p_.Tagged(act, Bit(Tag::kMD) | Bit(Tag::kTO) | Bit(Tag::kRB)) ||
            TakesClause(act))) {
      ++act;
    }
    return Inside(act) && p_.Tagged(act, kVerbTags) &&
           (p_.VerbHas(act, W::k_firm_verb) || p_.VerbHas(act, W::k_collects) ||
            p_.VerbHas(act, W::k_takeover) ||
            p_.lexicon->word(p_.VerbLemmaId(act)).trigger_count > 0);
  }

  // "plans" to, "expects" to.
  bool TakesClause(uint32_t i) const {
    return Word(i + 1, "to") && p_.VerbHas(i, W::k_embeds);
  }

  // Whether "customers", "CEO", "chief executive" stands at `i`.
  bool HasPeople(uint32_t i) const {
    return p_.LemmaHas(i, W::k_firm_people) ||
           p_.Match(i, W::k_firm_people, s_.last).length > 0;
  }

  // "Quill's shares", "Nortiv's revenue", "Acme's chief executive": what the
  // words from `at` on say of who owns it.
  void OfOwned(uint32_t at) {
    for (uint32_t k = at; k < std::min(s_.last, at + 3); ++k) {
      bool share = p_.LemmaHas(k, W::k_security);
      bool people = HasPeople(k);
      bool owned = share || people || p_.LemmaHas(k, W::k_measure) ||
                   p_.Match(k, W::k_title, s_.last).length > 0;
      if (!owned) continue;
      bool firm = (people && Unlisted()) ||
                  (Strange() && p_.LemmaHas(k, W::k_firm_measure));
      int points = share ? 4 : 1;
      Add(n_, T::kCompany, firm ? 3 : points);
      return;
    }
  }

  // "Quill had revenue of", "Quill posted a quarterly loss": a measure that
  // firms have, as the object of the verb at `a`.
  bool HasResults(uint32_t a) const {
    bool has = p_.Has(a, W::k_have) || p_.VerbHas(a, W::k_light) ||
               p_.VerbHas(a, W::k_say);
    if (!has || !p_.Tagged(a, kFiniteTags) || Common()) return false;
    constexpr uint32_t kInGroup = Bit(Tag::kDT) | Bit(Tag::kPRPS) |
                                  Bit(Tag::kJJ) | Bit(Tag::kCD) |
                                  Bit(Tag::kSYM) | kNounTags;
    for (uint32_t k = a + 1; k < std::min(s_.last, a + 7); ++k) {
      if (!p_.Tagged(k, kInGroup)) return false;
      if (p_.Tagged(k, kNounTags) && p_.LemmaHas(k, W::k_firm_measure)) {
        return true;
      }
    }
    return false;
  }

  // "Nortiv raised $30 million", "Nortiv has secured 30 million euros".
  bool RaisesMoney(uint32_t a) const {
    if (p_.Has(a, W::k_have)) ++a;
    if (!Inside(a + 3) || !p_.VerbHas(a, W::k_collects) || !Unlisted()) {
      return false;
    }
    if (p_.Has(a + 1, W::k_currency_symbol)) return true;
    return p_.tokens[a + 1].kind == TokenKind::kNumber &&
           p_.Has(a + 3, W::k_currency);
  }

  // "Nortiv": one word that is none of the language and nobody's name.
  bool Strange() const {
    return n_.last == n_.first + 1 && p_.word(n_.first).tags == 0 &&
           !n_.capitals && !p_.tokens[n_.first].is(kAllCaps) &&
           !p_.Has(n_.first, W::k_surname) &&
           !p_.Has(n_.first, W::k_first_name) &&
           !p_.Has(n_.first, W::k_demonym);
  }

  // A name that no list knows, and whose words are no person's and no body's.
  bool Unlisted() const {
    bool several = n_.last > n_.first + 1 && n_.entries.empty() &&
                   Shape(T::kPerson) <= 0 && Shape(T::kOrganization) <= 0;
    return several || Strange();
  }

  // Whether the name may be no more than an ordinary word.
  bool Common() const {
    const model::Word& word = p_.word(n_.first);
    bool ordinary = n_.last == n_.first + 1 && word.tags != 0 && !word.proper;
    return n_.entries.empty() && (n_.doubtful || ordinary);
  }

  // "Nikkei closed above 50,000": a level, of what may be an index.
  bool IsIndexAt(uint32_t a) const {
    constexpr uint32_t kLeastBytes = 4;  // "3,577": no "rose to 40"
    bool moves = Inside(a + 2) && p_.Tagged(a, kFiniteTags) &&
                 (p_.VerbHas(a, W::k_rise) || p_.VerbHas(a, W::k_fall) ||
                  p_.VerbHas(a, W::k_level_verb));
    return moves && p_.Has(a + 1, W::k_level_preposition) &&
           Shape(T::kInstrument) > 0 &&
           p_.tokens[a + 2].kind == TokenKind::kNumber &&
           p_.tokens[a + 2].size > kLeastBytes;
  }

  bool IsKnownPlace(uint32_t i) const {
    if (i + 1 >= p_.phrase_start.size()) return false;
    for (uint32_t k = p_.phrase_start[i]; k < p_.phrase_start[i + 1]; ++k) {
      std::vector<uint32_t> entries;
      MatchEntries(p_, i, p_.phrases[k].last, false, entries);
      for (uint32_t entry : entries) {
        if (p_.lexicon->entry(entry).type == static_cast<int>(T::kPlace)) {
          return true;
        }
      }
    }
    return false;
  }

  // ", the Dutch publishing group," / ", chief executive of Acme,".
  void Appositive() {
    uint32_t a = n_.last;
    if (!Inside(a + 1)) return;
    bool comma = p_.Is(a, ",") || IsDash(p_.str(a)) || p_.Is(a, "(");
    // "Elsewhere, the company": no apposition.
    bool adverb = a == n_.first + 1 && p_.Tagged(n_.first, Bit(Tag::kRB));
    if (!comma || adverb) return;
    uint32_t at = a + 1;
    bool article = p_.Tagged(at, Bit(Tag::kDT));
    uint32_t end = std::min(s_.last, at + 14);
    uint32_t stop = at;
    while (stop < end && !p_.Is(stop, ",") && !p_.Is(stop, ")") &&
           !p_.Is(stop, ".") && !IsDash(p_.str(stop)) &&
           (p_.Is(stop - 1, "-") || !p_.Tagged(stop, kFiniteTags)) &&
           !p_.Tagged(stop, Bit(Tag::kWDT))) {
      ++stop;
    }
    // The head: the last noun before a preposition.
    uint32_t head = 0;
    for (uint32_t k = at; k < stop; ++k) {
      if (p_.Tagged(k, Bit(Tag::kIN)) || p_.Is(k, "(")) break;
      // "an AI scheduling startup", but "a firm making ovens".
      bool ends = head && p_.Tagged(k, Bit(Tag::kVBN) | Bit(Tag::kVBG)) &&
                  !p_.Is(k - 1, "-") &&
                  !p_.LemmaHas(k + 1, W::k_nominal_company);
      if (ends) break;
      if (p_.Tagged(k, kNounTags)) head = k;
    }
    if (head == 0) return;
    auto title = p_.Match(at, W::k_title, stop);
    bool person = title.length > 0 || p_.LemmaHas(head, W::k_nominal_person) ||
                  p_.LemmaHas(head, W::k_title);
    if (p_.LemmaHas(head, W::k_nominal_company) && article) {
      Add(n_, T::kCompany, 5);
    } else if (person && !p_.LemmaHas(head, W::k_nominal_company)) {
      Add(n_, T::kPerson, 4);
    } else if (p_.LemmaHas(head, W::k_nominal_org) && article) {
      Add(n_, T::kOrganization, 3);
    } else if (p_.LemmaHas(head, W::k_place_head) && article) {
      Add(n_, T::kPlace, 3);
    } else {
      return;
    }
    // "Jane Porter, Acme's chief executive,".
    bool owned = false;
    for (uint32_t k = at; person && k < head; ++k) {
      owned = owned || p_.Tagged(k, Bit(Tag::kPOS));
    }
    if (!article && !owned && title.length == 0) return;
    n_.doubtful = false;
    n_.description_first = at;
    n_.description_last = stop;
  }

  // "(NYSE: IBM)", "(IBM)", "<OXY>".
  void Brackets() {
    uint32_t a = n_.last;
    if (!Inside(a + 1)) return;
    // "LYON, France (AP) _": the agency of a dateline.
    bool agency = n_.first > s_.first + 1 && n_.first < s_.first + 12 &&
                  p_.Is(n_.first - 1, "(") && p_.Is(a, ")") &&
                  (IsDash(p_.str(a + 1)) || p_.Is(a + 1, "-"));
    if (agency) {
      Add(n_, T::kOrganization, 6);
      Add(n_, T::kCompany, 4);
    }
    // "(QRP-Norwick)": a party and its member's seat.
    bool bracket = n_.first > s_.first && p_.Is(n_.first - 1, "(");
    if (bracket && p_.Is(a, "-") && p_.tokens[n_.first].is(kAllCaps)) {
      Add(n_, T::kOrganization, 5);
    }
    bool seat = n_.first > s_.first + 3 && p_.Is(n_.first - 1, "-") &&
                p_.Is(n_.first - 3, "(") && p_.Is(a, ")") &&
                p_.tokens[n_.first - 2].is(kAllCaps);
    if (seat) Add(n_, T::kPlace, 5);
    bool open = p_.Is(a, "(") || p_.Is(a, "<");
    if (!open) return;
    const Token& token = p_.tokens[a + 1];
    bool close = p_.Is(a + 2, ")") || p_.Is(a + 2, ">");
    if (token.is(kAllCaps) && token.size <= 5 && close) {
      Add(n_, T::kCompany, p_.Is(a, "<") ? 6 : 2);
      Add(n_, T::kOrganization, 2);
    }
    // "(NASDAQ: QRBT)".
    bool listed = p_.Is(a, "(") && token.is(kAllCaps) && p_.Is(a + 2, ":") &&
                  Inside(a + 4) && p_.tokens[a + 3].is(kAllCaps) &&
                  p_.tokens[a + 3].size <= 6 && p_.Is(a + 4, ")");
    if (listed) Add(n_, T::kCompany, 7);
    // "Anna Keller (Germany)": in results of sports.
    if (n_.last > n_.first + 1 && p_.Is(a, "(") && IsKnownPlace(a + 1) &&
        (close || p_.Is(a + 3, ")"))) {
      Add(n_, T::kPerson, 3);
    }
    bool exchange =
        p_.Is(a + 2, ":") && (token.is(kAllCaps) || token.is(kCapital));
    if (exchange) Add(n_, T::kCompany, 7);
  }

  const Passage& p_;
  const Sentence& s_;
  NameMatch& n_;
};

}  // namespace

void AddContext(const Passage& passage, const Sentence& sentence,
                NameMatch& name) {
  Clues(passage, sentence, name).Run();
}

}  // namespace newsdigest
