#include "language/lexicon.h"

#include <cstdlib>
#include <cstring>

#include "language/fold.h"

namespace newsdigest {

template <typename T>
const T* Lexicon::At(const model::Section& section) const {
  return reinterpret_cast<const T*>(bytes_ + section.offset);
}

Lexicon::Lexicon(const unsigned char* bytes)
    : bytes_(bytes), header_(reinterpret_cast<const model::Header*>(bytes)) {
  strings_ = At<char>(header_->strings);
  words_ = At<model::Word>(header_->words);
  class_sets_ = At<ClassSet>(header_->class_sets);
  slots_ = At<uint32_t>(header_->slots);
  senses_ = At<model::Sense>(header_->senses);
  edges_ = At<model::Edge>(header_->edges);
  nodes_ = At<model::Node>(header_->nodes);
  surfaces_ = At<model::Surface>(header_->entry_list);
  entries_ = At<model::Entry>(header_->entries);
  frames_ = At<model::Frame>(header_->frames);
  triggers_ = At<model::Trigger>(header_->triggers);
  lists_ = At<uint32_t>(header_->word_lists);
}

std::string_view Lexicon::String(model::StringRef ref) const {
  uint16_t size;
  std::memcpy(&size, strings_ + ref, sizeof size);
  return {strings_ + ref + sizeof size, size};
}

uint32_t Lexicon::Find(std::string_view word) const {
  if (word.size() >= kMaxWordBytes) return 0;
  char key[kMaxWordBytes];
  size_t size = Fold(word, key);
  if (uint32_t id = FindKey({key, size})) return id;
  size_t plain = Unmark(key, size);
  return plain < size ? FindKey({key, plain}) : 0;
}

uint32_t Lexicon::FindKey(std::string_view key) const {
  uint32_t hash = HashBytes(key.data(), key.size());
  uint32_t at = hash & header_->slot_mask;
  for (; slots_[at] != 0; at = (at + 1) & header_->slot_mask) {
    uint32_t id = model::SlotWord(slots_[at]);
    if (slots_[at] != model::MakeSlot(hash, id)) continue;
    if (String(words_[id].key) == key) return id;
  }
  return 0;
}

std::span<const model::Sense> Lexicon::Senses(const model::Word& word) const {
  return {senses_ + word.senses, word.sense_count};
}

std::span<const model::Sense> Lexicon::Senses(const model::Node& node) const {
  return {senses_ + node.senses, node.sense_count};
}

std::span<const model::Surface> Lexicon::Surfaces(
    const model::Node& node) const {
  return {surfaces_ + node.entries, node.entry_count};
}

std::span<const model::Trigger> Lexicon::Triggers(uint32_t word) const {
  return {triggers_ + words_[word].triggers, words_[word].trigger_count};
}

std::span<const uint32_t> Lexicon::List(uint32_t first, uint32_t count) const {
  return {lists_ + first, count};
}

int Lexicon::Value(uint32_t id, WordClass cls, int otherwise) const {
  if (!Has(id, cls)) return otherwise;
  for (const model::Sense& sense : Senses(words_[id])) {
    if (sense.cls == cls && !sense.is_string) return sense.value;
  }
  return otherwise;
}

std::string_view Lexicon::Text(uint32_t id, WordClass cls) const {
  if (!Has(id, cls)) return {};
  for (const model::Sense& sense : Senses(words_[id])) {
    if (sense.cls == cls && sense.is_string) {
      return String(static_cast<model::StringRef>(sense.value));
    }
  }
  return {};
}

uint32_t Lexicon::Next(uint32_t node, uint32_t word) const {
  if (word == 0) return 0;
  uint32_t at = HashEdge(node, word) & header_->edge_mask;
  while (edges_[at].next != 0) {
    if (edges_[at].node == node && edges_[at].word == word) {
      return edges_[at].next;
    }
    at = (at + 1) & header_->edge_mask;
  }
  return 0;
}

}  // namespace newsdigest
