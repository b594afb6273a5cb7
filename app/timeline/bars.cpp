#include <algorithm>

#include "app/timeline/parts.h"
#include "app/trace/stops.h"
#include "app/trace/words.h"

namespace interleave {
namespace {

constexpr float kVeiled = 0.4F;

std::string state_words(const Trace& trace, TaskId task, const Span& span) {
  if (span.blocked) {
    return "blocked, holding the thread, step " + std::to_string(span.step);
  }
  switch (span.state) {
    case TaskState::running:
      return "running, step " + std::to_string(span.step);
    case TaskState::ready:
      return "ready";
    case TaskState::suspended: {
      const auto labels = span_labels(trace, task, span);
      return labels.empty() ? "suspended" : "suspended (" + labels.front() + ")";
    }
    default:
      return "ended";
  }
}

// What lies ahead of the playhead on the same pixel cannot be covered by the veil.
float alpha_of(const Frame& frame, const RunFrame& run, Seq seq) {
  return frame.view.veil && run.ahead(seq) ? kVeiled : 1.0F;
}

Box bar_box(const Frame& frame, const Lane& lane, const Piece& piece, float part) {
  const float height = frame.m.bar_height * part;
  const float middle = lane.top + frame.m.lane_pitch * 0.478F;
  const float x0 = std::max(piece.x0, frame.map().x0 - 4);
  const float x1 = std::min(piece.x1, frame.map().x1 + 4);
  return {x0, middle - height / 2, std::max(x1 - x0, 1.5F), height};
}

// Neighbouring runs keep a hair's breadth between them.
Box with_gap(Box box, float gap) {
  if (box.width > 4 * gap) {
    box.x += gap * 0.35F;
    box.width -= gap;
  }
  return box;
}

void draw_running(Frame& frame, const Box& box, std::uint16_t colour, std::string title) {
  frame.rect(box, task_paint(colour), box.width > 8 ? 3 * frame.k : 0, std::move(title));
}

void draw_blocked(Frame& frame, const Box& box, std::uint16_t colour, std::string title) {
  const float radius = box.width > 8 ? 3 * frame.k : 0;
  frame.rect(box, paint(Role::panel), radius);
  RectShape& bar = frame.rect(box, task_paint(colour, 0.3F), radius, std::move(title));
  bar.hatch = Hatch::falling;
  bar.hatch_paint = paint(Role::blocked, 0.9F);
  bar.stroke = paint(Role::blocked);
  bar.stroke_width = 1.7F * frame.k;
}

void draw_ready(Frame& frame, const Box& box, std::uint16_t colour, std::string title) {
  RectShape& bar =
      frame.rect(box, paint(Role::panel), box.width > 6 ? 2 * frame.k : 0, std::move(title));
  bar.stroke = task_paint(colour);
  bar.stroke_width = 1.3F * frame.k;
  bar.dash = Dash::dashed;
}

void draw_suspended(Frame& frame, const Box& box, std::uint16_t colour, std::string title) {
  RectShape& bar =
      frame.rect(box, task_paint(colour, 0.10F), box.width > 6 ? 2 * frame.k : 0, std::move(title));
  bar.hatch = Hatch::rising;
  bar.hatch_paint = task_paint(colour, 0.38F);
}

void draw_folded(Frame& frame, const RunFrame& run, const Lane& lane, const Piece& piece,
                 std::uint16_t colour) {
  // A long fold holds every state: it is lower and paler than a run, and not hatched as waiting is.
  const Box box = bar_box(frame, lane, piece, run.dense ? 0.5F : 0.8F);
  std::string title;
  if (is_told(frame, run, box.width)) {
    title = std::string(run.trace->label(lane.task)) + ": " + std::to_string(piece.folded) +
            " changes from " + seconds_text(piece.span.begin_ns) + " to " +
            seconds_text(piece.span.end_ns);
  }
  frame.rect(box, task_paint(colour, run.dense ? 0.45F : 0.72F), 0, std::move(title));
  frame.hit(Hit::What::span, box, run.index, lane.task, piece.span.begin_seq, piece.span.begin_ns);
}

// Before its creation a task is a thin dotted line.
void draw_not_called(Frame& frame, const RunFrame& run, const Lane& lane) {
  const Trace& trace = *run.trace;
  const Seq created = trace.created_at(lane.task);
  const float x1 = created >= trace.size()
                       ? frame.map().x1
                       : std::min(run.x_at(frame, trace[created].t_ns, created), frame.map().x1);
  const float x0 = frame.map().x0;
  if (x1 - x0 < 6 * frame.k) {
    return;
  }
  const float y = lane.top + frame.m.lane_pitch * 0.478F;
  frame.path({{x0, y}, {x1, y}}, false, {}, paint(Role::ink_faint), 1.3F * frame.k).dash =
      Dash::dotted;
  frame.target->back().title = std::string(trace.label(lane.task)) + ": not called yet";
}

void draw_piece(Frame& frame, const RunFrame& run, const Lane& lane, const Piece& piece) {
  const std::uint16_t colour = frame.colours.of(run.index, lane.task);
  const Span& span = piece.span;
  if (piece.folded > 0) {
    draw_folded(frame, run, lane, piece, colour);
    return;
  }
  std::string title = is_told(frame, run, piece.x1 - piece.x0)
                          ? span_title(*run.trace, lane.task, span)
                          : std::string();
  Box box;
  if (span.state == TaskState::running) {
    box = with_gap(bar_box(frame, lane, piece, 1.0F), 1.5F * frame.k);
    if (frame.view.axis == Axis::steps) {
      box = with_gap(box, 2 * frame.k);
    }
    if (span.blocked) {
      draw_blocked(frame, box, colour, std::move(title));
    } else {
      draw_running(frame, box, colour, std::move(title));
    }
  } else {
    const bool ready = span.state == TaskState::ready;
    box = bar_box(frame, lane, piece, ready ? 0.5F : 0.58F);
    box = with_gap(box, (frame.view.axis == Axis::steps ? 3 : 1.5F) * frame.k);
    if (ready) {
      draw_ready(frame, box, colour, std::move(title));
    } else {
      draw_suspended(frame, box, colour, std::move(title));
    }
  }
  frame.hit(Hit::What::span, box, run.index, lane.task, span.begin_seq, span.begin_ns);
  draw_span_label(frame, run, lane, piece, box);
}

// One by one where they are few: "add: running, steps 2, 4 and 7, 0 s to 0 s".
std::string instants_title(const Trace& trace, TaskId task, const std::vector<Span>& spans) {
  constexpr std::size_t most_told = 30;
  if (spans.size() == 1) {
    return span_title(trace, task, spans.front());
  }
  std::vector<std::string> steps;
  for (const Span& span : spans) {
    steps.push_back(std::to_string(span.step));
  }
  return words::say(trace.label(task), ": running, steps ", words::list(steps, most_told), ", ",
                    seconds_text(spans.front().begin_ns), " to ",
                    seconds_text(spans.back().end_ns));
}

// Runs of no length that share a pixel are one bar, whose title tells all of them.
void draw_instants(Frame& frame, const RunFrame& run, const Lane& lane,
                   const std::vector<Piece>& pieces) {
  const float height = frame.m.bar_height * 1.25F;
  const float top = lane.top + frame.m.lane_pitch * 0.478F - height / 2;
  const std::uint16_t colour = frame.colours.of(run.index, lane.task);
  for (auto first = pieces.begin(); first != pieces.end();) {
    if (!is_instant(frame, *first)) {
      ++first;
      continue;
    }
    std::vector<Span> spans;
    auto next = first;
    for (; next != pieces.end() && next->x0 - first->x0 < 1.5F; ++next) {
      if (is_instant(frame, *next)) {
        spans.push_back(next->span);
      }
    }
    const Span& span = first->span;
    const float x = first->x0;
    const Lift lift(frame, run, span.begin_seq, x);
    draw_instant(frame, x, top, height, colour, alpha_of(frame, run, span.begin_seq),
                 instants_title(*run.trace, lane.task, spans));
    frame.hit(Hit::What::span, {x - 4 * frame.k, top, 8 * frame.k, height}, run.index, lane.task,
              span.begin_seq, span.begin_ns);
    first = next;
  }
}

}  // namespace

std::string span_title(const Trace& trace, TaskId task, const Span& span) {
  return std::string(trace.label(task)) + ": " + state_words(trace, task, span) + ", " +
         seconds_text(span.begin_ns) + " to " + seconds_text(span.end_ns);
}

// A run that takes no time: a thin bar with a round cap.
void draw_instant(Frame& frame, float x, float top, float height, std::uint16_t colour, float alpha,
                  std::string title) {
  const float width = 4 * frame.k;
  frame.rect({x - width / 2, top, width, height}, task_paint(colour, alpha), width / 2,
             std::move(title));
  frame.circle({x, top + 1.5F * frame.k}, 4 * frame.k, task_paint(colour, alpha));
}

void draw_task_lane(Frame& frame, const RunFrame& run, const Lane& lane) {
  draw_not_called(frame, run, lane);
  const std::vector<Piece> pieces = pieces_of(frame, run, lane.task);
  // What takes time first, so that runs of no length lie on top.
  for (const Piece& piece : pieces) {
    if (!is_instant(frame, piece)) {
      draw_piece(frame, run, lane, piece);
    }
  }
  draw_instants(frame, run, lane, pieces);
  draw_marks(frame, run, lane, pieces);
}

}  // namespace interleave
