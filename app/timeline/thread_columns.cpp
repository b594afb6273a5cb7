#include "app/timeline/thread_columns.h"

#include <algorithm>

// In passes over all columns, so that one look at memory need not wait for the other.

namespace interleave {

ThreadColumns::ThreadColumns(const PixelColumns& columns, const Trace& trace)
    : steps_(columns.count()), works_(columns.count()) {
  find_steps(columns, trace);
  find_works(columns, trace);
}

void ThreadColumns::find_steps(const PixelColumns& columns, const Trace& trace) {
  for (std::size_t i = 0; i < columns.count(); ++i) {
    // The loop's own, which come last, are none of the program's.
    steps_[i].number = std::min(columns.at(i).step, trace.step_count());
    steps_[i].seq = steps_[i].number > 0 ? trace.step_begin(steps_[i].number) : 0;
  }
  for (Step& step : steps_) {
    if (step.number > 0) {
      const Glance begin = trace.glance(step.seq);
      step.t_ns = begin.t_ns;
      step.task = begin.task;
    }
  }
}

void ThreadColumns::find_works(const PixelColumns& columns, const Trace& trace) {
  const SeqList events = trace.thread_events();
  SeqWalk walk(events);
  for (std::size_t i = 0; i < columns.count(); ++i) {
    works_[i].number = walk.count_until(columns.last_before(i));
  }
  for (Work& work : works_) {
    work.seq = work.number > 0 ? events[work.number - 1] : 0;
  }
  for (Work& work : works_) {
    if (work.number > 0) {
      const Event event = trace[work.seq];
      work.t_ns = event.t_ns;
      work.end_ns = event.t_ns + event.duration();
      work.task = event.task;
      work.blocked = event.kind == Kind::blocked;
    }
  }
}

}  // namespace interleave
