// Folding: the one spelling under which a word is looked up. ASCII and
// Latin-1 capitals become small, curly apostrophes straight.
#ifndef NEWSDIGEST_LANGUAGE_FOLD_H_
#define NEWSDIGEST_LANGUAGE_FOLD_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace newsdigest {

inline constexpr size_t kMaxWordBytes = 48;

// Writes the folded form of `word` to `out` (at most kMaxWordBytes bytes) and
// returns its length; longer words fold to their first kMaxWordBytes bytes.
inline size_t Fold(std::string_view word, char* out) {
  size_t n = 0;
  for (size_t i = 0; i < word.size() && n + 2 < kMaxWordBytes; ++i) {
    unsigned char c = static_cast<unsigned char>(word[i]);
    if (c >= 'A' && c <= 'Z') {
      out[n++] = static_cast<char>(c + 32);
    } else if (c == 0xC3 && i + 1 < word.size()) {
      unsigned char d = static_cast<unsigned char>(word[++i]);
      if (d >= 0x80 && d <= 0x9E && d != 0x97) d += 0x20;
      out[n++] = static_cast<char>(c);
      out[n++] = static_cast<char>(d);
    } else if (c == 0xE2 && i + 2 < word.size() &&
               static_cast<unsigned char>(word[i + 1]) == 0x80 &&
               static_cast<unsigned char>(word[i + 2]) == 0x99) {
      out[n++] = '\'';
      i += 2;
    } else {
      out[n++] = static_cast<char>(c);
    }
  }
  return n;
}

// Takes the marks off the folded word `key` of `size` bytes, in place: naïve
// becomes naive, Malmö malmo. An é stays, for it tells a noun from a verb:
// résumé, exposé, rosé. Returns the new length.
inline size_t Unmark(char* key, size_t size) {
  // Letters from à (C3 A0) to ÿ (C3 BF); a dot: two letters or none, stays.
  static constexpr char kPlain[] = "aaaaaa.ce.eeiiii.nooooo.ouuuuy.y";
  size_t n = 0;
  for (size_t i = 0; i < size; ++i) {
    unsigned char d = i + 1 < size ? static_cast<unsigned char>(key[i + 1]) : 0;
    bool marked = key[i] == '\xC3' && d >= 0xA0 && d <= 0xBF;
    if (marked && kPlain[d - 0xA0] != '.') {
      key[n++] = kPlain[d - 0xA0];
      ++i;
    } else {
      key[n++] = key[i];
    }
  }
  return n;
}

inline std::string Folded(std::string_view word) {
  char buffer[kMaxWordBytes];
  return std::string(buffer, Fold(word, buffer));
}

// ASCII capitals become small; all else stays, at any length.
inline std::string Lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

inline uint32_t HashBytes(const char* data, size_t size) {
  uint64_t h = 0x9E3779B97F4A7C15ull ^ size;
  for (size_t i = 0; i < size; ++i) {
    h = (h ^ static_cast<unsigned char>(data[i])) * 0x100000001B3ull;
  }
  h ^= h >> 29;
  return static_cast<uint32_t>(h ^ (h >> 32));
}

inline uint32_t HashEdge(uint32_t node, uint32_t word) {
  uint64_t h = (uint64_t{node} << 32 | word) * 0x9E3779B97F4A7C15ull;
  return static_cast<uint32_t>(h >> 32);
}

}  // namespace newsdigest

#endif  // NEWSDIGEST_LANGUAGE_FOLD_H_
