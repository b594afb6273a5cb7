#pragma once

#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "runtime/errors.h"
#include "runtime/future.h"
#include "runtime/repr.h"
#include "runtime/resource.h"

namespace interleave {

namespace detail {

/// What a future of the program reports: its making, and what becomes of it.
class OwnFutureReport {
 public:
  OwnFutureReport(const Scope& scope, std::string_view name)
      : resource_(make_counted<Resource>(scope, ResourceType::future, name)) {}
  void became(std::string_view action, std::string_view item = {}) const {
    resource_->changed(action, std::nullopt, item);
  }
  [[nodiscard]] const Resource& resource() const { return *resource_; }
  [[nodiscard]] WaitInfo as_awaited() const;

 private:
  Ref<Resource> resource_;
};

template <class T>
class OwnFuture final : public FutureOf<T> {
 public:
  OwnFuture(const Scope& scope, std::string_view name)
      : FutureOf<T>(scope.loop()), report_(scope, name) {}

  /// Also when it is its waiter that is cancelled.
  bool cancel(TaskId by) override {
    if (!this->done()) {
      report_.became("cancelled");
    }
    return FutureBase::cancel(by);
  }
  using FutureBase::cancel;
  [[nodiscard]] Suspension suspension() override {
    return {Reason::future, report_.resource().id(), 0};
  }
  [[nodiscard]] WaitInfo as_awaited() override { return report_.as_awaited(); }
  [[nodiscard]] const OwnFutureReport& report() const { return report_; }

 private:
  OwnFutureReport report_;
};

}  // namespace detail

/// A future that the program itself makes and resolves (loop.create_future), reported as a
/// resource. A handle: copies are the same future.
template <class T>
class Future {
 public:
  Future(const Scope& scope, std::string_view name)
      : state_(make_counted<detail::OwnFuture<T>>(scope, name)) {}
  /// Another handle of it.
  explicit Future(Ref<detail::OwnFuture<T>> state) : state_(std::move(state)) {}

  [[nodiscard]] bool done() const { return state_->done(); }
  [[nodiscard]] bool cancelled() const { return state_->cancelled(); }
  /// Raises what it failed with, CancelledError, or Error (InvalidStateError) while it is pending.
  [[nodiscard]] const T& result() const { return state_->result(); }
  /// What it failed with, or null; see FutureBase::exception.
  [[nodiscard]] std::exception_ptr exception() const { return state_->exception(); }

  /// Throws Error (InvalidStateError) if it is done.
  void set_result(T value) const {
    refuse_if_done();
    state_->report().became("resolved", repr(value));
    state_->set_result(std::move(value), state_->report().resource().actor());
  }
  /// Throws Error (InvalidStateError) if it is done.
  void set_exception(std::exception_ptr error) const {
    refuse_if_done();
    state_->report().became("failed", describe(error));
    state_->fail(std::move(error), state_->report().resource().actor());
  }
  /// False if it was done.
  bool cancel() const { return state_->cancel(); }
  bool cancel(std::string_view message) const { return state_->cancel_saying(message); }
  [[nodiscard]] const Ref<detail::OwnFuture<T>>& state() const { return state_; }

  struct Await : FutureAwait {
    Ref<detail::OwnFuture<T>> state;
    explicit Await(const Ref<detail::OwnFuture<T>>& future) : FutureAwait(future), state(future) {}
    T await_resume() const {
      FutureAwait::await_resume();
      return state->result();
    }
  };
  Await operator co_await() const { return Await(state_); }

 private:
  // Says of itself what Python's repr of it says.
  void refuse_if_done() const {
    if (!done()) {
      return;
    }
    if (cancelled()) {
      throw Error("InvalidStateError", "CANCELLED: <Future cancelled>");
    }
    throw Error("InvalidStateError",
                "FINISHED: <Future finished " +
                    (state_->error() ? "exception=" + repr(state_->error())
                                     : "result=" + none_or(repr(state_->result()))) +
                    ">");
  }
  static std::string none_or(const std::string& text) { return text.empty() ? "None" : text; }

  Ref<detail::OwnFuture<T>> state_;
};

/// `name`: the variable it is known by in the listing.
template <class T>
[[nodiscard]] Future<T> create_future(const Scope& scope, std::string_view name = "future") {
  return Future<T>(scope, name);
}

}  // namespace interleave
