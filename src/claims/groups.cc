#include "claims/groups.h"

#include <algorithm>

#include "claims/asides.h"
#include "claims/status.h"

namespace newsdigest {
namespace {

using W = WordClass;

constexpr uint32_t kInNoun =
    Bit(Tag::kDT) | Bit(Tag::kPRPS) | Bit(Tag::kJJ) | Bit(Tag::kCD) | kNounTags;

class Grouper {
 public:
  Grouper(const Story& story, const Sentence& sentence)
      : story_(story), p_(story.passage), s_(sentence) {
    // The figures and dates of this sentence, by token.
    auto ends = [](const auto& m, uint32_t at) { return m.last <= at; };
    auto f = std::lower_bound(story.figures.begin(), story.figures.end(),
                              s_.first, ends);
    for (; f != story.figures.end() && f->first < s_.last; ++f) {
      if (f->verb) continue;
      figures_.push_back(static_cast<int>(f - story.figures.begin()));
    }
    auto d = std::lower_bound(story.dates.begin(), story.dates.end(), s_.first,
                              ends);
    for (; d != story.dates.end() && d->first < s_.last; ++d) {
      dates_.push_back(static_cast<int>(d - story.dates.begin()));
    }
  }

  std::vector<Group> Run() {
    groups_.reserve((s_.last - s_.first) / 2 + 1);
    for (uint32_t i = s_.first; i < s_.last;) i = std::max(Step(i), i + 1);
    MarkAsides(p_, groups_);
    return std::move(groups_);
  }

 private:
  int FigureAt(uint32_t i) const {
    for (int f : figures_) {
      if (story_.figures[f].first == i || story_.figures[f].core == i) {
        return f;
      }
    }
    return -1;
  }
  int DateAt(uint32_t i) const {
    for (int d : dates_) {
      const DateMatch& date = story_.dates[d];
      if (date.first == i && date.last <= s_.last) return d;
    }
    return -1;
  }
  int MentionAt(uint32_t i) const { return story_.entities.at[i]; }

  Group& Push(GroupKind kind, uint32_t first, uint32_t last, uint32_t head) {
    Group group;
    group.kind = kind;
    group.first = first;
    group.last = last;
    group.head = head;
    groups_.push_back(group);
    return groups_.back();
  }

  uint32_t Step(uint32_t i) {
    int date = DateAt(i);
    if (date >= 0 && story_.dates[date].calendar) {
      const DateMatch& match = story_.dates[date];
      Push(GroupKind::kDate, i, match.last, i).date = date;
      // "last year's": the possessive goes with it.
      bool mark = match.last < s_.last && p_.Tagged(match.last, Bit(Tag::kPOS));
      return mark ? match.last + 1 : match.last;
    }
    if (uint32_t end = AdverbPhraseEnd(i); end > 0) {
      Push(GroupKind::kAdverb, i, end, i);
      return end;
    }
    if (p_.tokens[i].kind == TokenKind::kMark && FigureAt(i) < 0 &&
        !p_.Tagged(i, Bit(Tag::kSYM))) {
      return QuotedModifierEnd(i) > 0 ? NounGroup(i) : Mark(i);
    }
    if (StartsNoun(i)) return NounGroup(i);
    if (StartsVerb(i)) return VerbGroup(i);
    return Word(i);
  }

  // "from a year ago", "as a group"; 0: none such at `i`.
  uint32_t AdverbPhraseEnd(uint32_t i) const {
    if (!p_.StartsPhrase(i)) return 0;
    auto phrase = p_.Match(i, W::k_basis, s_.last);
    if (phrase.length < 2) phrase = p_.Match(i, W::k_adverb_phrase, s_.last);
    return phrase.length > 1 ? i + phrase.length : 0;
  }

  // Where words in quotation marks that describe a noun end: a "buy" rating;
  // 0: none such at `i`.
  uint32_t QuotedModifierEnd(uint32_t i) const {
    uint32_t end = QuotedWordsEnd(p_, i, s_.last);
    bool noun = end > 0 && end < s_.last && MentionAt(end) < 0 &&
                p_.Tagged(end, Bit(Tag::kNN) | Bit(Tag::kNNS));
    return noun ? end : 0;
  }

