// Whose a measure or a security is.
#include "claims/mover.h"
#include "claims/speaker.h"
#include "claims/status.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

constexpr std::string_view kBank = "bank";
constexpr std::string_view kSeat = "seat";  // of who governs

}  // namespace

// "at a 4% rate, you would pay", but "if you count debt": advice to the reader,
// of no one's in particular.
bool MoverReader::AddressesReader() const {
  for (size_t i = 0; i < g_.size(); ++i) {
    int subject = parsed_.subject[i];
    bool you = g_[i].kind == K::kVerb && subject >= 0 &&
               p_.IsWord(g_[subject].first, "you") &&
               !(subject > 0 && g_[subject - 1].kind == K::kSubordinator);
    if (you) return true;
  }
  return false;
}

std::optional<Party> MoverReader::CurrentParty(uint32_t token,
                                               Span span) const {
  if (AddressesReader()) return {};
  int body = m_.focus.Current(parsed_, token, false, p_.IsWord(token, "the"));
  if (body < 0) return {};
  Filler filler = m_.focus.FromEntity(body, span);
  if (!(filler.mask & model::kCompany)) return {};  // agencies have no shares
  return filler.party;
}

std::optional<Party> MoverReader::Carried(uint32_t token, Span span) const {
  return m_.focus.Carried(parsed_, token, span);
}

// "shares of Acme": Acme; "stocks in Shanghai": these stocks.
std::optional<Party> MoverReader::MarketOf(int i) const {
  auto named = NamedAfter(i);
  if (!named || !Is(*named, EntityType::kPlace)) return named;
  Span span{p_.tokens[g_[i].first].start, named->span.end};
  return Party{std::string(p_.str(span)), -1, span};
}

std::optional<Party> MoverReader::SameIndex(int i) {
  const Group& group = g_[i];
  // "The Dow fell. The index", "the blue-chip index": the one that moved
  // before, or stands in the sentence.
  bool gauge =
      group.definite && group.head + 1 == group.last &&
      p_.Tagged(group.head, Bit(Tag::kNN)) &&
      p_.LemmaHas(group.head, W::k_gauge) &&
      (group.last == group.first + 2 || p_.Is(group.head - 2, "-") ||
       (group.last == group.first + 3 &&
        p_.Tagged(group.head - 1, Bit(Tag::kJJ)) && group.mention < 0));
  if (!gauge) return {};
  for (int k = i - 1; k >= 0; --k) {
    if (g_[k].mention < 0) continue;
    Party party = m_.focus.Read(parsed_, k).party;
    if (!Is(party, EntityType::kInstrument)) continue;
    party.span = p_.span(group.first, group.last);
    return party;
  }
  const Party* moved = m_.focus.Moved(parsed_.index - 3);
  bool same = moved && Is(*moved, EntityType::kInstrument);
  if (!same) return {};
  return Party{moved->name, moved->entity, p_.span(group.first, group.last)};
}

std::optional<Party> MoverReader::SecurityOf(int i, const Filler& filler) {
  const Group& group = g_[i];
  // "the shares", "share price".
  bool price = group.head > group.first &&
               p_.Has(group.head - 1, W::k_own_share) &&
               p_.LemmaHas(group.head, W::k_quote_word) &&
               !p_.Tagged(group.head, Bit(Tag::kNNS));
  // "the flagging share price".
  bool told = price && group.definite && group.first + 2 < group.head &&
              p_.Tagged(group.first, Bit(Tag::kDT));
  for (uint32_t k = group.first + 1; told && k + 1 < group.head; ++k) {
    told = p_.Tagged(k, Bit(Tag::kJJ) | Bit(Tag::kVBN) | Bit(Tag::kVBG));
  }
  bool bare = filler.party.entity < 0 && (price || IsStockWord(group.head)) &&
              (told || Plain(group));
  if (filler.party.entity < 0) {
    if (auto index = SameIndex(i)) return index;
  }
  // "New York-listed shares of Acme".
  bool listed =
      !bare && filler.party.entity < 0 && p_.Has(group.head, W::k_own_share) &&
      i + 1 < static_cast<int>(g_.size()) && p_.IsWord(g_[i + 1].head, "of");
  if (listed) {
    auto named = NamedAfter(i);
    if (named && Is(*named, EntityType::kCompany)) return named;
  }
  if (!bare) return filler.party;
  if (auto market = MarketOf(i)) return market;
  bool own = price || p_.Has(group.head, W::k_own_share);
  if (own) {
    return CurrentParty(group.first, p_.span(group.first, group.last));
  }
  // "the index", "bond yields": nobody's, but something that the text speaks
  // of.
  bool spoken = group.definite || p_.Tagged(group.head, Bit(Tag::kNNS));
  return spoken ? std::optional(filler.party) : std::nullopt;
}

