#include "cli/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "text/display.h"
#include "text/decode.h"

namespace newsdigest::cli {

WriteResult WriteAll(int file, std::string_view text) {
  while (!text.empty()) {
    ssize_t done = write(file, text.data(), text.size());
    if (done < 0) {
      if (errno == EINTR) continue;
      return errno == EPIPE ? WriteResult::kClosed : WriteResult::kFailed;
    }
    text.remove_prefix(static_cast<size_t>(done));
  }
  return WriteResult::kDone;
}

AtomicFile::~AtomicFile() {
  if (file_ < 0) return;
  close(file_);
  unlink(temporary_.c_str());
}

bool AtomicFile::Open(std::string& error) {
  temporary_ = path_ + ".XXXXXX";
  file_ = mkostemp(temporary_.data(), O_CLOEXEC);
  if (file_ < 0) {
    error = std::strerror(errno);
    return false;
  }
  mode_t mask = umask(0);
  umask(mask);
  fchmod(file_, 0666 & ~mask);
  return true;
}

bool AtomicFile::Commit(std::string& error) {
  bool good = fsync(file_) == 0;
  good = close(file_) == 0 && good;
  file_ = -1;
  good = good && rename(temporary_.c_str(), path_.c_str()) == 0;
  if (!good) {
    error = std::strerror(errno);
    unlink(temporary_.c_str());
  }
  return good;
}

std::string ForTerminal(std::string_view text) { return Harmless(text); }

std::string ValidUtf8(std::string_view bytes) {
  std::string out;
  while (!bytes.empty()) {
    size_t size = SequenceLength(bytes.substr(0, 4));
    if (size > 0) {
      out += bytes.substr(0, size);
    } else {
      out += "\xEF\xBF\xBD";
    }
    bytes.remove_prefix(size > 0 ? size : 1);
  }
  return out;
}

void Complain(std::string_view where, std::string_view what) {
  std::string line = "newsdigest: ";
  if (!where.empty()) line += ForTerminal(ValidUtf8(where)) + ": ";
  line += ForTerminal(ValidUtf8(what));
  line += '\n';
  WriteAll(STDERR_FILENO, line);
}

}  // namespace newsdigest::cli
