#include "app/trace/spans.h"

#include <algorithm>
#include <optional>

namespace interleave {

namespace {

bool changes_state(Kind kind) {
  return kind == Kind::task_created || kind == Kind::task_ready || begins_step(kind) ||
         kind == Kind::task_suspended || is_end(kind);
}

/// Walks the events of one task and cuts its life into spans.
class Cutter {
 public:
  Cutter(const Trace& trace, std::vector<Span>& out) : trace_(trace), out_(out) {}

  void take(Seq seq) {
    const Event& event = trace_[seq];
    if (changes_state(event.kind)) {
      change_state(seq, event);
    } else if (open_ && open_->state == TaskState::running &&
               (event.kind == Kind::worked || event.kind == Kind::blocked)) {
      cut_piece(seq, event);
    }
  }

  /// Nothing more is known: what is open reaches to the end of the trace.
  void finish() {
    if (!open_) {
      return;
    }
    if (piece_) {
      end_open_piece();
      return;
    }
    close(trace_.size(), std::max(trace_.end_ns(), open_->begin_ns));
  }

 private:
  void change_state(Seq seq, const Event& event) {
    if (open_) {
      close_step(seq, event);
    }
    open_.reset();
    if (is_end(event.kind) || is_momentary_yield(seq, event)) {
      return;
    }
    Span span{.begin_seq = seq, .end_seq = trace_.size(), .begin_ns = event.t_ns};
    span.step = event.step;
    if (begins_step(event.kind)) {
      span.state = TaskState::running;
      span.first_of_step = true;
    } else if (event.kind == Kind::task_suspended) {
      span.state = TaskState::suspended;
      span.reason = event.reason();
      span.on = event.a;
    }
    open_ = span;
  }

  bool is_momentary_yield(Seq seq, const Event& event) const {
    return event.kind == Kind::task_suspended && event.reason() == Reason::yield &&
           seq + 1 < trace_.size() && trace_[seq + 1].kind == Kind::task_ready &&
           trace_[seq + 1].task == event.task;
  }

  /// A worked or blocked piece: what came before it and took time (on a wall clock) is a piece of
  /// its own only where it blocks; prints before it belong to it.
  void cut_piece(Seq seq, const Event& event) {
    end_piece(event.t_ns);
    if (event.kind == Kind::blocked && event.t_ns > open_->begin_ns) {
      cut(seq, event.t_ns);
    }
    open_->blocked = event.kind == Kind::blocked;
    piece_ = Piece{seq, event.t_ns + event.duration()};
  }

  /// A piece's end is where the next one begins; prints after the last belong to the last.
  void end_piece(std::int64_t now_ns) {
    if (piece_) {
      cut(piece_->seq + 1, std::min(piece_->end_ns, now_ns));
      piece_.reset();
    }
  }

  void cut(Seq seq, std::int64_t at_ns) {
    Span rest = *open_;
    close(seq, at_ns);
    rest.blocked = false;
    rest.first_of_step = false;
    rest.begin_seq = seq;
    rest.begin_ns = at_ns;
    open_ = rest;
  }

  void close_step(Seq seq, const Event& event) {
    if (piece_ && event.t_ns > piece_->end_ns) {
      end_piece(event.t_ns);
    }
    piece_.reset();
    open_->last_of_step = open_->state == TaskState::running;
    close(seq, event.t_ns);
  }

  void end_open_piece() {
    // A program that was stopped is watched no further than its end; in one that goes on the end of
    // the piece is already known.
    const std::int64_t end_ns =
        trace_.complete() ? std::min(piece_->end_ns, trace_.end_ns()) : piece_->end_ns;
    close(trace_.size(), end_ns);
  }

  void close(Seq seq, std::int64_t end_ns) {
    open_->end_seq = seq;
    open_->end_ns = end_ns;
    out_.push_back(*open_);
  }

  struct Piece {
    Seq seq;
    std::int64_t end_ns;
  };
  const Trace& trace_;
  std::vector<Span>& out_;
  std::optional<Span> open_;
  std::optional<Piece> piece_;
};

}  // namespace

std::vector<Span> spans_of(const Trace& trace, TaskId task, Seq from_seq, Seq to_seq) {
  std::vector<Span> spans;
  const auto events = trace.events_of(task);
  // Begin with the change of state that is in force at `from_seq`.
  auto first = events.after(from_seq);
  while (first != events.begin()) {
    --first;
    if (changes_state(trace[*first].kind)) {
      break;
    }
  }
  Cutter cutter(trace, spans);
  for (auto event = first; event != events.end(); ++event) {
    cutter.take(*event);
    if (*event > to_seq && changes_state(trace[*event].kind)) {
      break;
    }
  }
  cutter.finish();
  std::erase_if(
      spans, [&](const Span& span) { return span.end_seq < from_seq || span.begin_seq > to_seq; });
  return spans;
}

std::vector<Span> spans_of(const Trace& trace, TaskId task) {
  return spans_of(trace, task, 0, trace.size());
}

}  // namespace interleave
