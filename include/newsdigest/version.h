#ifndef NEWSDIGEST_VERSION_H_
#define NEWSDIGEST_VERSION_H_

namespace newsdigest {

inline constexpr const char* kVersion = "0.1.0";
// The value of every digest's "schema" key.
inline constexpr const char* kSchemaName = "newsdigest/1";

}  // namespace newsdigest

#endif  // NEWSDIGEST_VERSION_H_
