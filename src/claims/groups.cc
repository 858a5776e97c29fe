#include "claims/groups.h"

#include <algorithm>

#include "claims/asides.h"
#include "claims/examples.h"
#include "claims/noun_group.h"
#include "claims/status.h"

namespace newsdigest {
namespace {

using W = WordClass;

class Grouper : private NounGrouper {
 public:
  Grouper(const Story& story, const Sentence& sentence)
      : NounGrouper(story, sentence) {}

  std::vector<Group> Run() {
    groups_.reserve((s_.last - s_.first) / 2 + 1);
    for (uint32_t i = s_.first; i < s_.last;) i = std::max(Step(i), i + 1);
    TakeExamples(p_, groups_);
    MarkAsides(p_, groups_);
    return std::move(groups_);
  }

 private:
  uint32_t TakeNoun(uint32_t i) {
    groups_.push_back(NounGroup(i));
    return groups_.back().last;
  }

  Group& Push(GroupKind kind, uint32_t first, uint32_t last, uint32_t head) {
    Group group;
    group.kind = kind;
    group.first = first;
    group.last = last;
    group.head = head;
    groups_.push_back(group);
    return groups_.back();
  }

  uint32_t Step(uint32_t i) {
    int date = DateAt(i);
    bool outlook = date >= 0 && OpensOutlook(i);
    if (outlook) return TakeNoun(i);
    if (date >= 0 && story_.dates[date].calendar) {
      const DateMatch& match = story_.dates[date];
      Push(GroupKind::kDate, i, match.last, i).date = date;
      // "last year's": the possessive goes with it.
      bool mark = match.last < s_.last && p_.Tagged(match.last, Bit(Tag::kPOS));
      return mark ? match.last + 1 : match.last;
    }
    if (uint32_t end = AdverbPhraseEnd(i); end > 0) {
      Push(GroupKind::kAdverb, i, end, i);
      return end;
    }
    if (p_.tokens[i].kind == TokenKind::kMark && FigureAt(i) < 0 &&
        !p_.Tagged(i, Bit(Tag::kSYM))) {
      return QuotedModifierEnd(i) > 0 ? TakeNoun(i) : Mark(i);
    }
    if (StartsNoun(i)) return TakeNoun(i);
    // "a tariff on cars starting April 2".
    bool dates = p_.Tagged(i, Bit(Tag::kVBG)) && p_.Has(i, W::k_ahead) &&
                 i + 1 < s_.last && DateAt(i + 1) >= 0;
    if (dates) {
      Push(GroupKind::kPreposition, i, i + 1, i);
      return i + 1;
    }
    if (StartsVerb(i)) return VerbGroup(i);
    return Word(i);
  }

  // "from a year ago", "as a group"; 0: none such at `i`.
  uint32_t AdverbPhraseEnd(uint32_t i) const {
    if (!p_.StartsPhrase(i)) return 0;
    // "stores open at least a year".
    uint32_t time = i + p_.Match(i, W::k_modifier, s_.last).length;
    bool lasts = i > s_.first && p_.Tagged(i - 1, Bit(Tag::kJJ)) &&
                 time > i + 1 && time + 1 < s_.last &&
                 p_.Tagged(time, Bit(Tag::kDT)) &&
                 p_.LemmaHas(time + 1, W::k_period_unit);
    if (lasts) return time + 2;
    auto phrase = p_.Match(i, W::k_basis, s_.last);
    if (phrase.length < 2) phrase = p_.Match(i, W::k_adverb_phrase, s_.last);
    return phrase.length > 1 ? i + phrase.length : 0;
  }

  uint32_t Mark(uint32_t i) {
    std::string_view mark = p_.str(i);
    GroupKind kind = GroupKind::kOther;
    if (mark == ",") {
      kind = GroupKind::kComma;
    } else if (p_.StandsAsDash(i)) {
      kind = GroupKind::kDash;
    } else if (mark == ";" || mark == ":") {
      kind = GroupKind::kStop;
    } else if (IsOpenQuote(mark) || IsCloseQuote(mark)) {
      kind = GroupKind::kQuote;
    } else if (mark == "&") {
      kind = GroupKind::kConjunction;
    }
    Push(kind, i, i + 1, i);
    return i + 1;
  }

