#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
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
  bool blocks = false;
  /// A cancellation was asked for and not yet delivered.
  bool cancel_pending = false;
  std::uint32_t on = 0;
  /// How many times it has had the thread.
  std::uint32_t steps = 0;
  /// The line of the listing it stands on; 0 is unknown.
  std::uint16_t line = 0;
  /// End of its sleep; -1 when it is not in one.
  std::int64_t until_ns = -1;
  /// The event that brought it into this state, and its time.
  Seq since_seq = 0;
  std::int64_t since_ns = 0;
  /// A `worked` or `blocked` whose end lies ahead: it holds the thread until then (and `blocks`
  /// it); -1 if not.
  std::int64_t busy_until_ns = -1;
  /// Sums up to this event, nanoseconds. `running` contains `blocked`.
  std::int64_t running_ns = 0;
  std::int64_t ready_ns = 0;
  std::int64_t suspended_ns = 0;
  std::int64_t blocked_ns = 0;
};

/// How tasks stood when they ended; for all States of one StateReader, since none of it changes.
class EndedTasks {
 public:
  /// Null where it has not ended for good by event `now`, as far as any way through the trace has
  /// told.
  [[nodiscard]] const TaskStatus* find(TaskId task, Seq now) const;
  /// The event that ended it for good; nothing while none is known.
  [[nodiscard]] std::optional<Seq> end_of(TaskId task) const;
  void put(TaskId task, const TaskStatus& status);

 private:
  // By task id: the place in `rows_`, from 1, and the event that ended it, so that a row need not
  // be looked at in vain.
  struct Place {
    std::uint32_t row = 0;
    std::uint32_t since_seq = 0;
  };
  std::vector<Place> places_;
  std::deque<TaskStatus> rows_;
};

/// The tasks of a State. It has rows for those that go on only: those that have ended stand in an
/// EndedTasks, so that a State is as large as what is alive in it, however long the run.
class TaskTable {
 public:
  TaskTable() : TaskTable(std::make_shared<EndedTasks>()) {}
  explicit TaskTable(std::shared_ptr<EndedTasks> ended) : ended_(std::move(ended)) {}

  /// The largest id of a task that has been created.
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  /// From 1 to size(); one that has not been created is not_created.
  [[nodiscard]] const TaskStatus& operator[](TaskId task) const;
  /// Those that go on, ascending.
  [[nodiscard]] std::span<const TaskId> going_on() const { return ids_; }
  [[nodiscard]] std::size_t bytes() const {
    return ids_.size() * sizeof(TaskId) + rows_.size() * sizeof(TaskStatus);
  }

  // For the Replay, which makes it; `now` is the event that it stands on.
  void set_now(Seq now) { now_ = now; }
  void grow_to(std::size_t size) { size_ = std::max(size_, size); }
  /// The row of a task from 1 to size(), made if it has none. Good until the next row is made or
  /// put away.
  [[nodiscard]] TaskStatus& row(TaskId task);
  [[nodiscard]] std::span<TaskStatus> rows() { return rows_; }
  /// Its row is the last word on the task, as far as is known. One that has been put away before
  /// keeps its row: it came back.
  void put_away(TaskId task);
  /// Gives up the rows of those that were put away.
  void tidy();

 private:
  [[nodiscard]] std::size_t place_of(TaskId task) const;
  [[nodiscard]] bool has_row(std::size_t place, TaskId task) const {
    return place < ids_.size() && ids_[place] == task && !rows_away_[place];
  }

  std::shared_ptr<EndedTasks> ended_;
  std::size_t size_ = 0;
  Seq now_ = 0;
  // Ascending, a row each.
  std::vector<TaskId> ids_;
  std::vector<TaskStatus> rows_;
  // Put away, and still there.
  std::vector<bool> rows_away_;
  // Where the last one that was looked for stands: events that follow one another are often of one
  // task.
  mutable std::size_t last_place_ = 0;
  std::size_t away_ = 0;
};

}  // namespace interleave
