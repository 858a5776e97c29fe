// Gates of a CI job: "--require 'acquisition.amount>=1e9'".
//
//   GATE    = ["each "] NAME ["." FIELD] OP VALUE
//   NAME    = claims, articles, errors, warnings, entities, figures, dates,
//             quotes, or a claim type
//   FIELD   = of claims and their types: amount, change, level, from,
//             confidence (numbers); subject, object, metric, action, status,
//             direction, speaker (words)
//   OP      = >=  <=  ==  !=  >  <        VALUE = a number or words
//
// Without a field the number of such things in the whole run is compared; with
// one the gate holds where any such claim has it. "each" asks it of every
// article.
#ifndef NEWSDIGEST_CLI_GATES_H_
#define NEWSDIGEST_CLI_GATES_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "newsdigest/digest.h"

namespace newsdigest::cli {

class Gate {
 public:
  // What one article, or a run of them, has of what a gate asks for.
  struct Tally {
    double count = 0;    // of the things named
    bool holds = false;  // some claim has the field so
  };

  // No gate: `error` says what is wrong, and where.
  static std::optional<Gate> Parse(std::string_view text, std::string& error);

  Tally Of(const Digest& digest) const;
  static Tally OfError();
  Tally Plus(const Tally& a, const Tally& b) const;
  bool Holds(const Tally& tally) const;

  bool each() const { return each_; }
  bool counts_errors() const { return name_ == "errors"; }
  const std::string& text() const { return text_; }
  // "is 3", "no claim has it".
  std::string Shown(const Tally& tally) const;

 private:
  enum class Op { kAtLeast, kAtMost, kEqual, kNotEqual, kMore, kLess };

  bool Compare(double have) const;
  bool Compare(std::string_view have) const;
  bool HasField(const Digest& digest, const Claim& claim) const;
  bool Counts(const Claim& claim) const;

  std::string text_, name_, field_, words_;
  bool each_ = false;
  int type_ = -1;  // of claims; -1: all, or no claims
  Op op_ = Op::kAtLeast;
  double number_ = 0;
};

}  // namespace newsdigest::cli

#endif  // NEWSDIGEST_CLI_GATES_H_
