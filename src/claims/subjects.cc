// Whose act each verb group is: read off the groups to its left.
#include <algorithm>

#include "claims/antecedents.h"
#include "claims/clause.h"
#include "claims/controllers.h"
#include "claims/interruptions.h"
#include "claims/status.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

class SubjectFinder {
 public:
  SubjectFinder(const Story& story, ParsedSentence& parsed)
      : story_(story),
        p_(story.passage),
        table_(story.entities),
        parsed_(parsed),
        g_(parsed.groups),
        antecedents_(story, parsed),
        controllers_(story, parsed),
        interruptions_(story, parsed) {}

  void Run() {
    parsed_.subject.assign(g_.size(), -1);
    for (size_t i = 0; i < g_.size(); ++i) {
      if (g_[i].kind != K::kVerb) continue;
      parsed_.subject[i] = Find(static_cast<int>(i));
    }
  }

 private:
  bool Skips(const Group& group, bool aside) const {
    return group.aside && !aside;
  }

  bool IsBareVerb(int i) const { return p_.tags[g_[i].head] == Tag::kVB; }

  // Whether "that" at `i` says what something is.
  bool IsThat(int i) const {
    return g_[i].kind == K::kThat && g_[i - 1].kind == K::kVerb &&
           p_.Has(g_[i - 1].head, W::k_be);
  }

  int Before(int i, bool aside) const {
    return interruptions_.Before(i, aside);
  }

  int Shared(int i) const {
    int verb = VerbBefore(g_, i);
    // "advises buying Acme and has no": who advises.
    while (verb >= 0 && parsed_.subject[verb] < 0 && g_[verb].participle) {
      verb = VerbBefore(g_, verb);
    }
    return verb < 0 ? -1 : parsed_.subject[verb];
  }

  // The subject that "and" at the group `i` hands on to `verb`. "Acme reckons
  // Quill sold 3 million ovens and expects": the present goes on with the
  // present.
  int JoinedTo(int verb, int i) const {
    int inner = VerbBefore(g_, i);
    // "blamed Quill for slowing growth and has sold": who blamed it.
    int main = inner;
    while (g_[verb].finite && main >= 0 && g_[main].participle) {
      main = VerbBefore(g_, main);
    }
    // "launched Quill, a tool that bakes, and signed a deal": who launched it.
    bool told = inner > 0 && g_[inner - 1].kind == K::kRelative &&
                p_.Tagged(g_[verb].head, Bit(Tag::kVBD)) &&
                p_.Tagged(g_[inner].head, Bit(Tag::kVBZ) | Bit(Tag::kVBP));
    if (told) main = VerbBefore(g_, inner);
    bool finite = main >= 0 && main != inner && g_[main].finite &&
                  parsed_.subject[main] >= 0;
    if (finite) return parsed_.subject[main];
    int own = inner < 0 ? -1 : parsed_.subject[inner];
    int outer = own > 0 && g_[own - 1].kind == K::kThat ? own - 2 : own - 1;
    bool turns = own > 0 && own < inner && outer >= 0 &&
                 g_[outer].kind == K::kVerb &&
                 p_.Tagged(g_[verb].head, Bit(Tag::kVBZ)) &&
                 p_.Tagged(g_[inner].head, Bit(Tag::kVBD)) &&
                 p_.Tagged(g_[outer].head, Bit(Tag::kVBZ));
    return turns ? parsed_.subject[outer] : Shared(i);
  }

  // "states with policies, such as banning ovens": what the participle gives an
  // example of stands in a phrase, and nobody is said to do it.
  bool IsExample(int verb) const {
    int k = verb - 1;
    if (!g_[verb].participle || k < 2) return false;
    bool as = p_.IsWord(g_[k].head, "as") && g_[k].head > 0 &&
              p_.IsWord(g_[k].head - 1, "such");
    if (!as && !p_.IsWord(g_[k].head, "like")) return false;
    while (k > 1 && g_[k].kind != K::kNoun && g_[k].kind != K::kVerb) --k;
    return g_[k].kind == K::kNoun && g_[k - 1].kind == K::kPreposition;
  }

