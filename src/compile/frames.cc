// The frames of data/frames/*.toml for the model.
#include <fstream>
#include <sstream>

#include "compile/builder.h"
#include "language/frame_file.h"

namespace newsdigest::compile {
namespace {

class ModelFrames : public FrameSink {
 public:
  explicit ModelFrames(Builder& builder) : builder_(builder) {}

  model::StringRef String(const std::string& text) override {
    return builder_.String(text);
  }
  uint32_t AddWordList(const std::vector<std::string>& words) override {
    return builder_.AddWordList(words);
  }
  uint32_t AddFrame(const model::Frame& frame) override {
    return builder_.AddFrame(frame);
  }
  void AddTrigger(const std::string& head, model::Trigger trigger,
                  const std::vector<std::string>& rest) override {
    builder_.AddTrigger(head, trigger, rest);
  }

 private:
  Builder& builder_;
};

}  // namespace

void LoadFrames(const std::string& folder, Builder& builder) {
  ModelFrames sink(builder);
  for (const std::string& path : FilesIn(folder, ".toml")) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    try {
      ReadFrames(text.str(), path, sink);
    } catch (const FrameFileError& error) {
      throw CompileError(error.what());
    }
  }
}

}  // namespace newsdigest::compile
