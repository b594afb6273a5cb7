#pragma once

#include <cstdint>
#include <deque>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "runtime/clock.h"
#include "runtime/coro.h"
#include "runtime/errors.h"
#include "runtime/future.h"
#include "runtime/repr.h"
#include "runtime/resource.h"
#include "runtime/scope.h"

namespace interleave {

/// What a job's function does, besides returning or raising. The function is called when the job is
/// submitted: how long it would take is its length, what it returns its result. Nothing runs
/// beside.
class JobScope {
 public:
  /// Computes; in a thread under the interpreter's one lock.
  void work(Duration duration) {
    length_ += duration;
    computes_ = true;
  }
  /// Waits, as in time.sleep or a request.
  void block(Duration duration) { length_ += duration; }
  /// Prints; seen when the job has ended.
  void print(std::string_view text) { said_.emplace_back(text); }

  [[nodiscard]] Duration length() const { return length_; }
  [[nodiscard]] bool computes() const { return computes_; }
  [[nodiscard]] const std::vector<std::string>& said() const { return said_; }

 private:
  Duration length_{};
  bool computes_ = false;
  std::vector<std::string> said_;
};

/// A function for run_in_executor() that computes so long.
[[nodiscard]] inline auto computing(Duration duration) {
  return [duration](JobScope& job) { job.work(duration); };
}
/// The same, but waiting: time.sleep.
[[nodiscard]] inline auto waiting(Duration duration) {
  return [duration](JobScope& job) { job.block(duration); };
}

/// A job's end, as those who wait for it see it; without the type of its result.
class JobFutureBase : public FutureBase {
 public:
  explicit JobFutureBase(Loop& loop) : FutureBase(loop, Cause::job) {}
  [[nodiscard]] Suspension suspension() override { return {Reason::job, id(), 0}; }

  [[nodiscard]] JobId id() const { return id_; }
  /// What will have come of it: its length and output, what it raised (null: nothing), and its
  /// result's repr (empty: None).
  JobScope done_by_it;
  std::exception_ptr raised;
  std::string result_repr;

  /// On the loop: resolves it, unless it has been cancelled meanwhile.
  void job_has_ended();

 private:
  friend class ExecutorState;
  JobId id_ = 0;
};

template <class T>
class JobFutureOf final : public JobFutureBase {
 public:
  using JobFutureBase::JobFutureBase;
  [[nodiscard]] T result() const {
    raise_if_failed();
    if constexpr (!std::is_void_v<T>) {
      return *value_;
    }
  }
  template <class Function>
  void call(Function& function) {
    try {
      if constexpr (std::is_void_v<T>) {
        function(done_by_it);
      } else {
        value_.emplace(function(done_by_it));
        result_repr = repr(*value_);
      }
    } catch (const std::exception&) {
      raised = std::current_exception();
    }
  }

 private:
  using Stored = std::conditional_t<std::is_void_v<T>, std::monostate, T>;
  std::optional<Stored> value_;
};

/// The future of a job (what loop.run_in_executor returns). A handle: copies are the same future.
/// Awaiting it suspends until the job has ended; its end is a handle like a timer's, numbered at
/// submission, and the waiter resumes one iteration later.
template <class T = void>
class JobFuture {
 public:
  explicit JobFuture(Ref<JobFutureOf<T>> state) : state_(std::move(state)) {}

  [[nodiscard]] bool done() const { return state_->done(); }
  [[nodiscard]] bool cancelled() const { return state_->cancelled(); }
  /// Raises what the job raised, or CancelledError.
  [[nodiscard]] T result() const { return state_->result(); }
  /// Nobody waits for the job any more: it runs on, or, if no worker has taken it yet, is never
  /// started. False if it has ended.
  bool cancel() const;
  [[nodiscard]] const Ref<JobFutureOf<T>>& state() const { return state_; }

  struct Await : FutureAwait {
    Ref<JobFutureOf<T>> state;
    explicit Await(Ref<JobFutureOf<T>> job)
        : FutureAwait(job, Reason::job, job->id()), state(std::move(job)) {}
    T await_resume() const {
      FutureAwait::await_resume();
      return state->result();
    }
  };
  Await operator co_await() const { return Await(state_); }

