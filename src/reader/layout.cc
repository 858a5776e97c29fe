#include "reader/layout.h"

#include <algorithm>
#include <cctype>
#include <cstring>

#include "language/tokenizer.h"
#include "reader/lines.h"

namespace newsdigest {
namespace {

class LayoutReader {
 public:
  LayoutReader(std::string_view text, const Lexicon& lexicon,
               const LayoutOptions& options)
      : text_(text), lexicon_(lexicon), options_(options) {}

  Layout Run() {
    if (options_.title_bytes > 0) {
      Span title = Trim(text_, {0, options_.title_bytes});
      if (!title.empty()) Add(BlockKind::kTitle, title, 1);
      layout_.title = title;
    }
    MakeBlocks();
    FindTitle();
    FindByline();
    FindTail();
    FindHeadings();
    MakeSections();
    return std::move(layout_);
  }

 private:
  struct Meta {
    bool blank_before = false;
    bool list = false;
    bool numbered = false;
    int hashes = 0;
  };

  void Add(BlockKind kind, Span span, int level) {
    layout_.blocks.push_back({kind, span, level, 0});
    meta_.push_back({});
  }

  void MakeBlocks() {
    std::vector<Line> lines =
        SplitLines(text_, options_.title_bytes, options_.markdown);
    bool wrapped = IsHardWrapped(text_, lines);
    bool blank = true;
    for (size_t i = 0; i < lines.size(); ++i) {
      const Line& line = lines[i];
      if (line.text.empty()) {
        blank = true;
        continue;
      }
      std::string_view body = Slice(text_, line.text);
      bool joins = !blank && !layout_.blocks.empty() && line.mark == 0 &&
                   !line.numbered && line.hashes == 0 &&
                   meta_.back().hashes == 0 &&
                   Joins(lines[i - 1], line, body, wrapped);
      if (joins) {
        layout_.blocks.back().span.end = line.text.end;
      } else {
        Span span = line.text;
        span.start += line.mark;
        bool item = line.mark > 0 || (line.numbered && EndsSentence(body));
        Add(item ? BlockKind::kListItem : BlockKind::kParagraph,
            Trim(text_, span), line.hashes);
        meta_.back() = {blank, item, line.numbered, line.hashes};
      }
      blank = false;
    }
  }

  bool Joins(const Line& before, const Line& line, std::string_view body,
             bool wrapped) const {
    if (before.text.empty()) return false;
    std::string_view last = Slice(text_, before.text);
    if (wrapped) return line.indent < before.indent + 2;
    return !EndsSentence(last) && StartsLower(body) && last.size() > 30;
  }

  size_t Words(std::string_view s) const {
    size_t count = 0;
    bool in = false;
    for (char c : s) {
      bool blank = IsBlank(c);
      count += !blank && !in;
      in = !blank;
    }
    return count;
  }

  // The lexicon's `cls` phrase that the block begins with, in bytes.
  bool BeginsWith(std::string_view body, WordClass cls) const {
    std::vector<Token> tokens;
    Span head{0, static_cast<uint32_t>(std::min<size_t>(body.size(), 60))};
    Tokenize(body, head, &lexicon_, tokens);
    if (tokens.empty()) return false;
    uint32_t node = 0;
    bool found = false;
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (i == 0 && lexicon_.Has(tokens[0].word, cls)) {
        // A single word counts where it stands alone.
        found = tokens.size() == 1 ||
                (tokens.size() <= 3 && tokens[1].kind == TokenKind::kMark);
      }
      node = lexicon_.Next(node, tokens[i].word);
      if (node == 0) break;
      for (const model::Sense& sense : lexicon_.Senses(lexicon_.node(node))) {
        found = found || sense.cls == cls;
      }
    }
    return found;
  }

  void FindTitle() {
    auto& blocks = layout_.blocks;
    if (!layout_.title.empty() || blocks.size() < 2) return;
    Block& first = blocks[0];
    std::string_view body = Slice(text_, first.span);
    bool fits = body.size() <= 220 && !meta_[0].list && Words(body) <= 30 &&
                body.find('\n') == body.npos;
    bool stop = body.ends_with('.') && !body.ends_with("...") &&
                !body.ends_with("Inc.") && !body.ends_with("U.S.") &&
                !body.ends_with("Corp.");
    if (stop) {
      // A title may end with a full stop where it is short and stands before
      // a longer text.
      fits = fits && Words(body) <= 12 && meta_[1].blank_before &&
             blocks[1].span.size() > 2 * first.span.size() &&
             body.find(". ") == body.npos;
    }
    if (body.ends_with(':') || body.ends_with(',')) fits = false;
    if (StartsLower(body) && body.size() > 120) fits = false;
    if (!fits) return;
    first.kind = BlockKind::kTitle;
    first.level = 1;
    layout_.title = first.span;
  }

