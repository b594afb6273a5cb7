#include "tests/random/accidents.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace interleave::random_programs {

using differential::Events;
using programs::Node;
using programs::NodeKind;

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

std::multiset<std::string> warnings_of(const Events& events) {
  std::multiset<std::string> out;
  for (const auto& event : events) {
    if (event["kind"] == "warning") {
      out.insert(event["text"].get<std::string>());
    }
  }
  return out;
}

bool same_warnings(const Events& cpython, const Events& ours) {
  return warnings_of(cpython) == warnings_of(ours);
}

bool is_cut_off(const Events& events, const char* by) {
  const auto& last = events.back();
  return last["kind"] == "program_failed" && last["error"].get<std::string>().starts_with(by);
}

bool ends_at_the_limit(const Node& /*program*/, const Events& cpython, const Events& ours) {
  if (!is_cut_off(cpython, "the limit") && !is_cut_off(ours, "the limit")) {
    return false;
  }
  const Events a = without_warnings(cpython);
  const Events b = without_warnings(ours);
  const std::size_t shorter = std::min(a.size(), b.size()) - 1;  // its last says that it ends
  return std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(shorter), b.begin());
}

bool ends_in_a_deadlock(const Node& /*program*/, const Events& cpython, const Events& ours) {
  return is_cut_off(cpython, "deadlock") && without_warnings(cpython) == without_warnings(ours);
}

// The tasks in which a generator that was dropped is closed and that are cancelled before they
// start.
std::set<std::uint32_t> closings_cancelled_early(const Events& events) {
  std::set<std::uint32_t> closing;
  std::set<std::uint32_t> early;
  for (const auto& event : events) {
    const std::string kind = event["kind"];
    if (kind == "task_created" && event["coroutine"] == "aclose") {
      closing.insert(event["task"].get<std::uint32_t>());
    }
    if (kind == "task_started" && event.contains("thrown") &&
        closing.contains(event["task"].get<std::uint32_t>())) {
      early.insert(event["task"].get<std::uint32_t>());
    }
  }
  return early;
}

bool closes_twice(const Node& /*program*/, const Events& cpython, const Events& ours) {
  const std::set<std::uint32_t> early = closings_cancelled_early(cpython);
  const Events a = without_warnings(cpython);
  const Events b = without_warnings(ours);
  const auto [differing, _] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return std::any_of(a.begin(), differing, [&early](const nlohmann::ordered_json& event) {
    return event["kind"] == "task_resumed" && early.contains(event["task"].get<std::uint32_t>());
  });
}

constexpr int kDeepNest = 3;

// An `if` with an `else`.
bool has_two_ways(const Node& statement) {
  return statement.kind == NodeKind::if_ &&
         std::count_if(statement.children.begin(), statement.children.end(), [](const Node& part) {
           return part.kind == NodeKind::block && !part.children.empty();
         }) == 2;
}

// How many try and with statements end where the block does, one within the other. So does an
// `except … as name`, which takes the name back, and a branch that joins another.
int nested_at_the_end(const Node& statement) {
  const bool counts = statement.kind == NodeKind::try_ || statement.kind == NodeKind::with ||
                      statement.kind == NodeKind::async_with || has_two_ways(statement) ||
                      (statement.kind == NodeKind::handler && !statement.text.empty());
  if (!counts && statement.kind != NodeKind::if_ && statement.kind != NodeKind::handler) {
    return 0;
  }
  int deepest = 0;
  for (const Node& part : statement.children) {
    if (part.kind == NodeKind::block && !part.children.empty()) {
      deepest = std::max(deepest, nested_at_the_end(part.children.back()));
    } else if (part.kind == NodeKind::handler) {
      deepest = std::max(deepest, nested_at_the_end(part));
    }
  }
  return deepest + (counts ? 1 : 0);
}

int last_line_of(const Node& node) {
  int last = node.line;
  for (const Node& child : node.children) {
    last = std::max(last, last_line_of(child));
  }
  return last;
}

/// The lines of the statement with which a coroutine ends.
struct Lines {
  int first = 0;
  int last = 0;
  [[nodiscard]] bool hold(const nlohmann::ordered_json& event) const {
    return event.contains("line") && event["line"] >= first && event["line"] <= last;
  }
};

// Of each coroutine that ends with so deep a nest, by its name.
std::map<std::string, Lines> deep_nests(const Node& program) {
  std::map<std::string, Lines> out;
  for (const Node& one : program.children) {
    if (one.kind == NodeKind::async_def && !one.child(1).children.empty()) {
      const Node& last = one.child(1).children.back();
      if (nested_at_the_end(last) >= kDeepNest) {
        out[one.text] = {last.line, last_line_of(last)};
      }
    }
  }
  return out;
}

// Which coroutine is at its end, without an error, with this event; empty if none.
std::string ending_coroutine(const nlohmann::ordered_json& event,
                             const std::map<std::uint32_t, std::string>& coroutines) {
  if (event["kind"] == "coroutine_left" && !event.contains("error")) {
    return event["name"];
  }
  if (event["kind"] == "task_finished") {
    const auto known = coroutines.find(event["task"].get<std::uint32_t>());
    return known == coroutines.end() ? "" : known->second;
  }
  return {};
}

bool equal_but_for_the_line(nlohmann::ordered_json a, nlohmann::ordered_json b) {
  a.erase("line");
  b.erase("line");
  return a == b;
}

bool returns_from_elsewhere(const Node& program, const Events& cpython, const Events& ours) {
  const std::map<std::string, Lines> nests = deep_nests(program);
  const Events a = without_warnings(cpython);
  const Events b = without_warnings(ours);
  if (nests.empty() || a.size() != b.size()) {
    return false;
  }
  std::map<std::uint32_t, std::string> coroutines;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i]["kind"] == "task_created") {
      coroutines[a[i]["task"].get<std::uint32_t>()] = a[i]["coroutine"];
    }
    if (a[i] == b[i]) {
      continue;
    }
    const auto nest = nests.find(ending_coroutine(a[i], coroutines));
    if (!equal_but_for_the_line(a[i], b[i]) || nest == nests.end() || !nest->second.hold(a[i]) ||
        !nest->second.hold(b[i])) {
      return false;
    }
  }
  return same_warnings(cpython, ours);
}

// An exception has come out of a coroutine with this event.
bool is_raised_out(const nlohmann::ordered_json& event) {
  return event["kind"] == "task_failed" || event["kind"] == "task_cancelled" ||
         (event["kind"] == "coroutine_left" && event.contains("error"));
}

bool raises_from_nowhere(const Node& /*program*/, const Events& cpython, const Events& ours) {
  const Events a = without_warnings(cpython);
  const Events b = without_warnings(ours);
  return same_warnings(cpython, ours) &&
         std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& there, const auto& here) {
                      return there == here || (is_raised_out(there) && !there.contains("line") &&
                                               equal_but_for_the_line(there, here));
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
    Accident{"the line of a return that nobody has written",
             "Behind three and more try, with or if-else statements that end together, its "
             "compiler gives "
             "the return the line of what stands before it in the code: a handler that has not "
             "run.",
             returns_from_elsewhere},
    Accident{"an exception that goes on from no line",
             "Where a finally ends with an except with a name, and that with a finally, its "
             "compiler gives the raising again no line at all if several ways lead there.",
             raises_from_nowhere},
};

}  // namespace

std::span<const Accident> accidents() { return kAccidents; }

}  // namespace interleave::random_programs
