#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "runtime/event.h"
#include "runtime/event_log.h"

namespace interleave {

/// A resource directly after an event that changed it or who waits for it.
struct ResourceLevel {
  std::uint32_t seq = 0;
  /// Tasks that are suspended for it.
  std::uint32_t waiting = 0;
  /// As `resource_changed` tells it: a queue's items, a semaphore's free slots, 1 for a lock that
  /// is free or an event that is set, a barrier's arrivals.
  std::int64_t level = 0;
  /// Who holds it, of a lock or a condition; kNoTask while nobody does.
  TaskId holder = kNoTask;
};

/// The least and the most in a part of a course.
struct LevelRange {
  std::int64_t lowest = 0;
  std::int64_t highest = 0;
  std::uint32_t least_waiting = 0;
  std::uint32_t most_waiting = 0;
};

/// How every resource of a run went up and down, from one look at each event.
class ResourceLevels {
 public:
  /// The next event of the run; `seq` is its place.
  void add(std::uint64_t seq, const Event& event, const EventLog& log);
  /// In order, from its creation on; empty for what has not been created.
  [[nodiscard]] std::span<const ResourceLevel> of(ResourceId resource) const;
  /// The last of them at or before `seq`, or nullptr.
  [[nodiscard]] const ResourceLevel* at(ResourceId resource, std::uint64_t seq) const;
  /// How many of them are at or before `seq`.
  [[nodiscard]] std::size_t count_until(ResourceId resource, std::uint64_t seq) const;
  /// Of `of(resource)[from]` … `[to - 1]`, which must be there; of very many, some before and
  /// behind them are taken in.
  [[nodiscard]] LevelRange range(ResourceId resource, std::size_t from, std::size_t to) const;
  /// The highest level and the most waiting tasks so far.
  [[nodiscard]] std::int64_t highest(ResourceId resource) const;
  [[nodiscard]] std::uint32_t most_waiting(ResourceId resource) const;
  void shrink_to_fit();

 private:
  static constexpr std::size_t kBlock = 32;
  struct Block {
    std::uint32_t last_seq;
    LevelRange range;
  };
  struct Course {
    std::vector<ResourceLevel> levels;
    /// Of each full kBlock of them.
    std::vector<Block> blocks;
    std::int64_t highest = 0;
    std::uint32_t most_waiting = 0;
  };
  Course* course(ResourceId resource, const EventLog& log);
  static void append(Course& course, const ResourceLevel& level);
  void change_waiting(ResourceId resource, std::uint64_t seq, int by, const EventLog& log);
  void stop_waiting(std::uint64_t seq, TaskId task, const EventLog& log);

  /// By resource id - 1.
  std::vector<Course> courses_;
  /// What each task is suspended for, by task id; 0: no resource. As long as the largest that was.
  std::vector<ResourceId> waits_for_;
};

}  // namespace interleave
