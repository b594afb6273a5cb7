#include <utility>

#include "tests/random/author.h"

// Callbacks, executors, async generators, a run within the run.

namespace interleave::random_programs {

using namespace programs::build;  // NOLINT: the language of these files

namespace {

Node of_loop(const char* what) { return attribute(call("asyncio.get_running_loop"), what); }

std::string numbered(const char* base, int number) { return base + std::to_string(number); }

std::string some_callback(Author& author) {
  return numbered("callback", author.dice.between(1, author.callbacks));
}

Node timer(Author& author) {
  Node seconds = author.seconds();
  std::string callback = some_callback(author);
  if (author.dice.chance(40)) {
    return call(of_loop("call_at"), binary(call(of_loop("time")), "+", std::move(seconds)),
                std::move(callback));
  }
  return call(of_loop("call_later"), std::move(seconds), std::move(callback));
}

Nodes calling(Author& author, Place& place) {
  if (author.callbacks == 0) {
    return {};
  }
  Node handle =
      author.dice.chance(40) ? call(of_loop("call_soon"), some_callback(author)) : timer(author);
  if (author.dice.chance(60)) {
    return {expression(std::move(handle))};
  }
  const std::string name = author.fresh("h");
  place.handles.push_back(name);
  return {assign(name, std::move(handle))};
}

// Before it is due, after, or between its being due and its running.
Nodes cancelling_timer(Author& author, Place& place) {
  if (author.callbacks == 0) {
    return {};
  }
  const std::string name = author.fresh("h");
  Nodes out;
  out.push_back(assign(name, timer(author)));
  if (author.dice.chance(60)) {
    out.push_back(expression(await(call("asyncio.sleep", author.seconds()))));
  }
  out.push_back(expression(call(name + ".cancel")));
  place.handles.push_back(name);
  return out;
}

Nodes cancelling_handle(Author& author, Place& place) {
  if (place.handles.empty()) {
    return {};
  }
  return {expression(call(author.dice.one_of(place.handles) + ".cancel"))};
}

Node submitted(Author& author) {
  const std::string job = numbered("job", author.dice.between(1, author.jobs));
  if (author.dice.chance(30)) {
    return call("asyncio.to_thread", job);
  }
  Node pool = author.pools.empty() || author.dice.chance(30)
                  ? none()
                  : dotted(author.dice.one_of(author.pools));
  return call(of_loop("run_in_executor"), std::move(pool), job);
}

Nodes awaiting_job(Author& author, Place&) {
  if (author.jobs == 0) {
    return {};
  }
  return {author.awaited(submitted(author))};
}

Nodes gathering_jobs(Author& author, Place&) {
  if (author.jobs == 0) {
    return {};
  }
  Nodes parts;
  for (int i = author.dice.between(2, 3); i > 0; --i) {
    parts.push_back(submitted(author));
  }
  if (author.dice.chance(50)) {
    parts.push_back(keyword("return_exceptions", boolean(true)));
  }
  return {author.awaited(call("asyncio.gather", std::move(parts)))};
}

Nodes limiting_job(Author& author, Place&) {
  if (author.jobs == 0) {
    return {};
  }
  Node job = submitted(author);
  return {author.awaited(call("asyncio.wait_for", std::move(job), author.seconds()))};
}

Node generated(Author& author) {
  const std::string generator = numbered("g", author.dice.between(1, author.generators));
  return call(generator, integer(author.dice.between(1, 3)));
}

Nodes going_through(Author& author, Place& place) {
  if (author.generators == 0 || place.in_generator || place.depth >= 3) {
    return {};
  }
  const std::string item = author.fresh("item");
  Nodes body;
  body.push_back(expression(call("print", item)));
  if (author.dice.chance(40)) {
    Place inner = within(place);
    inner.in_loop = true;
    for (Node& statement : author.body(inner, 1)) {
      body.push_back(std::move(statement));
    }
  }
  const auto last = body.back().kind;
  if (last == programs::NodeKind::expression && author.dice.chance(35)) {  // abandoned
    body.push_back(break_());
  }
  return {async_for(item, generated(author), std::move(body))};
}

Nodes closing_generator(Author& author, Place& place) {
  if (author.generators == 0 || place.in_generator) {
    return {};
  }
  const std::string name = author.fresh("a");
  Nodes handlers;
  Nodes ended;
  ended.push_back(expression(call("print", author.saying(place))));
  handlers.push_back(handler("StopAsyncIteration", "", std::move(ended)));
  Nodes body;
  for (int i = author.dice.between(1, 2); i > 0; --i) {
    body.push_back(author.awaited(call(name + ".__anext__")));
  }
  Nodes out;
  out.push_back(assign(name, generated(author)));
  out.push_back(expression(call("made_generators.append", name)));
  out.push_back(try_(std::move(body), std::move(handlers), {}, {}));
  if (author.dice.chance(65)) {
    out.push_back(expression(await(call(name + ".aclose"))));
  }
  return out;
}

// Anybody's: perhaps another is waiting in it just now, or it has ended.
Nodes sharing_generator(Author& author, Place& place) {
  if (author.generators == 0 || place.in_generator) {
    return {};
  }
  Node generator = subscript("made_generators", integer(author.dice.chance(50) ? 0 : -1));
  const char* asked = author.dice.chance(70) ? "__anext__" : "aclose";
  return guarded(dotted("made_generators"),
                 {author.awaited(call(attribute(std::move(generator), asked)))});
}

Nodes running_within(Author& author, Place& place) {
  if (!author.can_call(place)) {
    return {};
  }
  return {expression(call("asyncio.run", author.coroutine(place)))};
}

}  // namespace

const Choices& outside_choices() {
  static const Choices choices = {
      {30, calling},       {10, cancelling_timer},  {12, cancelling_handle},
      {13, awaiting_job},  {6, gathering_jobs},     {5, limiting_job},
      {30, going_through}, {22, closing_generator}, {10, sharing_generator},
      {1, running_within},
  };
  return choices;
}

}  // namespace interleave::random_programs