// "Gartner expects PC sales to fall": they are not Gartner's.
bool MoverReader::Observes(const Party& party) const {
  return party.entity >= 0 && m_.focus.Counts(party.entity);
}

bool MoverReader::Foresees(const Party& party) const {
  if (party.entity < 0) return false;
  return Observes(party) || m_.focus.Rates(party.entity) ||
         FactsOf(m_.story, party.entity).kind == kBank;
}

std::optional<Party> MoverReader::BehindVerb(int i) const {
  int verb = VerbOf(parsed_, i);
  bool object = verb < 0 && i > 0 && g_[i - 1].kind == K::kVerb;
  if (object) verb = i - 1;
  if (verb < 0) return {};
  Complement complement = ReadComplement(m_.story, parsed_, verb);
  for (const PrepositionalPhrase& phrase : complement.phrases) {
    // "Sales reached $3 million for Acme", but "has a share of 3%, against 4%
    // for Acme".
    bool behind = p_.IsWord(phrase.preposition, "at") ||
                  (p_.IsWord(phrase.preposition, "for") && verb == i + 1);
    // "expects sales of $3 million from Acme".
    behind = behind || (p_.IsWord(phrase.preposition, "from") && object &&
                        EmbeddedStatus(p_, g_[verb]) == Status::kExpected);
    if (!behind) continue;
    if (!ActsAsFirm(phrase.group)) continue;
    Party party = m_.focus.Read(parsed_, phrase.group).party;
    if (party.entity >= 0 && !Observes(party)) return party;
  }
  return {};
}

std::optional<Party> MoverReader::ToldFor(int i) const {
  auto company = [&](int group, bool nominal) -> std::optional<Party> {
    bool above = group >= 0 && m_.focus.OwnsNamed(parsed_, group);
    bool spoken = nominal && group >= 0 && g_[group].definite &&
                  g_[group].mention < 0 &&
                  p_.LemmaHas(g_[group].head, W::k_nominal_company);
    if (group < 0 || !(above || spoken || ActsAsFirm(group))) return {};
    Party party = m_.focus.Read(parsed_, group).party;
    bool fits = (above || party.entity >= 0) && !Observes(party);
    return fits ? std::optional(party) : std::nullopt;
  };
  bool fronted = g_.size() > 3 && i > 2 && p_.IsWord(g_[0].head, "at") &&
                 g_[2].kind == K::kComma;
  if (fronted) {
    if (auto found = company(1, false)) return found;
  }
  int k = i - 1;
  // "Acme said the weather hit sales": the weather has none.
  bool acted = k > 1 && g_[k].kind == K::kVerb &&
               g_[k].status == Status::kCompleted &&
               parsed_.subject[k] == k - 1 && g_[k - 1].mention < 0 &&
               !g_[k - 1].pronoun;
  if (acted) k -= 2;
  while (k > 0 &&
         (g_[k].kind == K::kThat || g_[k].kind == K::kDate ||
          (g_[k].kind == K::kPreposition && g_[k + 1].kind == K::kDate))) {
    --k;
  }
  // "Acme told investors that profit would rise".
  bool heard = k > 1 && k < i - 1 && g_[k].kind == K::kNoun &&
               g_[k - 1].kind == K::kVerb;
  if (heard) --k;
  bool says = k > 0 && g_[k].kind == K::kVerb && !g_[k].passive &&
              p_.VerbHas(g_[k].head, W::k_say);
  if (says) {
    auto firm = company(parsed_.subject[k], true);
    bool other = firm && m_.focus.ForeseesOther(firm->entity, g_[k].head);
    return other ? std::nullopt : firm;
  }
  // "Revenue was $3 million, Acme said", where no other is named before. Banks
  // say it of others.
  for (k = 0; k < i; ++k) {
    if (ActsAsFirm(k)) return {};
  }
  int size = static_cast<int>(g_.size());
  for (k = i + 2; k < size; ++k) {
    bool last = g_[k].kind == K::kVerb && !g_[k].passive &&
                p_.VerbHas(g_[k].head, W::k_say) &&
                !StatusOf(p_, g_[k].head, W::k_embeds) &&
                parsed_.subject[k] == k - 1 && g_[k - 2].kind == K::kComma;
    if (!last) continue;
    auto firm = company(k - 1, false);
    // What a bank earned is its own.
    int verb = VerbOf(parsed_, i);
    bool earned =
        OfFirms(g_[i]) && verb >= 0 && g_[verb].status == Status::kCompleted;
    bool own =
        firm && (earned || FactsOf(m_.story, firm->entity).kind != kBank);
    return own ? firm : std::nullopt;
  }
  return {};
}

