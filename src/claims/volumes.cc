// Measures that a verb names: "sold 3,000 cars" is a level of car sales,
// "spent $4 billion" of spending.
#include "claims/named_measures.h"
#include "figures/decimal.h"
#include "language/fold.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

constexpr double kLeastOfMany = 100;       // counted by a party without a name
constexpr int kOwned = -3;                 // behind an event that counts them
constexpr std::string_view kOwns = "own";  // a verb of having

class VolumeMatcher : private NamedMeasures {
 public:
  explicit VolumeMatcher(Matching& matching) : NamedMeasures(matching) {}

  void Run() {
    for (size_t i = 0; i < g_.size(); ++i) {
      if (g_[i].kind != K::kVerb) continue;
      int at = static_cast<int>(i);
      if (p_.VerbHas(g_[i].head, W::k_volume)) {
        g_[i].passive ? PassiveVolume(at) : Volume(at);
      }
      if (p_.VerbHas(g_[i].head, W::k_outlay)) Outlay(at);
      Earns(at);
      if (p_.VerbHas(g_[i].head, W::k_audience)) Audience(at);
      if (p_.Has(g_[i].head, W::k_have) || Draws(at) ||
          p_.VerbHas(g_[i].head, W::k_level_verb)) {
        Headcount(at);
      }
    }
    for (size_t i = 0; i < g_.size(); ++i) {
      if (g_[i].kind == K::kNoun) OwnWorkers(static_cast<int>(i));
      if (g_[i].kind == K::kNoun) Guided(static_cast<int>(i));
    }
  }

 private:
  bool Draws(int at) const {
    uint32_t head = g_[at].head;
    return p_.VerbHas(head, W::k_draws) ||
           p_.Match(head, W::k_draws, parsed_.sentence->last).length > 1;
  }

  // "has 40 stores", "operates 40 stores".
  bool Has(int at) const {
    uint32_t head = g_[at].head;
    return p_.Has(head, W::k_have) ||
           p_.lexicon->Text(p_.word(head).verb_lemma, W::k_draws) == kOwns;
  }

  std::string MeasureOf(int at) const {
    return std::string(
        p_.lexicon->Text(p_.word(g_[at].head).verb_lemma, W::k_volume));
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
    return Described(figure) + F(figure).unit;
  }

  // "new " of "3,000 new cars", "3,000 of its new cars".
  std::string Described(int figure) const {
    const FigureMatch& match = m_.story.figures[figure];
    auto counts = [&](uint32_t i) {
      return p_.tokens[i].kind == TokenKind::kNumber ||
             p_.Tagged(i, Bit(Tag::kIN) | Bit(Tag::kCD) | Bit(Tag::kPRPS)) ||
             p_.Has(i, W::k_scale) || p_.Has(i, W::k_number);
    };
    uint32_t first = match.core;
    while (first < match.noun && counts(first)) ++first;
    if (first >= match.noun) return {};
    return std::string(p_.str(p_.span(first, match.noun))) + " ";
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
    if (particle) return;
    Complement complement = ReadComplement(m_.story, parsed_, at);
    int figure = FigureBehind(complement, at);
    if (figure < 0 || !F(figure).value) return;
    uint32_t noun = m_.story.figures[figure].noun;
    int things = NamedCount(complement, figure);
    if (things >= 0) noun = g_[things].head;
    // "while Acme employs 47,000".
    bool bare = noun == 0 && F(figure).kind == FigureKind::kNumber &&
                p_.VerbHas(g_[at].head, W::k_employs) &&
                ToDouble(*F(figure).value) >= kLeastOfMany;
    if (F(figure).kind == FigureKind::kQuantity) return Quantity(at, figure);
    bool counts = things >= 0 || F(figure).kind == FigureKind::kCount;
    if (!bare && (noun == 0 || !counts)) return;
    // "a 120-room hotel".
    if (noun > 0 && p_.Is(noun - 1, "-")) return;
    // "sold two units" of a company, but "sold 19,000 units" of its goods.
    bool few = ToDouble(*F(figure).value) < kLeastOfMany;
    if (noun > 0 && IsAsset(noun, !few)) return;
    // Who buys for a company's own use is no market.
    auto mover = Doer(at, false);
    bool employs = p_.VerbHas(g_[at].head, W::k_employs);
    if (mover && employs && movers_.Is(*mover->holder, EntityType::kPlace)) {
      mover = FacilityBefore(mover->group);
    }
    if (!mover) return;
    bool buys = p_.VerbHas(g_[at].head, W::k_market_buys);
    // "was chosen to build three ships".
    bool none = buys || (few && g_[at].infinitive);
    if (mover->holder->entity >= 0 ? none : few) return;
    mover->metric = MeasureOf(at);
    // "carried 3 million passengers", but no "300 tons".
    bool people = CountsPeople(mover->metric);
    bool same = noun > 0 && p_.IsWord(noun, mover->metric);
    if (people && !employs && !same) return;
    if (!employs && !same) {
      std::string counted =
          things >= 0 ? m_.focus.Words(g_[things]) : Counted(figure);
      mover->metric = counted + " " + mover->metric;
    }
    mover->metric = Lowered(mover->metric);
    std::vector<int> later = EachBy(complement, figure);
    Add(at, *mover, figure, complement);
    for (int group : later) {
      Claim claim;
      claim.status = g_[at].status;
      claim.level = g_[group].figure;
      Emit(*mover, claim, group, g_[group].head, at, group, group + 3, "volume",
           1);
      m_.drafts.back().joined = true;
    }
  }

