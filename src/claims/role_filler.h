// Who fills the roles of a frame: the groups that its slots name, around a verb
// or a noun.
#ifndef NEWSDIGEST_CLAIMS_ROLE_FILLER_H_
#define NEWSDIGEST_CLAIMS_ROLE_FILLER_H_

#include <optional>
#include <vector>

#include "claims/frames.h"
#include "language/frame_book.h"

namespace newsdigest {

class RoleFiller {
 protected:
  using Slot = model::Slot;

  struct Found {
    Filler filler;
    int group = -1;      // or one of the marks below
    bool owned = false;  // a thing whose owner is a name: "its bakery unit"
  };
  // Fillers that are no group of their own: what stands before a noun in its
  // group, who the text speaks of, the owner of what a group names.
  static constexpr int kPossessorMark = -2;
  static constexpr int kLeftMark = -3;
  static constexpr int kSpokenMark = -4;
  static constexpr int OwnerMark(int group) { return -5 - group; }
  // The group that a filler or the owner of its group stands in.
  static constexpr int GroupOf(int mark) {
    return mark <= OwnerMark(0) ? OwnerMark(mark) : mark;
  }

  // A noun that triggers a frame, and what stands around it.
  struct NounTrigger {
    const model::Frame& frame;
    int at;  // group
    uint32_t token;
    int light;  // verb that governs it and says nothing by itself ("made a
                // bid"), -1: none
    const Complement& complement;
  };

  explicit RoleFiller(Matching& matching)
      : m_(matching),
        p_(matching.story.passage),
        parsed_(matching.parsed),
        g_(matching.parsed.groups) {}

  // The first of `slots` that something in `mask` fills, of the verb group
  // `at`; `object`: the role is the frame's object.
  std::optional<Found> FillVerb(const model::Frame& frame, int at,
                                const Slot (&slots)[model::kSlots],
                                uint16_t mask, bool object,
                                const Complement& complement);
  // The same of a noun. `taken_group`: it fills the other role.
  std::optional<Found> FillNoun(const NounTrigger& noun,
                                const Slot (&slots)[model::kSlots],
                                uint16_t mask, bool object, int taken_group);
  // The noun group as the object of a verb.
  std::optional<Found> FillVerbObject(const model::Frame& frame, int group) {
    return Fill(frame, group, frame.object_fillers, true);
  }
  std::optional<Found> FillVerbSubject(const model::Frame& frame, int group) {
    return Fill(frame, group, frame.subject_fillers, false);
  }
  // Whether the verb's own object is of the sort that the frame wants.
  bool HasTheme(const model::Frame& frame, int at,
                const Complement& complement);
  // The group that stands for the object and is one of the words that the frame
  // bars, "set aside $3 million for taxes"; -1: none.
  int BarredObject(const model::Frame& frame, int at,
                   const Complement& complement) const;
  // "A and B merged": the joined subjects are the two parties.
  void Reciprocal(const model::Frame& frame, int at,
                  std::optional<Found>& subject, std::optional<Found>& object);
  // "Declares a dividend", "To cut 300 jobs" as an item of a list: who the text
  // speaks of.
  std::optional<Found> DroppedSubject(int verb, uint16_t mask);
  // "its Acme stake": the name inside the group of another noun.
  std::optional<Found> LeftOf(int group, uint16_t mask);
  // "Jane Porter, chief executive of Acme,": the body of her description.
  std::optional<Found> Described(int person, uint16_t mask) const;
  // "named Jane Porter as its new chief": of "its"; "Jane Porter, chief of
  // Acme, left the company": Acme.
  void OwnPost(const model::Frame& frame, const Complement& complement,
               const std::optional<Found>& subject,
               std::optional<Found>& object);
  // "Jane Porter, who has led Acme since 2012, will retire": Acme, from a verb
  // between the group of the person and that of the verb `before`.
  std::optional<Found> LedBy(const model::Frame& frame, int person, int before);
  // "Jane Porter will be succeeded by Tom Reed": where she is told to work.
  std::optional<Found> PostOf(const model::Frame& frame, int at,
                              const Complement& complement);
  // "the Acme and Beta merger": the group of the first of both; -1: no pair.
  int PairBefore(const NounTrigger& noun) const;
  // The subject of the clause whose means the noun is; -1: none.
  int Means(int at) const;
  // "$3 million in aid": the group of the money; -1: none.
  int SumBefore(int at) const;
  // "plans for an IPO": the group of the plan; -1: none.
  int PlanBefore(int at) const;

  uint32_t TokenEnd(int end_group) const;

  Matching& m_;
  const Passage& p_;
  const ParsedSentence& parsed_;
  const std::vector<Group>& g_;
  const FrameBook* book_ = nullptr;  // whose frames are being matched

