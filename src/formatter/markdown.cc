// A digest to paste into an issue or a report.
#include <fmt/format.h>

#include "formatter/claim_text.h"
#include "text/display.h"
#include "newsdigest/format.h"

namespace newsdigest {
namespace {

// Text of an article, on one line, with nothing in it that Markdown or HTML
// would take for its own.
std::string Escaped(std::string_view text) {
  std::string out;
  std::string plain = Harmless(text);
  for (size_t i = 0; i < plain.size(); ++i) {
    char c = plain[i];
    bool own =
        std::string_view("\\`*_{}[]<>#|~!&").find(c) != std::string_view::npos;
    // "1. ", "- ", "+ " open lists; "://" and "www." become links, "@" names.
    bool opens = i == 0 && (c == '-' || c == '+' || c == '=');
    bool link = (c == ':' && plain.compare(i, 3, "://") == 0) || c == '@' ||
                (c == '.' && i >= 3 && plain.compare(i - 3, 3, "www") == 0) ||
                (c == '.' && i > 0 && i < 10 &&
                 plain.find_first_not_of("0123456789") == i);
    if (own || opens || link) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

void AppendMarkdown(const Digest& digest, std::string& out) {
  ClaimText text(digest);
  std::string title = digest.title.empty() ? digest.source.path : digest.title;
  out += "## " + (title.empty() ? "(no title)" : Escaped(title)) + "\n\n";
  std::string line;
  for (const std::string* part :
       {&digest.byline, &digest.publisher, &digest.published}) {
    if (part->empty()) continue;
    if (!line.empty()) line += " · ";
    line += Escaped(*part);
  }
  if (!line.empty()) out += line + "\n\n";
  for (const SummaryItem& item : digest.summary) {
    out += "- " + Escaped(Slice(digest.text, item.span)) + "\n";
  }
  if (!digest.summary.empty()) out += '\n';
  if (!digest.claims.empty()) {
    out +=
        "| who | what | figures | when | status | line |\n"
        "| --- | --- | --- | --- | --- | ---: |\n";
    for (const Claim& claim : digest.claims) {
      std::string when =
          claim.when ? Escaped(Slice(digest.text, claim.when->span)) : "";
      out +=
          fmt::format("| {} | {} | {} | {} | {} | {} |\n",
                      claim.subject ? Escaped(claim.subject->name) : "-",
                      Escaped(text.What(claim)), Escaped(text.Figures(claim)),
                      when, Name(claim.status), text.Line(claim.evidence.span));
    }
    out += '\n';
  }
  for (const Warning& warning : digest.warnings) {
    out += "> warning: " + Escaped(warning.message) + "\n";
  }
  if (!digest.warnings.empty()) out += '\n';
}

}  // namespace newsdigest
