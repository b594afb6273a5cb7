#include "tests/bench/bench.h"

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace interleave::bench {

std::vector<double> medians(const std::vector<Measured>& all, int runs) {
  std::vector<std::vector<double>> figures(all.size());
  for (int run = 0; run < runs; ++run) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      figures[i].push_back(all[i]());
    }
  }
  std::vector<double> out;
  for (auto& column : figures) {
    std::nth_element(column.begin(), column.begin() + runs / 2, column.end());
    out.push_back(column[static_cast<std::size_t>(runs / 2)]);
  }
  return out;
}

double processor_ns() {
  std::timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

double nanoseconds(const std::function<void()>& whole, double operations) {
  const double start = processor_ns();
  whole();
  return (processor_ns() - start) / operations;
}

double in_fresh_process(const std::string& measurement) {
  FILE* pipe = popen(("/proc/$PPID/exe --fresh " + measurement).c_str(), "r");
  double figure = 0;
  if (pipe == nullptr || std::fscanf(pipe, "%lf", &figure) != 1) {
    figure = 0;
  }
  if (pipe != nullptr) {
    pclose(pipe);
  }
  return figure;
}

}  // namespace interleave::bench
