#include <algorithm>

#include "app/timeline/parts.h"
#include "app/trace/stops.h"

namespace interleave {
namespace {

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

// What the thread worked and blocked until `now`: of the last piece, what has come.
WorkSums work_until(const Trace& trace, Seq last, std::int64_t now_ns) {
  const auto pieces = trace.thread_events();
  const auto end = pieces.after(last);
  WorkSums sums = trace.work_of_first(static_cast<std::size_t>(end - pieces.begin()));
  if (end != pieces.begin()) {
    const Event event = trace[*(end - 1)];
    const std::int64_t to_come_ns =
        std::max<std::int64_t>(0, event.t_ns + event.duration() - std::max(now_ns, event.t_ns));
    (event.kind == Kind::blocked ? sums.blocked_ns : sums.worked_ns) -= to_come_ns;
  }
  return sums;
}

std::string blocked_of(const WorkSums& now, std::int64_t all_ns) {
  return two_lengths("blocked ", now.blocked_ns, " of ", all_ns);
}

// How long a task has blocked the thread, of how long it will; empty if it does not.
std::string blocked_note(const RunFrame& run, TaskId id, const TaskStatus& task) {
  const Trace& trace = *run.trace;
  WorkSums now{0, task.blocked_ns};
  if (task.blocks) {  // since the last event
    now.blocked_ns +=
        std::max<std::int64_t>(0, std::min(task.busy_until_ns, run.now_ns) - run.state->t_ns);
  }
  if (!trace.complete()) {  // how much it will be is not known
    return now.blocked_ns > 0 ? "blocked " + seconds_text(now.blocked_ns) : std::string();
  }
  std::int64_t all_ns = trace.blocked_by(id);
  const auto pieces = trace.thread_events();
  if (!pieces.empty() && trace[pieces.back()].task == id &&
      trace[pieces.back()].kind == Kind::blocked) {  // it may have been watched for a part of it
    const Event last = trace[pieces.back()];
    all_ns -= std::max<std::int64_t>(0, last.t_ns + last.duration() - trace.end_ns());
  }
  return all_ns > 0 ? blocked_of(now, all_ns) : std::string();
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
  const WorkSums now = work_until(trace, run.state->seq, run.now_ns);
  if (!trace.complete()) {
    return now.blocked_ns > now.worked_ns ? "blocked " + seconds_text(now.blocked_ns)
           : now.worked_ns > 0            ? "ran " + seconds_text(now.worked_ns)
                                          : std::string();
  }
  const WorkSums all = work_until(trace, trace.size(), trace.end_ns());
  if (all.blocked_ns > 0 && (all.blocked_ns >= all.worked_ns || now.worked_ns == 0)) {
    return blocked_of(now, all.blocked_ns);
  }
  return two_lengths("ran ", now.worked_ns, " of ", all.worked_ns);
}

std::string task_note(const RunFrame& run, TaskId id) {
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
    const std::string note = blocked_note(run, id, task);
    if (!note.empty()) {
      return note;
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
