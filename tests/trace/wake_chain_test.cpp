#include "app/trace/wake_chain.h"

#include <algorithm>

#include "app/trace/stops.h"
#include "tests/catch.h"
#include "tests/trace/log_builder.h"
#include "tests/trace/runs.h"

using namespace interleave;
using namespace interleave::test;

namespace {

Seq last(const Trace& trace, Kind kind, TaskId task) {
  Seq seq = trace.size() - 1;
  while (trace[seq].kind != kind || trace[seq].task != task) {
    --seq;
  }
  return seq;
}

}  // namespace

TEST_CASE("a sleeper was woken by its timer, through the timer's callback") {
  const Trace trace = boiling_water_concurrent();
  const Seq resumed = last(trace, Kind::task_resumed, 2);
  const auto link = previous_link(trace, resumed);
  REQUIRE(link);
  CHECK(link->waker == Waker::timer);
  CHECK(link->by == 2);
  CHECK(trace[link->cause].kind == Kind::timer_fired);
  REQUIRE(link->callbacks.size() == 1);
  CHECK(trace[link->callbacks[0]].callback() == CallbackKind::timer);
  CHECK(link->step == resumed);
  CHECK(sentence_on(trace, *link) ==
        "boiling_water became ready at 3.0 s, through the callback of boiling_water's timer: its "
        "sleep is over.");
}

TEST_CASE("whoever gathers was woken by the last child's end, through gather's callback") {
  const Trace trace = boiling_water_concurrent();
  const auto link = previous_link(trace, last(trace, Kind::task_resumed, 1));
  REQUIRE(link);
  CHECK(link->waker == Waker::task);
  CHECK(link->by == 2);
  CHECK(link->cause == trace.ended_at(2));
  CHECK(link->callbacks.size() == 1);
}

TEST_CASE("the chain is the same from the other side") {
  const Trace trace = boiling_water_concurrent();
  const auto links = next_links(trace, trace.ended_at(2));
  REQUIRE(links.size() == 1);
  CHECK(links[0].woken == 1);
  CHECK(links[0].step == last(trace, Kind::task_resumed, 1));
  const auto created = next_links(trace, trace.step_begin(1));
  REQUIRE(created.size() == 3);
  CHECK(created[0].woken == 2);
  CHECK(created[2].woken == 4);
  CHECK(sentence_on(trace, created[0]) ==
        "boiling_water was ready from 0.0 s: main has created it.");
}

TEST_CASE("a yield is its own doing, and wakes nobody") {
  const Trace trace = book_concurrent();
  const auto link = previous_link(trace, last(trace, Kind::task_resumed, 2));
  REQUIRE(link);
  CHECK(link->waker == Waker::itself);
  CHECK(next_links(trace, link->cause).empty());
}

TEST_CASE("an item that is put wakes who waits for it") {
  const Trace trace = producer_consumer();
  Seq ready = 0;
  while (trace[ready].kind != Kind::task_ready || trace[ready].cause() != Cause::item) {
    ++ready;
  }
  const auto link = previous_link(trace, ready);
  REQUIRE(link);
  CHECK(link->waker == Waker::task);
  CHECK(trace[link->cause].kind == Kind::resource_changed);
  const auto links = next_links(trace, link->cause);
  CHECK(std::any_of(links.begin(), links.end(),
                    [&](const WakeLink& each) { return each.ready == ready; }));
}

TEST_CASE("a job's end wakes who waits for it") {
  const Trace trace = waiting_job();
  Seq ready = 0;
  while (trace[ready].kind != Kind::task_ready || trace[ready].cause() != Cause::job) {
    ++ready;
  }
  const auto link = previous_link(trace, ready);
  REQUIRE(link);
  CHECK(link->waker == Waker::job);
  CHECK(trace[link->cause].kind == Kind::job_finished);
}

TEST_CASE("a task that has been late for the thread says so") {
  const Trace trace = boiling_water_concurrent(325 * kMs);
  LogBuilder run;
  run.begin_loop();
  const TaskId a = run.create("a", kProgram);
  const TaskId b = run.create("b", kProgram);
  run.iteration(2).start(a).work(a, kSecond).finish(a).start(b).finish(b);
  const Trace late = run.trace();
  const auto link = previous_link(late, late.ended_at(b));
  REQUIRE(link);
  CHECK(sentence_on(late, *link) ==
        "b was ready from 0.0 s: the program has handed it to the loop; it had to wait for the "
        "thread until 1.0 s.");
  CHECK(link->waker == Waker::program);
}

TEST_CASE("what is no task's has no link") {
  const Trace trace = boiling_water_concurrent();
  CHECK_FALSE(previous_link(trace, 0));
  CHECK(next_links(trace, 0).empty());
  CHECK(next_links(trace, trace.size()).empty());
}
