#include "figures/number.h"

#include <algorithm>

#include "figures/digits.h"

namespace newsdigest {
namespace {

constexpr uint32_t kMostTokens = 48;  // of one number

}  // namespace

std::optional<int> ScaleAt(const Passage& passage, uint32_t i,
                           bool letters_too) {
  if (i >= passage.size() || !passage.Has(i, WordClass::k_scale)) return {};
  if (passage.tokens[i].size == 1 ||
      passage.tokens[i].kind == TokenKind::kMark) {
    if (!letters_too) return {};
  }
  return passage.Value(i, WordClass::k_scale, 0);
}

namespace {

using W = WordClass;

class NumberReader {
 public:
  NumberReader(const Passage& passage, uint32_t limit)
      : p_(passage), limit_(std::min(limit, passage.size())) {}

  NumberMatch Read(uint32_t i) {
    if (i >= limit_) return {};
    if (p_.tokens[i].kind == TokenKind::kNumber) return Digits(i);
    if (p_.tokens[i].kind != TokenKind::kWord) return {};
    if (NumberMatch match = Vague(i); match.last) return match;
    if (NumberMatch match = PartOfScale(i); match.last) return match;
    if (IsArticle(i)) return Article(i);
    return Cardinal(i);
  }

 private:
  bool Adjacent(uint32_t i) const {
    return i < limit_ && !p_.tokens[i].is(kSpaceBefore);
  }
  // After a hyphen at `i`, or `i` itself.
  uint32_t Joined(uint32_t i) const {
    return Adjacent(i) && p_.Is(i, "-") ? i + 1 : i;
  }
  bool IsArticle(uint32_t i) const {
    return p_.IsWord(i, "a") || p_.IsWord(i, "an");
  }
  bool IsNumber(uint32_t i) const {
    return i < limit_ && p_.tokens[i].kind == TokenKind::kNumber;
  }
  std::optional<int> Scale(uint32_t i) const {
    return i < limit_ ? ScaleAt(p_, i, false) : std::nullopt;
  }

  // "1/8" at `i`: three tokens.
  std::optional<Decimal> Slash(uint32_t i) const {
    bool slash = IsNumber(i) && IsNumber(i + 2) && Adjacent(i + 1) &&
                 Adjacent(i + 2) && (p_.Is(i + 1, "/") || p_.Is(i + 1, "⁄"));
    if (!slash) return {};
    auto over = ParseDigits(p_.str(i));
    auto under = ParseDigits(p_.str(i + 2));
    if (!over || !under || under->exponent != 0 || over->exponent != 0) {
      return {};
    }
    // Parts by two and by ten, thirds, fifths: "9/11" and "24/7" are none.
    int64_t rest = under->digits;
    for (int64_t by : {2, 5, 3}) {
      while (rest % by == 0 && rest > 0) rest /= by;
    }
    if (rest != 1 || under->digits < 2 || over->digits >= under->digits) {
      return {};
    }
    return Divided(*over, under->digits);
  }

  NumberMatch Digits(uint32_t i) {
    if (auto fraction = Slash(i)) {
      NumberMatch match{i + 3, *fraction};
      match.part = true;
      if (Adjacent(i + 3) && p_.Has(i + 3, W::k_ordinal_suffix)) ++match.last;
      return match;
    }
    NumberMatch match = Grouped(i);
    if (match.last == 0) return {};
    // "5 1/8", "5-1/8", "5 ½".
    uint32_t next = Joined(match.last);
    if (auto fraction = Slash(next); fraction && match.value.exponent == 0) {
      match.value = Plus(match.value, *fraction);
      match.last = next + 3;
    } else if (IsNumber(match.last) && IsVulgarFraction(p_.str(match.last))) {
      match.value = Plus(match.value, *ParseDigits(p_.str(match.last)));
      ++match.last;
    }
    PowerOfTen(match);
    AndAHalf(match, 0);
    Scales(match);
    return match;
  }

  // "1.99×10^-30", "2 × 10−8".
  void PowerOfTen(NumberMatch& match) const {
    uint32_t at = match.last;
    if (!p_.Is(at, "×") || !p_.Is(at + 1, "10") || !Adjacent(at + 2)) return;
    at += p_.Is(at + 2, "^") ? 3 : 2;
    bool minus = p_.Is(at, "-") || p_.Is(at, "−") || p_.Is(at, "–");
    if (minus) ++at;
    if (!IsNumber(at) || p_.tokens[at].size > 2 || !Adjacent(at)) return;
    int power = static_cast<int>(ParseDigits(p_.str(at))->digits);
    match.value = Scaled(match.value, minus ? -power : power);
    match.last = at + 1;
  }

