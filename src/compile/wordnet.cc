// WordNet 3.0 (Debian wordnet-base): open-class words with their parts of
// speech, how often each is met, and the kind of thing a noun names.
#include <algorithm>
#include <cctype>
#include <sstream>
#include <unordered_map>

#include "compile/builder.h"

namespace newsdigest::compile {
namespace {

// Tagged uses as a noun past which a verb without any is left out.
constexpr int kNounOnly = 100;

enum Pos { kNoun, kVerb, kAdjective, kAdverb };

using Exceptions = std::unordered_map<std::string, std::vector<std::string>>;

bool Usable(const std::string& word) {
  if (word.empty() || word.size() > 40) return false;
  for (char c : word) {
    if (!std::isalpha(static_cast<unsigned char>(c)) && c != '\'') {
      return false;
    }
  }
  return true;
}

bool IsVowel(char c) {
  return std::string("aeiou").find(c) != std::string::npos;
}

// Irregular forms: lemma -> inflected forms.
Exceptions LoadExceptions(const std::string& path) {
  Exceptions out;
  std::istringstream in(ReadFile(path));
  std::string line;
  while (std::getline(in, line)) {
    std::istringstream fields(line);
    std::string form, lemma;
    fields >> form;
    while (fields >> lemma) out[lemma].push_back(form);
  }
  return out;
}

std::string WithS(const std::string& word) {
  size_t n = word.size();
  if (word.ends_with("s") || word.ends_with("x") || word.ends_with("z") ||
      word.ends_with("ch") || word.ends_with("sh")) {
    return word + "es";
  }
  if (n > 1 && word.ends_with("y") && !IsVowel(word[n - 2])) {
    return word.substr(0, n - 1) + "ies";
  }
  if (n > 1 && word.ends_with("o") && !IsVowel(word[n - 2])) {
    return word + "es";
  }
  return word + "s";
}

int Syllables(const std::string& word) {
  int count = 0;
  bool vowel = false;
  for (char c : word) {
    bool now = IsVowel(c) || c == 'y';
    if (now && !vowel) ++count;
    vowel = now;
  }
  if (word.ends_with("e")) --count;
  return count;
}

// Stem before "ed" and "ing": last consonant doubled, or final e dropped.
std::string Stem(const std::string& word, bool ing) {
  size_t n = word.size();
  if (ing && word.ends_with("ie")) return word.substr(0, n - 2) + "y";
  if (word.ends_with("ee") || word.ends_with("oe") || word.ends_with("ye")) {
    return ing ? word : word.substr(0, n - 1);
  }
  if (word.ends_with("e")) return word.substr(0, n - 1);
  if (!ing && n > 1 && word.ends_with("y") && !IsVowel(word[n - 2])) {
    return word.substr(0, n - 1) + "i";
  }
  bool closed = n > 2 && !IsVowel(word[n - 1]) && IsVowel(word[n - 2]) &&
                !IsVowel(word[n - 3]) && word[n - 1] != 'w' &&
                word[n - 1] != 'x' && word[n - 1] != 'y';
  if (closed && Syllables(word) == 1) return word + word[n - 1];
  return word;
}

bool Doubles(const std::string& word) {
  size_t n = word.size();
  return n > 3 && !IsVowel(word[n - 1]) && IsVowel(word[n - 2]) &&
         !IsVowel(word[n - 3]) && Syllables(word) > 1 &&
         std::string("lrtpmn").find(word[n - 1]) != std::string::npos;
}

void AddForm(Builder& builder, const std::string& form,
             const std::string& lemma, Tag tag, Pos pos, int count) {
  WordInfo& info = builder.word(form);
  info.tags |= Bit(tag);
  info.counts[pos] = std::max(info.counts[pos], count);
  if (pos == kVerb) {
    // "fell" is rather a form of "fall" than the verb "fell".
    if (count > info.verb_lemma_count) {
      info.verb_lemma = lemma;
      info.verb_lemma_count = count;
    }
  } else if (pos == kNoun) {
    if (count > info.noun_lemma_count) {  // "sales": rather of "sale"
      info.lemma = lemma;
      info.noun_lemma_count = count;
    }
  } else if (info.lemma.empty()) {
    info.lemma = lemma;
  }
}

struct Pasts {
  std::vector<std::string> past, participle, ing, present;
};

// "sang" beside "sung".
bool Ablaut(const std::string& past, const std::string& participle) {
  size_t a = past.rfind('a');
  std::string other = past;
  if (a != std::string::npos) other[a] = 'u';
  return a != std::string::npos && other == participle;
}

// verb.exc has the irregular forms without saying which is which, and leaves
// out those that are the lemma itself ("cut", "has come"): data/lexicon has
// them. A form in -n or -one is the participle, and so is "sung" beside
// "sang"; a form that stands alone is both.
Pasts PastsOf(Builder& builder, const std::string& lemma,
              const Exceptions& exceptions) {
  Pasts out;
  std::vector<std::string> both;
  uint32_t same = builder.word(lemma).same;
  if (same & Bit(Tag::kVBD)) out.past.push_back(lemma);
  if (same & Bit(Tag::kVBN)) out.participle.push_back(lemma);
  auto found = exceptions.find(lemma);
  for (size_t i = 0; found != exceptions.end() && i < found->second.size();
       ++i) {
    const std::string& form = found->second[i];
    bool present = form.ends_with("s") && form.size() > lemma.size();
    bool participle = form.ends_with("wn") || form.ends_with("en") ||
                      form.ends_with("orn") || form.ends_with("gone") ||
                      form.ends_with("done");
    if (form.ends_with("ing")) {
      out.ing.push_back(form);
    } else if (participle) {
      out.participle.push_back(form);
    } else if (present) {
      out.present.push_back(form);
    } else {
      both.push_back(form);
    }
  }
  for (const std::string& form : both) {
    if (form.ends_with("ed")) continue;
    for (const std::string& other : both) {
      if (Ablaut(form, other)) out.participle.push_back(other);
    }
  }
  for (const std::string& form : both) {
    bool is_participle = std::find(out.participle.begin(), out.participle.end(),
                                   form) != out.participle.end();
    if (!is_participle) out.past.push_back(form);
  }
  // "proved" beside "proven", "signaled" beside "signalled", "burned" beside
  // "burnt", "spelled" beside "spelt".
  std::string single =
      lemma.ends_with("ll") ? lemma.substr(0, lemma.size() - 1) : lemma;
  bool regular = std::all_of(
      out.past.begin(), out.past.end(), [&](const std::string& form) {
        return form.ends_with("ed") || form == single + "t";
      });
  if (regular) {
    if (out.participle.empty()) out.participle = out.past;
    out.past.push_back(Stem(lemma, false) + "ed");
    out.participle.push_back(out.past.back());
  }
  if (out.participle.empty()) out.participle = out.past;
  return out;
}

void AddVerb(Builder& builder, const std::string& lemma, int count,
             const Exceptions& exceptions) {
  auto add = [&](const std::string& form, Tag tag) {
    AddForm(builder, form, lemma, tag, kVerb, count);
  };
  add(lemma, Tag::kVB);
  add(lemma, Tag::kVBP);
  add(WithS(lemma), Tag::kVBZ);
  add(Stem(lemma, true) + "ing", Tag::kVBG);
  if (Doubles(lemma)) {
    add(lemma + lemma.back() + "ing", Tag::kVBG);
    add(lemma + lemma.back() + "ed", Tag::kVBD);
    add(lemma + lemma.back() + "ed", Tag::kVBN);
  }
  Pasts pasts = PastsOf(builder, lemma, exceptions);
  for (const std::string& form : pasts.past) add(form, Tag::kVBD);
  for (const std::string& form : pasts.participle) add(form, Tag::kVBN);
  for (const std::string& form : pasts.ing) add(form, Tag::kVBG);
  for (const std::string& form : pasts.present) add(form, Tag::kVBZ);
}

void AddNoun(Builder& builder, const std::string& lemma, int count,
             const Exceptions& exceptions) {
  AddForm(builder, lemma, lemma, Tag::kNN, kNoun, count);
  auto found = exceptions.find(lemma);
  if (found != exceptions.end()) {
    for (const std::string& form : found->second) {
      AddForm(builder, form, lemma, Tag::kNNS, kNoun, count);
    }
  }
  AddForm(builder, WithS(lemma), lemma, Tag::kNNS, kNoun, count);
}

// Sum of the tagged senses of each lemma, by part of speech.
std::unordered_map<std::string, int> LoadCounts(const std::string& path) {
  std::unordered_map<std::string, int> counts;
  std::istringstream in(ReadFile(path));
  std::string key;
  int sense = 0;
  int count = 0;
  while (in >> key >> sense >> count) {
    size_t mark = key.find('%');
    if (mark == std::string::npos) continue;
    char type = key[mark + 1];
    if (type == '5') type = '3';
    counts[key.substr(0, mark) + type] += count;
  }
  return counts;
}

struct FirstSense {
  uint8_t kind = 0;
  bool proper = false;
};

// The lexicographer file and the spelling of the sense at `offset`.
FirstSense ReadSense(const std::string& data, size_t offset,
                     const std::string& lemma) {
  std::istringstream line(data.substr(offset, 2000));
  std::string skip, type, word, number;
  int file = 0;
  int words = 0;
  line >> skip >> file >> type >> std::hex >> words;
  FirstSense out;
  out.kind = static_cast<uint8_t>(file);
  for (int i = 0; i < words && line >> word >> number; ++i) {
    if (word.size() != lemma.size()) continue;
    bool same = true;
    for (size_t k = 0; k < word.size(); ++k) {
      same =
          same && std::tolower(static_cast<unsigned char>(word[k])) == lemma[k];
    }
    if (same) {
      out.proper = std::isupper(static_cast<unsigned char>(word[0])) != 0;
      break;
    }
  }
  return out;
}

}  // namespace

void LoadWordNet(const std::string& folder, Builder& builder) {
  auto counts = LoadCounts(folder + "/cntlist.rev");
  std::string noun_data = ReadFile(folder + "/data.noun");
  const char* names[] = {"noun", "verb", "adj", "adv"};
  for (int pos = kNoun; pos <= kAdverb; ++pos) {
    std::string name = names[pos];
    Exceptions exceptions = LoadExceptions(folder + "/" + name + ".exc");
    std::istringstream in(ReadFile(folder + "/index." + name));
    std::string line;
    while (std::getline(in, line)) {
      if (line.starts_with(" ")) continue;
      std::istringstream fields(line);
      std::string lemma, letter, skip;
      int senses = 0;
      int pointers = 0;
      fields >> lemma >> letter >> senses >> pointers;
      if (!Usable(lemma)) continue;
      auto found = counts.find(lemma + static_cast<char>('1' + pos));
      int count = found == counts.end() ? 0 : found->second;
      if (pos == kNoun) {
        for (int i = 0; i < pointers; ++i) fields >> skip;
        int sense_total = 0;
        int tagged = 0;
        size_t offset = 0;
        fields >> sense_total >> tagged >> offset;
        FirstSense first = ReadSense(noun_data, offset, lemma);
        AddNoun(builder, lemma, count, exceptions);
        WordInfo& info = builder.word(lemma);
        info.noun_kind = first.kind;
        info.proper = first.proper;
      } else if (pos == kVerb) {
        // "company", "job": common nouns that no one uses as verbs.
        bool noun_only =
            count == 0 && builder.word(lemma).counts[kNoun] >= kNounOnly;
        if (noun_only) continue;
        AddVerb(builder, lemma, count, exceptions);
      } else {
        Tag tag = pos == kAdjective ? Tag::kJJ : Tag::kRB;
        Pos kind = static_cast<Pos>(pos);
        AddForm(builder, lemma, lemma, tag, kind, count);
        bool compares = pos == kAdjective && count > 0 && lemma.size() > 2 &&
                        (Syllables(lemma) == 1 || lemma.ends_with("y") ||
                         lemma.ends_with("ow"));
        if (compares) {  // "larger", "largest"
          AddForm(builder, Stem(lemma, false) + "er", lemma, tag, kind, count);
          AddForm(builder, Stem(lemma, false) + "est", lemma, tag, kind, count);
        }
        auto irregular = exceptions.find(lemma);
        if (irregular != exceptions.end()) {
          for (const std::string& form : irregular->second) {
            AddForm(builder, form, lemma, tag, kind, count);
          }
        }
      }
    }
  }
  // "chatbots", which data/lexicon/pos.tsv names too, are chatbots.
  for (const std::string& noun : builder.own_nouns) {
    std::string plural = WithS(noun);
    bool named =
        builder.HasWord(plural) && (builder.word(plural).tags & Bit(Tag::kNNS));
    if (named) AddForm(builder, plural, noun, Tag::kNNS, kNoun, 0);
  }
  // "relaunched", which it does not name, is relaunch.
  for (const std::string& verb : builder.own_verbs) {
    bool known = builder.HasWord(WithS(verb)) &&
                 (builder.word(WithS(verb)).tags & Bit(Tag::kVBZ)) != 0;
    if (!known) AddVerb(builder, verb, 0, {});
  }
}

}  // namespace newsdigest::compile
