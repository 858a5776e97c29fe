#include "language/tokenizer.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "language/lexicon.h"
#include "language/word_cache.h"

namespace newsdigest {
namespace {

constexpr bool IsDigit(unsigned char c) { return c >= '0' && c <= '9'; }
constexpr bool IsUpper(unsigned char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool IsLower(unsigned char c) { return c >= 'a' && c <= 'z'; }
constexpr bool IsAsciiLetter(unsigned char c) {
  return IsUpper(c) || IsLower(c);
}

// Bytes without a blank past which they are no prose but encoded data.
constexpr uint32_t kLongestRun = 1 << 14;

enum class Shape : uint8_t { kSpace, kLetter, kDigit, kMark, kApostrophe };

struct Piece {
  Shape shape = Shape::kMark;
  uint8_t size = 1;
  bool upper = false;
};

// Two- and three-byte sequences that are no letters.
Piece ClassifyWide(const unsigned char* p, size_t left) {
  unsigned char c = p[0];
  uint8_t size = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
  if (size > left) size = static_cast<uint8_t>(left);
  if (c == 0xC2) {
    if (p[1] == 0xA0) return {Shape::kSpace, size};
    if (p[1] == 0xAA || p[1] == 0xB5 || p[1] == 0xBA) {
      return {Shape::kLetter, size};
    }
    if (p[1] >= 0xBC && p[1] <= 0xBE) return {Shape::kDigit, size};
    return {Shape::kMark, size};
  }
  if (c == 0xC3) {
    if (p[1] == 0x97 || p[1] == 0xB7) return {Shape::kMark, size};
    return {Shape::kLetter, size, p[1] < 0x9F};
  }
  if (c == 0xE2 && left >= 3) {
    if (p[1] == 0x80) {
      if (p[2] <= 0x8D || p[2] == 0xA8 || p[2] == 0xA9 || p[2] == 0xAF) {
        return {Shape::kSpace, size};
      }
      if (p[2] == 0x99) return {Shape::kApostrophe, size};
    }
    return {Shape::kMark, size};
  }
  if (c == 0xE3 && left >= 3 && p[1] == 0x80) {
    return {p[2] == 0x80 ? Shape::kSpace : Shape::kMark, size};
  }
  if (c == 0xEF && left >= 3 && (p[1] >= 0xBC || p[1] == 0xBB)) {
    return {p[1] == 0xBB ? Shape::kSpace : Shape::kMark, size};
  }
  if (c >= 0xF0) return {Shape::kMark, size};
  return {Shape::kLetter, size};
}

constexpr Piece ClassifyAscii(unsigned char c) {
  if (c == ' ' || (c >= 9 && c <= 13)) return {Shape::kSpace, 1};
  if (IsDigit(c)) return {Shape::kDigit, 1};
  if (IsAsciiLetter(c)) return {Shape::kLetter, 1, IsUpper(c)};
  if (c == '\'') return {Shape::kApostrophe, 1};
  return {Shape::kMark, 1};
}

constexpr std::array<Piece, 128> kAscii = [] {
  std::array<Piece, 128> pieces{};
  for (size_t c = 0; c < pieces.size(); ++c) {
    pieces[c] = ClassifyAscii(static_cast<unsigned char>(c));
  }
  return pieces;
}();

inline Piece Classify(const unsigned char* p, size_t left) {
  return *p < 0x80 ? kAscii[*p] : ClassifyWide(p, left);
}

class Scanner {
 public:
  Scanner(std::string_view text, Span span, const Lexicon* lexicon,
          std::vector<Token>& tokens, WordCache* cache)
      : data_(reinterpret_cast<const unsigned char*>(text.data())),
        text_(text),
        at_(span.start),
        end_(span.end),
        lexicon_(lexicon),
        tokens_(tokens),
        cache_(cache) {}

  void Run() {
    bool space = true;
    uint32_t run = at_;  // where what stands without a blank began
    while (at_ < end_) {
      Piece piece = At(at_);
      if (piece.shape == Shape::kSpace) {
        at_ += piece.size;
        space = true;
        continue;
      }
      if (space) run = at_;
      if (at_ - run > kLongestRun) {
        Data();
        continue;
      }
      size_t first = tokens_.size();
      if (piece.shape == Shape::kDigit ||
          (data_[at_] == '.' && space && DigitAt(at_ + 1))) {
        Number();
      } else if (piece.shape == Shape::kLetter) {
        if (!Url()) Word();
      } else {
        Mark(piece);
      }
      if (space && first < tokens_.size()) {
        tokens_[first].flags |= kSpaceBefore;
      }
      space = false;
    }
  }

 private:
  // The rest of what stands without a blank.
  void Data() {
    uint32_t start = at_;
    while (at_ < end_) {
      Piece piece = At(at_);
      if (piece.shape == Shape::kSpace) break;
      at_ += piece.size;
    }
    Push(start, at_, TokenKind::kUrl, 0);
  }

  Piece At(uint32_t at) const { return Classify(data_ + at, end_ - at); }
  bool DigitAt(uint32_t at) const { return at < end_ && IsDigit(data_[at]); }
  bool LetterAt(uint32_t at) const {
    return at < end_ && At(at).shape == Shape::kLetter;
  }

  uint32_t Find(std::string_view word) const {
    return cache_ ? cache_->Find(*lexicon_, word) : lexicon_->Find(word);
  }

  void Push(uint32_t start, uint32_t end, TokenKind kind, uint8_t flags) {
    while (end - start > 0xFFFF) {  // a token's size is 16 bits
      tokens_.push_back({start, 0xFFFC, kind, flags, 0});
      start += 0xFFFC;
    }
    tokens_.push_back(
        {start, static_cast<uint16_t>(end - start), kind, flags, 0});
    if (lexicon_ && kind != TokenKind::kUrl) {
      tokens_.back().word = Find(text_.substr(start, end - start));
    }
  }

  void Number() {
    uint32_t start = at_;
    if (data_[at_] == '.') ++at_;
    while (at_ < end_) {
      unsigned char c = data_[at_];
      if (IsDigit(c)) {
        ++at_;
      } else if ((c == ',' || c == '.') && DigitAt(at_ + 1)) {
        at_ += 2;
      } else if (c >= 0x80 && At(at_).shape == Shape::kDigit) {
        at_ += At(at_).size;
      } else {
        break;
      }
    }
    Push(start, at_, TokenKind::kNumber, kHasDigit);
  }

  bool Url() {
    if (data_[at_] != 'h' && data_[at_] != 'w') return false;
    static constexpr std::string_view kStarts[] = {"http://", "https://",
                                                   "www."};
    for (std::string_view start : kStarts) {
      if (text_.substr(at_, start.size()) != start) continue;
      uint32_t begin = at_;
      while (at_ < end_ && data_[at_] > ' ' && data_[at_] != '"' &&
             data_[at_] != '<' && data_[at_] != '>') {
        ++at_;
      }
      while (at_ > begin + 4 && std::strchr(".,;:!?)'", data_[at_ - 1])) {
        --at_;
      }
      Push(begin, at_, TokenKind::kUrl, 0);
      return true;
    }
    return false;
  }

  void Mark(const Piece& piece) {
    uint32_t start = at_;
    at_ += piece.size;
    unsigned char c = data_[start];
    if (c == '-' || c == '.' || c == '=' || c == '*' || c == '_' || c == '`') {
      while (at_ < end_ && data_[at_] == c) ++at_;
      // ". . ." is one ellipsis.
      while (c == '.' && at_ + 1 < end_ && data_[at_] == ' ' &&
             data_[at_ + 1] == '.' && (at_ + 2 >= end_ || !DigitAt(at_ + 2))) {
        at_ += 2;
      }
    }
    bool twice = c == '\'' && at_ < end_ && data_[at_] == c;
    if (twice) {  // "''", a quotation mark of two
      ++at_;
    } else if (piece.shape == Shape::kApostrophe) {  // "'s" behind a quotation
      uint32_t letter = start + piece.size;
      if (letter < end_ && (data_[letter] | 32) == 's' &&
          !LetterAt(letter + 1) && !tokens_.empty() &&
          tokens_.back().end() == start) {
        at_ = letter + 1;
        Push(start, at_, TokenKind::kWord, 0);
        return;
      }
    }
    Push(start, at_, TokenKind::kMark, 0);
  }

  // Letters, digits after letters, and joining marks between letters.
  void Word() {
    uint32_t start = at_;
    bool first_upper = At(at_).upper;
    uint8_t flags = first_upper ? kCapital : 0;
    int upper = 0;
    int lower = 0;
    uint32_t clitic = 0;
    while (at_ < end_) {
      if (IsLower(data_[at_])) {  // nearly all
        ++lower;
        ++at_;
        continue;
      }
      Piece piece = At(at_);
      if (piece.shape == Shape::kLetter) {
        if (piece.upper) {
          ++upper;
          if (lower > 0) flags |= kMixedCase;
        } else {
          ++lower;
        }
      } else if (piece.shape == Shape::kDigit) {
        if (!(flags & kHasDigit) && IsCurrency(start)) break;
        flags |= kHasDigit;
      } else if (piece.shape == Shape::kApostrophe) {
        if (!LetterAt(at_ + piece.size)) break;
        clitic = CliticAt(start, at_, piece.size);
        if (clitic) break;
      } else if (data_[at_] == '&' && upper > 0 && lower == 0 &&
                 at_ + 1 < end_ && IsUpper(data_[at_ + 1])) {
        // AT&T, S&P
      } else if (data_[at_] == '&' && upper == 0 && at_ - start <= 2 &&
                 LetterAt(at_ + 1) && !LetterAt(at_ + 2)) {
        // r&d, sg&a
      } else if (data_[at_] == '.' && JoinsDot(start)) {
        // Amazon.com, U.S
      } else {
        break;
      }
      at_ += piece.size;
    }
    if (clitic && clitic < at_) at_ = clitic;  // "n't" starts before the mark
    if (upper >= 2 && lower == 0) flags |= kAllCaps;
    Dot(start, flags);
    Push(start, at_, TokenKind::kWord, flags);
    if (clitic) PushClitic();
  }

  // "USD34.6", "EUR5": the number is a token of its own.
  bool IsCurrency(uint32_t start) const {
    if (!lexicon_ || at_ - start > 3) return false;
    uint32_t word = lexicon_->Find(text_.substr(start, at_ - start));
    bool dollar = start > 0 && data_[start - 1] == '$' &&
                  lexicon_->Has(word, WordClass::k_dollar_prefix);
    bool code =
        at_ - start >= 2 && lexicon_->Has(word, WordClass::k_currency_code);
    return dollar || code;
  }

  // Where the clitic starts that the apostrophe at `mark` belongs to; 0: the
  // apostrophe is part of the word ("O'Brien").
  uint32_t CliticAt(uint32_t start, uint32_t mark, uint32_t size) const {
    uint32_t after = mark + size;
    uint32_t end = after;
    while (end < end_ && IsAsciiLetter(data_[end])) ++end;
    uint32_t letters = end - after;
    auto lower = [&](uint32_t i) {
      return static_cast<char>(data_[after + i] | 32);
    };
    if (letters == 1 && lower(0) == 't' && mark > start + 1 &&
        (data_[mark - 1] | 32) == 'n') {
      return mark - 1;
    }
    if (letters == 1 && std::strchr("smd", lower(0))) return mark;
    if (letters == 2 && ((lower(0) == 'r' && lower(1) == 'e') ||
                         (lower(0) == 'v' && lower(1) == 'e') ||
                         (lower(0) == 'l' && lower(1) == 'l'))) {
      return mark;
    }
    return 0;
  }

  void PushClitic() {
    uint32_t start = at_;
    while (at_ < end_ && (At(at_).shape == Shape::kLetter ||
                          At(at_).shape == Shape::kApostrophe)) {
      at_ += At(at_).size;
    }
    Push(start, at_, TokenKind::kWord, 0);
  }

  // A full stop inside a word: initials ("U.S"), or a domain ("Amazon.com").
  bool JoinsDot(uint32_t start) const {
    if (!LetterAt(at_ + 1)) return false;
    bool single = at_ - start == 1 || (at_ >= 2 && data_[at_ - 2] == '.');
    if (single) {
      return at_ + 2 >= end_ || !IsAsciiLetter(data_[at_ + 2]);
    }
    uint32_t end = at_ + 1;
    while (end < end_ && IsLower(data_[end])) ++end;
    uint32_t letters = end - at_ - 1;
    return letters >= 2 && letters <= 3 &&
           (end >= end_ || !IsAsciiLetter(data_[end]));
  }

  // Takes the full stop of an abbreviation into the word.
  void Dot(uint32_t start, uint8_t& flags) {
    if (at_ >= end_ || data_[at_] != '.') return;
    if (at_ + 1 < end_ && data_[at_ + 1] == '.') return;  // an ellipsis
    std::string_view with = text_.substr(start, at_ + 1 - start);
    bool take = false;
    bool scale = !tokens_.empty() && tokens_.back().end() == start &&
                 tokens_.back().kind == TokenKind::kNumber;
    if (scale && with.size() == 2) return;  // "$1.2B.", "30C."
    // "July 23rd.": no road.
    bool nth = scale && (with == "st." || with == "rd.");
    if (nth) return;
    if (!lexicon_) {
      take = true;
    } else if (with.size() == 2 && IsUpper(data_[start])) {
      bool pronoun =
          with[0] == 'I' && (tokens_.empty() || !tokens_.back().is(kCapital));
      // "raised a Series B."
      bool numbered = !tokens_.empty() &&
                      lexicon_->Has(tokens_.back().word, WordClass::k_numbered);
      take = !pronoun && !numbered;
    } else if (std::count(with.begin(), with.end(), '.') > 1 &&
               with.size() <= 10 && with[1] == '.') {
      take = true;
    } else {
      int kind = lexicon_->Value(Find(with), WordClass::k_abbreviation, 0);
      uint32_t next = at_ + 1;
      while (next < end_ && data_[next] == ' ') ++next;
      take = kind == 1 || kind == 2 || (kind == 3 && DigitAt(next));
    }
    if (take) {
      ++at_;
      flags |= kDotted;
    }
  }

  const unsigned char* data_;
  std::string_view text_;
  uint32_t at_;
  uint32_t end_;
  const Lexicon* lexicon_;
  std::vector<Token>& tokens_;
  WordCache* cache_;
};

}  // namespace

void Tokenize(std::string_view text, Span span, const Lexicon* lexicon,
              std::vector<Token>& tokens, WordCache* cache) {
  Scanner(text, span, lexicon, tokens, cache).Run();
}

}  // namespace newsdigest
