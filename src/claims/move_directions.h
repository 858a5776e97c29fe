// Which way the words of a move go: of verbs, of the words beside them, of the
// extremes they reach.
#ifndef NEWSDIGEST_CLAIMS_MOVE_DIRECTIONS_H_
#define NEWSDIGEST_CLAIMS_MOVE_DIRECTIONS_H_

#include <string_view>
#include <vector>

#include "claims/mover.h"

namespace newsdigest {

// The way that the data write as "up" or "down".
inline Direction WayNamed(std::string_view text) {
  return text == "up" ? Direction::kUp : Direction::kDown;
}

class MoveDirections {
 protected:
  explicit MoveDirections(Matching& matching)
      : m_(matching),
        p_(matching.story.passage),
        parsed_(matching.parsed),
        g_(matching.parsed.groups) {}

  // The way that a verb, or else a noun, adverb or adjective, goes.
  Direction DirectionOf(uint32_t token, bool verb) const;
  // Whether the particle that `cls` names for the verb stands right behind it:
  // "put on".
  bool GoesWith(uint32_t verb, WordClass cls) const;
  // The way of an adverb or adjective, where it compares.
  Direction WayOf(const Group& word) const;
  // "up", "higher", "lower" beside the verb group `verb`.
  Direction AdverbDirection(int verb, const Complement& complement) const;
  // "a profit of $3 million on sales up 4%": whether the adverb tells of a
  // measure that stands beside what is told.
  bool OfOther(int adverb) const;
  // "hit a record high", "fell to a 10-month low": an extreme as object.
  Direction ExtremeDirection(const Complement& complement) const;
  Direction ApposedExtreme(const Complement& complement) const;
  // On which side of a level the verb leaves what was on the other.
  Direction Crossing(int at, const Complement& complement) const;
  // The extreme that the verb goes to; "snapped a losing streak" turns it.
  Direction ExtremeFor(int at, const Complement& complement) const;
  // "5% more than a year ago".
  Direction MoreThan(int adverb) const;
  // "a record high", "its longest losing streak": the way it lies.
  Direction ExtremeOf(const Group& group) const;
  // "up", "down": said of much that is no price ("opened up").
  bool IsParticle(uint32_t token) const;

  const Figure& F(int index) const { return FigureOf(m_.story, index); }
  // "around 14", "in excess of $3 million".
  bool Modified(int figure) const {
    const FigureMatch& match = m_.story.figures[figure];
    return match.first < match.core;
  }

  Matching& m_;
  const Passage& p_;
  const ParsedSentence& parsed_;
  const std::vector<Group>& g_;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_MOVE_DIRECTIONS_H_
