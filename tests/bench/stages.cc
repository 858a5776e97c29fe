// How fast each step is alone, over a folder of articles. Each run takes all
// articles; bytes per second are of their text.
//
// usage: stages ARTICLES [--benchmark_...]
#include <benchmark/benchmark.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "claims/claims.h"
#include "digest/build.h"
#include "entities/entities.h"
#include "entities/names.h"
#include "figures/dates.h"
#include "figures/figures.h"
#include "language/passage.h"
#include "newsdigest/analyzer.h"
#include "newsdigest/format.h"
#include "reader/layout.h"

namespace newsdigest {
namespace {

// An article with what each step found in it.
struct Worked {
  std::string text;
  Layout layout;
  Passage passage;
  std::vector<DateMatch> dates;
  std::vector<FigureMatch> figures;
  std::vector<NameMatch> names;
  EntityTable entities;
  Digest digest;
};

std::deque<Worked> articles;  // a passage looks into its text: none may move

void Add(std::string text) {
  const Lexicon& lexicon = Lexicon::BuiltIn();
  Worked& a = articles.emplace_back();
  a.text = std::move(text);
  a.layout = ReadLayout(a.text, lexicon, {});
  ReadPassage(a.text, a.layout, lexicon, a.passage);
  a.dates = FindDates(a.passage, {});
  a.figures = FindFigures(a.passage, a.dates);
  a.names = FindNames(a.passage, a.dates, {});
  a.entities = ResolveEntities(a.passage, a.names, nullptr);
  Article article;
  article.text = a.text;
  a.digest = Analyzer().Analyze(article);
}

template <typename Step>
void Measure(benchmark::State& state, Step step) {
  int64_t bytes = 0;
  for (const Worked& article : articles) {
    bytes += static_cast<int64_t>(article.text.size());
  }
  for (auto round : state) {
    for (Worked& article : articles) step(article);
  }
  state.SetBytesProcessed(bytes * static_cast<int64_t>(state.iterations()));
}

void AddStages() {
  auto add = [](const char* name, auto step) {
    benchmark::RegisterBenchmark(name, [step](benchmark::State& state) {
      Measure(state, step);
    })->Unit(benchmark::kMillisecond);
  };
  add("layout", [](Worked& a) {
    benchmark::DoNotOptimize(ReadLayout(a.text, Lexicon::BuiltIn(), {}));
  });
  add("tokens, tags, sentences", [](Worked& a) {
    ReadPassage(a.text, a.layout, Lexicon::BuiltIn(), a.passage);
  });
  add("dates",
      [](Worked& a) { benchmark::DoNotOptimize(FindDates(a.passage, {})); });
  add("figures", [](Worked& a) {
    benchmark::DoNotOptimize(FindFigures(a.passage, a.dates));
  });
  add("names", [](Worked& a) {
    benchmark::DoNotOptimize(FindNames(a.passage, a.dates, {}));
  });
  add("entities", [](Worked& a) {
    benchmark::DoNotOptimize(ResolveEntities(a.passage, a.names, nullptr));
  });
  add("claims", [](Worked& a) {
    EntityTable entities = a.entities;
    Story story{a.passage, a.layout, a.figures, a.dates, entities};
    benchmark::DoNotOptimize(FindClaims(story));
  });
  add("quotes", [](Worked& a) {
    Story story{a.passage, a.layout, a.figures, a.dates, a.entities};
    benchmark::DoNotOptimize(FindQuotes(story));
  });
  add("JSON", [](Worked& a) {
    std::string out;
    AppendJson(a.digest, {}, out);
    benchmark::DoNotOptimize(out.data());
  });
}

bool ReadArticles(const char* folder) {
  std::vector<std::filesystem::path> paths;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  for (const std::filesystem::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    Add({std::istreambuf_iterator<char>(file), {}});
  }
  return !articles.empty();
}

}  // namespace
}  // namespace newsdigest

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 2 || !newsdigest::ReadArticles(argv[1])) {
    std::cerr << "usage: stages ARTICLES [--benchmark_...]: a folder of .txt "
                 "files\n";
    return 2;
  }
  newsdigest::AddStages();
  benchmark::RunSpecifiedBenchmarks();
}
