#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "app/export/embedded_view.h"
#include "app/export/view_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

// What a picture brings back must come back the same once more.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace interleave;
  const std::string_view file(reinterpret_cast<const char*>(bytes), size);
  static_cast<void>(looks_like_picture(file));
  const Result<PictureView> view = view_in_picture(file);
  if (view) {
    const Result<PictureView> again = view_from_json(view_as_json(view.value()));
    if (!again || !(again.value() == view.value())) {
      std::abort();
    }
  }
  return 0;
}
