#include <csignal>
#include <iostream>

#include "app/cli/cli.h"

int main(int argc, char** argv) {
  // A reader that goes away is told of by the write that fails.
  std::signal(SIGPIPE, SIG_IGN);
  auto here = interleave::cli::surroundings_here();
  here.open_window = [](const std::string&) { return 2; };
  return interleave::cli::run_cli({argv + 1, argv + argc}, std::cout, std::cerr, here);
}
