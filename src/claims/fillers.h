// What a group stands for: an entity, a security, a measure, a thing; and
// back-references ("it", "the company").
#ifndef NEWSDIGEST_CLAIMS_FILLERS_H_
#define NEWSDIGEST_CLAIMS_FILLERS_H_

#include <map>
#include <optional>
#include <string>

#include "claims/clause.h"
#include "claims/nominals.h"
#include "claims/sorts.h"

namespace newsdigest {

struct Filler {
  uint16_t mask = 0;  // model::Filler bits
  Party party;
};

// Whether it acts as one: a company or an organization.
inline bool IsBody(EntityType type) {
  return type == EntityType::kCompany || type == EntityType::kOrganization;
}

// Follows the article sentence by sentence and remembers who it speaks of.
class Focus {
 public:
  explicit Focus(Story& story) : story_(story), nominals_(story) {}

  // The company of an officer that an earlier sentence told by the post alone;
  // -1: none.
  int EmployerOf(int person) const;
  // The company of the article whose name opens that of the product: "Acme" of
  // "Acme Whisk".
  std::optional<Filler> MakerOf(const Filler& product) const;
  // The text told that the person takes a post at the body.
  void NoteAppointed(int person, const Party& body) {
    if (person >= 0 && body.entity >= 0) appointed_[person] = body;
  }
  // "Jane Porter, chief executive of Acme,": the body of her description.
  std::optional<Filler> BodyOf(int person, uint16_t mask) const;
  // "After Acme fell, Beta rose": the body that is the subject of the clause
  // behind the fronted one that holds `token`; -1: none.
  int MainSubject(const ParsedSentence& parsed, uint32_t token) const;
  // Who the text speaks of after the sentences read so far; -1: no one.
  // "Quill Bank expects revenue of $9 million", where the text is about a firm
  // that is no bank: whether the bank `entity` speaks of it by the verb.
  bool ForeseesOther(int entity, uint32_t verb) const;
  // "a chain of bakeries": whether the noun group is named by what it is of.
  bool Collects(const ParsedSentence& parsed, int index) const;
  // Whether the person is described as an analyst or another observer.
  bool IsObserver(int person) const;
  int body() const { return body_; }
  const Passage& passage() const { return story_.passage; }

  // What moved as a security in the sentence `index`.
  void NoteMoved(const Party& party, int index);
  // What moved last, in the sentences `from` to that which is read; null: none.
  const Party* Moved(int from) const;
  // Of whom the text told a claim of a type; whom it told it of last, -1: none.
  struct Event {
    int entity = -1;
    Status status = Status::kCompleted;
  };
  void NoteTold(ClaimType type, Event event) { told_[type] = event; }
  Event Told(ClaimType type) const {
    auto told = told_.find(type);
    return told == told_.end() ? Event() : told->second;
  }
  // The measure that the sentence `index` was about.
  struct Measure {
    Party holder;
    std::string metric;
    int index;
  };
  void NoteMeasure(Measure measure) { measure_ = std::move(measure); }
  // That of the sentence `index`; null: it was about none.
  const Measure* Measured(int index) const {
    return measure_ && measure_->index == index ? &*measure_ : nullptr;
  }
  // The last one, in the sentences from `from` on; null: they were about none.
  const Measure* MeasuredSince(int from) const {
    return measure_ && measure_->index >= from ? &*measure_ : nullptr;
  }
  // "Its rivals", "a retailer", "one bank": a company without a name that is
  // none that was spoken of.
  bool IsOtherFirm(const Group& group) const;
  // "The school": an institution that the text does not name.
  bool IsInstitution(const Group& group) const;
  // "the central bank": a body that decides, named or not.
  bool IsAuthority(const Group& group) const;
  // The entity rates others: the text does not turn to it, but to what it
  // rates; -1: no one known.
  void NoteRater(int entity, int rated);
  bool Rates(int entity) const;
  // A medium, a bank, who rates: what they say of "the company" is another's.
  bool SpeaksOfOthers(int entity) const;
  // Whether the gazetteer has the entity as one that counts what others sell.
  bool Counts(int entity) const;
  // Who rated last; -1: no one known.
  int rater() const { return rater_; }
  // To be called once a sentence has been read.
  // Before a sentence: "Acme (ACM) — The stock rose" is about Acme from its
  // first word on.
  void Enter(const ParsedSentence& parsed);
  void Leave(const ParsedSentence& parsed);

