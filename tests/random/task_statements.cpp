#include <utility>

#include "tests/random/author.h"

// Tasks: made, awaited, cancelled, looked at.

namespace interleave::random_programs {

using namespace programs::build;  // NOLINT: the language of these files

namespace {

std::string kept_in(const Node& coroutine) { return coroutine.child(0).text + "_tasks"; }

// Every task is kept in a list of the module: CPython forgets one that nobody keeps.
Nodes spawning(Author& author, Place& place) {
  if (!author.can_call(place)) {
    return {};
  }
  Node coroutine = author.coroutine(place);
  const std::string list = kept_in(coroutine);
  Node made = call("asyncio.create_task", std::move(coroutine));
  if (author.dice.chance(25)) {
    made.children.push_back(keyword("name", text("w" + std::to_string(author.dice.between(1, 3)))));
  }
  if (author.dice.chance(40)) {
    return {expression(call(list + ".append", std::move(made)))};
  }
  const std::string name = author.fresh("t");
  place.tasks.push_back(name);
  return {assign(name, std::move(made)), expression(call(list + ".append", name))};
}

Nodes spawning_several(Author& author, Place& place) {
  if (!author.can_call(place) || place.depth >= 3) {
    return {};
  }
  Node coroutine = author.coroutine(place);
  const std::string list = kept_in(coroutine);
  const std::string counter = author.fresh("i");
  coroutine.children.back() = dotted(counter);
  Nodes body;
  body.push_back(
      expression(call(list + ".append", call("asyncio.create_task", std::move(coroutine)))));
  return {for_(counter, call("range", integer(author.dice.between(2, 3))), std::move(body))};
}

Nodes awaiting_task(Author& author, Place& place) {
  Node guard;
  Node future = author.future(place, guard);
  return guarded(std::move(guard), {author.awaited(std::move(future))});
}

Nodes awaiting_coroutine(Author& author, Place& place) {
  if (!author.can_call(place)) {
    return {};
  }
  return {author.awaited(author.coroutine(place))};
}

// Made and never awaited: CPython warns.
Nodes forgetting_coroutine(Author& author, Place& place) {
  if (!author.can_call(place)) {
    return {};
  }
  return {expression(author.coroutine(place))};
}

Nodes cancel_of(const Node& task) { return {expression(call(attribute(task, "cancel")))}; }

Node some_list(Author& author) {
  return dotted("c" + std::to_string(author.dice.between(0, author.coroutines)) + "_tasks");
}

// Anybody's: also those that await him, and himself.
Nodes cancelling_another(Author& author, Place&) {
  Node list = some_list(author);
  if (list.text == "c0_tasks" && author.dice.chance(70)) {
    return {};
  }
  Node task = subscript(list, integer(author.dice.chance(50) ? 0 : -1));
  Nodes statements = cancel_of(task);
  if (author.dice.chance(15)) {
    statements.push_back(statements.front());
  }
  return guarded(std::move(list), std::move(statements));
}

Nodes cancelling_own(Author& author, Place& place) {
  if (place.tasks.empty()) {
    return {};
  }
  Node task = dotted(author.dice.one_of(place.tasks));
  Node cancel = call(attribute(std::move(task), "cancel"));
  Nodes out;
  out.push_back(author.dice.chance(30) ? expression(call("print", std::move(cancel)))
                                       : expression(std::move(cancel)));
  return out;
}

Nodes cancelling_itself(Author& author, Place& place) {
  if (place.rank == 0 && author.dice.chance(80)) {
    return {};
  }
  return cancel_of(call("asyncio.current_task"));
}

Nodes cancelling_all(Author& author, Place&) {
  Node list = some_list(author);
  if (list.text == "c0_tasks") {
    return {};
  }
  const std::string one = author.fresh("one");
  return {for_(one, std::move(list), cancel_of(dotted(one)))};
}

Nodes cancelled_before_start(Author& author, Place& place) {
  Nodes out = spawning(author, place);
  if (out.size() < 2) {
    return {};
  }
  out.push_back(expression(call(attribute(dotted(place.tasks.back()), "cancel"))));
  return out;
}

Nodes cancelled_later(Author& author, Place& place) {
  Nodes out = spawning(author, place);
  if (out.size() < 2) {
    return {};
  }
  out.push_back(expression(await(call("asyncio.sleep", author.seconds()))));
  out.push_back(expression(call(attribute(dotted(place.tasks.back()), "cancel"))));
  if (author.dice.chance(50)) {
    out.push_back(author.awaited(place.tasks.back()));
  }
  return out;
}

Nodes looking_at_task(Author& author, Place& place) {
  if (place.tasks.empty()) {
    return {};
  }
  const std::string task = author.dice.one_of(place.tasks);
  return {expression(
      call("print", call(task + ".done"), call(task + ".cancelled"), call(task + ".cancelling")))};
}

Nodes looking_at_itself(Author& author, Place&) {
  const char* asked = author.dice.chance(60) ? "cancelling" : "uncancel";
  return {expression(call("print", call(attribute(call("asyncio.current_task"), asked))))};
}

}  // namespace

const Choices& task_choices() {
  static const Choices choices = {
      {24, spawning},
      {10, spawning_several},
      {18, awaiting_task},
      {9, awaiting_coroutine},
      {1, forgetting_coroutine},
      {14, cancelling_another},
      {8, cancelling_own},
      {3, cancelling_itself},
      {3, cancelling_all},
      {2, cancelled_before_start},
      {9, cancelled_later},
      {2, looking_at_task},
      {2, looking_at_itself},
  };
  return choices;
}

}  // namespace interleave::random_programs
