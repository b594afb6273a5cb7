#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/catch.h"

namespace interleave::tests {

/// Holds `text` against the approved file tests/`path`. After a change that was meant,
/// INTERLEAVE_UPDATE_BASELINES=1 writes the files anew: look at the difference before committing.
inline void check_baseline(const std::string& path, const std::string& text) {
  const std::filesystem::path file = std::filesystem::path(INTERLEAVE_SOURCE_DIR) / "tests" / path;
  const char* update = std::getenv("INTERLEAVE_UPDATE_BASELINES");
  if (update != nullptr && *update != '\0' && *update != '0') {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return;
  }
  std::ifstream in(file, std::ios::binary);
  INFO("baseline tests/" << path << " (INTERLEAVE_UPDATE_BASELINES=1 writes it anew)");
  REQUIRE(in.good());
  std::ostringstream approved;
  approved << in.rdbuf();
  CHECK(text == approved.str());
}

}  // namespace interleave::tests
