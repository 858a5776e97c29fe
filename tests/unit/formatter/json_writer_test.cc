#include "formatter/json_writer.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace newsdigest {
namespace {

std::string Quoted(std::string_view text) {
  std::string out;
  JsonWriter(out, false).String(text);
  return out;
}

TEST(JsonWriter, EscapesWhatMayNotStandRaw) {
  EXPECT_EQ(Quoted("a\"b\\c"), R"("a\"b\\c")");
  EXPECT_EQ(Quoted("\n\r\t\x01\x7F"), R"("\n\r\t\u0001\u007f")");
  EXPECT_EQ(Quoted("\xC2\x85"), R"("\u0085")");
  EXPECT_EQ(Quoted("\xE2\x80\xAE\xE2\x80\xA8"), R"("\u202e\u2028")");
  EXPECT_EQ(Quoted("\xD8\x9C\xEF\xBB\xBF"), R"("\u061c\ufeff")");
  EXPECT_EQ(Quoted("é€😀"), "\"é€😀\"");
}

TEST(JsonWriter, EveryCodePointReadsBack) {
  std::string text;
  for (uint32_t c = 1; c < 0x11000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    if (c < 0x80) {
      text += static_cast<char>(c);
    } else if (c < 0x800) {
      text += static_cast<char>(0xC0 | c >> 6);
      text += static_cast<char>(0x80 | (c & 63));
    } else if (c < 0x10000) {
      text += static_cast<char>(0xE0 | c >> 12);
      text += static_cast<char>(0x80 | (c >> 6 & 63));
      text += static_cast<char>(0x80 | (c & 63));
    } else {
      text += static_cast<char>(0xF0 | c >> 18);
      text += static_cast<char>(0x80 | (c >> 12 & 63));
      text += static_cast<char>(0x80 | (c >> 6 & 63));
      text += static_cast<char>(0x80 | (c & 63));
    }
  }
  EXPECT_EQ(nlohmann::json::parse(Quoted(text)).get<std::string>(), text);
}

TEST(JsonWriter, PlacesCommasAndBlanks) {
  std::string out;
  JsonWriter json(out, false);
  json.OpenObject();
  json.Field("a", 1);
  json.Key("b");
  json.OpenArray();
  json.Integer(2);
  json.Null();
  json.CloseArray();
  json.Key("c");
  json.OpenObject();
  json.CloseObject();
  json.CloseObject();
  EXPECT_EQ(out, R"({"a":1,"b":[2,null],"c":{}})");
}

}  // namespace
}  // namespace newsdigest
