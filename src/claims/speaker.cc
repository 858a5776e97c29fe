#include "claims/speaker.h"

#include "claims/status.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

// People, bodies of people, and what they wrote.
bool MaySpeak(const Passage& p, uint32_t head) {
  uint8_t kind = p.lexicon->word(p.word(head).lemma).noun_kind;
  return kind == model::kNounOfPerson || kind == model::kNounOfGroup ||
         kind == model::kNounOfCommunication ||
         p.LemmaHas(head, W::k_authority) || p.LemmaHas(head, W::k_speaks);
}

// "two people", "15 analysts", "one source".
bool IsUnnamedSource(const Passage& p, uint32_t head) {
  return p.IsWord(head, "people") || p.LemmaHas(head, W::k_observer) ||
         p.LemmaHas(head, W::k_speaks);
}

// "the analyst", "the company", "a letter".
bool IsNominal(const Passage& p, uint32_t head) {
  return p.LemmaHas(head, W::k_nominal_person) ||
         p.LemmaHas(head, W::k_nominal_company) ||
         p.LemmaHas(head, W::k_nominal_org) ||
         p.LemmaHas(head, W::k_document) || p.LemmaHas(head, W::k_title);
}

// `any`: what the sentence says it is according to need not be able to speak.
std::optional<Party> PartyOf(const ParsedSentence& parsed, Focus& focus,
                             int group, bool any = false) {
  if (group < 0) return {};
  Filler filler = focus.Read(parsed, group);
  if (filler.mask == 0 || filler.party.name.empty()) return {};
  // "The S&P 500 added 0.9%": an index says nothing.
  if (filler.mask & model::kInstrument) return {};
  const Passage& p = focus.passage();
  uint32_t head = parsed.groups[group].head;
  bool source = IsUnnamedSource(p, head);
  // "the 20 percent investment makes": no one.
  bool counted =
      parsed.groups[group].figure >= 0 && filler.party.entity < 0 && !source;
  if (counted) return {};
  bool speaks = filler.party.entity >= 0 || IsNominal(p, head) || source ||
                p.Tagged(head, Bit(Tag::kNNP)) ||
                (p.Tagged(head, Bit(Tag::kNNS)) && MaySpeak(p, head));
  if (!speaks && !any) return {};
  return filler.party;
}

class SpeakerFinder {
 public:
  SpeakerFinder(const Story& story, const ParsedSentence& parsed, Focus& focus,
                uint32_t trigger)
      : p_(story.passage),
        parsed_(parsed),
        g_(parsed.groups),
        focus_(focus),
        trigger_(trigger) {}

  std::optional<Party> Run(int own_verb) {
    if (own_verb >= 0 && Reports(own_verb) && !ExpectedOf(own_verb)) {
      return PartyOf(parsed_, focus_, parsed_.subject[own_verb]);
    }
    if (auto said = SayingVerb()) return said;
    return According();
  }

 private:
  bool Reports(int verb) const {
    return p_.VerbHas(g_[verb].head, W::k_report_verb) && !g_[verb].passive &&
           !ShowsOff(verb) && !YetToSay(verb);
  }

  // "is expected to report": nothing has been said yet.
  bool YetToSay(int verb) const {
    const Group& group = g_[verb];
    return group.status == Status::kExpected && group.first < group.head &&
           !p_.Tagged(group.first, Bit(Tag::kMD));
  }

  // "will show off its oven": no one says a thing.
  bool ShowsOff(int verb) const {
    std::string_view particle =
        p_.lexicon->Text(p_.VerbLemmaId(g_[verb].head), W::k_acts_with);
    return !particle.empty() && verb + 1 < static_cast<int>(g_.size()) &&
           p_.IsWord(g_[verb + 1].head, particle);
  }

  // "is thinking about a sale": nothing is said.
  bool Considers(int verb) const {
    auto phrase = p_.Match(g_[verb].head, W::k_embeds, parsed_.sentence->last);
    return phrase.length > 1 && ParseStatus(phrase.text) == Status::kRumored;
  }

  bool Says(int i) const {
    // "Acme added 2.4%", "added 300 jobs": a move, and no word.
    bool moves = i + 1 < static_cast<int>(g_.size()) &&
                 (g_[i + 1].kind == K::kFigure || g_[i + 1].figure >= 0) &&
                 p_.VerbHas(g_[i].head, W::k_rise);
    return g_[i].kind == K::kVerb && !g_[i].passive && !moves && !YetToSay(i) &&
           p_.VerbHas(g_[i].head, W::k_say) && !ShowsOff(i) && !Considers(i);
  }

