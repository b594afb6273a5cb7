#include "scenarios/scenario.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "runtime/program.h"

namespace interleave {

bool Parameter::is_in(std::string_view mode) const {
  return modes.empty() || std::find(modes.begin(), modes.end(), mode) != modes.end();
}

double Settings::operator[](std::string_view name) const {
  for (const auto& [key, value] : values_) {
    if (key == name) {
      return value;
    }
  }
  throw std::out_of_range("no parameter " + std::string(name));
}

int Settings::count(std::string_view name) const {
  return static_cast<int>(std::lround((*this)[name]));
}

std::int64_t Settings::ns(std::string_view name) const { return std::llround((*this)[name] * 1e9); }

void Settings::set(std::string_view name, double value) {
  for (auto& [key, old] : values_) {
    if (key == name) {
      old = value;
      return;
    }
  }
  throw std::out_of_range("no parameter " + std::string(name));
}

Settings Scenario::defaults() const {
  std::vector<std::pair<std::string, double>> values;
  values.reserve(parameters.size());
  for (const Parameter& parameter : parameters) {
    values.emplace_back(parameter.name, parameter.initial);
  }
  return Settings(std::move(values));
}

Settings Scenario::defaults_of(std::string_view mode_id) const {
  return adapted(mode_id, defaults());
}

Settings Scenario::adapted(std::string_view mode_id, Settings settings) const {
  if (const Mode* found = mode(mode_id)) {
    for (const auto& [name, value] : found->own_defaults) {
      if (settings[name] == parameter(name)->initial) {
        settings.set(name, value);
      }
    }
  }
  return settings;
}

const Mode* Scenario::mode(std::string_view mode_id) const {
  for (const Mode& mode : modes) {
    if (mode.id == mode_id) {
      return &mode;
    }
  }
  return nullptr;
}

const Parameter* Scenario::parameter(std::string_view name) const {
  for (const Parameter& parameter : parameters) {
    if (parameter.name == name) {
      return &parameter;
    }
  }
  return nullptr;
}

std::string Scenario::listing(std::string_view mode_id) const {
  // The id is in the name too: a file called concurrent.py or queue.py would shadow the module of
  // that name when it is run, and a name that says what it is travels better.
  if (make == nullptr) {
    return listings;
  }
  return "listings/" + id + "/" + id + "-" + std::string(mode_id) + ".py";
}

}  // namespace interleave
