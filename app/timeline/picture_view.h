#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/timeline/view.h"

namespace interleave {

/// What a picture shows, said so that the window can show it again: it travels inside the file.
struct PictureView {
  struct Run {
    std::string mode;
    /// Every parameter by name.
    std::vector<std::pair<std::string, double>> settings;

    friend bool operator==(const Run&, const Run&) = default;
  };

  std::string scenario;
  std::vector<Run> runs;
  /// Index into runs: whose playhead and selected task the next two are.
  std::size_t focus = 0;
  Seq playhead = 0;
  std::optional<TaskId> selected;
  Axis axis = Axis::time;
  /// The visible stretch; both 0: everything.
  double from = 0;
  double to = 0;

  friend bool operator==(const PictureView&, const PictureView&) = default;
};

}  // namespace interleave
