#include "cli/progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/output.h"
#include "text/display.h"

namespace newsdigest::cli {
namespace {

constexpr auto kEvery = std::chrono::milliseconds(200);

int Columns() {
  winsize size;
  bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : 80;
}

std::string Duration(double seconds) {
  auto whole = static_cast<int64_t>(seconds + 0.5);
  if (whole < 60) return fmt::format("{} s", whole);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

Progress::Progress(bool show) : show_(show && isatty(STDERR_FILENO)) {}

double Progress::seconds() const {
  return std::chrono::duration<double>(Clock::now() - start_).count();
}

void Progress::Step(std::string_view name, uint64_t total) {
  ++done_;
  if (!show_ || Clock::now() < next_) return;
  next_ = Clock::now() + kEvery;
  double rate = static_cast<double>(done_) / seconds();
  std::string line = fmt::format("{}", done_);
  if (total > 0) line += fmt::format(" of {}", total);
  line += fmt::format(", {:.0f} a second", rate);
  if (total > done_ && rate > 0) {
    line +=
        ", " + Duration(static_cast<double>(total - done_) / rate) + " left";
  }
  if (!name.empty()) line += "  " + Harmless(name);
  WriteAll(STDERR_FILENO, "\r\x1b[K" + Fit(line, Columns() - 1));
  shown_ = true;
}

void Progress::Clear() {
  if (shown_) WriteAll(STDERR_FILENO, "\r\x1b[K");
  shown_ = false;
}

}  // namespace newsdigest::cli
