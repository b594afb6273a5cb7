#include "tests/bench/machine.h"

#include <cstdio>
#include <ctime>
#include <fstream>
#include <thread>

namespace interleave::bench {

namespace {

std::string processor() {
  std::ifstream file("/proc/cpuinfo");
  std::string line;
  while (std::getline(file, line)) {
    if (line.starts_with("model name")) {
      return line.substr(line.find(':') + 2);
    }
  }
  return "an unknown processor";
}

std::string first_line_of(const char* command) {
  FILE* pipe = popen(command, "r");
  char line[100] = "";
  if (pipe == nullptr || std::fscanf(pipe, "%99[^\n]", line) != 1) {
    line[0] = '\0';
  }
  if (pipe != nullptr) {
    pclose(pipe);
  }
  return line;
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  char text[20];
  std::strftime(text, sizeof text, "%Y-%m-%d", std::gmtime(&now));
  return text;
}

}  // namespace

std::string this_machine() {
#if defined(__clang__)
  const std::string compiler = "Clang " __clang_version__;
#else
  const std::string compiler = "GCC " __VERSION__;
#endif
  return processor() + ", " + std::to_string(std::thread::hardware_concurrency()) + " cores, " +
         compiler + ", " + first_line_of("python3 --version 2>&1") + ", " + today();
}

}  // namespace interleave::bench
