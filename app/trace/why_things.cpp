// The links of the chain that are things: jobs, locks, slots, queues, futures.

#include "app/trace/why_chain.h"

#include <algorithm>

#include "app/trace/event_words.h"
#include "app/trace/stops.h"
#include "app/trace/words.h"

namespace interleave {

using words::say;

std::string WhyChain::on_futures(TaskId task, const TaskStatus& status) {
  if (status.reason == Reason::group) {
    return ends(
        "waits until its group is over: all its tasks have ended, and the group's callback has "
        "to "
        "run first",
        WhyEnd::turn);
  }
  const std::string wait = words::wait(trace_, status.on);
  std::vector<JobId> jobs;
  for (const RunningJob& each : state_.jobs) {
    if (trace_.log().job(each.job).submitter == task) {
      jobs.push_back(each.job);
    }
  }
  if (jobs.empty() && submitted_any(task)) {
    return ends(
        say("waits for its jobs, which are all done: ", wait, "'s callback has to run first"),
        WhyEnd::turn);
  }
  if (jobs.empty()) {
    return ends(say("waits for ", wait, ": nobody has resolved what it waits for"),
                WhyEnd::producer);
  }
  return say("waits for its jobs (", wait, "); ", words::count_of(jobs.size(), "job"),
             jobs.size() == 1 ? " is" : " are", " not done: ", words::job(jobs.front()), " ",
             job_clause(jobs.front()));
}

bool WhyChain::submitted_any(TaskId task) const {
  const EventLog& log = trace_.log();
  for (JobId job = 1; job <= log.job_count(); ++job) {
    if (log.job(job).submitter == task) {
      return true;
    }
  }
  return false;
}

std::string WhyChain::on_job(const TaskStatus& status) {
  return say("waits for ", words::job(status.on), ", which ", job_clause(status.on));
}

std::string WhyChain::job_clause(JobId id) {
  const EventLog& log = trace_.log();
  const auto job = std::find_if(state_.jobs.begin(), state_.jobs.end(),
                                [&](const RunningJob& each) { return each.job == id; });
  if (job == state_.jobs.end() || id > log.job_count()) {
    return ends("is done: its callback has to run first", WhyEnd::job);
  }
  const std::string pool = words::resource(trace_, log.job(id).pool);
  if (job->started_ns < 0) {
    return ends(say("waits for a worker of ", pool), WhyEnd::job);
  }
  if (job->due_ns < 0) {
    return ends("waits for the interpreter lock", WhyEnd::job);
  }
  if (job->due_ns <= state_.t_ns) {
    return ends("is over: the loop has yet to hear of it", WhyEnd::job);
  }
  return ends(say("runs in ", pool, " until ", total_text(job->due_ns), ": ",
                  seconds_text(job->due_ns - state_.t_ns), " from now"),
              WhyEnd::job);
}

std::string WhyChain::on_resource(TaskId task, const TaskStatus& status) {
  const std::string name = words::thing(trace_, status.on);
  const auto missing = [&](std::string text) { return ends(std::move(text), WhyEnd::producer); };
  if (words::waits_unnamed(trace_, status.reason, status.on)) {
    const TaskId by = words::waker_after(trace_, task, status.since_seq);
    return by == kNoTask ? missing("waits, the trace does not say for what")
                         : ends(say("waits for ", words::task(trace_, by), " to wake it"),
                                WhyEnd::holder, by);
  }
  switch (status.reason) {
    case Reason::queue_get:
      return missing(say("waits for an item in ", name, ": nobody has put one"));
    case Reason::queue_put:
      return missing(
          say("waits for a free place in ", name, ": it is full, and nobody has taken an item"));
    case Reason::queue_join:
      return missing(say("waits until every item of ", name, " has been dealt with"));
    case Reason::future:
      return missing(say("waits for ", name, ": nobody has resolved it"));
    case Reason::event:
      return missing(say("waits for ", name, ": nobody has set it"));
    case Reason::condition:
      return missing(say("waits for ", name, ": nobody has notified it"));
    case Reason::barrier:
      return missing(say("waits at ", name, ": not all have come"));
    default:  // lock, semaphore
      return say(held_by(task, status.on), "waits for ",
                 status.reason == Reason::semaphore ? words::slot(trace_, status.on) : name,
                 holders(task, status));
  }
}

std::string WhyChain::held_by(TaskId task, ResourceId wanted) const {
  std::vector<std::string> held;
  for (std::size_t i = 0; path_.size() == 1 && i < state_.resources.size(); ++i) {
    const auto& holders = state_.resources[i].holders;
    const ResourceId id = state_.resources[i].resource;
    if (id != wanted && std::find(holders.begin(), holders.end(), task) != holders.end()) {
      held.push_back(trace_.log().resource(id).type == ResourceType::semaphore
                         ? words::slot(trace_, id)
                         : words::thing(trace_, id));
    }
  }
  return held.empty() ? std::string() : say("holds ", words::list(held), " and ");
}

std::string WhyChain::holders(TaskId task, const TaskStatus& status) {
  if (status.on == 0 || status.on > trace_.log().resource_count()) {
    return ends("", WhyEnd::producer);
  }
  const ResourceStatus* told = state_.resource(status.on);
  const ResourceStatus resource = told != nullptr ? *told : ResourceStatus{};
  const bool is_slot = status.reason == Reason::semaphore;
  if (resource.level > 0 || (!is_slot && resource.holders.empty())) {
    return ends(", which is free: its turn to take it comes", WhyEnd::turn);
  }
  // Who counts with a semaphore takes slots that others give back.
  std::vector<TaskId> others;
  for (const TaskId holder : resource.holders) {
    if ((holder != task || !is_slot) &&
        std::find(others.begin(), others.end(), holder) == others.end()) {
      others.push_back(holder);
    }
  }
  if (others.empty()) {
    return ends(": none is free, and nobody has given one back", WhyEnd::producer);
  }
  if (others.size() == 1 && resource.holders.size() == 1) {
    return say(", held by ", held(others.front()));
  }
  std::vector<std::string> names;
  for (const TaskId holder : others) {
    names.push_back(words::task(trace_, holder));
  }
  return say(", all taken, by ", words::list(names), "; ", held(others.front(), true));
}

std::string WhyChain::held(TaskId holder, bool alone) {
  for (const PendingTimer& timer : state_.timers) {
    const TimerInfo& info = trace_.log().timer(timer.timer);
    if (info.purpose == TimerPurpose::call && info.on == holder) {
      return ends(say(words::task(trace_, holder), alone ? "'s slot" : ", whose slot",
                      " is given back by a timer at ", total_text(timer.due_ns)),
                  WhyEnd::timer, holder);
    }
  }
  if (!alone) {
    return which(holder);
  }
  const std::string more = clause(holder);
  return say(words::task(trace_, holder), " ", more.empty() ? "is one of them" : more);
}

}  // namespace interleave
