// A claim in a few words, for people: who, what, figures, line.
#ifndef NEWSDIGEST_FORMATTER_CLAIM_TEXT_H_
#define NEWSDIGEST_FORMATTER_CLAIM_TEXT_H_

#include <string>

#include "newsdigest/digest.h"
#include "text/positions.h"

namespace newsdigest {

// All texts are harmless (see display.h).
class ClaimText {
 public:
  explicit ClaimText(const Digest& digest)
      : d_(digest), positions_(digest.text) {}

  // "acquisition Quill Bakery", "revenue ↑"; the direction last.
  std::string What(const Claim& claim) const;
  // "12% to $3 million from $2 million", as written.
  std::string Figures(const Claim& claim) const;
  // The line of the article's file, "title" where the title came apart.
  std::string Line(const Span& span) const;
  // The figure as it stands in the text; "" for -1.
  std::string FigureText(int index) const;

 private:
  const Digest& d_;
  Positions positions_;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_FORMATTER_CLAIM_TEXT_H_
