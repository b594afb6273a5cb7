#include "app/trace/open_awaits.h"

#include <random>

#include "app/trace/awaits.h"
#include "tests/catch.h"
#include "tests/trace/log_builder.h"

using namespace interleave;
using namespace interleave::test;

namespace {

// What awaits_at() promises, by all of the task's events.
Awaits plain_awaits(const Trace& trace, TaskId task, Seq seq) {
  Awaits awaits;
  std::size_t earlier = 0;
  for (const std::uint32_t each : trace.events_of(task)) {
    if (each > seq) {
      break;
    }
    const Event event = trace[each];
    if (begins_step(event.kind)) {
      earlier = awaits.open.size();
      awaits.never_suspended = 0;
      awaits.last = kNoText;
    } else if (event.kind == Kind::coroutine_entered) {
      awaits.open.push_back(event.a);
    } else if (event.kind == Kind::coroutine_left && !awaits.open.empty()) {
      const bool is_of_this_step = awaits.open.size() > earlier;
      awaits.never_suspended += is_of_this_step ? 1 : 0;
      awaits.last = is_of_this_step ? awaits.open.back() : awaits.last;
      awaits.open.pop_back();
      earlier = std::min(earlier, awaits.open.size());
    }
  }
  awaits.entered = awaits.open.size() > earlier ? awaits.open[earlier] : kNoText;
  return awaits;
}

void put(EventLog& log, Kind kind, TaskId task, std::uint32_t a) {
  Event& event = log.append();
  event.kind = kind;
  event.task = task;
  event.a = a;
}

// Two tasks that enter and leave coroutines in any order, leave more than they entered too.
Trace at_random(unsigned seed) {
  auto log = std::make_shared<EventLog>();
  std::mt19937 random(seed);
  const TextId names[] = {log->intern("fetch"), log->intern("read"), log->intern("parse")};
  for (TaskId task = 1; task <= 2; ++task) {
    log->add(TaskInfo{.name = names[0], .coroutine = names[0]});
    put(*log, Kind::task_created, task, 0);
  }
  for (int i = 0; i < 300; ++i) {
    const TaskId task = 1 + static_cast<TaskId>(random() % 2);
    const auto what = random() % 8;
    const Kind kind = what < 3   ? Kind::coroutine_entered
                      : what < 6 ? Kind::coroutine_left
                      : what < 7 ? Kind::task_resumed
                                 : Kind::output;
    put(*log, kind, task, what < 6 ? names[random() % 3] : kNoText);
  }
  return {{}, log};
}

}  // namespace

TEST_CASE("what a task awaits is known at each event without what was before") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const Trace trace = at_random(seed);
    for (Seq seq = 0; seq < trace.size(); ++seq) {
      for (TaskId task = 1; task <= 2; ++task) {
        const Awaits plain = plain_awaits(trace, task, seq);
        const Awaits quick = awaits_at(trace, task, seq);
        REQUIRE(quick.open == plain.open);
        REQUIRE(quick.entered == plain.entered);
        REQUIRE(quick.never_suspended == plain.never_suspended);
        REQUIRE(quick.last == plain.last);
      }
    }
  }
}

TEST_CASE("a task that never awaited has nothing open") { CHECK(OpenAwaits().at(1, 100).empty()); }
