#include "language/frame_file.h"

#include <toml++/toml.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "newsdigest/digest.h"

namespace newsdigest {
namespace {

using Names = std::map<std::string, int, std::less<>>;

// The names that the contract has for the first `count` values of an enum.
template <typename Enum>
Names NamesOf(int count) {
  Names names;
  for (int i = 0; i < count; ++i) names[Name(static_cast<Enum>(i))] = i;
  return names;
}

const Names kTypes = NamesOf<ClaimType>(kClaimTypes);
const Names kFigures =
    NamesOf<FigureKind>(static_cast<int>(FigureKind::kNumber) + 1);
const Names kStatuses =
    NamesOf<Status>(static_cast<int>(Status::kCancelled) + 1);

const Names kFillers = {{"company", model::kCompany},
                        {"organization", model::kOrganization},
                        {"person", model::kPerson},
                        {"place", model::kPlace},
                        {"product", model::kProduct},
                        {"instrument", model::kInstrument},
                        {"event", model::kEvent},
                        {"work", model::kWork},
                        {"thing", model::kThing},
                        {"security", model::kSecurity},
                        {"measure", model::kMeasure},
                        {"someone", model::kSomeone},
                        {"party", model::kCompany | model::kOrganization |
                                      model::kPerson | model::kPlace},
                        {"body", model::kCompany | model::kOrganization},
                        {"any", 0xfff}};

const std::map<std::string, model::Slot, std::less<>> kSlots = {
    {"subject", model::Slot::kSubject},
    {"object", model::Slot::kObject},
    {"possessor", model::Slot::kPossessor},
    {"left", model::Slot::kLeft},
    {"light", model::Slot::kLight},
    {"receiver", model::Slot::kReceiver},
    {"giver", model::Slot::kGiver},
    {"of", model::Slot::kOf},
    {"by", model::Slot::kBy},
    {"with", model::Slot::kWith},
    {"in", model::Slot::kIn},
    {"into", model::Slot::kInto},
    {"to", model::Slot::kTo},
    {"for", model::Slot::kFor},
    {"from", model::Slot::kFrom},
    {"on", model::Slot::kOn},
    {"at", model::Slot::kAt},
    {"against", model::Slot::kAgainst},
    {"between", model::Slot::kBetween},
    {"over", model::Slot::kOver},
    {"as", model::Slot::kAs},
    {"behind", model::Slot::kBehind},
    {"purpose", model::Slot::kPurpose},
    {"under", model::Slot::kUnder},
    {"focus", model::Slot::kFocus},
    {"rated", model::Slot::kRated},
    {"definite", model::Slot::kDefinite},
    {"led", model::Slot::kLed},
    {"accused", model::Slot::kAccused},
    {"that", model::Slot::kThat},
    {"is", model::Slot::kIs},
    {"clause", model::Slot::kClause}};

const Names kDirections = {{"none", 0}, {"up", 1}, {"down", 2}, {"flat", 3}};

const Names kShares = {{"any", static_cast<int>(model::Share::kAny)},
                       {"minor", static_cast<int>(model::Share::kMinor)},
                       {"major", static_cast<int>(model::Share::kMajor)}};

const Names kRequires = {
    {"subject", model::kNeedSubject}, {"object", model::kNeedObject},
    {"amount", model::kNeedAmount},   {"name", model::kNeedName},
    {"both", model::kNeedBothNames},  {"figure", model::kNeedFigure},
    {"role", model::kNeedRole},       {"spelled", model::kNeedSpelled}};

const std::set<std::string, std::less<>> kKeys = {
    "type",        "name",         "verbs",        "nouns",
    "adjectives",  "action",       "direction",    "status",
    "progressive", "subject",      "object",       "verb_subject",
    "verb_object", "noun_subject", "noun_object",  "amount",
    "level",       "units",        "object_words", "not_object_words",
    "owned_words", "owned_only",   "require",      "moves",
    "reads_role",  "drop_object",  "reciprocal",   "amount_object",
    "theme",       "share",        "match",        "nomatch"};

class FrameReader {
 public:
  FrameReader(std::string path, FrameSink& sink)
      : path_(std::move(path)), sink_(sink) {}

