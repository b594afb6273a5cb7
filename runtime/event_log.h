#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "runtime/event.h"
#include "runtime/packed_event.h"

namespace interleave {

/// What is said once for each task.
struct TaskInfo {
  TextId name = kNoText;
  /// What the lane shows, where that is clearer than the name: `send_message("John Doe")`.
  TextId label = kNoText;
  TextId coroutine = kNoText;
  TaskId parent = kProgram;
  /// The loop's own (closing down); hidden by default.
  bool internal = false;
};

struct TimerInfo {
  std::int64_t due_ns = 0;
  /// The task it serves.
  TaskId on = kNoTask;
  TimerPurpose purpose = TimerPurpose::sleep;
};

enum class WaitType : std::uint8_t { gather, group, wait, as_completed };
inline constexpr int kWaitTypeCount = static_cast<int>(WaitType::as_completed) + 1;

/// A wait for several tasks. Every `wait_on` event has one of its own, since the members may
/// differ.
struct WaitInfo {
  TextId name = kNoText;
  WaitType type = WaitType::gather;
  std::vector<TaskId> members;
  /// A wait_for or a shield waits for one alone, which lends it its name: a task (its only member),
  /// or a future of the program. No `wait_on` tells of such a wait.
  enum class Alone : std::uint8_t { no, task, future };
  Alone alone = Alone::no;
};

struct ResourceInfo {
  TextId name = kNoText;
  ResourceType type = ResourceType::queue;
  /// 0 where the type has none, or no bound.
  std::int64_t capacity = 0;
  /// Whether `capacity` is to be told (a pool's workers, a bounded queue's places).
  bool has_capacity = false;
};

/// One change of a resource: what was done, the level after it, and the item (repr), if any.
struct ChangeInfo {
  ResourceId resource = 0;
  TextId action = kNoText;
  std::int64_t level = 0;
  /// A future's changes have none.
  bool has_level = true;
  TextId item = kNoText;
};

struct JobInfo {
  ResourceId pool = 0;
  TaskId submitter = kNoTask;
  /// From 1; 0 while it has none.
  std::uint32_t worker = 0;
  /// Computing, not waiting.
  bool computes = false;
  std::int64_t duration_ns = 0;
  TextId result = kNoText;
  TextId error = kNoText;
};

/// The append-only record of one run: events in chunks, texts and tables apart. A reader may follow
/// a run that is still going on.
///
/// An event is read and filled in as an Event, and lies here packed. The one appended last stands
/// apart until the next comes (`staged_`); everything out of the ordinary, that one included, comes
/// up at `stop_`, so that put() has one comparison to make.
class EventLog {
 public:
  static constexpr std::size_t kChunkBits = 12;
  static constexpr std::size_t kChunkSize = std::size_t{1} << kChunkBits;

  /// `keep`: every event stays. `recycle`: only the last chunk does (for measuring, and for sources
  /// whose events are taken away as they come).
  enum class Retention : std::uint8_t { keep, recycle };

  explicit EventLog(Retention retention = Retention::keep);
  EventLog(const EventLog&) = delete;
  EventLog& operator=(const EventLog&) = delete;
  ~EventLog() = default;

  /// A place for the next event, to be filled in by the caller before the one after it.
  [[nodiscard]] Event& append();

  /// For the Recorder: whether put() must be prepared for first.
  [[nodiscard]] bool at_stop() const { return next_ == stop_; }
  /// Has at_stop() say so before the next event.
  void stop() { stop_ = next_; }
  /// Makes put() good for at least one event of that key, at most `most`; to be called at a stop.
  void prepare(const Moment& key, std::uint64_t most);
  /// An event of the key that was prepared for, but its step.
  void put(Kind kind, std::uint8_t code, TaskId task, std::uint16_t line, std::uint32_t a,
           std::uint32_t step) {
    std::construct_at(next_++, packed(kind, code, task, line, a, step));
  }
  /// Whether there is room for two before the next stop.
  [[nodiscard]] bool room_for_two() const { return stop_ - next_ >= 2; }
  /// A bare yield: its suspension and its readiness. Needs room_for_two().
  void put_yield(TaskId task, std::uint16_t line, std::uint32_t step) {
    const PackedEvent suspended =
        packed(Kind::task_suspended, static_cast<std::uint8_t>(Reason::yield), task, line, 0, step);
    const PackedEvent ready =
        packed(Kind::task_ready, static_cast<std::uint8_t>(Cause::yield), task, line, task, step);
    std::construct_at(next_, suspended);
    std::construct_at(next_ + 1, ready);
    next_ += 2;
  }

  /// How many events have been appended.
  [[nodiscard]] std::uint64_t size() const {
    return base_ + static_cast<std::uint64_t>(next_ - (end_ - kChunkSize));
  }
  [[nodiscard]] bool empty() const { return size() == 0; }
  /// The event with this `seq`, which must be below size() (and still kept).
  [[nodiscard]] Event operator[](std::uint64_t seq) const;
  [[nodiscard]] Event back() const { return (*this)[size() - 1]; }
  /// What the events take in memory, in bytes.
  [[nodiscard]] std::uint64_t event_bytes() const;

  /// The id of a text; equal texts have equal ids. The empty text is not kNoText.
  TextId intern(std::string_view text);
  /// The text of an id; empty for kNoText.
  [[nodiscard]] std::string_view text(TextId id) const { return texts_[id]; }
  [[nodiscard]] std::size_t text_count() const { return texts_.size(); }

