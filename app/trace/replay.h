#pragma once

#include <cstddef>
#include <memory>
#include <utility>

#include "app/trace/state.h"
#include "app/trace/trace.h"

namespace interleave {

/// Goes through a trace event by event and keeps the State up to date: the one place that says what
/// each kind of event changes. StateReader puts it where it is wanted.
class Replay {
 public:
  /// Replays of one trace may share `ended`.
  explicit Replay(const Trace& trace,
                  std::shared_ptr<EndedTasks> ended = std::make_shared<EndedTasks>())
      : trace_(&trace), ended_(std::move(ended)) {
    clear();
  }

  /// Starts before the first event.
  void clear();
  /// Goes on from a state that state() gave out.
  void resume(const State& state);
  /// Takes in the event after the present one (the first, when it stands before it).
  void step();

  [[nodiscard]] bool before_first() const { return before_first_; }
  [[nodiscard]] Seq seq() const { return state_.seq; }
  /// The state, put in order for people: sums up to now, the ready queue from its front.
  [[nodiscard]] const State& state();

 private:
  void unsettle();
  void settle_elapsed(std::int64_t sign);
  void take_time(const Event& event);
  void apply(const Event& event);
  void apply_task(const Event& event);
  void apply_loop(const Event& event);
  void apply_timer(const Event& event);
  void remove_timer(TimerId wanted);
  void apply_job(const Event& event);
  void pass_interpreter_lock(JobId by);
  void apply_resource(const Event& event);

  [[nodiscard]] TaskStatus* status(TaskId task);
  void change(TaskStatus& status, TaskState to, const Event& event);
  void queue_task(TaskId task);
  void queue_callback(CallbackKind kind, std::uint32_t of);
  void unqueue(const ReadyEntry& wanted);

  const Trace* trace_;
  std::shared_ptr<EndedTasks> ended_;
  State state_;
  bool before_first_ = true;
  /// The sums contain the time since each task's last change.
  bool settled_ = false;
  /// Entries of the ready queue before it have run: taking one from the front moves nothing.
  std::size_t ready_front_ = 0;
  /// The same of the timers.
  std::size_t timers_front_ = 0;
  /// Whether a worked or blocked piece of the running task is under way, to be ended by the next
  /// event.
  TaskId busy_ = kNoTask;
};

}  // namespace interleave
