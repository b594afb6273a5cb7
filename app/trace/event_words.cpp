#include "app/trace/event_words.h"

#include <algorithm>
#include <charconv>

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
  auto at = events.after(seq);
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
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// "page 3" of a line that counts; empty for others. Not "5 sec": that would tell a time that need
/// not be true.
std::string place_in_series(std::string_view line) {
  const auto gist = gist_of(line);
  const bool counts = gist.size() > 1 && is_digit(gist.back()[0]) && is_letter(gist.front()[0]) &&
                      std::all_of(gist.back().begin(), gist.back().end(), is_digit);
  return counts ? gist.front() : std::string();
}

/// "page 2" of "page 3".
std::string one_before(const std::string& place) {
  const std::size_t space = place.rfind(' ');
  unsigned long number = 0;
  std::from_chars(place.data() + space + 1, place.data() + place.size(), number);
  return number == 0 ? std::string() : say(place.substr(0, space), " ", std::to_string(number - 1));
}

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

/// Without a loop: a generator that is asked again, a caller that goes on.
std::string without_loop(const Trace& trace, const Event& ready, Seq seq) {
  if (ready.cause() == Cause::yield) {
    return "it is asked for its next turn";
  }
  const Seq last = last_of(
      trace, ready.a, seq, [](const Event&) { return true; }, [](const Event&) { return true; });
  const bool yielded = last < trace.size() && trace[last].kind == Kind::task_suspended &&
                       trace[last].reason() == Reason::yield;
  return say(task(trace, ready.a), yielded ? " has yielded" : " has returned");
}

std::size_t ended_by(const Trace& trace, const WaitInfo& wait, Seq seq) {
  return static_cast<std::size_t>(
      std::count_if(wait.members.begin(), wait.members.end(),
                    [&](TaskId member) { return trace.ended_at(member) <= seq; }));
}

/// "; the results stand in the order given", where they came in another.
std::string order_words(const Trace& trace, WaitId id, Seq seq) {
  const EventLog& log = trace.log();
  if (id == 0 || id > log.wait_count() ||
      ended_by(trace, log.wait(id), seq) < log.wait(id).members.size()) {
    return {};
  }
  const auto& members = log.wait(id).members;
  const bool as_given = std::is_sorted(
      members.begin(), members.end(),
      [&](TaskId one, TaskId other) { return trace.ended_at(one) < trace.ended_at(other); });
  const bool any_result = std::any_of(members.begin(), members.end(), [&](TaskId member) {
    const Event end = trace[trace.ended_at(member)];
    return end.kind == Kind::task_finished && end.a != kNoText;
  });
  return as_given || !any_result ? "" : "; the results stand in the order given, not of finishing";
}

/// ", the 2nd of 3".
std::string nth_words(const Trace& trace, WaitId id, Seq seq) {
  const EventLog& log = trace.log();
  if (id == 0 || id > log.wait_count() || log.wait(id).members.empty()) {
    return {};
  }
  const WaitInfo& wait = log.wait(id);
  const std::size_t ended = ended_by(trace, wait, seq);
  return say(", the ", ended == 1 ? std::string("first") : ordinal(ended), " of ",
             std::to_string(wait.members.size()));
}

