// Sentence ends: a stop, what closes after it, and what may begin a sentence.
#include "language/passage.h"

namespace newsdigest {
namespace {

constexpr uint32_t kStarters = Bit(Tag::kDT) | Bit(Tag::kPRP) |
                               Bit(Tag::kPRPS) | Bit(Tag::kIN) |
                               Bit(Tag::kWRB) | Bit(Tag::kCC) |
                               Bit(Tag::kEX) | Bit(Tag::kMD) |
                               Bit(Tag::kWDT) | Bit(Tag::kRB) |
                               Bit(Tag::kVBZ) | Bit(Tag::kUH);

bool IsStop(std::string_view mark) {
  return mark == "." || mark == "!" || mark == "?" || mark == "..." ||
         mark == "…" || mark == "...." || mark == "。" || mark == "！" ||
         mark == "？";
}

bool Closes(std::string_view mark) {
  return IsCloseQuote(mark) || mark == ")" || mark == "]";
}

// Whether the word at `i` begins a sentence more likely than it goes on with
// a name: a function word, or a plural noun.
bool StartsSentence(const Passage& passage, uint32_t i) {
  const Token& token = passage.tokens[i];
  if (token.kind == TokenKind::kMark) return IsOpenQuote(passage.str(i));
  if (token.kind != TokenKind::kWord || !token.is(kCapital)) return false;
  const model::Word& word = passage.word(i);
  if (token.word == 0) return false;
  if (In(word.preferred, kStarters)) return true;
  return word.preferred == Tag::kNNS && !word.proper &&
         !token.is(kAllCaps);
}

bool EndsAt(const Passage& passage, uint32_t stop, uint32_t next) {
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
    return StartsSentence(passage, next);
  }
  std::string_view mark = passage.str(stop);
  if (after.kind == TokenKind::kMark) {
    std::string_view opening = passage.str(next);
    if (opening == ")" || opening == "," || opening == ";") return false;
    if (IsDash(opening)) return next != stop + 1;
  }
  if (mark == "!" && passage.Has(next, WordClass::k_legal_strong)) {
    return false;
  }
  return true;
}

}  // namespace

void SplitSentences(const Layout& layout, size_t block, uint32_t first,
                    Passage& passage) {
  const Block& from = layout.blocks[block];
  uint32_t end = passage.size();
  Sentence sentence;
  sentence.block = static_cast<int>(block);
  sentence.heading = from.kind == BlockKind::kTitle ||
                     from.kind == BlockKind::kHeading;
  sentence.tail = from.kind == BlockKind::kTail ||
                  from.kind == BlockKind::kByline;
  sentence.item = from.kind == BlockKind::kListItem;
  uint32_t start = first;
  auto close = [&](uint32_t last) {
    if (last <= start) return;
    sentence.first = start;
    sentence.last = last;
    sentence.span = passage.span(start, last);
    uint32_t capital = 0;
    uint32_t words = 0;
    for (uint32_t i = start; i < last; ++i) {
      const Token& token = passage.tokens[i];
      if (token.kind != TokenKind::kWord || token.size < 4) continue;
      ++words;
      capital += token.is(kCapital);
    }
    sentence.title_case = words >= 3 && capital * 10 >= words * 8 &&
                          last - start < 30;
    passage.sentences.push_back(sentence);
    start = last;
  };
  for (uint32_t i = first; i < end; ++i) {
    const Token& token = passage.tokens[i];
    bool stop = token.is(kDotted) ||
                (token.kind == TokenKind::kMark && IsStop(passage.str(i)));
    if (!stop) continue;
    uint32_t next = i + 1;
    while (next < end && !passage.tokens[next].is(kSpaceBefore) &&
           (Closes(passage.str(next)) || IsStop(passage.str(next)))) {
      ++next;
    }
    // A lone closing quote after a blank: `"It is." ''`.
    if (next < end && passage.str(next) == "''") ++next;
    if (next >= end || EndsAt(passage, i, next)) {
      close(next);
      i = next - 1;
    }
  }
  close(end);
}

}  // namespace newsdigest
