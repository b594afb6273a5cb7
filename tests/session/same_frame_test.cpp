// What is on screen in the frame after an input, and that nothing is drawn without one.

#include "app/session/session.h"
#include "scenarios/catalogue.h"
#include "tests/catch.h"

namespace interleave {
namespace {

bool all_complete(Session& session) {
  for (std::size_t i = 0; i < session.run_count(); ++i) {
    if (!session.run(i).trace().complete()) {
      return false;
    }
  }
  return true;
}

TEST_CASE("a slider dragged has rerun the whole of every scenario before the next frame is drawn") {
  for (const Scenario& scenario : catalogue()) {
    Session session;
    session.apply(command::SetScenario{scenario.id});
    for (const Parameter& parameter : scenario.parameters) {
      if (!session.is_shown(parameter)) {
        continue;
      }
      INFO(scenario.id << ": " << parameter.name);
      const double before = session.value_of(parameter);
      const double next = before + parameter.step <= parameter.max ? before + parameter.step
                                                                   : before - parameter.step;
      session.apply(command::SetParam{parameter.name, next, true});
      // No tick() in between: what is drawn next is the new run, from start to end.
      CHECK(session.value_of(parameter) != before);
      CHECK(all_complete(session));
    }
  }
}

TEST_CASE("every scenario is run to its end when it is opened, and then nothing moves by itself") {
  for (const Scenario& scenario : catalogue()) {
    INFO(scenario.id);
    Session session;
    session.apply(command::SetScenario{scenario.id});
    CHECK(all_complete(session));
    CHECK_FALSE(session.animating());
    CHECK_FALSE(session.tick(16'000'000));
  }
}

TEST_CASE("a step animates for a moment at most, and not at all with less motion") {
  for (const bool less : {false, true}) {
    INFO("less motion: " << less);
    Session session;
    if (less) {
      session.apply(command::Flip{command::Toggle::reduced_motion});
    }
    for (int i = 0; i < 20; ++i) {
      session.apply(command::Step{1});
      if (less) {
        CHECK_FALSE(session.animating());
      }
      for (int frame = 0; frame < 60 && session.animating(); ++frame) {
        session.tick(16'000'000);
      }
      CHECK_FALSE(session.animating());
    }
  }
}

TEST_CASE("a presentation stands still and blanked, too") {
  Session session;
  session.apply(command::Flip{command::Toggle::presentation});
  CHECK_FALSE(session.animating());
  session.apply(command::Flip{command::Toggle::blank});
  CHECK_FALSE(session.animating());
  CHECK(session.shown(command::Toggle::blank));
}

}  // namespace
}  // namespace interleave
