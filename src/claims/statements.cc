// Statements: any other clause with a named subject and a figure or a second
// named party. Made only where no frame and no move spoke for the clause.
#include <algorithm>

#include "claims/frames.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

constexpr uint16_t kNamed = 0xff;

class StatementFinder {
 public:
  StatementFinder(Matching& matching, const std::vector<Draft>& kept)
      : m_(matching),
        p_(matching.story.passage),
        parsed_(matching.parsed),
        kept_(kept) {}

  void Run() {
    for (size_t i = 0; i < parsed_.groups.size(); ++i) {
      const Group& group = parsed_.groups[i];
      // What something is, is no event.
      bool plain = group.kind == K::kVerb && group.finite && !group.aside &&
                   !p_.VerbHas(group.head, W::k_say) &&
                   !p_.Has(group.head, W::k_be);
      if (plain) Verb(static_cast<int>(i));
    }
  }

 private:
  bool Spoken(int verb, const Complement& complement) const {
    for (const Draft& draft : kept_) {
      if (draft.verb == verb || draft.group == verb) return true;
      if (draft.group > verb && draft.group < complement.end) return true;
      if (draft.clause_first <= verb && verb < draft.clause_last) return true;
    }
    return false;
  }

  bool Taken(int figure) const {
    for (const Draft& draft : kept_) {
      const Claim& c = draft.claim;
      if (c.amount == figure || c.change == figure || c.level == figure ||
          c.from == figure) {
        return true;
      }
    }
    return false;
  }

  std::optional<Filler> Named(int group) {
    if (group < 0) return {};
    Filler filler = m_.focus.Read(parsed_, group);
    bool named = (filler.mask & kNamed) && filler.party.entity >= 0 &&
                 !(filler.mask & (model::kSecurity | model::kMeasure));
    return named ? std::optional(filler) : std::nullopt;
  }

  void Verb(int at) {
    Complement complement = ReadComplement(m_.story, parsed_, at);
    if (Spoken(at, complement)) return;
    // Who "it" is, is too thin where nothing else speaks for the clause.
    int who = parsed_.subject[at];
    if (who < 0 || parsed_.groups[who].mention < 0) return;
    auto subject = Named(who);
    if (!subject) return;
    Claim claim;
    for (int group : complement.objects) {
      if (parsed_.groups[group].pronoun) continue;  // too thin as well
      auto object = Named(group);
      // "took place in Austin, Texas", and what is joined to it.
      bool region = object && (object->mask & model::kPlace) &&
                    parsed_.groups[group - 1].kind == K::kComma;
      if (region) break;
      if (object && object->party.entity != subject->party.entity) {
        claim.object = object->party;
        break;
      }
    }
    for (const FigureUse& use : complement.figures) {
      const Figure& figure = FigureOf(m_.story, use.figure);
      // "a two-way street" counts nothing.
      uint32_t noun = m_.story.figures[use.figure].noun;
      bool counts = figure.kind == FigureKind::kCount &&
                    !(noun > 0 && p_.Is(noun - 1, "-"));
      bool usable =
          IsMoney(figure) || figure.kind == FigureKind::kPercent || counts;
      if (usable && !Taken(use.figure)) {
        claim.amount = use.figure;
        break;
      }
    }
    if (!claim.object && claim.amount < 0) return;
    claim.type = ClaimType::kStatement;
    claim.rule = "statement/clause";
    claim.status = parsed_.groups[at].status;
    claim.subject = subject->party;
    Draft draft;
    draft.claim = std::move(claim);
    draft.group = at;
    draft.verb = at;
    draft.trigger = parsed_.groups[at].head;
    draft.clause_first = std::min(parsed_.subject[at], at);
    draft.clause_last = complement.end;
    m_.drafts.push_back(std::move(draft));
  }

  Matching& m_;
  const Passage& p_;
  const ParsedSentence& parsed_;
  const std::vector<Draft>& kept_;
};

}  // namespace

void AddStatements(Matching& matching, const std::vector<Draft>& kept) {
  StatementFinder(matching, kept).Run();
}

}  // namespace newsdigest
