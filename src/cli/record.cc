#include "cli/record.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <array>
#include <nlohmann/json.hpp>
#include <optional>

namespace newsdigest::cli {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The keys that are read. Where several name one field, the first that is a
// string counts.
constexpr std::array<std::string_view, 13> kKeys = {
    "text",          "raw_text", "maintext", "title",  "published",
    "date",          "url",      "hostname", "byline", "publisher",
    "source_domain", "author",   "date_publish"};

// Takes the fields of a record out of the parser's events.
class RecordHandler
    : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, RecordHandler> {
 public:
  explicit RecordHandler(const rapidjson::MemoryStream& stream)
      : stream_(stream) {}

  bool is_object() const { return is_object_; }

  // Where the value of "id" stands, from behind its key; empty: no such.
  std::pair<size_t, size_t> id() const { return {id_start_, id_end_}; }

  std::optional<std::string> Take(
      std::initializer_list<std::string_view> keys) {
    for (std::string_view key : keys) {
      std::optional<std::string>& field = *FieldOf(key);
      if (field) return std::move(field);
    }
    return {};
  }

  // The parser's events.
  bool Default() { return EndValue(stream_.Tell()); }
  bool String(const char* data, rapidjson::SizeType size, bool) {
    std::string_view text(data, size);
    if (HasSurrogate(text)) return false;
    if (depth_ == 1 && field_) field_->emplace(text);
    return EndValue(stream_.Tell());
  }
  bool Key(const char* data, rapidjson::SizeType size, bool) {
    std::string_view key(data, size);
    if (HasSurrogate(key)) return false;
    if (depth_ > 1) return true;
    field_ = FieldOf(key);
    if (field_) field_->reset();
    in_id_ = key == "id";
    if (in_id_) id_start_ = stream_.Tell();
    return true;
  }
  bool StartObject() {
    is_object_ = is_object_ || depth_ == 0;
    ++depth_;
    return true;
  }
  bool EndObject(rapidjson::SizeType) { return Close(); }
  bool StartArray() {
    ++depth_;
    return true;
  }
  bool EndArray(rapidjson::SizeType) { return Close(); }

 private:
  // The bracket is told before the parser goes past it.
  bool Close() {
    --depth_;
    return EndValue(stream_.Tell() + 1);
  }

  bool EndValue(size_t end) {
    if (depth_ != 1) return true;
    if (in_id_) id_end_ = end;
    in_id_ = false;
    field_ = nullptr;
    return true;
  }

  std::optional<std::string>* FieldOf(std::string_view key) {
    for (size_t i = 0; i < kKeys.size(); ++i) {
      if (kKeys[i] == key) return &fields_[i];
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

  const rapidjson::MemoryStream& stream_;
  std::array<std::optional<std::string>, kKeys.size()> fields_;
  std::optional<std::string>* field_ = nullptr;  // whose value comes next
  size_t id_start_ = 0, id_end_ = 0;
  int64_t depth_ = 0;
  bool is_object_ = false;
  bool in_id_ = false;
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
  using nlohmann::json;
  if (line.starts_with(kByteOrderMark)) {
    line.remove_prefix(kByteOrderMark.size());
  }
  // RapidJSON takes a NUL for the end.
  rapidjson::MemoryStream stream(line.data(), line.size());
  RecordHandler handler(stream);
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag |
                              rapidjson::kParseValidateEncodingFlag;
  bool good = rapidjson::Reader().Parse<kFlags>(stream, handler) &&
              stream.Tell() == line.size();
  if (!good) return Failed("bad_json", "the line is not valid JSON");
  if (!handler.is_object()) {
    return Failed("bad_record", "the line is not a JSON object");
  }
  Record record;
  record.article.format = "jsonl";
  auto [id_start, id_end] = handler.id();
  if (id_end > 0) {
    size_t value = line.find(':', id_start) + 1;
    json id = json::parse(line.substr(value, id_end - value));
    record.article.id_json =
        id.dump(-1, ' ', false, json::error_handler_t::replace);
  }
  auto text = handler.Take({"text", "raw_text", "maintext"});
  if (!text) {
    record.error_code = "no_text";
    record.error = "the record has no \"text\"";
    return record;
  }
  record.article.text = std::move(*text);
  record.article.title = handler.Take({"title"});
  record.article.published =
      handler.Take({"published", "date", "date_publish"});
  record.article.url = handler.Take({"url"});
  record.article.publisher =
      handler.Take({"publisher", "hostname", "source_domain"});
  record.article.byline = handler.Take({"byline", "author"});
  return record;
}

}  // namespace newsdigest::cli
