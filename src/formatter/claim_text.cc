#include "formatter/claim_text.h"

#include <algorithm>

#include "text/display.h"

namespace newsdigest {

std::string ClaimText::Line(const Span& span) const {
  uint32_t title = d_.title_bytes > 0 ? positions_.Line(d_.title_bytes) - 1 : 0;
  if (span.start < d_.title_bytes) return "title";
  return std::to_string(positions_.Line(span.start) - title);
}

std::string ClaimText::FigureText(int index) const {
  if (index < 0) return {};
  return Harmless(Slice(d_.text, d_.figures[index].span));
}

std::string ClaimText::What(const Claim& claim) const {
  std::string what;
  auto add = [&](std::string_view part) {
    if (part.empty()) return;
    if (!what.empty()) what += ' ';
    what += part;
  };
  switch (claim.type) {
    case ClaimType::kMetric:
      add(claim.metric);
      break;
    case ClaimType::kMarketMove:
      add("shares, prices");
      break;
    default: {
      std::string name = claim.action.empty() ? Name(claim.type) : claim.action;
      std::replace(name.begin(), name.end(), '_', ' ');
      add(name);
    }
  }
  if (claim.type == ClaimType::kMarketMove) what.clear();
  if (claim.object) add(claim.object->name);
  if (!claim.role.empty()) add("(" + claim.role + ")");
  if (claim.direction == Direction::kUp) add("↑");
  if (claim.direction == Direction::kDown) add("↓");
  if (claim.direction == Direction::kFlat) add("→");
  return Harmless(what);
}

std::string ClaimText::Figures(const Claim& claim) const {
  std::string text;
  auto add = [&](std::string_view label, int index) {
    if (index < 0) return;
    if (!text.empty()) text += ", ";
    if (!label.empty()) text += std::string(label) + " ";
    text += FigureText(index);
  };
  add("", claim.amount);
  add("", claim.change);
  add(claim.change >= 0 ? "to" : "", claim.level);
  add("from", claim.from);
  return text;
}

}  // namespace newsdigest
