#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/timeline/measure.h"
#include "app/timeline/shapes.h"
#include "app/timeline/view.h"

namespace interleave {

/// What stands at a place: for hovering and clicking.
struct Hit {
  enum class What : std::uint8_t {
    lane_name,
    span,
    mark,
    badge,
    ruler,
    lane,
    /// The triangle beside a parent's name, "+3" behind it: opens or closes `task`'s children.
    fold,
    /// The triangle beside a run's heading: all of its lanes but the thread's.
    fold_run,
    /// Pins `lane`, or lets it go.
    pin,
    /// "… 12 lanes hidden by the filter": shows them again.
    hidden_lanes,
    /// "they part here": go to `seq`.
    parts,
    /// A resource's level since `seq`.
    level,
    /// Closes the opened instant at `t_ns`.
    close_instant,
  };
  What what = What::span;
  Box box;
  std::size_t run = 0;
  TaskId task = kNoTask;
  /// The event to stand on when it is clicked.
  Seq seq = 0;
  std::int64_t t_ns = 0;
  /// The lane that it stands in; of a task's lane, `task` says the same.
  LaneKey lane;
};

/// How one axis maps to pixels, kept for turning a click into an event.
struct AxisMap {
  Axis axis = Axis::time;
  float x0 = 0;
  float x1 = 1;
  double from = 0;
  double to = 1;

  [[nodiscard]] float to_x(double value) const;
  [[nodiscard]] double to_value(float x) const;
};

/// Where a lane stands, whether in sight or not.
struct LanePlace {
  LaneKey key;
  /// The whole width, from its top to the next lane's.
  Box box;
  bool pinned = false;
  /// It has children that can be folded, or are.
  bool foldable = false;
};

/// Where a run stands on the page. Heading, playhead's label and ruler stay at the top of the view
/// as long as any of its lanes is in sight.
struct RunPlace {
  /// What of it lies beside the names, from the ruler down.
  Box lanes;
  Box ruler;
  float playhead_x = 0;
  /// Lanes scroll below this: under the ruler and the pinned lanes.
  float scroll_top = 0;
  /// From the top; those that a filter or a fold leaves out are not in it.
  std::vector<LanePlace> lane_places;
};

/// The one layout behind screen, PNG, SVG and PDF.
struct Timeline {
  Shapes shapes;
  std::vector<Hit> hits;
  AxisMap map;
  std::vector<RunPlace> runs;
  /// Height of all lanes together, whether visible or not.
  float content_height = 0;

  /// The topmost hit at a point.
  [[nodiscard]] const Hit* hit_at(Point p) const;
};

[[nodiscard]] Timeline layout(const TimelineView& view, const Measure& measure);
/// The content_height of that layout but for the legend, which may need more: known before anything
/// is drawn.
[[nodiscard]] float least_height(const TimelineView& view, const Measure& measure);

/// How far the lanes have to be scrolled on (negative: back), in pixels, for all of that lane to be
/// in sight; nothing where it has no place. `height`: the view's.
[[nodiscard]] std::optional<float> scroll_to_lane(const Timeline& timeline, std::size_t run,
                                                  const LaneKey& lane, float height);

/// Everything from start to end on that axis: what `from` and `to` of 0 stand for.
[[nodiscard]] double full_extent(const TimelineView& view);
/// What `from` and `to` of 0 stand for where what is to come is masked and `now` is the furthest
/// playhead's place on the axis.
[[nodiscard]] double masked_extent(Axis axis, double now);
/// Position of an event on an axis: nanoseconds, or the column of its step.
[[nodiscard]] double axis_value(const Trace& trace, Axis axis, Seq seq);
/// The event to stand on for a click at that value: the last one at or before it.
[[nodiscard]] Seq seq_at_value(const Trace& trace, Axis axis, double value);
/// The number of a task's colour: 0 is main's; the same coroutine has the same in all runs.
[[nodiscard]] std::uint16_t colour_index(const Trace& trace, TaskId task);

}  // namespace interleave
