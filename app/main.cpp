#include <csignal>
#include <iostream>

#include "app/cli/cli.h"
#include "app/window/window.h"

namespace {

int open_window(const interleave::cli::WindowRequest& request) {
  interleave::WindowOptions options;
  options.scenario = request.scenario;
  options.file = request.file;
  return interleave::run_window(options);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that went away is told of by the write that fails
  auto here = interleave::cli::surroundings_here();
  here.version = INTERLEAVE_VERSION;
  here.open_window = open_window;
  return interleave::cli::run_cli({argv + (argc > 0 ? 1 : 0), argv + argc}, std::cout, std::cerr,
                                  here);
}
