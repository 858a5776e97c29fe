// Direct quotations: the words between marks, and who said them.
#include <algorithm>

#include "claims/claims.h"

namespace newsdigest {
namespace {

using W = WordClass;

constexpr uint32_t kMostTokens = 400;  // of one quotation
constexpr uint32_t kScareWords = 4;    // up to this many are no quotation
constexpr uint32_t kAttribution = 30;  // tokens between pieces of one quotation

struct Marks {
  uint32_t open = 0, close = 0;  // tokens of the marks
};

class QuoteFinder {
 public:
  explicit QuoteFinder(Story& story)
      : p_(story.passage), table_(story.entities) {}

  std::vector<Quote> Run() {
    for (const Sentence& sentence : p_.sentences) {
      if (sentence.tail) continue;
      if (block_ != sentence.block) {
        EndBlock();
        block_ = sentence.block;
        first_ = sentence.first;
      }
      last_ = sentence.last;
    }
    EndBlock();
    return std::move(quotes_);
  }

 private:
  struct Speaker {
    Party party;
    std::string cue;
    bool found = false;
  };

  void EndBlock() {
    if (last_ <= first_) return;
    std::vector<Marks> pairs = Pairs();
    Speaker carried;
    for (size_t i = 0; i < pairs.size(); ++i) {
      AddQuote(pairs, i, carried);
    }
    first_ = last_;
  }

  // Opening and closing marks of the block. A quotation that runs on into
  // the next paragraph ends with its own.
  std::vector<Marks> Pairs() const {
    std::vector<Marks> pairs;
    uint32_t open = 0;
    bool inside = false;
    for (uint32_t i = first_; i < last_; ++i) {
      if (p_.tokens[i].kind != TokenKind::kMark) continue;
      std::string_view mark = p_.str(i);
      bool straight = mark == "\"";
      bool opens = mark == "“" || mark == "``" || (straight && !inside);
      bool closes = mark == "”" || mark == "''" || (straight && inside);
      if (closes && inside) {
        pairs.push_back({open, i});
        inside = false;
      } else if (opens) {
        open = i;
        inside = true;
      }
    }
    if (inside && last_ - open > 4 && last_ - open < kMostTokens) {
      pairs.push_back({open, last_});
    }
    return pairs;
  }

  void AddQuote(const std::vector<Marks>& pairs, size_t index,
                Speaker& carried) {
    const Marks& marks = pairs[index];
    uint32_t from = marks.open + 1;
    uint32_t to = marks.close;
    while (to > from && p_.Is(to - 1, ",")) --to;
    if (to <= from || to - from > kMostTokens) return;
    uint32_t words = 0;
    for (uint32_t i = from; i < to; ++i) {
      words += p_.tokens[i].kind == TokenKind::kWord;
    }
    uint32_t left = index > 0 ? pairs[index - 1].close + 1 : first_;
    uint32_t right = index + 1 < pairs.size() ? pairs[index + 1].open : last_;
    Speaker speaker = After(marks.close + 1, right);
    if (!speaker.found) speaker = BeforeQuote(left, marks.open, true);
    bool document = false;
    if (!speaker.found) {
      speaker = FromDocument(left, marks.open);
      document = speaker.found;
    }
    if (!speaker.found) speaker = BeforeQuote(left, marks.open, false);
    bool goes_on = !speaker.found && index > 0 && carried.found &&
                   marks.open < pairs[index - 1].close + kAttribution;
    if (goes_on) speaker = carried;
    if (words == 0) return;
    if (goes_on && Joins(pairs[index - 1], marks)) {
      Extend(p_.span(from, to));
      return;
    }
    if (words <= kScareWords && !Speech(marks, from) && !document) return;
    if (IsTitle(from, to)) return;
    Quote quote;
    quote.span = p_.span(from, to);
    if (speaker.found) {
      quote.speaker = speaker.party;
      quote.cue = speaker.cue;
      carried = speaker;
      last_speaker_ = speaker;
    } else if (words > kScareWords && index == 0 && last_speaker_.found &&
               marks.open == first_) {
      // A paragraph that opens with a quotation goes on with the speaker.
      quote.speaker = last_speaker_.party;
    }
    quotes_.push_back(std::move(quote));
  }

