// The digest as JSON, key by key as the contract has it.
#include <fmt/format.h>

#include <cmath>

#include "figures/number.h"
#include "formatter/json_writer.h"
#include "newsdigest/format.h"
#include "newsdigest/version.h"
#include "text/positions.h"

namespace newsdigest {
namespace {

std::string Id(char letter, int index) {
  return letter + std::to_string(index + 1);
}

class DigestWriter {
 public:
  DigestWriter(const Digest& digest, const JsonOptions& options,
               std::string& out, JsonWriter::Spill spill = {})
      : d_(digest),
        options_(options),
        json_(out, options.pretty, std::move(spill)),
        positions_(digest.text) {
    title_points_ = positions_.CodePoint(d_.title_bytes);
    title_lines_ = d_.title_bytes > 0 ? positions_.Line(d_.title_bytes) - 1 : 0;
  }

  void Write() {
    json_.OpenObject();
    json_.Field("schema", kSchemaName);
    WriteSource();
    WriteMetadata();
    WriteSections();
    WriteSummary();
    WriteEntities();
    WriteFigures();
    WriteDates();
    WriteQuotes();
    WriteClaims();
    WriteWarnings();
    WriteExtras();
    json_.CloseObject();
  }

 private:
  // A place in the source; spans of a title that came apart say so.
  void Place(const Span& span, bool line = true) {
    bool in_title = span.start < d_.title_bytes;
    uint32_t shift = in_title ? 0 : title_points_;
    json_.Field("start", int64_t{positions_.CodePoint(span.start)} - shift);
    json_.Field("end", int64_t{positions_.CodePoint(span.end)} - shift);
    if (line) {
      int64_t at = positions_.Line(span.start);
      json_.Field("line", in_title ? at : at - title_lines_);
    }
    if (in_title) json_.Field("in", "title");
  }

  void TextAndPlace(const Span& span, bool line = true) {
    json_.Field("text", Slice(d_.text, span));
    Place(span, line);
  }

  void IdOrNull(std::string_view key, char letter, int index) {
    json_.Key(key);
    if (index < 0) {
      json_.Null();
    } else {
      json_.String(Id(letter, index));
    }
  }

  void WriteSource() {
    json_.Key("source");
    json_.OpenObject();
    json_.TextOrNull("path", d_.source.path);
    json_.Key("id");
    json_.Raw(d_.source.id_json ? *d_.source.id_json : "null");
    json_.Field("format", d_.source.format);
    json_.Field("bytes", static_cast<int64_t>(d_.source.bytes));
    json_.Field("sha256", d_.source.sha256);
    json_.CloseObject();
  }

  void WriteMetadata() {
    json_.TextOrNull("title", d_.title);
    json_.TextOrNull("subtitle", d_.subtitle);
    json_.TextOrNull("byline", d_.byline);
    json_.TextOrNull("publisher", d_.publisher);
    json_.TextOrNull("published", d_.published);
    json_.TextOrNull("url", d_.url);
    json_.Field("language", d_.language);
  }

  void ClaimIds(const std::vector<int>& claims) {
    json_.Key("claims");
    json_.OpenArray();
    for (int claim : claims) json_.String(Id('c', claim));
    json_.CloseArray();
  }

  void WriteSections() {
    json_.Key("sections");
    json_.OpenArray();
    for (size_t i = 0; i < d_.sections.size(); ++i) {
      const Section& section = d_.sections[i];
      json_.OpenObject();
      json_.Field("id", Id('s', static_cast<int>(i)));
      json_.TextOrNull("heading", Slice(d_.text, section.heading));
      json_.Field("level", section.level);
      Place(section.span);
      ClaimIds(section.claims);
      json_.CloseObject();
    }
    json_.CloseArray();
  }

  void WriteSummary() {
    json_.Key("summary");
    json_.OpenArray();
    for (const SummaryItem& item : d_.summary) {
      json_.OpenObject();
      TextAndPlace(item.span);
      ClaimIds(item.claims);
      json_.CloseObject();
    }
    json_.CloseArray();
  }

  void WriteEntities() {
    json_.Key("entities");
    json_.OpenArray();
    for (size_t i = 0; i < d_.entities.size(); ++i) {
      const Entity& entity = d_.entities[i];
      json_.OpenObject();
      json_.Field("id", Id('e', static_cast<int>(i)));
      json_.Field("type", Name(entity.type));
      json_.Field("name", entity.name);
      json_.TextOrNull("ticker", entity.ticker);
      json_.TextOrNull("exchange", entity.exchange);
      json_.TextOrNull("country", entity.country);
      json_.TextOrNull("description", entity.description);
      json_.Key("aliases");
      json_.OpenArray();
      for (const std::string& alias : entity.aliases) json_.String(alias);
      json_.CloseArray();
      json_.Key("salience");
      json_.Raw(Share(entity.salience));
      json_.Key("mentions");
      json_.OpenArray();
      for (const Mention& mention : entity.mentions) {
        json_.OpenObject();
        json_.Field("text", Slice(d_.text, mention.span));
        json_.Field("kind", Name(mention.kind));
        Place(mention.span);
        json_.CloseObject();
      }
      json_.CloseArray();
      json_.CloseObject();
    }
    json_.CloseArray();
  }

