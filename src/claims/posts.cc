// The posts that people take and leave, as the sentence names them.
#include <algorithm>

#include "claims/frame_drafts.h"

namespace newsdigest {

using W = WordClass;
using K = GroupKind;

bool FrameDrafts::NamesPrize(const Complement& complement) const {
  auto prize = [&](int object) {
    const Group& group = g_[object];
    uint32_t end = parsed_.sentence->last;
    for (uint32_t i = group.first; i < group.last; ++i) {
      auto title = p_.Match(i, W::k_title, group.last);
      if (title.length == 0) continue;
      uint32_t of = i + title.length;
      bool period = of + 2 < end && p_.IsWord(of, "of") &&
                    p_.IsWord(of + 1, "the") &&
                    p_.Has(of + 2, W::k_period_unit);
      bool best = i > group.first && p_.IsWord(i - 1, "best");
      return period || best;
    }
    return false;
  };
  // "nominated for best actor".
  bool offered = std::any_of(
      complement.phrases.begin(), complement.phrases.end(),
      [&](const PrepositionalPhrase& phrase) {
        return p_.IsWord(phrase.preposition, "for") && prize(phrase.group);
      });
  return offered || std::any_of(complement.objects.begin(),
                                complement.objects.end(), prize);
}

// "head of research": the post with what it has charge of, where that is no
// name.
uint32_t FrameDrafts::WithCharge(int group, uint32_t end,
                                 const std::optional<Party>& body) const {
  int charge = group + 2;
  bool of = end == g_[group].last && charge < static_cast<int>(g_.size()) &&
            p_.IsWord(g_[charge - 1].head, "of") &&
            g_[charge].kind == K::kNoun && g_[charge].mention < 0 &&
            !g_[charge].definite && !g_[charge].pronoun &&
            g_[charge].possessor == 0 && g_[charge].figure < 0;
  if (!of) return end;
  Span span = p_.span(g_[charge].first, g_[charge].last);
  if (body && span.Overlaps(body->span)) return end;
  for (uint32_t i = g_[charge].first; of && i < g_[charge].last; ++i) {
    of = m_.story.entities.at[i] < 0;
  }
  return of ? g_[charge].last : end;
}

void FrameDrafts::Role(const Complement& complement,
                       const std::optional<Found>& subject, Draft& draft) {
  bool leaves = draft.claim.action == "departed";
  std::vector<int> groups;
  for (const PrepositionalPhrase& phrase : complement.phrases) {
    if (p_.IsWord(phrase.preposition, "as")) groups.push_back(phrase.group);
  }
  groups.insert(groups.end(), complement.objects.begin(),
                complement.objects.end());
  for (const PrepositionalPhrase& phrase : complement.phrases) {
    // "took over from founder Carl Venner", "was appointed by President
    // Venner": his post; "left following his move to chairman": the next.
    bool other =
        p_.IsWord(phrase.preposition, "from") ||
        (leaves && p_.IsWord(phrase.preposition, "to")) ||
        (p_.IsWord(phrase.preposition, "by") && g_[phrase.group].mention >= 0);
    if (other) continue;
    groups.push_back(phrase.group);
  }
  for (int group : groups) {
    std::string post = PostIn(group, draft.claim.object);
    if (post.empty()) continue;
    draft.claim.role = post;
    return;
  }
  if (leaves && subject) draft.claim.role = PostLeft(*subject);
}

std::string FrameDrafts::PostLeft(const Found& person) const {
  int group = person.group;
  if (group < 0) return {};
  // "chief executive and founder Jane Porter".
  bool two = group > 1 && g_[group - 1].kind == K::kConjunction &&
             g_[group - 2].kind == K::kNoun && g_[group - 2].mention < 0 &&
             !PostIn(group, {}).empty();
  std::string post = two ? PostIn(group - 2, {}) : std::string();
  if (post.empty()) post = PostIn(group, {});
  if (!post.empty()) return post;
  // "Jane Porter, chief executive of Acme, will leave".
  bool apposed = group + 2 < static_cast<int>(g_.size()) &&
                 g_[group + 1].kind == K::kComma &&
                 g_[group + 2].kind == K::kNoun && g_[group + 2].mention < 0 &&
                 !p_.IsWord(g_[group + 2].first, "a") &&
                 !p_.IsWord(g_[group + 2].first, "an");
  return apposed ? PostIn(group + 2, {}) : std::string();
}

std::string FrameDrafts::PostIn(int group,
                                const std::optional<Party>& body) const {
  uint32_t first = g_[group].first;
  uint32_t last = g_[group].last;
  for (uint32_t i = first; i < last; ++i) {
    auto title = p_.Match(i, W::k_title, last);
    if (title.length == 0 || m_.story.entities.at[i] >= 0) continue;
    // "hired former Acme executive Jane Porter": what she was; "replaced
    // founder Tom Reed": no post to take.
    bool founded = g_[group].mention >= 0 && p_.LemmaHas(i, W::k_founder);
    if (p_.Has(first, W::k_former) || founded) continue;
    uint32_t end = i + title.length;
    // "deputy chief executive": titles that share a word are one.
    for (uint32_t k = i + 1; k < end; ++k) {
      end = std::max(end, k + p_.Match(k, W::k_title, last).length);
    }
    // "chief bakery officer": of a field that no list has.
    for (uint32_t k = i + 1; p_.IsWord(i, "chief") && k < last; ++k) {
      if (p_.IsWord(k, "officer")) end = std::max(end, k + 1);
    }
    // "deputy head".
    if (end < last) end += p_.Match(end, W::k_title, last).length;
    // "private equity group Quill": what it says of a firm is no post.
    bool firm = false;
    for (uint32_t k = end; k < last && !firm; ++k) {
      firm = p_.LemmaHas(k, W::k_nominal_company) && !p_.tokens[k].is(kCapital);
    }
    if (firm) continue;
    end = WithCharge(group, end, body);
    return std::string(p_.str(p_.span(FieldOf(group, i), end)));
  }
  return {};
}

std::string FrameDrafts::JoinedPost(int group,
                                    const std::optional<Party>& body) const {
  int size = static_cast<int>(g_.size());
  std::string post = PostIn(group, body);
  int next = group + 1;
  if (next < size && p_.IsWord(g_[next].head, "as")) ++next;
  bool behind = post.empty() && next < size && g_[next].kind == K::kNoun &&
                g_[next].mention < 0;
  return behind ? PostIn(next, body) : post;
}

uint32_t FrameDrafts::FieldOf(int group, uint32_t title) const {
  uint32_t first = std::max(g_[group].first, g_[group].possessor + 1);
  auto field = [&](uint32_t i) {
    return i >= first && p_.tokens[i].is(kSpaceBefore) &&
           p_.Tagged(i, Bit(Tag::kNN) | Bit(Tag::kNNS)) &&
           m_.story.entities.at[i] < 0 &&
           !p_.LemmaHas(i, W::k_nominal_company) &&
           !p_.LemmaHas(i, W::k_nominal_org);
  };
  while (title > first) {
    if (field(title - 1)) {
      --title;
    } else if (title > first + 1 && p_.IsWord(title - 1, "and") &&
               field(title - 2)) {
      title -= 2;
    } else {
      break;
    }
  }
  return title;
}

}  // namespace newsdigest
