#pragma once

#include <cstddef>

namespace interleave {

/// How the compared runs stand beside each other; no view that undo goes back through.
struct Compared {
  /// Each run keeps its own place; else all stand at the focused run's time.
  bool apart = false;
  /// The sheet "Where did the time go?" is open, on this run against the first.
  bool explained = false;
  std::size_t explained_run = 1;
};

}  // namespace interleave
