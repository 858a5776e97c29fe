// Whom a quotation is credited to: the clause beside it, or the document that
// it is taken from.
#ifndef NEWSDIGEST_CLAIMS_QUOTE_SPEAKER_H_
#define NEWSDIGEST_CLAIMS_QUOTE_SPEAKER_H_

#include <optional>
#include <string>

#include "claims/clause.h"
#include "claims/persons.h"
#include "claims/quote_marks.h"

namespace newsdigest {

struct QuoteSpeaker {
  Party party;
  std::string cue;        // the word that credits: "said"
  bool document = false;  // a memo or letter speaks for who wrote it
};

class QuoteSpeakers {
 public:
  explicit QuoteSpeakers(const Story& story);

  // Who says what stands between `marks`. The words that may tell it begin at
  // `left` and end before `right`: where other quotations or the paragraph do.
  std::optional<QuoteSpeaker> Find(const QuoteMarks& marks, uint32_t left,
                                   uint32_t right);

  // Who says something in the sentence that ends where the marks open, not
  // before `limit`: `Porter told the paper that prices would rise. "..."`.
  std::optional<QuoteSpeaker> SentenceBefore(const QuoteMarks& marks,
                                             uint32_t limit);

 private:
  using Found = std::optional<QuoteSpeaker>;

  Found After(const QuoteMarks& marks, uint32_t limit);
  Found Before(uint32_t limit, uint32_t open, bool finite);
  // `in Jane Porter's words, "..."`, `in her words, "..."`.
  Found InWordsOf(uint32_t open);
  Found FromDocument(uint32_t limit, uint32_t open);
  Found According(uint32_t from, uint32_t limit);
  // The token that begins the sentence, or the part of it, that ends at `open`.
  uint32_t ClauseStart(uint32_t limit, uint32_t open) const;
  bool Says(uint32_t token) const;
  // `Porter called it "a good year."`: what follows is another sentence.
  bool EndsSentence(const QuoteMarks& marks) const;
  // The subject of the verb at the token `cue`. `behind`: it may stand behind
  // the verb ("said Jane Porter").
  Found FromVerb(uint32_t cue, bool behind);
  // Who the noun group `noun` is, or who stands by it: "the union's leader,
  // Jane Porter,".
  Found FromNoun(const ParsedSentence& parsed, int noun, uint32_t cue);
  Found FromGroup(const Group& group, uint32_t cue);
  Found FromMention(uint32_t token, uint32_t cue) const;
  Found FromEntity(int entity, Span span, uint32_t cue) const;
  const ParsedSentence& Parse(uint32_t token);
  // The verb group whose head or last word is `cue`; -1: none.
  static int VerbGroup(const ParsedSentence& parsed, uint32_t cue);

  const Story& story_;
  const Passage& p_;
  const EntityTable& table_;
  Persons persons_;
  ParsedSentence parsed_;
  Found document_;  // whose document the article spoke of last
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_QUOTE_SPEAKER_H_