  // What the noun group stands for. For "Acme's shares" and "Acme shares":
  // Acme, as a security; for a measure ("Acme's revenue") its holder.
  Filler Read(const ParsedSentence& parsed, int group);

  // "Acme's owner", "the parent of Acme", "the maker of Whisk ovens": whether
  // the group is a company known by what it owns or makes.
  bool OwnsNamed(const ParsedSentence& parsed, int group) const;

  // The words of a group without a leading article.
  std::string Words(const Group& group) const;

  // The possessor of a noun group ("Acme's", "its"), or a name that stands
  // before the head ("the Acme deal").
  std::optional<Filler> Possessor(const ParsedSentence& parsed, int group);
  std::optional<Filler> Left(const ParsedSentence& parsed, int group,
                             uint32_t before);

  // "Acme's chief executive", "Acme shareholders": the company whose people the
  // noun group tells, where its head is no name; -1: none.
  int OfPeople(const Group& noun, int mention) const;
  // The company (or other body) that the text speaks of at a token. `own`: the
  // subject of the token's own verb may be it ("Acme raised its bid").
  // `others`: not one that says it.
  int Current(const ParsedSentence& parsed, uint32_t token, bool own = false,
              bool others = false) const;

  // Who a measure without a holder belongs to: the last holder of a measure
  // that the text named ("Acme's revenue"), or the company it turned to since.
  std::optional<Party> Carried(const ParsedSentence& parsed, uint32_t token,
                               Span span) const;
  void NoteHolder(const ParsedSentence& parsed, const Party& holder);

  // The country whose authority acted last, from the sentence `from` on; null:
  // none did.
  const Party* Nation(int from) const {
    return nation_ && nation_sentence_ >= from ? &*nation_ : nullptr;
  }

  // The country `name` as a party: of the article where it names it.
  std::optional<Party> Country(std::string_view name, Span span) const;

  // "according to Acme": whether the group only names a source.
  bool IsCited(const ParsedSentence& parsed, size_t group) const;

  Filler FromEntity(int entity, Span span) const;
  static uint16_t MaskOf(EntityType type);

