#include "app/window/keeping.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/catch.h"

namespace interleave {
namespace {

using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

struct Folder {
  fs::path path = fs::temp_directory_path() / ("interleave-keeping-" + std::to_string(getpid()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
};

LoadedSettings loaded_with(const std::string& scenario) {
  LoadedSettings loaded;
  loaded.found = true;
  loaded.settings.view.scenario = scenario;
  return loaded;
}

TEST_CASE("settings are kept in a folder that is made for them, and nothing else is left there") {
  const Folder folder;
  const fs::path path = folder.path / "new" / "settings.ini";
  KeptSettings kept;
  kept.width = 1234;
  REQUIRE(save_settings(path, kept).empty());
  const LoadedSettings loaded = load_settings(path);
  REQUIRE(loaded.found);
  CHECK(loaded.settings == kept);
  CHECK(std::distance(fs::directory_iterator(path.parent_path()), fs::directory_iterator()) == 1);
}

TEST_CASE("where settings can't be kept it says why, and what is there stays") {
  const Folder folder;
  CHECK_THAT(save_settings({}, {}), ContainsSubstring("no home"));
  CHECK_THAT(save_settings(folder.path, {}), ContainsSubstring(folder.path.string()));
  CHECK(fs::is_directory(folder.path));
  std::ofstream(folder.path / "file") << "mine";
  CHECK_THAT(save_settings(folder.path / "file" / "settings.ini", {}), ContainsSubstring("can't"));
  CHECK(fs::file_size(folder.path / "file") == 4);
}

TEST_CASE("a session goes on where it was, zoom included") {
  Session before;
  before.apply(command::SetScenario{"boiling-water"});
  before.apply(command::Zoom{2, std::nullopt});
  before.apply(command::NextDepth{});
  LoadedSettings loaded;
  loaded.found = true;
  loaded.settings.view = before.view();
  loaded.settings.preferences = before.preferences();
  loaded.settings.visited = before.visited();
  Session after;
  take_up(after, {}, loaded);
  CHECK(after.view() == before.view());
  CHECK(after.view().to > 0);
  CHECK(after.preferences() == before.preferences());
  CHECK(after.visited() == before.visited());
  CHECK(after.notice().empty());
}

TEST_CASE("a scenario that is gone is said, and the first one is shown") {
  Session session;
  take_up(session, {}, loaded_with("of-another-version"));
  CHECK(session.view().scenario == "boiling-water");
  CHECK_THAT(session.notice(), ContainsSubstring("of-another-version"));
}

TEST_CASE("modes, values and stretches that make no sense any more are passed over") {
  LoadedSettings loaded = loaded_with("boiling-water");
  ViewState& view = loaded.settings.view;
  view.set_modes({"backwards", "concurrent"});
  view.focus = 7;
  view.settings = Settings({{"page_time", 1e300}, {"gone", 1}});
  view.chosen = {"gone"};
  view.from = 1e17;
  view.to = 2e17;
  Session session;
  take_up(session, {}, loaded);
  CHECK(session.view().modes() == std::vector<std::string>{"concurrent"});
  CHECK(session.view().focus == 0);
  CHECK(session.view().settings["page_time"] == session.scenario().parameter("page_time")->max);
  CHECK(session.view().chosen.empty());
  CHECK(session.view().to == 0);
}

TEST_CASE("the command line goes before what was kept") {
  WindowOptions options;
  options.scenario = "hello";
  Session session;
  take_up(session, options, loaded_with("boiling-water"));
  CHECK(session.view().scenario == "hello");
}

}  // namespace
}  // namespace interleave
