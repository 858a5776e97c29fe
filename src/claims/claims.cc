#include "claims/claims.h"

#include <algorithm>
#include <map>

#include "claims/basis.h"
#include "claims/brackets.h"
#include "claims/choose.h"
#include "claims/clause.h"
#include "claims/confidence.h"
#include "claims/deals.h"
#include "claims/frames.h"
#include "claims/join_drafts.h"
#include "claims/restated.h"
#include "claims/speaker.h"
#include "claims/status.h"
#include "claims/when.h"
#include "language/fold.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

// Longer than any sentence that people write: lists and tables run together.
constexpr uint32_t kMostTokens = 400;

class ClaimFinder {
 public:
  ClaimFinder(Story& story, std::string* log, int log_sentence)
      : story_(story),
        p_(story.passage),
        focus_(story),
        log_(log),
        log_sentence_(log_sentence) {}

  std::vector<Claim> Run() {
    int size = static_cast<int>(p_.sentences.size());
    for (int i = 0; i < size; ++i) {
      const Sentence& sentence = p_.sentences[i];
      bool reads =
          !sentence.tail && sentence.last - sentence.first <= kMostTokens;
      if (reads) Read(i);
    }
    NameBuyers();
    SortMentions();
    return std::move(claims_);
  }

 private:
  // "the takeover", "the acquisition of": whether the trigger is a noun of
  // buying.
  bool TellsOfBuying(const Span& trigger) const {
    uint32_t at = p_.TokenFrom(trigger.start);
    return p_.Tagged(at, kNounTags) && p_.LemmaHas(at, W::k_takeover);
  }

  // "Acme will buy Quill. The Quill takeover": by Acme, where the text tells of
  // no other who buys it.
  void NameBuyers() {
    std::map<int, std::vector<const Claim*>> named;  // by who is bought
    auto target = [](const Claim& claim) {
      bool buys = claim.type == ClaimType::kAcquisition && claim.object;
      return buys ? claim.object->entity : -1;
    };
    for (const Claim& claim : claims_) {
      bool whole =
          target(claim) >= 0 && claim.subject && claim.subject->entity >= 0;
      if (whole) named[target(claim)].push_back(&claim);
    }
    for (Claim& claim : claims_) {
      // But "sold it": by whom it was bought, that does not tell.
      bool open = !claim.subject && TellsOfBuying(claim.trigger);
      auto found = open ? named.find(target(claim)) : named.end();
      if (found == named.end()) continue;
      const Party& buyer = *found->second.front()->subject;
      bool one = std::all_of(found->second.begin(), found->second.end(),
                             [&](const Claim* other) {
                               return other->subject->entity == buyer.entity;
                             });
      if (!one) continue;
      claim.subject = buyer;
      claim.subject->span = claim.trigger;
    }
  }

