#include "entities/names.h"

#include <algorithm>

#include "entities/runs.h"

namespace newsdigest {
namespace {

using W = WordClass;

constexpr int kKnownPoints = 6;  // of a name that the gazetteer has

class NameFinder {
 public:
  NameFinder(const Passage& passage, const std::vector<DateMatch>& dates,
             const NameOptions& options)
      : p_(passage), runs_(passage, dates), known_(passage, options) {}

  std::vector<NameMatch> Run() {
    for (const Sentence& sentence : p_.sentences) {
      if (sentence.last - sentence.first > 0) Scan(sentence);
    }
    return std::move(names_);
  }

 private:
  // A line of results: names with numbers behind them, and no verb.
  // "Harbor 58 2 41", "Norwick 21 Old Mill 10".
  bool IsResults(const Sentence& s) const {
    uint32_t numbers = 0;
    for (uint32_t i = s.first; i < s.last; ++i) {
      if (p_.tokens[i].kind == TokenKind::kNumber) {
        ++numbers;
      } else if (p_.Tagged(i, kFiniteTags | Bit(Tag::kMD) | Bit(Tag::kSYM)) ||
                 runs_.InDate(i) ||
                 (p_.tokens[i].kind == TokenKind::kWord &&
                  p_.tokens[i].size == 1)) {
        return false;
      }
    }
    return numbers >= 2 && numbers * 6 >= s.last - s.first;
  }

  // Whether a team stands here: its score behind it, or the other side.
  bool IsSide(const Sentence& s, uint32_t first, uint32_t last) const {
    auto versus = [&](uint32_t i) {
      return p_.IsWord(i, "v") || p_.IsWord(i, "vs") || p_.IsWord(i, "vs.");
    };
    if (last < s.last && versus(last)) return true;
    if (first > s.first && versus(first - 1)) return true;
    return results_ && last < s.last &&
           p_.tokens[last].kind == TokenKind::kNumber &&
           p_.str(last).find('.') == std::string_view::npos;
  }

  void Scan(const Sentence& sentence) {
    all_caps_ = InCapitals(p_, sentence);
    results_ = IsResults(sentence);
    runs_.Begin(all_caps_);
    known_.Begin(sentence.first, all_caps_);
    bool says_nothing = sentence.title_case || all_caps_;
    uint32_t i = sentence.first;
    while (i < sentence.last) {
      bool code =
          p_.Tagged(i, Bit(Tag::kSYM)) && p_.tokens[i].kind == TokenKind::kWord;
      if (p_.tokens[i].kind == TokenKind::kUrl || code) {
        ++i;
        continue;
      }
      // The "US" of "US$3 million".
      if (i + 1 < sentence.last && !p_.tokens[i + 1].is(kSpaceBefore) &&
          p_.Has(i + 1, W::k_currency_symbol)) {
        ++i;
        continue;
      }
      uint32_t fund = says_nothing ? 0 : runs_.FundEnd(i, sentence.last);
      if (fund > 0) {
        Push(sentence, i, fund, {}, false);
        names_.back().shape[static_cast<int>(EntityType::kInstrument)] +=
            kKnownPoints;
        i = fund;
        continue;
      }
      if (runs_.InDate(i)) {  // "20th Century Fox" is more than its century
        KnownMatch known = known_.Find(i, sentence.last);
        bool longer = known.last && !runs_.InDate(known.last - 1);
        i = longer ? TakeKnown(sentence, i, known, says_nothing) : i + 1;
        continue;
      }
      if (IsTicker(sentence, i)) {
        // "(REGN.O)" is one ticker.
        uint32_t last = i + 1;
        if (last + 1 < sentence.last && p_.Is(last, ".") &&
            !p_.tokens[last].is(kSpaceBefore) &&
            !p_.tokens[last + 1].is(kSpaceBefore) &&
            p_.tokens[last + 1].is(kCapital)) {
          last += 2;
        }
        uint32_t open = p_.Is(i - 1, ":") ? i - 3 : i - 1;
        int of = NamedBefore(open);
        KnownMatch own = known_.Find(i, i + 1);
        Push(sentence, i, last, own.entries, false);
        names_.back().alias_of = of;
        i = last;
        continue;
      }
      KnownMatch known = known_.Find(i, sentence.last);
      if (known.last && known.entries.empty()) {
        i = known.last;
        continue;
      }
      if (known.last) {
        i = TakeKnown(sentence, i, known, says_nothing);
        continue;
      }
      // A letter alone is no name: "B and D shares".
      bool letter =
          (p_.tokens[i].size == 1 ||
           (p_.tokens[i].size == 2 && p_.tokens[i].is(kDotted))) &&
          !(i + 1 < sentence.last && runs_.Capital(i + 1)) &&
          !(i + 2 < sentence.last && p_.Is(i + 1, "&") && runs_.Capital(i + 2));
      if (!runs_.Capital(i) || runs_.Plain(i) || letter) {
        ++i;
        continue;
      }
      // Every step goes on, whatever the run was.
      i = std::max(i + 1, TakeRun(sentence, i, says_nothing));
    }
  }

