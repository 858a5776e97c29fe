#include "language/passage.h"

#include <algorithm>

#include "language/fold.h"
#include "language/tokenizer.h"

namespace newsdigest {

bool IsOpenQuote(std::string_view mark) {
  return mark == "\"" || mark == "“" || mark == "``" || mark == "''" ||
         mark == "‘" || mark == "„" || mark == "«";
}

bool IsCloseQuote(std::string_view mark) {
  return mark == "\"" || mark == "”" || mark == "''" || mark == "’" ||
         mark == "'" || mark == "»";
}

bool IsDash(std::string_view mark) {
  return mark == "—" || mark == "–" || mark == "--" || mark == "---" ||
         mark == "―" || mark == "_";
}

bool Passage::CountsMany(uint32_t i) const {
  if (!tokens[i].is(kCapital)) return false;
  std::string_view initials = str(i);
  bool plural = initials.size() > 2 && initials.back() == 's';
  initials.remove_suffix(1);
  return plural && std::all_of(initials.begin(), initials.end(),
                               [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool Passage::StandsAsDash(uint32_t i) const {
  bool blanks = i + 1 < size() && tokens[i].is(kSpaceBefore) &&
                tokens[i + 1].is(kSpaceBefore);
  // "from - $21 million": a minus.
  bool minus = i > 0 && (Has(i - 1, WordClass::k_base_preposition) ||
                         Has(i - 1, WordClass::k_level_preposition));
  return IsDash(str(i)) || (blanks && Is(i, "-") && !minus);
}

uint32_t QuotedWordsEnd(const Passage& passage, uint32_t i, uint32_t last) {
  constexpr uint32_t kMost = 4;  // words and hyphens
  const std::vector<Token>& tokens = passage.tokens;
  if (i + 2 >= last || !IsOpenQuote(passage.str(i)) ||
      tokens[i + 1].is(kSpaceBefore)) {
    return 0;
  }
  for (uint32_t k = i + 1; k < last && k <= i + kMost + 1; ++k) {
    bool closes = k > i + 1 && IsCloseQuote(passage.str(k));
    if (closes) return tokens[k].is(kSpaceBefore) ? 0 : k + 1;
    if (tokens[k].kind != TokenKind::kWord && !passage.Is(k, "-")) return 0;
  }
  return 0;
}

bool Passage::SameWord(uint32_t i, std::string_view folded) const {
  return tokens[i].word != 0 && lexicon->String(word(i).key) == folded;
}

std::string_view Passage::Lemma(uint32_t i) const {
  const model::Word& w = word(i);
  return tokens[i].word == 0 ? str(i)
                             : lexicon->String(lexicon->word(w.lemma).key);
}

uint32_t Passage::VerbLemmaId(uint32_t i) const {
  const model::Word& w = word(i);
  // "to lay" is no form of "lie".
  bool bare = (w.tags & Bit(Tag::kVB)) && i < tags.size() &&
              (tags[i] == Tag::kVB || tags[i] == Tag::kVBP);
  if (bare) return tokens[i].word;
  return w.verb_lemma != 0 ? w.verb_lemma : w.lemma;
}

std::string_view Passage::VerbLemma(uint32_t i) const {
  return tokens[i].word == 0
             ? str(i)
             : lexicon->String(lexicon->word(VerbLemmaId(i)).key);
}

ClassSet Passage::ClassesOf(const Sentence& sentence) const {
  ClassSet all;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    all |= lexicon->AllClasses(tokens[i].word);
  }
  uint32_t end = phrase_start[sentence.last];
  for (uint32_t p = phrase_start[sentence.first]; p < end; ++p) {
    for (const model::Sense& sense :
         lexicon->Senses(lexicon->node(phrases[p].node))) {
      all.Add(sense.cls);
    }
  }
  return all;
}

Passage::ClassMatch Passage::LongestMatch(uint32_t i, WordClass cls,
                                          uint32_t limit) const {
  ClassMatch best;
  auto take = [&](const model::Sense& sense, uint32_t length) {
    if (sense.cls != cls) return;
    best.length = length;
    best.value = sense.is_string ? 0 : sense.value;
    best.text =
        sense.is_string
            ? lexicon->String(static_cast<model::StringRef>(sense.value))
            : std::string_view();
  };
  if (Has(i, cls)) {
    for (const model::Sense& sense : lexicon->Senses(word(i))) {
      if (sense.cls == cls) {
        take(sense, 1);
        break;
      }
    }
  }
  if (!StartsPhrase(i)) return best;
  for (uint32_t p = phrase_start[i]; p < phrase_start[i + 1]; ++p) {
    if (phrases[p].last > limit) continue;
    for (const model::Sense& sense :
         lexicon->Senses(lexicon->node(phrases[p].node))) {
      take(sense, phrases[p].last - phrases[p].first);
    }
  }
  return best;
}

void MatchPhrases(Passage& passage) {
  const Lexicon& lexicon = *passage.lexicon;
  passage.phrases.clear();
  passage.phrase_start.assign(1, 0);
  size_t s = 0;
  for (uint32_t i = 0; i < passage.size(); ++i) {
    while (s < passage.sentences.size() && passage.sentences[s].last <= i) {
      ++s;
    }
    uint32_t limit = s < passage.sentences.size() ? passage.sentences[s].last
                                                  : passage.size();
    if (passage.word(i).starts_phrase) {
      uint32_t node = 0;
      for (uint32_t k = i; k < limit; ++k) {
        node = lexicon.Next(node, passage.tokens[k].word);
        if (node == 0) break;
        const model::Node& found = lexicon.node(node);
        if (found.sense_count > 0 || found.entry_count > 0) {
          passage.phrases.push_back({i, k + 1, node});
        }
      }
    }
    passage.phrase_start.push_back(
        static_cast<uint32_t>(passage.phrases.size()));
  }
}

Span Passage::SpanInSentence(uint32_t first, uint32_t last) const {
  Span whole = span(first, last);
  if (!tokens[last - 1].is(kDotted)) return whole;
  auto sentence = std::upper_bound(
      sentences.begin(), sentences.end(), last - 1,
      [](uint32_t at, const Sentence& s) { return at < s.last; });
  if (sentence == sentences.end()) return whole;
  uint32_t end = sentence->last;
  while (end > last && tokens[end - 1].kind == TokenKind::kMark) {
    --end;  // a quotation mark or bracket behind it
  }
  std::string_view word = str(last - 1);
  bool single = word.find('.') + 1 == word.size() && word.size() > 2;
  if (end == last && single) --whole.end;
  return whole;
}

uint32_t Passage::TokenFrom(size_t offset) const {
  auto token =
      std::partition_point(tokens.begin(), tokens.end(),
                           [&](const Token& t) { return t.start < offset; });
  return static_cast<uint32_t>(token - tokens.begin());
}

void ReadPassage(std::string_view text, const Layout& layout,
                 const Lexicon& lexicon, Passage& passage) {
  passage.text = text;
  passage.lexicon = &lexicon;
  passage.tokens.clear();
  passage.sentences.clear();
  for (size_t i = 0; i < layout.blocks.size(); ++i) {
    uint32_t first = passage.size();
    Tokenize(text, layout.blocks[i].span, &lexicon, passage.tokens,
             &passage.word_cache);
    SplitSentences(layout, i, first, passage);
  }
  MatchPhrases(passage);
  TagWords(passage);
}

}  // namespace newsdigest
