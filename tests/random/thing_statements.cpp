#include <utility>

#include "tests/random/author.h"

// What tasks share: locks, semaphores, events, conditions, queues, barriers, futures.

namespace interleave::random_programs {

using namespace programs::build;  // NOLINT: the language of these files

namespace {

Nodes holding(Author& author, Place& place, const std::string& name) {
  const int count = author.dice.between(1, 2);
  return {async_with(name, "", author.body(within(place), count))};
}

Nodes acquiring_by_hand(Author& author, Place& place, const std::string& name) {
  Nodes finally;
  finally.push_back(expression(call(name + ".release")));
  const int count = author.dice.between(1, 2);
  Nodes body = author.body(within(place), count);
  return {expression(await(call(name + ".acquire"))),
          try_(std::move(body), {}, {}, std::move(finally))};
}

Nodes using_lock(Author& author, Place& place, const Thing& lock) {
  const int what = author.dice.below(100);
  if (what < 65 && place.depth < 3) {
    return holding(author, place, lock.name);
  }
  if (what < 82 && place.depth < 3) {
    return acquiring_by_hand(author, place, lock.name);
  }
  if (what < 90) {
    return guarded(call(lock.name + ".locked"), {expression(call(lock.name + ".release"))});
  }
  if (what < 95) {
    return {expression(call("print", call(lock.name + ".locked")))};
  }
  return {expression(call(lock.name + ".release"))};
}

Nodes using_semaphore(Author& author, Place& place, const Thing& semaphore) {
  const int what = author.dice.below(100);
  if (what < 55 && place.depth < 3) {
    return holding(author, place, semaphore.name);
  }
  if (what < 68 && place.depth < 3) {
    return acquiring_by_hand(author, place, semaphore.name);
  }
  if (what < 80) {
    return {expression(await(call(semaphore.name + ".acquire")))};
  }
  if (what < 94) {
    return {expression(call(semaphore.name + ".release"))};
  }
  return {expression(call("print", call(semaphore.name + ".locked")))};
}

Nodes using_event(Author& author, Place&, const Thing& event) {
  const int what = author.dice.below(100);
  if (what < 48) {
    return {author.awaited(call(event.name + ".wait"))};
  }
  if (what < 78) {
    return {expression(call(event.name + ".set"))};
  }
  if (what < 92) {
    return {expression(call(event.name + ".clear"))};
  }
  return {expression(call("print", call(event.name + ".is_set")))};
}

// What is done with the condition's lock held.
Nodes in_condition(Author& author, Place& place, const std::string& name) {
  Nodes out;
  const int what = author.dice.below(100);
  if (what < 45) {
    out.push_back(author.awaited(call(name + ".wait")));
  } else if (what < 60) {
    Node test = compare(subscript("box", integer(0)), ">", integer(author.dice.below(4)));
    out.push_back(author.awaited(call(name + ".wait_for", lambda({}, std::move(test)))));
  } else if (what < 82) {
    if (author.dice.chance(50)) {
      out.push_back(augment(subscript("box", integer(0)), "+", integer(1)));
    }
    Nodes count;
    if (author.dice.chance(40)) {
      count.push_back(integer(author.dice.between(1, 3)));
    }
    out.push_back(expression(call(name + ".notify", std::move(count))));
  } else {
    out.push_back(augment(subscript("box", integer(0)), "+", integer(1)));
    out.push_back(expression(call(name + ".notify_all")));
  }
  if (author.dice.chance(40)) {
    for (Node& statement : author.body(within(place), 1)) {
      out.push_back(std::move(statement));
    }
  }
  return out;
}

Nodes using_condition(Author& author, Place& place, const Thing& condition) {
  const int what = author.dice.below(100);
  if (what < 88 && place.depth < 3) {
    return {async_with(condition.name, "", in_condition(author, place, condition.name))};
  }
  if (what < 94) {
    return {expression(call("print", call(condition.name + ".locked")))};
  }
  if (what < 97) {
    return {expression(call(condition.name + ".notify"))};  // the lock is perhaps not held
  }
  return {author.awaited(call(condition.name + ".wait"))};
}

// What does not fit raises QueueFull or QueueEmpty.
Nodes without_waiting(Author& author, const Thing& queue) {
  if (author.dice.chance(50)) {
    Node put = call(queue.name + ".put_nowait", integer(author.dice.below(6)));
    Node guard = author.dice.chance(70) ? unary("not", call(queue.name + ".full")) : Node();
    return guarded(std::move(guard), {expression(std::move(put))});
  }
  Node got = call("print", call(queue.name + ".get_nowait"));
  Node guard = author.dice.chance(70) ? unary("not", call(queue.name + ".empty")) : Node();
  return guarded(std::move(guard), {expression(std::move(got))});
}

// Whatever is in it, all of it done at once.
Nodes emptying(const std::string& queue) {
  Nodes body;
  body.push_back(expression(call(queue + ".get_nowait")));
  body.push_back(expression(call(queue + ".task_done")));
  return {while_(unary("not", call(queue + ".empty")), std::move(body))};
}

Nodes using_queue(Author& author, Place&, const Thing& queue) {
  const int what = author.dice.below(100);
  if (what < 34) {
    return {expression(await(call(queue.name + ".put", integer(author.dice.below(6)))))};
  }
  if (what < 54) {
    return {author.awaited(call(queue.name + ".get"))};
  }
  if (what < 66) {
    return {author.awaited(call(queue.name + ".get")), expression(call(queue.name + ".task_done"))};
  }
  if (what < 72) {
    Nodes body = {author.awaited(call(queue.name + ".get"))};
    return {for_(author.fresh("i"), call("range", integer(2)), std::move(body))};
  }
  if (what < 81) {
    return without_waiting(author, queue);
  }
  if (what < 85) {
    return emptying(queue.name);
  }
  if (what < 92) {
    return {expression(await(call(queue.name + ".join")))};
  }
  if (what < 96) {
    return {expression(call(queue.name + ".task_done"))};
  }
  return {expression(call("print", call(queue.name + ".qsize")))};
}

Nodes using_barrier(Author& author, Place& place, const Thing& barrier) {
  const int what = author.dice.below(100);
  if (what < 68) {
    return {author.awaited(call(barrier.name + ".wait"))};
  }
  if (what < 76 && place.depth < 3) {
    return holding(author, place, barrier.name);
  }
  if (what < 84) {
    return {expression(await(call(barrier.name + ".abort")))};
  }
  if (what < 93) {
    return {expression(await(call(barrier.name + ".reset")))};
  }
  return {expression(call("print", barrier.name + ".n_waiting", barrier.name + ".broken"))};
}

Nodes settling(Author& author, const Thing& future) {
  Node settle;
  const int how = author.dice.below(10);
  if (how < 6) {
    settle = call(future.name + ".set_result", integer(author.dice.below(9)));
  } else if (how < 9) {
    const std::string told = author.fresh("e");
    settle = call(future.name + ".set_exception", call("ValueError", text(told)));
  } else {
    settle = call(future.name + ".cancel");
  }
  return guarded(unary("not", call(future.name + ".done")), {expression(std::move(settle))});
}

// A future of one's own that a timer's callback resolves.
Nodes resolved_later(Author& author, Place&) {
  const std::string name = author.fresh("f");
  Node seconds = author.seconds();
  const int value = author.dice.below(9);
  Nodes out;
  out.push_back(assign(name, call(attribute(call("asyncio.get_running_loop"), "create_future"))));
  out.push_back(expression(call("made_futures.append", name)));
  out.push_back(expression(call(attribute(call("asyncio.get_running_loop"), "call_later"),
                                std::move(seconds), "resolve", name, integer(value))));
  if (author.dice.chance(30)) {
    out.push_back(expression(await(call("asyncio.sleep", author.seconds()))));
  }
  out.push_back(author.awaited(name));
  return out;
}

Nodes using_future(Author& author, Place& place, const Thing& future) {
  const int what = author.dice.below(100);
  if (what < 40) {
    return {author.awaited(future.name)};
  }
  if (what < 70) {
    return settling(author, future);
  }
  if (what < 93) {
    return resolved_later(author, place);
  }
  return {expression(call("print", call(future.name + ".done")))};
}

Nodes using_thing(Author& author, Place& place) {
  if (author.things.empty()) {
    return {};
  }
  const Thing& thing = author.dice.one_of(author.things);
  switch (thing.type) {
    case Thing::Type::lock:
      return using_lock(author, place, thing);
    case Thing::Type::semaphore:
      return using_semaphore(author, place, thing);
    case Thing::Type::event:
      return using_event(author, place, thing);
    case Thing::Type::condition:
      return using_condition(author, place, thing);
    case Thing::Type::queue:
      return using_queue(author, place, thing);
    case Thing::Type::barrier:
      return using_barrier(author, place, thing);
    case Thing::Type::future:
      return using_future(author, place, thing);
  }
  return {};
}

// Without suspending, and without raising: what a callback does.
Nodes poking_thing(Author& author, Place&) {
  if (author.things.empty()) {
    return {};
  }
  const Thing& thing = author.dice.one_of(author.things);
  switch (thing.type) {
    case Thing::Type::lock:
      return guarded(call(thing.name + ".locked"), {expression(call(thing.name + ".release"))});
    case Thing::Type::semaphore:
      if (thing.made.child(0).text == "BoundedSemaphore") {
        return {};
      }
      return {expression(call(thing.name + ".release"))};
    case Thing::Type::event:
      return {expression(call(thing.name + (author.dice.chance(75) ? ".set" : ".clear")))};
    case Thing::Type::queue:
      return guarded(unary("not", call(thing.name + ".full")),
                     {expression(call(thing.name + ".put_nowait", integer(7)))});
    case Thing::Type::future:
      return settling(author, thing);
    case Thing::Type::condition:
    case Thing::Type::barrier:
      break;
  }
  return {};
}

Nodes printing(Author& author, Place& place) {
  return {expression(call("print", author.saying(place)))};
}

Nodes cancelling(Author& author, Place&) {
  const std::string tasks =
      "c" + std::to_string(author.dice.between(1, author.coroutines)) + "_tasks";
  Node task = subscript(tasks, integer(-1));
  return guarded(dotted(tasks), {expression(call(attribute(std::move(task), "cancel")))});
}

}  // namespace

const Choices& thing_choices() {
  static const Choices choices = {{96, using_thing}, {4, resolved_later}};
  return choices;
}

const Choices& callback_choices() {
  static const Choices choices = {{25, printing}, {60, poking_thing}, {15, cancelling}};
  return choices;
}

}  // namespace interleave::random_programs
