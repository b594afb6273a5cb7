// What comes next, and why. Who it is, is settled by the state alone (what_comes_next); a run that
// is known further tells what that leaves open: when a step ends, what a callback leads to.

#include "app/trace/next_words.h"

#include <algorithm>

#include "app/trace/event_words.h"
#include "app/trace/stops.h"
#include "app/trace/words.h"

namespace interleave::words {

namespace {

/// Callbacks between now and the next step that are looked at to name the first.
constexpr Seq kLookAhead = 4096;

bool is_internal(const Trace& trace, TaskId task) {
  return task != kNoTask && task != kProgram && task <= trace.log().task_count() &&
         trace.log().task(task).internal;
}

/// Tasks of the program that stand in the ready queue.
std::vector<std::string> names_in_queue(const Trace& trace, const State& state) {
  std::vector<std::string> names;
  for (const ReadyEntry& entry : state.ready) {
    if (entry.task != kNoTask) {
      names.push_back(words::task(trace, entry.task));
    }
  }
  return names;
}

/// Where the step that is under way ends, or size().
Seq end_of_step(const Trace& trace, const State& state) {
  const auto events = trace.events_of(state.running);
  auto at = events.after(state.seq);
  while (at != events.end() && trace[*at].kind != Kind::task_suspended &&
         !is_end(trace[*at].kind)) {
    ++at;
  }
  return at != events.end() ? *at : trace.size();
}

/// Who has to wait while time passes: ", and checking_messages has to wait".
std::string meanwhile(const Trace& trace, const State& state) {
  const auto names = names_in_queue(trace, state);
  return names.empty() ? std::string()
                       : say(", and ", words::list(names, 2), names.size() == 1 ? " has" : " have",
                             " to wait");
}

/// While a task has the thread: until when.
std::string next_inside(const Trace& trace, const State& state) {
  const std::string task = words::task(trace, state.running);
  const Event now = trace[state.seq];
  if (now.kind == Kind::blocked) {
    return say("Nothing else runs until ", total_text(now.t_ns + now.duration()), ": ", task,
               " keeps the thread while it waits.");
  }
  const Seq seq = end_of_step(trace, state);
  if (seq == trace.size()) {
    return say(task, " keeps the thread until it suspends or ends.");
  }
  const Event end = trace[seq];
  const bool takes_time = end.t_ns > now.t_ns;
  const std::string when = takes_time ? say(" at ", total_text(end.t_ns)) : std::string();
  if (end.kind == Kind::task_suspended && end.reason() == Reason::call) {
    return words::is_call(trace, end.a)
               ? say("Next ", task, " calls ", words::task(trace, end.a), when, ".")
               : say("Next ", task, " asks ", words::task(trace, end.a), " for a value", when, ".");
  }
  const std::string how = is_end(end.kind)                ? "ends"
                          : end.reason() == Reason::yield ? "yields"
                                                          : "suspends";
  if (!takes_time) {
    return say(task, " keeps the thread until it ", how, "; no time passes.");
  }
  return say(task, " keeps the thread until it ", how, when, ": nobody takes it away",
             meanwhile(trace, state), ".");
}

std::string inside_more(const Trace& trace, const State& state, Depth depth) {
  if (depth == Depth::terms) {
    return "Task.__step is inside coro.send(); _run_once() goes on when that returns.";
  }
  const auto names = names_in_queue(trace, state);
  return names.empty() ? "The ready queue is empty meanwhile."
                       : say("In the ready queue meanwhile: ", words::list(names), ".");
}

/// The first callback that runs between now and `until`, or size().
Seq first_callback(const Trace& trace, Seq from, Seq until) {
  for (Seq seq = from + 1; seq < std::min(until, from + kLookAhead); ++seq) {
    if (trace[seq].kind == Kind::callback_ran) {
      return seq;
    }
  }
  return trace.size();
}

/// Why the step at `target` is the next one: its place in the queue, or what is just about to put
/// it there.
std::string why_next(const Trace& trace, const State& state, Seq target) {
  const TaskId task = trace[target].task;
  const bool is_first = !state.ready.empty() && state.ready.front().task == task;
  if (is_first) {
    return "it is first in the ready queue";
  }
  const bool is_queued = std::any_of(state.ready.begin(), state.ready.end(),
                                     [&](const ReadyEntry& entry) { return entry.task == task; });
  if (is_queued) {
    return "it is the first task in the ready queue";
  }
  const Seq readiness = words::readiness_before(trace, task, target);
  if (readiness < trace.size() && readiness > state.seq) {
    return words::cause_at(trace, readiness);
  }
  return trace.created_at(task) > state.seq ? "a callback is about to create it"
                                            : "what it waited for has come";
}

std::string step_words(const Trace& trace, const State& state, Seq target) {
  const Event event = trace[target];
  const std::string verb = event.kind == Kind::task_started ? "starts " : "resumes ";
  return say("Next the loop ", verb, words::task(trace, event.task), ": ",
             why_next(trace, state, target), ".");
}

/// A task's first step, or one after a bare yield, is `__step` itself; a future's callback is
/// `__wakeup`.
std::string_view handle_of(const Trace& trace, Seq target) {
  const Event event = trace[target];
  const Seq suspended = words::suspension_before(trace, event.task, target);
  const bool by_itself = event.kind == Kind::task_started || suspended == trace.size() ||
                         trace[suspended].reason() == Reason::yield;
  return by_itself ? "__step" : "__wakeup";
}

bool ends_inner_loop(const Trace& trace, Seq target) {
  const Seq suspended = words::suspension_before(trace, trace[target].task, target);
  return trace[target].kind == Kind::task_resumed && suspended < trace.size() &&
         trace[suspended].reason() == Reason::nested_run;
}

/// How it comes to that step: through the callbacks between, or from the front of the queue.
std::string step_more(const Trace& trace, const State& state, Seq target, Depth depth) {
  if (ends_inner_loop(trace, target)) {
    return depth == Depth::terms ? "The inner run_until_complete() returns into its step."
                                 : "The inner loop is over, and returns into its step.";
  }
  const Event event = trace[target];
  const Seq callback = first_callback(trace, state.seq, target);
  const bool is_through = callback < trace.size();
  std::string text;
  if (depth == Depth::terms) {
    text = is_through ? say("First _run_once() runs the handle of ",
                            words::callback(trace, trace[callback].callback(), trace[callback].a),
                            "; by call_soon() that brings Task.__wakeup to _ready.")
                      : say("_ready.popleft() gives its handle, and Handle._run() calls Task.",
                            handle_of(trace, target), ".");
  } else if (is_through) {
    text = say("First ", words::callback(trace, trace[callback].callback(), trace[callback].a),
               " runs; what it wakes goes to the back of the ready queue.");
  } else {
    const std::size_t behind = names_in_queue(trace, state).size();
    text = behind > 1 ? say("It is taken from the front of the queue; ", std::to_string(behind - 1),
                            behind == 2 ? " task stays" : " tasks stay", " behind it.")
                      : std::string("It is taken from the queue, which is empty then.");
  }
  return event.iteration > state.iteration
             ? say(text, " That step is in iteration ", std::to_string(event.iteration), ".")
             : text;
}

/// What ends an idle wait: the timer or the job that is due then.
std::string due_words(const Trace& trace, const Next& next) {
  const EventLog& log = trace.log();
  if (next.job != 0) {
    return say("and ", words::job(next.job), " is done then");
  }
  if (next.timer == 0 || next.timer > log.timer_count()) {
    return "and nothing is due before";
  }
  const TimerInfo& info = log.timer(next.timer);
  const bool is_of_task = info.on != kNoTask && info.on != kProgram;
  if (!is_of_task || info.purpose == TimerPurpose::call) {
    return "and a timer is due then";
  }
  const std::string task = words::task(trace, info.on);
  return info.purpose == TimerPurpose::sleep ? say("and the timer of ", task, " is due then")
                                             : say("and the time limit of ", task, " is over then");
}

/// "nothing is ready", and if there is nobody else who could be.
std::string nothing_ready(const Trace& trace, const State& state) {
  std::size_t alive = 0;
  std::vector<TaskId> workers;
  for (const TaskId task : trace.tasks()) {
    if (task > state.tasks.size() || state.task(task).state != TaskState::suspended) {
      continue;
    }
    const TaskStatus& status = state.task(task);
    const bool waits_for_tasks =
        status.reason == Reason::task ||
        (status.reason >= Reason::gather && status.reason <= Reason::shield && status.on != 0 &&
         status.on <= trace.log().wait_count() && !trace.log().wait(status.on).members.empty());
    ++alive;
    if (!waits_for_tasks) {
      workers.push_back(task);
    }
  }
  // Where others have been, they had their share.
  if (workers.size() != 1 || alive != trace.tasks().size()) {
    return "nothing is ready";
  }
  return say(words::task(trace, workers.front()), " is the only task",
             alive == 1 ? "" : " with anything to do", ", so nothing else is ready");
}

/// What is due where the clock stands still again, of a run that is known so far.
Next due_after(const Trace& trace, Seq advance) {
  for (Seq seq = advance + 1; seq < std::min(advance + 4, trace.size()); ++seq) {
    const Event event = trace[seq];
    if (event.kind == Kind::timer_fired || event.kind == Kind::job_finished) {
      const bool is_timer = event.kind == Kind::timer_fired;
      return {.kind = NextKind::idle,
              .until_ns = trace[advance].t_ns,
              .timer = is_timer ? event.a : 0,
              .job = is_timer ? 0 : event.a};
    }
  }
  return {.kind = NextKind::idle, .until_ns = trace[advance].t_ns};
}

std::string idle_words(const Trace& trace, const State& state, const Next& next) {
  return say("Next the loop waits until ", total_text(next.until_ns), ": ",
             nothing_ready(trace, state), ", ", due_words(trace, next), ".");
}

std::string idle_more(const Trace& trace, const State& state, Seq advance, Depth depth) {
  const std::int64_t until_ns = trace[advance].t_ns;
  const Seq callback = first_callback(trace, state.seq, advance);
  if (depth == Depth::terms) {
    const std::string wait = seconds_text(until_ns - state.t_ns);
    return state.timers.empty() ? say("_ready and _scheduled are empty: select() waits ", wait,
                                      ", until a worker's call_soon_threadsafe() wakes it.")
                                : say("_ready is empty, so select() gets a timeout of ", wait,
                                      ", up to _scheduled[0].when().");
  }
  if (callback < trace.size()) {
    return say("Before that ",
               words::callback(trace, trace[callback].callback(), trace[callback].a),
               " runs, and wakes nobody yet.");
  }
  const std::size_t timers = state.timers.size();
  return timers == 0   ? "No timer is set: a worker has to answer."
         : timers == 1 ? "It is the only timer set."
                       : say("Of ", std::to_string(timers), " timers it is the first to be due.");
}

/// run() has its result: what is still there is cancelled, or left.
std::string closing_words(const Trace& trace, const State& state) {
  std::vector<std::string> left;
  for (const TaskId task : trace.tasks()) {
    if (task <= state.tasks.size() && state.task(task).state >= TaskState::ready &&
        state.task(task).state < TaskState::done) {
      left.push_back(words::task(trace, task));
    }
  }
  if (left.empty()) {
    return "Next the loop closes down: nothing of the program is left to do.";
  }
  bool cancels = false;
  for (Seq seq = state.seq + 1; seq < trace.size() && !cancels; ++seq) {
    cancels = trace[seq].kind == Kind::cancel_requested && trace[seq].a == kProgram;
  }
  return cancels
             ? say("Next the loop stops, and run() cancels what is left: ", words::list(left), ".")
             : say("Next the loop stops, and leaves what is not done: ", words::list(left), ".");
}

std::string next_end(const Trace& trace, const State& state) {
  const Event end = trace[trace.size() - 1];
  switch (end.kind) {
    case Kind::program_stopped:
      return say("Next nothing happens until ", seconds_text(end.t_ns),
                 ", where the watching ends.");
    case Kind::program_failed:
      return say("Next the program fails: ", trace.text(end.a), ".");
    default:
      return has_loop(trace) ? closing_words(trace, state) : "Next the program ends.";
  }
}

std::string end_more(const Trace& trace, Depth depth) {
  const Kind end = trace[trace.size() - 1].kind;
  if (end == Kind::program_failed) {
    return depth == Depth::terms
               ? "_ready and _scheduled are empty, so select() would wait for ever."
               : "Nothing is ready, no timer is set and no job runs.";
  }
  if (end == Kind::program_stopped) {
    return depth == Depth::terms ? "run_forever() has not been told to stop()."
                                 : "A loop that runs for ever has no end of its own.";
  }
  return depth == Depth::terms
             ? "_run_until_complete_cb calls stop(), and run_forever() ends after this _run_once()."
             : "The loop hears of the end by a callback, and does not go round again.";
}

/// The next idle wait's end, or size().
Seq next_advance(const Trace& trace, Seq from) {
  const auto advances = trace.advances();
  const auto later = advances.after(from);
  return later != advances.end() ? *later : trace.size();
}

/// As far as the state tells, while the trace is not known any further.
std::string from_state(const Trace& trace, const State& state, const Next& next) {
  switch (next.kind) {
    case NextKind::step:
      return say(
          "Next the loop ", next.starts ? "starts " : "resumes ", words::task(trace, next.task),
          ": ",
          state.ready.empty() ? "what it waited for has come" : "it is first in the ready queue",
          ".");
    case NextKind::idle:
      return idle_words(trace, state, next);
    default:
      return "What comes next has not happened yet.";
  }
}

/// With nobody on the thread: the next step, idle wait or end, whichever comes first.
std::string next_of_loop(const Trace& trace, const State& state, const Next& next, Depth depth) {
  const bool deep = depth != Depth::happened;
  const Seq step = trace.step_begin(state.step + 1);
  const Seq advance = next_advance(trace, state.seq);
  const bool stops = next.kind == NextKind::closing ||
                     (step < trace.size() && is_internal(trace, trace[step].task));
  if (step < advance && !stops) {
    return step_words(trace, state, step) +
           (deep ? " " + step_more(trace, state, step, depth) : std::string());
  }
  if (advance < step && !stops) {
    const bool is_last =
        advance + 1 < trace.size() && trace[advance + 1].kind == Kind::program_stopped;
    return (is_last ? next_end(trace, state)
                    : idle_words(trace, state, due_after(trace, advance))) +
           (deep ? " " + idle_more(trace, state, advance, depth) : std::string());
  }
  if (!trace.complete()) {
    return from_state(trace, state, next);
  }
  const std::string text = stops ? closing_words(trace, state) : next_end(trace, state);
  return text + (deep ? " " + end_more(trace, depth) : std::string());
}

/// Without a loop and with no task on the thread, the program itself or a caller goes on.
std::string next_of_program(const Trace& trace, const State& state) {
  for (Seq seq = state.seq + 1; seq < trace.size(); ++seq) {
    const Event event = trace[seq];
    const std::string task = words::task(trace, event.task);
    switch (event.kind) {
      case Kind::task_created:
        return words::is_call(trace, event.task)
                   ? say("Next the program calls ", task, ".")
                   : say("Next the program makes the generator ", task, ".");
      case Kind::task_started:
        return words::is_call(trace, event.task)
                   ? say("Next ", task, " begins.")
                   : say("Next ", task, " starts: it is asked for its first turn.");
      case Kind::task_resumed: {
        const Seq readiness = words::readiness_before(trace, event.task, seq);
        if (readiness == trace.size()) {
          return say("Next ", task, " goes on.");
        }
        return trace[readiness].cause() == Cause::yield
                   ? say("Next ", task, " resumes where it yielded: it is asked for its next turn.")
                   : say("Next ", task, " goes on: ", words::cause_at(trace, readiness), ".");
      }
      case Kind::worked:
        return say("Next the program computes for ", seconds_text(event.duration()), ".");
      case Kind::blocked:
        return say("Next the program waits for ", seconds_text(event.duration()), ".");
      case Kind::output:
        return say("Next the program prints “", trace.text(event.a), "”.");
      default:
        break;
    }
  }
  return trace.complete() ? next_end(trace, state) : "What comes next has not happened yet.";
}

}  // namespace

std::string next(const Trace& trace, const State& state, const Next& next, Depth depth) {
  if (state.finished) {
    return "The run is over.";
  }
  if (state.running != kNoTask) {
    return next_inside(trace, state) + (depth == Depth::happened || !has_loop(trace)
                                            ? std::string()
                                            : " " + inside_more(trace, state, depth));
  }
  return has_loop(trace) ? next_of_loop(trace, state, next, depth) : next_of_program(trace, state);
}

}  // namespace interleave::words
