#pragma once

#include <utility>

#include "runtime/coro.h"
#include "runtime/errors.h"
#include "runtime/event.h"
#include "runtime/strand.h"

namespace interleave::programs {

/// A thread of control that is no task.
class Alone final : public Strand {
 public:
  Alone() : Strand(kProgram) {}
};

/// Runs a coroutine of the library's that suspends nowhere, to its end, for code that is none
/// itself.
template <class T>
T at_once(Coro<T> coro) {
  Alone strand;
  coro.handle().promise().begin_in(strand);
  strand.drive(coro.handle());
  if (!coro.done()) {
    throw Error("RuntimeError", "await where nothing can be awaited");
  }
  return coro.handle().promise().take();
}

}  // namespace interleave::programs
