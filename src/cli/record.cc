#include "cli/record.h"

#ifdef __SSE2__
#define RAPIDJSON_SSE2
#endif
#include <rapidjson/reader.h>

#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "text/decode.h"

namespace newsdigest::cli {
namespace {

using nlohmann::json;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr size_t kReadAhead = 16;  // bytes that the parser takes at a time

enum class Field { kText, kTitle, kPublished, kUrl, kPublisher, kByline };

struct FieldKey {
  Field field;
  std::string_view key;
};

// The keys that are read. Where several name one field, the first that is a
// string counts.
constexpr FieldKey kKeys[] = {
    {Field::kText, "text"},
    {Field::kText, "raw_text"},
    {Field::kText, "maintext"},
    {Field::kTitle, "title"},
    {Field::kPublished, "published"},
    {Field::kPublished, "date"},
    {Field::kPublished, "date_publish"},
    {Field::kUrl, "url"},
    {Field::kPublisher, "publisher"},
    {Field::kPublisher, "hostname"},
    {Field::kPublisher, "source_domain"},
    {Field::kByline, "byline"},
    {Field::kByline, "author"},
};

// Takes the fields of a record out of the parser's events.
class RecordHandler
    : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, RecordHandler> {
 public:
  bool is_object() const { return is_object_; }

  // The value of "id"; discarded where it is an object or an array.
  const std::optional<json>& id() const { return id_; }

  std::optional<std::string> Take(Field field) {
    for (size_t i = 0; i < std::size(kKeys); ++i) {
      if (kKeys[i].field == field && values_[i]) return std::move(values_[i]);
    }
    return {};
  }

  // The parser's events.
  bool Null() { return Value(nullptr); }
  bool Bool(bool value) { return Value(value); }
  bool Int(int value) { return Value(value); }
  bool Uint(unsigned value) { return Value(value); }
  bool Int64(int64_t value) { return Value(value); }
  bool Uint64(uint64_t value) { return Value(value); }
  bool Double(double value) { return Value(value); }
  bool String(const char* data, rapidjson::SizeType size, bool) {
    std::string_view text(data, size);
    if (HasSurrogate(text)) return false;
    if (depth_ == 1 && value_) value_->emplace(text);
    return Value(text);
  }
  bool Key(const char* data, rapidjson::SizeType size, bool) {
    std::string_view key(data, size);
    if (HasSurrogate(key)) return false;
    if (depth_ > 1) return true;
    value_ = ValueOf(key);
    if (value_) value_->reset();
    in_id_ = key == "id";
    return true;
  }
  bool StartObject() {
    is_object_ = is_object_ || depth_ == 0;
    return Open();
  }
  bool EndObject(rapidjson::SizeType) { return Close(); }
  bool StartArray() { return Open(); }
  bool EndArray(rapidjson::SizeType) { return Close(); }

 private:
  template <typename T>
  bool Value(const T& value) {
    if (depth_ == 1 && in_id_) id_ = json(value);
    return true;
  }
  bool Open() {
    if (depth_ == 1) {
      if (in_id_) id_ = json(json::value_t::discarded);
      value_ = nullptr;
    }
    ++depth_;
    return true;
  }
  bool Close() {
    --depth_;
    return true;
  }

  std::optional<std::string>* ValueOf(std::string_view key) {
    for (size_t i = 0; i < std::size(kKeys); ++i) {
      if (kKeys[i].key == key) return &values_[i];
    }
    return nullptr;
  }

  // Half of a pair, which an escape may spell but UTF-8 cannot hold.
  static bool HasSurrogate(std::string_view text) {
    size_t at = text.find('\xED');
    while (at != text.npos) {
      if (static_cast<unsigned char>(text[at + 1]) >= 0xA0) return true;
      at = text.find('\xED', at + 1);
    }
    return false;
  }

  std::array<std::optional<std::string>, std::size(kKeys)> values_;
  std::optional<std::string>* value_ = nullptr;  // that comes next
  std::optional<json> id_;
  bool in_id_ = false;
  int64_t depth_ = 0;
  bool is_object_ = false;
};

Record Failed(std::string code, std::string error) {
  Record record;
  record.article.format = "jsonl";
  record.error_code = std::move(code);
  record.error = std::move(error);
  return record;
}

}  // namespace

Record ParseRecord(std::string_view line) {
  if (line.starts_with(kByteOrderMark)) {
    line.remove_prefix(kByteOrderMark.size());
  }
  // Parsed in place, in a copy; RapidJSON takes a NUL for the end.
  std::string copy;
  copy.reserve(line.size() + kReadAhead);
  copy = line;
  rapidjson::InsituStringStream stream(copy.data());
  RecordHandler handler;
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag |
                              rapidjson::kParseInsituFlag |
                              rapidjson::kParseFullPrecisionFlag;
  bool good = ValidPrefix(line) == line.size() &&
              rapidjson::Reader().Parse<kFlags>(stream, handler) &&
              stream.Tell() == line.size();
  if (!good) return Failed("bad_json", "the line is not valid JSON");
  if (!handler.is_object()) {
    return Failed("bad_record", "the line is not a JSON object");
  }
  Record record;
  record.article.format = "jsonl";
  if (auto id = handler.id()) {
    if (id->is_discarded()) id = json::parse(line)["id"];
    record.article.id_json =
        id->dump(-1, ' ', false, json::error_handler_t::replace);
  }
  auto text = handler.Take(Field::kText);
  if (!text) {
    record.error_code = "no_text";
    record.error = "the record has no \"text\"";
    return record;
  }
  record.article.text = std::move(*text);
  record.article.title = handler.Take(Field::kTitle);
  record.article.published = handler.Take(Field::kPublished);
  record.article.url = handler.Take(Field::kUrl);
  record.article.publisher = handler.Take(Field::kPublisher);
  record.article.byline = handler.Take(Field::kByline);
  return record;
}

}  // namespace newsdigest::cli
