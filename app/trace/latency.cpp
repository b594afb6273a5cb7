#include "app/trace/latency.h"

#include <algorithm>
#include <cstdlib>

#include "app/trace/comparison.h"
#include "app/trace/stops.h"
#include "app/trace/words.h"

namespace interleave {

namespace {

/// The timer whose callback made the task; 0 if it was made otherwise.
TimerId made_by(const Trace& trace, TaskId task) {
  for (Seq seq = trace.created_at(task); seq > 0 && seq <= trace.size();) {
    const Event event = trace[--seq];
    if (event.kind == Kind::callback_ran) {
      return event.callback() == CallbackKind::timer ? event.a : 0;
    }
    if (begins_step(event.kind) || event.kind == Kind::iteration_started) {
      break;
    }
  }
  return 0;
}

std::string range_words(const std::vector<Request>& requests) {
  const auto [least, most] = std::minmax_element(
      requests.begin(), requests.end(),
      [](const Request& a, const Request& b) { return a.latency_ns < b.latency_ns; });
  const std::string from = seconds_text(least->latency_ns);
  return is_same_time(most->latency_ns - least->latency_ns)
             ? from
             : words::say(from, " to ", seconds_text(most->latency_ns));
}

}  // namespace

std::vector<Request> requests_of(const Trace& trace) {
  std::vector<Request> requests;
  const EventLog& log = trace.log();
  for (const TaskId task : trace.tasks()) {
    const Seq ended = trace.ended_at(task);
    const TimerId timer = ended < trace.size() ? made_by(trace, task) : 0;
    if (timer == 0 || timer > log.timer_count() || log.timer(timer).purpose != TimerPurpose::call) {
      continue;
    }
    const std::int64_t arrived_ns = log.timer(timer).due_ns;
    requests.push_back({task, arrived_ns, trace[ended].t_ns - arrived_ns});
  }
  return requests;
}

std::string latency_words(const Trace& baseline, const Trace& other) {
  const auto before = requests_of(baseline);
  const auto now = requests_of(other);
  if (before.empty() || now.empty() || range_words(before) == range_words(now)) {
    return {};
  }
  return words::say("a request is answered in ", range_words(now), ", not in ",
                    range_words(before));
}

std::string first_output_words(const Trace& baseline, const Trace& other) {
  const std::int64_t before_ns = first_output_ns(baseline);
  const std::int64_t now_ns = first_output_ns(other);
  if (before_ns < 0 || now_ns < 0 || is_same_time(now_ns - before_ns)) {
    return {};
  }
  return words::say("the first line is printed at ", seconds_text(now_ns), ", not at ",
                    seconds_text(before_ns));
}

}  // namespace interleave
