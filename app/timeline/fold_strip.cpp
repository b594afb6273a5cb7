#include <algorithm>

#include "app/timeline/parts.h"
#include "app/trace/stops.h"

// One task has the thread at a time, so that the steps of all lanes that are folded fit into one
// row: blocks in their tasks' colours. Many steps on a pixel are one block, as in the thread's
// lane.

namespace interleave {
namespace {

struct Strip {
  Frame& frame;
  const RunFrame& run;
  const Lane& lane;
  // Ascending.
  std::vector<TaskId> tasks;
  float top = 0;
  float height = 0;

  [[nodiscard]] bool has(TaskId task) const {
    return std::binary_search(tasks.begin(), tasks.end(), task);
  }
  [[nodiscard]] float step_x(std::uint32_t step) const {
    const Seq seq = run.trace->step_begin(step);
    return run.columns ? frame.map().to_x(run.columns->begin_of(step))
                       : frame.map().to_x(static_cast<double>((*run.trace)[seq].t_ns));
  }
};

void collect(const Trace& trace, TaskId parent, std::vector<TaskId>& tasks) {
  for (const TaskId task : trace.children_of(parent)) {
    if (!trace.log().task(task).internal) {
      tasks.push_back(task);
      collect(trace, task, tasks);
    }
  }
}

// The event with which a task gives up the thread that it got at `begin`.
Seq end_of_step(const Trace& trace, TaskId task, Seq begin) {
  const auto events = trace.events_of(task);
  for (auto at = events.after(begin); at != events.end(); ++at) {
    const Kind kind = trace[*at].kind;
    if (kind == Kind::task_suspended || is_end(kind)) {
      return *at;
    }
  }
  return trace.size();
}

// Gives where the block ends.
float draw_step(const Strip& strip, std::uint32_t step, float x0) {
  Frame& frame = strip.frame;
  const Trace& trace = *strip.run.trace;
  const Seq begin = trace.step_begin(step);
  const TaskId task = trace[begin].task;
  const Seq end = end_of_step(trace, task, begin);
  const std::int64_t end_ns = end < trace.size() ? trace[end].t_ns : trace.end_ns();
  const float x1 = strip.run.columns ? frame.map().to_x(strip.run.columns->end_of(step))
                                     : frame.map().to_x(static_cast<double>(end_ns));
  const float least = 2 * frame.k;
  const Box box{std::max(x0, frame.map().x0 - 4), strip.top,
                std::max(least, std::min(x1, frame.map().x1 + 4) -
                                    std::max(x0, frame.map().x0 - 4) - 0.5F * frame.k),
                strip.height};
  frame.rect(box, task_paint(frame.colours.of(strip.run.index, task)), 0,
             std::string(trace.label(task)) + ": running, step " + std::to_string(step) + ", " +
                 seconds_text(trace[begin].t_ns) + " to " + seconds_text(end_ns));
  frame.hit(Hit::What::span, box, strip.run.index, task, begin, trace[begin].t_ns);
  if (end < trace.size() && box.width > 3 * least) {
    frame.hit(Hit::What::mark, {box.right() - least, box.y, 2 * least, box.height}, strip.run.index,
              task, end, end_ns);
  }
  return std::max(x1, x0 + least);
}

std::uint32_t step_from(const Strip& strip, std::uint32_t from, std::uint32_t last, float x) {
  std::uint32_t low = from;
  std::uint32_t high = last + 1;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (strip.step_x(middle) < x) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

// A pixel and a half further; where events are dense, in another column of pixels.
std::uint32_t step_behind(const Strip& strip, std::uint32_t step, std::uint32_t last, float x) {
  if (!strip.run.dense) {
    return step_from(strip, step + 1, last, x + 1.5F);
  }
  const PixelColumns& columns = *strip.run.dense;
  const std::size_t column = columns.column_after(x);
  return column >= columns.count() ? last + 1 : std::max(step, columns.at(column).step) + 1;
}

void draw_steps(const Strip& strip) {
  const Trace& trace = *strip.run.trace;
  const AxisMap& map = strip.frame.map();
  const std::uint32_t last =
      std::min(trace[std::min(strip.run.last_seq, trace.size() - 1)].step, trace.step_count());
  std::uint32_t step = std::max(1U, trace[strip.run.first_seq].step);
  const bool many = static_cast<float>(last) - static_cast<float>(step) > 2 * (map.x1 - map.x0);
  float drawn_to = -1e6F;
  while (step <= last) {
    const float x = strip.step_x(step);
    if (x > map.x1 + 1) {
      return;
    }
    if (x >= drawn_to && strip.has(trace[trace.step_begin(step)].task)) {
      drawn_to = draw_step(strip, step, x) >= map.x0 ? x + 1.5F : drawn_to;
    }
    step = many ? step_behind(strip, step, last, x) : step + 1;
  }
}

// From the first one's creation to the last one's end.
void draw_line(const Strip& strip) {
  const Trace& trace = *strip.run.trace;
  float x0 = strip.frame.map().x1;
  float x1 = strip.frame.map().x0;
  for (const TaskId task : strip.tasks) {
    const Seq created = trace.created_at(task);
    const Seq ended = trace.ended_at(task);
    if (created < trace.size()) {
      x0 = std::min(x0, strip.run.x_at(strip.frame, trace[created].t_ns, created));
      const std::int64_t end_ns = ended < trace.size() ? trace[ended].t_ns : trace.end_ns();
      x1 = std::max(x1, strip.run.x_at(strip.frame, end_ns, ended));
    }
  }
  x0 = std::max(x0, strip.frame.map().x0);
  x1 = std::min(x1, strip.frame.map().x1);
  if (x1 > x0) {
    const float thick = 2 * strip.frame.k;
    strip.frame.rect({x0, strip.top + (strip.height - thick) / 2, x1 - x0, thick},
                     paint(Role::grid), 0, std::to_string(strip.tasks.size()) + " lanes, folded");
  }
}

// Ends are small rings; of those on one pixel the first.
void draw_ends(const Strip& strip) {
  const Trace& trace = *strip.run.trace;
  Frame& frame = strip.frame;
  const float r = std::min(0.42F * strip.height, 3.2F * frame.k);
  std::vector<std::pair<float, TaskId>> ends;
  for (const TaskId task : strip.tasks) {
    const Seq seq = trace.ended_at(task);
    if (seq < trace.size() && seq >= strip.run.first_seq && seq <= strip.run.last_seq) {
      ends.emplace_back(strip.run.x_at(frame, trace[seq].t_ns, seq), task);
    }
  }
  std::sort(ends.begin(), ends.end());
  float drawn_to = frame.map().x0 - 1;
  for (const auto& [x, task] : ends) {
    if (x < drawn_to || x > frame.map().x1 + 1) {
      continue;
    }
    drawn_to = x + 1;
    const Seq seq = trace.ended_at(task);
    frame.circle({x, strip.top + strip.height / 2}, r, paint(Role::panel),
                 task_paint(frame.colours.of(strip.run.index, task)), 1.3F * frame.k);
    frame.target->back().title = end_title(trace, task);
    frame.hit(Hit::What::mark, {x - r, strip.top, 2 * r, strip.height}, strip.run.index, task, seq,
              trace[seq].t_ns);
  }
}

}  // namespace

float fold_strip_height(const Frame& frame) { return 0.32F * frame.m.lane_pitch; }

void draw_fold_strip(Frame& frame, const RunFrame& run, const Lane& lane) {
  Strip strip{frame, run, lane, {}};
  if (run.trace->size() == 0) {
    return;
  }
  collect(*run.trace, lane.task, strip.tasks);
  std::sort(strip.tasks.begin(), strip.tasks.end());
  const float room = fold_strip_height(frame);
  strip.height = 0.62F * room;
  strip.top = lane.top + lane.height - room + 0.1F * room;
  draw_line(strip);
  draw_steps(strip);
  draw_ends(strip);
}

}  // namespace interleave
