// The second sentence of the deeper narrations: how the loop does it, and what asyncio calls it.

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
  return event.kind == Kind::blocked ? "The one thread stands still." : "";
}

}  // namespace

std::string mechanics(const Trace& trace, Seq seq) {
  const Event& event = trace[seq];
  if (!has_loop(trace)) {
    return std::string(mechanics_without_loop(event));
  }
  if (is_bare_yield(event)) {
    return "It waits for nothing, so it is ready at once; its turn is in the next iteration.";
  }
  switch (event.kind) {
    case Kind::task_created:
      return "Its first step goes to the back of the ready queue, and its creator goes on.";
    case Kind::task_ready:
      return "It is queued now and runs in the next iteration.";
    case Kind::task_started:
    case Kind::task_resumed:
      return "It came from the front of the ready queue and has the thread until it suspends or "
             "ends.";
    case Kind::task_suspended:
      return event.reason() == Reason::sleep
                 ? "Its timer is set, and the thread is free for whoever is first in the ready "
                   "queue."
                 : "It is not in the ready queue: what it waits for has to put it back there.";
    case Kind::task_finished:
    case Kind::task_failed:
    case Kind::task_cancelled:
      return "Who awaits it goes to the ready queue; a gather or a group hears of it by a "
             "callback.";
    case Kind::clock_advanced:
      return "With an empty ready queue the loop idles until the earliest timer or job is due.";
    case Kind::timer_fired:
      return "A timer interrupts nobody: its callback waits in the ready queue like every other.";
    case Kind::iteration_started:
      return "Only what is ready now runs in it; what that makes ready waits for the next one.";
    case Kind::blocked:
      return "The loop stands still: no timer is looked at and no callback runs.";
    case Kind::worked:
      return "The loop has no turn until it suspends or ends.";
    case Kind::cancel_requested:
      return "It arrives as CancelledError where the task waits, on its next step.";
    case Kind::job_finished:
      return "The worker only queues a callback: the task resumes one iteration later.";
    case Kind::coroutine_entered:
      return "Awaiting a coroutine is no switch: the loop hears of it only if something in it "
             "suspends.";
    default:
      return {};
  }
}

std::string terms(const Trace& trace, Seq seq) {
  const Event& event = trace[seq];
  if (!has_loop(trace)) {
    return std::string(mechanics_without_loop(event));
  }
  if (is_bare_yield(event)) {
    return "sleep(0) is a bare yield: Task.__step gets None and appends itself to _ready by "
           "call_soon().";
  }
  switch (event.kind) {
    case Kind::task_created:
      return "Task.__init__ appends __step to _ready by call_soon().";
    case Kind::task_ready:
      return "The awaited future is done: its callback, Task.__wakeup, is in _ready by "
             "call_soon().";
    case Kind::task_started:
    case Kind::task_resumed:
      return event.a == kNoText ? "_run_once() took its handle from the left of _ready; __step "
                                  "calls coro.send(None)."
                                : "_run_once() took its handle from the left of _ready; __step "
                                  "calls coro.throw().";
    case Kind::task_suspended:
      return event.reason() == Reason::sleep
                 ? "sleep() made a future and call_later() its timer; Task.__wakeup is the "
                   "future's "
                   "callback."
                 : "Task.__wakeup is now a callback of the future it awaits.";
    case Kind::task_finished:
    case Kind::task_failed:
    case Kind::task_cancelled:
      return "The task is a future and is done now: its callbacks go to _ready by call_soon().";
    case Kind::clock_advanced:
      return "_ready was empty: select() waited for the first of _scheduled.";
    case Kind::timer_fired:
      return "_run_once() moved its handle from _scheduled to _ready.";
    case Kind::iteration_started:
      return "_run_once() runs as many handles as _ready holds now.";
    case Kind::blocked:
      return "_run_once() does not come to select() or _scheduled until the step returns.";
    case Kind::worked:
      return "_run_once() goes on when coro.send() returns.";
    case Kind::cancel_requested:
      return "Task.cancel() cancels the future that it awaits, or sets _must_cancel.";
    case Kind::job_finished:
      return "The worker uses call_soon_threadsafe(), which wakes select().";
    case Kind::coroutine_entered:
      return "await delegates to the coroutine's own send(): no Task, no future callbacks.";
    case Kind::callback_ran:
      return event.callback() == CallbackKind::timer
                 ? "It sets the result of the sleep's future, whose callbacks go to _ready."
                 : "";
    default:
      return {};
  }
}

}  // namespace interleave::words