  // The digits of one number: a token, or groups that blanks or lone marks
  // part ("1 234 567"; "10 , 000" and "6 . 2 %" in tokenized text).
  NumberMatch Grouped(uint32_t i) const {
    std::string digits(p_.str(i));
    uint32_t last = i + 1;
    bool plain = digits.size() <= 3 &&
                 digits.find_first_not_of("0123456789") == digits.npos;
    bool money = i > 0 && (p_.Has(i - 1, W::k_currency_symbol) ||
                           p_.Has(i - 1, W::k_currency_code));
    uint32_t blanks = last;
    while (plain && IsNumber(blanks) && p_.tokens[blanks].size == 3 &&
           Digit(p_.str(blanks)) && BlankBefore(blanks, blanks > last)) {
      ++blanks;
    }
    bool wide =
        IsNumber(last) && p_.tokens[last].start - p_.tokens[i].end() > 1;
    if (blanks > last && (wide || money || blanks - last > 1)) {
      for (; last < blanks; ++last) digits += p_.str(last);
    }
    while (plain && Loose(last, ",") && p_.tokens[last + 1].size == 3) {
      digits += p_.str(last + 1);
      last += 2;
    }
    bool decimals =
        Loose(last, ".") && (money || Scale(last + 2) || p_.Is(last + 2, "%"));
    if (decimals && digits.find('.') == digits.npos) {
      digits += "." + std::string(p_.str(last + 1));
      last += 2;
    }
    auto value = ParseDigits(digits);
    if (!value) return {};
    return {last, *value};
  }

  static bool Digit(std::string_view text) {
    return text.find_first_not_of("0123456789") == text.npos;
  }
  // One blank between the tokens, of whatever width.
  bool BlankBefore(uint32_t i, bool any) const {
    uint32_t gap = p_.tokens[i].start - p_.tokens[i - 1].end();
    char c = p_.text[p_.tokens[i - 1].end()];
    return gap >= 1 && gap <= 3 && c != '\n' && c != '\t' &&
           (any || gap == 1 || c != ' ');
  }
  // A mark with blanks on both sides, digits after it.
  bool Loose(uint32_t i, std::string_view mark) const {
    return IsNumber(i + 1) && p_.Is(i, mark) && !Adjacent(i) &&
           !Adjacent(i + 1) && Digit(p_.str(i + 1));
  }

  // Scale words after the number, "-million" included.
  void Scales(NumberMatch& match) {
    for (int times = 0; times < 2; ++times) {
      uint32_t at = Joined(match.last);
      auto power = Scale(at);
      if (!power) {
        if (times == 0 && p_.Has(std::min(at, limit_ - 1), W::k_dozen) &&
            at < limit_) {
          match.value = Times(match.value, 12);
          match.last = at + 1;
          match.scaled = true;
        }
        return;
      }
      match.value = Scaled(match.value, *power);
      match.last = at + 1;
      match.scaled = true;
      AndAHalf(match, *power);
    }
  }

  // "and a half", "and a quarter", "and three quarters" of 10^power.
  void AndAHalf(NumberMatch& match, int power) const {
    uint32_t at = match.last;
    if (!p_.IsWord(at, "and") || at + 2 >= limit_) return;
    int over = IsArticle(at + 1) || p_.IsWord(at + 1, "one")
                   ? 1
                   : p_.Value(at + 1, W::k_number, 0);
    int under = p_.Value(at + 2, W::k_fraction, 0);
    if (over <= 0 || under <= over || under > 4) return;
    if (at + 3 < limit_ && p_.IsWord(at + 3, "of")) return;
    match.value = Plus(match.value, Scaled(Divided({over, 0}, under), power));
    match.last = at + 3;
  }