  // A share with two or three places, never an exponent.
  static std::string Share(double value) {
    int64_t thousandths = std::llround(value * 1000);
    return ToText({thousandths, -3});
  }

  void Number(std::string_view key, const std::optional<Decimal>& value) {
    json_.Key(key);
    if (value) {
      json_.Raw(ToText(*value));
    } else {
      json_.Null();
    }
  }

  void FigureValue(const Figure& figure, std::string_view unit) {
    Number("value", figure.value);
    json_.TextOrNull("unit", unit);
    Number("low", figure.low);
    Number("high", figure.high);
  }

  void WriteFigures() {
    json_.Key("figures");
    json_.OpenArray();
    for (size_t i = 0; i < d_.figures.size(); ++i) {
      const Figure& figure = d_.figures[i];
      json_.OpenObject();
      json_.Field("id", Id('f', static_cast<int>(i)));
      json_.Field("kind", Name(figure.kind));
      json_.Field("text", Slice(d_.text, figure.span));
      FigureValue(figure, FullUnit(figure));
      json_.TextOrNull("modifier", figure.modifier);
      Place(figure.span);
      json_.CloseObject();
    }
    json_.CloseArray();
  }

  void WriteDates() {
    json_.Key("dates");
    json_.OpenArray();
    for (size_t i = 0; i < d_.dates.size(); ++i) {
      const Date& date = d_.dates[i];
      json_.OpenObject();
      json_.Field("id", Id('d', static_cast<int>(i)));
      json_.Field("kind", Name(date.kind));
      json_.Field("text", Slice(d_.text, date.span));
      json_.TextOrNull("value", date.value);
      Place(date.span);
      json_.CloseObject();
    }
    json_.CloseArray();
  }

  void WriteParty(std::string_view key, const std::optional<Party>& party) {
    json_.Key(key);
    if (!party) {
      json_.Null();
      return;
    }
    json_.OpenObject();
    json_.Field("name", party->name);
    IdOrNull("entity", 'e', party->entity);
    TextAndPlace(party->span, false);
    json_.CloseObject();
  }

  void WriteQuotes() {
    json_.Key("quotes");
    json_.OpenArray();
    for (size_t i = 0; i < d_.quotes.size(); ++i) {
      const Quote& quote = d_.quotes[i];
      json_.OpenObject();
      json_.Field("id", Id('q', static_cast<int>(i)));
      json_.Field("text", Slice(d_.text, quote.span));
      WriteParty("speaker", quote.speaker);
      json_.TextOrNull("cue", quote.cue);
      if (!quote.parts.empty()) WriteParts(quote);
      Place(quote.span);
      json_.CloseObject();
    }
    json_.CloseArray();
  }

  void WriteParts(const Quote& quote) {
    json_.Key("parts");
    json_.OpenArray();
    for (const Span& part : quote.parts) {
      json_.OpenObject();
      TextAndPlace(part);
      json_.CloseObject();
    }
    json_.CloseArray();
  }

  // `bare_unit`: of a plain number, see Claim.
  void FigureRole(std::string_view key, int index,
                  const std::string& bare_unit = {}) {
    json_.Key(key);
    if (index < 0) {
      json_.Null();
      return;
    }
    Figure figure = AsClaimed(d_, index);
    json_.OpenObject();
    // Claims compare in the currency: "USD", also for "$27 a share".
    std::string unit = IsMoney(figure) ? figure.unit : FullUnit(figure);
    // "past a 25.28 buy point": a price.
    bool mark = figure.kind == FigureKind::kCount && !bare_unit.empty();
    FigureValue(figure, unit.empty() || mark ? bare_unit : unit);
    json_.Field("text", Slice(d_.text, figure.span));
    json_.Field("figure", Id('f', index));
    json_.CloseObject();
  }

  void SectionId(int section) { IdOrNull("section", 's', section); }

