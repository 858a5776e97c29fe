// How sure a measure or a move is by the words around it.
#include "claims/measure_levels.h"
#include "claims/status.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

Status MeasureLevels::GovernedStatus(int at, int governor) const {
  Status status = NounStatus(m_.story, g_[at], g_[at].head);
  if (auto ahead = StatusBefore(at)) status = Combine(*ahead, status);
  // "a 40% upside", "a profit warning": not yet.
  if (StatusOf(p_, g_[at].head, W::k_noun_status) ==
      std::optional(Status::kExpected)) {
    status = Combine(Status::kExpected, status);
  }
  if (governor < 0) governor = BesideVerb(at);
  if (governor < 0) {
    return IsForecast(at) ? Combine(Status::kExpected, status) : status;
  }
  Status outer = EmbeddedStatus(p_, g_[governor]);
  // "analysts put sales at $3 million".
  bool puts = p_.VerbHas(g_[governor].head, W::k_puts_at) &&
              at + 1 < static_cast<int>(g_.size()) &&
              p_.IsWord(g_[at + 1].head, "at");
  if (puts) outer = Status::kExpected;
  if (OutlookActs(governor)) outer = Combine(Status::kExpected, outer);
  // "offers a 4% yield": what it has.
  if (p_.VerbHas(g_[governor].head, W::k_presents)) {
    outer = Status::kCompleted;
  }
  // "to offset a fall in the gold price": that fell.
  if (p_.VerbHas(g_[governor].head, W::k_offsets)) return status;
  return Combine(g_[governor].status, Combine(outer, status));
}

// "its forecast implies sales of $3 million".
bool MeasureLevels::OutlookActs(int verb) const {
  int subject = parsed_.subject[verb];
  return subject >= 0 && g_[subject].mention < 0 &&
         p_.LemmaHas(g_[subject].head, W::k_outlook);
}

// "on track for sales of $3 million", "headed for a loss".
std::optional<Status> MeasureLevels::StatusBefore(int at) const {
  constexpr uint32_t kLongest = 4;  // tokens: "on the way to"
  uint32_t end = g_[at].first;
  uint32_t from = parsed_.sentence->first;
  if (end > from + kLongest) from = end - kLongest;
  for (uint32_t i = from; i + 1 < end; ++i) {
    auto phrase = p_.Match(i, W::k_noun_status, end);
    if (phrase.length > 1 && i + phrase.length == end) {
      return ParseStatus(phrase.text);
    }
  }
  // "on fears of a fall in prices", "hopes for growth of 5%".
  bool thought = at > 1 && g_[at - 1].kind == K::kPreposition &&
                 g_[at - 2].kind == K::kNoun && g_[at - 2].mention < 0 &&
                 !p_.LemmaHas(g_[at - 2].head, W::k_deal);
  return thought ? StatusOf(p_, g_[at - 2].head, W::k_noun_status)
                 : std::nullopt;
}

// "see profit growing 4% on a 2% rise in sales": as sure as the verb is.
int MeasureLevels::BesideVerb(int at) const {
  int before = at - 1;  // "guided for first-quarter sales of $3 million"
  if (before > 1 && g_[before].kind == K::kDate) --before;
  if (before < 1 || g_[before].kind != K::kPreposition) return -1;
  const Group& verb = g_[before - 1];
  bool foresees = verb.kind == K::kVerb && !verb.passive &&
                  (EmbeddedStatus(p_, verb) == Status::kExpected ||
                   OutlookActs(before - 1));
  if (foresees) return before - 1;
  bool beside =
      p_.IsWord(g_[before].head, "on") || p_.IsWord(g_[before].head, "with");
  for (int k = before - 1; beside && k >= 0 && g_[k].kind != K::kStop; --k) {
    if (g_[k].kind != K::kVerb) continue;
    // "topping the $1.30 that analysts had expected, on revenue of": what was
    // told before it.
    bool foreseen = verb.kind == K::kComma &&
                    EmbeddedStatus(p_, g_[k]) == Status::kExpected &&
                    VerbBefore(g_, k) >= 0;
    // "overtook Acme to become the largest, with sales of": what is so.
    int main = g_[k].infinitive ? VerbBefore(g_, k) : -1;
    bool purpose = main >= 0 && g_[main].status == Status::kCompleted &&
                   EmbeddedStatus(p_, g_[main]) == Status::kCompleted;
    if (!foreseen && !purpose) return k;
  }
  return -1;
}

// "the forecast was for a profit of $3 million".
bool MeasureLevels::IsForecast(int at) const {
  if (at < 3 || !p_.IsWord(g_[at - 1].head, "for")) return false;
  int subject = g_[at - 2].kind == K::kVerb && p_.Has(g_[at - 2].head, W::k_be)
                    ? parsed_.subject[at - 2]
                    : -1;
  return subject >= 0 && p_.LemmaHas(g_[subject].head, W::k_outlook);
}

}  // namespace newsdigest
