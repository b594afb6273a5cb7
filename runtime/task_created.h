#pragma once

#include <string>

#include "runtime/event.h"
#include "runtime/strand.h"

namespace interleave {

class Loop;

/// How a task is called.
struct TaskNames {
  /// Empty: after its coroutine.
  std::string name;
  /// The loop's own; hidden by default.
  bool internal = false;
};

/// Records `task_created` for a task, a call or a generator whose outermost frame is `root`; its
/// parent is whoever has the thread. Gives the new id.
TaskId record_task_created(Loop& loop, const Frame& root, const TaskNames& names);

}  // namespace interleave
