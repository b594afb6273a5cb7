#include "tests/programs/compare.h"

#include <exception>
#include <utility>

#include "tests/differential/judge.h"
#include "tests/programs/interpreter.h"

namespace interleave::programs {

namespace {

/// Programs that share a process of the recorder's.
constexpr int kTogether = 20;

std::string difference_from(const differential::Events& expected, const Program& program) {
  try {
    return differential::difference(
        expected,
        differential::told_by(run(program.source.name, program.module, program.source.text)));
  } catch (const std::exception& error) {
    return error.what();
  }
}

}  // namespace

std::vector<Program> programs_of(std::vector<Source> sources) {
  std::vector<Node> modules = read(sources);
  std::vector<Program> programs;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    programs.push_back({std::move(sources[i]), std::move(modules[i])});
  }
  return programs;
}

std::optional<std::vector<std::string>> differences(const std::vector<Program>& programs) {
  std::vector<differential::Asked> asked;
  for (const Program& program : programs) {
    asked.push_back({program.source.name, program.source.text});
  }
  const auto judged = differential::recorded_texts(asked, kTogether);
  if (!judged) {
    return std::nullopt;
  }
  std::vector<std::string> all;
  for (std::size_t i = 0; i < programs.size(); ++i) {
    all.push_back(difference_from(differential::events_of((*judged)[i]), programs[i]));
  }
  return all;
}

}  // namespace interleave::programs
