#include "digest/build.h"

#include <algorithm>

#include "digest/arithmetic.h"

namespace newsdigest {
namespace {

std::string Squeezed(std::string_view text) {
  std::string out;
  for (char c : text) {
    bool blank = c == ' ' || (c >= 9 && c <= 13);
    if (blank && (out.empty() || out.back() == ' ')) continue;
    out += blank ? ' ' : c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

void AddEntities(const Story& story, Digest& digest) {
  const Passage& p = story.passage;
  for (const EntityInfo& info : story.entities.entities) {
    Entity entity;
    entity.type = info.type;
    entity.name = info.name;
    if (info.entry != kNoEntry) {
      EntryFacts facts =
          FactsOf(*p.lexicon, story.entities.companies, info.entry);
      entity.ticker = facts.symbol;
      entity.exchange = facts.exchange;
      entity.country = facts.country;
    }
    if (entity.ticker.empty() && info.ticker > 0) {
      entity.ticker = p.str(info.ticker);
      entity.exchange = p.str(info.exchange);
    }
    if (info.description_last > info.description_first) {
      entity.description = Squeezed(
          p.str(p.span(info.description_first, info.description_last)));
    }
    digest.entities.push_back(std::move(entity));
  }
  for (const MentionMatch& mention : story.entities.mentions) {
    Entity& entity = digest.entities[mention.entity];
    Span span = SpanOf(p, mention);
    entity.mentions.push_back({span, mention.kind});
    if (mention.kind != MentionKind::kAlias &&
        mention.kind != MentionKind::kName) {
      continue;
    }
    std::string text = Squeezed(p.str(span));
    bool known = text == entity.name || text + "." == entity.name ||
                 std::find(entity.aliases.begin(), entity.aliases.end(),
                           text) != entity.aliases.end();
    if (!known) entity.aliases.push_back(text);
  }
}

int SectionOf(const Digest& digest, const Span& span) {
  auto after = std::upper_bound(
      digest.sections.begin(), digest.sections.end(), span.start,
      [](uint32_t at, const Section& s) { return at < s.span.start; });
  if (after == digest.sections.begin()) return -1;
  --after;
  bool inside = after->span.Contains(span);
  return inside ? static_cast<int>(after - digest.sections.begin()) : -1;
}

void AddSections(const Layout& layout, Digest& digest) {
  for (const SectionSpan& section : layout.sections) {
    digest.sections.push_back(
        {section.heading, section.span, section.level, {}});
  }
}

void PlaceClaims(Digest& digest) {
  for (size_t i = 0; i < digest.claims.size(); ++i) {
    Claim& claim = digest.claims[i];
    claim.evidence.section = SectionOf(digest, claim.evidence.span);
    if (claim.evidence.section >= 0) {
      digest.sections[claim.evidence.section].claims.push_back(
          static_cast<int>(i));
    }
    for (Evidence& repeat : claim.repeats) {
      repeat.section = SectionOf(digest, repeat.span);
    }
  }
}

}  // namespace

void BuildDigest(const Story& story, std::vector<Claim> claims,
                 std::vector<Quote> quotes, Digest& digest) {
  AddSections(story.layout, digest);
  AddEntities(story, digest);
  for (const FigureMatch& match : story.figures) {
    digest.figures.push_back(match.figure);
  }
  for (const DateMatch& match : story.dates) {
    digest.dates.push_back(match.date);
  }
  digest.quotes = std::move(quotes);
  digest.claims = std::move(claims);
  PlaceClaims(digest);
  RankEntities(story, digest.claims, digest.entities);
  digest.summary = Summarize(story, digest.claims, digest.entities, digest.quotes);
  CheckArithmetic(digest);
}

}  // namespace newsdigest
