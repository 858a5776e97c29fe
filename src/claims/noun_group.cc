#include "claims/noun_group.h"

#include <algorithm>

#include "claims/asides.h"

namespace newsdigest {

using W = WordClass;

constexpr uint32_t kInNoun =
    Bit(Tag::kDT) | Bit(Tag::kPRPS) | Bit(Tag::kJJ) | Bit(Tag::kCD) | kNounTags;

// What may stand behind a name with a number of its own.
constexpr uint32_t kEndsName = Bit(Tag::kPUNCT) | Bit(Tag::kIN) | kFiniteTags;

NounGrouper::NounGrouper(const Story& story, const Sentence& sentence)
    : story_(story), p_(story.passage), s_(sentence) {
  // The figures and dates of this sentence, by token.
  auto ends = [](const auto& m, uint32_t at) { return m.last <= at; };
  auto f = std::lower_bound(story.figures.begin(), story.figures.end(),
                            s_.first, ends);
  for (; f != story.figures.end() && f->first < s_.last; ++f) {
    if (f->verb) continue;
    figures_.push_back(static_cast<int>(f - story.figures.begin()));
  }
  auto d =
      std::lower_bound(story.dates.begin(), story.dates.end(), s_.first, ends);
  for (; d != story.dates.end() && d->first < s_.last; ++d) {
    dates_.push_back(static_cast<int>(d - story.dates.begin()));
  }
}

int NounGrouper::FigureAt(uint32_t i) const {
  for (int f : figures_) {
    if (story_.figures[f].first == i || story_.figures[f].core == i) {
      return f;
    }
  }
  return -1;
}

int NounGrouper::DateAt(uint32_t i) const {
  for (int d : dates_) {
    const DateMatch& date = story_.dates[d];
    if (date.first == i && date.last <= s_.last) return d;
  }
  return -1;
}

uint32_t NounGrouper::QuotedModifierEnd(uint32_t i) const {
  uint32_t end = QuotedWordsEnd(p_, i, s_.last);
  if (end == 0 || end >= s_.last || MentionAt(end) >= 0) return 0;
  bool noun = p_.Tagged(end, Bit(Tag::kNN) | Bit(Tag::kNNS)) ||
              (p_.Tagged(end, Bit(Tag::kJJ)) && NounAhead(end));
  return noun ? end : 0;
}

uint32_t NounGrouper::QuotedNounEnd(const State& n) const {
  constexpr uint32_t kOpens =
      Bit(Tag::kDT) | Bit(Tag::kPRPS) | Bit(Tag::kPOS) | Bit(Tag::kJJ);
  bool follows = n.at > n.group.first && p_.Tagged(n.at - 1, kOpens);
  uint32_t end = follows ? QuotedWordsEnd(p_, n.at, s_.last) : 0;
  if (end == 0) return 0;
  for (uint32_t i = n.at + 1; i + 1 < end; ++i) {
    if (MentionAt(i) >= 0 || FigureAt(i) >= 0) return 0;
    if (!p_.Tagged(i, kInNoun) && !p_.Is(i, "-")) return 0;
  }
  return p_.Tagged(end - 2, Bit(Tag::kNN) | Bit(Tag::kNNS)) ? end : 0;
}

bool NounGrouper::StartsNoun(uint32_t i) const {
  if (FigureAt(i) >= 0) return true;
  if (MentionAt(i) >= 0) return true;
  if (p_.Tagged(i, Bit(Tag::kPRP))) {
    return !p_.IsWord(i, "who") && !p_.IsWord(i, "whom");
  }
  if (p_.Tagged(i, kInNoun)) {
    if (p_.Tagged(i, Bit(Tag::kJJ))) return NounAhead(i) || OpensJoined(i);
    return true;
  }
  // A participle before a noun: "rising prices", "proposed merger".
  bool premodifier = p_.Tagged(i, Bit(Tag::kVBN) | Bit(Tag::kVBG)) &&
                     i + 1 < s_.last && p_.Tagged(i + 1, kNounTags) &&
                     p_.Has(i, W::k_adjective_status);
  bool after_preposition = p_.Tagged(i, Bit(Tag::kVBN)) && i > s_.first &&
                           i + 1 < s_.last && p_.Tagged(i - 1, Bit(Tag::kIN)) &&
                           p_.Tagged(i + 1, kNounTags);
  // "Frozen bread rose".
  bool opens = p_.Tagged(i, Bit(Tag::kVBN)) && i == s_.first &&
               i + 1 < s_.last && p_.Tagged(i + 1, kNounTags);
  return premodifier || after_preposition || opens || OpensGraded(i);
}

bool NounGrouper::OpensGraded(uint32_t i) const {
  return p_.Tagged(i, Bit(Tag::kRB)) && i > s_.first && i + 2 < s_.last &&
         p_.Tagged(i - 1, Bit(Tag::kIN)) &&
         p_.Tagged(i + 1, Bit(Tag::kVBN) | Bit(Tag::kJJ)) &&
         p_.str(i).ends_with("ly") &&
         (p_.Tagged(i + 2, kNounTags) || MentionAt(i + 2) >= 0);
}

bool NounGrouper::IsSplit(uint32_t i) const {
  return i > s_.first && i + 1 < s_.last && p_.Is(i, "/") &&
         p_.tokens[i - 1].kind == TokenKind::kNumber &&
         p_.tokens[i + 1].kind == TokenKind::kNumber;
}

bool NounGrouper::NounAhead(uint32_t i) const {
  for (uint32_t k = i + 1; k < std::min(s_.last, i + 8); ++k) {
    // "closed lower Friday".
    bool day = p_.Has(k, W::k_weekday) || p_.Has(k, W::k_day_word);
    if (day && Directional(i)) return false;
    if (p_.Tagged(k, kNounTags)) return true;
    if (MentionAt(k) >= 0) return true;
    bool goes_on = p_.Tagged(k, Bit(Tag::kJJ) | Bit(Tag::kCD)) ||
                   p_.Is(k, "-") || IsSplit(k) ||
                   p_.Tagged(k, Bit(Tag::kVBN)) ||
                   (p_.Tagged(k, Bit(Tag::kCC)) && k + 1 < s_.last &&
                    p_.Tagged(k + 1, Bit(Tag::kJJ)));
    if (!goes_on) return false;
  }
  return false;
}

bool NounGrouper::NounAfter(uint32_t i) const {
  if (i >= s_.last || DateAt(i) >= 0) return false;
  if (p_.Has(i, W::k_period_unit)) return false;
  if (p_.Tagged(i, kNounTags | Bit(Tag::kJJ))) {
    if (p_.Tagged(i, Bit(Tag::kJJ)) && !NounAhead(i)) return false;
    return MentionAt(i) < 0 || !p_.Tagged(i, Bit(Tag::kNNP));
  }
  return p_.Is(i, "-") && i + 1 < s_.last && p_.Tagged(i + 1, kNounTags);
}

uint32_t NounGrouper::BasisEnd(const State& n) const {
  if (n.group.figure < 0 || !n.only_figure) return 0;
  uint32_t end = n.at + p_.Match(n.at, W::k_basis, s_.last).length;
  bool noun = end > n.at && end < s_.last && NounAfter(end) &&
              n.at == story_.figures[n.group.figure].last;
  return noun ? end : 0;
}

Group NounGrouper::NounGroup(uint32_t i) const {
  State n;
  n.group.kind = GroupKind::kNoun;
  n.group.first = n.at = n.head = i;
  // "one in five jobs": no pronoun.
  n.group.pronoun = p_.Tagged(i, Bit(Tag::kPRP)) && FigureAt(i) < 0;
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
  // "those of Acme".
  bool those = lone_article && p_.IsWord(i, "those") && n.at < s_.last &&
               p_.Tagged(n.at, Bit(Tag::kIN));
  n.group.pronoun = n.group.pronoun || those;
  if (lone_article && !those) n.group.kind = GroupKind::kOther;
  // "The 48-year-old" is a person.
  bool age = n.group.definite && n.group.figure >= 0 &&
             story_.figures[n.group.figure].figure.kind == FigureKind::kAge;
  if (n.only_figure && n.group.figure >= 0 && !age) {
    n.group.kind = GroupKind::kFigure;
    n.group.head = story_.figures[n.group.figure].core;
  } else {
    n.group.mention = n.group.pronoun ? -1 : MentionAt(n.head);
  }
  return n.group;
}

bool NounGrouper::OpensSum(const State& n) const {
  if (!n.only_figure || n.group.figure < 0 || !p_.Is(n.at, ",")) return false;
  const FigureMatch& term = story_.figures[n.group.figure];
  bool describes = term.last > term.core + 1 && p_.Is(term.last - 2, "-") &&
                   p_.Has(term.last - 1, W::k_period_unit);
  int sum = n.at + 1 < s_.last ? FigureAt(n.at + 1) : -1;
  return describes && sum >= 0 && NounAfter(story_.figures[sum].last);
}

bool NounGrouper::TakePart(State& n) const {
  if (OpensSum(n)) {
    n.group.figure = -1;
    ++n.at;
    return true;
  }
  if (uint32_t end = SeatEnd(n); end > 0) {
    n.at = end;
    return true;
  }
  if (uint32_t end = AbbreviationEnd(n); end > 0) {
    n.at = end;
    return true;
  }
  // "beat forecasts thanks to cost cuts".
  bool phrase = n.at > n.group.first && n.head + 1 == n.at &&
                p_.Match(n.at, W::k_preposition_phrase, s_.last).length > 0;
  if (phrase) return false;
  if (uint32_t end = BasisEnd(n); end > 0) {
    n.at = end;
    return true;
  }
  bool date = DateAt(n.at) >= 0 && (n.at > n.group.first || OpensOutlook(n.at));
  // "the 10-year Treasury": a duration that describes.
  bool describes =
      date && FigureAt(n.at) >= 0 && !story_.dates[DateAt(n.at)].calendar;
  if (date && !describes) return TakeDate(n);
  if (FigureAt(n.at) >= 0) return TakeFigure(n);
  if (MentionAt(n.at) >= 0) return !OpensClause(n) && TakeMention(n);
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
    while (n.head + 1 < end &&
           (p_.Tagged(n.head + 1, kNounTags) || p_.Is(n.head + 1, "-") ||
            p_.Is(n.head + 1, "/"))) {
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
  if (uint32_t end = QuotedNounEnd(n); end > 0) {
    n.head = end - 2;
    n.at = end;
    n.only_figure = false;
    return false;
  }
  // "the QX-5", "the QX 450e".
  if (uint32_t end = ModelEnd(n.at); end > 0 && n.at > n.group.first) {
    n.head = end - 1;
    n.at = end;
    return true;
  }
  // "unit 5 of Acme": the number only tells which.
  bool label = n.at > n.group.first && n.head + 1 == n.at && !n.only_figure &&
               p_.tokens[n.at].kind == TokenKind::kNumber &&
               p_.Tagged(n.head, Bit(Tag::kNN)) && MentionAt(n.head) < 0 &&
               n.at + 1 < s_.last && p_.IsWord(n.at + 1, "of");
  if (!label && !NumbersName(n) && !IsModifier(n)) return false;
  ++n.at;
  return true;
}

bool NounGrouper::NumbersName(const State& n) const {
  uint32_t next = n.at + 1;
  return n.at > n.group.first && n.head + 1 == n.at &&
         p_.tokens[n.at].kind == TokenKind::kNumber &&
         p_.tokens[n.at].is(kSpaceBefore) && DateAt(n.at) < 0 &&
         p_.Tagged(n.head, Bit(Tag::kNNP)) && MentionAt(n.head) < 0 &&
         next < s_.last && p_.Tagged(next, kEndsName);
}

uint32_t NounGrouper::AbbreviationEnd(const State& n) const {
  bool opens = n.at > n.group.first && n.head + 1 == n.at && !n.only_figure &&
               p_.Is(n.at, "(") && MentionAt(n.head) < 0;
  if (!opens) return 0;
  uint32_t close = n.at + 1;
  // "3G" is two tokens.
  auto letters = [&](uint32_t i) {
    return p_.tokens[i].is(kAllCaps) ||
           (p_.tokens[i].is(kCapital) && p_.tokens[i].size == 1);
  };
  while (close < s_.last && close < n.at + 3 &&
         (letters(close) || p_.tokens[close].kind == TokenKind::kNumber)) {
    ++close;
  }
  bool noun = letters(close - 1) && close + 1 < s_.last && p_.Is(close, ")") &&
              p_.Tagged(close + 1, Bit(Tag::kNN) | Bit(Tag::kNNS)) &&
              MentionAt(close + 1) < 0;
  return noun ? close + 1 : 0;
}

uint32_t NounGrouper::ModelEnd(uint32_t i) const {
  if (i == s_.first || !p_.Tagged(i - 1, Bit(Tag::kNNP)) ||
      !p_.tokens[i - 1].is(kAllCaps)) {
    return 0;
  }
  bool hyphen = p_.Is(i, "-") && !p_.tokens[i].is(kSpaceBefore);
  uint32_t number = hyphen ? i + 1 : i;
  bool glued =
      number < s_.last && p_.tokens[number].kind == TokenKind::kNumber &&
      FigureAt(number) < 0 && !(hyphen && p_.tokens[number].is(kSpaceBefore));
  if (!glued) return 0;
  bool letter = number + 1 < s_.last &&
                !p_.tokens[number + 1].is(kSpaceBefore) &&
                p_.str(number + 1).size() == 1 &&
                p_.tokens[number + 1].kind == TokenKind::kWord;
  return number + 1 + (letter ? 1 : 0);
}

uint32_t NounGrouper::SeatEnd(const State& n) const {
  bool place = p_.Is(n.at, ",") && n.group.definite && n.at == n.head + 1 &&
               MentionAt(n.head) >= 0;
  if (!place) return 0;
  uint32_t k = n.at + 1;
  while (k < s_.last && p_.tokens[k].is(kCapital)) ++k;
  bool based = k > n.at + 1 && k + 2 < s_.last && p_.Is(k, "-") &&
               p_.IsWord(k + 1, "based") && NounAfter(k + 2);
  return based ? k + 2 : 0;
}

bool NounGrouper::OpensOutlook(uint32_t date) const {
  int found = DateAt(date);
  if (found < 0 || !story_.dates[found].calendar || date < s_.first + 2) {
    return false;
  }
  uint32_t after = story_.dates[found].last;
  return p_.IsWord(date - 1, "for") && p_.LemmaHas(date - 2, W::k_outlook) &&
         after < s_.last && p_.Tagged(after, kNounTags | Bit(Tag::kJJ)) &&
         p_.tokens[after].kind == TokenKind::kWord && DateAt(after) < 0;
}

bool NounGrouper::TakeDate(State& n) const {
  int date = DateAt(n.at);
  uint32_t after = story_.dates[date].last;
  bool inside = after < s_.last && story_.dates[date].calendar &&
                p_.Tagged(after, kNounTags | Bit(Tag::kJJ)) &&
                (n.at == n.group.first ||
                 p_.Tagged(n.at - 1, Bit(Tag::kDT) | Bit(Tag::kPRPS) |
                                         Bit(Tag::kPOS) | Bit(Tag::kJJ)) ||
                 (MentionAt(n.at - 1) >= 0 && p_.Has(n.at, W::k_month) &&
                  after == n.at + 1));
  if (!inside) return false;
  n.group.date = date;
  n.at = after;
  return true;
}

bool NounGrouper::TakeFigure(State& n) const {
  int figure = FigureAt(n.at);
  const FigureMatch& match = story_.figures[figure];
  if (n.at > n.group.first && n.group.figure >= 0 && match.noun == 0)
    return false;
  // "and Acme 2%", "and silver 2%": what moves by it.
  bool moved = n.at > n.group.first && n.head == n.at - 1 &&
               (MentionAt(n.head) >= 0 || p_.LemmaHas(n.head, W::k_security) ||
                p_.LemmaHas(n.head, W::k_commodity) ||
                p_.LemmaHas(n.head, W::k_measure)) &&
               match.figure.kind == FigureKind::kPercent &&
               !NounAfter(match.last);
  // "cost Quill $3 million": a sum that a name is given.
  bool given = n.at > n.group.first && n.head == n.at - 1 &&
               p_.Tagged(n.head, Bit(Tag::kNNP)) && IsMoney(match.figure) &&
               !NounAfter(match.last);
  // "a P/E ratio around 14", but "the Quill 14".
  bool about = n.at > n.group.first && n.head == n.at - 1 &&
               match.first < match.core && n.at == match.first &&
               match.noun == 0 && !NounAfter(match.last);
  // "in the band 3% to 5%".
  bool bounds = n.at > n.group.first && n.head == n.at - 1 &&
                p_.LemmaHas(n.head, W::k_stretch) && !NounAfter(match.last);
  if (moved || given || about || bounds) return false;
  // "raised its rate four times": what is counted is a group of its own.
  bool apart = n.at > n.group.first && match.noun > 0 && !n.only_figure &&
               p_.Tagged(n.at - 1, kNounTags) && MentionAt(n.at - 1) < 0;
  if (apart) return false;
  if (n.group.figure < 0) n.group.figure = figure;
  n.at = match.last;
  if (uint32_t after = SameSumEnd(n.at); after > 0) n.at = after;
  if (match.noun > 0) {
    n.head = match.noun;
    n.only_figure = false;
  }
  // "the 10-year Treasury", "10-year Treasury notes".
  bool joined = match.last > match.first + 1 && p_.Is(match.first + 1, "-");
  bool term = match.figure.kind == FigureKind::kQuantity &&
              (n.group.definite || joined) && n.at < s_.last &&
              MentionAt(n.at) >= 0;
  // "a $3 million Pentagon contract".
  int name = match.figure.kind == FigureKind::kMoney && n.at < s_.last
                 ? MentionAt(n.at)
                 : -1;
  auto is = [&](EntityType type) {
    int entity = story_.entities.mentions[name].entity;
    return story_.entities.entities[entity].type == type;
  };
  uint32_t end = name < 0 ? s_.last : story_.entities.mentions[name].last;
  // "the $3 million Acme-Beta merger".
  bool pair = end + 1 < s_.last && p_.Is(end, "-") && MentionAt(end + 1) >= 0;
  if (pair) end = story_.entities.mentions[MentionAt(end + 1)].last;
  bool describes =
      name >= 0 &&
      (is(EntityType::kCompany) || is(EntityType::kOrganization)) &&
      end < s_.last && MentionAt(end) < 0 &&
      p_.Tagged(end, Bit(Tag::kNN) | Bit(Tag::kNNS));
  // "the $3 million proposed takeover".
  bool told = (n.group.definite || n.group.possessor > 0) && n.at < s_.last &&
              p_.Tagged(n.at, Bit(Tag::kVBN)) && NounAfter(n.at + 1);
  return term || describes || told || NounAfter(n.at) || OpensSum(n) ||
         BasisEnd(n) > 0;
}

uint32_t NounGrouper::SameSumEnd(uint32_t i) const {
  int figure = i + 1 < s_.last && p_.Is(i, "(") ? FigureAt(i + 1) : -1;
  if (figure < 0) return 0;
  uint32_t close = story_.figures[figure].last;
  bool sum = story_.figures[figure].figure.kind == FigureKind::kMoney &&
             close < s_.last && p_.Is(close, ")") && NounAfter(close + 1);
  return sum ? close + 1 : 0;
}

bool NounGrouper::OpensClause(const State& n) const {
  uint32_t end = story_.entities.mentions[MentionAt(n.at)].last;
  return n.at > n.group.first + 1 && n.head + 1 == n.at && end < s_.last &&
         p_.Tagged(n.group.first, Bit(Tag::kDT)) &&
         p_.LemmaHas(n.head, W::k_clause_noun) &&
         p_.Tagged(end, Bit(Tag::kVBD));
}

bool NounGrouper::TakeMention(State& n) const {
  const MentionMatch& match = story_.entities.mentions[MentionAt(n.at)];
  n.at = std::max(match.last, n.at + 1);
  n.head = n.at - 1;
  n.only_figure = false;
  // "named Jane Porter chief executive": the post is no part of her; but
  // "Porter-era rules".
  bool person =
      story_.entities.entities[match.entity].type == EntityType::kPerson;
  if (!person || n.at >= s_.last || p_.Tagged(n.at, Bit(Tag::kPOS))) {
    return true;
  }
  return p_.Is(n.at, "-") && !p_.tokens[n.at].is(kSpaceBefore) &&
         n.at + 1 < s_.last && !p_.tokens[n.at + 1].is(kSpaceBefore) &&
         NounAhead(n.at + 1);
}

bool NounGrouper::TakeDeterminer(State& n) const {
  if (n.at > n.group.first && n.group.possessor != n.at) return false;
  if (p_.Tagged(n.at, Bit(Tag::kPRPS))) n.group.possessor = n.at + 1;
  n.group.definite = p_.IsWord(n.at, "the") || p_.IsWord(n.at, "this") ||
                     p_.IsWord(n.at, "that") || n.group.possessor > 0;
  ++n.at;
  return true;
}

bool NounGrouper::Directional(uint32_t i) const {
  return p_.Has(i, W::k_rise) || p_.Has(i, W::k_fall);
}

}  // namespace newsdigest
