#include "app/session/lane_choices.h"

#include "app/session/session.h"
#include "tests/catch.h"

namespace interleave {
namespace {

TaskId labelled(const Trace& trace, std::string_view label) {
  for (const TaskId task : trace.tasks()) {
    if (trace.label(task) == label) {
      return task;
    }
  }
  return kNoTask;
}

TEST_CASE("every task of every lane is found again by its name") {
  Session session;
  for (const char* id : {"boiling-water", "task-start", "two-locks"}) {
    session.apply(command::SetScenario{id});
    for (std::size_t run = 0; run < session.run_count(); ++run) {
      const Trace& trace = session.run(run).trace();
      for (const TaskId task : trace.tasks()) {
        const std::string name = lane_name("a mode", trace, {LaneKey::What::task, task, 0});
        INFO(name);
        CHECK(name.find(' ') == std::string::npos);
        const auto lane = lane_named(name, "a mode", trace);
        REQUIRE(lane);
        CHECK(lane->id == task);
        CHECK_FALSE(lane_named(name, "another", trace));
      }
    }
  }
}

TEST_CASE("names of no lane are none") {
  Session session;
  const Trace& trace = session.focused().trace();
  for (const char* name : {"", "m", "m/", "m/task/", "m/task/nobody", "m/worker/1", "m/resource/9",
                           "m/resource/", "m/worker/0/x", "m/task/main~9", "x/thread"}) {
    INFO(name);
    CHECK_FALSE(lane_named(name, "m", trace));
  }
  CHECK(lane_named("m/thread", "m", trace) == LaneKey{LaneKey::What::thread, 0, 0});
}

TEST_CASE("a fold belongs to its run, holds when a parameter changes, and can be undone") {
  Session session;
  const TaskId main = labelled(session.focused().trace(), "main");
  REQUIRE(main != kNoTask);
  session.apply(command::FoldLane{1, main});
  const auto folded = [&](std::size_t run) {
    return session.timeline_view(800, 600, 1).runs[run].folded;
  };
  CHECK(folded(1) == std::vector<TaskId>{main});
  CHECK(folded(0).empty());
  session.apply(command::SetParam{"pages", 6, false});
  CHECK(folded(1).size() == 1);
  session.apply(command::Undo{});
  session.apply(command::Undo{});
  CHECK(folded(1).empty());
  session.apply(command::Redo{});
  CHECK(folded(1).size() == 1);
  session.apply(command::SetScenario{"hello"});
  CHECK(session.view().lanes == LaneChoices{});
}

TEST_CASE("a task without children folds nothing") {
  Session session;
  session.apply(command::FoldLane{1, labelled(session.focused().trace(), "reading_book")});
  session.apply(command::FoldLane{7, 1});
  CHECK(session.view().lanes.folded.empty());
  CHECK_FALSE(session.can_undo());
}

TEST_CASE("lanes are pinned in order and let go, the selected one by its key") {
  Session session;
  const Trace& trace = session.focused().trace();
  const LaneKey book{LaneKey::What::task, labelled(trace, "reading_book"), 0};
  session.apply(command::PinLane{});  // nothing is selected
  CHECK(session.view().lanes.pinned.empty());
  session.apply(command::PinLane{1, book});
  session.apply(command::SelectTask{1, labelled(trace, "main")});
  session.apply(command::PinLane{});
  const auto pinned = session.timeline_view(800, 600, 1).runs[1].pinned;
  REQUIRE(pinned.size() == 2);
  CHECK(pinned[0] == book);
  session.apply(command::PinLane{1, book});
  CHECK(session.timeline_view(800, 600, 1).runs[1].pinned.size() == 1);
  CHECK(session.timeline_view(800, 600, 1).runs[0].pinned.empty());
}

TEST_CASE("what is typed into the filter is one step of history") {
  Session session;
  for (const char* text : {"b", "bo", "boo", "book"}) {
    session.apply(command::FilterLanes{text});
  }
  CHECK(session.timeline_view(800, 600, 1).filter.text == "book");
  session.apply(command::Undo{});
  CHECK(session.view().lanes.filter.empty());
  CHECK_FALSE(session.can_undo());
}

}  // namespace
}  // namespace interleave
