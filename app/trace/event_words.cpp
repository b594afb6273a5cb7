#include "app/trace/event_words.h"

#include <algorithm>

#include "app/trace/output_words.h"
#include "app/trace/stops.h"
#include "app/trace/words.h"

namespace interleave::words {

namespace {

/// The last event of a task at or before `seq` that `fits`, looking no further back than `until`
/// says; trace.size() if there is none.
template <class Fits, class Until>
Seq last_of(const Trace& trace, TaskId task, Seq seq, Fits fits, Until until) {
  const auto events = trace.events_of(task);
  auto at = std::upper_bound(events.begin(), events.end(), seq);
  while (at != events.begin()) {
    const Event& event = trace[*--at];
    if (fits(event)) {
      return *at;
    }
    if (until(event)) {
      break;
    }
  }
  return trace.size();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string by_or(const Trace& trace, const Event& ready, std::string_view verb,
                  std::string_view otherwise) {
  return ready.a == kProgram || ready.a == ready.task ? std::string(otherwise)
                                                      : say(task(trace, ready.a), verb);
}

/// "child has ended"; of the last of several: "its last task, child, has ended".
std::string end_of(const Trace& trace, TaskId id, bool of_several) {
  const Seq end = trace.ended_at(id);
  std::string_view verb = " has ended";
  if (end < trace.size() && trace[end].kind != Kind::task_finished) {
    verb = trace[end].kind == Kind::task_failed ? " has failed" : " was cancelled";
  } else if (of_several) {
    return say("the last that it waited for, ", task(trace, id), ", has ended");
  }
  return say(task(trace, id), verb);
}

std::size_t jobs_under_way(const Trace& trace, TaskId submitter, Seq seq) {
  std::size_t count = 0;
  for (const std::uint32_t each : trace.job_events()) {
    if (each > seq) {
      break;
    }
    if (trace[each].task == submitter) {
      count += trace[each].kind == Kind::job_submitted ? 1 : 0;
      count -= trace[each].kind == Kind::job_finished && count > 0 ? 1 : 0;
    }
  }
  return count;
}

std::string gathered(const Trace& trace, const Event& event, Seq seq) {
  const std::string what = wait(trace, event.a);
  const std::string whom = awaited(trace, event.a, event.task, seq);
  return whom.empty() || whom == what ? say("waits for ", what)
                                      : say("waits for ", what, ": ", whom);
}

}  // namespace

Seq suspension_before(const Trace& trace, TaskId task, Seq seq) {
  return last_of(
      trace, task, seq, [](const Event& event) { return event.kind == Kind::task_suspended; },
      [](const Event& event) { return event.kind == Kind::task_started; });
}

Seq readiness_before(const Trace& trace, TaskId task, Seq seq) {
  return last_of(
      trace, task, seq, [](const Event& event) { return event.kind == Kind::task_ready; },
      [](const Event& event) { return event.kind == Kind::task_suspended; });
}

std::string after_output(const Trace& trace, TaskId task, Seq seq) {
  const Seq output = last_of(
      trace, task, seq, [](const Event& event) { return event.kind == Kind::output; },
      [](const Event& event) { return begins_step(event.kind); });
  if (output == trace.size()) {
    return {};
  }
  const auto gist = gist_of(trace.text(trace[output].a));
  // "message 3", not "5 sec": that would tell a time that need not be true.
  const bool counts = gist.size() > 1 && is_digit(gist.back()[0]) && !is_digit(gist.front()[0]);
  return counts ? say(" after ", gist.front()) : std::string();
}

std::string cause(const Trace& trace, const Event& ready) {
  switch (ready.cause()) {
    case Cause::yield:
      return "its turn has come again";
    case Cause::timer:
      return "its sleep is over";
    case Cause::task:
      return has_loop(trace) ? end_of(trace, ready.a, false)
                             : say(task(trace, ready.a), " has returned");
    case Cause::as_completed:
    case Cause::shield:
    case Cause::wait:
      return ready.a == kProgram ? "what it waited for has come" : end_of(trace, ready.a, false);
    case Cause::gather:
    case Cause::group:
      return ready.a == kProgram ? "what it waited for has come" : end_of(trace, ready.a, true);
    case Cause::future:
      return by_or(trace, ready, " has resolved the future", "the future is resolved");
    case Cause::item:
      return by_or(trace, ready, " has put an item", "an item is there");
    case Cause::slot:
      return by_or(trace, ready, " has made room", "there is room again");
    case Cause::join:
      return "every item has been dealt with";
    case Cause::released:
      return by_or(trace, ready, " has released it", "it has been released");
    case Cause::set:
      return by_or(trace, ready, " has set the event", "the event is set");
    case Cause::notified:
      return by_or(trace, ready, " has notified it", "it has been notified");
    case Cause::tripped:
      return "all have come to the barrier";
    case Cause::cancel:
      return by_or(trace, ready, " has cancelled it", "it is cancelled");
    case Cause::job:
      return "its job is done";
    case Cause::timeout:
      return "its time limit is over";
  }
  return "it can go on";
}

std::string awaited(const Trace& trace, WaitId wait, TaskId waiter, Seq seq) {
  const EventLog& log = trace.log();
  if (wait == 0 || wait > log.wait_count()) {
    return {};
  }
  const WaitInfo& info = log.wait(wait);
  if (info.alone != WaitInfo::Alone::no) {
    return info.members.empty() ? words::wait(trace, wait) : task(trace, info.members.front());
  }
  if (!info.members.empty()) {
    return count_of(info.members.size(), "task");
  }
  const std::size_t jobs = jobs_under_way(trace, waiter, seq);
  return jobs > 0 ? count_of(jobs, "job") : std::string();
}

std::string suspension(const Trace& trace, Seq seq) {
  const Event& event = trace[seq];
  const EventLog& log = trace.log();
  switch (event.reason()) {
    case Reason::yield:
      return "yields";
    case Reason::sleep:
      return event.a == 0 || event.a > log.timer_count()
                 ? "sleeps"
                 : say("sleeps until ", total_text(log.timer(event.a).due_ns));
    case Reason::task:
      return say("waits for ", task(trace, event.a));
    case Reason::call:
      return say("calls ", task(trace, event.a), " and waits until it returns");
    case Reason::nested_run:
      return say("runs ", task(trace, event.a), " in a loop inside the loop");
    case Reason::gather:
    case Reason::group:
    case Reason::wait:
    case Reason::wait_for:
    case Reason::as_completed:
    case Reason::shield:
      return gathered(trace, event, seq);
    case Reason::queue_get:
      return say("waits for an item in ", resource(trace, event.a));
    case Reason::queue_put:
      return say("waits for a free place in ", resource(trace, event.a));
    case Reason::queue_join:
      return say("waits until ", resource(trace, event.a), " is done");
    case Reason::semaphore:
      return say("waits for a slot of ", resource(trace, event.a));
    case Reason::job:
      return say("waits for ", job(event.a));
    case Reason::future:
    case Reason::lock:
    case Reason::event:
    case Reason::condition:
    case Reason::barrier:
      break;
  }
  return say("waits for ", resource(trace, event.a));
}

std::string callback(const Trace& trace, CallbackKind kind, std::uint32_t of) {
  const EventLog& log = trace.log();
  switch (kind) {
    case CallbackKind::timer:
      return of == 0 || of > log.timer_count()
                 ? "a timer's callback"
                 : say("the callback of ", task(trace, log.timer(of).on), "'s timer");
    case CallbackKind::job:
      return say("the callback of ", job(of));
    case CallbackKind::run:
      return "the callback that stops the loop";
    case CallbackKind::call:
      return "a callback";
    case CallbackKind::gather:
      return "gather's callback";
    case CallbackKind::group:
      return "the group's callback";
    case CallbackKind::wait:
    case CallbackKind::as_completed:
    case CallbackKind::wait_for:
    case CallbackKind::shield:
      break;
  }
  return say("the callback on ", task(trace, of), "'s end");
}

bool is_call(const Trace& trace, TaskId task) {
  // A call begins at once, except that its caller is suspended first if it is a task.
  Seq seq = trace.created_at(task) + 1;
  if (seq < trace.size() && trace[seq].kind == Kind::task_suspended &&
      trace[seq].reason() == Reason::call) {
    ++seq;
  }
  if (seq >= trace.size() || trace[seq].kind != Kind::task_started || trace[seq].task != task) {
    return false;
  }
  // So may a generator, but only a generator yields.
  const auto events = trace.events_of(task);
  return std::none_of(events.begin(), events.end(), [&](std::uint32_t each) {
    return trace[each].kind == Kind::task_suspended && trace[each].reason() == Reason::yield;
  });
}

}  // namespace interleave::words
