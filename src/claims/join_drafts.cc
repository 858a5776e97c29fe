#include "claims/join_drafts.h"

#include <algorithm>

#include "claims/choose.h"
#include "claims/status.h"

namespace newsdigest {

bool SameParty(const std::optional<Party>& a, const std::optional<Party>& b) {
  if (!a || !b) return !a && !b;
  return a->entity >= 0 ? a->entity == b->entity : a->name == b->name;
}

namespace {

using K = GroupKind;

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

void JoinDrafts(const Story& story, const ParsedSentence& parsed,
                std::vector<Draft>& drafts) {
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
}

}  // namespace newsdigest
