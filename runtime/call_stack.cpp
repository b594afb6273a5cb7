#include "runtime/call_stack.h"

#include "runtime/errors.h"

namespace interleave {

void CallBase::step() {
  Recorder& recorder = loop_->recorder();
  recorder.refresh_time();
  recorder.current = this;
  if (id() != kProgram) {
    ++recorder.step;
    recorder.record(started_ ? Kind::task_resumed : Kind::task_started, id(), line());
  }
  const bool first = !started_;
  started_ = true;
  drive(first ? root_handle() : resume_at);
  if (recorder.ended() != Recorder::Ended::no) {
    throw RunEnded{};
  }
}

void CallBase::record_end() {
  Recorder& recorder = loop_->recorder();
  if (const std::exception_ptr raised = error()) {
    recorder.record_here(Kind::task_failed).a = recorder.intern(describe(raised));
    return;
  }
  const std::string result = result_repr();
  recorder.record_here(Kind::task_finished).a = result.empty() ? kNoText : recorder.intern(result);
}

void CallBase::yield(std::coroutine_handle<> handle) {
  resume_at = handle;
  yielded_ = true;
  Recorder& recorder = loop_->recorder();
  recorder.record_here(Kind::task_suspended).code = static_cast<std::uint8_t>(Reason::yield);
  Event& ready = recorder.record_here(Kind::task_ready);
  ready.code = static_cast<std::uint8_t>(Cause::yield);
  ready.a = id();
}

void CallStack::run_one() {
  const Ref<CallBase> top = stack_.back();
  Recorder& recorder = top->loop().recorder();
  top->step();
  const bool ended = top->done();
  if (ended && top->id() != kProgram) {
    top->record_end();
  }
  if (ended || top->take_yielded()) {
    stack_.pop_back();
    if (!stack_.empty() && stack_.back()->id() != kProgram) {
      Event& ready = recorder.record(Kind::task_ready, stack_.back()->id(), stack_.back()->line());
      ready.code = static_cast<std::uint8_t>(Cause::task);
      ready.a = top->id();
    }
  }
  recorder.current = nullptr;
}

void CallStack::clear() {
  while (!stack_.empty()) {
    const Ref<CallBase> top = std::move(stack_.back());
    stack_.pop_back();
    top->destroy_root();
  }
}

namespace detail {

void hand_over(std::coroutine_handle<> caller, Ref<CallBase> callee) {
  Loop& loop = callee->loop();
  Strand& strand = *loop.recorder().current;
  strand.resume_at = caller;
  if (strand.id() != kProgram) {
    Event& event = loop.recorder().record_here(Kind::task_suspended);
    event.code = static_cast<std::uint8_t>(Reason::call);
    event.a = callee->id();
  }
  loop.calls().push(std::move(callee));
}

}  // namespace detail

}  // namespace interleave
