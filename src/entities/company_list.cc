#include "newsdigest/company_list.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "language/fold.h"
#include "language/lexicon.h"

namespace newsdigest {
namespace {

using nlohmann::json;

constexpr size_t kLongestTicker = 6;
constexpr size_t kUsualRow = 40;  // bytes

enum Column { kName, kTicker, kExchange, kAliases, kForbidden, kColumns };

// The names that lists have for their columns, folded.
Column ColumnOf(std::string_view head) {
  struct Known {
    std::string_view name;
    Column column;
  };
  static constexpr Known kKnown[] = {{"name", kName},
                                     {"company", kName},
                                     {"company name", kName},
                                     {"company_name", kName},
                                     {"title", kName},
                                     {"security name", kName},
                                     {"issuer", kName},
                                     {"ticker", kTicker},
                                     {"symbol", kTicker},
                                     {"act symbol", kTicker},
                                     {"nasdaq symbol", kTicker},
                                     {"cqs symbol", kTicker},
                                     {"exchange", kExchange},
                                     {"market", kExchange},
                                     {"aliases", kAliases},
                                     {"alias", kAliases},
                                     {"forbidden", kForbidden},
                                     {"forbidden contexts", kForbidden},
                                     {"forbidden_contexts", kForbidden}};
  for (const Known& known : kKnown) {
    if (known.name == head) return known.column;
  }
  return kColumns;
}

std::string_view Trimmed(std::string_view text) {
  size_t first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string> Parts(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    size_t at = std::min(text.find('|'), text.size());
    std::string_view part = Trimmed(text.substr(0, at));
    if (!part.empty()) out.emplace_back(part);
    text.remove_prefix(std::min(at + 1, text.size()));
  }
  return out;
}

// "Acme Corp. - Class A Common Stock" as exchanges list it.
std::string_view IssuerOf(std::string_view name) {
  for (std::string_view mark :
       {" - ", " Common Stock", " Common Shares", " Ordinary Shares",
        " Class A ", " Class B ", " American Depositary", " Depositary"}) {
    size_t at = name.find(mark);
    if (at != name.npos && at > 0) name = name.substr(0, at);
  }
  return Trimmed(name);
}

// Where in the list something stands, as people count.
std::string Place(std::string_view text, size_t at) {
  at = std::min(at, text.size());
  std::string_view before = text.substr(0, at);
  size_t line = 1 + std::count(before.begin(), before.end(), '\n');
  size_t start = before.rfind('\n');
  size_t column = start == before.npos ? at + 1 : at - start;
  return std::to_string(line) + ":" + std::to_string(column) + ": ";
}

// The fields of the record at `at`; moves `at` behind its line end. A quoted
// field may hold separators, line ends and doubled quotes.
bool ReadRecord(std::string_view text, char separator, size_t& at,
                std::vector<std::string>& fields, std::vector<size_t>& starts,
                std::string& error) {
  fields.clear();
  starts.clear();
  while (true) {
    starts.push_back(at);
    if (at < text.size() && text[at] == '"' && separator != '\t') {
      size_t open = at++;
      std::string field;
      while (true) {
        size_t quote = text.find('"', at);
        if (quote == text.npos) {
          error = Place(text, open) + "this quote is not closed";
          return false;
        }
        field += text.substr(at, quote - at);
        at = quote + 1;
        if (at >= text.size() || text[at] != '"') break;
        field += '"';
        ++at;
      }
      bool ends = at >= text.size() || text[at] == separator ||
                  text[at] == '\n' || text[at] == '\r';
      if (!ends) {
        error = Place(text, at) + "text after a closing quote";
        return false;
      }
      fields.emplace_back(Trimmed(field));
    } else {
      size_t end = at;
      while (end < text.size() && text[end] != separator && text[end] != '\n') {
        ++end;
      }
      fields.emplace_back(Trimmed(text.substr(at, end - at)));
      at = end;
    }
    while (at < text.size() && text[at] == '\r') ++at;
    if (at >= text.size()) return true;
    if (text[at] == '\n') {
      ++at;
      return true;
    }
    ++at;
  }
}

char SeparatorOf(std::string_view head) {
  for (char c : {'\t', ';', ','}) {
    if (head.find(c) != head.npos) return c;
  }
  return ',';
}

// Reads a table record by record; `take` gets the columns that are known.
template <typename Take>
bool ReadTable(std::string_view text, std::string& error, const Take& take) {
  char separator = SeparatorOf(text.substr(0, text.find('\n')));
  std::vector<std::string> fields;
  std::vector<size_t> starts;
  size_t at = 0;
  if (!ReadRecord(text, separator, at, fields, starts, error)) return false;
  std::vector<Column> columns;
  for (const std::string& field : fields) {
    columns.push_back(ColumnOf(Folded(field)));
  }
  if (std::find(columns.begin(), columns.end(), kName) == columns.end()) {
    error =
        "1:1: no column 'name' in the head line; known are name, ticker, "
        "exchange, aliases, forbidden";
    return false;
  }
  while (at < text.size()) {
    size_t start = at;
    if (!ReadRecord(text, separator, at, fields, starts, error)) return false;
    if (fields.size() == 1 && fields[0].empty()) continue;  // a blank line
    if (fields.size() > columns.size()) {
      error = Place(text, starts[columns.size()]) + "more fields than the " +
              std::to_string(columns.size()) + " of the head line";
      return false;
    }
    std::array<std::string, kColumns> row;
    for (size_t i = 0; i < fields.size(); ++i) {
      if (columns[i] != kColumns && row[columns[i]].empty()) {
        row[columns[i]] = fields[i];
      }
    }
    if (row[kName].empty()) {
      error = Place(text, start) + "no name";
      return false;
    }
    take(Company{std::string(IssuerOf(row[kName])), row[kTicker],
                 row[kExchange], Parts(row[kAliases]), Parts(row[kForbidden])});
  }
  return true;
}

// Where the `index`-th object of the outermost list begins.
size_t ObjectAt(std::string_view text, size_t index) {
  int depth = 0;
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
      continue;
    }
    if (c == '"') quoted = true;
    if (c == '{' || c == '[') {
      if (depth == 1 && index-- == 0) return i;
      ++depth;
    }
    if (c == '}' || c == ']') --depth;
  }
  return 0;
}