  // "produced 3 million ounces of gold", "shipped a record 3 million tons".
  void Quantity(int at, int figure) {
    bool goods = !CountsPeople(MeasureOf(at)) &&
                 !p_.VerbHas(g_[at].head, W::k_market_buys);
    bool many = ToDouble(*F(figure).value) >= kLeastOfMany;
    auto mover = goods && many ? Doer(at, false) : std::optional<Mover>();
    if (!mover || mover->holder->entity < 0) return;
    Complement complement = ReadComplement(m_.story, parsed_, at);
    mover->metric = MeasureOf(at);
    for (int object : complement.objects) {
      if (p_.LemmaHas(g_[object].head, W::k_extreme)) continue;
      std::string words = Lowered(m_.focus.Words(g_[object]));
      mover->metric = words + " " + mover->metric;
      break;
    }
    Add(at, *mover, figure, complement);
  }

  // "100,000 vans by 2027, 200,000 by 2028 and 300,000 by 2029": the groups of
  // the further counts, each with a date of its own.
  std::vector<int> EachBy(const Complement& complement, int figure) {
    int size = static_cast<int>(g_.size());
    auto dated = [&](int group) {
      return group + 2 < size && g_[group + 1].kind == K::kPreposition &&
             (p_.IsWord(g_[group + 1].head, "by") ||
              p_.IsWord(g_[group + 1].head, "in")) &&
             g_[group + 2].kind == K::kDate;
    };
    std::vector<int> groups;
    bool first = false;
    for (const FigureUse& use : complement.figures) {
      if (use.figure == figure) {
        first = dated(use.group);
        continue;
      }
      bool counts = F(use.figure).kind == FigureKind::kNumber ||
                    (F(use.figure).kind == FigureKind::kCount &&
                     F(use.figure).unit == F(figure).unit);
      if (!first || !counts || use.preposition > 0 || !dated(use.group)) break;
      used_[use.figure] = true;
      groups.push_back(use.group);
    }
    return groups;
  }

  // What is sold as one, and no measure of sales.
  bool IsAsset(uint32_t noun, bool many) const {
    return p_.LemmaHas(noun, W::k_security) ||
           p_.LemmaHas(noun, W::k_share_word) ||
           (p_.LemmaHas(noun, W::k_facility) && !many);
  }

