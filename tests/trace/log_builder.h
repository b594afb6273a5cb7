#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/trace/trace.h"
#include "runtime/event_log.h"

namespace interleave::test {

inline constexpr std::int64_t kMs = 1'000'000;
inline constexpr std::int64_t kSecond = 1'000 * kMs;

/// Writes a run by hand, an event at a time, as a scheduler reports it: it keeps the clock, the
/// iteration and the step, and nothing else. What happens is the test's to say:
///
///     LogBuilder run;
///     run.begin_loop();
///     const TaskId main = run.create("main", kProgram);
///     run.iteration(1).start(main).print(main, "hello").finish(main);
///     run.end_loop(main);
///     const Trace trace = run.trace();
class LogBuilder {
 public:
  LogBuilder() { add(Kind::program_started, kNoTask); }

  [[nodiscard]] Trace trace(std::string mode = "concurrent") const {
    return Trace({.scenario = "by-hand", .mode = std::move(mode)}, log_);
  }
  [[nodiscard]] std::shared_ptr<EventLog> log() const { return log_; }
  [[nodiscard]] Seq size() const { return log_->size(); }

  Event& add(Kind kind, TaskId task, std::uint32_t a = 0, std::uint8_t code = 0,
             std::uint16_t line = 0) {
    Event& event = log_->append();
    event = Event{.t_ns = now_ns_,
                  .iteration = iteration_,
                  .step = step_,
                  .task = task,
                  .a = a,
                  .line = line,
                  .kind = kind,
                  .code = code};
    return event;
  }

  // The loop.
  LogBuilder& begin_loop() { return plain(Kind::loop_started); }
  LogBuilder& iteration(std::uint32_t ready) {
    iteration_ = opened_ ? iteration_ : iteration_ + 1;
    opened_ = false;
    add(Kind::iteration_started, kNoTask, ready);
    return *this;
  }
  LogBuilder& idle_until(std::int64_t t_ns) {
    open_iteration();
    const std::int64_t from_ns = now_ns_;
    now_ns_ = t_ns;
    add(Kind::clock_advanced, kNoTask).set_duration(from_ns);
    return *this;
  }
  LogBuilder& fire(TimerId timer) {
    open_iteration();
    add(Kind::timer_fired, kNoTask, timer);
    return *this;
  }
  LogBuilder& callback(CallbackKind kind, std::uint32_t of) {
    add(Kind::callback_ran, kNoTask, of, static_cast<std::uint8_t>(kind));
    return *this;
  }
  /// What asyncio.run() does after main's end: its own tasks, and the end of the program.
  LogBuilder& end_loop(TaskId main) {
    iteration(1).callback(CallbackKind::run, main);
    for (const std::string_view name : {"shutdown_asyncgens", "shutdown_default_executor"}) {
      const TaskId closing = create(name, kProgram, 0, true);
      iteration(1).start(closing).finish(closing);
      iteration(1).callback(CallbackKind::run, closing);
    }
    return plain(Kind::loop_stopped).end();
  }
  LogBuilder& end() { return plain(Kind::program_finished); }
  LogBuilder& fail(std::string_view error) {
    add(Kind::program_failed, kNoTask, log_->intern(error));
    return *this;
  }
  LogBuilder& stop_at(std::int64_t until_ns) {
    now_ns_ = until_ns;
    add(Kind::program_stopped, kNoTask).set_duration(until_ns);
    return *this;
  }

