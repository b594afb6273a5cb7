#include "app/session/file_scenario.h"

#include "scenarios/catalogue.h"

namespace interleave {

namespace {

constexpr std::string_view kPrefix = "file:";

}  // namespace

std::string file_id(const std::string& path) { return std::string(kPrefix) + path; }

bool is_file_id(std::string_view id) { return id.starts_with(kPrefix); }

std::string path_of_file(std::string_view id) { return std::string(id.substr(kPrefix.size())); }

std::string file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

Scenario file_scenario(const std::string& path, const TraceHeader& header) {
  Scenario scenario;
  scenario.id = file_id(path);
  scenario.title = file_name(path);
  scenario.short_title = scenario.title;
  scenario.lesson = kYourOwn;
  Mode mode{.id = "recorded", .title = "Recorded", .subtitle = "from a file"};
  const Scenario* known = find_scenario(header.scenario);
  if (const Mode* its = known == nullptr ? nullptr : known->mode(header.mode)) {
    mode = *its;
    mode.own_defaults.clear();
    scenario.title += ": " + known->title;
    scenario.nouns = known->nouns;
    scenario.listings = known->listing(mode.id);
    scenario.source = known->source;
  }
  scenario.default_mode = mode.id;
  scenario.modes = {std::move(mode)};
  return scenario;
}

}  // namespace interleave
