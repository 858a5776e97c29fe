#include "newsdigest/company_list.h"

#include <gtest/gtest.h>

#include "newsdigest/analyzer.h"

namespace newsdigest {
namespace {

CompanyList Parsed(std::string_view text) {
  std::string error;
  auto list = CompanyList::Parse(text, error);
  EXPECT_TRUE(list) << error;
  return list ? std::move(*list) : CompanyList();
}

std::string Error(std::string_view text) {
  std::string error;
  EXPECT_FALSE(CompanyList::Parse(text, error));
  return error;
}

TEST(CompanyList, ReadsTheFormsOfLists) {
  CompanyList csv = Parsed(
      "\xEF\xBB\xBFName,Ticker,Exchange,Aliases,Forbidden\r\n"
      "\"Whisk, \"\"Pan\"\" & Co.\",WHK,NYSE,Whisk|The Pan,share to Whisk\r\n"
      "\r\n"
      "Zorp Corp,ZRP,,,\r\n");
  ASSERT_EQ(csv.companies().size(), 2u);
  EXPECT_EQ(csv.companies()[0].name, "Whisk, \"Pan\" & Co.");
  EXPECT_EQ(csv.companies()[0].ticker, "WHK");
  EXPECT_EQ(csv.companies()[0].aliases,
            (std::vector<std::string>{"Whisk", "The Pan"}));
  EXPECT_EQ(csv.companies()[0].forbidden,
            (std::vector<std::string>{"share to Whisk"}));
  EXPECT_EQ(Parsed("symbol\tcompany\nZRP\tZorp\n").companies()[0].ticker,
            "ZRP");
  EXPECT_EQ(Parsed("Symbol,Security Name\nZRP,Zorp Corp - Common Stock\n")
                .companies()[0]
                .name,
            "Zorp Corp");
  CompanyList regulator = Parsed(
      R"({"0": {"cik_str": 7, "ticker": "ZRP", "title": "ZORP WORKS INC"}})");
  EXPECT_EQ(regulator.companies()[0].name, "ZORP WORKS INC");
  EXPECT_EQ(regulator.companies()[0].ticker, "ZRP");
  EXPECT_EQ(
      Parsed(R"([{"name": "Zorp", "aliases": ["Z Corp"], "ticker": null}])")
          .companies()[0]
          .aliases,
      std::vector<std::string>{"Z Corp"});
}

TEST(CompanyList, PointsAtWhatIsWrong) {
  EXPECT_EQ(Error(""), "1:1: the list is empty");
  EXPECT_EQ(Error("name,ticker\n\"Zorp"), "2:1: this quote is not closed");
  EXPECT_EQ(Error("name\n\"Zorp\"x"), "2:7: text after a closing quote");
  EXPECT_EQ(Error("name,ticker\na,b,c\n"),
            "2:5: more fields than the 2 of the head line");
  EXPECT_EQ(Error("name,ticker\n,b\n"), "2:1: no name");
  EXPECT_EQ(Error("[{\"name\": \"a\"},\n {\"name\": 3}]"),
            "2:2: 'name' is no text");
  EXPECT_EQ(Error("[{}]"), "1:2: no name");
  EXPECT_EQ(Error("{\"a\": 1}"), "1:1: expected an object");
  EXPECT_EQ(Error("[\n  x"), "2:3: this is no JSON");
  EXPECT_EQ(Error("foo\nx").substr(0, 5), "1:1: ");
}

TEST(CompanyList, NamesTheUsersCompanies) {
  CompanyList list = Parsed(
      "name,ticker,exchange,aliases,forbidden\n"
      "Zorp Works Inc.,ZRP,NYSE,Zorpy,share to Zorpy\n");
  AnalyzerOptions options;
  options.companies = &list;
  Article article;
  article.text = "Zorp Works fell. Then people share to Zorpy, and Zorpy grew.";
  Digest digest = Analyzer(options).Analyze(article);
  ASSERT_EQ(digest.entities.size(), 1u);
  EXPECT_EQ(digest.entities[0].type, EntityType::kCompany);
  EXPECT_EQ(digest.entities[0].ticker, "ZRP");
  EXPECT_EQ(digest.entities[0].exchange, "NYSE");
  EXPECT_EQ(digest.entities[0].mentions.size(), 2u);
}

}  // namespace
}  // namespace newsdigest