// A list of texts, or one text parted by "|".
bool Texts(const json& value, std::vector<std::string>& out) {
  if (value.is_string()) {
    out = Parts(value.get_ref<const std::string&>());
    return true;
  }
  if (!value.is_array()) return value.is_null();
  for (const json& item : value) {
    if (!item.is_string()) return false;
    out.push_back(item);
  }
  return true;
}

// What is wrong with `item`; empty where it is a company.
std::string TakeObject(const json& item, Company& company) {
  if (!item.is_object()) return "expected an object";
  for (const auto& [key, value] : item.items()) {
    Column column = ColumnOf(Folded(key));
    if (column == kColumns || value.is_null()) continue;
    std::vector<std::string> texts;
    bool list = column == kAliases || column == kForbidden;
    if (list ? !Texts(value, texts) : !value.is_string()) {
      return "'" + key + "' is no text";
    }
    std::string text = list ? "" : value.get<std::string>();
    if (column == kName) company.name = IssuerOf(text);
    if (column == kTicker) company.ticker = text;
    if (column == kExchange) company.exchange = text;
    if (column == kAliases) company.aliases = texts;
    if (column == kForbidden) company.forbidden = texts;
  }
  return company.name.empty() ? "no name" : "";
}

template <typename Take>
bool ReadJson(std::string_view text, std::string& error, const Take& take) {
  json document;
  try {
    document = json::parse(text);
  } catch (const json::parse_error& problem) {
    size_t at = problem.byte > 0 ? problem.byte - 1 : 0;
    error = Place(text, at) + "this is no JSON";
    return false;
  }
  size_t index = 0;
  for (const json& item : document) {
    Company company;
    std::string wrong = TakeObject(item, company);
    if (!wrong.empty()) {
      error = Place(text, ObjectAt(text, index)) + wrong;
      return false;
    }
    take(std::move(company));
    ++index;
  }
  return true;
}

bool IsBlank(char c) { return c == ' ' || (c >= 9 && c <= 13); }

bool IsWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view FirstWord(std::string_view text) {
  size_t end = 0;
  while (end < text.size() && IsWordByte(text[end])) ++end;
  return text.substr(0, std::max<size_t>(end, text.empty() ? 0 : 1));
}

