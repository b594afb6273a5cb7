#include "runtime/shield.h"

#include "runtime/loop.h"
#include "runtime/mutation.h"

namespace interleave {

void ShieldFuture::listen() {
  const Ref<ShieldFuture> self(this);
  const Ref<FutureBase> inner = inner_;
  const auto heard =
      make_callback(CallbackKind::shield, inner->task_id(), [self] { self->inner_done(); });
  inner->add_callback(heard);
  add_callback(make_callback(CallbackKind::shield, 0, [inner, heard] {
    if (!inner->done()) {
      inner->remove_callback(*heard);
    }
  }));
}

bool ShieldFuture::cancel(TaskId by) {
  if (mutated(Mutation::shield_ignored)) {
    inner_->cancel(by);
  }
  return FutureBase::cancel(by);
}

void ShieldFuture::inner_done() {
  const TaskId by = inner_->task_id();
  inner_->retrieve();
  if (done()) {
    return;
  }
  if (inner_->cancelled()) {
    FutureBase::cancel(by);
  } else if (inner_->error()) {
    fail(inner_->error(), by);
  } else {
    finish(by);
  }
}

FutureBase& ShieldFuture::behind() {
  asked_before_ = asked_before_ || !done();
  return asked_before_ ? *inner_ : *this;
}

Suspension ShieldFuture::suspension() {
  FutureBase& inner = behind();
  return &inner == this ? Suspension{} : suspension_within(Reason::shield, inner);
}

}  // namespace interleave
