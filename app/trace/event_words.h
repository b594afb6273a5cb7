#pragma once

#include <string>

#include "app/trace/narration.h"
#include "app/trace/trace.h"

/// The pieces of narration that describe(), narrate() and why_not() share.
namespace interleave::words {

/// The suspension that the task's event at `seq` came out of or is; trace.size() if there is none.
[[nodiscard]] Seq suspension_before(const Trace& trace, TaskId task, Seq seq);
/// The last `task_ready` of the task at or before `seq`; trace.size() if there is none.
[[nodiscard]] Seq readiness_before(const Trace& trace, TaskId task, Seq seq);

/// Whether a trace from elsewhere has no name for what is waited for there: all it says may be who
/// ends the wait.
[[nodiscard]] bool waits_unnamed(const Trace& trace, Reason reason, std::uint32_t on);
/// The task that makes `task` ready after its suspension at `suspended`; kNoTask where none is
/// known.
[[nodiscard]] TaskId waker_after(const Trace& trace, TaskId task, Seq suspended);

/// " after message 3", from the last line with a number that the task printed in its present step;
/// empty if there is none.
[[nodiscard]] std::string after_output(const Trace& trace, TaskId task, Seq seq);

/// Why a task is ready: "its sleep is over", "child has ended". Of the `task_ready` at `ready` also
/// what it waited for: "b has released the lock left".
[[nodiscard]] std::string cause(const Trace& trace, const Event& ready);
[[nodiscard]] std::string cause_at(const Trace& trace, Seq ready);

/// What a suspended task does, after its name: "sleeps until 2.0 s", "waits for left".
[[nodiscard]] std::string suspension(const Trace& trace, Seq suspended);

/// What several are waited for: "3 tasks"; "long_job" where it is one alone; "3 jobs" where futures
/// of jobs are, which no wait names: those of `waiter` under way at `seq`. Empty if nothing is
/// known.
[[nodiscard]] std::string awaited(const Trace& trace, WaitId wait, TaskId waiter, Seq seq);

/// Whose callback: "the callback of boiling_water's timer", "gather's callback".
[[nodiscard]] std::string callback(const Trace& trace, CallbackKind kind, std::uint32_t of);

/// The second sentence on the state's event, for the deeper narrations: how the loop does it, and
/// what asyncio calls it; empty where there is nothing to add.
[[nodiscard]] std::string mechanics(const Trace& trace, const State& state);
[[nodiscard]] std::string terms(const Trace& trace, const State& state);

/// Whether, without a loop, a task was called (and runs at once), not made to be asked for values.
[[nodiscard]] bool is_call(const Trace& trace, TaskId task);

}  // namespace interleave::words
