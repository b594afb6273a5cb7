// Who is next, without a look ahead.
//
// A task that stands in the ready queue is taken before whoever a callback wakes, since that one is
// queued behind it. So the first task in the queue is next. If there is none, the callbacks that
// still have to run decide, in their order: those of tasks that ended in an earlier iteration,
// those of timers and jobs that have come to the queue, those of tasks that ended in this one, and
// those of timers that are due. Done-callbacks are told of only when they run; whether there are
// any follows from who waits for what.

#include "app/trace/next.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace interleave {

namespace {

bool waits_for_several(Reason reason) {
  switch (reason) {
    case Reason::gather:
    case Reason::group:
    case Reason::wait:
    case Reason::wait_for:
    case Reason::as_completed:
    case Reason::shield:
      return true;
    default:
      return false;
  }
}

class Foresight {
 public:
  Foresight(const Trace& trace, const State& state) : trace_(trace), state_(state) {}

  Next next() const {
    if (state_.finished) {
      return {};
    }
    if (state_.running != kNoTask) {
      return {.kind = NextKind::inside, .task = state_.running};
    }
    if (!has_loop(trace_) || state_.tasks.empty()) {
      return {.kind = NextKind::program};
    }
    for (const ReadyEntry& entry : state_.ready) {
      if (entry.task != kNoTask) {
        return step(entry.task);
      }
    }
    if (const TaskId waiter = waiter_of_ended(); waiter != kNoTask) {
      return step(waiter);
    }
    // A callback that has to run, and whom it wakes if that is certain.
    for (const auto& found : {half_done(), after_ends(true), in_queue(), after_ends(false)}) {
      if (found) {
        return *found;
      }
    }
    if (root_has_ended()) {
      return {.kind = NextKind::closing};
    }
    if (is_between_parts() || has_untold_callbacks()) {
      return unsettled();
    }
    if (const auto found = due_now()) {
      return *found;
    }
    return idle();
  }

 private:
  using Found = std::optional<Next>;

  [[nodiscard]] bool is_task(TaskId task) const {
    return task != kNoTask && task != kProgram && task <= state_.tasks.size();
  }

  [[nodiscard]] Next step(TaskId task) const {
    if (trace_.log().task(task).internal) {
      return {.kind = NextKind::closing};
    }
    return {.kind = NextKind::step,
            .task = task,
            .starts = is_task(task) && state_.task(task).steps == 0};
  }

  [[nodiscard]] static Next unsettled() { return {.kind = NextKind::callback}; }

  [[nodiscard]] bool is_suspended(TaskId task) const {
    return is_task(task) && state_.task(task).state == TaskState::suspended;
  }

  [[nodiscard]] bool has_ended(TaskId task) const {
    return is_task(task) && state_.task(task).state >= TaskState::done;
  }

  /// The state stands in the middle: a yield whose readiness, or a callback whose effect, is the
  /// very next event.
  [[nodiscard]] Found half_done() const {
    const Event event = trace_[state_.seq];
    switch (event.kind) {
      case Kind::task_suspended:
        return event.reason() == Reason::yield ? Found(step(event.task)) : std::nullopt;
      case Kind::callback_ran:
        return event.callback() == CallbackKind::timer ? by_timer(event.a)
               : event.callback() == CallbackKind::job ? by_job(event.a)
                                                       : std::nullopt;
      case Kind::cancel_requested:
        return cancelled(event.task);
      default:
        return std::nullopt;
    }
  }

  /// Whether a callback of that has run since, and has done what it does.
  [[nodiscard]] bool heard_of(TaskId task) const {
    for (Seq seq = state_.task(task).since_seq + 1; seq < state_.seq; ++seq) {
      const Event event = trace_[seq];
      if (event.kind == Kind::callback_ran && event.a == task &&
          event.callback() >= CallbackKind::gather && event.callback() < CallbackKind::call) {
        return true;
      }
    }
    return false;
  }

  /// Who awaits a task that has just ended, and is put on the queue before anything else happens.
  [[nodiscard]] TaskId waiter_of_ended() const {
    TaskId best = kNoTask;
    for (const TaskId task : state_.tasks.going_on()) {
      const TaskStatus& status = state_.task(task);
      const bool awaits_task =
          status.state == TaskState::suspended &&
          (status.reason == Reason::task || status.reason == Reason::nested_run);
      if (awaits_task && has_ended(status.on) &&
          (best == kNoTask || status.since_seq < state_.task(best).since_seq)) {
        best = task;
      }
    }
    return best;
  }

