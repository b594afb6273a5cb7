#include "runtime/loop.h"

#include <algorithm>
#include <limits>

#include "runtime/errors.h"
#include "runtime/executor.h"
#include "runtime/mutation.h"
#include "runtime/task.h"

namespace interleave {

Loop::Loop(Recorder& recorder, CallStack& calls) : recorder_(&recorder), calls_(&calls) {}

Loop::~Loop() { abandon(); }

void Loop::drop_handles() {
  ready_.clear();
  due_.clear();
}

void Loop::abandon() {
  recorder_->close();
  drop_handles();
  default_executor = Ref<ExecutorState>();
  // What is listened to holds its listeners, and they may hold it.
  while (!heard_of_.empty()) {
    const Ref<FutureBase> last(heard_of_.back());
    last->drop_callbacks();
  }
  // A frame that goes may hold the last reference to another task; none may find itself in the
  // list.
  while (!live_.empty()) {
    const Ref<TaskBase> last = std::move(live_.back());
    live_.pop_back();
    last->abandon();
  }
}

void Loop::call_soon(TaskBase& task) { ready_.push_task(task); }

TaskBase& Loop::current_task() const {
  TaskBase* task = recorder_->current == nullptr ? nullptr : recorder_->current->as_task();
  if (task == nullptr) {
    throw Error("RuntimeError", "no running event loop");
  }
  return *task;
}

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
  task.live_index = live_.size();
  live_.emplace_back(&task);
}

void Loop::forget(TaskBase& task) {
  const std::size_t place = task.live_index;
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
  recorder_->iteration += ends_here ? 0 : 1;  // it carries the iteration that it opens
  recorder_->record(Kind::clock_advanced).set_duration(from);
  --recorder_->iteration;
  return Begin::begun;
}

Loop::Begin Loop::begin_iteration() {
  recorder_->refresh_time();
  due_.drop_cancelled();
  if (ready_.empty()) {
    if (const Begin begin = idle_until_due(); begin != Begin::begun) {
      return begin;
    }
  }
  ++recorder_->iteration;
  while (DueHandle* first = due_.top()) {
    if (first->due_ns() > recorder_->now_ns()) {
      break;
    }
    const Ref<DueHandle> handle = due_.pop();
    call_soon(*handle);
    handle->on_due();
  }
  left_in_iteration_ = ready_.size();
  recorder_->record(Kind::iteration_started).a = static_cast<std::uint32_t>(left_in_iteration_);
  return Begin::begun;
}

void Loop::run_at_once(TaskBase& task) {
  if (ready_.last() == &task) {
    const Ref<TaskBase> kept(&task);
    Strand* const running = recorder_->current;
    ready_.pop_last()->run();
    recorder_->current = running;
  }
}

Loop::Progress Loop::run_handle() {
  if (left_in_iteration_ == 0) {
    switch (begin_iteration()) {
      case Begin::idle:
        return Progress::idle;
      case Begin::deadlock:
        return Progress::deadlock;
      case Begin::begun:
        break;
    }
  }
  if (left_in_iteration_ > 0) {
    --left_in_iteration_;
    recorder_->refresh_time();
    Handle* handle = ready_.pop();
    if (handle->what() == Handle::What::task_step) {
      handle->run();
    } else {
      auto* callback = static_cast<Callback*>(handle);
      const Ref<Callback> kept(callback);
      callback->release();  // the queue's reference
      Event& event =
          recorder_->record(callback->cancelled() ? Kind::callback_skipped : Kind::callback_ran);
      event.code = static_cast<std::uint8_t>(callback->kind());
      event.a = callback->of();
      if (!callback->cancelled()) {
        callback->run();
      } else if (mutated(Mutation::cancelled_handle_not_counted) && left_in_iteration_ == 0) {
        --recorder_->iteration;
      }
    }
  }
  if (left_in_iteration_ == 0 && stopping_) {
    set_running(false);
    return Progress::stopped;
  }
  return Progress::ran;
}

}  // namespace interleave
