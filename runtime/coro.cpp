#include "runtime/coro.h"

#include <string>

#include "runtime/errors.h"
#include "runtime/loop.h"

namespace interleave {

void PromiseBase::warn_never_awaited() noexcept {
  const bool is_known = (in_listing_ && is_coroutine_) || library_name_ != nullptr;
  if (!is_known) {
    return;
  }
  Recorder& recorder = loop_->recorder();
  const std::string name(library_name_ != nullptr ? std::string_view(library_name_)
                                                  : recorder.log().text(frame_.name));
  recorder.complain(kNoTask, "RuntimeWarning: coroutine '" + name + "' was never awaited");
}

void PromiseBase::take_library_name(Loop& loop) {
  std::string_view name(library_name_);
  name.remove_prefix(name.rfind('.') + 1);  // npos + 1 is 0
  frame_.name = loop.recorder().intern(name);
}

void PromiseBase::stand_in(TextId name, std::uint16_t line) {
  stands_in_ = true;
  frame_.name = name;
  frame_.def_line = line;
  frame_.line = line;
}

void PromiseBase::begin_for(PromiseBase& caller, std::coroutine_handle<> continuation) {
  strand_ = caller.strand_;
  caller_ = &caller;
  continuation_ = continuation;
  if (in_listing_) {
    // Recorded first: if the run ends with it, this frame is never entered.
    loop_->recorder().record(Kind::coroutine_entered, strand_->id(), frame_.line).a = frame_.name;
    frame_.outer = strand_->top;
    strand_->top = &frame_;
  }
}

void PromiseBase::follow(const PromiseBase& outermost) {
  for (PromiseBase* inner = this; inner != &outermost; inner = inner->caller_) {
    inner->strand_ = outermost.strand_;
  }
}

void PromiseBase::go_on_for(PromiseBase& caller, std::coroutine_handle<> continuation) {
  strand_ = caller.strand_;
  continuation_ = continuation;
  frame_.outer = strand_->top;
  strand_->top = &frame_;
}

void PromiseBase::give_back() noexcept {
  strand_->next = continuation_;
  strand_->top = frame_.outer;
}

void PromiseBase::leave_for_caller() noexcept {
  strand_->next = continuation_;
  if (!in_listing_) {
    return;
  }
  try {
    Event& event = loop_->recorder().record_here(Kind::coroutine_left);
    event.a = frame_.name;
    if (error_) {
      event.b = loop_->recorder().intern(describe(error_));
    }
  } catch (const RunEnded&) {
    error_ = std::current_exception();
  }
  strand_->top = frame_.outer;
}

}  // namespace interleave