  // The subject of the verb group `verb`.
  int Find(int verb) const {
    if (IsExample(verb)) return -1;
    const Group& v = g_[verb];
    bool aside = v.aside;
    int steps = 0;
    for (int i = verb - 1; i >= 0 && steps < kGroupReach; --i, ++steps) {
      const Group& group = g_[i];
      if (Skips(group, aside)) continue;
      if (!group.aside && aside) return antecedents_.BeforeAside(verb, i);
      switch (group.kind) {
        case K::kAdverb:
        case K::kAdjective:
        case K::kDate:
        case K::kQuote:
        case K::kOther:
          continue;
        case K::kFigure:
        case K::kNoun: {
          Step step = AtNoun(verb, i, aside);
          if (step.subject) return step.at;
          i = step.at;
          continue;
        }
        case K::kComma: {
          if (v.participle) return Participle(verb, i);
          // "to raise prices, close shops and cut jobs", "Acme cuts jobs, trims
          // outlook" in a heading: one doer.
          bool told = parsed_.sentence->heading && v.finite &&
                      (VerbBefore(g_, i) >= 0 || p_.VerbHas(v.head, W::k_say));
          if (i + 1 == verb && v.first == v.head &&
              (told || IsBareVerb(verb))) {
            return Shared(i);
          }
          int open = interruptions_.Opening(i, aside);
          if (open >= 0) i = open;
          continue;
        }
        case K::kConjunction:
          if (JoinsNoSubject(verb, i)) continue;
          return JoinedTo(verb, i);
        case K::kRelative:
          return antecedents_.Of(verb, i);
        case K::kVerb:
          // "recommends buying Acme": to whom it may concern.
          if (v.participle && i + 1 == verb &&
              p_.VerbHas(group.head, W::k_advises)) {
            return -1;
          }
          if (v.infinitive || v.participle) return parsed_.subject[i];
          if (group.participle) continue;
          if (EndsRelative(verb, i)) {
            --i;
            continue;
          }
          return Contact(verb, i);
        case K::kPreposition:
          if (int doer = DoerOfMeans(verb); i + 1 == verb && doer >= 0) {
            return doer;
          }
          continue;
        case K::kThat:
        case K::kSubordinator:
          // "weighs whether to buy Beta", "after buying Beta": the main
          // clause's subject.
          if (v.infinitive) return i + 1 == verb ? Shared(i) : -1;
          // "the truth is that buying homes costs more": anyone's act.
          if (v.participle && i > 0 && i + 1 == verb && IsThat(i)) return -1;
          if (v.participle) return Shared(i) >= 0 ? Shared(i) : Later(verb);
          return -1;
        case K::kDash:
        case K::kStop:
          return -1;
      }
    }
    if (v.participle) return Later(verb);
    return -1;
  }

  // Whether the "and" at the group `i` joins what is no subject of the verb.
  bool JoinsNoSubject(int verb, int i) const {
    // "sales in May and June rose".
    bool dates = i > 0 && i + 1 < verb && g_[i - 1].kind == K::kDate &&
                 g_[i + 1].kind == K::kDate;
    // "with sales flat or falling": of what stands before the other.
    bool flat = g_[verb].participle && i > 1 && i + 1 == verb &&
                p_.Has(g_[i - 1].head, W::k_flat);
    return dates || flat;
  }

  // "profits in the quarter that ended in May rose": whether the relative
  // clause of the verb group `inner` ends right before `verb`, with nothing
  // acted on.
  bool EndsRelative(int verb, int inner) const {
    // "a hint that markets hope": rather a noun.
    bool noun = inner + 1 == verb && !p_.Tagged(g_[inner].head, Bit(Tag::kVBD));
    return !noun && g_[verb].finite && g_[inner].finite && inner > 1 &&
           g_[inner - 1].kind == K::kRelative &&
           g_[inner - 2].kind == K::kNoun &&
           !p_.VerbHas(g_[inner].head, W::k_say) &&
           !p_.VerbHas(g_[inner].head, W::k_embeds);
  }

  // Where a noun or figure leads the search: to the subject, or to the group
  // left of which it goes on.
  struct Step {
    int at;
    bool subject;
  };

