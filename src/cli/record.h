// A line of JSON Lines as an article.
#ifndef NEWSDIGEST_CLI_RECORD_H_
#define NEWSDIGEST_CLI_RECORD_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "newsdigest/article.h"

namespace newsdigest::cli {

// An article, or why it could not be read.
struct Record {
  Article article;
  std::string relative;           // the path below the folder that was named
  std::string error_code, error;  // empty: no error
  uint64_t line = 0;              // of a JSON Lines file
};

// The article of one JSON object (RFC 8259, any depth). Errors: bad_json,
// bad_record (no object), no_text. Of keys that come twice the last counts.
Record ParseRecord(std::string_view line);

}  // namespace newsdigest::cli

#endif  // NEWSDIGEST_CLI_RECORD_H_
