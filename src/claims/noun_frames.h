// Drafts of frames whose trigger is a noun: "its takeover of Acme".
#ifndef NEWSDIGEST_CLAIMS_NOUN_FRAMES_H_
#define NEWSDIGEST_CLAIMS_NOUN_FRAMES_H_

#include <vector>

#include "claims/frame_drafts.h"
#include "claims/trigger_words.h"

namespace newsdigest {

class NounFrames : protected FrameDrafts {
 protected:
  explicit NounFrames(Matching& matching)
      : FrameDrafts(matching), words_(p_, parsed_) {}

  // Tries the frames of each noun of the group `at`, its last one first.
  void Noun(int at);

  TriggerWords words_;

 private:
  // The verbs around a noun, and what stands between them and it.
  struct Around {
    int governor = -1;             // the verb whose object it is
    int verb = -1;                 // the verb whose subject it is
    int sum = -1;                  // "$3 million in aid"
    int plan = -1;                 // "talks over a merger"
    int move = -1;                 // "might spark a cut in it": the verb
    bool light = false;            // the governor tells no act of its own
    std::optional<Status> stance;  // "is close to a merger"
  };
  int VerbOfSum(int sum) const;
  Around VerbsAround(int at) const;
  bool HasStance(int at, Around& around) const;
  bool PerfectModal(const Group& verb) const;
  // How sure the words around the noun at `token` make it.
  Status StatusAround(int at, uint32_t token, const Around& around) const;
  // Sets the status of the draft that the noun at group `at` makes, and whether
  // only the noun tells it.
  void SetStatus(const model::Frame& frame, int at, const Around& around,
                 const std::optional<Found>& subject, Draft& draft) const;
  int LeavingVerb(int at) const;
  int CountedBy(int at) const;
  int TellingVerb(int at) const;
  int VerbOfMove(int at) const;
  std::vector<FigureUse> NounFigures(const model::Frame& frame, int at,
                                     const Around& around,
                                     const Complement& complement,
                                     Draft& draft) const;
  static bool Leaves(const model::Frame& frame);
  bool IsDescribed(int at, const Around& around) const;
  void TryNoun(int at, uint32_t token, const model::Trigger& trigger);
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_NOUN_FRAMES_H_
