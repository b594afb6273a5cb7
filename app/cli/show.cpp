#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/cli/choice.h"
#include "app/cli/command.h"
#include "app/cli/drawing.h"

// interleave show: the timeline, drawn in text.

namespace interleave::cli {

namespace {

struct ShowOptions {
  Choice choice;
  DrawingOptions drawing;
};

Reply show(const ShowOptions& options, const Surroundings& here) {
  TextStyle style = style_of(options.drawing, here);
  std::vector<std::unique_ptr<Run>> runs;
  runs.push_back(run_one(options.choice));
  style.axis = axis_for(options.drawing.axis, runs);
  const Run& run = *runs.front();
  std::string text = heading(run.scenario().title, style) + "\n" + drawn(runs, style);
  return {text, failure_note(run), failed(run) ? kProgramFailed : kDone};
}

}  // namespace

Action declare_show(CLI::App& app) {
  auto options = std::make_shared<ShowOptions>();
  add_scenario(app, options->choice);
  add_mode(app, options->choice);
  add_settings(app, options->choice);
  add_drawing(app, options->drawing);
  return [options](const Surroundings& here) { return show(*options, here); };
}

}  // namespace interleave::cli
