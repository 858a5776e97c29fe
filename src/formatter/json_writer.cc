#include "formatter/json_writer.h"

#include <array>
#include <charconv>
#include <cstring>

namespace newsdigest {
namespace {

constexpr size_t kPiece = size_t{1} << 18;  // bytes that are held at a time

// Bytes that are escaped, or may begin what is.
constexpr auto kMayEscape = [] {
  std::array<bool, 256> table{};
  for (int c = 0; c < 0x20; ++c) table[c] = true;
  for (int c : {'"' + 0, '\\' + 0, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF}) {
    table[c] = true;
  }
  return table;
}();

void AppendHex(unsigned code, std::string& out) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) {
    out += kHex[(code >> shift) & 15];
  }
}

// The code point of a three-byte sequence that must be escaped; 0: none.
unsigned EscapedThree(unsigned char a, unsigned char b, unsigned char c) {
  if (a == 0xEF && b == 0xBB && c == 0xBF) return 0xFEFF;
  if (a != 0xE2) return 0;
  unsigned code = 0x2000u + ((b & 63u) << 6) + (c & 63u);
  bool marks = code == 0x200E || code == 0x200F;
  bool lines = code == 0x2028 || code == 0x2029;
  bool embeds = code >= 0x202A && code <= 0x202E;
  bool isolates = code >= 0x2066 && code <= 0x2069;
  return marks || lines || embeds || isolates ? code : 0;
}

}  // namespace

void JsonWriter::NewLine() {
  if (!pretty_) return;
  out_ += '\n';
  out_.append(static_cast<size_t>(depth_) * 2, ' ');
}

void JsonWriter::Before() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (depth_ == 0) return;
  if (!first_) out_ += ',';
  NewLine();
  first_ = false;
}

void JsonWriter::Open(char c) {
  Before();
  out_ += c;
  ++depth_;
  first_ = true;
}

void JsonWriter::Close(char c) {
  --depth_;
  if (!first_) NewLine();
  out_ += c;
  first_ = false;
  if (spill_ && out_.size() >= kPiece) {
    spill_(std::move(out_));
    out_.clear();
  }
}

void JsonWriter::Key(std::string_view key) {
  if (!first_) out_ += ',';
  NewLine();
  first_ = false;
  size_t at = out_.size();
  size_t close = pretty_ ? 3 : 2;
  out_.resize(at + 1 + key.size() + close);
  char* to = out_.data() + at;
  *to = '"';
  std::memcpy(to + 1, key.data(), key.size());
  std::memcpy(to + 1 + key.size(), "\": ", close);
  after_key_ = true;
}

void JsonWriter::String(std::string_view s) {
  Before();
  out_ += '"';
  size_t clean = 0;
  auto flush = [&](size_t to) { out_.append(s.substr(clean, to - clean)); };
  for (size_t i = 0; i < s.size(); ++i) {
    auto c = static_cast<unsigned char>(s[i]);
    if (!kMayEscape[c]) continue;
    size_t size = 1;
    unsigned code = c;
    if (c >= 0x80) {
      auto at = [&](size_t k) {
        return k < s.size() ? static_cast<unsigned char>(s[k]) : 0u;
      };
      if (c == 0xC2 && at(i + 1) < 0xA0) {
        code = at(i + 1);
        size = 2;
      } else if (c == 0xD8 && at(i + 1) == 0x9C) {
        code = 0x61C;
        size = 2;
      } else if (c == 0xE2 || c == 0xEF) {
        code = EscapedThree(c, static_cast<unsigned char>(at(i + 1)),
                            static_cast<unsigned char>(at(i + 2)));
        if (code == 0) continue;
        size = 3;
      } else {
        continue;
      }
    }
    flush(i);
    switch (code) {
      case '"':
        out_ += "\\\"";
        break;
      case '\\':
        out_ += "\\\\";
        break;
      case '\n':
        out_ += "\\n";
        break;
      case '\r':
        out_ += "\\r";
        break;
      case '\t':
        out_ += "\\t";
        break;
      default:
        AppendHex(code, out_);
    }
    i += size - 1;
    clean = i + 1;
  }
  flush(s.size());
  out_ += '"';
}

void JsonWriter::Integer(int64_t value) {
  Before();
  char buffer[24];
  auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  out_.append(buffer, end);
}

void JsonWriter::Raw(std::string_view text) {
  Before();
  out_ += text;
}

}  // namespace newsdigest
