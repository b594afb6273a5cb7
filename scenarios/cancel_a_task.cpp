#include "runtime/errors.h"
#include "runtime/run.h"
#include "runtime/shield.h"
#include "runtime/sleep.h"
#include "runtime/task.h"
#include "runtime/timeout.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

Coro<std::string> long_job(Scope s, Settings p) {
  std::exception_ptr raised;
  try {
    co_await sleep(s.at("asyncio.sleep"), duration(p, "length"));
    s.at("return");
  } catch (const CancelledError&) {
    raised = std::current_exception();
  }
  s.at("cleaned up").print("cleaned up");
  if (raised) {
    std::rethrow_exception(raised);
  }
  co_return "job done";
}

Coro<std::string> suppressing_job(Scope s, Settings p) {
  std::exception_ptr raised;
  try {
    bool cancelled = false;
    try {
      co_await sleep(s.at("asyncio.sleep", 1), duration(p, "length"));
    } catch (const CancelledError&) {
      cancelled = true;
    }
    if (cancelled) {
      s.at("cancellation suppressed").print("cancellation suppressed");
      co_await sleep(s.at("asyncio.sleep", 2), duration(p, "length"));
    }
  } catch (const CancelledError&) {
    raised = std::current_exception();
  }
  s.at("cleaned up").print("cleaned up");
  if (raised) {
    std::rethrow_exception(raised);
  }
  s.at("return");
  co_return "job done";
}

template <Coro<std::string> (*job_of)(Scope, Settings)>
Coro<> main_cancels(Scope s, Settings p) {
  s.at("create_task");
  const Task<std::string> job = create_task(s, job_of(s.def("long_job"), p));
  co_await sleep(s.at("asyncio.sleep(AT)"), duration(p, "at"));
  s.at("job.cancel()");
  job.cancel();
  s.at("cancel requested").print("cancel requested");
  try {
    s.at("await job");
    const std::string result = co_await job;
    s.print(result);
  } catch (const CancelledError&) {
    s.at("job cancelled").print("job cancelled");
  }
}

Coro<> main_shields(Scope s, Settings p) {
  s.at("create_task");
  const Task<std::string> job = create_task(s, long_job(s.def("long_job"), p));
  bool too_late = false;
  try {
    Timeout limit(s.at("async with"), duration(p, "at"));
    std::exception_ptr raised;
    try {
      s.at("asyncio.shield");
      const std::string result = co_await shield(s, job);
      s.print(result);
    } catch (...) {
      raised = std::current_exception();
    }
    s.at("async with");
    limit.exit(raised);
  } catch (const Error&) {
    too_late = true;
  }
  if (too_late) {
    s.at("waited long enough").print("waited long enough");
    s.at("print(await job)");
    const std::string result = co_await job;
    s.print(result);
  }
}

template <Coro<> (*main_task)(Scope, Settings)>
Coro<> module(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  const std::string listing = cancel_a_task_scenario().listing(mode);
  if (mode == "shielded") {
    return script(listing, p, module<main_shields>);
  }
  return script(listing, p,
                mode == "suppressed" ? module<main_cancels<suppressing_job>>
                                     : module<main_cancels<long_job>>);
}

}  // namespace

Scenario cancel_a_task_scenario() {
  Scenario s;
  s.id = "cancel-a-task";
  s.title = "Cancelling a task";
  s.short_title = "Cancelling a task";
  s.lesson = "Awaiting well";
  s.teaches = "cancel() asks; CancelledError arrives at the await where the task is suspended.";
  s.question =
      "A job sleeps 4 s and is cancelled at 2 s. Which is printed first: “cancel requested” or "
      "“cleaned up”?";
  s.notice =
      "cancel() only asked. The job got CancelledError when it next had the thread, cleaned up, "
      "and only then main heard of it.";
  s.modes = {
      {"cancelled", "Cancelled", "job.cancel()", true},
      {"shielded", "Shielded", "await asyncio.shield(job)", true},
      {"suppressed", "Suppressed", "the job catches it and goes on"},
  };
  s.default_mode = "cancelled";
  s.parameters = {
      seconds("at", "cancelled at", 2, 10),
      seconds("length", "the job takes", 4, 10),
  };
  s.presets = {{"nothing-left-to-cancel", "nothing left to cancel", {{"length", 1}}, ""}};
  s.nouns = {{"long_job", "the job", "the job"}};
  s.make = make;
  s.source = "scenarios/cancel_a_task.cpp";
  return s;
}

}  // namespace interleave