std::optional<Party> MoverReader::ToldByOfficer(int i) const {
  const Group& group = g_[i];
  bool bare = OfFirms(group) || (group.last == group.first + 1 &&
                                 p_.LemmaHas(group.head, W::k_goods_measure));
  if (!bare) return {};
  auto speaker = FindSpeaker(m_.story, parsed_, m_.focus, group.head, -1);
  if (!speaker || !Is(*speaker, EntityType::kPerson)) return {};
  if (m_.focus.IsObserver(speaker->entity)) return {};
  auto body = m_.focus.BodyOf(speaker->entity, model::kCompany);
  bool fits = body && body->party.entity >= 0 && !Observes(body->party) &&
              FactsOf(m_.story, body->party.entity).kind != kBank;
  return fits ? std::optional(body->party) : std::nullopt;
}

std::optional<Party> MoverReader::ToldAround(int i) const {
  if (auto behind = BehindVerb(i)) return behind;
  if (auto told = ToldFor(i)) return told;
  return ToldByOfficer(i);
}

// "Acme lifted U.S. sales", "Acme said U.S. sales fell": its own there.
std::optional<Party> MoverReader::OwnThere(int i, int verb,
                                           const Party& place) const {
  if (!Is(place, EntityType::kPlace) || Economy(g_[i])) return {};
  int subject = verb < 0 ? -1 : parsed_.subject[verb];
  bool acts = subject >= 0 && subject != i && ActsAsFirm(subject);
  if (!acts) return ToldFor(i);
  Party firm = m_.focus.Read(parsed_, subject).party;
  // "Quill Bank forecasts U.S. growth of 2%".
  bool foresees =
      Foresees(firm) && EmbeddedStatus(p_, g_[verb]) == Status::kExpected;
  return Observes(firm) || foresees ? std::nullopt : std::optional(firm);
}

// "Acme's sales fell 3%, while sales in Norway rose 2%": Acme's too.
std::optional<Party> MoverReader::SameBefore(int i) const {
  for (const Draft& draft : m_.drafts) {
    const Claim& claim = draft.claim;
    bool same =
        draft.measure >= 0 && draft.measure < i &&
        claim.type == ClaimType::kMetric && claim.subject &&
        Is(*claim.subject, EntityType::kCompany) &&
        p_.word(g_[draft.measure].head).lemma == p_.word(g_[i].head).lemma;
    if (same) return claim.subject;
  }
  return {};
}

// "Acme reported its results. Sales in Norway rose 2%": Acme's too.
std::optional<Party> MoverReader::FirmBefore(int i) const {
  if (g_[i].first != g_[i].head) return {};
  auto carried = Carried(g_[i].first, p_.span(g_[i].first, g_[i].last));
  bool firm = carried && Is(*carried, EntityType::kCompany);
  return firm ? carried : std::nullopt;
}

bool MoverReader::ActorHolds(int i, Mover& mover) {
  const Group& group = g_[i];
  int verb = mover.verb;
  Filler acts = Acting(i, verb);
  // "Acme's stock rose, giving it a market value of $3 million".
  bool share =
      (acts.mask & model::kSecurity) && Is(acts.party, EntityType::kCompany);
  if (share) acts.mask = model::kCompany;
  // "The index lost $3 billion in market value": no one's before.
  bool index =
      acts.mask != 0 && !(acts.mask & ~(model::kSecurity | model::kInstrument));
  if (index && !mover.holder) return false;
  uint16_t barred = model::kSecurity | model::kMeasure;
  if (!Personal(group)) barred |= model::kPerson;
  // "The White House predicted 3% growth": the growth is not its own.
  bool seat = Is(acts.party, EntityType::kPlace) &&
              FactsOf(m_.story, acts.party.entity).kind == kSeat;
  bool reckons = (Is(acts.party, EntityType::kOrganization) || seat) &&
                 !p_.Has(g_[verb].head, W::k_have) &&
                 (p_.VerbHas(g_[verb].head, W::k_say) ||
                  p_.VerbHas(g_[verb].head, W::k_embeds)) &&
                 !OfFirms(group);
  int subject = parsed_.subject[verb];
  // "Norway's biggest bank posted a profit", "Acme's owner posted a profit".
  bool unnamed =
      subject >= 0 && (m_.focus.OwnsNamed(parsed_, subject) ||
                       (g_[subject].possessor > 0 && g_[subject].mention < 0 &&
                        acts.party.entity < 0 && OfFirms(group) &&
                        p_.LemmaHas(g_[subject].head, W::k_nominal_company)));
  bool known = acts.party.entity >= 0 || unnamed;
  bool holds = known && !(acts.mask & barred) && !reckons &&
               (!Economy(group) || (acts.mask & model::kPlace) ||
                p_.Has(g_[verb].head, W::k_have));
  if (holds && !Observes(acts.party) &&
      !m_.focus.ForeseesOther(acts.party.entity, g_[verb].head)) {
    mover.holder = acts.party;
  }
  bool result = OfFirms(group) || p_.LemmaHas(group.head, W::k_profit);
  if (!mover.holder && result) mover.holder = UnknownActor(verb);
  return true;
}

