#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "runtime/event_log.h"
#include "tests/programs/node.h"

namespace interleave::random_programs {

/// How often something happened: `ran` counts what it reported, `suspended` how often a task gave
/// the thread up in it, `cancelled` how often a CancelledError was delivered to a task that waited
/// in it.
struct Counts {
  std::uint64_t ran = 0;
  std::uint64_t suspended = 0;
  std::uint64_t cancelled = 0;
};

/// What programs have exercised, counted from their traces.
class Exercised {
 public:
  /// `placed`: the program, its nodes with the lines that the trace has.
  void add(const programs::Node& placed, const EventLog& log);
  void add(const Exercised& other);

  [[nodiscard]] std::uint64_t programs() const { return programs_; }
  [[nodiscard]] std::uint64_t events() const { return events_; }
  /// By what stands in the program, numbers left out: "asyncio.gather", "lock.acquire",
  /// "async with condition", "except", "finally".
  [[nodiscard]] const std::map<std::string, Counts>& constructs() const { return constructs_; }
  /// By the names that traces have: "kind task_ready", "reason lock", "cause released",
  /// "callback gather", "timer wait_for", "resource lock acquired", "end deadlock".
  [[nodiscard]] const std::map<std::string, Counts>& told() const { return told_; }
  [[nodiscard]] Counts of(const std::string& name) const;
  /// Both tables as text.
  [[nodiscard]] std::string table() const;

 private:
  using Lines = std::vector<std::vector<std::string>>;
  void count_constructs(const Lines& lines, const EventLog& log);
  void count_told(const EventLog& log);

  std::uint64_t programs_ = 0;
  std::uint64_t events_ = 0;
  std::map<std::string, Counts> constructs_;
  std::map<std::string, Counts> told_;
};

}  // namespace interleave::random_programs
