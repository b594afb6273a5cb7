#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/cli/choice.h"
#include "app/cli/command.h"
#include "app/cli/mistake.h"
#include "app/cli/nearest.h"
#include "app/export/formats.h"
#include "app/export/whole_file.h"

// interleave trace: the events, for other programs.

namespace interleave::cli {

namespace {

struct TraceOptions {
  Choice choice;
  std::optional<std::string> path;
  std::string format = "jsonl";
};

std::vector<std::string_view> event_formats() {
  std::vector<std::string_view> names;
  for (const Format& format : formats()) {
    if (format.what == Format::What::events) {
      names.push_back(format.name);
    }
  }
  return names;
}

Reply trace(const TraceOptions& options) {
  const Format* format = find_format(options.format);
  if (format == nullptr || format->what != Format::What::events) {
    throw Mistake(fmt::format("--format {}: there is no such format{}", options.format,
                              what_there_is(options.format, event_formats())));
  }
  const std::unique_ptr<Run> run = run_one(options.choice);
  ExportRequest request;
  request.runs = {described(run->trace())};
  request.format = options.format;
  Result<std::string> bytes = export_bytes(request);
  if (!bytes) {
    throw Mistake(bytes.error());
  }
  const int status = failed(*run) ? kProgramFailed : kDone;
  if (!options.path || options.path == "-") {
    return {std::move(bytes.value()), failure_note(*run), status};
  }
  if (const auto error = write_whole_file(*options.path, bytes.value())) {
    throw Mistake("-o " + error->message);
  }
  return {"", failure_note(*run), status};
}

}  // namespace

Action declare_trace(CLI::App& app) {
  auto options = std::make_shared<TraceOptions>();
  add_scenario(app, options->choice);
  add_mode(app, options->choice);
  add_settings(app, options->choice);
  app.add_option("-o,--output", options->path, "a file; if not given, standard output")
      ->type_name("FILE");
  app.add_option("--format", options->format,
                 "jsonl (a header, then an event a line), csv, chrome or mermaid")
      ->type_name("FORMAT");
  return [options](const Surroundings&) { return trace(*options); };
}

}  // namespace interleave::cli
