// A user's own list of companies, beside those that the program knows.
#ifndef NEWSDIGEST_COMPANY_LIST_H_
#define NEWSDIGEST_COMPANY_LIST_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace newsdigest {

struct Company {
  std::string name, ticker, exchange;
  std::vector<std::string> aliases;
  // Where the words stand but do not mean the company: "share to Facebook".
  std::vector<std::string> forbidden;
};

class CompanyList {
 public:
  // Reads a list in one of these forms:
  //   CSV or TSV with a head line; columns name, ticker, exchange, aliases and
  //   forbidden (the last two parted by "|"), in any order, also under the
  //   names that exchanges use ("Symbol", "Security Name")
  //   a JSON array of objects with those keys, or an object of them, as the
  //   US regulator's company_tickers.json
  // Where it cannot be read, `error` says where and why ("3:7: ...").
  static std::optional<CompanyList> Parse(std::string_view text,
                                          std::string& error);

  const std::vector<Company>& companies() const { return companies_; }

  // The company whose name or alias starts at `at` of `text`, the longest
  // where there are several; `length` is what it takes of the text. Capitals
  // count unless `any_case`; blanks may differ. -1: none.
  int Find(std::string_view text, size_t at, bool any_case,
           size_t& length) const;

 private:
  struct Surface {
    std::string text;
    uint32_t company;
    bool capitals;  // as regulators list them: any spelling with a capital
  };

  void Add(Company company);
  void AddSurface(std::string_view text, uint32_t company);

  std::vector<Company> companies_;
  std::vector<Surface> surfaces_;
  // By the folded first word, the longest surface first.
  std::unordered_map<std::string, std::vector<uint32_t>> by_word_;
};

}  // namespace newsdigest

#endif  // NEWSDIGEST_COMPANY_LIST_H_
