// The links of the chain that are tasks: ready, running, asleep, waiting for each other.

#include "app/trace/why_chain.h"

#include <algorithm>

#include "app/trace/event_words.h"
#include "app/trace/stops.h"
#include "app/trace/words.h"

namespace interleave {

using words::say;

namespace {

/// Links of a chain that are told; the others are followed without words.
constexpr std::size_t kLinksTold = 6;
/// Of several that are waited for, how many are named.
constexpr std::size_t kNamed = 3;

}  // namespace

std::string WhyChain::clause(TaskId task) {
  if (!is_task(task)) {
    return ends("is not there yet", WhyEnd::not_created, task);
  }
  if (std::find(path_.begin(), path_.end(), task) != path_.end()) {
    end_ = WhyEnd::circle;
    by_ = task;
    return {};
  }
  path_.push_back(task);
  std::string text = clause_of(task, state_.task(task));
  path_.pop_back();
  return text;
}

bool WhyChain::is_task(TaskId task) const {
  return task != kNoTask && task != kProgram && task <= state_.tasks.size();
}

std::string WhyChain::ends(std::string text, WhyEnd end, TaskId by) {
  if (end_ == WhyEnd::none) {
    end_ = end;
    by_ = by != kNoTask || path_.empty() ? by : path_.back();
  }
  return text;
}

std::string WhyChain::clause_of(TaskId task, const TaskStatus& status) {
  switch (status.state) {
    case TaskState::not_created:
      return ends(has_loop(trace_) ? "has not been created yet" : "has not been called yet",
                  WhyEnd::not_created);
    case TaskState::ready:
      return has_loop(trace_) ? ready(task) : without_loop(task, status);
    case TaskState::running:
      return ends(status.blocks ? say("blocks the thread until ", total_text(status.busy_until_ns))
                                : std::string("has the thread"),
                  WhyEnd::thread, task);
    case TaskState::suspended:
      return suspended(task, status);
    case TaskState::done:
      return ends(say("ended at ", total_text(status.since_ns)), over(task), task);
    case TaskState::failed:
      return ends(say("failed at ", total_text(status.since_ns)), over(task), task);
    case TaskState::cancelled:
      return ends(say("was cancelled at ", total_text(status.since_ns)), over(task), task);
  }
  return {};
}

WhyEnd WhyChain::over(TaskId task) const {
  return path_.front() == task ? WhyEnd::over : WhyEnd::turn;
}

std::string WhyChain::ready(TaskId task) {
  const auto& queue = state_.ready;
  const auto here = std::find_if(queue.begin(), queue.end(),
                                 [&](const ReadyEntry& entry) { return entry.task == task; });
  const bool is_first_link = path_.size() == 1;
  if (here == queue.end()) {
    return ends("is ready", WhyEnd::turn);
  }
  const auto place = static_cast<std::size_t>(here - queue.begin()) + 1;
  std::string text =
      say("is ", place == 1 ? std::string("first") : words::ordinal(place), " in the ready queue");
  if (place > 1 && is_first_link) {
    text += say(", behind ", entry(queue[place - 2]));
  }
  if (state_.running != kNoTask) {
    text += is_first_link ? say("; ", words::task(trace_, state_.running), " ", holds_thread())
                          : std::string();
    return ends(text, is_first_link ? WhyEnd::thread : WhyEnd::holder,
                is_first_link ? state_.running : task);
  }
  if (is_first_link && place == 1) {
    text += ": its turn is next";
  }
  return ends(text, is_first_link ? WhyEnd::turn : WhyEnd::holder, task);
}

std::string WhyChain::without_loop(TaskId task, const TaskStatus& status) {
  if (status.steps > 0) {
    return ends("has yielded, and goes on when it is asked for its next turn", WhyEnd::caller);
  }
  return ends(words::is_call(trace_, task) ? "is about to begin"
                                           : "has not been asked for its first turn yet",
              WhyEnd::caller);
}

std::string WhyChain::entry(const ReadyEntry& before) const {
  return before.task != kNoTask ? words::task(trace_, before.task)
                                : words::callback(trace_, before.callback, before.of);
}

std::string WhyChain::holds_thread() const {
  const TaskStatus& running = state_.task(state_.running);
  if (running.blocks) {
    return say("blocks the thread until ", total_text(running.busy_until_ns));
  }
  return running.busy_until_ns > state_.t_ns
             ? say("has the thread until ", total_text(running.busy_until_ns), " at least")
             : std::string("has the thread");
}

std::string WhyChain::suspended(TaskId task, const TaskStatus& status) {
  switch (status.reason) {
    case Reason::yield:
      return has_loop(trace_) ? ends("has yielded and goes to the ready queue", WhyEnd::turn)
                              : without_loop(task, status);
    case Reason::sleep:
      return sleeping(status);
    case Reason::task:
      return say("waits for ", which(status.on));
    case Reason::call:
      return calling(status.on);
    case Reason::nested_run:
      return say("runs a loop inside the loop, until the end of ", which(status.on));
    case Reason::gather:
    case Reason::group:
    case Reason::wait:
    case Reason::wait_for:
    case Reason::as_completed:
    case Reason::shield:
      return several(task, status);
    case Reason::job:
      return on_job(status);
    default:
      return on_resource(task, status);
  }
}

std::string WhyChain::which(TaskId task) {
  const std::string name = words::task(trace_, task);
  const std::string more = clause(task);
  if (path_.size() >= kLinksTold) {
    return path_.size() == kLinksTold ? say(name, ", and so on") : name;
  }
  return more.empty() ? name : say(name, ", which ", more);
}

std::string WhyChain::calling(TaskId on) {
  const bool is_call = is_task(on) && words::is_call(trace_, on);
  const std::string what = words::task(trace_, on);
  std::string text = is_call ? say("has called ", what, " and waits until that returns")
                             : say("has asked ", what, " for its next value");
  const std::string more = clause(on);
  return more.empty() ? text : say(text, "; ", what, " ", more);
}

std::string WhyChain::sleeping(const TaskStatus& status) {
  if (status.until_ns < 0) {
    return ends("sleeps", WhyEnd::timer);
  }
  const std::string until = total_text(status.until_ns);
  if (status.until_ns > state_.t_ns) {
    return ends(
        say("sleeps until ", until, ": ", seconds_text(status.until_ns - state_.t_ns), " from now"),
        WhyEnd::timer);
  }
  if (state_.running != kNoTask && state_.running != kProgram) {
    return ends(say("was due at ", until, ", but ", words::task(trace_, state_.running), " ",
                    holds_thread()),
                WhyEnd::thread, state_.running);
  }
  return ends(say(status.until_ns == state_.t_ns ? "is due now" : say("was due at ", until),
                  ": its timer's callback has to run first"),
              WhyEnd::timer);
}

std::string WhyChain::end_of_all(const TaskStatus& status, std::size_t count) const {
  const std::string wait = words::wait(trace_, status.on);
  const std::string number = std::to_string(count);
  if (status.reason == Reason::as_completed) {
    return say("waits until the next of ", words::count_of(count, "task"), " has ended");
  }
  if (status.reason == Reason::wait) {
    return say("waits for ", words::count_of(count, "task"));
  }
  return count == 1 ? say("waits until the one task of its ", wait, " has ended")
                    : say("waits until ", count == 2 ? "both" : say("all ", number),
                          " tasks of its ", wait, " have ended");
}

std::string WhyChain::several(TaskId task, const TaskStatus& status) {
  const EventLog& log = trace_.log();
  if (status.on == 0 || status.on > log.wait_count()) {
    return ends(say("waits for ", words::wait(trace_, status.on)), WhyEnd::producer);
  }
  const WaitInfo& info = log.wait(status.on);
  const auto& members = info.members;
  if (members.empty()) {
    return on_futures(task, status);
  }
  std::vector<TaskId> open;
  std::copy_if(members.begin(), members.end(), std::back_inserter(open),
               [&](TaskId member) { return trace_.ended_at(member) > state_.seq; });
  if (info.alone != WaitInfo::Alone::no) {
    return say("waits for ", which(members.front()));
  }
  std::string text = end_of_all(status, members.size());
  if (open.empty()) {
    return ends(say(text, "; ", members.size() == 1 ? "it has" : "all have", ": ",
                    words::wait(trace_, status.on), "'s callback has to run first"),
                WhyEnd::turn);
  }
  const bool none = open.size() == members.size();
  text += members.size() == 1 ? std::string(": ")
          : none              ? std::string("; none has yet: ")
          : open.size() == 1  ? std::string("; one has not: ")
                              : say("; ", std::to_string(open.size()), " have not: ");
  text += say(words::task(trace_, open.front()), " ", clause(open.front()));
  for (std::size_t i = 1; i < std::min(open.size(), kNamed); ++i) {
    text += say("; ", words::task(trace_, open[i]), " ", in_brief(open[i]));
  }
  if (open.size() > kNamed) {
    text += say("; and ", words::count_of(open.size() - kNamed, "other"));
  }
  return text;
}

std::string WhyChain::in_brief(TaskId task) const {
  const bool is_there = is_task(task);
  if (is_there && state_.task(task).state == TaskState::suspended &&
      state_.task(task).reason != Reason::sleep && state_.task(task).since_seq < trace_.size()) {
    return words::suspension(trace_, state_.task(task).since_seq);
  }
  WhyChain own(trace_, state_);
  own.path_.push_back(kNoTask);
  return own.clause(task);
}

}  // namespace interleave
