#include "reader/layout.h"

#include <gmock/gmock.h>

namespace newsdigest {
namespace {

using ::testing::ElementsAre;

struct Shape {
  std::string title;
  std::vector<std::string> headings, items, tail;
};

Shape ShapeOf(const std::string& text) {
  Layout layout = ReadLayout(text, Lexicon::BuiltIn(), {});
  Shape shape;
  shape.title = Slice(text, layout.title);
  for (const Block& block : layout.blocks) {
    std::string body(Slice(text, block.span));
    if (block.kind == BlockKind::kHeading) shape.headings.push_back(body);
    if (block.kind == BlockKind::kListItem) shape.items.push_back(body);
    if (block.kind == BlockKind::kTail) shape.tail.push_back(body);
  }
  return shape;
}

const char kArticle[] =
    "Bread Makers Look to Robots for Help\n"
    "\n"
    "Bakers in three countries are trying robots that knead, shape and bake "
    "bread through the night, and some of them like what they see.\n"
    "Why Bakers Want Them\n"
    "- Robots work at night\n"
    "- Flour is dear\n"
    "The hours are long and the wages are low, so that few young people learn "
    "the trade any more.\n"
    "Related Articles | Newsletter | About\n"
    "Sign up for our newsletter\n";

TEST(Layout, FindsTitleHeadingsItemsAndTail) {
  Shape shape = ShapeOf(kArticle);
  EXPECT_EQ(shape.title, "Bread Makers Look to Robots for Help");
  EXPECT_THAT(shape.headings, ElementsAre("Why Bakers Want Them"));
  EXPECT_THAT(shape.items,
              ElementsAre("Robots work at night", "Flour is dear"));
  EXPECT_THAT(shape.tail, ElementsAre("Related Articles | Newsletter | About",
                                      "Sign up for our newsletter"));
}

TEST(Layout, LineEndsDoNotChangeTheShape) {
  Shape expected = ShapeOf(kArticle);
  for (const char* end : {"\r\n", "\r"}) {
    std::string text;
    for (char c : std::string(kArticle)) {
      if (c == '\n') {
        text += end;
      } else {
        text += c;
      }
    }
    Shape shape = ShapeOf(text);
    EXPECT_EQ(shape.title, expected.title);
    EXPECT_EQ(shape.headings, expected.headings);
    EXPECT_EQ(shape.items, expected.items);
  }
}

TEST(Layout, JoinsHardWrappedLines) {
  std::string text =
      "BAKERS BUY ROBOTS\n\n"
      "Bakers in three countries are trying robots that\n"
      "knead and shape and bake bread through the night,\n"
      "and some of them like what they see so far.\n"
      "    The hours are long and the wages are low, so\n"
      "that few young people learn the trade any more,\n"
      "said one baker.\n";
  Layout layout = ReadLayout(text, Lexicon::BuiltIn(), {});
  ASSERT_EQ(layout.blocks.size(), 3u);
  EXPECT_EQ(layout.blocks[1].kind, BlockKind::kParagraph);
}

TEST(Layout, ReadsMarkdownHeadings) {
  LayoutOptions options;
  options.markdown = true;
  std::string text = "# Top\n\nText of the first part.\n\n## Next\n\nMore.\n";
  Layout layout = ReadLayout(text, Lexicon::BuiltIn(), options);
  ASSERT_EQ(layout.sections.size(), 2u);
  EXPECT_EQ(Slice(text, layout.sections[1].heading), "Next");
  EXPECT_EQ(layout.sections[1].level, 2);
}

TEST(Layout, TakesAnything) {
  for (const char* text : {"", "\n", "   \n\n", "-", "# ", "\xC2\xA0", "|||"}) {
    ShapeOf(text);
  }
}

}  // namespace
}  // namespace newsdigest
