// Tellings of one event become one claim: the fullest leads.
#include <fmt/format.h>

#include <algorithm>

#include "claims/claims.h"
#include "figures/number.h"

namespace newsdigest {
namespace {

std::string PartyKey(const std::optional<Party>& party) {
  if (!party) return "";
  return party->name;
}

bool SameParty(const std::optional<Party>& a, const std::optional<Party>& b) {
  if (!a || !b) return false;
  if (a->entity >= 0 || b->entity >= 0) return a->entity == b->entity;
  return a->name == b->name;
}

class Merger {
 public:
  explicit Merger(const std::vector<FigureMatch>& figures)
      : figures_(figures) {}

  // Whether no filled slot of the two speaks against the other, and enough
  // of them agree.
  bool Same(const Claim& a, const Claim& b) const {
    if (a.type != b.type || a.evidence.span == b.evidence.span) return false;
    if (a.action != b.action || a.metric != b.metric) return false;
    if (a.status != b.status || a.direction != b.direction) return false;
    if (a.subject && b.subject && !SameParty(a.subject, b.subject)) {
      return false;
    }
    if (a.object && b.object && !SameParty(a.object, b.object)) return false;
    int agree = 0;
    if (SameParty(a.subject, b.subject)) ++agree;
    if (SameParty(a.object, b.object)) ++agree;
    bool conflict = false;
    // "4,000 jobs", "4,000 positions".
    bool jobs = a.type == ClaimType::kLayoffs || a.type == ClaimType::kHiring;
    auto figure = [&](int x, int y) {
      if (x < 0 || y < 0) return;
      if (SameFigure(x, y, jobs)) {
        ++agree;
      } else {
        conflict = true;
      }
    };
    figure(a.amount, b.amount);
    figure(a.change, b.change);
    figure(a.level, b.level);
    figure(a.from, b.from);
    if (a.when && b.when && !a.when->value.empty() && !b.when->value.empty() &&
        a.when->value != b.when->value) {
      conflict = true;
    }
    // "Profit rose.", told twice: neither says more.
    bool bare = !HasDetail(a) && !HasDetail(b);
    return !conflict && agree >= (bare ? 1 : 2);
  }

  int Fullness(const Claim& claim) const {
    int full = 0;
    full += claim.subject.has_value() + claim.object.has_value();
    full += (claim.amount >= 0) + (claim.change >= 0) + (claim.level >= 0);
    full += claim.when.has_value() + !claim.role.empty() + (claim.from >= 0);
    return full;
  }

 private:
  static bool HasDetail(const Claim& claim) {
    return claim.object || claim.amount >= 0 || claim.change >= 0 ||
           claim.level >= 0 || claim.from >= 0 ||
           (claim.when && !claim.when->value.empty()) || !claim.role.empty();
  }
  // `counts`: whatever the counted are called.
  bool SameFigure(int x, int y, bool counts) const {
    const Figure& a = figures_[x].figure;
    const Figure& b = figures_[y].figure;
    bool unit = a.unit == b.unit || (counts && a.kind == FigureKind::kCount &&
                                     b.kind == FigureKind::kCount);
    return a.value == b.value && a.low == b.low && unit;
  }

  const std::vector<FigureMatch>& figures_;
};

uint64_t Hash(std::string_view text) {
  uint64_t h = 0xcbf29ce484222325ull;
  for (char c : text) {
    h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ull;
  }
  return h;
}

}  // namespace

std::string ClaimKey(const Claim& claim,
                     const std::vector<FigureMatch>& figures) {
  std::string said = Name(claim.type);
  auto add = [&](std::string_view part) {
    said += '\x1f';
    said += part;
  };
  add(PartyKey(claim.subject));
  add(PartyKey(claim.object));
  add(claim.metric);
  add(claim.action);
  add(Name(claim.direction));
  add(Name(claim.status));
  for (int index : {claim.amount, claim.change, claim.level, claim.from}) {
    if (index < 0) {
      add("");
      continue;
    }
    const Figure& figure = figures[index].figure;
    auto text = [](const std::optional<Decimal>& value) {
      return value ? ToText(*value) : std::string();
    };
    add(text(figure.value) + ":" + text(figure.low) + ":" + text(figure.high) +
        figure.unit);
  }
  add(claim.when ? claim.when->value : "");
  return fmt::format("{:016x}", Hash(said));
}

std::vector<Claim> MergeClaims(std::vector<Claim> tellings,
                               const std::vector<FigureMatch>& figures) {
  Merger merger(figures);
  std::vector<Claim> merged;
  for (Claim& telling : tellings) {
    Claim* found = nullptr;
    // Look back over a bounded number of claims: an article that tells a
    // hundred thousand events stays linear.
    size_t from = merged.size() > 400 ? merged.size() - 400 : 0;
    for (size_t i = from; i < merged.size() && !found; ++i) {
      if (merger.Same(merged[i], telling)) found = &merged[i];
    }
    if (!found) {
      merged.push_back(std::move(telling));
      continue;
    }
    // Who says so may stand at any of the tellings.
    if (!telling.speaker) telling.speaker = found->speaker;
    if (!found->speaker) found->speaker = telling.speaker;
    if (merger.Fullness(telling) > merger.Fullness(*found)) {
      telling.repeats = std::move(found->repeats);
      telling.repeats.push_back(found->evidence);
      *found = std::move(telling);
    } else {
      found->repeats.push_back(telling.evidence);
    }
    found->confidence = std::min(0.98, found->confidence + 0.02);
  }
  for (Claim& claim : merged) {
    std::sort(claim.repeats.begin(), claim.repeats.end(),
              [](const Evidence& a, const Evidence& b) {
                return a.span.start < b.span.start;
              });
    claim.key = ClaimKey(claim, figures);
  }
  return merged;
}

}  // namespace newsdigest