  // "about 3 million cars were sold in Norway": Norway's sales, or the cars'.
  void PassiveVolume(int at) {
    int goods = parsed_.subject[at];
    int figure = goods >= 0 ? g_[goods].figure : -1;
    // "3 million copies of the book": of what, stands behind them.
    bool copies =
        goods >= 0 && goods + 1 < at && p_.IsWord(g_[goods + 1].head, "of");
    bool counts = figure >= 0 && !copies && g_[at].finite &&
                  F(figure).kind == FigureKind::kCount &&
                  g_[goods].mention < 0 && F(figure).value &&
                  ToDouble(*F(figure).value) >= kLeastOfMany;
    uint32_t noun = counts ? m_.story.figures[figure].noun : 0;
    bool person = noun > 0 && p_.NamesPeople(noun);
    if (noun == 0 || person || IsAsset(noun, true) ||
        p_.VerbHas(g_[at].head, W::k_employs)) {
      return;
    }
    Complement complement = ReadComplement(m_.story, parsed_, at);
    Mover mover;
    mover.group = goods;
    for (const PrepositionalPhrase& phrase : complement.phrases) {
      bool by = p_.IsWord(phrase.preposition, "by");
      if (!by && !p_.IsWord(phrase.preposition, "in")) continue;
      Filler filler = m_.focus.Read(parsed_, phrase.group);
      bool fits = filler.party.entity >= 0 &&
                  (filler.mask & (by ? model::kCompany : model::kPlace));
      if (fits) mover.holder = filler.party;
    }
    std::string counted = Counted(figure);
    if (!mover.holder) {
      mover.holder = Party{Described(figure) + std::string(p_.str(noun)), -1,
                           p_.span(g_[goods].first, g_[goods].last)};
    }
    mover.metric = Lowered(counted + " " + MeasureOf(at));
    Add(at, mover, figure, complement);
  }

  // "has 30,000 employees", "ended the year with 30,000 employees", "draws
  // 30,000 users".
  void Headcount(int at) {
    Complement complement = ReadComplement(m_.story, parsed_, at);
    int figure = -1;
    bool has = Has(at);
    bool draws = !has && Draws(at);
    if (has || draws) {
      figure = FigureBehind(complement, at);
      if (figure < 0 && p_.VerbHas(g_[at].head, W::k_level_verb)) {
        figure = FigureOfObject(complement, at);
      }
    } else {
      for (const FigureUse& use : complement.figures) {
        bool with =
            use.preposition > 0 && p_.IsWord(use.preposition - 1, "with");
        if (with) figure = use.figure;
      }
    }
    if (figure < 0 || F(figure).kind != FigureKind::kCount) return;
    uint32_t noun = m_.story.figures[figure].noun;
    bool counted = noun > 0 && ((!draws && p_.LemmaHas(noun, W::k_headcount)) ||
                                (!has && p_.LemmaHas(noun, W::k_measure)));
    if (!counted) return;
    auto mover = Doer(at, true);
    if (!mover) return;
    mover->metric = p_.str(noun);
    if (int role = AsMeasure(complement); role >= 0) {
      mover->metric = Lowered(p_.str(g_[role].head));
    }
    if (draws) mover->metric = Lowered(Described(figure) + mover->metric);
    Add(at, *mover, figure, complement);
    if (has) JoinedCounts(at, *mover);
  }

  // "has 140 hospitals as customers": the group of the customers; -1: none.
  int AsMeasure(const Complement& complement) const {
    for (const PrepositionalPhrase& phrase : complement.phrases) {
      bool role = p_.IsWord(phrase.preposition, "as") &&
                  p_.LemmaHas(g_[phrase.group].head, W::k_measure) &&
                  p_.NamesPeople(g_[phrase.group].head);
      if (role) return phrase.group;
    }
    return -1;
  }

