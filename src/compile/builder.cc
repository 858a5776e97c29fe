#include "compile/builder.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "language/fold.h"
#include "language/tokenizer.h"

namespace newsdigest::compile {
namespace {

template <typename T>
model::Section Append(std::string& out, const std::vector<T>& items) {
  out.resize((out.size() + 15) / 16 * 16);
  model::Section section{static_cast<uint32_t>(out.size()),
                         static_cast<uint32_t>(items.size())};
  out.append(reinterpret_cast<const char*>(items.data()),
             items.size() * sizeof(T));
  return section;
}

// The part of speech a word has where its neighbours say nothing.
Tag Preferred(const WordInfo& info) {
  static constexpr Tag kClosed[] = {
      Tag::kDT,  Tag::kPRPS, Tag::kPRP, Tag::kMD,  Tag::kTO,  Tag::kIN,
      Tag::kCC,  Tag::kWDT,  Tag::kWRB, Tag::kVBZ, Tag::kVBP, Tag::kVBD,
      Tag::kVBN, Tag::kVBG,  Tag::kVB,  Tag::kEX,  Tag::kUH,  Tag::kPOS};
  for (Tag tag : kClosed) {
    if (info.closed_tags & Bit(tag)) return tag;
  }
  static constexpr Tag kNouns[] = {Tag::kNN, Tag::kNNS};
  static constexpr Tag kVerbs[] = {Tag::kVBD, Tag::kVBZ, Tag::kVBG,
                                   Tag::kVBP, Tag::kVB,  Tag::kVBN};
  int best = -1;
  int best_count = -1;
  const uint32_t masks[4] = {Bit(Tag::kNN) | Bit(Tag::kNNS), kVerbTags,
                             Bit(Tag::kJJ), Bit(Tag::kRB)};
  for (int i = 0; i < 4; ++i) {
    if ((info.tags & masks[i]) && info.counts[i] > best_count) {
      best = i;
      best_count = info.counts[i];
    }
  }
  auto first = [&](const auto& list) {
    for (Tag tag : list) {
      if (info.tags & Bit(tag)) return tag;
    }
    return Tag::kNN;
  };
  switch (best) {
    case 1:
      return first(kVerbs);
    case 2:
      return Tag::kJJ;
    case 3:
      return Tag::kRB;
    default:
      return first(kNouns);
  }
}

}  // namespace

std::string ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw CompileError(path + ": cannot be read");
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<std::string> FilesIn(const std::string& folder,
                                 std::string_view ending) {
  std::vector<std::string> paths;
  for (const auto& item : std::filesystem::directory_iterator(folder)) {
    std::string path = item.path().string();
    if (path.ends_with(ending)) paths.push_back(path);
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<std::string> Tokens(std::string_view text) {
  std::vector<std::string> out;
  std::vector<Token> tokens;
  Tokenize(text, {0, static_cast<uint32_t>(text.size())}, nullptr, tokens);
  for (const Token& token : tokens) {
    out.push_back(Folded(Slice(text, token.span())));
  }
  return out;
}

Builder::Builder() : nodes_(1) {
  String("");
  word("");  // word 0: unknown
}

WordInfo& Builder::word(std::string_view text) {
  std::string key = Folded(text);
  return words_[key];
}

bool Builder::HasWord(std::string_view text) const {
  return words_.find(Folded(text)) != words_.end();
}

model::StringRef Builder::String(std::string_view text) {
  auto found = string_refs_.find(text);
  if (found != string_refs_.end()) return found->second;
  auto ref = static_cast<model::StringRef>(strings_.size());
  auto size = static_cast<uint16_t>(text.size());
  strings_.append(reinterpret_cast<const char*>(&size), sizeof size);
  strings_.append(text);
  string_refs_.emplace(std::string(text), ref);
  return ref;
}

uint32_t Builder::PhraseNodeFor(const std::vector<std::string>& tokens) {
  uint32_t node = 0;
  for (const std::string& token : tokens) {
    word(token);
    auto [it, added] =
        nodes_[node].next.emplace(token, static_cast<uint32_t>(nodes_.size()));
    uint32_t next = it->second;
    if (added) nodes_.emplace_back();
    node = next;
  }
  return node;
}

void Builder::AddSense(std::string_view text, WordClass cls,
                       std::string_view value) {
  model::Sense sense;
  sense.cls = cls;
  auto [end, error] =
      std::from_chars(value.data(), value.data() + value.size(), sense.value);
  bool number = error == std::errc() && end == value.data() + value.size();
  if (!number) {
    sense.is_string = 1;
    sense.value = static_cast<int32_t>(String(value));
  }
  std::vector<std::string> tokens = Tokens(text);
  if (tokens.size() == 1) {
    word(tokens[0]).senses.push_back(sense);
  } else {
    nodes_[PhraseNodeFor(tokens)].senses.push_back(sense);
  }
}

uint32_t Builder::AddEntry(model::Entry entry) {
  entries_.push_back(entry);
  return static_cast<uint32_t>(entries_.size() - 1);
}

void Builder::AddSurface(uint32_t entry, std::string_view surface) {
  std::vector<std::string> tokens = Tokens(surface);
  if (tokens.empty()) return;
  uint32_t node = PhraseNodeFor(tokens);
  nodes_[node].surfaces.push_back({entry, String(surface)});
}

uint32_t Builder::AddFrame(const model::Frame& frame) {
  frames_.push_back(frame);
  return static_cast<uint32_t>(frames_.size() - 1);
}

uint32_t Builder::AddWordList(const std::vector<std::string>& words) {
  auto first = static_cast<uint32_t>(list_words_.size());
  for (const std::string& item : words) {
    word(item);
    list_words_.push_back(Folded(item));
  }
  return first;
}

void Builder::AddTrigger(std::string_view head, model::Trigger trigger,
                         const std::vector<std::string>& rest) {
  word(head);
  for (const std::string& item : rest) word(item);
  triggers_.push_back({Folded(head), trigger, rest});
}

std::string Builder::Write() {
  std::map<std::string, uint32_t, std::less<>> ids;
  uint32_t next_id = 0;
  for (auto& [key, info] : words_) ids[key] = next_id++;
  for (const PendingTrigger& item : triggers_) {
    model::Trigger trigger = item.trigger;
    for (size_t i = 0; i < item.rest.size() && i < 3; ++i) {
      trigger.words[i] = ids.at(Folded(item.rest[i]));
    }
    words_.at(item.head).triggers.push_back(trigger);
  }
  std::vector<model::Word> rows;
  std::vector<model::Sense> senses;
  std::vector<model::Trigger> triggers;
  for (auto& [key, info] : words_) {
    model::Word row;
    row.key = String(key);
    auto id_of = [&](const std::string& lemma, uint32_t otherwise) {
      auto found = ids.find(Folded(lemma));
      return lemma.empty() || found == ids.end() ? otherwise : found->second;
    };
    row.lemma = id_of(info.lemma, ids.at(key));
    row.verb_lemma = id_of(info.verb_lemma, 0);
    row.tags = info.tags;
    if (info.closed_tags & kVerbTags) {
      row.tags = info.closed_tags;  // "was" is no plural of "wa"
    }
    if ((row.tags & Bit(Tag::kNNS)) && !info.lemma.empty() &&
        Folded(info.lemma) != key) {
      row.tags &= ~Bit(Tag::kNN);  // a plural before a word of its own
      info.tags = row.tags;
    }
    row.preferred = Preferred(info);
    row.noun_kind = info.noun_kind;
    row.proper = info.proper;
    row.senses = static_cast<uint32_t>(senses.size());
    row.sense_count = static_cast<uint16_t>(info.senses.size());
    for (const model::Sense& sense : info.senses) {
      senses.push_back(sense);
      row.classes.Add(sense.cls);
    }
    row.triggers = static_cast<uint32_t>(triggers.size());
    row.trigger_count = static_cast<uint16_t>(info.triggers.size());
    triggers.insert(triggers.end(), info.triggers.begin(), info.triggers.end());
    row.starts_phrase = nodes_[0].next.contains(key);
    rows.push_back(row);
  }
  // Inflected forms share the classes that belong to their lemma's meaning.
  uint32_t slot_count = std::bit_ceil(static_cast<uint32_t>(rows.size() * 2));
  std::vector<uint32_t> slots(slot_count, 0);
  for (uint32_t id = 1; id < rows.size(); ++id) {
    std::string_view key(strings_.data() + rows[id].key + 2);
    uint16_t size;
    std::memcpy(&size, strings_.data() + rows[id].key, 2);
    uint32_t at = HashBytes(key.data(), size) & (slot_count - 1);
    while (slots[at] != 0) at = (at + 1) & (slot_count - 1);
    slots[at] = id;
  }
  size_t edge_total = 0;
  for (const PhraseNode& node : nodes_) edge_total += node.next.size();
  uint32_t edge_count =
      std::bit_ceil(static_cast<uint32_t>(edge_total * 2 + 1));
  std::vector<model::Edge> edges(edge_count);
  std::vector<model::Node> nodes;
  std::vector<model::Surface> surfaces;
  for (uint32_t n = 0; n < nodes_.size(); ++n) {
    model::Node node;
    node.senses = static_cast<uint32_t>(senses.size());
    node.sense_count = static_cast<uint16_t>(nodes_[n].senses.size());
    senses.insert(senses.end(), nodes_[n].senses.begin(),
                  nodes_[n].senses.end());
    node.entries = static_cast<uint32_t>(surfaces.size());
    node.entry_count = static_cast<uint16_t>(nodes_[n].surfaces.size());
    surfaces.insert(surfaces.end(), nodes_[n].surfaces.begin(),
                    nodes_[n].surfaces.end());
    nodes.push_back(node);
    for (const auto& [token, next] : nodes_[n].next) {
      uint32_t id = ids.at(token);
      uint32_t at = HashEdge(n, id) & (edge_count - 1);
      while (edges[at].next != 0) at = (at + 1) & (edge_count - 1);
      edges[at] = {n, id, next};
    }
  }
  std::vector<uint32_t> lists;
  for (const std::string& item : list_words_) lists.push_back(ids.at(item));

  model::Header header;
  std::string out(sizeof header, '\0');
  header.slot_mask = slot_count - 1;
  header.edge_mask = edge_count - 1;
  header.words = Append(out, rows);
  header.slots = Append(out, slots);
  header.senses = Append(out, senses);
  header.edges = Append(out, edges);
  header.nodes = Append(out, nodes);
  header.entry_list = Append(out, surfaces);
  header.entries = Append(out, entries_);
  header.frames = Append(out, frames_);
  header.triggers = Append(out, triggers);
  header.word_lists = Append(out, lists);
  header.strings =
      Append(out, std::vector<char>(strings_.begin(), strings_.end()));
  header.size = static_cast<uint32_t>(out.size());
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

}  // namespace newsdigest::compile
