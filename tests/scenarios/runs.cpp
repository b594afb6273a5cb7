#include "tests/scenarios/runs.h"

#include <stdexcept>

#include "app/trace/stops.h"
#include "runtime/event_names.h"

namespace interleave::test {

namespace {

Lines texts_of(const EventLog& log, Kind kind) {
  Lines out;
  for (std::uint64_t seq = 0; seq < log.size(); ++seq) {
    if (log[seq].kind == kind) {
      out.emplace_back(log.text(log[seq].a));
    }
  }
  return out;
}

void add_edges(const Run& run, std::vector<Run>& runs) {
  for (const Parameter& parameter : run.scenario->parameters) {
    if (!parameter.is_in(run.mode)) {
      continue;
    }
    for (const double edge : {parameter.min, parameter.max}) {
      runs.push_back(run);
      runs.back().settings.set(parameter.name, edge);
    }
  }
}

void add_presets(const Run& run, std::vector<Run>& runs) {
  for (const Preset& preset : run.scenario->presets) {
    if (!preset.mode.empty() && preset.mode != run.mode) {
      continue;
    }
    runs.push_back(run);
    for (const auto& [name, value] : preset.values) {
      runs.back().settings.set(name, value);
    }
  }
}

}  // namespace

std::string Run::name() const {
  std::string out = scenario->id + " " + mode;
  const Settings defaults = scenario->defaults_of(mode);
  for (const auto& [name, value] : settings.values()) {
    if (value != defaults[name]) {
      out += " " + name + "=" + std::to_string(value);
    }
  }
  return out;
}

Log Run::log() const {
  const auto made = program();
  made->run_to_end();
  return made->log();
}

Run run_of(std::string_view scenario, std::string_view mode, const Values& values) {
  const Scenario* found = find_scenario(scenario);
  if (found == nullptr || found->mode(mode) == nullptr) {
    throw std::out_of_range("no " + std::string(scenario) + " " + std::string(mode));
  }
  Run run{found, std::string(mode), found->defaults_of(mode)};
  for (const auto& [name, value] : values) {
    run.settings.set(name, value);
  }
  return run;
}

std::vector<Run> default_runs() {
  std::vector<Run> runs;
  for (const Scenario& scenario : catalogue()) {
    for (const Mode& mode : scenario.modes) {
      runs.push_back({&scenario, mode.id, scenario.defaults_of(mode.id)});
    }
  }
  return runs;
}

std::vector<Run> all_runs_of_the_catalogue() {
  std::vector<Run> runs;
  for (const Run& run : default_runs()) {
    runs.push_back(run);
    add_presets(run, runs);
    add_edges(run, runs);
  }
  return runs;
}

Lines outputs(const EventLog& log) { return texts_of(log, Kind::output); }
Lines warnings(const EventLog& log) { return texts_of(log, Kind::warning); }

int count_of(const EventLog& log, Kind kind) {
  int count = 0;
  for (std::uint64_t seq = 0; seq < log.size(); ++seq) {
    count += log[seq].kind == kind ? 1 : 0;
  }
  return count;
}

TaskId task_named(const EventLog& log, std::string_view name) {
  for (TaskId task = 1; task <= log.task_count(); ++task) {
    if (log.text(log.task(task).name) == name) {
      return task;
    }
  }
  return kNoTask;
}

/// The last event of that kind of the task of that name.
Event last_of(const EventLog& log, std::string_view name, Kind kind) {
  const TaskId task = task_named(log, name);
  Event found;
  for (std::uint64_t seq = 0; seq < log.size(); ++seq) {
    if (log[seq].task == task && log[seq].kind == kind) {
      found = log[seq];
    }
  }
  return found;
}

Lines numbered(const std::string& word, int count) {
  Lines lines;
  for (int i = 1; i <= count; ++i) {
    lines.push_back(word + " " + std::to_string(i));
  }
  return lines;
}

std::int64_t total_ms(const EventLog& log) { return log.back().t_ns / 1'000'000; }

Lines lines_of(std::string_view scenario, std::string_view mode, const Values& values) {
  return outputs(*run_of(scenario, mode, values).log());
}

Lines timed_lines_of(std::string_view scenario, std::string_view mode, const Values& values) {
  const Log log = run_of(scenario, mode, values).log();
  Lines out;
  for (std::uint64_t seq = 0; seq < log->size(); ++seq) {
    const Event& event = (*log)[seq];
    if (event.kind == Kind::output) {
      out.push_back(total_text(event.t_ns) + " " + std::string(log->text(event.a)));
    }
  }
  return out;
}

std::int64_t total_of(std::string_view scenario, std::string_view mode, const Values& values) {
  return total_ms(*run_of(scenario, mode, values).log());
}

Lines everything(const EventLog& log) {
  Lines out;
  for (std::uint64_t seq = 0; seq < log.size(); ++seq) {
    const Event& e = log[seq];
    std::string line(name_of(e.kind));
    for (const std::int64_t number :
         {e.t_ns, std::int64_t{e.iteration}, std::int64_t{e.step}, std::int64_t{e.task},
          std::int64_t{e.line}, std::int64_t{e.code}, e.duration()}) {
      line += " " + std::to_string(number);
    }
    out.push_back(std::move(line));
  }
  for (TextId text = 0; text < log.text_count(); ++text) {
    out.emplace_back(log.text(text));
  }
  return out;
}

}  // namespace interleave::test