  // "Analysts see EPS growing": who expects is who says so.
  bool Expects(int i) const {
    return g_[i].kind == K::kVerb && !g_[i].passive && g_[i].finite &&
           EmbeddedStatus(p_, g_[i]) == Status::kExpected;
  }

  // "found a way to cut costs", but "announced plans to cut costs".
  bool Seeks(int verb) const {
    int to = verb + 2;
    return to < static_cast<int>(g_.size()) && !Expects(verb) &&
           g_[to].kind == K::kVerb && g_[to].infinitive &&
           g_[verb + 1].kind == K::kNoun && g_[verb + 1].mention < 0 &&
           !IsSource(p_, g_[verb + 1].head) &&
           !StatusOf(p_, g_[verb + 1].head, W::k_noun_status);
  }

  // "expect Acme to report": it has not yet.
  bool ExpectedOf(int verb) const {
    int k = verb - 1;
    while (k >= 0 && g_[k].kind == K::kNoun) --k;
    bool looks = k > 0 && g_[k].kind == K::kPreposition;  // "looking for"
    if (looks) --k;
    return g_[verb].infinitive && k >= 0 && g_[k].kind == K::kVerb &&
           StatusOf(p_, g_[k].head, W::k_embeds).has_value();
  }

  // The group that holds the trigger.
  int TriggerGroup() const {
    for (size_t i = 0; i < g_.size(); ++i) {
      if (g_[i].first <= trigger_ && trigger_ < g_[i].last) {
        return static_cast<int>(i);
      }
    }
    return -1;
  }

  std::optional<Party> SayingVerb() {
    int at = TriggerGroup();
    int size = static_cast<int>(g_.size());
    int ours = -1;  // "we expect"
    // "X said (that) ... TRIGGER".
    for (int i = at - 1; i >= 0; --i) {
      if (g_[i].kind == K::kStop && !p_.Is(g_[i].first, ":")) break;
      if (!(Says(i) || Expects(i)) || g_[i].aside) continue;
      if (Apart(i, at) || ExpectedOf(i) || Seeks(i)) continue;
      bool clause = false;
      for (int k = i + 1; k <= at; ++k) {
        clause = clause || (g_[k].kind == K::kThat && k < at) ||
                 (g_[k].kind == K::kVerb && k >= at) ||
                 (g_[k].kind == K::kVerb && (g_[k].finite || Expects(i)));
      }
      clause = clause || g_[i + 1].kind == K::kThat;
      if (!clause || TellsOfSayer(i, at) || ActsToo(i, at)) continue;
      if (Ourselves(i)) {
        ours = parsed_.subject[i];
        break;
      }
      if (auto party = PartyOf(parsed_, focus_, parsed_.subject[i])) {
        return party;
      }
    }
    // "TRIGGER ..., X said".
    for (int i = at + 1; i < size; ++i) {
      if (!Says(i) || !g_[i].finite) continue;
      int subject = Sayer(i);
      if (subject < 0) continue;
      int before = std::min(subject, i) - 1;
      // "rose after Acme forecast strong demand": no word on the rise.
      // "up 3%, as UBS said", but "up 3%, as UBS reiterated its advice".
      bool of_own = i + 1 < size &&
                    (g_[i + 1].kind == K::kNoun || g_[i + 1].kind == K::kThat ||
                     g_[i + 1].kind == K::kQuote);
      bool after = before >= 0 && g_[before].kind == K::kSubordinator &&
                   (of_own || !p_.IsWord(g_[before].head, "as"));
      if (after) continue;
      // ", and Quill announced a dividend", ", and Quill said it would".
      bool joined = before >= 0 && g_[before].kind == K::kConjunction;
      if (joined && (of_own || SaysMore(i))) continue;
      // "the group can find ways of raising it".
      bool thing = i + 2 < size && g_[i + 1].kind == K::kNoun &&
                   g_[i + 1].mention < 0 && !g_[i + 1].pronoun &&
                   !IsSource(p_, g_[i + 1].head) &&
                   g_[i + 2].kind == K::kPreposition;
      if (thing) continue;
      // ", and Quill advised Acme": an act of its own.
      bool advises = i + 1 < size && g_[i + 1].kind == K::kNoun &&
                     p_.VerbHas(g_[i].head, W::k_advises);
      if (advises) continue;
      // "After the Fed raised rates, Porter told aides that": of the rest.
      if (SaysMore(i) && Fronted(at)) continue;
      while (before >= 0 && (g_[before].kind == K::kConjunction ||
                             g_[before].kind == K::kSubordinator ||
                             g_[before].kind == K::kPreposition ||
                             g_[before].kind == K::kAdverb)) {
        --before;
      }
      bool bound = before >= 0 && (g_[before].kind == K::kComma ||
                                   g_[before].kind == K::kQuote ||
                                   g_[before].kind == K::kDash);
      // "cut 40 jobs - far too many, unions say - in May": of the aside only.
      bool inside = bound && g_[before].kind == K::kComma && g_[before].aside &&
                    !g_[at].aside;
      if (inside) continue;
      if (bound && before > at) return PartyOf(parsed_, focus_, subject);
    }
    return PartyOf(parsed_, focus_, ours);
  }

