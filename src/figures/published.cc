#include "figures/published.h"

#include "figures/dates.h"
#include "language/tokenizer.h"

namespace newsdigest {
namespace {

constexpr int kHeadBlocks = 6;
constexpr size_t kLongestDate = 100;  // bytes of metadata
constexpr uint32_t kDatelineTokens = 14;

// Whether a dash ends the dateline soon after the date: "NEW YORK, Nov. 19,
// 2015 (UPI) — Former ...".
bool InDateline(const Passage& passage, const Sentence& sentence,
                const DateMatch& date) {
  if (date.last > sentence.first + kDatelineTokens) return false;
  uint32_t end = std::min(sentence.last, date.last + 8);
  for (uint32_t i = date.last; i < end; ++i) {
    if (IsDash(passage.str(i))) return true;
  }
  return false;
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
  std::vector<DateMatch> dates = FindDates(passage, std::nullopt, kHeadBlocks);
  size_t at = 0;
  for (const Sentence& sentence : passage.sentences) {
    if (sentence.block > kHeadBlocks) break;
    const Block& block = layout.blocks[sentence.block];
    for (; at < dates.size() && dates[at].first < sentence.last; ++at) {
      const DateMatch& date = dates[at];
      if (date.date.value.size() != 10 || date.date.kind != DateKind::kDate) {
        continue;
      }
      bool line = block.kind == BlockKind::kByline ||
                  (block.span.size() < 60 && block.kind != BlockKind::kTitle);
      if (line || InDateline(passage, sentence, date)) return date.date.value;
    }
  }
  return {};
}

}  // namespace newsdigest
