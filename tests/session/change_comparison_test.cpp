#include "app/session/session.h"
#include "tests/catch.h"

namespace interleave {
namespace {

std::vector<std::string> modes(const Session& session) { return session.view().modes(); }

TEST_CASE("a copy of a run has parameters of its own: sliders move it alone") {
  Session session;
  session.apply(command::CopyRun{});
  CHECK(modes(session) == std::vector<std::string>{"sequential", "concurrent", "concurrent"});
  CHECK(session.view().focus == 2);
  CHECK(session.run_words(2).empty());
  CHECK(session.timeline_view(800, 600, 1).runs[2].subtitle == "a copy: the sliders move it alone");
  session.apply(command::SetParam{"page_time", 0.5, false});
  CHECK(session.run(0).settings()["page_time"] == 0.2);
  CHECK(session.run(1).settings()["page_time"] == 0.2);
  CHECK(session.run(2).settings()["page_time"] == 0.5);
  CHECK(session.run_words(0).empty());
  CHECK(session.run_words(1) == "time per page 0.2 s");
  CHECK(session.run_words(2) == "time per page 0.5 s");
  CHECK(session.edited_runs() == std::vector<std::size_t>{2});
  // The others share theirs.
  session.apply(command::FocusRun{1});
  CHECK(session.edited_runs() == std::vector<std::size_t>{0, 1});
  session.apply(command::SetParam{"page_time", 0.1, false});
  CHECK(session.run(0).settings()["page_time"] == 0.1);
  CHECK(session.run(1).settings()["page_time"] == 0.1);
  CHECK(session.run(2).settings()["page_time"] == 0.5);
}

TEST_CASE("presets and resets of a copy change it alone") {
  Session session;
  session.apply(command::CopyRun{});
  const Settings before = session.run(1).settings();
  session.apply(command::SetParam{"pages", 7, false});
  session.apply(command::ResetParam{"pages"});
  CHECK(session.run(2).settings() == before);
  session.apply(command::SetParam{"pages", 7, false});
  session.apply(command::ResetParams{});
  CHECK(session.run(2).settings() == before);
  CHECK(session.run(1).settings() == before);
}

TEST_CASE("a copy can be taken back, and there again") {
  Session session;
  const ViewState first = session.view();
  session.apply(command::CopyRun{});
  session.apply(command::SetParam{"page_time", 0.5, false});
  session.apply(command::Undo{});
  CHECK(session.run(2).settings()["page_time"] == 0.2);
  session.apply(command::Undo{});
  CHECK(session.view() == first);
  session.apply(command::Redo{});
  session.apply(command::Redo{});
  CHECK(session.run(2).settings()["page_time"] == 0.5);
}

TEST_CASE("four runs at most, and the fifth is refused in words") {
  Session session;
  session.apply(command::CopyRun{});
  session.apply(command::CopyRun{});
  CHECK(session.run_count() == 4);
  CHECK(session.notice().empty());
  session.apply(command::CopyRun{});
  CHECK(session.run_count() == 4);
  CHECK_FALSE(session.notice().empty());
  session.apply(command::ClearNotice{});
  session.apply(command::ToggleMode{"taskgroup"});
  CHECK(session.run_count() == 4);
  CHECK_FALSE(session.notice().empty());
}

TEST_CASE("a run taken out leaves the focus where it was, or beside it") {
  Session session;
  session.apply(command::CopyRun{});
  session.apply(command::RemoveRun{0});
  CHECK(modes(session) == std::vector<std::string>{"concurrent", "concurrent"});
  CHECK(session.view().focus == 1);
  session.apply(command::SetParam{"page_time", 0.5, false});
  session.apply(command::RemoveRun{0});
  REQUIRE(session.run_count() == 1);
  // Alone, it keeps what it had, and shares it with whatever comes beside it.
  CHECK(session.focused().settings()["page_time"] == 0.5);
  CHECK_FALSE(session.view().runs[0].own);
  session.apply(command::ToggleComparison{});
  CHECK(session.run(0).settings()["page_time"] == 0.5);
  session.apply(command::RemoveRun{std::nullopt});
  session.apply(command::RemoveRun{std::nullopt});
  CHECK(session.run_count() == 1);
}

TEST_CASE("a scenario of one mode is compared with a copy of itself") {
  Session session;
  for (int i = 0; i < 100 && session.scenario().modes.size() > 1; ++i) {
    session.apply(command::NextScenario{1});
  }
  if (session.scenario().modes.size() == 1) {
    session.apply(command::ToggleComparison{});
    CHECK(session.run_count() == 2);
    CHECK(session.view().runs[1].own);
    CHECK(session.comparisons()[0].headline == "same time");
  }
}

TEST_CASE("the focus goes round the runs") {
  Session session;
  CHECK(session.view().focus == 1);
  session.apply(command::FocusNextRun{1});
  CHECK(session.view().focus == 0);
  session.apply(command::FocusNextRun{-1});
  CHECK(session.view().focus == 1);
}

TEST_CASE("playheads together stand at one time, apart each at its own place") {
  Session session;
  session.apply(command::ToEnd{});
  CHECK(session.run(0).trace()[session.playhead(0)].t_ns <= 3'000'000'000);
  session.apply(command::PartPlayheads{});
  CHECK(session.compared().apart);
  const Seq stood = session.playhead(0);
  session.apply(command::ToStart{});
  CHECK(session.playhead(1) == 0);
  CHECK(session.playhead(0) == stood);
  session.apply(command::FocusRun{0});
  CHECK(session.playhead(0) == stood);
  CHECK(session.playhead(1) == 0);
  session.apply(command::Step{1});
  CHECK(session.playhead(0) > stood);
  CHECK(session.playhead(1) == 0);
  // What is run anew keeps both places.
  const Seq first = session.playhead(0);
  session.apply(command::FocusRun{1});
  session.apply(command::SetParam{"pages", 5, false});
  CHECK(session.playhead(0) >= first);
  session.apply(command::PartPlayheads{});
  CHECK(session.playhead(0) == 0);
}

TEST_CASE("swapped runs keep their places, apart or together") {
  Session session;
  session.apply(command::PartPlayheads{});
  session.apply(command::ToEnd{});
  const Seq end = session.playhead(1);
  session.apply(command::SwapRuns{});
  CHECK(session.view().focus == 0);
  CHECK(session.playhead(0) == end);
  CHECK(session.playhead(1) == 0);
}

TEST_CASE("the key goes to where the runs part, and says what they do there") {
  Session session;
  const auto parting = session.partings().at(0);
  REQUIRE(parting);
  session.apply(command::ToEnd{});
  session.apply(command::ToParting{});
  CHECK(session.playhead(1) == parting->other);
  CHECK(session.parts_at(1) == parting->other);
  CHECK(session.parts_at(0) == parting->baseline);
  CHECK(session.notice().starts_with("A and B part at "));
  session.apply(command::FocusRun{0});
  session.apply(command::ToParting{});
  CHECK(session.playhead(0) == parting->baseline);
}

TEST_CASE("where the time went is asked of two runs, and Esc closes it") {
  Session session;
  session.apply(command::ExplainTime{std::nullopt});
  CHECK(session.compared().explained);
  CHECK(session.compared().explained_run == 1);
  session.apply(command::Escape{});
  CHECK_FALSE(session.compared().explained);
  session.apply(command::ExplainTime{1});
  session.apply(command::ExplainTime{1});
  CHECK_FALSE(session.compared().explained);
  session.apply(command::ToggleComparison{});
  session.apply(command::ExplainTime{std::nullopt});
  CHECK_FALSE(session.compared().explained);
  CHECK_FALSE(session.notice().empty());
}

TEST_CASE("a folded run is a view that undo takes back") {
  Session session;
  session.apply(command::FoldRun{0});
  CHECK(session.view().runs[0].folded);
  session.apply(command::Undo{});
  CHECK_FALSE(session.view().runs[0].folded);
}

}  // namespace
}  // namespace interleave
