#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "assets/embedded.h"
#include "runtime/clock.h"
#include "runtime/script.h"
#include "scenarios/scenario.h"

namespace interleave {

/// Parameters of the usual kinds. Seconds are whole milliseconds, as CPython's comparison needs.
[[nodiscard]] inline Parameter seconds(std::string name, std::string label, double initial,
                                       double max) {
  return {std::move(name), std::move(label), initial, 0.0, max, 0.05, Unit::seconds};
}
[[nodiscard]] inline Parameter count(std::string name, std::string label, double initial,
                                     double max) {
  return {std::move(name), std::move(label), initial, 0.0, max, 1.0, Unit::count};
}

[[nodiscard]] inline Duration duration(const Settings& settings, std::string_view name) {
  return Duration(settings.ns(name));
}

/// A program whose module-level code is `module(scope, settings)`, on the mode's listing.
[[nodiscard]] inline std::unique_ptr<Program> script(std::string_view listing, Settings settings,
                                                     Coro<> (*module)(Scope, Settings),
                                                     Limits limits = {}) {
  Script::Options options;
  options.limits = limits;
  return std::make_unique<Script>(
      embedded(listing),
      [module, settings = std::move(settings)](Scope scope) {
        return module(std::move(scope), settings);
      },
      std::move(options));
}

}  // namespace interleave
