#include "claims/metric_name.h"

#include <algorithm>

#include "claims/sorts.h"
#include "language/fold.h"

namespace newsdigest {
namespace {

using W = WordClass;

class MetricNamer {
 public:
  MetricNamer(const Story& story, const ParsedSentence& parsed, int group,
              uint32_t first, uint32_t head)
      : story_(story),
        p_(story.passage),
        parsed_(parsed),
        index_(group),
        group_(parsed.groups[group]),
        first_(first),
        head_(head),
        last_(head == group_.head ? group_.last : head + 1) {}

  std::string Run() const {
    uint32_t first = first_;
    if (group_.possessor > 0 && group_.possessor < last_ &&
        first_ < group_.possessor) {
      first = group_.possessor;
    }
    if (p_.Tagged(first, Bit(Tag::kPOS))) ++first;
    uint32_t last = head_ + 1;
    if (p_.Match(head_, W::k_measure, last_).length > 2) {
      last = last_;
    }
    std::string out;
    for (uint32_t i = first; i < last; ++i) {
      // "Houston-area sales", "pre-Soviet sales": sales; but "its Asia-Pacific
      // sales".
      bool place = i > first && group_.possessor == 0 &&
                   story_.entities.at[i - 1] >= 0 && p_.Is(i, "-") &&
                   i + 1 < last;
      bool prefix = i + 2 < last && p_.Is(i + 1, "-") && Names(i + 2, first);
      if (place || prefix) {
        i += place ? 1 : 2;
        continue;
      }
      // "y/y sales growth".
      auto basis = p_.Match(i, W::k_basis, head_);
      if (basis.length > 1 && basis.text == "year_over_year") {
        i += basis.length - 1;
        continue;
      }
      // "higher-than-expected profit", "worse-than-expected profit".
      bool than = i + 2 < last && p_.Is(i + 1, "-") && p_.IsWord(i + 2, "than");
      bool chain = than || ComparesWay(p_, i);
      while (chain && i + 2 < last && p_.Is(i + 1, "-")) i += 2;
      if (chain || Skips(i, first)) continue;
      if (!out.empty() && p_.tokens[i].is(kSpaceBefore)) out += ' ';
      out += Lowered(p_.str(i));
    }
    // "its share of the oven market".
    bool part = head_ == group_.head && IsPart(p_, parsed_.groups, index_);
    bool market =
        part && p_.LemmaHas(parsed_.groups[index_ + 2].head, W::k_market);
    if (market) return "market share";
    if (part) {
      const Group& whole = parsed_.groups[index_ + 2];
      uint32_t from = std::max(whole.first, whole.possessor);
      if (p_.Tagged(from, Bit(Tag::kPOS))) ++from;
      return out + " of " + Lowered(p_.str(p_.span(from, whole.last)));
    }
    // "a debt to equity ratio", in three words.
    bool ratio = p_.IsWord(head_, "ratio") && index_ > 1 &&
                 p_.IsWord(group_.first - 1, "to") &&
                 p_.Tagged(group_.first - 2, Bit(Tag::kNN));
    if (ratio) out = Lowered(p_.str(group_.first - 2)) + "-to-" + out;
    std::string_view full =
        p_.lexicon->Text(p_.word(head_).lemma, W::k_measure);
    for (uint32_t i = group_.first; full.empty() && i < head_; ++i) {
      auto term = p_.Match(i, W::k_measure, last);  // "P/E ratio"
      if (term.length > 1 && i + term.length == last) full = term.text;
    }
    if (!full.empty()) return std::string(full);
    if (last + 1 < parsed_.sentence->last && p_.IsWord(last, "per")) {
      uint32_t end = last + 1;
      while (end < parsed_.sentence->last && end < last + 3 &&
             p_.Tagged(end, kNounTags | Bit(Tag::kJJ) | Bit(Tag::kVBN))) {
        out += end == last + 1 ? " per " : " ";
        out += p_.str(end);
        ++end;
      }
    }
    return out;
  }

 private:
  bool Names(uint32_t i, uint32_t first) const {
    int mention = story_.entities.at[i];
    EntityType type =
        mention < 0
            ? EntityType::kCompany
            : story_.entities.entities[story_.entities.mentions[mention].entity]
                  .type;
    bool owned = group_.possessor > 0 && i >= group_.possessor;
    // "Acme's Quill sales": of the product Quill; "its China sales".
    bool part =
        owned && (type == EntityType::kProduct || type == EntityType::kPlace);
    bool land = p_.Has(i, W::k_demonym) && !owned &&
                !(i > first && p_.Has(i - 1, W::k_compass));
    return (mention >= 0 && !part) || land;
  }

