#include "tests/programs/spending.h"

#include "runtime/executor.h"

namespace interleave::programs {

void say(Activation& here, const std::string& text) {
  if (here.machine.job != nullptr) {
    here.machine.job->print(text);
  } else {
    here.scope.print(text);
  }
}

void spend_working(Activation& here, Duration duration) {
  if (here.machine.job != nullptr) {
    here.machine.job->work(duration);
  } else {
    here.scope.work(duration);
  }
}

void spend_blocked(Activation& here, Duration duration) {
  if (here.machine.job != nullptr) {
    here.machine.job->block(duration);
  } else {
    here.scope.block(duration);
  }
}

}  // namespace interleave::programs
