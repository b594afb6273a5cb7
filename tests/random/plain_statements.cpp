#include <utility>

#include "tests/random/author.h"

// Statements of any program: sleep, compute, print, loop, branch.

namespace interleave::random_programs {

using namespace programs::build;  // NOLINT: the language of these files

namespace {

constexpr int kDeepest = 3;

Nodes sleeping(Author& author, Place& place) {
  if (place.is_callback) {
    return {};
  }
  return {expression(await(call("asyncio.sleep", author.seconds())))};
}

Nodes yielding_once(Author&, Place&) {
  return {expression(await(call("asyncio.sleep", integer(0))))};
}

Nodes slept_value(Author& author, Place&) {
  Node seconds = author.seconds();
  return {
      expression(call("print", await(call("asyncio.sleep", std::move(seconds), text("slept")))))};
}

Nodes working(Author& author, Place&) {
  author.works = true;
  return {expression(call("work", author.seconds()))};
}

Nodes blocking(Author& author, Place&) {
  return {expression(call("time.sleep", author.seconds()))};
}

Nodes printing(Author& author, Place& place) {
  return {expression(call("print", author.saying(place)))};
}

Nodes telling_time(Author&, Place&) {
  return {expression(call("print", call(attribute(call("asyncio.get_running_loop"), "time"))))};
}

Nodes looping(Author& author, Place& place) {
  if (place.depth >= kDeepest) {
    return {};
  }
  Place inner = within(place);
  inner.in_loop = true;
  const std::string counter = author.fresh("i");
  const int times = author.dice.between(2, 3);
  return {
      for_(counter, call("range", integer(times)), author.body(inner, author.dice.between(1, 2)))};
}

Nodes counting_up(Author& author, Place& place) {
  if (place.depth >= kDeepest) {
    return {};
  }
  Place inner = within(place);
  inner.in_loop = true;
  const int until = author.dice.between(1, 5);
  Nodes body = author.body(inner, author.dice.between(1, 2));
  body.insert(body.begin(), augment(subscript("box", integer(0)), "+", integer(1)));
  return {while_(compare(subscript("box", integer(0)), "<", integer(until)), std::move(body))};
}

// Ends at the limit of events, or by a cancellation.
Nodes endless(Author& author, Place& place) {
  if (place.rank == 0 || place.in_cleanup || place.in_generator || place.depth >= kDeepest) {
    return {};
  }
  Node seconds = author.dice.chance(50) ? integer(0) : real(0.001);
  Nodes body;
  body.push_back(expression(await(call("asyncio.sleep", std::move(seconds)))));
  return {while_(boolean(true), std::move(body))};
}

Nodes leaving_loop(Author& author, Place& place) {
  if (!place.in_loop || place.in_cleanup) {
    return {};
  }
  Nodes out;
  out.push_back(author.dice.chance(60) ? break_() : continue_());
  return out;
}

Nodes branching(Author& author, Place& place) {
  if (place.depth >= kDeepest) {
    return {};
  }
  const int what = author.dice.below(10);
  Node test;
  if (what < 5 && place.rank > 0) {
    test = compare(binary("n", "%", integer(2)), "==", integer(author.dice.below(2)));
  } else if (what < 8 && !place.tasks.empty()) {
    const char* asked = author.dice.chance(70) ? ".done" : ".cancelled";
    test = call(author.dice.one_of(place.tasks) + asked);
  } else {
    test = compare(subscript("box", integer(0)), ">", integer(author.dice.below(3)));
  }
  Nodes body = author.body(within(place), author.dice.between(1, 2));
  Nodes otherwise;
  if (author.dice.chance(30)) {
    otherwise = author.body(within(place), 1);
  }
  return {if_(std::move(test), std::move(body), std::move(otherwise))};
}

Nodes returning(Author& author, Place& place) {
  if (place.in_cleanup || place.in_generator || place.depth == 0) {
    return {};
  }
  if (place.rank == 0) {
    return {return_()};
  }
  return {return_(author.dice.chance(70) ? dotted("n") : text("early"))};
}

Nodes yielding_item(Author& author, Place& place) {
  if (!place.may_yield) {
    return {};
  }
  return {expression(yield(integer(author.dice.below(9))))};
}

Nodes counting(Author&, Place&) { return {augment(subscript("box", integer(0)), "+", integer(1))}; }

}  // namespace

const Choices& plain_choices() {
  static const Choices choices = {
      {28, sleeping},    {9, yielding_once}, {3, slept_value}, {3, working},        {2, blocking},
      {14, printing},    {2, telling_time},  {8, looping},     {3, counting_up},    {1, endless},
      {2, leaving_loop}, {8, branching},     {3, returning},   {30, yielding_item}, {3, counting},
  };
  return choices;
}

}  // namespace interleave::random_programs
