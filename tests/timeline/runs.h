#pragma once

#include <vector>

#include "tests/trace/log_builder.h"

/// Small runs for the layout, written by hand.
namespace interleave::test {

/// main gathers a sleeper (2 s, then 1 s), a reader and a checker (4 times 0.2 s each, in turns).
[[nodiscard]] inline Trace boiling_water() {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const TaskId water = run.create("boiling_water", main);
  const TaskId book = run.create("reading_book", main);
  const TaskId mail = run.create("checking_messages", main);
  run.gather(main, {water, book, mail});
  run.iteration(3).start(water).print(water, "boiling for 1 sec");
  const TimerId first = run.sleep(water, 2 * kSecond);
  for (int turn = 1; turn <= 4; ++turn) {
    if (turn > 1) {
      run.iteration(2);
    }
    for (const TaskId task : {book, mail}) {
      turn == 1 ? run.start(task) : run.resume(task);
      run.print(task,
                (task == book ? "reading page " : "reading new message ") + std::to_string(turn));
      run.work(task, 200 * kMs);
      turn < 4 ? run.yield(task) : run.finish(task);
    }
  }
  run.iteration(2).callback(CallbackKind::gather, book).callback(CallbackKind::gather, mail);
  run.idle_until(2 * kSecond).fire(first).iteration(1).wake(first);
  run.iteration(1).resume(water).print(water, "boiling for 3 sec");
  const TimerId second = run.sleep(water, kSecond);
  run.idle_until(3 * kSecond).fire(second).iteration(1).wake(second);
  run.iteration(1).resume(water).print(water, "boiling for 5 sec").finish(water);
  run.iteration(1).callback(CallbackKind::gather, water).ready(main, Cause::gather, water);
  run.iteration(1).resume(main).finish(main).end_loop(main);
  return run.trace();
}

/// The same without a loop: 3 s blocked, then 0.8 s and 0.8 s of work.
[[nodiscard]] inline Trace boiling_water_in_turn() {
  LogBuilder run;
  const auto called = [&](std::string_view name) {
    const TaskId task = run.create(name, kProgram);
    run.start(task);
    return task;
  };
  const TaskId water = called("boiling_water");
  run.print(water, "boiling for 1 sec").block(water, 2 * kSecond);
  run.print(water, "boiling for 3 sec").block(water, kSecond);
  run.print(water, "boiling for 5 sec").finish(water);
  for (const std::string_view name : {"reading_book", "checking_messages"}) {
    const TaskId task = called(name);
    for (int i = 1; i <= 4; ++i) {
      run.print(task, "page " + std::to_string(i)).work(task, 200 * kMs);
    }
    run.finish(task);
  }
  run.end();
  return run.trace("sequential");
}

/// `tasks` tasks that take `rounds` turns of a millisecond each.
[[nodiscard]] inline Trace many_turns(std::uint32_t tasks, std::uint32_t rounds) {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  std::vector<TaskId> ids;
  for (std::uint32_t i = 0; i < tasks; ++i) {
    ids.push_back(run.create("worker", main));
  }
  run.gather(main, ids);
  for (std::uint32_t round = 0; round < rounds; ++round) {
    run.iteration(tasks);
    for (const TaskId task : ids) {
      round == 0 ? run.start(task) : run.resume(task);
      run.work(task, kMs);
      round + 1 < rounds ? run.yield(task) : run.finish(task);
    }
  }
  run.iteration(1).callback(CallbackKind::gather, ids.back());
  run.ready(main, Cause::gather, ids.back());
  run.iteration(1).resume(main).finish(main).end_loop(main);
  return run.trace();
}

}  // namespace interleave::test
