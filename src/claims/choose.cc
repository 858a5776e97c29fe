#include "claims/choose.h"

#include <algorithm>

#include "claims/status.h"

namespace newsdigest {
namespace {

using K = GroupKind;

// The one order that decides between drafts that want the same words: the
// narrower frame, then more roles, then the earlier trigger, then the rule.
bool Better(const Draft& a, const Draft& b) {
  if (a.specific != b.specific) return a.specific > b.specific;
  if (a.roles != b.roles) return a.roles > b.roles;
  if (a.trigger != b.trigger) return a.trigger < b.trigger;
  return a.claim.rule < b.claim.rule;
}

bool SameParty(const std::optional<Party>& a, const std::optional<Party>& b) {
  if (!a || !b) return !a && !b;
  return a->entity >= 0 ? a->entity == b->entity : a->name == b->name;
}

// Drops the drafts that `leaves` names; it may look at all of them as they are.
template <typename Leaves>
void DropIf(std::vector<Draft>& drafts, const Leaves& leaves) {
  if (std::none_of(drafts.begin(), drafts.end(), leaves)) return;
  std::vector<Draft> kept;
  for (const Draft& draft : drafts) {
    if (!leaves(draft)) kept.push_back(draft);
  }
  drafts = std::move(kept);
}

// "opened in the red but closed higher", "steadied after falling 3%": a move
// told by a verb of its own.
bool Turns(const ParsedSentence& parsed, const Draft& draft) {
  if (draft.verb < 1 || draft.group != draft.verb) return false;
  const Group& verb = parsed.groups[draft.verb];
  bool own = verb.participle
                 ? parsed.groups[draft.verb - 1].kind == K::kSubordinator
                 : verb.finite;
  return own && draft.claim.type == ClaimType::kMarketMove &&
         draft.claim.status == Status::kCompleted &&
         draft.claim.direction != Direction::kNone;
}

// "voted to approve Acme's takeover of Quill": a ruling and what it is on.
bool RulesOn(const Draft& a, const Draft& b) {
  auto is = [](const Draft& draft, ClaimType type) {
    return draft.claim.type == type;
  };
  return (is(a, ClaimType::kPolicy) && is(b, ClaimType::kAcquisition)) ||
         (is(b, ClaimType::kPolicy) && is(a, ClaimType::kAcquisition));
}

// "announced 300 job cuts and a new oven": two objects of a verb, of which one
// is told by the verb and the other by its own noun.
bool JoinsObjects(const Story& story, const ParsedSentence& parsed,
                  const Draft& a, const Draft& b) {
  const Draft& told = a.group == a.verb ? a : b;
  const Draft& noun = a.group == a.verb ? b : a;
  if (!told.claim.object || noun.group <= told.group ||
      told.claim.type == noun.claim.type) {
    return false;
  }
  int size = static_cast<int>(parsed.groups.size());
  for (int k = told.group + 1; k < size; ++k) {
    const Group& group = parsed.groups[k];
    Span span = story.passage.span(group.first, group.last);
    if (!span.Overlaps(told.claim.object->span)) continue;
    return k != noun.group &&
           parsed.groups[std::max(k, noun.group) - 1].kind == K::kConjunction;
  }
  return false;
}

// Two drafts of one trigger; `parties`: of the same parties.
bool SameTrigger(const Draft& a, const Draft& b, bool parties) {
  // "took Acme private": bought, and off the market.
  bool delists = a.claim.type == ClaimType::kAcquisition &&
                 b.claim.type == ClaimType::kListing;
  if (delists) return false;
  // Several objects of one verb, several subjects that each moved, or left
  // and came, several moves told by one noun ("increases of 2% and 5%") keep
  // their own.
  if (b.joined && a.claim.rule == b.claim.rule) {
    return parties && (FiguresOf(a.claim) == FiguresOf(b.claim) ||
                       FiguresOf(b.claim).empty());
  }
  // "revenue and profit rose": two measures.
  bool measures = a.claim.type == ClaimType::kMetric &&
                  b.claim.type == ClaimType::kMetric &&
                  a.claim.rule == b.claim.rule &&
                  a.claim.metric != b.claim.metric;
  if (measures) return false;
  return a.claim.type != b.claim.type || parties ||
         (a.claim.type != ClaimType::kMarketMove &&
          a.claim.type != ClaimType::kLeadership);
}

bool SameTelling(const Story& story, const ParsedSentence& parsed,
                 const Draft& a, const Draft& b) {
  bool parties = SameParty(a.claim.subject, b.claim.subject) &&
                 SameParty(a.claim.object, b.claim.object);
  if (a.trigger == b.trigger) return SameTrigger(a, b, parties);
  // "a breach at Acme exposed 3 million records": one incident.
  bool doer = a.verb >= 0 && parsed.subject[a.verb] == b.group &&
              b.group != b.verb && a.claim.type == b.claim.type &&
              SameParty(a.claim.subject, b.claim.subject) &&
              !a.claim.action.empty() && a.claim.action == b.claim.action;
  if (doer) return true;
  if (a.verb >= 0 && a.verb == b.verb) {
    bool own = a.group == a.verb || b.group == b.verb;
    // "sank 7% on Thursday and 3% on Wednesday": a move for each.
    bool again = b.claim.rule == a.claim.rule &&
                 parsed.groups[b.group].kind == K::kFigure;
    if (own && !again && !RulesOn(a, b) && !JoinsObjects(story, parsed, a, b) &&
        a.claim.type != ClaimType::kMetric &&
        b.claim.type != ClaimType::kMetric) {
      return true;
    }
  }
  bool turns = Turns(parsed, a) && Turns(parsed, b) && a.verb != b.verb &&
               a.claim.direction != b.claim.direction;
  if (a.claim.type == b.claim.type && parties && !turns &&
      a.claim.metric == b.claim.metric) {
    // "cut its target to $22 and kept its rating", "a dividend and a buyback".
    bool acts = a.claim.action != b.claim.action && !a.claim.action.empty() &&
                !b.claim.action.empty();
    if (!acts && (FiguresOf(a.claim).empty() || FiguresOf(b.claim).empty())) {
      return true;
    }
  }
  // "ended their merger agreement": no alliance beside the merger.
  bool agreed = a.group == b.group && parties &&
                a.claim.type == ClaimType::kAcquisition &&
                b.claim.type == ClaimType::kPartnership;
  if (agreed) return true;
  // "dismissed the suit against Acme": the noun tells nothing of its own.
  if (a.claim.type == b.claim.type && b.governor == a.group &&
      SameParty(a.claim.object, b.claim.object)) {
    return true;
  }
  // "dismissed a suit accusing Acme of fraud": the participle says what the
  // suit is.
  bool describes = b.verb >= 0 && b.group == b.verb && !b.claim.subject &&
                   parsed.groups[b.verb].participle && a.group < b.verb;
  if (describes && a.claim.type == b.claim.type &&
      SameParty(a.claim.object, b.claim.object)) {
    return true;
  }
  // A figure that is bound already.
  for (int figure : FiguresOf(b.claim)) {
    for (int taken : FiguresOf(a.claim)) {
      bool joined = a.group == b.group && a.claim.type == b.claim.type;
      if (figure == taken && !joined) return true;
    }
  }
  return false;
}

// "would take over as chief executive": one frame tells where, another only
// who. "will return as chief executive, succeeding Jane Porter": one verb tells
// the post.
void DropHalfTold(const ParsedSentence& parsed, std::vector<Draft>& drafts) {
  auto tells_more = [&](const Draft& whole, const Draft& half) {
    const Claim& a = whole.claim;
    const Claim& b = half.claim;
    bool where = whole.trigger == half.trigger && a.object && !b.object;
    bool post = half.verb >= 0 && parsed.groups[half.verb].participle &&
                b.role.empty() && !a.role.empty();
    return (where || post) && a.type == b.type && a.action == b.action &&
           SameParty(a.subject, b.subject);
  };
  auto whole_of = [&](const Draft& half) {
    return std::find_if(drafts.begin(), drafts.end(), [&](const Draft& draft) {
      return half.claim.type == ClaimType::kLeadership &&
             tells_more(draft, half);
    });
  };
  // "will succeed Tom Reed, who quit": at the same company.
  for (Draft& left : drafts) {
    bool lacks = left.claim.type == ClaimType::kLeadership &&
                 !left.claim.object && left.claim.action == "departed";
    auto taken =
        std::find_if(drafts.begin(), drafts.end(), [&](const Draft& draft) {
          return draft.claim.type == ClaimType::kLeadership &&
                 draft.claim.object && draft.claim.action == "appointed" &&
                 draft.trigger < left.trigger &&
                 !SameParty(draft.claim.subject, left.claim.subject);
        });
    if (lacks && taken != drafts.end()) left.claim.object = taken->claim.object;
  }
  for (const Draft& half : drafts) {
    auto whole = whole_of(half);
    bool lacks = whole != drafts.end() && !whole->claim.object;
    if (lacks) whole->claim.object = half.claim.object;
  }
  DropIf(drafts,
         [&](const Draft& draft) { return whole_of(draft) != drafts.end(); });
}

// "A suit accuses Acme of fraud": the suit is the claim, and nobody charges.
void DropWords(const ParsedSentence& parsed, std::vector<Draft>& drafts) {
  auto told = [&](const Draft& b) {
    return std::any_of(drafts.begin(), drafts.end(), [&](const Draft& a) {
      return b.verb >= 0 && b.group == b.verb && !b.claim.subject &&
             parsed.subject[b.verb] == a.group && a.group != a.verb &&
             a.claim.type == ClaimType::kLegal &&
             b.claim.type == ClaimType::kLegal &&
             SameParty(a.claim.object, b.claim.object);
    });
  };
  DropIf(drafts, told);
}

// "an agreement to buy Whisk": the purchase is the claim, not the agreement.
void DropBareAgreements(const ParsedSentence& parsed,
                        std::vector<Draft>& drafts) {
  // "a contract to supply ovens": one telling, the noun's.
  auto speaks = [&](int group, ClaimType type) {
    return std::any_of(drafts.begin(), drafts.end(), [&](const Draft& d) {
      return d.group == group && d.claim.type != type;
    });
  };
  auto bare = [&](const Draft& draft) {
    int next = draft.group + 1;
    return next < static_cast<int>(parsed.groups.size()) &&
           parsed.groups[draft.group].kind == K::kNoun &&
           parsed.groups[next].kind == K::kVerb &&
           parsed.groups[next].infinitive && speaks(next, draft.claim.type);
  };
  // "signed a deal to supply Acme": a contract there is.
  for (Draft& told : drafts) {
    if (told.claim.type != ClaimType::kContract) continue;
    for (const Draft& draft : drafts) {
      bool signs = told.group == draft.group + 1 && bare(draft) &&
                   told.claim.status == Status::kPlanned;
      if (signs) told.claim.status = draft.claim.status;
    }
  }
  DropIf(drafts, bare);
}

// "was awarded a contract in May to supply ovens to Acme": one contract.
void JoinSupplies(const ParsedSentence& parsed, std::vector<Draft>& drafts) {
  auto contract_of = [&](const Draft& supply) {
    bool purpose = supply.claim.type == ClaimType::kContract &&
                   supply.group == supply.verb &&
                   parsed.groups[supply.verb].infinitive;
    return std::find_if(drafts.begin(), drafts.end(), [&](const Draft& d) {
      return purpose && d.claim.type == ClaimType::kContract &&
             d.group < supply.group &&
             SameParty(d.claim.subject, supply.claim.subject) &&
             (!d.claim.object ||
              SameParty(d.claim.object, supply.claim.object));
    });
  };
  for (const Draft& draft : drafts) {
    auto contract = contract_of(draft);
    if (contract != drafts.end()) contract->claim.object = draft.claim.object;
  }
  DropIf(drafts, [&](const Draft& draft) {
    return contract_of(draft) != drafts.end();
  });
}

// "raised $3 million in a round led by Quill": one round.
void DropLed(const ParsedSentence& parsed, std::vector<Draft>& drafts) {
  DropIf(drafts, [&](const Draft& draft) {
    bool led = draft.claim.type == ClaimType::kInvestment && draft.verb >= 0 &&
               parsed.groups[draft.verb].participle &&
               FiguresOf(draft.claim).empty();
    return led &&
           std::any_of(drafts.begin(), drafts.end(), [&](const Draft& d) {
             return d.claim.type == draft.claim.type && d.verb != draft.verb &&
                    SameParty(d.claim.subject, draft.claim.subject);
           });
  });
}

// "cleared its $3 million takeover of Quill": the sum is the takeover's.
void LeaveToDeals(const ParsedSentence& parsed, std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    if (draft.claim.type != ClaimType::kPolicy) continue;
    bool deals = std::any_of(drafts.begin(), drafts.end(), [&](const Draft& d) {
      return d.claim.type != ClaimType::kPolicy && d.group != draft.group &&
             d.claim.amount >= 0 && d.claim.amount == draft.claim.amount &&
             parsed.groups[d.group].figure == d.claim.amount;
    });
    if (deals) draft.claim.amount = -1;
  }
}

// "will invest $4 million to build a plant": one act, told by the money.
void DropBuilt(std::vector<Draft>& drafts) {
  DropIf(drafts, [&](const Draft& draft) {
    return std::any_of(drafts.begin(), drafts.end(), [&](const Draft& d) {
      return draft.claim.type == ClaimType::kExpansion &&
             d.claim.type == ClaimType::kInvestment && d.claim.amount >= 0 &&
             draft.claim.object &&
             SameParty(d.claim.subject, draft.claim.subject) &&
             SameParty(d.claim.object, draft.claim.object);
    });
  });
}

// "offered $3 million in stock to buy Acme", "for Acme": a price, and nothing
// that is sold to investors.
void DropPrices(std::vector<Draft>& drafts) {
  DropIf(drafts, [&](const Draft& draft) {
    const Claim& sale = draft.claim;
    bool sells = sale.type == ClaimType::kFinancing && sale.amount >= 0;
    return sells &&
           std::any_of(drafts.begin(), drafts.end(), [&](const Draft& d) {
             return d.claim.type == ClaimType::kAcquisition &&
                    d.claim.amount == sale.amount &&
                    SameParty(d.claim.subject, sale.subject);
           });
  });
}

// "priced its IPO at $30 a share, raising $6 million": the listing's sum.
void RaiseByListing(const ParsedSentence& parsed, std::vector<Draft>& drafts) {
  auto listing_of = [&](const Draft& draft) {
    const Claim& claim = draft.claim;
    bool raises = (claim.type == ClaimType::kFinancing ||
                   claim.type == ClaimType::kInvestment) &&
                  claim.amount >= 0 && draft.group == draft.verb &&
                  !parsed.groups[draft.verb].finite;
    const auto& raiser =
        claim.type == ClaimType::kFinancing ? claim.subject : claim.object;
    return std::find_if(drafts.begin(), drafts.end(), [&](const Draft& d) {
      return raises && raiser && d.claim.type == ClaimType::kListing &&
             d.group < draft.group && SameParty(d.claim.subject, raiser) &&
             (d.claim.amount < 0 || d.claim.amount == claim.amount);
    });
  };
  for (const Draft& draft : drafts) {
    auto listing = listing_of(draft);
    if (listing != drafts.end()) listing->claim.amount = draft.claim.amount;
  }
  DropIf(drafts,
         [&](const Draft& draft) { return listing_of(draft) != drafts.end(); });
}

// "raised $300 million from the sale of its bakery", "by selling it": the
// sale's sum, and nobody invests in who sells.
void RaiseBySale(const ParsedSentence& parsed, std::vector<Draft>& drafts) {
  constexpr int kReach = 4;  // verb, sum, preposition, sale
  auto sale_of = [&](const Draft& draft) {
    bool raises = draft.claim.type == ClaimType::kInvestment &&
                  draft.claim.amount >= 0 && !draft.claim.subject &&
                  draft.group == draft.verb && draft.claim.object;
    return std::find_if(drafts.begin(), drafts.end(), [&](const Draft& d) {
      bool sells = d.claim.type == ClaimType::kAcquisition ||
                   d.claim.type == ClaimType::kInvestment;
      return raises && sells && d.group > draft.group &&
             d.group < draft.group + kReach &&
             parsed.groups[d.group - 1].kind == K::kPreposition &&
             !SameParty(d.claim.object, draft.claim.object) &&
             !SameParty(d.claim.subject, draft.claim.object);
    });
  };
  for (const Draft& draft : drafts) {
    auto sale = sale_of(draft);
    if (sale == drafts.end()) continue;
    if (sale->claim.amount < 0) sale->claim.amount = draft.claim.amount;
    sale->claim.status = Combine(draft.claim.status, sale->claim.status);
  }
  DropIf(drafts,
         [&](const Draft& draft) { return sale_of(draft) != drafts.end(); });
}

// "The FTC cleared its takeover of Quill": whose it is, the sentence does not
// say, but no authority buys what it rules on.
void DropAuthorities(std::vector<Draft>& drafts) {
  DropIf(drafts, [&](const Draft& draft) {
    bool buys = draft.claim.type == ClaimType::kAcquisition;
    return buys &&
           std::any_of(drafts.begin(), drafts.end(), [&](const Draft& d) {
             return d.claim.type == ClaimType::kPolicy && draft.governor >= 0 &&
                    draft.governor == d.group &&
                    SameParty(d.claim.subject, draft.claim.subject);
           });
  });
}

// "raised prices by 3%, bringing the base price to $9": where the move told
// before got to.
class BroughtLevels {
 public:
  BroughtLevels(const Story& story, const ParsedSentence& parsed)
      : p_(story.passage), parsed_(parsed) {}

