#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include "app/trace/task_table.h"
#include "app/trace/trace.h"
#include "runtime/event.h"

namespace interleave {

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
  ResourceId resource = 0;
  std::int64_t level = 0;
  /// Tasks that hold it (locks, semaphores), in the order in which they took it.
  std::vector<TaskId> holders = {};
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
  TaskTable tasks;
  std::vector<ReadyEntry> ready;
  /// By due time, then in the order set.
  std::vector<PendingTimer> timers;
  /// By id; those whose level is 0 and that nobody holds are left out.
  std::vector<ResourceStatus> resources;
  std::vector<RunningJob> jobs;
  /// How many lines have been printed.
  std::uint32_t outputs = 0;
  bool finished = false;

  [[nodiscard]] const TaskStatus& task(TaskId id) const { return tasks[id]; }
  /// Null where it is left out.
  [[nodiscard]] const ResourceStatus* resource(ResourceId id) const;
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
  /// Takes in what has come to the trace since the last call, so that any point of it can be had at
  /// once; without it the first look at a far point goes through all events before.
  void catch_up();

 private:
  void go_ahead_to(Seq seq);
  void restart_before(Seq seq);
  void keep_nearby();

  const Trace* trace_;
  std::shared_ptr<EndedTasks> ended_;
  /// What at() gives out is made from this one.
  std::unique_ptr<Replay> replay_;
  /// Goes forward only and makes the keyframes.
  std::unique_ptr<Replay> ahead_;
  /// Ascending by seq. Their distance grows with their size: about 5 bytes an event.
  std::deque<State> keyframes_;
  Seq keyframe_due_;
  /// A few nearer ones for going back: those passed on the last way through an interval.
  std::vector<State> nearby_;
  Seq nearby_due_ = 0;
};

}  // namespace interleave
