#include "compile/builder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <limits>
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
  for (Tag tag : {Tag::kNN, Tag::kNNS, Tag::kJJ}) {
    if (info.most & Bit(tag)) return tag;
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
  // "'ll" is one token behind its word.
  bool clitic = text.size() > 1 && text[0] == '\'' &&
                text.find_first_of(" -") == text.npos;
  if (clitic) return {Folded(text)};
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

// How often a word is met, as far as the data tells: function words, then by
// WordNet's counts, then words that have a meaning to the grammars.
static int Commonness(const WordInfo& info) {
  if (info.closed_tags != 0) return std::numeric_limits<int>::max();
  int count = std::max(info.verb_lemma_count, info.noun_lemma_count);
  for (int own : info.counts) count = std::max(count, own);
  bool meant = !info.senses.empty() || !info.triggers.empty();
  return 2 * std::max(count, 0) + (meant ? 1 : 0);
}

void Builder::AssignIds() {
  for (auto& [key, info] : words_) order_.push_back({&key, &info});
  // Common words stand together: what a text needs fits the nearest memory.
  std::stable_sort(order_.begin() + 1, order_.end(),
                   [](const Item& a, const Item& b) {
                     return Commonness(*a.info) > Commonness(*b.info);
                   });
  for (const Item& item : order_) {
    ids_.emplace(*item.key, static_cast<uint32_t>(ids_.size()));
  }
  if (ids_.size() > model::kMostWords) throw CompileError("too many words");
}

model::Word Builder::Row(const Item& item) {
  WordInfo& info = *item.info;
  model::Word row;
  row.key = String(*item.key);
  auto id_of = [&](const std::string& lemma, uint32_t otherwise) {
    auto found = ids_.find(Folded(lemma));
    return lemma.empty() || found == ids_.end() ? otherwise : found->second;
  };
  row.lemma = id_of(info.lemma, ids_.at(*item.key));
  row.verb_lemma = id_of(info.verb_lemma, 0);
  row.tags = info.tags;
  bool only = std::any_of(
      info.senses.begin(), info.senses.end(),
      [](const model::Sense& s) { return s.cls == WordClass::k_pos_only; });
  // "was" is no plural of "wa", "at" no money.
  if (only) {
    row.tags = info.own_tags;
  } else if (info.closed_tags & kVerbTags) {
    row.tags = info.closed_tags;
  }
  if ((row.tags & Bit(Tag::kNNS)) && !info.lemma.empty() &&
      Folded(info.lemma) != *item.key) {
    row.tags &= ~Bit(Tag::kNN);  // a plural before a word of its own
    info.tags = row.tags;
  }
  row.preferred = Preferred(info);
  row.noun_kind = info.noun_kind;
  row.proper = info.proper;
  row.starts_phrase = nodes_[0].next.contains(*item.key);
  return row;
}

void Builder::AddWords(Tables& tables) {
  for (const PendingTrigger& item : triggers_) {
    model::Trigger trigger = item.trigger;
    for (size_t i = 0; i < item.rest.size() && i < 3; ++i) {
      trigger.words[i] = ids_.at(Folded(item.rest[i]));
    }
    words_.at(item.head).triggers.push_back(trigger);
  }
  for (const Item& item : order_) {
    const WordInfo& info = *item.info;
    model::Word row = Row(item);
    row.senses = static_cast<uint32_t>(tables.senses.size());
    row.sense_count = static_cast<uint16_t>(info.senses.size());
    for (const model::Sense& sense : info.senses) {
      tables.senses.push_back(sense);
    }
    row.triggers = static_cast<uint32_t>(tables.triggers.size());
    row.trigger_count = static_cast<uint16_t>(info.triggers.size());
    tables.triggers.insert(tables.triggers.end(), info.triggers.begin(),
                           info.triggers.end());
    tables.words.push_back(row);
  }
}

void Builder::AddClasses(Tables& tables) const {
  std::vector<ClassSet> own(tables.words.size());
  for (size_t id = 0; id < own.size(); ++id) {
    for (const model::Sense& sense : order_[id].info->senses) {
      own[id].Add(sense.cls);
    }
  }
  std::map<std::array<uint64_t, 4>, uint16_t> known;
  auto number = [&](const ClassSet& set) {
    auto [found, is_new] = known.emplace(std::to_array(set.bits),
                                         tables.class_sets.size());
    if (is_new) tables.class_sets.push_back(set);
    return found->second;
  };
  number(ClassSet());  // of most words
  for (size_t id = 0; id < own.size(); ++id) {
    model::Word& word = tables.words[id];
    word.classes = number(own[id]);
    word.lemma_classes = number(own[id] | own[word.lemma]);
    word.verb_classes =
        word.verb_lemma == 0 ? word.classes
                             : number(own[id] | own[word.verb_lemma]);
  }
  if (tables.class_sets.size() > UINT16_MAX) {
    throw CompileError("too many sets of word classes");
  }
}

void Builder::AddSlots(Tables& tables) const {
  size_t count = std::bit_ceil(tables.words.size() * 2);
  tables.slots.assign(count, 0);
  for (uint32_t id = 1; id < tables.words.size(); ++id) {
    const std::string& key = *order_[id].key;
    uint32_t hash = HashBytes(key.data(), key.size());
    size_t at = hash & (count - 1);
    while (tables.slots[at] != 0) at = (at + 1) & (count - 1);
    tables.slots[at] = model::MakeSlot(hash, id);
  }
}

void Builder::AddTrie(Tables& tables) const {
  size_t total = 0;
  for (const PhraseNode& node : nodes_) total += node.next.size();
  size_t count = std::bit_ceil(total * 2 + 1);
  tables.edges.resize(count);
  for (uint32_t n = 0; n < nodes_.size(); ++n) {
    const PhraseNode& from = nodes_[n];
    model::Node node;
    node.senses = static_cast<uint32_t>(tables.senses.size());
    node.sense_count = static_cast<uint16_t>(from.senses.size());
    tables.senses.insert(tables.senses.end(), from.senses.begin(),
                         from.senses.end());
    node.entries = static_cast<uint32_t>(tables.surfaces.size());
    node.entry_count = static_cast<uint16_t>(from.surfaces.size());
    tables.surfaces.insert(tables.surfaces.end(), from.surfaces.begin(),
                           from.surfaces.end());
    tables.nodes.push_back(node);
    for (const auto& [token, next] : from.next) {
      uint32_t id = ids_.at(token);
      size_t at = HashEdge(n, id) & (count - 1);
      while (tables.edges[at].next != 0) at = (at + 1) & (count - 1);
      tables.edges[at] = {n, id, next};
    }
  }
}

std::string Builder::Write() {
  AssignIds();
  Tables tables;
  AddWords(tables);
  AddClasses(tables);
  AddSlots(tables);
  AddTrie(tables);
  std::vector<uint32_t> lists;
  for (const std::string& item : list_words_) lists.push_back(ids_.at(item));

  model::Header header;
  std::string out(sizeof header, '\0');
  header.slot_mask = static_cast<uint32_t>(tables.slots.size() - 1);
  header.edge_mask = static_cast<uint32_t>(tables.edges.size() - 1);
  header.words = Append(out, tables.words);
  header.class_sets = Append(out, tables.class_sets);
  header.slots = Append(out, tables.slots);
  header.senses = Append(out, tables.senses);
  header.edges = Append(out, tables.edges);
  header.nodes = Append(out, tables.nodes);
  header.entry_list = Append(out, tables.surfaces);
  header.entries = Append(out, entries_);
  header.frames = Append(out, frames_);
  header.triggers = Append(out, tables.triggers);
  header.word_lists = Append(out, lists);
  header.strings =
      Append(out, std::vector<char>(strings_.begin(), strings_.end()));
  header.size = static_cast<uint32_t>(out.size());
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

}  // namespace newsdigest::compile
