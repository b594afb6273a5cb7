#include "runtime/lock.h"

#include "runtime/errors.h"
#include "runtime/mutation.h"

namespace interleave {

// The order of steps is CPython's (Lib/asyncio/locks.py, 3.11).

Coro<bool> Lock::State::acquire(Ref<State> state) {
  const bool fair = !mutated(Mutation::lock_lets_newcomers_barge);
  if (state->locked || (fair && !state->waiters.all_cancelled())) {
    const Ref<FutureBase> future = state->waiters.add(state->loop(), Cause::released);
    std::exception_ptr cancelled;
    try {
      FutureAwait woken(future, Reason::lock, state->id());
      co_await woken;
    } catch (const CancelledError&) {
      cancelled = std::current_exception();
    }
    state->waiters.remove(*future);
    if (cancelled) {
      if (!state->locked) {
        state->wake_up_first();
      }
      std::rethrow_exception(cancelled);
    }
  }
  state->locked = true;
  state->acquired(0);
  co_return true;
}

void Lock::State::give_back() {
  if (!locked) {
    throw Error("RuntimeError", "Lock is not acquired.");
  }
  locked = false;
  released(1);
  wake_up_first();
}

void Lock::State::wake_up_first() {
  if (FutureBase* first = waiters.first(); first != nullptr && !first->done()) {
    first->finish(actor());
  }
}

}  // namespace interleave