  // "has 40 stores, 12 hotels and 3,000 employees": each a measure.
  void JoinedCounts(int at, Mover mover) {
    int size = static_cast<int>(g_.size());
    for (int k = at + 2; k + 1 < size; ++k) {
      bool mark = g_[k].kind == K::kComma || g_[k].kind == K::kConjunction;
      if (mark) continue;
      int figure = g_[k].kind == K::kNoun ? g_[k].figure : -1;
      bool counts = figure >= 0 && F(figure).kind == FigureKind::kCount;
      uint32_t noun = counts ? m_.story.figures[figure].noun : 0;
      if (noun == 0 || !p_.LemmaHas(noun, W::k_headcount)) return;
      if (used_[figure]) continue;
      mover.metric = p_.str(noun);
      Claim claim;
      claim.status = g_[at].status;
      Use(figure, claim.level);
      Emit(mover, claim, k, g_[k].head, at, k, k + 1, "volume", 1);
      m_.drafts.back().joined = true;
    }
  }

  // "hit the mark of 3 million users".
  int FigureOfObject(const Complement& complement, int at) const {
    for (const FigureUse& use : complement.figures) {
      bool of = use.group == at + 3 && g_[at + 1].kind == K::kNoun &&
                g_[at + 1].mention < 0 && p_.IsWord(g_[at + 2].head, "of");
      if (of) return use.figure;
    }
    return -1;
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
          return use.preposition > 0 && p_.IsWord(use.preposition - 1, "to") &&
                 IsMoney(F(use.figure));
        });
    if (price) return;
    std::string_view earned =
        phrase.length > 0
            ? phrase.text
            : p_.lexicon->Text(p_.word(head).verb_lemma, W::k_earns);
    // "lost $3 billion in market value", "brought in $3 million in sales".
    for (const PrepositionalPhrase& part : complement.phrases) {
      // "earned $3 million on sales of $40 million", "versus a loss".
      bool beside = p_.IsWord(part.preposition, "on") ||
                    p_.Has(part.preposition, W::k_base_preposition);
      if (beside) continue;
      // "burned through $3 million of cash": its own measure again.
      if (earned.starts_with(p_.Lemma(g_[part.group].head))) continue;
      Sort sort = SortOf(m_.story, parsed_, part.group);
      if (sort.measure || sort.security) return;
    }
    auto mover = Doer(at, true);
    if (!mover) return;
    mover->metric = std::string(earned);
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
    // "owes Acme a $3 million fee": what is owed is the fee.
    bool thing =
        std::any_of(complement.objects.begin(), complement.objects.end(),
                    [&](int object) { return g_[object].figure == figure; });
    if (thing) return;
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

  // "kept its guidance of 3,000 deliveries": what is counted is the measure.
  void Guided(int at) {
    int goods = at + 2;
    bool guides =
        g_[at].mention < 0 && p_.LemmaHas(g_[at].head, W::k_outlook) &&
        !movers_.MeasureInside(at) && goods < static_cast<int>(g_.size()) &&
        (p_.IsWord(g_[at + 1].head, "of") ||
         p_.IsWord(g_[at + 1].head, "for")) &&
        g_[goods].figure >= 0 && !used_[g_[goods].figure] &&
        F(g_[goods].figure).kind == FigureKind::kCount &&
        p_.LemmaHas(g_[goods].head, W::k_measure);
    auto mover = guides ? movers_.Read(goods, -1) : std::optional<Mover>();
    auto owner = guides ? m_.focus.Possessor(parsed_, at) : std::nullopt;
    if (!mover || !owner || !(owner->mask & model::kCompany)) return;
    mover->holder = owner->party;
    mover->metric = Lowered(p_.str(g_[goods].head));
    Claim claim;
    claim.status = Status::kExpected;
    Use(g_[goods].figure, claim.level);
    Emit(*mover, claim, goods, g_[goods].head, -1, at, goods + 1, "volume", 1);
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
};

}  // namespace

void MatchVolumes(Matching& matching) { VolumeMatcher(matching).Run(); }

}  // namespace newsdigest
