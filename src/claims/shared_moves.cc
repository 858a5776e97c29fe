#include "claims/shared_moves.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

}  // namespace

void SharedMoves::Gapped(const Complement& complement, const Mover& first,
                         const Claim& told) {
  int size = static_cast<int>(g_.size());
  FigureKind kind = F(told.change).kind;
  int k = complement.end;
  while (true) {
    int from = k;
    while (k < size &&
           (g_[k].kind == K::kComma || g_[k].kind == K::kConjunction)) {
      ++k;
    }
    if (k == from || k + 1 >= size || g_[k].kind != K::kNoun) return;
    int figure = k + 1;
    Claim claim;
    claim.direction = told.direction;
    claim.status = told.status;
    if (g_[figure].kind == K::kAdverb) {
      claim.direction = DirectionOf(g_[figure++].head, false);
    }
    bool fits = figure < size && g_[figure].kind == K::kFigure &&
                F(g_[figure].figure).kind == kind &&
                claim.direction != Direction::kNone;
    if (!fits) return;
    Complement own = ReadComplement(m_.story, parsed_, k);
    auto mover = movers_.Read(k, -1);
    if (!mover) mover = movers_.BareName(k, own);
    if (!mover || mover->security != first.security) return;
    // "its revenue rose 6% and profit 3%": of the same party.
    bool open = !mover->security &&
                (mover->carried || !mover->holder || mover->holder->entity < 0);
    if (open) {
      mover->holder = first.holder;
      mover->carried = first.carried;
    }
    Assign(own, *mover, false, claim);
    Emit(*mover, claim, k, g_[figure].head, k, k, own.end, "gap");
    k = own.end;
  }
}

std::optional<Party> SharedMoves::NamedFirm(int at) const {
  bool names =
      at > 0 && g_[at].mention >= 0 && p_.IsWord(g_[at - 1].head, "at");
  Filler named = names ? m_.focus.Read(parsed_, at) : Filler();
  bool firm = (named.mask & model::kCompany) != 0 && named.party.entity >= 0;
  return firm ? std::optional(named.party) : std::nullopt;
}

int SharedMoves::SettingsEnd(int at) const {
  int last = 0;
  for (int end = SettingEnd(at); end > 0; end = SettingEnd(end)) last = end;
  return last;
}

int SharedMoves::SettingEnd(int at) const {
  int size = static_cast<int>(g_.size());
  bool in = at < size && g_[at].kind == K::kPreposition;
  if (in) ++at;
  if (at >= size) return 0;
  // "31% year over year", "2% sequentially", "in the year to date".
  uint32_t word = g_[at].first;
  if (g_[at].definite && p_.Tagged(word, Bit(Tag::kDT))) ++word;
  uint32_t basis = p_.Match(word, W::k_basis, parsed_.sentence->last).length;
  if (basis > 0) {
    uint32_t last = word + basis;
    while (at < size && g_[at].first < last) ++at;
    return at;
  }
  // "on the week", "in the last 12 months".
  int time = at;
  if (time + 1 < size && p_.Tagged(g_[time].head, Bit(Tag::kDT)) &&
      g_[time].last == g_[time].first + 1) {
    ++time;
  }
  bool timed = in && (g_[time].definite || time > at) &&
               (p_.LemmaHas(g_[time].last - 1, W::k_period_unit) ||
                p_.LemmaHas(g_[time].head, W::k_stretch) ||
                p_.LemmaHas(g_[time].head, W::k_session));
  if (timed) return time + 1;
  bool there =
      in && g_[at].kind == K::kNoun &&
      ((m_.focus.Read(parsed_, at).mask & model::kPlace) != 0 || NamedFirm(at));
  return there || g_[at].kind == K::kDate ? at + 1 : 0;
}

void SharedMoves::Again(const Mover& mover, const Claim& told, int verb,
                        std::string_view rule) {
  bool changes = told.change >= 0;
  int figure = changes ? told.change : told.level;
  if (figure < 0 || (changes && told.level >= 0)) return;
  int size = static_cast<int>(g_.size());
  int at = verb + 1;
  while (at < size && g_[at].figure != figure) ++at;
  while (at < size) {
    int end = SettingsEnd(at + 1);
    int next = end;
    while (next > 0 && next < size &&
           (g_[next].kind == K::kComma || g_[next].kind == K::kConjunction)) {
      ++next;
    }
    if (next == end) return;
    if (next < size && p_.IsWord(g_[next].head, "by")) ++next;
    bool fits = next < size && g_[next].kind == K::kFigure &&
                F(g_[next].figure).kind == F(figure).kind &&
                F(g_[next].figure).unit == F(figure).unit;
    int last = fits ? SettingsEnd(next + 1) : 0;
    if (last == 0) return;
    Claim claim;
    claim.direction = told.direction;
    claim.status = told.status;
    (changes ? claim.change : claim.level) = g_[next].figure;
    used_[g_[next].figure] = true;
    Mover own = mover;
    if (auto firm = NamedFirm(last - 1)) own.holder = firm;
    Emit(own, claim, next, g_[next].head, verb, next, last, rule);
    at = next;
  }
}

}  // namespace newsdigest
