#pragma once

#include <cstdint>
#include <vector>

#include "app/timeline/pixel_columns.h"

namespace interleave {

/// What the thread does at each column of pixels, for views that hold far more events than pixels:
/// the step and the piece of work that began last at or left of the column's left edge.
class ThreadColumns {
 public:
  ThreadColumns(const PixelColumns& columns, const Trace& trace);

  struct Step {
    /// From 1; 0 while there is none.
    std::uint32_t number = 0;
    Seq seq = 0;
    std::int64_t t_ns = 0;
    TaskId task = kNoTask;
  };
  struct Work {
    /// Its place in thread_events(), from 1; 0 while there is none.
    std::size_t number = 0;
    Seq seq = 0;
    std::int64_t t_ns = 0;
    std::int64_t end_ns = 0;
    TaskId task = kNoTask;
    bool blocked = false;
  };
  [[nodiscard]] std::size_t count() const { return steps_.size(); }
  [[nodiscard]] const Step& step(std::size_t column) const { return steps_[column]; }
  [[nodiscard]] const Work& work(std::size_t column) const { return works_[column]; }
  /// Whether a step, or a piece, begins between that column's edges: then it is the last that does.
  [[nodiscard]] bool step_begins_in(std::size_t column) const {
    return steps_[column + 1].number > steps_[column].number;
  }
  [[nodiscard]] bool work_begins_in(std::size_t column) const {
    return works_[column + 1].number > works_[column].number;
  }

 private:
  void find_steps(const PixelColumns& columns, const Trace& trace);
  void find_works(const PixelColumns& columns, const Trace& trace);

  std::vector<Step> steps_;
  std::vector<Work> works_;
};

}  // namespace interleave
