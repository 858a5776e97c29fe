#include "figures/figure_words.h"

#include <algorithm>

#include "figures/number.h"
#include "language/fold.h"

namespace newsdigest {
namespace {

constexpr uint32_t kPremodifier =
    Bit(Tag::kJJ) | Bit(Tag::kVBN) | Bit(Tag::kVBG) | kNounTags;
constexpr uint32_t kModified = Bit(Tag::kJJ) | Bit(Tag::kVBN) | Bit(Tag::kVBD);
constexpr uint32_t kMostNounTokens = 8;
constexpr uint32_t kFarthestMove = 18;  // tokens from a verb to its "from"

}  // namespace

// A plural noun, also where it could be a verb: "eight more picks".
bool FigureWords::IsPlural(uint32_t i) const {
  return p_.Tagged(i, Bit(Tag::kNNS)) ||
         (p_.Tagged(i, Bit(Tag::kVBZ)) && (p_.word(i).tags & Bit(Tag::kNNS)));
}

// Whether what follows token `i` closes a noun group.
bool FigureWords::GroupEnds(uint32_t i) const {
  return i + 1 >= limit_ ||
         p_.Tagged(i + 1, Bit(Tag::kPUNCT) | Bit(Tag::kIN) | Bit(Tag::kCC));
}

uint32_t FigureWords::NounGroup(uint32_t at) const {
  uint32_t head = 0;
  if (at < limit_ && IsModel(at)) {
    ++at;
    bool variant = at + 1 < limit_ && Hyphen(at) && IsNumber(at + 1);
    if (variant) at += 2;
  }
  uint32_t end = std::min(limit_, at + kMostNounTokens);
  for (uint32_t i = at; i < end; ++i) {
    if (calendar_[i]) break;
    if (Hyphen(i) && i > at && i + 1 < end && !Space(i + 1)) {
      head = 0;  // "first-team players"
      continue;
    }
    // "300 F-15 jets".
    bool model = i > at && Hyphen(i - 1) && !Space(i) && IsNumber(i);
    if (model) continue;
    bool joined = i + 1 < end && Hyphen(i + 1);
    if (p_.tokens[i].kind != TokenKind::kWord ||
        (p_.tokens[i].size == 1 && !joined) || p_.Tagged(i, Bit(Tag::kCD))) {
      break;
    }
    bool adverb =
        p_.Tagged(i, Bit(Tag::kRB)) && head == 0 && p_.Tagged(i + 1, kModified);
    bool more = i == at && p_.Has(i, W::k_more);
    if (more) continue;
    if (IsPlural(i) && (head == 0 || GroupEnds(i))) return i;
    bool names = p_.IsWord(i, "and") && i > at && i + 1 < end &&
                 p_.Tagged(i - 1, Bit(Tag::kNNP)) &&
                 p_.Tagged(i + 1, Bit(Tag::kNNP));
    if (names) continue;  // "Quill and Harbor ovens"
    bool adjectives = (p_.IsWord(i, "and") || p_.IsWord(i, "or")) && i > at &&
                      i + 1 < end && p_.Tagged(i - 1, Bit(Tag::kJJ)) &&
                      p_.Tagged(i + 1, Bit(Tag::kJJ));
    if (adjectives) continue;
    bool compound_end = i > at &&
                        (Hyphen(i - 1) || p_.Tagged(i - 1, Bit(Tag::kRB))) &&
                        p_.Tagged(i, kModified);
    if (!p_.Tagged(i, kPremodifier) && !joined && !adverb && !compound_end) {
      break;
    }
    if (p_.Tagged(i, kNounTags)) head = i;
    bool compound = p_.Tagged(i + 1, Bit(Tag::kNNS)) && i + 1 < end;
    if (p_.Tagged(i, Bit(Tag::kNNS)) && !compound) break;
  }
  // A singular name is what the number belongs to: "787 Dreamliner".
  bool name =
      head > 0 && p_.tokens[head].is(kCapital) && !p_.str(head).ends_with('s');
  return name ? 0 : head;
}

uint32_t FigureWords::CountedNoun(uint32_t at) const {
  if (p_.IsWord(at, "of") && at + 2 < limit_) {
    // "four of Harbor Foods' stores".
    uint32_t mark = at + 1;
    while (mark < limit_ && p_.Tagged(mark, Bit(Tag::kNNP))) ++mark;
    bool owned =
        mark > at + 1 && mark + 1 < limit_ && p_.Tagged(mark, Bit(Tag::kPOS));
    if (owned) {
      uint32_t head = NounGroup(mark + 1);
      return head > 0 && IsPlural(head) ? head : 0;
    }
    // "5 million of its Quill ovens".
    bool all = p_.Tagged(at + 1, Bit(Tag::kDT) | Bit(Tag::kPRPS));
    uint32_t head = all ? NounGroup(at + 2) : NounGroup(at + 1);
    return head > 0 && (!all || IsPlural(head)) ? head : 0;
  }
  return NounGroup(at);
}

// "S&P 500", "Windows 10": inside a name that the gazetteer has, or after a
// product.
bool FigureWords::InKnownName(uint32_t i) const {
  uint32_t from = i > first_ + 4 ? i - 4 : first_;
  for (uint32_t k = from; k < i; ++k) {
    for (uint32_t n = p_.phrase_start[k]; n < p_.phrase_start[k + 1]; ++n) {
      const model::Node& node = p_.lexicon->node(p_.phrases[n].node);
      bool named = node.entry_count > 0 && p_.tokens[k].is(kCapital);
      if (named && p_.phrases[n].last > i) return true;
      if (!named || p_.phrases[n].last < i) continue;
      for (const model::Surface& surface : p_.lexicon->Surfaces(node)) {
        auto type = p_.lexicon->entry(surface.entry).type;
        if (type == static_cast<uint8_t>(EntityType::kProduct)) return true;
      }
    }
  }
  return false;
}

bool FigureWords::PartOfName(uint32_t i, uint32_t last) const {
  if (i == first_ || !Space(i)) {
    return i >= first_ + 2 && p_.Is(i - 1, "-") &&
           p_.Tagged(i - 2, Bit(Tag::kNNP));
  }
  if (p_.Has(i - 1, W::k_numbered) || InKnownName(i)) return true;
  bool small = p_.tokens[i].size <= 2 && last == i + 1;
  bool initial = i - 1 == first_ && p_.tokens[i - 1].is(kCapital);
  if (initial && !p_.word(i - 1).proper && p_.tokens[i - 1].word != 0) {
    // "Windows 10 is old"; "Sales 12.5" in a table.
    return small && p_.Tagged(i - 1, kNounTags) && CountedNoun(last) == 0;
  }
  bool name = p_.Tagged(i - 1, Bit(Tag::kNNP)) ||
              (p_.tokens[i - 1].is(kMixedCase) && small);
  return name && !(last < limit_ && p_.Tagged(last, Bit(Tag::kNNS)));
}

// "3-2", "555-1234", "10:30", "1,600 x 900": a range would have been taken
// before.
bool FigureWords::IsScore(uint32_t i, uint32_t last) const {
  auto joins = [&](uint32_t mark) {
    if (p_.Is(mark, "×") || p_.Is(mark, "x")) return true;
    bool joint = p_.Is(mark, ":") || p_.Is(mark, "/") || p_.Is(mark, "-") ||
                 p_.Is(mark, "–");
    return joint && !Space(mark) && !Space(mark + 1);
  };
  if (last + 1 < limit_ && IsNumber(last + 1) && joins(last)) return true;
  return i >= first_ + 2 && IsNumber(i - 2) && joins(i - 1);
}

// "QR-4.2", "quill-oven-3", "OS/2", "v0.2": the end of a word with marks.
bool FigureWords::IsSuffix(uint32_t i) const {
  if (i < first_ + 2 || Space(i) || Space(i - 1)) return false;
  bool hyphen = p_.Is(i - 1, "-") || p_.Is(i - 1, "‑") || p_.Is(i - 1, "/");
  bool version = p_.Is(i - 1, ".") && p_.tokens[i - 2].is(kHasDigit);
  bool word = p_.tokens[i - 2].kind == TokenKind::kWord &&
              !p_.Has(i - 2, W::k_number_prefix);
  return (hyphen && word) || version;
}

// "1." and "2)" before an item of a list, "(3)" in it.
bool FigureWords::IsEnumerator(uint32_t i, uint32_t last) const {
  if (p_.tokens[i].size > 2 || last != i + 1 || last >= limit_) return false;
  bool bracket = p_.Is(last, ")") && !Space(last);
  if (i == first_) {
    bool stop = p_.Is(last, ".") && !Space(last);
    return bracket || stop;
  }
  return bracket && p_.Is(i - 1, "(");
}

// "(212) 555", "+44 20 7946 0018".
bool FigureWords::IsTelephone(uint32_t i, uint32_t last) const {
  constexpr uint32_t kMostParts = 8;  // of a telephone number
  uint32_t start = i;
  while (start > first_ && start + kMostParts > i && IsNumber(start - 1)) {
    --start;
  }
  if (start > first_ && p_.Is(start - 1, "+") && !Space(start)) return true;
  bool area = i > first_ && p_.Is(i - 1, "(") && p_.tokens[i].size == 3 &&
              p_.Is(last, ")") && IsNumber(last + 1);
  bool after = start > first_ + 1 && p_.Is(start - 1, ")") &&
               IsNumber(start - 2) && p_.tokens[start - 2].size == 3;
  return area || after;
}

// "12 Old Mill Road", "7 W 3rd St".
bool FigureWords::IsAddress(uint32_t last) const {
  for (uint32_t i = last; i < limit_ && i < last + 5; ++i) {
    if (!p_.tokens[i].is(kCapital) && !IsNumber(i) &&
        !p_.Has(i, W::k_ordinal_suffix)) {
      return false;
    }
    if (i > last && p_.Has(i, W::k_street)) return true;
  }
  return false;
}

bool FigureWords::IsModel(uint32_t i) const {
  constexpr uint32_t kBefore =
      Bit(Tag::kCD) | Bit(Tag::kDT) | Bit(Tag::kPRPS) | Bit(Tag::kPOS);
  return p_.Has(i, W::k_model_number) && i > first_ &&
         p_.Tagged(i - 1, kBefore) && !calendar_[i - 1];
}

bool FigureWords::NoFigure(uint32_t i, uint32_t last) const {
  if (p_.tokens[i].kind != TokenKind::kNumber) return false;
  if (IsScore(i, last) || IsTelephone(i, last) || IsAddress(last) ||
      IsSuffix(i) || IsEnumerator(i, last) || IsModel(i)) {
    return true;
  }
  // "4th", "5G", "3D", "49ers": letters that touch and are no unit.
  if (last < limit_ && !Space(last) &&
      p_.tokens[last].kind == TokenKind::kWord) {
    return true;
  }
  // "the new 737 MAX": a name goes on after it.
  bool named = last < limit_ && p_.tokens[last].is(kCapital) &&
               p_.Tagged(last, Bit(Tag::kNNP)) && last == i + 1 &&
               p_.tokens[i].size == 3 && CountedNoun(last) == 0;
  return named || PartOfName(i, last);
}

bool FigureWords::IsAge(uint32_t i, uint32_t last) const {
  if (i < first_ + 3 || !p_.Is(i - 1, ",") || last != i + 1) return false;
  bool closed = last >= limit_ || p_.Is(last, ",") || p_.Is(last, ".");
  bool years = IsNumber(i) && p_.tokens[i].size == 2;
  bool name = p_.tokens[i - 2].is(kCapital) && p_.Tagged(i - 2, Bit(Tag::kNNP));
  bool person = p_.Has(i - 2, W::k_surname) || p_.Has(i - 3, W::k_first_name);
  return closed && years && name && person;
}

bool FigureWords::Moves(uint32_t i) const {
  return p_.VerbHas(i, W::k_rise) || p_.VerbHas(i, W::k_fall);
}

bool FigureWords::MovesFrom(uint32_t i) const {
  if (Moves(i - 2) || (i > first_ + 2 && Moves(i - 3))) return true;
  uint32_t end = i > first_ + kFarthestMove ? i - kFarthestMove : first_;
  for (uint32_t k = i - 1; k > end; --k) {
    // But "pre-tax", "Acme's", "Acme & Quill".
    bool inside =
        Hyphen(k - 1) || p_.Tagged(k - 1, Bit(Tag::kPOS)) || p_.Is(k - 1, "&");
    if (p_.tokens[k - 1].kind == TokenKind::kMark && !inside) return false;
    if (Moves(k - 1) && p_.Tagged(k - 1, kVerbTags)) return true;
  }
  return false;
}

std::string FigureWords::Modifier(uint32_t i, uint32_t& start) const {
  start = i;
  uint32_t from = i > first_ + 4 ? i - 4 : first_;
  for (uint32_t k = from; k < i; ++k) {  // the longest one
    if (calendar_[k]) continue;
    auto match = p_.Match(k, W::k_modifier, i);
    if (match.length != i - k) continue;
    // "inches up to 6.4", "ramps up to 40", but "raises up to $40".
    bool verbal =
        k > first_ && p_.IsWord(k, "up") &&
        (p_.VerbHas(k - 1, W::k_intransitive) ||
         p_.VerbHas(k - 1, W::k_rises_with) || p_.VerbHas(k - 1, W::k_creep)) &&
        !p_.VerbHas(k - 1, W::k_fall);
    if (verbal) continue;
    if (match.value == 0) start = k;  // else a preposition of its own
    return Lowered(p_.str(p_.span(k, i)));
  }
  return {};
}

bool FigureWords::ToGrow(uint32_t i, uint32_t to) const {
  uint32_t start = i;
  Modifier(i, start);
  auto percent = [&](uint32_t k) {
    return p_.Is(k, "%") || p_.IsWord(k, "percent");
  };
  // "to raise $3 million to $4 million": a sum, by which nothing moves.
  bool raises = start > first_ + 1 && p_.Tagged(start - 1, Bit(Tag::kVB)) &&
                p_.VerbHas(start - 1, WordClass::k_collects);
  if (raises) return true;
  return start > first_ &&
         p_.Tagged(start - 1, Bit(Tag::kVB) | Bit(Tag::kVBG)) &&
         percent(to - 1) && IsNumber(to + 1) && percent(to + 2);
}

bool FigureWords::ByRange(uint32_t i, uint32_t to) const {
  constexpr double kFarthest = 2;  // times the lower
  if (!p_.Is(to - 1, "%") || to + 2 >= limit_ || !p_.Is(to + 2, "%")) {
    return false;
  }
  NumberMatch low = ReadNumber(p_, i, limit_);
  NumberMatch high = ReadNumber(p_, to + 1, limit_);
  if (low.last == 0 || high.last == 0) return false;
  double from = ToDouble(low.value);
  double upto = ToDouble(high.value);
  return from > 0 && upto > from && upto < from * kFarthest;
}

bool FigureWords::AfterMove(uint32_t i) const {
  uint32_t start = i;
  Modifier(i, start);
  // "rose 7%, or $1 million, to $2 million".
  bool restates = start > first_ + 2 && p_.IsWord(start - 1, "or") &&
                  p_.Is(start - 2 - (p_.Is(start - 2, ",") ? 1 : 0), "%");
  if (restates) return true;
  return start > first_ && Moves(start - 1);
}

std::string FigureWords::CountedUnit(uint32_t noun) const {
  bool before = noun > first_ && p_.LemmaHas(noun, W::k_counts_before) &&
                p_.Tagged(noun, Bit(Tag::kNNS)) &&
                p_.Tagged(noun - 1, Bit(Tag::kNN));
  return Lowered(p_.Lemma(before ? noun - 1 : noun));
}

bool FigureWords::LooksLikeYear(uint32_t i, const NumberMatch& number) const {
  return p_.tokens[i].kind == TokenKind::kNumber && p_.tokens[i].size == 4 &&
         number.value.exponent == 0 && number.value.digits >= 1500 &&
         number.value.digits < 2100;
}

bool FigureWords::ReachesMillions(uint32_t first,
                                  const NumberMatch& number) const {
  constexpr uint32_t kReach = 6;  // tokens from the verb
  uint32_t next = number.last + 1;
  uint32_t to = first;
  while (to > first_ && p_.Has(to - 1, W::k_modifier)) --to;
  bool reaches =
      to > first_ && (p_.IsWord(to - 1, "to") || p_.IsWord(to - 1, "from"));
  // "sales rose to 17m", but "ran from 100m".
  bool moves = number.value.exponent < 0;
  for (uint32_t k = to; reaches && !moves && k > first_ && k + kReach > to;) {
    --k;
    moves = Moves(k);
  }
  reaches = reaches && moves;
  bool ends = p_.Is(next, ".") || p_.Is(next, ",") || p_.IsWord(next, "to") ||
              p_.IsWord(next, "in") || p_.IsWord(next, "from") ||
              p_.Has(next, W::k_day_word);
  return reaches && ends;
}

bool FigureWords::FromBefore(uint32_t i) const {
  bool described = i > first_ + 3 && p_.Tagged(i - 1, Bit(Tag::kJJ)) &&
                   p_.Tagged(i - 2, Bit(Tag::kDT) | Bit(Tag::kPRPS));
  if (described) i -= 2;
  return i > first_ + 1 && p_.IsWord(i - 1, "from");
}

uint32_t FigureWords::Old(uint32_t last) const {
  if (!p_.Has(last - 1, W::k_period_unit)) return last;
  uint32_t old = Hyphen(last) ? last + 1 : last;
  if (p_.IsWord(old, "old") || p_.IsWord(old, "olds")) return old + 1;
  bool of_age = p_.IsWord(last, "of") && p_.IsWord(last + 1, "age");
  return of_age ? last + 2 : last;
}

bool FigureWords::AfterAge(uint32_t i) const {
  uint32_t at = i > first_ && p_.IsWord(i - 1, "of") ? i - 1 : i;
  return at > first_ && p_.Has(at - 1, W::k_age_word);
}

bool FigureWords::IsRankSign(uint32_t i) const {
  if (p_.Is(i, "#")) return true;
  bool capital = p_.tokens[i].is(kCapital) && IsNumber(i + 1);
  return p_.Has(i, W::k_rank_sign) && (capital || p_.tokens[i].is(kDotted));
}

}  // namespace newsdigest
