// What moves: a security or a measure, and who it belongs to.
#ifndef NEWSDIGEST_CLAIMS_MOVER_H_
#define NEWSDIGEST_CLAIMS_MOVER_H_

#include <optional>
#include <string>

#include "claims/frames.h"

namespace newsdigest {

struct Mover {
  bool security = false;
  std::optional<Party> holder;
  std::string metric;
  bool carried = false;  // the holder stands in an earlier sentence
  int group = -1;
  int verb = -1;  // governs the measure as object: "posted revenue of"
};

inline constexpr double kLeastSum = 1e5;  // money that is no price of a share
inline constexpr double kLeastCoinSum = 1e7;  // nor of a coin or an index

// Kinds of figures that tell a change where no preposition says otherwise.
bool IsChangeKind(FigureKind kind);

// Reads noun groups of one sentence as movers.
class MoverReader {
 public:
  explicit MoverReader(Matching& matching)
      : m_(matching),
        p_(matching.story.passage),
        parsed_(matching.parsed),
        g_(matching.parsed.groups) {}

  // The noun group `i` as a mover. `verb`: the verb that it is the object of
  // (its subject may hold the measure), -1: none.
  std::optional<Mover> Read(int i, int verb);

  // The same of "shares of A, B and C": one mover each. Empty: none.
  std::vector<Mover> ReadAll(int i);

  // "energy" of "energy and retail stocks", whose last noun is the group
  // `last`.
  std::optional<Mover> SharedHead(int i, int last);

  // "Acme rose 7%": a company's name stands for its share where the figure is
  // one that shares move by and nothing is acted on, or where it went to an
  // `extreme` ("hit a record high").
  std::optional<Mover> BareName(int i, const Complement& complement,
                                bool extreme = false);
  bool Quoted(const Group& group, const Filler& filler,
              const Complement& complement) const;
  bool ToLevel(const FigureUse& use) const;  // "to", "at"

  // A measure or security among the words before the head: "revenue jump".
  std::optional<Mover> MeasureInside(int i);
  // The price of a commodity there: "the oil price slump".
  std::optional<Mover> PriceInside(int i) const;

  // Whether it foresees what others earn: a bank, an analyst.
  bool Foresees(const Party& party) const;
  // The country of "Chinese exports".
  std::optional<Party> Nation(const Group& group) const;
  // What a price is of: "the median price of an oven".
  std::optional<Party> Priced(int i) const;

  bool Is(const Party& party, EntityType type) const;
  // A duration: how long, and no size.
  bool IsTime(const Figure& figure) const;
  // "net income": nations have none.
  bool OfFirms(const Group& group) const;
  // Whether the figure is a sum of money that is no price of what moves.
  bool IsSum(const Figure& figure, const Party& moves) const;
  bool Economy(const Group& group) const;
  // "the rate", "a 5% pace": nothing says of what.
  bool BareRate(int i) const;
  // "new car prices": a measure that its own words tell enough of.
  bool NamesGoods(const Group& group) const;
  // "a price target": an analyst's, no price.
  bool IsPriceGoal(const Group& group) const;
  // Whether the noun group is headed by a measure.
  bool IsMeasure(int i) const;

  bool ActsAsFirm(int group) const;

