#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "runtime/event_log.h"
#include "tests/programs/node.h"
#include "tests/random/exercised.h"

namespace interleave::random_programs {

/// A program that our runtime runs otherwise than CPython.
struct Differing {
  /// Which of those that were asked about.
  std::size_t at = 0;
  /// The first difference.
  std::string told;
};

struct Compared {
  std::vector<Differing> differing;
  /// How many differ by an accident of CPython's that is known (accidents.h).
  std::size_t by_accident = 0;
  Exercised exercised;
};

/// Programs, and what CPython does with each.
class Judged {
 public:
  /// Nothing if the `python3` here is no 3.11, after saying so.
  [[nodiscard]] static std::optional<Judged> of(std::vector<programs::Node> programs);

  [[nodiscard]] std::size_t size() const { return placed_.size(); }
  /// What came of running one on our runtime.
  struct Outcome {
    /// The first difference; empty if there is none.
    std::string difference;
    /// There was one, by an accident of CPython's.
    bool by_accident = false;
  };
  /// Runs it. What it exercised is counted if `exercised` is not null.
  [[nodiscard]] Outcome run(std::size_t at, Exercised* exercised) const;
  /// CPython's trace of one.
  [[nodiscard]] const std::string& trace(std::size_t at) const { return traces_[at]; }

 private:
  std::vector<programs::Node> placed_;
  std::vector<std::string> texts_;
  std::vector<std::string> traces_;
};

/// Runs programs here and on CPython. Nothing if the `python3` here is no 3.11, after saying so.
[[nodiscard]] std::optional<Compared> compared(std::vector<programs::Node> programs);
/// The random programs of `count` seeds from `first`.
[[nodiscard]] std::vector<programs::Node> random_programs_from(std::uint64_t first,
                                                               std::uint64_t count);
/// The same with these.
[[nodiscard]] std::optional<Compared> compared_seeds(std::uint64_t first, std::uint64_t count);

/// What the programs of these seeds exercise on our runtime; CPython is not asked.
[[nodiscard]] Exercised exercised_by_seeds(std::uint64_t first, std::uint64_t count);

/// A small program that differs, of one that does.
[[nodiscard]] programs::Node small_program_that_differs(const programs::Node& program);

}  // namespace interleave::random_programs