  uint32_t Mark(uint32_t i) {
    std::string_view mark = p_.str(i);
    GroupKind kind = GroupKind::kOther;
    if (mark == ",") {
      kind = GroupKind::kComma;
    } else if (IsDash(mark)) {
      kind = GroupKind::kDash;
    } else if (mark == ";" || mark == ":") {
      kind = GroupKind::kStop;
    } else if (IsOpenQuote(mark) || IsCloseQuote(mark)) {
      kind = GroupKind::kQuote;
    } else if (mark == "&") {
      kind = GroupKind::kConjunction;
    }
    Push(kind, i, i + 1, i);
    return i + 1;
  }

  uint32_t Word(uint32_t i) {
    // "its ovens as well as its mixers".
    uint32_t joined =
        i + p_.Match(i, W::k_conjunction_phrase, s_.last).length;
    if (joined > i) {
      Push(GroupKind::kConjunction, i, joined, i);
      return joined;
    }
    // "$3 million worth of orders".
    uint32_t end = i + p_.Match(i, W::k_preposition_phrase, s_.last).length;
    if (end > i) {
      Push(GroupKind::kPreposition, i, end, end - 1);
      return end;
    }
    Tag tag = p_.tags[i];
    GroupKind kind = GroupKind::kOther;
    if (tag == Tag::kIN || tag == Tag::kTO) {
      kind = Clause(i) ? GroupKind::kSubordinator : GroupKind::kPreposition;
      if (p_.IsWord(i, "that")) kind = GroupKind::kThat;
    } else if (tag == Tag::kCC) {
      kind = GroupKind::kConjunction;
    } else if (tag == Tag::kWDT) {
      kind = GroupKind::kRelative;
    } else if (tag == Tag::kWRB) {
      kind = GroupKind::kSubordinator;
    } else if (tag == Tag::kRB) {
      kind = GroupKind::kAdverb;
    } else if (tag == Tag::kJJ) {
      kind = GroupKind::kAdjective;
    }
    if (p_.Has(i, W::k_rise) || p_.Has(i, W::k_fall)) {
      bool figure = i + 1 < s_.last && FigureAt(i + 1) >= 0;  // "off 0.4%"
      if (p_.IsWord(i, "up") || p_.IsWord(i, "down") || figure) {
        kind = GroupKind::kAdverb;
      }
    }
    if (p_.IsWord(i, "who") || p_.IsWord(i, "which") || p_.IsWord(i, "whose")) {
      kind = GroupKind::kRelative;
    }
    Push(kind, i, i + 1, i);
    return i + 1;
  }

  // Whether a word that may be preposition or conjunction opens a clause: a
  // finite verb follows before the next bound.
  bool Clause(uint32_t i) const {
    auto word = p_.Match(i, W::k_subordinator, i + 1);
    if (word.length == 0) return false;
    if (word.text == "always") return true;
    // "income before tax": no clause.
    if (i > s_.first && p_.IsWord(i, "before") &&
        p_.LemmaHas(i - 1, W::k_measure) && i + 1 < s_.last &&
        p_.Tagged(i + 1, Bit(Tag::kNN) | Bit(Tag::kNNS))) {
      return false;
    }
    uint32_t end = std::min(s_.last, i + 14);
    for (uint32_t k = i + 1; k < end; ++k) {
      if (p_.Tagged(k, kFiniteTags | Bit(Tag::kMD))) return true;
      if (p_.Is(k, ",") || p_.Is(k, ";") || p_.Tagged(k, Bit(Tag::kWDT))) {
        return false;
      }
      if (k == i + 1 && p_.Tagged(k, Bit(Tag::kVBG))) return true;
    }
    return false;
  }

  bool StartsNoun(uint32_t i) const {
    if (FigureAt(i) >= 0) return true;
    if (MentionAt(i) >= 0) return true;
    if (p_.Tagged(i, Bit(Tag::kPRP))) {
      return !p_.IsWord(i, "who") && !p_.IsWord(i, "whom");
    }
    if (p_.Tagged(i, kInNoun)) {
      if (p_.Tagged(i, Bit(Tag::kJJ))) return NounAhead(i);
      return true;
    }
    // A participle before a noun: "rising prices", "proposed merger".
    bool premodifier = p_.Tagged(i, Bit(Tag::kVBN) | Bit(Tag::kVBG)) &&
                       i + 1 < s_.last && p_.Tagged(i + 1, kNounTags) &&
                       p_.Has(i, W::k_adjective_status);
    bool after_preposition =
        p_.Tagged(i, Bit(Tag::kVBN)) && i > s_.first && i + 1 < s_.last &&
        p_.Tagged(i - 1, Bit(Tag::kIN)) && p_.Tagged(i + 1, kNounTags);
    // "Frozen bread rose".
    bool opens = p_.Tagged(i, Bit(Tag::kVBN)) && i == s_.first &&
                 i + 1 < s_.last && p_.Tagged(i + 1, kNounTags);
    return premodifier || after_preposition || opens;
  }

