// What keys and the mouse send, one command at a time.

#include "app/session/session.h"

#include <cmath>
#include <utility>

#include "app/timeline/layout.h"
#include "tests/catch.h"

namespace interleave {
namespace {

TEST_CASE("selecting a lane of another run puts that run in focus") {
  Session session;
  session.apply(command::SelectTask{0, 1});
  CHECK(session.view().focus == 0);
  CHECK(session.selected_task() == 1);
  CHECK(session.selected_run() == 0);
  session.apply(command::SelectTask{9, 1});  // no such run
  CHECK(session.view().focus == 0);
}

TEST_CASE("up and down go through the lanes and stay at their ends") {
  Session session;
  session.apply(command::SelectLane{1});
  const TaskId first = session.selected_task();
  session.apply(command::SelectLane{-1});
  CHECK(session.selected_task() == first);
  for (int i = 0; i < 20; ++i) {
    session.apply(command::SelectLane{1});
  }
  const TaskId last = session.selected_task();
  CHECK(last != first);
  session.apply(command::SelectLane{-1});
  CHECK(session.selected_task() != last);
}

TEST_CASE("N and P stay with the selected task") {
  Session session;
  session.apply(command::SelectLane{1});
  session.apply(command::SelectLane{1});
  const TaskId task = session.selected_task();
  for (int i = 0; i < 3; ++i) {
    session.apply(command::StepOfTask{1});
    CHECK(session.focused().trace()[session.playhead()].task == task);
  }
  const Seq there = session.playhead();
  session.apply(command::StepOfTask{-1});
  CHECK(session.playhead() < there);
}

TEST_CASE("the next stop of this task is the next of any where the playhead is about none") {
  Session by_task;
  Session by_stop;
  by_task.apply(command::StepOfTask{1});
  by_stop.apply(command::Step{1});
  CHECK(by_task.playhead() == by_stop.playhead());
}

TEST_CASE("what takes no time is first shown by steps, and what follows as before") {
  Session session;
  session.apply(command::SetScenario{"lost-update"});
  CHECK(session.view().axis == Axis::steps);
  session.apply(command::SetScenario{"boiling-water"});
  CHECK(session.view().axis == Axis::time);

  session.apply(command::SetScenario{"lost-update"});
  session.apply(command::ToggleAxis{});
  CHECK(session.view().axis == Axis::time);

  session.apply(command::SetAxis{Axis::steps});
  session.apply(command::SetScenario{"boiling-water"});
  CHECK(session.view().axis == Axis::steps);  // it was asked for
}

TEST_CASE("an instant is opened, and Enter or Esc closes it") {
  Session session;
  session.apply(command::OpenInstant{1, 0});
  CHECK(session.timeline_view(800, 600, 1).opened_instants.size() == 1);
  session.apply(command::OpenSelected{});  // the playhead stands at 0
  CHECK(session.timeline_view(800, 600, 1).opened_instants.empty());
  session.apply(command::OpenSelected{});
  session.apply(command::Escape{});
  CHECK(session.timeline_view(800, 600, 1).opened_instants.empty());
}

TEST_CASE("Enter means what was touched last: the lane, or the instant where the playhead stands") {
  Session session;
  const Trace& trace = session.focused().trace();
  const TaskId main = trace.tasks().front();
  const auto folded = [&] { return !session.view().lanes.folded.empty(); };
  const auto opened = [&] { return !session.timeline_view(800, 600, 1).opened_instants.empty(); };
  session.apply(command::SelectTask{1, main});
  session.apply(command::OpenSelected{});
  CHECK(folded());
  session.apply(command::OpenSelected{});
  CHECK_FALSE(folded());
  session.apply(command::Step{1});  // still at 0 s, where three steps begin
  session.apply(command::OpenSelected{});
  CHECK(opened());
  CHECK_FALSE(folded());
  session.apply(command::GoToTime{400'000'000});  // one step begins
  session.apply(command::OpenSelected{});
  CHECK_FALSE(opened());
  CHECK_FALSE(folded());
  session.apply(command::OpenSelected{});  // nothing is shared here: the lane
  CHECK(folded());
}

TEST_CASE("a span runs from left to right and a mark stays while the playhead moves") {
  Session session;
  session.apply(command::SetSpan{3e9, 1e9});
  CHECK(session.span() == std::pair(1e9, 3e9));
  session.apply(command::GoToTime{1'000'000'000});
  session.apply(command::Mark{});
  session.apply(command::GoToTime{2'000'000'000});
  session.apply(command::ClearSpan{});
  CHECK_FALSE(session.span());
  CHECK(session.mark_ns() == 1'000'000'000);
  session.apply(command::GoToTime{1'000'000'000});
  session.apply(command::Mark{});  // again on the same place: gone
  CHECK_FALSE(session.mark_ns());
}

TEST_CASE("Esc closes dialogue, notice, instant, span, selection, full screen, in this order") {
  Session session;
  session.apply(command::Flip{command::Toggle::full_screen});
  session.apply(command::SelectTask{1, 1});
  session.apply(command::SetSpan{0, 1e9});
  session.apply(command::OpenInstant{1, 0});
  session.set_notice("Exported");
  session.apply(command::Flip{command::Toggle::goto_dialogue});
  const auto closed = [&] {
    session.apply(command::Escape{});
    return std::string(session.shown(command::Toggle::goto_dialogue) ? "d" : "") +
           (session.notice().empty() ? "" : "n") +
           (session.timeline_view(8, 6, 1).opened_instants.empty() ? "" : "i") +
           (session.span() ? "s" : "") + (session.selected_task() == kNoTask ? "" : "t") +
           (session.shown(command::Toggle::full_screen) ? "f" : "");
  };
  for (const char* left : {"nistf", "istf", "stf", "tf", "f", ""}) {
    CHECK(closed() == left);
  }
}

TEST_CASE("one dialogue at a time") {
  Session session;
  session.apply(command::Flip{command::Toggle::goto_dialogue});
  session.apply(command::Flip{command::Toggle::export_dialogue});
  CHECK_FALSE(session.shown(command::Toggle::goto_dialogue));
  CHECK(session.shown(command::Toggle::export_dialogue));
}

TEST_CASE("zooming keeps what is under the cursor where it is") {
  Session session;
  session.apply(command::Zoom{2, 1e9});
  const ViewState& view = session.view();
  const double all = session.focused().trace().end_ns() > 0 ? 4.6e9 : 0;
  const double before = 1e9 / all;
  const double after = (1e9 - view.from) / (view.to - view.from);
  CHECK(std::abs(before - after) < 0.02);
  session.apply(command::Undo{});
  CHECK(view.to == 0);
}

TEST_CASE(
    "zoom and pan ease in so many frames, a drag is there at once, and neither animates long") {
  Session session;
  session.apply(command::Zoom{4, 1e9});
  CHECK(session.animating());
  const auto shown = [&] {
    const TimelineView view = session.timeline_view(800, 600, 1);
    return std::pair(view.from, view.to);
  };
  const auto before = shown();
  CHECK(before.second > session.view().to);
  CHECK(session.tick(16'000'000));
  CHECK(shown() != before);
  for (int i = 0; i < 60 && session.animating(); ++i) {
    session.tick(16'000'000);
  }
  CHECK_FALSE(session.animating());
  CHECK(shown() == std::pair(session.view().from, session.view().to));
  session.apply(command::Pan{1e8, 0, true});
  CHECK_FALSE(session.animating());
  CHECK(shown().first == session.view().from);
}

TEST_CASE("with less motion a zoom is there at once") {
  Session session;
  session.apply(command::Flip{command::Toggle::reduced_motion});
  session.apply(command::Zoom{4, 1e9});
  CHECK_FALSE(session.animating());
  CHECK(session.timeline_view(800, 600, 1).to == session.view().to);
}

TEST_CASE("a gesture is one step of history, two are two") {
  Session session;
  session.apply(command::Zoom{4, 1e9});
  while (session.animating()) {
    session.tick(16'000'000);
  }
  const double zoomed_from = session.view().from;
  for (int gesture = 0; gesture < 2; ++gesture) {
    for (int i = 0; i < 5; ++i) {
      session.apply(command::Pan{1e7, 0, true});
      session.apply(command::ScrollLanes{1});
    }
    session.apply(command::EndGesture{});
  }
  session.apply(command::Undo{});
  CHECK(std::abs(session.view().from - zoomed_from - 5e7) < 1);
  session.apply(command::Undo{});
  CHECK(session.view().from == zoomed_from);
  session.apply(command::Undo{});
  CHECK(session.view().to == 0);
}

TEST_CASE("what comes after a zoom has come to rest is a step of its own") {
  Session session;
  for (int i = 0; i < 2; ++i) {
    session.apply(command::Zoom{2, 1e9});
    session.apply(command::Zoom{2, 1e9});
    while (session.animating()) {
      session.tick(16'000'000);
    }
  }
  session.apply(command::Undo{});
  CHECK(session.view().to > 0);
  session.apply(command::Undo{});
  CHECK(session.view().to == 0);
}

TEST_CASE("no closer than from one event to the next, and never beyond the run") {
  Session session;
  const double all = full_extent(session.timeline_view(800, 600, 1));
  for (int i = 0; i < 200; ++i) {
    session.apply(command::Zoom{1.3, 1e9});
  }
  const ViewState closest = session.view();
  CHECK(closest.to - closest.from == 2e8);  // pages and messages are 0.2 s apart
  session.apply(command::Zoom{1.3, closest.from});
  CHECK(session.view() == closest);
  session.apply(command::Pan{1e12});
  CHECK(session.view().to == all);
  const ViewState last = session.view();
  session.apply(command::Pan{1e9});
  CHECK(session.view() == last);
}

TEST_CASE("the playhead stays in view while only a part is seen, and history leaves that out") {
  Session session;
  session.apply(command::Zoom{10, 0.1e9});
  session.apply(command::GoToTime{2'000'000'000});
  CHECK(session.view().from <= 2e9);
  CHECK(session.view().to >= 2e9);
  session.apply(command::Undo{});
  CHECK(session.view().to == 0);
}

TEST_CASE("F fits the span, else what is marked") {
  Session session;
  session.apply(command::GoToTime{1'000'000'000});
  session.apply(command::Mark{});
  session.apply(command::GoToTime{2'000'000'000});
  session.apply(command::FitSelection{});
  CHECK(session.view().from < 1e9);
  CHECK(session.view().to > 2e9);
  CHECK(session.view().to - session.view().from < 1.2e9);
  session.apply(command::SetSpan{0.2e9, 0.8e9});
  session.apply(command::FitSelection{});
  CHECK(session.view().to < 0.9e9);
  session.apply(command::ClearSpan{true});
  CHECK_FALSE(session.span());
  CHECK_FALSE(session.mark_ns());
}

TEST_CASE("speed goes by notches between a tenth and ten") {
  Session session;
  session.apply(command::ChangeSpeed{1});
  CHECK(session.preferences().speed == 1.5);
  session.apply(command::ChangeSpeed{-100});
  CHECK(session.preferences().speed == 0.1);
  session.apply(command::ChangeSpeed{100});
  CHECK(session.preferences().speed == 10);
}

TEST_CASE("modes by number, lessons one after the other, type by notches") {
  Session session;
  session.apply(command::SetModeNumber{1});
  CHECK(session.view().focus == 0);
  session.apply(command::SetModeNumber{9});  // there is none
  CHECK(session.view().focus == 0);
  session.apply(command::TypeSize{1});
  CHECK(session.preferences().type_size == 1);
  session.apply(command::TypeSize{0});
  CHECK(session.preferences().type_size == 0);
  const std::string here = session.view().scenario;
  session.apply(command::NextScenario{1});
  CHECK(session.view().scenario != here);
  session.apply(command::NextScenario{-1});
  CHECK(session.view().scenario == here);
}

}  // namespace
}  // namespace interleave
