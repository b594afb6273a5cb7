#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/export/formats.h"
#include "app/export/request.h"
#include "runtime/program.h"
#include "scenarios/catalogue.h"

/// Whole runs of the catalogue's scenarios, for export tests.
namespace interleave::test {

[[nodiscard]] inline std::unique_ptr<Trace> run_of(const Scenario& scenario,
                                                   const std::string& mode) {
  const Settings settings = scenario.defaults();
  const std::unique_ptr<Program> program = scenario.make(mode, settings);
  program->run_to_end();
  TraceHeader header;
  header.scenario = scenario.id;
  header.mode = mode;
  header.params.assign(settings.values().begin(), settings.values().end());
  auto trace = std::make_unique<Trace>(header, program->log());
  trace->catch_up();
  return trace;
}

/// Runs and a request for them, kept together.
struct Exported {
  std::vector<std::unique_ptr<Trace>> traces;
  ExportRequest request;
};

[[nodiscard]] inline Exported export_of(const std::string& id,
                                        const std::vector<std::string>& modes) {
  Exported exported;
  const Scenario* scenario = find_scenario(id);
  for (const std::string& mode : modes) {
    exported.traces.push_back(run_of(*scenario, mode));
    exported.request.runs.push_back(described(*exported.traces.back()));
  }
  return exported;
}

}  // namespace interleave::test
