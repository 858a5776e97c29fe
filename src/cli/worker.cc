#include "cli/worker.h"

#include <algorithm>

#include "cli/output.h"
#include "newsdigest/format.h"

namespace newsdigest::cli {
namespace {

AnalyzerOptions Settings(const Options& options, const CompanyList* companies,
                         const Rules* rules) {
  AnalyzerOptions settings;
  settings.date = options.date;
  settings.sentences = options.with_sentences;
  settings.tokens = options.with_tokens || options.gaps;
  settings.companies = companies;
  settings.known_companies = options.known_companies;
  settings.rules = rules;
  return settings;
}

// Leaves the claims of the wanted types; the ids of the rest move up.
void KeepOnly(const std::vector<ClaimType>& only, Digest& digest) {
  if (only.empty()) return;
  std::vector<int> moved(digest.claims.size(), -1);
  std::vector<Claim> kept;
  for (size_t i = 0; i < digest.claims.size(); ++i) {
    if (std::find(only.begin(), only.end(), digest.claims[i].type) ==
        only.end()) {
      continue;
    }
    moved[i] = static_cast<int>(kept.size());
    kept.push_back(std::move(digest.claims[i]));
  }
  digest.claims = std::move(kept);
  auto renumber = [&](std::vector<int>& ids) {
    std::vector<int> out;
    for (int id : ids) {
      if (moved[id] >= 0) out.push_back(moved[id]);
    }
    ids = std::move(out);
  };
  for (Section& section : digest.sections) renumber(section.claims);
  for (SummaryItem& item : digest.summary) renumber(item.claims);
}

}  // namespace

Worker::Worker(const Options& options, const CompanyList* companies,
               const Rules* rules, const std::vector<Gate>& gates)
    : options_(options),
      gates_(gates),
      analyzer_(Settings(options, companies, rules)) {}

Delivery Worker::Make(Record&& record, const Sink& sink) {
  Delivery delivery;
  auto put = [&](std::string&& piece) {
    if (piece.empty()) return;
    if (sink) {
      sink(delivery, std::move(piece));
    } else {
      delivery.pieces.push_back(std::move(piece));
    }
  };
  record.article.path = ValidUtf8(record.article.path);
  delivery.path = record.article.path;
  delivery.relative = record.relative;
  delivery.line = record.line;
  if (!record.error.empty()) {
    Fail(record, delivery, put);
    return delivery;
  }
  Digest digest = analyzer_.Analyze(record.article);
  KeepOnly(options_.only, digest);
  for (const Gate& gate : gates_) delivery.tallies.push_back(gate.Of(digest));
  delivery.claims = digest.claims.size();
  delivery.warnings = digest.warnings.size();
  Format(digest, record.line > 0, put);
  return delivery;
}

void Worker::Format(const Digest& digest, bool line, const Put& put) const {
  const std::string& format = options_.format;
  std::string out;
  if (format == "table") {
    AppendTable(digest, {options_.width, options_.color}, out);
  } else if (format == "csv") {
    AppendCsv(digest, out);
  } else if (format == "markdown") {
    AppendMarkdown(digest, out);
  } else if (format == "github") {
    AppendGithub(digest, out);
  } else {
    JsonOptions json;
    json.pretty = Pretty(line);
    json.with_text = options_.with_text;
    json.with_sentences = options_.with_sentences;
    json.with_tokens = options_.with_tokens;
    WriteJson(digest, json, put);
  }
  put(std::move(out));
}

// The records of JSON Lines stay lines, unless JSON was asked for.
bool Worker::Pretty(bool line) const {
  bool lines = line && (options_.to_folder || options_.own_format);
  return options_.format == "json" && !lines;
}

void Worker::Fail(const Record& record, Delivery& delivery,
                  const Put& put) const {
  delivery.error = record.error;
  std::string out;
  for (const Gate& gate : gates_) {
    delivery.tallies.push_back(gate.counts_errors() ? Gate::OfError()
                                                    : Gate::Tally());
  }
  if (options_.format == "github") {
    AppendAnnotation("error", record.article.path,
                     record.line > 0 ? std::to_string(record.line) : "",
                     record.error_code, record.error, out);
    put(std::move(out));
  }
  if (options_.format != "json" && options_.format != "jsonl") return;
  Source source;
  source.path = record.article.path;
  source.id_json = record.article.id_json;
  AppendErrorJson(source, record.error_code, record.error,
                  Pretty(record.line > 0), out);
  put(std::move(out));
}

}  // namespace newsdigest::cli
