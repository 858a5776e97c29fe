// Measures that a verb names: "sold 3,000 cars" is a level of car sales,
// "spent $4 billion" of spending, "makes up 30% of sales" a share of sales.
#include "claims/move_roles.h"
#include "figures/decimal.h"
#include "language/fold.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

constexpr double kLeastOfMany = 100;  // counted by a party without a name
constexpr int kOwned = -3;  // behind an event that counts them

class VolumeMatcher : private MoveRoles {
 public:
  explicit VolumeMatcher(Matching& matching) : MoveRoles(matching) {}

  void Run() {
    for (size_t i = 0; i < g_.size(); ++i) {
      if (g_[i].kind != K::kVerb) continue;
      int at = static_cast<int>(i);
      if (p_.VerbHas(g_[i].head, W::k_volume)) Volume(at);
      if (p_.VerbHas(g_[i].head, W::k_outlay)) Outlay(at);
      Earns(at);
      if (p_.VerbHas(g_[i].head, W::k_audience)) Audience(at);
      if (p_.Has(g_[i].head, W::k_have) || p_.VerbHas(g_[i].head, W::k_draws) ||
          p_.VerbHas(g_[i].head, W::k_level_verb)) {
        Headcount(at);
      }
      bool portion =
          p_.VerbHas(g_[i].head, W::k_portion) ||
          p_.Has(g_[i].head, W::k_have) ||
          p_.Match(g_[i].head, W::k_portion, m_.parsed.sentence->last).length;
      if (portion) Portion(at);
      if (p_.VerbHas(g_[i].head, W::k_level_verb)) Market(at);
      TimesEarnings(at);
    }
    for (size_t i = 0; i < g_.size(); ++i) {
      if (g_[i].kind != K::kNoun) continue;
      ShareOf(static_cast<int>(i));
      OwnWorkers(static_cast<int>(i));
    }
  }

 private:
  std::string MeasureOf(int at) const {
    return std::string(
        p_.lexicon->Text(p_.word(g_[at].head).verb_lemma, W::k_volume));
  }

  // The figure right behind the verb, with its group; -1: none.
  int FigureBehind(const Complement& complement, int at) const {
    for (const FigureUse& use : complement.figures) {
      if (use.preposition == 0 && use.group <= at + 2) return use.figure;
    }
    return -1;
  }