  // "but Jane Porter said she was sure": what is said stands behind `verb`.
  bool SaysMore(int verb) const {
    int size = static_cast<int>(g_.size());
    // "complained to aides that", "told aides that".
    int that = verb + 1;
    if (that < size && g_[that].kind == K::kPreposition) ++that;
    if (that < size && g_[that].kind == K::kNoun) ++that;
    if (that < size && g_[that].kind == K::kThat) return true;
    return verb + 2 < size && g_[verb + 1].kind == K::kNoun &&
           g_[verb + 2].kind == K::kVerb && g_[verb + 2].finite;
  }

  // "After Acme rose": the clause of the group `at` hangs on another.
  bool Fronted(int at) const {
    for (int k = at - 1; k >= 0; --k) {
      if (g_[k].kind == K::kSubordinator) return true;
      if (g_[k].kind == K::kComma || g_[k].kind == K::kStop ||
          g_[k].kind == K::kThat) {
        return false;
      }
    }
    return false;
  }

  // "We expect sales to rise," she said: she does.
  bool Ourselves(int verb) const {
    int subject = parsed_.subject[verb];
    return subject >= 0 && g_[subject].pronoun &&
           (p_.IsWord(g_[subject].head, "we") ||
            p_.IsWord(g_[subject].head, "i"));
  }

  // "Acme reported a loss, while Beta raised its guidance": what it says is
  // the noun before the comma.
  bool Contrasted(int verb, int at) const {
    for (int k = verb + 1; k < at; ++k) {
      bool clause =
          g_[k].kind == K::kThat || (g_[k].kind == K::kVerb && g_[k].finite);
      if (clause) return false;
      bool another = g_[k].kind == K::kSubordinator &&
                     g_[k - 1].kind == K::kComma && k > verb + 2 &&
                     !p_.IsWord(g_[k].head, "as");
      if (another) return true;
    }
    return false;
  }

  // "After Acme announced a sale, the market fell": what is said stands in a
  // clause of its own.
  bool Apart(int verb, int at) const {
    // "Acme, which reports next week, will": it says nothing of the rest.
    bool inner = verb > 0 && g_[verb - 1].kind == K::kRelative;
    for (int i = verb + 1; inner && i < at; ++i) {
      bool that =
          g_[i].kind == K::kThat || (g_[i].kind == K::kVerb && g_[i].finite);
      if (that) break;
      if (g_[i].kind == K::kComma) return true;
    }
    if (Contrasted(verb, at) || NamesWhat(verb, at)) return true;
    int k = verb - 1;
    while (k >= 0 && g_[k].kind != K::kComma && g_[k].kind != K::kStop &&
           g_[k].kind != K::kThat && g_[k].kind != K::kSubordinator) {
      --k;
    }
    bool opens = k >= 0 && g_[k].kind == K::kSubordinator &&
                 !p_.IsWord(g_[k].head, "as");
    for (int i = verb + 1; opens && i < at; ++i) {
      if (g_[i].kind == K::kComma) return true;
    }
    return false;
  }

  // "Acme warned of delays, and Quill cut output": what is said is a noun, and
  // the clause of the group `at` another's.
  bool NamesWhat(int verb, int at) const {
    for (int i = verb + 1; i + 1 < at; ++i) {
      if (g_[i].kind == K::kVerb || g_[i].kind == K::kThat) return false;
      if (g_[i].kind != K::kConjunction) continue;
      int next = i + 1;
      int acts = VerbOf(parsed_, next);
      return g_[next].kind == K::kNoun && g_[i - 1].kind == K::kComma &&
             acts == next + 1 && g_[acts].finite && i > verb + 2;
    }
    return false;
  }

