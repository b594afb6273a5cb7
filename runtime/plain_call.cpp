#include "runtime/plain_call.h"

#include "runtime/errors.h"
#include "runtime/loop.h"

namespace interleave {

PlainCall::PlainCall(Scope& scope) : strand_(scope.loop().recorder().current) {
  if (strand_ == nullptr) {
    throw Error("RuntimeError", "a plain call outside of the program's code");
  }
  scope.enter(frame_);
  frame_.outer = strand_->top;
  strand_->top = &frame_;
}

PlainCall::~PlainCall() { strand_->top = frame_.outer; }

}  // namespace interleave
