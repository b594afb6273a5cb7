#pragma once

#include "runtime/coro.h"
#include "scenarios/scenario.h"

namespace interleave {

/// Reading a book and checking messages, as several scenarios have them. Each gives the thread up
/// after every page or message but the last: to the loop, to whoever called next(), or not at all.
enum class Turns : std::uint8_t { none, sleep0, yield };

[[nodiscard]] Coro<> reading_book(Scope s, Settings p, Turns turns);
[[nodiscard]] Coro<> checking_messages(Scope s, Settings p, Turns turns);

}  // namespace interleave
