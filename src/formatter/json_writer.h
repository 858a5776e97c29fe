// A small streaming JSON writer: strict I-JSON into a string.
//
// The caller opens and closes objects and arrays in order; commas, line feeds
// and escapes are the writer's. C0, DEL, C1, bidirectional marks and U+2028/9
// come out as \u escapes; the input must be valid UTF-8.
#ifndef NEWSDIGEST_FORMATTER_JSON_WRITER_H_
#define NEWSDIGEST_FORMATTER_JSON_WRITER_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace newsdigest {

class JsonWriter {
 public:
  // Takes what is written so far, so that it need not be held.
  using Spill = std::function<void(std::string&& piece)>;

  JsonWriter(std::string& out, bool pretty, Spill spill = {})
      : out_(out), pretty_(pretty), spill_(std::move(spill)) {}

  void OpenObject() { Open('{'); }
  void CloseObject() { Close('}'); }
  void OpenArray() { Open('['); }
  void CloseArray() { Close(']'); }
  void Key(std::string_view key);

  void String(std::string_view text);
  void Integer(int64_t value);
  // A number that is already spelled as JSON wants it.
  void Raw(std::string_view text);
  void Null() { Raw("null"); }

  // Shorthands for `Key(key)` and a value.
  void Field(std::string_view key, std::string_view text) {
    Key(key);
    String(text);
  }
  void Field(std::string_view key, int64_t value) {
    Key(key);
    Integer(value);
  }
  // null where `text` is empty.
  void TextOrNull(std::string_view key, std::string_view text) {
    Key(key);
    if (text.empty()) {
      Null();
    } else {
      String(text);
    }
  }
  void NullField(std::string_view key) {
    Key(key);
    Null();
  }

 private:
  void Open(char c);
  void Close(char c);
  void Before();
  void NewLine();

  std::string& out_;
  bool pretty_;
  Spill spill_;
  bool first_ = true;
  bool after_key_ = false;
  int depth_ = 0;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_FORMATTER_JSON_WRITER_H_
