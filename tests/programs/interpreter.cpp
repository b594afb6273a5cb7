#include "tests/programs/interpreter.h"

#include <stdexcept>

#include "runtime/script.h"
#include "tests/programs/machine.h"
#include "tests/programs/statements.h"

namespace interleave::programs {

namespace {

// The module's own: its first parameter is a Scope.
Coro<> run_module(Scope scope, Machine* machine, const Node* module) {
  Activation here{*machine, scope,
                  make_counted<Environment>(machine->environments, Ref<Environment>())};
  here.is_module = true;
  std::exception_ptr raised;
  try {
    Coro<Flow> running = execute(here, *module);
    co_await running;
  } catch (...) {
    raised = std::current_exception();
  }
  // What the program has kept goes before its last event: it may complain.
  machine->done_callbacks.clear();
  machine->environments.clear();
  if (raised) {
    std::rethrow_exception(raised);
  }
}

}  // namespace

std::shared_ptr<const EventLog> run(const std::string& name, const Node& module,
                                    const std::string& text, const RunLimits& limits) {
  Machine machine(name, module, limits.statements);
  Script::Options options;
  options.limits = limits.events;
  Script script(
      text, [&](Scope scope) { return run_module(scope, &machine, &module); }, std::move(options));
  script.run_to_end();
  auto log = script.log();
  machine.done_callbacks.clear();
  machine.environments.clear();
  if (!machine.failure().empty()) {
    throw std::runtime_error(machine.failure());
  }
  return log;
}

std::shared_ptr<const EventLog> run(const std::string& name, const Node& module,
                                    const std::string& text) {
  return run(name, module, text, RunLimits());
}

}  // namespace interleave::programs
