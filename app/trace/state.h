#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "app/trace/trace.h"
#include "runtime/event.h"

namespace interleave {

/// A task's state as people see it; asyncio itself calls ready and suspended both *pending*.
enum class TaskState : std::uint8_t {
  not_created,
  ready,
  running,
  suspended,
  done,
  failed,
  cancelled,
};

/// Where one task stands after an event.
struct TaskStatus {
  TaskState state = TaskState::not_created;
  /// Why it is suspended, and on what (Event::a of its `task_suspended`).
  Reason reason = Reason::yield;
  std::uint32_t on = 0;
  /// End of its sleep; -1 when it is not in one.
  std::int64_t until_ns = -1;
  /// The event that brought it into this state, and its time.
  Seq since_seq = 0;
  std::int64_t since_ns = 0;
  /// The line of the listing it stands on; 0 is unknown.
  std::uint16_t line = 0;
  /// A `worked` or `blocked` whose end lies ahead: it holds the thread until then; -1 if not.
  std::int64_t busy_until_ns = -1;
  bool blocks = false;
  /// A cancellation was asked for and not yet delivered.
  bool cancel_pending = false;
  /// How many times it has had the thread.
  std::uint32_t steps = 0;
  /// Sums up to this event, nanoseconds. `running` contains `blocked`.
  std::int64_t running_ns = 0;
  std::int64_t ready_ns = 0;
  std::int64_t suspended_ns = 0;
  std::int64_t blocked_ns = 0;
};

/// One place in the ready queue: a task's step, or a callback.
struct ReadyEntry {
  /// kNoTask for a callback.
  TaskId task = kNoTask;
  CallbackKind callback = CallbackKind::call;
  /// What the callback is of (a timer, a job, a task).
  std::uint32_t of = 0;
  /// It was made ready during this iteration and waits for the next.
  bool next_round = false;
};

struct PendingTimer {
  TimerId timer = 0;
  std::int64_t due_ns = 0;
  std::int64_t set_ns = 0;
};

struct RunningJob {
  JobId job = 0;
  /// -1 while it waits for a worker.
  std::int64_t started_ns = -1;
  std::int64_t due_ns = -1;
};

struct ResourceStatus {
  std::int64_t level = 0;
  /// Tasks that hold it (locks, semaphores), in the order in which they took it.
  std::vector<TaskId> holders;
};

/// The three parts of an iteration.
enum class Phase : std::uint8_t { none, idle, queue_timers, run_ready };

/// Everything that is so directly after one event.
struct State {
  Seq seq = 0;
  std::int64_t t_ns = 0;
  std::uint32_t iteration = 0;
  std::uint32_t step = 0;
  Phase phase = Phase::none;
  /// Who has the thread; kNoTask when nobody.
  TaskId running = kNoTask;
  /// By task id - 1; tasks not created yet are not_created.
  std::vector<TaskStatus> tasks;
  std::vector<ReadyEntry> ready;
  /// By due time, then in the order set.
  std::vector<PendingTimer> timers;
  /// By resource id - 1.
  std::vector<ResourceStatus> resources;
  std::vector<RunningJob> jobs;
  /// How many lines have been printed.
  std::uint32_t outputs = 0;
  bool finished = false;

  [[nodiscard]] const TaskStatus& task(TaskId id) const { return tasks[id - 1]; }
};

class Replay;

/// Makes States of one trace; keeps keyframes, so that any point costs the same. The trace must
/// outlive it, and may grow. A State given out is good until the next call.
class StateReader {
 public:
  explicit StateReader(const Trace& trace);
  StateReader(StateReader&&) noexcept;
  StateReader& operator=(StateReader&&) noexcept;
  ~StateReader();
  /// The state after event `seq`; after the last one, if there are not so many.
  [[nodiscard]] const State& at(Seq seq);

 private:
  void restart_before(Seq seq);
  void keep_if_due();

  const Trace* trace_;
  /// What at() gives out is made from this one, which goes through the events.
  std::unique_ptr<Replay> replay_;
  /// Ascending by seq. Their distance grows with their size: about 8 bytes an event.
  std::vector<State> keyframes_;
  /// A few nearer ones for going back: those passed on the last way through an interval.
  std::vector<State> nearby_;
};

}  // namespace interleave
