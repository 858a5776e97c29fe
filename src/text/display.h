// Text for terminals: how wide it is, cut to fit, made harmless.
#ifndef NEWSDIGEST_TEXT_DISPLAY_H_
#define NEWSDIGEST_TEXT_DISPLAY_H_

#include <string>
#include <string_view>

namespace newsdigest {

// Columns that `text` takes: wide characters two, combining ones none.
int DisplayWidth(std::string_view text);

// `text` on one line with control characters (C0, DEL, C1) and bidirectional
// marks as \xNN or \uNNNN, runs of blanks as one blank.
std::string Harmless(std::string_view text);

// At most `width` columns, the last one an ellipsis where something was cut.
std::string Fit(std::string_view text, int width);

// `text` in lines of at most `width` columns, broken at blanks.
std::string Wrap(std::string_view text, int width, std::string_view indent);

}  // namespace newsdigest

#endif  // NEWSDIGEST_TEXT_DISPLAY_H_
