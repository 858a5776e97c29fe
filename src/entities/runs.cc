#include "entities/runs.h"

#include <algorithm>
#include <string>

namespace newsdigest {
namespace {

using W = WordClass;

constexpr uint32_t kMostNameTokens = 16;

}  // namespace

bool InCapitals(const Passage& passage, const Sentence& sentence) {
  uint32_t caps = 0;
  uint32_t words = 0;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& token = passage.tokens[i];
    if (token.kind != TokenKind::kWord || token.size < 3) continue;
    ++words;
    caps += token.is(kAllCaps);
  }
  return words > 1 && caps * 10 >= words * 8;
}

RunReader::RunReader(const Passage& passage,
                     const std::vector<DateMatch>& dates)
    : p_(passage), date_(passage.size(), false) {
  for (const DateMatch& date : dates) {
    if (!date.calendar) continue;
    for (uint32_t i = date.first; i < date.last; ++i) date_[i] = true;
  }
}

bool RunReader::Capital(uint32_t i) const {
  const Token& token = p_.tokens[i];
  if (token.kind != TokenKind::kWord) return false;
  if (date_[i]) return false;
  return token.is(kCapital) || token.is(kMixedCase);
}

bool RunReader::BeforeTicker(uint32_t first, uint32_t end) const {
  bool ticker = end + 2 < p_.size() && p_.Is(end, "(") && p_.Is(end + 2, ")") &&
                p_.tokens[end + 1].is(kAllCaps) && p_.tokens[end + 1].size <= 5;
  std::string initials;
  for (uint32_t i = first; ticker && i < end; ++i) {
    if (p_.tokens[i].is(kCapital)) initials += p_.str(i)[0];
  }
  return ticker && initials != p_.str(end + 1);
}

bool RunReader::IsModelLetter(uint32_t i, uint32_t limit) const {
  return i < limit && p_.tokens[i].size == 1 && p_.tokens[i].is(kCapital) &&
         !p_.IsWord(i, "i") && !p_.IsWord(i, "a") &&
         p_.tokens[i].is(kSpaceBefore);
}

bool RunReader::IsVersion(uint32_t i, uint32_t limit) const {
  constexpr size_t kMostDigits = 4;
  if (i >= limit || p_.tokens[i].kind != TokenKind::kNumber ||
      p_.tokens[i].size > kMostDigits) {
    return false;
  }
  uint32_t next = i + 1;
  return next >= limit ||
         !(p_.Tagged(next, kNounTags | Bit(Tag::kJJ) | Bit(Tag::kSYM) |
                               Bit(Tag::kCD)) ||
           p_.Is(next, "-") || p_.Has(next, W::k_scale));
}

bool RunReader::IsFunctionWord(uint32_t i) const {
  const model::Word& word = p_.word(i);
  constexpr uint32_t kFunction =
      Bit(Tag::kDT) | Bit(Tag::kPRP) | Bit(Tag::kPRPS) | Bit(Tag::kIN) |
      Bit(Tag::kCC) | Bit(Tag::kMD) | Bit(Tag::kWDT) | Bit(Tag::kWRB) |
      Bit(Tag::kTO) | Bit(Tag::kEX) | Bit(Tag::kUH);
  return word.tags != 0 && In(word.preferred, kFunction) &&
         !(p_.tokens[i].is(kAllCaps) && !capitals_);
}

bool RunReader::Plain(uint32_t i) const {
  return IsFunctionWord(i) || p_.Has(i, W::k_weekday) ||
         p_.Has(i, W::k_month) || p_.Has(i, W::k_not_name);
}