  void Read(int index) {
    ParsedSentence parsed = ParseSentence(story_, index);
    focus_.Enter(parsed);
    std::vector<Draft> drafts;
    Matching matching{story_, focus_, parsed, drafts,
                      index == log_sentence_ ? log_ : nullptr};
    // Who "the startup" is, before "it" is asked for.
    for (size_t i = 0; i < parsed.groups.size(); ++i) {
      if (parsed.groups[i].kind != K::kVerb || parsed.subject[i] < 0) continue;
      const Group& subject = parsed.groups[parsed.subject[i]];
      bool nominal = subject.definite && !subject.pronoun &&
                     subject.mention < 0 && subject.possessor == 0;
      if (nominal) focus_.Read(parsed, parsed.subject[i]);
    }
    MatchMoves(matching);
    MatchVolumes(matching);
    MatchPortions(matching);
    MatchValuations(matching);
    ReadBracketBases(matching);
    ReadRestatedMoves(matching);
    MatchFrames(matching);
    MatchDeals(matching, deal_);
    std::vector<Draft> kept = ChooseDrafts(story_, parsed, std::move(drafts));
    GiveToRated(kept);
    std::vector<Draft> statements;
    Matching rest{story_, focus_, parsed, statements, nullptr};
    if (!parsed.sentence->heading) AddStatements(rest, kept);
    kept.insert(kept.end(), statements.begin(), statements.end());
    rests_on_sources_ = !kept.empty() && RestsOnSources(*parsed.sentence);
    std::vector<Claim> sentence;
    for (Draft& draft : kept) {
      if (IsToldDeal(draft)) continue;
      if (draft.bare) AsToldBefore(draft.claim);
      NoteMeasure(parsed, draft);
      Status status = draft.claim.status;
      auto open = [&](uint32_t trigger) {
        return IsHypothetical(story_, *parsed.sentence, trigger, status);
      };
      if (open(draft.trigger)) continue;
      // "would have reported growth".
      if (draft.verb >= 0 && open(parsed.groups[draft.verb].head)) continue;
      if (IsAwaited(story_, *parsed.sentence, draft.trigger)) {
        bool measured = draft.claim.type == ClaimType::kMetric ||
                        draft.claim.type == ClaimType::kMarketMove;
        if (measured) continue;
        draft.claim.status = Combine(draft.claim.status, Status::kExpected);
      }
      sentence.push_back(Complete(parsed, draft));
    }
    std::stable_sort(sentence.begin(), sentence.end(),
                     [](const Claim& a, const Claim& b) {
                       return a.trigger.start < b.trigger.start;
                     });
    for (Claim& claim : sentence) {
      deal_.Note(claim, parsed.index);
      // A day's move, a measure, is not told of again.
      bool event = claim.type == ClaimType::kLayoffs && claim.subject &&
                   claim.subject->entity >= 0;
      if (event) {
        focus_.NoteTold(claim.type, {claim.subject->entity, claim.status});
      }
      bool rates = claim.type == ClaimType::kRating && claim.subject;
      if (rates) {
        focus_.NoteRater(claim.subject->entity,
                         claim.object ? claim.object->entity : -1);
      }
      bool joins = claim.type == ClaimType::kLeadership && claim.subject &&
                   claim.object && claim.action != "departed";
      if (joins) {
        focus_.NoteAppointed(claim.subject->entity, *claim.object);
      }
      bool moves = claim.type == ClaimType::kMarketMove && claim.subject;
      if (moves) focus_.NoteMoved(*claim.subject, parsed.index);
      claims_.push_back(std::move(claim));
    }
    focus_.Leave(parsed);
  }

  // "Acme will buy Quill. Its Quill deal": no alliance, and nothing new.
  bool IsToldDeal(const Draft& draft) const {
    const Claim& deal = draft.claim;
    bool bare = deal.type == ClaimType::kPartnership && deal.subject &&
                deal.object && FiguresOf(deal).empty() &&
                p_.LemmaHas(draft.trigger, W::k_deal);
    auto same = [](const std::optional<Party>& a, const Party& b) {
      return a && a->entity >= 0 && a->entity == b.entity;
    };
    return bare &&
           std::any_of(claims_.begin(), claims_.end(), [&](const Claim& told) {
             return told.type == ClaimType::kAcquisition &&
                    ((same(told.subject, *deal.subject) &&
                      same(told.object, *deal.object)) ||
                     (same(told.subject, *deal.object) &&
                      same(told.object, *deal.subject)));
           });
  }

  // "Regulators cleared the merger of Acme and Quill. The Acme-Quill merger":
  // as sure as it was told last.
  void AsToldBefore(Claim& deal) const {
    for (auto told = claims_.rbegin(); told != claims_.rend(); ++told) {
      bool same = told->type == deal.type &&
                  SameParty(told->subject, deal.subject) &&
                  SameParty(told->object, deal.object);
      if (!same) continue;
      deal.status = told->status;
      return;
    }
  }

