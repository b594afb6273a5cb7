#include "app/session/session.h"
#include "tests/catch.h"

namespace interleave {
namespace {

const Parameter& parameter_of(const Session& session, const char* name) {
  return *session.scenario().parameter(name);
}

TEST_CASE("a mode is run with its own defaults, and its slider says so") {
  Session session;
  session.apply(command::SetScenario{"send-messages"});
  session.apply(command::SetMode{"as-completed"});
  CHECK(session.focused().settings()["anna"] == 1);
  CHECK(session.value_of(parameter_of(session, "anna")) == 1);
  CHECK(session.value_of(parameter_of(session, "john")) == 2);
  session.apply(command::SetMode{"one-by-one"});
  CHECK(session.focused().settings()["anna"] == 2);
  CHECK(session.value_of(parameter_of(session, "anna")) == 2);
}

TEST_CASE("compared modes have each its own defaults") {
  Session session;
  session.apply(command::SetScenario{"send-messages"});
  session.apply(command::ToggleMode{"as-completed"});
  REQUIRE(session.run_count() == 3);
  CHECK(session.run(1).settings()["anna"] == 2);
  CHECK(session.run(2).settings()["anna"] == 1);
}

TEST_CASE("a value set by hand holds also where the mode has another by itself") {
  Session session;
  session.apply(command::SetScenario{"send-messages"});
  session.apply(command::SetMode{"as-completed"});
  session.apply(command::SetParam{"anna", 1, false});  // stands there already
  CHECK(session.view().chosen.empty());
  session.apply(command::SetParam{"anna", 2, false});
  CHECK(session.focused().settings()["anna"] == 2);
  session.apply(command::Undo{});
  CHECK(session.focused().settings()["anna"] == 1);
  session.apply(command::Redo{});
  session.apply(command::ResetParam{"anna"});
  CHECK(session.focused().settings()["anna"] == 1);
  session.apply(command::SetParam{"anna", 4, false});
  session.apply(command::ResetParams{});
  CHECK(session.focused().settings()["anna"] == 1);
}

TEST_CASE("a parameter that only one mode has is shown with that mode alone") {
  Session session;
  session.apply(command::SetScenario{"send-messages"});
  CHECK_FALSE(session.is_shown(parameter_of(session, "chris")));
  CHECK(session.is_shown(parameter_of(session, "john")));
  session.apply(command::ToggleMode{"as-completed"});
  CHECK(session.is_shown(parameter_of(session, "chris")));
  // Also while another run has the focus it is that mode's value.
  session.apply(command::FocusRun{0});
  CHECK(session.value_of(parameter_of(session, "chris")) == 3);
}

}  // namespace
}  // namespace interleave