  // Whether the noun or figure group `i` is the subject although `before`
  // governs it.
  bool ActsBehind(int verb, int i, int before) const {
    const Group& v = g_[verb];
    const Group& group = g_[i];
    if (StandsWith(verb, i, before)) return true;
    // "a third of Acme's workers will", "some of them": the workers act, but
    // not "will use $3 million of cash to".
    bool sum = before > 0 && g_[before - 1].kind == K::kFigure &&
               IsMoney(story_.figures[g_[before - 1].figure].figure);
    bool part = before > 0 && group.kind == K::kNoun &&
                (!v.infinitive || (i + 1 == verb && !sum)) &&
                p_.IsWord(g_[before].head, "of") &&
                (g_[before - 1].kind == K::kFigure ||
                 ((g_[before - 1].kind == K::kOther ||
                   g_[before - 1].kind == K::kAdverb) &&
                  p_.Has(g_[before - 1].head, W::k_quantifier)));
    if (part) return true;
    // "left countries representing a third of its sales": they do.
    bool shares = v.participle && !v.passive && i + 1 == verb &&
                  group.mention < 0 && p_.VerbHas(v.head, W::k_portion);
    if (shares) return true;
    // "threw out a suit accusing Acme": the suit does.
    bool particle = v.participle && i + 1 == verb && before > 0 &&
                    g_[before].kind == K::kPreposition &&
                    g_[before - 1].kind == K::kVerb &&
                    p_.Has(g_[before].first, W::k_verb_particle);
    if (particle) return true;
    // "was bought by a group owned by Acme": the group is.
    bool doer = v.participle && v.passive && i + 1 == verb && before > 0 &&
                p_.IsWord(g_[before].head, "by") &&
                g_[before - 1].kind == K::kVerb && g_[before - 1].passive;
    if (doer) return true;
    // "enroll in programs introduced by Acme": the programs were.
    bool reduced = v.participle && v.passive && i + 1 == verb && before > 0 &&
                   g_[before].kind == K::kPreposition && group.mention < 0 &&
                   !group.definite && group.possessor == 0 &&
                   verb + 1 < static_cast<int>(g_.size()) &&
                   p_.IsWord(g_[verb + 1].head, "by") &&
                   g_[before - 1].kind == K::kVerb;
    if (reduced) return true;
    // "the news of Acme taking over Beta": Acme takes it over.
    return v.participle && !v.passive && i + 1 == verb && before > 0 &&
           group.mention >= 0 && p_.IsWord(g_[before].head, "of") &&
           !p_.LemmaHas(g_[before - 1].head, W::k_security) &&
           !p_.LemmaHas(g_[before - 1].head, W::k_measure);
  }