  // "Harbor Securities cut Acme to sell, saying margins fell", "arguing that
  // the stock can reach $20": Acme's.
  static void GiveToRated(std::vector<Draft>& drafts) {
    for (const Draft& rating : drafts) {
      const Claim& rates = rating.claim;
      bool both = rates.type == ClaimType::kRating && rates.subject &&
                  rates.object && rates.object->entity >= 0;
      for (Draft& draft : drafts) {
        bool measured = draft.claim.type == ClaimType::kMetric ||
                        draft.claim.type == ClaimType::kMarketMove;
        bool own = both && measured && draft.claim.subject &&
                   draft.group > rating.group &&
                   draft.claim.subject->entity == rates.subject->entity;
        if (own) draft.claim.subject = rates.object;
      }
    }
  }

  // "Revenue was $3 million.": what the sentence is about, its first subject.
  void NoteMeasure(const ParsedSentence& parsed, const Draft& draft) {
    const Claim& claim = draft.claim;
    if (claim.type != ClaimType::kMetric || draft.measure < 0 ||
        !claim.subject) {
      return;
    }
    for (size_t i = 0; i < parsed.groups.size(); ++i) {
      // "When seen from afar, sales fell".
      bool tells = parsed.groups[i].kind == K::kVerb && parsed.subject[i] >= 0;
      if (!tells) continue;
      bool about = parsed.subject[i] == draft.measure;
      if (about) {
        focus_.NoteMeasure({*claim.subject, claim.metric, parsed.index});
      }
      return;
    }
  }

  Claim Complete(const ParsedSentence& parsed, Draft& draft) {
    Claim& claim = draft.claim;
    const Sentence& sentence = *parsed.sentence;
    claim.trigger = p_.tokens[draft.trigger].span();
    claim.evidence.span = sentence.span;
    if (claim.type == ClaimType::kMetric && claim.metric.empty()) {
      NameMetric(claim);
    }
    bool raised_bid =
        claim.type == ClaimType::kAcquisition && claim.change >= 0;
    if (claim.direction == Direction::kNone &&
        (raised_bid || (claim.type == ClaimType::kPolicy && draft.moves) ||
         claim.type == ClaimType::kShareholderReturn)) {
      claim.direction = Raised(parsed, draft);
    }
    // "Acme, which raised $3 million, is in talks, sources said": known before.
    bool aside = draft.verb > 0 && claim.status == Status::kCompleted &&
                 parsed.groups[draft.verb - 1].kind == GroupKind::kRelative;
    if (claim.status != Status::kDenied && rests_on_sources_ && !aside) {
      claim.status = Status::kRumored;
    }
    if (claim.type == ClaimType::kMarketMove) {
      claim.bare_unit = Currency(claim);
    } else if (claim.type == ClaimType::kMetric && draft.measure >= 0 &&
               claim.level >= 0 && FigureOf(story_, claim.level).unit.empty()) {
      // "a P/E ratio of 19".
      claim.bare_unit = claim.metric.starts_with("price-to-")
                            ? "multiple"
                            : Counted(claim.metric);
    }
    bool jobs = (claim.type == ClaimType::kLayoffs ||
                 claim.type == ClaimType::kHiring) &&
                claim.amount >= 0 &&
                FigureOf(story_, claim.amount).unit.empty();
    if (jobs) claim.bare_unit = "job";
    claim.when = FindWhen(story_, parsed, draft);
    if (LiesAhead(parsed, draft)) {
      bool measured = claim.type == ClaimType::kMarketMove ||
                      claim.type == ClaimType::kMetric;
      claim.status = measured ? Status::kExpected : Status::kPlanned;
    }
    claim.basis = FindBasis(story_, parsed, draft);
    auto speaker =
        FindSpeaker(story_, parsed, focus_, draft.trigger, draft.verb);
    // "Acme said it lost money, pushing its shares down": no word of Acme's.
    bool felt = claim.type == ClaimType::kMarketMove && draft.verb >= 0 &&
                IsResult(p_, parsed, draft.verb);
    if (speaker && !felt) claim.speaker = SpeakerOf(claim, *speaker);
    // "Acme and Quill reported profits of": each its own.
    if (claim.speaker && IsJoinedDoer(parsed, draft)) {
      claim.speaker = claim.subject;
    }
    // "Acme said Jane Porter will become chief executive": Acme's.
    bool post = claim.type == ClaimType::kLeadership && !claim.object;
    if (post && Employs(claim.speaker)) claim.object = claim.speaker;
    claim.span = Extent(claim);
    if (draft.measure >= 0) {
      const Group& measure = parsed.groups[draft.measure];
      claim.span = Cover(claim.span, p_.span(measure.first, measure.head + 1));
    }
    claim.confidence = Confidence(p_, draft);
    return claim;
  }

