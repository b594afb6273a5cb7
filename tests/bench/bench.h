#pragma once

#include <functional>
#include <string>
#include <vector>

namespace interleave::bench {

/// One line of the table: what ours costs and what it is held against, in nanoseconds an operation.
struct Row {
  std::string name;
  double ours = 0;
  double reference = 0;
  /// ours / reference must be at most this.
  double goal = 0;

  [[nodiscard]] double ratio() const { return ours / reference; }
  [[nodiscard]] bool met() const { return ratio() <= goal; }
};

/// Nanoseconds an operation; does the whole thing once.
using Measured = std::function<double()>;

/// The median of 7 runs of each, taken in turn so that noise strikes all alike.
[[nodiscard]] std::vector<double> medians(const std::vector<Measured>& all);

[[nodiscard]] double nanoseconds(const std::function<void()>& whole, double operations);

// What is measured; a file each, a line here and one in main.cpp.
[[nodiscard]] std::vector<Row> switch_rows();

}  // namespace interleave::bench
