// The digest for a person at a terminal.
#include <fmt/format.h>

#include <algorithm>

#include "figures/number.h"
#include "formatter/claim_text.h"
#include "text/display.h"
#include "newsdigest/format.h"

namespace newsdigest {
namespace {

struct Heading {
  const char* name;
  std::vector<ClaimType> types;
};

const std::vector<Heading>& Headings() {
  using T = ClaimType;
  static const std::vector<Heading> headings = {
      {"Moves", {T::kMarketMove, T::kRating}},
      {"Results", {T::kMetric, T::kShareholderReturn}},
      {"Deals",
       {T::kAcquisition, T::kInvestment, T::kPartnership, T::kContract,
        T::kListing, T::kFinancing, T::kBankruptcy}},
      {"Operations",
       {T::kLaunch, T::kExpansion, T::kClosure, T::kLayoffs, T::kHiring,
        T::kLeadership, T::kIncident}},
      {"Law and policy", {T::kLegal, T::kPolicy}},
      {"Other statements", {T::kStatement}}};
  return headings;
}

struct Column {
  const char* name;
  int least;   // columns it needs at the least
  int weight;  // its share of what is left over
  bool right = false;
};

class TableWriter {
 public:
  TableWriter(const Digest& digest, const TableOptions& options,
              std::string& out)
      : d_(digest),
        color_(options.color),
        width_(options.width),
        out_(out),
        text_(digest) {}

  void Write() {
    WriteTitle();
    WriteSummary();
    WriteClaims();
    WriteEntities();
    WriteFigures();
    WriteWarnings();
  }

 private:
  std::string Paint(std::string_view code, std::string_view text) const {
    if (!color_ || text.empty()) return std::string(text);
    return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
  }

  void WriteTitle() {
    std::string title = Harmless(d_.title.empty() ? d_.source.path : d_.title);
    if (title.empty()) title = "(no title)";
    out_ += Paint("1", Wrapped(title, ""));
    std::string line;
    for (const std::string* part : {&d_.byline, &d_.publisher, &d_.published}) {
      if (part->empty()) continue;
      if (!line.empty()) line += " · ";
      line += Harmless(*part);
    }
    if (!line.empty()) out_ += Paint("2", Fit(line, width_)) + "\n";
  }

  // Lines of `text`, the last line feed included.
  std::string Wrapped(std::string_view text, std::string_view indent) const {
    return Wrap(text, width_, indent);
  }

  void Section(std::string_view name) {
    out_ += '\n';
    out_ += Paint("1;36", name);
    out_ += '\n';
  }

  void WriteSummary() {
    if (d_.summary.empty()) return;
    Section("Summary");
    for (const SummaryItem& item : d_.summary) {
      std::string text = Harmless(Slice(d_.text, item.span));
      std::string lines = Wrapped(text, "    ");
      if (lines.size() > 2) lines.replace(0, 3, "  •");
      out_ += lines;
    }
  }

  // Rows under columns that share the width; nothing is cut where the width
  // is 0.
  void Rows(const std::vector<Column>& columns,
            const std::vector<std::vector<std::string>>& rows) {
    std::vector<int> widths;
    int used = 2;
    for (size_t c = 0; c < columns.size(); ++c) {
      int need = DisplayWidth(columns[c].name);
      for (const auto& row : rows) need = std::max(need, DisplayWidth(row[c]));
      widths.push_back(need);
      used += need + (c > 0 ? 2 : 0);
    }
    // Narrow the widest flexible column until the table fits.
    while (width_ > 0 && used > width_) {
      int widest = -1;
      for (size_t c = 0; c < columns.size(); ++c) {
        if (widths[c] <= columns[c].least) continue;
        if (widest < 0 || widths[c] * columns[widest].weight >
                              widths[widest] * columns[c].weight) {
          widest = static_cast<int>(c);
        }
      }
      if (widest < 0) break;
      --widths[widest];
      --used;
    }
    auto line = [&](auto cell, std::string_view code) {
      std::string text = "  ";
      for (size_t c = 0; c < columns.size(); ++c) {
        std::string fitted = Fit(cell(c), widths[c]);
        int pad = widths[c] - DisplayWidth(fitted);
        if (c > 0) text += "  ";
        if (columns[c].right) text.append(static_cast<size_t>(pad), ' ');
        text += fitted;
        if (!columns[c].right && c + 1 < columns.size()) {
          text.append(static_cast<size_t>(pad), ' ');
        }
      }
      while (text.ends_with(' ')) text.pop_back();
      out_ += Paint(code, text) + "\n";
    };
    line([&](size_t c) { return std::string(columns[c].name); }, "2");
    for (const auto& row : rows) line([&](size_t c) { return row[c]; }, "");
  }

