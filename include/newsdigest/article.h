// What goes in: one article and what is known about it beforehand.
#ifndef NEWSDIGEST_ARTICLE_H_
#define NEWSDIGEST_ARTICLE_H_

#include <optional>
#include <string>

namespace newsdigest {

// One article. `text` is raw bytes in any encoding that Decode() knows (UTF-8,
// UTF-16 with a mark, windows-1252); everything else is valid UTF-8.
struct Article {
  std::string text;
  // A title that came apart from the text (a JSON Lines "title" key). Left
  // out of the analysis where the text begins with it.
  std::optional<std::string> title;
  // Publication date, ISO 8601 ("2026-04-17", a time may follow).
  std::optional<std::string> published;
  std::optional<std::string> url;
  std::optional<std::string> publisher;
  std::optional<std::string> byline;
  // Where it came from: a path, or empty for a stream.
  std::string path;
  // The value of a record's "id" key as JSON text, given back untouched.
  std::optional<std::string> id_json;
  // "text", "markdown" or "jsonl": named in the digest's `source`.
  std::string format = "text";
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_ARTICLE_H_
