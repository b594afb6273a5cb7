#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/trace/trace.h"

namespace interleave {

/// What makes a task ready.
enum class Waker : std::uint8_t {
  program,  // the program itself, outside every task
  task,     // another task's step
  itself,   // a bare yield
  timer,    // a timer that was due
  job,      // a job's end
};

/// One link of the chain of who woke whom: from what set it off, through the callbacks between, to
/// the step it led to.
struct WakeLink {
  TaskId woken = kNoTask;
  Waker waker = Waker::program;
  /// The task whose step it was; of a timer or a job the task it serves; kProgram if none.
  TaskId by = kProgram;
  TimerId timer = 0;
  JobId job = 0;
  /// The event that set it off: the end of a task, an item put, a lock released, a cancellation
  /// asked for, a task created, a timer fired, a job finished. Never after `ready`.
  Seq cause = 0;
  /// Callbacks that ran between, in order (`callback_ran`).
  std::vector<Seq> callbacks = {};
  /// Its `task_ready`, or its `task_created` when it had never run before.
  Seq ready = 0;
  /// The step that came of it; size() while there is none.
  Seq step = 0;
};

/// How the task whose event stands at `seq` came to be ready the last time before it (or there).
/// None if the event is no task's, or nothing made it so (a call in a program without a loop).
[[nodiscard]] std::optional<WakeLink> previous_link(const Trace& trace, Seq seq);
/// The same for a task as it stands at `seq`, whosever event that is.
[[nodiscard]] std::optional<WakeLink> previous_link(const Trace& trace, TaskId task, Seq seq);

/// Whom the step that the task's event at `seq` belongs to has woken, in the order in which they
/// became ready: those it created, and those it woke by what it did, directly or through callbacks
/// that ran later (not many thousands of events later). Its own yield is not among them. While it
/// does not run: whom its last step woke.
[[nodiscard]] std::vector<WakeLink> next_links(const Trace& trace, Seq seq);
[[nodiscard]] std::vector<WakeLink> next_links(const Trace& trace, TaskId task, Seq seq);

/// "checking_messages has ended; gather's callback made main ready at 3.0 s." One sentence.
[[nodiscard]] std::string sentence_on(const Trace& trace, const WakeLink& link);

}  // namespace interleave
