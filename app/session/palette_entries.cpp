// What the palette offers: from the catalogue, the scenario that is shown, the table of keys, and
// what has no key.

#include <algorithm>
#include <cctype>

#include "app/session/file_scenario.h"
#include "app/session/keys.h"
#include "app/session/palette.h"
#include "app/session/session.h"
#include "scenarios/catalogue.h"

namespace interleave {

namespace {

using Entries = std::vector<PaletteEntry>;

std::string capitalised(std::string_view words) {
  std::string text(words);
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  }
  return text;
}

/// "Export a picture" → "do:export-a-picture".
std::string action_id(std::string_view title) {
  std::string id = "do:";
  for (const char c : title) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0) {
      id += static_cast<char>(std::tolower(byte));
    } else if (id.back() != '-') {
      id += '-';
    }
  }
  return id;
}

void add_lessons(Entries& entries) {
  for (const Scenario& scenario : catalogue()) {
    std::string aliases = scenario.id + " " + scenario.lesson + " scenario " + scenario.teaches;
    entries.push_back({scenario_entry(scenario.id), scenario.title, "Lesson · " + scenario.lesson,
                       "", std::move(aliases), command::SetScenario{scenario.id}});
  }
}

void add_files(Entries& entries, const Session& session) {
  for (const std::string& path : session.recent_files()) {
    entries.push_back({"file:" + path, file_name(path), std::string(kYourOwn), "", path + " open",
                       command::OpenFile{path}});
  }
}

void add_modes(Entries& entries, const Session& session) {
  const Scenario& scenario = session.scenario();
  for (std::size_t i = 0; i < scenario.modes.size(); ++i) {
    const Mode& mode = scenario.modes[i];
    const std::string of = scenario.id + "/" + mode.id;
    const Chord chord{static_cast<Key>('1' + i), kCtrl};
    entries.push_back({"mode:" + of, mode.title, "Mode", i < 9 ? words_for(chord) : "",
                       mode.id + " " + mode.subtitle + " show", command::SetMode{mode.id}});
    if (scenario.modes.size() > 1) {
      entries.push_back({"compare:" + of, mode.title + ": into the comparison, or out", "Mode", "",
                         mode.id + " compare", command::ToggleMode{mode.id}});
    }
  }
}

void add_presets(Entries& entries, const Session& session) {
  const Scenario& scenario = session.scenario();
  for (const Preset& preset : scenario.presets) {
    entries.push_back({"preset:" + scenario.id + "/" + preset.id, capitalised(preset.title),
                       "Preset", "", preset.id + " parameters " + preset.mode,
                       command::ApplyPreset{preset.id}});
  }
  if (!scenario.parameters.empty()) {
    entries.push_back({"do:reset-parameters", "Parameters as at first", "Preset", "",
                       "reset defaults original", command::ResetParams{}});
  }
}

void add_runs(Entries& entries, const Session& session) {
  for (std::size_t i = 0; session.run_count() > 1 && i < session.run_count(); ++i) {
    const std::string letter(1, static_cast<char>('A' + i));
    const Mode* mode = session.scenario().mode(session.view().runs[i].mode);
    entries.push_back({"run:" + letter, "Look at run " + letter + ": " + mode->title, "Comparison",
                       "", "focus", command::FocusRun{i}});
  }
}

void add_keyed(Entries& entries) {
  for (const KeyGroup& group : key_groups()) {
    for (const Binding& binding : group.bindings) {
      const std::string_view words = palette_words(binding.chord);
      const auto divider = words.find("; ");
      std::string_view title = words.substr(0, std::min(divider, words.size()));
      title = title.empty() ? binding.words : title;
      if (binding.only_in != 0 || title.empty() || title == "-") {
        continue;
      }
      std::string aliases(divider < words.size() ? words.substr(divider + 2) : "");
      aliases.append(" ").append(binding.words);
      entries.push_back({action_id(title), capitalised(title), "", words_for(binding.chord),
                         std::move(aliases), binding.command});
    }
  }
}

void add_keyless(Entries& entries) {
  const auto add = [&entries](std::string_view title, std::string_view aliases, Command command) {
    entries.push_back(
        {action_id(title), std::string(title), "", "", std::string(aliases), std::move(command)});
  };
  add("Theme: light", "white day colours", command::SetTheme{ThemeId::light});
  add("Theme: dark", "black night colours", command::SetTheme{ThemeId::dark});
  add("Theme: high contrast", "black white bright room accessibility",
      command::SetTheme{ThemeId::high_contrast});
  add("Axis: time", "proportional seconds", command::SetAxis{Axis::time});
  add("Axis: steps", "equal", command::SetAxis{Axis::steps});
  add("Speed 1×", "normal", command::SetSpeed{1});
  add("Listing in Python or C++", "coroutine source code language",
      command::Flip{command::Toggle::cpp_listing});
  add("Let go of the span", "clear brush sums", command::ClearSpan{});
  add("Show all lanes", "filter clear reset", command::FilterLanes{});
  add("Take the tour", "help introduction first new guide", command::StartTour{});
}

}  // namespace

std::vector<PaletteEntry> palette_entries(const Session& session) {
  Entries entries;
  add_lessons(entries);
  add_files(entries, session);
  add_modes(entries, session);
  add_presets(entries, session);
  add_runs(entries, session);
  add_keyed(entries);
  add_keyless(entries);
  return entries;
}

}  // namespace interleave