  // An adjective belongs to a noun group where a noun follows it.
  bool NounAhead(uint32_t i) const {
    for (uint32_t k = i + 1; k < std::min(s_.last, i + 8); ++k) {
      // "closed lower Friday".
      bool day = p_.Has(k, W::k_weekday) || p_.Has(k, W::k_day_word);
      if (day && Directional(i)) return false;
      if (p_.Tagged(k, kNounTags)) return true;
      if (MentionAt(k) >= 0) return true;
      bool goes_on = p_.Tagged(k, Bit(Tag::kJJ) | Bit(Tag::kCD)) ||
                     p_.Is(k, "-") || p_.Tagged(k, Bit(Tag::kVBN)) ||
                     (p_.Tagged(k, Bit(Tag::kCC)) && k + 1 < s_.last &&
                      p_.Tagged(k + 1, Bit(Tag::kJJ)));
      if (!goes_on) return false;
    }
    return false;
  }

  // What may follow a figure inside a noun group: "35% revenue jump".
  bool NounAfter(uint32_t i) const {
    if (i >= s_.last || DateAt(i) >= 0) return false;
    if (p_.Has(i, W::k_period_unit)) return false;
    if (p_.Tagged(i, kNounTags | Bit(Tag::kJJ))) {
      if (p_.Tagged(i, Bit(Tag::kJJ)) && !NounAhead(i)) return false;
      return MentionAt(i) < 0 || !p_.Tagged(i, Bit(Tag::kNNP));
    }
    return p_.Is(i, "-") && i + 1 < s_.last && p_.Tagged(i + 1, kNounTags);
  }

  // A noun group in the making.
  struct NounGroupState {
    Group group;
    uint32_t first = 0, at = 0, head = 0;
    bool only_figure = true;
  };

  // "a 40% year-over-year sales gain": where the basis between the figure and
  // its noun ends; 0: none such.
  uint32_t BasisEnd(const NounGroupState& n) const {
    if (n.group.figure < 0 || !n.only_figure) return 0;
    uint32_t end = n.at + p_.Match(n.at, W::k_basis, s_.last).length;
    bool noun = end > n.at && end < s_.last && NounAfter(end) &&
                n.at == story_.figures[n.group.figure].last;
    return noun ? end : 0;
  }

  uint32_t NounGroup(uint32_t i) {
    NounGroupState n;
    n.group.kind = GroupKind::kNoun;
    n.group.first = n.first = n.at = n.head = i;
    n.group.pronoun = p_.Tagged(i, Bit(Tag::kPRP));
    if (n.group.pronoun) {
      n.at = i + 1;
    } else {
      while (n.at < s_.last && TakePart(n)) {
      }
    }
    if (n.at == i) n.at = i + 1;
    n.group.last = n.at;
    n.group.head = n.head;
    // "a new high last week", "the unemployed": the last adjective is its head.
    bool no_noun = n.head == i && n.at > i + 1 && n.group.figure < 0 &&
                   p_.Tagged(i, Bit(Tag::kDT) | Bit(Tag::kPRPS));
    if (no_noun) n.group.head = n.at - 1;
    bool lone_article = n.at == i + 1 && p_.Tagged(i, Bit(Tag::kDT));
    if (lone_article) n.group.kind = GroupKind::kOther;
    // "The 48-year-old" is a person.
    bool age = n.group.definite && n.group.figure >= 0 &&
               story_.figures[n.group.figure].figure.kind == FigureKind::kAge;
    if (n.only_figure && n.group.figure >= 0 && !age) {
      n.group.kind = GroupKind::kFigure;
      n.group.head = story_.figures[n.group.figure].core;
    } else {
      n.group.mention = n.group.pronoun ? -1 : MentionAt(n.head);
    }
    groups_.push_back(n.group);
    return n.at;
  }

