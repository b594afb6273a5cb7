#include "app/timeline/minimap.h"

#include <algorithm>

#include "app/timeline/colours.h"
#include "app/timeline/frame.h"
#include "app/timeline/measure.h"

// A run is a row. What is narrower than a pixel is drawn once a pixel, and a search jumps past the
// rest: the cost depends on the width, not on the trace.

namespace interleave {
namespace {

struct Row {
  Frame& frame;
  RunFrame run;
  Box box;
  std::uint16_t number;

  void block(float x0, float x1, TaskId task, bool blocked) const {
    RectShape& bar = frame.rect({x0, box.y, std::max(x1 - x0, 1.0F), box.height},
                                task_paint(frame.colours.of(number, task), blocked ? 0.3F : 1.0F));
    if (blocked) {
      bar.hatch = Hatch::falling;
      bar.hatch_paint = paint(Role::blocked, 0.9F);
    }
  }
};

// Pieces of work; of those that share a pixel the first.
void draw_work(const Row& row) {
  const Trace& trace = *row.run.trace;
  const SeqList events = trace.thread_events();
  for (auto at = events.begin(); at != events.end();) {
    const Event& event = trace[*at];
    const float x0 = row.run.x_at(row.frame, event.t_ns, *at);
    const float x1 = row.run.x_at(row.frame, event.t_ns + event.duration(), *at + 1);
    if (event.duration() > 0) {
      row.block(x0, x1, event.task, event.kind == Kind::blocked);
    }
    ++at;
    if (x1 - x0 < 1 && row.run.dense) {
      at = std::max(at, row.run.dense->skip(events, x0));
    } else if (x1 - x0 < 1) {
      at = std::partition_point(at, events.end(), [&](std::uint32_t seq) {
        return row.run.x_at(row.frame, trace[seq].t_ns, seq) < x0 + 1;
      });
    }
  }
}

// The same and the steps where events are dense, on the time axis: what begins last in each column
// of pixels.
void draw_dense_time(const Row& row) {
  const ThreadColumns& thread = *row.run.thread;
  const AxisMap& map = row.frame.map();
  for (std::size_t column = 0; column + 1 < thread.count(); ++column) {
    if (thread.step_begins_in(column)) {
      const ThreadColumns::Step& step = thread.step(column + 1);
      const float x = map.to_x(static_cast<double>(step.t_ns));
      row.block(x, x + 1, step.task, false);
    }
  }
  for (std::size_t column = 0; column < thread.count(); ++column) {
    const ThreadColumns::Work& work = thread.work(column);
    const bool another = column == 0 ? work.number > 0 : thread.work_begins_in(column - 1);
    if (another && work.end_ns > work.t_ns) {
      row.block(map.to_x(static_cast<double>(work.t_ns)),
                map.to_x(static_cast<double>(work.end_ns)), work.task, work.blocked);
    }
  }
}

float step_x(const Row& row, std::uint32_t step) {
  const Trace& trace = *row.run.trace;
  const Seq seq = trace.step_begin(step);
  const double value =
      row.run.columns ? row.run.columns->begin_of(step) : static_cast<double>(trace[seq].t_ns);
  return row.frame.map().to_x(value);
}

// The first step after `step` that begins a pixel further.
std::uint32_t step_after(const Row& row, std::uint32_t step, float x) {
  if (row.run.dense) {
    const std::size_t column = row.run.dense->column_after(x);
    return column >= row.run.dense->count() ? row.run.trace->step_count() + 1
                                            : std::max(step, row.run.dense->at(column).step) + 1;
  }
  std::uint32_t low = step + 1;
  std::uint32_t high = row.run.trace->step_count() + 1;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (step_x(row, middle) < x + 1) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

// Steps: on the time axis a pixel where each begins, on the steps axis its column.
void draw_steps(const Row& row) {
  const Trace& trace = *row.run.trace;
  for (std::uint32_t step = 1; step <= trace.step_count();) {
    const float x = step_x(row, step);
    const float end = row.run.columns ? row.frame.map().to_x(row.run.columns->end_of(step)) : x + 1;
    row.block(x, end, trace[trace.step_begin(step)].task, false);
    step = end - x > 2 ? step + 1 : step_after(row, step, x);
  }
}

// Steps narrower than a pixel: whoever has the thread at each column's edge.
void draw_columns(const Row& row) {
  const PixelColumns& columns = *row.run.dense;
  const float end = row.frame.map().to_x(row.run.columns->total());
  for (std::size_t column = 0; column + 1 < columns.count(); ++column) {
    const float x = columns.left_of(column);
    if (x < end) {
      row.block(x, x + 1, columns.at(column).task, false);
    }
  }
}

void draw_row(const Row& row) {
  row.frame.rect(row.box, paint(Role::grid_soft), 2 * row.frame.scale);
  if (row.run.trace->size() == 0) {
    return;
  }
  if (row.run.dense && row.run.dense->narrow_steps()) {
    draw_columns(row);
    return;
  }
  if (row.run.thread) {
    draw_dense_time(row);
    return;
  }
  draw_steps(row);
  draw_work(row);
}

AxisMap map_over(const TimelineView& view, const Box& box) {
  AxisMap map;
  map.axis = view.axis;
  map.x0 = box.x;
  map.x1 = box.right();
  map.to = full_extent(view);
  return map;
}

Box frame_of(const TimelineView& view, const AxisMap& map, const Box& box) {
  const bool all = view.to <= view.from;
  const float x0 = all ? map.x0 : std::clamp(map.to_x(view.from), map.x0, map.x1);
  const float x1 = all ? map.x1 : std::clamp(map.to_x(view.to), map.x0, map.x1);
  const float width = std::max(x1 - x0, std::min(6 * view.scale, box.width));
  return {std::clamp(x0, map.x0, std::max(map.x0, map.x1 - width)), box.y, width, box.height};
}

// What is not on view is dimmed, what is has a border.
void draw_frame(Frame& frame, const Box& box, const Box& around) {
  const Paint dim = paint(frame.view.backdrop, 0.55F);
  frame.rect({box.x, box.y, around.x - box.x, box.height}, dim);
  frame.rect({around.right(), box.y, box.right() - around.right(), box.height}, dim);
  const float line = 1.5F * frame.scale;
  RectShape& border = frame.rect({around.x + line / 2, around.y + line / 2,
                                  std::max(around.width - line, line), around.height - line},
                                 {}, 3 * frame.scale, "on view");
  border.stroke = paint(Role::accent);
  border.stroke_width = line;
}

float inset_of(const TimelineView& view) { return 4 * view.scale; }

Box row_box(const TimelineView& view, const Box& box, std::size_t index) {
  const float gap = 2 * view.scale;
  const auto count = static_cast<float>(view.runs.size());
  const float height =
      std::max(2.0F, (box.height - 2 * inset_of(view) - (count - 1) * gap) / count);
  return {box.x, box.y + inset_of(view) + static_cast<float>(index) * (height + gap), box.width,
          height};
}

std::vector<Shapes> rows_of(const TimelineView& view, const Box& box, const AxisMap& map) {
  std::vector<Shapes> rows;
  for (std::size_t i = 0; i < view.runs.size(); ++i) {
    Timeline drawn;
    Frame frame(view, embedded_measure(), drawn);
    frame.map() = map;
    const Trace& trace = *view.runs[i].trace;
    Row row{frame, {}, row_box(view, box, i), static_cast<std::uint16_t>(i)};
    row.run.index = i;
    row.run.run = &view.runs[i];
    row.run.trace = &trace;
    if (view.axis == Axis::steps) {
      row.run.columns.emplace(trace);
    }
    if (static_cast<float>(trace.size()) > 4 * box.width) {
      row.run.dense.emplace(map, trace, row.run.columns ? &*row.run.columns : nullptr);
      if (!row.run.columns) {
        row.run.thread.emplace(*row.run.dense, trace);
      }
    }
    draw_row(row);
    rows.push_back(std::move(drawn.shapes));
  }
  return rows;
}

// The veil over what is ahead, and the playhead's line.
void draw_now(Frame& frame, const RunView& run, const Box& row) {
  const Trace& trace = *run.trace;
  if (run.whole || trace.size() == 0) {
    return;
  }
  const Seq seq = std::min(run.playhead, trace.size() - 1);
  const float x = frame.map().to_x(axis_value(trace, frame.view.axis, seq));
  if (frame.view.veil) {
    frame.rect({x, row.y, row.right() - x, row.height}, paint(frame.view.backdrop, 0.6F), 0,
               "not reached yet");
  }
  const float inset = inset_of(frame.view);
  const float scale = frame.view.scale;
  frame.rect({x - scale, row.y - inset / 2, 2 * scale, row.height + inset}, paint(Role::ink));
}

}  // namespace

const std::vector<Shapes>& MinimapRows::of(const TimelineView& view, const Box& box,
                                           const AxisMap& map) {
  std::vector<DrawnRun> runs;
  for (const RunView& run : view.runs) {
    runs.push_back({run.trace->shared_log(), run.trace->size()});
  }
  const bool same = runs == runs_ && axis_ == view.axis && scale_ == view.scale && to_ == map.to &&
                    box_.x == box.x && box_.y == box.y && box_.width == box.width &&
                    box_.height == box.height;
  if (!same) {
    rows_ = rows_of(view, box, map);
    runs_ = std::move(runs);
    axis_ = view.axis;
    box_ = box;
    to_ = map.to;
    scale_ = view.scale;
  }
  return rows_;
}

Minimap minimap(const TimelineView& view, const Box& box, MinimapRows& kept) {
  Minimap result;
  result.map = map_over(view, box);
  result.frame = frame_of(view, result.map, box);
  if (view.runs.empty()) {
    return result;
  }
  Timeline drawn;
  Frame frame(view, embedded_measure(), drawn);
  frame.map() = result.map;
  frame.rect(box, paint(view.backdrop), 3 * view.scale);
  const std::vector<Shapes>& rows = kept.of(view, box, result.map);
  for (std::size_t i = 0; i < view.runs.size(); ++i) {
    drawn.shapes.insert(drawn.shapes.end(), rows[i].begin(), rows[i].end());
    draw_now(frame, view.runs[i], row_box(view, box, i));
  }
  draw_frame(frame, box, result.frame);
  result.shapes = std::move(drawn.shapes);
  return result;
}

Minimap minimap(const TimelineView& view, const Box& box) {
  MinimapRows rows;
  return minimap(view, box, rows);
}

}  // namespace interleave
