// Drafts of frames: their figures, their posts, what is joined to them, and
// whether a frame has all that it wants.
#ifndef NEWSDIGEST_CLAIMS_FRAME_DRAFTS_H_
#define NEWSDIGEST_CLAIMS_FRAME_DRAFTS_H_

#include "claims/role_filler.h"

namespace newsdigest {

class FrameDrafts : protected RoleFiller {
 protected:
  explicit FrameDrafts(Matching& matching) : RoleFiller(matching) {}

  // Tells the log what became of the frame at its trigger.
  void Log(const model::Frame& frame, uint32_t trigger,
           std::string_view what) const;
  // A draft of the frame for the trigger in the group `at`.
  Draft NewDraft(const model::Frame& frame, int at, uint32_t trigger) const;
  // "Acme ... its merger with Acme", "a group of banks": what is, or is a
  // part of, the other party is no second one.
  static bool OneParty(const std::optional<Found>& subject,
                       const std::optional<Found>& object);
  // "Apple says the iPhone 16 goes on sale in May": who makes what is launched.
  std::optional<Found> Maker(const model::Frame& frame,
                             const std::optional<Found>& object) const;
  // "rescued Acme and owns 80% of the company": no one owns himself; another
  // company that the sentence names before.
  std::optional<Found> OtherThan(const Found& subject, const Found& object);
  // "will buy Acme, valuing it at $3 million": the deal values what it buys.
  void ValuedByDeal(const model::Frame& frame, std::optional<Found>& valued);
  // "bought Quill and Whisk": the further names that the verb acts on, each a
  // claim beside the last draft.
  void Joined(const model::Frame& frame, int at, const Complement& complement);
  // "Quill", "Whisk" of "with Acme, Quill and Whisk": the groups of the names
  // that a list goes on with behind that of the group.
  std::vector<int> ListedBehind(int group) const;
  // "teamed up with Quill and Whisk", "an alliance with Quill and Whisk": the
  // further partners, each a claim beside the last draft. `object`: the group
  // of the first.
  void JoinedPartners(const model::Frame& frame, int object);
  // "Quill and Whisk were fined", "will spin off its ovens and its mixers":
  // the further parties that undergo the act, each a claim of its own.
  void JoinedSubjects(const model::Frame& frame, int at,
                      const Complement& complement);
  // "Acme and Quill cut jobs": the further doers, each a claim of its own; of
  // a joint act, the first one is the subject.
  void JoinedDoers(const model::Frame& frame, int at);
  // "put $3 million into Quill and $5 million into Whisk": the further sums,
  // each with its own object behind the same preposition.
  void Gapped(const model::Frame& frame, int object,
              const Complement& complement);
  // "fined Acme $3 million and Quill $2 million": each with its sum.
  void GappedBeside(const model::Frame& frame, int object);
  // Gives the figure to the change, level, base or amount that it fits.
  // `several`: one of several figures.
  void Take(const model::Frame& frame, const FigureUse& use, bool several,
            Draft& draft) const;
  // Gives the figures the roles that the frame has for their kinds.
  void Amounts(const model::Frame& frame, const std::vector<FigureUse>& figures,
               const std::optional<Found>& subject,
               const std::optional<Found>& object, Draft& draft);
  // "was named Coach of the Year", "Best Player": a prize, and no post.
  bool NamesPrize(const Complement& complement) const;
  uint32_t WithCharge(int group, uint32_t end,
                      const std::optional<Party>& body) const;
  // The post of a leadership claim: a noun group headed by a title.
  void Role(const Complement& complement, const std::optional<Found>& subject,
            Draft& draft);
  // The post of who leaves it, as the words at the person tell it; "": none.
  std::string PostLeft(const Found& person) const;
  // The post that the words of the noun group tell, of the body where that is
  // known; "": none.
  std::string PostIn(int group, const std::optional<Party>& body) const;
  // The same for who "and" joins, in the group or right behind it.
  std::string JoinedPost(int group, const std::optional<Party>& body) const;
  // "sales and marketing director": where the post at `title` begins.
  uint32_t FieldOf(int group, uint32_t title) const;
  // "sold at $5 a month": no price of a firm.
  bool IsSum(int group) const;
  bool PaidByTime(const Claim& claim) const;
  // Whether the amount is a part of the size that the frame wants.
  bool ShareFits(const model::Frame& frame, const Draft& draft) const;
  // Keeps the draft, unless the frame wants more than was found.
  void Finish(const model::Frame& frame, const std::optional<Found>& subject,
              const std::optional<Found>& object, Draft& draft);

 private:
  bool UnitFits(const model::Frame& frame, const Figure& figure) const;
  // The figure group that tells how much of a noun group is meant; -1: none.
  int PartOf(int group) const;
  void PriceOfOrder(Draft& draft) const;
  int RestatedBy(int group) const;
  // "500 of its 9,000 workers": the number counts what the frame counts.
  bool TakePart(const model::Frame& frame, int group, Draft& draft) const;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_FRAME_DRAFTS_H_