  TaskId add(TaskInfo info);
  /// The same, where `name` is the base of its name: it is called that, or `name 2`, `name 3` …, as
  /// unique_name() has it; so is its lane if it has no label. The text is put together when it is
  /// first asked for.
  TaskId add_named_after(const TaskInfo& info) {
    tasks_.push_back(NamedTask{info, count_name(Family::task, info.name)});
    return task_count();
  }
  TimerId add(TimerInfo info);
  WaitId add(WaitInfo info);
  ResourceId add(ResourceInfo info);
  JobId add(JobInfo info);
  ChangeId add(ChangeInfo info);

  /// Ids run from 1 to the count, both ends in.
  [[nodiscard]] const TaskInfo& task(TaskId id) const {
    NamedTask& task = tasks_[id - 1];
    if (task.nth != 0) {
      put_name_together(task);
    }
    return task;
  }
  [[nodiscard]] const TimerInfo& timer(TimerId id) const { return timers_[id - 1]; }
  [[nodiscard]] const WaitInfo& wait(WaitId id) const { return waits_[id - 1]; }
  [[nodiscard]] const ResourceInfo& resource(ResourceId id) const { return resources_[id - 1]; }
  [[nodiscard]] const JobInfo& job(JobId id) const { return jobs_[id - 1]; }
  [[nodiscard]] const ChangeInfo& change(ChangeId id) const { return changes_[id - 1]; }
  [[nodiscard]] std::uint32_t task_count() const { return count(tasks_); }
  [[nodiscard]] std::uint32_t timer_count() const { return count(timers_); }
  [[nodiscard]] std::uint32_t wait_count() const { return count(waits_); }
  [[nodiscard]] std::uint32_t resource_count() const { return count(resources_); }
  [[nodiscard]] std::uint32_t job_count() const { return count(jobs_); }
  [[nodiscard]] std::uint32_t change_count() const { return count(changes_); }

  /// Said later than the rest: which worker took a job, and what came of it.
  JobInfo& job_for_update(JobId id) { return jobs_[id - 1]; }

  /// `base`, or `base 2`, `base 3` … when it has been given before for the same `family` (tasks,
  /// waits and resources are counted apart).
  enum class Family : std::uint8_t { task, wait, resource };
  TextId unique_name(Family family, std::string_view base);

 private:
  template <class T>
  static std::uint32_t count(const T& table) {
    return static_cast<std::uint32_t>(table.size());
  }
  struct NamedTask : TaskInfo {
    /// `name` is still the base of a name, and this the number that belongs to it; 0 when it is
    /// not.
    std::uint32_t nth = 0;
  };
  std::uint32_t count_name(Family family, TextId base) {
    auto& counts = name_counts_[static_cast<std::size_t>(family)];
    if (counts.size() <= base) {
      counts.resize(texts_.size());
    }
    return ++counts[base];
  }
  [[nodiscard]] TextId nth_name(TextId base, std::uint32_t nth);
  void put_name_together(NamedTask& task) const;
  void grow();
  void settle();
  void begin_moment(const Moment& key);
  [[nodiscard]] PackedEvent packed(Kind kind, std::uint8_t code, TaskId task, std::uint16_t line,
                                   std::uint32_t a, std::uint32_t step) const {
    return {kind, code, task, line, a, (step << 16U) + stamp_};
  }

  Retention retention_;
  // Raw memory: an event is written whole when it is appended, and not before.
  struct RawEvents {
    alignas(PackedEvent) std::byte bytes[kChunkSize * sizeof(PackedEvent)];
  };
  // Where its moments begin stands beside the pointer, close to those of the other chunks: reading
  // an event anywhere in a long run is one look at distant memory less.
  struct Chunk {
    std::unique_ptr<RawEvents> raw;
    std::size_t first_moment = 0;
    [[nodiscard]] PackedEvent* events() const { return reinterpret_cast<PackedEvent*>(raw->bytes); }
  };
  std::vector<Chunk> chunks_;
  PackedEvent* next_ = nullptr;
  PackedEvent* stop_ = nullptr;
  PackedEvent* end_ = nullptr;
  /// Makes a step the stamp of an event of moments_.back().
  std::uint32_t stamp_ = 0;
  std::uint64_t base_ = 0;
  std::vector<Moment> moments_;
  /// `a` and `b` of the events that have both.
  std::vector<std::uint64_t> wide_;
  Event staged_;
  /// Where staged_ will lie; null if it is nowhere.
  PackedEvent* staged_at_ = nullptr;

  std::vector<std::string_view> texts_;
  std::vector<std::unique_ptr<char[]>> text_blocks_;
  std::size_t text_block_left_ = 0;
  char* text_next_ = nullptr;
  std::unordered_map<std::string_view, TextId> text_ids_;
  /// How often each text has been a name, by its id.
  std::vector<std::uint32_t> name_counts_[3];

  mutable std::vector<NamedTask> tasks_;
  std::vector<TimerInfo> timers_;
  std::vector<WaitInfo> waits_;
  std::vector<ResourceInfo> resources_;
  std::vector<JobInfo> jobs_;
  std::vector<ChangeInfo> changes_;
};

}  // namespace interleave
