#include "app/trace/comparison.h"

#include "app/trace/intervals.h"
#include "tests/catch.h"
#include "tests/trace/log_builder.h"
#include "tests/trace/runs.h"

using namespace interleave;
using namespace interleave::test;

namespace {

/// A program that prints one line and ends after a while.
Trace printing(const std::string& line, std::int64_t length_ns = kSecond) {
  LogBuilder run;
  const TaskId main = run.create("main", kProgram);
  run.start(main).block(main, length_ns).print(main, line).finish(main);
  run.end();
  return run.trace();
}

}  // namespace

TEST_CASE("for every run T is C + P - O_cc - O_pp - O_cp + Z to the nanosecond") {
  for (const auto& [name, trace] : all_runs()) {
    INFO(name);
    const Balance b = balance_of(trace);
    CHECK(b.total_ns == b.computing_ns + b.waiting_ns - b.overlap_cc_ns - b.overlap_pp_ns -
                            b.overlap_cp_ns + b.neither_ns);
    CHECK(b.total_ns == b.worked_ns + b.blocked_ns + b.idle_ns);
    CHECK(b.total_ns == trace.end_ns());
  }
}

TEST_CASE("for every two runs the terms add up to the time saved") {
  const auto runs = all_runs();
  for (const auto& [one_name, one] : runs) {
    for (const auto& [other_name, other] : runs) {
      INFO(one_name << " / " << other_name);
      const Comparison comparison = compare(one, other);
      if (!comparison.comparable) {
        CHECK(comparison.terms.empty());
        continue;
      }
      std::int64_t sum_ns = 0;
      for (const SavedTerm& term : comparison.terms) {
        CHECK(term.saved_ns != 0);
        CHECK_FALSE(term.words.empty());
        sum_ns += term.saved_ns;
      }
      CHECK(sum_ns == comparison.saved_ns);
    }
  }
}

TEST_CASE("the balance of boiling water is the known one") {
  const Balance a = balance_of(boiling_water_sequential());
  CHECK(a.total_ns == 4600 * kMs);
  CHECK(a.computing_ns == 1600 * kMs);
  CHECK(a.waiting_ns == 3000 * kMs);
  CHECK(a.blocked_ns == 3000 * kMs);
  const Balance b = balance_of(boiling_water_concurrent());
  CHECK(b.total_ns == 3000 * kMs);
  CHECK(b.computing_ns == 1600 * kMs);
  CHECK(b.waiting_ns == 3000 * kMs);
  CHECK(b.overlap_cp_ns == 1600 * kMs);
  CHECK(b.idle_ns == 1400 * kMs);
  CHECK(b.switches == 13);
}

TEST_CASE("boiling water is compared in the words of the design") {
  const Comparison comparison = compare(boiling_water_sequential(), boiling_water_concurrent());
  CHECK(comparison.headline == "1.6 s saved, 1.53× as fast");
  CHECK(comparison.explanation ==
        "1.6 s of reading and messages was done while the water was waited for");
  CHECK(comparison.result_note.empty());
}

TEST_CASE("the catalogue's nouns go before those made of names") {
  const Trace made = boiling_water_concurrent();
  TraceHeader header = made.header();
  header.nouns = {{"reading_book", "the book", ""}, {"boiling_water", "", "the kettle"}};
  auto log = std::make_shared<EventLog>();
  for (TaskId task = 1; task <= made.log().task_count(); ++task) {
    TaskInfo info = made.log().task(task);
    info.name = log->intern(made.log().text(info.name));
    info.label = log->intern(made.log().text(info.label));
    info.coroutine = log->intern(made.log().text(info.coroutine));
    log->add(std::move(info));
  }
  for (TimerId timer = 1; timer <= made.log().timer_count(); ++timer) {
    log->add(TimerInfo(made.log().timer(timer)));
  }
  for (Seq seq = 0; seq < made.size(); ++seq) {
    Event event = made[seq];
    event.a = event.kind == Kind::output ? kNoText : event.a;
    log->append() = event;
  }
  CHECK(compare(boiling_water_sequential(), Trace(header, log)).explanation ==
        "1.6 s of the book and messages was done while the kettle was waited for");
}

TEST_CASE("where nothing waits taking turns saves nothing") {
  for (const Trace& other : {book_concurrent(), book_generators()}) {
    const Comparison comparison = compare(book_sequential(), other);
    CHECK(comparison.headline == "same time");
    CHECK(comparison.explanation == "nothing waits: taking turns saves nothing");
    CHECK(comparison.terms.empty());
  }
}