  // The "ACM" of "Acme Corp. (NYSE: ACM)", "Acme (ACM)", "ACME <ACM>".
  bool IsTicker(const Sentence& sentence, uint32_t i) const {
    const Token& token = p_.tokens[i];
    bool shape = token.kind == TokenKind::kWord && token.size <= 7 &&
                 (token.is(kAllCaps) || token.size == 1);
    if (!shape || names_.empty() || i < sentence.first + 2) return false;
    uint32_t open = i - 1;
    if (p_.Is(open, ":") && open > sentence.first + 1) {
      open -= 2;
      if (p_.Is(open, ":") || open <= sentence.first) return false;
    }
    bool bracket = p_.Is(open, "(") || p_.Is(open, "<") || p_.Is(open, "[");
    if (!bracket) return false;
    return NamedBefore(open) >= 0;
  }

  // The "QLL" of "Quill Homes QLL rose": letters that no list and no language
  // has, between a name and its verb.
  // `index`: the name is one, so that letters of the language do too.
  bool IsBareTicker(const Sentence& sentence, uint32_t name, uint32_t i,
                    bool index = false) const {
    const Token& token = p_.tokens[i];
    bool letters = token.kind == TokenKind::kWord && token.is(kAllCaps) &&
                   token.size >= 2 && token.size <= 5 && i > name &&
                   !p_.tokens[i - 1].is(kAllCaps);
    if (!letters || all_caps_ || i + 1 >= sentence.last) return false;
    bool part = p_.Has(i, W::k_legal_suffix) || p_.Has(i, W::k_name_tail);
    bool unknown = index || token.word == 0 || (p_.word(i).tags == 0 && !part);
    return unknown && known_.Find(i, sentence.last).last == 0 &&
           p_.Tagged(i + 1, kFiniteTags | Bit(Tag::kMD) | Bit(Tag::kVBG) |
                                Bit(Tag::kVBN));
  }

  // The name that ends right before the bracket at `open`; -1: none. The
  // exchange inside the bracket may be a name of its own.
  int NamedBefore(uint32_t open) const {
    int at = static_cast<int>(names_.size()) - 1;
    if (at >= 0 && names_[at].first > open) --at;
    return at >= 0 && names_[at].last == open ? at : -1;
  }

  void Push(const Sentence& sentence, uint32_t first, uint32_t last,
            const std::vector<uint32_t>& entries, bool doubtful) {
    bool plus = !entries.empty() && p_.Is(last - 1, "+");  // "Disney+"
    while (last > first && p_.tokens[last - 1].kind == TokenKind::kMark &&
           !plus) {
      --last;
    }
    if (last <= first) return;
    if (last == first + 1 && entries.empty() && p_.CountsMany(first)) return;
    NameMatch name;
    name.first = first;
    name.last = last;
    name.doubtful = doubtful;
    name.capitals = all_caps_;
    name.entries = entries;
    for (uint32_t entry : entries) {
      auto type = static_cast<int>(known_.Facts(entry).type);
      name.shape[type] = std::max(name.shape[type], kKnownPoints);
      if (name.entry == kNoEntry) name.entry = entry;
    }
    AddShape(p_, name);
    AddContext(p_, sentence, name);
    if (IsSide(sentence, first, last)) {
      name.points[static_cast<int>(EntityType::kOrganization)] += 4;
    }
    names_.push_back(name);
  }

