#include "newsdigest/rules.h"

#include <fmt/format.h>

#include <map>
#include <stdexcept>

#include "language/frame_book.h"
#include "language/frame_file.h"
#include "newsdigest/analyzer.h"

namespace newsdigest {
namespace {

// Frames in memory, their words those of the lexicon.
class UserBook : public FrameBook, public FrameSink {
 public:
  explicit UserBook(const Lexicon& lexicon) : lexicon_(lexicon) {
    strings_.emplace_back();  // 0 is ""
  }

  std::span<const model::Trigger> Triggers(uint32_t word) const override {
    auto found = triggers_.find(word);
    if (found == triggers_.end()) return {};
    return found->second;
  }
  const model::Frame& frame(uint32_t id) const override { return frames_[id]; }
  std::string_view String(model::StringRef ref) const override {
    return strings_[ref];
  }
  std::span<const uint32_t> List(uint32_t first,
                                 uint32_t count) const override {
    return {lists_.data() + first, count};
  }
  int rank() const override { return 4; }

  model::StringRef String(const std::string& text) override {
    if (text.empty()) return 0;
    strings_.push_back(text);
    return static_cast<model::StringRef>(strings_.size() - 1);
  }
  uint32_t AddWordList(const std::vector<std::string>& words) override {
    auto first = static_cast<uint32_t>(lists_.size());
    for (const std::string& word : words) lists_.push_back(Word(word));
    return first;
  }
  uint32_t AddFrame(const model::Frame& frame) override {
    frames_.push_back(frame);
    return static_cast<uint32_t>(frames_.size() - 1);
  }
  void AddTrigger(const std::string& head, model::Trigger trigger,
                  const std::vector<std::string>& rest) override {
    for (size_t i = 0; i < rest.size() && i < 3; ++i) {
      trigger.words[i] = Word(rest[i]);
    }
    triggers_[Word(head)].push_back(trigger);
  }

 private:
  uint32_t Word(const std::string& word) const {
    uint32_t id = lexicon_.Find(word);
    if (id == 0) {
      throw std::invalid_argument("'" + word +
                                  "' is no word that the program knows");
    }
    return id;
  }

  const Lexicon& lexicon_;
  std::vector<model::Frame> frames_;
  std::map<uint32_t, std::vector<model::Trigger>> triggers_;
  std::vector<uint32_t> lists_;
  std::vector<std::string> strings_;
};

std::string NameOf(const std::optional<Party>& party) {
  return party ? party->name : "-";
}

}  // namespace

struct Rules::Data {
  explicit Data(const Lexicon& lexicon) : book(lexicon) {}

  std::string path;
  UserBook book;
  std::vector<FrameExample> examples;
};

std::optional<Rules> Rules::Parse(std::string_view toml,
                                  const std::string& path, std::string& error) {
  auto data = std::make_shared<Data>(Lexicon::BuiltIn());
  data->path = path;
  try {
    data->examples = ReadFrames(toml, path, data->book);
  } catch (const FrameFileError& wrong) {
    error = wrong.what();
    return {};
  }
  Rules rules;
  rules.data_ = std::move(data);
  return rules;
}

const FrameBook& Rules::book() const { return data_->book; }

int Rules::examples() const { return static_cast<int>(data_->examples.size()); }

std::vector<std::string> Rules::Check() const {
  std::vector<std::string> wrong;
  AnalyzerOptions options;
  options.rules = this;
  Analyzer analyzer(options);
  for (const FrameExample& example : data_->examples) {
    Article article;
    article.text = example.sentence + "\n";
    Digest digest = analyzer.Analyze(article);
    std::string found;
    // A match is any claim of the type: what another frame says of it too is
    // said; a sentence that must not match is about this frame alone.
    bool match = !example.expected.empty();
    std::string type = example.rule.substr(0, example.rule.find('/'));
    for (const Claim& claim : digest.claims) {
      bool own = match ? Name(claim.type) == type : claim.rule == example.rule;
      if (!own) continue;
      std::string said = NameOf(claim.subject) + " | " + NameOf(claim.object);
      if (found.empty() || said == example.expected) found = said;
    }
    if (found == example.expected) continue;
    std::string says = found.empty() ? "is silent" : "says '" + found + "'";
    std::string wanted = example.expected.empty()
                             ? "should be silent"
                             : "should say '" + example.expected + "'";
    wrong.push_back(fmt::format("{}:{}: {} {} but {}: {}", data_->path,
                                example.line, example.rule, says, wanted,
                                example.sentence));
  }
  return wrong;
}

}  // namespace newsdigest
