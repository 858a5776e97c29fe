// A token: a word, a number, a mark; 12 bytes, in one array for the article.
#ifndef NEWSDIGEST_LANGUAGE_TOKEN_H_
#define NEWSDIGEST_LANGUAGE_TOKEN_H_

#include <cstdint>

#include "newsdigest/span.h"

namespace newsdigest {

enum class TokenKind : uint8_t { kWord, kNumber, kMark, kUrl };

enum TokenFlag : uint8_t {
  kCapital = 1,      // first letter is a capital
  kAllCaps = 2,      // two letters or more, all capitals
  kMixedCase = 4,    // a capital after a small letter ("iPhone")
  kSpaceBefore = 8,  // a blank or line end stands before it
  kDotted = 16,      // an abbreviation, its full stop included
  kHasDigit = 32,
};

struct Token {
  uint32_t start = 0;
  uint16_t size = 0;
  TokenKind kind = TokenKind::kWord;
  uint8_t flags = 0;
  uint32_t word = 0;  // id in the lexicon, 0: unknown

  Span span() const { return {start, start + size}; }
  uint32_t end() const { return start + size; }
  bool is(TokenFlag flag) const { return (flags & flag) != 0; }
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_LANGUAGE_TOKEN_H_
