#include "app/session/session.h"
#include "tests/catch.h"

using namespace interleave;

TEST_CASE("a picture's view brings back runs, parameters, axis, playhead and selection") {
  Session session;
  PictureView view;
  view.scenario = "boiling-water";
  view.runs = {{"sequential", {{"pages", 3}, {"page_time", 0.3}}},
               {"concurrent", {{"pages", 5}, {"page_time", 0.3}}}};
  view.focus = 1;
  view.playhead = 20;
  view.selected = 2;
  view.axis = Axis::steps;
  view.from = 1;
  view.to = 6;
  session.apply(command::ShowPicture{view});
  CHECK(session.view().scenario == "boiling-water");
  CHECK(session.view().modes() == std::vector<std::string>{"sequential", "concurrent"});
  CHECK(session.settings_of(0)["pages"] == 3);
  CHECK(session.settings_of(1)["pages"] == 5);
  CHECK(session.settings_of(1)["page_time"] == 0.3);
  CHECK(session.playhead() == 20);
  CHECK(session.selected_task() == 2);
  CHECK(session.view().axis == Axis::steps);
  CHECK(session.view().from == 1);
  CHECK(session.view().to == 6);
}

TEST_CASE("a picture of another version's run is shown as far as there is something to show") {
  Session session;
  PictureView view;
  view.scenario = "hello";
  view.runs = {{"concurrent", {{"delay", 1e9}, {"gone", 4}}}};
  view.playhead = 4'000'000'000U;
  view.selected = 77;
  view.to = 9e18;
  session.apply(command::ShowPicture{view});
  CHECK(session.view().scenario == "hello");
  CHECK(session.settings_of(0)["delay"] == 10);
  CHECK(session.playhead() + 1 == session.focused().trace().size());
  CHECK(session.selected_task() == kNoTask);
  CHECK(session.view().to == 0);
}

TEST_CASE("a picture of no known scenario changes nothing but the notice") {
  Session session;
  const ViewState before = session.view();
  PictureView view;
  view.scenario = "somebody.jsonl";
  view.runs = {{"recorded", {}}};
  session.apply(command::ShowPicture{view});
  CHECK(session.view() == before);
  CHECK(session.notice().find("somebody.jsonl") != std::string::npos);
}
