#include "cli/outlet.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>

#include "newsdigest/format.h"

namespace newsdigest::cli {
namespace {

WriteResult Failed(const std::string& where, const std::string& why,
                   std::string& error) {
  error = where + ": cannot be written: " + why;
  return WriteResult::kFailed;
}

WriteResult WriteTo(int file, const std::string& where, std::string_view bytes,
                    std::string& error) {
  WriteResult result = WriteAll(file, bytes);
  if (result == WriteResult::kFailed) {
    return Failed(where, std::strerror(errno), error);
  }
  return result;
}

// What a format writes before, between and after digests.
class Frame {
 public:
  Frame(const std::string& format, bool many)
      : array_(format == "json" && many),
        apart_(format == "table"),
        csv_(format == "csv") {}

  std::string Before() {
    std::string out;
    if (first_ && array_) out = "[\n";
    if (first_ && csv_) AppendCsvHead(out);
    if (!first_ && array_) out = ",\n";
    if (!first_ && apart_) out = "\n";
    first_ = false;
    return out;
  }

  std::string After() const {
    std::string out;
    if (array_) out = first_ ? "[]\n" : "]\n";
    if (csv_ && first_) AppendCsvHead(out);
    return out;
  }

 private:
  bool array_, apart_, csv_;
  bool first_ = true;
};

// Standard output, or one file.
class Stream : public Outlet {
 public:
  explicit Stream(const Options& options)
      : path_(options.output),
        frame_(options.format, options.many),
        file_(options.output) {}

  WriteResult Open(std::string& error) override {
    if (path_.empty()) return WriteResult::kDone;
    std::string why;
    if (!file_.Open(why)) return Failed(path_, why, error);
    target_ = file_.file();
    return WriteResult::kDone;
  }

  WriteResult Begin(const Delivery&, std::string& error) override {
    return Write(frame_.Before(), error);
  }

  WriteResult Write(std::string_view piece, std::string& error) override {
    return WriteTo(target_, Where(), piece, error);
  }

  WriteResult Close(std::string& error) override {
    WriteResult result = WriteTo(target_, Where(), frame_.After(), error);
    if (result != WriteResult::kDone || path_.empty()) return result;
    std::string why;
    if (!file_.Commit(why)) return Failed(path_, why, error);
    return WriteResult::kDone;
  }

 private:
  std::string Where() const {
    return path_.empty() ? "standard output" : path_;
  }

  std::string path_;
  Frame frame_;
  AtomicFile file_;
  int target_ = STDOUT_FILENO;
};

// A file for each input file, under the same path.
class Folder : public Outlet {
 public:
  explicit Folder(const Options& options)
      : folder_(options.output), format_(options.format) {
    while (folder_.size() > 1 && folder_.ends_with('/')) folder_.pop_back();
  }

  WriteResult Open(std::string& error) override { return Make(folder_, error); }

  WriteResult Begin(const Delivery& delivery, std::string& error) override {
    if (!file_ || delivery.relative != relative_) {
      if (WriteResult done = Close(error); done != WriteResult::kDone) {
        return done;
      }
      relative_ = delivery.relative;
      path_ = NameFor(delivery);
      for (size_t at = path_.find('/', folder_.size() + 1); at != path_.npos;
           at = path_.find('/', at + 1)) {
        WriteResult made = Make(path_.substr(0, at), error);
        if (made != WriteResult::kDone) return made;
      }
      file_.emplace(path_);
      // The records of a JSON Lines file stay lines.
      frame_.emplace(delivery.line > 0 ? "jsonl" : format_, false);
      if (format_ == "csv") frame_.emplace(format_, false);
      std::string why;
      if (!file_->Open(why)) return Failed(path_, why, error);
    }
    return Write(frame_->Before(), error);
  }

  WriteResult Write(std::string_view piece, std::string& error) override {
    return WriteTo(file_->file(), path_, piece, error);
  }

  WriteResult Close(std::string& error) override {
    if (!file_) return WriteResult::kDone;
    WriteResult result = WriteTo(file_->file(), path_, frame_->After(), error);
    std::string why;
    if (result == WriteResult::kDone && !file_->Commit(why)) {
      result = Failed(path_, why, error);
    }
    file_.reset();
    return result;
  }

 private:
  WriteResult Make(const std::string& folder, std::string& error) {
    struct stat info;
    bool there = mkdir(folder.c_str(), 0777) == 0 ||
                 (errno == EEXIST && stat(folder.c_str(), &info) == 0 &&
                  S_ISDIR(info.st_mode));
    if (there) return WriteResult::kDone;
    return Failed(folder, std::strerror(errno), error);
  }

  // "a/b.txt" gives "a/b.json"; where that is taken, "a/b.txt.json".
  std::string NameFor(const Delivery& delivery) {
    std::string ending = "." + format_;
    if (format_ == "table" || format_ == "github") ending = ".txt";
    if (format_ == "markdown") ending = ".md";
    if (format_ == "json" && delivery.line > 0) ending = ".jsonl";
    std::string base = folder_ + "/" + delivery.relative;
    size_t dot = base.rfind('.');
    bool has = dot != base.npos && dot > base.rfind('/') + 1;
    std::string name = (has ? base.substr(0, dot) : base) + ending;
    if (!names_.insert(name).second) {
      name = base + ending;
      names_.insert(name);
    }
    return name;
  }

  std::string folder_, format_;
  std::string relative_, path_;
  std::optional<AtomicFile> file_;
  std::optional<Frame> frame_;
  std::unordered_set<std::string> names_;  // given so far
};

}  // namespace

std::unique_ptr<Outlet> Outlet::For(const Options& options) {
  if (options.to_folder) return std::make_unique<Folder>(options);
  return std::make_unique<Stream>(options);
}

}  // namespace newsdigest::cli
