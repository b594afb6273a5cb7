#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/trace/milestones.h"
#include "app/trace/open_awaits.h"
#include "app/trace/resource_levels.h"
#include "app/trace/seq_list.h"
#include "runtime/event.h"
#include "runtime/event_log.h"

namespace interleave {

/// Place of an event in a trace.
using Seq = std::uint64_t;

/// How a coroutine is called in a sentence, where its name alone does not tell: `reading_book` is
/// done as "reading" and waited for as "the book".
struct CoroutineNoun {
  std::string coroutine;
  std::string doing;
  std::string waited_for;
};

/// What a run was of: the first line of a trace file (`nouns` apart, which are the catalogue's).
struct TraceHeader {
  std::string scenario;
  std::string mode;
  /// In the catalogue's order; seconds or counts.
  std::vector<std::pair<std::string, double>> params = {};
  std::string clock = "virtual";
  std::string source = "runtime";
  std::vector<CoroutineNoun> nouns = {};
};

/// What the thread spent, nanoseconds.
struct WorkSums {
  std::int64_t worked_ns = 0;
  std::int64_t blocked_ns = 0;
};

/// One run, to be read at any point: the events and an index of them. It follows a log that is
/// still growing: catch_up() takes in what has come since. A trace is data; nothing here runs a
/// program.
class Trace {
 public:
  Trace(TraceHeader header, std::shared_ptr<const EventLog> log);
  /// The first `size` events of another trace and nothing of what comes after them: what can be
  /// known at that point of the run. Its tables are the whole run's, so only what its events name
  /// may be looked up in them.
  [[nodiscard]] static Trace beginning_of(const Trace& whole, Seq size);

  /// Indexes the events appended since the last call.
  void catch_up();
  /// Lets a beginning reach further; it can't be made shorter.
  void extend_to(Seq size);

  [[nodiscard]] const TraceHeader& header() const { return header_; }
  [[nodiscard]] const EventLog& log() const { return *log_; }
  /// For whoever keeps what was made of it: while it is held no other log has its address.
  [[nodiscard]] std::shared_ptr<const EventLog> shared_log() const { return log_; }
  /// Events indexed so far.
  [[nodiscard]] Seq size() const { return size_; }
  [[nodiscard]] Event operator[](Seq seq) const { return (*log_)[seq]; }
  /// The same in part; at a milestone it costs next to nothing.
  [[nodiscard]] Glance glance(Seq seq) const;
  [[nodiscard]] const Milestones& milestones() const { return milestones_; }

  /// Whether the last event is one that ends a program; until then the run goes on.
  [[nodiscard]] bool complete() const;
  /// Time of the last event (nanoseconds): the run's makespan when complete.
  [[nodiscard]] std::int64_t end_ns() const;
  /// Whether it is the beginning of a run on an event loop that has not come to its first
  /// iteration; see has_loop().
  [[nodiscard]] bool will_loop() const { return will_loop_; }
  /// Steps of the program's own tasks; the loop's closing tasks are left out.
  [[nodiscard]] std::uint32_t step_count() const;

  /// Tasks in order of creation, `internal` ones left out.
  [[nodiscard]] std::span<const TaskId> tasks() const { return tasks_; }
  [[nodiscard]] std::span<const TaskId> children_of(TaskId parent) const;
  [[nodiscard]] std::string_view name(TaskId task) const;
  [[nodiscard]] std::string_view label(TaskId task) const;
  [[nodiscard]] std::string_view text(TextId id) const { return log_->text(id); }

