#pragma once

#include <coroutine>
#include <cstdint>

#include "runtime/event.h"

namespace interleave {

class TaskBase;

/// Where one coroutine of the listing stands in it.
struct Frame {
  Frame* outer = nullptr;
  TextId name = kNoText;
  TextId label = kNoText;
  std::uint16_t def_line = 0;
  std::uint16_t line = 0;
};

/// A chain of coroutines that await each other, run as one: a task, a call, or the program itself.
///
/// Control passes between them by way of drive(), a trampoline: whoever hands over leaves the next
/// handle in `next` and returns. The stack therefore does not grow however long a chain of awaits
/// is, with any compiler and at any level of optimization, where symmetric transfer needs tail
/// calls.
class Strand {
 public:
  /// `task`: this as a task of the loop; nullptr for a call and for the program itself.
  explicit Strand(TaskId id, TaskBase* task = nullptr) : task_(task), id_(id) {}
  Strand(const Strand&) = delete;
  Strand& operator=(const Strand&) = delete;

  [[nodiscard]] TaskId id() const { return id_; }
  [[nodiscard]] TaskBase* as_task() const { return task_; }
  /// The line on which the innermost frame of the listing stands; 0 without one.
  [[nodiscard]] std::uint16_t line() const { return top == nullptr ? std::uint16_t{0} : top->line; }

  /// Runs until nobody hands over: a suspension, or the end.
  void drive(std::coroutine_handle<> first) {
    std::coroutine_handle<> handle = first;
    do {
      next = nullptr;
      handle.resume();
      handle = next;
    } while (handle);
  }

  /// Whoever runs next in this chain.
  std::coroutine_handle<> next;
  /// Where to go on after a suspension.
  std::coroutine_handle<> resume_at;
  /// The innermost frame of the listing.
  Frame* top = nullptr;

 protected:
  ~Strand() = default;

 private:
  TaskBase* task_;
  TaskId id_;

 public:
  /// A cancellation is to be thrown out of the suspension that is being resumed.
  bool throw_cancelled = false;
};

}  // namespace interleave
