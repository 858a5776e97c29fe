// Annotations of a GitHub workflow: one line each, "::notice file=...::text".
#include <fmt/format.h>

#include "formatter/claim_text.h"
#include "text/display.h"
#include "newsdigest/format.h"

namespace newsdigest {
namespace {

// Workflow commands take "%", line ends and, in properties, ":" and "," as
// their own.
std::string Escaped(std::string_view text, bool property) {
  std::string out;
  for (char c : Harmless(text)) {
    bool own = c == '%' || c == '\r' || c == '\n' ||
               (property && (c == ':' || c == ','));
    if (own) {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

void AppendAnnotation(std::string_view kind, std::string_view file,
                      std::string_view line, std::string_view title,
                      std::string_view text, std::string& out) {
  out += fmt::format("::{} ", kind);
  if (!file.empty()) out += "file=" + Escaped(file, true) + ",";
  if (!line.empty()) out += "line=" + Escaped(line, true) + ",";
  out += "title=" + Escaped(title, true) + "::" + Escaped(text, false) + "\n";
}

void AppendGithub(const Digest& digest, std::string& out) {
  ClaimText text(digest);
  auto line = [&](const Span& span) {
    std::string number = text.Line(span);
    return number == "title" ? "1" : number;
  };
  const std::string& path = digest.source.path;
  for (const Claim& claim : digest.claims) {
    std::string title =
        fmt::format("{} ({})", Name(claim.type), Name(claim.status));
    std::string what = claim.subject ? claim.subject->name + ": " : "";
    what += text.What(claim);
    if (std::string figures = text.Figures(claim); !figures.empty()) {
      what += (what.ends_with(": ") ? "" : ", ") + figures;
    }
    AppendAnnotation("notice", path, line(claim.evidence.span), title, what,
                     out);
  }
  for (const Warning& warning : digest.warnings) {
    std::string at = warning.spans.empty() ? "" : line(warning.spans[0]);
    AppendAnnotation("warning", path, at, warning.code, warning.message, out);
  }
}

}  // namespace newsdigest
