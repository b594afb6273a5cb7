#include "app/export/request.h"

#include "scenarios/catalogue.h"

namespace interleave {

ExportRun described(const Trace& trace) {
  ExportRun run;
  run.trace = &trace;
  const TraceHeader& header = trace.header();
  run.title = header.mode;
  const Scenario* scenario = find_scenario(header.scenario);
  const Mode* mode = scenario != nullptr ? scenario->mode(header.mode) : nullptr;
  if (mode != nullptr) {
    run.title = mode->title;
    run.subtitle = mode->subtitle;
    run.subtitle_is_code = mode->subtitle_is_code;
  }
  return run;
}

}  // namespace interleave
