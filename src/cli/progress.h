// How far a long run is, on a terminal's standard error: done, total, rate,
// time left, current name. Nothing in a pipe, nothing in the first second.
#ifndef NEWSDIGEST_CLI_PROGRESS_H_
#define NEWSDIGEST_CLI_PROGRESS_H_

#include <chrono>
#include <cstdint>
#include <string_view>

namespace newsdigest::cli {

class Progress {
 public:
  // `show`: whether it is wanted, on a terminal at all.
  explicit Progress(bool show);
  ~Progress() { Clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // One more article is done. `total`: 0 where it is not known.
  void Step(std::string_view name, uint64_t total);
  // Takes the line away, before a message or at the end.
  void Clear();

  uint64_t done() const { return done_; }
  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;

  bool show_;
  bool shown_ = false;
  uint64_t done_ = 0;
  Clock::time_point start_ = Clock::now();
  Clock::time_point next_ = start_ + std::chrono::seconds(1);
};

}  // namespace newsdigest::cli

#endif  // NEWSDIGEST_CLI_PROGRESS_H_
