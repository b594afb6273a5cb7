#include "app/window/keeping.h"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <system_error>

#include "app/export/whole_file.h"
#include "app/session/file_scenario.h"
#include "app/timeline/layout.h"
#include "app/window/open_path.h"
#include "scenarios/catalogue.h"

namespace interleave {

namespace {

void restore_kept(Session& session, const KeptSettings& kept) {
  session.set_preferences(kept.preferences);
  if (kept.view.scenario.empty()) {
    return;
  }
  if (is_file_id(kept.view.scenario)) {
    session.apply(command::OpenFile{path_of_file(kept.view.scenario)});
    return;
  }
  if (find_scenario(kept.view.scenario) == nullptr) {
    session.set_notice("The scenario seen last, “" + kept.view.scenario +
                       "”, is not there any more; this is the first one.");
  }
  session.restore(kept.view);
  const double all = full_extent(session.timeline_view(1000, 1000, 1));
  if (!(kept.view.to > kept.view.from && kept.view.to <= all)) {  // another version's run
    ViewState whole = session.view();
    whole.from = 0;
    whole.to = 0;
    session.restore(whole);
  }
}

}  // namespace

void take_up(Session& session, const WindowOptions& options, const LoadedSettings& loaded) {
  session.set_notice(loaded.notice);
  if (loaded.found) {
    session.set_recent_files(loaded.settings.recent_files);
    restore_kept(session, loaded.settings);
    std::set<std::string> visited = loaded.settings.visited;
    if (!is_file_id(session.view().scenario)) {
      visited.insert(session.view().scenario);
    }
    session.set_visited(std::move(visited));
    session.set_recent(loaded.settings.recent);
  } else if (loaded.notice.empty()) {
    session.offer_tour();
  }
  if (!options.file.empty()) {
    open_path(session, options.file);
  } else if (!options.scenario.empty()) {
    session.apply(command::SetScenario{options.scenario});
  }
  if (const Mode* mode = session.scenario().mode(options.mode)) {
    ViewState view = session.view();
    view.set_modes({mode->id});
    view.focus = 0;
    session.restore(view);
  }
}

KeptSettings kept_from(GLFWwindow* window, const Session& session, KeptSettings kept) {
  kept.maximized = glfwGetWindowAttrib(window, GLFW_MAXIMIZED) == GLFW_TRUE;
  if (!kept.maximized && !session.shown(command::Toggle::full_screen)) {
    glfwGetWindowSize(window, &kept.width, &kept.height);
    kept.place = {0, 0};
    glfwGetWindowPos(window, &(*kept.place)[0], &(*kept.place)[1]);
  }
  kept.preferences = session.preferences();
  kept.view = session.view();
  kept.visited = session.visited();
  kept.recent = session.recent();
  kept.recent_files = session.recent_files();
  if (std::any_of(kept.view.scenario.begin(), kept.view.scenario.end(),
                  [](unsigned char c) { return c < 0x20; })) {
    kept.view = {};  // a file whose name a line can't hold
  }
  return kept;
}

std::string save_settings(const std::filesystem::path& path, const KeptSettings& settings) {
  if (path.empty()) {
    return "there is no home directory";
  }
  std::error_code error;
  std::filesystem::create_directories(path.parent_path(), error);
  if (error) {
    return "can't make " + path.parent_path().string() + ": " + error.message();
  }
  const auto problem = write_whole_file(path.string(), settings_to_text(settings));
  return problem ? "can't write " + problem->message : std::string();
}

}  // namespace interleave
