#include "claims/deals.h"

#include "claims/status.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

constexpr int kLasts = 12;  // sentences

// Behind every frame: what names its own parties goes first.
constexpr int kSpecific = -4;
constexpr int kValues = 2;

class DealMatcher {
 public:
  DealMatcher(Matching& matching, const LastDeal& last)
      : m_(matching),
        last_(last),
        p_(matching.story.passage),
        parsed_(matching.parsed),
        g_(matching.parsed.groups) {}

  void Run() {
    for (size_t i = 0; i < g_.size(); ++i) {
      if (g_[i].kind == K::kNoun && g_[i].mention < 0) {
        Noun(static_cast<int>(i));
      }
    }
  }

 private:
  // A verb that tells of the deal itself, and the status that it gives.
  struct Step {
    int verb = -1;
    std::string_view status;  // "": that of the verb; "same": of the deal
  };

  void Noun(int at) {
    const Group& group = g_[at];
    if (!p_.LemmaHas(group.head, W::k_deal)) return;
    std::string_view kind =
        p_.lexicon->Text(p_.word(group.head).lemma, W::k_deal);
    const LastDeal::Deal* deal = last_.Meant(parsed_.index, kind == "any");
    bool several = kind == "any" && p_.Tagged(group.head, Bit(Tag::kNNS));
    if (!deal || several || !Plain(group)) return;
    auto named = Named(at);
    Party buyer = deal->buyer;
    bool known = named && (named->entity == deal->buyer.entity ||
                           named->entity == deal->target.entity);
    if (named && !known) {
      // "Quill's increased offer" for the same target.
      if (kind != "bid") return;
      buyer = *named;
    }
    Step step = StepOf(at);
    bool sum = group.figure >= 0 && IsMoney(FigureOf(m_.story, group.figure));
    bool party = named && kind != "any";
    // "a premium of 3% to Acme's offer": nothing new of it.
    bool base = at > 1 && p_.IsWord(g_[at - 1].head, "to") &&
                g_[at - 2].kind == K::kFigure;
    if (step.verb < 0 && !sum && (!party || base)) return;
    if (step.verb < 0 && !group.definite && !named) return;
    Claim claim;
    claim.type = ClaimType::kAcquisition;
    claim.rule = "acquisition/back_reference";
    claim.subject = buyer;
    claim.object = deal->target;
    // "the increased offer": not the one that was refused.
    bool newer = kind == "bid" && deal->status == Status::kDenied &&
                 group.head > group.first &&
                 p_.lexicon->Text(p_.tokens[group.head - 1].word,
                                  W::k_deal_adjective) == "new";
    bool same = (known || !named) && !newer;
    claim.status =
        StatusFor(group, step, same ? deal->status : Status::kPlanned);
    if (sum) claim.amount = group.figure;
    Draft draft;
    draft.group = at;
    draft.trigger = group.head;
    draft.verb = step.verb;
    // "the offer values Acme at $3 million": no valuation of its own.
    bool values = step.verb >= 0 && step.status == "same" &&
                  p_.VerbHas(g_[step.verb].head, W::k_priced);
    draft.specific = values ? kValues : kSpecific;
    draft.clause_first = at;
    draft.clause_last = at + 1;
    if (step.verb >= 0) {
      Complement complement = ReadComplement(m_.story, parsed_, step.verb);
      if (claim.amount < 0) claim.amount = Sum(complement, FigureKind::kMoney);
      // "at $14 a share, or $6 million": the price of each stands beside it.
      if (claim.amount >= 0) claim.level = Sum(complement, FigureKind::kRate);
      draft.clause_first = std::min(at, step.verb);
      draft.clause_last = complement.end;
    }
    Span span = p_.span(group.first, group.last);
    if (!named || named->entity != buyer.entity) claim.subject->span = span;
    claim.object->span = span;
    draft.roles = 2;
    LogRule(m_, claim.rule, group.head, "fires");
    draft.claim = std::move(claim);
    m_.drafts.push_back(std::move(draft));
  }

  // Whether nothing in the group makes it another deal: "the proposed deal",
  // but no "the trade deal".
  bool Plain(const Group& group) const {
    for (uint32_t i = std::max(group.first, group.possessor); i < group.head;
         ++i) {
      bool fine = p_.Tagged(i, Bit(Tag::kDT) | Bit(Tag::kPRPS) |
                                   Bit(Tag::kVBN) | Bit(Tag::kPOS)) ||
                  m_.story.entities.at[i] >= 0 || p_.LemmaHas(i, W::k_deal) ||
                  p_.Has(i, W::k_deal_adjective) || p_.Is(i, "-") ||
                  InFigure(group, i);
      if (!fine) return false;
    }
    // "Acme to evaluate new offer".
    bool told = group.last > group.first + 1 &&
                p_.Has(group.head - 1, W::k_deal_adjective);
    return group.definite || group.possessor > 0 || told;
  }

