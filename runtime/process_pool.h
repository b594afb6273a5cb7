#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include "runtime/clock.h"
#include "runtime/future.h"
#include "runtime/scope.h"

namespace interleave {

class JobHandle;

/// Work for a worker: how long it takes, and whether it computes or waits meanwhile.
struct Job {
  Duration length{};
  bool computes = true;
};

/// Workers side by side, each a process of its own, on the loop's clock
/// (concurrent.futures.ProcessPoolExecutor). A job starts at once if a worker is free, else when
/// one becomes free, in the order of submission.
class ProcessPool {
 public:
  /// Records `resource_created`. Throws Error (ValueError) for fewer than one worker.
  ProcessPool(const Scope& scope, std::uint32_t workers);
  ProcessPool(const ProcessPool&) = delete;
  ProcessPool& operator=(const ProcessPool&) = delete;
  ~ProcessPool();

  class State;
  [[nodiscard]] const Ref<State>& state() const { return state_; }

 private:
  Ref<State> state_;
};

/// loop.run_in_executor, awaited: suspends until the job has ended. Its end is a handle like a
/// timer's, numbered at submission; the waiter resumes one iteration later.
[[nodiscard]] FutureAwait run_in_executor(const Scope& scope, const ProcessPool& pool, Job job);

}  // namespace interleave
