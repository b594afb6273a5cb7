#include "tests/runtime/sample.h"

#include <algorithm>
#include <utility>

#include "runtime/event_names.h"

namespace interleave::test {

namespace {

std::string name(const EventLog& log, TaskId task) {
  if (task == kNoTask) {
    return "the loop";
  }
  return task == kProgram ? "the program" : std::string(log.text(log.task(task).name));
}

std::string with_text(const EventLog& log, TextId text) {
  return text == kNoText ? "" : " " + std::string(log.text(text));
}

std::string milliseconds(std::int64_t ns) { return std::to_string(ns / 1'000'000); }

std::string suspended(const EventLog& log, const Event& event) {
  std::string out = " " + std::string(name_of(event.reason()));
  switch (event.reason()) {
    case Reason::sleep:
      return out + " until " + milliseconds(log.timer(event.a).due_ns);
    case Reason::task:
    case Reason::call:
      return out + " on " + name(log, event.a);
    case Reason::gather:
    case Reason::group:
    case Reason::as_completed:
      return out + " on " + std::string(log.text(log.wait(event.a).name));
    case Reason::job:
      return out + " on job " + std::to_string(event.a);
    default:
      return out;
  }
}

std::string callback(const EventLog& log, const Event& event) {
  const std::string out = " " + std::string(name_of(event.callback()));
  if (event.callback() == CallbackKind::timer || event.callback() == CallbackKind::job) {
    return out + " " + std::to_string(event.a);
  }
  return event.a == 0 ? out : out + " of " + name(log, event.a);
}

std::string members(const EventLog& log, const WaitInfo& wait) {
  std::string out = " " + std::string(log.text(wait.name)) + ":";
  for (const TaskId task : wait.members) {
    out += " " + name(log, task);
  }
  return out;
}

std::string job(const EventLog& log, const Event& event) {
  const std::string out = " " + std::to_string(event.a);
  return event.kind == Kind::job_submitted
             ? out
             : out + " by worker " + std::to_string(log.job(event.a).worker);
}

std::string resource(const EventLog& log, const Event& event) {
  const ResourceInfo& info = log.resource(event.a);
  return " " + std::string(log.text(info.name)) + " of " + std::to_string(info.capacity);
}

std::string detail(const EventLog& log, const Event& event) {
  switch (event.kind) {
    case Kind::program_failed:
    case Kind::task_started:
    case Kind::task_resumed:
    case Kind::task_finished:
    case Kind::task_failed:
    case Kind::coroutine_entered:
    case Kind::output:
    case Kind::warning:
      return with_text(log, event.a);
    case Kind::coroutine_left:
      return with_text(log, event.a) + with_text(log, event.b);
    case Kind::task_suspended:
      return suspended(log, event);
    case Kind::task_ready:
      return " " + std::string(name_of(event.cause())) + " by " + name(log, event.a);
    case Kind::cancel_requested:
    case Kind::cancel_uncounted:
      return " by " + name(log, event.a) + ", " + std::to_string(event.b);
    case Kind::callback_ran:
    case Kind::callback_skipped:
      return callback(log, event);
    case Kind::wait_on:
      return members(log, log.wait(event.a));
    case Kind::job_submitted:
    case Kind::job_started:
    case Kind::job_finished:
      return job(log, event);
    case Kind::resource_created:
      return resource(log, event);
    case Kind::worked:
    case Kind::blocked:
      return " " + milliseconds(event.duration());
    case Kind::iteration_started:
    case Kind::timer_set:
    case Kind::timer_fired:
    case Kind::timer_cancelled:
      return " " + std::to_string(event.a);
    default:
      return "";
  }
}

std::string line(const EventLog& log, const Event& event) {
  return name(log, event.task) + " " + std::string(name_of(event.kind)) + detail(log, event);
}

bool is_closing_down(const EventLog& log, const Event& event) {
  if (event.kind == Kind::callback_ran && event.callback() == CallbackKind::run) {
    return true;
  }
  return event.task != kNoTask && event.task != kProgram && log.task(event.task).internal;
}

}  // namespace

Sample::Sample(std::string_view name, std::string_view listing, Coro<> (*module)(Scope))
    : name_(name), listing_(listing), module_(module) {
  samples().push_back(this);
}

std::vector<const Sample*>& samples() {
  static std::vector<const Sample*> all;
  return all;
}

std::unique_ptr<Script> Sample::program(Script::Options options) const {
  return std::make_unique<Script>(listing_, module_, std::move(options));
}

Log Sample::run(Limits limits) const { return run_alone(listing_, module_, limits); }

Log run_alone(std::string_view listing, Coro<> (*module)(Scope), Limits limits) {
  Script::Options options;
  options.limits = limits;
  Script script(listing, module, std::move(options));
  script.run_to_end();
  return script.log();
}

std::string steps(const EventLog& log) {
  std::string out;
  for (std::uint64_t seq = 0; seq < log.size(); ++seq) {
    const Event& event = log[seq];
    if (!begins_step(event.kind) || is_closing_down(log, event)) {
      continue;
    }
    out +=
        (out.empty() ? "" : ", ") + std::to_string(event.iteration) + " " + name(log, event.task);
    out += event.t_ns == 0 ? "" : " @" + milliseconds(event.t_ns);
  }
  return out;
}

Lines outputs(const EventLog& log) {
  Lines out;
  for (std::uint64_t seq = 0; seq < log.size(); ++seq) {
    if (log[seq].kind == Kind::output) {
      out.emplace_back(log.text(log[seq].a));
    }
  }
  return out;
}

Lines told(const EventLog& log, std::initializer_list<Kind> kinds) {
  Lines out;
  for (std::uint64_t seq = 0; seq < log.size(); ++seq) {
    const Event& event = log[seq];
    const bool wanted = std::find(kinds.begin(), kinds.end(), event.kind) != kinds.end();
    if (wanted && !is_closing_down(log, event)) {
      out.push_back(line(log, event));
    }
  }
  return out;
}

int count_of(const EventLog& log, Kind kind) {
  int count = 0;
  for (std::uint64_t seq = 0; seq < log.size(); ++seq) {
    count += log[seq].kind == kind ? 1 : 0;
  }
  return count;
}

Lines everything(const EventLog& log) {
  Lines out;
  for (std::uint64_t seq = 0; seq < log.size(); ++seq) {
    const Event& event = log[seq];
    out.push_back(std::to_string(event.t_ns) + " " + std::to_string(event.iteration) + " " +
                  std::to_string(event.step) + " " + line(log, event) + " line " +
                  std::to_string(event.line));
  }
  return out;
}

}  // namespace interleave::test
