#include "app/trace/narration.h"

#include <algorithm>

#include "app/trace/stops.h"
#include "tests/catch.h"
#include "tests/trace/log_builder.h"
#include "tests/trace/runs.h"

using namespace interleave;
using namespace interleave::test;

namespace {

Narration at(const Trace& trace, Seq seq, Depth depth = Depth::happened) {
  StateReader reader(trace);
  return narrate(trace, reader.at(seq), depth);
}

/// The first event of a kind from `from` on.
Seq find(const Trace& trace, Kind kind, Seq from = 0) {
  while (from < trace.size() && trace[from].kind != kind) {
    ++from;
  }
  return from;
}

Seq end_of_step(const Trace& trace, std::uint32_t step) {
  return next_stop(trace, trace.step_begin(step));
}

/// The name between two pieces of a sentence; empty if they are not there.
std::string between(const std::string& text, const std::string& before, const std::string& after) {
  const std::size_t begin = text.find(before);
  if (begin == std::string::npos) {
    return {};
  }
  const std::size_t from = begin + before.size();
  return text.substr(from, text.find(after, from) - from);
}

/// What comes first after an event: a step or an idle wait.
Seq next_deed(const Trace& trace, Seq seq) {
  do {
    ++seq;
  } while (seq < trace.size() && !begins_step(trace[seq].kind) &&
           trace[seq].kind != Kind::clock_advanced);
  return seq;
}

}  // namespace

TEST_CASE("the picture's step is told in the picture's words") {
  const Trace trace = boiling_water_concurrent();
  const Narration narration = at(trace, end_of_step(trace, 8));
  CHECK(narration.position == "step 8 of 13 · 1.2 s");
  CHECK(narration.happened ==
        "checking_messages yields after message 3 and goes to the back of the ready queue.");
  CHECK(narration.next == "Next the loop resumes reading_book: it is first in the ready queue.");
}

TEST_CASE("whatever is said to run next does run next") {
  for (const auto& [name, trace] : all_runs()) {
    StateReader reader(trace);
    for (Seq seq = 0; seq < trace.size(); ++seq) {
      const std::string next = narrate(trace, reader.at(seq), Depth::happened).next;
      INFO(name << " " << seq << ": " << next);
      const Seq deed = next_deed(trace, seq);
      for (const auto& [before, kind] : {std::pair{"the loop resumes ", Kind::task_resumed},
                                         std::pair{"the loop starts ", Kind::task_started}}) {
        std::string task = between(next, before, ":");
        task = task.substr(0, task.find('.'));
        task = task.substr(0, task.find(" where"));
        if (task.empty()) {
          continue;
        }
        REQUIRE(deed < trace.size());
        CHECK(trace[deed].kind == kind);
        CHECK(trace.label(trace[deed].task) == task);
      }
      if (next.find("waits until") != std::string::npos) {
        REQUIRE(deed < trace.size());
        CHECK(trace[deed].kind == Kind::clock_advanced);
        CHECK(next.find(total_text(trace[deed].t_ns)) != std::string::npos);
      }
      if (next.find("ends.") != std::string::npos ||
          next.find("closes down") != std::string::npos) {
        CHECK((deed == trace.size() || trace.log().task(trace[deed].task).internal));
      }
    }
  }
}

TEST_CASE("whoever has the thread keeps it until the time that is said") {
  for (const auto& [name, trace] : all_runs()) {
    StateReader reader(trace);
    for (Seq seq = 0; seq < trace.size(); ++seq) {
      const State& state = reader.at(seq);
      const std::string next = narrate(trace, state, Depth::happened).next;
      const std::string when = between(next, " at ", ":");
      if (state.running == kNoTask || next.find("keeps the thread until") == std::string::npos ||
          next.find("no time passes") != std::string::npos) {
        continue;
      }
      INFO(name << " " << seq << ": " << next);
      const auto events = trace.events_of(state.running);
      const auto end = std::find_if(events.begin(), events.end(), [&](std::uint32_t each) {
        return each > seq && (is_end(trace[each].kind) || trace[each].kind == Kind::task_suspended);
      });
      REQUIRE(end != events.end());
      CHECK(when == total_text(trace[*end].t_ns));
    }
  }
}

TEST_CASE("every event has a sentence at every depth, ending in a full stop") {
  for (const auto& [name, trace] : all_runs()) {
    StateReader reader(trace);
    for (Seq seq = 0; seq < trace.size(); ++seq) {
      for (const Depth depth : {Depth::happened, Depth::mechanics, Depth::terms}) {
        const Narration narration = narrate(trace, reader.at(seq), depth);
        INFO(name << " " << seq << ": " << narration.happened << " / " << narration.next);
        CHECK(narration.happened.back() == '.');
        CHECK(narration.next.back() == '.');
      }
    }
  }
}

