#include <utility>

#include "tests/random/author.h"

// Exceptions: raised, caught, cleaned up after.

namespace interleave::random_programs {

using namespace programs::build;  // NOLINT: the language of these files

namespace {

Node some_error(Author& author) {
  const std::string told = author.fresh("e");
  switch (author.dice.below(10)) {
    case 0:
      return call("KeyError", text(told));
    case 1:
      return call("RuntimeError", text(told));
    case 2:
      return dotted("ValueError");
    case 3:
      return call("asyncio.CancelledError");
    case 4:
      return call("TimeoutError", text(told));
    default:
      return call("ValueError", text(told));
  }
}

Nodes raising(Author& author, Place& place) {
  if (place.in_cleanup || (place.rank == 0 && place.depth == 0)) {
    return {};
  }
  Nodes out;
  out.push_back(raise(some_error(author)));
  if (place.rank > 0 && author.dice.chance(60)) {
    Node test = compare("n", ">", integer(author.dice.below(3)));
    return guarded(std::move(test), std::move(out));
  }
  return out;
}

Nodes caught(Author& author, Place& place, const std::string& error) {
  Nodes out;
  if (!error.empty()) {
    out.push_back(expression(
        call("print", attribute(call("type", error), "__name__"), author.saying(place))));
  }
  if (author.dice.chance(35)) {
    Place inner = within(place);
    for (Node& statement : author.body(inner, 1)) {
      out.push_back(std::move(statement));
    }
  }
  if (out.empty()) {
    out.push_back(expression(call("print", author.saying(place))));
  }
  return out;
}

Node general_handler(Author& author, Place& place) {
  return handler("Exception", "error", caught(author, place, "error"));
}

// What becomes of a cancellation: passed on, taken back, swallowed.
Node cancellation_handler(Author& author, Place& place) {
  Nodes out = caught(author, place, "");
  const auto last = out.back().kind;
  if (last == programs::NodeKind::raise || last == programs::NodeKind::return_ ||
      last == programs::NodeKind::break_ || last == programs::NodeKind::continue_) {
    return handler("asyncio.CancelledError", "", std::move(out));
  }
  switch (author.dice.below(4)) {
    case 0:
      out.push_back(
          expression(call("print", call(attribute(call("asyncio.current_task"), "uncancel")))));
      break;
    case 1:
    case 2:
      out.push_back(raise());
      break;
    default:
      break;
  }
  return handler("asyncio.CancelledError", "", std::move(out));
}

Node particular_handler(Author& author, Place& place) {
  const char* type = author.dice.chance(50) ? "ValueError" : "asyncio.TimeoutError";
  return handler(type, "", caught(author, place, ""));
}

Nodes trying(Author& author, Place& place) {
  if (place.depth >= 3) {
    return {};
  }
  Nodes body = author.body(within(place), author.dice.between(1, 3));
  Nodes handlers;
  if (author.dice.chance(25)) {
    handlers.push_back(particular_handler(author, place));
  }
  if (author.dice.chance(40)) {
    handlers.push_back(cancellation_handler(author, place));
  }
  if (author.dice.chance(55)) {
    handlers.push_back(general_handler(author, place));
  }
  Nodes otherwise;
  if (!handlers.empty() && author.dice.chance(12)) {
    otherwise = author.body(within(place), 1);
  }
  Nodes finally;
  if (handlers.empty() || author.dice.chance(30)) {
    Place clean_up = within(place);
    clean_up.in_cleanup = true;
    clean_up.may_yield = clean_up.may_yield && author.dice.chance(30);
    finally = author.body(clean_up, author.dice.between(1, 2));
  }
  return {try_(std::move(body), std::move(handlers), std::move(otherwise), std::move(finally))};
}

}  // namespace

const Choices& error_choices() {
  static const Choices choices = {{25, raising}, {75, trying}};
  return choices;
}

}  // namespace interleave::random_programs
