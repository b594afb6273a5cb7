#include "runtime/gather.h"

#include "runtime/errors.h"
#include "runtime/loop.h"
#include "runtime/wait_await.h"

namespace interleave {

/// A child's: it lives in the gather, which this keeps.
class GatherFuture::ChildDone final : public Callback {
 public:
  ChildDone(GatherFuture& gather, FutureBase& child)
      : Callback(CallbackKind::gather, child.task_id()), gather_(&gather), child_(&child) {}
  void run() override { gather_->child_done(*child_); }

 private:
  Ref<GatherFuture> gather_;
  FutureBase* child_;
};

void GatherFuture::add(Ref<FutureBase> child) {
  ++awaited_;
  child->add_callback(make_counted<ChildDone>(*this, *child));
  children_.push_back(std::move(child));
}

void GatherFuture::complete() {
  if (children_.empty()) {
    finish(kProgram);
  }
}

void GatherFuture::child_done(FutureBase& child) {
  ++finished_;
  if (done() || !return_exceptions_) {
    child.retrieve();
  }
  if (done()) {
    return;
  }
  if (child.cancelled() && !return_exceptions_) {
    fail(child.make_cancelled_error(), child.task_id());
  } else if (child.error() && !return_exceptions_) {
    fail(child.error(), child.task_id());
  } else if (finished_ == awaited_) {
    for (const auto& each : children_) {
      each->retrieve();  // among the results, which are made up only now
    }
    if (cancel_requested_) {
      fail(child.make_cancelled_error(), child.task_id());
    } else {
      finish(child.task_id());
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

Suspension GatherFuture::suspension() { return suspension_within(Reason::gather, *this); }

WaitInfo GatherFuture::as_awaited() {
  if (children_.empty()) {  // asyncio's is a plain future then
    return {};
  }
  if (name_ == kNoText) {
    name_ = name_wait(loop(), WaitType::gather);
  }
  WaitInfo info;
  info.name = name_;
  info.members = tasks_among(children_);
  return info;
}

}  // namespace interleave