  // The noun or figure group `i` to the left of the verb group `verb`.
  Step AtNoun(int verb, int i, bool aside) const {
    const Group& v = g_[verb];
    const Group& group = g_[i];
    int before = Before(i, aside);
    // "for March delivery".
    bool dated = before > 1 && g_[before].kind == K::kDate && before + 1 == i &&
                 !group.pronoun && group.mention < 0 &&
                 g_[before - 1].kind == K::kPreposition &&
                 g_[before - 2].kind == K::kNoun;
    if (dated) --before;
    if (ActsBehind(verb, i, before)) return {i, true};
    // "with plans to sell", "has no intention of selling": whose they are.
    bool of_plan = v.participle && !v.passive && i + 2 == verb &&
                   p_.Has(g_[i + 1].head, W::k_plan_preposition);
    bool planned = ((v.infinitive && i + 1 == verb) || of_plan) &&
                   group.mention < 0 &&
                   StatusOf(p_, group.head, W::k_noun_status).has_value();
    if (planned) return {controllers_.Of(i), true};
    // "joins Acme in bidding", "followed Acme in raising prices", "approached
    // Acme about buying Quill": who does so.
    bool alike = v.participle && !v.passive && i + 2 == verb && before >= 0 &&
                 (p_.IsWord(g_[i + 1].head, "in") ||
                  p_.IsWord(g_[i + 1].head, "about")) &&
                 g_[before].kind == K::kVerb && !g_[before].passive &&
                 parsed_.subject[before] >= 0;
    if (alike) return {parsed_.subject[before], true};
    // "gave no reason for closing the plant": no reason closes it.
    int kind = p_.lexicon->word(p_.word(group.head).lemma).noun_kind;
    bool thing = v.participle && !v.passive && i + 2 == verb &&
                 p_.IsWord(g_[i + 1].head, "for") && group.mention < 0 &&
                 !group.pronoun && before >= 0 && g_[before].kind == K::kVerb &&
                 kind != model::kNounOfPerson && kind != model::kNounOfGroup;
    if (thing) return {-1, true};
    // "called on Acme to pay": Acme pays.
    bool called = v.infinitive && i + 1 == verb && before > 0 &&
                  g_[before - 1].kind == K::kVerb &&
                  (p_.IsWord(g_[before].head, "on") ||
                   p_.IsWord(g_[before].head, "upon") ||
                   p_.IsWord(g_[before].head, "for"));
    if (called) return {i, true};
    // "rejected a bid by Acme to buy": not by who rejected it, and no longer.
    bool by = v.infinitive && i + 1 == verb && before > 0 &&
              p_.IsWord(g_[before].head, "by") &&
              g_[before - 1].kind == K::kNoun && g_[before - 1].mention < 0 &&
              StatusOf(p_, g_[before - 1].head, W::k_noun_status).has_value();
    if (by) return {-1, true};
    if (before >= 0 && g_[before].kind == K::kPreposition) {
      return {before, false};
    }
    // "Leaving Norway allows": leaving does, not Norway.
    bool gerund = before >= 0 && g_[before].kind == K::kVerb &&
                  p_.Tagged(g_[before].head, Bit(Tag::kVBG)) &&
                  g_[before].participle && v.finite &&
                  (before == 0 || g_[before - 1].kind == K::kThat ||
                   g_[before - 1].kind == K::kSubordinator);
    if (gerund) return {-1, true};
    // "the fund tracking Norwegian stocks soared": the participle's object.
    bool reduced = before > 0 && g_[before].kind == K::kVerb &&
                   g_[before].participle && !g_[before].passive && v.finite &&
                   !p_.VerbHas(g_[before].head, W::k_say) &&
                   g_[before - 1].kind == K::kNoun &&
                   (group.mention < 0 || g_[before - 1].mention < 0);
    if (reduced) return {before, false};
    // "its plan to open a school was": the infinitive's object.
    if (before >= 0 && g_[before].infinitive && !v.infinitive &&
        !v.participle && !p_.VerbHas(g_[before].head, W::k_say)) {
      return {before, false};
    }
    // "the fund that owns Acme fell": the object of the relative clause.
    bool inner =
        before > 0 && v.finite &&
        (i + 1 == verb || (i + 2 == verb && g_[i + 1].kind == K::kAdverb)) &&
        g_[before].kind == K::kVerb && g_[before].finite &&
        !g_[before].passive && g_[before - 1].kind == K::kRelative &&
        !p_.VerbHas(g_[before].head, W::k_say) &&
        !p_.VerbHas(g_[before].head, W::k_embeds) &&
        !p_.Has(g_[before].head, W::k_be);
    if (inner) return {before - 1, false};
    int joined = interruptions_.PhraseOfList(before, aside);
    // "with Acme and Quill both rising".
    bool with = joined >= 0 && v.participle && !v.passive &&
                g_[verb - 1].kind != K::kPreposition &&
                p_.IsWord(g_[joined].head, "with");
    if (with) return {i, true};
    if (joined >= 0 && OpensClause(verb, i, joined)) return {i, true};
    // "Among its peers, A and B rose": what opens the sentence ends before A.
    bool fronted = joined == 0 && v.finite && g_[1].kind == K::kNoun &&
                   g_[2].kind == K::kComma;
    if (fronted) return {i, true};
    if (joined >= 0) return {joined, false};  // "shares of A and B rose"
    if (group.kind == K::kFigure) return {i, false};
    return {v.infinitive ? controllers_.Of(i) : i, true};
  }

  // "asked for a discount and Jane Porter replied": "and" joins clauses, not a
  // person to the noun behind the preposition `phrase`.
  bool OpensClause(int verb, int noun, int phrase) const {
    if (!g_[verb].finite || !IsPerson(noun) || IsPerson(phrase + 1)) {
      return false;
    }
    // "in its markets, notably Norway, and Jane Porter said".
    if (noun > 1 && g_[noun - 2].kind == K::kComma) return true;
    int inner = VerbBefore(g_, phrase);
    return inner >= 0 && g_[inner].finite && parsed_.subject[inner] >= 0 &&
           !p_.VerbHas(g_[inner].head, W::k_embeds);
  }

  // "she", "Jane Porter", but not "the seats Jane Porter".
  bool IsPerson(int noun) const {
    if (g_[noun].pronoun) return true;
    if (g_[noun].mention < 0) return false;
    const MentionMatch& mention = table_.mentions[g_[noun].mention];
    return mention.first == g_[noun].first &&
           table_.entities[mention.entity].type == EntityType::kPerson;
  }

