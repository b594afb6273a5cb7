#include "app/timeline/colours.h"

#include "app/timeline/layout.h"

namespace interleave {
namespace {

constexpr std::string_view kMain = "main";
// Beyond this nobody compares lanes by eye, and a look-up table costs more than it gives.
constexpr std::size_t kMostNames = 2048;

bool is_main(const Trace& trace, TaskId task) {
  return trace.text(trace.log().task(task).coroutine) == kMain;
}

}  // namespace

std::uint16_t colour_index(const Trace& trace, TaskId task) {
  if (task == kProgram || task == kNoTask || task > trace.log().task_count() ||
      is_main(trace, task)) {
    return 0;
  }
  const TaskId before = is_main(trace, 1) ? 2 : 1;
  return static_cast<std::uint16_t>(1 + (task - before) % 7);
}

ColourMap::ColourMap(const std::vector<RunView>& runs) {
  for (const RunView& run : runs) {
    traces_.push_back(run.trace);
  }
  if (traces_.size() > 1 && traces_.front()->tasks().size() <= kMostNames) {
    for (const TaskId task : traces_.front()->tasks()) {
      first_.emplace(traces_.front()->name(task), colour_index(*traces_.front(), task));
    }
  }
}

std::uint16_t ColourMap::of(std::size_t run, TaskId task) const {
  const Trace& trace = *traces_[run];
  if (run > 0 && !first_.empty() && task != kProgram && task != kNoTask) {
    const auto found = first_.find(std::string(trace.name(task)));
    if (found != first_.end()) {
      return found->second;
    }
  }
  return colour_index(trace, task);
}

}  // namespace interleave
