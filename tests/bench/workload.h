#pragma once

#include <functional>
#include <string>

#include "runtime/coro.h"
#include "runtime/event_log.h"
#include "runtime/scope.h"

namespace interleave::bench {

/// What a program's main times of itself, as CPython's counterpart does: neither the making of the
/// program nor its taking apart.
class Stopwatch {
 public:
  void start();
  void stop();
  [[nodiscard]] double ns() const { return ns_; }

 private:
  double started_ = 0;
  double ns_ = 0;
};

/// A program of one `def`, `main`, that stands on its lines by number; `worker` is the def of the
/// tasks that it makes. Its events are all recorded, on the virtual clock.
struct Workload {
  std::function<Coro<>(Scope main, Scope worker, Stopwatch& watch)> main;
  EventLog::Retention retention = EventLog::Retention::keep;
};

/// Runs it to its end; nanoseconds between start and stop, divided by `operations`. Throws
/// std::runtime_error if it does not finish.
[[nodiscard]] double run(const Workload& workload, double operations);

/// Runs a Python program that prints a number, with its arguments in sys.argv; 0 without python3.
/// In it `start()` and `stop(operations)`, which prints nanoseconds an operation, are there.
[[nodiscard]] double run_python(const std::string& program, const std::string& arguments);

}  // namespace interleave::bench
