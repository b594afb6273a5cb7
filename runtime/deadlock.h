#pragma once

#include <string>

namespace interleave {

class Loop;

/// What is said when nothing is ready, nor will be: who waits for whom.
///
///     deadlock: a holds left, waits for right, held by b, which waits for left
///     deadlock: main waits for gather; consumer waits for orders
///
/// A cycle of those who hold what the next one waits for goes before all else; it begins with the
/// task of the lowest id that is in one. A lock's holder is the one that took it first.
[[nodiscard]] std::string describe_deadlock(const Loop& loop);

}  // namespace interleave
