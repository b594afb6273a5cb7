#pragma once

#include <cstdint>

#include "runtime/counted.h"
#include "runtime/event.h"

namespace interleave {

/// What stands in the ready queue: a task's step, or a callback.
class Handle {
 public:
  enum class What : std::uint8_t { task_step, callback };

  explicit Handle(What what) : what_(what) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  [[nodiscard]] What what() const { return what_; }

 protected:
  ~Handle() = default;

 private:
  What what_;
};

/// A handle that is no task's step: a timer's, a gather's, a group's, `call_soon`'s. The loop
/// records `callback_ran` before it runs, or `callback_skipped` if it was cancelled.
class Callback : public Counted, public Handle {
 public:
  Callback(CallbackKind kind, std::uint32_t of) : Handle(What::callback), kind_(kind), of_(of) {}

  virtual void run() = 0;
  [[nodiscard]] CallbackKind kind() const { return kind_; }
  [[nodiscard]] std::uint32_t of() const { return of_; }
  [[nodiscard]] bool cancelled() const { return cancelled_; }
  void cancel() { cancelled_ = true; }

 protected:
  void set_of(std::uint32_t of) { of_ = of; }

 private:
  CallbackKind kind_;
  std::uint32_t of_;
  bool cancelled_ = false;
};

/// A callback made of a function object.
template <class Function>
class FunctionCallback final : public Callback {
 public:
  FunctionCallback(CallbackKind kind, std::uint32_t of, Function function)
      : Callback(kind, of), function_(std::move(function)) {}
  void run() override { function_(); }

 private:
  Function function_;
};

template <class Function>
[[nodiscard]] Ref<Callback> make_callback(CallbackKind kind, std::uint32_t of, Function function) {
  return Ref<Callback>(new FunctionCallback<Function>(kind, of, std::move(function)));
}

}  // namespace interleave
