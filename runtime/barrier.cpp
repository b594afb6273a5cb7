#include "runtime/barrier.h"

#include <exception>

#include "runtime/errors.h"

namespace interleave {

// The order of steps is CPython's (Lib/asyncio/locks.py, 3.11). Its condition is left out: nobody
// ever suspends with that one's lock taken, so it is always free.

Barrier::Barrier(const Scope& scope, std::int64_t parties, std::string_view name) {
  if (parties < 1) {
    throw Error("ValueError", "parties must be > 0");
  }
  state_ = make_counted<State>(scope, parties, name);
}

Coro<std::int64_t> Barrier::State::wait(Ref<State> state) {
  while (state->stage_ == Stage::draining || state->stage_ == Stage::resetting) {
    Coro<> changed = until_notified(state);
    co_await changed;
  }
  if (state->stage_ == Stage::broken) {
    throw Error("BrokenBarrierError", "Barrier aborted");
  }
  const std::int64_t place = state->count_;
  state->set_count(place + 1);
  std::exception_ptr raised;
  if (place + 1 == state->parties_) {
    state->set_stage(Stage::draining);
    state->notify_all();
  } else {
    try {
      while (state->stage_ == Stage::filling) {
        Coro<> changed = until_notified(state);
        co_await changed;
      }
      if (state->stage_ != Stage::draining) {
        throw Error("BrokenBarrierError", "Abort or reset of barrier");
      }
    } catch (const std::exception&) {
      raised = std::current_exception();
    }
  }
  state->leave();
  if (raised) {
    std::rethrow_exception(raised);
  }
  co_return place;
}

Coro<> Barrier::State::until_notified(Ref<State> state) {
  const Ref<FutureBase> future = state->waiters_.add(state->loop(), Cause::notified);
  std::exception_ptr cancelled;
  try {
    FutureAwait notified(future, Reason::barrier, state->id());
    co_await notified;
  } catch (const CancelledError&) {
    cancelled = std::current_exception();
  }
  state->waiters_.remove(*future);
  if (cancelled) {
    std::rethrow_exception(cancelled);
  }
}

void Barrier::State::leave() {
  set_count(count_ - 1);
  if (count_ == 0) {
    if (stage_ == Stage::resetting || stage_ == Stage::draining) {
      set_stage(Stage::filling);
    }
    notify_all();
  }
}

Coro<> Barrier::State::reset(Ref<State> state) {
  state->set_stage(state->count_ > 0 ? Stage::resetting : Stage::filling);
  state->notify_all();
  co_return;
}

Coro<> Barrier::State::abort(Ref<State> state) {
  state->set_stage(Stage::broken);
  state->notify_all();
  co_return;
}

void Barrier::State::set_count(std::int64_t count) {
  const bool more = count > count_;
  count_ = count;
  if (stage_ == Stage::filling) {
    changed(more ? "arrived" : "left", count);
  }
}

void Barrier::State::set_stage(Stage stage) {
  const Stage before = stage_;
  stage_ = stage;
  if (stage == before) {
    return;
  }
  if (stage == Stage::draining) {
    changed("tripped", 0);
  } else if (stage == Stage::broken) {
    changed("aborted", 0);
  } else if (stage == Stage::resetting || before == Stage::broken) {
    changed("reset", 0);  // not when those who have come have all gone
  }
}

void Barrier::State::notify_all() {
  const Cause cause = stage_ == Stage::draining ? Cause::tripped : Cause::notified;
  const auto waiting = waiters_.all();
  for (const auto& future : waiting) {
    if (!future->done()) {
      future->finish(cause, actor());
    }
  }
}

}  // namespace interleave
