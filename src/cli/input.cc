#include "cli/input.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace newsdigest::cli {
namespace {

constexpr size_t kMostBytes = size_t{32} << 20;  // of one article
constexpr size_t kPiece = 1 << 20;

bool EndsWithAny(const std::string& path,
                 std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view end) { return path.ends_with(end); });
}

std::string FormatOf(const std::string& path, const InputOptions& options) {
  if (options.from != "auto") return options.from;
  if (EndsWithAny(path, {".md", ".markdown"})) return "markdown";
  if (EndsWithAny(path, {".jsonl", ".ndjson"})) return "jsonl";
  if (EndsWithAny(path, {".txt", ".text"})) return "text";
  return "unknown";  // its content tells
}

// Reads into `buffer`; -1 with errno set on errors. EINTR is no error.
ssize_t ReadSome(int file, char* buffer, size_t size) {
  while (true) {
    ssize_t got = read(file, buffer, size);
    if (got >= 0 || errno != EINTR) return got;
  }
}

// Reads on at the end of `content`.
bool ReadAll(int file, std::string& content, std::string& error) {
  while (true) {
    size_t have = content.size();
    if (have > kMostBytes) {
      error = "larger than 32 MiB, the limit for one article";
      return false;
    }
    content.resize(have + (have < kPiece ? 65536 : kPiece));
    ssize_t got = ReadSome(file, content.data() + have, content.size() - have);
    content.resize(have + (got > 0 ? static_cast<size_t>(got) : 0));
    if (got < 0) {
      error = std::strerror(errno);
      return false;
    }
    if (got == 0) return true;
  }
}

Record Failed(const std::string& path, std::string code, std::string error) {
  Record record;
  record.article.path = path;
  record.error_code = std::move(code);
  record.error = std::move(error);
  return record;
}

// A stream of lines, read in pieces; memory is one line and one piece.
// `buffer`: what was read of it before.
bool ReadLines(int file, const std::string& path, std::string buffer,
               const Take& take) {
  size_t start = 0;  // of the line
  size_t scanned = 0;
  uint64_t number = 0;
  bool end = false;
  while (!end || start < buffer.size()) {
    size_t at = buffer.find('\n', std::max(start, scanned));
    if (at == std::string::npos && !end) {
      buffer.erase(0, start);
      start = 0;
      scanned = buffer.size();
      if (scanned > kMostBytes) {
        return take(Failed(path, "too_large", "a line is larger than 32 MiB"));
      }
      size_t have = buffer.size();
      buffer.resize(have + 65536);
      ssize_t got = ReadSome(file, buffer.data() + have, 65536);
      buffer.resize(have + (got > 0 ? static_cast<size_t>(got) : 0));
      if (got < 0) return take(Failed(path, "unreadable", strerror(errno)));
      end = got == 0;
      continue;
    }
    size_t last = at == std::string::npos ? buffer.size() : at;
    std::string_view line(buffer.data() + start, last - start);
    start = at == std::string::npos ? last : last + 1;
    ++number;
    bool blank = line.find_first_not_of(" \t\r") == std::string::npos;
    if (blank) continue;
    Record record = ParseRecord(line);
    record.article.path = path;
    record.line = number;
    if (!take(std::move(record))) return false;
  }
  return true;
}

// What a file is that holds no text, by its first bytes; "": it may be text.
std::string_view KindOfData(std::string_view bytes) {
  using namespace std::string_view_literals;
  constexpr std::pair<std::string_view, std::string_view> kKinds[] = {
      {"\x1f\x8b"sv, "gzip data"},
      {"PK\x03\x04"sv, "a zip archive"},
      {"%PDF-"sv, "a PDF file"},
      {"\x89PNG\r\n"sv, "a PNG image"},
      {"\xff\xd8\xff"sv, "a JPEG image"},
      {"\x7f"
       "ELF"sv,
       "a program"},
      {"\x28\xb5\x2f\xfd"sv, "zstd data"},
      {"BZh"sv, "bzip2 data"},
      {"WARC/"sv, "a web archive"},
      {"\xfd"
       "7zXZ\0"sv,
       "xz data"}};
  for (const auto& [magic, kind] : kKinds) {
    if (bytes.starts_with(magic)) return kind;
  }
  return {};
}

