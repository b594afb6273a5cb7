#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace interleave::bench {

/// One line of the table: what ours costs, and what it is held against.
struct Row {
  std::string name;
  /// Of `ours` and `reference`: "ns" an operation, or "bytes".
  std::string unit;
  /// What the reference is.
  std::string against;
  double ours = 0;
  double reference = 0;
  /// ours / reference must be at most this.
  double goal = 0;
  /// What it would better be at most.
  std::optional<double> aim = std::nullopt;

  [[nodiscard]] double ratio() const { return ours / reference; }
  /// Not without a reference: without python3, say.
  [[nodiscard]] bool met() const { return reference > 0 && ratio() <= goal; }
};

/// Nanoseconds an operation; does the whole thing once.
using Measured = std::function<double()>;

/// The median of so many runs of each, taken in turn so that noise strikes all alike.
[[nodiscard]] std::vector<double> medians(const std::vector<Measured>& all, int runs);

inline constexpr int kRuns = 7;
/// Of what takes seconds.
inline constexpr int kFewRuns = 3;

/// What this thread has had of the processor, nanoseconds: on a machine that others use too, time
/// on the wall says little.
[[nodiscard]] double processor_ns();
[[nodiscard]] double nanoseconds(const std::function<void()>& whole, double operations);

/// What a fresh process of this program says of `measurement` (see fresh()): for what depends on
/// memory that nobody has touched yet. 0 if it fails.
[[nodiscard]] double in_fresh_process(const std::string& measurement);

// What is measured; a file each, a line here and one in main.cpp.
[[nodiscard]] std::vector<Row> switch_rows();
[[nodiscard]] std::vector<Row> batch_rows();
[[nodiscard]] std::vector<Row> hand_over_rows();
[[nodiscard]] std::vector<Row> cancel_rows();
[[nodiscard]] std::vector<Row> timer_rows();
[[nodiscard]] std::vector<Row> memory_rows();
[[nodiscard]] std::vector<Row> frame_rows();
[[nodiscard]] std::vector<Row> open_rows();
[[nodiscard]] std::vector<Row> scale_rows();
[[nodiscard]] std::vector<Row> export_rows();

/// A measurement of memory_rows() in this process; nothing if there is none of that name.
[[nodiscard]] std::optional<double> fresh(const std::string& measurement);

}  // namespace interleave::bench
