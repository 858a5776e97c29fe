// Who "he" and "she" stand for in and around quotations.
#ifndef NEWSDIGEST_CLAIMS_PERSONS_H_
#define NEWSDIGEST_CLAIMS_PERSONS_H_

#include <vector>

#include "claims/claims.h"

namespace newsdigest {

class Persons {
 public:
  explicit Persons(const Story& story);

  // Whether the token is "he", "his", "she" or "her".
  static bool IsPronoun(const Passage& passage, uint32_t token);

  // The person that the pronoun at `token` stands for, named outside quotation
  // marks: in its own sentence who spoke before it, else who acts, else the
  // last one; else who spoke or acts in the nearest sentence before; else the
  // last one named at all. -1: none near.
  int Before(uint32_t token) const;

  // The entity, named or meant at `token`, is who says something.
  void NoteSpeaker(uint32_t token, int entity);

 private:
  struct Sighting {
    uint32_t token = 0;
    int entity = -1;
  };

  // The best of the sentence [first, last); -1: it names no one who fits.
  int In(uint32_t first, uint32_t last, Gender gender, bool& acts) const;
  bool Fits(int entity, Gender gender) const;
  // "Jane Porter won": the name leads its clause.
  bool Leads(const MentionMatch& mention) const;

  const Passage& p_;
  const EntityTable& table_;
  std::vector<bool> quoted_;        // by token
  std::vector<Sighting> speakers_;  // in order of the text
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_PERSONS_H_
