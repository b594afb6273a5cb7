#include <functional>
#include <vector>

#include "runtime/gather.h"
#include "runtime/holding.h"
#include "runtime/lock.h"
#include "runtime/run.h"
#include "runtime/semaphore.h"
#include "runtime/sleep.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

using Forks = std::vector<Lock>;

const Lock& left_of(const Forks& forks, int seat) {
  return forks[static_cast<std::size_t>(seat - 1)];
}
const Lock& right_of(const Forks& forks, int seat) {
  return forks[static_cast<std::size_t>(seat) % forks.size()];
}

Coro<> philosopher(Scope s, Settings p, int seat, Lock first, Lock second) {
  s.at("async with", 1);
  co_await first.acquire();
  const Holding holds_first(s, first);
  co_await sleep(s.at("asyncio.sleep(0)"), Duration::zero());
  s.at("async with", 2);
  co_await second.acquire();
  const Holding holds_second(s, second);
  s.at("eats").print("philosopher " + std::to_string(seat) + " eats");
  co_await sleep(s.at("asyncio.sleep(EAT)"), duration(p, "eat"));
}

Coro<> philosopher_with_chair(Scope s, Settings p, int seat, Lock left, Lock right,
                              Semaphore chairs) {
  s.at("async with chairs");
  co_await chairs.acquire();
  const Holding holds_chair(s, chairs);
  s.at("async with left");
  co_await left.acquire();
  const Holding holds_left(s, left);
  co_await sleep(s.at("asyncio.sleep(0)"), Duration::zero());
  s.at("async with right");
  co_await right.acquire();
  const Holding holds_right(s, right);
  s.at("eats").print("philosopher " + std::to_string(seat) + " eats");
  co_await sleep(s.at("asyncio.sleep(EAT)"), duration(p, "eat"));
}

using Seated = std::function<Coro<>(Scope, int)>;

Coro<> main_task(Scope s, Settings p, Seated seated) {
  s.at("asyncio.gather");
  std::vector<Coro<>> all;
  for (int seat = 1; seat <= p.count("seats"); ++seat) {
    const std::string label = "philosopher(" + std::to_string(seat) + ")";
    all.push_back(seated(s.def("philosopher", label), seat));
  }
  co_await gather(s, std::move(all));
}

Forks laid(Scope& s, const Settings& p) {
  s.at("asyncio.Lock()");
  Forks forks;
  for (int i = 0; i < p.count("seats"); ++i) {
    forks.emplace_back(s, "forks");
  }
  return forks;
}

Coro<> deadlock(Scope s, Settings p) {
  const Forks forks = laid(s, p);
  const Seated seated = [&](Scope scope, int seat) {
    return philosopher(std::move(scope), p, seat, left_of(forks, seat), right_of(forks, seat));
  };
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p, seated));
}

Coro<> ordered(Scope s, Settings p) {
  const Forks forks = laid(s, p);
  const Seated seated = [&](Scope scope, int seat) {
    Lock first = left_of(forks, seat);
    Lock second = right_of(forks, seat);
    if (seat == p.count("seats")) {
      std::swap(first, second);
    }
    return philosopher(std::move(scope), p, seat, first, second);
  };
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p, seated));
}

Coro<> limited(Scope s, Settings p) {
  const Forks forks = laid(s, p);
  const Semaphore chairs(s.at("asyncio.Semaphore"), p.count("seats") - 1, "chairs");
  const Seated seated = [&](Scope scope, int seat) {
    return philosopher_with_chair(std::move(scope), p, seat, left_of(forks, seat),
                                  right_of(forks, seat), chairs);
  };
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p, seated));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  const std::string listing = philosophers_scenario().listing(mode);
  if (mode == "deadlock") {
    return script(listing, p, deadlock);
  }
  return script(listing, p, mode == "ordered" ? ordered : limited);
}

}  // namespace

Scenario philosophers_scenario() {
  Scenario s;
  s.id = "philosophers";
  s.title = "The dining philosophers";
  s.short_title = "Philosophers";
  s.lesson = "Sharing and limits";
  s.teaches = "A deadlock can go all the way round a table; one rule broken anywhere prevents it.";
  s.question =
      "Five philosophers, five forks, and each needs the two beside the plate. Each takes the left "
      "one, then the right one. Who eats first?";
  s.notice =
      "All hold their left fork and wait for the next: nobody eats. One who takes them the other "
      "way round, or one chair less, and all do.";
  s.modes = {
      {"deadlock", "Deadlock", "each takes the left fork first"},
      {"ordered", "Ordered", "the last one takes the right fork first"},
      {"limited", "Limited", "asyncio.Semaphore(SEATS - 1)", true},
  };
  s.default_mode = "deadlock";
  s.parameters = {
      count("seats", "seats", 5, 12),
      seconds("eat", "time to eat", 1, 10),
  };
  s.parameters.front().min = 2;
  s.nouns = {{"philosopher", "eating", "a philosopher"}};
  s.make = make;
  s.source = "scenarios/philosophers.cpp";
  return s;
}

}  // namespace interleave