  // "a five-year, $3 million contract": whether the comma after a term that
  // describes leads on to the sum.
  bool OpensSum(const NounGroupState& n) const {
    if (!n.only_figure || n.group.figure < 0 || !p_.Is(n.at, ",")) return false;
    const FigureMatch& term = story_.figures[n.group.figure];
    bool describes = term.last > term.core + 1 && p_.Is(term.last - 2, "-") &&
                     p_.Has(term.last - 1, W::k_period_unit);
    int sum = n.at + 1 < s_.last ? FigureAt(n.at + 1) : -1;
    return describes && sum >= 0 && NounAfter(story_.figures[sum].last);
  }

  // Takes the next part of the group; false where the group ends.
  bool TakePart(NounGroupState& n) {
    if (OpensSum(n)) {
      n.group.figure = -1;
      ++n.at;
      return true;
    }
    if (uint32_t end = SeatEnd(n); end > 0) {
      n.at = end;
      return true;
    }
    // "beat forecasts thanks to cost cuts".
    bool phrase = n.at > n.first && n.head + 1 == n.at &&
                  p_.Match(n.at, W::k_preposition_phrase, s_.last).length > 0;
    if (phrase) return false;
    if (uint32_t end = BasisEnd(n); end > 0) {
      n.at = end;
      return true;
    }
    bool date = n.at > n.first && DateAt(n.at) >= 0;
    // "the 10-year Treasury": a duration that describes.
    bool describes =
        date && FigureAt(n.at) >= 0 && !story_.dates[DateAt(n.at)].calendar;
    if (date && !describes) return TakeDate(n);
    if (FigureAt(n.at) >= 0) return TakeFigure(n);
    if (MentionAt(n.at) >= 0) return TakeMention(n);
    if (p_.Tagged(n.at, Bit(Tag::kPOS))) {
      n.group.possessor = n.at++;
      return true;
    }
    if (p_.Tagged(n.at, Bit(Tag::kDT) | Bit(Tag::kPRPS))) {
      return TakeDeterminer(n);
    }
    if (p_.Tagged(n.at, kNounTags)) {
      // "earnings before interest and tax".
      auto term = p_.Match(n.at, W::k_measure, s_.last);
      // "memorandum of understanding".
      auto compound = p_.Match(n.at, W::k_compound, s_.last);
      if (compound.length > term.length) term = compound;
      uint32_t end = n.at + (term.length > 2 ? term.length : 1);
      n.head = n.at;
      // "free cash flow", "same-store sales", but "earnings before tax".
      while (n.head + 1 < end && (p_.Tagged(n.head + 1, kNounTags) ||
                                  p_.Is(n.head + 1, "-"))) {
        ++n.head;
      }
      n.at = end;
      n.only_figure = false;
      return term.length <= 2 || n.head + 1 == end;
    }
    if (uint32_t end = QuotedModifierEnd(n.at); end > 0) {
      n.at = end;
      return true;
    }
    // "the QX-5", "the QX 450e".
    if (uint32_t end = ModelEnd(n.at); end > 0 && n.at > n.first) {
      n.head = end - 1;
      n.at = end;
      return true;
    }
    // "unit 5 of Acme": the number only tells which.
    bool label = n.at > n.first && n.head + 1 == n.at && !n.only_figure &&
                 p_.tokens[n.at].kind == TokenKind::kNumber &&
                 p_.Tagged(n.head, Bit(Tag::kNN)) && MentionAt(n.head) < 0 &&
                 n.at + 1 < s_.last && p_.IsWord(n.at + 1, "of");
    if (!label && !IsModifier(n)) return false;
    ++n.at;
    return true;
  }

  // Where a number that follows a name's letters ends, "-5", with its own
  // letter; 0: none.
  uint32_t ModelEnd(uint32_t i) const {
    if (i == s_.first || !p_.Tagged(i - 1, Bit(Tag::kNNP)) ||
        !p_.tokens[i - 1].is(kAllCaps)) {
      return 0;
    }
    bool hyphen = p_.Is(i, "-") && !p_.tokens[i].is(kSpaceBefore);
    uint32_t number = hyphen ? i + 1 : i;
    bool glued = number < s_.last &&
                 p_.tokens[number].kind == TokenKind::kNumber &&
                 FigureAt(number) < 0 &&
                 !(hyphen && p_.tokens[number].is(kSpaceBefore));
    if (!glued) return 0;
    bool letter = number + 1 < s_.last &&
                  !p_.tokens[number + 1].is(kSpaceBefore) &&
                  p_.str(number + 1).size() == 1 &&
                  p_.tokens[number + 1].kind == TokenKind::kWord;
    return number + 1 + (letter ? 1 : 0);
  }

