#include "tests/random/accidents.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace interleave::random_programs {

using differential::Events;

namespace {

// Without what differs by accident: warnings, and the numbers that count them.
Events without_warnings(const Events& events) {
  Events out;
  for (nlohmann::ordered_json event : events) {
    if (event["kind"] != "warning") {
      event.erase("seq");
      event.erase("label");
      out.push_back(std::move(event));
    }
  }
  return out;
}

bool is_cut_off(const Events& events, const char* by) {
  const auto& last = events.back();
  return last["kind"] == "program_failed" && last["error"].get<std::string>().starts_with(by);
}

bool ends_at_the_limit(const Events& cpython, const Events& ours) {
  if (!is_cut_off(cpython, "the limit") && !is_cut_off(ours, "the limit")) {
    return false;
  }
  const Events a = without_warnings(cpython);
  const Events b = without_warnings(ours);
  const std::size_t shorter = std::min(a.size(), b.size()) - 1;  // its last says that it ends
  return std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(shorter), b.begin());
}

bool ends_in_a_deadlock(const Events& cpython, const Events& ours) {
  return is_cut_off(cpython, "deadlock") && without_warnings(cpython) == without_warnings(ours);
}

// The task in which a generator that was dropped is closed and that is cancelled before it starts.
std::optional<std::uint32_t> closing_cancelled_early(const Events& events) {
  std::set<std::uint32_t> closing;
  for (const auto& event : events) {
    const std::string kind = event["kind"];
    if (kind == "task_created" && event["coroutine"] == "aclose") {
      closing.insert(event["task"].get<std::uint32_t>());
    }
    if (kind == "task_started" && event.contains("thrown") &&
        closing.contains(event["task"].get<std::uint32_t>())) {
      return event["task"].get<std::uint32_t>();
    }
  }
  return std::nullopt;
}

bool closes_twice(const Events& cpython, const Events& ours) {
  const auto task = closing_cancelled_early(cpython);
  if (!task) {
    return false;
  }
  const Events a = without_warnings(cpython);
  const Events b = without_warnings(ours);
  const auto [differing, _] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return std::any_of(a.begin(), differing, [&task](const auto& event) {
    return event["kind"] == "task_resumed" && event["task"] == *task;
  });
}

constexpr std::array kAccidents = {
    Accident{
        "warnings before the limit of events",
        "CPython warns when its collector comes by. At the limit nothing is swept up any more, "
        "so some have been given and counted, and others have not.",
        ends_at_the_limit},
    Accident{"warnings before a deadlock",
             "The same: what is in a circle has been collected by then, or has not.",
             ends_in_a_deadlock},
    Accident{"an async generator's closing, cancelled before it starts",
             "What aclose() gives does not know that something was thrown into it first: it throws "
             "GeneratorExit at its next step, into the middle of the clean-up that runs already.",
             closes_twice},
};

}  // namespace

std::span<const Accident> accidents() { return kAccidents; }

}  // namespace interleave::random_programs
