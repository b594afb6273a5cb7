#include <exception>
#include <string>

#include "runtime/call_stack.h"
#include "runtime/errors.h"
#include "runtime/gather.h"
#include "runtime/plain_call.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

// A page and what it takes.
struct Page {
  int number;
  Duration latency;
};

Page page(const Settings& p, int number) {
  constexpr std::string_view kLatencies[] = {"first", "second", "third"};
  return {number, duration(p, kLatencies[number - 1])};
}

struct Answer {
  int status;
  std::string text;
};

std::string repr(const Answer& answer) {
  return "(" + std::to_string(answer.status) + ", " + interleave::repr(answer.text) + ")";
}

Answer answer(const Settings& p, const Page& page) {
  return {page.number == p.count("failing") ? 404 : 200,
          "text of page " + std::to_string(page.number)};
}

void check(Scope& s, const Page& page, const Answer& answer) {
  if (answer.status != 200) {
    s.at("raise ConnectionError");
    throw Error("ConnectionError",
                "page " + std::to_string(page.number) + ": " + std::to_string(answer.status));
  }
}

void print_if_failed(Scope& s, const std::exception_ptr& raised) {
  try {
    if (raised) {
      std::rethrow_exception(raised);
    }
  } catch (const Error& error) {
    s.at("print(f\"ConnectionError").print(error.what());
  }
}

// As `async with Session()` has them.
Coro<> enter(Scope s) {
  s.at("session opened").print("session opened");
  s.at("return self");
  co_return;
}
Coro<> leave(Scope s) {
  s.at("session closed").print("session closed");
  co_return;
}

Coro<Answer> get(Scope s, Settings p, Page page) {
  co_await sleep(s.at("asyncio.sleep"), page.latency);
  s.at("return status");
  co_return answer(p, page);
}

Coro<> fetch(Scope s, Settings p, Page page) {
  s.at("await session.get");
  const Answer got = co_await get(s.def("get"), p, page);
  check(s, page, got);
  s.at("print(text)").print(got.text);
}

Scope fetching(const Scope& s, const Page& page) {
  return s.def("fetch", "fetch(" + std::to_string(page.number) + ")");
}

Coro<> main_task(Scope s, Settings p) {
  const Page first = page(p, 1);
  const Page second = page(p, 2);
  const Page third = page(p, 3);
  std::exception_ptr raised;
  s.at("async with Session()");
  co_await enter(s.def("__aenter__"));
  try {
    s.at("asyncio.gather");
    co_await gather(s, fetch(fetching(s, first), p, first), fetch(fetching(s, second), p, second),
                    fetch(fetching(s, third), p, third));
  } catch (const std::exception&) {
    raised = std::current_exception();
  }
  s.at("async with Session()");
  co_await leave(s.def("__aexit__"));
  print_if_failed(s, raised);
}

Coro<> concurrent(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p));
}

void enter_blocking(Scope s) {
  const PlainCall call(s);
  s.at("session opened").print("session opened");
}
void leave_blocking(Scope s) {
  const PlainCall call(s);
  s.at("session closed").print("session closed");
}

Coro<Answer> get_blocking(Scope s, Settings p, Page page) {
  s.at("time.sleep").block(page.latency);
  s.at("return status");
  co_return answer(p, page);
}

Coro<> fetch_blocking(Scope s, Settings p, Page page) {
  s.at("session.get");
  const Answer got = co_await call(s, get_blocking(s.def("get"), p, page));
  check(s, page, got);
  s.at("print(text)").print(got.text);
}

Coro<> sequential(Scope s, Settings p) {
  std::exception_ptr raised;
  s.at("with Session()");
  enter_blocking(s.def("__enter__"));
  try {
    for (int number = 1; number <= 3; ++number) {
      const Page fetched = page(p, number);
      s.at("fetch(session", number);
      co_await call(s, fetch_blocking(fetching(s, fetched), p, fetched));
    }
  } catch (const std::exception&) {
    raised = std::current_exception();
  }
  s.at("with Session()");
  leave_blocking(s.def("__exit__"));
  print_if_failed(s, raised);
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  return script(fetch_pages_scenario().listing(mode), p,
                mode == "sequential" ? sequential : concurrent);
}

}  // namespace

Scenario fetch_pages_scenario() {
  Scenario s;
  s.id = "fetch-pages";
  s.title = "Fetching three pages";
  s.short_title = "Fetching pages";
  s.lesson = "Streams of data";
  s.teaches = "Requests wait side by side; a session is closed whatever becomes of them.";
  s.question =
      "Three pages take 0.4, 0.2 and 0.6 s. How long does it take to fetch them one by one, and "
      "how long together? If the second one fails, what becomes of the others?";
  s.notice =
      "Together it takes as long as the slowest: 0.6 s, not 1.2 s. When one fails, main hears of "
      "it at once and the session is closed, while the others are still under way.";
  s.modes = {
      {"sequential", "Sequential", "one page after the other"},
      {"concurrent", "Concurrent", "await asyncio.gather(…)", true},
  };
  s.default_mode = "concurrent";
  s.parameters = {
      seconds("first", "first page", 0.4, 5),
      seconds("second", "second page", 0.2, 5),
      seconds("third", "third page", 0.6, 5),
      count("failing", "page that fails (0: none)", 0, 3),
  };
  s.presets = {{"one-fails", "second page fails", {{"failing", 2}}, ""}};
  s.nouns = {{"fetch", "fetching", "a page"}};
  s.make = make;
  s.source = "scenarios/fetch_pages.cpp";
  return s;
}

}  // namespace interleave
