#include "runtime/call_soon.h"

#include "runtime/create_future.h"
#include "runtime/gather.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

LoopFunction prints(std::string text) {
  return [text = std::move(text)](Scope& s) { s.at("print").print(text); };
}

Coro<> calls(Scope s) {
  call_later(s.at("call_later(2"), ms(2000), s.def("say"), prints("two"));
  call_soon(s.at("call_soon(say, \"soon"), s.def("say"), prints("soon"));
  const LoopCall soon = call_soon(s.at("never ="), s.def("say"), prints("never"));
  const LoopCall later = call_later(s.at("nor ="), ms(1000), s.def("say"), prints("nor"));
  call_at(s.at("loop.call_at"), s.time() - ms(1000), s.def("say"), prints("late"));
  s.at("never.cancel");
  soon.cancel();
  s.at("nor.cancel");
  later.cancel();
  co_await sleep(s.at("asyncio.sleep"), ms(3000));
}
const Sample kCalls("calls that the loop makes", R"(import asyncio

def say(text):
    print(text)

async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(2, say, "two")
    loop.call_soon(say, "soon")
    never = loop.call_soon(say, "never")
    nor = loop.call_later(1, say, "nor")
    loop.call_at(loop.time() - 1, say, "late")
    never.cancel()
    nor.cancel()
    await asyncio.sleep(3)

asyncio.run(main())
)",
                    running<calls>);

Coro<int> job(Scope s) {
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
  s.at("return");
  co_return 1;
}
Coro<> done_callbacks(Scope s) {
  const auto answer = create_future<int>(s.at("answer ="), "answer");
  const auto task = create_task(s.at("task ="), job(s.def("job")));
  const auto both = gather(s.at("both ="), task, answer);
  const auto print_done = [](auto future) {
    return [future](Scope& f) { f.at("print").print(repr(future.done())); };
  };
  add_done_callback(answer, s.at("answer.add_done_callback(told)").def("told"), print_done(answer));
  add_done_callback(both, s.at("both.add_done_callback").def("told"), print_done(both));
  const LoopCall removed =
      add_done_callback(task, s.at("task.add_done_callback(told)").def("told"), print_done(task));
  add_done_callback(task, s.at("task.add_done_callback(resolve)").def("resolve"),
                    [answer](Scope& f) {
                      f.at("answer.set_result");
                      answer.set_result(2);
                    });
  s.at("remove");
  remove_done_callback(task, removed);
  s.at("print(await both");
  const std::vector<int> values = co_await both;
  s.print(repr(values));
  add_done_callback(answer, s.at("answer.add_done_callback(told)", 2).def("told"),
                    print_done(answer));
  co_await sleep(s.at("asyncio.sleep(0)"), ms(0));
}
const Sample kDone("callbacks of futures that are done", R"(import asyncio

async def job():
    await asyncio.sleep(1)
    return 1

async def main():
    def told(future):
        print(future.done())

    def resolve(future):
        answer.set_result(2)

    answer = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(job())
    both = asyncio.gather(task, answer)
    answer.add_done_callback(told)
    both.add_done_callback(told)
    task.add_done_callback(told)
    task.add_done_callback(resolve)
    task.remove_done_callback(told)
    print(await both)
    answer.add_done_callback(told)
    await asyncio.sleep(0)

asyncio.run(main())
)",
                   running<done_callbacks>);

Coro<> cancels_from_a_callback(Scope s) {
  const auto task = create_task(s.at("task ="), job(s.def("job")));
  call_soon(s.at("call_soon"), s.def("stop"), [task](Scope& f) {
    f.at("task.cancel");
    task.cancel();
    create_task(f.at("create_task"), job(f.def("job")));
  });
  try {
    s.at("await task");
    co_await task;
  } catch (const CancelledError&) {
    s.at("print").print("cancelled");
  }
}
const Sample kCancels("a callback that cancels a task and makes another", R"(import asyncio

async def job():
    await asyncio.sleep(1)
    return 1

def stop(task):
    task.cancel()
    asyncio.create_task(job())

async def main():
    task = asyncio.create_task(job())
    asyncio.get_running_loop().call_soon(stop, task)
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")

asyncio.run(main())
)",
                      running<cancels_from_a_callback>);

