#include "tests/random/generator.h"

#include <string>
#include <utility>
#include <vector>

#include "tests/random/author.h"

namespace interleave::random_programs {

using namespace programs::build;  // NOLINT: the language of these files

namespace {

Node making_of(Author& author, Thing::Type type, const std::string& lock) {
  Dice& dice = author.dice;
  switch (type) {
    case Thing::Type::lock:
      return call("asyncio.Lock");
    case Thing::Type::semaphore: {
      const char* kind = dice.chance(65) ? "asyncio.Semaphore" : "asyncio.BoundedSemaphore";
      return call(kind, integer(dice.chance(10) ? 0 : dice.between(1, 2)));
    }
    case Thing::Type::event:
      return call("asyncio.Event");
    case Thing::Type::condition:
      return lock.empty() ? call("asyncio.Condition") : call("asyncio.Condition", lock);
    case Thing::Type::queue: {
      static const std::vector<const char*> kinds = {"asyncio.Queue", "asyncio.Queue",
                                                     "asyncio.LifoQueue", "asyncio.PriorityQueue"};
      const char* kind = dice.one_of(kinds);
      return dice.chance(35) ? call(kind) : call(kind, integer(dice.between(1, 2)));
    }
    case Thing::Type::barrier:
      return call("asyncio.Barrier", integer(dice.between(1, 3)));
    case Thing::Type::future:
      return call(attribute(call("asyncio.get_running_loop"), "create_future"));
  }
  return none();
}

// Few kinds in one program, so that tasks get in each other's way.
void choose_things(Author& author) {
  static const std::vector<std::pair<const char*, Thing::Type>> kinds = {
      {"lock", Thing::Type::lock},     {"slots", Thing::Type::semaphore},
      {"event", Thing::Type::event},   {"condition", Thing::Type::condition},
      {"queue", Thing::Type::queue},   {"barrier", Thing::Type::barrier},
      {"future", Thing::Type::future},
  };
  for (int count = author.dice.between(1, 3); count > 0; --count) {
    const auto& [base, type] = author.dice.one_of(kinds);
    std::string lock;
    if (const Thing* found = author.thing_of(Thing::Type::lock);
        found != nullptr && type == Thing::Type::condition && author.dice.chance(60)) {
      lock = found->name;
    }
    Node made = making_of(author, type, lock);
    author.things.push_back({type, author.fresh(base), std::move(made)});
  }
}

Nodes pools_made(Author& author) {
  Nodes out;
  if (author.jobs == 0) {
    return out;
  }
  for (int count = author.dice.below(3); count > 0; --count) {
    const std::string name = author.fresh("pool");
    const char* kind =
        author.dice.chance(55) ? "futures.ThreadPoolExecutor" : "futures.ProcessPoolExecutor";
    author.pools.push_back(name);
    out.push_back(assign(name, call(kind, integer(author.dice.between(1, 2)))));
  }
  return out;
}

Node job(Author& author, int number) {
  Nodes body;
  const std::string name = "job" + std::to_string(number);
  if (author.dice.chance(45)) {
    author.works = true;
    body.push_back(expression(call("work", author.seconds())));
  }
  if (body.empty() || author.dice.chance(30)) {
    body.push_back(expression(call("time.sleep", author.seconds())));
  }
  if (author.dice.chance(30)) {
    body.push_back(expression(call("print", text(name))));
  }
  if (author.dice.chance(25)) {
    body.push_back(raise(call("ValueError", text(name))));
  } else if (author.dice.chance(70)) {
    body.push_back(return_(integer(number)));
  }
  return def(name, {}, std::move(body));
}

Node callback(Author& author, int number) {
  Place place;
  place.is_callback = true;
  Nodes body;
  for (int count = author.dice.between(1, 2); count > 0;) {
    Nodes next = chosen(callback_choices(), author, place);
    count -= next.empty() ? 0 : 1;
    for (Node& statement : next) {
      body.push_back(std::move(statement));
    }
  }
  return def("callback" + std::to_string(number), {}, std::move(body));
}

// def resolve(future, value): what a timer does with a future.
Node resolve() {
  Nodes settle;
  settle.push_back(expression(call("future.set_result", "value")));
  Nodes body;
  body.push_back(if_(unary("not", call("future.done")), std::move(settle)));
  return def("resolve", {"future", "value"}, std::move(body));
}

Node async_generator(Author& author, int number) {
  Place place;
  place.rank = author.coroutines;
  place.may_yield = place.in_generator = true;
  Nodes body;
  const std::string counter = author.fresh("i");
  Place inner = within(place);
  inner.in_loop = true;
  const int count = author.dice.between(1, 2);
  Nodes repeated = author.body(inner, count);
  repeated.insert(repeated.begin() + author.dice.below(2), expression(yield(counter)));
  body.push_back(for_(counter, call("range", "n"), std::move(repeated)));
  if (author.dice.chance(50)) {
    Place clean_up = within(place);
    clean_up.in_cleanup = true;
    clean_up.may_yield = author.dice.chance(20);  // who closes it complains
    Nodes finally = author.body(clean_up, 1);
    Nodes whole;
    whole.push_back(try_(std::move(body), {}, {}, std::move(finally)));
    body = std::move(whole);
  }
  return async_def("g" + std::to_string(number), {"n"}, std::move(body));
}

Node coroutine(Author& author, int rank) {
  Place place;
  place.rank = rank;
  Nodes body = author.body(place, author.dice.between(2, 5));
  if (author.dice.chance(50)) {
    body.push_back(return_("n"));
  }
  return async_def("c" + std::to_string(rank), {"n"}, std::move(body));
}

Nodes spawn_of(Author& author, int rank, int argument) {
  const std::string name = "c" + std::to_string(rank);
  author.called[static_cast<std::size_t>(rank)] = true;
  Node made = call("asyncio.create_task", call(name, integer(argument)));
  return {expression(call(name + "_tasks.append", std::move(made)))};
}

// At the end of main: wait for some, or leave them to run's own ending.
Nodes ending(Author& author) {
  const std::string tasks =
      "c" + std::to_string(author.dice.between(1, author.coroutines)) + "_tasks";
  switch (author.dice.below(4)) {
    case 0:
      return {expression(call("print", await(call("asyncio.gather", starred(tasks),
                                                  keyword("return_exceptions", boolean(true))))))};
    case 1: {
      Nodes wait;
      wait.push_back(expression(await(call("asyncio.wait", tasks))));
      return {if_(tasks, std::move(wait))};
    }
    case 2:
      return {expression(
          await(call("asyncio.sleep", author.dice.chance(50) ? real(0.02) : real(0.002))))};
    default:
      return {};
  }
}

// Some of what main does; often what it raises is caught, or its time is limited.
Nodes part_of_main(Author& author) {
  Place place;
  Nodes body = author.body(place, author.dice.between(2, 4));
  if (author.dice.chance(40)) {
    Nodes limited;
    limited.push_back(async_with(call("asyncio.timeout", real(0.015)), "", std::move(body)));
    body = std::move(limited);
  }
  if (author.dice.chance(70)) {
    Nodes told;
    told.push_back(expression(call("print", attribute(call("type", "error"), "__name__"))));
    Nodes handlers;
    handlers.push_back(handler("Exception", "error", std::move(told)));
    Nodes tried;
    tried.push_back(try_(std::move(body), std::move(handlers), {}, {}));
    body = std::move(tried);
  }
  return body;
}

Node main_of(Author& author, Nodes made, bool relieved) {
  Nodes body = std::move(made);
  body.push_back(expression(call("c0_tasks.append", call("asyncio.current_task"))));
  if (relieved) {
    body.push_back(
        expression(call("c0_tasks.append", call("asyncio.create_task", call("relief")))));
  }
  for (int count = author.dice.between(1, 3); count > 0; --count) {
    const int rank = author.dice.between(1, author.coroutines);
    for (Node& statement : spawn_of(author, rank, author.dice.below(4))) {
      body.push_back(std::move(statement));
    }
  }
  if (author.left < 8) {
    author.left = 8;
  }
  for (int part = 0; part < 2; ++part) {
    for (Node& statement : part_of_main(author)) {
      body.push_back(std::move(statement));
    }
  }
  for (int rank = 1; rank <= author.coroutines; ++rank) {
    if (!author.called[static_cast<std::size_t>(rank)]) {
      for (Node& statement : spawn_of(author, rank, rank)) {
        body.push_back(std::move(statement));
      }
    }
  }
  for (Node& statement : ending(author)) {
    body.push_back(std::move(statement));
  }
  return async_def("main", {}, std::move(body));
}

// Who waits for a queue to be done with must have it said of each item that he got.
Node one_done(const std::string& queue) {
  Nodes too_often;
  too_often.push_back(pass());
  Nodes handlers;
  handlers.push_back(handler("ValueError", "", std::move(too_often)));
  Nodes done;
  done.push_back(expression(call(queue + ".task_done")));
  return try_(std::move(done), std::move(handlers), {}, {});
}

Node relief_of(const Thing& thing, Dice& dice) {
  switch (thing.type) {
    case Thing::Type::lock:
      return if_(call(thing.name + ".locked"), {expression(call(thing.name + ".release"))});
    case Thing::Type::semaphore:
      return if_(call(thing.name + ".locked"), {expression(call(thing.name + ".release"))});
    case Thing::Type::event:
      return expression(call(thing.name + ".set"));
    case Thing::Type::condition: {
      Nodes held;
      held.push_back(augment(subscript("box", integer(0)), "+", integer(1)));
      held.push_back(expression(call(thing.name + ".notify_all")));
      return async_with(thing.name, "", std::move(held));
    }
    case Thing::Type::queue:
      if (dice.chance(40)) {
        return one_done(thing.name);
      }
      if (dice.chance(50)) {
        return if_(unary("not", call(thing.name + ".empty")),
                   {expression(call("print", call(thing.name + ".get_nowait")))},
                   {expression(call(thing.name + ".put_nowait", integer(8)))});
      }
      return if_(unary("not", call(thing.name + ".full")),
                 {expression(call(thing.name + ".put_nowait", integer(9)))});
    case Thing::Type::barrier:
      return expression(await(call(thing.name + (dice.chance(50) ? ".reset" : ".abort"))));
    case Thing::Type::future: {
      const int value = dice.below(9);
      return if_(unary("not", call(thing.name + ".done")),
                 {expression(call(thing.name + ".set_result", integer(value)))});
    }
  }
  return pass();
}

// async def relief(): now and then it does what others may wait for, so that not every program
// ends in a deadlock.
Node relief(Author& author) {
  Nodes body;
  body.push_back(expression(await(call("asyncio.sleep", real(0.004)))));
  for (const Thing& thing : author.things) {
    body.push_back(relief_of(thing, author.dice));
  }
  Nodes out;
  out.push_back(for_("_", call("range", integer(author.dice.between(3, 8))), std::move(body)));
  return async_def("relief", {}, std::move(out));
}

// Things are made in the module, or in main; futures need the loop.
struct Makings {
  Nodes in_module;
  Nodes in_main;
};

Makings makings(Author& author) {
  Makings out;
  std::string names;
  const bool in_module = author.dice.chance(60);
  for (const Thing& thing : author.things) {
    Node made = assign(thing.name, thing.made);
    if (in_module && thing.type != Thing::Type::future) {
      out.in_module.push_back(std::move(made));
    } else {
      names += (names.empty() ? "" : ", ") + thing.name;
      out.in_main.push_back(std::move(made));
    }
  }
  if (!names.empty()) {
    out.in_main.insert(out.in_main.begin(), global(names));
  }
  return out;
}

}  // namespace

Node random_program(std::uint64_t seed) {
  Author author(seed);
  choose_things(author);
  Nodes pools = pools_made(author);
  Makings made = makings(author);
  Nodes functions;
  for (int i = 1; i <= author.jobs; ++i) {
    functions.push_back(job(author, i));
  }
  for (int i = 1; i <= author.callbacks; ++i) {
    functions.push_back(callback(author, i));
  }
  functions.push_back(resolve());
  for (int i = 1; i <= author.generators; ++i) {
    functions.push_back(async_generator(author, i));
  }
  for (int rank = author.coroutines; rank >= 1; --rank) {
    functions.push_back(coroutine(author, rank));
  }
  const bool relieved = author.dice.chance(85);
  if (relieved) {
    functions.push_back(relief(author));
  }
  functions.push_back(main_of(author, std::move(made.in_main), relieved));

  Nodes out;
  out.push_back(import("import asyncio"));
  out.push_back(import("import time"));
  out.push_back(import("from concurrent import futures"));
  out.push_back(assign("box", list({integer(0)})));
  out.push_back(assign("made_futures", list({})));
  out.push_back(assign("made_generators", list({})));
  for (int rank = 0; rank <= author.coroutines; ++rank) {
    out.push_back(assign("c" + std::to_string(rank) + "_tasks", list({})));
  }
  for (Nodes* part : {&pools, &made.in_module, &functions}) {
    for (Node& statement : *part) {
      out.push_back(std::move(statement));
    }
  }
  if (author.works) {
    out.push_back(def_work());
  }
  out.push_back(expression(call("asyncio.run", call("main"))));
  return module(std::move(out));
}

}  // namespace interleave::random_programs