  // "with revenue rising 5%", ", with revenue expected to rise": the noun `i`
  // behind the preposition `with` is the subject of what follows it.
  bool StandsWith(int verb, int i, int with) const {
    if (with < 0 || !p_.IsWord(g_[with].head, "with")) return false;
    const Group& v = g_[verb];
    // "with the yield on the 10-year note falling".
    int end = i;
    while (end + 2 < verb && g_[end + 1].kind == K::kPreposition &&
           g_[end + 2].kind == K::kNoun) {
      end += 2;
    }
    // "with exports now exceeding imports".
    bool adverb = end + 2 == verb && g_[end + 1].kind == K::kAdverb;
    // "with sales flat or falling".
    if (end + 3 == verb && g_[end + 2].kind == K::kConjunction) {
      adverb = p_.Has(g_[end + 1].head, W::k_flat);
    }
    if (v.participle && (end + 1 == verb || adverb)) return true;
    bool opens = with == 0 || g_[with - 1].kind == K::kComma ||
                 g_[with - 1].kind == K::kConjunction;
    bool reduced = v.finite && i + 1 == verb && v.first + 1 < v.head &&
                   p_.IsWord(v.first + 1, "to") &&
                   p_.VerbHas(v.first, W::k_embeds);
    bool due = v.infinitive && i + 2 == verb &&
               g_[i + 1].kind == K::kAdjective &&
               StatusOf(p_, g_[i + 1].head, W::k_embeds).has_value();
    return opens && (reduced || due);
  }

  // "surprised investors by raising its forecast": who surprised them; -1: the
  // verb tells no means, or no one who is named does it.
  int DoerOfMeans(int verb) const {
    int end = EndOfMeans(p_, parsed_, verb);
    if (end < 0 || p_.VerbHas(g_[verb].head, W::k_say)) return -1;
    int doer = parsed_.subject[end];
    bool named = doer >= 0 && (g_[doer].mention >= 0 || g_[doer].pronoun ||
                               g_[doer].possessor > 0 || g_[end].finite);
    return named ? doer : -1;
  }

  // "the suit Acme filed against Quill was dropped": the noun that the clause
  // of the verb `inner` tells of; -1: none.
  int Contact(int verb, int inner) const {
    int own = parsed_.subject[inner];
    bool clause = g_[verb].finite && g_[inner].finite && own > 0 &&
                  own + 1 == inner && g_[own - 1].kind == K::kNoun &&
                  g_[own - 1].mention < 0 && !g_[own - 1].pronoun &&
                  g_[own - 1].last == g_[own].first;
    return clause ? own - 1 : -1;
  }

  // A fronted participle takes the subject of the clause after its comma.
  int Later(int verb) const {
    bool comma = false;
    int end = std::min<int>(static_cast<int>(g_.size()), verb + 14);
    for (int k = verb + 1; k < end; ++k) {
      if (g_[k].kind == K::kComma) comma = true;
      if (comma && g_[k].kind == K::kNoun && g_[k - 1].kind == K::kComma) {
        return k;
      }
      if (g_[k].kind == K::kStop) return -1;
    }
    return -1;
  }

  // "..., beating estimates" has the subject of the verb before; "Acme,
  // bought by Beta" has the noun before the comma.
  int Participle(int verb, int comma) const {
    int before = Before(comma, g_[verb].aside);
    if (before >= 0 && g_[before].kind == K::kNoun && g_[verb].passive) {
      return before;
    }
    if (int listed = interruptions_.ListedAfterWith(before, g_[verb].aside);
        listed >= 0) {
      return listed;
    }
    if (int measure = MeasureMoving(verb, before); measure >= 0) return measure;
    int shared = Shared(comma);
    if (shared >= 0) return shared;
    if (before >= 0 && g_[before].kind == K::kNoun) return before;
    return -1;
  }

  // "posted revenue of $6 million, rising from $4 million": the measure whose
  // level ends at the figure `before`, where nothing is acted on; -1: none.
  int MeasureMoving(int verb, int before) const {
    bool of = before > 1 && g_[before].kind == K::kFigure &&
              p_.IsWord(g_[before - 1].head, "of");
    bool moves = p_.VerbHas(g_[verb].head, W::k_rise) ||
                 p_.VerbHas(g_[verb].head, W::k_fall);
    int next = verb + 1;
    if (!of || !moves || next >= static_cast<int>(g_.size())) return -1;
    uint32_t head = g_[before - 2].head;
    // "a loss of 31 cents, sliding 12%": its share may be what slid.
    bool figure =
        g_[next].kind == K::kFigure && !p_.LemmaHas(head, W::k_judges);
    bool by = figure || p_.IsWord(g_[next].head, "from") ||
              p_.IsWord(g_[next].head, "by");
    return by && p_.LemmaHas(head, W::k_measure) ? before - 2 : -1;
  }

  const Story& story_;
  const Passage& p_;
  const EntityTable& table_;
  ParsedSentence& parsed_;
  const std::vector<Group>& g_;
  Antecedents antecedents_;
  Controllers controllers_;
  Interruptions interruptions_;
};

}  // namespace

void FindSubjects(const Story& story, ParsedSentence& parsed) {
  SubjectFinder(story, parsed).Run();
}

}  // namespace newsdigest