TEST_CASE("a slot is taken and given back, a lock too, and a barrier opens") {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const ResourceId slots = run.resource("slots", ResourceType::semaphore, main, 2);
  const ResourceId server = run.resource("server", ResourceType::server, main, 5);
  const ResourceId door = run.resource("door", ResourceType::lock, main, 1);
  const ResourceId gate = run.resource("gate", ResourceType::barrier, main, 2);
  const Seq first = run.size();
  run.change(main, slots, "acquired", 1).change(kProgram, slots, "released", 2);
  run.change(main, server, "acquired", 4).change(main, server, "released", 5);
  run.change(main, door, "acquired", 0).change(main, door, "released", 1);
  run.change(main, gate, "arrived", 1).change(main, gate, "tripped", 0);
  run.change(main, gate, "left", 0);
  run.finish(main).end_loop(main);
  const Trace trace = run.trace();
  const char* expected[] = {"main takes one of the slots: 1 left.",
                            "The program gives one of the slots back: 2 free.",
                            "main takes a slot of the server: 4 left.",
                            "main gives a slot of the server back: 5 free.",
                            "main takes the lock door.",
                            "main releases the lock door.",
                            "main comes to the barrier gate: 1 there.",
                            "All have come to the barrier gate: it opens.",
                            "main leaves the barrier gate before all have come: 0 there."};
  for (std::size_t i = 0; i < std::size(expected); ++i) {
    CHECK(describe(trace, first + i) == expected[i]);
  }
}

TEST_CASE("a late timer says when it was due and why it is late") {
  const Trace trace = boiling_water_concurrent(325 * kMs);
  Seq resumed = trace.step_begin(1);
  while (trace[resumed].kind != Kind::task_resumed || trace[resumed].task != 2) {
    ++resumed;
  }
  CHECK(describe(trace, resumed) ==
        "boiling_water resumes: due 2.0 s, resumed at 2.1 s: the thread was taken by "
        "checking_messages.");
}

TEST_CASE("the deepest narration tells the event and asyncio's own terms") {
  const Trace trace = boiling_water_concurrent();
  const Narration narration = at(trace, end_of_step(trace, 8), Depth::terms);
  CHECK(narration.position.find(" · event ") != std::string::npos);
  CHECK(narration.happened.find("_ready") != std::string::npos);
  CHECK(narration.happened.find("call_soon") != std::string::npos);
}

TEST_CASE(
    "after a bare yield the task's step itself is in the queue, after a future its wakeup is") {
  const Trace trace = boiling_water_concurrent();
  const Seq yielded = find(trace, Kind::task_resumed);  // reading_book, in its second turn
  CHECK(at(trace, yielded, Depth::terms).happened.ends_with("; __step calls coro.send(None)."));
  CHECK(at(trace, previous_stop(trace, yielded), Depth::terms).next.find("calls Task.__step.") !=
        std::string::npos);
  const Seq woken = find(trace, Kind::task_resumed, trace.advances()[0]);  // boiling_water
  CHECK(at(trace, woken, Depth::terms)
            .happened.ends_with("; __wakeup calls __step, and that coro.send(None)."));
  CHECK(at(trace, trace.ended_at(2), Depth::mechanics)
            .happened.ends_with(
                "A callback, which goes to the ready queue, tells gather, which main waits for."));
}

TEST_CASE("idling is told with its length and what it waits for") {
  const Trace trace = boiling_water_concurrent();
  const Seq advance = trace.advances()[1];
  CHECK(describe(trace, advance) == "Nothing was ready: the loop waited 1 s, until 3.0 s.");
  CHECK(at(trace, previous_stop(trace, advance)).next ==
        "Next the loop waits until 3.0 s: nothing is ready, and the timer of boiling_water is due "
        "then.");
}

TEST_CASE("callbacks between now and the next step are told with the mechanics") {
  const Trace trace = boiling_water_concurrent();
  const Seq ended = trace.ended_at(2);
  CHECK(at(trace, ended).next ==
        "Next the loop resumes main: the last that it waited for, boiling_water, has ended.");
  CHECK(at(trace, ended, Depth::mechanics).next.find("First gather's callback runs") !=
        std::string::npos);
}

TEST_CASE("a task that is just about to become ready is said to run for what makes it so") {
  const Trace trace = cancelled_sleep();
  CHECK(at(trace, trace.ended_at(2)).next == "Next the loop resumes main: long_job was cancelled.");
}

TEST_CASE("the mechanics say in which iteration the next step is, and what an idle wait is for") {
  const Trace trace = boiling_water_concurrent();
  CHECK(at(trace, end_of_step(trace, 8), Depth::mechanics).next ==
        "Next the loop resumes reading_book: it is first in the ready queue. It is taken from the "
        "front of the queue; 1 task stays behind it. That step is in iteration 5.");
  const Seq before = previous_stop(trace, trace.advances()[1]);
  CHECK(at(trace, before, Depth::mechanics).next ==
        at(trace, before).next + " It is the only timer set.");
  CHECK(at(trace, before, Depth::terms)
            .next.ends_with(
                "_ready is empty, so select() gets a timeout of 1 s, up to _scheduled[0].when()."));
}

