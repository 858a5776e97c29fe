// Collects words, phrases, names and frames, and writes the model.
//
// Each loader (wordnet.cc, tables.cc, frames.cc) adds what its files hold;
// Write() lays everything out as language/model.h says. Errors are messages
// of the form "path:line: what" thrown as CompileError: a build either has
// all of its data or stops.
#ifndef NEWSDIGEST_COMPILE_BUILDER_H_
#define NEWSDIGEST_COMPILE_BUILDER_H_

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "language/model.h"

namespace newsdigest::compile {

struct CompileError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct WordInfo {
  std::string lemma, verb_lemma;
  uint32_t tags = 0;
  uint32_t own_tags = 0;     // from data/lexicon/pos.tsv
  uint32_t closed_tags = 0;  // of these, those that shut out all others
  uint32_t most = 0;         // the reading that it has most in news
  uint32_t same = 0;         // past forms of a verb that are the verb itself
  int counts[4] = {0, 0, 0, 0};  // noun, verb, adjective, adverb
  int verb_lemma_count = -1;     // of the verb that `verb_lemma` names
  int noun_lemma_count = -1;     // of the noun that `lemma` names
  uint8_t noun_kind = 0;
  bool proper = false;
  std::vector<model::Sense> senses;
  std::vector<model::Trigger> triggers;
};

class Builder {
 public:
  Builder();

  // The word's record, made where it is new. `word` is folded here.
  WordInfo& word(std::string_view word);
  // The nouns and verbs that data/lexicon/pos.tsv names.
  std::vector<std::string> own_nouns;
  std::vector<std::string> own_verbs;
  bool HasWord(std::string_view word) const;

  model::StringRef String(std::string_view text);

  // A meaning of a word or, where `text` has several tokens, of a phrase.
  void AddSense(std::string_view text, WordClass cls, std::string_view value);
  void AddName(const model::Entry& entry, std::string_view surface);
  uint32_t AddEntry(model::Entry entry);
  void AddSurface(uint32_t entry, std::string_view surface);
  uint32_t AddFrame(const model::Frame& frame);
  // `words` are told apart by blanks; returns the place of the first.
  uint32_t AddWordList(const std::vector<std::string>& words);
  void AddTrigger(std::string_view head, model::Trigger trigger,
                  const std::vector<std::string>& rest);

  std::string Write();

 private:
  struct PhraseNode {
    std::map<std::string, uint32_t> next;
    std::vector<model::Sense> senses;
    std::vector<model::Surface> surfaces;
  };
  // A word and what is known of it.
  struct Item {
    const std::string* key;
    WordInfo* info;
  };
  // What Write() puts one after the other.
  struct Tables {
    std::vector<model::Word> words;
    std::vector<ClassSet> class_sets;
    std::vector<uint32_t> slots;
    std::vector<model::Sense> senses;
    std::vector<model::Trigger> triggers;
    std::vector<model::Edge> edges;
    std::vector<model::Node> nodes;
    std::vector<model::Surface> surfaces;
  };
  uint32_t PhraseNodeFor(const std::vector<std::string>& tokens);
  void AssignIds();
  model::Word Row(const Item& item);
  void AddWords(Tables& tables);
  void AddClasses(Tables& tables) const;  // after AddWords
  void AddSlots(Tables& tables) const;    // after AddWords
  void AddTrie(Tables& tables) const;

  std::map<std::string, WordInfo, std::less<>> words_;
  std::map<std::string, model::StringRef, std::less<>> string_refs_;
  std::string strings_;
  std::vector<PhraseNode> nodes_;
  std::vector<model::Entry> entries_;
  std::vector<model::Frame> frames_;
  struct PendingTrigger {
    std::string head;
    model::Trigger trigger;
    std::vector<std::string> rest;
  };
  std::vector<PendingTrigger> triggers_;
  std::vector<std::string> list_words_;
  std::vector<Item> order_;  // by id
  std::map<std::string, uint32_t, std::less<>> ids_;
};

// The tokens of a name or phrase of data/, as the tokenizer would part them.
std::vector<std::string> Tokens(std::string_view text);

void LoadWordNet(const std::string& folder, Builder& builder);
void LoadLexicon(const std::string& folder, Builder& builder);
void LoadGazetteer(const std::string& folder, Builder& builder);
void LoadCurrencies(const std::string& iso_folder, Builder& builder);
void LoadFrames(const std::string& folder, Builder& builder);

std::string ReadFile(const std::string& path);
// Files of `folder` with `ending`, sorted.
std::vector<std::string> FilesIn(const std::string& folder,
                                 std::string_view ending);

}  // namespace newsdigest::compile

#endif  // NEWSDIGEST_COMPILE_BUILDER_H_
