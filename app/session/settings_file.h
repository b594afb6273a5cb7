#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/session.h"

namespace interleave {

/// What is kept from one start to the next, as lines `name = value` under `[headings]`.
struct KeptSettings {
  int width = 1600;
  int height = 1000;
  bool maximized = false;
  /// The window's upper left corner on the desktop, if it is known.
  std::optional<std::array<int, 2>> place;
  Preferences preferences;
  /// Empty scenario: none was kept.
  ViewState view;
  std::set<std::string> visited;
  /// Ids of the palette's entries, the last used first.
  std::vector<std::string> recent;
  /// Paths of files that were opened, the last first.
  std::vector<std::string> recent_files;

  friend bool operator==(const KeptSettings&, const KeptSettings&) = default;
};

[[nodiscard]] std::string settings_to_text(const KeptSettings& settings);
/// Names it does not know are passed over (a newer version may have written them); a line that is
/// no line of the format, or a value that can't be read or makes no sense (no number, far out of
/// range), makes the whole text broken: then `problem` says where.
[[nodiscard]] std::optional<KeptSettings> settings_from_text(std::string_view text,
                                                             std::string& problem);

/// `$XDG_CONFIG_HOME/interleave/settings.ini`, or under `~/.config`; empty if there is no home.
[[nodiscard]] std::filesystem::path settings_path();

struct LoadedSettings {
  KeptSettings settings;
  /// Whether there was a file, and it could be read.
  bool found = false;
  /// What to tell, if a broken file was put aside, or one can't be used.
  std::string notice;
};
/// Never fails: what can't be read is as if nothing had been kept, with a notice.
[[nodiscard]] LoadedSettings load_settings(const std::filesystem::path& path);

}  // namespace interleave
