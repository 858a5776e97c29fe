// Moves that nouns and adverbs tell, without a verb of their own: "a 35%
// revenue jump", "its stock up 58%", "Peso weaker".
#ifndef NEWSDIGEST_CLAIMS_NOUN_MOVES_H_
#define NEWSDIGEST_CLAIMS_NOUN_MOVES_H_

#include "claims/measure_levels.h"

namespace newsdigest {

class NounMoves : protected MeasureLevels {
 protected:
  explicit NounMoves(Matching& matching) : MeasureLevels(matching) {}

  // "a 35% revenue jump", "a decline in sales", "its 11% jump".
  bool NounMove(int at);
  // "a decline in sales", "an increase for Acme": what the phrase names.
  std::optional<Mover> InPhrase(int at, const Complement& complement);
  // "Norwegian shares made modest gains", "exports saw a 3% drop": of the
  // subject.
  std::optional<Mover> OfSubject(int at, int governor,
                                 const Complement& complement);
  // "rose 14%, following increases of 3% and 6%": of what rose.
  std::optional<Mover> OfDraft(int at, const Complement& complement);
  // "The bounce comes after the 12% plunge": of what moved in the sentence
  // before.
  std::optional<Mover> OfMoved(int at) const;
  // The drafts of a noun whose mover, status and direction are known.
  void TellMove(int at, int governor, Complement complement, const Mover& mover,
                Claim& claim);
  // "the shares took a beating", "suffered losses": nouns that tell a way of
  // securities only.
  Direction WayOfShare(int at);
  // "closed at $41, a gain of 3%": the change of what the last draft tells.
  bool Apposed(int at, Direction direction, const Complement& complement);
  // "Acme and Beta posted declines of 1% and 2%": a claim for each subject of
  // the verb `governor`.
  bool EachOwn(int at, int governor, Complement complement, Mover mover,
               const Claim& told);
  // "increases of 2%, 5% and 8%": a claim for each, of earlier times.
  bool EachTime(int at, int governor, Complement complement, const Mover& mover,
                const Claim& told);
  // "a rise of 4% in revenue and 6% in profit", "of 4% at Acme and 6% at Beta".
  struct Part {
    int figure;  // groups
    int of;
  };
  std::vector<Part> Parts(int at) const;
  // A claim for each of these.
  bool EachPart(int at, int governor, const Mover& mover, const Claim& told);
  // "Acme's 3.7% advance", "a 1.7% drop in Acme": a name stands for its share.
  std::optional<Mover> NamedPriceMove(int at, const Complement& complement);
  // "Up 5% this year, Acme has".
  void Fronted();
  // "With a gain of 5%, Acme leads the index", "Acme led the index with a 5%
  // gain": who acts, where the sentence speaks of shares.
  std::optional<Mover> WithMove(int at, const Complement& complement);
  // "Acme suffered losses in the stock market": of its share.
  std::optional<Mover> InMarket(int governor, const Complement& complement);
  // "posted a weekly loss", "is on track for its fourth weekly gain": of the
  // subject of the clause; the verb's group goes to `governor`.
  std::optional<Mover> Swing(int at, int& governor);
  // Makes what a forecast is for expected, of whose forecast it is.
  void ForeseenBy(int at, Mover& mover, Claim& claim);
  // Whether the noun of moving `at` tells no move: "the slower growth of the
  // economy", "a lack of growth", "price-target hikes".
  bool SaysNoWay(int at, Direction direction) const;
  // "the energy sector's 3% advance": the sector.
  std::optional<Filler> IndexPart(const Group& group) const;
  // "its stock up 58%", "Dow: up 0.3% at 27,000", "sales down 5%".
  void Adverbial(int at);
  // "Acme was the biggest faller in the FTSE 100, down 3%": what the noun
  // group `index` is only the market of; -1: nothing.
  int MemberOf(int index) const;
  // The name that the noun ranks: "Acme led the gainers", "Acme was the biggest
  // loser", "with Acme the biggest loser"; -1: none.
  int RankedAs(int index) const;
  // "Peso weaker; bonds rally": a heading, or its last part, without a verb.
  void HeadlineMove(int at, int word, Direction direction);
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_NOUN_MOVES_H_
