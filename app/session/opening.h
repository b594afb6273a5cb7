#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "app/session/run.h"

namespace interleave {

/// A file that is being read.
struct Opening {
  std::string path;
  /// Until there is something of it to be seen; then it is on view.
  std::unique_ptr<Run> pending;
};

/// How far it is.
struct OpeningProgress {
  std::string name;
  std::uint64_t done = 0;
  std::uint64_t total = 0;
  std::uint64_t events = 0;

  [[nodiscard]] float part() const {
    return total == 0 ? 0.0F : static_cast<float>(done) / static_cast<float>(total);
  }
};

}  // namespace interleave
