#include "app/session/settings_file.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/catch.h"

namespace interleave {
namespace {

namespace fs = std::filesystem;

/// A folder of its own, gone at the end.
struct Folder {
  fs::path path = fs::temp_directory_path() / ("interleave-settings-" + std::to_string(getpid()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
};

KeptSettings some() {
  KeptSettings kept;
  kept.width = 1234;
  kept.preferences.theme = ThemeId::dark;
  kept.preferences.speed = 0.25;
  kept.preferences.why = false;
  kept.view.scenario = "boiling-water";
  kept.view.modes = {"sequential", "taskgroup"};
  kept.view.focus = 1;
  kept.view.axis = Axis::steps;
  kept.view.settings = Settings({{"page_time", 0.3}, {"pages", 7}});
  kept.visited = {"boiling-water", "hello"};
  return kept;
}

TEST_CASE("settings are the same after being written and read") {
  std::string problem;
  const auto again = settings_from_text(settings_to_text(some()), problem);
  REQUIRE(again);
  CHECK(*again == some());
}

TEST_CASE("names that are not known are passed over") {
  std::string problem;
  const auto kept =
      settings_from_text("[window]\nwidth = 800\nshape = round\n[later]\nx = y\n", problem);
  REQUIRE(kept);
  CHECK(kept->width == 800);
}

TEST_CASE("a broken line is named") {
  std::string problem;
  CHECK_FALSE(settings_from_text("[window]\nwidth = wide\n", problem));
  CHECK(problem == "line 2");
  CHECK_FALSE(settings_from_text("no line of the format\n", problem));
  CHECK_FALSE(settings_from_text("[window]\nwidth = -5\n", problem));
}

TEST_CASE("a broken file is put aside, and that is said") {
  const Folder folder;
  const fs::path path = folder.path / "settings.ini";
  std::ofstream(path) << "\x01\x02 rubbish";
  const LoadedSettings loaded = load_settings(path);
  CHECK_FALSE(loaded.found);
  CHECK_FALSE(loaded.notice.empty());
  CHECK_FALSE(fs::exists(path));
  CHECK(fs::exists(folder.path / "settings.ini.broken"));
}

TEST_CASE("settings are kept in a folder that is made for them") {
  const Folder folder;
  const fs::path path = folder.path / "new" / "settings.ini";
  CHECK(save_settings(path, some()).empty());
  const LoadedSettings loaded = load_settings(path);
  REQUIRE(loaded.found);
  CHECK(loaded.settings == some());
  CHECK(loaded.notice.empty());
}

}  // namespace
}  // namespace interleave