  // What is no part of a measure's name.
  bool Skips(uint32_t i, uint32_t first) const {
    // "higher profits", "much higher profits" are profits.
    bool compares =
        ComparesWay(p_, i) || (p_.Tagged(i, Bit(Tag::kRB)) && i + 1 < last_ &&
                               ComparesWay(p_, i + 1));
    // "5G sales" has a number in its name.
    bool glued = i + 1 < last_ && !p_.tokens[i + 1].is(kSpaceBefore) &&
                 p_.tokens[i + 1].kind == TokenKind::kWord;
    bool number = p_.tokens[i].kind == TokenKind::kNumber && !glued;
    // "record revenue", "a juicy yield": what is thought of it.
    bool record =
        i < head_ && (p_.Has(i, W::k_record_word) || p_.Has(i, W::k_more));
    return compares || number || record || Names(i, first) || InFigure(i) ||
           InDate(i) ||
           p_.Tagged(i, Bit(Tag::kDT) | Bit(Tag::kPRPS) | Bit(Tag::kPOS)) ||
           InBracket(i, first);
  }

  // "a £57m ($88m) charge": the same sum again.
  bool InBracket(uint32_t i, uint32_t first) const {
    if (p_.Is(i, ")")) return true;
    for (uint32_t k = i + 1; k > first && !p_.Is(k - 1, ")"); --k) {
      if (p_.Is(k - 1, "(")) return true;
    }
    return false;
  }

  bool InDate(uint32_t i) const {
    if (group_.date < 0) return false;
    const DateMatch& match = story_.dates[group_.date];
    return i >= match.first && i < match.last;
  }

  bool InFigure(uint32_t i) const {
    if (group_.figure < 0) return false;
    const FigureMatch& match = story_.figures[group_.figure];
    uint32_t end = match.noun == 0 ? match.last : match.noun;
    bool modifies = i < match.core;  // "more than"
    bool counts = match.noun == 0 || modifies ||
                  p_.Tagged(i, Bit(Tag::kCD) | Bit(Tag::kIN) | Bit(Tag::kTO)) ||
                  p_.Has(i, W::k_scale) || p_.Has(i, W::k_number);
    return i >= match.first && i < end && counts;
  }

  const Story& story_;
  const Passage& p_;
  const ParsedSentence& parsed_;
  int index_;
  const Group& group_;
  uint32_t first_;
  uint32_t head_;
  uint32_t last_;
};

}  // namespace

bool ComparesWay(const Passage& p, uint32_t i) {
  bool comparative = p.word(i).lemma != p.tokens[i].word ||
                     p.Has(i, W::k_times_what);  // "lower"
  return comparative && p.Tagged(i, Bit(Tag::kJJ)) &&
         (p.LemmaHas(i, W::k_rise) || p.LemmaHas(i, W::k_fall));
}

std::string MetricName(const Story& story, const ParsedSentence& parsed,
                       int group) {
  const Group& g = parsed.groups[group];
  return MetricNamer(story, parsed, group, g.first, g.head).Run();
}

std::string InnerMetricName(const Story& story, const ParsedSentence& parsed,
                            int group, uint32_t first, uint32_t head) {
  const Passage& p = story.passage;
  const Group& g = parsed.groups[group];
  auto names = [&](uint32_t i) {
    return p.Tagged(i, Bit(Tag::kNN) | Bit(Tag::kNNS)) && g.possessor <= i &&
           !p.Has(i, W::k_basis) && !p.LemmaHas(i, W::k_outlook) &&
           !(i > g.first && p.Is(i - 1, "-")) && !p.NamesPeople(i);
  };
  constexpr uint32_t kMostNouns = 2;  // more are a clause read as one group
  uint32_t least = first > kMostNouns ? first - kMostNouns : 0;
  while (first > std::max(g.first, least) && names(first - 1)) --first;
  std::string name = MetricNamer(story, parsed, group, first, head).Run();
  std::string one = Lowered(p.str(head));
  if (!name.ends_with(one) || !p.Tagged(head, Bit(Tag::kNN))) return name;
  uint32_t lemma = p.word(head).lemma;
  std::string many(p.lexicon->Text(lemma, W::k_goods_measure));
  bool person = p.NamesPeople(head);
  if (many.empty() && person) many = one + "s";
  if (many.empty()) return name;
  return name.substr(0, name.size() - one.size()) + many;
}

}  // namespace newsdigest
