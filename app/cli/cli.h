#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

namespace interleave::cli {

/// Exit status.
inline constexpr int kDone = 0;
/// The program under view failed (uncaught exception, deadlock, limit); what was asked is done.
inline constexpr int kProgramFailed = 1;
/// What was asked is wrong, or could not be written: one line on stderr says what would be right.
inline constexpr int kWrong = 2;

/// What the window is to open on; both empty: what was seen last.
struct WindowRequest {
  std::string scenario;
  std::string file;
};

/// What a command may ask about the place it runs in. Tests make up their own.
struct Surroundings {
  /// Standard output is a terminal with colours, and nobody objects (NO_COLOR).
  bool colour = false;
  /// Columns of the terminal.
  int width = 100;
  /// There is a display that a window can open on.
  bool display = false;
  std::string version = "development";
  /// Opens the window and gives the exit status.
  std::function<int(const WindowRequest&)> open_window;
};

/// Of this process.
[[nodiscard]] Surroundings surroundings_here();

/// The whole command line; `args` without the program's name. Gives the exit status.
[[nodiscard]] int run_cli(const std::vector<std::string>& args, std::ostream& out,
                          std::ostream& err, const Surroundings& surroundings);

}  // namespace interleave::cli
