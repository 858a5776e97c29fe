// Where articles come from: files, folders, standard input, JSON Lines.
#ifndef NEWSDIGEST_CLI_INPUT_H_
#define NEWSDIGEST_CLI_INPUT_H_

#include <functional>
#include <string>
#include <vector>

#include "cli/record.h"

namespace newsdigest::cli {

struct InputOptions {
  std::string from = "auto";  // auto, text, markdown, jsonl
};

// Calls `take` for every record in order; stops where it returns false.
using Take = std::function<bool(Record&&)>;

// The files of `paths` in order, folders listed.
struct InputFile {
  std::string path;      // "-" is standard input
  std::string relative;  // below the folder that was named
};
std::vector<InputFile> ListInputs(const std::vector<std::string>& paths);

// Reads all of `files`. False: `take` stopped it.
bool ReadInputs(const std::vector<InputFile>& files,
                const InputOptions& options, const Take& take);

bool IsFolder(const std::string& path);

// Whole content of a file; false with `error` set where it cannot be read.
bool ReadWhole(const std::string& path, std::string& content,
               std::string& error);

// True where the paths can give more than one article.
bool MayBeMany(const std::vector<std::string>& paths,
               const InputOptions& options);

}  // namespace newsdigest::cli

#endif  // NEWSDIGEST_CLI_INPUT_H_
