// The user's own frames: what `--rules FILE` reads.
//
//   std::string error;
//   auto rules = newsdigest::Rules::Parse(toml, "mine.toml", error);
//   newsdigest::AnalyzerOptions options;
//   options.rules = &*rules;
#ifndef NEWSDIGEST_RULES_H_
#define NEWSDIGEST_RULES_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsdigest {

class FrameBook;

class Rules {
 public:
  // Frames in TOML, as in data/frames/. Nothing and `error` ("PATH:LINE:COLUMN:
  // what is wrong") where the text is no frame file; `path` is for messages.
  static std::optional<Rules> Parse(std::string_view toml,
                                    const std::string& path,
                                    std::string& error);

  // Runs the frames' `match` and `nomatch` sentences; one line "PATH:LINE:
  // ..." for each that does not do as it says. Empty: all do.
  std::vector<std::string> Check() const;
  // How many sentences Check runs.
  int examples() const;

  const FrameBook& book() const;  // for the library's own use

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_RULES_H_
