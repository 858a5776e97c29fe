// The compiled model, read in place: words, phrases, names, frames.
//
// One look-up a word gives its id; everything after works on ids, class bits
// and tags. Stateless and shared by all threads.
#ifndef NEWSDIGEST_LANGUAGE_LEXICON_H_
#define NEWSDIGEST_LANGUAGE_LEXICON_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "language/model.h"

namespace newsdigest {

class Lexicon {
 public:
  // `bytes` is a compiled model, aligned to 16, and outlives the lexicon.
  explicit Lexicon(const unsigned char* bytes);

  // The model inside this binary.
  static const Lexicon& BuiltIn();

  // Id of a word form in any case, with or without its marks (naïve, naive);
  // 0 where unknown.
  uint32_t Find(std::string_view word) const;

  const model::Word& word(uint32_t id) const { return words_[id]; }
  bool Has(uint32_t id, WordClass cls) const {
    return class_sets_[words_[id].classes].Has(cls);
  }
  // The word or its dictionary form.
  bool LemmaHas(uint32_t id, WordClass cls) const {
    return class_sets_[words_[id].lemma_classes].Has(cls);
  }
  // The word or its dictionary form as a verb.
  bool VerbHas(uint32_t id, WordClass cls) const {
    return class_sets_[words_[id].verb_classes].Has(cls);
  }
  // The word or any dictionary form.
  ClassSet AllClasses(uint32_t id) const {
    return class_sets_[words_[id].lemma_classes] |
           class_sets_[words_[id].verb_classes];
  }
  const ClassSet& VerbClasses(uint32_t id) const {
    return class_sets_[words_[id].verb_classes];
  }
  const ClassSet& Classes(uint32_t id) const {
    return class_sets_[words_[id].classes];
  }
  // The number of the word's sense `cls`; `otherwise` where it has none.
  int Value(uint32_t id, WordClass cls, int otherwise) const;
  // The text of the word's sense `cls`, or "".
  std::string_view Text(uint32_t id, WordClass cls) const;

  std::string_view String(model::StringRef ref) const;
  std::span<const model::Sense> Senses(const model::Word& word) const;
  std::span<const model::Sense> Senses(const model::Node& node) const;
  std::span<const model::Surface> Surfaces(const model::Node& node) const;
  std::span<const model::Trigger> Triggers(uint32_t word) const;
  std::span<const uint32_t> List(uint32_t first, uint32_t count) const;

  // The phrase node reached from `node` by `word`; 0: none.
  uint32_t Next(uint32_t node, uint32_t word) const;
  const model::Node& node(uint32_t id) const { return nodes_[id]; }
  const model::Entry& entry(uint32_t id) const { return entries_[id]; }
  const model::Frame& frame(uint32_t id) const { return frames_[id]; }
  uint32_t frame_count() const { return header_->frames.count; }
  uint32_t entry_count() const { return header_->entries.count; }

 private:
  template <typename T>
  const T* At(const model::Section& section) const;
  // Id of a folded spelling; 0 where unknown.
  uint32_t FindKey(std::string_view key) const;

  const unsigned char* bytes_;
  const model::Header* header_;
  const char* strings_;
  const model::Word* words_;
  const ClassSet* class_sets_;
  const uint32_t* slots_;
  const model::Sense* senses_;
  const model::Edge* edges_;
  const model::Node* nodes_;
  const model::Surface* surfaces_;
  const model::Entry* entries_;
  const model::Frame* frames_;
  const model::Trigger* triggers_;
  const uint32_t* lists_;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_LANGUAGE_LEXICON_H_
