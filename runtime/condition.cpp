#include "runtime/condition.h"

#include <exception>

#include "runtime/errors.h"

namespace interleave {

// The order of steps is CPython's (Lib/asyncio/locks.py, 3.11).

Condition::Condition(const Scope& scope, std::string_view name) {
  auto own = make_counted<Lock::State>(scope, ResourceType::condition, name);
  state_ = make_counted<State>(own, Lock(own));
}

Condition::Condition(const Scope& scope, const Lock& lock, std::string_view name)
    : state_(make_counted<State>(make_counted<Resource>(scope, ResourceType::condition, name),
                                 lock)) {}

Coro<bool> Condition::State::wait(Ref<State> state) {
  if (!state->lock_.locked()) {
    throw Error("RuntimeError", "cannot wait on un-acquired lock");
  }
  state->lock_.release();
  const Ref<FutureBase> future = state->waiters_.add(state->loop(), Cause::notified);
  std::exception_ptr cancelled;
  try {
    FutureAwait notified(future, Reason::condition, state->resource_->id());
    co_await notified;
  } catch (const CancelledError&) {
    cancelled = std::current_exception();
  }
  state->waiters_.remove(*future);
  while (true) {
    try {
      Coro<bool> taken = state->lock_.acquire();
      co_await taken;
      break;
    } catch (const CancelledError&) {
      // Not before the lock is taken again, and then anew.
      cancelled = std::make_exception_ptr(CancelledError());
    }
  }
  if (cancelled) {
    std::rethrow_exception(cancelled);
  }
  co_return true;
}

void Condition::State::notify(std::int64_t count) {
  if (!lock_.locked()) {
    throw Error("RuntimeError", "cannot notify on un-acquired lock");
  }
  resource_->changed("notified", 0);
  const auto waiting = waiters_.all();
  for (const auto& future : waiting) {
    if (count <= 0) {
      break;
    }
    if (!future->done()) {
      --count;
      future->finish(resource_->actor());
    }
  }
}

}  // namespace interleave
