#include <algorithm>

#include "app/timeline/parts.h"
#include "app/trace/stops.h"

namespace interleave {
namespace {

// What lies ahead of the playhead on the same pixel cannot be covered by the veil.
constexpr float kVeiledMark = 0.4F;

struct LanePlace {
  float top;
  float bottom;
};

LanePlace bar_of(const Frame& frame, const Lane& lane) {
  const float middle = lane.top + frame.m.lane_pitch * 0.478F;
  return {middle - frame.m.bar_height / 2, middle + frame.m.bar_height / 2};
}

void mark_hit(Frame& frame, const RunFrame& run, const Lane& lane, const Box& box, Seq seq) {
  if (seq < run.trace->size()) {
    frame.hit(Hit::What::mark, box, run.index, lane.task, seq, (*run.trace)[seq].t_ns);
  }
}

// ▼ above the right end: the task gives the thread up.
void draw_suspends(Frame& frame, float right, const LanePlace& bar, Paint ink) {
  const float k = frame.k;
  frame.path({{right - 10 * k, bar.top - 9 * k},
              {right, bar.top - 9 * k},
              {right - 5 * k, bar.top - 2 * k}},
             true, ink, {}, 0);
}

// △ below the left end: it has the thread again.
void draw_resumes(Frame& frame, float left, const LanePlace& bar, Paint ink) {
  const float k = frame.k;
  frame.path({{left + k, bar.bottom + 9.5F * k},
              {left + 10 * k, bar.bottom + 9.5F * k},
              {left + 5.5F * k, bar.bottom + 3 * k}},
             true, paint(Role::panel), ink, 1.5F * k);
}

// ✓ ✕ ⊘ in a circle above the end.
void draw_end(Frame& frame, Point c, Kind end, Paint ink, const std::string& title) {
  const float k = frame.k;
  const float pen = 1.6F * k;
  frame.circle(c, 7 * k, paint(Role::panel), ink, pen);
  frame.target->back().title = title;
  if (end == Kind::task_finished) {
    frame.path({{c.x - 2.8F * k, c.y + 0.2F * k},
                {c.x - 0.8F * k, c.y + 2.3F * k},
                {c.x + 3 * k, c.y - 2.2F * k}},
               false, {}, ink, pen);
    return;
  }
  const float r = end == Kind::task_failed ? 2.5F * k : 4.6F * k;
  frame.line({c.x - r, c.y + r}, {c.x + r, c.y - r}, ink, pen);
  if (end == Kind::task_failed) {
    frame.line({c.x - r, c.y - r}, {c.x + r, c.y + r}, ink, pen);
  }
}

void draw_end_of(Frame& frame, const RunFrame& run, const Lane& lane) {
  const Trace& trace = *run.trace;
  const Seq seq = trace.ended_at(lane.task);
  if (seq >= trace.size()) {
    return;
  }
  const LanePlace bar = bar_of(frame, lane);
  const Point centre{run.x_at(frame, trace[seq].t_ns, seq), bar.top - 2 * frame.k};
  if (centre.x < frame.map().x0 - 1 || centre.x > frame.map().x1 + 1) {
    return;
  }
  const bool veiled = frame.view.veil && run.ahead(seq) && centre.x - run.playhead_x < frame.k;
  const Paint ink = task_paint(frame.colours.of(run.index, lane.task), veiled ? kVeiledMark : 1.0F);
  const Lift lift(frame, run, seq, centre.x, Lift::Over::line);
  draw_end(frame, centre, trace[seq].kind, ink, end_title(trace, lane.task));
  const float r = 8 * frame.k;
  mark_hit(frame, run, lane, {centre.x - r, centre.y - r, 2 * r, 2 * r}, seq);
}

// The step in which the cancellation asked for at `seq` is delivered, or size().
Seq delivery_of(const Trace& trace, std::span<const std::uint32_t> events, Seq seq) {
  for (auto at = std::upper_bound(events.begin(), events.end(), seq); at != events.end(); ++at) {
    if (begins_step(trace[*at].kind)) {
      return *at;
    }
  }
  return trace.size();
}

// A cancel asked for: a hollow mark, drawn out until it is delivered. It stands to the left of the
// instant, so that the mark of a resumption there has its place.
void draw_cancel(Frame& frame, const RunFrame& run, const Lane& lane, Seq seq, Seq delivery) {
  const Trace& trace = *run.trace;
  const float k = frame.k;
  const float x = run.x_at(frame, trace[seq].t_ns, seq);
  if (x < frame.map().x0 || x > frame.map().x1) {
    return;
  }
  const Point c{x - 5 * k, bar_of(frame, lane).bottom + 6 * k};
  const Paint ink = task_paint(frame.colours.of(run.index, lane.task));
  const float until =
      delivery < trace.size() ? run.x_at(frame, trace[delivery].t_ns, delivery) : frame.map().x1;
  if (until > x) {
    frame.line({c.x, c.y}, {std::min(until, frame.map().x1), c.y}, ink, 1.4F * k);
  }
  frame.circle(c, 4 * k, paint(Role::panel), ink, 1.4F * k);
  frame.target->back().title = std::string(trace.label(lane.task)) +
                               ": cancellation asked for at " + seconds_text(trace[seq].t_ns);
  frame.line({c.x - 2.6F * k, c.y + 2.6F * k}, {c.x + 2.6F * k, c.y - 2.6F * k}, ink, 1.4F * k);
  mark_hit(frame, run, lane, {c.x - 5 * k, c.y - 5 * k, 10 * k, 10 * k}, seq);
}

void draw_cancels(Frame& frame, const RunFrame& run, const Lane& lane) {
  const auto events = run.trace->events_of(lane.task);
  if (events.size() > 5000) {
    return;
  }
  for (const std::uint32_t seq : events) {
    if ((*run.trace)[seq].kind == Kind::cancel_requested) {
      draw_cancel(frame, run, lane, seq, delivery_of(*run.trace, events, seq));
    }
  }
}

// Where the next mark of a kind may stand without touching the one before.
struct MarkRow {
  const Frame& frame;
  const RunFrame& run;
  const Lane& lane;
  LanePlace bar;
  float free_above = -1e6F;
  float free_below = -1e6F;

