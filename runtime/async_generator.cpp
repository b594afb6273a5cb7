#include "runtime/async_generator.h"

#include <algorithm>

namespace interleave {

namespace {

Coro<> closing(Ref<AsyncGeneratorState> generator) {
  AcloseAwait closed(generator);
  std::exception_ptr raised;
  try {
    co_await closed;
  } catch (...) {
    raised = std::current_exception();
  }
  // The task has come to its end where the generator has.
  if (closed.has_run()) {
    generator->loop().recorder().current->top->line = generator->promise().frame().line;
  }
  if (raised) {
    std::rethrow_exception(raised);
  }
}

}  // namespace

void AsyncGeneratorPromiseBase::be_closed() {
  closing = true;
  if (const TaskBase* task = strand().as_task()) {
    closed_in_step_ = task->loop().recorder().step;
  }
}

// CPython 3.11 forgets to take back that it runs if an error thrown into who waits for its closing
// ends it: whoever asks for an item of it then is told that it is running.
void AsyncGeneratorPromiseBase::end() noexcept {
  const TaskBase* task = closed_in_step_ == 0 ? nullptr : strand().as_task();
  if (task != nullptr && task->step_began_with_error() &&
      closed_in_step_ != task->loop().recorder().step) {
    give_back();
  } else {
    pause();
  }
}

void AsyncGeneratorPromiseBase::raise_if_closing() {
  if (strand().throw_cancelled) {  // the task that closes it was cancelled before it began
    closing = false;
    strand().as_task()->throw_if_cancelled();
  }
  if (std::exchange(closing, false)) {
    throw GeneratorExit{};
  }
}

void AsyncGeneratorState::be_known() {
  if (!known_) {
    known_ = true;
    loop_->async_generators.push_back(this);
  }
}

void AsyncGeneratorState::check_idle(const char* what) const {
  if (promise_->running) {
    throw Error("RuntimeError", what);
  }
}

void AsyncGeneratorState::raise_its_error() {
  if (handle_.done() && promise_->error() && !std::exchange(error_taken_, true)) {
    std::rethrow_exception(promise_->error());
  }
}

void AsyncGeneratorState::dropped() {
  std::erase(loop_->async_generators, this);
  const bool unfinished = begun_ && !ended() && !closed_;
  if (!unfinished || loop_->closed || loop_->recorder().ended() != Recorder::Ended::no) {
    return;
  }
  const Ref<AsyncGeneratorState> self(this);
  const auto call = make_callback(CallbackKind::call, 0, [self] {
    const Ref<TaskBase> made = detail::close_in_task(self);  // the loop keeps it
  });
  loop_->call_soon(call);
}

bool AcloseAwait::await_ready() const {
  if (state_->ended()) {
    return true;
  }
  state_->check_idle("aclose(): asynchronous generator is already running");
  if (state_->closed()) {
    throw Error("StopAsyncIteration", "");
  }
  if (!state_->begun()) {
    state_->close_unbegun();
    return true;
  }
  return false;
}

void AcloseAwait::await_resume() {
  if (!has_run_) {
    return;
  }
  if (!state_->ended()) {
    throw Error("RuntimeError", "async generator ignored GeneratorExit");
  }
  try {
    state_->raise_its_error();
  } catch (const GeneratorExit&) {
    return;  // as it should
  }
}

namespace detail {

Ref<TaskBase> close_in_task(Ref<AsyncGeneratorState> generator) {
  Loop& loop = generator->loop();
  const std::uint16_t line = generator->promise().frame().def_line;
  Coro<> coro = closing(std::move(generator));
  coro.handle().promise().stand_in(loop.recorder().intern("aclose"), line);
  auto task = make_counted<TaskOf<void>>(loop, std::move(coro), TaskNames());
  task->take_early_cancellation();
  return task;
}

}  // namespace detail

}  // namespace interleave
