#include "tests/window/looks.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "tests/catch.h"

namespace interleave::driven {

namespace {

using Clock = std::chrono::steady_clock;

/// So many looks in a row, so far apart, find it doing nothing.
constexpr int kLooks = 8;
constexpr std::chrono::milliseconds kBetween{20};
constexpr std::chrono::seconds kMost{30};

/// Whether any of its threads has the processor or waits for it.
bool runs(int pid) {
  std::error_code gone;
  const std::filesystem::path tasks = "/proc/" + std::to_string(pid) + "/task";
  for (const auto& thread : std::filesystem::directory_iterator(tasks, gone)) {
    std::ifstream file(thread.path() / "stat");
    std::string line;
    std::getline(file, line);
    const auto name_end = line.rfind(')');
    if (name_end != std::string::npos && line.compare(name_end, 3, ") S") != 0) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool skipped() {
  const std::string missing = Driver::missing();
  if (!missing.empty()) {
    WARN("SKIPPED: " << missing);
  }
  return !missing.empty();
}

void settle(Driver& driver) {
  const auto begun = Clock::now();
  double used = driver.processor_seconds();
  for (int looks = 0; looks < kLooks && Clock::now() - begun < kMost; ++looks) {
    std::this_thread::sleep_for(kBetween);
    const double now = driver.processor_seconds();
    if (now != used || runs(driver.child().pid())) {
      used = now;
      looks = 0;
    }
  }
}

std::string settled_title(Driver& driver) {
  settle(driver);
  return driver.title();
}

Picture settled_picture(Driver& driver) {
  settle(driver);
  return driver.picture();
}

int change(const Picture& a, const Picture& b, const Part& part) {
  return a.differing(b, part.x, part.y, part.width, part.height);
}

}  // namespace interleave::driven