  // "thousands", "tens of thousands", "several hundred", "a few million": one
  // power of ten wide.
  NumberMatch Vague(uint32_t i) const {
    uint32_t at = IsArticle(i) ? i + 1 : i;
    NumberMatch match;
    int power = 0;
    if (at < limit_ && p_.Has(at, W::k_few)) {
      uint32_t next = at + 1;
      if (p_.IsWord(next, "of")) ++next;
      for (; Scale(next); ++next) power += *Scale(next);
      if (power == 0) return {};
      match.last = next;
      match.value = Scaled({p_.Value(at, W::k_few), 0}, power);
    } else if (at == i && p_.Has(at, W::k_vague_scale)) {
      power = p_.Value(at, W::k_vague_scale);
      match.last = at + 1;
      while (p_.IsWord(match.last, "of") && match.last + 1 < limit_ &&
             p_.Has(match.last + 1, W::k_vague_scale)) {
        power += p_.Value(match.last + 1, W::k_vague_scale);
        match.last += 2;
      }
      bool counts = match.last < limit_ && p_.IsWord(match.last, "of");
      if (!counts) return {};
      match.value = {1, power};
    } else {
      return {};
    }
    match.words = match.scaled = true;
    match.high = Decimal{1, power + 1};
    return match;
  }

  // "half a million", "a half-million", "a quarter of a million", "three
  // quarters of a billion", "half a dozen".
  NumberMatch PartOfScale(uint32_t i) const {
    uint32_t at = i;
    int over = 1;
    if (IsArticle(at) || p_.IsWord(at, "one")) {
      ++at;
    } else if (p_.Has(at, W::k_number) && !p_.Has(at, W::k_fraction)) {
      over = p_.Value(at, W::k_number);
      at = Joined(at + 1);
    }
    int under = at < limit_ ? p_.Value(at, W::k_fraction, 0) : 0;
    if (under <= over || under > 4) return {};
    at = Joined(at + 1);
    if (p_.IsWord(at, "of") && IsArticle(at + 1)) ++at;
    if (at < limit_ && IsArticle(at)) at = Joined(at + 1);
    if (at >= limit_) return {};
    NumberMatch match{at + 1, Divided({over, 0}, under)};
    match.words = match.scaled = true;
    if (auto power = Scale(at); power && !p_.Has(at, W::k_vague_scale)) {
      match.value = Scaled(match.value, *power);
    } else if (p_.Has(at, W::k_dozen)) {
      match.value = Normalized(Times(match.value, 12));
    } else {
      return {};
    }
    return match;
  }

  NumberMatch Article(uint32_t i) {
    NumberMatch match;
    match.words = match.article = true;
    if (i + 1 >= limit_) return {};
    auto power = Scale(i + 1);
    if (p_.Has(i + 1, W::k_dozen)) {
      match.value = {12, 0};
      match.last = i + 2;
      match.scaled = true;
    } else if (power && !p_.Has(i + 1, W::k_vague_scale)) {
      match.value = {1, 0};
      match.last = i + 1;
      Continue(match, 0);
    } else if (IsFraction(i + 1) || IsPart(i, i + 1)) {
      match.value = Divided({1, 0}, p_.Value(i + 1, W::k_fraction));
      match.last = i + 2;
      match.part = true;
    }
    return match.last ? match : NumberMatch{};
  }

  // A fraction word that is no ordinal here: "a third of", "a quarter point".
  bool IsFraction(uint32_t at) const {
    uint32_t next = Joined(at + 1);
    if (!p_.Has(at, W::k_fraction) || next >= limit_) return false;
    return p_.IsWord(next, "of") || p_.IsWord(next, "percentage") ||
           p_.IsWord(next, "point") || p_.IsWord(next, "percent");
  }

  // "fell by a third", "up by a fifth to", "by almost half".
  bool IsPart(uint32_t first, uint32_t at) const {
    if (first == 0 || !p_.Has(at, W::k_fraction)) return false;
    // "by more than a quarter".
    uint32_t by = first - 1;
    for (uint32_t k = by; k > 0 && k + 3 > first; --k) {
      if (p_.Match(k, W::k_modifier, first).length == first - k) by = k - 1;
    }
    if (!p_.IsWord(by, "by")) return false;
    // "by a third party".
    uint32_t next = at + 1;
    return next >= limit_ || p_.tokens[next].kind == TokenKind::kMark ||
           p_.Has(next, W::k_date_shift) || p_.Has(next, W::k_weekday) ||
           !p_.Tagged(next, kNounTags | Bit(Tag::kJJ) | Bit(Tag::kVBG) |
                                Bit(Tag::kCD) | Bit(Tag::kPOS));
  }

