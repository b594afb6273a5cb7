// What just happened, and what comes next. The second is read off the trace, not guessed: it looks
// ahead to the next step, the next idle wait or the end.

#include "app/trace/narration.h"

#include <algorithm>

#include "app/trace/event_words.h"
#include "app/trace/stops.h"
#include "app/trace/words.h"

namespace interleave {

namespace {

using words::say;

/// Callbacks between now and the next step that are looked at to name the first.
constexpr Seq kLookAhead = 4096;

std::string position(const Trace& trace, const State& state, Depth depth) {
  const std::uint32_t step = std::min(state.step, trace.step_count());
  std::string text = say("step ", std::to_string(step));
  if (trace.complete()) {
    text += say(" of ", std::to_string(trace.step_count()));
  }
  text += say(" · ", seconds_text(state.t_ns));
  if (depth == Depth::terms) {
    text += say(" · event ", std::to_string(state.seq), " of ", std::to_string(trace.size() - 1));
  }
  return text;
}

bool is_internal(const Trace& trace, TaskId task) {
  return task != kNoTask && task != kProgram && task <= trace.log().task_count() &&
         trace.log().task(task).internal;
}

/// While a task has the thread: until when.
std::string next_inside(const Trace& trace, const State& state) {
  const std::string task = words::task(trace, state.running);
  const Event& now = trace[state.seq];
  if (now.kind == Kind::blocked) {
    return say("Nothing else runs until ", total_text(now.t_ns + now.duration()), ": ", task,
               " keeps the thread while it waits.");
  }
  const auto events = trace.events_of(state.running);
  auto at = std::upper_bound(events.begin(), events.end(), state.seq);
  while (at != events.end() && trace[*at].kind != Kind::task_suspended &&
         !is_end(trace[*at].kind)) {
    ++at;
  }
  if (at == events.end()) {
    return say(task, " keeps the thread until it suspends or ends.");
  }
  const Event& end = trace[*at];
  const std::string when = end.t_ns > now.t_ns ? say(" at ", total_text(end.t_ns)) : std::string();
  if (end.kind == Kind::task_suspended && end.reason() == Reason::call) {
    return say("Next ", task, " calls ", words::task(trace, end.a), when, ".");
  }
  const std::string how = is_end(end.kind)                ? "ends"
                          : end.reason() == Reason::yield ? "yields"
                                                          : "suspends";
  if (when.empty()) {
    return say(task, " keeps the thread until it ", how, ", at this same instant.");
  }
  return say(task, " keeps the thread until it ", how, when, ": nobody takes it away.");
}

/// Who is at the front of the ready queue.
bool is_first(const State& state, TaskId task) {
  return !state.ready.empty() && state.ready.front().task == task;
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
  if (is_first(state, task)) {
    return "it is first in the ready queue";
  }
  const Seq readiness = words::readiness_before(trace, task, target);
  return readiness < trace.size() && readiness > state.seq ? words::cause(trace, trace[readiness])
                                                           : std::string("its turn has come");
}

std::string next_step(const Trace& trace, const State& state, Seq target) {
  const Event& event = trace[target];
  if (is_internal(trace, event.task)) {
    return "Next the loop closes down: nothing of the program is left to do.";
  }
  const std::string verb = event.kind == Kind::task_started ? "starts " : "resumes ";
  const std::string task = words::task(trace, event.task);
  const Seq callback = first_callback(trace, state.seq, target);
  if (callback < trace.size()) {
    const Event& ran = trace[callback];
    return say("Next the loop runs ", words::callback(trace, ran.callback(), ran.a), "; then it ",
               verb, task, ".");
  }
  return say("Next the loop ", verb, task, ": ", why_next(trace, state, target), ".");
}

/// What ends an idle wait: the timer or the job that is due then.
std::string due_words(const Trace& trace, Seq advance) {
  const EventLog& log = trace.log();
  for (Seq seq = advance + 1; seq < std::min(advance + 4, trace.size()); ++seq) {
    const Event& event = trace[seq];
    if (event.kind == Kind::timer_fired && event.a != 0 && event.a <= log.timer_count()) {
      const TaskId task = log.timer(event.a).on;
      return task == kNoTask || task == kProgram
                 ? std::string(", and a timer is due then")
                 : say(", and the timer of ", words::task(trace, task), " is due then");
    }
    if (event.kind == Kind::job_finished) {
      return say(", and ", words::job(event.a), " is done then");
    }
  }
  return {};
}

std::string next_idle(const Trace& trace, const State& state, Seq advance) {
  const std::string until = total_text(trace[advance].t_ns);
  const Seq callback = first_callback(trace, state.seq, advance);
  if (callback < trace.size()) {
    const Event& ran = trace[callback];
    return say("Next the loop runs ", words::callback(trace, ran.callback(), ran.a),
               "; then it waits until ", until, ".");
  }
  return say("Next the loop waits until ", until, ": nothing is ready", due_words(trace, advance),
             ".");
}

std::string next_end(const Trace& trace) {
  const Event& end = trace[trace.size() - 1];
  switch (end.kind) {
    case Kind::program_stopped:
      return say("Next nothing happens until ", seconds_text(end.t_ns),
                 ", where the watching ends.");
    case Kind::program_failed:
      return say("Next the program fails: ", trace.text(end.a), ".");
    default:
      return has_loop(trace) ? "Next the loop stops and the program ends: nothing is left to do."
                             : "Next the program ends.";
  }
}

/// The next idle wait's end, or size().
Seq next_advance(const Trace& trace, Seq from) {
  const auto advances = trace.advances();
  const auto later = std::upper_bound(advances.begin(), advances.end(), from);
  return later != advances.end() ? *later : trace.size();
}

/// With nobody on the thread: the next step, idle wait or end, whichever comes first.
std::string next_of_loop(const Trace& trace, const State& state) {
  const Seq step = trace.step_begin(state.step + 1);
  const Seq advance = next_advance(trace, state.seq);
  if (step < advance) {
    return next_step(trace, state, step);
  }
  if (advance < trace.size()) {
    return next_idle(trace, state, advance);
  }
  return trace.complete() ? next_end(trace) : "What comes next has not happened yet.";
}

/// Without a loop and with no task on the thread, the program itself or a caller goes on.
std::string next_of_program(const Trace& trace, const State& state) {
  for (Seq seq = state.seq + 1; seq < trace.size(); ++seq) {
    const Event& event = trace[seq];
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
        const bool is_generator =
            readiness < trace.size() && trace[readiness].cause() == Cause::yield;
        return is_generator ? say("Next the program resumes ", task, " where it yielded.")
                            : say("Next ", task, " goes on: what it called has returned.");
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
  return trace.complete() ? next_end(trace) : "What comes next has not happened yet.";
}

std::string next(const Trace& trace, const State& state, Depth depth) {
  if (state.finished) {
    return "The run is over.";
  }
  if (state.running != kNoTask) {
    return next_inside(trace, state);
  }
  if (!has_loop(trace)) {
    return next_of_program(trace, state);
  }
  std::string text = next_of_loop(trace, state);
  const Seq step = trace.step_begin(state.step + 1);
  const bool is_step_next = step < next_advance(trace, state.seq);
  if (depth != Depth::happened && is_step_next && !is_internal(trace, trace[step].task) &&
      trace[step].iteration > state.iteration) {
    text += say(" That step is in iteration ", std::to_string(trace[step].iteration), ".");
  }
  return text;
}

}  // namespace

Narration narrate(const Trace& trace, const State& state, Depth depth) {
  Narration narration;
  narration.position = position(trace, state, depth);
  narration.happened = describe(trace, state.seq);
  const std::string more = depth == Depth::mechanics ? words::mechanics(trace, state.seq)
                           : depth == Depth::terms   ? words::terms(trace, state.seq)
                                                     : std::string();
  if (!more.empty()) {
    narration.happened += " " + more;
  }
  narration.next = next(trace, state, depth);
  return narration;
}

}  // namespace interleave
