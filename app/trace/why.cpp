// "Why isn't X running?", followed to its end: a timer, a job, the one who has the thread, whoever
// has to act, or a circle in which nobody can.

#include <algorithm>

#include "app/trace/event_words.h"
#include "app/trace/narration.h"
#include "app/trace/stops.h"
#include "app/trace/words.h"

namespace interleave {

namespace {

using words::say;

/// Follows the chain of who waits for whom. Every clause begins with a verb, so that it can stand
/// after a name, after "which" and after "It".
class Chain {
 public:
  Chain(const Trace& trace, const State& state) : trace_(trace), state_(state) {}

  std::string clause(TaskId task) {
    if (task == kNoTask || task == kProgram || task > state_.tasks.size()) {
      return "is not there yet";
    }
    if (std::find(path_.begin(), path_.end(), task) != path_.end()) {
      circle_ = true;
      return {};
    }
    path_.push_back(task);
    std::string text = clause_of(task, state_.task(task));
    path_.pop_back();
    return text;
  }

  /// Somebody in the chain waits for somebody who was named before.
  [[nodiscard]] bool is_circle() const { return circle_; }

 private:
  std::string clause_of(TaskId task, const TaskStatus& status) {
    switch (status.state) {
      case TaskState::not_created:
        return has_loop(trace_) ? "has not been created yet" : "has not been called yet";
      case TaskState::ready:
        return ready(task);
      case TaskState::running:
        return status.blocks ? say("blocks the thread until ", total_text(status.busy_until_ns))
                             : std::string("has the thread");
      case TaskState::suspended:
        return suspended(task, status);
      case TaskState::done:
        return say("ended at ", total_text(status.since_ns));
      case TaskState::failed:
        return say("failed at ", total_text(status.since_ns));
      case TaskState::cancelled:
        return say("was cancelled at ", total_text(status.since_ns));
    }
    return {};
  }

  std::string ready(TaskId task) {
    const auto& queue = state_.ready;
    const auto here = std::find_if(queue.begin(), queue.end(),
                                   [&](const ReadyEntry& entry) { return entry.task == task; });
    if (here == queue.end() || !has_loop(trace_)) {
      return "could go on, but nobody has asked it to";
    }
    const auto place = static_cast<std::size_t>(here - queue.begin()) + 1;
    std::string text = say("is ", place == 1 ? std::string("first") : words::ordinal(place),
                           " in the ready queue");
    if (place > 1 && path_.size() == 1) {
      text += say(", behind ", entry(queue[place - 2]));
    }
    if (path_.size() == 1 && state_.running != kNoTask) {
      text += say("; ", words::task(trace_, state_.running), " ", holds_thread());
    } else if (path_.size() == 1 && place == 1) {
      text += ": its turn is next";
    }
    return text;
  }

  std::string entry(const ReadyEntry& before) const {
    return before.task != kNoTask ? words::task(trace_, before.task)
                                  : words::callback(trace_, before.callback, before.of);
  }

  [[nodiscard]] std::string holds_thread() const {
    const TaskStatus& running = state_.task(state_.running);
    if (running.blocks) {
      return say("blocks the thread until ", total_text(running.busy_until_ns));
    }
    return running.busy_until_ns > state_.t_ns
               ? say("has the thread until ", total_text(running.busy_until_ns), " at least")
               : std::string("has the thread");
  }