  uint32_t Word(uint32_t i) {
    // "its ovens as well as its mixers".
    uint32_t joined = i + p_.Match(i, W::k_conjunction_phrase, s_.last).length;
    if (joined > i) {
      Push(GroupKind::kConjunction, i, joined, i);
      return joined;
    }
    // "$3 million worth of orders".
    uint32_t end = i + p_.Match(i, W::k_preposition_phrase, s_.last).length;
    if (end > i) {
      Push(GroupKind::kPreposition, i, end, end - 1);
      return end;
    }
    Tag tag = p_.tags[i];
    GroupKind kind = GroupKind::kOther;
    if (tag == Tag::kIN || tag == Tag::kTO) {
      kind = Clause(i) ? GroupKind::kSubordinator : GroupKind::kPreposition;
      if (p_.IsWord(i, "that")) kind = GroupKind::kThat;
    } else if (tag == Tag::kCC) {
      kind = GroupKind::kConjunction;
    } else if (tag == Tag::kWDT) {
      kind = GroupKind::kRelative;
    } else if (tag == Tag::kWRB) {
      kind = GroupKind::kSubordinator;
    } else if (tag == Tag::kRB) {
      kind = GroupKind::kAdverb;
    } else if (tag == Tag::kJJ) {
      kind = GroupKind::kAdjective;
    }
    if (p_.Has(i, W::k_rise) || p_.Has(i, W::k_fall)) {
      bool figure = i + 1 < s_.last && FigureAt(i + 1) >= 0;  // "off 0.4%"
      if (p_.IsWord(i, "up") || p_.IsWord(i, "down") || figure) {
        kind = GroupKind::kAdverb;
      }
    }
    if (p_.IsWord(i, "who") || p_.IsWord(i, "which") || p_.IsWord(i, "whose")) {
      kind = GroupKind::kRelative;
    }
    Push(kind, i, i + 1, i);
    return i + 1;
  }

  // Whether a word that may be preposition or conjunction opens a clause: a
  // finite verb follows before the next bound.
  bool Clause(uint32_t i) const {
    auto word = p_.Match(i, W::k_subordinator, i + 1);
    if (word.length == 0) return false;
    if (word.text == "always") return true;
    // "income before tax": no clause.
    if (i > s_.first && p_.IsWord(i, "before") &&
        p_.LemmaHas(i - 1, W::k_measure) && i + 1 < s_.last &&
        p_.Tagged(i + 1, Bit(Tag::kNN) | Bit(Tag::kNNS))) {
      return false;
    }
    if (p_.IsWord(i, "as") && Post(i + 1)) return false;
    uint32_t end = std::min(s_.last, i + 14);
    for (uint32_t k = i + 1; k < end; ++k) {
      if (p_.Tagged(k, kFiniteTags | Bit(Tag::kMD))) return true;
      if (p_.Is(k, ",") && AsideEnd(k) > 0) {
        k = AsideEnd(k);
        continue;
      }
      if (p_.Is(k, ",") || p_.Is(k, ";") || p_.Tagged(k, Bit(Tag::kWDT))) {
        return false;
      }
      if (k == i + 1 && p_.Tagged(k, Bit(Tag::kVBG))) return true;
    }
    return false;
  }

  // "after Acme, its largest customer, cut jobs": the comma that closes what is
  // said of the name before the comma `at`, with a verb behind it; 0: none.
  uint32_t AsideEnd(uint32_t at) const {
    constexpr uint32_t kMostWords = 6;  // of what is said
    bool opens = p_.Tagged(at - 1, Bit(Tag::kNNP)) && at + 1 < s_.last &&
                 p_.Tagged(at + 1, Bit(Tag::kDT) | Bit(Tag::kPRPS));
    uint32_t end = std::min(s_.last - 1, at + kMostWords);
    for (uint32_t k = at + 2; opens && k < end; ++k) {
      if (p_.Is(k, ",")) {
        return p_.Tagged(k + 1, kFiniteTags | Bit(Tag::kMD)) ? k : 0;
      }
      if (p_.Tagged(k, kVerbTags)) return 0;
    }
    return 0;
  }

  // "as chief executive of Acme", "as chairman and will leave": a post, and no
  // clause about one.
  bool Post(uint32_t i) const {
    uint32_t title = p_.Match(i, W::k_title, s_.last).length;
    uint32_t next = i + title;
    if (title == 0 || next >= s_.last) return false;
    bool more = p_.Tagged(next, Bit(Tag::kCC)) && next + 1 < s_.last &&
                p_.Tagged(next + 1, kFiniteTags | Bit(Tag::kMD));
    return more || p_.Tagged(next, Bit(Tag::kIN));
  }

  bool StartsVerb(uint32_t i) const {
    if (p_.Tagged(i, kVerbTags | Bit(Tag::kMD))) return true;
    // "never bought", "no longer plans": the negation is the verb's.
    bool negates = p_.Tagged(i, Bit(Tag::kRB)) &&
                   p_.Match(i, W::k_negation, s_.last).length > 0;
    if (negates && MoreVerb(i) && !p_.IsWord(i, "nor")) return true;
    // "a round co-led by Acme".
    bool prefix = p_.Tagged(i, Bit(Tag::kRB)) && p_.Has(i, W::k_verb_prefix);
    if (prefix && MoreVerb(i)) return true;
    if (p_.Tagged(i, Bit(Tag::kTO)) && i + 1 < s_.last) {
      uint32_t k = i + 1;
      while (k < s_.last && p_.Tagged(k, Bit(Tag::kRB))) ++k;
      return p_.Tagged(k, Bit(Tag::kVB));
    }
    return false;
  }

