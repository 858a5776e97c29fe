#include "figures/table_scale.h"

#include "figures/number.h"

namespace newsdigest {
namespace {

bool EndsWithStop(const Passage& p, const Sentence& sentence) {
  uint32_t last = sentence.last - 1;
  return p.Is(last, ".") || p.Is(last, "!") || p.Is(last, "?");
}

bool PerShare(const Passage& p, const Sentence& sentence) {
  for (uint32_t i = sentence.first; i + 1 < sentence.last; ++i) {
    if (p.IsWord(i, "per") && !p.IsWord(i + 1, "cent")) return true;
  }
  return false;
}

// "$1.2 billion" keeps its own scale.
bool HasScale(const Passage& p, const FigureMatch& match) {
  for (uint32_t i = match.core; i < match.last; ++i) {
    if (ScaleAt(p, i, true)) return true;
  }
  return false;
}

}  // namespace

uint32_t TableScale::Stated(const Sentence& sentence) {
  bool open = false;
  for (uint32_t i = sentence.first; i + 1 < sentence.last; ++i) {
    if (p_.Is(i, "(")) open = true;
    if (p_.Is(i, ")")) open = false;
    bool scale = open && p_.IsWord(i, "in") &&
                 p_.Has(i + 1, WordClass::k_vague_scale) &&
                 p_.Has(i + 1, WordClass::k_scale);
    if (!scale) continue;
    power_ = p_.Value(i + 1, WordClass::k_scale);
    words_ = "in " + std::string(p_.Lemma(i + 1)) + "s";
    return i + 2;
  }
  return 0;
}

void TableScale::Apply(const Sentence& sentence,
                       std::span<FigureMatch> figures) {
  if (sentence.last <= sentence.first) return;
  uint32_t from = Stated(sentence);
  bool prose = EndsWithStop(p_, sentence);
  if (prose && from == 0) power_ = 0;
  if (power_ == 0 || (from == 0 && PerShare(p_, sentence))) return;
  for (FigureMatch& match : figures) {
    Figure& figure = match.figure;
    bool fits =
        figure.kind == FigureKind::kMoney || figure.kind == FigureKind::kNumber;
    if (match.first < from || !fits || HasScale(p_, match)) continue;
    for (auto* value : {&figure.value, &figure.low, &figure.high}) {
      if (*value) *value = Normalized(Scaled(**value, power_));
    }
    figure.modifier = words_;
  }
  if (prose) power_ = 0;
}

}  // namespace newsdigest
