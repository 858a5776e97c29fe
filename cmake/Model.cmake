# Compiles data/ into one file of constant bytes and puts it, and the schema,
# into the library with .incbin.
file(GLOB NEWSDIGEST_COMPILE CONFIGURE_DEPENDS src/compile/*.cc)
add_executable(compile_model ${NEWSDIGEST_COMPILE}
  src/language/tokenizer.cc src/language/lexicon.cc
  src/language/frame_file.cc src/digest/names.cc)
target_include_directories(compile_model PRIVATE src include)
target_link_libraries(compile_model PRIVATE newsdigest_settings
  nlohmann_json::nlohmann_json)

file(GLOB NEWSDIGEST_DATA CONFIGURE_DEPENDS
  data/lexicon/*.tsv data/gazetteer/*.tsv data/frames/*.toml)
set(NEWSDIGEST_MODEL ${CMAKE_BINARY_DIR}/model.bin)
add_custom_command(
  OUTPUT ${NEWSDIGEST_MODEL}
  COMMAND compile_model ${PROJECT_SOURCE_DIR}/data ${NEWSDIGEST_WORDNET}
          ${NEWSDIGEST_ISO_CODES} ${NEWSDIGEST_MODEL}
  DEPENDS compile_model ${NEWSDIGEST_DATA}
  COMMENT "Compiling data/ into the model" VERBATIM)

set(NEWSDIGEST_SCHEMA ${PROJECT_SOURCE_DIR}/data/schema/digest.schema.json)
configure_file(cmake/embed.S.in ${CMAKE_BINARY_DIR}/embed.S @ONLY)
set_source_files_properties(${CMAKE_BINARY_DIR}/embed.S PROPERTIES
  OBJECT_DEPENDS "${NEWSDIGEST_MODEL};${NEWSDIGEST_SCHEMA}")
set(NEWSDIGEST_EMBEDDED ${CMAKE_BINARY_DIR}/embed.S)