  /// Events whose `task` it is, in order; kProgram too.
  [[nodiscard]] SeqList events_of(TaskId task) const;
  /// The event that created a task, or size() if it is not there yet.
  [[nodiscard]] Seq created_at(TaskId task) const;
  /// The event that ended a task, or size() if it has not ended.
  [[nodiscard]] Seq ended_at(TaskId task) const;
  /// The event that gave a task the thread for the n-th time (from 1), or size().
  [[nodiscard]] Seq step_begin(std::uint32_t step) const;
  /// Where the playhead stops when stepping: see is_stop(). Ascending. A yield's suspension and its
  /// readiness are one stop, which stands at the readiness. Internal tasks' events are no stops.
  [[nodiscard]] std::span<const std::uint32_t> stops() const { return stops_; }
  [[nodiscard]] std::span<const std::uint32_t> outputs() const { return outputs_; }
  /// `warning` events.
  [[nodiscard]] std::span<const std::uint32_t> warnings() const { return warnings_; }
  /// `clock_advanced` events: the idle stretches end there.
  [[nodiscard]] SeqList advances() const { return {advances_, advance_marks_}; }
  /// Event::step of `advances()[index]`.
  [[nodiscard]] std::uint32_t step_of_advance(std::size_t index) const {
    return advance_steps_[index];
  }
  /// `iteration_started` events, by iteration - 1.
  [[nodiscard]] std::span<const std::uint32_t> iterations() const { return iterations_; }
  /// Events of the jobs, in order.
  [[nodiscard]] std::span<const std::uint32_t> job_events() const { return job_events_; }
  /// `worked` and `blocked` events, in order: what the thread spent time on.
  [[nodiscard]] SeqList thread_events() const { return {thread_events_, thread_marks_}; }

  /// The lengths of the first `count` of thread_events() together, whole.
  [[nodiscard]] WorkSums work_of_first(std::size_t count) const;
  /// What a task blocked the thread for in all of the trace, nanoseconds.
  [[nodiscard]] std::int64_t blocked_by(TaskId task) const;

  /// Which coroutines a task has entered and not left.
  [[nodiscard]] const OpenAwaits& open_awaits() const { return open_awaits_; }
  /// Queues, locks, semaphores …: how full, and who waits.
  [[nodiscard]] const ResourceLevels& resource_levels() const { return resource_levels_; }

  /// The last event whose time is at most `t_ns`.
  [[nodiscard]] Seq last_at(std::int64_t t_ns) const;
  /// The first event whose time is at least `t_ns`, or size().
  [[nodiscard]] Seq first_at(std::int64_t t_ns) const;

 private:
  Trace(const Trace& whole, Seq limit);
  void index(Seq seq, const Event& event);
  void index_creation(Seq seq, const Event& event);
  void index_work(Seq seq, const Event& event);
  void index_stop(Seq seq, const Event& event);
  void give_back_spare_room();
  [[nodiscard]] bool is_internal(TaskId task) const;

  TraceHeader header_;
  std::shared_ptr<const EventLog> log_;
  Seq size_ = 0;
  /// How far catch_up() goes at most.
  Seq limit_ = kNowhere;
  bool will_loop_ = false;
  std::uint32_t step_count_ = 0;
  /// A bare yield's suspension, whose readiness is still to come.
  std::uint32_t yield_seq_ = kNowhere;
  /// Internal tasks that have not ended: while there are any, the loop is closing down.
  std::uint32_t internal_alive_ = 0;
  std::vector<TaskId> tasks_;
  /// By task id, and only as long as the largest id that has any.
  std::vector<std::vector<std::uint32_t>> by_task_;
  /// Of tasks with many events.
  std::unordered_map<TaskId, std::vector<std::uint32_t>> task_marks_;
  std::vector<std::vector<TaskId>> children_;
  std::vector<std::uint32_t> created_;
  std::vector<std::uint32_t> ended_;
  std::vector<std::uint32_t> step_begins_;
  std::vector<std::uint32_t> stops_;
  std::vector<std::uint32_t> outputs_;
  std::vector<std::uint32_t> warnings_;
  std::vector<std::uint32_t> advances_;
  std::vector<std::uint32_t> advance_marks_;
  std::vector<std::uint32_t> advance_steps_;
  std::vector<std::uint32_t> iterations_;
  std::vector<std::uint32_t> job_events_;
  std::vector<std::uint32_t> thread_events_;
  std::vector<std::uint32_t> thread_marks_;
  /// Before every kWorkStride-th of them, and of all.
  std::vector<WorkSums> work_sums_;
  WorkSums work_;
  std::unordered_map<TaskId, std::int64_t> blocked_by_;
  Milestones milestones_;
  OpenAwaits open_awaits_;
  ResourceLevels resource_levels_;

  static constexpr std::uint32_t kNowhere = 0xffffffff;
  static constexpr std::size_t kWorkStride = 32;
};

/// Whether the program runs on an event loop; sequential calls and hand-driven generators do not.
[[nodiscard]] bool has_loop(const Trace& trace);

}  // namespace interleave
