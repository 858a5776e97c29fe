#include "claims/sorts.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

class SortReader {
 public:
  SortReader(const Story& story, const ParsedSentence& parsed, int index)
      : p_(story.passage),
        entities_(story.entities),
        g_(parsed.groups),
        index_(index),
        group_(parsed.groups[index]) {}

  Sort Run() {
    sort_.security = p_.LemmaHas(group_.head, W::k_security);
    sort_.measure = p_.LemmaHas(group_.head, W::k_measure) ||
                    IsMeasureTerm(p_, group_) || IsCountOfMeasure(p_, group_);
    // "non-profits": half of a compound is none.
    bool half = group_.head > group_.first && p_.Is(group_.head - 1, "-") &&
                !p_.tokens[group_.head].is(kSpaceBefore);
    // "the market for new ovens": of goods.
    bool goods = p_.LemmaHas(group_.head, W::k_market) &&
                 index_ + 2 < static_cast<int>(g_.size()) &&
                 p_.IsWord(g_[index_ + 1].head, "for") &&
                 g_[index_ + 2].kind == K::kNoun && g_[index_ + 2].mention < 0;
    if (half || goods) sort_ = {};
    // "its share of the market", "market share": though a share is a security.
    bool part = IsPart(p_, g_, index_) || EndsTerm(W::k_measure);
    if (part) sort_ = {false, true, false};
    // "the stock market", "Asian markets".
    if (EndsTerm(W::k_security) || IsIndexPart() || IsMarkets()) {
      sort_.security = true;
    }
    // "the stock price", "bond yields": the price of a security is one too.
    if (sort_.measure && !sort_.security && group_.head > group_.first &&
        p_.LemmaHas(group_.head - 1, W::k_security) && IsPrice()) {
      sort_ = {true, false, false};
    }
    ReadCommodity();
    if (sort_.security || NoMeasure(p_, group_)) sort_.measure = false;
    return sort_;
  }

 private:
  bool IsPrice() const { return p_.LemmaHas(group_.head, W::k_quote_word); }

  // Whether a term of two words or more ends at the head.
  bool EndsTerm(W cls) const { return EndsInTerm(p_, group_, cls); }

  // "the S&P 500's energy sector", "its energy and retail sectors".
  bool IsIndexPart() const {
    if (!p_.LemmaHas(group_.head, W::k_index_part)) return false;
    // "The energy sector fell 3%, while the S&P 500 rose": in a sentence that
    // names an index.
    bool one = group_.head > group_.first + 1 &&
               p_.Tagged(group_.first, Bit(Tag::kDT));
    bool joined = index_ > 1 && g_[index_ - 1].kind == K::kConjunction &&
                  g_[index_ - 2].kind == K::kNoun;
    uint32_t from = joined ? g_[index_ - 2].first : group_.first;
    if (one) from = g_.front().first;
    return NamesIndex(entities_, from, one ? g_.back().last : group_.head);
  }

  // "Asian markets", "Norway markets".
  bool IsMarkets() const {
    bool many = p_.LemmaHas(group_.head, W::k_market) &&
                p_.Tagged(group_.head, Bit(Tag::kNNS)) &&
                group_.head > group_.first;
    if (!many) return false;
    return p_.Has(group_.head - 1, W::k_demonym) || EndsPlace(group_.head - 1);
  }

  // "three-month" is one; "South Africa's" says only where.
  uint32_t Words() const {
    uint32_t first = group_.first;
    if (group_.possessor > first && EndsPlace(group_.possessor - 1)) {
      first = group_.possessor + 1;
    }
    uint32_t words = group_.last - first;
    for (uint32_t i = first; i + 1 < group_.last; ++i) {
      bool inside = i > first;
      if (inside && p_.Is(i, "-") && p_.Has(i + 1, W::k_period_unit)) {
        words -= 2;
      }
      uint32_t term = inside ? TermOf(i) : 0;
      if (term > 1) words -= term - 1;  // "crude oil"
    }
    return words;
  }

  // Tokens of the commodity or currency told in several words at `i`: "crude
  // oil", "Hong Kong dollar".
  uint32_t TermOf(uint32_t i) const {
    return std::max(p_.Match(i, W::k_commodity, group_.last).length,
                    p_.Match(i, W::k_currency, group_.last).length);
  }

  // "the real", "the crown": words that name a currency among other things.
  bool IsMoney(uint32_t i) const {
    return i == group_.head && group_.definite && i == group_.first + 1 &&
           p_.Has(i, W::k_currency) && p_.Tagged(i, Bit(Tag::kNN));
  }

  bool EndsPlace(uint32_t token) const {
    int mention = entities_.at[token];
    return mention >= 0 &&
           entities_.entities[entities_.mentions[mention].entity].type ==
               EntityType::kPlace;
  }