  std::vector<FrameExample> Read(std::string_view text) {
    toml::table file;
    try {
      file = toml::parse(text);
    } catch (const toml::parse_error& error) {
      Fail(error.source(), std::string(error.description()));
    }
    for (const auto& [key, node] : file) {
      if (key.str() != "type" && key.str() != "sets" && key.str() != "frame") {
        Fail(node.source(), "'" + std::string(key.str()) + "' is no key here");
      }
    }
    std::string type = file["type"].value_or(std::string());
    if (!type.empty()) CheckType(Place(file, "type"), type);
    if (const toml::table* sets = file["sets"].as_table()) {
      for (const auto& [key, node] : *sets) {
        sets_[std::string(key.str())] = Strings(*sets, key.str());
      }
    }
    const toml::array* frames = file["frame"].as_array();
    if (!frames) return {};
    for (const toml::node& node : *frames) {
      if (!node.as_table()) Fail(node.source(), "[[frame]] must be a table");
      ReadFrame(type, *node.as_table());
    }
    return std::move(examples_);
  }

 private:
  [[noreturn]] void Fail(const toml::source_region& place,
                         const std::string& what) const {
    throw FrameFileError(path_ + ":" + std::to_string(place.begin.line) + ":" +
                         std::to_string(place.begin.column) + ": " + what);
  }
  [[noreturn]] void Fail(const toml::table& table,
                         const std::string& what) const {
    Fail(table.source(), what);
  }

  // Where the value of a key stands.
  static toml::source_region Place(const toml::table& table,
                                   std::string_view key) {
    const toml::node* node = table.get(key);
    return node ? node->source() : table.source();
  }

  template <typename Act>
  void Try(const toml::table& table, std::string_view key, Act act) const {
    try {
      act();
    } catch (const std::invalid_argument& error) {
      Fail(Place(table, key), std::string(key) + ": " + error.what());
    }
  }

  void CheckType(const toml::source_region& place,
                 const std::string& type) const {
    if (kTypes.contains(type)) return;
    Fail(place, "'" + type + "' is no claim type");
  }

  static std::vector<std::string> Strings(const toml::table& table,
                                          std::string_view key) {
    std::vector<std::string> out;
    const toml::node* node = table.get(key);
    if (!node) return out;
    if (auto text = node->value<std::string>()) {
      out.push_back(*text);
    } else if (const toml::array* list = node->as_array()) {
      for (const toml::node& item : *list) {
        if (auto each = item.value<std::string>()) out.push_back(*each);
      }
    }
    return out;
  }

  int Lookup(const toml::table& table, std::string_view key, const Names& names,
             const std::string& item) const {
    auto found = names.find(item);
    if (found == names.end()) {
      Fail(Place(table, key),
           std::string(key) + ": '" + item + "' is not known here");
    }
    return found->second;
  }

  uint16_t Mask(const toml::table& frame, std::string_view key,
                const Names& names, bool bits) const {
    uint16_t mask = 0;
    for (const std::string& item : Strings(frame, key)) {
      int value = Lookup(frame, key, names, item);
      mask = static_cast<uint16_t>(mask | (bits ? 1 << value : value));
    }
    return mask;
  }

  void Slots(const toml::table& frame, std::string_view key,
             std::initializer_list<const char*> otherwise,
             model::Slot* out) const {
    std::vector<std::string> names = Strings(frame, key);
    if (names.empty()) names.assign(otherwise.begin(), otherwise.end());
    if (names.size() > model::kSlots) {
      Fail(Place(frame, key), std::string(key) + ": too many slots");
    }
    for (size_t i = 0; i < names.size(); ++i) {
      if (names[i] == "none") continue;
      auto slot = kSlots.find(names[i]);
      if (slot == kSlots.end()) {
        Fail(Place(frame, key),
             std::string(key) + ": '" + names[i] + "' is no slot");
      }
      out[i] = slot->second;
    }
  }