TEST_CASE("a single chain gains nothing") {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const TimerId timer = run.sleep(main, kSecond);
  run.idle_until(kSecond).fire(timer).iteration(1).wake(timer);
  run.iteration(1).resume(main).print(main, "done").finish(main);
  run.end_loop(main);
  const Comparison comparison = compare(printing("done"), run.trace());
  CHECK(comparison.headline == "same time");
  CHECK(comparison.explanation == "each part needs the one before");
}

TEST_CASE("two processes compute side by side") {
  LogBuilder run;
  for (const char* name : {"talking", "driving"}) {
    const TaskId task = run.create(name, kProgram);
    run.start(task).work(task, kSecond).finish(task);
  }
  run.end();
  const Comparison comparison = compare(run.trace(), two_processes());
  CHECK(comparison.headline == "1.0 s saved, 2× as fast");
  CHECK(comparison.explanation == "1.0 s was computed by a second worker");
}

TEST_CASE("waiting jobs overlap with sleeps") {
  const Balance b = balance_of(waiting_job());
  CHECK(b.waiting_ns == 3 * kSecond);
  CHECK(b.overlap_pp_ns == kSecond);
  CHECK(b.total_ns == 2 * kSecond);
}

TEST_CASE("jobs that compute in threads compute one after the other, and save nothing") {
  const Trace threads = two_threads_under_one_lock();
  const Balance b = balance_of(threads);
  CHECK(b.total_ns == 2 * kSecond);
  CHECK(b.computing_ns == 2 * kSecond);
  CHECK(b.overlap_cc_ns == 0);
  CHECK(b.neither_ns == 0);
  LogBuilder run;
  const TaskId task = run.create("main", kProgram);
  run.start(task).work(task, 2 * kSecond).finish(task);
  run.end();
  const Comparison comparison = compare(run.trace(), threads);
  CHECK(comparison.headline == "same time");
  CHECK(comparison.explanation ==
        "nothing waits, and threads compute one at a time: nothing is saved");
}

TEST_CASE("a cancelled sleep counts until it was cancelled") {
  const Balance b = balance_of(cancelled_sleep());
  CHECK(b.waiting_ns == 4 * kSecond);
  CHECK(b.overlap_pp_ns == 2 * kSecond);
}

TEST_CASE("a late timer's sleep counts to its due time") {
  const Balance b = balance_of(boiling_water_concurrent(325 * kMs));
  CHECK(b.computing_ns == 2100 * kMs);
  CHECK(b.waiting_ns == 3000 * kMs);
}

TEST_CASE("a slower run is told as slower, by its own terms") {
  const Comparison comparison = compare(printing("x", 4 * kSecond), printing("x", 4800 * kMs));
  CHECK(comparison.headline == "0.8 s slower, takes 1.2 times as long");
  CHECK(comparison.explanation == "it adds 0.8 s of waiting");
  CHECK(comparison.saved_ns == -800 * kMs);
}

TEST_CASE("a run that failed has no ratio") {
  const Comparison comparison = compare(printing("x"), two_locks_deadlock());
  CHECK_FALSE(comparison.comparable);
  CHECK(comparison.headline == "did not finish: deadlock at 0.0 s");
  CHECK(compare(two_locks_deadlock(), printing("x")).headline ==
        "the baseline did not finish: deadlock at 0.0 s");
}

TEST_CASE("an endless run was watched") {
  const Comparison comparison = compare(printing("x"), endless());
  CHECK_FALSE(comparison.comparable);
  CHECK(comparison.headline == "watched to 3 s");
  CHECK(comparison.explanation == "by then it had printed 2 lines, the baseline 1");
}

TEST_CASE("a run that goes on is not compared") {
  LogBuilder run;
  run.create("main", kProgram);
  CHECK(compare(printing("x"), run.trace()).headline == "still going on");
}

TEST_CASE("runs of no length are compared without dividing by zero") {
  CHECK(compare(printing("x", 0), printing("x", kSecond)).headline == "1.0 s slower");
  CHECK(compare(printing("x", kSecond), printing("x", 0)).headline == "1.0 s saved");
  CHECK(compare(printing("x", 0), printing("x", 0)).headline == "same time");
}

TEST_CASE("the first line's time is known") {
  CHECK(first_output_ns(printing("x")) == kSecond);
  CHECK(first_output_ns(two_locks_deadlock()) == -1);
}
