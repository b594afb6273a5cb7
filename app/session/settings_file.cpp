#include "app/session/settings_file.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <sstream>
#include <system_error>

#include "app/session/kept_runs.h"

namespace interleave {

namespace {

/// More than this is no file of ours.
constexpr std::uintmax_t kMostBytes = 1'000'000;

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
  return error == std::errc() && end == text.data() + text.size() &&
         std::isfinite(static_cast<double>(value));
}

std::string number_text(double value) {
  std::array<char, 32> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), result.ptr};
}

template <class Words>
std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) {
    text += text.empty() ? word : " " + word;
  }
  return text;
}

std::vector<std::string> words_of(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; in >> word;) {
    words.push_back(word);
  }
  return words;
}

/// One line of the file: where it stands, what is written, and whether a value could be read.
struct Field {
  std::string_view heading;
  std::string_view name;
  std::function<std::string()> write;
  std::function<bool(std::string_view)> read;
};
using Read = std::string_view;

Field flag(std::string_view heading, std::string_view name, bool& to) {
  return {heading, name, [&to] { return std::string(to ? "yes" : "no"); },
          [&to](Read text) {
            to = text == "yes";
            return text == "yes" || text == "no";
          }};
}

template <class T>
Field number(std::string_view heading, std::string_view name, T& to, T least, T most) {
  return {
      heading, name, [&to] { return number_text(static_cast<double>(to)); },
      [&to, least, most](Read text) { return read_number(text, to) && to >= least && to <= most; }};
}

template <class Words>
Field words(std::string_view heading, std::string_view name, Words& to) {
  return {heading, name, [&to] { return joined(to); },
          [&to](Read text) {
            const auto read = words_of(text);
            to = Words(read.begin(), read.end());
            return true;
          }};
}

Field theme_field(ThemeId& to) {
  return {"display", "theme", [&to] { return std::string(name_of(to)); },
          [&to](Read text) {
            const auto id = theme_named(text);
            to = id.value_or(to);
            return id.has_value();
          }};
}

Field depth_field(Depth& to) {
  return {"display", "depth", [&to] { return std::to_string(static_cast<int>(to)); },
          [&to](Read text) {
            int value = -1;
            const bool good = read_number(text, value) && value >= 0 && value <= 2;
            to = good ? static_cast<Depth>(value) : to;
            return good;
          }};
}

Field axis_field(Axis& to) {
  return {"lesson", "axis", [&to] { return std::string(to == Axis::steps ? "steps" : "time"); },
          [&to](Read text) {
            to = text == "steps" ? Axis::steps : Axis::time;
            return text == "steps" || text == "time";
          }};
}

/// Words as they are, to the end of the line.
Field text_field(std::string_view heading, std::string_view name, std::string& to) {
  return {heading, name, [&to] { return to; },
          [&to](Read text) {
            to = text;
            return true;
          }};
}

/// What a line can't hold between tabs: control characters, and blanks at an end.
bool can_keep_path(std::string_view path) {
  return !path.empty() && trimmed(path) == path &&
         std::none_of(path.begin(), path.end(), [](unsigned char c) { return c < 0x20; });
}

/// Paths, with tabs between, those that a line can hold.
Field paths_field(std::string_view heading, std::string_view name, std::vector<std::string>& to) {
  return {heading, name,
          [&to] {
            std::string text;
            for (const std::string& path : to) {
              if (can_keep_path(path)) {
                text += text.empty() ? path : "\t" + path;
              }
            }
            return text;
          },
          [&to](Read text) {
            to.clear();
            while (!text.empty()) {
              const auto end = text.find('\t');
              to.emplace_back(text.substr(0, end));
              text = end == Read::npos ? Read() : text.substr(end + 1);
            }
            return true;
          }};
}

/// A mode a run; what else is kept of single runs: kept_runs.h.
Field modes_field(ViewState& view) {
  return {"lesson", "modes", [&view] { return joined(view.modes()); },
          [&view](Read text) {
            view.set_modes(words_of(text));
            return true;
          }};
}

/// "100 80", or nothing.
Field place_field(std::optional<std::array<int, 2>>& to) {
  return {"window", "place",
          [&to] {
            return to ? std::to_string((*to)[0]) + " " + std::to_string((*to)[1]) : std::string();
          },
          [&to](Read text) {
            const auto parts = words_of(text);
            std::array<int, 2> at{};
            if (parts.size() != 2) {
              to.reset();
              return parts.empty();
            }
            to = at;
            return read_number(parts[0], (*to)[0]) && read_number(parts[1], (*to)[1]);
          }};
}

