#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/timeline/shapes.h"
#include "app/trace/comparison.h"
#include "app/trace/state.h"
#include "app/trace/trace.h"

namespace interleave {

enum class Axis : std::uint8_t { time, steps };

/// Sizes in pixels at scale 1; the layout multiplies them by TimelineView::scale.
struct Metrics {
  /// From the left edge to the start of the axis.
  float name_width = 212;
  /// In front of headers and of the lanes' dots.
  float header_pad = 16;
  float left_pad = 16;
  /// Kept free at the right of the axis, for the last end's mark and badge.
  float right_pad = 44;
  float lane_pitch = 46;
  float bar_height = 24;
  float name_size = 14;
  float note_size = 11.5F;
  float label_size = 11.5F;
  float tick_size = 12;
  float title_size = 15;
  float run_gap = 28;
};

/// One run on the timeline.
struct RunView {
  const Trace* trace = nullptr;
  /// "A", "B" … where there are several; empty otherwise.
  std::string badge;
  /// "Sequential", and what stands behind it in smaller type.
  std::string title;
  std::string subtitle;
  bool subtitle_is_code = false;
  /// The event whose after-state is shown; what lies behind it is veiled.
  Seq playhead = 0;
  /// Drawn without playhead and veil (a finished picture).
  bool whole = false;
  /// The state after `playhead`, from whoever keeps a StateReader; without it the layout has to
  /// read the trace from its start.
  const State* state = nullptr;
};

/// All that the layout depends on besides the traces: a value.
struct TimelineView {
  Axis axis = Axis::time;
  float width = 800;
  /// Visible height; lanes outside [scroll_y, scroll_y + height) are not laid out.
  float height = 600;
  float scroll_y = 0;
  float scale = 1;
  Metrics metrics;
  /// The visible stretch: nanoseconds on the time axis, columns on the steps axis (a step's column
  /// is 1 wide, an idle stretch's kIdleColumn; see step_columns.h). Both 0: everything.
  double from = 0;
  double to = 0;
  std::vector<RunView> runs;
  /// Against runs[0], for runs[1] …; empty: no brackets.
  std::vector<Comparison> comparisons;
  /// Which run and task is selected; kNoTask for none.
  std::size_t selected_run = 0;
  TaskId selected_task = kNoTask;
  bool veil = true;
  bool show_thread = true;
  bool show_legend = true;
  bool show_notes = true;
  /// Leaves out the lane of a `main` that has children (in a finished comparison it only waits).
  bool hide_idle_main = false;
  /// Badges of instants that have been opened: times (nanoseconds) in runs[selected_run].
  std::vector<std::int64_t> opened_instants;
  /// 0 … 1 of the one pulse of a lane that has just changed; 0 for none.
  float pulse = 0;
  /// What the whole stands on: veil and the playhead's rim take its colour.
  Role backdrop = Role::paper;
  /// Task lanes of a run that are drawn at most; 0: all. The rest is counted in a last line.
  std::size_t max_lanes = 0;
};

}  // namespace interleave
