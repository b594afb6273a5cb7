#include "runtime/as_completed.h"

#include <utility>

#include "runtime/loop.h"

namespace interleave {

CompletionOrder::CompletionOrder(Loop& loop, std::vector<Ref<TaskBase>> tasks)
    : loop_(&loop), tasks_(std::move(tasks)), heard_(tasks_.size()) {}

void CompletionOrder::listen() {
  const Ref<CompletionOrder> self(this);
  for (std::size_t place = 0; place < tasks_.size(); ++place) {
    tasks_[place]->add_callback(make_callback(CallbackKind::as_completed, tasks_[place]->id(),
                                              [self, place] { self->task_done(place); }));
  }
}

void CompletionOrder::task_done(std::size_t place) {
  heard_[place] = true;
  done_.push_back(place);
  if (getter_ && !getter_->done()) {
    getter_->finish(tasks_[place]->id());
  }
}

std::size_t CompletionOrder::take_next() {
  if (const Ref<FutureBase> getter = std::exchange(getter_, Ref<FutureBase>())) {
    getter->raise_if_failed();
  }
  const std::size_t place = done_.front();
  done_.pop_front();
  return place;
}

void CompletionOrder::suspend(std::coroutine_handle<> handle) {
  Recorder& recorder = loop_->recorder();
  if (wait_ == 0) {
    EventLog& log = recorder.log();
    WaitInfo info;
    info.name = log.unique_name(EventLog::Family::wait, "as_completed");
    info.type = WaitType::as_completed;
    for (std::size_t place = 0; place < tasks_.size(); ++place) {
      if (!heard_[place]) {
        info.members.push_back(tasks_[place]->id());
      }
    }
    wait_ = log.add(std::move(info));
    recorder.record_here(Kind::wait_on).a = wait_;
  }
  getter_ = make_counted<FutureBase>(*loop_, Cause::as_completed);
  loop_->current_task().suspend(handle, getter_, Reason::as_completed, wait_);
}

}  // namespace interleave
