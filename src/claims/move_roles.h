// What each figure beside a move is: a change, a level or a base.
//
// Prepositions tell: "by" and none a change, "to" and "at" a level, "from" and
// "against" the base. Figures bind once.
#ifndef NEWSDIGEST_CLAIMS_MOVE_ROLES_H_
#define NEWSDIGEST_CLAIMS_MOVE_ROLES_H_

#include <vector>

#include "claims/restated.h"

namespace newsdigest {

class MoveRoles : protected RestatedMoves {
 protected:
  explicit MoveRoles(Matching& matching)
      : RestatedMoves(matching),
        movers_(matching),
        used_(matching.story.figures.size(), false) {}

  // Gives the figures of a complement their roles in the claim.
  void Assign(const Complement& complement, const Mover& mover, bool level_verb,
              Claim& claim);
  bool TakePerShare(const FigureUse& use, const Mover& mover,
                    const Claim& claim);
  // "earnings per share" of "profit"; "": of nothing that is told per share.
  std::string PerShareName(std::string_view measure) const;
  // "rose 1% and 2%, respectively", "declines of 1% and 2%": the changes of as
  // many subjects, in their order; empty: nothing says so.
  std::vector<FigureUse> Respective(const Complement& complement,
                                    size_t subjects) const;
  // "rose 1% and 2%": changes of one kind that "and" joins.
  std::vector<FigureUse> Listed(const Complement& complement) const;
  void Use(int figure, int& role);
  std::string ResultAt(int from) const;
  // The direction that the level and the base of the claim tell.
  void FromLevels(Claim& claim) const;
  bool HasBase(const Complement& complement) const;
  // "the $2.05 that analysts expected", "the $2.05 analysts had forecast".
  bool Foreseen(int figure) const;
  // Whether the token is the "with" of "compared with", "compared to".
  bool ComparedWith(uint32_t preposition) const;

  // "Acme and Quill raised prices": what the drafts from `first` on tell of
  // the subject of the verb `at`, told of those joined to it too.
  void ForJoined(int at, size_t first);

  bool Stored(const Claim& claim) const;
  bool Judges(const Claim& claim, uint32_t trigger) const;
  bool IsBetterLow(int group) const;
  // Adds a draft of the claim, unless it says too little. `group`, `verb`,
  // `first`, `last`: groups, see Draft.
  void Emit(const Mover& mover, Claim claim, int group, uint32_t trigger,
            int verb, int first, int last, std::string_view rule,
            int specific = 0);

  MoverReader movers_;
  std::vector<bool> used_;  // figures that a claim of this sentence has

 private:
  // Whether the preposition of the figure is `word`.
  bool Behind(const FigureUse& use, std::string_view word) const;
  // Whether a figure of its kind can tell how the mover went or stood.
  bool Tells(const FigureUse& use, const Mover& mover,
             const Claim& claim) const;
  // What a figure tells, in the order that Assign asks: the pace of a move, a
  // change whose way stands beside it, a figure without a preposition or with
  // "by", one behind another preposition. True: it has its role.
  bool TakePace(const FigureUse& use, Claim& claim);
  // The group behind a figure, and behind "or 1.2%," where that tells it again.
  int AfterOtherWords(int figure) const;
  bool TakeDirected(const FigureUse& use, const Complement& complement,
                    const Mover& mover, bool level_verb, Claim& claim);
  void TakeBare(const FigureUse& use, const Mover& mover, bool level_verb,
                Claim& claim);
  bool InBand(const FigureUse& use) const;
  bool InRange(const FigureUse& use, bool level_verb) const;
  void TakePhrase(const FigureUse& use, const Mover& mover, bool level_verb,
                  Claim& claim);
  bool NoneOfIts(const Mover& mover, const Claim& claim,
                 std::string_view rule) const;
  bool SomeSecurity(const Mover& mover) const;
  bool OfThings(const Mover& mover, const Claim& claim, uint32_t trigger,
                int verb, std::string_view rule) const;
  bool TellsWithoutFigure(const Mover& mover, const Claim& claim,
                          uint32_t trigger, int verb,
                          std::string_view rule) const;
  // "or $1.20 a share" of a profit: a claim of its own beside the whole.
  void EmitPerShare(const Claim& whole, const Draft& draft);
  bool AtPace(const FigureUse& use, const Claim& claim) const;
  // A figure in "revenue of $5 billion" belongs to that measure.
  bool OwnedByMeasure(int group) const;

  // What Assign found beside the sum of the claim in the making.
  struct PerShare {
    int level = -1, from = -1;  // figures
  };
  PerShare per_share_;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_MOVE_ROLES_H_
