#pragma once

#include <utility>
#include <vector>

#include "runtime/event_log.h"
#include "runtime/future.h"

namespace interleave {

/// Suspends on a wait for several tasks, with its `wait_on` before it.
class WaitAwait : public FutureAwait {
 public:
  /// `name`: the wait's, if it has been waited on before; kNoText gives it a new one.
  WaitAwait(Ref<FutureBase> future, Reason reason, WaitType type, TextId name,
            std::vector<TaskId> members)
      : FutureAwait(std::move(future), reason, 0),
        reason_(reason),
        type_(type),
        name_(name),
        members_(std::move(members)) {}
  [[nodiscard]] Suspension suspension() const override;

 private:
  Reason reason_;
  WaitType type_;
  TextId name_;
  std::vector<TaskId> members_;
};

/// Suspends on a future for the sake of another one: what a wait_for waits for.
class BehalfAwait final : public FutureAwait {
 public:
  BehalfAwait(Ref<FutureBase> future, Reason reason, Ref<FutureBase> awaited)
      : FutureAwait(std::move(future), reason, 0), reason_(reason), awaited_(std::move(awaited)) {}
  [[nodiscard]] Suspension suspension() const override {
    return suspension_within(reason_, awaited_->behind());
  }

 private:
  Reason reason_;
  Ref<FutureBase> awaited_;
};

/// A name for a wait, unlike those that there have been: "gather", "gather 2" …
[[nodiscard]] TextId name_wait(Loop& loop, WaitType type);
/// The tasks among them, each once, in the order given.
[[nodiscard]] std::vector<TaskId> tasks_among(const std::vector<Ref<FutureBase>>& futures);

}  // namespace interleave
