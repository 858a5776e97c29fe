// Claims as rows of a spreadsheet.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "figures/number.h"
#include "formatter/claim_text.h"
#include "text/display.h"
#include "newsdigest/format.h"

namespace newsdigest {
namespace {

// Whether a spreadsheet may take the cell for a formula; full-width signs and
// quoted ones too.
bool OpensFormula(std::string_view cell) {
  for (std::string_view sign : {"=", "+", "-", "@", "|", "%", "\"", "\uff1d",
                                "\uff0b", "\uff0d", "\uff20"}) {
    if (cell.starts_with(sign)) return true;
  }
  return false;
}

class CsvWriter {
 public:
  explicit CsvWriter(std::string& out) : out_(out) {}

  // A cell of text: one line, quoted where it must be; what a spreadsheet
  // would take for a formula gets a "'" before it.
  void Text(std::string_view text) {
    std::string cell = Harmless(text);
    bool formula = OpensFormula(cell);
    if (formula) cell.insert(0, "'");
    Plain(cell);
  }

  // A cell as it is: a number, a word of ours.
  void Plain(std::string_view cell) {
    if (!first_) out_ += ',';
    first_ = false;
    if (cell.find_first_of(",\"\n\r;") == std::string_view::npos) {
      out_ += cell;
      return;
    }
    out_ += '"';
    for (char c : cell) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }

  void Figure(const Digest& digest, int index) {
    if (index < 0) {
      Plain("");
      Plain("");
      return;
    }
    newsdigest::Figure figure = AsClaimed(digest, index);
    Plain(figure.value ? ToText(*figure.value)
          : figure.low ? ToText(*figure.low) + ".." + ToText(*figure.high)
                       : "");
    Text(FullUnit(figure));
  }

  void End() {
    out_ += '\n';
    first_ = true;
  }

 private:
  std::string& out_;
  bool first_ = true;
};

constexpr const char* kColumns[] = {
    "path",      "id",          "title",     "published",  "claim",
    "type",      "status",      "subject",   "object",     "metric",
    "action",    "role",        "direction", "amount",     "amount_unit",
    "change",    "change_unit", "level",     "level_unit", "from",
    "from_unit", "when",        "speaker",   "confidence", "line",
    "evidence"};

// A string without its marks, anything else as JSON.
std::string IdOf(const Digest& digest) {
  if (!digest.source.id_json) return {};
  auto id = nlohmann::json::parse(*digest.source.id_json, nullptr, false);
  return id.is_string() ? id.get<std::string>() : *digest.source.id_json;
}

}  // namespace

void AppendCsvHead(std::string& out) {
  CsvWriter row(out);
  for (const char* column : kColumns) row.Plain(column);
  row.End();
}

void AppendCsv(const Digest& digest, std::string& out) {
  ClaimText text(digest);
  CsvWriter row(out);
  auto name = [](const std::optional<Party>& party) {
    return party ? std::string_view(party->name) : std::string_view();
  };
  int number = 0;
  for (const Claim& claim : digest.claims) {
    row.Text(digest.source.path);
    row.Text(IdOf(digest));
    row.Text(digest.title);
    row.Text(digest.published);
    row.Plain(fmt::format("c{}", ++number));
    row.Plain(Name(claim.type));
    row.Plain(Name(claim.status));
    row.Text(name(claim.subject));
    row.Text(name(claim.object));
    row.Text(claim.metric);
    row.Plain(claim.action);
    row.Text(claim.role);
    row.Plain(claim.direction == Direction::kNone ? "" : Name(claim.direction));
    row.Figure(digest, claim.amount);
    row.Figure(digest, claim.change);
    row.Figure(digest, claim.level);
    row.Figure(digest, claim.from);
    row.Plain(claim.when ? claim.when->value : "");
    row.Text(name(claim.speaker));
    row.Plain(fmt::format("{:.2f}", claim.confidence));
    row.Plain(text.Line(claim.evidence.span));
    row.Text(Slice(digest.text, claim.evidence.span));
    row.End();
  }
}

}  // namespace newsdigest
