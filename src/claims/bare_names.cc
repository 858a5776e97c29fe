// A name that stands for its share: "Acme rose 7%".
#include <algorithm>

#include "claims/mover.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

bool MoverReader::ToLevel(const FigureUse& use) const {
  return use.preposition > 0 && (p_.IsWord(use.preposition - 1, "to") ||
                                 p_.IsWord(use.preposition - 1, "at"));
}

// "GUX lost 1.4% to 874p": only a price falls by a percentage to a price,
// whatever a name that no list knows looks like. A fund needs no price.
bool MoverReader::Quoted(const Group& group, const Filler& filler,
                         const Complement& complement) const {
  int entity = filler.party.entity;
  bool unlisted =
      entity >= 0 && m_.story.entities.entities[entity].entry == kNoEntry;
  bool change = false;
  bool price = false;
  for (const FigureUse& use : complement.figures) {
    const Figure& figure = F(use.figure);
    bool to = ToLevel(use);
    change =
        change || (use.preposition == 0 && figure.kind == FigureKind::kPercent);
    price = price || (to && figure.kind == FigureKind::kMoney &&
                      !IsSum(figure, filler.party));
  }
  // "The Norway Fund fell 3%".
  bool fund = p_.Has(group.last - 1, W::k_fund_head);
  return unlisted && change && (price || fund);
}

std::optional<Mover> MoverReader::BareName(int s, const Complement& complement,
                                           bool extreme) {
  if (s < 0 || g_[s].kind != K::kNoun) return {};
  if (!complement.objects.empty() && !extreme) return {};
  Filler filler = m_.focus.Read(parsed_, s);
  // "The Dow fell. It is still up 5%": what moved before.
  const Party* moved = m_.focus.Moved(parsed_.index - 1);
  // "Bitcoin's path is hard as it trades at $9": whose it is.
  Party owner;
  for (int k = 0; k < s; ++k) {
    bool owned = g_[k].mention < 0 && g_[k].possessor > g_[k].first;
    int at = owned ? m_.story.entities.at[g_[k].possessor - 1] : -1;
    if (at < 0) continue;
    owner.entity = m_.story.entities.mentions[at].entity;
    if (Is(owner, EntityType::kInstrument)) moved = &owner;
  }
  // "Acme's shares rose, though they have lost 5%": what moved here.
  for (const Draft& draft : m_.drafts) {
    bool told = draft.claim.type == ClaimType::kMarketMove && draft.group < s &&
                draft.claim.subject;
    if (told) moved = &*draft.claim.subject;
  }
  bool again = g_[s].pronoun &&
               (p_.IsWord(g_[s].head, "it") || p_.IsWord(g_[s].head, "they"));
  if (moved && again) {
    Span span = p_.span(g_[s].first, g_[s].last);
    filler = moved->entity < 0 ? Filler{model::kInstrument, *moved}
                               : m_.focus.FromEntity(moved->entity, span);
  }
  bool fits = (filler.mask & (model::kCompany | model::kInstrument)) &&
              (filler.party.entity >= 0 || (moved && again));
  if (!fits && !Quoted(g_[s], filler, complement)) return {};
  // "pushed Acme into the red": its result, and no share.
  bool result = false;
  for (const PrepositionalPhrase& phrase : complement.phrases) {
    const Group& colour = g_[phrase.group];
    result =
        result || (p_.IsWord(phrase.preposition, "into") && colour.definite &&
                   colour.mention < 0 && colour.last == colour.first + 2);
  }
  if (extreme && result && !(filler.mask & model::kInstrument)) return {};
  // An index or a coin moves without a figure too.
  bool bare = extreme || (filler.mask & model::kInstrument);
  bool no_size =
      std::all_of(complement.figures.begin(), complement.figures.end(),
                  [&](const FigureUse& use) { return IsTime(F(use.figure)); });
  if (bare && no_size) {
    Mover mover;
    mover.security = true;
    mover.holder = filler.party;
    mover.group = s;
    return mover;
  }
  for (const FigureUse& use : complement.figures) {
    const Figure& figure = F(use.figure);
    bool by = use.preposition > 0 && p_.IsWord(use.preposition - 1, "by");
    bool none = use.preposition == 0;
    bool to = ToLevel(use);
    bool points = figure.unit == "point";
    // "surged past a 25.28 buy point".
    uint32_t noun = m_.story.figures[use.figure].noun;
    bool mark = use.preposition > 0 && noun > 0 &&
                figure.kind == FigureKind::kCount &&
                p_.Has(use.preposition - 1, W::k_level_preposition) &&
                p_.LemmaHas(noun, W::k_price_mark);
    bool instrument = (filler.mask & model::kInstrument) != 0;
    // "slipped 7/8 to 10", "closed at 23 3/4": old prices count in eighths.
    bool eighths = !IsMoney(figure) &&
                   p_.str(figure.span).find('/') != std::string_view::npos;
    // "raised $30 million": no share falls or rises by that.
    bool sum = IsSum(figure, filler.party);
    if (sum && to) return {};  // "grew to $30 million"
    if (sum) continue;
    // "hit a high of $45", "a high of 45.50".
    bool price = IsMoney(figure) ||
                 (figure.kind == FigureKind::kNumber &&
                  p_.str(figure.span).find('.') != std::string_view::npos);
    bool of = extreme && use.preposition > 0 && price &&
              p_.IsWord(use.preposition - 1, "of");
    if (of ||
        ((none || by) &&
         (IsChangeKind(figure.kind) || points || IsMoney(figure) || eighths)) ||
        (to && (IsMoney(figure) || instrument || eighths)) || mark) {
      Mover mover;
      mover.security = true;
      mover.holder = filler.party;
      mover.group = s;
      return mover;
    }
  }
  return {};
}

}  // namespace newsdigest