  // "gold prices", "oil futures": the commodity is the subject; "oil output"
  // is a measure.
  void ReadCommodity() {
    if (sort_.measure && !IsPrice()) return;
    bool commodity = false;
    for (uint32_t i = group_.first; i < group_.last; ++i) {
      bool half = p_.Is(i + 1, "-") && i + 1 < group_.last;  // "dollar-for-"
      bool named =
          p_.LemmaHas(i, W::k_commodity) || TermOf(i) > 1 || IsMoney(i);
      commodity = commodity || (!half && named);
    }
    // "oil companies" are no oil.
    bool itself = sort_.measure || sort_.security ||
                  p_.LemmaHas(group_.head, W::k_commodity) ||
                  EndsTerm(W::k_commodity) || EndsTerm(W::k_currency) ||
                  IsMoney(group_.head);
    if (!commodity || !itself) return;
    sort_.commodity = true;
    if (sort_.measure || sort_.security || Words() <= 3) sort_.security = true;
  }

  const Passage& p_;
  const EntityTable& entities_;
  const std::vector<Group>& g_;
  int index_;
  const Group& group_;
  Sort sort_;
};

}  // namespace

bool EndsInTerm(const Passage& p, const Group& group, WordClass cls) {
  constexpr uint32_t kMostTokens = 6;  // "like-for-like sales"
  for (uint32_t i = group.head; i > group.first; --i) {
    if (i + kMostTokens <= group.head + 1) break;
    uint32_t length = p.Match(i - 1, cls, group.last).length;
    if (length > 1 && i - 1 + length > group.head) return true;
  }
  return false;
}

bool IsMeasureTerm(const Passage& p, const Group& group) {
  uint32_t length = group.last - group.head;
  // "its return on capital target": the target.
  return length > 2 && !p.Tagged(group.last, kNounTags) &&
         p.Match(group.head, W::k_measure, group.last).length == length;
}

bool IsCountOfMeasure(const Passage& p, const Group& group) {
  return group.head > group.first && p.LemmaHas(group.head, W::k_count_of) &&
         p.LemmaHas(group.head - 1, W::k_measure);
}

bool NamesIndexOfField(const Story& story, const Group& group) {
  const Passage& p = story.passage;
  uint32_t field = group.head - 1;
  return group.head > group.first + 1 && p.LemmaHas(group.head, W::k_gauge) &&
         p.Tagged(field, kNounTags) &&
         !NamesIndex(story.entities, field, field + 1) &&
         !p.LemmaHas(field, W::k_security) && !p.LemmaHas(field, W::k_market) &&
         !p.LemmaHas(field, W::k_gauge);
}

bool NamesIndex(const EntityTable& table, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; ++i) {
    if (table.at[i] < 0) continue;
    int entity = table.mentions[table.at[i]].entity;
    if (table.entities[entity].type == EntityType::kInstrument) return true;
  }
  return false;
}

bool IsPriceSwing(const Passage& p, const Group& group) {
  return group.head > group.first && p.LemmaHas(group.head, W::k_price_move) &&
         p.Has(group.head - 1, W::k_swing_adjective);
}

bool IsPart(const Passage& p, const std::vector<Group>& groups, int index) {
  bool part = p.IsWord(groups[index].head, "share") ||
              p.IsWord(groups[index].head, "proportion");
  return part && index + 2 < static_cast<int>(groups.size()) &&
         p.IsWord(groups[index + 1].head, "of") &&
         groups[index + 2].kind == K::kNoun && groups[index + 2].mention < 0 &&
         groups[index + 2].figure < 0;
}

bool NoMeasure(const Passage& p, const Group& group) {
  uint32_t head = group.head;
  bool one = p.Tagged(head, Bit(Tag::kNN)) && p.NamesPeople(head);
  bool target = head > group.first && p.LemmaHas(head, W::k_quote_word) &&
                p.LemmaHas(head - 1, W::k_outlook);
  return one || target || IsPriceSwing(p, group);
}

Sort SortOf(const Story& story, const ParsedSentence& parsed, int group) {
  return SortReader(story, parsed, group).Run();
}

int PricedCommodity(const Story& story, const ParsedSentence& parsed,
                    int group) {
  const Passage& p = story.passage;
  int of = group + 1;
  bool named = of + 1 < static_cast<int>(parsed.groups.size()) &&
               p.LemmaHas(parsed.groups[group].head, W::k_quote_word) &&
               p.IsWord(parsed.groups[of].head, "of") &&
               parsed.groups[of + 1].kind == K::kNoun &&
               (p.LemmaHas(parsed.groups[of + 1].head, W::k_commodity) ||
                (p.Lemma(parsed.groups[group].head) == "price" &&
                 p.LemmaHas(parsed.groups[of + 1].head, W::k_security)));
  return named ? of + 1 : -1;
}

}  // namespace newsdigest
