#pragma once

#include <string>

#include "runtime/clock.h"
#include "tests/programs/machine.h"

namespace interleave::programs {

/// What the code that runs does with its time, and says: on the loop's thread, or in a job.
void say(Activation& here, const std::string& text);
void spend_working(Activation& here, Duration duration);
void spend_blocked(Activation& here, Duration duration);

}  // namespace interleave::programs