Coro<> answers(Scope s, int number) {
  s.at("work").work(ms(20));
  co_await sleep(s.at("asyncio.sleep"), ms(500));
  s.at("print").print("answer " + std::to_string(number));
}
void arrives(Scope& s, int number) {
  create_task(s.at("create_task"), answers(s.def("answers"), number));
  if (number < 2) {
    call_later(s.at("call_later"), ms(100), s.def("arrive"),
               [number](Scope& f) { arrives(f, number + 1); });
  }
}
Coro<> is_arrived_at(Scope s) {
  const Future<int> done(s.at("create_future"), "done");
  call_soon(s.at("call_soon(arrive"), s.def("arrive"), [](Scope& f) { arrives(f, 1); });
  call_later(s.at("call_later"), ms(1000), [done] { done.set_result(5); });
  const LoopCall due = call_later(s.at("due = "), ms(0), [done] { done.cancel(); });
  call_soon(s.at("call_soon(due"), [due] { due.cancel(); });
  s.at("await done");
  const int five = co_await done;
  s.print(std::to_string(five));
  s.at("due.cancelled").print(due.cancelled() ? "True" : "False");
}
const Sample kArrivals("calls that make tasks, set timers, resolve and take each other back",
                       R"(import asyncio

async def answers(number):
    work(0.02)
    await asyncio.sleep(0.5)
    print("answer", number)

def arrive(number):
    asyncio.create_task(answers(number))
    if number < 2:
        asyncio.get_running_loop().call_later(0.1, arrive, number + 1)

async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_soon(arrive, 1)
    loop.call_later(1, done.set_result, 5)
    due = loop.call_later(0, done.cancel)
    loop.call_soon(due.cancel)
    print(await done)
    print(due.cancelled())

def work(seconds):
    pass

asyncio.run(main())
)",
                       running<is_arrived_at>);

constexpr std::string_view kBoom =
    "def boom():\n    raise\n\nasync def main():\n    call_soon\n    "
    "sleep\n\nasyncio.run(main())\n";
Coro<> raises(Scope s) {
  call_soon(s.at("call_soon"), s.def("boom"), [](Scope& f) {
    f.at("raise");
    throw Error("ValueError", "no");
  });
  co_await sleep(s.at("sleep"), ms(0));
}

}  // namespace

TEST_CASE("the loop calls functions of the program soon and later, unless they are cancelled") {
  CHECK(outputs(*kCalls.run()) == Lines{"soon", "late", "two"});
}

TEST_CASE("a future that is done has its callbacks called, except those removed") {
  CHECK(outputs(*kDone.run()) == Lines{"True", "True", "[1, 2]", "True"});
}

TEST_CASE("what a callback does is the program's own, on its lines") {
  const Log log = kCancels.run();
  CHECK(outputs(*log) == Lines{"cancelled"});
  CHECK(told(*log, {Kind::cancel_requested}).front() == "job cancel_requested by the program, 1");
}

TEST_CASE("a call may make tasks, set timers, resolve futures and take another back") {
  const Log log = kArrivals.run();
  CHECK(outputs(*log) == Lines{"answer 1", "answer 2", "5", "True"});
  CHECK(log->task(2).parent == kProgram);
  CHECK(told(*log, {Kind::callback_skipped}) == Lines{"the loop callback_skipped timer 2"});
}

TEST_CASE("a callback that raises is complained of, and the loop goes on") {
  CHECK(told(*run_alone(kBoom, running<raises>), {Kind::warning, Kind::program_finished}) ==
        Lines{"the loop warning Exception in callback boom()", "the loop program_finished"});
}

}  // namespace interleave::test
