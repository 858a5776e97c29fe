// The layout of the compiled model: everything under data/ in one block of
// constant bytes that the linker puts into the binary. The compiler
// (src/compile) writes it, the library reads it in place: nothing is parsed
// or allocated at start-up. All structures are plain data; strings are
// offsets into one pool, each with its length before it.
#ifndef NEWSDIGEST_LANGUAGE_MODEL_H_
#define NEWSDIGEST_LANGUAGE_MODEL_H_

#include <cstdint>

#include "language/word_class.h"

namespace newsdigest::model {

inline constexpr uint32_t kMagic = 0x314d444e;  // "NDM1"

using StringRef = uint32_t;  // offset of {uint16 length, bytes}; 0 is ""

struct Section {
  uint32_t offset = 0;  // bytes from the start of the model
  uint32_t count = 0;   // items
};

// One meaning of a word or phrase: a class and its value. The value is a
// number where data gives one, else a string.
struct Sense {
  WordClass cls = WordClass::kCount;
  uint8_t is_string = 0;
  uint16_t pad = 0;
  int32_t value = 0;
};

// WordNet's lexicographer files of nouns that denote people, what they say
// and groups of them.
inline constexpr int kNounOfCommunication = 10;
inline constexpr int kNounOfGroup = 14;
inline constexpr int kNounOfPerson = 18;

struct Word {
  StringRef key = 0;        // folded form
  uint32_t lemma = 0;       // word id of the dictionary form
  uint32_t verb_lemma = 0;  // the same as a verb, 0: no verb
  uint32_t tags = 0;        // possible parts of speech, a mask of Bit(Tag)
  uint32_t senses = 0;      // first of its senses
  // Its classes, those with its lemma's, those with its verb's: each one of
  // the model's few class sets.
  uint16_t classes = 0, lemma_classes = 0, verb_classes = 0;
  uint16_t sense_count = 0;
  Tag preferred = Tag::kNN;
  uint8_t noun_kind = 0;  // WordNet lexicographer file of its first noun sense
  uint32_t triggers = 0;  // first of its frame triggers (on lemmas)
  uint16_t trigger_count = 0;
  uint8_t starts_phrase = 0;
  uint8_t proper = 0;  // its first noun sense is a proper name
};

// A slot of the word table: the word's id and the upper bits of its hash, so
// that most words that are not there are told without a look at their letters.
inline constexpr int kIdBits = 20;
inline constexpr uint32_t kMostWords = uint32_t{1} << kIdBits;
inline constexpr uint32_t MakeSlot(uint32_t hash, uint32_t id) {
  return (hash >> kIdBits << kIdBits) | id;
}
inline constexpr uint32_t SlotWord(uint32_t slot) {
  return slot & (kMostWords - 1);
}

// An edge of the phrase trie: from `node` by `word` to `next`.
struct Edge {
  uint32_t node = 0;
  uint32_t word = 0;
  uint32_t next = 0;  // 0: free slot
};

// What a phrase node means: senses and gazetteer entries that end there.
struct Node {
  uint32_t senses = 0;
  uint32_t entries = 0;  // into the entry list
  uint16_t sense_count = 0;
  uint16_t entry_count = 0;
};

// A name of the gazetteer.
struct Entry {
  StringRef name = 0, kind = 0, symbol = 0, exchange = 0, country = 0;
  uint8_t type = 0;  // EntityType
  uint8_t pad[3] = {0, 0, 0};
};

// A surface form of an entry: the exact letters (case counts).
struct Surface {
  uint32_t entry = 0;
  StringRef text = 0;
};

// Where a role of a claim is looked for.
enum class Slot : uint8_t {
  kNone,
  kSubject,  // the verb's subject (passive: the "by" agent)
  kObject,   // the verb's object (passive: its subject)
  kPossessor,
  kLeft,      // a name before the trigger noun in its group
  kLight,     // subject of the light verb that governs the trigger noun
  kReceiver,  // the same, unless that verb gives: "received a fine"
  kGiver,     // the same, where that verb gives: "issued a fine"
  kOf,
  kBy,
  kWith,
  kIn,
  kInto,
  kTo,
  kFor,
  kFrom,
  kOn,
  kAt,
  kAgainst,
  kBetween,
  kOver,
  kAs,
  kBehind,
  kPurpose,   // the object of an infinitive after the noun
  kUnder,     // who is under it: "Acme is under investigation",
              // "Acme was hit with a fine"
  kFocus,     // who the text speaks of
  kRated,     // the same, where the doer speaks of others: a bank, who rates
  kDefinite,  // the same, where the noun has an article: "the dividend of 3%"
  kLed,       // who leads it: "raised $3 million led by Acme"
  kAccused,   // whom what it acts on accuses: "a suit accusing Acme of fraud"
  kThat,      // the subject of the clause that the verb governs
  kIs,        // who the noun tells of: "Acme is a shareholder", "Acme, a
              // shareholder"
  kClause,    // the subject of the clause that tells the noun as its ground:
              // "Acme rose on an upgrade by Beta"
  kCount
};

// What may fill a role, a mask.
enum Filler : uint16_t {
  kCompany = 1,
  kOrganization = 2,
  kPerson = 4,
  kPlace = 8,
  kProduct = 16,
  kInstrument = 32,
  kEvent = 64,
  kWork = 128,
  kThing = 256,     // a noun group that is no name
  kSecurity = 512,  // shares, stock, an index, a currency, a commodity
  kMeasure = 1024,  // revenue, profit, inflation ...
  kSomeone = 2048,  // people who are no name: "two former employees"
};

// A part of a company.
enum class Share : uint8_t { kAny, kMinor, kMajor };  // kMajor: half or more

inline constexpr int kSlots = 6;

struct Frame {
  StringRef rule = 0;    // "acquisition/buy"
  StringRef action = 0;  // "" for none
  uint8_t type = 0;      // ClaimType
  uint8_t direction = 0;
  int8_t status = -1;       // fixed status, -1: from the clause
  int8_t progressive = -1;  // status of "is buying", -1: from the clause
  uint16_t subject_fillers = 0, object_fillers = 0;
  Slot verb_subject[kSlots] = {}, verb_object[kSlots] = {};
  Slot noun_subject[kSlots] = {}, noun_object[kSlots] = {};
  uint16_t amount_kinds = 0;     // mask of FigureKind
  uint8_t require = 0;           // mask of Require
  uint8_t moves = 0;             // figures are change, level and base
  uint8_t role_object = 0;       // leadership: the post is read too
  uint8_t drop_object = 0;       // the object only shows that the frame fits
  uint8_t reciprocal = 0;        // "A and B": joined subjects are both parties
  uint8_t amount_object = 0;     // the amount is the verb's own object
  uint8_t owned_only = 0;        // the subject is named as an owner only
  Share share = Share::kAny;     // what a percent must be, as an amount
  uint32_t object_words = 0;     // first of a list of allowed head words
  uint32_t forbidden_words = 0;  // first of a list of forbidden head words
  uint32_t units = 0;            // first of a list of counted nouns
  uint32_t owned_words = 0;      // first of a list of heads of the subject
                                 // whose owner counts: "workers at Acme"
  uint16_t object_word_count = 0, forbidden_count = 0, unit_count = 0;
  uint16_t owned_count = 0;
  uint16_t level_kinds = 0;  // figures that are level, not amount
  uint16_t theme_fillers =
      0;  // what the verb's own object must be, 0: anything
};

enum Require : uint8_t {
  kNeedSubject = 1,
  kNeedObject = 2,
  kNeedAmount = 4,
  kNeedName = 8,  // subject or object is a name
  kNeedBothNames = 16,
  kNeedFigure = 32,
  kNeedRole = 64,      // a post is read, or both parties are names
  kNeedSpelled = 128,  // the object stands there by name, and no pronoun
};

enum class TriggerKind : uint8_t { kVerb, kNoun, kAdjective };

struct Trigger {
  uint32_t frame = 0;
  TriggerKind kind = TriggerKind::kVerb;
  uint8_t particles = 0;  // how many of `words` must follow the trigger word
  uint8_t near = 0;       // 1: words stand somewhere in the clause
  uint8_t bare = 0;       // 1: the last word governs nothing
  uint32_t words[3] = {0, 0, 0};  // word ids (lemmas)
};

struct Header {
  uint32_t magic = kMagic;
  uint32_t size = 0;
  uint32_t slot_mask = 0;  // word table size - 1
  uint32_t edge_mask = 0;
  Section strings, words, class_sets, slots, senses, edges, nodes, entry_list,
      entries, frames, triggers, word_lists;
};

}  // namespace newsdigest::model

#endif  // NEWSDIGEST_LANGUAGE_MODEL_H_