  // The subject of a saying verb; after it in "said Mr. Smith".
  int Sayer(int verb) const {
    int size = static_cast<int>(g_.size());
    int subject = parsed_.subject[verb];
    bool quote_before = verb > 0 && (g_[verb - 1].kind == K::kQuote ||
                                     g_[verb - 1].kind == K::kComma);
    bool behind =
        quote_before && verb + 1 < size && g_[verb + 1].kind == K::kNoun;
    return behind && !OnlySays(verb) ? verb + 1 : subject;
  }

  // "Acme reported a loss and is expected to cut jobs": what the sayer does
  // besides.
  bool ActsToo(int verb, int at) const {
    for (int k = verb + 1; k < at; ++k) {
      bool acts = g_[k].kind == K::kConjunction && g_[k + 1].kind == K::kVerb &&
                  g_[k + 1].finite && p_.Has(g_[k + 1].first, W::k_be) &&
                  parsed_.subject[k + 1] == parsed_.subject[verb];
      if (acts) return true;
    }
    return false;
  }

  // "It sold well," says Jane Porter, who left Acme in May: what describes the
  // sayer is not said.
  bool TellsOfSayer(int verb, int at) const {
    if (Sayer(verb) != verb + 1) return false;
    for (int k = verb + 2; k < at; ++k) {
      if (g_[k].kind == K::kRelative) return true;
      bool said = g_[k].kind == K::kQuote || g_[k].kind == K::kThat ||
                  g_[k].kind == K::kVerb;
      if (said) return false;
    }
    return false;
  }

  // "Jane Porter, chief executive of Acme, told analysts": whether what stands
  // before the comma does nothing else than say so.
  bool OnlySays(int verb) const {
    int subject = parsed_.subject[verb];
    if (subject < 0 || g_[verb - 1].kind == K::kQuote) return false;
    for (int k = subject + 1; k < verb; ++k) {
      if (g_[k].kind == K::kVerb && parsed_.subject[k] == subject) return false;
    }
    return true;
  }

  // "FactSet data", "data from FactSet": the name that stands by.
  std::optional<Party> Source(int group) {
    if (g_[group].mention < 0) {
      if (auto left = focus_.Left(parsed_, group, g_[group].last)) {
        return left->party;
      }
      // "data from FactSet", "figures compiled by FactSet".
      int size = static_cast<int>(g_.size());
      for (int k = group + 1; k + 1 < size && k < group + 4; ++k) {
        if (g_[k].kind == K::kComma) break;
        bool from =
            g_[k].kind == K::kPreposition &&
            p_.Tagged(g_[k + 1].head, Bit(Tag::kNNP)) &&
            (p_.IsWord(g_[k].head, "from") || p_.IsWord(g_[k].head, "by"));
        if (from) return PartyOf(parsed_, focus_, k + 1);
      }
    }
    return PartyOf(parsed_, focus_, group, true);
  }

  // "sees $3 million, compared with the average estimate of $4 million,
  // according to Quill": whether only the estimate is Quill's.
  bool CreditsOutlook(uint32_t according) const {
    for (const Group& group : g_) {
      bool behind = group.first > trigger_ && group.last <= according;
      bool other = behind && group.kind == K::kNoun && group.mention < 0 &&
                   group.first > 0 && p_.LemmaHas(group.head, W::k_outlook) &&
                   (p_.IsWord(group.first - 1, "with") ||
                    p_.Has(group.first - 1, W::k_base_preposition));
      if (other) return true;
    }
    return false;
  }

  std::optional<Party> According() {
    int size = static_cast<int>(g_.size());
    uint32_t end = parsed_.sentence->last;
    for (uint32_t i = parsed_.sentence->first; i < end; ++i) {
      uint32_t length = p_.Match(i, W::k_according, end).length;
      if (length == 0 || CreditsOutlook(i)) continue;
      for (int k = 0; k < size; ++k) {
        bool next = g_[k].first >= i + length;
        if (!next || g_[k].kind != K::kNoun) continue;
        // "per Reuters", but "per share".
        bool names = length > 1 || (g_[k].first == i + 1 && g_[k].mention >= 0);
        if (names) return Source(k);
        break;
      }
    }
    return {};
  }

  const Passage& p_;
  const ParsedSentence& parsed_;
  const std::vector<Group>& g_;
  Focus& focus_;
  uint32_t trigger_;
};

}  // namespace

bool IsSource(const Passage& p, uint32_t head) {
  return IsNominal(p, head) || MaySpeak(p, head);
}

std::optional<Party> FindSpeaker(const Story& story,
                                 const ParsedSentence& parsed, Focus& focus,
                                 uint32_t trigger, int own_verb) {
  return SpeakerFinder(story, parsed, focus, trigger).Run(own_verb);
}

}  // namespace newsdigest