// Whether a stream of unknown kind begins with a record of JSON Lines. Reads on
// into `buffer` to its first line feed where it may.
bool BeginsWithRecord(int file, std::string& buffer) {
  auto may = [&] {
    size_t at = buffer.find_first_not_of(" \t\r\n");
    return at == std::string::npos || buffer[at] == '{';
  };
  while (may() && buffer.find('\n') == std::string::npos &&
         buffer.size() < kMostBytes) {
    size_t have = buffer.size();
    buffer.resize(have + 65536);
    ssize_t got = ReadSome(file, buffer.data() + have, 65536);
    buffer.resize(have + (got > 0 ? static_cast<size_t>(got) : 0));
    if (got <= 0) break;
  }
  size_t at = buffer.find_first_not_of(" \t\r\n");
  if (at == std::string::npos || buffer[at] != '{') return false;
  std::string_view line(buffer);
  line.remove_prefix(at);
  return ParseRecord(line.substr(0, line.find('\n'))).error.empty();
}

bool ReadStream(int file, const std::string& path, const std::string& format,
                const Take& take) {
  std::string begun;
  bool lines = format == "jsonl" ||
               (format == "unknown" && BeginsWithRecord(file, begun));
  if (lines) return ReadLines(file, path, std::move(begun), take);
  Record record;
  record.article.path = path;
  record.article.format = format == "unknown" ? "text" : format;
  record.article.text = std::move(begun);
  std::string error;
  bool data = !KindOfData(record.article.text).empty();  // not to be read on
  if (!data && !ReadAll(file, record.article.text, error)) {
    record.error_code =
        error.starts_with("larger") ? "too_large" : "unreadable";
    record.error = error;
  } else if (auto kind = KindOfData(record.article.text); !kind.empty()) {
    record.error_code = "not_text";
    record.error = std::string(kind) + ", no text";
  }
  return take(std::move(record));
}

bool ReadFile(const std::string& path, const InputOptions& options,
              const Take& take) {
  int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return take(Failed(path, "unreadable", strerror(errno)));
  bool more = ReadStream(file, path, FormatOf(path, options), take);
  close(file);
  return more;
}

// Files under `folder` that are articles, bytewise; links, hidden files and
// special files are left out.
void ListFolder(const std::string& folder, std::vector<std::string>& files) {
  std::vector<std::string> todo{folder};
  while (!todo.empty()) {
    std::string at = todo.back();
    todo.pop_back();
    DIR* handle = opendir(at.c_str());
    if (!handle) {
      files.push_back(at);  // opening it will tell why
      continue;
    }
    while (dirent* item = readdir(handle)) {
      std::string name = item->d_name;
      if (name.empty() || name[0] == '.') continue;
      std::string path = at.ends_with('/') ? at + name : at + "/" + name;
      struct stat info;
      if (lstat(path.c_str(), &info) != 0) continue;
      if (S_ISDIR(info.st_mode)) {
        todo.push_back(path);
      } else if (S_ISREG(info.st_mode) &&
                 EndsWithAny(name, {".txt", ".md", ".markdown", ".text",
                                    ".jsonl", ".ndjson"})) {
        files.push_back(path);
      }
    }
    closedir(handle);
  }
  std::sort(files.begin(), files.end());
}

}  // namespace

bool ReadWhole(const std::string& path, std::string& content,
               std::string& error) {
  int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    error = std::strerror(errno);
    return false;
  }
  content.clear();
  bool good = ReadAll(file, content, error);
  close(file);
  return good;
}

bool MayBeMany(const std::vector<std::string>& paths,
               const InputOptions& options) {
  if (paths.size() > 1) return true;
  return std::any_of(paths.begin(), paths.end(), [&](const auto& path) {
    return IsFolder(path) || FormatOf(path, options) == "jsonl";
  });
}

bool IsFolder(const std::string& path) {
  struct stat info;
  return stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

std::vector<InputFile> ListInputs(const std::vector<std::string>& paths) {
  std::vector<InputFile> files;
  for (const std::string& path : paths) {
    if (path == "-" || !IsFolder(path)) {
      size_t slash = path.rfind('/');
      std::string name = path == "-" ? "stdin" : path.substr(slash + 1);
      files.push_back({path, name});
      continue;
    }
    std::vector<std::string> listed;
    ListFolder(path, listed);
    size_t below = path.size() + (path.ends_with('/') ? 0 : 1);
    for (std::string& file : listed) {
      std::string relative = file.size() > below ? file.substr(below) : file;
      files.push_back({std::move(file), std::move(relative)});
    }
  }
  return files;
}

bool ReadInputs(const std::vector<InputFile>& files,
                const InputOptions& options, const Take& take) {
  for (const InputFile& file : files) {
    auto named = [&](Record&& record) {
      record.relative = file.relative;
      return take(std::move(record));
    };
    bool more = file.path == "-"
                    ? ReadStream(STDIN_FILENO, "", FormatOf("", options), named)
                    : ReadFile(file.path, options, named);
    if (!more) return false;
  }
  return true;
}

}  // namespace newsdigest::cli
