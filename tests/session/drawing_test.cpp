#include "app/session/drawing.h"

#include "app/session/keys.h"
#include "app/session/session.h"
#include "scenarios/catalogue.h"
#include "tests/catch.h"

using namespace interleave;

namespace {

Session drawing_boiling_water() {
  Session session;
  session.apply(command::SetScenario{"boiling-water"});
  session.apply(command::SetMode{"concurrent"});
  session.apply(command::Draw{});
  return session;
}

void press(Session& session, Chord chord) {
  const auto command = command_for(chord, key_contexts(session));
  REQUIRE(command);
  session.apply(*command);
}

}  // namespace

TEST_CASE("a sheet opens empty, tells nothing in the title, and closes with Esc") {
  Session session = drawing_boiling_water();
  CHECK(session.drawing().on);
  CHECK(session.drawing().is_empty());
  CHECK(session.title() == "boiling-water · concurrent · draw it – Interleave");
  session.apply(command::Escape{});
  CHECK_FALSE(session.drawing().on);
}

TEST_CASE("arrows move, Shift extends, a digit paints") {
  Session session = drawing_boiling_water();
  press(session, {key::down, 0});
  press(session, {key::right, 0});
  press(session, {key::right, kShift});
  press(session, {key::right, kShift});
  press(session, {'3', 0});
  const auto& row = session.drawing().drawn[1];
  CHECK(row[0] == Stroke::none);
  CHECK(row[1] == Stroke::suspended);
  CHECK(row[3] == Stroke::suspended);
  CHECK(row[4] == Stroke::none);
  press(session, {'5', 0});
  CHECK(session.drawing().is_empty());
  press(session, {'Z', kCtrl});
  CHECK(session.drawing().drawn[1][2] == Stroke::suspended);
}

TEST_CASE("a stroke of the mouse is one step of undoing") {
  Session session = drawing_boiling_water();
  session.apply(command::PaintCells{0, 0, 2, Stroke::running, false});
  session.apply(command::PaintCells{1, 2, 4, Stroke::running, true});
  session.apply(command::UndoStroke{});
  CHECK(session.drawing().is_empty());
}

TEST_CASE("the truth is laid above, after which nothing is drawn any more") {
  Session session = drawing_boiling_water();
  session.apply(command::PaintCells{0, 0, 0, Stroke::running, false});
  press(session, {key::enter, 0});
  CHECK(session.drawing().told);
  CHECK(session.drawing().truth == true_sketch(session.focused().trace(), session.drawing().grid));
  CHECK(session.drawing().score.cells > 0);
  const Sketch before = session.drawing().drawn;
  session.apply(command::PaintCells{0, 0, 5, Stroke::ready, false});
  session.apply(command::UndoStroke{});
  session.apply(command::ClearDrawing{});
  CHECK(session.drawing().drawn == before);
  press(session, {key::enter, 0});
  CHECK_FALSE(session.drawing().on);
}

TEST_CASE("the run under the sheet hears no key") {
  Session session = drawing_boiling_water();
  const Seq playhead = session.playhead();
  for (const Chord chord : {Chord{'C', 0}, Chord{' ', 0}, Chord{'T', 0}, Chord{key::end, 0},
                            Chord{key::down, kCtrl}, Chord{'Z', kCtrl | kShift}}) {
    CHECK_FALSE(command_for(chord, key_contexts(session)));
  }
  press(session, {key::right, 0});
  CHECK(session.playhead() == playhead);
  CHECK(command_for({'E', kCtrl}, key_contexts(session)));
}

TEST_CASE("an empty sheet takes the room it has, one that is drawn on stays") {
  Session session = drawing_boiling_water();
  session.apply(command::DrawingRoom{12});
  CHECK(session.drawing().grid.by_steps);
  CHECK(session.drawing().grid.columns <= 12);
  session.apply(command::DrawingRoom{40});
  CHECK_FALSE(session.drawing().grid.by_steps);
  session.apply(command::PaintCells{0, 0, 0, Stroke::running, false});
  session.apply(command::DrawingRoom{12});
  CHECK_FALSE(session.drawing().grid.by_steps);
}

TEST_CASE("another run closes the sheet") {
  Session session = drawing_boiling_water();
  session.apply(command::SetScenario{"two-hellos"});
  CHECK_FALSE(session.drawing().on);
}

TEST_CASE("every scenario can be drawn, and the truth of it is all right") {
  Session session;
  for (const Scenario& scenario : catalogue()) {
    session.apply(command::SetScenario{scenario.id});
    for (const Mode& mode : scenario.modes) {
      INFO(scenario.id << " " << mode.id);
      session.apply(command::SetMode{mode.id});
      session.apply(command::Draw{});
      const Drawing& drawing = session.drawing();
      REQUIRE(drawing.on);
      CHECK(drawing.grid.columns > 0);
      CHECK(drawing.grid.columns <= drawing.room);
      const Sketch truth = true_sketch(session.focused().trace(), drawing.grid);
      CHECK(score_of(truth, truth).share() == 1.0);
      if (has_loop(session.focused().trace())) {
        CHECK(crowded_columns(truth).empty());
      }
      session.apply(command::Draw{});
    }
  }
}