  void WriteClaims() {
    for (const Heading& heading : Headings()) {
      std::vector<std::vector<std::string>> rows;
      for (const Claim& claim : d_.claims) {
        if (std::find(heading.types.begin(), heading.types.end(), claim.type) ==
            heading.types.end()) {
          continue;
        }
        rows.push_back(
            {claim.subject ? Harmless(claim.subject->name) : "-",
             text_.What(claim), text_.Figures(claim),
             claim.when ? Harmless(Slice(d_.text, claim.when->span)) : "",
             Name(claim.status), text_.Line(claim.evidence.span)});
      }
      if (rows.empty()) continue;
      Section(heading.name);
      Rows({{"who", 12, 3},
            {"what", 12, 4},
            {"figures", 10, 4},
            {"when", 6, 2},
            {"status", 9, 1},
            {"line", 4, 1, true}},
           rows);
    }
  }

  void WriteEntities() {
    std::vector<size_t> order;
    for (size_t i = 0; i < d_.entities.size(); ++i) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
      return d_.entities[a].salience > d_.entities[b].salience;
    });
    if (order.size() > 12) order.resize(12);
    if (order.empty()) return;
    std::vector<std::vector<std::string>> rows;
    for (size_t i : order) {
      const Entity& entity = d_.entities[i];
      std::string ticker = entity.ticker;
      if (!entity.exchange.empty()) ticker = entity.exchange + ":" + ticker;
      rows.push_back({Harmless(entity.name), Name(entity.type), ticker,
                      std::to_string(entity.mentions.size()),
                      Harmless(entity.description)});
    }
    Section("Names");
    Rows({{"name", 14, 4},
          {"type", 7, 1},
          {"ticker", 6, 2},
          {"times", 5, 1, true},
          {"described as", 10, 5}},
         rows);
  }

  void WriteFigures() {
    std::vector<std::vector<std::string>> rows;
    std::vector<bool> used(d_.figures.size(), false);
    for (const Claim& claim : d_.claims) {
      for (int f : {claim.amount, claim.change, claim.level, claim.from}) {
        if (f >= 0) used[f] = true;
      }
    }
    for (size_t i = 0; i < d_.figures.size() && rows.size() < 12; ++i) {
      const Figure& figure = d_.figures[i];
      bool key = IsMoney(figure) || figure.kind == FigureKind::kPercent ||
                 figure.kind == FigureKind::kCount;
      if (!key || (!used[i] && figure.kind == FigureKind::kCount)) continue;
      std::string value =
          figure.value ? ToText(*figure.value)
          : figure.low ? ToText(*figure.low) + " to " + ToText(*figure.high)
                       : "";
      rows.push_back({Harmless(Slice(d_.text, figure.span)), value,
                      FullUnit(figure), used[i] ? "yes" : "no",
                      text_.Line(figure.span)});
    }
    if (rows.empty()) return;
    Section("Key figures");
    Rows({{"as written", 12, 4},
          {"value", 8, 2, true},
          {"unit", 7, 2},
          {"in a claim", 10, 1},
          {"line", 4, 1, true}},
         rows);
  }

  void WriteWarnings() {
    if (d_.warnings.empty()) return;
    Section("Warnings");
    for (const Warning& warning : d_.warnings) {
      std::string text = warning.message;
      for (const Span& span : warning.spans) {
        text += "; \"" + Harmless(Slice(d_.text, span)) + "\" (line " +
                text_.Line(span) + ")";
      }
      out_ += Wrapped(text, "  ");
    }
  }

  const Digest& d_;
  bool color_;
  int width_;
  std::string& out_;
  ClaimText text_;
};

}  // namespace

void AppendTable(const Digest& digest, const TableOptions& options,
                 std::string& out) {
  TableWriter(digest, options, out).Write();
}

}  // namespace newsdigest