  NumberMatch Cardinal(uint32_t i) {
    if (!p_.Has(i, W::k_number)) {
      // "half of all", "half its", "half-point"; "half a mile".
      // "by quarter point".
      if (p_.IsWord(i, "quarter") && i + 1 < limit_ &&
          (p_.IsWord(i + 1, "point") || p_.IsWord(i + 1, "percentage"))) {
        NumberMatch match{i + 1, {25, -2}};
        match.words = match.part = match.article = true;
        return match;
      }
      if (!p_.IsWord(i, "half")) return {};
      bool of_unit =
          i + 2 < limit_ && IsArticle(i + 1) && p_.Has(i + 2, W::k_unit);
      bool point = IsArticle(i + 1) && p_.IsWord(i + 2, "percentage");
      bool owned = i + 1 < limit_ && p_.Tagged(i + 1, Bit(Tag::kPRPS));
      if (!of_unit && !point && !owned && !IsFraction(i) && !IsPart(i, i)) {
        return {};
      }
      NumberMatch match{of_unit || point ? i + 2 : i + 1, {5, -1}};
      match.words = match.part = match.article = true;
      return match;
    }
    NumberMatch match{i + 1, {p_.Value(i, W::k_number), 0}};
    match.words = true;
    // "two-thirds", "three quarters of", "one-tenth".
    uint32_t at = Joined(match.last);
    bool joined = at > match.last;
    // "two thirds", but "two quarters" of a year.
    bool plural = at < limit_ && p_.str(at).back() == 's' &&
                  !p_.LemmaHas(at, W::k_period_unit);
    if (at < limit_ && p_.Has(at, W::k_fraction) && match.value.digits < 20 &&
        (joined || plural || p_.IsWord(at + 1, "of"))) {
      int under = p_.Value(at, W::k_fraction);
      if (under > match.value.digits) {
        match.value = Divided(match.value, under);
        match.last = at + 1;
        match.part = true;
        return match;
      }
    }
    int64_t value = match.value.digits;
    Continue(match, value >= 20 && value % 10 == 0 ? 10 : 0);
    return match;
  }

  // Number and scale words from match.last on: "twenty-five", "two hundred
  // and ten thousand", "five point two million". match.value is the group
  // so far; what is added to it stays below `room`.
  void Continue(NumberMatch& match, int64_t room) {
    Decimal total;
    Decimal group = match.value;
    int last_power = 0;
    PointDigits(match, group);
    while (true) {
      uint32_t at = Joined(match.last);
      bool joined = at > match.last;
      if (at >= limit_) break;
      if (match.scaled && p_.IsWord(at, "and") && at + 1 < limit_ &&
          p_.Has(at + 1, W::k_number)) {
        ++at;
      }
      int64_t value = p_.Value(at, W::k_number, -1);
      if (value >= 0 && value < room) {
        group = Plus(group, {value, 0});
        room = value >= 20 && value % 10 == 0 ? 10 : 0;
        match.last = at + 1;
        PointDigits(match, group);
        continue;
      }
      if (p_.Has(at, W::k_dozen) && !joined) {
        group = Times(group, 12);
        match.last = at + 1;
        match.scaled = true;
        continue;
      }
      auto power = Scale(at);
      if (!power || p_.Has(at, W::k_cent) || p_.Has(at, W::k_vague_scale)) {
        break;
      }
      match.scaled = true;
      match.last = at + 1;
      if (*power == 2) {
        group = Scaled(group, 2);
        room = 100;
        continue;
      }
      if (group == Decimal{0, 0} || (last_power > 0 && *power > last_power)) {
        total = Scaled(Plus(total, group), *power);  // "a thousand billion"
      } else {
        total = Plus(total, Scaled(group, *power));
      }
      last_power = *power;
      group = {0, 0};
      room = 1000;
    }
    match.value = Normalized(Plus(total, group));
    AndAHalf(match, last_power);
    if (last_power == 0) Scales(match);
  }

  // "five point two": digits in words after the point.
  void PointDigits(NumberMatch& match, Decimal& group) const {
    uint32_t at = match.last;
    if (!p_.IsWord(at, "point")) return;
    int place = -1;
    for (++at; at < limit_; ++at, --place) {
      int digit = p_.Value(at, W::k_number, -1);
      if (digit < 0 || digit > 9 || place < -6) break;
      group = Plus(group, {digit, place});
      match.last = at + 1;
    }
  }

  const Passage& p_;
  uint32_t limit_;
};

}  // namespace

NumberMatch ReadNumber(const Passage& passage, uint32_t i, uint32_t limit) {
  return NumberReader(passage, std::min(limit, i + kMostTokens)).Read(i);
}

}  // namespace newsdigest
