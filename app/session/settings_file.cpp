#include "app/session/settings_file.h"

#include <charconv>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <system_error>

namespace interleave {

namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

template <class T>
bool read_number(std::string_view text, T& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

bool read_flag(std::string_view text, bool& value) {
  value = text == "yes";
  return text == "yes" || text == "no";
}

std::vector<std::string> words_of(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; in >> word;) {
    words.push_back(word);
  }
  return words;
}

std::string number_text(double value) {
  std::array<char, 32> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), result.ptr};
}

const char* flag_text(bool value) { return value ? "yes" : "no"; }

/// The readers by name; each says whether it could read the value.
std::map<std::string, std::function<bool(std::string_view)>> readers(KeptSettings& kept) {
  Preferences& p = kept.preferences;
  ViewState& v = kept.view;
  const auto flag = [](bool& to) { return [&to](std::string_view t) { return read_flag(t, to); }; };
  const auto number = [](auto& to) {
    return [&to](std::string_view t) { return read_number(t, to); };
  };
  const auto theme = [&p](std::string_view t) {
    const auto id = theme_named(t);
    p.theme = id.value_or(ThemeId::light);
    return id.has_value();
  };
  const auto depth = [&p](std::string_view t) {
    int value = -1;
    const bool good = read_number(t, value) && value >= 0 && value <= 2;
    p.depth = good ? static_cast<Depth>(value) : Depth::happened;
    return good;
  };
  const auto axis = [&v](std::string_view t) {
    v.axis = t == "steps" ? Axis::steps : Axis::time;
    return t == "steps" || t == "time";
  };
  return {{"window.width", number(kept.width)},
          {"window.height", number(kept.height)},
          {"window.maximized", flag(kept.maximized)},
          {"display.theme", theme},
          {"display.depth", depth},
          {"display.type_size", number(p.type_size)},
          {"display.speed", number(p.speed)},
          {"display.listing", flag(p.show_listing)},
          {"display.output", flag(p.show_output)},
          {"display.cpp_listing", flag(p.cpp_listing)},
          {"display.veil", flag(p.veil)},
          {"display.why", flag(p.why)},
          {"lesson.scenario",
           [&v](std::string_view t) {
             v.scenario = t;
             return true;
           }},
          {"lesson.modes",
           [&v](std::string_view t) {
             v.modes = words_of(t);
             return true;
           }},
          {"lesson.focus", number(v.focus)},
          {"lesson.axis", axis},
          {"lesson.visited", [&kept](std::string_view t) {
             const auto words = words_of(t);
             kept.visited = {words.begin(), words.end()};
             return true;
           }}};
}

bool sensible(const KeptSettings& kept) {
  return kept.width >= 200 && kept.width <= 32767 && kept.height >= 200 && kept.height <= 32767 &&
         kept.preferences.type_size >= -4 && kept.preferences.type_size <= 8 &&
         kept.preferences.speed >= 0.1 && kept.preferences.speed <= 10;
}

}  // namespace

std::string settings_to_text(const KeptSettings& kept) {
  const Preferences& p = kept.preferences;
  const ViewState& v = kept.view;
  std::ostringstream out;
  out << "# Written by Interleave when it closes.\n[window]\n"
      << "width = " << kept.width << "\nheight = " << kept.height
      << "\nmaximized = " << flag_text(kept.maximized) << "\n\n[display]\n"
      << "theme = " << name_of(p.theme) << "\ndepth = " << static_cast<int>(p.depth)
      << "\ntype_size = " << p.type_size << "\nspeed = " << number_text(p.speed)
      << "\nlisting = " << flag_text(p.show_listing) << "\noutput = " << flag_text(p.show_output)
      << "\ncpp_listing = " << flag_text(p.cpp_listing) << "\nveil = " << flag_text(p.veil)
      << "\nwhy = " << flag_text(p.why) << "\n\n[lesson]\n"
      << "scenario = " << v.scenario << "\nmodes =";
  for (const std::string& mode : v.modes) {
    out << ' ' << mode;
  }
  out << "\nfocus = " << v.focus << "\naxis = " << (v.axis == Axis::steps ? "steps" : "time")
      << "\nvisited =";
  for (const std::string& id : kept.visited) {
    out << ' ' << id;
  }
  out << "\n\n[parameters]\n";
  for (const auto& [name, value] : v.settings.values()) {
    out << name << " = " << number_text(value) << '\n';
  }
  return out.str();
}

std::optional<KeptSettings> settings_from_text(std::string_view text, std::string& problem) {
  KeptSettings kept;
  const auto by_name = readers(kept);
  std::vector<std::pair<std::string, double>> parameters;
  std::string heading;
  int line_number = 0;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const std::string_view line = trimmed(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    ++line_number;
    if (line.empty() || line.front() == '#') {
      continue;
    }
    if (line.front() == '[' && line.back() == ']') {
      heading = line.substr(1, line.size() - 2);
      continue;
    }
    const auto equals = line.find('=');
    const std::string name(trimmed(line.substr(0, equals)));
    const std::string_view value =
        equals == std::string_view::npos ? std::string_view() : trimmed(line.substr(equals + 1));
    bool good = equals != std::string_view::npos && !name.empty();
    if (good && heading == "parameters") {
      double number = 0;
      good = read_number(value, number);
      parameters.emplace_back(name, number);
    } else if (const auto reader = by_name.find(heading + "." + name); reader != by_name.end()) {
      good = good && reader->second(value);
    }
    if (!good) {
      problem = "line " + std::to_string(line_number);
      return std::nullopt;
    }
  }
  if (!sensible(kept)) {
    problem = "a value out of range";
    return std::nullopt;
  }
  kept.view.settings = Settings(std::move(parameters));
  return kept;
}

std::filesystem::path settings_path() {
  const char* config = std::getenv("XDG_CONFIG_HOME");
  if (config != nullptr && *config == '/') {
    return std::filesystem::path(config) / "interleave" / "settings.ini";
  }
  const char* home = std::getenv("HOME");
  if (home != nullptr && *home != '\0') {
    return std::filesystem::path(home) / ".config" / "interleave" / "settings.ini";
  }
  return {};
}

LoadedSettings load_settings(const std::filesystem::path& path) {
  LoadedSettings loaded;
  std::ifstream in(path, std::ios::binary);
  if (path.empty() || !in) {
    return loaded;
  }
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  std::string problem;
  if (auto kept = settings_from_text(text, problem)) {
    loaded.settings = std::move(*kept);
    loaded.found = true;
    return loaded;
  }
  std::filesystem::path aside = path;
  aside += ".broken";
  std::error_code error;
  std::filesystem::rename(path, aside, error);
  loaded.notice = "The settings could not be read (" + problem + "). They " +
                  (error ? "stay in " + path.string() : "were put aside as " + aside.string()) +
                  "; everything is as at first.";
  return loaded;
}

std::string save_settings(const std::filesystem::path& path, const KeptSettings& settings) {
  if (path.empty()) {
    return "there is no home directory";
  }
  std::error_code error;
  std::filesystem::create_directories(path.parent_path(), error);
  std::filesystem::path beside = path;
  beside += ".new";
  {
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out << settings_to_text(settings);
    if (!out.flush()) {
      return "can't write " + beside.string();
    }
  }
  std::filesystem::rename(beside, path, error);
  return error ? "can't write " + path.string() + ": " + error.message() : std::string();
}

}  // namespace interleave
