#include "cli/ordered_map.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace newsdigest::cli {
namespace {

using Map = OrderedMap<int, int>;

Map::Read Numbers(int count) {
  return [count](const Map::Take& take) {
    for (int i = 0; i < count; ++i) {
      if (!take(int{i})) return;
    }
  };
}

std::vector<Map::Work> Squares(int threads) {
  return std::vector<Map::Work>(threads, [](int&& i) {
    if (i % 3 == 0) std::this_thread::yield();
    return i * i;
  });
}

TEST(OrderedMap, DeliversInTheOrderOfReading) {
  for (int threads : {1, 2, 7}) {
    std::vector<int> out;
    Map::Run(Numbers(1000), Squares(threads), [&](int&& square) {
      out.push_back(square);
      return true;
    });
    ASSERT_EQ(out.size(), 1000u);
    for (int i = 0; i < 1000; ++i) EXPECT_EQ(out[i], i * i);
  }
}

TEST(OrderedMap, ReadsNotFarAheadOfWhatIsDelivered) {
  std::atomic<int> read = 0;
  int delivered = 0;
  Map::Run(
      [&](const Map::Take& take) {
        for (int i = 0; i < 500 && take(int{i}); ++i) ++read;
      },
      Squares(2),
      [&](int&&) {
        ++delivered;
        EXPECT_LE(read - delivered, 2 * static_cast<int>(Map::kAhead) + 1);
        return true;
      });
  EXPECT_EQ(delivered, 500);
}

TEST(OrderedMap, StopsWhereTheDeliverySays) {
  int delivered = 0;
  Map::Run(Numbers(1000000), Squares(2),
           [&](int&&) { return ++delivered < 5; });
  EXPECT_EQ(delivered, 5);
}

TEST(OrderedMap, ThrowsWhatAThreadThrew) {
  std::vector<Map::Work> works(2, [](int&& i) -> int {
    if (i == 17) throw std::runtime_error("seventeen");
    return i;
  });
  EXPECT_THROW(
      Map::Run(Numbers(100), std::move(works), [](int&&) { return true; }),
      std::runtime_error);
}

}  // namespace
}  // namespace newsdigest::cli
