#include "text/decode.h"

#include <cstdint>
#include <cstring>

namespace newsdigest {
namespace {

void AppendUtf8(uint32_t c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 63));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 63));
    out += static_cast<char>(0x80 | (c & 63));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 63));
    out += static_cast<char>(0x80 | (c >> 6 & 63));
    out += static_cast<char>(0x80 | (c & 63));
  }
}

// windows-1252, 0x80 to 0x9F; 0: not assigned.
constexpr uint16_t kWindows[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr uint32_t kReplacement = 0xFFFD;

void WarnReplaced(size_t count, std::vector<Warning>& warnings) {
  if (count == 0) return;
  warnings.push_back({"replaced",
                      std::to_string(count) +
                          " byte sequences could not be decoded and became "
                          "U+FFFD",
                      {}});
}

std::string DecodeUtf16(std::string_view bytes, bool big,
                        std::vector<Warning>& warnings) {
  std::string out;
  size_t bad = 0;
  auto unit = [&](size_t i) {
    auto a = static_cast<unsigned char>(bytes[i]);
    auto b = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<uint32_t>(big ? a << 8 | b : b << 8 | a);
  };
  size_t i = 0;
  for (; i + 1 < bytes.size(); i += 2) {
    uint32_t c = unit(i);
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size()) {
      uint32_t low = unit(i + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    if (c >= 0xD800 && c < 0xE000) {
      c = kReplacement;
      ++bad;
    }
    AppendUtf8(c, out);
  }
  if (i < bytes.size()) {
    AppendUtf8(kReplacement, out);
    ++bad;
  }
  warnings.push_back(
      {"encoding",
       big ? "read as UTF-16, big endian" : "read as UTF-16, little endian",
       {}});
  WarnReplaced(bad, warnings);
  return out;
}

// ASCII bytes at the start of `bytes`, counted eight at a time.
size_t PlainBytes(std::string_view bytes) {
  size_t at = 0;
  uint64_t eight = 0;
  for (; at + sizeof eight <= bytes.size(); at += sizeof eight) {
    std::memcpy(&eight, bytes.data() + at, sizeof eight);
    if (eight & 0x8080808080808080ull) break;
  }
  return at;
}

}  // namespace

size_t SequenceLength(std::string_view s) {
  auto byte = [&](size_t i) { return static_cast<unsigned char>(s[i]); };
  if (s.empty()) return 0;
  unsigned char c = byte(0);
  if (c < 0x80) return 1;
  size_t size = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
  if (c < 0xC2 || c > 0xF4 || s.size() < size) return 0;
  for (size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  if ((c == 0xE0 && byte(1) < 0xA0) || (c == 0xED && byte(1) > 0x9F) ||
      (c == 0xF0 && byte(1) < 0x90) || (c == 0xF4 && byte(1) > 0x8F)) {
    return 0;
  }
  return size;
}

size_t ValidPrefix(std::string_view bytes) {
  size_t at = 0;
  while (at < bytes.size()) {
    if (size_t plain = PlainBytes(bytes.substr(at))) {
      at += plain;
      continue;
    }
    size_t size = SequenceLength(bytes.substr(at, 4));
    if (size == 0) break;
    at += size;
  }
  return at;
}

std::string Decode(std::string_view bytes, std::vector<Warning>& warnings) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE")) {
    return DecodeUtf16(bytes.substr(2), false, warnings);
  }
  if (bytes.starts_with("\xFE\xFF")) {
    return DecodeUtf16(bytes.substr(2), true, warnings);
  }
  // Valid UTF-8 is the common case.
  size_t good = ValidPrefix(bytes);
  if (good == bytes.size()) return std::string(bytes);
  size_t bad = 0;
  size_t multibyte = 0;
  for (size_t at = 0; at < bytes.size();) {
    size_t size = SequenceLength(bytes.substr(at, 4));
    multibyte += size > 1;
    bad += size == 0;
    at += size == 0 ? 1 : size;
  }
  std::string out(bytes.substr(0, good));
  bool windows = multibyte < bad;
  size_t replaced = 0;
  for (size_t at = good; at < bytes.size();) {
    size_t size = windows ? (static_cast<unsigned char>(bytes[at]) < 0x80)
                          : SequenceLength(bytes.substr(at, 4));
    if (size > 0) {
      out.append(bytes.substr(at, size));
      at += size;
      continue;
    }
    uint32_t c = static_cast<unsigned char>(bytes[at++]);
    if (windows && c < 0xA0) c = kWindows[c - 0x80];
    if (!windows) {
      c = kReplacement;
      // One mark for the longest start of a sequence that went wrong.
      unsigned char lead = static_cast<unsigned char>(bytes[at - 1]);
      size_t most = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
      size_t taken = 0;
      while (taken < most && at < bytes.size() &&
             (static_cast<unsigned char>(bytes[at]) & 0xC0) == 0x80) {
        auto next = static_cast<unsigned char>(bytes[at]);
        bool overlong =
            taken == 0 &&
            ((lead == 0xE0 && next < 0xA0) || (lead == 0xED && next > 0x9F) ||
             (lead == 0xF0 && next < 0x90) || (lead == 0xF4 && next > 0x8F) ||
             lead > 0xF4);
        if (overlong) break;
        ++at;
        ++taken;
      }
    }
    if (c == 0) c = kReplacement;
    replaced += c == kReplacement;
    AppendUtf8(c, out);
  }
  if (windows) {
    warnings.push_back(
        {"encoding", "not valid UTF-8: read as windows-1252", {}});
  }
  WarnReplaced(replaced, warnings);
  return out;
}

}  // namespace newsdigest
