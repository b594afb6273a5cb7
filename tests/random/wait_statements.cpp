#include <utility>

#include "tests/random/author.h"

// Waiting for several, for so long, or behind a shield.

namespace interleave::random_programs {

using namespace programs::build;  // NOLINT: the language of these files

namespace {

// So many that can be waited for; one `guard` for all of them.
Nodes several(Author& author, const Place& place, int count, Node& guard,
              Node (Author::*pick)(const Place&, Node&)) {
  Nodes out;
  for (int i = 0; i < count; ++i) {
    Node needed;
    Node one = (author.*pick)(place, needed);
    if (needed && guard && !same(needed, guard)) {
      continue;
    }
    if (needed) {
      guard = std::move(needed);
    }
    out.push_back(std::move(one));
  }
  return out;
}

Nodes gathering(Author& author, Place& place) {
  Node guard;
  const int count = author.dice.between(1, 3);
  Nodes parts = several(author, place, count, guard, &Author::awaitable);
  if (!place.tasks.empty() && author.dice.chance(12)) {  // the same one twice
    const Node twice = dotted(author.dice.one_of(place.tasks));
    parts.push_back(twice);
    parts.push_back(twice);
  }
  if (author.dice.chance(45)) {
    parts.push_back(keyword("return_exceptions", boolean(true)));
  }
  Node gather = call("asyncio.gather", std::move(parts));
  Nodes out;
  if (author.dice.chance(12)) {  // held, cancelled, awaited
    const std::string held = author.fresh("g");
    out.push_back(assign(held, std::move(gather)));
    if (author.dice.chance(60)) {
      out.push_back(expression(await(call("asyncio.sleep", author.seconds()))));
    }
    if (author.dice.chance(60)) {
      out.push_back(expression(call(held + ".cancel")));
    }
    out.push_back(author.awaited(held));
  } else {
    out.push_back(author.awaited(std::move(gather)));
  }
  return guarded(std::move(guard), std::move(out));
}

Nodes grouping(Author& author, Place& place) {
  if (!author.can_call(place) || place.depth >= 3) {
    return {};
  }
  const std::string group = author.fresh("group");
  Nodes body;
  Place inner = within(place);
  inner.may_yield = false;
  for (int i = author.dice.between(1, 3); i > 0; --i) {
    Node coroutine = author.coroutine(place);
    const std::string list = coroutine.child(0).text + "_tasks";
    Node made = call(group + ".create_task", std::move(coroutine));
    if (author.dice.chance(15)) {
      made.children.push_back(keyword("name", text("member")));
    }
    if (author.dice.chance(30)) {
      const std::string name = author.fresh("t");
      inner.tasks.push_back(name);
      body.push_back(assign(name, std::move(made)));
      body.push_back(expression(call(list + ".append", name)));
    } else {
      body.push_back(expression(call(list + ".append", std::move(made))));
    }
  }
  if (author.dice.chance(45)) {
    for (Node& statement : author.body(inner, author.dice.between(1, 2))) {
      body.push_back(std::move(statement));
    }
  }
  return {async_with(call("asyncio.TaskGroup"), group, std::move(body))};
}

Nodes waiting(Author& author, Place& place) {
  Node guard;
  const int count = author.dice.between(1, 3);
  Nodes parts = several(author, place, count, guard, &Author::future);
  Nodes arguments;
  arguments.push_back(list(std::move(parts)));
  if (author.dice.chance(45)) {
    arguments.push_back(keyword("timeout", author.seconds()));
  }
  switch (author.dice.below(4)) {
    case 0:
      arguments.push_back(keyword("return_when", "asyncio.FIRST_COMPLETED"));
      break;
    case 1:
      arguments.push_back(keyword("return_when", "asyncio.FIRST_EXCEPTION"));
      break;
    case 2:
      arguments.push_back(keyword("return_when", "asyncio.ALL_COMPLETED"));
      break;
    default:
      break;
  }
  const std::string done = author.fresh("done");
  const std::string pending = author.fresh("pending");
  Nodes out;
  out.push_back(assign(tuple({dotted(done), dotted(pending)}),
                       await(call("asyncio.wait", std::move(arguments)))));
  out.push_back(expression(call("print", call("len", done), call("len", pending))));
  if (author.dice.chance(35)) {
    const std::string one = author.fresh("one");
    Nodes cancel;
    cancel.push_back(expression(call(one + ".cancel")));
    out.push_back(for_(one, pending, std::move(cancel)));
  }
  return guarded(std::move(guard), std::move(out));
}

Nodes waiting_for(Author& author, Place& place) {
  Node guard;
  Node awaitable = author.awaitable(place, guard);
  Node time = author.dice.chance(8) ? none() : author.seconds();
  Nodes out;
  out.push_back(author.awaited(call("asyncio.wait_for", std::move(awaitable), std::move(time))));
  return guarded(std::move(guard), std::move(out));
}

Nodes as_completing(Author& author, Place& place) {
  if (place.depth >= 3) {
    return {};
  }
  // Of those that are done already asyncio hears in the order of a set: one at most.
  Node guard;
  Nodes parts = several(author, place, 1, guard, &Author::awaitable);
  for (int count = author.dice.below(3); count > 0; --count) {
    parts.push_back(author.new_coroutine(place));
  }
  const std::string next = author.fresh("next");
  Nodes arguments;
  arguments.push_back(list(std::move(parts)));
  if (author.dice.chance(15)) {
    arguments.push_back(keyword("timeout", author.seconds()));
  }
  Nodes body;
  body.push_back(author.awaited(next));
  if (author.dice.chance(15)) {
    body.push_back(break_());
  }
  Nodes out;
  out.push_back(for_(next, call("asyncio.as_completed", std::move(arguments)), std::move(body)));
  return guarded(std::move(guard), std::move(out));
}

Nodes shielding(Author& author, Place& place) {
  Node guard;
  Node within = author.awaitable(place, guard);
  Nodes out;
  out.push_back(author.awaited(call("asyncio.shield", std::move(within))));
  return guarded(std::move(guard), std::move(out));
}

Node time_from_now(Author& author) {
  return binary(call(attribute(call("asyncio.get_running_loop"), "time")), "+", author.seconds());
}

Nodes timing_out(Author& author, Place& place) {
  if (place.depth >= 3) {
    return {};
  }
  Node context;
  switch (author.dice.below(8)) {
    case 0:
      context = call("asyncio.timeout", none());
      break;
    case 1:
      context = call("asyncio.timeout_at", time_from_now(author));
      break;
    default:
      context = call("asyncio.timeout", author.seconds());
      break;
  }
  const std::string limit = author.fresh("limit");
  Place inner = within(place);
  inner.may_yield = false;
  inner.limits.push_back(limit);
  Nodes body = author.body(inner, author.dice.between(1, 3));
  Nodes out;
  out.push_back(async_with(std::move(context), limit, std::move(body)));
  if (author.dice.chance(15)) {
    out.push_back(expression(call("print", call(limit + ".expired"))));
  }
  return out;
}

Nodes rescheduling(Author& author, Place& place) {
  if (place.limits.empty()) {
    return {};
  }
  const std::string limit = author.dice.one_of(place.limits);
  Node when = author.dice.chance(20) ? none() : time_from_now(author);
  return {expression(call(limit + ".reschedule", std::move(when)))};
}

}  // namespace

const Choices& wait_choices() {
  static const Choices choices = {
      {22, gathering},    {16, grouping},  {14, waiting},    {14, waiting_for},
      {8, as_completing}, {10, shielding}, {14, timing_out}, {10, rescheduling},
  };
  return choices;
}

}  // namespace interleave::random_programs
