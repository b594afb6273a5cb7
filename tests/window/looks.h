#pragma once

#include <string>

#include "tests/window/driver.h"

namespace interleave::driven {

/// True if a window can't be driven here; says so in the test's output.
bool skipped();

/// Waits until the program has done all that it was sent: none of its threads runs, and it uses no
/// processor, as it does when it is idle and nothing moves in it.
void settle(Driver& driver);
/// What is to be seen then, however slow the machine is.
std::string settled_title(Driver& driver);
Picture settled_picture(Driver& driver);

/// A part of the window, in pixels; all of it, unless it is said.
struct Part {
  int x = 0;
  int y = 0;
  int width = 1 << 14;
  int height = 1 << 14;
};

/// How many pixels of the part differ.
int change(const Picture& a, const Picture& b, const Part& part = {});

}  // namespace interleave::driven