  // A word that is common in small letters, at the start of a sentence.
  bool DoubtfulStart(const Sentence& sentence, uint32_t i) const {
    bool start = i == sentence.first ||
                 (i == sentence.first + 1 && !p_.tokens[i - 1].is(kCapital) &&
                  p_.tokens[i - 1].kind == TokenKind::kMark) ||
                 (i > sentence.first && IsOpenQuote(p_.str(i - 1))) ||
                 (i > sentence.first && p_.Is(i - 1, ":"));
    if (!start) return false;
    const model::Word& word = p_.word(i);
    if (p_.tokens[i].word == 0 || word.tags == 0) return false;
    if (p_.tokens[i].is(kMixedCase) || p_.tokens[i].is(kAllCaps)) return false;
    // A singular noun, a verb or an adjective that a finite verb or "'s"
    // follows without an article is a name: "Oracle said", "Target's", "Nestle
    // still plans", "Anthropic raised".
    bool noun = In(word.preferred, Bit(Tag::kNN) | Bit(Tag::kJJ));
    bool listed = word.starts_phrase || known_.Listed(i, i + 1).last > 0;
    uint32_t next = i + 1;
    while (next < sentence.last &&
           (p_.Tagged(next, Bit(Tag::kRB)) || p_.Has(next, W::k_day_word))) {
      ++next;
    }
    constexpr uint32_t kActs =
        Bit(Tag::kVBD) | Bit(Tag::kVBZ) | Bit(Tag::kPOS) | Bit(Tag::kMD);
    bool verb = In(word.preferred, kVerbTags) && !p_.Has(i, W::k_be) &&
                !p_.Has(i, W::k_have) && !p_.Has(i, W::k_do_verb);
    bool acts = next < sentence.last && p_.Tagged(next, kActs);
    // "Apple to buy".
    bool will = next + 1 < sentence.last && p_.Tagged(next, Bit(Tag::kTO)) &&
                p_.Tagged(next + 1, Bit(Tag::kVB));
    // "Target chief executive Brian Cornell".
    auto title = p_.Match(next, W::k_title, sentence.last);
    bool titled = next == i + 1 && title.length > 0 &&
                  !p_.LemmaHas(next, W::k_nominal_company) &&
                  next + title.length < sentence.last &&
                  p_.tokens[next + title.length].is(kCapital);
    // "Cruise operator Carnival".
    bool kind = noun && next == i + 1 && next + 1 < sentence.last &&
                p_.LemmaHas(next, W::k_nominal_company) &&
                !p_.tokens[next].is(kCapital) &&
                p_.tokens[next + 1].is(kCapital);
    if (kind) return true;
    // "Boots plans", "Boots said": no boots do.
    bool plural = word.preferred == Tag::kNNS && next < sentence.last &&
                  (p_.Tagged(next, Bit(Tag::kVBZ)) || p_.IsWord(next, "said"));
    if (plural && listed) return false;
    if ((noun || verb) && listed && (acts || will || titled)) return false;
    if (noun && listed && NamedBeside(sentence, i)) return false;
    // "Apple (AAPL)".
    bool ticker = listed && i + 2 < sentence.last && p_.Is(i + 1, "(") &&
                  p_.tokens[i + 2].is(kAllCaps);
    if (ticker) return false;
    // "Apple AAPL rose".
    KnownMatch known = known_.Find(i, sentence.last);
    bool symbol = known.last == i + 1 && !known.entries.empty() &&
                  HasTicker(sentence, i, known.last, known);
    // "Philips": more than one Philip, to a dictionary.
    bool many =
        word.preferred == Tag::kNNS && p_.lexicon->word(word.lemma).proper;
    return !symbol && !word.proper && !many;
  }

  // "Amazon and iRobot merged", "Apple, which", "Gap shares": what is joined
  // to a noun without an article, or speaks of it, names it.
  bool NamedBeside(const Sentence& sentence, uint32_t i) const {
    uint32_t next = i + 1;
    if (next + 1 >= sentence.last || !IsTraded(i, next)) return false;
    bool comma = p_.Is(next, ",");
    if (comma && p_.Tagged(next + 1, Bit(Tag::kWDT))) return true;
    bool joined = comma || p_.IsWord(next, "and") || p_.IsWord(next, "&");
    bool strange = runs_.Capital(next + 1) && runs_.NameLike(next + 1);
    if (joined) return (strange && !comma) || IsTraded(next + 1, sentence.last);
    return p_.LemmaHas(next, W::k_security) && !p_.tokens[next].is(kCapital);
  }

  // Whether a known company or instrument begins at `i`.
  bool IsTraded(uint32_t i, uint32_t limit) const {
    KnownMatch known = known_.Find(i, limit);
    if (known.last == 0 || known.entries.empty()) return false;
    EntityType type = known_.Facts(known.entries[0]).type;
    return type == EntityType::kCompany || type == EntityType::kInstrument;
  }