// How much of `text` spells `pattern`; 0: it does not.
size_t Spelled(std::string_view text, std::string_view pattern, bool any_case) {
  size_t i = 0;
  size_t k = 0;
  while (k < pattern.size()) {
    if (i >= text.size()) return 0;
    if (IsBlank(pattern[k]) && IsBlank(text[i])) {
      while (k < pattern.size() && IsBlank(pattern[k])) ++k;
      while (i < text.size() && IsBlank(text[i])) ++i;
      continue;
    }
    char x = text[i];
    char y = pattern[k];
    if (any_case) {
      if (x >= 'a' && x <= 'z') x = static_cast<char>(x - 32);
      if (y >= 'a' && y <= 'z') y = static_cast<char>(y - 32);
    }
    if (x != y) return 0;
    ++i;
    ++k;
  }
  bool inside = i < text.size() && i > 0 && IsWordByte(text[i - 1]) &&
                IsWordByte(text[i]);
  return inside ? 0 : i;
}

// The name without its last legal suffix, where enough of it is left to tell
// the company: "Quill Robotics" of "Quill Robotics Inc.", but no "Target".
std::string_view ShortForm(std::string_view name) {
  const Lexicon& lexicon = Lexicon::BuiltIn();
  size_t blank = name.rfind(' ');
  if (blank == name.npos) return {};
  uint32_t last = lexicon.Find(name.substr(blank + 1));
  if (!lexicon.Has(last, WordClass::k_legal_strong)) return {};
  std::string_view rest = Trimmed(name.substr(0, blank));
  while (!rest.empty() && rest.back() == ',') rest.remove_suffix(1);
  uint32_t word = lexicon.Find(rest);
  bool common = rest.find(' ') == rest.npos && word != 0 &&
                lexicon.word(word).tags != 0 && !lexicon.word(word).proper;
  return common ? std::string_view() : rest;
}

}  // namespace

void CompanyList::AddSurface(std::string_view text, uint32_t company) {
  if (text.empty()) return;
  auto id = static_cast<uint32_t>(surfaces_.size());
  bool capitals = text.size() >= kLongestTicker &&
                  std::none_of(text.begin(), text.end(),
                               [](char c) { return c >= 'a' && c <= 'z'; });
  surfaces_.push_back({std::string(text), company, capitals});
  by_word_[Folded(FirstWord(text))].push_back(id);
}

void CompanyList::Add(Company company) {
  auto id = static_cast<uint32_t>(companies_.size());
  for (std::string_view name = company.name; !name.empty();
       name = ShortForm(name)) {
    AddSurface(name, id);
  }
  for (const std::string& alias : company.aliases) AddSurface(alias, id);
  companies_.push_back(std::move(company));
}

std::optional<CompanyList> CompanyList::Parse(std::string_view text,
                                              std::string& error) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  CompanyList list;
  list.by_word_.reserve(text.size() / kUsualRow);
  list.surfaces_.reserve(text.size() / kUsualRow);
  auto take = [&](Company company) { list.Add(std::move(company)); };
  size_t first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) {
    error = "1:1: the list is empty";
    return {};
  }
  bool is_json = text[first] == '{' || text[first] == '[';
  bool read = is_json ? ReadJson(text, error, take)
                      : ReadTable(text.substr(first), error, take);
  if (!read) return {};
  for (auto& [word, ids] : list.by_word_) {
    if (ids.size() < 2) continue;
    std::stable_sort(ids.begin(), ids.end(), [&](uint32_t a, uint32_t b) {
      return list.surfaces_[a].text.size() > list.surfaces_[b].text.size();
    });
  }
  return list;
}

int CompanyList::Find(std::string_view text, size_t at, bool any_case,
                      size_t& length) const {
  std::string_view rest = text.substr(at);
  auto found = by_word_.find(Folded(FirstWord(rest)));
  if (found == by_word_.end()) return -1;
  for (uint32_t id : found->second) {
    const Surface& surface = surfaces_[id];
    bool capital = rest[0] < 'a' || rest[0] > 'z';
    length =
        Spelled(rest, surface.text, any_case || (surface.capitals && capital));
    if (length > 0) return static_cast<int>(surface.company);
  }
  return -1;
}

}  // namespace newsdigest
