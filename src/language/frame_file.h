// Frame files: TOML, `type` and [[frame]] tables. data/README.md describes the
// keys; data/frames/ holds the program's own, `--rules` takes the user's.
#ifndef NEWSDIGEST_LANGUAGE_FRAME_FILE_H_
#define NEWSDIGEST_LANGUAGE_FRAME_FILE_H_

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "language/model.h"

namespace newsdigest {

// "PATH:LINE:COLUMN: what is wrong".
class FrameFileError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Takes what a frame file holds. Words are as written; a sink that does not
// know one throws std::invalid_argument, and the reader adds the place.
class FrameSink {
 public:
  virtual ~FrameSink() = default;
  virtual model::StringRef String(const std::string& text) = 0;
  // The index of the first of `words` in the sink's list of words.
  virtual uint32_t AddWordList(const std::vector<std::string>& words) = 0;
  virtual uint32_t AddFrame(const model::Frame& frame) = 0;
  // `head`: the word that triggers; `rest`: those that stand beside it.
  virtual void AddTrigger(const std::string& head, model::Trigger trigger,
                          const std::vector<std::string>& rest) = 0;
};

// A sentence of a frame's `match` or `nomatch`.
struct FrameExample {
  std::string rule;  // "acquisition/buy"
  std::string sentence;
  std::string expected;  // "SUBJECT | OBJECT"; empty: the frame stays silent
  int line = 0;          // of the file
};

// Reads the frames of `text` into the sink, and their sentences. `path` is
// for messages. Throws FrameFileError.
std::vector<FrameExample> ReadFrames(std::string_view text,
                                     const std::string& path, FrameSink& sink);

}  // namespace newsdigest

#endif  // NEWSDIGEST_LANGUAGE_FRAME_FILE_H_
