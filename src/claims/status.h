// Status: whether a thing happened, is planned, expected, rumored, denied or
// cancelled. Worked out once a verb group; nouns and adjectives add to it.
#ifndef NEWSDIGEST_CLAIMS_STATUS_H_
#define NEWSDIGEST_CLAIMS_STATUS_H_

#include <optional>

#include "claims/groups.h"

namespace newsdigest {

// Fills the verb features of `group` from its tokens.
void ReadVerbGroup(const Story& story, const Sentence& sentence, Group& group);

// The status of that name; none where there is no such.
std::optional<Status> ParseStatus(std::string_view name);

// The status that a word of class `cls` gives ("plan" -> planned).
std::optional<Status> StatusOf(const Passage& passage, uint32_t token,
                               WordClass cls);

// How sure `verb` makes the clause that it takes: "sees sales rise" expects,
// "has seen sales rise" tells.
Status EmbeddedStatus(const Passage& passage, const Group& verb);

// The outer status rules where it says something: "denied that it planned"
// is denied.
Status Combine(Status outer, Status inner);
// That of what `verb` takes, whose own word for it is `told`: "dropped its
// bid", "plans to drop it", but "has not ruled it out", "has not dropped it".
Status Taken(const Group& verb, Status told);

// The status of a noun trigger from the words of its own group: "proposed
// merger", "takeover bid".
Status NounStatus(const Story& story, const Group& group, uint32_t trigger);

// Whether a word of the sentence makes all of it conditional or a question, or
// what has the `status` is left open ("has not decided whether to buy").
bool IsHypothetical(const Story& story, const Sentence& sentence,
                    uint32_t trigger, Status status);

// Whether the verb at `trigger` is yet to come: "will cut rates once inflation
// falls", "would halt trading when stocks fell".
bool IsAwaited(const Story& story, const Sentence& sentence, uint32_t trigger);

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_STATUS_H_
