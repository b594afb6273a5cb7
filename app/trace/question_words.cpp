#include "app/trace/question_words.h"

#include <algorithm>

#include "app/trace/comparison.h"
#include "app/trace/event_words.h"
#include "app/trace/narration.h"
#include "app/trace/spans.h"
#include "app/trace/stops.h"

namespace interleave::words {

namespace {

/// Whom the clock's advance is for: "boiling_water's timer is due then".
std::string due_at(const Trace& trace, Seq advance) {
  const EventLog& log = trace.log();
  for (Seq seq = advance + 1; seq < std::min<Seq>(advance + 4, trace.size()); ++seq) {
    const Event& event = trace[seq];
    if (event.kind == Kind::timer_fired && event.a != 0 && event.a <= log.timer_count()) {
      const TaskId on = log.timer(event.a).on;
      return on == kNoTask || on == kProgram ? std::string("a timer is due then")
                                             : say(task(trace, on), "'s timer is due then");
    }
    if (event.kind == Kind::job_finished) {
      return say(job(event.a), " is done then");
    }
  }
  return "the next timer is due then";
}

std::string why_it_runs(const Trace& trace, const State& state, Seq turn) {
  const Event& event = trace[turn];
  const auto ready = std::count_if(state.ready.begin(), state.ready.end(),
                                   [](const ReadyEntry& entry) { return entry.task != kNoTask; });
  const auto here = std::find_if(state.ready.begin(), state.ready.end(),
                                 [&](const ReadyEntry& entry) { return entry.task == event.task; });
  if (!has_loop(trace)) {
    if (event.kind == Kind::task_started) {
      return is_call(trace, event.task) ? "it has been called" : "it is asked for its first turn";
    }
    const Seq readiness = readiness_before(trace, event.task, turn);
    const bool yielded = readiness < trace.size() && trace[readiness].cause() == Cause::yield;
    return yielded ? "whoever drives the generators asks it next" : "what it called has returned";
  }
  if (here == state.ready.begin() && here != state.ready.end()) {
    return ready == 1 ? "it is the only one that is ready" : "it is first in the ready queue";
  }
  if (here != state.ready.end()) {
    return "before it in the ready queue there are only callbacks";
  }
  const Seq readiness = readiness_before(trace, event.task, turn);
  return readiness < trace.size() ? cause(trace, trace[readiness])
                                  : std::string("its turn has come");
}

/// An answer of why_not() without its beginning and without what follows its first clause.
std::string first_clause(std::string answer) {
  answer = answer.substr(0, answer.find(';'));
  if (answer.starts_with("It ")) {
    answer.erase(0, 3);
  }
  if (answer.ends_with('.')) {
    answer.pop_back();
  }
  return answer;
}

std::string why_not_sleeper(const Trace& trace, const State& state, Seq turn,
                            const TaskStatus& status) {
  const Event& next = trace[turn];
  if (status.until_ns > state.t_ns) {
    return say("its timer is due at ", total_text(status.until_ns), ", now it is ",
               total_text(state.t_ns), ".");
  }
  const std::string before =
      begins_step(next.kind) ? task(trace, next.task) : std::string("another");
  return say("its timer is due by now, but ", before, " comes before it.");
}

std::string why_not_ready(const Trace& trace, const State& state, TaskId id) {
  const auto here = std::find_if(state.ready.begin(), state.ready.end(),
                                 [id](const ReadyEntry& entry) { return entry.task == id; });
  if (!has_loop(trace) || here == state.ready.end()) {
    return "it could go on, but it is not the one that is asked to.";
  }
  const auto place = static_cast<std::size_t>(here - state.ready.begin());
  if (place == 0) {
    return "it is first in the ready queue, but has to wait.";
  }
  const ReadyEntry& before = state.ready[place - 1];
  return say("it is ready, but ", ordinal(place + 1), " in the ready queue, behind ",
             before.task != kNoTask ? task(trace, before.task)
                                    : callback(trace, before.callback, before.of),
             ".");
}

std::string why_somebody(const Trace& trace, const State& state, Seq turn) {
  const std::string who = task(trace, trace[turn].task);
  if (!has_loop(trace)) {
    return say("Nobody: ", who, " goes on at once.");
  }
  const TaskStatus& status = state.task(trace[turn].task);
  if (status.state == TaskState::ready) {
    return say("Nobody: ", who, " is ready, and the loop waits only when nothing is.");
  }
  return say("Nobody: there is something to do at this very instant, and it makes ", who,
             " ready.");
}

}  // namespace

std::string state_at_stop(const Trace& trace, const State& state, TaskId id) {
  const TaskStatus& status = state.task(id);
  switch (status.state) {
    case TaskState::ready:
      return status.steps == 0 ? "ready · not run yet" : "ready";
    case TaskState::running:
      return "running";
    case TaskState::suspended:
      break;
    default:
      return {};
  }
  Span span{.state = TaskState::suspended, .reason = status.reason, .on = status.on};
  span.begin_seq = status.since_seq;
  span.begin_ns = status.since_ns;
  const auto labels = span_labels(trace, id, span);
  return labels.empty() ? "suspended" : say("suspended · ", labels.front());
}

std::string because_next(const Trace& trace, const State& state, Seq turn) {
  const Event& event = trace[turn];
  if (event.kind == Kind::clock_advanced) {
    return say("Nobody: nothing is ready, so the loop waits until ", total_text(event.t_ns), ", ",
               due_at(trace, turn), ".");
  }
  return say(task(trace, event.task), event.kind == Kind::task_started ? " starts: " : " resumes: ",
             why_it_runs(trace, state, turn), ".");
}

std::string why_not_next(const Trace& trace, const State& state, Seq turn, const Choice& choice) {
  if (choice.what == Choice::What::another) {
    const bool step = begins_step(trace[turn].kind);
    return step ? say("Another: it is ", task(trace, trace[turn].task), "'s turn.")
                : std::string("Another: nobody at all is ready.");
  }
  if (choice.what == Choice::What::nobody) {
    return why_somebody(trace, state, turn);
  }
  const TaskStatus& status = state.task(choice.task);
  const std::string name = say(choice.words, ": ");
  if (status.state == TaskState::ready) {
    return name + why_not_ready(trace, state, choice.task);
  }
  if (status.reason == Reason::sleep && status.until_ns >= 0) {
    return name + why_not_sleeper(trace, state, turn, status);
  }
  return say(name, "it ", first_clause(why_not(trace, state, choice.task).answer), ".");
}

std::string because_printed(const Trace& trace, const State& state, Seq output) {
  const Event& event = trace[output];
  const std::string who = task(trace, event.task);
  const Seq turn = next_turn(trace, state);
  const bool next = begins_step(trace[turn].kind) && trace[turn].task == event.task &&
                    trace[turn].step == event.step;
  if (next) {
    return say(who, " prints it: ", why_it_runs(trace, state, turn), ".");
  }
  return event.t_ns > state.t_ns
             ? say(who, " prints it, at ", total_text(event.t_ns), ": nothing comes before it.")
             : say(who, " prints it, at this same instant: nothing comes before it.");
}

std::string why_not_printed(const Trace& trace, Seq output, bool more) {
  const Event& event = trace[output];
  return say(task(trace, event.task), more ? " prints “" : " has printed “", trace.text(event.a),
             more ? "” only later, at " : "” already, at ", total_text(event.t_ns), ".");
}

std::string because_so_long(const Trace& trace) {
  const std::string end = total_text(trace.end_ns());
  switch (outcome_of(trace)) {
    case Outcome::stopped:
      return say("It never ends: it is watched to ", end, ".");
    case Outcome::failed:
      return say("It fails at ", end, ": ", trace.text(trace[trace.size() - 1].a), ".");
    default:
      break;
  }
  const Balance balance = balance_of(trace);
  const std::int64_t together =
      balance.overlap_cc_ns + balance.overlap_pp_ns + balance.overlap_cp_ns;
  std::string text = say("It takes ", end);
  if (balance.computing_ns > 0 && balance.waiting_ns > 0) {
    text += say(": ", total_text(balance.computing_ns), " of computing and ",
                total_text(balance.waiting_ns), " of waiting");
  } else if (balance.computing_ns > 0) {
    text += say(": ", total_text(balance.computing_ns), " of computing");
  } else if (balance.waiting_ns > 0) {
    text += say(": ", total_text(balance.waiting_ns), " of waiting");
  } else {
    return text + ": nothing in it takes any time.";
  }
  return text + (together > 0 ? say(", ", total_text(together), " of it beside the rest.")
                              : std::string(", one after the other."));
}

}  // namespace interleave::words

namespace interleave {

std::string why_not_so_long(const Trace& trace, std::int64_t answer_ns) {
  const std::int64_t truth_ns = trace.end_ns();
  const Balance balance = balance_of(trace);
  const std::int64_t sum_ns = balance.computing_ns + balance.waiting_ns;
  const std::string answer = total_text(answer_ns);
  if (sum_ns != truth_ns && nearness(answer_ns, sum_ns) == Nearness::right) {
    return words::say(answer, " is all of it added up: but part of it goes on at the same time.");
  }
  if (balance.computing_ns > 0 && balance.computing_ns != truth_ns &&
      nearness(answer_ns, balance.computing_ns) == Nearness::right) {
    return words::say(answer, " is the computing alone: the waiting is missing.");
  }
  return words::say(answer, answer_ns > truth_ns ? " is too long by " : " is too short by ",
                    total_text(answer_ns > truth_ns ? answer_ns - truth_ns : truth_ns - answer_ns),
                    ".");
}

}  // namespace interleave