  bool IsByline(std::string_view body) const {
    if (body.size() > 100 || EndsSentence(body)) return false;
    if (body.starts_with("By ") || body.starts_with("by ") ||
        body.starts_with("BY ")) {
      return body.size() > 4 &&
             std::isupper(static_cast<unsigned char>(body[3])) &&
             Words(body) <= 9;
    }
    return IsDateLine(body);
  }

  // A line that holds a date and little else.
  bool IsDateLine(std::string_view body) const {
    if (body.size() > 60) return false;
    std::vector<Token> tokens;
    Tokenize(body, {0, static_cast<uint32_t>(body.size())}, &lexicon_, tokens);
    bool month = false;
    bool year = false;
    size_t other = 0;
    for (const Token& token : tokens) {
      // "Acme stock fell 16% in May 2017".
      bool moves = lexicon_.LemmaHas(token.word, WordClass::k_rise) ||
                   lexicon_.LemmaHas(token.word, WordClass::k_fall);
      if (lexicon_.Has(token.word, WordClass::k_month)) {
        month = true;
      } else if (moves) {
        return false;
      } else if (token.kind == TokenKind::kNumber) {
        year = year || token.size == 4;
      } else if (token.kind == TokenKind::kWord &&
                 !lexicon_.Has(token.word, WordClass::k_weekday)) {
        ++other;
      }
    }
    return month && year && other <= 4;
  }

  // "LONDON, Nov. 12 (Agency) — ": a story, no subtitle.
  static bool HasDateline(std::string_view body) {
    std::string_view head = body.substr(0, std::min<size_t>(body.size(), 60));
    return head.find("—") != head.npos || head.find(" - ") != head.npos ||
           head.find(" -- ") != head.npos || head.find(" – ") != head.npos;
  }

  void FindByline() {
    auto& blocks = layout_.blocks;
    size_t from = layout_.title.empty() ? 0 : 1;
    for (size_t i = from; i < blocks.size() && i < from + 5; ++i) {
      if (blocks[i].kind != BlockKind::kParagraph || meta_[i].hashes) continue;
      std::string_view body = Slice(text_, blocks[i].span);
      if (!IsByline(body)) continue;
      blocks[i].kind = BlockKind::kByline;
      if (layout_.byline.empty() && !IsDateLine(body)) {
        layout_.byline = {blocks[i].span.start + 3, blocks[i].span.end};
      }
    }
    if (from == 0 || blocks.size() < 4) return;
    // A subtitle: one short line between the title and a longer text.
    Block& second = blocks[1];
    std::string_view body = Slice(text_, second.span);
    if (second.kind == BlockKind::kParagraph && body.size() <= 250 &&
        body.size() >= 25 && blocks[2].kind != BlockKind::kListItem &&
        meta_[1].hashes == 0 && !HasDateline(body) &&
        blocks[2].span.size() > body.size() && blocks[2].span.size() > 120 &&
        Words(body) >= 5) {
      layout_.subtitle = second.span;
    }
  }

  // "Home | News | Sport".
  static bool Links(std::string_view body) {
    size_t first = body.find(" | ");
    return first != body.npos && body.find(" | ", first + 2) != body.npos;
  }

  void FindTail() {
    auto& blocks = layout_.blocks;
    bool tail = false;
    for (size_t i = 0; i < blocks.size(); ++i) {
      Block& block = blocks[i];
      if (block.kind == BlockKind::kTitle) continue;
      std::string_view body = Slice(text_, block.span);
      bool is_short = body.size() <= 140;
      bool links = Links(body);
      bool begins = is_short && BeginsWith(body, WordClass::k_tail) &&
                    (!body.ends_with('.') || body.size() < 60);
      bool late = block.span.start * 10 > text_.size() * 5;
      if (is_short && (links || begins)) {
        block.kind = BlockKind::kTail;
        // A prompt that stands over its own text is a heading still.
        if (begins && !links && Words(body) <= 6) block.level = 2;
        tail = late;
        continue;
      }
      if (tail && body.size() < 240 &&
          !(body.ends_with('.') && body.size() > 120)) {
        block.kind = BlockKind::kTail;
      } else {
        tail = false;
      }
    }
  }

  // Share of words that begin with a capital, short function words left out.
  bool TitleCase(std::string_view body) const {
    std::vector<Token> tokens;
    Tokenize(body, {0, static_cast<uint32_t>(body.size())}, &lexicon_, tokens);
    size_t capital = 0;
    size_t words = 0;
    for (const Token& token : tokens) {
      if (token.kind != TokenKind::kWord || token.size < 4) continue;
      ++words;
      capital += token.is(kCapital);
    }
    return words > 0 && capital * 10 >= words * 7;
  }