 private:
  Ref<JobFutureOf<T>> state_;
};

/// The workers of a pool, on the loop's clock. A job starts at once if a worker is free (the lowest
/// takes it), else when one becomes free, in the order of submission. Threads that compute do so
/// one after the other, processes side by side.
class ExecutorState final : public Resource {
 public:
  enum class Workers : std::uint8_t { threads, processes };
  /// Throws Error (ValueError) for fewer than one worker.
  ExecutorState(const Scope& scope, Workers kind, std::uint32_t workers);

  /// Takes a job whose function has been called.
  void submit(Ref<JobFutureBase> job);
  /// The end of a job has come: says what came of it, and gives its worker the next one.
  void job_ended(const JobFutureBase& job);

 private:
  struct Queued {
    Ref<JobFutureBase> job;
    std::uint64_t number;
  };
  void start_next();
  std::int64_t due_ns(JobId job);
  void record(Kind kind, JobId job);

  Workers kind_;
  std::vector<bool> busy_;
  std::deque<Queued> queue_;
};

/// A pool of workers (concurrent.futures.Executor): a handle, copies are the same pool. Leaving it
/// (`with`, shutdown) has nothing to wait for and is not told.
class Executor {
 public:
  /// The loop's own (run_in_executor(None, …), to_thread): four threads, made at its first use.
  [[nodiscard]] static Executor default_of(const Scope& scope);
  [[nodiscard]] const Ref<ExecutorState>& state() const { return state_; }

 protected:
  explicit Executor(Ref<ExecutorState> state) : state_(std::move(state)) {}

 private:
  Ref<ExecutorState> state_;
};

/// ThreadPoolExecutor(workers). Records `resource_created`; throws Error (ValueError) for fewer
/// than one worker.
class ThreadPool : public Executor {
 public:
  ThreadPool(const Scope& scope, std::uint32_t workers)
      : Executor(make_counted<ExecutorState>(scope, ExecutorState::Workers::threads, workers)) {}
};

/// ProcessPoolExecutor(workers).
class ProcessPool : public Executor {
 public:
  ProcessPool(const Scope& scope, std::uint32_t workers)
      : Executor(make_counted<ExecutorState>(scope, ExecutorState::Workers::processes, workers)) {}
};

/// loop.run_in_executor: `function` takes a JobScope& and says by it what it does; what it returns
/// or raises comes out of the future.
///
///     const auto job = run_in_executor(s.at("run_in_executor"), pool, [](JobScope& job) {
///       job.work(2s);
///       return 3.14;
///     });
template <class Function>
[[nodiscard]] auto run_in_executor(const Scope& scope, const Executor& executor,
                                   Function function) {
  using T = std::invoke_result_t<Function&, JobScope&>;
  auto job = make_counted<JobFutureOf<T>>(scope.loop());
  job->call(function);
  executor.state()->submit(job);
  return JobFuture<T>(std::move(job));
}

namespace detail {
template <class T, class Function>
Coro<T> to_thread(Loop*, Scope scope, Function function) {
  const Executor threads = Executor::default_of(scope);
  const JobFuture<T> job = run_in_executor(scope, threads, std::move(function));
  co_return co_await job;
}
[[nodiscard]] bool cancel_here(FutureBase& future);
}  // namespace detail

/// asyncio.to_thread: nothing happens until it is awaited, then a job in the loop's own pool.
template <class Function>
[[nodiscard]] auto to_thread(const Scope& scope, Function function) {
  using T = std::invoke_result_t<Function&, JobScope&>;
  Coro<T> thread = detail::to_thread<T>(&scope.loop(), scope, std::move(function));
  thread.handle().promise().name_as_library(scope.loop(), "to_thread");
  return thread;
}

template <class T>
bool JobFuture<T>::cancel() const {
  return detail::cancel_here(*state_);
}

}  // namespace interleave