  bool InFigure(const Group& group, uint32_t i) const {
    if (group.figure < 0) return false;
    const FigureMatch& match = m_.story.figures[group.figure];
    return i >= match.first && i < match.last;
  }

  // "Acme's bid", "the Acme deal": Acme.
  std::optional<Party> Named(int at) {
    auto filler = m_.focus.Possessor(parsed_, at);
    if (!filler) filler = m_.focus.Left(parsed_, at, g_[at].head);
    // "the first offer from Acme".
    int from = at + 1;
    bool behind =
        !filler && from + 1 < static_cast<int>(g_.size()) &&
        (p_.IsWord(g_[from].head, "from") || p_.IsWord(g_[from].head, "by")) &&
        g_[from + 1].mention >= 0;
    if (behind) filler = m_.focus.Read(parsed_, from + 1);
    constexpr uint16_t kParties =
        model::kCompany | model::kOrganization | model::kPerson;
    bool fits =
        filler && filler->party.entity >= 0 && (filler->mask & kParties);
    return fits ? std::optional(filler->party) : std::nullopt;
  }

  Step StepOf(int at) const {
    int verb = VerbOf(parsed_, at);
    // "The deal, which was approved, is to close": the one that is a step.
    int size = static_cast<int>(g_.size());
    for (int k = verb + 1; verb >= 0 && k < size; ++k) {
      if (p_.lexicon->Has(p_.VerbLemmaId(g_[verb].head), W::k_deal_step)) break;
      // "will add to profit after closing": no step of its own.
      bool aside = g_[k].participle && g_[k - 1].kind == K::kSubordinator;
      bool own = g_[k].kind == K::kVerb && parsed_.subject[k] == at;
      if (own && !aside) verb = k;
    }
    if (verb < 0) verb = GoverningVerb(m_.story, parsed_, at);
    // "pulled out of the deal".
    for (int k = at - 1; verb < 0 && k >= 0 && k > at - 4; --k) {
      if (g_[k].kind == K::kVerb) verb = k;
      if (g_[k].kind != K::kPreposition && g_[k].kind != K::kAdverb) break;
    }
    if (verb < 0) return {};
    uint32_t head = g_[verb].head;
    auto phrase = p_.Match(head, W::k_deal_step, parsed_.sentence->last);
    if (phrase.length > 1) return {verb, phrase.text};
    uint32_t lemma = p_.VerbLemmaId(head);
    if (!p_.lexicon->Has(lemma, W::k_deal_step)) return {};
    return {verb, p_.lexicon->Text(lemma, W::k_deal_step)};
  }

  Status StatusFor(const Group& group, const Step& step, Status deal) const {
    Status noun = NounStatus(m_.story, group, group.head);
    if (step.verb < 0) return Combine(noun, deal);
    Status verb = g_[step.verb].status;
    if (step.status == "same") return Combine(verb, Combine(noun, deal));
    if (g_[step.verb].negated) return Status::kDenied;
    auto own = ParseStatus(step.status);
    return own ? Combine(*own, verb) : verb;
  }

  // The price that a verb tells; -1: none.
  int Sum(const Complement& complement, FigureKind kind) const {
    for (const FigureUse& use : complement.figures) {
      const Figure& figure = FigureOf(m_.story, use.figure);
      if (IsMoney(figure) && figure.kind == kind) return use.figure;
    }
    return -1;
  }

  Matching& m_;
  const LastDeal& last_;
  const Passage& p_;
  const ParsedSentence& parsed_;
  const std::vector<Group>& g_;
};

}  // namespace

void LastDeal::Note(const Claim& claim, int index) {
  switch (claim.type) {
    case ClaimType::kAcquisition:
      // What is no name, "its paper business", is seldom spoken of again.
      if (!claim.object || claim.object->entity < 0) return;
      if (IsBackground(claim)) return;
      deal_.reset();
      if (!claim.subject) return;
      deal_ = Deal{*claim.subject, *claim.object, claim.status};
      sentence_ = index;
      other_ = false;
      return;
    case ClaimType::kContract:
    case ClaimType::kPartnership:
    case ClaimType::kFinancing:
    case ClaimType::kInvestment:
      other_ = true;
      return;
    default:
      return;
  }
}

// "It bought Quill in 2018": while another deal is still to come, that is not
// the one that the text goes on with.
bool LastDeal::IsBackground(const Claim& claim) const {
  bool same = deal_ && deal_->target.entity == claim.object->entity &&
              (!claim.subject || claim.subject->entity == deal_->buyer.entity);
  bool pending = deal_ && !same && deal_->status != Status::kCompleted &&
                 deal_->status != Status::kCancelled;
  return pending && claim.status == Status::kCompleted && claim.when;
}

auto LastDeal::Meant(int index, bool any) const -> const Deal* {
  if (!deal_ || index - sentence_ > kLasts || (any && other_)) return nullptr;
  return &*deal_;
}

void MatchDeals(Matching& matching, const LastDeal& last) {
  DealMatcher(matching, last).Run();
}

}  // namespace newsdigest