  uint32_t TakeKnown(const Sentence& sentence, uint32_t i,
                     const KnownMatch& known, bool says_nothing) {
    uint32_t last = known.last;
    EntityType type = known_.Facts(known.entries[0]).type;
    if (type == EntityType::kProduct &&
        (runs_.IsVersion(last, sentence.last) ||
         runs_.IsModelLetter(last, sentence.last))) {
      Push(sentence, i, last + 1, {}, false);
      names_.back().points[static_cast<int>(type)] += kKnownPoints;
      return last + 1;
    }
    bool single = last == i + 1;
    bool doubtful =
        single && (says_nothing ? p_.word(i).tags != 0 && !p_.word(i).proper
                                : DoubtfulStart(sentence, i));
    uint32_t run = says_nothing ? last : runs_.RunEnd(i, sentence.last);
    if (!runs_.Capital(i) && !p_.tokens[i].is(kMixedCase)) run = last;
    // Legal suffixes belong to the name: "Goldman Sachs Group Inc."
    if (type == EntityType::kCompany) {
      uint32_t more = last;
      while (more < sentence.last && runs_.Capital(more) &&
             p_.Has(more, W::k_legal_suffix) && !p_.Has(more, W::k_arm) &&
             !(says_nothing &&
               In(p_.word(more).preferred, kVerbTags | Bit(Tag::kJJ)))) {
        ++more;
      }
      bool comma = more == last && last + 1 < sentence.last &&
                   p_.Is(last, ",") && p_.Has(last + 1, W::k_legal_strong) &&
                   runs_.Capital(last + 1);
      if (comma) more = last + 2;  // "Amazon.com, Inc."
      if (more > last && (more >= run || p_.Has(more - 1, W::k_legal_strong))) {
        Push(sentence, i, more, known.entries, false);
        return HasTicker(sentence, i, more, known) ? AddTicker(sentence, more)
                                                   : more;
      }
    }
    if (HasTicker(sentence, i, last, known)) {
      Push(sentence, i, last, known.entries, doubtful);
      return AddTicker(sentence, last);
    }
    if (run <= last) {
      Push(sentence, i, last, known.entries, doubtful);
      return last;
    }
    // "the U.S. Environmental Protection Agency": the agency of that country.
    KnownMatch body = known_.Find(last, run);
    if (type == EntityType::kPlace && known_.IsBodyOf(known, body)) {
      Push(sentence, i, body.last, body.entries, false);
      return body.last;
    }
    bool listed = type == EntityType::kCompany && runs_.BeforeTicker(i, run);
    if (listed || known_.Opens(i, last, run, type)) {
      return TakeRun(sentence, i, says_nothing, last);
    }
    Push(sentence, i, last, known.entries, doubtful);
    return last;
  }

  // "Quill X rose": whether its ticker stands behind the known name.
  bool HasTicker(const Sentence& sentence, uint32_t first, uint32_t last,
                 const KnownMatch& known) const {
    if (last >= sentence.last || !p_.tokens[last].is(kCapital)) return false;
    auto facts = known_.Facts(known.entries[0]);
    return facts.symbol == p_.str(last) ||
           IsBareTicker(sentence, first, last,
                        facts.type == EntityType::kInstrument);
  }

  // Adds the ticker at `i`, of the name that was added last; the token behind.
  uint32_t AddTicker(const Sentence& sentence, uint32_t i) {
    int of = static_cast<int>(names_.size()) - 1;
    Push(sentence, i, i + 1, {}, false);
    names_.back().alias_of = of;
    return i + 1;
  }

