#include "tests/trace/runs.h"

#include <string>

#include "tests/trace/log_builder.h"

namespace interleave::test {

namespace {

/// One turn of reading or of checking messages; the last one ends the task.
void turn(LogBuilder& run, TaskId task, const std::string& what, int n, std::int64_t length_ns) {
  n == 1 ? run.start(task) : run.resume(task);
  run.print(task, what + std::to_string(n)).work(task, length_ns);
  n < 4 ? run.yield(task) : run.finish(task);
}

void call(LogBuilder& run, const char* name, const std::string& what) {
  const TaskId task = run.create(name, kProgram);
  run.start(task);
  for (int n = 1; n <= 4; ++n) {
    run.print(task, what + std::to_string(n)).work(task, 200 * kMs);
  }
  run.finish(task);
}

}  // namespace

Trace boiling_water_concurrent(std::int64_t page_ns) {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const TaskId water = run.create("boiling_water", main);
  const TaskId book = run.create("reading_book", main);
  const TaskId messages = run.create("checking_messages", main);
  run.gather(main, {water, book, messages});
  run.iteration(3).start(water).print(water, "boiling for 1 sec");
  TimerId timer = run.sleep(water, 2 * kSecond);
  bool awake = false;
  for (int n = 1; n <= 4; ++n) {
    if (n > 1) {
      run.iteration(2);
    }
    turn(run, book, "reading page ", n, page_ns);
    turn(run, messages, "reading new message ", n, 200 * kMs);
  }
  const std::int64_t read_ns = 4 * (page_ns + 200 * kMs);
  if (read_ns > 2 * kSecond) {
    run.fire(timer).iteration(3);
    run.callback(CallbackKind::gather, book).callback(CallbackKind::gather, messages).wake(timer);
    awake = true;
  } else {
    run.iteration(2);
    run.callback(CallbackKind::gather, book).callback(CallbackKind::gather, messages);
  }
  if (!awake) {
    run.idle_until(2 * kSecond).fire(timer).iteration(1).wake(timer);
  }
  run.iteration(1).resume(water).print(water, "boiling for 3 sec");
  timer = run.sleep(water, kSecond);
  run.idle_until(run.log()->timer(timer).due_ns).fire(timer).iteration(1).wake(timer);
  run.iteration(1).resume(water).print(water, "boiling for 5 sec").finish(water);
  run.iteration(1).callback(CallbackKind::gather, water).ready(main, Cause::gather, water);
  run.iteration(1).resume(main).finish(main);
  run.end_loop(main);
  return run.trace();
}

Trace boiling_water_sequential() {
  LogBuilder run;
  const TaskId water = run.create("boiling_water", kProgram);
  run.start(water).print(water, "boiling for 1 sec").block(water, 2 * kSecond);
  run.print(water, "boiling for 3 sec").block(water, kSecond);
  run.print(water, "boiling for 5 sec").finish(water);
  call(run, "reading_book", "reading page ");
  call(run, "checking_messages", "reading new message ");
  run.end();
  return run.trace("sequential");
}

Trace book_sequential() {
  LogBuilder run;
  call(run, "reading_book", "reading page ");
  call(run, "checking_messages", "reading new message ");
  run.end();
  return run.trace("sequential");
}

Trace book_concurrent() {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const TaskId book = run.create("reading_book", main);
  const TaskId messages = run.create("checking_messages", main);
  run.gather(main, {book, messages});
  for (int n = 1; n <= 4; ++n) {
    run.iteration(2);
    turn(run, book, "reading page ", n, 200 * kMs);
    turn(run, messages, "reading new message ", n, 200 * kMs);
  }
  run.iteration(2).callback(CallbackKind::gather, book).callback(CallbackKind::gather, messages);
  run.ready(main, Cause::gather, messages);
  run.iteration(1).resume(main).finish(main);
  run.end_loop(main);
  return run.trace();
}

Trace book_generators() {
  LogBuilder run;
  const TaskId book = run.create("reading_book", kProgram);
  const TaskId messages = run.create("checking_messages", kProgram);
  for (int n = 1; n <= 4; ++n) {
    turn(run, book, "reading page ", n, 200 * kMs);
    turn(run, messages, "reading new message ", n, 200 * kMs);
  }
  run.end();
  return run.trace("generators");
}

Trace nested_calls() {
  LogBuilder run;
  const TaskId main = run.create("main", kProgram);
  run.start(main).work(main, 100 * kMs);
  const TaskId helper = run.create("helper", main);
  run.suspend(main, Reason::call, helper).start(helper).block(helper, 500 * kMs);
  run.finish(helper, "7").ready(main, Cause::task, helper).resume(main);
  run.print(main, "7").finish(main);
  run.end();
  return run.trace("sequential");
}

Trace two_locks_deadlock() {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const ResourceId left = run.resource("left", ResourceType::lock, main);
  const ResourceId right = run.resource("right", ResourceType::lock, main);
  const TaskId a = run.create("a", main);
  const TaskId b = run.create("b", main);
  run.gather(main, {a, b});
  run.iteration(2);
  run.start(a).change(a, left, "acquired", 0).yield(a);
  run.start(b).change(b, right, "acquired", 0).yield(b);
  run.iteration(2);
  run.resume(a).suspend(a, Reason::lock, right);
  run.resume(b).suspend(b, Reason::lock, left);
  run.fail("deadlock: a holds left, waits for right, held by b, which waits for left");
  return run.trace("deadlock");
}

Trace two_processes() {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const ResourceId pool = run.resource("processes", ResourceType::pool, main, 2);
  const TaskId a = run.create("talking", main);
  const TaskId b = run.create("driving", main);
  run.gather(main, {a, b});
  run.iteration(2).start(a);
  const JobId one = run.job(a, pool, kSecond, true, 1);
  run.suspend(a, Reason::job, one).start(b);
  const JobId two = run.job(b, pool, kSecond, true, 2);
  run.suspend(b, Reason::job, two);
  run.idle_until(kSecond).finish_job(one).finish_job(two);
  run.iteration(2).wake_from(one).wake_from(two);
  run.iteration(2).resume(a).finish(a).resume(b).finish(b);
  run.iteration(2).callback(CallbackKind::gather, a).callback(CallbackKind::gather, b);
  run.ready(main, Cause::gather, b);
  run.iteration(1).resume(main).finish(main);
  run.end_loop(main);
  return run.trace("parallel");
}

Trace waiting_job() {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const TaskId heart = run.create("heartbeat", main);
  const ResourceId pool = run.resource("threads", ResourceType::pool, main, 4);
  const JobId job = run.job(main, pool, 2 * kSecond, false);
  run.suspend(main, Reason::job, job);
  run.iteration(1).start(heart);
  const TimerId timer = run.sleep(heart, kSecond);
  run.idle_until(kSecond).fire(timer).iteration(1).wake(timer);
  run.iteration(1).resume(heart).print(heart, "tick 1").finish(heart);
  run.idle_until(2 * kSecond).finish_job(job).iteration(1).wake_from(job);
  run.iteration(1).resume(main).finish(main);
  run.end_loop(main);
  return run.trace("threaded");
}

Trace two_threads_under_one_lock() {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const ResourceId pool = run.resource("threads", ResourceType::pool, main, 2);
  const JobId first = run.job(main, pool, kSecond, true, 1);
  const JobId second = run.job(main, pool, kSecond, true, 2);
  run.wait_for_lock(second).gather(main, {});
  for (const JobId job : {first, second}) {
    run.idle_until(job * kSecond).finish_job(job).iteration(1).callback(CallbackKind::job, job);
    run.iteration(1).callback(CallbackKind::gather, kNoTask);
  }
  run.ready(main, Cause::gather, kProgram).iteration(1).resume(main).finish(main);
  run.end_loop(main);
  return run.trace("threads");
}

Trace cancelled_sleep() {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const TaskId job = run.create("long_job", main);
  const TimerId at = run.sleep(main, 2 * kSecond);
  run.iteration(1).start(job);
  const TimerId length = run.sleep(job, 4 * kSecond);
  run.idle_until(2 * kSecond).fire(at).iteration(1).wake(at);
  run.iteration(1).resume(main).cancel(job, main);
  run.add(Kind::timer_cancelled, kNoTask, length);
  run.ready(job, Cause::cancel, main).suspend(main, Reason::task, job);
  run.iteration(1).resume(job, "CancelledError").print(job, "cleaned up").cancelled(job);
  run.ready(main, Cause::task, job);
  run.iteration(1).resume(main).print(main, "cancelled").finish(main);
  run.end_loop(main);
  return run.trace("cancelled");
}

Trace endless() {
  LogBuilder run;
  run.begin_loop();
  const TaskId one = run.create("one", kProgram);
  const TaskId two = run.create("two", kProgram);
  run.iteration(2).start(one);
  TimerId timer = run.sleep(one, kSecond);
  run.start(two).sleep(two, 10 * kSecond);
  for (int n = 1; n <= 2; ++n) {
    run.idle_until(n * kSecond).fire(timer).iteration(1).wake(timer);
    run.iteration(1).resume(one).print(one, "tick " + std::to_string(n));
    timer = run.sleep(one, kSecond);
  }
  run.stop_at(3 * kSecond);
  return run.trace("forever");
}

Trace producer_consumer() {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const ResourceId queue = run.resource("queue", ResourceType::queue, main);
  const TaskId producer = run.create("generate_data", main);
  const TaskId consumer = run.create("process_data", main);
  run.gather(main, {producer, consumer});
  run.iteration(2).start(producer);
  const TimerId timer = run.sleep(producer, kSecond);
  run.start(consumer).suspend(consumer, Reason::queue_get, queue);
  run.idle_until(kSecond).fire(timer).iteration(1).wake(timer);
  run.iteration(1).resume(producer).change(producer, queue, "put", 1);
  run.ready(consumer, Cause::item, producer).finish(producer);
  run.iteration(2).resume(consumer).change(consumer, queue, "got", 0).finish(consumer);
  run.callback(CallbackKind::gather, producer);
  run.iteration(1).callback(CallbackKind::gather, consumer).ready(main, Cause::gather, consumer);
  run.iteration(1).resume(main).finish(main);
  run.end_loop(main);
  return run.trace("queue");
}

Trace many_yields(std::uint32_t tasks, std::uint32_t rounds) {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  std::vector<TaskId> members;
  for (std::uint32_t i = 0; i < tasks; ++i) {
    members.push_back(run.create("worker", main));
  }
  run.gather(main, members);
  for (std::uint32_t round = 0; round <= rounds; ++round) {
    run.iteration(tasks);
    for (const TaskId task : members) {
      round == 0 ? run.start(task) : run.resume(task);
      round < rounds ? run.work(task, 1).yield(task) : run.finish(task);
    }
  }
  run.iteration(tasks);
  for (const TaskId task : members) {
    run.callback(CallbackKind::gather, task);
  }
  run.ready(main, Cause::gather, members.back());
  run.iteration(1).resume(main).finish(main);
  run.end_loop(main);
  return run.trace();
}

std::vector<std::pair<std::string, Trace>> all_runs() {
  std::vector<std::pair<std::string, Trace>> runs;
  runs.emplace_back("boiling-water concurrent", boiling_water_concurrent());
  runs.emplace_back("boiling-water concurrent, late timer", boiling_water_concurrent(325 * kMs));
  runs.emplace_back("boiling-water sequential", boiling_water_sequential());
  runs.emplace_back("book sequential", book_sequential());
  runs.emplace_back("book concurrent", book_concurrent());
  runs.emplace_back("book generators", book_generators());
  runs.emplace_back("nested calls", nested_calls());
  runs.emplace_back("two locks", two_locks_deadlock());
  runs.emplace_back("two processes", two_processes());
  runs.emplace_back("waiting job", waiting_job());
  runs.emplace_back("two threads under one lock", two_threads_under_one_lock());
  runs.emplace_back("cancelled sleep", cancelled_sleep());
  runs.emplace_back("endless", endless());
  runs.emplace_back("producer and consumer", producer_consumer());
  runs.emplace_back("many yields", many_yields(20, 100));
  return runs;
}

}  // namespace interleave::test
