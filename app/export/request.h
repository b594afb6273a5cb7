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

/// A part of the axis: a span of time, or some steps.
struct ExportSpan {
  /// `time`: nanoseconds; `steps`: the first and the last step, from 1, of the last run.
  Axis by = Axis::time;
  double from = 0;
  double to = 0;
};

/// What the pages are: the picture; one for each step; or one to fill in, and its solution.
enum class Sheet : std::uint8_t { picture, storyboard, handout };

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
  /// The page is meant for paper: its pixels are points, for SVG too.
  bool in_points = false;
  /// What type is measured by: the title is 46 of it high. 0: by the page's size.
  float unit = 0;
  /// No type is smaller. 0: whatever fits.
  float least_type = 0;
  /// The page becomes as high as what stands on it, `height` at most.
  bool fit_height = false;
  ThemeId theme = ThemeId::light;
  Axis axis = Axis::time;
  /// All of the axis, or a part of it.
  std::optional<ExportSpan> span;
  /// Empty: the scenario's own.
  std::string title;
  std::string caption;
  bool show_title = true;
  bool show_caption = true;
  bool show_legend = true;
  /// The Python beside the timeline; absent: where it fits beside a single run.
  std::optional<bool> listing;
  /// What the last run has printed.
  bool output = false;
  /// Up to the end of this step (of the last run; the others to the same time); the rest is veiled.
  std::optional<std::uint32_t> until_step;
  /// Instead of the timeline; of the last run.
  std::optional<ExportSketch> sketch;
  Sheet sheet = Sheet::picture;
  /// Of several pages only this one, from 0.
  std::optional<std::size_t> page;
  /// For who opens the picture in the window again: where the playhead stood (absent: where the
  /// picture ends), in which run, and which of its tasks was selected.
  std::optional<Seq> playhead;
  std::optional<std::size_t> focus;
  std::optional<TaskId> selected;
};

}  // namespace interleave