bool MoverReader::NamesHolder(int i, Mover& mover) {
  bool economy = Economy(g_[i]);
  int verb = mover.verb;
  mover.holder = NamedAfter(i);
  if (!mover.holder) mover.holder = Having(i);
  // "Acme cut prices in Norway", "Acme said sales in Norway fell": its own.
  auto own = mover.holder ? OwnThere(i, verb, *mover.holder) : std::nullopt;
  bool there = mover.holder && Is(*mover.holder, EntityType::kPlace);
  if (!own && there && !economy) {
    own = SameBefore(i);
    if (!own) own = FirmBefore(i);
    if (own) mover.metric += " in " + mover.holder->name;
  }
  if (own) mover.holder = own;
  if (!mover.holder) mover.holder = BeforeTerm(i);
  // "it cut prices in Norway": not Norway's.
  bool actor = verb >= 0 && parsed_.subject[verb] >= 0 && mover.holder &&
               Is(*mover.holder, EntityType::kPlace) &&
               g_[parsed_.subject[verb]].pronoun &&
               parsed_.subject[verb] != i && !economy;
  if ((!mover.holder || actor) && verb >= 0 && !ActorHolds(i, mover)) {
    return false;
  }
  return true;
}

std::optional<Party> MoverReader::Seeing(int i) {
  bool saw = i > 0 && g_[i - 1].kind == K::kVerb && !g_[i - 1].passive &&
             p_.Tagged(g_[i - 1].head, Bit(Tag::kVBD) | Bit(Tag::kVBN)) &&
             p_.VerbHas(g_[i - 1].head, W::k_lets);
  if (!saw) return {};
  Filler acts = Acting(i, i - 1);
  bool firm = acts.party.entity >= 0 && (acts.mask & model::kCompany);
  return firm ? std::optional(acts.party) : std::nullopt;
}

bool MoverReader::ToldBefore(int i, Mover& mover) {
  const Group& group = g_[i];
  bool economy = Economy(group);
  Span span = p_.span(group.first, group.last);
  int verb = VerbBefore(g_, i);
  int acts = verb < 0 ? -1 : parsed_.subject[verb];
  if (!economy) mover.holder = Industry(i, acts);
  if (mover.holder) return true;
  // "Nortiv beat expectations with sales of $3 million".
  auto unknown = verb < 0 ? std::nullopt : UnknownActor(verb);
  if (unknown && acts != i && !economy) {
    mover.holder = unknown;
    return true;
  }
  // "As sales fell 5%, Acme cut jobs".
  int main = economy ? -1 : m_.focus.MainSubject(parsed_, group.first);
  if (main >= 0) {
    mover.holder = m_.focus.FromEntity(main, span).party;
    return true;
  }
  mover.holder = ToldBeside(i);
  if (mover.holder) return true;
  // "Acme's guidance calls for sales of $3 million".
  bool foresees = acts >= 0 && acts != i && !economy &&
                  p_.LemmaHas(g_[acts].head, W::k_outlook);
  auto whose = foresees ? m_.focus.Possessor(parsed_, acts) : std::nullopt;
  bool own = whose && (whose->mask & model::kCompany) &&
             !m_.focus.SpeaksOfOthers(whose->party.entity);
  if (own) {
    mover.holder = whose->party;
    return true;
  }
  // "many have doubled their revenue": theirs, and no one's before.
  if (group.possessor > 0 && p_.IsWord(group.first, "their")) return false;
  // "Quill Plus said it lost users": whoever that is, no one before.
  int subject = mover.verb < 0 ? -1 : parsed_.subject[mover.verb];
  bool someone = subject >= 0 && subject != i && g_[subject].pronoun &&
                 p_.IsWord(g_[subject].head, "it") &&
                 m_.focus.Read(parsed_, subject).party.entity < 0;
  if (economy || someone) return true;
  if (AddressesReader()) return false;
  // "Acme is building a plant at a cost of $3 million": Acme's.
  bool spends = acts >= 0 && acts != i && i > 0 &&
                g_[i - 1].kind == K::kPreposition && ActsAsFirm(acts) &&
                !p_.VerbHas(g_[verb].head, W::k_say);
  if (spends) {
    Party firm = m_.focus.Read(parsed_, acts).party;
    if (!Observes(firm) && !Foresees(firm)) {
      mover.holder = firm;
      return true;
    }
  }
  // "Global oven sales fell": no single company's.
  bool at_large = p_.Has(group.first, W::k_at_large) && NamesGoods(group) &&
                  group.head > group.first + 1;
  // "Turnover on the main section": of a market.
  bool traded = p_.LemmaHas(group.head, W::k_volume_word) &&
                i + 1 < static_cast<int>(g_.size()) &&
                p_.IsWord(g_[i + 1].head, "on");
  if (at_large || traded) return true;
  mover.holder = Carried(group.first, span);
  mover.carried = !mover.holder || !Observes(*mover.holder);
  if (!mover.carried) mover.holder.reset();
  return true;
}

