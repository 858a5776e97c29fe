// Attribution: whom a sentence credits for what it says.
#ifndef NEWSDIGEST_CLAIMS_SPEAKER_H_
#define NEWSDIGEST_CLAIMS_SPEAKER_H_

#include <optional>

#include "claims/fillers.h"

namespace newsdigest {

// Whether the noun at `head` is of people, bodies of people or what they
// wrote.
bool IsSource(const Passage& passage, uint32_t head);

// The speaker of the clause around `trigger` (a token): "X said that ...",
// "..., X said", "according to X". A reporting verb that is itself the
// trigger's verb (`own_verb`, a group, -1: none) credits its subject.
std::optional<Party> FindSpeaker(const Story& story,
                                 const ParsedSentence& parsed, Focus& focus,
                                 uint32_t trigger, int own_verb);

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_SPEAKER_H_
