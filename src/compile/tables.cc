// The tables under data/lexicon and data/gazetteer: tab-separated, one item a
// line, a head line that starts with '#'. data/README.md names the columns.
#include <map>
#include <nlohmann/json.hpp>

#include "compile/builder.h"
#include "newsdigest/digest.h"

namespace newsdigest::compile {
namespace {

std::vector<std::string_view> Split(std::string_view line, char by) {
  std::vector<std::string_view> fields;
  while (true) {
    size_t at = line.find(by);
    fields.push_back(line.substr(0, at));
    if (at == std::string_view::npos) return fields;
    line.remove_prefix(at + 1);
  }
}

template <typename Function>
void EachRow(const std::string& path, size_t columns, Function function) {
  std::string content = ReadFile(path);
  size_t number = 0;
  for (std::string_view line : Split(content, '\n')) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string_view> row = Split(line, '\t');
    std::string place = path + ":" + std::to_string(number);
    if (row.size() > columns) {
      throw CompileError(place + ": more than " + std::to_string(columns) +
                         " columns");
    }
    row.resize(columns);
    function(row, place);
  }
}

WordClass ClassOf(std::string_view name, const std::string& place) {
  if (name == "do") return WordClass::k_do_verb;
  for (size_t i = 0; i < kWordClassNames.size(); ++i) {
    if (kWordClassNames[i] == name) return static_cast<WordClass>(i);
  }
  throw CompileError(place + ": no word class '" + std::string(name) +
                     "'; see src/language/word_class.h");
}

uint32_t TagOf(std::string_view name, const std::string& place) {
  if (name == "PRP$") name = "PRPS";
  for (size_t i = 0; i < kTagNames.size(); ++i) {
    if (name == kTagNames[i]) return Bit(static_cast<Tag>(i));
  }
  throw CompileError(place + ": no part of speech '" + std::string(name) + "'");
}

constexpr uint32_t kOverriding =
    ~(Bit(Tag::kJJ) | Bit(Tag::kRB) | Bit(Tag::kNN) | Bit(Tag::kNNS));

}  // namespace

void LoadLexicon(const std::string& folder, Builder& builder) {
  for (const std::string& path : FilesIn(folder, ".tsv")) {
    EachRow(path, 3, [&](const auto& row, const std::string& place) {
      WordClass cls = ClassOf(row[1], place);
      if (cls == WordClass::k_pos) {
        uint32_t tag = TagOf(row[2], place);
        WordInfo& info = builder.word(row[0]);
        info.tags |= tag;
        info.own_tags |= tag;
        info.closed_tags |= tag & kOverriding;
        if (tag == Bit(Tag::kNN)) builder.own_nouns.emplace_back(row[0]);
        if (tag == Bit(Tag::kVB)) builder.own_verbs.emplace_back(row[0]);
        return;
      }
      if (cls == WordClass::k_pos_most) {
        builder.word(row[0]).tags |= TagOf(row[2], place);
        builder.word(row[0]).most = TagOf(row[2], place);
        return;
      }
      if (cls == WordClass::k_past_same) {
        builder.word(row[0]).same |= Bit(Tag::kVBD) | Bit(Tag::kVBN);
        return;
      }
      if (cls == WordClass::k_participle_same) {
        builder.word(row[0]).same |= Bit(Tag::kVBN);
        return;
      }
      builder.AddSense(row[0], cls, row[2]);
    });
  }
}

void LoadGazetteer(const std::string& folder, Builder& builder) {
  std::map<std::string, EntityType, std::less<>> types;
  for (int i = 0; i <= static_cast<int>(EntityType::kWork); ++i) {
    types[Name(static_cast<EntityType>(i))] = static_cast<EntityType>(i);
  }
  for (const std::string& path : FilesIn(folder, ".tsv")) {
    EachRow(path, 7, [&](const auto& row, const std::string& place) {
      auto type = types.find(row[1]);
      if (type == types.end()) {
        throw CompileError(place + ": no entity type '" + std::string(row[1]) +
                           "'");
      }
      model::Entry entry;
      entry.name = builder.String(row[0]);
      entry.type = static_cast<uint8_t>(type->second);
      entry.kind = builder.String(row[2]);
      entry.symbol = builder.String(row[3]);
      entry.exchange = builder.String(row[4]);
      entry.country = builder.String(row[5]);
      uint32_t id = builder.AddEntry(entry);
      builder.AddSurface(id, row[0]);
      if (row[6].empty()) return;
      for (std::string_view alias : Split(row[6], '|')) {
        builder.AddSurface(id, alias);
      }
    });
  }
}

// Every ISO 4217 code is a currency code; the names of currencies that news
// uses stand in data/lexicon/currencies.tsv.
void LoadCurrencies(const std::string& iso_folder, Builder& builder) {
  std::string path = iso_folder + "/iso_4217.json";
  auto document = nlohmann::json::parse(ReadFile(path));
  for (const auto& item : document.at("4217")) {
    std::string code = item.at("alpha_3");
    if (code == "ALL" || code == "TOP" || code == "TRY" || code == "CUP" ||
        code == "MOP" || code == "PEN" || code == "COP" || code == "BAM" ||
        code == "GEL" || code == "LAK" || code == "SOS" || code == "WON") {
      continue;  // words of English, or too close to one, in capitals
    }
    builder.AddSense(code, WordClass::k_currency_code, code + " " + code);
    std::string name = item.at("name");
    if (name.find(' ') != std::string::npos &&
        name.find('(') == std::string::npos) {
      builder.AddSense(name, WordClass::k_currency, code);
      builder.AddSense(name + "s", WordClass::k_currency, code);
    }
  }
}

}  // namespace newsdigest::compile