  std::string suspended(TaskId task, const TaskStatus& status) {
    switch (status.reason) {
      case Reason::yield:
        return "has yielded and is asked again when its turn comes";
      case Reason::sleep:
        return sleeping(status);
      case Reason::task:
        return say("waits for ", which(status.on));
      case Reason::call:
      case Reason::nested_run:
        return say("waits until ", which(status.on), status.on == kNoTask ? "" : " – it called it");
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

  /// "anna, which sleeps until 2.0 s: 0.8 s from now"
  std::string which(TaskId task) {
    const std::string more = clause(task);
    return more.empty() ? words::task(trace_, task)
                        : say(words::task(trace_, task), ", which ", more);
  }

  std::string sleeping(const TaskStatus& status) const {
    if (status.until_ns < 0) {
      return "sleeps";
    }
    const std::string until = total_text(status.until_ns);
    if (status.until_ns > state_.t_ns) {
      return say("sleeps until ", until, ": ", seconds_text(status.until_ns - state_.t_ns),
                 " from now");
    }
    if (state_.running != kNoTask && state_.running != kProgram) {
      return say("was due at ", until, ", but ", words::task(trace_, state_.running), " ",
                 holds_thread());
    }
    return say(status.until_ns == state_.t_ns ? "is due now" : say("was due at ", until),
               ": its timer's callback has to run first");
  }

  /// For futures that are no tasks: the jobs of its own that are under way, if there are any.
  std::string on_futures(TaskId task, const std::string& wait) const {
    std::vector<JobId> jobs;
    for (const RunningJob& each : state_.jobs) {
      if (trace_.log().job(each.job).submitter == task) {
        jobs.push_back(each.job);
      }
    }
    if (jobs.empty()) {
      return say("waits for ", wait);
    }
    return say("waits for ", wait, ": ", words::count_of(jobs.size(), "job"), " not done; ",
               words::job(jobs.front()), " ", job_clause(jobs.front()));
  }

  std::string several(TaskId task, const TaskStatus& status) {
    const EventLog& log = trace_.log();
    const std::string wait = words::wait(trace_, status.on);
    if (status.on == 0 || status.on > log.wait_count()) {
      return say("waits for ", wait);
    }
    const auto& members = log.wait(status.on).members;
    std::vector<TaskId> open;
    std::copy_if(members.begin(), members.end(), std::back_inserter(open),
                 [&](TaskId member) { return trace_.ended_at(member) > state_.seq; });
    if (members.empty()) {
      return on_futures(task, wait);
    }
    const std::string all = words::count_of(members.size(), "task");
    if (open.empty()) {
      return say("waits for ", wait, ": of ", all,
                 " none is open, and its callback has to run first");
    }
    std::string text =
        say("waits for ", wait, ": ", std::to_string(open.size()), " of ", all, " not done");
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < std::min<std::size_t>(open.size(), 3); ++i) {
      parts.push_back(say(words::task(trace_, open[i]), " ", clause(open[i])));
    }
    text += say("; ", parts[0]);
    for (std::size_t i = 1; i < parts.size(); ++i) {
      text += say("; ", parts[i]);
    }
    if (open.size() > parts.size()) {
      text += say("; and ", words::count_of(open.size() - parts.size(), "other"));
    }
    return text;
  }

  std::string on_job(const TaskStatus& status) const {
    return say("waits for ", words::job(status.on), ", which ", job_clause(status.on));
  }

  std::string job_clause(JobId id) const {
    const EventLog& log = trace_.log();
    const auto job = std::find_if(state_.jobs.begin(), state_.jobs.end(),
                                  [&](const RunningJob& each) { return each.job == id; });
    if (job == state_.jobs.end() || id > log.job_count()) {
      return "is done: its callback has to run first";
    }
    const std::string pool = words::resource(trace_, log.job(id).pool);
    if (job->started_ns < 0) {
      return say("waits for a worker of ", pool);
    }
    if (job->due_ns < 0) {
      return "waits for the interpreter lock";
    }
    if (job->due_ns <= state_.t_ns) {
      return "is over: the loop has yet to hear of it";
    }
    return say("runs in ", pool, " until ", total_text(job->due_ns), ": ",
               seconds_text(job->due_ns - state_.t_ns), " from now");
  }

  std::string on_resource(TaskId task, const TaskStatus& status) {
    const std::string name = words::resource(trace_, status.on);
    switch (status.reason) {
      case Reason::queue_get:
        return say("waits for an item in ", name, ": nobody has put one");
      case Reason::queue_put:
        return say("waits for a free place in ", name,
                   ": it is full, and nobody has taken an item");
      case Reason::queue_join:
        return say("waits until every item of ", name, " has been dealt with");
      case Reason::future:
        return say("waits for ", name, ": nobody has resolved it");
      case Reason::event:
        return say("waits for ", name, ": nobody has set it");
      case Reason::condition:
        return say("waits for ", name, ": nobody has notified it");
      case Reason::barrier:
        return say("waits at ", name, ": not all have come");
      default:  // lock, semaphore
        return say(held_by(task), "waits for ",
                   status.reason == Reason::semaphore ? say("a slot of ", name) : name,
                   holders(status.on));
    }
  }

  /// "holds right and ", when it does: that is what makes a circle.
  [[nodiscard]] std::string held_by(TaskId task) const {
    std::vector<std::string> held;
    for (std::size_t i = 0; i < state_.resources.size(); ++i) {
      const auto& holders = state_.resources[i].holders;
      if (std::find(holders.begin(), holders.end(), task) != holders.end()) {
        held.push_back(words::resource(trace_, static_cast<ResourceId>(i + 1)));
      }
    }
    return held.empty() ? std::string() : say("holds ", words::list(held), " and ");
  }

  std::string holders(ResourceId resource) {
    if (resource == 0 || resource > state_.resources.size()) {
      return {};
    }
    const auto& holders = state_.resources[resource - 1].holders;
    if (holders.empty()) {
      return ", which is free: its turn to take it comes";
    }
    if (holders.size() == 1) {
      return say(", held by ", which(holders.front()));
    }
    std::vector<std::string> names;
    for (const TaskId holder : holders) {
      names.push_back(words::task(trace_, holder));
    }
    return say(", all taken, by ", words::list(names));
  }

  const Trace& trace_;
  const State& state_;
  std::vector<TaskId> path_;
  bool circle_ = false;
};

}  // namespace

Why why_not(const Trace& trace, const State& state, TaskId task) {
  const bool runs = state.running == task && task != kNoTask;
  if (runs || task == kNoTask || task == kProgram || task > trace.log().task_count()) {
    return {};
  }
  Why why;
  why.question = say("Why isn't ", words::task(trace, task), " running?");
  if (task > state.tasks.size() || state.task(task).state == TaskState::not_created) {
    why.answer = has_loop(trace) ? "It has not been created yet." : "It has not been called yet.";
    return why;
  }
  Chain chain(trace, state);
  why.answer = say("It ", chain.clause(task));
  why.answer += chain.is_circle() ? ": a circle, in which nobody can go on." : ".";
  return why;
}

}  // namespace interleave
