#include <algorithm>

#include "app/timeline/parts.h"

// How a lane with any number of events is drawn at once.
//
// While a task has few events in view, its spans are taken as they are. With more events than
// pixels, the lane is walked a fold (3 px) at a time: where the next event of the task lies further
// off than that, there is a span wide enough to be seen, and only this one is asked for; else all
// events up to there become one folded piece, and a binary search jumps past them. The cost depends
// on the width, not on the trace.

namespace interleave {
namespace {

constexpr float kFold_px = 3;

struct Walk {
  const Frame& frame;
  const RunFrame& run;
  TaskId task;
  std::vector<Piece> pieces;

  Piece placed(const Span& span) const {
    Piece piece{span, 0, 0, 0};
    piece.x0 = run.x_at(frame, span.begin_ns, span.begin_seq);
    piece.x1 = run.x_at(frame, span.end_ns, span.end_seq);
    return piece;
  }

  bool in_view(const Piece& piece) const {
    return piece.x1 >= frame.map().x0 - 1 && piece.x0 <= frame.map().x1 + 1;
  }

  void add(const Span& span) {
    Piece piece = placed(span);
    if (!in_view(piece)) {
      return;
    }
    const bool nothing = span.state != TaskState::running && piece.x1 - piece.x0 < 0.25F;
    const bool no_run_of_its_own = span.state == TaskState::running && !span.first_of_step &&
                                   !span.last_of_step && piece.x1 <= piece.x0;
    if (!nothing && !no_run_of_its_own) {
      pieces.push_back(piece);
    }
  }
};

// The thread is not given up between them.
bool same_run(const Piece& a, const Piece& b) {
  return a.folded == 0 && a.span.state == TaskState::running &&
         b.span.state == TaskState::running && a.span.step == b.span.step &&
         a.span.blocked == b.span.blocked;
}

bool narrow(const Piece& piece) { return piece.x1 - piece.x0 < kFold_px; }

// Neighbours that are all too narrow become one: a longer run where they are one, else a fold.
std::vector<Piece> folded(const Frame& frame, const std::vector<Piece>& pieces) {
  std::vector<Piece> result;
  for (const Piece& piece : pieces) {
    const bool joins =
        !result.empty() && narrow(piece) && !is_instant(frame, piece) &&
        !is_instant(frame, result.back()) &&
        (narrow(result.back()) || result.back().folded > 0 || same_run(result.back(), piece)) &&
        piece.x0 - result.back().x1 < kFold_px;
    if (!joins) {
      result.push_back(piece);
      continue;
    }
    Piece& fold = result.back();
    if (!same_run(fold, piece)) {
      fold.folded += std::max<std::size_t>(fold.folded == 0 ? 2 : 1, piece.folded);
    }
    fold.x1 = std::max(fold.x1, piece.x1);
    fold.span.end_ns = piece.span.end_ns;
    fold.span.end_seq = piece.span.end_seq;
    fold.span.last_of_step = piece.span.last_of_step;
  }
  return result;
}

Seq seq_at_x(const Frame& frame, const RunFrame& run, float x) {
  const double value = frame.map().to_value(x);
  return run.columns ? run.columns->seq_at(value)
                     : run.trace->last_at(static_cast<std::int64_t>(value));
}

void walk_by_folds(Walk& walk) {
  const auto events = walk.run.trace->events_of(walk.task);
  const Trace& trace = *walk.run.trace;
  float x = walk.frame.map().x0;
  const float end = walk.frame.map().x1;
  while (x < end) {
    const Seq here = seq_at_x(walk.frame, walk.run, x);
    const auto next = std::upper_bound(events.begin(), events.end(), here);
    const float next_x =
        next == events.end() ? end + 1 : walk.run.x_at(walk.frame, trace[*next].t_ns, *next);
    if (next_x - x >= kFold_px) {
      for (const Span& span : spans_of(trace, walk.task, here, here)) {
        if (narrow(walk.placed(span))) {
          continue;
        }
        const bool drawn =
            !walk.pieces.empty() && walk.pieces.back().span.begin_seq == span.begin_seq;
        if (!drawn) {
          walk.add(span);
        }
      }
      x = std::max(next_x, x + 1);
      continue;
    }
    const Seq there = seq_at_x(walk.frame, walk.run, x + kFold_px);
    const auto last = std::upper_bound(next, events.end(), there);
    Piece fold{};
    fold.span.state = TaskState::running;
    fold.span.begin_seq = *next;
    fold.span.end_seq = there;
    fold.span.begin_ns = trace[*next].t_ns;
    fold.span.end_ns = trace[there].t_ns;
    fold.x0 = x;
    fold.x1 = x + kFold_px;
    fold.folded = static_cast<std::size_t>(last - next);
    const bool joins =
        !walk.pieces.empty() && walk.pieces.back().folded > 0 && x - walk.pieces.back().x1 < 1;
    if (joins) {
      Piece& before = walk.pieces.back();
      before.x1 = fold.x1;
      before.folded += fold.folded;
      before.span.end_seq = fold.span.end_seq;
      before.span.end_ns = fold.span.end_ns;
    } else {
      walk.pieces.push_back(fold);
    }
    x += kFold_px;
  }
}

}  // namespace

bool is_instant(const Frame& frame, const Piece& piece) {
  return frame.view.axis == Axis::time && piece.folded == 0 &&
         piece.span.state == TaskState::running && piece.span.begin_ns == piece.span.end_ns;
}

std::vector<Piece> pieces_of(const Frame& frame, const RunFrame& run, TaskId task) {
  Walk walk{frame, run, task, {}};
  const auto events = run.trace->events_of(task);
  const auto first = std::lower_bound(events.begin(), events.end(), run.first_seq);
  const auto last = std::upper_bound(first, events.end(), run.last_seq);
  const float pixels = frame.map().x1 - frame.map().x0;
  if (static_cast<float>(last - first) > std::max(200.0F, 2 * pixels)) {
    walk_by_folds(walk);
    return walk.pieces;
  }
  for (const Span& span : spans_of(*run.trace, task, run.first_seq, run.last_seq)) {
    walk.add(span);
  }
  return folded(frame, walk.pieces);
}

}  // namespace interleave
