#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "runtime/counted.h"
#include "runtime/due_queue.h"
#include "runtime/handle.h"
#include "runtime/holders.h"
#include "runtime/ready_queue.h"
#include "runtime/recorder.h"
#include "runtime/strand.h"

namespace interleave {

class AsyncGeneratorState;
class CallStack;
class ExecutorState;
class FutureBase;
class TaskBase;

/// The event loop, by asyncio's rules (BaseEventLoop._run_once). One iteration, in this order:
///
///   1. nothing ready: the clock idles until the earliest timer;
///   2. the handle of every timer that is due goes to the ready queue;
///   3. exactly the handles that are ready now run, one after the other; what they make ready waits
///      for the next iteration.
///
/// It is driven a handle at a time.
class Loop {
 public:
  Loop(Recorder& recorder, CallStack& calls);
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;
  ~Loop();

  [[nodiscard]] Recorder& recorder() const { return *recorder_; }
  [[nodiscard]] CallStack& calls() const { return *calls_; }

  void call_soon(Handle& task) { ready_.push_task(task); }
  void call_soon(Ref<Callback> callback) { ready_.push_callback(std::move(callback)); }
  void call_soon(Callback& callback) = delete;  // it would stand there uncounted, as tasks do
  void call_at(DueHandle& handle) { due_.push(handle, due_.next_number()); }
  /// For jobs, which are numbered when submitted and due only once they have been started.
  void call_at(DueHandle& handle, std::uint64_t number) { due_.push(handle, number); }
  /// A handle that was given to call_at() and is not due yet has been cancelled.
  void note_cancelled_timer() { due_.note_cancelled(); }
  [[nodiscard]] std::uint64_t next_due_number() { return due_.next_number(); }

  /// The task that has the thread; throws Error (RuntimeError) outside of one.
  [[nodiscard]] TaskBase& current_task() const {
    const Strand* strand = recorder_->current;
    TaskBase* task = strand == nullptr ? nullptr : strand->as_task();
    if (task == nullptr) [[unlikely]] {
      refuse_no_task();
    }
    return *task;
  }
  /// Tasks that have not ended, in order of creation.
  [[nodiscard]] std::vector<TaskBase*> live_tasks() const;

  /// What run_handle() came to.
  enum class Progress : std::uint8_t {
    ran,       // a handle ran
    idle,      // a wall clock has not reached the next timer yet
    stopped,   // stop() was called, and the iteration is over
    deadlock,  // nothing is ready and nothing can become so
  };
  Progress run_handle() { return run_handles(1); }
  /// The same up to so many times, as long as it comes to `ran` and the recorder records.
  Progress run_handles(std::size_t most);
  /// The loop ends with the current iteration.
  void stop() { stopping_ = true; }
  /// For a mutation: a step that was made ready last runs now, within the one that is under way.
  void run_at_once(TaskBase& task);
  /// Between run_until_complete()/run_forever() and the loop's stop.
  [[nodiscard]] bool running() const { return running_; }
  void set_running(bool running);
  /// Every handle of the current iteration has run.
  [[nodiscard]] bool between_iterations() const { return left_in_iteration_ == 0; }

  /// A task's step goes round the loop until another task has ended: nested iterations run what is
  /// ready, the rest of the current one comes afterwards.
  void enter_nested_run(TaskBase& caller, TaskBase& awaited);

  /// What is left is not run any more: handles and timers go, tasks stay as they are, with the
  /// warnings that are due when they are destroyed.
  void leave_behind();
  /// Frees what stands in the ready queue and every timer: nothing will run any more.
  void drop_handles();
  /// Frees what leave_behind() has left. It may complain (what it alone has held of failed tasks,
  /// for one); nothing else is recorded any more.
  void sweep();
  /// Frees every frame and handle, recording nothing.
  void abandon();

  /// What the `task_ready` of a cancelled waiter gives: `timeout` while a timeout cancels.
  Cause cancel_cause = Cause::cancel;
  /// The message given to the cancel() that is being passed on just now, if there is one.
  TextId cancel_message = kNoText;
  /// How many tasks are being cancelled just now, each by way of another.
  int cancelling = 0;
  /// Who asked for the first of those.
  TaskId asking = kProgram;

  /// Who holds which lock, semaphore …
  [[nodiscard]] Holders& holders() { return holders_; }
  [[nodiscard]] const Holders& holders() const { return holders_; }

  // For futures: those that have callbacks, which may hold each other.
  [[nodiscard]] std::vector<FutureBase*>& heard_of() { return heard_of_; }

  /// loop_started has been told, and loop_stopped has not.
  bool told_started = false;
  /// Its end has come (loop.close); the next run opens another.
  bool closed = false;
  /// Those begun and still held by somebody, in the order in which they were begun.
  std::vector<AsyncGeneratorState*> async_generators;
  /// The pool that run_in_executor(None, …) uses; null until it is first used.
  Ref<ExecutorState> default_executor;
  /// It takes no jobs any more: the run is closing down.
  bool default_executor_shut_down = false;

  // For tasks.
  void adopt(TaskBase& task);
  void forget(TaskBase& task);

 private:
  [[noreturn]] static void refuse_no_task();
  void fetch_ahead() const;
  void run_callback(Ref<Callback> callback);
  enum class Begin : std::uint8_t { begun, counted, idle, deadlock };
  Begin begin_iteration();
  Begin idle_until_due();
  void leave_nested_runs();
  void drop_listeners();

  Recorder* recorder_;
  CallStack* calls_;
  ReadyQueue ready_;
  DueQueue due_;
  std::vector<Ref<TaskBase>> live_;
  std::vector<FutureBase*> heard_of_;
  Holders holders_;
  std::vector<Ref<TaskBase>> left_behind_;
  struct NestedRun {
    Ref<TaskBase> caller;
    Ref<TaskBase> awaited;
    /// Handles of the iteration that it interrupts.
    std::size_t left_in_iteration;
  };
  std::vector<NestedRun> nested_runs_;
  std::size_t left_in_iteration_ = 0;
  bool stopping_ = false;
  bool running_ = false;
};

}  // namespace interleave