  // Whether the words are speech rather than a word set off: they begin with a
  // capital, or a mark of the sentence stands inside.
  bool Speech(const Marks& marks, uint32_t from) const {
    uint32_t before = marks.close - 1;
    return p_.tokens[from].is(kCapital) &&
           (p_.Is(before, ",") || p_.Is(before, ".") || p_.Is(before, "?") ||
            p_.Is(before, "!"));
  }

  // "State of the Union": every word that counts has a capital.
  bool IsTitle(uint32_t from, uint32_t to) const {
    uint32_t capitals = 0;
    for (uint32_t i = from; i < to; ++i) {
      if (p_.tokens[i].kind == TokenKind::kMark) {
        if (p_.Is(i, ".") || p_.Is(i, "?") || p_.Is(i, "!")) return false;
        continue;
      }
      bool small = p_.Tagged(
          i, Bit(Tag::kIN) | Bit(Tag::kDT) | Bit(Tag::kCC) | Bit(Tag::kTO));
      if (p_.tokens[i].is(kCapital)) {
        ++capitals;
      } else if (!small) {
        return false;
      }
    }
    return capitals > 1;
  }

  // "A," she said. "B.": the two pieces are one quotation.
  bool Joins(const Marks& before, const Marks& marks) const {
    bool open = p_.Is(before.close - 1, ",") || p_.Is(before.close - 1, "?") ||
                p_.Is(before.close - 1, "!");
    bool begins = p_.Is(marks.open - 1, ".") || p_.Is(marks.open - 1, ",") ||
                  p_.Is(marks.open - 1, ":");
    return open && begins && !quotes_.empty() &&
           quotes_.back().span.end <= p_.tokens[before.close].start;
  }

  void Extend(Span piece) {
    Quote& quote = quotes_.back();
    if (quote.parts.empty()) quote.parts.push_back(quote.span);
    quote.parts.push_back(piece);
    quote.span.end = piece.end;
  }

  bool Says(uint32_t i) const {
    return p_.VerbHas(i, W::k_say) && p_.Tagged(i, kVerbTags);
  }

  Speaker FromMention(uint32_t token, uint32_t cue) const {
    Speaker out;
    int mention = table_.at[token];
    if (mention < 0) return out;
    const MentionMatch& match = table_.mentions[mention];
    const EntityInfo& info = table_.entities[match.entity];
    bool speaks = info.type == EntityType::kPerson ||
                  info.type == EntityType::kCompany ||
                  info.type == EntityType::kOrganization ||
                  info.type == EntityType::kPlace;
    if (!speaks) return out;
    out.party = {info.name, match.entity, p_.span(match.first, match.last)};
    out.cue = p_.str(cue);
    out.found = true;
    return out;
  }

  // The person that "he" or "she" stands for: the last one named before.
  Speaker FromPronoun(uint32_t token, uint32_t cue) const {
    bool person = p_.IsWord(token, "he") || p_.IsWord(token, "she");
    if (!person) return {};
    for (uint32_t i = token; i > 0 && i + 400 > token; --i) {
      int mention = table_.at[i - 1];
      if (mention < 0) continue;
      int entity = table_.mentions[mention].entity;
      if (table_.entities[entity].type != EntityType::kPerson) continue;
      Speaker out;
      out.party = {table_.entities[entity].name, entity,
                   p_.tokens[token].span()};
      out.cue = p_.str(cue);
      out.found = true;
      return out;
    }
    return {};
  }

  // A speaker that is no name: "a spokesman", "the company".
  Speaker FromNouns(uint32_t first, uint32_t last, uint32_t cue) const {
    uint32_t head = last;
    for (uint32_t i = first; i < last; ++i) {
      if (p_.Tagged(i, kNounTags)) head = i;
      if (p_.Tagged(i, Bit(Tag::kIN)) && head < last) break;
    }
    if (head >= last) return {};
    Speaker out;
    Span span = p_.span(first, head + 1);
    out.party = {std::string(p_.str(span)), -1, span};
    out.cue = p_.str(cue);
    out.found = true;
    return out;
  }

