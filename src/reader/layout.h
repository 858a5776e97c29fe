// The article's shape: title, byline, headings, paragraphs, list items, and
// the tail matter that is no part of the story.
#ifndef NEWSDIGEST_READER_LAYOUT_H_
#define NEWSDIGEST_READER_LAYOUT_H_

#include <string>
#include <string_view>
#include <vector>

#include "language/lexicon.h"
#include "newsdigest/span.h"

namespace newsdigest {

enum class BlockKind : uint8_t {
  kTitle,
  kSubtitle,
  kByline,  // "By Jane Doe", a date line
  kHeading,
  kParagraph,
  kListItem,
  kTail  // links, sharing, newsletter prompts, credits
};

struct Block {
  BlockKind kind = BlockKind::kParagraph;
  Span span;      // without marks of lists and headings
  int level = 0;  // of a heading
  int section = 0;
};

struct SectionSpan {
  Span heading;  // empty for the text before the first heading
  Span span;
  int level = 0;
};

struct Layout {
  std::vector<Block> blocks;  // in order of the text
  std::vector<SectionSpan> sections;
  Span title, subtitle, byline;
};

struct LayoutOptions {
  // Bytes at the start of the text that are the title, 0: find it.
  uint32_t title_bytes = 0;
  bool markdown = false;
};

Layout ReadLayout(std::string_view text, const Lexicon& lexicon,
                  const LayoutOptions& options);

}  // namespace newsdigest

#endif  // NEWSDIGEST_READER_LAYOUT_H_