  void ReadFrame(const std::string& file_type, const toml::table& table) {
    for (const auto& [key, node] : table) {
      if (!kKeys.contains(key.str())) {
        Fail(node.source(), "'" + std::string(key.str()) + "' is no key here");
      }
    }
    std::string type = table["type"].value_or(file_type);
    CheckType(Place(table, "type"), type);
    model::Frame frame;
    std::string name = table["name"].value_or(std::string());
    if (name.empty()) Fail(table, "a frame has no 'name'");
    frame.rule = sink_.String(type + "/" + name);
    frame.action = sink_.String(table["action"].value_or(std::string()));
    frame.type = static_cast<uint8_t>(kTypes.at(type));
    frame.direction = static_cast<uint8_t>(
        Lookup(table, "direction", kDirections,
               table["direction"].value_or(std::string("none"))));
    if (auto status = table["status"].value<std::string>()) {
      frame.status =
          static_cast<int8_t>(Lookup(table, "status", kStatuses, *status));
    }
    if (auto status = table["progressive"].value<std::string>()) {
      frame.progressive =
          static_cast<int8_t>(Lookup(table, "status", kStatuses, *status));
    }
    frame.share = static_cast<model::Share>(Lookup(
        table, "share", kShares, table["share"].value_or(std::string("any"))));
    frame.subject_fillers = Mask(table, "subject", kFillers, false);
    frame.object_fillers = Mask(table, "object", kFillers, false);
    frame.theme_fillers = Mask(table, "theme", kFillers, false);
    Slots(table, "verb_subject", {"subject"}, frame.verb_subject);
    Slots(table, "verb_object", {"object"}, frame.verb_object);
    Slots(table, "noun_subject", {"possessor", "by", "light"},
          frame.noun_subject);
    Slots(table, "noun_object", {"of"}, frame.noun_object);
    frame.amount_kinds = Mask(table, "amount", kFigures, true);
    frame.level_kinds = Mask(table, "level", kFigures, true);
    frame.require =
        static_cast<uint8_t>(Mask(table, "require", kRequires, false));
    frame.moves = table["moves"].value_or(false);
    frame.role_object = table["reads_role"].value_or(false);
    frame.drop_object = table["drop_object"].value_or(false);
    frame.reciprocal = table["reciprocal"].value_or(false);
    frame.owned_only = table["owned_only"].value_or(false);
    frame.amount_object = table["amount_object"].value_or(false);
    auto list = [&](std::string_view key, uint32_t& first, uint16_t& count) {
      std::vector<std::string> words = Strings(table, key);
      Try(table, key, [&] { first = sink_.AddWordList(words); });
      count = static_cast<uint16_t>(words.size());
    };
    list("object_words", frame.object_words, frame.object_word_count);
    list("not_object_words", frame.forbidden_words, frame.forbidden_count);
    list("units", frame.units, frame.unit_count);
    list("owned_words", frame.owned_words, frame.owned_count);
    uint32_t id = sink_.AddFrame(frame);
    AddTriggers(table, "verbs", model::TriggerKind::kVerb, id);
    AddTriggers(table, "nouns", model::TriggerKind::kNoun, id);
    AddTriggers(table, "adjectives", model::TriggerKind::kAdjective, id);
    ReadExamples(table, type + "/" + name);
  }

  void ReadExamples(const toml::table& table, const std::string& rule) {
    for (const char* key : {"match", "nomatch"}) {
      const toml::array* items = table[key].as_array();
      if (!items) continue;
      for (const toml::node& item : *items) {
        FrameExample example;
        example.rule = rule;
        example.line = static_cast<int>(item.source().begin.line);
        example.sentence = item.value_or(std::string());
        size_t arrow = example.sentence.find(" => ");
        bool match = std::string_view(key) == "match";
        if (match != (arrow != std::string::npos)) {
          Fail(item.source(),
               match ? "match: expected 'SENTENCE => SUBJECT | OBJECT'"
                     : "nomatch: expected a sentence alone");
        }
        if (match) {
          example.expected = example.sentence.substr(arrow + 4);
          example.sentence.resize(arrow);
        }
        examples_.push_back(std::move(example));
      }
    }
  }

