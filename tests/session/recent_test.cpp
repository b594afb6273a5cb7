#include "app/session/recent.h"

#include "app/session/session.h"
#include "tests/catch.h"

namespace interleave {
namespace {

TEST_CASE("what was used last is first, once, and the list has an end") {
  Recent recent;
  note_use(recent, "a");
  note_use(recent, "b");
  note_use(recent, "a");
  CHECK(recent == Recent{"a", "b"});
  CHECK(age_of(recent, "b") == 1);
  CHECK(age_of(recent, "never") == kMostRecent);
  for (int i = 0; i < 100; ++i) {
    note_use(recent, std::to_string(i));
  }
  CHECK(recent.size() == kMostRecent);
  CHECK(recent.front() == "99");
}

TEST_CASE("a lesson that is opened counts as used, however it was opened") {
  Session session;
  session.apply(command::SetScenario{"hello"});
  session.apply(command::NextScenario{1});
  CHECK(session.recent().size() == 2);
  CHECK(session.recent()[0] == scenario_entry(session.view().scenario));
  CHECK(session.recent()[1] == scenario_entry("hello"));
}

}  // namespace
}  // namespace interleave
