// Where digests go: one stream, or a file for each input under a folder.
#ifndef NEWSDIGEST_CLI_OUTLET_H_
#define NEWSDIGEST_CLI_OUTLET_H_

#include <memory>
#include <string>
#include <unordered_set>

#include "cli/options.h"
#include "cli/output.h"
#include "cli/worker.h"

namespace newsdigest::cli {

class Outlet {
 public:
  virtual ~Outlet() = default;

  // kFailed: `error` says where and why.
  virtual WriteResult Open(std::string& error) = 0;
  // What follows is of this delivery.
  virtual WriteResult Begin(const Delivery& delivery, std::string& error) = 0;
  virtual WriteResult Write(std::string_view piece, std::string& error) = 0;
  // What only stands once all is put is then whole, or not there at all.
  virtual WriteResult Close(std::string& error) = 0;

  static std::unique_ptr<Outlet> For(const Options& options);
};

}  // namespace newsdigest::cli

#endif  // NEWSDIGEST_CLI_OUTLET_H_
