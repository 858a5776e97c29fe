// Where results go: standard output or a file, every write checked.
#ifndef NEWSDIGEST_CLI_OUTPUT_H_
#define NEWSDIGEST_CLI_OUTPUT_H_

#include <string>
#include <string_view>

namespace newsdigest::cli {

enum class WriteResult { kDone, kClosed, kFailed };

// Writes all of `text`; kClosed where the reader of a pipe has gone.
WriteResult WriteAll(int file, std::string_view text);

// A file that appears whole or not at all: written beside its place, synced,
// then renamed.
class AtomicFile {
 public:
  explicit AtomicFile(std::string path) : path_(std::move(path)) {}
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  bool Open(std::string& error);
  int file() const { return file_; }
  bool Commit(std::string& error);

 private:
  std::string path_, temporary_;
  int file_ = -1;
};

// `text` with control characters and bidirectional marks shown escaped.
std::string ForTerminal(std::string_view text);

// `bytes` with what is no UTF-8 replaced by U+FFFD; file names may be so.
std::string ValidUtf8(std::string_view bytes);

// "newsdigest: where: what" to standard error.
void Complain(std::string_view where, std::string_view what);

}  // namespace newsdigest::cli

#endif  // NEWSDIGEST_CLI_OUTPUT_H_
