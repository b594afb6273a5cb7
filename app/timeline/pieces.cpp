#include <algorithm>
#include <utility>

#include "app/timeline/parts.h"

// How a lane with any number of events is drawn at once.
//
// While a task has few events in view, its spans are taken as they are. With more events than
// pixels, the lane is walked a fold (6 px) at a time: where the next event of the task lies further
// off than that, there is a span wide enough to be seen, and only this one is asked for; else all
// events up to there become one folded piece, together with those of the folds that follow, as long
// as each has any. Which event lies at which pixel is known (PixelColumns), so that a fold is one
// short search in the task's list of events. The cost depends on the width, not on the trace.

namespace interleave {
namespace {

constexpr float kFold_px = 3;
// In a view of very many events, where hardly anything is wide.
constexpr std::size_t kDenseFold_px = 6;

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

// A stretch in which nothing is wide enough to be seen on its own.
Piece fold_of(const PixelColumns& columns, std::size_t from, std::size_t to, Seq first, Seq last,
              std::size_t count) {
  Piece fold{};
  fold.span.state = TaskState::running;
  fold.span.begin_seq = first;
  fold.span.end_seq = last;
  fold.span.begin_ns = columns.at(from).t_ns;
  fold.span.end_ns = columns.at(to).t_ns;
  fold.x0 = columns.left_of(from);
  fold.x1 = columns.left_of(to);
  fold.folded = count;
  return fold;
}

void add_if_wide(Walk& walk, const Span& span) {
  const bool drawn = !walk.pieces.empty() && walk.pieces.back().span.begin_seq == span.begin_seq;
  const Piece piece = walk.placed(span);
  if (!drawn && piece.x1 - piece.x0 >= static_cast<float>(kDenseFold_px)) {
    walk.add(span);
  }
}

// Where nothing happens to a task for long, from one of its events to the next: the span is found
// when all such are known, so that one look at memory need not wait for the other.
struct Gap {
  // Pieces before it.
  std::size_t place;
  // Where it was found.
  Seq here;
  // Its task's events at either end; the trace's size where there is none.
  Seq before;
  Seq behind;
};

bool begins_waiting(Kind kind) {
  return kind == Kind::task_created || kind == Kind::task_ready || kind == Kind::task_suspended;
}

bool ends_waiting(Kind kind) {
  return kind == Kind::task_ready || begins_step(kind) || kind == Kind::task_suspended ||
         is_end(kind);
}

Span waiting_span(const Gap& gap, const Event& before, const Event& behind) {
  Span span;
  if (before.kind == Kind::task_suspended) {
    span.state = TaskState::suspended;
    span.reason = before.reason();
    span.on = before.a;
  }
  span.step = before.step;
  span.begin_seq = gap.before;
  span.end_seq = gap.behind;
  span.begin_ns = before.t_ns;
  span.end_ns = behind.t_ns;
  return span;
}

void add_wide_span(Walk& walk, Seq here) {
  for (const Span& span : spans_of(*walk.run.trace, walk.task, here, here)) {
    add_if_wide(walk, span);
  }
}

// Puts the gaps' spans among the pieces.
void add_gaps(Walk& walk, const std::vector<Gap>& gaps) {
  const Trace& trace = *walk.run.trace;
  std::vector<std::pair<Event, Event>> ends(gaps.size());
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    if (gaps[i].before < trace.size() && gaps[i].behind < trace.size()) {
      ends[i] = {trace[gaps[i].before], trace[gaps[i].behind]};
    }
  }
  const std::vector<Piece> folds = std::exchange(walk.pieces, {});
  std::size_t next = 0;
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    for (; next < gaps[i].place; ++next) {
      walk.pieces.push_back(folds[next]);
    }
    const auto& [before, behind] = ends[i];
    // What else there is, pieces of a run and what has no end, is looked at closely.
    if (begins_waiting(before.kind) && ends_waiting(behind.kind)) {
      add_if_wide(walk, waiting_span(gaps[i], before, behind));
    } else {
      add_wide_span(walk, gaps[i].here);
    }
  }
  walk.pieces.insert(walk.pieces.end(), folds.begin() + static_cast<std::ptrdiff_t>(next),
                     folds.end());
}

void walk_by_folds(Walk& walk) {
  const SeqList events = walk.run.trace->events_of(walk.task);
  const PixelColumns& columns = *walk.run.dense;
  SeqWalk there(events);
  std::vector<Gap> gaps;
  std::size_t column = 0;
  while (column + 1 < columns.count()) {
    const std::uint32_t from = columns.last_before(column);
    const std::size_t end = std::min(column + kDenseFold_px, columns.count() - 1);
    if (!there.any_within(from, columns.last_before(end))) {
      const std::size_t at = there.count_until(from);
      const Seq none = walk.run.trace->size();
      gaps.push_back({walk.pieces.size(), from, at > 0 ? events[at - 1] : none,
                      at < events.size() ? events[at] : none});
      // On to the fold in which the next event lies.
      if (at == events.size()) {
        break;
      }
      const std::uint32_t next = events[at];
      std::size_t low = end;
      std::size_t high = columns.count() - 1;
      while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (columns.last_before(middle) < next) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      if (low + 1 == columns.count() && columns.last_before(low) < next) {
        break;
      }
      column = low - 1;
      continue;
    }
    // Fold after fold, as long as each has an event.
    const std::size_t first = there.count_until(from);
    std::size_t to = end;
    while (to + 1 < columns.count()) {
      const std::size_t fold_end = std::min(to + kDenseFold_px, columns.count() - 1);
      if (!there.any_within(columns.last_before(to), columns.last_before(fold_end))) {
        break;
      }
      to = fold_end;
    }
    const std::size_t behind = there.count_until(columns.last_before(to));
    Piece fold = fold_of(columns, column, to, events[first], events[behind - 1], behind - first);
    if (behind == events.size()) {  // nothing of its task lies behind its last event
      fold.x1 = std::clamp(columns.x_of(events[behind - 1]) + 1, fold.x0 + 1, fold.x1);
    }
    walk.pieces.push_back(fold);
    column = to;
  }
  add_gaps(walk, gaps);
}

}  // namespace

bool is_instant(const Frame& frame, const Piece& piece) {
  return frame.view.axis == Axis::time && piece.folded == 0 &&
         piece.span.state == TaskState::running && piece.span.begin_ns == piece.span.end_ns;
}

std::vector<Piece> pieces_of(const Frame& frame, const RunFrame& run, TaskId task) {
  Walk walk{frame, run, task, {}};
  const auto events = run.trace->events_of(task);
  const auto first = events.from(run.first_seq);
  const auto last = events.after(run.last_seq);
  const float pixels = frame.map().x1 - frame.map().x0;
  if (run.dense && static_cast<float>(last - first) > pixels / 8) {
    walk_by_folds(walk);
    return walk.pieces;
  }
  for (const Span& span : spans_of(*run.trace, task, run.first_seq, run.last_seq)) {
    walk.add(span);
  }
  return folded(frame, walk.pieces);
}

}  // namespace interleave