  // "a deal valued at $3 million": as "worth".
  bool Priced(uint32_t i) const {
    return i > s_.first && i + 1 < s_.last &&
           p_.Tagged(i, Bit(Tag::kVBN) | Bit(Tag::kVBD)) &&
           p_.VerbHas(i, W::k_sizes) && p_.LemmaHas(i - 1, W::k_deal) &&
           p_.IsWord(i + 1, "at");
  }

  uint32_t VerbGroup(uint32_t i) {
    if (Priced(i)) {
      Push(GroupKind::kPreposition, i, i + 2, i + 1);
      return i + 2;
    }
    uint32_t at = i;
    uint32_t main = i;
    bool opened = false;  // by a verb, not by "never"
    while (at < s_.last) {
      if (at > i && FigureAt(at) >= 0) break;
      if (p_.Tagged(at, kVerbTags | Bit(Tag::kMD))) {
        if (opened && at > i && !Continues(i, at)) break;
        opened = true;
        main = at;
        ++at;
        continue;
      }
      bool to = p_.Tagged(at, Bit(Tag::kTO)) && at + 1 < s_.last;
      if (to && (at == i || Embeds(main))) {
        uint32_t k = at + 1;
        while (k < s_.last && p_.Tagged(k, Bit(Tag::kRB))) ++k;
        if (p_.Tagged(k, Bit(Tag::kVB))) {
          at = k;
          continue;
        }
        break;
      }
      // "is likely to buy", "is ready to buy", but "was shut due to snow".
      bool adjective = at > i && p_.Tagged(at, Bit(Tag::kJJ)) &&
                       p_.Has(at, W::k_embeds) && at + 2 < s_.last &&
                       p_.Tagged(at + 1, Bit(Tag::kTO)) &&
                       p_.Tagged(at + 2, Bit(Tag::kVB) | Bit(Tag::kRB));
      if (adjective) {
        main = at;
        ++at;
        continue;
      }
      bool adverb = p_.Tagged(at, Bit(Tag::kRB)) && at + 1 < s_.last &&
                    !Directional(at) && FigureAt(at) < 0 && MoreVerb(at + 1);
      if (adverb) {
        ++at;
        continue;
      }
      break;
    }
    Group& group = Push(GroupKind::kVerb, i, at, main);
    ReadVerbGroup(story_, s_, group);
    return at;
  }

  bool MoreVerb(uint32_t i) const {
    uint32_t k = i;
    while (k < s_.last && p_.Tagged(k, Bit(Tag::kRB))) ++k;
    return k < s_.last && p_.Tagged(k, kVerbTags | Bit(Tag::kTO));
  }

  // Whether a verb that takes another ("plan", "expect", "begin") or an
  // auxiliary stands at `i`.
  bool Embeds(uint32_t i) const {
    // "is said to have bought".
    if (p_.Match(i, W::k_embeds, i + 2).length == 2) return true;
    return p_.VerbHas(i, W::k_embeds) || p_.Has(i, W::k_be) ||
           p_.Has(i, W::k_have) || p_.IsContracted(i) || p_.Has(i, W::k_modal);
  }

  // Whether the verb at `at` goes on with the group that began at `first`.
  bool Continues(uint32_t first, uint32_t at) const {
    uint32_t before = at - 1;
    while (before > first && p_.Tagged(before, Bit(Tag::kRB))) --before;
    if (p_.Tagged(before, Bit(Tag::kTO) | Bit(Tag::kMD))) return true;
    if (p_.Has(before, W::k_be) || p_.Has(before, W::k_have) ||
        p_.IsContracted(before) || p_.Has(before, W::k_do_verb) ||
        p_.Has(before, W::k_get)) {
      return p_.Tagged(at, Bit(Tag::kVBN) | Bit(Tag::kVBG) | Bit(Tag::kVB));
    }
    if (p_.VerbHas(before, W::k_embeds)) {
      return p_.Tagged(at, Bit(Tag::kVBG) | Bit(Tag::kVB));
    }
    return false;
  }

  std::vector<Group> groups_;
};

}  // namespace

std::vector<Group> MakeGroups(const Story& story, const Sentence& sentence) {
  return Grouper(story, sentence).Run();
}

}  // namespace newsdigest
