#pragma once

#include <compare>
#include <cstdint>
#include <optional>
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
  /// Kept free at the right end of headings.
  float header_end = 16;
  /// Kept free at the right of the axis, for the last end's mark and badge.
  float right_pad = 44;
  float lane_pitch = 46;
  float bar_height = 24;
  float name_size = 14;
  float note_size = 12;
  float label_size = 12;
  float tick_size = 12;
  float title_size = 15;
  /// No word is smaller.
  float least_size = 12;
  float run_gap = 28;
};

/// Which lane of a run is meant.
struct LaneKey {
  enum class What : std::uint8_t { thread, task, worker, resource };
  What what = What::task;
  /// The task, the resource, or the worker's pool.
  std::uint32_t id = 0;
  /// From 1; of a worker only.
  std::uint32_t worker = 0;

  friend auto operator<=>(const LaneKey&, const LaneKey&) = default;
};

/// Lanes that are shown: all, or those with this in their names. What it leaves out becomes one
/// line that counts it; the thread's lane and pinned ones always stay.
struct LaneFilter {
  /// A part of a name, capitals and small letters alike; empty: any.
  std::string text;
  /// Of `tasks_of_run` only these tasks (and resources and workers they used); empty: any.
  std::vector<TaskId> tasks;
  std::size_t tasks_of_run = 0;

  [[nodiscard]] bool empty() const { return text.empty() && tasks.empty(); }
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
  /// Tasks whose children (and theirs) have no lanes of their own but a strip in their parent's.
  std::vector<TaskId> folded;
  /// Only the thread's lane and the total.
  bool folded_run = false;
  /// Lanes that come first, in this order, and stay in sight while the others scroll.
  std::vector<LaneKey> pinned;
  /// The first event that is another in the runs compared: "they part here" on the ruler.
  std::optional<Seq> parts_at;
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
  /// Nothing beyond the playhead is laid out, and how long the axis is doesn't tell how long the
  /// run is. The traces are beginnings, which end at their playheads (Trace::beginning_of); the
  /// view says no more than they do.
  bool mask = false;
  bool show_thread = true;
  bool show_legend = true;
  bool show_notes = true;
  /// Lanes of queues, locks, semaphores …, below the tasks'.
  bool show_resources = true;
  /// What only a mouse needs: triangles that fold, pins. A finished picture has none.
  bool show_handles = false;
  LaneFilter filter;
  /// The lane under the mouse shows its handles; `hovered_run` says of which run.
  std::optional<LaneKey> hovered;
  std::size_t hovered_run = 0;
  /// Leaves out the lane of a `main` that has children (in a finished comparison it only waits).
  bool hide_idle_main = false;
  /// Tasks that have ended at the playhead have no lanes; a last line counts them.
  bool fold_ended = false;
  /// Runs' headings stand beside their rulers, over the names, without subtitles.
  bool compact_headings = false;
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