  /// Of those whose waiting is about to be over because of a task's end: the one whose callback
  /// runs first. Ends of earlier iterations, or of the present one.
  [[nodiscard]] Found after_ends(bool earlier) const {
    Found best;
    Seq best_end = trace_.size();
    for (const TaskId waiter : state_.tasks.going_on()) {
      const TaskStatus& status = state_.task(waiter);
      if (status.state != TaskState::suspended || !waits_for_several(status.reason) ||
          status.on == 0 || status.on > trace_.log().wait_count()) {
        continue;
      }
      const auto [end, found] = end_of_wait(waiter, status);
      if (found && end < best_end && (trace_[end].iteration < state_.iteration) == earlier) {
        best = found;
        best_end = end;
      }
    }
    return best;
  }

  struct EndOfWait {
    Seq end = 0;
    Found found;
  };

  /// The end that wakes a waiter for several, if one is there and has not been heard of.
  [[nodiscard]] EndOfWait end_of_wait(TaskId waiter, const TaskStatus& status) const {
    const WaitInfo& wait = trace_.log().wait(status.on);
    if (wait.members.empty()) {
      // A group whose last task has ended, and not been heard of, names none.
      return status.reason == Reason::group ? EndOfWait{status.since_seq, step(waiter)}
                                            : after_jobs(waiter, status);
    }
    bool all = true;
    Seq last = 0;
    Seq unheard = trace_.size();
    for (const TaskId member : wait.members) {
      if (!has_ended(member)) {
        all = false;
        continue;
      }
      const Seq end = state_.task(member).since_seq;
      last = std::max(last, end);
      if (!all_end_well(status.reason, member) && !heard_of(member)) {
        unheard = std::min(unheard, end);
      }
    }
    if (status.reason == Reason::as_completed && unheard < trace_.size()) {
      return {unheard, step(waiter)};
    }
    if (unheard < trace_.size() && !(all && unheard == last)) {
      return {unheard, unsettled()};
    }
    return all ? EndOfWait{last, step(waiter)} : EndOfWait{};
  }

  /// Whether the end of one of several changes nothing for whoever waits for all.
  [[nodiscard]] bool all_end_well(Reason reason, TaskId member) const {
    return (reason == Reason::gather || reason == Reason::group) &&
           state_.task(member).state == TaskState::done;
  }

  /// Futures of jobs, which no wait names: those of its own have all come, and it has not heard.
  [[nodiscard]] EndOfWait after_jobs(TaskId waiter, const TaskStatus& status) const {
    bool any = false;
    Seq last = 0;
    for (const std::uint32_t seq : trace_.job_events()) {
      const Event event = trace_[std::min<Seq>(seq, trace_.size() - 1)];
      if (seq > state_.seq) {
        break;
      }
      if (event.kind == Kind::job_finished && event.task == waiter && seq > status.since_seq) {
        any = true;
        last = seq;
      }
    }
    const bool open = std::any_of(state_.jobs.begin(), state_.jobs.end(), [&](const auto& job) {
      return trace_.log().job(job.job).submitter == waiter;
    });
    return any && !open ? EndOfWait{last, step(waiter)} : EndOfWait{};
  }

  /// The callbacks that are known to stand in the ready queue.
  [[nodiscard]] Found in_queue() const {
    bool is_unsettled = false;
    for (const ReadyEntry& entry : state_.ready) {
      const Found found = entry.callback == CallbackKind::timer ? by_timer(entry.of)
                          : entry.callback == CallbackKind::job ? by_job(entry.of)
                                                                : Found(unsettled());
      if (found && found->kind == NextKind::step && !is_unsettled) {
        return found;
      }
      is_unsettled = is_unsettled || found;
    }
    return is_unsettled ? Found(unsettled()) : std::nullopt;
  }

  /// Whom a timer's callback wakes.
  [[nodiscard]] Found by_timer(TimerId id) const {
    if (id == 0 || id > trace_.log().timer_count()) {
      return unsettled();
    }
    const TimerInfo& timer = trace_.log().timer(id);
    switch (timer.purpose) {
      case TimerPurpose::sleep:
      case TimerPurpose::wait_for:
      case TimerPurpose::wait:
        return is_suspended(timer.on) ? Found(step(timer.on)) : std::nullopt;
      case TimerPurpose::timeout:
        return cancelled(timer.on);
      case TimerPurpose::call:
        break;
    }
    return unsettled();
  }

