// The article as words: tokens, sentences, parts of speech, phrase matches.
// Filled once by ReadPassage(), only read after.
#ifndef NEWSDIGEST_LANGUAGE_PASSAGE_H_
#define NEWSDIGEST_LANGUAGE_PASSAGE_H_

#include <cstring>
#include <string_view>
#include <vector>

#include "language/lexicon.h"
#include "language/token.h"
#include "language/word_cache.h"
#include "reader/layout.h"

namespace newsdigest {

struct Sentence {
  uint32_t first = 0, last = 0;  // tokens, `last` exclusive
  int block = 0;
  bool heading = false;     // a title or heading
  bool title_case = false;  // capitals say nothing here
  bool tail = false;        // tail matter: no claims
  bool item = false;        // of a list
  Span span;
};

// A run of tokens that the lexicon knows as one: senses and names.
struct PhraseMatch {
  uint32_t first = 0, last = 0;  // tokens, `last` exclusive
  uint32_t node = 0;             // Lexicon::node()
};

struct Passage {
  std::string_view text;
  const Lexicon* lexicon = nullptr;
  std::vector<Token> tokens;
  std::vector<Tag> tags;
  std::vector<Sentence> sentences;
  std::vector<PhraseMatch> phrases;    // by first token, shorter first
  std::vector<uint32_t> phrase_start;  // token -> first phrase; size + 1
  WordCache word_cache;

  uint32_t size() const { return static_cast<uint32_t>(tokens.size()); }
  std::string_view str(uint32_t i) const {
    return text.substr(tokens[i].start, tokens[i].size);
  }
  std::string_view str(Span span) const { return Slice(text, span); }
  Span span(uint32_t first, uint32_t last) const {
    return {tokens[first].start, tokens[last - 1].end()};
  }
  // The same, without the full stop of an abbreviation that ends the sentence:
  // "Acme Corp." and "8 pct." there end before it.
  Span SpanInSentence(uint32_t first, uint32_t last) const;
  // The first token that starts at the byte `offset` or after it; size(): none.
  uint32_t TokenFrom(size_t offset) const;
  const model::Word& word(uint32_t i) const {
    return lexicon->word(tokens[i].word);
  }
  bool Has(uint32_t i, WordClass cls) const {
    return lexicon->Has(tokens[i].word, cls);
  }
  // The same for the word's dictionary form, as a noun or as a verb.
  bool LemmaHas(uint32_t i, WordClass cls) const {
    return lexicon->LemmaHas(tokens[i].word, cls);
  }
  bool VerbHas(uint32_t i, WordClass cls) const {
    return lexicon->VerbHas(tokens[i].word, cls);
  }
  // A noun for people: "baker", "users".
  bool NamesPeople(uint32_t i) const {
    return lexicon->word(word(i).lemma).noun_kind == model::kNounOfPerson;
  }
  const ClassSet& VerbClasses(uint32_t i) const {
    return lexicon->VerbClasses(tokens[i].word);
  }
  const ClassSet& Classes(uint32_t i) const {
    return lexicon->Classes(tokens[i].word);
  }
  int Value(uint32_t i, WordClass cls, int otherwise = -1) const {
    return lexicon->Value(tokens[i].word, cls, otherwise);
  }
  bool Is(uint32_t i, std::string_view mark) const {
    if (i >= size() || tokens[i].size != mark.size()) return false;
    const char* at = text.data() + tokens[i].start;
    return *at == mark[0] &&
           (mark.size() == 1 || std::memcmp(at, mark.data(), mark.size()) == 0);
  }
  // A dash, or a hyphen between blanks.
  bool StandsAsDash(uint32_t i) const;
  // "It's gained 3%", "It's expected": "is" or "has", where it marks no owner.
  bool IsContracted(uint32_t i) const {
    return tags[i] == Tag::kVBZ && IsWord(i, "'s");
  }
  // "GPUs", "ETFs": initials of what there are many of.
  bool CountsMany(uint32_t i) const;
  // Whether token `i` is the word `folded` in any case. Most calls end at the
  // length or the first letter: folding changes neither, but for a curly
  // apostrophe (two bytes more) at the start.
  bool IsWord(uint32_t i, std::string_view folded) const {
    if (i >= size()) return false;
    size_t bytes = tokens[i].size;
    if (bytes != folded.size() && bytes != folded.size() + 2) return false;
    char first = text[tokens[i].start];
    bool same = (first | 0x20) == (folded[0] | 0x20) || folded[0] == '\'';
    return same && SameWord(i, folded);
  }
  bool SameWord(uint32_t i, std::string_view folded) const;
  bool Tagged(uint32_t i, uint32_t mask) const {
    return i < tags.size() && In(tags[i], mask);
  }
  std::string_view Lemma(uint32_t i) const;
  std::string_view VerbLemma(uint32_t i) const;
  uint32_t VerbLemmaId(uint32_t i) const;

  // All classes of the words of a sentence, of their dictionary forms and of
  // the phrases that start in it: what is not there, no word of it tells.
  ClassSet ClassesOf(const Sentence& sentence) const;

  // The longest match of `cls` that starts at token `i` inside `limit`.
  struct ClassMatch {
    uint32_t length = 0;  // tokens; 0: no match
    int value = 0;
    std::string_view text;
  };
  ClassMatch Match(uint32_t i, WordClass cls, uint32_t limit) const {
    bool none = i >= limit || i >= size() || !(Has(i, cls) || StartsPhrase(i));
    return none ? ClassMatch() : LongestMatch(i, cls, limit);
  }
  ClassMatch LongestMatch(uint32_t i, WordClass cls, uint32_t limit) const;
  // Whether a phrase of the lexicon starts at token `i`.
  bool StartsPhrase(uint32_t i) const {
    return i + 1 < phrase_start.size() &&
           phrase_start[i] != phrase_start[i + 1];
  }
};

// Tokens, sentences, tags and phrases of the blocks of `layout`.
void ReadPassage(std::string_view text, const Layout& layout,
                 const Lexicon& lexicon, Passage& passage);

// The steps of ReadPassage, each its own file.
void SplitSentences(const Layout& layout, size_t block, uint32_t first,
                    Passage& passage);
void TagWords(Passage& passage);  // after MatchPhrases
void MatchPhrases(Passage& passage);

// Marks told apart by their first bytes.
bool IsOpenQuote(std::string_view mark);
bool IsCloseQuote(std::string_view mark);
bool IsDash(std::string_view mark);  // not the hyphen

// Where a few words in quotation marks that open at `i` end, past the closing
// mark: a "buy" rating; 0: none such before `last`.
uint32_t QuotedWordsEnd(const Passage& passage, uint32_t i, uint32_t last);

}  // namespace newsdigest

#endif  // NEWSDIGEST_LANGUAGE_PASSAGE_H_
