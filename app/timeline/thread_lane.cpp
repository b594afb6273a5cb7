#include <algorithm>

#include "app/timeline/parts.h"
#include "app/trace/stops.h"

namespace interleave {
namespace {

constexpr float kPart = 0.667F;  // of a bar's height

Box thread_box(const Frame& frame, const Lane& lane, float x0, float x1) {
  const float height = frame.m.bar_height * kPart;
  const float middle = lane.top + frame.m.lane_pitch * 0.478F;
  x0 = std::max(x0, frame.map().x0 - 4);
  x1 = std::min(x1, frame.map().x1 + 4);
  const float gap = x1 - x0 > 6 ? 1.5F * frame.k : 0;
  return {x0 + gap / 3, middle - height / 2, std::max(x1 - x0 - gap, 1.0F), height};
}

void draw_busy(Frame& frame, const RunFrame& run, const Lane& lane, Seq seq, float x0, float x1) {
  const Event& event = (*run.trace)[seq];
  const std::uint16_t colour = frame.colours.of(run.index, event.task);
  const bool blocked = event.kind == Kind::blocked;
  const Box box = thread_box(frame, lane, x0, x1);
  std::string title;
  if (is_told(frame, run, box.width)) {
    const std::string who =
        event.task == kProgram ? "the program" : std::string(run.trace->label(event.task));
    title = "the thread: " + who + (blocked ? " blocks it, " : " runs, ") +
            seconds_text(event.t_ns) + " to " + seconds_text(event.t_ns + event.duration());
  }
  const float radius = box.width > 6 ? 2 * frame.k : 0;
  RectShape& bar =
      frame.rect(box, task_paint(colour, blocked ? 0.3F : 1.0F), radius, std::move(title));
  if (blocked) {
    bar.hatch = Hatch::falling;
    bar.hatch_paint = paint(Role::blocked, 0.9F);
  }
  frame.hit(Hit::What::span, box, run.index, event.task, seq, event.t_ns);
}

// Where events are dense: of the pieces that begin in a column of pixels the last, and the one that
// reaches into view.
void draw_busy_columns(Frame& frame, const RunFrame& run, const Lane& lane) {
  const ThreadColumns& thread = *run.thread;
  std::size_t seen = 0;
  for (std::size_t column = 0; column < thread.count(); ++column) {
    const ThreadColumns::Work& work = thread.work(column);
    if (work.number == seen) {
      continue;
    }
    seen = work.number;
    const float x0 = frame.map().to_x(static_cast<double>(work.t_ns));
    const float x1 = frame.map().to_x(static_cast<double>(work.end_ns));
    if (work.end_ns > work.t_ns && x1 >= frame.map().x0 && x0 <= frame.map().x1) {
      draw_busy(frame, run, lane, work.seq, x0, std::max(x1, x0 + 1));
    }
  }
}

// Worked and blocked pieces in view; where they are too narrow, the first stands for those that
// share its pixels, and a search jumps past them.
void draw_busy_pieces(Frame& frame, const RunFrame& run, const Lane& lane) {
  if (run.thread && !run.columns) {
    draw_busy_columns(frame, run, lane);
    return;
  }
  const Trace& trace = *run.trace;
  const auto events = trace.thread_events();
  auto at = events.from(run.first_seq);
  at = at == events.begin() ? at : at - 1;
  while (at != events.end() && *at <= run.last_seq) {
    const Event& event = trace[*at];
    const float x0 = run.x_at(frame, event.t_ns, *at);
    const float x1 = run.x_at(frame, event.t_ns + event.duration(), *at + 1);
    if (event.duration() > 0 && x1 >= frame.map().x0 && x0 <= frame.map().x1) {
      draw_busy(frame, run, lane, *at, x0, std::max(x1, x0 + 1));
    }
    ++at;
    if (x1 - x0 < 1 && run.dense) {
      at = std::max(at, run.dense->skip(events, std::max(x0, frame.map().x0 - 1)));
    } else if (x1 - x0 < 1 && at != events.end()) {
      at = std::partition_point(at, events.end(), [&](std::uint32_t seq) {
        return run.x_at(frame, trace[seq].t_ns, seq) < x0 + 1;
      });
    }
  }
}

float step_x(const Frame& frame, const RunFrame& run, std::uint32_t step) {
  const double value = run.columns
                           ? run.columns->begin_of(step)
                           : static_cast<double>((*run.trace)[run.trace->step_begin(step)].t_ns);
  return frame.map().to_x(value);
}

// Whether the step's time is drawn already, as a piece of work.
bool works(const Trace& trace, std::uint32_t step) {
  const Seq begin = trace.step_begin(step);
  const auto pieces = trace.thread_events();
  const auto piece = pieces.from(begin);
  return piece != pieces.end() && trace[*piece].step == step &&
         trace[*piece].task == trace[begin].task && trace[*piece].duration() > 0;
}

void draw_step(Frame& frame, const RunFrame& run, const Lane& lane, std::uint32_t step, float x0) {
  const Trace& trace = *run.trace;
  const Seq seq = trace.step_begin(step);
  const std::uint16_t colour = frame.colours.of(run.index, trace[seq].task);
  std::string title;
  if (is_told(frame, run, 0)) {
    title = "the thread: " + std::string(trace.label(trace[seq].task)) + " runs, step " +
            std::to_string(step) + ", at " + seconds_text(trace[seq].t_ns);
  }
  if (run.columns) {
    const float x1 = frame.map().to_x(run.columns->end_of(step));
    const Box box = thread_box(frame, lane, x0, x1);
    frame.rect(box, task_paint(colour), box.width > 6 ? 2 * frame.k : 0, std::move(title));
    return;
  }
  const float height = frame.m.bar_height * 1.08F;
  const float middle = lane.top + frame.m.lane_pitch * 0.478F;
  const float alpha = frame.view.veil && run.ahead(seq) ? 0.4F : 1.0F;
  const Lift lift(frame, run, seq, x0);
  draw_instant(frame, x0, middle - height / 2, height, colour, alpha, std::move(title));
}

// The first step after `step` whose place is at least a pixel and a half further; where events are
// dense, in another column of pixels.
std::uint32_t step_after(const Frame& frame, const RunFrame& run, std::uint32_t step,
                         std::uint32_t last, float x) {
  if (run.dense) {
    const std::size_t column = run.dense->column_after(x);
    return column >= run.dense->count() ? last + 1 : std::max(step, run.dense->at(column).step) + 1;
  }
  std::uint32_t low = step + 1;
  std::uint32_t high = last + 1;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (step_x(frame, run, middle) < x + 1.5F) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

// Whether the last step that begins in a column is drawn already. `works()`, but for memory.
bool works_in(const RunFrame& run, std::size_t column) {
  const Trace& trace = *run.trace;
  const ThreadColumns::Step& step = run.thread->step(column + 1);
  const ThreadColumns::Work& before = run.thread->work(column + 1);
  if (before.number > 0 && before.seq > step.seq) {
    return works(trace, step.number);
  }
  const SeqList pieces = trace.thread_events();
  const bool another =
      before.number < pieces.size() && pieces[before.number] < trace.step_begin(step.number + 1);
  return another && works(trace, step.number);
}

// Where events are dense: of the steps that begin in a column the last.
void draw_step_columns(Frame& frame, const RunFrame& run, const Lane& lane) {
  float drawn_to = frame.map().x0 - 1;
  for (std::size_t column = 0; column + 1 < run.thread->count(); ++column) {
    const ThreadColumns::Step& step = run.thread->step(column + 1);
    if (!run.thread->step_begins_in(column)) {
      continue;
    }
    const float x = frame.map().to_x(static_cast<double>(step.t_ns));
    if (x >= drawn_to && x <= frame.map().x1 + 1 && !works_in(run, column)) {
      draw_step(frame, run, lane, step.number, x);
      drawn_to = x + 1.5F;
    }
  }
}

// Steps of no length: on the time axis thin bars, on the steps axis a column as wide as any.
void draw_steps(Frame& frame, const RunFrame& run, const Lane& lane) {
  if (run.thread && !run.columns) {
    draw_step_columns(frame, run, lane);
    return;
  }
  const Trace& trace = *run.trace;
  const std::uint32_t last =
      std::min(trace[std::min(run.last_seq, trace.size() - 1)].step, trace.step_count());
  std::uint32_t step = std::max(1U, trace[run.first_seq].step);
  const bool many =
      static_cast<float>(last) - static_cast<float>(step) > 2 * (frame.map().x1 - frame.map().x0);
  float drawn_to = -1e6F;
  while (step <= last) {
    const float x = step_x(frame, run, step);
    const bool seen = x >= frame.map().x0 - 1 && x <= frame.map().x1 + 1;
    if (seen && x >= drawn_to && !works(trace, step)) {
      draw_step(frame, run, lane, step, x);
      drawn_to = x + (run.columns ? 0.5F : 1.5F);
    }
    step = many ? step_after(frame, run, step, last, x) : step + 1;
  }
}

// Steps narrower than a pixel: in each column of pixels whoever has the thread at its edge.
void draw_columns(Frame& frame, const RunFrame& run, const Lane& lane) {
  const PixelColumns& columns = *run.dense;
  const auto task_at = [&](std::size_t column) { return columns.at(column).task; };
  const float end = std::min(frame.map().x1, frame.map().to_x(run.columns->total()));
  for (std::size_t column = 0; column + 1 < columns.count() && columns.left_of(column) < end;) {
    const TaskId task = task_at(column);
    std::size_t next = column + 1;
    while (next + 1 < columns.count() && task_at(next) == task) {
      ++next;
    }
    const float x0 = columns.left_of(column);
    const Box box = thread_box(frame, lane, x0, std::min(columns.left_of(next), end));
    frame.rect(box, task_paint(frame.colours.of(run.index, task)));
    const Seq seq = columns.last_before(column);
    frame.hit(Hit::What::span, box, run.index, task, seq, columns.at(column).t_ns);
    column = next;
  }
}

void draw_idle_stretch(Frame& frame, const RunFrame& run, const Lane& lane, std::uint32_t seq) {
  const Event& event = (*run.trace)[seq];
  const std::int64_t from_ns = event.duration();
  const float x0 = std::max(frame.map().to_x(static_cast<double>(from_ns)), frame.map().x0);
  const float x1 = std::min(frame.map().to_x(static_cast<double>(event.t_ns)), frame.map().x1);
  const float k = frame.k;
  if (x1 - x0 < 8 * k) {
    return;
  }
  const float middle = lane.top + frame.m.lane_pitch * 0.478F;
  const std::string words = "idle " + seconds_text(event.t_ns - from_ns);
  frame.rect({x0 + 3 * k, middle - 3 * k, x1 - x0 - 6 * k, 6 * k}, paint(Role::grid), 3 * k,
             "the thread: " + words + ", nothing is ready");
  const Label label{words, frame.m.note_size, Face::regular, paint(Role::ink_soft)};
  const Stretch free = widest_free(frame, run, x0 + 5 * k, x1 - 5 * k);
  if (frame.text_width(label) < free.width()) {
    frame.text_if_free(label, {free.middle(), middle - 5.5F * k}, Align::middle);
  }
}

// Where events are dense: those that are wide enough to be drawn reach over two edges of columns,
// between which nothing happens.
void draw_wide_idles(Frame& frame, const RunFrame& run, const Lane& lane) {
  const SeqList advances = run.trace->advances();
  const PixelColumns& columns = *run.dense;
  std::uint32_t drawn = 0;
  for (std::size_t column = 0; column + 1 < columns.count(); ++column) {
    if (columns.last_before(column) != columns.last_before(column + 1)) {
      continue;
    }
    const auto at = advances.after(columns.last_before(column));
    if (at != advances.end() && *at != drawn) {
      drawn = *at;
      draw_idle_stretch(frame, run, lane, *at);
    }
  }
}

void draw_idles(Frame& frame, const RunFrame& run, const Lane& lane) {
  const auto advances = run.trace->advances();
  auto at = advances.from(run.first_seq);
  while (at != advances.end()) {
    const Event& event = (*run.trace)[*at];
    const float x0 = frame.map().to_x(static_cast<double>(event.duration()));
    if (x0 > frame.map().x1) {
      break;
    }
    draw_idle_stretch(frame, run, lane, *at);
    const float x1 = frame.map().to_x(static_cast<double>(event.t_ns));
    ++at;
    // Too narrow to be seen: on to the first that ends a pixel further.
    at = std::partition_point(at, advances.end(), [&](std::uint32_t seq) {
      return frame.map().to_x(static_cast<double>((*run.trace)[seq].t_ns)) < x1 + 1;
    });
  }
}

}  // namespace

void draw_thread_lane(Frame& frame, const RunFrame& run, const Lane& lane) {
  if (run.trace->size() == 0) {
    return;
  }
  if (!run.columns && run.dense) {
    draw_wide_idles(frame, run, lane);
  } else if (!run.columns) {
    draw_idles(frame, run, lane);
  }
  if (run.dense && run.dense->narrow_steps()) {
    draw_columns(frame, run, lane);
    return;
  }
  draw_busy_pieces(frame, run, lane);
  draw_steps(frame, run, lane);
  if (!run.columns) {
    draw_badges(frame, run, lane);
  }
}

}  // namespace interleave
