#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/trace/state.h"
#include "app/trace/trace.h"

namespace interleave {

/// One stretch of one task's life in one state. A run is divided at its `worked` and `blocked`
/// pieces, so that each can be drawn and labelled on its own.
struct Span {
  TaskState state = TaskState::ready;
  /// The thread is held while waiting (`blocked`); state is running.
  bool blocked = false;
  /// First piece of a step (where △ or the start stands), last piece (where ▼ or the end stands).
  bool first_of_step = false;
  bool last_of_step = false;
  Reason reason = Reason::yield;
  std::uint32_t on = 0;
  std::uint32_t step = 0;
  Seq begin_seq = 0;
  /// The event that ends it; trace.size() if none does.
  Seq end_seq = 0;
  std::int64_t begin_ns = 0;
  std::int64_t end_ns = 0;
};

/// The spans of a task from its creation on, in order. A bare yield's suspension, which lasts no
/// time and is over with the next event, has none of its own: the ready span follows the running
/// one. Spans of no length are told like every other.

/// Those that touch [from_seq, to_seq].
[[nodiscard]] std::vector<Span> spans_of(const Trace& trace, TaskId task, Seq from_seq, Seq to_seq);
/// All of them.
[[nodiscard]] std::vector<Span> spans_of(const Trace& trace, TaskId task);

/// What a running span is about, in a few words, from what it prints: "page 1" for `reading page
/// 1`, and shorter, "1". Where it prints nothing: its length, or `starts` and `ends` for a step of
/// none. For suspended ones the reason with its length or members: "sleep 2 s", "gather: 3 tasks".
/// For blocked: "BLOCKED 2 s", "BLOCKED". Longest first; the painter takes the first that fits.
[[nodiscard]] std::vector<std::string> span_labels(const Trace& trace, TaskId task,
                                                   const Span& span);

}  // namespace interleave
