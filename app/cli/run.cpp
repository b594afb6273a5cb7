#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/cli/choice.h"
#include "app/cli/command.h"
#include "app/trace/comparison.h"
#include "app/trace/stops.h"

// interleave run: what the program prints, and on stderr how it went.

namespace interleave::cli {

namespace {

std::string printed(const Trace& trace) {
  std::string text;
  for (const Seq seq : trace.outputs()) {
    text += trace.text(trace[seq].a);
    text += '\n';
  }
  return text;
}

/// As CPython has it: on stderr.
std::string warnings(const Trace& trace) {
  std::string text;
  for (Seq seq = 0; seq < trace.size(); ++seq) {
    if (trace[seq].kind == Kind::warning) {
      text += trace.text(trace[seq].a);
      text += '\n';
    }
  }
  return text;
}

std::string summary(const Run& run) {
  const Balance balance = balance_of(run.trace());
  std::string blocked;
  if (balance.blocked_ns > 0) {
    blocked = fmt::format(" (blocked {})", total_text(balance.blocked_ns));
  }
  return fmt::format("{} · {} · {}\ntotal {}, busy {}{}, idle {}, {} switch{}\n", run.scenario().id,
                     run.mode(), ending_of(run), total_text(balance.total_ns),
                     total_text(balance.worked_ns + balance.blocked_ns), blocked,
                     total_text(balance.idle_ns), balance.switches,
                     balance.switches == 1 ? "" : "es");
}

}  // namespace

Action declare_run(CLI::App& app) {
  auto choice = std::make_shared<Choice>();
  add_scenario(app, *choice);
  add_mode(app, *choice);
  add_settings(app, *choice);
  return [choice](const Surroundings&) {
    const std::unique_ptr<Run> run = run_one(*choice);
    return Reply{printed(run->trace()), warnings(run->trace()) + summary(*run),
                 failed(*run) ? kProgramFailed : kDone};
  };
}

}  // namespace interleave::cli
