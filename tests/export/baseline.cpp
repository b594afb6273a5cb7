#include "tests/export/baseline.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace interleave::test {

std::string approved(const std::string& name, const std::string& now) {
  const std::string path = INTERLEAVE_SOURCE_DIR "/tests/export/baselines/" + name;
  const char* update = std::getenv("INTERLEAVE_UPDATE_BASELINES");
  if (update != nullptr && std::string(update) == "1") {
    std::ofstream(path, std::ios::binary) << now;
  }
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

}  // namespace interleave::test