  void Join(std::vector<Draft>& drafts) const {
    for (size_t i = 0; i < drafts.size(); ++i) {
      if (!Brings(drafts[i])) continue;
      bool moved = false;  // by one of the readings of the move
      for (Draft& draft : drafts) {
        if (draft.group >= drafts[i].verb || !Moves(draft, drafts[i])) continue;
        draft.claim.level = drafts[i].claim.level;
        moved = true;
      }
      if (!moved) continue;
      drafts.erase(drafts.begin() + static_cast<std::ptrdiff_t>(i));
      --i;
    }
  }

 private:
  // ", bringing sales to $9 million", but "bringing total sales to".
  bool Brings(const Draft& draft) const {
    const Claim& claim = draft.claim;
    bool level = claim.type == ClaimType::kMetric && draft.verb > 0 &&
                 claim.level >= 0 && claim.change < 0 && claim.from < 0;
    if (!level) return false;
    const Group& verb = parsed_.groups[draft.verb];
    std::string_view first =
        std::string_view(claim.metric).substr(0, claim.metric.find(' '));
    return verb.participle && p_.VerbHas(verb.head, WordClass::k_brings) &&
           parsed_.groups[draft.verb - 1].kind == K::kComma &&
           !p_.lexicon->Has(p_.lexicon->Find(first), WordClass::k_sizes);
  }

