#include "tests/bench/bench.h"

#include <algorithm>
#include <chrono>

namespace interleave::bench {

std::vector<double> medians(const std::vector<Measured>& all) {
  constexpr int kRuns = 7;
  std::vector<std::vector<double>> figures(all.size());
  for (int run = 0; run < kRuns; ++run) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      figures[i].push_back(all[i]());
    }
  }
  std::vector<double> out;
  for (auto& column : figures) {
    std::nth_element(column.begin(), column.begin() + kRuns / 2, column.end());
    out.push_back(column[kRuns / 2]);
  }
  return out;
}

double nanoseconds(const std::function<void()>& whole, double operations) {
  const auto start = std::chrono::steady_clock::now();
  whole();
  const std::chrono::duration<double, std::nano> spent = std::chrono::steady_clock::now() - start;
  return spent.count() / operations;
}

}  // namespace interleave::bench
