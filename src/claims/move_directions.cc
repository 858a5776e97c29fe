#include "claims/move_directions.h"

#include <algorithm>

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

namespace {

constexpr ClassSet kDirections = ClassSet::Of(
    {W::k_rise, W::k_fall, W::k_flat, W::k_rises_with, W::k_falls_with});

Direction Reversed(Direction direction) {
  if (direction == Direction::kUp) return Direction::kDown;
  return direction == Direction::kDown ? Direction::kUp : direction;
}

}  // namespace

Direction MoveDirections::DirectionOf(uint32_t token, bool verb) const {
  if (!parsed_.classes.HasAny(kDirections)) return Direction::kNone;
  auto has = [&](W cls) {
    return verb ? p_.VerbHas(token, cls) : p_.LemmaHas(token, cls);
  };
  if (has(W::k_rise)) return Direction::kUp;
  if (has(W::k_fall)) return Direction::kDown;
  if (has(W::k_flat)) return Direction::kFlat;
  // "scaled back", "stepped up".
  if (verb && GoesWith(token, W::k_rises_with)) return Direction::kUp;
  if (verb && GoesWith(token, W::k_falls_with)) return Direction::kDown;
  // "little changed".
  auto phrase = p_.Match(token > 0 ? token - 1 : 0, W::k_flat, token + 1);
  if (phrase.length == 2) return Direction::kFlat;
  // "leveled off", "changed little".
  bool still = verb && p_.Match(token, W::k_flat, token + 2).length == 2 &&
               p_.Tagged(token + 1, Bit(Tag::kRB) | Bit(Tag::kIN));
  return still ? Direction::kFlat : Direction::kNone;
}

bool MoveDirections::GoesWith(uint32_t verb, WordClass cls) const {
  if (verb + 1 >= parsed_.sentence->last) return false;
  std::string_view rest = p_.lexicon->Text(p_.VerbLemmaId(verb), cls);
  while (!rest.empty()) {  // "up|back"
    std::string_view particle = rest.substr(0, rest.find('|'));
    if (p_.IsWord(verb + 1, particle)) return true;
    rest.remove_prefix(std::min(rest.size(), particle.size() + 1));
  }
  return false;
}

Direction MoveDirections::WayOf(const Group& word) const {
  // "remained strong" compares with nothing.
  bool bare = p_.Tagged(word.head, Bit(Tag::kJJ)) &&
              !p_.Has(word.head, W::k_flat) && !IsParticle(word.head) &&
              !p_.Has(word.head, W::k_times_what) &&
              p_.word(word.head).lemma == p_.tokens[word.head].word;
  return bare ? Direction::kNone : DirectionOf(word.head, false);
}

Direction MoveDirections::AdverbDirection(int verb,
                                          const Complement& complement) const {
  int size = static_cast<int>(g_.size());
  for (int adverb : complement.adverbs) {
    if (Direction d = MoreThan(adverb); d != Direction::kNone) return d;
    // Far from the verb only before a figure or a base: "closed at $31, up
    // 4%", "of $4 million for the year, up from an earlier forecast".
    bool figure = adverb + 1 < size &&
                  (g_[adverb + 1].kind == K::kFigure ||
                   p_.Has(g_[adverb + 1].head, W::k_base_preposition));
    // "closed 1.2%, or 70 points, lower at 5,891".
    figure =
        figure || (adverb + 2 < size && g_[adverb + 2].kind == K::kFigure &&
                   p_.Has(g_[adverb + 1].head, W::k_level_preposition));
    if (adverb > verb + 3 && !figure) continue;
    if (adverb > verb + 2 && OfOther(adverb)) continue;
    // "for 92% off": a discount.
    bool discount = adverb > 1 && p_.IsWord(g_[adverb].head, "off") &&
                    g_[adverb - 1].kind == K::kFigure &&
                    F(g_[adverb - 1].figure).kind == FigureKind::kPercent;
    // "bought gold ahead of the holiday": before it.
    bool before = p_.IsWord(g_[adverb].head + 1, "of") &&
                  !p_.IsWord(g_[adverb].head, "up");
    if (discount || before) continue;
    Direction d = WayOf(g_[adverb]);
    if (d != Direction::kNone) return d;
  }
  int next = verb + 1;
  // "ended nearly flat".
  while (next + 1 < size && g_[next].kind == K::kAdverb &&
         g_[next + 1].kind == K::kAdjective &&
         WayOf(g_[next]) == Direction::kNone) {
    ++next;
  }
  bool beside = next < size &&
                (g_[next].kind == K::kAdjective || g_[next].kind == K::kAdverb);
  return beside ? WayOf(g_[next]) : Direction::kNone;
}

bool MoveDirections::OfOther(int adverb) const {
  if (adverb < 2 || g_[adverb - 1].kind != K::kNoun) return false;
  uint32_t before = g_[adverb - 2].head;
  bool beside = p_.IsWord(before, "on") || p_.IsWord(before, "with") ||
                p_.IsWord(before, "from");
  return beside && p_.LemmaHas(g_[adverb - 1].head, W::k_measure) &&
         WayOf(g_[adverb]) != Direction::kNone;
}

Direction MoveDirections::MoreThan(int adverb) const {
  int size = static_cast<int>(g_.size());
  auto word = p_.Match(g_[adverb].head, W::k_gap_of_cost, g_[adverb].last);
  bool gap = word.length > 0 && adverb > 0 && adverb + 1 < size &&
             g_[adverb - 1].kind == K::kFigure &&
             F(g_[adverb - 1].figure).kind == FigureKind::kPercent &&
             p_.IsWord(g_[adverb + 1].head, "than");
  if (!gap) return Direction::kNone;
  return WayNamed(word.text);
}

