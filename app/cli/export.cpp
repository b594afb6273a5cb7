#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cmath>

#include "app/cli/choice.h"
#include "app/cli/command.h"
#include "app/cli/drawing.h"
#include "app/cli/mistake.h"
#include "app/cli/numbers.h"
#include "app/cli/page_options.h"
#include "app/export/formats.h"
#include "app/trace/stops.h"
#include "scenarios/catalogue.h"

// interleave export: the picture of one run, or of several side by side.

namespace interleave::cli {

namespace {

struct ExportOptions {
  Choice choice;
  std::string path;
  std::string axis;
  std::optional<std::string> until;
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::optional<std::string> steps;
  PageOptions page;
  bool storyboard = false;
  bool handout = false;
};

/// Said before anything runs: nobody waits for a picture that can't be written.
void check_path(const ExportOptions& options) {
  const std::string& path = options.path;
  if (path.empty()) {
    throw Mistake("where to? -o FILE.png, -o FILE.svg or -o FILE.pdf is missing");
  }
  const Format* format = format_for_path(path);
  if (format == nullptr || format->what != Format::What::picture) {
    throw Mistake(fmt::format("-o {}: the file's ending says what it becomes, one of {}",
                              in_quotes(path), format_names(Format::What::picture)));
  }
  if (options.handout && format->name == "gif") {
    throw Mistake("--handout: a GIF is a storyboard; .pdf, .png or .svg would be right");
  }
}

Sheet sheet_of(const ExportOptions& options) {
  if (options.storyboard && options.handout) {
    throw Mistake("--storyboard and --handout: one of them at a time");
  }
  if ((options.storyboard || options.handout) && options.until) {
    throw Mistake(fmt::format("--until says nothing for a {}: leave it out",
                              options.storyboard ? "storyboard" : "handout"));
  }
  const bool animated = format_for_path(options.path)->name == "gif";
  return options.handout                  ? Sheet::handout
         : options.storyboard || animated ? Sheet::storyboard
                                          : Sheet::picture;
}

int steps_of(const Run& run) { return static_cast<int>(run.trace().step_count()); }

void set_until(ExportRequest& request, const std::optional<std::string>& until, const Run& last) {
  if (!until) {
    return;
  }
  const int steps = steps_of(last);
  const std::optional<int> step = whole_number(*until, 0, steps);
  if (!step) {
    throw Mistake(fmt::format("--until {}: {} has {} steps, so 0 to {} would be right", *until,
                              last.mode(), steps, steps));
  }
  request.until_step = static_cast<std::uint32_t>(*step);
}

/// Seconds, as typed, in nanoseconds: "0.5" or "0.5s".
double time_of(const char* option, std::string text, double end_ns) {
  const std::string typed = text;
  if (text.ends_with("s")) {
    text.pop_back();
  }
  const std::optional<double> seconds = decimal_number(text, 0, 1e9);
  if (!seconds || *seconds * 1e9 > end_ns + 1) {
    throw Mistake(fmt::format("{} {}: seconds from 0 to the end, {}, would be right", option, typed,
                              seconds_text(static_cast<std::int64_t>(end_ns))));
  }
  return *seconds * 1e9;
}

ExportSpan span_of_steps(const std::string& text, const Run& last) {
  const int steps = steps_of(last);
  const std::size_t dash = text.find('-');
  const auto from = whole_number(text.substr(0, dash), 1, steps);
  const auto to = dash == std::string::npos ? from : whole_number(text.substr(dash + 1), 1, steps);
  if (!from || !to || *from > *to) {
    throw Mistake(fmt::format("--steps {}: FIRST-LAST would be right, from 1 to {}, the last of {}",
                              text, steps, last.mode()));
  }
  return {Axis::steps, static_cast<double>(*from), static_cast<double>(*to)};
}

void set_span(ExportRequest& request, const ExportOptions& options, const Run& last) {
  if (options.steps) {
    if (options.from || options.to) {
      throw Mistake("--steps and --from or --to: one of the two would be right");
    }
    request.span = span_of_steps(*options.steps, last);
    return;
  }
  if (!options.from && !options.to) {
    return;
  }
  double end = 0;
  for (const ExportRun& run : request.runs) {
    end = std::max(end, static_cast<double>(run.trace->end_ns()));
  }
  const double from = options.from ? time_of("--from", *options.from, end) : 0;
  const double to = options.to ? time_of("--to", *options.to, end) : end;
  if (to <= from) {
    throw Mistake(fmt::format("--from {} --to {}: the first must be the earlier one",
                              options.from.value_or("0"), options.to.value_or("the end")));
  }
  request.span = {Axis::time, from, to};
}

/// A handout is of one run: of the mode that is shown first where none is named.
std::vector<std::unique_ptr<Run>> runs_of(const ExportOptions& options) {
  std::vector<std::unique_ptr<Run>> runs;
  if (options.handout && !options.choice.modes) {
    runs.push_back(run_one(options.choice));
    return runs;
  }
  runs = run_each(options.choice);
  if (options.handout && runs.size() > 1) {
    throw Mistake("--handout is of one run: --modes with one mode would be right");
  }
  return runs;
}

Reply export_picture(const ExportOptions& options) {
  check(options.choice);
  check_path(options);
  ExportRequest request;
  request.path = options.path;
  request.sheet = sheet_of(options);
  if (!options.axis.empty()) {
    request.axis = axis_of(options.axis);  // a mistake is said before anything runs
  }
  set_page(request, options.page);
  const std::vector<std::unique_ptr<Run>> runs = runs_of(options);
  request.axis = axis_for(options.axis, runs);
  for (const auto& run : runs) {
    request.runs.push_back(described(run->trace()));
  }
  set_until(request, options.until, *runs.back());
  set_span(request, options, *runs.back());
  const Result<Written> written = export_to_file(request);
  if (!written) {
    throw Mistake("-o " + written.error());
  }
  return {"", failure_notes(runs), any_failed(runs) ? kProgramFailed : kDone};
}

void add_parts(CLI::App& app, ExportOptions& options) {
  app.add_option("--axis", options.axis,
                 "time: to scale; steps: each as wide (default if nothing takes time)")
      ->type_name("AXIS");
  app.add_option("--until", options.until, "shows it up to the end of this step, the rest veiled")
      ->type_name("STEP");
  app.add_option("--from", options.from, "only what happens from then on")->type_name("SECONDS");
  app.add_option("--to", options.to, "only what happens until then")->type_name("SECONDS");
  app.add_option("--steps", options.steps, "only these steps, of the last run")
      ->type_name("FIRST-LAST");
  app.add_flag("--storyboard", options.storyboard,
               "a page for each step, with listing, event loop and narration; of a PNG or SVG a "
               "file for each, FILE-001.png; a GIF always is one");
  app.add_flag("--handout", options.handout,
               "an empty timeline to fill in, and its solution (FILE-solution.png)");
}

}  // namespace

Action declare_export(CLI::App& app) {
  auto options = std::make_shared<ExportOptions>();
  add_scenario(app, options->choice);
  add_modes(app, options->choice);
  add_settings(app, options->choice);
  app.add_option("-o,--output", options->path, "the picture; its ending says which kind")
      ->type_name("FILE.{png,svg,pdf,gif}");
  add_parts(app, *options);
  add_page(app, options->page);
  return [options](const Surroundings&) { return export_picture(*options); };
}

}  // namespace interleave::cli
