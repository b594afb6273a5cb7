#pragma once

#include <exception>
#include <string_view>
#include <utility>

#include "runtime/future.h"

namespace interleave {

/// Any future with a result of type T, whatever its kind: a task, a future of the program, a
/// gather, a shield. A handle: copies are the same future. Awaiting it gives its result.
template <class T>
class AnyFuture {
 public:
  /// `reads` gives the result of that future once it is there.
  using Read = T (*)(const FutureBase& future);
  AnyFuture(Ref<FutureBase> future, Read reads) : future_(std::move(future)), read_(reads) {}

  [[nodiscard]] bool done() const { return future_->done(); }
  [[nodiscard]] bool cancelled() const { return future_->cancelled(); }
  /// Raises what it failed with, CancelledError, or Error (InvalidStateError) while it is pending.
  [[nodiscard]] T result() const {
    future_->raise_if_failed();
    return read_(*future_);
  }
  /// What it failed with, or null; see FutureBase::exception.
  [[nodiscard]] std::exception_ptr exception() const { return future_->exception(); }
  /// Asks for its cancellation, at the line of the code that has the thread; false if it was done.
  bool cancel() const { return future_->cancel(); }
  bool cancel(std::string_view message) const { return future_->cancel_saying(message); }
  [[nodiscard]] const Ref<FutureBase>& state() const { return future_; }
  [[nodiscard]] Read read() const { return read_; }

  struct Await : FutureAwait {
    Read read;
    Await(Ref<FutureBase> future, Read reads) : FutureAwait(std::move(future)), read(reads) {}
    T await_resume() const {
      FutureAwait::await_resume();
      return read(future());
    }
  };
  Await operator co_await() const { return Await(future_, read_); }

  /// The same future.
  friend bool operator==(const AnyFuture& a, const AnyFuture& b) {
    return a.future_.get() == b.future_.get();
  }

 private:
  Ref<FutureBase> future_;
  Read read_;
};

}  // namespace interleave
