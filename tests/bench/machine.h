#pragma once

#include <string>

namespace interleave::bench {

/// Where and when this runs: processor, cores, compiler, CPython, date.
[[nodiscard]] std::string this_machine();

}  // namespace interleave::bench