Direction MoveDirections::ExtremeOf(const Group& group) const {
  // "rejected as too low": no low of anything.
  constexpr uint32_t kNamed = Bit(Tag::kNNS) | Bit(Tag::kNN);
  bool graded = group.first > 0 && p_.Tagged(group.first - 1, Bit(Tag::kRB));
  bool bare = group.last == group.first + 1 &&
              (graded || !p_.Tagged(group.first, kNamed));
  if (bare) return Direction::kNone;
  for (uint32_t i = group.first; i < group.last; ++i) {
    auto match = p_.Match(i, W::k_extreme, group.last);
    bool heads = match.length > 0 && i + match.length == group.head + 1;
    if (heads) return WayNamed(match.text);
  }
  return Direction::kNone;
}

Direction MoveDirections::ExtremeDirection(const Complement& complement) const {
  if (!parsed_.classes.Has(W::k_extreme)) return Direction::kNone;
  // "closed in the red", "came under pressure".
  for (const PrepositionalPhrase& phrase : complement.phrases) {
    auto zone =
        p_.Match(phrase.preposition, W::k_extreme, parsed_.sentence->last);
    if (zone.length > 1) return WayNamed(zone.text);
  }
  for (int object : complement.objects) {
    Direction direction = ExtremeOf(g_[object]);
    if (direction != Direction::kNone) return direction;
  }
  for (const PrepositionalPhrase& phrase : complement.phrases) {
    // "slid back from a peak", "swung 300 points from its peak to a low".
    if (p_.Has(phrase.preposition, W::k_base_preposition)) {
      if (ExtremeOf(g_[phrase.group]) != Direction::kNone) break;
      continue;
    }
    // "remains below its high of May": far from it.
    if (p_.IsWord(phrase.preposition, "below")) continue;
    Direction direction = ExtremeOf(g_[phrase.group]);
    if (direction != Direction::kNone) return direction;
  }
  return Direction::kNone;
}

// "hit 5.4%, its highest since March", "closed at $71, the lowest in a month".
Direction MoveDirections::ApposedExtreme(const Complement& complement) const {
  size_t comma = static_cast<size_t>(complement.end);
  if (comma >= g_.size() || g_[comma].kind != K::kComma) {
    return Direction::kNone;
  }
  uint32_t article = g_[comma].last;
  uint32_t end = parsed_.sentence->last;
  constexpr uint32_t kOpens = Bit(Tag::kDT) | Bit(Tag::kPRPS);
  if (article + 1 >= end || !p_.Tagged(article, kOpens)) {
    return Direction::kNone;
  }
  auto match = p_.Match(article + 1, W::k_extreme, end);
  return match.length > 0 ? WayNamed(match.text) : Direction::kNone;
}

// "closed above 40,000 for the first time", "broke above 40,000", "held at
// 40,000".
Direction MoveDirections::Crossing(int at, const Complement& complement) const {
  std::string_view way =
      p_.lexicon->Text(p_.VerbLemmaId(g_[at].head), W::k_level_verb);
  bool first = way == "across" ||
               std::any_of(complement.phrases.begin(), complement.phrases.end(),
                           [&](const PrepositionalPhrase& phrase) {
                             const Group& time = g_[phrase.group];
                             return p_.IsWord(phrase.preposition, "for") &&
                                    p_.Lemma(time.head) == "time" &&
                                    time.head > time.first &&
                                    p_.Has(time.head - 1, W::k_ordinal);
                           });
  for (const FigureUse& use : complement.figures) {
    // "held at 6%".
    bool stays = way == "flat" && use.preposition > 0 &&
                 p_.IsWord(use.preposition - 1, "at");
    if (stays) return Direction::kFlat;
    if (!first || use.preposition == 0) continue;
    uint32_t word = p_.tokens[use.preposition - 1].word;
    return WayNamed(p_.lexicon->Text(word, W::k_level_preposition));
  }
  return Direction::kNone;
}

Direction MoveDirections::ExtremeFor(int at,
                                     const Complement& complement) const {
  Direction extreme = ExtremeDirection(complement);
  // "hits highest since March".
  int next = at + 1;
  bool bare = extreme == Direction::kNone &&
              next + 1 < static_cast<int>(g_.size()) &&
              g_[next].kind == K::kAdjective &&
              p_.VerbHas(g_[at].head, W::k_level_verb) &&
              p_.IsWord(g_[next + 1].head, "since");
  if (bare) {
    auto match = p_.Match(g_[next].head, W::k_extreme, g_[next].last);
    if (match.length > 0) extreme = WayNamed(match.text);
  }
  if (extreme == Direction::kNone) extreme = Crossing(at, complement);
  if (extreme == Direction::kNone) extreme = ApposedExtreme(complement);
  bool turns = p_.VerbHas(g_[at].head, W::k_reverses) &&
               std::any_of(complement.objects.begin(), complement.objects.end(),
                           [&](int object) {
                             return p_.LemmaHas(g_[object].head, W::k_stretch);
                           });
  return turns ? Reversed(extreme) : extreme;
}

bool MoveDirections::IsParticle(uint32_t token) const {
  return p_.IsWord(token, "up") || p_.IsWord(token, "down");
}

}  // namespace newsdigest