  void WriteClaim(const Claim& claim, int index) {
    json_.OpenObject();
    json_.Field("id", Id('c', index));
    json_.Field("type", Name(claim.type));
    json_.Field("status", Name(claim.status));
    WriteParty("subject", claim.subject);
    WriteParty("object", claim.object);
    json_.Key("trigger");
    json_.OpenObject();
    TextAndPlace(claim.trigger, false);
    json_.CloseObject();
    json_.TextOrNull("metric", claim.metric);
    json_.TextOrNull("action", claim.action);
    json_.TextOrNull("role", claim.role);
    json_.TextOrNull("direction", claim.direction == Direction::kNone
                                      ? ""
                                      : Name(claim.direction));
    FigureRole("amount", claim.amount, claim.bare_unit);
    FigureRole("change", claim.change);
    FigureRole("level", claim.level, claim.bare_unit);
    FigureRole("from", claim.from, claim.bare_unit);
    json_.TextOrNull("basis", claim.basis);
    json_.Key("when");
    if (claim.when) {
      json_.OpenObject();
      json_.Field("text", Slice(d_.text, claim.when->span));
      json_.TextOrNull("value", claim.when->value);
      IdOrNull("date", 'd', claim.when->date);
      json_.CloseObject();
    } else {
      json_.Null();
    }
    WriteParty("speaker", claim.speaker);
    json_.Field("text", Slice(d_.text, claim.span));
    json_.Key("evidence");
    json_.OpenObject();
    TextAndPlace(claim.evidence.span);
    SectionId(claim.evidence.section);
    json_.CloseObject();
    json_.Key("repeats");
    json_.OpenArray();
    for (const Evidence& repeat : claim.repeats) {
      json_.OpenObject();
      Place(repeat.span);
      SectionId(repeat.section);
      json_.CloseObject();
    }
    json_.CloseArray();
    json_.Field("rule", claim.rule);
    json_.Key("confidence");
    json_.Raw(Share(claim.confidence));
    json_.Field("key", claim.key);
    json_.CloseObject();
  }

  void WriteClaims() {
    json_.Key("claims");
    json_.OpenArray();
    for (size_t i = 0; i < d_.claims.size(); ++i) {
      WriteClaim(d_.claims[i], static_cast<int>(i));
    }
    json_.CloseArray();
  }

  void WriteWarnings() {
    json_.Key("warnings");
    json_.OpenArray();
    for (const Warning& warning : d_.warnings) {
      json_.OpenObject();
      json_.Field("code", warning.code);
      json_.Field("message", warning.message);
      json_.Key("places");
      json_.OpenArray();
      for (const Span& span : warning.spans) {
        json_.OpenObject();
        TextAndPlace(span);
        json_.CloseObject();
      }
      json_.CloseArray();
      json_.CloseObject();
    }
    json_.CloseArray();
  }

  void WriteExtras() {
    if (options_.with_text) {
      json_.Field("text", std::string_view(d_.text).substr(d_.title_bytes));
    }
    if (options_.with_sentences) {
      json_.Key("sentences");
      json_.OpenArray();
      for (const Span& span : d_.sentences) {
        json_.OpenObject();
        Place(span);
        json_.CloseObject();
      }
      json_.CloseArray();
    }
    if (!options_.with_tokens) return;
    json_.Key("tokens");
    json_.OpenArray();
    for (const TokenView& token : d_.tokens) {
      json_.OpenObject();
      json_.Field("text", Slice(d_.text, token.span));
      json_.Field("tag", token.tag);
      Place(token.span, false);
      json_.CloseObject();
    }
    json_.CloseArray();
  }

  const Digest& d_;
  const JsonOptions& options_;
  JsonWriter json_;
  Positions positions_;
  uint32_t title_points_ = 0;
  uint32_t title_lines_ = 0;
};

}  // namespace

void AppendJson(const Digest& digest, const JsonOptions& options,
                std::string& out) {
  DigestWriter(digest, options, out).Write();
  out += '\n';
}

void WriteJson(const Digest& digest, const JsonOptions& options,
               const std::function<void(std::string&& piece)>& sink) {
  std::string out;
  DigestWriter(digest, options, out, sink).Write();
  out += '\n';
  sink(std::move(out));
}

void AppendErrorJson(const Source& source, std::string_view code,
                     std::string_view message, bool pretty, std::string& out) {
  JsonWriter json(out, pretty);
  json.OpenObject();
  json.Field("schema", kSchemaName);
  json.Key("source");
  json.OpenObject();
  json.TextOrNull("path", source.path);
  json.Key("id");
  json.Raw(source.id_json ? *source.id_json : "null");
  json.CloseObject();
  json.Key("error");
  json.OpenObject();
  json.Field("code", code);
  json.Field("message", message);
  json.CloseObject();
  json.CloseObject();
  out += '\n';
}

}  // namespace newsdigest
