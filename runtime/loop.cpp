#include "runtime/loop.h"

#include <algorithm>
#include <limits>

#include "runtime/errors.h"
#include "runtime/executor.h"
#include "runtime/mutation.h"
#include "runtime/task.h"

namespace interleave {

namespace {

/// Ready handles from which on fetch_ahead() pays.
constexpr std::size_t kOutOfCache = 3'000;

}  // namespace

Loop::Loop(Recorder& recorder, CallStack& calls) : recorder_(&recorder), calls_(&calls) {}

Loop::~Loop() { abandon(); }

void Loop::drop_handles() {
  ready_.clear();
  due_.clear();
}

// What is listened to holds its listeners, and they may hold it.
void Loop::drop_listeners() {
  while (!heard_of_.empty()) {
    const Ref<FutureBase> last(heard_of_.back());
    last->drop_callbacks();
  }
}

void Loop::sweep() {
  if (!closed) {
    return;
  }
  recorder_->sweep();
  drop_listeners();
  while (!left_behind_.empty()) {
    const Ref<TaskBase> last = std::move(left_behind_.back());
    left_behind_.pop_back();
    last->abandon();
  }
}

void Loop::abandon() {
  recorder_->close();
  async_generators.clear();
  drop_handles();
  default_executor = Ref<ExecutorState>();
  drop_listeners();
  nested_runs_.clear();
  for (auto& task : left_behind_) {
    live_.push_back(std::move(task));
  }
  left_behind_.clear();
  // A frame that goes may hold the last reference to another task; none may find itself in the
  // list.
  while (!live_.empty()) {
    const Ref<TaskBase> last = std::move(live_.back());
    live_.pop_back();
    last->abandon();
  }
}

void Loop::leave_behind() {
  closed = true;
  drop_handles();
  default_executor = Ref<ExecutorState>();
  async_generators.clear();
  for (TaskBase* task : live_tasks()) {
    if (task->log_destroy_pending) {
      const TextId text = recorder_->intern("Task was destroyed but it is pending!");
      recorder_->record(Kind::warning, task->id(), 0).a = text;
    }
    if (!task->started()) {
      task->warn_never_awaited();
    }
  }
  for (auto& task : live_) {
    left_behind_.push_back(std::move(task));
  }
  live_.clear();
}

void Loop::refuse_no_task() { throw Error("RuntimeError", "no running event loop"); }

std::vector<TaskBase*> Loop::live_tasks() const {
  std::vector<TaskBase*> tasks;
  tasks.reserve(live_.size());
  for (const auto& task : live_) {
    tasks.push_back(task.get());
  }
  std::sort(tasks.begin(), tasks.end(),
            [](const TaskBase* a, const TaskBase* b) { return a->id() < b->id(); });
  return tasks;
}

void Loop::adopt(TaskBase& task) {
  task.live_index = static_cast<std::uint32_t>(live_.size());
  live_.emplace_back(&task);
}

void Loop::forget(TaskBase& task) {
  const std::uint32_t place = task.live_index;
  live_.back()->live_index = place;
  std::swap(live_[place], live_.back());
  live_.pop_back();
}

void Loop::set_running(bool running) {
  running_ = running;
  stopping_ = false;
}

Loop::Begin Loop::idle_until_due() {
  const DueHandle* first = due_.top();
  const bool endless = recorder_->until_ns() != std::numeric_limits<std::int64_t>::max();
  if (first == nullptr && !endless) {
    return Begin::deadlock;
  }
  const std::int64_t due = first == nullptr ? recorder_->until_ns() : first->due_ns();
  const std::int64_t from = recorder_->now_ns();
  if (due <= from) {
    return Begin::begun;
  }
  if (!recorder_->wait_until(std::min(due, recorder_->until_ns()))) {
    return Begin::idle;
  }
  const bool ends_here = recorder_->now_ns() >= recorder_->until_ns();
  if (!ends_here) {
    recorder_->set_iteration(recorder_->iteration() +
                             1);  // the event carries the iteration that it opens
  }
  recorder_->record(Kind::clock_advanced).set_duration(from);
  return Begin::counted;
}

Loop::Begin Loop::begin_iteration() {
  recorder_->refresh_time();
  due_.drop_cancelled();
  const Begin begin = ready_.empty() ? idle_until_due() : Begin::begun;
  if (begin == Begin::idle || begin == Begin::deadlock) {
    return begin;
  }
  if (begin == Begin::begun) {
    recorder_->set_iteration(recorder_->iteration() + 1);
  }
  while (DueHandle* first = due_.top()) {
    if (first->due_ns() > recorder_->now_ns()) {
      break;
    }
    const Ref<DueHandle> handle = due_.pop();
    call_soon(handle);
    handle->on_due();
  }
  left_in_iteration_ = ready_.size();
  recorder_->put(Kind::iteration_started, 0, kNoTask, 0,
                 static_cast<std::uint32_t>(left_in_iteration_));
  return Begin::begun;
}

void Loop::run_at_once(TaskBase& task) {
  if (ready_.last() == &task) {
    const Ref<TaskBase> kept(&task);
    Strand* const running = recorder_->current;
    ready_.pop_last();
    task.run(*recorder_);
    recorder_->current = running;
  }
}

void Loop::run_callback(Ref<Callback> callback) {
  const bool skipped = callback->cancelled();
  recorder_->put(skipped ? Kind::callback_skipped : Kind::callback_ran,
                 static_cast<std::uint8_t>(callback->kind()), kNoTask, 0, callback->of());
  if (!skipped) {
    callback->run();
  } else if (mutated(Mutation::cancelled_handle_not_counted) && left_in_iteration_ == 0) {
    recorder_->set_iteration(recorder_->iteration() - 1);
  }
}

void Loop::enter_nested_run(TaskBase& caller, TaskBase& awaited) {
  nested_runs_.push_back(
      NestedRun{Ref<TaskBase>(&caller), Ref<TaskBase>(&awaited), left_in_iteration_});
  left_in_iteration_ = 0;
}

// The innermost caller goes on once the iteration is over in which its task has ended.
void Loop::leave_nested_runs() {
  while (left_in_iteration_ == 0 && !nested_runs_.empty() && nested_runs_.back().awaited->done()) {
    const NestedRun over = std::move(nested_runs_.back());
    nested_runs_.pop_back();
    left_in_iteration_ = std::min(over.left_in_iteration, ready_.size());
    over.caller->resume_here();
  }
}

// So many tasks no longer stay in a processor's cache from one of their steps to the next: asks for
// the memory of those that come soon, first the task, then what it tells of, its coroutine's frame.
// Always inline: what only prefetches has no effect that GCC knows of, and it drops a call of that.
[[gnu::always_inline]] inline void Loop::fetch_ahead() const {
  constexpr std::size_t kTask = 12;
  constexpr std::size_t kFrame = 8;
  __builtin_prefetch(&ready_.peek(kTask), 1);
  const Handle& handle = ready_.peek(kFrame);
  if (handle.what() == Handle::What::task_step) {
    const char* frame =
        static_cast<const char*>(static_cast<const TaskBase&>(handle).resume_at.address());
    __builtin_prefetch(frame);
    __builtin_prefetch(frame + 64);  // GCC keeps the coroutine's handle here, and reads it
    __builtin_prefetch(frame + 128, 1);
  }
}

Loop::Progress Loop::run_handles(std::size_t most) {
  for (; most > 0; --most) {
    if (left_in_iteration_ == 0) {
      const Begin begin = begin_iteration();
      if (begin == Begin::idle) {
        return Progress::idle;
      }
      if (begin == Begin::deadlock) {
        return Progress::deadlock;
      }
    }
    if (left_in_iteration_ > 0) {
      --left_in_iteration_;
      recorder_->refresh_time();
      if (ready_.size() > kOutOfCache) {
        fetch_ahead();
      }
      Handle& handle = *ready_.pop();
      if (handle.what() == Handle::What::task_step) {
        static_cast<TaskBase&>(handle).run(*recorder_);
      } else {
        run_callback(Ref<Callback>::adopt(&static_cast<Callback&>(handle)));
      }
    }
    if (!nested_runs_.empty()) [[unlikely]] {
      leave_nested_runs();
    }
    if (left_in_iteration_ == 0 && stopping_ && nested_runs_.empty()) {
      set_running(false);
      return Progress::stopped;
    }
    if (recorder_->ended() != Recorder::Ended::no) {
      break;  // it ended where nothing can be thrown
    }
  }
  return Progress::ran;
}

}  // namespace interleave
