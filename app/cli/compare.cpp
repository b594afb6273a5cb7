#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/cli/choice.h"
#include "app/cli/command.h"
#include "app/cli/drawing.h"
#include "app/cli/words.h"
#include "app/trace/comparison.h"
#include "app/trace/stops.h"
#include "app/trace/words.h"

// interleave compare: modes side by side, in numbers, in words and as lanes.

namespace interleave::cli {

namespace {

using Runs = std::vector<std::unique_ptr<Run>>;

struct CompareOptions {
  Choice choice;
  DrawingOptions drawing;
};

/// "1.53×"; "same" where nobody sees a difference; empty where there is nothing to compare.
std::string times_as_fast(const Comparison& comparison) {
  if (!comparison.comparable || comparison.baseline.total_ns == 0 ||
      comparison.other.total_ns == 0) {
    return {};
  }
  if (is_same_time(comparison.saved_ns)) {
    return "same";
  }
  std::string text = fmt::format("{:.2f}", static_cast<double>(comparison.baseline.total_ns) /
                                               static_cast<double>(comparison.other.total_ns));
  text.erase(text.find_last_not_of('0') + 1);
  return (text.ends_with('.') ? text.substr(0, text.size() - 1) : text) + "×";
}

std::string table(const Runs& runs, const std::vector<Comparison>& comparisons) {
  using Side = Table::Side;
  Table table(
      {Side::left, Side::right, Side::right, Side::right, Side::right, Side::right, Side::right});
  table.add({"mode", "total", "work", "blocked", "idle", "switches",
             runs.size() > 1 ? "times as fast" : ""});
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Balance balance = balance_of(runs[i]->trace());
    table.add({runs[i]->mode(), total_text(balance.total_ns), total_text(balance.worked_ns),
               total_text(balance.blocked_ns), total_text(balance.idle_ns),
               std::to_string(balance.switches), i == 0 ? "" : times_as_fast(comparisons[i - 1])});
  }
  return table.text();
}

/// "1.6 s saved, 1.53× as fast. 1.6 s of reading and messages was done while …."
std::string verdict(const Run& run, const Comparison& comparison) {
  std::string text = run.mode() + ": ";
  if (comparison.result_note.empty()) {
    text += words::say(comparison.headline, ".");
  } else {  // what came out goes before how long it took
    text += words::say(comparison.result_note, ". ", words::capital(comparison.headline), ".");
  }
  if (!comparison.explanation.empty()) {
    text += words::say(" ", words::capital(comparison.explanation), ".");
  }
  for (const std::string& also : comparison.also) {
    text += words::say(" ", words::capital(also), ".");
  }
  return text + "\n";
}

Reply compare_runs(const CompareOptions& options, const Surroundings& here) {
  TextStyle style = style_of(options.drawing, here);
  const Runs runs = run_each(options.choice);
  style.axis = axis_for(options.drawing.axis, runs);
  std::vector<Comparison> comparisons;
  std::string verdicts;
  for (std::size_t i = 1; i < runs.size(); ++i) {
    comparisons.push_back(compare(runs.front()->trace(), runs[i]->trace()));
    verdicts += verdict(*runs[i], comparisons.back());
  }
  const Scenario& scenario = runs.front()->scenario();
  std::string text = heading(scenario.title, style) + "\n" + plain(table(runs, comparisons), style);
  if (!verdicts.empty()) {
    text += "\n" + wrapped(plain(verdicts, style), style.width);
  }
  text += "\n" + drawn(runs, style);
  return {text, failure_notes(runs), any_failed(runs) ? kProgramFailed : kDone};
}

}  // namespace

Action declare_compare(CLI::App& app) {
  auto options = std::make_shared<CompareOptions>();
  add_scenario(app, options->choice);
  add_modes(app, options->choice);
  add_settings(app, options->choice);
  add_drawing(app, options->drawing);
  return [options](const Surroundings& here) { return compare_runs(*options, here); };
}

}  // namespace interleave::cli
