// Sentences on a task's life: created, ready, on the thread, suspended, ended.

#include "app/trace/describe_task.h"

#include <algorithm>

#include "app/trace/awaits.h"
#include "app/trace/event_words.h"
#include "app/trace/stops.h"
#include "app/trace/words.h"

namespace interleave::words {

namespace {

std::string created(const Trace& trace, const Event& event) {
  if (event.task == kNoTask || event.task > trace.log().task_count()) {
    return "A task is created.";
  }
  const TaskInfo& info = trace.log().task(event.task);
  const std::string task = words::task(trace, event.task);
  if (info.internal) {
    return say("The loop creates ", task, " to close down.");
  }
  const std::string parent = words::subject(trace, info.parent);
  if (!has_loop(trace)) {
    return words::is_call(trace, event.task)
               ? say(parent, " calls ", task, ".")
               : say(parent, " makes the generator ", task, ": not a line of it has run yet.");
  }
  return say(parent, info.parent == kProgram ? " hands " : " creates the task ", task,
             info.parent == kProgram ? " to the event loop" : "",
             ": it is ready, but not a line of it has run yet.");
}

std::string ready(const Trace& trace, Seq seq, const Event& event) {
  const std::string task = words::subject(trace, event.task);
  if (event.cause() == Cause::yield) {
    return say(task, " yields", words::after_output(trace, event.task, seq),
               has_loop(trace) ? " and goes to the back of the ready queue."
                               : ": whoever asked it goes on.");
  }
  return say(task,
             has_loop(trace) ? " is ready again: " : " can go on: ", words::cause_at(trace, seq),
             ".");
}

std::string started(const Trace& trace, const Event& event) {
  const std::string task = words::subject(trace, event.task);
  if (event.a != kNoText) {
    return say(task, " gets ", trace.text(event.a), " before it has begun: not a line of it runs.");
  }
  const TaskId parent = trace.log().task(event.task).parent;
  // create_task() only queues: that is seen here, when the creator has given the thread up.
  return has_loop(trace) && parent != kProgram && !trace.log().task(event.task).internal
             ? say(task, " starts: since ", words::subject(trace, parent),
                   " created it, it has only stood in the ready queue.")
             : say(task, " starts.");
}

/// Who had the thread at a time before `seq`: whose step was under way, and took time.
std::string who_had_thread(const Trace& trace, std::int64_t at_ns, Seq seq) {
  const auto spent = trace.thread_events();
  for (auto at = spent.from(seq); at != spent.begin();) {
    const Event event = trace[*--at];
    if (event.t_ns <= at_ns) {
      const bool is_at =
          event.t_ns + event.duration() > at_ns && event.task != kNoTask && event.task != kProgram;
      return is_at ? say(" by ", words::task(trace, event.task)) : std::string();
    }
  }
  return {};
}

/// "due 2.0 s, resumed at 2.1 s: the thread was taken"; empty if it is in time.
std::string lateness(const Trace& trace, Seq readiness, const Event& event, Seq seq) {
  const Seq suspension = words::suspension_before(trace, event.task, readiness);
  if (trace[readiness].cause() != Cause::timer || suspension >= trace.size() ||
      trace[suspension].reason() != Reason::sleep) {
    return {};
  }
  const TimerId timer = trace[suspension].a;
  if (timer == 0 || timer > trace.log().timer_count() ||
      trace.log().timer(timer).due_ns >= event.t_ns) {
    return {};
  }
  const std::int64_t due_ns = trace.log().timer(timer).due_ns;
  return say("due ", total_text(due_ns), ", resumed at ", total_text(event.t_ns),
             ": the thread was taken", who_had_thread(trace, due_ns, seq));
}

/// Whether it is ready because of a task that did not end well: then that one's exception reaches
/// it.
bool hands_on(const Trace& trace, const Event& ready) {
  const bool of_task = ready.cause() == Cause::task || ready.cause() == Cause::shield ||
                       ready.cause() == Cause::wait || ready.cause() == Cause::as_completed ||
                       ready.cause() == Cause::gather || ready.cause() == Cause::group;
  const Seq end = of_task && ready.a != kProgram ? trace.ended_at(ready.a) : trace.size();
  return end < trace.size() && trace[end].kind != Kind::task_finished;
}

std::string thrown_by(const Trace& trace, Seq readiness) {
  if (readiness == trace.size()) {
    return {};
  }
  const Event ready = trace[readiness];
  if (hands_on(trace, ready)) {
    return say(": ", words::cause_at(trace, readiness));
  }
  return ready.cause() == Cause::timeout  ? ": its time limit is over"
         : ready.cause() != Cause::cancel ? std::string()
         : ready.a == kProgram            ? ": run() cancels what is left"
         : ready.a == ready.task          ? std::string()
                                 : say(": ", words::task(trace, ready.a), " has cancelled it");
}

std::string resumed(const Trace& trace, Seq seq, const Event& event) {
  const std::string task = words::subject(trace, event.task);
  const Seq readiness = words::readiness_before(trace, event.task, seq);
  if (event.a != kNoText) {
    const std::string_view thrown = trace.text(event.a);
    const bool has_message = thrown.find(':') != std::string_view::npos;
    return say(task, " resumes, and its await raises ", has_message ? "“" : "", thrown,
               has_message ? "”" : "", thrown_by(trace, readiness), ".");
  }
  if (readiness == trace.size()) {
    return say(task, " resumes.");
  }
  const std::string late = lateness(trace, readiness, event, seq);
  return say(task, " resumes: ", late.empty() ? words::cause_at(trace, readiness) : late, ".");
}

std::string suspended(const Trace& trace, Seq seq, const Event& event) {
  const std::string task = words::subject(trace, event.task);
  const std::string does = event.reason() == Reason::yield
                               ? say("yields", words::after_output(trace, event.task, seq))
                               : words::suspension(trace, seq);
  if (!has_loop(trace)) {
    return say(task, " ", does, ".");
  }
  const Awaits awaits = awaits_at(trace, event.task, seq);
  if (awaits.entered != kNoText) {
    return say(task, " awaits ", trace.text(awaits.entered), ", no new task: ", task,
               " itself goes on inside, and ", does, ".");
  }
  return awaits.open.empty()
             ? say(task, " ", does, ".")
             : say(task, " ", does, ", inside ", trace.text(awaits.open.back()), ".");
}

/// What it awaited within its last step, and kept the thread all the same.
std::string awaits_without_a_switch(const Trace& trace, TaskId task, Seq seq) {
  const Awaits awaits = awaits_at(trace, task, seq);
  // What `async with` calls is nobody's await.
  if (awaits.never_suspended == 0 || trace.text(awaits.last).starts_with("__")) {
    return {};
  }
  const std::string what(trace.text(awaits.last));
  return awaits.never_suspended == 1
             ? say("; it awaited ", what,
                   ", which never suspended and so never gave the thread away")
             : say("; ", std::to_string(awaits.never_suspended), " times it awaited ", what,
                   ", which never suspended and so never gave the thread away");
}

std::string ended(const Trace& trace, Seq seq, const Event& event) {
  const std::string task = words::subject(trace, event.task);
  if (event.kind == Kind::task_cancelled) {
    return say(task, " is cancelled: CancelledError has left it.");
  }
  if (event.kind == Kind::task_failed) {
    return say(task, " fails: ", trace.text(event.a), ".");
  }
  const std::string awaited =
      has_loop(trace) ? awaits_without_a_switch(trace, event.task, seq) : std::string();
  if (event.a != kNoText) {
    return say(task, " ends and returns ", trace.text(event.a), awaited, ".");
  }
  return say(task, " ends", words::after_output(trace, event.task, seq), awaited, ".");
}

}  // namespace

std::string of_task(const Trace& trace, Seq seq) {
  const Event event = trace[seq];
  switch (event.kind) {
    case Kind::task_created:
      return created(trace, event);
    case Kind::task_ready:
      return ready(trace, seq, event);
    case Kind::task_started:
      return started(trace, event);
    case Kind::task_resumed:
      return resumed(trace, seq, event);
    case Kind::task_suspended:
      return suspended(trace, seq, event);
    default:
      return ended(trace, seq, event);
  }
}

}  // namespace interleave::words
