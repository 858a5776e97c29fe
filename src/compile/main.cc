// Compiles data/ into one file of constant bytes.
//
// usage: compile_model DATA WORDNET ISO_CODES OUT
#include <cstdio>
#include <fstream>

#include "compile/builder.h"

int main(int argc, char** argv) {
  using namespace newsdigest::compile;
  if (argc != 5) {
    std::fprintf(stderr, "usage: compile_model DATA WORDNET ISO_CODES OUT\n");
    return 2;
  }
  try {
    Builder builder;
    std::string data = argv[1];
    LoadCurrencies(argv[3], builder);
    LoadLexicon(data + "/lexicon", builder);
    LoadWordNet(argv[2], builder);  // it asks for the irregular pasts in there
    LoadGazetteer(data + "/gazetteer", builder);
    LoadFrames(data + "/frames", builder);
    std::string model = builder.Write();
    std::ofstream out(argv[4], std::ios::binary);
    out.write(model.data(), static_cast<std::streamsize>(model.size()));
    out.close();
    if (!out) throw CompileError(std::string(argv[4]) + ": cannot be written");
  } catch (const std::exception& error) {
    std::fprintf(stderr, "compile_model: %s\n", error.what());
    return 1;
  }
  return 0;
}