 private:
  std::optional<Party> OwnThere(int i, int verb, const Party& place) const;
  // "Acme's sales rose and Beta's fell", "those of Beta": the measure before,
  // of another.
  std::optional<Mover> OfSame(int i);
  // Who the verb that governs the measure says acts; an empty mask: no one.
  Filler Acting(int measure, int verb);
  // The name in "revenue at Acme", "sales of Acme", "inflation in Japan".
  std::optional<Party> NamedAfter(int index) const;
  // "The Dow fell. The index", "the blue-chip index": the one that moved
  // before, or stands in the sentence.
  std::optional<Party> SameIndex(int i);
  // "Acme offers a yield of 3%", "Acme shares have a yield of 3%": the company
  // whose share yields, by the verb that governs the measure `i`.
  std::optional<Party> YieldOf(int i, int verb);
  // Whose the security `i` is, or what it is called where it is no one's.
  std::optional<Party> SecurityOf(int i, const Filler& filler);
  // Who acts by the verb of `mover` holds the measure `i`, where they can;
  // false: no one told before does.
  bool ActorHolds(int i, Mover& mover);
  // Takes the holder of the measure `i` that is named beside it or acts on it;
  // false: of what can have none.
  bool NamesHolder(int i, Mover& mover);
  // "Acme's oven unit saw profit drop 3%": Acme.
  std::optional<Party> Seeing(int i);
  // "the combined company", "the city's": who is told by words alone.
  std::optional<Party> Described(int i, int verb) const;
  // "profits in the oven industry", "The oven industry saw sales of $2
  // million": the industry; `acts`: the subject of the verb before the measure
  // `i`.
  std::optional<Party> Industry(int i, int acts) const;
  // Takes the holder that the main clause or the sentences before give; false:
  // of what can have none.
  bool ToldBefore(int i, Mover& mover);
  // Whether a measure that is nobody's is told by its own words: "truck sales".
  bool SaysOfWhat(const Group& group) const;
  // Looks for the holder of the measure `i`; false: of what can have none.
  bool FindHolder(int i, const Filler& filler, Mover& mover);
  std::optional<Party> ActingBefore(int verb, const Party& other) const;
  std::optional<Party> SameBefore(int i) const;
  std::optional<Party> SameNation(const Group& group) const;
  std::optional<Party> FirmBefore(int i) const;
  bool Observes(const Party& party) const;
  // Who says so of their own measure, or where: "Acme said sales would fall",
  // "At Acme, sales fell".
  std::optional<Party> ToldFor(int i) const;
  // "Sales will grow," said Jane Porter, chief executive of Acme: Acme.
  std::optional<Party> ToldByOfficer(int i) const;
  // The first of these that the sentence names, for a measure that its own
  // group gives no holder.
  std::optional<Party> ToldAround(int i) const;
  // "Profits soared at Acme": who is named behind the verb.
  std::optional<Party> BehindVerb(int i) const;
  bool NamedProduct(const Group& group) const;
  // "The Harbor Flame oven": a name that no list knows stands in the group.
  bool NamesUnknown(const Group& group) const;
  std::optional<Party> UnknownOwner(const Group& group) const;
  std::optional<Party> UnknownActor(int verb) const;
  std::optional<Party> ToldBeside(int i) const;
  void OfThings(int i, Mover& mover);
  void OfOthers(int i, Mover& mover);
  std::optional<Mover> CountOf(int i);
  std::optional<Mover> PaceOf(int i, int verb);
  std::optional<Party> MarketOf(int i) const;
  std::optional<Party> MarketOfFirm(int place) const;
  bool IsOwnPreposition(uint32_t preposition, uint32_t measure) const;
  std::optional<Party> Carried(uint32_t token, Span span) const;
  bool IsStockWord(uint32_t token) const;
  // "shares", "the stock", "its stock price": nothing else in the group.
  bool Plain(const Group& group) const;
  // Revenue in a country is the revenue of the company spoken of.
  void ToFirm(const Group& group, Mover& mover);
  // "iPhone sales", where the text names Apple: its sales of them.
  void ToMaker(Mover& mover) const;
  // Who has the measure `i` in "Acme, a baker with sales of $2 million".
  std::optional<Party> Having(int i) const;
  std::optional<Party> BeforeTerm(int i) const;
  // A measure that people have: "net worth", "salary".
  bool Personal(const Group& group) const;

  bool AddressesReader() const;
  std::optional<Party> CurrentParty(uint32_t token, Span span) const;

  const Figure& F(int index) const { return FigureOf(m_.story, index); }

  Matching& m_;
  const Passage& p_;
  const ParsedSentence& parsed_;
  const std::vector<Group>& g_;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_MOVER_H_
