// Who stands where to a verb or a noun: subjects, objects, prepositional
// phrases and figures, read off the groups of a sentence.
#ifndef NEWSDIGEST_CLAIMS_CLAUSE_H_
#define NEWSDIGEST_CLAIMS_CLAUSE_H_

#include <vector>

#include "claims/groups.h"

namespace newsdigest {

constexpr int kGroupReach = 40;  // groups that a search looks over

// A figure with the preposition before it (0: none).
struct FigureUse {
  int figure = -1;
  uint32_t preposition = 0;  // token + 1
  int group = -1;
};

struct PrepositionalPhrase {
  uint32_t preposition = 0;  // token
  int group = -1;            // its noun, figure or date
};

// What stands to the right of a verb or a noun inside its clause.
struct Complement {
  std::vector<int> objects;
  std::vector<PrepositionalPhrase> phrases;
  std::vector<FigureUse> figures;
  std::vector<int> dates;    // groups
  std::vector<int> adverbs;  // groups: "up", "lower"
  int end = 0;               // the first group that is no part of it
};

// Which words a sentence has, as a filter: most that are not there are told at
// once.
class WordFilter {
 public:
  void Add(uint32_t word) { bits_[Slot(word)] |= Bit(word); }
  bool MayHave(uint32_t word) const {
    return (bits_[Slot(word)] & Bit(word)) != 0;
  }

 private:
  static uint32_t Hash(uint32_t word) { return word * 0x9E3779B9u >> 24; }
  static uint32_t Slot(uint32_t word) { return Hash(word) >> 6; }
  static uint64_t Bit(uint32_t word) {
    return uint64_t{1} << (Hash(word) & 63);
  }

  uint64_t bits_[4] = {0, 0, 0, 0};
};

struct ParsedSentence {
  const Sentence* sentence = nullptr;
  int index = 0;
  ClassSet classes;  // of all its words and phrases
  WordFilter words;  // and their dictionary forms
  std::vector<Group> groups;
  std::vector<int> subject;              // of each verb group: a group, -1 none
  std::vector<std::vector<int>> joined;  // further subjects ("A and B rose")
};

ParsedSentence ParseSentence(const Story& story, int index);

// The steps of ParseSentence, each its own file: `subject`, `joined`, then the
// status that verbs take from what governs them.
void FindSubjects(const Story& story, ParsedSentence& parsed);
void JoinSubjects(const Story& story, ParsedSentence& parsed);
void InheritStatus(const Story& story, ParsedSentence& parsed);

// The right side of the verb or noun group `at`.
Complement ReadComplement(const Story& story, const ParsedSentence& parsed,
                          int at);

// The right side of the noun group `at`, with the phrases of a passive that
// tells of it: "a round led by Acme", "a suit was filed against Beta".
Complement ReadNounComplement(const Story& story, const ParsedSentence& parsed,
                              int at);

// `complement` and that of the infinitive that ends it: "ordered to pay a
// fine".
Complement WithInfinitive(const Story& story, const ParsedSentence& parsed,
                          const Complement& complement);

// The slot that a preposition fills, by its word.
model::Slot SlotOf(const Passage& p, uint32_t preposition);

// The verb group left of the group `i` in its clause; -1: none in reach.
int VerbBefore(const std::vector<Group>& groups, int i);
// The verb group that governs `noun` as its object; -1: none. `measure`: look
// back over the figures of what the noun is joined to.
int GoverningVerb(const Story& story, const ParsedSentence& parsed, int noun,
                  bool measure = false);
// Whether the verb group `verb` tells what went before the clause that it
// stands in: "expects sales to rise after falling in May".
bool CameBefore(const Passage& p, const ParsedSentence& parsed, int verb);
// Whether the verb group `verb` tells what came of the clauses before it, of
// which one happened: "said it would cut jobs, sending its shares up".
bool IsResult(const Passage& p, const ParsedSentence& parsed, int verb);
// The verb group whose means the verb group `verb` tells: "surprised investors
// by raising its forecast"; -1: it tells none.
int EndOfMeans(const Passage& p, const ParsedSentence& parsed, int verb);
// The group of the sum that is the object of the verb before it, where the
// infinitive or participle at group `verb` tells what for: "paid $3 million in
// cash and stock to buy"; -1: none.
int SumToward(const Passage& p, const ParsedSentence& parsed, int verb);
// The verb group that `noun` is the subject of; -1: none.
int VerbOf(const ParsedSentence& parsed, int noun);

// The group after the "that" which the verb at group `verb` governs, past a
// date: "ruled in May that Acme"; -1: none.
int ThatClause(const ParsedSentence& parsed, int verb);

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_CLAUSE_H_
