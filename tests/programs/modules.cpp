#include "tests/programs/modules.h"

#include <cmath>
#include <sstream>

#include "runtime/errors.h"
#include "tests/programs/collections.h"
#include "tests/programs/exceptions.h"
#include "tests/programs/spending.h"

namespace interleave::programs {

namespace {

/// A module, or a part of one: `asyncio`, `concurrent.futures`.
class Module final : public Object {
 public:
  explicit Module(std::string its_name) : name_(std::move(its_name)) {}
  [[nodiscard]] std::string type_name() const override { return "module"; }
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override;

 private:
  std::string name_;
};

const NativeFunctions* functions_of(const std::string& module) {
  if (module == "asyncio") {
    return &asyncio_functions();
  }
  if (module == "time") {
    return &time_functions();
  }
  if (module == "concurrent.futures") {
    return &executor_functions();
  }
  static const NativeFunctions kNone;
  return module == "concurrent" || module == "asyncio.tasks" ? &kNone : nullptr;
}

bool is_return_when(const std::string& name) {
  return name == "FIRST_COMPLETED" || name == "FIRST_EXCEPTION" || name == "ALL_COMPLETED";
}

bool is_asyncio_exception(const std::string& name) {
  return name == "CancelledError" || name == "TimeoutError" || name == "InvalidStateError" ||
         name == "QueueEmpty" || name == "QueueFull" || name == "BrokenBarrierError";
}

std::optional<Value> Module::attribute(const std::string& name) {
  const NativeFunctions& functions = *functions_of(name_);
  const auto found = functions.find(name);
  if (found != functions.end()) {
    return make_counted<Native>(name, found->second);
  }
  if (name_ == "asyncio" && is_return_when(name)) {
    return Value::text(name);
  }
  if (name_ == "asyncio" && is_asyncio_exception(name)) {
    return exception_class(name);
  }
  if (functions_of(name_ + "." + name) != nullptr) {
    return make_counted<Module>(name_ + "." + name);
  }
  return std::nullopt;
}

Value module_named(Activation& here, const Node& node, const std::string& name) {
  if (functions_of(name) == nullptr) {
    here.machine.give_up(node, here.scope, "the module " + name + " is beyond the interpreter");
  }
  return make_counted<Module>(name);
}

/// "a.b as c": what is asked for, and under which name.
struct Asked {
  std::string name;
  std::string as;
};

std::vector<Asked> names_asked(const std::string& text) {
  std::vector<Asked> all;
  std::istringstream parts(text);
  std::string part;
  while (std::getline(parts, part, ',')) {
    std::istringstream words(part);
    Asked asked;
    std::string as;
    words >> asked.name >> as >> asked.as;
    all.push_back(asked);
  }
  return all;
}

const NativeFunctions& merged() {
  static const NativeFunctions kAll = [] {
    NativeFunctions all;
    for (const NativeFunctions* some :
         {&task_functions(), &lock_functions(), &queue_functions(), &group_functions(),
          &loop_functions(), &executor_functions()}) {
      all.insert(some->begin(), some->end());
    }
    return all;
  }();
  return kAll;
}

Value now(Activation& caller, Arguments&) { return seconds(caller.scope.time()); }

Value sleep_blocking(Activation& caller, Arguments& given) {
  spend_blocked(caller, seconds(given.need(0, "secs")));
  return {};
}

}  // namespace

void import(Activation& here, const Node& node) {
  if (!node.text.starts_with("from ")) {
    for (const Asked& asked : names_asked(node.text.substr(7))) {
      const std::string top = asked.name.substr(0, asked.name.find('.'));
      const Value module = module_named(here, node, asked.as.empty() ? top : asked.name);
      here.names->set(asked.as.empty() ? top : asked.as, module);
    }
    return;
  }
  const std::size_t import_at = node.text.find(" import ");
  const Value module = module_named(here, node, node.text.substr(5, import_at - 5));
  for (const Asked& asked : names_asked(node.text.substr(import_at + 8))) {
    const auto found = module.object()->attribute(asked.name);
    if (!found) {
      here.machine.give_up(node, here.scope, asked.name + " is beyond the interpreter");
    }
    here.names->set(asked.as.empty() ? asked.name : asked.as, *found);
  }
}

const NativeFunctions& asyncio_functions() { return merged(); }

const NativeFunctions& time_functions() {
  static const NativeFunctions kFunctions = {
      {"sleep", sleep_blocking}, {"time", now}, {"perf_counter", now}, {"monotonic", now}};
  return kFunctions;
}

Duration seconds(const Value& value) {
  if (!value.if_number()) {
    throw Error("TypeError", "'" + type_name(value) + "' object cannot be interpreted as a number");
  }
  return Duration(std::llround(*value.if_number() * 1e9));
}

Value seconds(Duration duration) {
  return Value::real(static_cast<double>(duration.count()) / 1e9);
}

}  // namespace interleave::programs
