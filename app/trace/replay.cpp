#include "app/trace/replay.h"

#include <algorithm>

#include "app/trace/job_stays.h"

namespace interleave {

namespace {

bool same_handle(const ReadyEntry& one, const ReadyEntry& other) {
  if (one.task != other.task) {
    return false;
  }
  return one.task != kNoTask || (one.callback == other.callback && one.of == other.of);
}

bool is_alive(TaskState state) {
  return state == TaskState::ready || state == TaskState::running || state == TaskState::suspended;
}

/// Where the time goes that a task spends in this state.
std::int64_t* sum_of(TaskStatus& status) {
  switch (status.state) {
    case TaskState::ready:
      return &status.ready_ns;
    case TaskState::running:
      return &status.running_ns;
    case TaskState::suspended:
      return &status.suspended_ns;
    default:
      return nullptr;
  }
}

}  // namespace

void Replay::clear() {
  state_ = State();
  state_.tasks = TaskTable(ended_);
  before_first_ = true;
  settled_ = false;
  ready_front_ = 0;
  timers_front_ = 0;
  busy_ = kNoTask;
}

void Replay::resume(const State& state) {
  state_ = state;
  before_first_ = false;
  settled_ = true;
  ready_front_ = 0;
  timers_front_ = 0;
  busy_ = kNoTask;
  if (state_.running != kNoTask && state_.running != kProgram) {
    const TaskStatus& running = state_.task(state_.running);
    busy_ = running.busy_until_ns >= 0 ? state_.running : kNoTask;
  }
}

const State& Replay::state() {
  if (!settled_) {
    settle_elapsed(1);
    settled_ = true;
    state_.ready.erase(state_.ready.begin(),
                       state_.ready.begin() + static_cast<std::ptrdiff_t>(ready_front_));
    ready_front_ = 0;
    state_.timers.erase(state_.timers.begin(),
                        state_.timers.begin() + static_cast<std::ptrdiff_t>(timers_front_));
    timers_front_ = 0;
    state_.tasks.tidy();
  }
  return state_;
}

/// While it goes through events a task's sums stand at its last change of state, so that an event
/// costs nothing for the tasks that it does not touch.
void Replay::unsettle() {
  if (settled_) {
    settle_elapsed(-1);
    settled_ = false;
  }
}

void Replay::settle_elapsed(std::int64_t sign) {
  for (TaskStatus& status : state_.tasks.rows()) {
    if (std::int64_t* sum = sum_of(status)) {
      *sum += sign * (state_.t_ns - status.since_ns);
    }
  }
}

void Replay::step() {
  unsettle();
  const Seq seq = before_first_ ? 0 : state_.seq + 1;
  const Event& event = (*trace_)[seq];
  take_time(event);
  const bool opens_iteration = event.iteration != state_.iteration;
  state_.seq = seq;
  state_.tasks.set_now(seq);
  state_.t_ns = event.t_ns;
  state_.iteration = event.iteration;
  state_.step = event.step;
  before_first_ = false;
  if (opens_iteration) {
    // What was for the next round is for this one.
    for (std::size_t i = ready_front_; i < state_.ready.size(); ++i) {
      state_.ready[i].next_round = false;
    }
  }
  apply(event);
}

/// A `worked` or `blocked` piece lasts until the event after it.
void Replay::take_time(const Event& event) {
  TaskStatus* status = busy_ == kNoTask ? nullptr : this->status(busy_);
  if (status != nullptr) {
    if (status->blocks) {
      status->blocked_ns += event.t_ns - state_.t_ns;
    }
    status->busy_until_ns = -1;
    status->blocks = false;
  }
  busy_ = kNoTask;
}

void Replay::apply(const Event& event) {
  if (event.line != 0) {
    if (TaskStatus* status = this->status(event.task)) {
      status->line = event.line;
    }
  }
  switch (event.kind) {
    case Kind::task_created:
    case Kind::task_ready:
    case Kind::task_started:
    case Kind::task_resumed:
    case Kind::task_suspended:
    case Kind::task_finished:
    case Kind::task_failed:
    case Kind::task_cancelled:
    case Kind::cancel_requested:
    case Kind::worked:
    case Kind::blocked:
      apply_task(event);
      break;
    case Kind::timer_set:
    case Kind::timer_fired:
    case Kind::timer_cancelled:
      apply_timer(event);
      break;
    case Kind::job_submitted:
    case Kind::job_started:
    case Kind::job_waiting:
    case Kind::job_finished:
      apply_job(event);
      break;
    case Kind::resource_changed:
      apply_resource(event);
      break;
    case Kind::output:
      ++state_.outputs;
      break;
    default:
      apply_loop(event);
  }
}

void Replay::apply_task(const Event& event) {
  if (event.kind == Kind::task_created && event.task != kNoTask && event.task != kProgram &&
      event.task <= trace_->log().task_count()) {
    state_.tasks.grow_to(event.task);
  }
  TaskStatus* status = this->status(event.task);
  if (status == nullptr) {
    return;
  }
  switch (event.kind) {
    case Kind::task_created:
      status->line = 0;  // its event stands on its creator's line
      [[fallthrough]];
    case Kind::task_ready:
      change(*status, TaskState::ready, event);
      queue_task(event.task);
      break;
    case Kind::task_started:
    case Kind::task_resumed:
      unqueue({.task = event.task});
      change(*status, TaskState::running, event);
      ++status->steps;
      // Delivered here, or swallowed by what it awaited: either way no longer on its way.
      status->cancel_pending = false;
      state_.running = event.task;
      break;
    case Kind::task_suspended:
      change(*status, TaskState::suspended, event);
      status->reason = event.reason();
      status->on = event.a;
      if (event.reason() == Reason::sleep && event.a != 0 &&
          event.a <= trace_->log().timer_count()) {
        status->until_ns = trace_->log().timer(event.a).due_ns;
      }
      break;
    case Kind::task_finished:
      change(*status, TaskState::done, event);
      break;
    case Kind::task_failed:
      change(*status, TaskState::failed, event);
      break;
    case Kind::task_cancelled:
      change(*status, TaskState::cancelled, event);
      break;
    case Kind::cancel_requested:
      status->cancel_pending = is_alive(status->state);
      break;
    default:  // worked, blocked
      status->busy_until_ns = event.t_ns + event.duration();
      status->blocks = event.kind == Kind::blocked;
      busy_ = event.task;
  }
  if (!is_alive(status->state)) {
    status->cancel_pending = false;
    if (is_end(event.kind)) {
      state_.tasks.put_away(event.task);
    }
  }
}

void Replay::apply_loop(const Event& event) {
  switch (event.kind) {
    case Kind::clock_advanced:
      state_.phase = Phase::idle;
      break;
    case Kind::iteration_started:
      state_.phase = Phase::run_ready;
      break;
    case Kind::callback_ran:
    case Kind::callback_skipped:
      unqueue({.task = kNoTask, .callback = event.callback(), .of = event.a});
      break;
    case Kind::loop_stopped:
      state_.phase = Phase::none;
      break;
    default:
      if (ends_program(event.kind)) {
        state_.phase = Phase::none;
        state_.finished = true;
      }
  }
}

void Replay::apply_timer(const Event& event) {
  auto& timers = state_.timers;
  if (event.kind == Kind::timer_set) {
    if (event.a == 0 || event.a > trace_->log().timer_count()) {
      return;
    }
    const std::int64_t due_ns = trace_->log().timer(event.a).due_ns;
    const auto place = std::upper_bound(
        timers.begin() + static_cast<std::ptrdiff_t>(timers_front_), timers.end(), due_ns,
        [](std::int64_t due, const PendingTimer& timer) { return due < timer.due_ns; });
    timers.insert(place, {.timer = event.a, .due_ns = due_ns, .set_ns = event.t_ns});
    return;
  }
  remove_timer(event.a);
  if (event.kind == Kind::timer_fired) {
    state_.phase = Phase::queue_timers;
    queue_callback(CallbackKind::timer, event.a);
  }
}

/// Nearly always the front one, in constant time.
void Replay::remove_timer(TimerId wanted) {
  auto& timers = state_.timers;
  if (wanted == 0 || wanted > trace_->log().timer_count()) {
    return;
  }
  const auto front = timers.begin() + static_cast<std::ptrdiff_t>(timers_front_);
  const std::int64_t due_ns = trace_->log().timer(wanted).due_ns;
  auto found = std::lower_bound(
      front, timers.end(), due_ns,
      [](const PendingTimer& timer, std::int64_t due) { return timer.due_ns < due; });
  found = std::find_if(found, timers.end(),
                       [&](const PendingTimer& timer) { return timer.timer == wanted; });
  if (found == timers.end()) {
    return;
  }
  if (found != front) {
    timers.erase(found);
    return;
  }
  ++timers_front_;
  if (timers_front_ > 64 && timers_front_ * 2 > timers.size()) {
    timers.erase(timers.begin(), timers.begin() + static_cast<std::ptrdiff_t>(timers_front_));
    timers_front_ = 0;
  }
}

// Of those that wait for it, the one that started first computes from now on.
void Replay::pass_interpreter_lock(JobId by) {
  const EventLog& log = trace_->log();
  if (!log.job(by).computes || is_in_process(*trace_, log.job(by))) {
    return;
  }
  RunningJob* next = nullptr;
  for (RunningJob& each : state_.jobs) {
    const bool waits = each.started_ns >= 0 && each.due_ns < 0;
    if (waits && (next == nullptr || each.started_ns < next->started_ns)) {
      next = &each;
    }
  }
  if (next != nullptr) {
    next->due_ns = state_.t_ns + log.job(next->job).duration_ns;
  }
}

void Replay::apply_job(const Event& event) {
  auto& jobs = state_.jobs;
  if (event.a == 0 || event.a > trace_->log().job_count()) {
    return;
  }
  if (event.kind == Kind::job_submitted) {
    jobs.push_back({.job = event.a});
    return;
  }
  const auto job = std::find_if(jobs.begin(), jobs.end(),
                                [&](const RunningJob& each) { return each.job == event.a; });
  if (event.kind == Kind::job_finished) {
    if (job != jobs.end()) {
      jobs.erase(job);
      pass_interpreter_lock(event.a);
    }
    state_.phase = Phase::queue_timers;
    queue_callback(CallbackKind::job, event.a);
  } else if (job != jobs.end() && event.kind == Kind::job_started) {
    job->started_ns = event.t_ns;
    job->due_ns = event.t_ns + trace_->log().job(event.a).duration_ns;
  } else if (job != jobs.end()) {
    job->due_ns = -1;  // it waits for the interpreter lock: its end is not known
  }
}

void Replay::apply_resource(const Event& event) {
  const EventLog& log = trace_->log();
  if (event.a == 0 || event.a > log.change_count()) {
    return;
  }
  const ResourceId resource = log.change(event.a).resource;
  if (resource == 0 || resource > log.resource_count()) {
    return;
  }
  auto& all = state_.resources;
  auto status = std::lower_bound(
      all.begin(), all.end(), resource,
      [](const ResourceStatus& each, ResourceId wanted) { return each.resource < wanted; });
  if (status == all.end() || status->resource != resource) {
    status = all.insert(status, ResourceStatus{.resource = resource});
  }
  const ChangeInfo& change = log.change(event.a);
  status->level = change.level;
  auto& holders = status->holders;
  const std::string_view action = log.text(change.action);
  if (action == "acquired") {
    holders.push_back(event.task);
  } else if (action == "released" && !holders.empty()) {
    const auto holder = std::find(holders.begin(), holders.end(), event.task);
    holders.erase(holder != holders.end() ? holder : holders.begin());
  }
  if (status->level == 0 && holders.empty()) {
    all.erase(status);
  }
}

TaskStatus* Replay::status(TaskId task) {
  const bool there = task != kNoTask && task != kProgram && task <= state_.tasks.size();
  return there ? &state_.tasks.row(task) : nullptr;
}

void Replay::change(TaskStatus& status, TaskState to, const Event& event) {
  if (std::int64_t* sum = sum_of(status)) {
    *sum += event.t_ns - status.since_ns;
  }
  if (status.state == TaskState::running && state_.running == event.task) {
    state_.running = kNoTask;
  }
  status.state = to;
  status.since_seq = state_.seq;
  status.since_ns = event.t_ns;
  status.until_ns = -1;
  status.on = 0;
}

void Replay::queue_task(TaskId task) {
  state_.ready.push_back({.task = task, .next_round = state_.phase == Phase::run_ready});
}

void Replay::queue_callback(CallbackKind kind, std::uint32_t of) {
  state_.ready.push_back({.task = kNoTask, .callback = kind, .of = of});
}

/// Takes an entry off the ready queue: nearly always the front one, in constant time.
void Replay::unqueue(const ReadyEntry& wanted) {
  auto& ready = state_.ready;
  const auto front = ready.begin() + static_cast<std::ptrdiff_t>(ready_front_);
  const auto found = std::find_if(
      front, ready.end(), [&](const ReadyEntry& entry) { return same_handle(entry, wanted); });
  if (found == ready.end()) {
    return;
  }
  if (found != front) {
    ready.erase(found);
    return;
  }
  ++ready_front_;
  if (ready_front_ > 64 && ready_front_ * 2 > ready.size()) {
    ready.erase(ready.begin(), ready.begin() + static_cast<std::ptrdiff_t>(ready_front_));
    ready_front_ = 0;
  }
}

}  // namespace interleave