  // "The plant closes next month": told in the present, of a time to come, but
  // "approves its budget for next year".
  bool LiesAhead(const ParsedSentence& parsed, const Draft& draft) const {
    const Claim& claim = draft.claim;
    if (draft.verb < 0 || !claim.when || claim.when->date < 0 ||
        claim.status != Status::kCompleted) {
      return false;
    }
    const Group& verb = parsed.groups[draft.verb];
    bool present = verb.finite &&
                   p_.Tagged(verb.first, Bit(Tag::kVBZ) | Bit(Tag::kVBP)) &&
                   !p_.Tagged(verb.head, Bit(Tag::kVBD) | Bit(Tag::kVBN));
    const DateMatch& date = story_.dates[claim.when->date];
    uint32_t first = date.first;
    bool article = first > 0 && p_.Tagged(first - 1, Bit(Tag::kDT));
    bool term = first > 0 && p_.IsWord(first - 1, "for");
    bool ahead = p_.Value(first, W::k_date_shift, 0) > 0 ||
                 p_.Value(first, W::k_day_word, 0) > 0;
    return present && ahead && !article && !term;
  }

  // Whether the claim's subject shares the verb with who was found to say it.
  bool IsJoinedDoer(const ParsedSentence& parsed, const Draft& draft) const {
    const Claim& claim = draft.claim;
    if (draft.verb < 0 || !claim.subject || claim.subject->entity < 0) {
      return false;
    }
    int main = parsed.subject[draft.verb];
    bool says = main >= 0 &&
                p_.span(parsed.groups[main].first, parsed.groups[main].last)
                    .Overlaps(claim.speaker->span);
    const std::vector<int>& joined = parsed.joined[draft.verb];
    return says && std::any_of(joined.begin(), joined.end(), [&](int doer) {
             const Group& group = parsed.groups[doer];
             return p_.span(group.first, group.last)
                 .Overlaps(claim.subject->span);
           });
  }

  // "The mobile operator said it would cut jobs": whoever "it" is.
  Party SpeakerOf(const Claim& claim, const Party& speaker) const {
    uint32_t behind = p_.TokenFrom(speaker.span.end);
    bool firm = speaker.entity < 0 && behind > 0 &&
                p_.Tagged(behind - 1, Bit(Tag::kNN)) &&
                p_.LemmaHas(behind - 1, W::k_nominal_company);
    Party party = speaker;
    if (!firm || !claim.subject || claim.subject->entity < 0) return party;
    uint32_t word = p_.TokenFrom(claim.subject->span.start);
    bool alone =
        word < p_.size() && p_.tokens[word].end() == claim.subject->span.end;
    bool it = alone && (p_.IsWord(word, "it") || p_.IsWord(word, "its"));
    if (!it) return party;
    party.name = claim.subject->name;
    party.entity = claim.subject->entity;
    return party;
  }

  // Whether who says it is a company that speaks of its own people.
  bool Employs(const std::optional<Party>& speaker) const {
    if (!speaker || speaker->entity < 0) return false;
    const EntityInfo& info = story_.entities.entities[speaker->entity];
    return info.type == EntityType::kCompany &&
           FactsOf(story_, speaker->entity).kind != "media";
  }

