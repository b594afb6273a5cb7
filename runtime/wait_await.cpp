#include "runtime/wait_await.h"

#include <utility>

#include "runtime/event_names.h"
#include "runtime/loop.h"

namespace interleave {

WaitAwait::WaitAwait(Ref<FutureBase> future, Reason reason, WaitType type, TextId name,
                     std::vector<TaskId> members)
    : FutureAwait(std::move(future), reason, 0),
      type_(type),
      name_(name),
      members_(std::move(members)) {}

void WaitAwait::await_suspend(std::coroutine_handle<> handle) {
  Recorder& recorder = future().loop().recorder();
  EventLog& log = recorder.log();
  WaitInfo info;
  info.name = name_ == kNoText ? log.unique_name(EventLog::Family::wait, name_of(type_)) : name_;
  info.type = type_;
  info.members = members_;
  wait_ = log.add(std::move(info));
  recorder.record_here(Kind::wait_on).a = wait_;
  set_on(wait_);
  FutureAwait::await_suspend(handle);
}

}  // namespace interleave