  // "the Norwick, California-based company": where "-based" ends behind the
  // comma; 0: no such.
  uint32_t SeatEnd(const NounGroupState& n) const {
    bool place = p_.Is(n.at, ",") && n.group.definite &&
                 n.at == n.head + 1 && MentionAt(n.head) >= 0;
    if (!place) return 0;
    uint32_t k = n.at + 1;
    while (k < s_.last && p_.tokens[k].is(kCapital)) ++k;
    bool based = k > n.at + 1 && k + 2 < s_.last && p_.Is(k, "-") &&
                 p_.IsWord(k + 1, "based") && NounAfter(k + 2);
    return based ? k + 2 : 0;
  }

  // "its fourth-quarter net income": the date is part of the group.
  bool TakeDate(NounGroupState& n) const {
    int date = DateAt(n.at);
    uint32_t after = story_.dates[date].last;
    bool inside = after < s_.last && story_.dates[date].calendar &&
                  p_.Tagged(after, kNounTags | Bit(Tag::kJJ)) &&
                  (p_.Tagged(n.at - 1, Bit(Tag::kDT) | Bit(Tag::kPRPS) |
                                           Bit(Tag::kPOS) | Bit(Tag::kJJ)) ||
                   (MentionAt(n.at - 1) >= 0 && p_.Has(n.at, W::k_month) &&
                    after == n.at + 1));
    if (!inside) return false;
    n.group.date = date;
    n.at = after;
    return true;
  }

  bool TakeFigure(NounGroupState& n) const {
    int figure = FigureAt(n.at);
    const FigureMatch& match = story_.figures[figure];
    if (n.at > n.first && n.group.figure >= 0 && match.noun == 0) return false;
    // "and Acme 2%", "and silver 2%": what moves by it.
    bool moved =
        n.at > n.first && n.head == n.at - 1 &&
        (MentionAt(n.head) >= 0 || p_.LemmaHas(n.head, W::k_security) ||
         p_.LemmaHas(n.head, W::k_commodity) ||
         p_.LemmaHas(n.head, W::k_measure)) &&
        match.figure.kind == FigureKind::kPercent && !NounAfter(match.last);
    if (moved) return false;
    // "raised its rate four times": what is counted is a group of its own.
    bool apart = n.at > n.first && match.noun > 0 && !n.only_figure &&
                 p_.Tagged(n.at - 1, kNounTags) && MentionAt(n.at - 1) < 0;
    if (apart) return false;
    if (n.group.figure < 0) n.group.figure = figure;
    n.at = match.last;
    if (uint32_t after = SameSumEnd(n.at); after > 0) n.at = after;
    if (match.noun > 0) {
      n.head = match.noun;
      n.only_figure = false;
    }
    // "the 10-year Treasury".
    bool term = match.figure.kind == FigureKind::kQuantity &&
                n.group.definite && n.at < s_.last && MentionAt(n.at) >= 0;
    // "a $3 million Pentagon contract".
    int name = match.figure.kind == FigureKind::kMoney && n.at < s_.last
                   ? MentionAt(n.at)
                   : -1;
    auto is = [&](EntityType type) {
      int entity = story_.entities.mentions[name].entity;
      return story_.entities.entities[entity].type == type;
    };
    bool describes =
        name >= 0 &&
        (is(EntityType::kCompany) || is(EntityType::kOrganization)) &&
        story_.entities.mentions[name].last < s_.last &&
        MentionAt(story_.entities.mentions[name].last) < 0 &&
        p_.Tagged(story_.entities.mentions[name].last,
                  Bit(Tag::kNN) | Bit(Tag::kNNS));
    return term || describes || NounAfter(n.at) || OpensSum(n) ||
           BasisEnd(n) > 0;
  }

  // "its $16bn (£8.5bn) takeover": where the bracket ends that tells the sum in
  // another currency, before a noun; 0: none.
  uint32_t SameSumEnd(uint32_t i) const {
    int figure = i + 1 < s_.last && p_.Is(i, "(") ? FigureAt(i + 1) : -1;
    if (figure < 0) return 0;
    uint32_t close = story_.figures[figure].last;
    bool sum = story_.figures[figure].figure.kind == FigureKind::kMoney &&
               close < s_.last && p_.Is(close, ")") && NounAfter(close + 1);
    return sum ? close + 1 : 0;
  }

