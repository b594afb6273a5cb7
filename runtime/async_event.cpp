#include "runtime/async_event.h"

#include "runtime/errors.h"

namespace interleave {

Coro<bool> AsyncEvent::State::wait(Ref<State> state) {
  if (state->is_set) {
    co_return true;
  }
  const Ref<FutureBase> future = state->waiters.add(state->loop(), Cause::set);
  std::exception_ptr cancelled;
  try {
    FutureAwait woken(future, Reason::event, state->id());
    co_await woken;
  } catch (const CancelledError&) {
    cancelled = std::current_exception();
  }
  state->waiters.remove(*future);
  if (cancelled) {
    std::rethrow_exception(cancelled);
  }
  co_return true;
}

void AsyncEvent::State::set() {
  if (is_set) {
    return;
  }
  is_set = true;
  changed("set", 1);
  const auto waiting = waiters.all();
  for (const auto& future : waiting) {
    if (!future->done()) {
      future->finish(actor());
    }
  }
}

void AsyncEvent::State::clear() {
  if (is_set) {
    is_set = false;
    changed("cleared", 0);
  }
}

}  // namespace interleave
