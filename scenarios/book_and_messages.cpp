#include <deque>

#include "runtime/call_stack.h"
#include "runtime/gather.h"
#include "runtime/generator.h"
#include "runtime/run.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"
#include "scenarios/taking_turns.h"

namespace interleave {

namespace {

Coro<> main_task(Scope s, Settings p) {
  s.at("asyncio.gather");
  co_await gather(s, reading_book(s.def("reading_book"), p, Turns::sleep0),
                  checking_messages(s.def("checking_messages"), p, Turns::sleep0));
}

Coro<> concurrent(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p));
}

Coro<> sequential(Scope s, Settings p) {
  s.at("reading_book()");
  co_await call(s, reading_book(s.def("reading_book"), p, Turns::none));
  s.at("checking_messages()");
  co_await call(s, checking_messages(s.def("checking_messages"), p, Turns::none));
}

Coro<> generators(Scope s, Settings p) {
  std::deque<Generator> turns;
  s.at("turns = [");
  turns.push_back(generator(s, reading_book(s.def("reading_book"), p, Turns::yield)));
  turns.push_back(generator(s, checking_messages(s.def("checking_messages"), p, Turns::yield)));
  while (!turns.empty()) {
    const Generator first = turns.front();
    turns.pop_front();
    if (co_await next(s.at("next(generator)"), first)) {
      turns.push_back(first);
    }
  }
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  const std::string listing = book_and_messages_scenario().listing(mode);
  if (mode == "sequential") {
    return script(listing, p, sequential);
  }
  return script(listing, p, mode == "generators" ? generators : concurrent);
}

}  // namespace

Scenario book_and_messages_scenario() {
  Scenario s;
  s.id = "book-and-messages";
  s.title = "Reading and messages";
  s.short_title = "Book and messages";
  s.lesson = "Everyday life";
  s.teaches = "Taking turns changes the order of things, not the amount of work.";
  s.question =
      "You read four pages and four messages, one page, one message, in turns. Are you done "
      "sooner than reading all the pages first?";
  s.notice =
      "Only the order changed. Nothing here waits, so taking turns saves nothing: 1.6 s all "
      "three times.";
  s.modes = {
      {"sequential", "Sequential", "one call after the other"},
      {"generators", "Generators", "next(…) by hand, in turns"},
      {"concurrent", "Concurrent", "await asyncio.gather(…)", true},
  };
  s.default_mode = "concurrent";
  s.parameters = {
      count("pages", "pages", 4, 40),
      count("messages", "messages", 4, 40),
      seconds("page_time", "time per page", 0.2, 2),
      seconds("message_time", "time per message", 0.2, 2),
  };
  s.nouns = {{"reading_book", "reading", "the book"},
             {"checking_messages", "messages", "the messages"}};
  s.make = make;
  s.source = "scenarios/book_and_messages.cpp";
  return s;
}

}  // namespace interleave
