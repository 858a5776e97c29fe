// What stands around a word in its sentence, for the tagger: verbs ahead,
// compounds, and whether the clause has its finite verb yet.
#ifndef NEWSDIGEST_LANGUAGE_TAG_CONTEXT_H_
#define NEWSDIGEST_LANGUAGE_TAG_CONTEXT_H_

#include <vector>

#include "language/passage.h"

namespace newsdigest {

// What stands before a noun and describes or counts it.
inline constexpr uint32_t kBeforeNoun = Bit(Tag::kDT) | Bit(Tag::kPRPS) |
                                        Bit(Tag::kPOS) | Bit(Tag::kJJ) |
                                        Bit(Tag::kCD);

class TagContext {
 protected:
  explicit TagContext(Passage& passage) : p_(passage) {}

  bool IsBe(uint32_t i) const { return p_.Has(i, WordClass::k_be); }
  bool IsHave(uint32_t i) const {
    return p_.Has(i, WordClass::k_have) || p_.IsContracted(i);
  }
  // The nearest word to the left that is no adverb; `first` - 1 at the start.
  int64_t Left(const Sentence& sentence, uint32_t i) const;
  // Whether the token is the quotation mark that ends a few words.
  bool EndsWords(const Sentence& sentence, uint32_t i) const;
  // Where the few words that the mark at `i` ends open; `i`: none such.
  uint32_t WordsOpen(const Sentence& sentence, uint32_t i) const;
  // Whether `i` follows a few quoted words that describe: "its "smart" stores".
  bool AfterQuotedModifier(const Sentence& sentence, uint32_t i) const;
  bool FiniteAhead(const Sentence& sentence, uint32_t i) const;
  // Where a verb that cannot be anything else stands ahead in the clause; 0:
  // nowhere.
  uint32_t FiniteAt(const Sentence& sentence, uint32_t i) const;
  // Whether a subordinate clause begins at `i`.
  bool OpensClause(const Sentence& sentence, uint32_t i) const;
  // A hyphen that touches the words on both sides.
  bool Hyphen(uint32_t at) const {
    if (at == 0 || at + 1 >= p_.size()) return false;
    const Token& token = p_.tokens[at];
    return token.size == 1 && p_.text[token.start] == '-' &&
           !token.is(kSpaceBefore) && !p_.tokens[at + 1].is(kSpaceBefore);
  }
  // Part of "like-for-like", "day-to-day".
  bool InChain(uint32_t i) const;
  bool Compound(uint32_t i) const;
  // The first half of "co-develop", "re-arrested".
  bool IsPrefix(uint32_t i) const {
    return Hyphen(i + 1) && p_.Has(i, WordClass::k_verb_prefix);
  }
  // Whether what follows closes a noun group, and the word is no verb of
  // moving ("revenue rising from").
  bool EndsGroup(const Sentence& sentence, uint32_t i) const;
  // Whether `i` is a pronoun that only a subject can be.
  bool IsNominative(uint32_t i) const;
  // "while Acme's slipped 1.2%", but "Acme's estimated 4% growth".
  bool MovesByFigure(const Sentence& sentence, uint32_t i) const;
  // "- Opened 30 shops", but "- Adjusted profit of $3 million".
  bool ItemActs(const Sentence& sentence, uint32_t i) const;
  // Whether a comma before `i` and one behind it set it off from the verb.
  bool Inserted(const Sentence& sentence, uint32_t i) const;
  // Whether a join or a clause stands between `i` and `end`.
  bool CommaAhead(uint32_t i, uint32_t end) const;
  // "the plant built in 1990 was": a preposition follows, a verb after it.
  bool Reduced(const Sentence& sentence, uint32_t i) const;
  // "bought Quill, a bakery based in Oslo": whether `i` tells more of a noun in
  // apposition to the name before it.
  bool InApposition(const Sentence& sentence, uint32_t i) const;
  // "Acme, a startup valued at $1 billion, plans": whether a comma ends what
  // `i` tells, and a verb follows.
  bool Closes(const Sentence& sentence, uint32_t i) const;
  // "the suit Acme filed against Quill was": the name before `i` and the noun
  // before it are two, as the noun describes no name.
  bool Contact(const Sentence& sentence, uint32_t i) const;
  // "by 3%", "by about $2": how much, and no one who does it.
  bool ByFigure(const Sentence& sentence, uint32_t by) const;
  // Whether a verb of moving or reaching may stand ahead in the clause.
  bool MoveAhead(const Sentence& sentence, uint32_t i) const;
  // Whether an object of a verb may start at `i`.
  bool OpensObject(const Sentence& sentence, uint32_t i) const;
  // Whether `i` may go on a list of infinitives: "to raise prices, close shops
  // and cut jobs".
  bool JoinsInfinitive(const Sentence& sentence, uint32_t i) const;
  // Whether the noun before `i` is the object of a verb that a bare infinitive
  // may follow: "helped Acme score".
  bool LetsBefore(const Sentence& sentence, uint32_t i) const;
  // Whether a preposition that opens no object closes the noun group at `i`.
  bool EndsNoun(const Sentence& sentence, uint32_t i) const;
  // Keeps track of whether the clause has its finite verb.
  void NoteClause(uint32_t i);

  Passage& p_;
  std::vector<uint32_t> masks_;  // possible tags of each token
  bool finite_ = false;
  bool last_finite_ = false;
  bool main_finite_ = false;   // outside relative clauses
  bool outer_finite_ = false;  // `finite_` before the bracket
  bool relative_ = false;      // a relative clause waits for its verb
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_LANGUAGE_TAG_CONTEXT_H_
