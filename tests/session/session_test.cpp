#include "app/session/session.h"

#include <cmath>

#include "app/timeline/layout.h"
#include "app/trace/stops.h"
#include "tests/catch.h"

namespace interleave {
namespace {

using Catch::Matchers::ContainsSubstring;

TEST_CASE("a newcomer sees boiling water, sequential beside concurrent, at its beginning") {
  Session session;
  CHECK(session.view().scenario == "boiling-water");
  CHECK(session.view().modes() == std::vector<std::string>{"sequential", "concurrent"});
  CHECK(session.view().focus == 1);
  CHECK(session.playhead() == 0);
  CHECK_THAT(session.title(),
             ContainsSubstring("boiling-water · concurrent · step 0/13 · event 1/"));
  CHECK_THAT(session.title(), ContainsSubstring("· 0 s – Interleave"));
  REQUIRE(session.comparisons().size() == 1);
  CHECK(session.comparisons()[0].saved_ns == 1'600'000'000);
}

TEST_CASE("stepping to the end and back gives every title again") {
  Session session;
  std::vector<std::string> titles;
  for (Seq last = session.playhead();; last = session.playhead()) {
    titles.push_back(session.title());
    session.apply(command::Step{1});
    if (session.playhead() == last) {
      break;
    }
  }
  REQUIRE(titles.size() > 20);
  for (std::size_t i = titles.size() - 1; i-- > 0;) {
    session.apply(command::Step{-1});
    CHECK(session.title() == titles[i]);
  }
  CHECK(session.playhead() == 0);
}

TEST_CASE("by event, by iteration, to the ends") {
  Session session;
  session.apply(command::StepEvent{3});
  CHECK(session.playhead() == 3);
  session.apply(command::StepEvent{-2});
  CHECK(session.playhead() == 1);
  session.apply(command::ToEnd{});
  CHECK(session.playhead() + 1 == session.focused().trace().size());
  session.apply(command::StepEvent{1});
  CHECK(session.playhead() + 1 == session.focused().trace().size());
  session.apply(command::ToStart{});
  session.apply(command::StepIteration{1});
  const Seq first = session.playhead();
  session.apply(command::StepIteration{1});
  CHECK(session.playhead() > first);
}

TEST_CASE("the other runs stand at the same time") {
  Session session;
  session.apply(command::GoToTime{1'200'000'000});
  CHECK(session.state().t_ns == 1'200'000'000);
  const Trace& other = session.run(0).trace();
  CHECK(session.playhead(0) == other.last_at(1'200'000'000));
}

TEST_CASE("dragging a parameter runs anew and keeps the step, also past a shorter run") {
  Session session;
  session.apply(command::GoToStep{8});
  session.apply(command::Step{1});
  const std::uint32_t step = session.state().step;
  const Kind kind = session.focused().trace()[session.playhead()].kind;
  session.apply(command::SetParam{"page_time", 0.3, true});
  CHECK(session.state().step == step);
  session.apply(command::SetParam{"pages", 1, true});
  session.apply(command::SetParam{"pages", 4, true});
  session.apply(command::SetParam{"page_time", 0.2, false});
  CHECK(session.state().step == step);
  CHECK(session.focused().trace()[session.playhead()].kind == kind);
  CHECK(session.view().settings["page_time"] == 0.2);
}

TEST_CASE("a parameter takes only values it may have") {
  Session session;
  session.apply(command::SetParam{"pages", 1e9, false});
  CHECK(session.view().settings["pages"] == session.scenario().parameter("pages")->max);
  session.apply(command::SetParam{"page_time", 0.12345678, false});
  const double millis = session.view().settings["page_time"] * 1000;
  CHECK(std::abs(millis - std::round(millis)) < 1e-9);
  session.apply(command::SetParam{"no such", 1, false});
}

TEST_CASE("a drag is one step of undo") {
  Session session;
  const double before = session.view().settings["first_boil"];
  for (int i = 0; i <= 5; ++i) {  // the press itself changes nothing yet
    session.apply(command::SetParam{"first_boil", before + 0.1 * i, true});
  }
  session.apply(command::SetParam{"first_boil", before + 0.5, false});
  session.apply(command::Undo{});
  CHECK(session.view().settings["first_boil"] == before);
  session.apply(command::Redo{});
  CHECK(std::abs(session.view().settings["first_boil"] - before - 0.5) < 1e-9);
}

TEST_CASE("undo goes back through scenarios, modes and axes") {
  Session session;
  const ViewState first = session.view();
  session.apply(command::ToggleAxis{});
  session.apply(command::SetMode{"taskgroup"});
  session.apply(command::NextScenario{1});
  CHECK(session.view().scenario != first.scenario);
  session.apply(command::Undo{});
  CHECK(session.view().scenario == first.scenario);
  CHECK(session.view().modes()[1] == "taskgroup");
  session.apply(command::Undo{});
  session.apply(command::Undo{});
  CHECK(session.view() == first);
  CHECK_FALSE(session.can_undo());
}

TEST_CASE("comparison: one run, two, swapped, put in and taken out") {
  Session session;
  session.apply(command::ToggleComparison{});
  CHECK(session.view().modes() == std::vector<std::string>{"concurrent"});
  session.apply(command::ToggleComparison{});
  CHECK(session.view().modes() == std::vector<std::string>{"sequential", "concurrent"});
  CHECK(session.view().focus == 1);
  session.apply(command::SwapRuns{});
  CHECK(session.view().modes() == std::vector<std::string>{"concurrent", "sequential"});
  CHECK(session.view().focus == 0);
  session.apply(command::ToggleMode{"taskgroup"});
  CHECK(session.run_count() == 3);
  CHECK(session.comparisons().size() == 2);
  session.apply(command::ToggleMode{"taskgroup"});
  session.apply(command::ToggleMode{"concurrent"});
  CHECK(session.view().modes() == std::vector<std::string>{"sequential"});
  session.apply(command::ToggleMode{"sequential"});
  CHECK(session.run_count() == 1);
}

TEST_CASE("playing moves from stop to stop and rests at the end") {
  Session session;
  session.apply(command::SetSpeed{10});
  session.apply(command::PlayPause{});
  CHECK(session.playing());
  for (int i = 0; i < 2000 && session.playing(); ++i) {
    session.tick(16'000'000);
  }
  CHECK_FALSE(session.playing());
  CHECK(session.playhead() + 1 == session.focused().trace().size());
  session.apply(command::PlayPause{});
  CHECK(session.playing());
  CHECK(session.playhead() == 0);
}

TEST_CASE("nothing moves by itself when nothing plays") {
  Session session;
  CHECK_FALSE(session.animating());
  CHECK_FALSE(session.tick(1'000'000'000));
}

TEST_CASE("zooming stays within the run and all of it is shown again") {
  Session session;
  session.apply(command::Zoom{2, 1e9});
  CHECK(session.view().to > session.view().from);
  session.apply(command::Pan{1e12});
  CHECK(session.view().to <= full_extent(session.timeline_view(800, 600, 1)) + 1);
  session.apply(command::ShowAll{});
  CHECK(session.view().from == 0);
  CHECK(session.view().to == 0);
}

TEST_CASE("Esc closes the topmost thing, one at a time") {
  Session session;
  session.apply(command::SelectLane{1});
  session.apply(command::Flip{command::Toggle::help});
  session.apply(command::Escape{});
  CHECK_FALSE(session.shown(command::Toggle::help));
  CHECK(session.selected_task() != kNoTask);
  session.apply(command::Escape{});
  CHECK(session.selected_task() == kNoTask);
}

TEST_CASE("every scenario opens, in every mode, to its end") {
  Session session;
  for (int i = 0; i < 200; ++i) {
    for (const Mode& mode : session.scenario().modes) {
      INFO(session.view().scenario << " " << mode.id);
      session.apply(command::SetMode{mode.id});
      session.apply(command::ToEnd{});
      CHECK_FALSE(session.title().empty());
    }
    const std::string before = session.view().scenario;
    session.apply(command::NextScenario{1});
    if (session.view().scenario == before && i > 0) {
      break;
    }
  }
}

TEST_CASE("a view kept by another version is taken up as far as it goes") {
  Session session;
  ViewState view;
  view.scenario = "boiling-water";
  view.set_modes({"no such mode", "concurrent"});
  view.focus = 7;
  view.settings = Settings({{"pages", 1e6}, {"gone", 3}});
  session.restore(view);
  CHECK(session.view().modes() == std::vector<std::string>{"concurrent"});
  CHECK(session.view().settings["pages"] == session.scenario().parameter("pages")->max);
  view.scenario = "no such scenario";
  session.restore(view);
  CHECK(session.view().scenario == "boiling-water");
}

}  // namespace
}  // namespace interleave
