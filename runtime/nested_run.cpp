#include "runtime/nested_run.h"

#include "runtime/loop.h"

namespace interleave {

void NestedRunAwait::await_suspend(std::coroutine_handle<> handle) const {
  Loop& loop = awaited_->loop();
  TaskBase& caller = loop.current_task();
  caller.stand_still(handle, awaited_->id());
  loop.enter_nested_run(caller, *awaited_);
}

}  // namespace interleave
