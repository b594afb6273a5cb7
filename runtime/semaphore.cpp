#include "runtime/semaphore.h"

#include "runtime/errors.h"
#include "runtime/mutation.h"

namespace interleave {

// The order of steps is CPython's (Lib/asyncio/locks.py, 3.11).

Semaphore::Semaphore(const Scope& scope, std::int64_t value, std::string_view name, bool bounded) {
  if (value < 0) {
    throw Error("ValueError", "Semaphore initial value must be >= 0");
  }
  state_ = make_counted<State>(scope, value, name, bounded);
}

Semaphore::State::State(const Scope& scope, std::int64_t initial, std::string_view name,
                        bool has_bound)
    : Resource(scope, ResourceType::semaphore, name, initial),
      value(initial),
      bound(initial),
      bounded(has_bound) {}

Coro<bool> Semaphore::State::acquire(Ref<State> state) {
  if (!state->locked()) {
    --state->value;
    state->acquired(state->value);
    co_return true;
  }
  const Ref<FutureBase> future = state->waiters.add(state->loop(), Cause::released);
  std::exception_ptr cancelled;
  try {
    FutureAwait woken(future, Reason::semaphore, state->id());
    co_await woken;
  } catch (const CancelledError&) {
    cancelled = std::current_exception();
  }
  state->waiters.remove(*future);
  if (cancelled) {
    if (!future->cancelled()) {  // the slot that was meant for it goes to the next
      ++state->value;
      state->wake_up_next();
    }
    std::rethrow_exception(cancelled);
  }
  if (state->value > 0) {
    state->wake_up_next();
  }
  state->acquired(state->value);
  co_return true;
}

void Semaphore::State::give_back() {
  if (bounded && value >= bound) {
    throw Error("ValueError", "BoundedSemaphore released too many times");
  }
  ++value;
  released(value);
  wake_up_next();
  if (mutated(Mutation::semaphore_wakes_two)) {
    wake_up_next();
  }
}

void Semaphore::State::wake_up_next() {
  if (FutureBase* next = waiters.first_pending()) {
    --value;
    next->finish(actor());
  }
}

}  // namespace interleave
