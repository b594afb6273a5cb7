// The second sentence of the deeper narrations: how the loop does it, and what asyncio calls it.

#include <algorithm>
#include <optional>

#include "app/trace/event_words.h"
#include "app/trace/words.h"

namespace interleave::words {

namespace {

bool is_bare_yield(const Event& event) {
  return (event.kind == Kind::task_ready && event.cause() == Cause::yield) ||
         (event.kind == Kind::task_suspended && event.reason() == Reason::yield);
}

std::string_view mechanics_without_loop(const Event& event) {
  if (is_bare_yield(event)) {
    return "There is no loop: whoever called next() decides who is next.";
  }
  switch (event.kind) {
    case Kind::blocked:
      return "The one thread stands still.";
    case Kind::task_started:
      return "A plain call runs at once: the caller's line is not left before it returns.";
    case Kind::task_finished:
      return "It returns to the line that called it.";
    default:
      return "";
  }
}

/// What the task had been suspended by that resumes at `seq`; nothing if it begins there.
std::optional<Reason> reason_before(const Trace& trace, Seq seq) {
  const Seq suspended = suspension_before(trace, trace[seq].task, seq);
  return suspended < trace.size() ? std::optional(trace[suspended].reason()) : std::nullopt;
}

/// Who hears of a task's end, and how.
std::string heard_by(const Trace& trace, const State& state, TaskId ended) {
  const EventLog& log = trace.log();
  for (const TaskId task : state.tasks.going_on()) {
    const TaskStatus& status = state.task(task);
    if (status.state != TaskState::suspended) {
      continue;
    }
    if (status.reason == Reason::nested_run && status.on == ended) {
      return say(words::task(trace, task), " goes on as soon as this iteration is over.");
    }
    if (status.reason == Reason::task && status.on == ended) {
      return say(words::task(trace, task),
                 " awaits it: it goes to the back of the ready queue at once.");
    }
    const bool is_several = status.reason >= Reason::gather && status.reason <= Reason::shield;
    if (is_several && status.on != 0 && status.on <= log.wait_count()) {
      const auto& members = log.wait(status.on).members;
      if (std::find(members.begin(), members.end(), ended) != members.end()) {
        const std::string name = wait(trace, status.on);
        return say("A callback, which goes to the ready queue, tells ",
                   name == "group" ? "the group" : name, ", which ", words::task(trace, task),
                   " waits for.");
      }
    }
  }
  return log.task(ended).parent == kProgram && !log.task(ended).internal
             ? "The loop hears of it by a callback, which goes to the ready queue."
             : "Nobody awaits it just now, so nobody becomes ready by it.";
}

/// "Its timer is the 2nd of 3 to be due."
std::string place_of_timer(const State& state, TimerId timer) {
  const auto& timers = state.timers;
  const auto at = std::find_if(timers.begin(), timers.end(),
                               [&](const PendingTimer& each) { return each.timer == timer; });
  if (at == timers.end()) {
    return "Its timer is set.";
  }
  const auto place = static_cast<std::size_t>(at - timers.begin()) + 1;
  return timers.size() == 1 ? "It is in no queue until then; its timer is the only one set."
                            : say("It is in no queue until then; its timer is the ",
                                  place == 1 ? std::string("first") : ordinal(place), " of ",
                                  std::to_string(timers.size()), " to be due.");
}

std::string cancelling(const State& state, TaskId task) {
  if (task == kNoTask || task == kProgram || task > state.tasks.size()) {
    return {};
  }
  const TaskStatus& status = state.task(task);
  if (status.state == TaskState::ready && status.steps == 0) {
    return "It has not begun: it will be started only to be cancelled, and not a line of it runs.";
  }
  if (status.state == TaskState::suspended && status.reason == Reason::task) {
    return "What it awaits is cancelled first; CancelledError reaches it from there.";
  }
  return "It arrives as CancelledError where the task waits, on its next step.";
}

std::string of_suspension(const State& state, const Event& event) {
  switch (event.reason()) {
    case Reason::sleep:
      return place_of_timer(state, event.a);
    case Reason::nested_run:
      return "Its own step has not ended: it goes round the loop from inside it.";
    default:
      return "It is not in the ready queue: what it waits for has to put it back there.";
  }
}

std::string of_resumption(const Trace& trace, Seq seq) {
  if (reason_before(trace, seq) == Reason::nested_run) {
    return "Its step goes on where it was: it had never left the thread to the outer loop.";
  }
  return say("Iteration ", std::to_string(trace[seq].iteration),
             " took it from the front of the ready queue; it has the thread until it suspends or "
             "ends.");
}

std::string terms_of_suspension(const Event& event) {
  switch (event.reason()) {
    case Reason::sleep:
      return "sleep() made a future, and call_later() put its timer into _scheduled; "
             "Task.__wakeup is the future's callback.";
    case Reason::nested_run:
      return "asyncio forbids it; the patch calls _run_once() again from inside Task.__step.";
    default:
      return "Task.__wakeup is now a callback of the future it awaits (add_done_callback).";
  }
}

/// A bare yield leaves `__step` itself in `_ready`; a future's callback is `__wakeup`.
std::string terms_of_step(const Trace& trace, Seq seq) {
  const Event event = trace[seq];
  const auto reason = event.kind == Kind::task_resumed ? reason_before(trace, seq) : std::nullopt;
  if (reason == Reason::nested_run) {
    return "The inner run_until_complete() returns; it is still the same coro.send().";
  }
  const bool by_wakeup = reason && *reason != Reason::yield;
  return say("_run_once() took its handle from the left of _ready; ",
             by_wakeup ? "__wakeup calls __step, and that " : "__step calls ",
             event.a == kNoText ? "coro.send(None)." : "coro.throw().");
}

std::string of_ready(const Trace& trace, Seq seq) {
  if (reason_before(trace, seq) == Reason::nested_run) {
    return "The inner loop is over: it goes on without a place in the queue.";
  }
  return "It is queued now and runs in the next iteration.";
}

}  // namespace

std::string mechanics(const Trace& trace, const State& state) {
  const Event event = trace[state.seq];
  if (!has_loop(trace)) {
    return std::string(mechanics_without_loop(event));
  }
  if (is_bare_yield(event)) {
    return "It waits for nothing, so it is ready at once; its turn is in the next iteration, and "
           "whatever it has read may have changed by then.";
  }
  switch (event.kind) {
    case Kind::loop_started:
      return "From now on it goes round: idle until a timer if nothing is ready, queue the timers "
             "that are due, run what is ready.";
    case Kind::task_created:
      return "Its first step goes to the back of the ready queue, and its creator goes on.";
    case Kind::task_ready:
      return of_ready(trace, state.seq);
    case Kind::task_started:
    case Kind::task_resumed:
      return of_resumption(trace, state.seq);
    case Kind::task_suspended:
      return of_suspension(state, event);
    case Kind::task_finished:
    case Kind::task_failed:
    case Kind::task_cancelled:
      return heard_by(trace, state, event.task);
    case Kind::clock_advanced:
      return "With an empty ready queue the loop idles until the earliest timer or job is due.";
    case Kind::timer_set:
      return "It goes to the heap of timers, which the loop looks at once in each iteration.";
    case Kind::timer_fired:
      return "A timer interrupts nobody: its callback waits in the ready queue like every other.";
    case Kind::timer_cancelled:
      return "A cancelled timer never moves the clock.";
    case Kind::callback_ran:
      return "A callback is a handle in the ready queue, like a task's step, but no task's.";
    case Kind::callback_skipped:
      return "It stood in the ready queue, and its iteration counts all the same.";
    case Kind::iteration_started:
      return "Only what is ready now runs in it; what that makes ready waits for the next one.";
    case Kind::blocked:
      return "The loop stands still: no timer is looked at and no callback runs. An async def does "
             "not help: only an await gives the thread away.";
    case Kind::worked:
      return "The loop has no turn until it suspends or ends.";
    case Kind::cancel_requested:
      return cancelling(state, event.task);
    case Kind::wait_on:
      return "A callback is set on each; the last of them will put it back on the ready queue.";
    case Kind::job_submitted:
    case Kind::job_started:
      return "A worker does it beside the thread; the loop only waits for its answer.";
    case Kind::job_waiting:
      return "Threads of one interpreter compute one at a time.";
    case Kind::job_finished:
      return "The worker only queues a callback: who waits for it resumes an iteration later.";
    case Kind::coroutine_entered:
      return "Awaiting a coroutine is no switch: the loop hears of it only if something in it "
             "suspends.";
    case Kind::warning:
      return "The loop has never had it in its ready queue, or has it no longer.";
    case Kind::program_finished:
      return "The ready queue is empty, and the loop is closed.";
    case Kind::program_stopped:
      return "A loop that runs for ever idles whenever nothing is ready.";
    case Kind::program_failed:
      return "Nothing is ready, no timer is set and no job runs: the loop would idle for ever.";
    default:
      return {};
  }
}

std::string terms(const Trace& trace, const State& state) {
  const Event event = trace[state.seq];
  if (!has_loop(trace)) {
    return std::string(mechanics_without_loop(event));
  }
  if (is_bare_yield(event)) {
    return "sleep(0) is a bare yield: Task.__step gets None and appends itself to _ready by "
           "call_soon().";
  }
  switch (event.kind) {
    case Kind::loop_started:
      return "run_forever() calls _run_once() again and again, until _stopping is set.";
    case Kind::task_created:
      return "Task.__init__ appends __step to _ready by call_soon().";
    case Kind::task_ready:
      return "The awaited future is done: its callback, Task.__wakeup, is in _ready by "
             "call_soon().";
    case Kind::task_started:
    case Kind::task_resumed:
      return terms_of_step(trace, state.seq);
    case Kind::task_suspended:
      return terms_of_suspension(event);
    case Kind::task_finished:
    case Kind::task_failed:
    case Kind::task_cancelled:
      return "The task is a future and is done now: its callbacks go to _ready by call_soon().";
    case Kind::clock_advanced:
      return "_ready was empty: select() had the time until the first of _scheduled as its "
             "timeout.";
    case Kind::timer_set:
      return "call_at() pushes a TimerHandle onto the heap _scheduled.";
    case Kind::timer_fired:
      return "_run_once() moved its handle from _scheduled to _ready.";
    case Kind::timer_cancelled:
      return "TimerHandle.cancel() only marks it; _run_once() drops it from _scheduled.";
    case Kind::iteration_started:
      return "_run_once() runs as many handles as _ready holds now.";
    case Kind::blocked:
      return "_run_once() does not come to select() or _scheduled until the step returns.";
    case Kind::worked:
      return "_run_once() goes on when coro.send() returns.";
    case Kind::cancel_requested:
      return "Task.cancel() cancels the future that it awaits, or sets _must_cancel.";
    case Kind::wait_on:
      return "add_done_callback() on each; the future that the task awaits is set by the last.";
    case Kind::job_submitted:
    case Kind::job_started:
      return "run_in_executor() wraps the worker's future; the task awaits the wrapping one.";
    case Kind::job_waiting:
      return "It is the GIL, the one lock of the interpreter.";
    case Kind::job_finished:
      return "The worker uses call_soon_threadsafe(), which wakes select().";
    case Kind::coroutine_entered:
      return "await delegates to the coroutine's own send(): no Task, no future callbacks.";
    case Kind::callback_ran:
      return event.callback() == CallbackKind::timer
                 ? "It sets the result of the sleep's future, whose callbacks go to _ready."
                 : "Handle._run() calls it; what it resolves has its callbacks put into _ready.";
    case Kind::callback_skipped:
      return "Its Handle was cancelled: _run_once() takes it from _ready and passes it over.";
    case Kind::warning:
      return "It is Python's own: __del__ of the coroutine, the task or the future says it.";
    case Kind::program_finished:
      return "_run_until_complete_cb had called stop(); close() leaves _ready and _scheduled "
             "empty.";
    case Kind::program_stopped:
      return "run_forever() would go on with _run_once() until stop() is called.";
    case Kind::program_failed:
      return "select() would have no timeout: _ready and _scheduled are empty.";
    default:
      return {};
  }
}

}  // namespace interleave::words
