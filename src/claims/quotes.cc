// Direct quotations: the words between marks, and who said them.
#include <algorithm>

#include "claims/quote_speaker.h"

namespace newsdigest {
namespace {

constexpr uint32_t kMostTokens = 400;  // of one quotation
constexpr uint32_t kScareWords = 4;    // up to this many are no quotation
constexpr uint32_t kAttribution = 30;  // tokens between pieces of one quotation

class QuoteFinder {
 public:
  explicit QuoteFinder(const Story& story)
      : p_(story.passage), speakers_(story) {}

  std::vector<Quote> Run() {
    for (const Paragraph& paragraph : Paragraphs(p_)) {
      std::vector<QuoteMarks> pairs = PairMarks(p_, paragraph);
      std::optional<QuoteSpeaker> carried;
      for (size_t i = 0; i < pairs.size(); ++i) {
        AddQuote(paragraph, pairs, i, carried);
      }
      runs_on_ = !pairs.empty() && pairs.back().close == paragraph.last &&
                 !quotes_.empty() &&
                 quotes_.back().span.end > p_.tokens[pairs.back().open].start;
      before_ = paragraph;
    }
    return std::move(quotes_);
  }

 private:
  // Where the words that may tell who speaks begin: behind the quotation
  // before, or in the paragraph before that a colon ends.
  uint32_t Left(const Paragraph& paragraph,
                const std::vector<QuoteMarks>& pairs, size_t index) const {
    if (index > 0) return pairs[index - 1].close + 1;
    bool announced = pairs[0].open == paragraph.first &&
                     before_.last > before_.first &&
                     p_.Is(before_.last - 1, ":");
    return announced ? before_.first : paragraph.first;
  }

  void AddQuote(const Paragraph& paragraph,
                const std::vector<QuoteMarks>& pairs, size_t index,
                std::optional<QuoteSpeaker>& carried) {
    const QuoteMarks& marks = pairs[index];
    uint32_t from = marks.open + 1;
    uint32_t to = marks.close;
    while (to > from && p_.Is(to - 1, ",")) --to;
    if (to <= from || to - from > kMostTokens) return;
    uint32_t words = 0;
    for (uint32_t i = from; i < to; ++i) {
      words += p_.tokens[i].kind == TokenKind::kWord;
    }
    if (words == 0) return;
    uint32_t right =
        index + 1 < pairs.size() ? pairs[index + 1].open : paragraph.last;
    uint32_t left = Left(paragraph, pairs, index);
    auto speaker = speakers_.Find(marks, left, right);
    bool near = index > 0 && carried &&
                marks.open < pairs[index - 1].close + kAttribution;
    bool goes_on = near && (!speaker || Same(*speaker, *carried));
    if (goes_on) speaker = carried;
    if (goes_on && Joins(pairs[index - 1], marks)) {
      Extend(p_.span(from, to));
      return;
    }
    if (!speaker) speaker = speakers_.SentenceBefore(marks, left);
    // A paragraph that did not close its quotation: this one goes on with it.
    if (index == 0 && runs_on_ && marks.open == paragraph.first) {
      Extend(p_.span(from, to));
      if (speaker && !quotes_.back().speaker) {
        quotes_.back().speaker = speaker->party;
        quotes_.back().cue = speaker->cue;
      }
      if (speaker) carried = last_speaker_ = speaker;
      return;
    }
    bool scare = words <= kScareWords && !Speech(marks, from) &&
                 !(speaker && speaker->document);
    // Words of a sentence that nobody is said to have said: a slogan, a title.
    bool nobodys = !speaker && marks.open > paragraph.first &&
                   p_.tokens[marks.open - 1].kind != TokenKind::kMark;
    if (scare && speaker) carried = speaker;
    if (scare || nobodys || IsTitle(from, to)) return;
    Quote quote;
    quote.span = p_.span(from, to);
    if (speaker) {
      quote.speaker = speaker->party;
      quote.cue = speaker->cue;
      carried = speaker;
      last_speaker_ = speaker;
    } else if (words > kScareWords && index == 0 && last_speaker_ &&
               marks.open == paragraph.first) {
      // A paragraph that opens with a quotation goes on with the speaker.
      quote.speaker = last_speaker_->party;
    }
    quotes_.push_back(std::move(quote));
  }

  static bool Same(const QuoteSpeaker& a, const QuoteSpeaker& b) {
    return a.party.entity == b.party.entity && a.party.name == b.party.name;
  }

  // Whether the words are speech rather than a word set off: they begin with a
  // capital, or a mark of the sentence stands inside.
  bool Speech(const QuoteMarks& marks, uint32_t from) const {
    uint32_t before = marks.close - 1;
    return p_.tokens[from].is(kCapital) &&
           (p_.Is(before, ",") || p_.Is(before, ".") || p_.Is(before, "?") ||
            p_.Is(before, "!"));
  }

  // "State of the Union": every word that counts has a capital. The full stop
  // of the sentence may stand inside: on the show "Real Talk."
  bool IsTitle(uint32_t from, uint32_t to) const {
    uint32_t capitals = 0;
    bool inside = from > 1 && p_.tokens[from - 2].kind != TokenKind::kMark;
    if (inside && p_.Is(to - 1, ".")) --to;
    for (uint32_t i = from; i < to; ++i) {
      if (p_.tokens[i].kind == TokenKind::kMark) {
        if (p_.Is(i, ".") || p_.Is(i, "?") || p_.Is(i, "!")) return false;
        continue;
      }
      bool small = p_.Tagged(
          i, Bit(Tag::kIN) | Bit(Tag::kDT) | Bit(Tag::kCC) | Bit(Tag::kTO));
      if (p_.tokens[i].is(kCapital)) {
        ++capitals;
      } else if (!small) {
        return false;
      }
    }
    return capitals > 1;
  }

  // "A," she said. "B.": the two pieces are one quotation.
  bool Joins(const QuoteMarks& before, const QuoteMarks& marks) const {
    bool open = p_.Is(before.close - 1, ",") || p_.Is(before.close - 1, "?") ||
                p_.Is(before.close - 1, "!");
    bool begins = p_.Is(marks.open - 1, ".") || p_.Is(marks.open - 1, ",") ||
                  p_.Is(marks.open - 1, ":");
    return open && begins && !quotes_.empty() &&
           quotes_.back().span.end <= p_.tokens[before.close].start;
  }

  void Extend(Span piece) {
    Quote& quote = quotes_.back();
    if (quote.parts.empty()) quote.parts.push_back(quote.span);
    quote.parts.push_back(piece);
    quote.span.end = piece.end;
  }

  const Passage& p_;
  QuoteSpeakers speakers_;
  Paragraph before_;      // the one before
  bool runs_on_ = false;  // it ends inside a quotation
  std::optional<QuoteSpeaker> last_speaker_;
  std::vector<Quote> quotes_;
};

}  // namespace

std::vector<Quote> FindQuotes(const Story& story) {
  return QuoteFinder(story).Run();
}

}  // namespace newsdigest
