#include "figures/published.h"

#include "figures/dates.h"
#include "language/tokenizer.h"

namespace newsdigest {
namespace {

constexpr int kHeadBlocks = 6;
constexpr size_t kLongestDate = 100;  // bytes of metadata
constexpr uint32_t kDatelineTokens = 14;

constexpr uint32_t kAfterDate = 8;  // tokens to the dash of a dateline

bool HasDash(const Passage& passage, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; ++i) {
    if (passage.tokens[i].kind == TokenKind::kMark && IsDash(passage.str(i))) {
      return true;
    }
  }
  return false;
}

// Whether a dash ends the dateline soon after the date: "NEW YORK, Nov. 19,
// 2015 (UPI) — Former ...".
bool InDateline(const Passage& passage, const Sentence& sentence,
                const DateMatch& date) {
  return date.last <= sentence.first + kDatelineTokens &&
         HasDash(passage, date.last,
                 std::min(sentence.last, date.last + kAfterDate));
}

// A line of its own that may hold the date.
bool IsLine(const Block& block) {
  return block.kind == BlockKind::kByline ||
         (block.span.size() < 60 && block.kind != BlockKind::kTitle);
}

// The last block that may hold the date in a line or a dateline; -1: none.
int LastBlock(const Passage& passage, const Layout& layout) {
  int last = -1;
  for (const Sentence& sentence : passage.sentences) {
    if (sentence.block > kHeadBlocks) break;
    uint32_t end = sentence.first + kDatelineTokens + kAfterDate;
    if (IsLine(layout.blocks[sentence.block]) ||
        HasDash(passage, sentence.first, std::min(end, sentence.last))) {
      last = sentence.block;
    }
  }
  return last;
}

}  // namespace

std::optional<CivilDate> ReadPublished(std::string_view text,
                                       const Lexicon& lexicon) {
  if (auto day = ParseIsoDate(text)) return day;
  if (text.empty() || text.size() > kLongestDate) return {};
  Passage passage;
  passage.text = text;
  passage.lexicon = &lexicon;
  Tokenize(text, {0, static_cast<uint32_t>(text.size())}, &lexicon,
           passage.tokens);
  Sentence sentence;
  sentence.last = passage.size();
  passage.sentences.push_back(sentence);
  MatchPhrases(passage);
  TagWords(passage);
  for (const DateMatch& date : FindDates(passage, std::nullopt)) {
    if (auto day = ParseIsoDate(date.date.value)) return day;
  }
  return {};
}

std::string FindPublished(const Passage& passage, const Layout& layout) {
  int last_block = LastBlock(passage, layout);
  std::vector<DateMatch> dates = FindDates(passage, std::nullopt, last_block);
  size_t at = 0;
  for (const Sentence& sentence : passage.sentences) {
    if (sentence.block > last_block) break;
    const Block& block = layout.blocks[sentence.block];
    for (; at < dates.size() && dates[at].first < sentence.last; ++at) {
      const DateMatch& date = dates[at];
      if (date.date.value.size() != 10 || date.date.kind != DateKind::kDate) {
        continue;
      }
      if (IsLine(block) || InDateline(passage, sentence, date))
        return date.date.value;
    }
  }
  return {};
}

}  // namespace newsdigest
