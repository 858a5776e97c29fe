// Words looked up before. Few words make up most of a text, and the lexicon
// is larger than the processor's caches: a small table in front of it spares
// folding, hashing and the way to memory.
#ifndef NEWSDIGEST_LANGUAGE_WORD_CACHE_H_
#define NEWSDIGEST_LANGUAGE_WORD_CACHE_H_

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "language/lexicon.h"

namespace newsdigest {

// For one lexicon and one thread. A slot holds the last word that fell to it,
// letter by letter: an answer is always the lexicon's.
class WordCache {
 public:
  // Lexicon::Find().
  uint32_t Find(const Lexicon& lexicon, std::string_view word) {
    if (word.empty() || word.size() > kMostBytes) return lexicon.Find(word);
    if (slots_.empty()) slots_.resize(size_t{1} << kSlotBits);
    uint64_t low = 0;
    uint64_t high = 0;
    Load(word, low, high);
    high |= uint64_t{word.size()} << 56;
    uint64_t hash =
        (low ^ (high * 0x9E3779B97F4A7C15ull)) * 0xD6E8FEB86659FD93ull;
    Slot& slot = slots_[hash >> (64 - kSlotBits)];
    if (slot.low != low || slot.high != high) {
      slot = {low, high, lexicon.Find(word)};
    }
    return slot.word;
  }

 private:
  static constexpr size_t kMostBytes = 15;
  static constexpr int kSlotBits = 12;

  struct Slot {
    uint64_t low = 0, high = 0;  // the word's bytes; the last is their number
    uint32_t word = 0;
  };

  // The bytes of `word` (1 to 15), zeros behind them.
  static void Load(std::string_view word, uint64_t& low, uint64_t& high) {
    const char* data = word.data();
    size_t size = word.size();
    if (size >= 8) {
      std::memcpy(&low, data, 8);
      if (size == 8) return;
      std::memcpy(&high, data + size - 8, 8);
      high >>= 8 * (16 - size);
    } else if (size >= 4) {
      uint32_t front = 0;
      uint32_t back = 0;
      std::memcpy(&front, data, 4);
      std::memcpy(&back, data + size - 4, 4);
      low = front | uint64_t{back} << (8 * (size - 4));
    } else {
      for (size_t i = 0; i < size; ++i) {
        low |= uint64_t{static_cast<unsigned char>(data[i])} << (8 * i);
      }
    }
  }

  std::vector<Slot> slots_;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_LANGUAGE_WORD_CACHE_H_
