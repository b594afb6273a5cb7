// Files dropped on the real window, as a file manager drops them.

#include <cstdlib>
#include <fstream>

#include "tests/catch.h"
#include "tests/window/looks.h"

namespace interleave::driven {
namespace {

using Catch::Matchers::ContainsSubstring;

bool can_drop() {
  const bool can = std::system("python3 -c 'import ctypes; ctypes.CDLL(\"libX11.so.6\")'") == 0;
  if (!can) {
    WARN("SKIPPED: python3 or libX11.so.6 is not installed");
  }
  return can;
}

/// Waits until the window has taken it; what comes of it is seen later.
void drop(Driver& driver, const std::string& path) {
  driver.at_once("exec --sync python3 '" INTERLEAVE_SOURCE_DIR "/tests/window/drop_source.py' '" +
                 path + "'");
}

/// A file that the program itself writes: `command` without the path.
std::string written(const Driver& driver, const std::string& command, const std::string& name) {
  std::string path = (driver.folder() / name).string();
  const std::string line = "'" + Driver::program() + "' " + command + " -o '" + path + "'";
  CHECK(std::system(line.c_str()) == 0);
  return path;
}

TEST_CASE("a trace and an exported picture dropped on the window open in it") {
  if (skipped() || !can_drop()) return;
  Driver driver;
  drop(driver, written(driver, "trace hello", "a trace.jsonl"));
  CHECK_THAT(settled_title(driver), ContainsSubstring("a trace.jsonl"));
  drop(driver, written(driver, "export boiling-water --modes sequential --until 2", "view.png"));
  CHECK_THAT(settled_title(driver), ContainsSubstring("boiling-water · sequential · step 2/"));
  drop(driver, written(driver, "export hello --set delay=2", "view.svg"));
  CHECK_THAT(settled_title(driver), ContainsSubstring("hello · concurrent"));
  CHECK_THAT(driver.title(), ContainsSubstring("· 2 s"));
}

TEST_CASE("what can't be opened says so when it is dropped, and nothing is lost") {
  if (skipped() || !can_drop()) return;
  Driver driver;
  driver.keys("Right Right Right Right");
  driver.click(4, 996);  // the pointer rests where nothing is
  const std::string title = settled_title(driver);
  CHECK_THAT(title, ContainsSubstring("step 2/"));
  const Picture before = settled_picture(driver);
  const auto refused = [&](const char* name, const std::string& content) {
    INFO(name);
    const std::string path = (driver.folder() / name).string();
    std::ofstream(path) << content;
    drop(driver, path);
    CHECK(change(settled_picture(driver), before) > 1000);
    CHECK(driver.title() == title);
    driver.keys("Escape");
    CHECK(change(settled_picture(driver), before) == 0);
    CHECK(driver.title() == title);
  };
  refused("words.jsonl", "no trace at all\n");
  refused("begun.jsonl", "{\"format\":\"interleave-trace\",\"version\":1}\n{\"seq\":");
  refused("other.png", "\x89PNG\r\n\x1a\nand no more");
}

}  // namespace
}  // namespace interleave::driven
