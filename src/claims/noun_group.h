// Noun groups: where they start, and which words, figures and names they take.
#ifndef NEWSDIGEST_CLAIMS_NOUN_GROUP_H_
#define NEWSDIGEST_CLAIMS_NOUN_GROUP_H_

#include <vector>

#include "claims/groups.h"

namespace newsdigest {

class NounGrouper {
 protected:
  NounGrouper(const Story& story, const Sentence& sentence);

  // What starts at a token: an index in the story's lists; -1: none.
  int FigureAt(uint32_t i) const;
  int DateAt(uint32_t i) const;
  int MentionAt(uint32_t i) const { return story_.entities.at[i]; }

  bool StartsNoun(uint32_t i) const;
  // "of previously owned homes", "by privately held Quill": behind a
  // preposition.
  bool OpensGraded(uint32_t i) const;
  // "its forecast for 2026 sales": whether the date at `date` opens the noun
  // group of what is foreseen.
  bool OpensOutlook(uint32_t date) const;
  // The noun group, or the figure alone, that starts at `i`.
  Group NounGroup(uint32_t i) const;
  // Where words in quotation marks that describe a noun end: a "buy" rating;
  // 0: none such at `i`.
  uint32_t QuotedModifierEnd(uint32_t i) const;
  // A word of rising or falling.
  bool Directional(uint32_t i) const;

  const Story& story_;
  const Passage& p_;
  const Sentence& s_;
  std::vector<int> figures_, dates_;  // of the sentence

 private:
  // A noun group in the making.
  struct State {
    Group group;
    uint32_t at = 0, head = 0;  // the next token, the last noun
    bool only_figure = true;
  };

  // The "5" of "the Veloria 5".
  bool NumbersName(const State& n) const;
  // The "/" of "a 50/50 venture".
  bool IsSplit(uint32_t i) const;
  // An adjective belongs to a noun group where a noun follows it.
  bool NounAhead(uint32_t i) const;
  // What may follow a figure inside a noun group: "35% revenue jump".
  bool NounAfter(uint32_t i) const;
  // "a 26% year-over-year sales gain": where the basis between the figure and
  // its noun ends; 0: none such.
  uint32_t BasisEnd(const State& n) const;
  // "a five-year, $3 million contract": whether the comma after a term that
  // describes leads on to the sum.
  bool OpensSum(const State& n) const;
  // Takes the next part of the group; false where the group ends.
  bool TakePart(State& n) const;
  // "a "bread alliance"": where the quoted words that end the group do; 0:
  // none such.
  uint32_t QuotedNounEnd(const State& n) const;
  // The token behind the bracket of "artificial intelligence (AI) firms"; 0:
  // none.
  uint32_t AbbreviationEnd(const State& n) const;
  // Where a number that follows a name's letters ends, "-5", with its own
  // letter; 0: none.
  uint32_t ModelEnd(uint32_t i) const;
  // "the Norwick, California-based company": where "-based" ends behind the
  // comma; 0: no such.
  uint32_t SeatEnd(const State& n) const;
  // "its fourth-quarter net income": the date is part of the group.
  bool TakeDate(State& n) const;
  bool TakeFigure(State& n) const;
  // "its $3bn (£2.4bn) takeover": where the bracket ends that tells the sum in
  // another currency, before a noun; 0: none.
  uint32_t SameSumEnd(uint32_t i) const;
  // "the suit Acme filed": whether the name is the subject of a clause that
  // tells of the noun.
  bool OpensClause(const State& n) const;
  bool TakeMention(State& n) const;
  bool TakeDeterminer(State& n) const;
  // "firms", "Chinese firms": several, and no part of a compound.
  bool ActsOnMany(uint32_t i) const;
  // The "and" of "a fast and cheap oven".
  bool JoinsAdjectives(const State& n) const;
  // The "and" of "food and drink sales": what both words measure.
  bool JoinsNouns(const State& n) const;
  // "to retail and government customers", whose first word is `i`.
  bool OpensJoined(uint32_t i) const;
  // A part of "a faster, less-expensive and lighter oven".
  bool ListsAdjectives(const State& n) const;
  // Adjectives, participles, hyphens and what else stands before a head.
  bool IsModifier(const State& n) const;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_NOUN_GROUP_H_
