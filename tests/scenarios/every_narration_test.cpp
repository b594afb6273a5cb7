// What is told of every run of the catalogue, at every depth, and where every "why not?" ends.

#include <algorithm>
#include <set>

#include "app/trace/narration.h"
#include "app/trace/span_words.h"
#include "app/trace/words.h"
#include "tests/catch.h"
#include "tests/scenarios/runs.h"

namespace interleave::test {

namespace {

constexpr std::size_t kLongestSentence = 700;

Trace trace_of(const Run& run) {
  Trace trace(TraceHeader{}, run.log());
  trace.catch_up();
  return trace;
}

/// Why a class should not be shown it; empty if it should.
std::string fault_of(const std::string& text) {
  if (text.empty()) {
    return "it is empty";
  }
  if (text.find("  ") != std::string::npos || text.find(" .") != std::string::npos ||
      text.find(" ,") != std::string::npos || text.find("..") != std::string::npos ||
      text.find("!.") != std::string::npos || text.find(": :") != std::string::npos) {
    return "it has a hole";
  }
  if (text.find("for some") != std::string::npos || text.find("of some") != std::string::npos ||
      text.find("by some") != std::string::npos || text.find("task 4294") != std::string::npos) {
    return "a name is missing";
  }
  if (text.find(" 1 tasks") != std::string::npos || text.find(" 1 jobs") != std::string::npos) {
    return "its plural is wrong";
  }
  if (!text.ends_with('.')) {
    return "it has no full stop";
  }
  return text.size() > kLongestSentence ? "it is too long" : "";
}

/// What a task waits for at its end is what the state says.
std::string untrue_end(const Trace& trace, const State& state, TaskId task, const Why& why) {
  const TaskStatus& status = state.task(task);
  switch (why.end) {
    case WhyEnd::none:
      return "it has no end";
    case WhyEnd::not_created:
      return status.state == TaskState::not_created ? "" : "it is there";
    case WhyEnd::over:
      return status.state >= TaskState::done ? "" : "it is not over";
    case WhyEnd::thread:
      return state.running != kNoTask && why.by == state.running ? "" : "nobody has the thread";
    case WhyEnd::timer:
      return state.timers.empty() && state.ready.empty() && state.running == kNoTask
                 ? "there is no timer"
                 : "";
    case WhyEnd::job:
      return trace.log().job_count() == 0 ? "there is no job" : "";
    case WhyEnd::holder:
      return why.by != kNoTask && state.task(why.by).state == TaskState::ready
                 ? ""
                 : "nobody ready holds it";
    case WhyEnd::circle:
      return trace[trace.size() - 1].kind == Kind::program_failed ? "" : "it goes on all the same";
    case WhyEnd::producer:
      return status.state == TaskState::suspended ? "" : "it does not wait";
    case WhyEnd::caller:
      return has_loop(trace) ? "a loop needs no caller" : "";
    case WhyEnd::turn:
      return status.state == TaskState::ready || status.state == TaskState::suspended
                 ? ""
                 : "it has no turn to come";
  }
  return "";
}

/// Everything that is told of a run at its stops, at a depth.
std::string all_told(const Run& run, Depth depth) {
  const Trace trace = trace_of(run);
  StateReader states(trace);
  std::string all;
  for (const std::uint32_t stop : trace.stops()) {
    const Narration told = narrate(trace, states.at(stop), depth);
    all += told.happened + "\n" + told.next + "\n";
  }
  return all;
}

bool tells(std::string_view scenario, std::string_view mode, const std::string& words,
           const Values& values = {}, Depth depth = Depth::happened) {
  return all_told(run_of(scenario, mode, values), depth).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("what is told of every run can be shown to a class, at every depth") {
  for (const Run& run : default_runs()) {
    const Trace trace = trace_of(run);
    StateReader states(trace);
    for (Seq seq = 0; seq < trace.size(); ++seq) {
      const State& state = states.at(seq);
      std::set<std::string> depths;
      for (const Depth depth : {Depth::happened, Depth::mechanics, Depth::terms}) {
        const Narration told = narrate(trace, state, depth);
        INFO(run.name() << " event " << seq << ": " << told.happened << " / " << told.next);
        CHECK(fault_of(told.happened) == "");
        CHECK(fault_of(told.next) == "");
        CHECK((told.position.find("event") != std::string::npos) == (depth == Depth::terms));
        depths.insert(told.happened + told.next);
      }
      const auto stops = trace.stops();
      if (has_loop(trace) && std::binary_search(stops.begin(), stops.end(), seq)) {
        INFO(run.name() << " event " << seq << ": " << *depths.begin());
        CHECK(depths.size() == 3);
      }
    }
  }
}

TEST_CASE("every why not has an end that is true, at every stop of every run") {
  for (const Run& run : all_runs_of_the_catalogue()) {
    const Trace trace = trace_of(run);
    if (trace.size() > 3000) {
      continue;
    }
    StateReader states(trace);
    for (const std::uint32_t stop : trace.stops()) {
      const State& state = states.at(stop);
      for (TaskId task = 1; task <= state.tasks.size(); ++task) {
        const Why why = why_not(trace, state, task);
        if (state.running == task) {
          continue;
        }
        const std::string fault = fault_of(why.answer);
        const std::string untrue = untrue_end(trace, state, task, why);
        if (!fault.empty() || !untrue.empty()) {
          FAIL_CHECK(run.name() << " event " << stop << ": " << fault << untrue << ": "
                                << why.question << " " << why.answer);
        }
      }
    }
  }
}

TEST_CASE("whoever is told to come next has the next step") {
  for (const Run& run : all_runs_of_the_catalogue()) {
    const Trace trace = trace_of(run);
    StateReader states(trace);
    for (const std::uint32_t stop : trace.stops()) {
      const State& state = states.at(stop);
      const std::string next = narrate(trace, state, Depth::happened).next;
      const Seq step = trace.step_begin(state.step + 1);
      for (const std::string verb : {"Next the loop resumes ", "Next the loop starts "}) {
        if (!next.starts_with(verb)) {
          continue;
        }
        const std::string name = words::task(trace, trace[std::min(step, trace.size() - 1)].task);
        if (step >= trace.size() || !next.starts_with(verb + name + ":")) {
          FAIL_CHECK(run.name() << " event " << stop << ": " << next);
        }
      }
    }
  }
}

TEST_CASE("every span and every selection of every run has a sentence") {
  for (const Run& run : default_runs()) {
    const Trace trace = trace_of(run);
    StateReader states(trace);
    for (const TaskId task : trace.tasks()) {
      for (const Span& span : spans_of(trace, task)) {
        const std::string told = span_sentence(trace, task, span);
        INFO(run.name() << ": " << told);
        CHECK(fault_of(told) == "");
      }
    }
    for (const std::uint32_t stop : trace.stops()) {
      const State& state = states.at(stop);
      for (TaskId task = 1; task <= state.tasks.size(); ++task) {
        const std::string told = selection_sentence(trace, state, task);
        INFO(run.name() << " " << stop << ": " << told);
        CHECK((told.empty() || fault_of(told).empty()));
      }
    }
  }
}

TEST_CASE("misconception: a call runs the coroutine") {
  CHECK(tells("never-awaited", "forgotten",
              "A coroutine was called and never awaited: not a line of it has run."));
}

TEST_CASE("misconception: await starts things side by side") {
  CHECK(tells("send-messages", "one-by-one", "no new task: main itself goes on inside"));
}

TEST_CASE("misconception: every await yields") {
  CHECK(tells("starvation", "awaits-nothing", "never suspended and so never gave the thread away"));
  CHECK(tells("starvation", "greedy", "due 1.0 s, resumed at 4.0 s: the thread was taken"));
}

TEST_CASE("misconception: create_task runs at once") {
  CHECK(tells("task-start", "await",
              "child starts: since main created it, it has only stood in the ready queue."));
}

TEST_CASE("misconception: async def cures blocking") {
  CHECK(tells("blocking-call", "blocking", "without an await and keeps the thread"));
  CHECK(tells("blocking-call", "blocking", "An async def does not help", {}, Depth::mechanics));
}

TEST_CASE("misconception: tasks run in parallel") {
  CHECK(
      tells("phone-while-driving", "concurrent", "nobody takes it away, and driving has to wait"));
  CHECK(tells("fuzzy-match", "inline", "nobody takes it away"));
}

TEST_CASE("misconception: async is always faster") {
  CHECK(tells("book-and-messages", "concurrent", "taking turns makes no work shorter"));
  CHECK(tells("nothing-to-overlap", "concurrent", "is the only task with anything to do"));
}

TEST_CASE("misconception: a timer interrupts") {
  CHECK(tells("boiling-water", "concurrent", "due 2.0 s, resumed at 2.1 s: the thread was taken",
              {{"page_time", 0.325}}));
}

TEST_CASE("misconception: no threads, no races") {
  CHECK(tells("lost-update", "unlocked", "whatever it has read may have changed by then", {},
              Depth::mechanics));
}

TEST_CASE("misconception: cancel kills at once") {
  CHECK(tells("cancel-a-task", "cancelled", "it is not delivered yet"));
}

TEST_CASE("misconception: results come in finishing order") {
  CHECK(tells("send-messages", "gather", "the results stand in the order given, not of finishing",
              {{"john", 3}}));
  CHECK(tells("send-messages", "as-completed",
              "send_message(\"Anna Herb\") has ended, the first of 3"));
}

}  // namespace interleave::test
