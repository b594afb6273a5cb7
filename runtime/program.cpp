#include "runtime/program.h"

namespace interleave {

namespace {

// Drives until the log's last event satisfies `reached` for the events appended since.
template <class Reached>
bool drive_until(Program& program, Reached reached) {
  const auto log = program.log();
  std::uint64_t seen = log->size();
  while (program.run_handle()) {
    for (; seen < log->size(); ++seen) {
      if (reached((*log)[seen])) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

bool Program::run_step() {
  return drive_until(*this, [](const Event& event) {
    return event.kind == Kind::task_suspended || is_end(event.kind);
  });
}

bool Program::run_iteration() {
  do {
    if (!run_handle()) {
      return false;
    }
  } while (!between_iterations());
  return true;
}

bool Program::run_until(std::int64_t t_ns) {
  return drive_until(*this, [t_ns](const Event& event) { return event.t_ns >= t_ns; });
}

void Program::run_to_end() {
  while (run_handle()) {
  }
}

}  // namespace interleave
