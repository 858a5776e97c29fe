#include "cli/record.h"

#include <gtest/gtest.h>

namespace newsdigest::cli {
namespace {

TEST(ParseRecord, TakesFieldsUnderAnyOfTheirNames) {
  Record record = ParseRecord(
      R"({"id": 7, "maintext": "Acme rose.", "title": "Up", "date": "2024-05-01",
          "url": "https://a.example/1", "source_domain": "a.example",
          "author": "Jane Porter", "other": {"text": "no", "id": [1]}})");
  EXPECT_EQ(record.error, "");
  EXPECT_EQ(record.article.format, "jsonl");
  EXPECT_EQ(record.article.id_json, "7");
  EXPECT_EQ(record.article.text, "Acme rose.");
  EXPECT_EQ(record.article.title, "Up");
  EXPECT_EQ(record.article.published, "2024-05-01");
  EXPECT_EQ(record.article.url, "https://a.example/1");
  EXPECT_EQ(record.article.publisher, "a.example");
  EXPECT_EQ(record.article.byline, "Jane Porter");
}

TEST(ParseRecord, FirstNameThatIsAStringCounts) {
  EXPECT_EQ(ParseRecord(R"({"raw_text":"b","text":"a"})").article.text, "a");
  EXPECT_EQ(ParseRecord(R"({"raw_text":"b","text":5})").article.text, "b");
}

TEST(ParseRecord, LastOfTwoKeysCounts) {
  Record record = ParseRecord(R"({"text":"a","id":1,"text":"b","id":"x"})");
  EXPECT_EQ(record.article.text, "b");
  EXPECT_EQ(record.article.id_json, R"("x")");
  EXPECT_EQ(ParseRecord(R"({"text":"a","text":null})").error_code, "no_text");
}

TEST(ParseRecord, IdOfAnyKindIsKept) {
  auto id = [](const char* line) { return ParseRecord(line).article.id_json; };
  EXPECT_EQ(id(R"({"id" : {"a": [1, 2]}, "text":""})"), R"({"a":[1,2]})");
  EXPECT_EQ(id(R"({"id":null,"text":""})"), "null");
  EXPECT_EQ(id(R"({"text":"","id":-1.5})"), "-1.5");
  EXPECT_EQ(id(R"({"text":"","a":{"id":1}})"), std::nullopt);
}

TEST(ParseRecord, ReadsEscapes) {
  EXPECT_EQ(ParseRecord(R"({"te\u0078t":"\u20ac\n\ud83d\ude00\u0000."})")
                .article.text,
            std::string("€\n😀\0.", 10));
}

TEST(ParseRecord, TellsWhatIsWrong) {
  auto code = [](std::string_view line) { return ParseRecord(line).error_code; };
  EXPECT_EQ(code("{\"text\":\"a\""), "bad_json");
  EXPECT_EQ(code("{\"text\":\"a\"} x"), "bad_json");
  EXPECT_EQ(code(std::string_view("{\"text\":\"a\"}\0x", 14)), "bad_json");
  EXPECT_EQ(code("{\"text\":\"\xff\"}"), "bad_json");
  EXPECT_EQ(code("{\"text\":\"\xed\xb0\x80\"}"), "bad_json");
  EXPECT_EQ(code(R"({"text":"\udc00"})"), "bad_json");
  EXPECT_EQ(code(R"({"text":"\ud83d"})"), "bad_json");
  EXPECT_EQ(code(R"({"text":"","n":1e999})"), "bad_json");
  EXPECT_EQ(code("{\"text\":\"a\tb\"}"), "bad_json");
  EXPECT_EQ(code("[]"), "bad_record");
  EXPECT_EQ(code("\"text\""), "bad_record");
  EXPECT_EQ(code("{}"), "no_text");
  EXPECT_EQ(code(R"({"text":["a"]})"), "no_text");
}

TEST(ParseRecord, DeepNestingIsNoDanger) {
  std::string deep(200000, '[');
  std::string line = "{\"text\":\"a\",\"x\":" + deep +
                     std::string(200000, ']') + "}";
  EXPECT_EQ(ParseRecord(line).article.text, "a");
  EXPECT_EQ(ParseRecord("{\"x\":" + deep).error_code, "bad_json");
}

TEST(ParseRecord, SkipsByteOrderMark) {
  EXPECT_EQ(ParseRecord("\xEF\xBB\xBF{\"text\":\"a\"}").article.text, "a");
}

}  // namespace
}  // namespace newsdigest::cli
