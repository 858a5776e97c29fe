// A place in a text.
//
// Inside the library a Span counts bytes of the decoded UTF-8 text, `end`
// exclusive; the writers turn it into Unicode code points (what Python and jq
// slice by) as they write.
#ifndef NEWSDIGEST_SPAN_H_
#define NEWSDIGEST_SPAN_H_

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace newsdigest {

struct Span {
  uint32_t start = 0;
  uint32_t end = 0;

  bool empty() const { return start >= end; }
  uint32_t size() const { return end - start; }
  bool Contains(const Span& other) const {
    return start <= other.start && other.end <= end;
  }
  bool Overlaps(const Span& other) const {
    return start < other.end && other.start < end;
  }
  friend bool operator==(const Span&, const Span&) = default;
};

// The smallest span that holds both.
inline Span Cover(const Span& a, const Span& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.start, b.start), std::max(a.end, b.end)};
}

// The text of `span`. The span must lie inside `text`.
inline std::string_view Slice(std::string_view text, const Span& span) {
  return text.substr(span.start, span.end - span.start);
}

}  // namespace newsdigest

#endif  // NEWSDIGEST_SPAN_H_