  /// Who is woken when this one is cancelled: what it waits for is, and that may be a task.
  [[nodiscard]] Next cancelled(TaskId task) const {
    for (std::size_t hops = 0; is_suspended(task) && hops < state_.tasks.size(); ++hops) {
      const TaskStatus& status = state_.task(task);
      if (waits_for_several(status.reason)) {
        break;
      }
      if (status.reason != Reason::task) {
        return step(task);
      }
      task = status.on;
    }
    return unsettled();
  }

  [[nodiscard]] Found by_job(JobId id) const {
    if (id == 0 || id > trace_.log().job_count()) {
      return unsettled();
    }
    const TaskId task = trace_.log().job(id).submitter;
    if (!is_suspended(task)) {
      return std::nullopt;
    }
    const TaskStatus& status = state_.task(task);
    if (status.reason == Reason::job) {
      return status.on == id ? Found(step(task)) : std::nullopt;
    }
    return waits_for_several(status.reason) ? after_jobs(task, status).found : Found(unsettled());
  }

  /// run() hears of its task's end by a callback, and stops the loop. What was there before the
  /// loop started belongs to one that runs for ever, and what came later to a callback.
  [[nodiscard]] bool root_has_ended() const {
    for (const TaskId task : trace_.children_of(kProgram)) {
      const Seq created = trace_.created_at(task);
      if (created > state_.seq || trace_[created].iteration > 0) {
        break;
      }
      if (!has_ended(task)) {
        continue;
      }
      for (Seq seq = 0; seq < created; ++seq) {
        if (trace_[seq].kind == Kind::loop_started) {
          return true;
        }
      }
    }
    return false;
  }

  /// A callback has set something and may go on to wake somebody; a worker takes the next job.
  [[nodiscard]] bool is_between_parts() const {
    const Kind kind = trace_[state_.seq].kind;
    return kind == Kind::resource_changed || kind == Kind::job_finished ||
           kind == Kind::job_started || kind == Kind::timer_cancelled;
  }

  /// The iteration said how many handles it would run, and has not run so many.
  [[nodiscard]] bool has_untold_callbacks() const {
    const auto iterations = trace_.iterations();
    if (state_.iteration == 0 || state_.iteration > iterations.size() ||
        iterations[state_.iteration - 1] > state_.seq) {
      return false;
    }
    const Seq begin = iterations[state_.iteration - 1];
    std::uint32_t left = trace_[begin].a;
    for (Seq seq = begin + 1; seq <= state_.seq && left > 0; ++seq) {
      const Kind kind = trace_[seq].kind;
      left -= begins_step(kind) || kind == Kind::callback_ran || kind == Kind::callback_skipped;
    }
    const auto known = std::count_if(state_.ready.begin(), state_.ready.end(),
                                     [](const ReadyEntry& entry) { return !entry.next_round; });
    return left > static_cast<std::uint32_t>(known);
  }

  /// What is due: nobody idles. Which of a timer and a job comes first is not told.
  [[nodiscard]] Found due_now() const {
    std::vector<Found> found;
    for (const PendingTimer& timer : state_.timers) {
      if (timer.due_ns <= state_.t_ns) {
        found.push_back(by_timer(timer.timer));
      }
    }
    const std::size_t timers = found.size();
    for (const RunningJob& job : state_.jobs) {
      if (job.due_ns >= 0 && job.due_ns <= state_.t_ns) {
        found.push_back(by_job(job.job));
      }
    }
    if (timers > 0 && found.size() > timers) {
      return unsettled();
    }
    const auto first = std::find_if(found.begin(), found.end(),
                                    [](const Found& each) { return each.has_value(); });
    return first != found.end()    ? *first
           : found.size() > timers ? Found(unsettled())
                                   : std::nullopt;
  }

  [[nodiscard]] Next idle() const {
    Next next{.kind = NextKind::stuck};
    if (!state_.timers.empty()) {
      next = {.kind = NextKind::idle,
              .until_ns = state_.timers.front().due_ns,
              .timer = state_.timers.front().timer};
    }
    for (const RunningJob& job : state_.jobs) {
      if (job.due_ns >= 0 && (next.until_ns < 0 || job.due_ns < next.until_ns)) {
        next = {.kind = NextKind::idle, .until_ns = job.due_ns, .job = job.job};
      }
    }
    return next;
  }

  const Trace& trace_;
  const State& state_;
};

}  // namespace

Next what_comes_next(const Trace& trace, const State& state) {
  return Foresight(trace, state).next();
}

}  // namespace interleave