  // Tasks.
  TaskId create(std::string_view name, TaskId parent, std::uint16_t line = 0,
                bool internal = false) {
    const TextId text = log_->unique_name(EventLog::Family::task, name);
    const TaskId task = log_->add(TaskInfo{.name = text,
                                           .label = text,
                                           .coroutine = log_->intern(name),
                                           .parent = parent,
                                           .internal = internal});
    add(Kind::task_created, task, 0, 0, line);
    return task;
  }
  LogBuilder& start(TaskId task, std::string_view thrown = {}) {
    return begin(Kind::task_started, task, thrown);
  }
  LogBuilder& resume(TaskId task, std::string_view thrown = {}) {
    return begin(Kind::task_resumed, task, thrown);
  }
  LogBuilder& suspend(TaskId task, Reason reason, std::uint32_t on = 0) {
    add(Kind::task_suspended, task, on, static_cast<std::uint8_t>(reason));
    return *this;
  }
  LogBuilder& ready(TaskId task, Cause cause, TaskId by = kProgram) {
    add(Kind::task_ready, task, by, static_cast<std::uint8_t>(cause));
    return *this;
  }
  LogBuilder& yield(TaskId task) {
    return suspend(task, Reason::yield).ready(task, Cause::yield, task);
  }
  TimerId sleep(TaskId task, std::int64_t length_ns) {
    const TimerId timer = log_->add(TimerInfo{.due_ns = now_ns_ + length_ns, .on = task});
    add(Kind::timer_set, kNoTask, timer);
    suspend(task, Reason::sleep, timer);
    return timer;
  }
  /// The due timer's handle runs and wakes the sleeper.
  LogBuilder& wake(TimerId timer) {
    return callback(CallbackKind::timer, timer).ready(log_->timer(timer).on, Cause::timer);
  }
  LogBuilder& wait_for(TaskId task, Reason reason, WaitType type, std::vector<TaskId> members) {
    const WaitId wait = log_->add(WaitInfo{
        .name = log_->intern(name_of_wait(type)), .type = type, .members = std::move(members)});
    add(Kind::wait_on, task, wait);
    return suspend(task, reason, wait);
  }
  LogBuilder& gather(TaskId task, std::vector<TaskId> members) {
    return wait_for(task, Reason::gather, WaitType::gather, std::move(members));
  }
  LogBuilder& finish(TaskId task, std::string_view result = {}) {
    add(Kind::task_finished, task, result.empty() ? kNoText : log_->intern(result));
    return *this;
  }
  LogBuilder& fail_task(TaskId task, std::string_view error) {
    add(Kind::task_failed, task, log_->intern(error));
    return *this;
  }
  LogBuilder& cancel(TaskId task, TaskId by) {
    add(Kind::cancel_requested, task, by).b = 1;
    return *this;
  }
  LogBuilder& cancelled(TaskId task) {
    add(Kind::task_cancelled, task);
    return *this;
  }
  LogBuilder& print(TaskId task, std::string_view text) {
    add(Kind::output, task, log_->intern(text));
    return *this;
  }
  LogBuilder& warn(std::string_view text) {
    add(Kind::warning, kNoTask, log_->intern(text));
    return *this;
  }
  LogBuilder& work(TaskId task, std::int64_t length_ns) {
    add(Kind::worked, task).set_duration(length_ns);
    return pass(length_ns);
  }
  LogBuilder& block(TaskId task, std::int64_t length_ns) {
    add(Kind::blocked, task).set_duration(length_ns);
    return pass(length_ns);
  }
  /// Time that passes unsaid, as it does on a wall clock.
  LogBuilder& pass(std::int64_t length_ns) {
    now_ns_ += length_ns;
    return *this;
  }

  // Resources and jobs.
  ResourceId resource(std::string_view name, ResourceType type, TaskId task,
                      std::int64_t capacity = 0) {
    const ResourceId id =
        log_->add(ResourceInfo{.name = log_->unique_name(EventLog::Family::resource, name),
                               .type = type,
                               .capacity = capacity,
                               .has_capacity = capacity > 0});
    add(Kind::resource_created, task, id);
    return id;
  }
  LogBuilder& change(TaskId task, ResourceId resource, std::string_view action,
                     std::int64_t level) {
    add(Kind::resource_changed, task,
        log_->add(ChangeInfo{.resource = resource,
                             .action = log_->intern(action),
                             .level = level,
                             .item = kNoText}));
    return *this;
  }
  JobId job(TaskId task, ResourceId pool, std::int64_t length_ns, bool computes,
            std::uint32_t worker = 1) {
    const JobId id = log_->add(JobInfo{.pool = pool,
                                       .submitter = task,
                                       .worker = worker,
                                       .computes = computes,
                                       .duration_ns = length_ns});
    add(Kind::job_submitted, task, id);
    add(Kind::job_started, task, id);
    return id;
  }
  LogBuilder& wait_for_lock(JobId job) {
    add(Kind::job_waiting, log_->job(job).submitter, job);
    return *this;
  }
  LogBuilder& finish_job(JobId job) {
    open_iteration();
    add(Kind::job_finished, log_->job(job).submitter, job);
    return *this;
  }
  LogBuilder& wake_from(JobId job) {
    return callback(CallbackKind::job, job).ready(log_->job(job).submitter, Cause::job);
  }

 private:
  static std::string_view name_of_wait(WaitType type) {
    return type == WaitType::group ? "group" : "gather";
  }
  LogBuilder& plain(Kind kind) {
    add(kind, kNoTask);
    return *this;
  }
  LogBuilder& begin(Kind kind, TaskId task, std::string_view thrown) {
    ++step_;
    add(kind, task, thrown.empty() ? kNoText : log_->intern(thrown));
    return *this;
  }
  void open_iteration() {
    iteration_ += opened_ ? 0 : 1;
    opened_ = true;
  }

  std::shared_ptr<EventLog> log_ = std::make_shared<EventLog>();
  std::int64_t now_ns_ = 0;
  std::uint32_t iteration_ = 0;
  std::uint32_t step_ = 0;
  /// The clock or a timer has opened the iteration that is to start.
  bool opened_ = false;
};

}  // namespace interleave::test