  bool Moves(const Draft& draft, const Draft& brought) const {
    const Claim& claim = draft.claim;
    bool rate = claim.type == ClaimType::kPolicy && claim.object;
    bool moves = claim.change >= 0 && claim.level < 0 &&
                 (rate || claim.type == ClaimType::kMetric);
    return moves && Last(rate ? claim.object->name : claim.metric) ==
                        Last(brought.claim.metric);
  }

  // The lemma of the last word.
  uint32_t Last(std::string_view words) const {
    uint32_t word = p_.lexicon->Find(words.substr(words.rfind(' ') + 1));
    return p_.lexicon->word(word).lemma;
  }

  const Passage& p_;
  const ParsedSentence& parsed_;
};

// "sued Acme to block its merger": what the suit is to bring about is no
// ruling.
void DropEnds(const ParsedSentence& parsed, std::vector<Draft>& drafts) {
  auto brings = [&](const Draft& suit, const Draft& end) {
    bool both = suit.claim.type == ClaimType::kLegal && suit.verb >= 0 &&
                end.verb > suit.verb &&
                SameParty(suit.claim.subject, end.claim.subject);
    return both && parsed.groups[end.verb].infinitive &&
           VerbBefore(parsed.groups, end.verb) == suit.verb;
  };
  DropIf(drafts, [&](const Draft& end) {
    return end.claim.type == ClaimType::kPolicy &&
           std::any_of(drafts.begin(), drafts.end(),
                       [&](const Draft& suit) { return brings(suit, end); });
  });
}

}  // namespace

