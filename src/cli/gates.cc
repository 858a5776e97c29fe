#include "cli/gates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "figures/decimal.h"

namespace newsdigest::cli {
namespace {

constexpr std::array<std::string_view, 8> kNames = {
    "claims",   "articles", "errors", "warnings",
    "entities", "figures",  "dates",  "quotes"};
constexpr std::array<std::string_view, 5> kNumbers = {
    "amount", "change", "level", "from", "confidence"};
constexpr std::array<std::string_view, 7> kWords = {
    "subject", "object", "metric", "action", "status", "direction", "speaker"};

template <size_t N>
bool Among(const std::array<std::string_view, N>& list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool ToNumber(std::string_view text, double& number) {
  auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() &&
         std::isfinite(number);
}

double ValueOf(const Digest& digest, int figure) {
  if (figure < 0) return std::nan("");
  Figure f = AsClaimed(digest, figure);
  if (f.value) return ToDouble(*f.value);
  return f.low ? ToDouble(*f.low) : std::nan("");
}

std::string_view NameOf(const std::optional<Party>& party) {
  return party ? std::string_view(party->name) : std::string_view();
}

}  // namespace

std::optional<Gate> Gate::Parse(std::string_view text, std::string& error) {
  Gate gate;
  gate.text_ = Trimmed(text);
  std::string_view rest = gate.text_;
  auto fail = [&](std::string_view what) {
    size_t column = rest.data() - gate.text_.data() + 1;
    error = fmt::format("'{}': {} at column {}", gate.text_, what, column);
    return std::nullopt;
  };
  if (rest.starts_with("each ")) {
    gate.each_ = true;
    rest = Trimmed(rest.substr(5));
  }
  size_t end = rest.find_first_of("<>=!");
  if (end == rest.npos) return fail("no comparison (>= <= == != > <)");
  std::string_view left = Trimmed(rest.substr(0, end));
  size_t dot = left.find('.');
  gate.name_ = left.substr(0, dot);
  bool claims = gate.name_ == "claims";
  for (int i = 0; i < kClaimTypes; ++i) {
    if (gate.name_ == Name(static_cast<ClaimType>(i))) gate.type_ = i;
  }
  claims = claims || gate.type_ >= 0;
  if (!claims && !Among(kNames, gate.name_)) {
    return fail(fmt::format(
        "'{}' is no claim type (--list-types) and none of claims, articles, "
        "errors, warnings, entities, figures, dates, quotes",
        gate.name_));
  }
  if (dot != left.npos) {
    gate.field_ = left.substr(dot + 1);
    if (!claims) return fail("only claims have fields");
    std::string_view all = rest;
    rest = left.substr(dot + 1);
    if (!Among(kNumbers, gate.field_) && !Among(kWords, gate.field_)) {
      return fail(fmt::format(
          "'{}' is no field; there are amount, change, level, from, "
          "confidence, subject, object, metric, action, status, direction, "
          "speaker",
          gate.field_));
    }
    rest = all;
  }
  rest = rest.substr(end);
  constexpr std::pair<std::string_view, Op> kOps[] = {
      {">=", Op::kAtLeast},  {"<=", Op::kAtMost}, {"==", Op::kEqual},
      {"!=", Op::kNotEqual}, {">", Op::kMore},    {"<", Op::kLess}};
  size_t length = 0;
  for (const auto& [sign, op] : kOps) {
    if (length > 0 || !rest.starts_with(sign)) continue;
    gate.op_ = op;
    length = sign.size();
  }
  if (length == 0) return fail("expected >= <= == != > or <");
  bool words = Among(kWords, gate.field_);
  if (words && gate.op_ != Op::kEqual && gate.op_ != Op::kNotEqual) {
    return fail("words are compared by == and !=");
  }
  rest = Trimmed(rest.substr(length));
  if (rest.empty()) return fail("nothing to compare with");
  gate.words_ = rest;
  if (!words && !ToNumber(rest, gate.number_)) {
    return fail(fmt::format("'{}' is no number", rest));
  }
  return gate;
}

bool Gate::Compare(double have) const {
  if (std::isnan(have)) return false;
  switch (op_) {
    case Op::kAtLeast:
      return have >= number_;
    case Op::kAtMost:
      return have <= number_;
    case Op::kEqual:
      return have == number_;
    case Op::kNotEqual:
      return have != number_;
    case Op::kMore:
      return have > number_;
    case Op::kLess:
      return have < number_;
  }
  return false;
}

bool Gate::Compare(std::string_view have) const {
  return (have == words_) == (op_ == Op::kEqual);
}

bool Gate::HasField(const Digest& digest, const Claim& claim) const {
  if (field_ == "amount") return Compare(ValueOf(digest, claim.amount));
  if (field_ == "change") return Compare(ValueOf(digest, claim.change));
  if (field_ == "level") return Compare(ValueOf(digest, claim.level));
  if (field_ == "from") return Compare(ValueOf(digest, claim.from));
  if (field_ == "confidence") return Compare(claim.confidence);
  if (field_ == "subject") return Compare(NameOf(claim.subject));
  if (field_ == "object") return Compare(NameOf(claim.object));
  if (field_ == "speaker") return Compare(NameOf(claim.speaker));
  if (field_ == "metric") return Compare(claim.metric);
  if (field_ == "action") return Compare(claim.action);
  if (field_ == "status") return Compare(Name(claim.status));
  return Compare(Name(claim.direction));
}

bool Gate::Counts(const Claim& claim) const {
  return type_ < 0 || claim.type == static_cast<ClaimType>(type_);
}

Gate::Tally Gate::Of(const Digest& digest) const {
  Tally tally;
  auto is = [&](std::string_view name) { return name_ == name; };
  if (is("articles")) tally.count = 1;
  if (is("warnings")) tally.count = static_cast<double>(digest.warnings.size());
  if (is("entities")) tally.count = static_cast<double>(digest.entities.size());
  if (is("figures")) tally.count = static_cast<double>(digest.figures.size());
  if (is("dates")) tally.count = static_cast<double>(digest.dates.size());
  if (is("quotes")) tally.count = static_cast<double>(digest.quotes.size());
  if (!is("claims") && type_ < 0) return tally;
  for (const Claim& claim : digest.claims) {
    if (!Counts(claim)) continue;
    ++tally.count;
    tally.holds = tally.holds || (!field_.empty() && HasField(digest, claim));
  }
  return tally;
}

Gate::Tally Gate::OfError() { return {1, false}; }

Gate::Tally Gate::Plus(const Tally& a, const Tally& b) const {
  return {a.count + b.count, a.holds || b.holds};
}

bool Gate::Holds(const Tally& tally) const {
  return field_.empty() ? Compare(tally.count) : tally.holds;
}

std::string Gate::Shown(const Tally& tally) const {
  if (field_.empty()) return fmt::format("is {}", tally.count);
  return fmt::format("no claim of {} has it",
                     static_cast<int64_t>(tally.count));
}

}  // namespace newsdigest::cli
