// Further subjects that "and" joins, and whom "they" and "it" mean where the
// verb of saying before them tells.
#include "claims/clause.h"

namespace newsdigest {
namespace {

using W = WordClass;
using K = GroupKind;

class SubjectJoiner {
 public:
  SubjectJoiner(const Story& story, ParsedSentence& parsed)
      : p_(story.passage),
        entities_(story.entities),
        parsed_(parsed),
        g_(parsed.groups) {}

  void Run() {
    parsed_.joined.assign(g_.size(), {});
    for (size_t i = 0; i < g_.size(); ++i) {
      if (parsed_.subject[i] >= 0) Join(static_cast<int>(i));
    }
    for (size_t i = 0; i < g_.size(); ++i) {
      if (g_[i].kind != K::kVerb) continue;
      MeanBoth(static_cast<int>(i));
      MeanSayer(static_cast<int>(i));
    }
  }

 private:
  // "A and B said they would merge": both would.
  void MeanBoth(int verb) {
    int they = parsed_.subject[verb];
    bool fits =
        they > 0 && g_[they].pronoun && p_.IsWord(g_[they].head, "they");
    int says = fits ? VerbBefore(g_, they) : -1;
    if (says < 0 || parsed_.joined[says].empty()) return;
    bool named = g_[parsed_.subject[says]].mention >= 0 &&
                 p_.VerbHas(g_[says].head, W::k_say);
    if (!named) return;
    parsed_.subject[verb] = parsed_.subject[says];
    parsed_.joined[verb] = parsed_.joined[says];
  }

  // "The watchdog said it had fined Acme", "police said they had": an authority
  // that says what it did.
  void MeanSayer(int verb) {
    int it = parsed_.subject[verb];
    bool fits = it > 1 && g_[it].pronoun && g_[it].possessor == 0;
    int says = it - 1;
    if (fits && g_[says].kind == K::kThat) --says;
    if (!fits || g_[says].kind != K::kVerb || parsed_.subject[says] < 0) return;
    const Group& sayer = g_[parsed_.subject[says]];
    bool one =
        p_.IsWord(g_[it].head, "it") && p_.Tagged(sayer.head, Bit(Tag::kNN));
    bool many =
        p_.IsWord(g_[it].head, "they") && p_.Tagged(sayer.head, Bit(Tag::kNNS));
    // "A rival said it would buy Quill".
    bool another =
        (p_.IsWord(sayer.first, "a") || p_.IsWord(sayer.first, "an")) &&
        (p_.LemmaHas(sayer.head, W::k_nominal_company) ||
         p_.LemmaHas(sayer.head, W::k_team) ||
         p_.LemmaHas(sayer.head, W::k_rival));
    // "Jane Porter's campaign said it had raised".
    int owner =
        sayer.possessor > sayer.first ? entities_.at[sayer.possessor - 1] : -1;
    bool owned = owner >= 0 &&
                 entities_.entities[entities_.mentions[owner].entity].type ==
                     EntityType::kPerson;
    bool unnamed =
        sayer.mention < 0 && !sayer.pronoun &&
        (another || owned || p_.LemmaHas(sayer.head, W::k_authority) ||
         p_.LemmaHas(sayer.head, W::k_org_head)) &&
        p_.VerbHas(g_[says].head, W::k_say);
    if (unnamed && (one || many)) parsed_.subject[verb] = parsed_.subject[says];
  }

  // "A, B and C": nouns joined to the subject of `verb`.
  void Join(int verb) {
    int i = parsed_.subject[verb];
    int k = i - 1;
    // "Acme and Quill, which agreed to buy Harbor, are bakers": Quill did.
    bool nearest = i + 3 <= verb && g_[i].mention >= 0 &&
                   g_[i + 1].kind == K::kComma &&
                   p_.IsWord(g_[i + 2].head, "which");
    for (int m = i + 2; nearest && m < verb; ++m) {
      nearest = g_[m].kind != K::kComma;
    }
    if (nearest) return;
    bool and_word = false;
    while (k > 0) {
      if (g_[k].kind != K::kConjunction && g_[k].kind != K::kComma) break;
      int before = k - 1;
      if (g_[k].kind == K::kConjunction && before > 0 &&
          g_[before].kind == K::kComma) {
        --before;
      }
      if (g_[before].kind != K::kNoun) break;
      int prep = before - 1;
      bool listed =
          g_[verb].participle && prep >= 0 && p_.IsWord(g_[prep].head, "with");
      if (prep >= 0 && g_[prep].kind == K::kPreposition && !listed) break;
      // "Acme sued Quill and Harbor sued Norwick": the object of another verb.
      bool own =
          i + 1 == verb || (i + 2 == verb && g_[i + 1].kind == K::kAdverb);
      bool object = own && !g_[i].pronoun && prep >= 0 &&
                    g_[prep].kind == K::kVerb && g_[prep].finite &&
                    !g_[prep].passive && !p_.Has(g_[prep].head, W::k_be) &&
                    (g_[before + 1].kind == K::kComma ||
                     (!p_.VerbHas(g_[prep].head, W::k_say) &&
                      !p_.VerbHas(g_[prep].head, W::k_embeds)));
      if (object) break;
      for (int m = before + 1; m < i; ++m) {
        and_word = and_word || g_[m].kind == K::kConjunction;
      }
      // "Acme, Beta team up", "Gold, silver fall", "Acme, Beta in talks to
      // merge": a heading needs no "and".
      bool right = i + 1 == verb ||
                   (i + 3 == verb && g_[i + 1].kind == K::kPreposition &&
                    g_[verb].infinitive);
      bool named = g_[before].mention >= 0 && g_[i].mention >= 0;
      bool names = parsed_.sentence->heading && before == 0 && right &&
                   (named || i + 1 == verb);
      if (!and_word && !names) break;
      parsed_.joined[verb].push_back(before);
      i = before;
      k = before - 1;
    }
  }

  const Passage& p_;
  const EntityTable& entities_;
  ParsedSentence& parsed_;
  const std::vector<Group>& g_;
};

}  // namespace

void JoinSubjects(const Story& story, ParsedSentence& parsed) {
  SubjectJoiner(story, parsed).Run();
}

}  // namespace newsdigest
