#include "claims/quote_marks.h"

namespace newsdigest {
namespace {

// Limits of a quotation that its paragraph does not close, in tokens.
constexpr uint32_t kLeastOpen = 4;
constexpr uint32_t kMostOpen = 400;

}  // namespace

std::vector<Paragraph> Paragraphs(const Passage& p) {
  std::vector<Paragraph> paragraphs;
  int block = -1;
  for (const Sentence& sentence : p.sentences) {
    if (sentence.tail) continue;
    if (paragraphs.empty() || sentence.block != block) {
      block = sentence.block;
      paragraphs.push_back({sentence.first, sentence.last});
    }
    paragraphs.back().last = sentence.last;
  }
  return paragraphs;
}

std::vector<QuoteMarks> PairMarks(const Passage& p,
                                  const Paragraph& paragraph) {
  std::vector<QuoteMarks> pairs;
  uint32_t open = 0;
  bool inside = false;
  for (uint32_t i = paragraph.first; i < paragraph.last; ++i) {
    if (p.tokens[i].kind != TokenKind::kMark) continue;
    std::string_view mark = p.str(i);
    bool straight = mark == "\"";
    bool opens = mark == "“" || mark == "``" || (straight && !inside);
    bool closes = mark == "”" || mark == "''" || (straight && inside);
    if (closes && inside) {
      pairs.push_back({open, i});
      inside = false;
    } else if (opens) {
      open = i;
      inside = true;
    }
  }
  uint32_t rest = paragraph.last - open;
  if (inside && rest > kLeastOpen && rest < kMostOpen) {
    pairs.push_back({open, paragraph.last});
  }
  return pairs;
}

}  // namespace newsdigest
