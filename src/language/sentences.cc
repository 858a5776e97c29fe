// Sentence ends: a stop, what closes after it, and what may begin a sentence.
#include "language/passage.h"

namespace newsdigest {
namespace {

constexpr uint32_t kStarters =
    Bit(Tag::kDT) | Bit(Tag::kPRP) | Bit(Tag::kPRPS) | Bit(Tag::kIN) |
    Bit(Tag::kWRB) | Bit(Tag::kCC) | Bit(Tag::kEX) | Bit(Tag::kMD) |
    Bit(Tag::kWDT) | Bit(Tag::kRB) | Bit(Tag::kVBZ) | Bit(Tag::kUH);

// Words that stay small in a headline.
constexpr uint32_t kSmallWords = Bit(Tag::kDT) | Bit(Tag::kIN) | Bit(Tag::kCC) |
                                 Bit(Tag::kTO) | Bit(Tag::kPRP) |
                                 Bit(Tag::kPRPS) | Bit(Tag::kMD);

bool IsStop(std::string_view mark) {
  return mark == "!" || mark == "?" || mark == "…" ||
         (!mark.empty() && mark.find_first_not_of(". ") == mark.npos) ||
         mark == "。" || mark == "！" || mark == "？";
}

bool Closes(std::string_view mark) {
  return IsCloseQuote(mark) || mark == ")" || mark == "]";
}

// Whether the word at `i` begins a sentence more likely than it goes on with
// a name: a function word, or a plural noun.
bool StartsSentence(const Passage& passage, uint32_t i, bool initial) {
  const Token& token = passage.tokens[i];
  if (token.kind == TokenKind::kMark) return IsOpenQuote(passage.str(i));
  if (token.kind != TokenKind::kWord || !token.is(kCapital)) return false;
  const model::Word& word = passage.word(i);
  if (token.word == 0) return false;
  if (In(word.preferred, kStarters)) return true;
  if (initial) return false;
  if (passage.Has(i, WordClass::k_honorific)) return true;
  return word.preferred == Tag::kNNS && !word.proper && !token.is(kAllCaps);
}

// "Did it?" Mr. Smith asked: names and a verb of saying follow the quote.
bool SpeechFollows(const Passage& passage, uint32_t next) {
  for (uint32_t i = next; i < passage.size() && i < next + 5; ++i) {
    const Token& token = passage.tokens[i];
    if (token.kind != TokenKind::kWord) return false;
    if (i > next && passage.VerbHas(i, WordClass::k_say)) return true;
    if (!token.is(kCapital)) return false;
  }
  return false;
}

// A mark that is part of a known name: "Yahoo!".
bool InName(const Passage& passage, uint32_t stop) {
  if (stop == 0) return false;
  const Lexicon& lexicon = *passage.lexicon;
  uint32_t node = lexicon.Next(0, passage.tokens[stop - 1].word);
  if (node) node = lexicon.Next(node, passage.tokens[stop].word);
  return node != 0 && lexicon.node(node).entry_count > 0;
}

bool HasVerb(const Passage& passage, uint32_t first, uint32_t last) {
  if (last > first + 60) return true;  // no need to look at all of it
  for (uint32_t i = first; i < last; ++i) {
    if (In(passage.word(i).preferred, kFiniteTags | Bit(Tag::kMD))) {
      return true;
    }
  }
  return false;
}

bool EndsAt(const Passage& passage, uint32_t first, uint32_t stop,
            uint32_t next) {
  const Token& after = passage.tokens[next];
  if (!after.is(kSpaceBefore)) return false;
  const Token& token = passage.tokens[stop];
  bool lower = after.kind == TokenKind::kWord && !after.is(kCapital) &&
               !after.is(kMixedCase);
  if (lower) return false;
  if (token.is(kDotted)) {
    int kind = passage.Value(stop, WordClass::k_abbreviation, 2);
    if (kind != 2) return false;
    if (next != stop + 1) return true;  // a quote closed after it
    bool initial = token.size == 2;
    if (!HasVerb(passage, first, stop)) return false;
    return StartsSentence(passage, next, initial);
  }
  std::string_view mark = passage.str(stop);
  if (stop > 0 && passage.Is(stop - 1, "°") &&
      after.kind == TokenKind::kNumber) {
    return false;  // "N°. 12"
  }
  // "6 . 2 %" in tokenized text.
  bool loose = mark == "." && token.is(kSpaceBefore) && stop > 0 &&
               after.kind == TokenKind::kNumber &&
               passage.tokens[stop - 1].kind == TokenKind::kNumber;
  if (loose) return false;
  if (after.kind == TokenKind::kMark) {
    std::string_view opening = passage.str(next);
    if (opening == ")" || opening == "," || opening == ";") return false;
    if (IsDash(opening)) return next != stop + 1;
  }
  if (mark != "." && next != stop + 1 && SpeechFollows(passage, next)) {
    return false;
  }
  if (mark.size() > 1 && mark[0] == '.' && mark.size() < 6 &&
      passage.IsWord(next, "i")) {
    return false;
  }
  if (mark == "!" && InName(passage, stop)) {
    return StartsSentence(passage, next, true);
  }
  if (mark == "!" && passage.Has(next, WordClass::k_legal_strong)) {
    return false;
  }
  return true;
}

bool IsBullet(std::string_view mark) {
  return mark == "•" || mark == "⁃" || mark == "‣" || mark == "▪";
}

// The number or letter of a list item, counted from 1; 0: none.
uint32_t ItemNumber(const Passage& passage, uint32_t i) {
  if (IsBullet(passage.str(i)) && i + 1 < passage.size()) ++i;
  std::string_view s = passage.str(i);
  if (s.size() > 2 || s.empty()) return 0;
  if (s[0] >= 'a' && s[0] <= 'z') return s.size() == 1 ? s[0] - 'a' + 1u : 0;
  uint32_t value = 0;
  for (char c : s) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + static_cast<uint32_t>(c - '0');
  }
  return value;
}

// Tokens of "1.", "2)", "3.)", "a.", "• 9." before a capital at `i`; 0: none.
uint32_t Enumerator(const Passage& passage, uint32_t i, uint32_t end) {
  if (i + 1 < end && IsBullet(passage.str(i))) {
    uint32_t rest = Enumerator(passage, i + 1, end);
    return rest ? rest + 1 : 0;
  }
  if (i >= end || ItemNumber(passage, i) == 0) return 0;
  uint32_t at = i + 1;
  while (at < end && at < i + 3 && !passage.tokens[at].is(kSpaceBefore) &&
         (passage.Is(at, ".") || passage.Is(at, ")"))) {
    ++at;
  }
  bool marked = at > i + 1 && at < end && passage.tokens[at].is(kSpaceBefore);
  return marked && passage.tokens[at].is(kCapital) ? at - i : 0;
}

// "... in Oslo * Acme buys ...": an item of a list whose lines ran
// together.
bool InlineItem(const Passage& passage, uint32_t i, uint32_t end) {
  std::string_view mark = passage.str(i);
  bool star = mark == "*" || mark == "**" || IsBullet(mark);
  return star && i + 2 < end && passage.tokens[i].is(kSpaceBefore) &&
         passage.tokens[i + 1].is(kSpaceBefore) &&
         passage.tokens[i + 1].is(kCapital) &&
         passage.tokens[i - 1].kind != TokenKind::kNumber;
}

// Whether the dash at `i` ends a dateline that stands well inside the text:
// "... By Jane Porter Dec 7 (Agency) - ".
bool InlineDateline(const Passage& passage, uint32_t first, uint32_t i) {
  constexpr uint32_t kFar = 12;  // tokens: a dateline at the start is shorter
  if (i < first + kFar || !passage.Is(i - 1, ")")) return false;
  std::string_view mark = passage.str(i);
  if (!(IsDash(mark) || mark == "-" || mark == "--")) return false;
  if (!passage.tokens[i].is(kSpaceBefore)) return false;
  // "vans — also known as cabs (CABS) — into the market": no sentence begins.
  bool small = i + 1 < passage.size() && !passage.tokens[i + 1].is(kCapital) &&
               passage.tokens[i + 1].kind == TokenKind::kWord;
  if (small) return false;
  uint32_t open = i - 2;
  while (open + 4 > i && passage.tokens[open].is(kCapital)) --open;
  return passage.Is(open, "(") && open + 2 < i;
}

}  // namespace

