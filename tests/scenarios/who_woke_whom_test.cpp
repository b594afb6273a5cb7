// The chain of who woke whom, on every run of the catalogue.

#include <algorithm>

#include "app/trace/wake_chain.h"
#include "tests/catch.h"
#include "tests/scenarios/runs.h"

namespace interleave::test {

namespace {

/// What is wrong with a link; empty if nothing is.
std::string fault_of(const Trace& trace, Seq ready, const WakeLink& link) {
  const Event event = trace[ready];
  if (link.ready != ready || link.woken != event.task || link.cause > ready) {
    return "it is another's";
  }
  if (link.step < trace.size() && (link.step < ready || trace[link.step].task != event.task)) {
    return "its step is another's";
  }
  const bool is_ordered = std::is_sorted(link.callbacks.begin(), link.callbacks.end()) &&
                          (link.callbacks.empty() ||
                           (link.callbacks.front() >= link.cause && link.callbacks.back() < ready));
  if (!is_ordered) {
    return "its callbacks are out of order";
  }
  if (event.kind == Kind::task_ready && event.a != kProgram && link.by != event.a) {
    return "the trace names another";
  }
  const bool timer = event.kind == Kind::task_ready && event.cause() == Cause::timer;
  const bool job = event.kind == Kind::task_ready && event.cause() == Cause::job;
  if ((timer && link.waker != Waker::timer) || (job && link.waker != Waker::job)) {
    return "another kind of thing woke it";
  }
  if (link.waker == Waker::task) {
    const auto links = next_links(trace, link.by, link.cause);
    const bool is_mutual = std::any_of(links.begin(), links.end(), [&](const WakeLink& each) {
      return each.ready == ready && each.cause == link.cause;
    });
    return is_mutual ? "" : "the other side does not know of it";
  }
  return "";
}

}  // namespace

TEST_CASE("every readiness of every run has what made it so, and that knows of it") {
  for (const Run& run : default_runs()) {
    Trace trace(TraceHeader{}, run.log());
    trace.catch_up();
    for (Seq seq = 0; seq < trace.size(); ++seq) {
      const Kind kind = trace[seq].kind;
      if (kind != Kind::task_ready && kind != Kind::task_created) {
        continue;
      }
      const auto link = previous_link(trace, seq);
      REQUIRE(link);
      const std::string fault = fault_of(trace, seq, *link);
      INFO(run.name() << " event " << seq << ": " << sentence_on(trace, *link));
      CHECK(fault == "");
      CHECK(sentence_on(trace, *link).ends_with('.'));
    }
  }
}

}  // namespace interleave::test
