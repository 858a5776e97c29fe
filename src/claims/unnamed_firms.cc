// Companies and institutions that the text does not name: what they do and have
// is not what the one spoken of before does and has.
#include "claims/fillers.h"

namespace newsdigest {

using W = WordClass;

// "The central bank held its rate", "A bakery chain said it will": a body that
// the text does not name.
std::optional<Filler> Focus::UnnamedActing(const ParsedSentence& parsed,
                                           uint32_t token) {
  int subject = -1;
  for (size_t i = 0; i < parsed.groups.size(); ++i) {
    if (parsed.groups[i].first >= token) break;
    if (parsed.groups[i].kind == GroupKind::kVerb) subject = parsed.subject[i];
  }
  if (subject < 0) return {};
  const Group& group = parsed.groups[subject];
  const Passage& p = story_.passage;
  // "Rival Quill said its revenue": a name that nothing tells more of, but "a
  // $3 million Series F".
  bool proper = p.Tagged(group.head, Bit(Tag::kNNP)) && group.figure < 0;
  bool body =
      proper || IsAuthority(group) || p.LemmaHas(group.head, W::k_nominal_org);
  // "Norway's central bank raised its stake": theirs.
  bool of_place = group.possessor > group.first && IsAuthority(group) &&
                  OwnedByPlace(group);
  bool above = OwnsNamed(parsed, subject);
  // "Its rival said its revenue", "A retailer said its".
  bool other = IsOtherFirm(group);
  bool named =
      group.mention >= 0 || group.pronoun ||
      (group.possessor > 0 && !proper && !of_place && !above && !other);
  if (!(body || above || other) || named || Resolve(parsed, group)) return {};
  Filler filler;
  filler.mask = above ? model::kCompany : model::kOrganization;
  filler.party = {Words(group), -1, p.span(group.first, group.last)};
  return filler;
}

bool Focus::IsOtherFirm(const Group& group) const {
  const Passage& p = story_.passage;
  if (group.kind != GroupKind::kNoun || group.mention >= 0 || group.pronoun) {
    return false;
  }
  if (p.LemmaHas(group.head, W::k_rival)) return true;
  // "Its parent": another, but "its parent, Acme".
  bool above = p.Tagged(group.first, Bit(Tag::kPRPS)) &&
               p.LemmaHas(group.head, W::k_owner_noun);
  if (above) return true;
  uint32_t first = group.first;
  bool one = p.IsWord(first, "a") || p.IsWord(first, "an") ||
             p.IsWord(first, "another") || p.IsWord(first, "one");
  return one && group.possessor == 0 &&
         p.LemmaHas(group.head, W::k_nominal_company);
}

bool Focus::IsInstitution(const Group& group) const {
  return group.kind == GroupKind::kNoun && group.definite &&
         group.mention < 0 && !group.pronoun && group.possessor == 0 &&
         group.last == group.first + 2 && story_.entities.at[group.head] < 0 &&
         story_.passage.LemmaHas(group.head, W::k_org_head);
}

bool Focus::OfInstitution(const ParsedSentence& parsed, uint32_t token) const {
  return token == parsed.sentence->first && institution_sentence_ >= 0 &&
         institution_sentence_ == parsed.index - 1;
}

void Focus::NoteInstitution(const ParsedSentence& parsed) {
  for (size_t i = 0; i < parsed.groups.size(); ++i) {
    int subject = parsed.subject[i];
    if (parsed.groups[i].kind != GroupKind::kVerb || subject < 0) continue;
    const Group& noun = parsed.groups[subject];
    bool again = noun.pronoun && OfInstitution(parsed, noun.first);
    bool institution = IsInstitution(noun);
    if (institution) institution_ = Words(noun);
    if (institution || again) institution_sentence_ = parsed.index;
    return;
  }
}

// "The firm that bought Acme said it": whether the noun group `at` stands in a
// relative clause that tells which company without a name is meant.
bool Focus::TellsWhichFirm(const ParsedSentence& parsed, size_t at) const {
  const std::vector<Group>& g = parsed.groups;
  for (size_t i = at; i > 1; --i) {
    if (g[i - 1].kind == GroupKind::kVerb && g[i - 1].finite &&
        g[i - 2].kind != GroupKind::kRelative) {
      return false;
    }
    if (g[i - 1].kind != GroupKind::kRelative) continue;
    return g[i - 2].mention < 0 &&
           passage().LemmaHas(g[i - 2].head, W::k_nominal_company);
  }
  return false;
}

// "Acme's offering": a thing, and no one who could be spoken of instead.
bool Focus::OwnedThing(const Group& noun) const {
  return noun.mention < 0 && noun.possessor > noun.first && !IsSomeone(noun) &&
         !IsOtherFirm(noun) &&
         !passage().LemmaHas(noun.head, W::k_nominal_company) &&
         !passage().LemmaHas(noun.head, W::k_nominal_org) &&
         !passage().LemmaHas(noun.head, W::k_owner_noun) &&
         !passage().LemmaHas(noun.head, W::k_org_head);
}

}  // namespace newsdigest
