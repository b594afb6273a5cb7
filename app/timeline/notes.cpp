#include <algorithm>

#include "app/timeline/parts.h"
#include "app/trace/stops.h"

namespace interleave {
namespace {

// Summing a longer run for a note would be felt in every frame.
constexpr std::size_t kMostSummed = 20'000;

// "0.6" for "0.6 s" before a number of the same unit.
std::string without_unit(const std::string& text, const std::string& next) {
  const auto unit = [](const std::string& s) { return s.substr(s.find(' ')); };
  return unit(text) == unit(next) ? text.substr(0, text.find(' ')) : text;
}

std::string two_lengths(std::string_view a, std::int64_t a_ns, std::string_view b,
                        std::int64_t b_ns) {
  const std::string second = seconds_text(b_ns);
  return std::string(a) + without_unit(seconds_text(a_ns), second) + std::string(b) + second;
}

struct Sums {
  std::int64_t worked = 0;
  std::int64_t blocked = 0;
};

// Of a list of events, what was worked and blocked until `now`; whole pieces for the far end.
Sums sum_until(const Trace& trace, std::span<const std::uint32_t> events, Seq last,
               std::int64_t now) {
  Sums sums;
  for (const std::uint32_t seq : events) {
    if (seq > last) {
      break;
    }
    const Event& event = trace[seq];
    if (event.kind != Kind::worked && event.kind != Kind::blocked) {
      continue;
    }
    const std::int64_t length =
        std::min(event.duration(), std::max<std::int64_t>(0, now - event.t_ns));
    (event.kind == Kind::worked ? sums.worked : sums.blocked) += length;
  }
  return sums;
}

std::string progress_note(const RunFrame& run, std::span<const std::uint32_t> events,
                          bool only_blocked) {
  const Trace& trace = *run.trace;
  const Sums now = sum_until(trace, events, run.state->seq, run.now_ns);
  if (!trace.complete()) {  // how much it will be is not known
    if (only_blocked || now.blocked > now.worked) {
      return now.blocked > 0 ? "blocked " + seconds_text(now.blocked) : std::string();
    }
    return now.worked > 0 ? "ran " + seconds_text(now.worked) : std::string();
  }
  const Sums all = sum_until(trace, events, trace.size(), trace.end_ns());
  if (all.blocked > 0 && (only_blocked || all.blocked >= all.worked || now.worked == 0)) {
    return two_lengths("blocked ", now.blocked, " of ", all.blocked);
  }
  if (only_blocked) {
    return {};
  }
  return two_lengths("ran ", now.worked, " of ", all.worked);
}

std::string suspended_note(const RunFrame& run, const TaskStatus& task) {
  const Trace& trace = *run.trace;
  const State& state = *run.state;
  const EventLog& log = trace.log();
  const auto for_so_long = [&] { return "suspended " + seconds_text(run.now_ns - task.since_ns); };
  if (task.reason >= Reason::gather && task.reason <= Reason::shield && task.on > 0 &&
      task.on <= log.wait_count()) {
    const auto& members = log.wait(task.on).members;
    const auto open = std::count_if(members.begin(), members.end(), [&](TaskId member) {
      return state.task(member).state < TaskState::done;
    });
    return members.empty()
               ? for_so_long()
               : "suspended: " + std::to_string(open) + (open == 1 ? " task" : " tasks");
  }
  switch (task.reason) {
    case Reason::task:
    case Reason::call:
    case Reason::nested_run:
      return task.on > 0 && task.on <= log.task_count()
                 ? "suspended: " + std::string(trace.label(task.on))
                 : for_so_long();
    case Reason::queue_get:
    case Reason::queue_put:
    case Reason::queue_join:
    case Reason::semaphore:
    case Reason::lock:
    case Reason::event:
    case Reason::condition:
    case Reason::barrier:
    case Reason::future:
      return task.on > 0 && task.on <= log.resource_count()
                 ? "suspended: " + std::string(trace.text(log.resource(task.on).name))
                 : for_so_long();
    case Reason::job:
      return "suspended: job " + std::to_string(task.on);
    default:
      return for_so_long();
  }
}

std::string sums_note(const TaskStatus& task) {
  if (task.running_ns > 0 && task.ready_ns > 0) {
    return two_lengths("ran ", task.running_ns, " · ready ", task.ready_ns);
  }
  if (task.running_ns > 0) {
    return "ran " + seconds_text(task.running_ns);
  }
  return task.ready_ns > 0 ? "ready " + seconds_text(task.ready_ns) : std::string();
}

std::string ended_note(const char* word, const TaskStatus& task) {
  const std::string sums = sums_note(task);
  return sums.empty() ? std::string(word) : std::string(word) + " · " + sums;
}

}  // namespace

std::string thread_note(const RunFrame& run) {
  const Trace& trace = *run.trace;
  if (trace.thread_events().size() <= kMostSummed) {
    return progress_note(run, trace.thread_events(), false);
  }
  Sums sums;
  for (const TaskStatus& task : run.state->tasks) {
    sums.worked += task.running_ns - task.blocked_ns;
    sums.blocked += task.blocked_ns;
  }
  return "ran " + seconds_text(sums.worked);
}

std::string task_note(const RunFrame& run, TaskId id) {
  const Trace& trace = *run.trace;
  const State& state = *run.state;
  if (id > state.tasks.size() || state.task(id).state == TaskState::not_created) {
    return "not called yet";
  }
  TaskStatus task = state.task(id);
  // Between two events a state goes on.
  const std::int64_t since_event = std::max<std::int64_t>(0, run.now_ns - state.t_ns);
  if (task.state == TaskState::running) {
    task.running_ns += since_event;
  } else if (task.state == TaskState::ready) {
    task.ready_ns += since_event;
  }
  if (task.blocked_ns > 0 || task.blocks) {
    const auto events = trace.events_of(id);
    if (events.size() <= kMostSummed) {
      const std::string note = progress_note(run, events, true);
      if (!note.empty()) {
        return note;
      }
    }
  }
  switch (task.state) {
    case TaskState::suspended:
      return suspended_note(run, task);
    case TaskState::done:
      return ended_note("done", task);
    case TaskState::failed:
      return ended_note("failed", task);
    case TaskState::cancelled:
      return ended_note("cancelled", task);
    default:
      break;
  }
  const std::string sums = sums_note(task);
  if (!sums.empty()) {
    return sums;
  }
  return task.state == TaskState::running ? "running" : "ready, not run yet";
}

}  // namespace interleave
