#include "language/lexicon.h"

extern "C" const unsigned char newsdigest_model[];

namespace newsdigest {

const Lexicon& Lexicon::BuiltIn() {
  static const Lexicon lexicon(newsdigest_model);
  return lexicon;
}

}  // namespace newsdigest