  bool TakeMention(NounGroupState& n) const {
    const MentionMatch& match = story_.entities.mentions[MentionAt(n.at)];
    n.at = std::max(match.last, n.at + 1);
    n.head = n.at - 1;
    n.only_figure = false;
    // "named Jane Porter chief executive": the post is no part of her.
    bool person =
        story_.entities.entities[match.entity].type == EntityType::kPerson;
    return !person || n.at >= s_.last || p_.Tagged(n.at, Bit(Tag::kPOS));
  }

  bool TakeDeterminer(NounGroupState& n) const {
    if (n.at > n.first && n.group.possessor != n.at) return false;
    if (p_.Tagged(n.at, Bit(Tag::kPRPS))) n.group.possessor = n.at + 1;
    n.group.definite = p_.IsWord(n.at, "the") || p_.IsWord(n.at, "this") ||
                       p_.IsWord(n.at, "that") || n.group.possessor > 0;
    ++n.at;
    return true;
  }

  // Adjectives, participles, hyphens and what else stands before a head.
  // "firms", "Chinese firms": several, and no part of a compound.
  bool ActsOnMany(uint32_t i) const {
    while (i < s_.last && p_.Tagged(i, Bit(Tag::kJJ) | Bit(Tag::kNNP))) ++i;
    return i < s_.last && p_.Tagged(i, Bit(Tag::kNNS)) &&
           !(i + 1 < s_.last && p_.Tagged(i + 1, kNounTags | Bit(Tag::kPOS)));
  }

  bool IsModifier(const NounGroupState& n) const {
    uint32_t at = n.at;
    bool more = at + 1 < s_.last;
    if (p_.Tagged(at, Bit(Tag::kJJ) | Bit(Tag::kCD)) &&
        (NounAhead(at) || NounAfter(at + 1) ||
         (more && FigureAt(at + 1) >= 0))) {
      return true;
    }
    // "a license allowing firms": a clause of its own.
    bool acts = at > n.first && p_.Tagged(at, Bit(Tag::kVBG)) &&
                p_.Tagged(at - 1, kNounTags) && ActsOnMany(at + 1) &&
                !In(p_.word(at).preferred, kNounTags);
    if (acts) return false;
    // "its proposed $3 million takeover".
    bool owned = n.group.possessor > 0 &&
                 (n.group.possessor == at || n.group.possessor + 1 == at);
    bool sized = owned && p_.Tagged(at, Bit(Tag::kVBN)) && more &&
                 FigureAt(at + 1) >= 0;
    if (sized) return true;
    if (p_.Tagged(at, Bit(Tag::kVBN) | Bit(Tag::kVBG)) && more &&
        p_.Tagged(at + 1, kNounTags | Bit(Tag::kJJ)) &&
        (at > n.first || p_.Tagged(at, Bit(Tag::kVBN)))) {
      return true;
    }
    bool touches = !p_.tokens[at].is(kSpaceBefore);
    if (p_.Is(at, "-")) return more && touches;
    if (at == n.first) return false;
    // "their highest since May".
    bool own =
        p_.Tagged(at, Bit(Tag::kJJ)) && p_.Tagged(at - 1, Bit(Tag::kPRPS));
    if (own) return true;
    if (p_.Is(at - 1, "-") && touches &&
        p_.tokens[at].kind == TokenKind::kWord) {
      return true;
    }
    if (p_.Is(at, "&")) return more && p_.Tagged(at + 1, kNounTags);
    return p_.Tagged(at, Bit(Tag::kRB)) && more &&
           p_.Tagged(at + 1, Bit(Tag::kJJ) | Bit(Tag::kVBN)) &&
           NounAhead(at + 1);
  }

  bool StartsVerb(uint32_t i) const {
    if (p_.Tagged(i, kVerbTags | Bit(Tag::kMD))) return true;
    // "never bought", "no longer plans": the negation is the verb's.
    bool negates = p_.Tagged(i, Bit(Tag::kRB)) &&
                   p_.Match(i, W::k_negation, s_.last).length > 0;
    if (negates && MoreVerb(i) && !p_.IsWord(i, "nor")) return true;
    if (p_.Tagged(i, Bit(Tag::kTO)) && i + 1 < s_.last) {
      uint32_t k = i + 1;
      while (k < s_.last && p_.Tagged(k, Bit(Tag::kRB))) ++k;
      return p_.Tagged(k, Bit(Tag::kVB));
    }
    return false;
  }

