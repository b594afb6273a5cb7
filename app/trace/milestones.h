#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "runtime/event.h"

namespace interleave {

/// What is asked for most of an event, where a whole one would cost more looks at memory.
struct Glance {
  std::int64_t t_ns = 0;
  std::uint32_t step = 0;
  TaskId task = kNoTask;
};

/// Every 16th event of a run, close together: a search by time goes through these and looks at a
/// few events only; in a picture of very many events they are near enough.
class Milestones {
 public:
  static constexpr std::uint64_t kStride = 16;

  /// The next event of the run; `seq` is its place.
  void add(std::uint64_t seq, const Event& event) {
    if (seq % kStride == 0) {
      times_.push_back(event.t_ns);
      others_.push_back({event.step, event.task});
    }
  }
  [[nodiscard]] std::size_t count() const { return times_.size(); }
  /// Of the events 0, 16, 32 …
  [[nodiscard]] std::int64_t time_of(std::size_t milestone) const { return times_[milestone]; }
  [[nodiscard]] Glance at(std::size_t milestone) const {
    return {times_[milestone], others_[milestone].step, others_[milestone].task};
  }
  /// The number of those before `t_ns`.
  [[nodiscard]] std::size_t count_before(std::int64_t t_ns) const {
    return static_cast<std::size_t>(std::lower_bound(times_.begin(), times_.end(), t_ns) -
                                    times_.begin());
  }
  void shrink_to_fit() {
    times_.shrink_to_fit();
    others_.shrink_to_fit();
  }

 private:
  struct Others {
    std::uint32_t step;
    TaskId task;
  };
  std::vector<std::int64_t> times_;
  std::vector<Others> others_;
};

}  // namespace interleave
