#pragma once

#include <coroutine>
#include <vector>

#include "runtime/event_log.h"
#include "runtime/future.h"

namespace interleave {

/// Suspends on a wait for several tasks, with its `wait_on` before it.
class WaitAwait : public FutureAwait {
 public:
  /// `name`: the wait's, if it has been waited on before; kNoText gives it a new one.
  WaitAwait(Ref<FutureBase> future, Reason reason, WaitType type, TextId name,
            std::vector<TaskId> members);
  void await_suspend(std::coroutine_handle<> handle);
  [[nodiscard]] WaitId wait() const { return wait_; }

 private:
  WaitType type_;
  TextId name_;
  std::vector<TaskId> members_;
  WaitId wait_ = 0;
};

}  // namespace interleave