std::vector<int> FiguresOf(const Claim& claim) {
  std::vector<int> out;
  for (int figure : {claim.amount, claim.change, claim.level, claim.from}) {
    if (figure >= 0) out.push_back(figure);
  }
  return out;
}

std::vector<Draft> ChooseDrafts(const Story& story,
                                const ParsedSentence& parsed,
                                std::vector<Draft> drafts) {
  DropBareAgreements(parsed, drafts);
  JoinSupplies(parsed, drafts);
  DropLed(parsed, drafts);
  DropHalfTold(parsed, drafts);
  DropWords(parsed, drafts);
  LeaveToDeals(parsed, drafts);
  DropAuthorities(drafts);
  DropEnds(parsed, drafts);
  BroughtLevels(story, parsed).Join(drafts);
  DropBuilt(drafts);
  DropPrices(drafts);
  RaiseByListing(parsed, drafts);
  RaiseBySale(parsed, drafts);
  std::stable_sort(drafts.begin(), drafts.end(), Better);
  std::vector<Draft> kept;
  for (Draft& draft : drafts) {
    bool blocked = false;
    for (const Draft& other : kept) {
      blocked = blocked || SameTelling(story, parsed, other, draft);
    }
    if (!blocked) kept.push_back(std::move(draft));
  }
  return kept;
}

}  // namespace newsdigest
