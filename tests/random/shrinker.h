#pragma once

#include <functional>
#include <vector>

#include "tests/programs/node.h"

namespace interleave::random_programs {

/// Which of some programs still fail, in their order.
using StillFail = std::function<std::vector<bool>(const std::vector<programs::Node>&)>;

/// A small program that still fails, by way of ever smaller ones: statements left out, blocks
/// unwrapped, arguments dropped, numbers made smaller. Asks about at most `most` programs, many at
/// a time.
[[nodiscard]] programs::Node shrunk(programs::Node program, const StillFail& still_fail, int most);

/// The programs that one simplification makes of it, the smallest first.
[[nodiscard]] std::vector<programs::Node> simpler(const programs::Node& program);

/// How many nodes it has.
[[nodiscard]] int size_of(const programs::Node& program);

}  // namespace interleave::random_programs
