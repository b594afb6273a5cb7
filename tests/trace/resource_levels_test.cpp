#include "app/trace/resource_levels.h"

#include <utility>
#include <vector>

#include "tests/catch.h"
#include "tests/trace/log_builder.h"

using namespace interleave;
using namespace interleave::test;

namespace {

/// main puts two items; a consumer waits for the first and takes one.
Trace with_a_queue() {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const ResourceId queue = run.resource("data", ResourceType::queue, main, 5);
  const TaskId consumer = run.create("consumer", main);
  run.sleep(main, kSecond);
  run.iteration(1).start(consumer).suspend(consumer, Reason::queue_get, queue);
  run.idle_until(kSecond).iteration(1).resume(main).change(main, queue, "put", 1);
  run.ready(consumer, Cause::item, main).change(main, queue, "put", 2).finish(main);
  run.iteration(1).resume(consumer).change(consumer, queue, "got", 1).finish(consumer);
  run.end_loop(main);
  return run.trace();
}

}  // namespace

TEST_CASE("a queue's level and who waits for it are known after each event") {
  const Trace trace = with_a_queue();
  const ResourceLevels& levels = trace.resource_levels();
  std::vector<std::pair<std::int64_t, std::uint32_t>> course;
  for (const ResourceLevel& level : levels.of(1)) {
    course.emplace_back(level.level, level.waiting);
  }
  const std::vector<std::pair<std::int64_t, std::uint32_t>> expected = {{0, 0}, {0, 1}, {1, 1},
                                                                        {1, 0}, {2, 0}, {1, 0}};
  CHECK(course == expected);
  CHECK(levels.highest(1) == 2);
  CHECK(levels.most_waiting(1) == 1);
}

TEST_CASE("the level at an event is that of the last change at or before it") {
  const Trace trace = with_a_queue();
  const ResourceLevels& levels = trace.resource_levels();
  const auto course = levels.of(1);
  CHECK(levels.at(1, 0) == nullptr);
  for (const ResourceLevel& level : course) {
    CHECK(levels.at(1, level.seq) == &level);
  }
  CHECK(levels.at(1, trace.size()) == &course.back());
  CHECK(levels.at(7, trace.size()) == nullptr);
  CHECK(levels.of(0).empty());
}

TEST_CASE("a lock has a holder, a semaphore begins with all of its slots") {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const ResourceId lock = run.resource("fork", ResourceType::lock, main, 1);
  const ResourceId slots = run.resource("slots", ResourceType::semaphore, main, 3);
  run.change(main, lock, "acquired", 0).change(main, slots, "acquired", 2);
  run.change(main, lock, "released", 1).finish(main).end_loop(main);
  const Trace trace = run.trace();
  const auto held = trace.resource_levels().of(lock);
  REQUIRE(held.size() == 3);
  CHECK(held[0].holder == kNoTask);
  CHECK(held[1].holder == main);
  CHECK(held[2].holder == kNoTask);
  CHECK(trace.resource_levels().of(slots)[0].level == 3);
  CHECK(trace.resource_levels().of(slots)[1].level == 2);
}

TEST_CASE("of a beginning only what has happened is known") {
  const Trace whole = with_a_queue();
  const Seq seq = whole.resource_levels().of(1)[2].seq;
  const Trace beginning = Trace::beginning_of(whole, seq + 1);
  CHECK(beginning.resource_levels().of(1).size() == 3);
  CHECK(beginning.resource_levels().highest(1) == 1);
}

TEST_CASE("of very many changes the one at an event and the range of some are found by blocks") {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const ResourceId queue = run.resource("data", ResourceType::queue, main, 500);
  for (std::int64_t i = 0; i < 400; ++i) {
    run.change(main, queue, "put", i * 37 % 101);
    run.print(main, "a line");
  }
  run.finish(main);
  run.end_loop(main);
  const Trace trace = run.trace();
  const ResourceLevels& levels = trace.resource_levels();
  const auto all = levels.of(queue);
  bool same = true;
  std::size_t count = 0;
  for (Seq seq = 0; seq < trace.size(); ++seq) {
    count += count < all.size() && all[count].seq == seq ? 1 : 0;
    same = same && levels.count_until(queue, seq) == count;
    same = same && levels.at(queue, seq) == (count == 0 ? nullptr : &all[count - 1]);
  }
  CHECK(same);
  for (const std::size_t from : {0U, 5U, 31U, 32U, 100U, 330U}) {
    for (std::size_t to = from + 1; to <= all.size(); ++to) {
      // Up to a block more at either end.
      const auto range_of = [&](std::size_t more) {
        const auto begin = all.begin() + static_cast<std::ptrdiff_t>(from - std::min(from, more));
        const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), to + more));
        const auto [low, high] = std::minmax_element(
            begin, end,
            [](const ResourceLevel& a, const ResourceLevel& b) { return a.level < b.level; });
        return std::pair(low->level, high->level);
      };
      const LevelRange range = levels.range(queue, from, to);
      same = same && range.lowest <= range_of(0).first && range.highest >= range_of(0).second;
      same = same && range.lowest >= range_of(32).first && range.highest <= range_of(32).second;
    }
  }
  CHECK(same);
}
