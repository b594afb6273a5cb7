#pragma once

#include <functional>
#include <utility>

#include "runtime/awaitable.h"
#include "runtime/clock.h"
#include "runtime/handle.h"
#include "runtime/scope.h"
#include "runtime/timer.h"

namespace interleave {

/// What a plain function of the listing does when the loop calls it: its scope stands on its `def`
/// until it says otherwise. What it does is the program's own (task 0).
using LoopFunction = std::function<void(Scope&)>;

/// A call that the loop is to make (asyncio.Handle, TimerHandle).
class LoopCall {
 public:
  LoopCall(Ref<Callback> callback, Ref<Timer> timer)
      : callback_(std::move(callback)), timer_(std::move(timer)) {}
  /// It is not made any more; nothing if it has been.
  void cancel() const;
  [[nodiscard]] bool cancelled() const { return callback_->cancelled(); }
  [[nodiscard]] const Ref<Callback>& callback() const { return callback_; }

 private:
  Ref<Callback> callback_;
  Ref<Timer> timer_;
};

/// loop.call_soon: `function` is called in the next iteration. `def`: s.def("its name").
LoopCall call_soon(const Scope& scope, const Scope& def, LoopFunction function);
/// loop.call_later: so long from now; a timer also where that is no time at all.
LoopCall call_later(const Scope& scope, Duration delay, const Scope& def, LoopFunction function);
/// loop.call_at: at that time on the loop's clock.
LoopCall call_at(const Scope& scope, Duration when, const Scope& def, LoopFunction function);
/// The same of what is no function of the listing (future.set_result, task.cancel): it stands on no
/// line.
LoopCall call_soon(const Scope& scope, std::function<void()> function);
LoopCall call_later(const Scope& scope, Duration delay, std::function<void()> function);
LoopCall call_at(const Scope& scope, Duration when, std::function<void()> function);

namespace detail {
LoopCall add_done_callback(FutureBase& future, const Scope& def, LoopFunction function);
}  // namespace detail

/// future.add_done_callback: called in the iteration after the one in which the future is done.
template <CanBeAwaited F>
LoopCall add_done_callback(const F& future, const Scope& def, LoopFunction function) {
  return detail::add_done_callback(*any_future(future).state(), def, std::move(function));
}
/// future.remove_done_callback: it is not called, unless the future was done before.
template <CanBeAwaited F>
void remove_done_callback(const F& future, const LoopCall& call) {
  any_future(future).state()->remove_callback(*call.callback());
}

}  // namespace interleave