 private:
  int OwnActor(const ParsedSentence& parsed, uint32_t token, bool moves) const;
  int HolderThere(const ParsedSentence& parsed, int noun) const;
  int InClause(const ParsedSentence& parsed, uint32_t token, bool own) const;
  bool EmploysObserver(const ParsedSentence& parsed, size_t group) const;
  bool ByThem(const ParsedSentence& parsed, int noun) const;
  int PeopleOf(const ParsedSentence& parsed, uint32_t token) const;
  // Notes that the group is a mention of the entity.
  void NoteReference(const Group& group, int entity);
  // The last group of an authority that its place makes known; -1: none.
  int AuthorityEnd(const ParsedSentence& parsed, int index) const;
  std::optional<Filler> BeforeBracket(const ParsedSentence& parsed,
                                      int index) const;
  bool IsToldBy(const ParsedSentence& parsed, int index) const;
  int PredicateOf(const ParsedSentence& parsed, int index) const;
  // A noun group that names and means no one known: its words.
  Filler ReadUnnamed(const ParsedSentence& parsed, int index) const;
  Span OwnName(const ParsedSentence& parsed, int index) const;
  int Apposed(const ParsedSentence& parsed, int index) const;
  bool IsSomeone(const Group& group) const;
  bool OwnedThing(const Group& noun) const;
  // "Acme's debt", "Acme shares": the first body in the group, one that speaks
  // of others only with `others`; -1: none.
  int OwnerInside(const Group& noun, bool others) const;
  // "Jane Porter, chief executive of Acme, said", "Acme CEO Jane Porter": the
  // company of the person `mention` who acts by `verb`; -1: none.
  int FirmOfOfficer(const ParsedSentence& parsed, int verb, int mention) const;
  // "That could help Acme as it grows": whether the sentence opens by pointing
  // back.
  bool PointsBack(const ParsedSentence& parsed) const;
  bool TellsWhichFirm(const ParsedSentence& parsed, size_t at) const;
  uint16_t NameMask(const ParsedSentence& parsed, const Group& group) const;
  // Whether "a Tesla" names one of the goods of a company.
  bool IsGood(const Group& group) const;
  Filler ReadMoving(const ParsedSentence& parsed, int index, const Sort& sort);
  std::optional<int> Resolve(const ParsedSentence& parsed, const Group& group);
  std::optional<int> NominalBefore(const ParsedSentence& parsed,
                                   const Group& pronoun);
  bool ActsOnIt(const ParsedSentence& parsed, const Group& pronoun,
                int entity) const;
  int ActorOn(const ParsedSentence& parsed, const Group& noun) const;
  int ObjectBefore(const ParsedSentence& parsed, const Group& noun) const;
  int OtherFirm(const ParsedSentence& parsed, uint32_t before, int actor) const;
  bool NamedBeside(const ParsedSentence& parsed, const Group& pronoun,
                   int entity) const;
  bool MayBe(int entity, uint32_t token) const;
  // "The school opened. It": whether "it" or "its" at `token`, the first word,
  // is of an institution without a name.
  bool OfInstitution(const ParsedSentence& parsed, uint32_t token) const;
  void NoteInstitution(const ParsedSentence& parsed);
  // "Norway's central bank raised", "Norway raised": notes the country.
  void NoteNation(const Group& subject, int sentence);
  int PersonOf(const ParsedSentence& parsed, const Group& pronoun) const;
  int PersonActing(const ParsedSentence& parsed, uint32_t token) const;
  int Topic(const ParsedSentence& parsed, uint32_t token) const;
  bool ToldByGoods(const ParsedSentence& parsed, size_t at) const;
  int LandBefore(uint32_t token) const;
  std::optional<Filler> OfWhose(const ParsedSentence& parsed, int index);
  std::optional<Filler> NamedInPhrase(const ParsedSentence& parsed,
                                      int index) const;
  std::optional<Filler> OwnerBehind(const ParsedSentence& parsed,
                                    int index) const;
  // "the central bank", "the police".
  std::optional<Filler> UnnamedActing(const ParsedSentence& parsed,
                                      uint32_t token);
  int OwnedEntity(const ParsedSentence& parsed, int index) const;
  int NationActing(const ParsedSentence& parsed, uint32_t token) const;
  // Whether it is a medium.
  bool Reports(int entity) const;
  bool InTitle(int entity) const;
  // The company that the text speaks of; -1: none.
  int Company() const;
  // Whom "we" at `token` speaks for: the speaker's body, else that of the
  // quotation before, else the company that the text is about; -1: no one.
  int Speaking(const ParsedSentence& parsed, uint32_t token);
  // The company that writes the text; -1: unknown.
  int Author();
  bool Observing(const ParsedSentence& parsed, uint32_t token) const;
  bool OfMany(const ParsedSentence& parsed, uint32_t token) const;
  // Notes whose officers the sentence names by their post alone ("CEO Jane
  // Porter"): of the company that it speaks of.
  void NoteOfficers(const ParsedSentence& parsed);
  // Whether the person is described as an officer, of today.
  bool IsOfficer(int person) const;
  // Whether it has an owner, and that is a place.
  bool OwnedByPlace(const Group& group) const;
  bool RankedIn(const Group& group) const;
  bool OfSeveral(const ParsedSentence& parsed, int subject) const;
  bool Observed(const Group& group, uint32_t token) const;
  static bool NewClause(const ParsedSentence& parsed, size_t verb,
                        uint32_t token);

  Story& story_;
  Nominals nominals_;
  int body_ = -1;  // last company or organization spoken of as subject
  int body_sentence_ = -1;
  int passed_ = -1;  // last rival spoken of: "Rival Acme said"
  int passed_sentence_ = -1;
  // "The school opened": an institution without a name, last spoken of.
  std::string institution_;
  int institution_sentence_ = -1;
  int firm_ = -1;  // last company spoken of as subject
  std::optional<Party> holder_;
  int holder_sentence_ = -1;
  int person_ = -1;
  std::map<int, int> employers_;    // of officers whose company was not named
  std::map<int, Party> appointed_;  // where a person was told to take a post
  int rater_ = -1;
  std::vector<bool> rates_;  // by entity; empty: none does
  std::optional<Party> nation_;
  int nation_sentence_ = -1;
  std::optional<Party> moved_;
  int moved_sentence_ = -1;
  int speaks_ = -1;  // the body of who spoke last
  int speaks_sentence_ = -1;
  bool asks_who_speaks_ = false;
  bool observes_ = false;  // who writes is not the company
  std::optional<int> author_;
  std::map<ClaimType, Event> told_;
  std::optional<Measure> measure_;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_CLAIMS_FILLERS_H_
