#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "app/session/settings_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

// What is read can be written, and read once more as the same text.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace interleave;
  std::string problem;
  const auto settings = settings_from_text({reinterpret_cast<const char*>(bytes), size}, problem);
  if (!settings) {
    if (problem.empty()) {
      std::abort();
    }
    return 0;
  }
  const std::string text = settings_to_text(*settings);
  const auto again = settings_from_text(text, problem);
  if (!again || settings_to_text(*again) != text) {
    std::abort();
  }
  return 0;
}
