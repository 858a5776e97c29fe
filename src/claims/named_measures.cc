#include "claims/named_measures.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

int NamedMeasures::FigureBehind(const Complement& complement, int at) const {
  for (const FigureUse& use : complement.figures) {
    if (use.preposition == 0 && use.group <= at + 2) return use.figure;
  }
  return -1;
}

std::optional<Mover> NamedMeasures::Doer(int at, bool named_only) {
  int subject = parsed_.subject[at];
  if (subject < 0 || g_[subject].kind != K::kNoun) return {};
  Filler filler = m_.focus.Read(parsed_, subject);
  // "Acme's pickups sold 3,000 units".
  if (filler.party.entity < 0) {
    auto owner = m_.focus.Possessor(parsed_, subject);
    if (owner && (owner->mask & model::kCompany)) filler = *owner;
  }
  constexpr uint16_t kDoers =
      model::kCompany | model::kOrganization | model::kPlace | model::kProduct;
  bool named = filler.party.entity >= 0 && (filler.mask & kDoers);
  bool many = !named_only && filler.party.entity < 0 &&
              (filler.mask & model::kThing) && !g_[subject].pronoun &&
              p_.Tagged(g_[subject].head, Bit(Tag::kNNS));
  if (!named && !many) return {};
  Mover mover;
  mover.holder = filler.party;
  mover.group = subject;
  return mover;
}

void NamedMeasures::Add(int at, Mover mover, int figure,
                        const Complement& complement) {
  Claim claim;
  claim.status = g_[at].status;
  // "the market is set to reach $3 billion": nobody plans it.
  if (claim.status == Status::kPlanned && mover.holder->entity < 0) {
    claim.status = Status::kExpected;
  }
  Use(figure, claim.level);
  // "makes up 30%": the verb's own "up" tells no direction.
  bool phrase =
      p_.Match(g_[at].head, W::k_portion, parsed_.sentence->last).length > 1;
  if (!phrase) claim.direction = AdverbDirection(at, complement);
  Assign(complement, mover, true, claim);
  if (g_[at].negated) return;
  int first = parsed_.subject[at] >= 0 ? parsed_.subject[at] : at;
  Emit(mover, claim, at, g_[at].head, at, first, complement.end, "volume", 1);
}

bool NamedMeasures::CountsPeople(std::string_view metric) const {
  uint32_t lemma = p_.lexicon->word(p_.lexicon->Find(metric)).lemma;
  return p_.lexicon->word(lemma).noun_kind == model::kNounOfPerson;
}

}  // namespace newsdigest