  // `..., X said`, `... said X`, within a few words after the quotation.
  Speaker After(uint32_t from, uint32_t limit) const {
    uint32_t end = std::min(limit, from + 16);
    uint32_t cue = end;
    for (uint32_t i = from; i < end; ++i) {
      if (Says(i)) {
        cue = i;
        break;
      }
      if (p_.Is(i, ".") || p_.Is(i, ";")) return {};
    }
    if (cue == end) return {};
    for (uint32_t i = from; i < cue; ++i) {
      if (Speaker s = FromMention(i, cue); s.found) return s;
      if (Speaker s = FromPronoun(i, cue); s.found) return s;
    }
    bool verb_first = true;
    for (uint32_t i = from; i < cue; ++i) {
      verb_first = verb_first && !p_.Tagged(i, kNounTags);
    }
    if (!verb_first) {
      uint32_t start = from;
      while (start < cue && p_.tokens[start].kind == TokenKind::kMark) {
        ++start;
      }
      return FromNouns(start, cue, cue);
    }
    uint32_t reach = std::min(limit, cue + 12);
    uint32_t i = cue + 1;
    for (; i < reach; ++i) {
      if (Speaker s = FromMention(i, cue); s.found) return s;
      if (Speaker s = FromPronoun(i, cue); s.found) return s;
      if (p_.Is(i, ",") || p_.Is(i, ".") || p_.Tagged(i, kFiniteTags)) break;
    }
    return FromNouns(cue + 1, i, cue);
  }

  // A memo, filing or letter that the sentence speaks of: whose it is, told
  // here ("Acme sent a memo") or where the document was named before.
  Speaker FromDocument(uint32_t limit, uint32_t open) {
    uint32_t start = open;
    while (start > limit && !p_.Is(start - 1, ".")) --start;
    Speaker named;
    for (uint32_t i = start; i < open; ++i) {
      if (!named.found) named = FromMention(i, i);
      if (!p_.LemmaHas(i, W::k_document) || !p_.Tagged(i, kNounTags)) {
        continue;
      }
      if (named.found) {
        document_ = named;
      } else if (document_.found) {
        named = document_;
        named.party.span = p_.tokens[i].span();
      }
      named.cue = p_.str(i);
      return named;
    }
    return {};
  }

  // `X said, "..."`, `according to X, "..."`, `X called it "..."`.
  // `finite`: by a finite verb only, not "describing it as".
  Speaker BeforeQuote(uint32_t limit, uint32_t open, bool finite) const {
    uint32_t start = open > limit + 25 ? open - 25 : limit;
    uint32_t cue = 0;
    bool found = false;
    for (uint32_t i = open; i > start; --i) {
      if (p_.Is(i - 1, ".") || p_.Is(i - 1, ";")) break;
      if (Says(i - 1) && (!finite || p_.Tagged(i - 1, kFiniteTags))) {
        cue = i - 1;
        found = true;
        break;
      }
    }
    if (!found) return {};
    uint32_t first = cue > limit + 25 ? cue - 25 : limit;
    // The sentence's own words before the cue; the nearest name leads.
    uint32_t from = cue;
    while (from > first && !p_.Is(from - 1, ".") && !p_.Is(from - 1, ";")) {
      --from;
    }
    for (uint32_t i = cue; i > from; --i) {
      if (Speaker s = FromPronoun(i - 1, cue); s.found) return s;
      if (Speaker s = FromMention(i - 1, cue); s.found) return s;
    }
    for (uint32_t i = cue + 1; i < open; ++i) {
      if (Speaker s = FromMention(i, cue); s.found) return s;
    }
    return FromNouns(from, cue, cue);
  }

  const Passage& p_;
  const EntityTable& table_;
  int block_ = -1;
  uint32_t first_ = 0, last_ = 0;
  Speaker last_speaker_;
  Speaker document_;  // whose document the article spoke of last
  std::vector<Quote> quotes_;
};

}  // namespace

std::vector<Quote> FindQuotes(Story& story) { return QuoteFinder(story).Run(); }

}  // namespace newsdigest
