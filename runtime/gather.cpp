#include "runtime/gather.h"

#include "runtime/errors.h"
#include "runtime/loop.h"

namespace interleave {

GatherFuture::GatherFuture(Loop& loop, std::vector<Ref<TaskBase>> children, bool return_exceptions)
    : FutureBase(loop, Cause::gather),
      children_(std::move(children)),
      return_exceptions_(return_exceptions) {}

void GatherFuture::listen() {
  if (children_.empty()) {
    finish(kProgram);
    return;
  }
  const Ref<GatherFuture> self(this);
  for (const auto& child : children_) {
    TaskBase* heard = child.get();
    child->add_callback(make_callback(CallbackKind::gather, child->id(),
                                      [self, heard] { self->child_done(*heard); }));
  }
}

void GatherFuture::child_done(TaskBase& child) {
  ++finished_;
  if (done()) {
    return;
  }
  if (child.cancelled() && !return_exceptions_) {
    fail(std::make_exception_ptr(CancelledError{}), child.id());
  } else if (child.error() && !return_exceptions_) {
    fail(child.error(), child.id());
  } else if (finished_ == children_.size()) {
    if (cancel_requested_) {
      fail(std::make_exception_ptr(CancelledError{}), child.id());
    } else {
      finish(child.id());
    }
  }
}

bool GatherFuture::cancel(TaskId by) {
  if (done()) {
    return false;
  }
  bool any = false;
  for (const auto& child : children_) {
    any = child->cancel(by) || any;
  }
  cancel_requested_ = cancel_requested_ || any;
  return any;
}

std::vector<TaskId> GatherFuture::members() const {
  std::vector<TaskId> ids;
  for (const auto& child : children_) {
    ids.push_back(child->id());
  }
  return ids;
}

namespace detail {

Ref<GatherFuture> make_gather(const Scope& scope, std::vector<Ref<TaskBase>> children) {
  auto future = make_counted<GatherFuture>(scope.loop(), std::move(children));
  future->listen();
  return future;
}

WaitAwait await_gather(Ref<GatherFuture> future) {
  auto members = future->members();
  return {std::move(future), Reason::gather, WaitType::gather, kNoText, std::move(members)};
}

}  // namespace detail

}  // namespace interleave
