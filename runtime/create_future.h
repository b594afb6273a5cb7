#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <utility>

#include "runtime/errors.h"
#include "runtime/future.h"
#include "runtime/repr.h"
#include "runtime/resource.h"

namespace interleave {

/// A future that the program itself makes and resolves (loop.create_future), reported as a
/// resource. A handle: copies are the same future.
template <class T>
class Future {
 public:
  Future(const Scope& scope, std::string_view name)
      : resource_(make_counted<Resource>(scope, ResourceType::future, name)),
        state_(make_counted<FutureOf<T>>(scope.loop())) {}

  [[nodiscard]] bool done() const { return state_->done(); }
  [[nodiscard]] bool cancelled() const { return state_->cancelled(); }
  /// Raises what it failed with, or CancelledError.
  [[nodiscard]] const T& result() const { return state_->result(); }

  /// Throws Error (InvalidStateError) if it is done.
  void set_result(T value) const {
    refuse_if_done();
    resource_->changed("resolved", std::nullopt, repr(value));
    state_->set_result(std::move(value), resource_->actor());
  }
  void set_exception(std::exception_ptr error) const {
    refuse_if_done();
    resource_->changed("failed", std::nullopt, describe(error));
    state_->fail(std::move(error), resource_->actor());
  }
  /// False if it was done.
  bool cancel() const {
    if (done()) {
      return false;
    }
    resource_->changed("cancelled", std::nullopt);
    return state_->cancel(resource_->actor());
  }

  struct Await : FutureAwait {
    Ref<FutureOf<T>> state;
    Await(const Ref<FutureOf<T>>& future, ResourceId resource)
        : FutureAwait(future, Reason::future, resource), state(future) {}
    T await_resume() const {
      FutureAwait::await_resume();
      return state->result();
    }
  };
  Await operator co_await() const { return Await(state_, resource_->id()); }

 private:
  void refuse_if_done() const {
    if (done()) {
      throw Error("InvalidStateError", "invalid state");
    }
  }

  Ref<Resource> resource_;
  Ref<FutureOf<T>> state_;
};

/// `name`: the variable it is known by in the listing.
template <class T>
[[nodiscard]] Future<T> create_future(const Scope& scope, std::string_view name = "future") {
  return Future<T>(scope, name);
}

}  // namespace interleave