  // "buy", "take over" (the particle follows), "file + bankruptcy" (the
  // second word stands somewhere in the clause); of nouns the last word leads
  // and the others stand before it: "joint venture", "tie-up"; "sale + stake"
  // is the sale of a stake. "@name" is any word of the set; "/" at the end: the
  // last word governs nothing.
  void AddTriggers(const toml::table& table, std::string_view key,
                   model::TriggerKind kind, uint32_t frame) {
    for (const std::string& item : Strings(table, key)) {
      std::vector<std::string> words;
      model::Trigger trigger;
      trigger.frame = frame;
      trigger.kind = kind;
      for (const std::string& word : SplitAtBlanks(item)) {
        if (word == "+") {
          trigger.near = 1;
        } else if (word == "/") {
          trigger.bare = 1;
        } else {
          words.push_back(word);
        }
      }
      Expand(table, key, words, 0, trigger);
    }
  }

  // Adds the trigger once for every phrase of the sets that it names.
  void Expand(const toml::table& table, std::string_view key,
              const std::vector<std::string>& words, size_t from,
              const model::Trigger& trigger) {
    size_t i = from;
    while (i < words.size() && words[i][0] != '@') ++i;
    if (i == words.size()) return AddTrigger(table, key, words, trigger);
    auto set = sets_.find(words[i].substr(1));
    if (set == sets_.end()) {
      Fail(Place(table, key), "no set of that name: " + words[i]);
    }
    for (const std::string& phrase : set->second) {
      std::vector<std::string> member = SplitAtBlanks(phrase);
      std::vector<std::string> expanded(words.begin(), words.begin() + i);
      expanded.insert(expanded.end(), member.begin(), member.end());
      expanded.insert(expanded.end(), words.begin() + i + 1, words.end());
      Expand(table, key, expanded, i + member.size(), trigger);
    }
  }

  void AddTrigger(const toml::table& table, std::string_view key,
                  std::vector<std::string> words, model::Trigger trigger) {
    if (words.empty() || words.size() > 4) {
      Fail(Place(table, key), "bad trigger: '" + Joined(words) + "'");
    }
    if (trigger.kind == model::TriggerKind::kNoun) {
      words = Tokens(words);
      if (!trigger.near) std::reverse(words.begin(), words.end());
    }
    std::string head = words[0];
    words.erase(words.begin());
    trigger.particles = static_cast<uint8_t>(words.size());
    Try(table, key, [&] { sink_.AddTrigger(head, trigger, words); });
  }

  static std::vector<std::string> SplitAtBlanks(const std::string& text) {
    std::istringstream words(text);
    return {std::istream_iterator<std::string>(words), {}};
  }

  static std::string Joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words)
      out += (out.empty() ? "" : " ") + word;
    return out;
  }

  // Words as the tokenizer cuts them: "tie-up" is three.
  static std::vector<std::string> Tokens(
      const std::vector<std::string>& words) {
    std::vector<std::string> tokens;
    for (const std::string& word : words) {
      size_t at = 0;
      size_t hyphen = word.find('-');
      for (; hyphen != word.npos; hyphen = word.find('-', at)) {
        tokens.push_back(word.substr(at, hyphen - at));
        tokens.push_back("-");
        at = hyphen + 1;
      }
      tokens.push_back(word.substr(at));
    }
    return tokens;
  }

  std::string path_;
  FrameSink& sink_;
  std::map<std::string, std::vector<std::string>, std::less<>> sets_;
  std::vector<FrameExample> examples_;
};

}  // namespace

std::vector<FrameExample> ReadFrames(std::string_view text,
                                     const std::string& path, FrameSink& sink) {
  return FrameReader(path, sink).Read(text);
}

}  // namespace newsdigest