  [[nodiscard]] Paint ink(const Piece& piece, Seq seq) const {
    const bool veiled = is_instant(frame, piece) && frame.view.veil && run.ahead(seq);
    return task_paint(frame.colours.of(run.index, lane.task), veiled ? kVeiledMark : 1.0F);
  }
  [[nodiscard]] bool resumes(const Piece& piece) const {
    return piece.span.first_of_step &&
           (*run.trace)[piece.span.begin_seq].kind == Kind::task_resumed &&
           piece.x0 >= frame.map().x0 - 1 && piece.x0 + 11 * frame.k <= frame.view.width &&
           piece.x0 >= free_below;
  }
  [[nodiscard]] bool suspends(const Piece& piece) const {
    const Seq end = piece.span.end_seq;
    return piece.span.last_of_step && end < run.trace->size() &&
           (*run.trace)[end].kind == Kind::task_suspended && piece.x1 <= frame.map().x1 + 1 &&
           piece.x1 >= frame.map().x0 && piece.x1 - 10 * frame.k >= free_above;
  }
};

}  // namespace

std::string end_title(const Trace& trace, TaskId task) {
  const Event event = trace[trace.ended_at(task)];
  const std::string where = " at " + seconds_text(event.t_ns);
  const std::string name(trace.label(task));
  switch (event.kind) {
    case Kind::task_failed:
      return name + ": failed" + where + ", " + std::string(trace.text(event.a));
    case Kind::task_cancelled:
      return name + ": cancelled" + where;
    default:
      return name + ": done" + where;
  }
}

void draw_marks(Frame& frame, const RunFrame& run, const Lane& lane,
                const std::vector<Piece>& pieces) {
  const float k = frame.k;
  MarkRow row{frame, run, lane, bar_of(frame, lane)};
  for (const Piece& piece : pieces) {
    const bool instant = is_instant(frame, piece);
    const bool roomy = instant || piece.x1 - piece.x0 >= 9 * k;
    if (piece.folded > 0 || piece.span.state != TaskState::running || !roomy) {
      continue;
    }
    const Span& span = piece.span;
    if (row.resumes(piece)) {
      const Lift lift(frame, run, span.begin_seq, piece.x0);
      draw_resumes(frame, piece.x0 + (instant ? 1.5F * k : 0), row.bar,
                   row.ink(piece, span.begin_seq));
      mark_hit(frame, run, lane, {piece.x0, row.bar.bottom + 2 * k, 11 * k, 9 * k}, span.begin_seq);
      row.free_below = piece.x0 + 12 * k;
    }
    if (row.suspends(piece)) {
      const float right = piece.x1 - (instant ? 3.5F : 1.5F) * k;
      draw_suspends(frame, right, row.bar, row.ink(piece, span.end_seq));
      mark_hit(frame, run, lane, {right - 10 * k, row.bar.top - 10 * k, 10 * k, 9 * k},
               span.end_seq);
      row.free_above = piece.x1;
    }
  }
  draw_end_of(frame, run, lane);
  draw_cancels(frame, run, lane);
}

}  // namespace interleave
