#pragma once

#include <cstddef>

namespace interleave::bench {

/// The least that switching can cost: a power-of-two array of coroutine handles, resumed in turn.
/// It records nothing and knows no time. Resumes `tasks` coroutines `yields` times each.
void run_bare_ring(std::size_t tasks, std::size_t yields);

}  // namespace interleave::bench
