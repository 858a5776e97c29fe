// Bytes to text: the border decoder. Everything behind it is valid UTF-8.
#ifndef NEWSDIGEST_TEXT_DECODE_H_
#define NEWSDIGEST_TEXT_DECODE_H_

#include <string>
#include <string_view>
#include <vector>

#include "newsdigest/digest.h"

namespace newsdigest {

// Decodes UTF-8 (with or without mark), UTF-16 with mark, and windows-1252
// where the bytes are not valid UTF-8. What cannot be decoded becomes U+FFFD.
// Each choice that the caller may want to know of is a warning:
// "encoding" (not plain UTF-8) or "replaced" (with how many).
std::string Decode(std::string_view bytes, std::vector<Warning>& warnings);

// Bytes at the start of `bytes` that are valid UTF-8.
size_t ValidPrefix(std::string_view bytes);

// Length of the valid UTF-8 sequence at the start of `bytes`; 0: none.
size_t SequenceLength(std::string_view bytes);

}  // namespace newsdigest

#endif  // NEWSDIGEST_TEXT_DECODE_H_
