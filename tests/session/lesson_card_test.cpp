#include "app/session/lesson_card.h"

#include "app/session/session.h"
#include "scenarios/catalogue.h"
#include "tests/catch.h"

namespace interleave {
namespace {

TEST_CASE("every lesson of the catalogue has both cards") {
  for (const Scenario& scenario : catalogue()) {
    INFO(scenario.id);
    CHECK(LessonCards().shown(scenario, 0, 9) == Card::question);
    CHECK(LessonCards().shown(scenario, 9, 9) == Card::notice);
    CHECK(LessonCards().shown(scenario, 5, 9) == Card::none);
    CHECK(LessonCards().shown(scenario, 5, 0) == Card::none);  // not run to its end yet
  }
}

TEST_CASE("the question stands at the start until a step is made, and is there again back there") {
  Session session;
  CHECK(session.card() == Card::question);
  session.apply(command::Step{1});
  CHECK(session.card() == Card::none);
  session.apply(command::ToStart{});
  CHECK(session.card() == Card::question);
}

TEST_CASE("Esc closes the question, it comes back when the start is left and reached again") {
  Session session;
  session.apply(command::Escape{});
  CHECK(session.card() == Card::none);
  session.apply(command::Zoom{2, std::nullopt});
  CHECK(session.card() == Card::none);
  session.apply(command::Step{1});
  session.apply(command::Step{-1});
  CHECK(session.card() == Card::question);
}

TEST_CASE("what to notice is closed by a further step and not shown again until the start") {
  Session session;
  session.apply(command::ToEnd{});
  CHECK(session.card() == Card::notice);
  session.apply(command::Step{-1});
  session.apply(command::Step{1});
  CHECK(session.card() == Card::notice);
  session.apply(command::Step{1});
  CHECK(session.card() == Card::none);
  session.apply(command::Step{-1});
  session.apply(command::Step{1});
  CHECK(session.card() == Card::none);
  session.apply(command::ToStart{});
  session.apply(command::ToEnd{});
  CHECK(session.card() == Card::notice);
}

TEST_CASE("another lesson has its own cards") {
  Session session;
  session.apply(command::CloseCard{});
  session.apply(command::SetScenario{"hello"});
  CHECK(session.card() == Card::question);
  session.apply(command::ToEnd{});
  session.apply(command::CloseCard{});
  CHECK(session.card() == Card::none);
  session.apply(command::Undo{});
  CHECK(session.card() == Card::question);
}

}  // namespace
}  // namespace interleave