void SplitSentences(const Layout& layout, size_t block, uint32_t first,
                    Passage& passage) {
  const Block& from = layout.blocks[block];
  uint32_t end = passage.size();
  Sentence sentence;
  sentence.block = static_cast<int>(block);
  sentence.heading =
      from.kind == BlockKind::kTitle || from.kind == BlockKind::kHeading;
  sentence.tail =
      from.kind == BlockKind::kTail || from.kind == BlockKind::kByline;
  sentence.item = from.kind == BlockKind::kListItem;
  uint32_t start = first;
  auto close = [&](uint32_t last) {
    if (last <= start) return;
    sentence.first = start;
    sentence.last = last;
    sentence.span = passage.span(start, last);
    uint32_t capital = 0;
    uint32_t words = 0;
    uint32_t small = 0;  // nouns and verbs in small letters
    for (uint32_t i = start; i < last; ++i) {
      const Token& token = passage.tokens[i];
      if (token.kind != TokenKind::kWord || token.size < 3) continue;
      if (token.size > 3) {
        ++words;
        capital += token.is(kCapital);
      }
      small += !token.is(kCapital) && !token.is(kMixedCase) &&
               !In(passage.word(i).preferred, kSmallWords);
    }
    // No heading that has a small verb ends with a full stop.
    bool stops = passage.Is(last - 1, ".") && !sentence.heading;
    bool few = small == 0 || (words > 7 && !stops && small * 8 <= words);
    sentence.title_case =
        words >= 3 && capital * 10 >= words * 8 && few && last - start < 30;
    passage.sentences.push_back(sentence);
    start = last;
  };
  uint32_t number = Enumerator(passage, first, end);
  uint32_t expected = number ? ItemNumber(passage, first) + 1 : 0;
  for (uint32_t i = first + number; i < end; ++i) {
    if (number && i > first + number && expected == ItemNumber(passage, i) &&
        Enumerator(passage, i, end) == number) {
      close(i);
      ++expected;
      i += number - 1;
      continue;
    }
    if (i > start && InlineItem(passage, i, end)) close(i);
    if (InlineDateline(passage, start, i)) close(i + 1);
    const Token& token = passage.tokens[i];
    bool stop = token.is(kDotted) ||
                (token.kind == TokenKind::kMark && IsStop(passage.str(i)));
    if (!stop || (i > first && passage.Is(i - 1, "["))) continue;
    uint32_t next = i + 1;
    while (next < end && !passage.tokens[next].is(kSpaceBefore) &&
           (Closes(passage.str(next)) || IsStop(passage.str(next)))) {
      ++next;
    }
    while (next < end && passage.str(next) == passage.str(i) &&
           !token.is(kDotted) && !passage.Is(i, ".")) {
      ++next;  // "! ! !"
    }
    // A lone closing quote after a blank: `"It is." ''`.
    bool lone = next < end && passage.str(next) == "''" &&
                (next + 1 >= end || passage.tokens[next + 1].is(kSpaceBefore));
    if (lone) ++next;
    if (next >= end || EndsAt(passage, start, i, next)) {
      close(next);
      i = next - 1;
    }
  }
  close(end);
}

}  // namespace newsdigest