bool MoverReader::SaysOfWhat(const Group& group) const {
  bool article = p_.Tagged(group.first, Bit(Tag::kDT)) && !group.definite;
  uint32_t words = group.last - group.first - (article ? 1 : 0);
  return words > 1 || (!article && Economy(group));
}

bool MoverReader::FindHolder(int i, const Filler& filler, Mover& mover) {
  const Group& group = g_[i];
  mover.holder = UnknownOwner(group);
  if (mover.holder) return true;
  bool economy = Economy(group);
  if (!NamesHolder(i, mover)) return false;
  if (!mover.holder) mover.holder = Seeing(i);
  if (!mover.holder) mover.holder = Described(i, mover.verb);
  if (!mover.holder) mover.holder = Nation(group);
  if (!mover.holder) mover.holder = Priced(i);
  if (!mover.holder) OfThings(i, mover);
  // "assets of the 400 funds": theirs, whoever was spoken of.
  int of = i + 2;
  bool counted =
      of < static_cast<int>(g_.size()) && g_[of].definite && g_[of].figure >= 0;
  if (!mover.holder && counted) OfOthers(i, mover);
  if (!mover.holder && !economy) mover.holder = ToldAround(i);
  if (!mover.holder && !ToldBefore(i, mover)) return false;
  if (!mover.holder) OfOthers(i, mover);
  if (!mover.holder && economy) {
    mover.holder = SameNation(group);
    mover.carried = mover.holder.has_value();
  }
  // A measure of nobody: its own words say of what ("truck sales"), which "a
  // cost of $3 million" does not.
  if (!mover.holder && SaysOfWhat(group)) {
    mover.holder = filler.party;
    mover.carried = false;
    if (group.figure >= 0) mover.holder->name = mover.metric;
  }
  return true;
}

void MoverReader::ToFirm(const Group& group, Mover& mover) {
  if (mover.holder->entity < 0) return;
  const EntityInfo& info = m_.story.entities.entities[mover.holder->entity];
  if (info.type != EntityType::kPlace || !OfFirms(group)) return;
  // "East Harbor reported net income": what only looks like a place.
  int subject = mover.verb < 0 ? -1 : parsed_.subject[mover.verb];
  bool reports = subject >= 0 && g_[subject].mention >= 0 &&
                 m_.story.entities.mentions[g_[subject].mention].entity ==
                     mover.holder->entity;
  if (reports && info.entry == kNoEntry) return;
  auto firm = CurrentParty(group.first, p_.span(group.first, group.last));
  if (!firm) return;
  mover.metric += " in " + mover.holder->name;
  mover.holder = firm;
}

std::optional<Party> MoverReader::YieldOf(int i, int verb) {
  bool yield = p_.LemmaHas(g_[i].head, W::k_security) &&
               p_.LemmaHas(g_[i].head, W::k_measure);
  if (verb < 0 || !yield || g_[i].possessor > 0) return {};
  Filler acts = Acting(i, verb);
  bool company = acts.party.entity >= 0 &&
                 (acts.mask & (model::kCompany | model::kSecurity)) &&
                 !p_.VerbHas(g_[verb].head, W::k_say) &&
                 EmbeddedStatus(p_, g_[verb]) != Status::kExpected;
  return company ? std::optional(acts.party) : std::nullopt;
}

}  // namespace newsdigest
