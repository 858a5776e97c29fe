// What a word may mean to the grammars: its classes and its parts of speech.
//
// The lists here name the categories only; which words belong to which stands
// in data/lexicon/*.tsv and data/gazetteer/*.tsv.
#ifndef NEWSDIGEST_LANGUAGE_WORD_CLASS_H_
#define NEWSDIGEST_LANGUAGE_WORD_CLASS_H_

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace newsdigest {

// clang-format off
#define NEWSDIGEST_WORD_CLASSES(X) \
  X(number) X(ordinal) X(scale) X(vague_scale) X(few) X(dozen) X(fraction) \
  X(multiple_verb) X(fold) X(modifier) X(currency) X(currency_symbol) \
  X(dollar_prefix) X(currency_code) X(cent) X(unit) X(period_unit) X(month) \
  X(weekday) X(day_word) X(day_part) X(date_shift) X(fiscal) X(part_of) \
  X(abbreviation) X(pos) X(be) X(have) X(do_verb) X(get) X(negation) X(modal) \
  X(embeds) X(adverb_status) X(noun_status) X(hypothetical) X(awaits) X(observer) X(say) \
  X(according) X(honorific) X(name_honorific) X(title) X(name_suffix) \
  X(of_head) X(legal_suffix) X(org_head) X(place_head) X(place_before) \
  X(compass) X(particle) X(org_adjective) X(nominal_company) X(nominal_person) \
  X(nominal_org) X(media_word) X(family) X(not_name) X(tail) X(first_name) \
  X(surname) X(demonym) X(rise) X(fall) X(flat) X(measure) X(security) \
  X(light) X(basis) X(subordinator) X(level_verb) X(report_verb) X(share_word) \
  X(not_counted) X(commodity) X(extreme) X(document) X(quote_word) X(stretch) \
  X(own_share) X(economy) X(adjective_status) X(legal_strong) X(season) \
  X(ordinal_suffix) X(unit_symbol) X(unit_joiner) X(subunit) X(per_noun) \
  X(weight_word) X(rank_sign) X(numbered) X(street) X(more) X(each_word) \
  X(ahead) X(told_shift) X(from_now) X(clock_word) X(half_day) X(time_zone) \
  X(holiday) X(decade_name) X(every) X(spans_time) X(able) X(number_prefix) \
  X(age_word) X(times_what) X(byline_word) X(org_after) X(event_head) \
  X(and_head) X(creep) X(woman_name) X(man_name) X(woman_title) X(man_title) \
  X(school) X(name_field) X(verb_particle) X(index_part) X(family_first) \
  X(past_same) X(participle_same) X(respective) X(unnamed_source) X(name_tail) \
  X(sizes) X(authority) X(not_only) X(firm_measure) X(exchange_currency) \
  X(outlook) X(beats) X(headcount) X(profit) X(priced) X(personal) X(volume) \
  X(outlay) X(portion) X(market_buys) X(employs) X(facility) X(floating) \
  X(market) X(price_move) X(swing_adjective) X(guides) X(permits) \
  X(level_preposition) X(base_preposition) X(earns) \
  X(audience) X(deal) X(deal_adjective) X(deal_step) X(stock_verb) X(count_of) \
  X(session) X(pace) X(causes) X(quantifier) X(intransitive) X(weekend) \
  X(unreal_modal) X(goods_measure) X(pos_only) X(gauge) X(compound) X(team) \
  X(reverses) X(clause_join) X(ground) X(takeover) X(plan_preposition) \
  X(affects) X(pos_most) X(price_goal) X(asks) X(volume_word) X(former) \
  X(uses) X(source_word) X(brings) X(at_large) X(trades) X(preposition_phrase) \
  X(speaks) X(rises_with) X(falls_with) X(puts_at) X(draws) X(organ) X(leads) \
  X(swings) X(sum_only) X(officer) X(date_start) X(figure_start) \
  X(conjunction_phrase) X(sign) X(valued_by) X(takes_off) X(repays) X(designs) \
  X(spends) X(price_mark) X(keeps) X(holds) X(rival) X(loose_field) X(gives) \
  X(adverb_phrase) X(noun_particle) X(blocks) X(firm_verb) X(firm_people) \
  X(owner_noun) X(grows) X(land_noun) X(record_word) X(accuses) X(narrows) \
  X(range_end) X(verb_only_move) \
  X(model_number) X(advises) X(maker_noun) X(minus_word) X(counts_before) \
  X(fronts) X(becomes) X(lets) X(gap_of_cost) X(gap_of_price) X(verb_prefix) \
  X(acts_with) X(arm) X(clause_noun) X(fund_head) X(keeps_from) \
  X(accrues) X(collects) X(equates) X(to_noun) X(presents) X(offsets) \
  X(forward_noun) X(pause) X(invests) X(votes) X(founder) X(judges)
// clang-format on

enum class WordClass : uint8_t {
#define X(name) k_##name,
  NEWSDIGEST_WORD_CLASSES(X)
#undef X
      kCount
};
static_assert(static_cast<int>(WordClass::kCount) <= 256);

// Parts of speech, the Penn Treebank's distinctions as far as they matter.
#define NEWSDIGEST_TAGS(X) \
  X(NN)                    \
  X(NNS)                   \
  X(NNP)                   \
  X(VB)                    \
  X(VBP)                   \
  X(VBZ)                   \
  X(VBD)                   \
  X(VBN)                   \
  X(VBG)                   \
  X(MD)                    \
  X(JJ)                    \
  X(RB)                    \
  X(DT)                    \
  X(PRP)                   \
  X(PRPS)                  \
  X(IN) X(CC) X(TO) X(WDT) X(WRB) X(POS) X(EX) X(UH) X(CD) X(SYM) X(PUNCT)

enum class Tag : uint8_t {
#define X(name) k##name,
  NEWSDIGEST_TAGS(X)
#undef X
      kCount
};

inline constexpr std::array kWordClassNames = {
#define X(name) std::string_view(#name),
    NEWSDIGEST_WORD_CLASSES(X)
#undef X
};
inline constexpr std::array kTagNames = {
#define X(name) #name,
    NEWSDIGEST_TAGS(X)
#undef X
};

inline constexpr uint32_t Bit(Tag tag) {
  return 1u << static_cast<uint32_t>(tag);
}
inline constexpr uint32_t kNounTags =
    Bit(Tag::kNN) | Bit(Tag::kNNS) | Bit(Tag::kNNP);
inline constexpr uint32_t kFiniteTags =
    Bit(Tag::kVBP) | Bit(Tag::kVBZ) | Bit(Tag::kVBD);
inline constexpr uint32_t kVerbTags =
    kFiniteTags | Bit(Tag::kVB) | Bit(Tag::kVBN) | Bit(Tag::kVBG);
inline constexpr bool In(Tag tag, uint32_t mask) {
  return (Bit(tag) & mask) != 0;
}

// A set of word classes, up to 256 of them.
struct ClassSet {
  uint64_t bits[4] = {0, 0, 0, 0};
  constexpr void Add(WordClass c) {
    bits[static_cast<int>(c) >> 6] |= uint64_t{1} << (static_cast<int>(c) & 63);
  }
  static constexpr ClassSet Of(std::initializer_list<WordClass> classes) {
    ClassSet set;
    for (WordClass c : classes) set.Add(c);
    return set;
  }
  constexpr bool operator==(const ClassSet&) const = default;
  constexpr ClassSet& operator|=(const ClassSet& other) {
    for (int i = 0; i < 4; ++i) bits[i] |= other.bits[i];
    return *this;
  }
  constexpr ClassSet operator|(ClassSet other) const { return other |= *this; }
  constexpr bool HasAny(const ClassSet& other) const {
    return ((bits[0] & other.bits[0]) | (bits[1] & other.bits[1]) |
            (bits[2] & other.bits[2]) | (bits[3] & other.bits[3])) != 0;
  }
  constexpr bool Has(WordClass c) const {
    return (bits[static_cast<int>(c) >> 6] >> (static_cast<int>(c) & 63)) & 1;
  }
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_LANGUAGE_WORD_CLASS_H_