/// Everything that is kept, a line each, in the order of the file. Parameters apart: their names
/// are the scenario's.
std::vector<Field> fields(KeptSettings& kept) {
  Preferences& p = kept.preferences;
  ViewState& v = kept.view;
  return {number("window", "width", kept.width, 200, 32767),
          number("window", "height", kept.height, 200, 32767),
          place_field(kept.place),
          flag("window", "maximized", kept.maximized),
          theme_field(p.theme),
          depth_field(p.depth),
          number("display", "type_size", p.type_size, -4, 8),
          number("display", "speed", p.speed, 0.1, 10.0),
          flag("display", "listing", p.show_listing),
          flag("display", "output", p.show_output),
          flag("display", "cpp_listing", p.cpp_listing),
          flag("display", "veil", p.veil),
          flag("display", "why", p.why),
          flag("display", "reduced_motion", p.reduced_motion),
          text_field("lesson", "scenario", v.scenario),
          modes_field(v),
          number<std::size_t>("lesson", "focus", v.focus, 0, 1000),
          axis_field(v.axis),
          number("lesson", "from", v.from, 0.0, 1e18),
          number("lesson", "to", v.to, 0.0, 1e18),
          words("lesson", "folded", v.lanes.folded),
          words("lesson", "pinned", v.lanes.pinned),
          text_field("lesson", "lane_filter", v.lanes.filter),
          words("lesson", "visited", kept.visited),
          words("lesson", "recent", kept.recent),
          words("lesson", "chosen", v.chosen),
          paths_field("files", "recent", kept.recent_files)};
}

/// The value of a line "name = value", if it is one.
std::optional<std::pair<std::string_view, std::string_view>> divided(std::string_view line) {
  const auto equals = line.find('=');
  if (equals == std::string_view::npos || trimmed(line.substr(0, equals)).empty()) {
    return std::nullopt;
  }
  return std::pair(trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1)));
}

/// Reads lines one after the other into what is kept.
class Reader {
 public:
  explicit Reader(KeptSettings& kept) : fields_(fields(kept)) {}

  bool take(std::string_view line) {
    if (line.empty() || line.front() == '#') {
      return true;
    }
    if (line.front() == '[' && line.back() == ']') {
      heading_ = line.substr(1, line.size() - 2);
      return true;
    }
    const auto parts = divided(line);
    if (!parts) {
      return false;
    }
    if (heading_ == "parameters") {
      parameters_.emplace_back(std::string(parts->first), 0.0);
      return read_number(parts->second, parameters_.back().second);
    }
    if (KeptRuns::knows(heading_)) {
      return runs_.take(heading_, parts->first, parts->second);
    }
    for (const Field& field : fields_) {
      if (field.heading == heading_ && field.name == parts->first) {
        return field.read(parts->second);
      }
    }
    return true;
  }

  [[nodiscard]] Settings parameters() && { return Settings(std::move(parameters_)); }
  [[nodiscard]] const KeptRuns& runs() const { return runs_; }

 private:
  std::vector<Field> fields_;
  std::vector<std::pair<std::string, double>> parameters_;
  KeptRuns runs_;
  std::string_view heading_;
};

LoadedSettings unusable(const std::filesystem::path& path, const std::string& why) {
  LoadedSettings loaded;
  loaded.notice = "The settings can't be kept: " + path.string() + " " + why + ".";
  return loaded;
}

LoadedSettings put_aside(const std::filesystem::path& path, const std::string& problem) {
  std::filesystem::path aside = path;
  aside += ".broken";
  std::error_code error;
  std::filesystem::rename(path, aside, error);
  LoadedSettings loaded;
  loaded.notice = "The settings could not be read (" + problem + "). They " +
                  (error ? "stay in " + path.string() : "were put aside as " + aside.string()) +
                  "; everything is as at first.";
  return loaded;
}

}  // namespace

std::string settings_to_text(const KeptSettings& settings) {
  KeptSettings kept = settings;
  std::string text = "# Written by Interleave when it closes.\n";
  std::string_view heading;
  for (const Field& field : fields(kept)) {
    if (field.heading != heading) {
      heading = field.heading;
      text.append("\n[").append(heading).append("]\n");
    }
    text.append(field.name).append(" = ").append(field.write()).append("\n");
  }
  text += "\n[parameters]\n";
  for (const auto& [name, value] : kept.view.settings.values()) {
    text.append(name).append(" = ").append(number_text(value)).append("\n");
  }
  return text + kept_runs_text(kept.view);
}

std::optional<KeptSettings> settings_from_text(std::string_view text, std::string& problem) {
  KeptSettings kept;
  Reader reader(kept);
  for (int line = 1; !text.empty(); ++line) {
    const auto end = text.find('\n');
    if (!reader.take(trimmed(text.substr(0, end)))) {
      problem = "line " + std::to_string(line);
      return std::nullopt;
    }
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  reader.runs().put_into(kept.view);
  kept.view.settings = std::move(reader).parameters();
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
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (path.empty() || !std::filesystem::exists(status)) {
    return {};
  }
  if (!std::filesystem::is_regular_file(status)) {
    return unusable(path, "is not a file");
  }
  if (std::filesystem::file_size(path, error) > kMostBytes) {
    return put_aside(path, "too long");
  }
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  if (!in || (in.peek() != EOF && !(text << in.rdbuf()))) {
    return unusable(path, "can't be read");
  }
  std::string problem;
  LoadedSettings loaded;
  if (auto kept = settings_from_text(text.str(), problem)) {
    loaded.settings = std::move(*kept);
    loaded.found = true;
    return loaded;
  }
  return put_aside(path, problem);
}

}  // namespace interleave