  // Who does it: a name that may, or several people without one ("dealers").
  std::optional<Mover> Doer(int at, bool named_only) {
    int subject = parsed_.subject[at];
    if (subject < 0 || g_[subject].kind != K::kNoun) return {};
    Filler filler = m_.focus.Read(parsed_, subject);
    // "Acme's pickups sold 3,000 units".
    if (filler.party.entity < 0) {
      auto owner = m_.focus.Possessor(parsed_, subject);
      if (owner && (owner->mask & model::kCompany)) filler = *owner;
    }
    constexpr uint16_t kDoers = model::kCompany | model::kOrganization |
                                model::kPlace | model::kProduct;
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

  // "3 million Quill ovens": the group of the ovens, where a name stands before
  // them; -1: none.
  int NamedCount(const Complement& complement, int figure) const {
    for (const FigureUse& use : complement.figures) {
      int next = use.group + 1;
      bool named =
          use.figure == figure && F(figure).kind == FigureKind::kNumber &&
          next < static_cast<int>(g_.size()) && g_[next].kind == K::kNoun &&
          p_.Tagged(g_[next].head, Bit(Tag::kNNS));
      if (named) return next;
    }
    return -1;
  }

  // What is counted, as the text says it: "new car".
  std::string Counted(int figure) const {
    const FigureMatch& match = m_.story.figures[figure];
    std::string out;
    for (uint32_t i = match.core; i < match.noun; ++i) {
      bool number = p_.tokens[i].kind == TokenKind::kNumber ||
                    p_.Tagged(i, Bit(Tag::kCD)) || p_.Has(i, W::k_scale) ||
                    p_.Has(i, W::k_number);
      if (number) continue;
      out += std::string(p_.str(i)) + " ";
    }
    return out + F(figure).unit;
  }

  void Add(int at, Mover mover, int figure, const Complement& complement) {
    Claim claim;
    claim.status = g_[at].status;
    Use(figure, claim.level);
    // "makes up 30%": the verb's own "up" tells no direction.
    if (p_.Match(g_[at].head, W::k_portion, parsed_.sentence->last).length <
        2) {
      claim.direction = AdverbDirection(at, complement);
    }
    Assign(complement, mover, true, claim);
    if (g_[at].negated) return;
    int first = parsed_.subject[at] >= 0 ? parsed_.subject[at] : at;
    Emit(mover, claim, at, g_[at].head, at, first, complement.end, "volume", 1);
  }

  // "the Acme plant in Leeds, which employs 300": Acme, or the plant.
  std::optional<Mover> FacilityBefore(int place) {
    int at = place - 2;
    bool fits = at >= 0 && g_[at + 1].kind == K::kPreposition &&
                g_[at].kind == K::kNoun &&
                p_.LemmaHas(g_[at].head, W::k_facility);
    if (!fits) return {};
    auto owner = m_.focus.Possessor(parsed_, at);
    if (!owner) owner = m_.focus.Left(parsed_, at, g_[at].head);
    Mover mover;
    mover.group = at;
    bool firm = owner && (owner->mask & model::kCompany);
    mover.holder = firm ? owner->party
                        : Party{m_.focus.Words(g_[at]), -1,
                                p_.span(g_[at].first, g_[at].last)};
    return mover;
  }

  // "bakers sold 3,100 new ovens, down 4%", "Acme employs 400 people".
  void Volume(int at) {
    // "carried out 300 tests".
    uint32_t next = g_[at].head + 1;
    bool particle = next < parsed_.sentence->last &&
                    p_.Has(next, W::k_verb_particle) &&
                    !p_.Has(next, W::k_rise) && !p_.Has(next, W::k_fall);
    if (g_[at].passive || particle) return;
    Complement complement = ReadComplement(m_.story, parsed_, at);
    int figure = FigureBehind(complement, at);
    if (figure < 0 || !F(figure).value) return;
    uint32_t noun = m_.story.figures[figure].noun;
    int things = NamedCount(complement, figure);
    if (things >= 0) noun = g_[things].head;
    if (noun == 0 || (things < 0 && F(figure).kind != FigureKind::kCount)) {
      return;
    }
    // "a 120-room hotel".
    if (p_.Is(noun - 1, "-")) return;
    // "sold two units" of a company, but "sold 19,000 units" of its goods.
    bool many = ToDouble(*F(figure).value) >= kLeastOfMany;
    bool asset = p_.LemmaHas(noun, W::k_security) ||
                 p_.LemmaHas(noun, W::k_share_word) ||
                 (p_.LemmaHas(noun, W::k_facility) && !many);
    if (asset) return;
    // Who buys for a company's own use is no market.
    auto mover = Doer(at, false);
    bool employs = p_.VerbHas(g_[at].head, W::k_employs);
    if (mover && employs && movers_.Is(*mover->holder, EntityType::kPlace)) {
      mover = FacilityBefore(mover->group);
    }
    if (!mover) return;
    bool named = mover->holder->entity >= 0;
    bool buys = p_.VerbHas(g_[at].head, W::k_market_buys);
    if (named ? buys : ToDouble(*F(figure).value) < kLeastOfMany) return;
    mover->metric = MeasureOf(at);
    if (!employs) {
      std::string counted =
          things >= 0 ? m_.focus.Words(g_[things]) : Counted(figure);
      mover->metric = counted + " " + mover->metric;
    }
    mover->metric = Lowered(mover->metric);
    Add(at, *mover, figure, complement);
  }

  // "has 30,000 employees", "ended the year with 30,000 employees", "draws
  // 30,000 users".
  void Headcount(int at) {
    Complement complement = ReadComplement(m_.story, parsed_, at);
    int figure = -1;
    bool draws = p_.VerbHas(g_[at].head, W::k_draws);
    if (p_.Has(g_[at].head, W::k_have) || draws) {
      figure = FigureBehind(complement, at);
    } else {
      for (const FigureUse& use : complement.figures) {
        bool with =
            use.preposition > 0 && p_.IsWord(use.preposition - 1, "with");
        if (with) figure = use.figure;
      }
    }
    if (figure < 0 || F(figure).kind != FigureKind::kCount) return;
    uint32_t noun = m_.story.figures[figure].noun;
    bool counted =
        noun > 0 &&
        ((!draws && p_.LemmaHas(noun, W::k_headcount)) ||
         (!p_.Has(g_[at].head, W::k_have) && p_.LemmaHas(noun, W::k_measure)));
    if (!counted) return;
    auto mover = Doer(at, true);
    if (!mover) return;
    mover->metric = p_.str(noun);
    Add(at, *mover, figure, complement);
  }

  // "earned $3 million, or 30 cents a share", "brought in $3 million".
  void Earns(int at) {
    uint32_t head = g_[at].head;
    auto phrase = p_.Match(head, W::k_earns, parsed_.sentence->last);
    bool verb = phrase.length == 1 || p_.VerbHas(head, W::k_earns);
    if (g_[at].passive || (phrase.length < 2 && !verb)) return;
    Complement complement = ReadComplement(m_.story, parsed_, at);
    int figure = -1;
    for (const FigureUse& use : complement.figures) {
      // "lost a $3 million contract" is no loss of that sum.
      bool behind = g_[use.group].kind == K::kFigure && use.group <= at + 2 &&
                    (use.preposition == 0 || phrase.length == 2);
      if (figure < 0 && behind) figure = use.figure;
    }
    if (figure < 0 || !IsMoney(F(figure))) return;
    // "lost 30 cents, or 2%, to $15": a price.
    bool price = std::any_of(
        complement.figures.begin(), complement.figures.end(),
        [&](const FigureUse& use) {
          return use.preposition > 0 &&
                 p_.IsWord(use.preposition - 1, "to") && IsMoney(F(use.figure));
        });
    if (price) return;
    // "lost $3 billion in market value", "brought in $3 million in sales".
    for (const PrepositionalPhrase& part : complement.phrases) {
      // "earned $3 million on sales of $40 million".
      if (p_.IsWord(part.preposition, "on")) continue;
      Sort sort = SortOf(m_.story, parsed_, part.group);
      if (sort.measure || sort.security) return;
    }
    auto mover = Doer(at, true);
    if (!mover) return;
    mover->metric = std::string(
        phrase.length > 0
            ? phrase.text
            : p_.lexicon->Text(p_.word(head).verb_lemma, W::k_earns));
    if (F(figure).kind == FigureKind::kRate) {
      mover->metric = PerShareName(mover->metric);
    }
    if (!mover->metric.empty()) Add(at, *mover, figure, complement);
  }

  // "is used by 3 million people", "was downloaded 3 million times", "3
  // million people use Quill".
  void Audience(int at) {
    int subject = parsed_.subject[at];
    if (subject < 0) return;
    Complement complement = ReadComplement(m_.story, parsed_, at);
    int figure = -1;
    int of = subject;
    if (g_[at].passive) {
      for (const FigureUse& use : complement.figures) {
        bool by = use.preposition > 0 && p_.IsWord(use.preposition - 1, "by");
        if (by || F(use.figure).unit == "time") figure = use.figure;
      }
    } else if (!complement.objects.empty()) {
      figure = g_[subject].figure;
      of = complement.objects[0];
    }
    if (figure < 0 || used_[figure] || !F(figure).value) return;
    bool many = F(figure).kind == FigureKind::kCount &&
                ToDouble(*F(figure).value) >= kLeastOfMany;
    Filler filler = m_.focus.Read(parsed_, of);
    if (filler.party.entity < 0) {  // "Acme's app"
      auto owner = m_.focus.Possessor(parsed_, of);
      if (owner && (owner->mask & model::kCompany)) filler = *owner;
    }
    constexpr uint16_t kUsed =
        model::kCompany | model::kOrganization | model::kProduct | model::kWork;
    if (!many || filler.party.entity < 0 || !(filler.mask & kUsed)) return;
    Mover mover;
    mover.holder = filler.party;
    mover.group = of;
    mover.metric = std::string(
        p_.lexicon->Text(p_.word(g_[at].head).verb_lemma, W::k_audience));
    Add(at, mover, figure, complement);
  }

  // "shoppers spent $4 billion, up 3%".
  void Outlay(int at) {
    if (g_[at].passive) return;
    Complement complement = ReadComplement(m_.story, parsed_, at);
    int figure = FigureBehind(complement, at);
    if (figure < 0 || !IsMoney(F(figure))) return;
    auto mover = Doer(at, false);
    if (!mover || !F(figure).value) return;
    bool named = mover->holder->entity >= 0;
    if (!named && ToDouble(*F(figure).value) < 1e6) return;
    // "spent $3 billion to buy", "on a plant": what it went into is told.
    bool purpose = complement.end < static_cast<int>(g_.size()) &&
                   g_[complement.end].kind == K::kVerb;
    for (const PrepositionalPhrase& phrase : complement.phrases) {
      purpose = purpose || p_.IsWord(phrase.preposition, "on") ||
                p_.IsWord(phrase.preposition, "for");
    }
    if (named && purpose) return;
    mover->metric = std::string(
        p_.lexicon->Text(p_.word(g_[at].head).verb_lemma, W::k_outlay));
    Add(at, *mover, figure, complement);
  }

  // "accounts for 40% of oven sales", "makes up a third of sales".
  void Portion(int at) {
    if (g_[at].passive || parsed_.subject[at] < 0) return;
    int size = static_cast<int>(g_.size());
    int k = at + 1;
    while (k < size && k < at + 3 &&
           (g_[k].kind == K::kPreposition || g_[k].kind == K::kAdverb)) {
      ++k;
    }
    if (k + 2 >= size || g_[k].kind != K::kFigure) return;
    int figure = g_[k].figure;
    bool part = (F(figure).kind == FigureKind::kPercent ||
                 F(figure).kind == FigureKind::kRatio) &&
                g_[k + 1].kind == K::kPreposition &&
                p_.IsWord(g_[k + 1].head, "of") && g_[k + 2].kind == K::kNoun;
    // "has 12% of the oven market".
    bool has = p_.Has(g_[at].head, W::k_have);
    if (!part || (has && !p_.LemmaHas(g_[k + 2].head, W::k_market))) return;
    // A part of a company is a stake.
    Filler whole = m_.focus.Read(parsed_, k + 2);
    if (whole.mask & (model::kCompany | model::kSecurity)) return;
    Filler holder = m_.focus.Read(parsed_, parsed_.subject[at]);
    if (holder.party.name.empty() || (holder.mask & model::kPerson)) return;
    // "the owner of Quill": who that is, stands elsewhere.
    bool one = holder.party.entity < 0 && (holder.mask & model::kSomeone) &&
               p_.Tagged(g_[parsed_.subject[at]].head, Bit(Tag::kNN));
    if (one) return;
    if (p_.IsWord(g_[k + 2].head, "total")) return;  // of what, it does not say
    Mover mover;
    mover.holder = holder.party;
    mover.metric = PartOf(k + 2);
    mover.group = parsed_.subject[at];
    Complement complement = ReadComplement(m_.story, parsed_, at);
    Add(at, mover, figure, complement);
  }

  std::string PartOf(int whole) {
    bool market = p_.LemmaHas(g_[whole].head, W::k_market);
    return market ? "market share" : "share of " + m_.focus.Words(g_[whole]);
  }

  // "has a 20% share of the phone market".
  void ShareOf(int at) {
    const Group& group = g_[at];
    bool share = p_.IsWord(group.head, "share") && group.figure >= 0 &&
                 F(group.figure).kind == FigureKind::kPercent;
    int of = at + 1;
    if (!share) return;
    int verb = GoverningVerb(m_.story, parsed_, at);
    if (verb < 0) return;
    bool ends = of >= static_cast<int>(g_.size()) ||
                g_[of].kind == K::kOther || g_[of].kind == K::kComma;
    if (ends) {  // "Acme has a 22% share."
      auto holder = p_.Has(g_[verb].head, W::k_have) ? Doer(verb, true)
                                                     : std::optional<Mover>();
      if (!holder || !movers_.Is(*holder->holder, EntityType::kCompany)) return;
      holder->metric = "market share";
      Add(verb, *holder, group.figure,
          ReadComplement(m_.story, parsed_, verb));
      return;
    }
    if (of + 1 >= static_cast<int>(g_.size()) ||
        g_[of].kind != K::kPreposition || g_[of + 1].kind != K::kNoun) {
      return;
    }
    Filler whole = m_.focus.Read(parsed_, of + 1);
    if (whole.mask & (model::kCompany | model::kSecurity)) return;
    auto mover = Doer(verb, true);
    if (!mover) return;
    mover->metric = PartOf(of + 1);
    Complement complement = ReadComplement(m_.story, parsed_, verb);
    Add(verb, *mover, group.figure, complement);
  }

  // "Acme's 3,000 employees".
  void OwnWorkers(int at) {
    const Group& group = g_[at];
    bool own = group.figure >= 0 && group.possessor > group.first &&
               F(group.figure).kind == FigureKind::kCount &&
               p_.LemmaHas(group.head, W::k_headcount) &&
               m_.story.figures[group.figure].first <= group.possessor + 1 &&
               F(group.figure).value &&
               ToDouble(*F(group.figure).value) >= kLeastOfMany;
    // "its 300 workers in Leeds" are not all of them.
    bool some = at + 1 < static_cast<int>(g_.size()) &&
                g_[at + 1].kind == K::kPreposition;
    some = some || p_.IsWord(group.first, "their");
    if (!own || some || used_[group.figure]) return;
    auto owner = m_.focus.Possessor(parsed_, at);
    if (!owner || !(owner->mask & model::kCompany)) return;
    Mover mover;
    mover.holder = owner->party;
    mover.group = at;
    mover.metric = Lowered(p_.str(group.head));
    Claim claim;
    Use(group.figure, claim.level);
    Emit(mover, claim, at, group.head, -1, at, at + 1, "volume", kOwned);
  }

  // "trades at 12 times earnings".
  void TimesEarnings(int at) {
    bool valued = p_.VerbHas(g_[at].head, W::k_trades) ||
                  p_.VerbHas(g_[at].head, W::k_priced);
    if (!valued) return;
    Complement complement = ReadComplement(m_.story, parsed_, at);
    for (const FigureUse& use : complement.figures) {
      int next = use.group + (g_[use.group].kind == K::kNoun ? 0 : 1);
      uint32_t first = g_[std::min<size_t>(next, g_.size() - 1)].first;
      // "12 times forward earnings".
      while (next + 1 < static_cast<int>(g_.size()) &&
             (g_[next].kind == K::kAdjective || g_[next].kind == K::kAdverb)) {
        ++next;
      }
      bool times = F(use.figure).kind == FigureKind::kMultiple &&
                   use.preposition > 0 &&
                   p_.IsWord(use.preposition - 1, "at") &&
                   next < static_cast<int>(g_.size()) &&
                   g_[next].kind == K::kNoun && !used_[use.figure];
      if (!times) continue;
      std::string_view ratio = p_.lexicon->Text(
          p_.word(g_[next].head).lemma, W::k_valued_by);
      auto mover = Doer(at, true);
      if (auto share = movers_.Read(parsed_.subject[at], at);
          share && share->security) {
        mover = share;
        mover->security = false;
      }
      if (ratio.empty() || !mover) return;
      mover->metric = ratio;
      Claim claim;
      claim.status = g_[at].status;
      for (uint32_t i = first; i < g_[next].head; ++i) {
        bool ahead = p_.VerbHas(i, W::k_embeds) || p_.Has(i, W::k_ahead) ||
                     p_.LemmaHas(i, W::k_outlook) || p_.IsWord(i, "forward");
        if (ahead) claim.status = Status::kExpected;
      }
      Use(use.figure, claim.level);
      Emit(*mover, claim, at, g_[at].head, at, parsed_.subject[at],
           complement.end, "volume", 1);
      return;
    }
  }

  // "the oven market will grow to $7 billion".
  void Market(int at) {
    int subject = parsed_.subject[at];
    if (subject < 0 || g_[subject].kind != K::kNoun) return;
    const Group& group = g_[subject];
    bool market = p_.LemmaHas(group.head, W::k_market) && group.mention < 0 &&
                  group.last - group.first > 2;
    if (!market) return;
    Complement complement = ReadComplement(m_.story, parsed_, at);
    int figure = FigureBehind(complement, at);
    if (figure < 0 || !IsMoney(F(figure)) || !F(figure).value) return;
    if (ToDouble(*F(figure).value) < 1e6) return;
    Mover mover;
    mover.holder =
        Party{m_.focus.Words(group), -1, p_.span(group.first, group.last)};
    mover.metric = "market size";
    mover.group = subject;
    Add(at, mover, figure, complement);
  }
};

}  // namespace

void MatchVolumes(Matching& matching) { VolumeMatcher(matching).Run(); }

}  // namespace newsdigest