  // "people familiar with the matter said".
  bool RestsOnSources(const Sentence& sentence) const {
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (p_.Match(i, W::k_unnamed_source, sentence.last).length > 0) {
        return true;
      }
    }
    return false;
  }

  // The currency in which the shares of the subject are traded.
  std::string Currency(const Claim& claim) const {
    if (!claim.subject || claim.subject->entity < 0) return {};
    const EntityInfo& info = story_.entities.entities[claim.subject->entity];
    if (info.type != EntityType::kCompany) return {};
    EntryFacts facts = FactsOf(story_, claim.subject->entity);
    uint32_t exchange = p_.lexicon->Find(Folded(facts.exchange));
    std::string traded(p_.lexicon->Text(exchange, W::k_exchange_currency));
    return traded.empty() ? OnlyCurrency() : traded;
  }

  // "its users rose to 3 million": whom the measure counts.
  std::string Counted(std::string_view metric) const {
    std::string_view last = metric.substr(metric.rfind(' ') + 1);
    const model::Word& word = p_.lexicon->word(p_.lexicon->Find(last));
    const model::Word& one = p_.lexicon->word(word.lemma);
    bool people = (word.tags & Bit(Tag::kNNS)) != 0 &&
                  one.noun_kind == model::kNounOfPerson;
    return people ? std::string(p_.lexicon->String(one.key)) : std::string();
  }

  // The currency of all sums of the article, where they are of one.
  std::string OnlyCurrency() const {
    std::string only;
    for (const FigureMatch& match : story_.figures) {
      if (match.figure.kind != FigureKind::kMoney) continue;
      if (!only.empty() && only != match.figure.unit) return {};
      only = match.figure.unit;
    }
    return only;
  }

  // "raised tariffs", "a dividend cut": which way a rate or payment went.
  Direction Raised(const ParsedSentence& parsed, const Draft& draft) const {
    uint32_t word =
        draft.verb >= 0 ? parsed.groups[draft.verb].head : draft.trigger;
    if (p_.VerbHas(word, W::k_rise)) return Direction::kUp;
    if (p_.VerbHas(word, W::k_fall)) return Direction::kDown;
    // "plans a rate cut".
    if (word == draft.trigger) return Direction::kNone;
    if (p_.LemmaHas(draft.trigger, W::k_rise)) return Direction::kUp;
    if (p_.LemmaHas(draft.trigger, W::k_fall)) return Direction::kDown;
    return Direction::kNone;
  }

  // A count without a measure's name: what is counted is the measure.
  void NameMetric(Claim& claim) const {
    claim.metric = claim.action;
    claim.action.clear();
    if (claim.level < 0 && claim.amount >= 0)
      std::swap(claim.level, claim.amount);
    if (claim.metric.empty() && claim.level >= 0) {
      claim.metric = FigureOf(story_, claim.level).unit;
    }
  }

  // The words of the claim: from its first to its last part.
  Span Extent(const Claim& claim) const {
    Span span = claim.trigger;
    auto cover = [&](const Span& part) {
      if (claim.evidence.span.Contains(part)) span = Cover(span, part);
    };
    for (const auto& party : {claim.subject, claim.object}) {
      if (party) cover(party->span);
    }
    for (int figure : FiguresOf(claim)) {
      cover(FigureOf(story_, figure).span);
    }
    if (claim.when) cover(claim.when->span);
    return span;
  }

  // Back-references were added out of order.
  void SortMentions() {
    EntityTable& table = story_.entities;
    std::stable_sort(table.mentions.begin(), table.mentions.end(),
                     [](const MentionMatch& a, const MentionMatch& b) {
                       return a.first < b.first;
                     });
    std::fill(table.at.begin(), table.at.end(), -1);
    for (size_t i = 0; i < table.mentions.size(); ++i) {
      for (uint32_t k = table.mentions[i].first; k < table.mentions[i].last;
           ++k) {
        table.at[k] = static_cast<int>(i);
      }
    }
  }

  Story& story_;
  const Passage& p_;
  Focus focus_;
  LastDeal deal_;
  bool rests_on_sources_ = false;  // the sentence in the making
  std::string* log_;
  int log_sentence_;
  std::vector<Claim> claims_;
};

}  // namespace

std::vector<Claim> FindClaims(Story& story, std::string* log,
                              int log_sentence) {
  return ClaimFinder(story, log, log_sentence).Run();
}

}  // namespace newsdigest