/// What a task does that waits for several: "waits until all 3 tasks of its gather have ended".
std::string gathered(const Trace& trace, const Event& event, Seq seq) {
  const std::string what = wait(trace, event.a);
  const std::string whom = awaited(trace, event.a, event.task, seq);
  const bool is_known = event.a != 0 && event.a <= trace.log().wait_count();
  if (!is_known || trace.log().wait(event.a).alone != WaitInfo::Alone::no) {
    const std::string one = whom.empty() ? what : whom;
    return event.reason() == Reason::wait_for ? say("waits for ", one, ", with a time limit")
           : event.reason() == Reason::shield ? say("waits for ", one, ", which it shields")
                                              : say("waits for ", one);
  }
  const std::size_t count = trace.log().wait(event.a).members.size();
  const bool of_group = event.reason() == Reason::group;
  if (count == 0) {
    return of_group ? std::string("waits until its group is over")
           : whom.empty()
               ? say("waits for ", what)
               : say("waits until its ", whom, whom.starts_with("1 ") ? " is" : " are", " done");
  }
  if (event.reason() == Reason::as_completed) {
    return say("waits until the next of ", whom, " has ended");
  }
  if (event.reason() == Reason::wait) {
    return say("waits for ", whom, " by wait()");
  }
  const std::string of = of_group ? "its group" : say("its ", what);
  return count == 1 ? say("waits until the one task of ", of, " has ended")
                    : say("waits until ", count == 2 ? "both" : say("all ", std::to_string(count)),
                          " tasks of ", of, " have ended");
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

bool waits_unnamed(const Trace& trace, Reason reason, std::uint32_t on) {
  return reason == Reason::future && on == 0 && !has_loop(trace);
}

TaskId waker_after(const Trace& trace, TaskId task, Seq suspended) {
  const auto events = trace.events_of(task);
  const auto next = events.after(suspended);
  if (next == events.end()) {
    return kNoTask;
  }
  const Event& ready = trace[*next];
  const bool is_told = ready.kind == Kind::task_ready && ready.cause() == Cause::task &&
                       ready.a != kProgram && ready.a != task;
  return is_told ? ready.a : kNoTask;
}

std::string after_output(const Trace& trace, TaskId task, Seq seq) {
  const Seq output = last_of(
      trace, task, seq, [](const Event& event) { return event.kind == Kind::output; },
      [](const Event& event) { return begins_step(event.kind); });
  if (output == trace.size()) {
    return {};
  }
  const std::string place = place_in_series(trace.text(trace[output].a));
  if (place.empty()) {
    return {};
  }
  // A task that ends after "job 1" has not counted; one that ends after "page 4" has.
  const std::string before = one_before(place);
  const bool counts =
      !is_end(trace[seq].kind) ||
      last_of(
          trace, task, output - 1,
          [&](const Event& event) {
            return event.kind == Kind::output && place_in_series(trace.text(event.a)) == before;
          },
          [](const Event&) { return false; }) < trace.size();
  return counts ? say(" after ", place) : std::string();
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

std::string cause_at(const Trace& trace, Seq seq) {
  const Event ready = trace[seq];
  const Seq suspended = suspension_before(trace, ready.task, seq);
  if (suspended == trace.size()) {
    return cause(trace, ready);
  }
  const Event before = trace[suspended];
  if (waits_unnamed(trace, before.reason(), before.a)) {
    const TaskId by = waker_after(trace, ready.task, suspended);
    return by == kNoTask ? "its next stretch begins" : say(task(trace, by), " has woken it");
  }
  if (!has_loop(trace)) {
    return without_loop(trace, ready, seq);
  }
  switch (ready.cause()) {
    case Cause::released:
      return before.reason() == Reason::semaphore
                 ? by_or(trace, ready, say(" has given ", slot(trace, before.a), " back"),
                         say(slot(trace, before.a), " is free again"))
                 : by_or(trace, ready, say(" has released ", thing(trace, before.a)),
                         say(thing(trace, before.a), " is free again"));
    case Cause::item:
      return by_or(trace, ready, say(" has put an item into ", thing(trace, before.a)),
                   say("an item is in ", thing(trace, before.a)));
    case Cause::slot:
      return by_or(trace, ready, say(" has made room in ", thing(trace, before.a)),
                   say("there is room again in ", thing(trace, before.a)));
    case Cause::set:
      return by_or(trace, ready, say(" has set ", thing(trace, before.a)),
                   say(thing(trace, before.a), " is set"));
    case Cause::future:
      return before.reason() == Reason::future
                 ? by_or(trace, ready, say(" has resolved ", thing(trace, before.a)),
                         say(thing(trace, before.a), " is resolved"))
                 : cause(trace, ready);
    case Cause::gather:
      return ready.a == kProgram ? std::string("all that it gathers is done")
                                 : say(cause(trace, ready), order_words(trace, before.a, seq));
    case Cause::as_completed:
      return say(cause(trace, ready), nth_words(trace, before.a, seq));
    default:
      return cause(trace, ready);
  }
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
      return is_call(trace, event.a)
                 ? say("calls ", task(trace, event.a), " and waits until it returns")
                 : say("asks ", task(trace, event.a), " for its next value");
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
      return say("waits for an item in ", thing(trace, event.a));
    case Reason::queue_put:
      return say("waits for a free place in ", thing(trace, event.a));
    case Reason::queue_join:
      return say("waits until every item of ", thing(trace, event.a), " has been dealt with");
    case Reason::semaphore:
      return say("waits for ", slot(trace, event.a));
    case Reason::job:
      return say("waits for ", job(event.a));
    case Reason::future:
    case Reason::lock:
    case Reason::event:
    case Reason::condition:
    case Reason::barrier:
      break;
  }
  if (waits_unnamed(trace, event.reason(), event.a)) {
    const TaskId by = waker_after(trace, event.task, seq);
    return by == kNoTask ? "waits, the trace does not say for what"
                         : say("waits for ", task(trace, by));
  }
  return event.a == 0 ? std::string("waits for a future")
                      : say("waits for ", thing(trace, event.a));
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
  return of == 0 ? std::string("the callback of a future")
                 : say("the callback on ", task(trace, of), "'s end");
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
