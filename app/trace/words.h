#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/trace/trace.h"

/// Small change for sentences: names, counts, lists.
namespace interleave::words {

/// The parts one after the other.
template <class... Parts>
requires(std::convertible_to<const Parts&, std::string_view>&&...) [[nodiscard]] std::string
    say(const Parts&... parts) {
  std::string text;
  (text.append(std::string_view(parts)), ...);
  return text;
}

/// "1st", "2nd", "3rd", "11th".
[[nodiscard]] std::string ordinal(std::size_t n);
/// "1 task", "3 tasks".
[[nodiscard]] std::string count_of(std::size_t n, std::string_view noun);
/// "a", "a and b", "a, b and c"; of more than `most` the rest is counted: "a, b and 4 others".
[[nodiscard]] std::string list(const std::vector<std::string>& items, std::size_t most = 4);
/// The first letter as a capital.
[[nodiscard]] std::string capital(std::string text);

/// What a task is called in a sentence: its label, or its name where several have the same label.
/// "the program" for 0, "somebody" for no task.
[[nodiscard]] std::string task(const Trace& trace, TaskId id);
/// The same at the start of a sentence: "The program".
[[nodiscard]] std::string subject(const Trace& trace, TaskId id);
[[nodiscard]] std::string resource(const Trace& trace, ResourceId id);
/// The same with what it is: "the lock left", "the queue reports", "the future", "lock 2".
[[nodiscard]] std::string thing(const Trace& trace, ResourceId id);
/// "a slot of the semaphore chairs", "one of the slots".
[[nodiscard]] std::string slot(const Trace& trace, ResourceId id);
[[nodiscard]] std::string wait(const Trace& trace, WaitId id);
/// "job 3".
[[nodiscard]] std::string job(JobId id);

/// What a task does, as a noun after an amount of time: "1.6 s of reading and messages". A
/// coroutine called `reading_book` is "reading", `checking_messages` (things that can be counted)
/// "messages"; other names stand as they are.
[[nodiscard]] std::string doing(std::string_view coroutine);
/// What is waited for while such a task sleeps: `boiling_water` is "the water".
[[nodiscard]] std::string waited_for(std::string_view coroutine);

}  // namespace interleave::words