 private:
  // What fills one slot of a noun; BesideNoun: before it in its group,
  // BehindNoun: in a phrase with the slot's preposition.
  std::optional<Found> FillNounSlot(const NounTrigger& noun, Slot slot,
                                    uint16_t mask, bool object,
                                    int taken_group);
  std::optional<Found> BesideNoun(const NounTrigger& noun, Slot slot,
                                  uint16_t mask, bool object, int taken_group);
  std::optional<Found> BehindNoun(const NounTrigger& noun, Slot slot,
                                  uint16_t mask, bool object, int taken_group);
  // "Fitch downgraded Acme, following the downgrade by Moody's": what the group
  // `rater` rated before the noun `at`.
  std::optional<Found> RatedBy(int rater, int at);
  // Whether the money that the noun names is given.
  bool Gives(const NounTrigger& noun) const;
  std::optional<Found> Fill(const model::Frame& frame, int group, uint16_t mask,
                            bool object);
  bool Allowed(const model::Frame& frame, int group, bool object) const;
  // Whether the frame takes no such object.
  bool Forbidden(const model::Frame& frame, int group) const;
  // Whether the head of the group is one of `count` words of the frame book.
  bool IsHeadedBy(int group, uint32_t first, uint16_t count) const;
  // "a chip start-up": the word "startup"; 0: no such compound.
  uint32_t WithoutHyphen(const Group& group) const;
  // "workers at Acme", "Acme's website": whose they are, where the frame takes
  // the owner for them.
  std::optional<Found> OwnerOf(const model::Frame& frame, int group,
                               uint16_t mask);
  // The groups that may fill `slot` of a verb.
  void VerbSlot(int at, Slot slot, const Complement& complement,
                std::vector<int>& out) const;
  // "the oven that Acme launched", of the verb "launched": the oven; -1: none.
  int Antecedent(int at, const Complement& complement) const;
  // "repair company Quill": a kind of company stands right before the name.
  bool DescribesName(int group) const;
  // "a bread and pastry course": the first noun only describes.
  bool SharesNoun(int first, int second) const;
  // "a partnership to power Acme's servers": Acme.
  std::optional<Found> Purpose(int at, uint16_t mask, int taken_group);
  // "Acme is under investigation": the group of Acme; -1: none.
  int Undergoes(int at) const;
  // Who the text speaks of, for a noun with a size or a date of its own, or who
  // the text told it of before.
  std::optional<Found> SpokenOf(const model::Frame& frame, int at,
                                uint16_t mask);
  // Whether the phrase belongs to another deal's noun: "evaluates Acme's offer,
  // including a proposal from Beta".
  bool OfOtherDeal(int at, const PrepositionalPhrase& phrase) const;
  std::optional<Found> OneOf(const model::Frame& frame, int group,
                             uint16_t mask);
  // "the Acme-Beta deal": Beta.
  std::optional<Filler> OtherOfPair(int at) const;
  // Makes a security the company whose share it is: "Acme's stock" and "shares
  // in Acme" of who they name, "the stock" of who is spoken of. False: of no
  // one, and the filler is as it was.
  bool ToShare(int group, Filler& filler);
  // Whom the text speaks of at the verb `at`; `rated`: only where who acts
  // rates others.
  std::optional<Found> SpokenOf(const model::Frame& frame, int at, bool rated,
                                uint16_t mask, bool object,
                                const Complement& complement);
  // "announced job cuts affecting 300 people", "will build a plant that will
  // create jobs": the subject of the verb that governs what `verb` tells of.
  std::optional<int> TellerOf(int verb) const;
  // "The plant will create 300 jobs, Acme said": Acme; -1: none.
  int SayingFirm(int verb) const;
  // "300 people will lose their jobs when Acme closes": the company that acts
  // in the clause behind, where none is named before; -1: none.
  int ActingBehind(int verb) const;
  // "cut its target on Acme and kept its rating on the stock", "downgraded Acme
  // and cut its target": Acme; -1: none.
  int CompanyOn(int before) const;
  // The group behind "investors led by"; -1: none.
  int LedByAt(int group) const;
  // Whom the participle behind the group tells of: "a suit accusing Acme of
  // fraud", "a suit claiming that Acme misled buyers"; -1: no one.
  int AccusedAt(int group) const;
  // The subject of the clause whose ground the noun is: "rose on an upgrade";
  // -1: none.
  int GroundOf(int at) const;
  // "An upgrade sent Acme's shares higher": what it moved; -1: nothing.
  int Moved(int at) const;
  // The subject of the verb group before the group `at`; -1: none near.
  int SubjectBefore(int at) const;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_ROLE_FILLER_H_