  bool NumberedNear(size_t i) const {
    bool before = i > 0 && meta_[i - 1].numbered;
    bool after = i + 1 < meta_.size() && meta_[i + 1].numbered;
    return before || after;
  }

  // Lines before the first long paragraph are labels, links and credits; a
  // heading among them is the title once more.
  bool InMasthead(size_t i) const {
    if (layout_.title.empty() || i >= 7) return false;
    for (size_t k = 1; k <= i && k < layout_.blocks.size(); ++k) {
      std::string_view body = Slice(text_, layout_.blocks[k].span);
      if (body.size() > 160 || (body.size() > 110 && EndsSentence(body))) {
        return false;
      }
    }
    return true;
  }

  bool RepeatsTitle(std::string_view body) const {
    std::string_view title = Slice(text_, layout_.title);
    return body.size() > 12 && title.find(body) != title.npos;
  }

  bool LooksLikeHeading(size_t i) const {
    const auto& blocks = layout_.blocks;
    const Block& block = blocks[i];
    std::string_view body = Slice(text_, block.span);
    if (body.find('\n') != body.npos || body.size() > 110) return false;
    size_t words = Words(body);
    if (words == 0 || words > 16 || StartsLower(body)) return false;
    unsigned char first = static_cast<unsigned char>(body[0]);
    if (std::strchr("\"'([{<$@", body[0]) && first < 0x80) return false;
    if (body.starts_with("“") || body.starts_with("‘")) return false;
    bool question = body.ends_with('?') && body.find(". ") == body.npos;
    bool colon = body.ends_with(':') && words <= 6 && TitleCase(body);
    bool call = body.ends_with('!') && words <= 3;
    if (!question && !colon && !call && EndsSentence(body)) return false;
    if (body.size() > 2 && body[1] == ':') return false;  // "Q: ..."
    if (meta_[i].numbered && NumberedNear(i)) return false;
    if (body.ends_with(',') || body.ends_with('-')) return false;
    if (body.find("://") != body.npos || body.find('@') != body.npos) {
      return false;
    }
    if (std::count(body.begin(), body.end(), '|') > 0) return false;
    // It must stand over something: a paragraph or a list.
    size_t next = i + 1;
    while (next < blocks.size() && blocks[next].kind == BlockKind::kByline) {
      ++next;
    }
    if (next >= blocks.size() || blocks[next].kind == BlockKind::kTail) {
      return false;
    }
    std::string_view below = Slice(text_, blocks[next].span);
    bool item = blocks[next].kind == BlockKind::kListItem;
    bool text = below.size() > 60 || EndsSentence(below) || item;
    bool title_case = TitleCase(body);
    if (!text) {
      // A heading over a heading.
      return title_case && words <= 10 && next + 1 < blocks.size() &&
             Slice(text_, blocks[next + 1].span).size() > 100;
    }
    return words <= 12 || title_case;
  }

  void FindHeadings() {
    auto& blocks = layout_.blocks;
    for (size_t i = 0; i < blocks.size(); ++i) {
      bool masthead = InMasthead(i) && meta_[i].hashes == 0;
      if (masthead && blocks[i].kind == BlockKind::kParagraph) {
        if (RepeatsTitle(Slice(text_, blocks[i].span))) {
          blocks[i].kind = BlockKind::kHeading;
          blocks[i].level = 1;
        }
        continue;
      }
      if (blocks[i].kind != BlockKind::kParagraph) continue;
      if (meta_[i].hashes > 0) {
        blocks[i].kind = BlockKind::kHeading;
        blocks[i].level = meta_[i].hashes;
      } else if (LooksLikeHeading(i)) {
        blocks[i].kind = BlockKind::kHeading;
        blocks[i].level = 2;
      }
    }
  }

  void MakeSections() {
    SectionSpan open;
    auto close = [&](uint32_t end) {
      open.span.end = end;
      if (!open.span.empty()) layout_.sections.push_back(open);
    };
    uint32_t end = 0;
    for (Block& block : layout_.blocks) {
      if (block.kind == BlockKind::kHeading ||
          (block.kind == BlockKind::kTail && block.level > 0)) {
        close(end);
        open = {block.span, block.span, block.level};
      } else if (open.span.empty()) {
        open.span = block.span;
      }
      end = block.span.end;
      open.span.end = end;
      block.section = static_cast<int>(layout_.sections.size());
    }
    close(end);
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  LayoutOptions options_;
  Layout layout_;
  std::vector<Meta> meta_;
};

}  // namespace

Layout ReadLayout(std::string_view text, const Lexicon& lexicon,
                  const LayoutOptions& options) {
  return LayoutReader(text, lexicon, options).Run();
}

}  // namespace newsdigest
