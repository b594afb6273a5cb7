#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

#include "app/cli/cli.h"

namespace interleave::cli {

namespace {

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

bool shows_colour() {
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
  return isatty(STDOUT_FILENO) == 1 && !dumb && !is_set("NO_COLOR");
}

}  // namespace

Surroundings surroundings_here() {
  Surroundings here;
  here.colour = shows_colour();
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    here.width = size.ws_col;
  }
  here.display = is_set("WAYLAND_DISPLAY") || is_set("DISPLAY");
  return here;
}

}  // namespace interleave::cli
