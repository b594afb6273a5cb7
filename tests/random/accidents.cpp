#include "tests/random/accidents.h"

#include <algorithm>
#include <array>
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

constexpr std::array kAccidents = {
    Accident{
        "warnings before the limit of events",
        "CPython warns when its collector comes by. At the limit nothing is swept up any more, "
        "so some have been given and counted, and others have not.",
        ends_at_the_limit},
    Accident{"warnings before a deadlock",
             "The same: what is in a circle has been collected by then, or has not.",
             ends_in_a_deadlock},
};

}  // namespace

std::span<const Accident> accidents() { return kAccidents; }

}  // namespace interleave::random_programs
