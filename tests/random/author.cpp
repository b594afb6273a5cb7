#include "tests/random/author.h"

#include <utility>

namespace interleave::random_programs {

using namespace programs::build;  // NOLINT: the language of these files

Author::Author(std::uint64_t seed)
    : dice(seed),
      coroutines(dice.between(2, 5)),
      generators(dice.chance(40) ? dice.between(1, 2) : 0),
      callbacks(dice.chance(50) ? dice.between(1, 2) : 0),
      jobs(dice.chance(25) ? dice.between(1, 3) : 0),
      left(dice.between(12, 45)),
      called(static_cast<std::size_t>(coroutines) + 1) {}

std::string Author::fresh(const std::string& base) { return base + std::to_string(++names_); }

Node Author::saying(const Place& place) {
  const std::string who = place.is_callback    ? "callback"
                          : place.in_generator ? "generator"
                          : place.rank == 0    ? "main"
                                               : "c" + std::to_string(place.rank);
  return text(who + " " + std::to_string(++sayings_));
}

Node Author::seconds() {
  static const std::vector<int> milliseconds = {0, 0, 1, 1, 1, 2, 2, 3, 5};
  const int ms = dice.one_of(milliseconds);
  return ms == 0 ? integer(0) : real(ms / 1000.0);
}

Node Author::coroutine(const Place& place) {
  const int rank = dice.between(place.rank + 1, coroutines);
  called[static_cast<std::size_t>(rank)] = true;
  return call("c" + std::to_string(rank), integer(dice.below(4)));
}

const Thing* Author::thing_of(Thing::Type type) {
  std::vector<const Thing*> found;
  for (const Thing& thing : things) {
    if (thing.type == type) {
      found.push_back(&thing);
    }
  }
  return found.empty() ? nullptr : dice.one_of(found);
}

Node Author::future(const Place& place, Node& guard) {
  if (const Thing* thing = thing_of(Thing::Type::future); thing != nullptr && dice.chance(20)) {
    return dotted(thing->name);
  }
  if (!place.tasks.empty() && dice.chance(60)) {
    return dotted(dice.one_of(place.tasks));
  }
  if (can_call(place) && dice.chance(50)) {
    const std::string made =
        "c" + std::to_string(dice.between(place.rank + 1, coroutines)) + "_tasks";
    guard = dotted(made);
    return subscript(made, integer(dice.chance(50) ? 0 : -1));
  }
  return can_call(place) ? call("asyncio.create_task", coroutine(place))
                         : call("asyncio.ensure_future", library_coroutine());
}

Node Author::library_coroutine() {
  if (!things.empty() && dice.chance(70)) {
    const Thing& thing = dice.one_of(things);
    switch (thing.type) {
      case Thing::Type::lock:
      case Thing::Type::semaphore:
        return call(thing.name + ".acquire");
      case Thing::Type::event:
      case Thing::Type::barrier:
        return call(thing.name + ".wait");
      case Thing::Type::queue:
        return dice.chance(60) ? call(thing.name + ".get")
                               : call(thing.name + ".put", integer(dice.below(5)));
      case Thing::Type::condition:
      case Thing::Type::future:
        break;
    }
  }
  return dice.chance(50) ? call("asyncio.sleep", seconds())
                         : call("asyncio.sleep", seconds(), text("slept"));
}

Node Author::new_coroutine(const Place& place) {
  return can_call(place) && dice.chance(60) ? coroutine(place) : library_coroutine();
}

Node Author::awaitable(const Place& place, Node& guard) {
  const int kind = dice.below(100);
  if (kind < 40 && can_call(place)) {
    return coroutine(place);
  }
  if (kind < 70) {
    return future(place, guard);
  }
  if (kind < 78 && place.depth < 3) {
    Place deeper = place;
    deeper.depth = 3;
    Nodes parts;
    for (int i = dice.between(1, 2); i > 0; --i) {
      Node guarding;
      Node part = awaitable(deeper, guarding);
      if (!guarding) {
        parts.push_back(std::move(part));
      }
    }
    return call("asyncio.gather", std::move(parts));
  }
  if (kind < 86 && place.depth < 3) {
    Place deeper = place;
    deeper.depth = 3;
    return call("asyncio.shield", awaitable(deeper, guard));
  }
  return library_coroutine();
}

Node Author::awaited(Part awaitable) {
  Node value = await(std::move(awaitable));
  return dice.chance(35) ? expression(call("print", std::move(value)))
                         : expression(std::move(value));
}

Nodes Author::body(Place place, int count) {
  static const std::vector<std::pair<int, const Choices& (*)()>> kinds = {
      {26, plain_choices}, {22, task_choices},  {15, error_choices},
      {20, wait_choices},  {26, thing_choices}, {18, outside_choices},
  };
  Nodes out;
  for (int i = 0; i < count && (left > 0 || i == 0); ++i) {
    --left;
    Nodes next;
    while (next.empty()) {
      int at = dice.below(127);
      std::size_t kind = 0;
      while (at >= kinds[kind].first) {
        at -= kinds[kind].first;
        ++kind;
      }
      next = chosen(kinds[kind].second(), *this, place);
    }
    for (Node& statement : next) {
      out.push_back(std::move(statement));
    }
    const auto last = out.back().kind;
    if (last == programs::NodeKind::raise || last == programs::NodeKind::return_ ||
        last == programs::NodeKind::break_ || last == programs::NodeKind::continue_) {
      break;
    }
  }
  return out;
}

Nodes chosen(const Choices& choices, Author& author, Place& place) {
  int sum = 0;
  for (const Choice& choice : choices) {
    sum += choice.weight;
  }
  int at = author.dice.below(sum);
  for (const Choice& choice : choices) {
    if (at < choice.weight) {
      return choice.make(author, place);
    }
    at -= choice.weight;
  }
  return {};
}

Nodes guarded(Node guard, Nodes statements) {
  if (!guard) {
    return statements;
  }
  Nodes out;
  out.push_back(if_(std::move(guard), std::move(statements)));
  return out;
}

Place within(const Place& place) {
  Place inner = place;
  ++inner.depth;
  return inner;
}

}  // namespace interleave::random_programs