  // A run of capitals; the gazetteer knows what stands before `known`.
  uint32_t TakeRun(const Sentence& sentence, uint32_t i, bool says_nothing,
                   uint32_t known = 0) {
    uint32_t end = runs_.RunEnd(i, sentence.last);
    if (says_nothing) {
      // In a heading of capitals a run is no evidence, unless a strong suffix
      // ends it or its words are none of the language; take the word alone
      // and let the article decide.
      if (uint32_t suffix = runs_.CompanyEnd(i, end)) {
        Push(sentence, i, suffix, {}, false);
        return suffix;
      }
      uint32_t last = runs_.HeadlineEnd(i, end);
      bool strange = true;
      for (uint32_t k = i; k < last; ++k) {
        strange = strange && (runs_.NameLike(k) || p_.Has(k, W::k_first_name));
      }
      Push(sentence, i, last, {}, !strange);
      return last;
    }
    uint32_t first = i;
    // "Chipmaker Nortiv said": the kind of firm that opens the sentence.
    bool kind = first == sentence.first && first + 1 < end &&
                p_.LemmaHas(first, W::k_nominal_company) &&
                !p_.Has(first, W::k_legal_suffix) &&
                !p_.Has(first, W::k_name_field) && NamesFirm(first + 1, end);
    if (kind) ++first;
    // A common word at the start of the sentence is no part of the name.
    bool arm = known > i && p_.Has(end - 1, W::k_arm);  // "Ford Credit"
    while (!arm && first < end && DoubtfulStart(sentence, first) &&
           !StartsName(first, end)) {
      if (end == first + 1) {
        Push(sentence, first, end, {}, true);
        return end;
      }
      ++first;
      break;
    }
    // "3D Systems": a number touches the first word.
    bool number = first == i && first > sentence.first && end > first + 1 &&
                  p_.tokens[first - 1].kind == TokenKind::kNumber &&
                  !p_.tokens[first].is(kSpaceBefore) &&
                  runs_.SplitAt(first - 1, runs_.SuffixEnd(first, end)) > first;
    if (number) --first;
    uint32_t title_first = first;
    uint32_t body = runs_.SkipTitles(first, end);
    // A title alone is no name, nor is "Secretary of Labor".
    if (body >= end || (body > first && p_.IsWord(body, "of"))) return end;
    // "the European STOXX 600": a demonym before a known index.
    if (p_.Has(body, W::k_demonym) && known_.NamesIndex(body + 1))
      return body + 1;
    // A demonym before a title or another name: "Kenyan President Moi", "South
    // Korean stores".
    bool polite = body > title_first && p_.Has(body - 1, W::k_honorific);
    bool people = p_.Match(body, W::k_demonym, end).length == end - body;
    // "Central bank of Norway": two words of the language.
    bool phrase =
        end == body + 1 && p_.Match(body, W::k_authority, body + 2).length == 2;
    // "its Board of Directors": of whoever has it.
    bool organ = p_.Match(body, W::k_organ, end).length == end - body;
    if ((people && !polite) || phrase || organ) return end;
    uint32_t cut = runs_.SplitAt(body, runs_.SuffixEnd(body, end));
    bool ticker = cut > body + 1 && IsBareTicker(sentence, body, cut - 1);
    if (ticker) --cut;
    Push(sentence, body, cut, {}, false);
    if (ticker) return AddTicker(sentence, cut);
    if (!names_.empty() && body > title_first) {
      NameMatch& name = names_.back();
      name.title_first = title_first;
      name.title_last = body;
      name.points[static_cast<int>(EntityType::kPerson)] += 5;
    }
    return cut;
  }

  // Whether the words [first, end) may be a firm's whole name.
  bool NamesFirm(uint32_t first, uint32_t end) const {
    bool heads = end > first + 1 && (p_.Has(end - 1, W::k_org_head) ||
                                     p_.Has(end - 1, W::k_legal_suffix));
    return heads || runs_.NameLike(first) || known_.Find(first, end).last > 0;
  }

  // Whether a common word at a sentence's start belongs to the name after
  // it: "General Motors Corp.", "Mark Smith".
  bool StartsName(uint32_t first, uint32_t end) const {
    if (end == first + 1) return false;
    if (p_.Has(end - 1, W::k_legal_strong)) return true;
    if (p_.Has(first, W::k_title) || p_.Has(first, W::k_honorific)) return true;
    if (p_.Has(first, W::k_first_name) || p_.Has(first, W::k_demonym) ||
        p_.Has(first, W::k_compass)) {
      return true;
    }
    bool noun = In(p_.word(first).preferred, kNounTags);
    if (p_.Has(end - 1, W::k_org_head) || p_.Has(end - 1, W::k_legal_suffix)) {
      return noun || p_.word(first).preferred == Tag::kJJ ||
             (end == first + 2 &&
              In(p_.word(first).preferred, Bit(Tag::kVB) | Bit(Tag::kVBP)));
    }
    // "Quill Robotics": two capitals in a row, unless the first word says
    // what the second is ("Chipmaker Intel") or the second is known.
    return noun && p_.word(first).preferred == Tag::kNN &&
           !p_.Has(first, W::k_nominal_company) &&
           !p_.Has(first, W::k_nominal_person) &&
           !p_.Has(first + 1, W::k_first_name) &&
           known_.Find(first + 1, end).last == 0;
  }

  const Passage& p_;
  RunReader runs_;
  KnownNames known_;
  bool all_caps_ = false;
  bool results_ = false;  // the sentence is a line of results
  std::vector<NameMatch> names_;
};

}  // namespace

std::vector<NameMatch> FindNames(const Passage& passage,
                                 const std::vector<DateMatch>& dates,
                                 const NameOptions& options) {
  return NameFinder(passage, dates, options).Run();
}

}  // namespace newsdigest