TEST_CASE("main's end is followed by the loop's closing down") {
  const Trace trace = boiling_water_concurrent();
  CHECK(at(trace, trace.ended_at(1)).next ==
        "Next the loop closes down: nothing of the program is left to do.");
  CHECK(at(trace, trace.size() - 1).position == "step 13 of 13 · 3 s");
}

TEST_CASE("a sequential program has no loop in its narration") {
  const Trace trace = boiling_water_sequential();
  for (Seq seq = 0; seq < trace.size(); ++seq) {
    const Narration narration = at(trace, seq, Depth::terms);
    INFO(narration.happened << " / " << narration.next);
    CHECK(narration.happened.find("loop") == std::string::npos);
    CHECK(narration.next.find("loop") == std::string::npos);
  }
  CHECK(at(trace, trace.ended_at(1)).next == "Next the program calls reading_book.");
  CHECK(at(trace, find(trace, Kind::blocked)).next ==
        "Nothing else runs until 2.0 s: boiling_water keeps the thread while it waits.");
}

TEST_CASE("a generator is made, asked and goes on where it yielded") {
  const Trace trace = book_generators();
  CHECK(describe(trace, trace.created_at(1)) ==
        "The program makes the generator reading_book: not a line of it has run yet.");
  CHECK(describe(trace, end_of_step(trace, 1)) ==
        "reading_book yields after page 1: whoever asked it goes on.");
  CHECK(at(trace, end_of_step(trace, 2)).next ==
        "Next reading_book resumes where it yielded: it is asked for its next turn.");
}

TEST_CASE("a caller waits for what it calls") {
  const Trace trace = nested_calls();
  CHECK(at(trace, trace.step_begin(1)).next == "Next main calls helper at 0.1 s.");
  CHECK(describe(trace, find(trace, Kind::task_suspended)) ==
        "main calls helper and waits until it returns.");
  CHECK(at(trace, find(trace, Kind::task_ready)).next == "Next main goes on: helper has returned.");
}

TEST_CASE("awaiting a coroutine is told as no new task") {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  run.add(Kind::coroutine_entered, main, run.log()->intern("say"));
  const Trace trace = run.trace();
  CHECK(describe(trace, trace.size() - 1) ==
        "main awaits say, no new task: main itself goes on inside.");
}

TEST_CASE("a delivered cancellation is told where it arrives") {
  const Trace trace = cancelled_sleep();
  CHECK(describe(trace, find(trace, Kind::cancel_requested)) ==
        "main asks for long_job to be cancelled: it is not delivered yet.");
  Seq resumed = find(trace, Kind::cancel_requested);
  resumed = find(trace, Kind::task_resumed, resumed);
  CHECK(describe(trace, resumed) ==
        "long_job resumes, and its await raises CancelledError: main has cancelled it.");
}

TEST_CASE("a run that still goes on has no total and no end") {
  LogBuilder run;
  run.begin_loop();
  run.create("main", kProgram);
  const Trace trace = run.trace();
  const Narration narration = at(trace, trace.size() - 1);
  CHECK(narration.position == "step 0 · 0 s");
  CHECK(narration.next == "What comes next has not happened yet.");
}

TEST_CASE("a trace with ids that lead nowhere is told without a fall") {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  for (int kind = 0; kind < kKindCount; ++kind) {
    if (kind == static_cast<int>(Kind::task_created)) {
      continue;
    }
    for (int code = 0; code < 3; ++code) {
      const auto which = static_cast<Kind>(kind);
      const bool is_text = which == Kind::program_failed || begins_step(which) || is_end(which) ||
                           which == Kind::coroutine_entered || which == Kind::coroutine_left ||
                           which == Kind::output || which == Kind::warning;
      run.add(which, main, is_text ? 0 : 999, static_cast<std::uint8_t>(code));
    }
  }
  for (int reason = 0; reason < kReasonCount; ++reason) {
    run.suspend(main, static_cast<Reason>(reason), 999);
  }
  for (int cause = 0; cause < kCauseCount; ++cause) {
    run.ready(main, static_cast<Cause>(cause), 999);
  }
  const Trace trace = run.trace();
  StateReader reader(trace);
  for (Seq seq = 0; seq < trace.size(); ++seq) {
    CHECK_FALSE(describe(trace, seq).empty());
    const State& state = reader.at(seq);
    CHECK_FALSE(narrate(trace, state, Depth::terms).next.empty());
    (void)why_not(trace, state, main);
  }
}
