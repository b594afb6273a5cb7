// What is said to come next, on every run of the catalogue: at its defaults, presets and edges.

#include <algorithm>
#include <map>

#include "app/trace/next.h"
#include "tests/catch.h"
#include "tests/scenarios/runs.h"

namespace interleave::test {

namespace {

/// What really comes first: a step of the program's own, an idle wait, or the end (size()).
Seq next_deed(const Trace& trace, Seq seq) {
  for (++seq; seq < trace.size(); ++seq) {
    const Event event = trace[seq];
    if (event.kind == Kind::clock_advanced || begins_step(event.kind)) {
      break;
    }
  }
  return seq;
}

bool is_step(const Trace& trace, Seq deed) {
  return deed < trace.size() && begins_step(trace[deed].kind);
}

/// Empty if it is true.
std::string untruth(const Trace& trace, const State& state, const Next& next) {
  const Seq deed = next_deed(trace, state.seq);
  switch (next.kind) {
    case NextKind::inside:
      return state.running == next.task ? "" : "it does not run";
    case NextKind::step: {
      if (!is_step(trace, deed)) {
        return "no step comes";
      }
      const Event event = trace[deed];
      const bool starts = event.kind == Kind::task_started;
      return event.task == next.task && starts == next.starts ? "" : "somebody else is next";
    }
    case NextKind::idle: {
      if (deed == trace.size() || is_step(trace, deed)) {
        return trace[trace.size() - 1].kind == Kind::program_stopped && deed == trace.size() &&
                       trace.end_ns() <= next.until_ns
                   ? ""
                   : "the loop does not wait";
      }
      const bool is_watched_so_far = trace[deed + 1].kind == Kind::program_stopped;
      return trace[deed].t_ns == next.until_ns ||
                     (is_watched_so_far && trace[deed].t_ns < next.until_ns)
                 ? ""
                 : "it waits until another time";
    }
    case NextKind::stuck:
      return deed == trace.size() ? "" : "something happens";
    case NextKind::closing:
      return deed == trace.size() || !is_step(trace, deed) ||
                     trace.log().task(trace[deed].task).internal ||
                     state.task(trace[deed].task).state == TaskState::suspended
                 ? ""
                 : "somebody goes on";
    case NextKind::callback:
    case NextKind::program:
    case NextKind::over:
      break;
  }
  return "";
}

/// Such a limit goes to the ready queue by call_soon(), which nothing tells of until it runs.
bool has_limit_of_no_time(const Run& run) {
  const auto name = run.name();
  return name.find(" limit=0.0") != std::string::npos ||
         (name.find("cancel-a-task shielded") != std::string::npos &&
          name.find(" at=0.0") != std::string::npos);
}

std::string told(const Trace& trace, const Next& next) {
  return "kind " + std::to_string(static_cast<int>(next.kind)) + " " +
         (next.task == kNoTask ? std::string() : std::string(trace.name(next.task))) + " " +
         std::to_string(next.until_ns);
}

}  // namespace

TEST_CASE("whoever is said to be next is next, at every event of every run") {
  std::map<NextKind, int> count;
  for (const Run& run : all_runs_of_the_catalogue()) {
    if (has_limit_of_no_time(run)) {
      continue;
    }
    Trace trace(TraceHeader{}, run.log());
    trace.catch_up();
    StateReader states(trace);
    for (Seq seq = 0; seq < trace.size(); ++seq) {
      const State& state = states.at(seq);
      const Next next = what_comes_next(trace, state);
      const auto stops = trace.stops();
      count[next.kind] += std::binary_search(stops.begin(), stops.end(), seq) ? 1 : 0;
      const std::string wrong = untruth(trace, state, next);
      if (!wrong.empty()) {
        FAIL_CHECK(run.name() << " event " << seq << ": " << wrong << ": " << told(trace, next));
        break;
      }
    }
  }
  // It commits itself where the playhead stops: what is not settled is mostly jobs' doing.
  CHECK(count[NextKind::callback] * 3 < count[NextKind::step]);
  CHECK(count[NextKind::idle] > 1000);
}

}  // namespace interleave::test
