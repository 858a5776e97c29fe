#include "newsdigest/format.h"

extern "C" const char newsdigest_schema[];
extern "C" const char newsdigest_schema_end[];

namespace newsdigest {

std::string_view DigestSchema() {
  return {newsdigest_schema,
          static_cast<size_t>(newsdigest_schema_end - newsdigest_schema)};
}

}  // namespace newsdigest
