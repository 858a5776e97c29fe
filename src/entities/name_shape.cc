// What the words of a name itself say of its type.
#include "entities/names.h"

namespace newsdigest {
namespace {

using W = WordClass;
using T = EntityType;

void Shape(NameMatch& name, EntityType type, int points) {
  name.shape[static_cast<int>(type)] += points;
}

class NameShape {
 public:
  NameShape(const Passage& passage, NameMatch& name)
      : p_(passage),
        n_(name),
        first_(name.first),
        last_(name.last),
        tail_(name.last - 1),
        token_(passage.tokens[name.first]) {}

  void Run() {
    uint32_t words = last_ - first_;
    bool strong = p_.Has(tail_, W::k_legal_strong) && words > 1;
    if (strong) Shape(n_, T::kCompany, 10);
    if (words > 1 && !strong) Heads();
    for (uint32_t i = first_; i + 1 < last_; ++i) {
      if (p_.Is(i, "&")) Shape(n_, T::kCompany, 3);
    }
    if (words == 1) {
      OneWord();
    } else if (!strong && words <= 5 && !Common()) {
      Person();
    }
  }

 private:
  // "Porter Foundation", "Bank of Norwick", "Quill Group".
  void Heads() {
    bool head = p_.Has(tail_, W::k_org_head);
    // A weak suffix says company unless the word heads organizations too.
    if (p_.Has(tail_, W::k_legal_suffix)) {
      Shape(n_, T::kCompany, head ? 3 : 4);
    }
    // "Nortiv AI": a word that no language has, and what such firms add.
    bool strange = last_ == first_ + 2 && p_.Has(tail_, W::k_name_tail) &&
                   p_.word(first_).tags == 0 && !n_.capitals;
    if (strange) Shape(n_, T::kCompany, 3);
    if (head) Shape(n_, T::kOrganization, 5);
    bool of = false;
    for (uint32_t i = first_; i < last_; ++i) of = of || p_.IsWord(i, "of");
    if (of && p_.Has(first_, W::k_org_head)) Shape(n_, T::kOrganization, 6);
    for (uint32_t i = first_ + 1; of && i < tail_; ++i) {
      if (p_.Has(i, W::k_org_head) && p_.IsWord(i + 1, "of")) {
        Shape(n_, T::kOrganization, 6);
        break;
      }
    }
    // "Institute for Fiscal Studies".
    for (uint32_t i = first_; i + 1 < tail_; ++i) {
      bool serves = p_.IsWord(i + 1, "for") || p_.IsWord(i + 1, "on");
      serves = serves && p_.Has(i, W::k_and_head) && p_.Has(i, W::k_org_head);
      if (serves) Shape(n_, T::kOrganization, 4);
    }
    if (p_.Has(first_, W::k_org_adjective)) Shape(n_, T::kOrganization, 1);
    if (p_.Has(tail_, W::k_media_word)) Shape(n_, T::kCompany, 2);
    if (p_.Has(tail_, W::k_event_head)) Shape(n_, T::kEvent, 7);
    if (p_.Has(tail_, W::k_place_head)) {
      Shape(n_, T::kPlace, p_.Has(tail_, W::k_surname) ? 4 : 7);
    }
    if (p_.Has(first_, W::k_place_before)) Shape(n_, T::kPlace, 2);
  }

  void OneWord() {
    bool mixed =
        token_.is(kMixedCase) || p_.str(first_).find('.') != std::string::npos;
    if (mixed && !token_.is(kDotted)) Shape(n_, T::kCompany, 2);
    if (token_.is(kAllCaps) && !token_.is(kDotted) && token_.size >= 3 &&
        token_.size <= 6 && !n_.capitals) {
      bool free = p_.word(first_).tags == 0 && !p_.Has(first_, W::k_measure) &&
                  !p_.Has(first_, W::k_security);
      Shape(n_, T::kOrganization, free ? 3 : 2);
    }
    bool surname = p_.Has(first_, W::k_surname);
    if (surname && p_.word(first_).proper) Shape(n_, T::kPerson, 1);
    if (!surname && p_.Has(first_, W::k_first_name)) Shape(n_, T::kPerson, 1);
  }

  // Whether an ordinary noun in it speaks against a person.
  bool Common() const {
    for (uint32_t i = first_; i < last_; ++i) {
      if (p_.Has(i, W::k_org_head) || p_.Has(i, W::k_legal_suffix) ||
          p_.IsWord(i, "of") || p_.Is(i, "&")) {
        return true;
      }
    }
    return false;
  }

  // "John Smith", "J. K. Rowling", "Ludwig van Beethoven".
  void Person() {
    bool given = p_.Has(first_, W::k_first_name);
    bool initial = token_.is(kDotted) && token_.size == 2;
    const Token& second = p_.tokens[first_ + 1];
    bool three = last_ - first_ >= 3;
    uint32_t end = tail_;
    if (p_.Has(end, W::k_name_suffix) && end > first_ + 1) --end;
    bool surname = p_.Has(end, W::k_surname);
    bool family = surname || p_.tokens[end].word == 0 || p_.word(end).proper;
    if (p_.Has(first_, W::k_family_first) && HasUnknown() && !given) {
      Shape(n_, T::kPerson, 5);
    }
    if (given) Shape(n_, T::kPerson, family ? 6 : 3);
    if (initial) Shape(n_, T::kPerson, 5);
    bool particle =
        three && p_.Has(first_ + 1, W::k_particle) && !second.is(kCapital);
    if (particle && !given) Shape(n_, T::kPerson, 3);
    if (three && second.is(kDotted) && second.size == 2) {
      Shape(n_, T::kPerson, 6);
    }
    if (!given && !initial && surname) {
      bool unknown = token_.word == 0 || p_.word(first_).proper;
      Shape(n_, T::kPerson, unknown ? 3 : 1);
    }
    if (!given && Strange()) Shape(n_, T::kPerson, 3);
    // "Wei-Lin Tan", "Min-jun Kim".
    bool joined = last_ - first_ >= 4 && p_.Is(first_ + 1, "-") &&
                  p_.Has(end, W::k_surname) && p_.Has(tail_, W::k_surname);
    if (joined && !given) Shape(n_, T::kPerson, 4);
  }

  // "Tan Wei Ming", "Kim Min-jun": the family comes first.
  bool HasUnknown() const {
    for (uint32_t i = first_ + 1; i < last_; ++i) {
      if (p_.tokens[i].kind == TokenKind::kWord &&
          (p_.tokens[i].word == 0 || p_.word(i).tags == 0 ||
           p_.word(i).proper || p_.Has(i, W::k_first_name))) {
        return true;
      }
    }
    return false;
  }

  // "Takeshi Moriwaki": two or three words that are none of the language.
  bool Strange() const {
    if (last_ - first_ > 3 || n_.capitals) return false;
    for (uint32_t i = first_; i < last_; ++i) {
      const Token& token = p_.tokens[i];
      if (token.kind != TokenKind::kWord || token.is(kAllCaps)) return false;
      bool strange =
          token.word == 0 || (p_.Has(i, W::k_surname) && p_.word(i).proper);
      if (!strange) return false;
    }
    return true;
  }

  const Passage& p_;
  NameMatch& n_;
  uint32_t first_, last_, tail_;
  const Token& token_;
};

}  // namespace

void AddShape(const Passage& passage, NameMatch& name) {
  NameShape(passage, name).Run();
}

}  // namespace newsdigest
