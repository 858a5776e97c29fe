// Text to tokens.
#ifndef NEWSDIGEST_LANGUAGE_TOKENIZER_H_
#define NEWSDIGEST_LANGUAGE_TOKENIZER_H_

#include <string_view>
#include <vector>

#include "language/token.h"

namespace newsdigest {

class Lexicon;
class WordCache;

// Appends the tokens of `span`. Clitics ("'s", "n't"), hyphens and digits
// before letters part tokens; "U.S.", "Inc.", "Amazon.com", "AT&T" and
// "3,000.5" stay whole. Which words may carry a full stop is the lexicon's to
// say; without one (names of the gazetteer) every word may. `cache`, where
// there is one, stands in front of the lexicon.
void Tokenize(std::string_view text, Span span, const Lexicon* lexicon,
              std::vector<Token>& tokens, WordCache* cache = nullptr);

}  // namespace newsdigest

#endif  // NEWSDIGEST_LANGUAGE_TOKENIZER_H_
