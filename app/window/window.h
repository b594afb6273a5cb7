#pragma once

#include <filesystem>
#include <string>

namespace interleave {

struct WindowOptions {
  /// Scenario to open on; empty: the one last seen.
  std::string scenario;
  /// A trace or a picture of ours to open instead; empty: none.
  std::string file;
  /// Its mode alone; empty: as the scenario is first shown.
  std::string mode;
  /// Pixels per unit; 0: the display's own scale.
  float scale = 0;
  /// 0: as last time.
  int width = 0;
  int height = 0;
  /// Where settings are kept; empty: settings_path().
  std::filesystem::path settings;
};

/// Opens the window and stays until it is closed. The exit status: 0, or 2 where no window can be
/// opened; then one line on stderr says why and what works without one.
int run_window(const WindowOptions& options);

}  // namespace interleave