  // "a deal valued at $3 million": as "worth".
  bool Priced(uint32_t i) const {
    return i > s_.first && i + 1 < s_.last && p_.Tagged(i, Bit(Tag::kVBN)) &&
           p_.VerbHas(i, W::k_sizes) && p_.LemmaHas(i - 1, W::k_deal) &&
           p_.IsWord(i + 1, "at");
  }

  uint32_t VerbGroup(uint32_t i) {
    if (Priced(i)) {
      Push(GroupKind::kPreposition, i, i + 2, i + 1);
      return i + 2;
    }
    uint32_t at = i;
    uint32_t main = i;
    bool opened = false;  // by a verb, not by "never"
    while (at < s_.last) {
      if (at > i && FigureAt(at) >= 0) break;
      if (p_.Tagged(at, kVerbTags | Bit(Tag::kMD))) {
        if (opened && at > i && !Continues(i, at)) break;
        opened = true;
        main = at;
        ++at;
        continue;
      }
      bool to = p_.Tagged(at, Bit(Tag::kTO)) && at + 1 < s_.last;
      if (to && (at == i || Embeds(main))) {
        uint32_t k = at + 1;
        while (k < s_.last && p_.Tagged(k, Bit(Tag::kRB))) ++k;
        if (p_.Tagged(k, Bit(Tag::kVB))) {
          at = k;
          continue;
        }
        break;
      }
      // "is likely to", "is ready to".
      bool adjective = at > i && p_.Tagged(at, Bit(Tag::kJJ)) &&
                       p_.Has(at, W::k_embeds) && at + 1 < s_.last &&
                       p_.Tagged(at + 1, Bit(Tag::kTO));
      if (adjective) {
        main = at;
        ++at;
        continue;
      }
      bool adverb = p_.Tagged(at, Bit(Tag::kRB)) && at + 1 < s_.last &&
                    !Directional(at) && FigureAt(at) < 0 && MoreVerb(at + 1);
      if (adverb) {
        ++at;
        continue;
      }
      break;
    }
    Group& group = Push(GroupKind::kVerb, i, at, main);
    ReadVerbGroup(story_, s_, group);
    return at;
  }

  bool Directional(uint32_t i) const {
    return p_.Has(i, W::k_rise) || p_.Has(i, W::k_fall);
  }

  bool MoreVerb(uint32_t i) const {
    uint32_t k = i;
    while (k < s_.last && p_.Tagged(k, Bit(Tag::kRB))) ++k;
    return k < s_.last && p_.Tagged(k, kVerbTags | Bit(Tag::kTO));
  }

  // Whether a verb that takes another ("plan", "expect", "begin") or an
  // auxiliary stands at `i`.
  bool Embeds(uint32_t i) const {
    // "is said to have bought".
    if (p_.Match(i, W::k_embeds, i + 2).length == 2) return true;
    return p_.VerbHas(i, W::k_embeds) || p_.Has(i, W::k_be) ||
           p_.Has(i, W::k_have) || p_.Has(i, W::k_modal);
  }

  // Whether the verb at `at` goes on with the group that began at `first`.
  bool Continues(uint32_t first, uint32_t at) const {
    uint32_t before = at - 1;
    while (before > first && p_.Tagged(before, Bit(Tag::kRB))) --before;
    if (p_.Tagged(before, Bit(Tag::kTO) | Bit(Tag::kMD))) return true;
    if (p_.Has(before, W::k_be) || p_.Has(before, W::k_have) ||
        p_.Has(before, W::k_do_verb) || p_.Has(before, W::k_get)) {
      return p_.Tagged(at, Bit(Tag::kVBN) | Bit(Tag::kVBG) | Bit(Tag::kVB));
    }
    if (p_.VerbHas(before, W::k_embeds)) {
      return p_.Tagged(at, Bit(Tag::kVBG) | Bit(Tag::kVB));
    }
    return false;
  }

  const Story& story_;
  const Passage& p_;
  const Sentence& s_;
  std::vector<int> figures_, dates_;
  std::vector<Group> groups_;
};

}  // namespace

std::vector<Group> MakeGroups(const Story& story, const Sentence& sentence) {
  return Grouper(story, sentence).Run();
}

}  // namespace newsdigest
