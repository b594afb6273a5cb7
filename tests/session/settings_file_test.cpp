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
  kept.preferences.theme = ThemeId::high_contrast;
  kept.preferences.reduced_motion = true;
  kept.preferences.speed = 0.25;
  kept.preferences.why = false;
  kept.view.scenario = "boiling-water";
  kept.view.set_modes({"sequential", "taskgroup"});
  kept.view.runs[0].folded = true;
  kept.view.runs[1].own =
      ChosenSettings{Settings({{"page_time", 0.5}, {"pages", 7}}), {"page_time"}};
  kept.view.focus = 1;
  kept.view.axis = Axis::steps;
  kept.view.settings = Settings({{"page_time", 0.3}, {"pages", 7}});
  kept.view.chosen = {"pages"};
  kept.view.from = 0.25;
  kept.view.to = 1.5e9;
  kept.view.lanes = {{"sequential/task/main"}, {"sequential/thread"}, "reading book"};
  kept.visited = {"boiling-water", "hello"};
  kept.recent = {"scenario:hello", "export"};
  kept.place = {{-40, 60}};
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

TEST_CASE("numbers that are none, or far out, make the text broken and not the window") {
  std::string problem;
  for (const char* line :
       {"[window]\nwidth = nan", "[window]\nheight = 99999999999999999999", "[window]\nwidth = 1e3",
        "[display]\nspeed = inf", "[display]\nspeed = nan", "[display]\ntype_size = 900",
        "[lesson]\nfrom = -1", "[lesson]\nto = 1e400", "[lesson]\nfocus = -1",
        "[parameters]\npages = nan", "[parameters]\npages =", "[window]\nplace = 3",
        "[window]\nplace = 3 x", "[run 1]\nfolded = perhaps",
        "[parameters of run 2]\npages = many"}) {
    INFO(line);
    CHECK_FALSE(settings_from_text(line, problem));
    CHECK(problem == "line 2");
  }
}

TEST_CASE("a text that breaks off is still read, or named broken, never worse") {
  const std::string whole = settings_to_text(some());
  for (std::size_t length = 0; length < whole.size(); ++length) {
    std::string problem;
    const auto kept = settings_from_text(whole.substr(0, length), problem);
    CHECK((kept || !problem.empty()));
  }
}

TEST_CASE("what is no file gives a notice, is left alone, and nothing is found") {
  const Folder folder;
  const LoadedSettings loaded = load_settings(folder.path);
  CHECK_FALSE(loaded.found);
  CHECK_FALSE(loaded.notice.empty());
  CHECK(fs::is_directory(folder.path));
}

TEST_CASE("no file, and an empty one, are no cause for a notice") {
  const Folder folder;
  CHECK(load_settings(folder.path / "none").notice.empty());
  CHECK_FALSE(load_settings(folder.path / "none").found);
  std::ofstream(folder.path / "empty").flush();
  CHECK(load_settings(folder.path / "empty").found);
  CHECK(load_settings(folder.path / "empty").settings == KeptSettings());
}

TEST_CASE("a file too long to be ours is put aside unread") {
  const Folder folder;
  const fs::path path = folder.path / "settings.ini";
  std::ofstream(path) << std::string(1'500'000, '#');
  CHECK_FALSE(load_settings(path).found);
  CHECK(fs::exists(folder.path / "settings.ini.broken"));
}

TEST_CASE("a path that a line can't hold is left out, and the others stay") {
  KeptSettings kept = some();
  kept.recent_files = {"/tmp/a b", " c", "d ", "e\tf", "", "/tmp/g"};
  std::string problem;
  CHECK(settings_from_text(settings_to_text(kept), problem)->recent_files ==
        std::vector<std::string>{"/tmp/a b", "/tmp/g"});
}

}  // namespace
}  // namespace interleave
