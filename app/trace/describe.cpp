// One sentence on every kind of event: what happened, in words for a class.

#include <algorithm>

#include "app/trace/describe_task.h"
#include "app/trace/event_words.h"
#include "app/trace/narration.h"
#include "app/trace/stops.h"
#include "app/trace/words.h"
#include "runtime/event_names.h"

namespace interleave {

namespace {

using words::say;

/// Who did it; what is nobody's is the program's.
std::string who(const Trace& trace, const Event& event) {
  return words::subject(trace, event.task == kNoTask ? kProgram : event.task);
}

std::string timer(const Trace& trace, const Event& event) {
  if (event.a == 0 || event.a > trace.log().timer_count()) {
    return "A timer changes.";
  }
  const TimerInfo& info = trace.log().timer(event.a);
  const std::string task = words::task(trace, info.on);
  if (event.kind == Kind::timer_cancelled) {
    return say(words::subject(trace, info.on), "'s timer for ", total_text(info.due_ns),
               " is cancelled.");
  }
  if (event.kind == Kind::timer_fired) {
    const std::string late =
        event.t_ns > info.due_ns
            ? say(", ", seconds_text(event.t_ns - info.due_ns), " late: the thread was taken")
            : std::string(": its callback goes to the ready queue");
    return say(words::subject(trace, info.on), "'s timer is due", late, ".");
  }
  const std::string due = total_text(info.due_ns);
  switch (info.purpose) {
    case TimerPurpose::sleep:
      return say("A timer is set: ", task, "'s sleep ends at ", due, ".");
    case TimerPurpose::timeout:
    case TimerPurpose::wait_for:
    case TimerPurpose::wait:
      return say("A timer is set: ", task, "'s time limit is over at ", due, ".");
    case TimerPurpose::call:
      break;
  }
  return say("A timer is set for ", due, ".");
}

std::string callback(const Trace& trace, const Event& event) {
  if (event.kind == Kind::callback_skipped) {
    return say(words::capital(words::callback(trace, event.callback(), event.a)),
               " is skipped: it had been cancelled.");
  }
  switch (event.callback()) {
    case CallbackKind::timer:
    case CallbackKind::job:
    case CallbackKind::call:
      return say(words::capital(words::callback(trace, event.callback(), event.a)), " runs.");
    case CallbackKind::run:
      return event.a == 0
                 ? std::string("The loop hears that all that was left has ended, and stops.")
                 : say("The loop hears that ", words::task(trace, event.a),
                       " has ended, and stops.");
    case CallbackKind::group:
      return say("The group hears that ", words::task(trace, event.a), " has ended.");
    case CallbackKind::gather:
    case CallbackKind::wait:
    case CallbackKind::as_completed:
    case CallbackKind::wait_for:
    case CallbackKind::shield:
      break;
  }
  return event.a == 0 ? say(words::capital(std::string(name_of(event.callback()))),
                            " hears that a future it listens to is done.")
                      : say(words::capital(std::string(name_of(event.callback()))), " hears that ",
                            words::task(trace, event.a), " has ended.");
}

std::string wait_on(const Trace& trace, Seq seq, const Event& event) {
  const EventLog& log = trace.log();
  if (event.a == 0 || event.a > log.wait_count()) {
    return say(words::subject(trace, event.task), " waits for several tasks.");
  }
  std::vector<std::string> members;
  for (const TaskId member : log.wait(event.a).members) {
    members.push_back(words::task(trace, member));
  }
  if (members.empty()) {
    members.push_back(words::awaited(trace, event.a, event.task, seq));
  }
  if (members.front().empty()) {
    members.front() = log.wait(event.a).type == WaitType::group
                          ? std::string("the last of its group")
                          : words::wait(trace, event.a);
  }
  return say(words::subject(trace, event.task), " will wait for ", words::list(members), ".");
}

std::string cancel(const Trace& trace, const Event& event) {
  const std::string task = words::task(trace, event.task);
  if (event.kind == Kind::cancel_uncounted) {
    return say("One request to cancel ", task, " is taken back.");
  }
  const std::string by = event.a != kProgram ? words::task(trace, event.a)
                         : has_loop(trace)   ? std::string("The loop")
                                             : std::string("The program");
  return say(by, " asks for ", task, " to be cancelled: it is not delivered yet.");
}

/// Of barriers and conditions; empty for the rest.
std::string met_at(const std::string& task, const std::string& resource, std::string_view action,
                   const std::string& level) {
  if (action == "arrived") {
    return say(task, " comes to ", resource, ": ", level, " there.");
  }
  if (action == "left") {
    return say(task, " leaves ", resource, " before all have come: ", level, " there.");
  }
  if (action == "tripped") {
    return say("All have come to ", resource, ": it opens.");
  }
  return action == "notified" ? say(task, " notifies who waits for ", resource, ".")
                              : std::string();
}

bool has_slots(const EventLog& log, ResourceId resource) {
  if (resource == 0 || resource > log.resource_count()) {
    return false;
  }
  const ResourceType type = log.resource(resource).type;
  return type == ResourceType::semaphore || type == ResourceType::server;
}

std::string changed(const Trace& trace, const Event& event) {
  const EventLog& log = trace.log();
  if (event.a == 0 || event.a > log.change_count()) {
    return "A resource changes.";
  }
  const ChangeInfo& change = log.change(event.a);
  const std::string resource = has_slots(log, change.resource)
                                   ? words::resource(trace, change.resource)
                                   : words::thing(trace, change.resource);
  const std::string task = who(trace, event);
  const std::string_view action = log.text(change.action);
  const std::string item(change.item == kNoText ? "an item" : log.text(change.item));
  const std::string level = std::to_string(change.level);
  if (action == "put") {
    return say(task, " puts ", item, " into ", resource, ": ", level, " in it.");
  }
  if (action == "got") {
    return say(task, " takes ", item, " out of ", resource, ": ", level, " left in it.");
  }
  if (const std::string met = met_at(task, resource, action, level); !met.empty()) {
    return met;
  }
  if (action == "acquired") {
    return has_slots(log, change.resource)
               ? say(task, " takes ", words::slot(trace, change.resource), ": ", level, " left.")
               : say(task, " takes ", resource, ".");
  }
  if (action == "released") {
    return has_slots(log, change.resource)
               ? say(task, " gives ", words::slot(trace, change.resource), " back: ", level,
                     " free.")
               : say(task, " releases ", resource, ".");
  }
  if (action == "set" || action == "cleared") {
    return say(task, action == "set" ? " sets " : " clears ", resource, ".");
  }
  if (action == "refused") {
    return say(words::capital(resource), " refuses ", words::task(trace, event.task), ".");
  }
  return say(words::capital(resource), " is ", action, event.task == kNoTask ? "" : " by ",
             event.task == kNoTask ? std::string() : words::task(trace, event.task), ".");
}

std::string created_resource(const Trace& trace, const Event& event) {
  const EventLog& log = trace.log();
  if (event.a == 0 || event.a > log.resource_count()) {
    return "A resource is made.";
  }
  const ResourceInfo& info = log.resource(event.a);
  const std::string_view type = name_of(info.type);
  const std::string_view given = log.text(info.name);
  return say(who(trace, event), " makes the ", type, given == type ? "" : " ",
             given == type ? std::string_view() : given,
             info.has_capacity ? say(" for ", std::to_string(info.capacity)) : std::string(), ".");
}

std::string job(const Trace& trace, const Event& event) {
  const std::string job = words::job(event.a);
  if (event.a == 0 || event.a > trace.log().job_count()) {
    return "A job changes.";
  }
  const JobInfo& info = trace.log().job(event.a);
  const std::string pool = words::resource(trace, info.pool);
  switch (event.kind) {
    case Kind::job_submitted:
      return say(who(trace, event), " hands ", job, " to ", pool, ": it ",
                 info.computes ? "computes" : "waits", " for ", seconds_text(info.duration_ns),
                 ".");
    case Kind::job_started:
      return say("Worker ", std::to_string(info.worker), " of ", pool, " starts ", job, ".");
    case Kind::job_waiting:
      return say(words::capital(job), " waits for the interpreter lock.");
    default:
      return say(words::capital(job), info.error != kNoText ? " has failed: " : " is done: ",
                 "its callback goes to the ready queue.");
  }
}

std::string entered(const Trace& trace, const Event& event) {
  const std::string task = words::subject(trace, event.task);
  if (event.kind == Kind::coroutine_entered) {
    return say(task, " awaits ", trace.text(event.a), ", no new task: ", task,
               " itself goes on inside.");
  }
  if (event.b != kNoText) {
    return say(task, " is thrown out of ", trace.text(event.a), ": ", trace.text(event.b), ".");
  }
  return say(task, " is back from ", trace.text(event.a), ".");
}

std::string spent(const Trace& trace, const Event& event) {
  const std::string length = seconds_text(event.duration());
  return event.kind == Kind::worked
             ? say(who(trace, event), " computes for ", length, " and keeps the thread.")
             : say(who(trace, event), " waits for ", length,
                   has_loop(trace) ? " without an await" : "",
                   " and keeps the thread: nothing else can run.");
}

/// Where turns were taken and nobody ever waited, they cannot have saved time.
std::string never_waited(const Trace& trace) {
  const bool worked = trace.end_ns() > 0;
  const auto ready = std::count_if(trace.tasks().begin(), trace.tasks().end(),
                                   [&](TaskId task) { return !trace.events_of(task).empty(); });
  return has_loop(trace) && worked && ready > 2 && trace.advances().empty() &&
                 trace.job_events().empty()
             ? ": all of it was work, and taking turns makes no work shorter"
             : "";
}

std::string warning(const Trace& trace, const Event& event) {
  const std::string text(trace.text(event.a));
  return text.find("was never awaited") != std::string::npos
             ? say("A coroutine was called and never awaited: not a line of it has run. Python "
                   "warns: “",
                   text, "”.")
             : say("Python warns: “", text, "”.");
}

std::string of_loop(const Trace& trace, const Event& event) {
  switch (event.kind) {
    case Kind::program_started:
      return "The program starts.";
    case Kind::program_finished:
      return say("The program ends at ", total_text(event.t_ns), never_waited(trace), ".");
    case Kind::program_stopped:
      return say("The program was watched to ", seconds_text(event.t_ns),
                 "; it would go on without an end.");
    case Kind::program_failed:
      return say("The program fails: ", trace.text(event.a), ".");
    case Kind::loop_started:
      return "The event loop starts.";
    case Kind::loop_stopped:
      return "The event loop stops.";
    case Kind::iteration_started:
      return say("Iteration ", std::to_string(event.iteration),
                 " begins: ", words::count_of(event.a, "handle"), event.a == 1 ? " is" : " are",
                 " ready.");
    default:  // clock_advanced
      return say("Nothing was ready: the loop waited ", seconds_text(event.t_ns - event.duration()),
                 ", until ", total_text(event.t_ns), ".");
  }
}

}  // namespace

std::string describe(const Trace& trace, Seq seq) {
  const Event& event = trace[seq];
  switch (event.kind) {
    case Kind::task_created:
    case Kind::task_ready:
    case Kind::task_started:
    case Kind::task_resumed:
    case Kind::task_suspended:
    case Kind::task_finished:
    case Kind::task_failed:
    case Kind::task_cancelled:
      return words::of_task(trace, seq);
    case Kind::timer_set:
    case Kind::timer_fired:
    case Kind::timer_cancelled:
      return timer(trace, event);
    case Kind::callback_ran:
    case Kind::callback_skipped:
      return callback(trace, event);
    case Kind::wait_on:
      return wait_on(trace, seq, event);
    case Kind::cancel_requested:
    case Kind::cancel_uncounted:
      return cancel(trace, event);
    case Kind::coroutine_entered:
    case Kind::coroutine_left:
      return entered(trace, event);
    case Kind::worked:
    case Kind::blocked:
      return spent(trace, event);
    case Kind::output:
      return say(who(trace, event), " prints “", trace.text(event.a), "”.");
    case Kind::resource_created:
      return created_resource(trace, event);
    case Kind::resource_changed:
      return changed(trace, event);
    case Kind::job_submitted:
    case Kind::job_started:
    case Kind::job_waiting:
    case Kind::job_finished:
      return job(trace, event);
    case Kind::warning:
      return warning(trace, event);
    default:
      return of_loop(trace, event);
  }
}

}  // namespace interleave
