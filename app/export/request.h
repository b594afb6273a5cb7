#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/timeline/theme.h"
#include "app/timeline/view.h"
#include "app/trace/sketch.h"
#include "app/trace/trace.h"

namespace interleave {

/// One run in a picture. The trace must outlive the request.
struct ExportRun {
  const Trace* trace = nullptr;
  /// "Sequential", and what stands behind it; see described().
  std::string title;
  std::string subtitle;
  bool subtitle_is_code = false;
};

/// A run with the words that the catalogue has for its scenario and mode; a trace from elsewhere
/// goes by the mode its header names.
[[nodiscard]] ExportRun described(const Trace& trace);

/// A drawing of *draw it*, with the truth above it once that has been told.
struct ExportSketch {
  SketchGrid grid;
  Sketch drawn;
  std::optional<Sketch> truth;
};

/// What is to be written, and how: all that `interleave export` and the window's dialogue ask for.
///
///     ExportRequest request;
///     request.runs = {described(sequential), described(concurrent)};
///     request.path = "comparison.pdf";
///     if (auto written = export_to_file(request); !written) show(written.error());
struct ExportRequest {
  /// One, or several: the comparison, each against the first. Files of events take one.
  std::vector<ExportRun> runs;
  std::string path;
  /// By name ("svg"); empty: by the path's extension.
  std::string format;
  /// Pixels of a picture (points of a PDF's page), and how finely a PNG is drawn.
  float width = 1920;
  float height = 1080;
  float scale = 1;
  ThemeId theme = ThemeId::light;
  Axis axis = Axis::time;
  /// Empty: the scenario's own.
  std::string title;
  std::string caption;
  /// The Python beside the timeline; absent: where it fits beside a single run.
  std::optional<bool> listing;
  /// Up to the end of this step (of the last run; the others to the same time); the rest is veiled.
  std::optional<std::uint32_t> until_step;
  /// Instead of the timeline; of the last run.
  std::optional<ExportSketch> sketch;
  /// A PDF page for every step.
  bool storyboard = false;
};

}  // namespace interleave