uint32_t RunReader::RunEnd(uint32_t i, uint32_t limit) const {
  uint32_t at = i + 1;
  limit = std::min(limit, i + kMostNameTokens);
  if (IsPartyOf(i, limit)) return at;
  while (at < limit) {
    const Token& token = p_.tokens[at];
    bool touches = !token.is(kSpaceBefore);
    // "Quill AI": no name by itself, but the end of one.
    bool tail = p_.Has(at, W::k_name_tail) && p_.tokens[at].is(kAllCaps) &&
                !capitals_ && !p_.Tagged(at + 1, kNounTags);
    if (tail) return at + 1;
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
    if (JoinsSmall(at, limit)) {
      at += 4;
      continue;
    }
    if (at + 1 >= limit) break;
    if (JoinsOfThe(at, limit)) {
      at += 3;
      continue;
    }
    bool next = Capital(at + 1) && !Plain(at + 1);
    if (!next) break;
    if (JoinsOwner(i, at, limit)) {
      at += 2;
      continue;
    }
    if (p_.Is(at, "-") && touches && !p_.tokens[at + 1].is(kSpaceBefore)) {
      // "the Acme-Quill merger": of two.
      bool pair =
          at + 2 < limit && !p_.tokens[at + 2].is(kCapital) &&
          p_.lexicon->Text(p_.word(at + 2).lemma, W::k_deal) == "takeover";
      if (pair) break;
      at += 2;
      continue;
    }
    bool suffix =
        p_.Is(at, ",") && touches && p_.Has(at + 1, W::k_legal_strong);
    if (p_.Is(at, "&") || suffix || (p_.Is(at, "'") && touches)) {
      at += 2;
      continue;
    }
    if ((p_.IsWord(at, "of") && JoinsOf(at)) || JoinsFor(at)) {
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

uint32_t RunReader::FundEnd(uint32_t i, uint32_t limit) const {
  if (!Capital(i) || IsFunctionWord(i)) return 0;
  limit = std::min(limit, i + kMostNameTokens);
  for (uint32_t at = i + 1; at < limit; ++at) {
    // "Bitcoin ETF" is any such fund.
    bool head =
        at > i + 1 && p_.tokens[at].is(kAllCaps) && p_.Has(at, W::k_fund_head);
    if (head) {
      bool trust =
          at + 1 < limit && Capital(at + 1) && p_.Has(at + 1, W::k_org_head);
      return trust ? at + 2 : at + 1;
    }
    bool inside = Capital(at) || p_.Is(at, "&") || p_.Is(at, "-") ||
                  p_.tokens[at].kind == TokenKind::kNumber;
    if (!inside) break;
  }
  return 0;
}

// "Net-a-Porter": a small word between hyphens.
bool RunReader::JoinsOwner(uint32_t first, uint32_t at, uint32_t limit) const {
  bool saint =
      p_.IsWord(at, "'s") && at == first + 2 &&
      p_.lexicon->Text(p_.tokens[first].word, W::k_place_before) == "saint";
  uint32_t end = at + 1;
  while (saint && end < limit && Capital(end) && !Plain(end)) ++end;
  // "St. Petersburg's Institute of Urban Studies": a place.
  bool more = end < limit && p_.IsWord(end, "of");
  return end > at + 1 && !more && p_.Has(end - 1, W::k_org_head);
}

bool RunReader::JoinsSmall(uint32_t at, uint32_t limit) const {
  constexpr size_t kMostLetters = 4;
  if (at + 3 >= limit || !p_.Is(at, "-") || !p_.Is(at + 2, "-")) return false;
  for (uint32_t k = at; k < at + 4; ++k) {
    if (p_.tokens[k].is(kSpaceBefore)) return false;
  }
  return p_.tokens[at + 1].kind == TokenKind::kWord &&
         !p_.tokens[at + 1].is(kCapital) &&
         p_.tokens[at + 1].size <= kMostLetters && Capital(at + 3);
}

// "(QRP-Norwick)", "(D-Texas)": the party and the seat are two names.
bool RunReader::IsPartyOf(uint32_t i, uint32_t limit) const {
  return i > 0 && i + 2 < limit && p_.Is(i - 1, "(") &&
         p_.tokens[i].is(kAllCaps) && p_.Is(i + 1, "-") && Capital(i + 2);
}

// The end of "van der" or "al-" at `i`, behind which a capital stands; `i`:
// no particle.
uint32_t RunReader::SkipParticles(uint32_t i, uint32_t limit) const {
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
bool RunReader::JoinsOf(uint32_t of) const {
  return p_.Has(of - 1, W::k_org_head) || p_.Has(of - 1, W::k_place_head) ||
         p_.Has(of - 1, W::k_of_head);
}

// "Department of the Interior": what such a body has charge of.
bool RunReader::JoinsOfThe(uint32_t of, uint32_t limit) const {
  return of + 2 < limit && p_.IsWord(of, "of") && p_.IsWord(of + 1, "the") &&
         p_.Has(of - 1, W::k_and_head) && !p_.Has(of - 1, W::k_title) &&
         Capital(of + 2) && !Plain(of + 2) &&
         !p_.Has(of + 2, W::k_nominal_company) && !p_.word(of + 2).proper &&
         p_.Tagged(of + 2, kNounTags);
}

// "Institute for Fiscal Studies", "Council on Foreign Relations": what such a
// body is for has a name of common words.
bool RunReader::JoinsFor(uint32_t i) const {
  bool joins = !capitals_ && (p_.IsWord(i, "for") || p_.IsWord(i, "on")) &&
               p_.Has(i - 1, W::k_and_head);
  const model::Word& after = p_.word(i + 1);
  return joins && Capital(i + 1) && !Plain(i + 1) && !after.proper &&
         (after.tags & (kNounTags | Bit(Tag::kJJ)));
}

// "Food and Drug Administration", "Johnson and Johnson": something that
// heads a name must follow.
bool RunReader::JoinsAnd(uint32_t first, uint32_t at, uint32_t limit) const {
  // "Chamber of Commerce and Industry".
  bool of = false;
  for (uint32_t k = first; !of && k + 2 < at; ++k) {
    of = p_.Has(k, W::k_and_head) &&
         (p_.IsWord(k + 1, "of") || p_.IsWord(k + 1, "for") ||
          p_.IsWord(k + 1, "on"));
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

uint32_t RunReader::SuffixEnd(uint32_t first, uint32_t end) const {
  for (uint32_t k = first + 1; k + 1 < end; ++k) {
    bool more = p_.Has(k + 1, W::k_legal_suffix) || p_.Is(k + 1, "&") ||
                p_.IsWord(k + 1, "of") || p_.Is(k + 1, ",") ||
                (p_.Is(k + 1, "-") && !p_.tokens[k].is(kDotted));  // "Co-Head"
    if (p_.Has(k, W::k_legal_strong) && !more) {
      return k + 1;
    }
  }
  return end;
}

uint32_t RunReader::CompanyEnd(uint32_t i, uint32_t end) const {
  for (uint32_t k = i; k < end && k < i + 5; ++k) {
    if (k > i && p_.Has(k, W::k_legal_strong) &&
        (p_.tokens[k].is(kDotted) || p_.tokens[k].is(kAllCaps))) {
      return k + 1;
    }
    if (In(p_.word(k).preferred, kVerbTags | Bit(Tag::kIN))) return 0;
  }
  return 0;
}

uint32_t RunReader::HeadlineEnd(uint32_t i, uint32_t end) const {
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

bool RunReader::NameLike(uint32_t i) const {
  const model::Word& word = p_.word(i);
  return p_.tokens[i].kind == TokenKind::kWord &&
         (p_.tokens[i].word == 0 || word.tags == 0 || word.proper);
}

uint32_t RunReader::SkipTitles(uint32_t i, uint32_t end) const {
  uint32_t at = i;
  while (at < end) {
    if (p_.Has(at, W::k_honorific) && at + 1 < end) {
      ++at;
      continue;
    }
    auto title = p_.Match(at, W::k_title, end);
    // "Hooker Furniture Corporation": a company's first word, no post.
    bool firm = title.length == 1 && at + 1 < end &&
                p_.tokens[at].is(kCapital) && !p_.tokens[at].is(kAllCaps) &&
                p_.Has(end - 1, W::k_legal_strong) &&
                !p_.Has(at, W::k_name_honorific);
    // "Center for Oven Research": a body, no player of that post.
    bool body = title.length == 1 && at + 1 < end && JoinsFor(at + 1);
    if (title.length > 0 && !firm && !body && at + title.length <= end &&
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
bool RunReader::NamesPerson(uint32_t i, uint32_t end) const {
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

uint32_t RunReader::SplitAt(uint32_t first, uint32_t end) const {
  for (uint32_t k = first + 1; k < end; ++k) {
    if (p_.Has(k, W::k_honorific) && k + 1 < end &&
        !p_.Has(k, W::k_name_honorific)) {
      return k;
    }
    auto title = p_.Match(k, W::k_title, end);
    // "KLA-Tenor Corporation": no tenor.
    bool glued = p_.Is(k - 1, "-") && !p_.tokens[k].is(kSpaceBefore);
    if (title.length == 0 || glued || k + title.length >= end) continue;
    if (title.length > 1 || p_.tokens[k].is(kAllCaps) ||
        p_.Has(k + title.length, W::k_first_name)) {
      return k;
    }
  }
  return end;
}

}  // namespace newsdigest
