#include "runtime/event_names.h"

#include <set>
#include <string>

#include "tests/catch.h"

namespace interleave::test {

namespace {

template <class Enum>
std::set<std::string> names(int count) {
  std::set<std::string> all;
  for (int i = 0; i < count; ++i) {
    all.emplace(name_of(static_cast<Enum>(i)));
  }
  all.erase("");
  return all;
}

}  // namespace

TEST_CASE("every kind of event is found by its name") {
  for (int i = 0; i < kKindCount; ++i) {
    const Kind kind = static_cast<Kind>(i);
    CHECK(kind_named(name_of(kind)) == kind);
  }
  CHECK_FALSE(kind_named("no_such_kind").has_value());
  CHECK_FALSE(kind_named("").has_value());
}

TEST_CASE("every word of a trace has a name of its own") {
  CHECK(names<Kind>(kKindCount).size() == static_cast<std::size_t>(kKindCount));
  CHECK(names<Reason>(kReasonCount).size() == static_cast<std::size_t>(kReasonCount));
  CHECK(names<Cause>(kCauseCount).size() == static_cast<std::size_t>(kCauseCount));
  CHECK(names<CallbackKind>(kCallbackKindCount).size() ==
        static_cast<std::size_t>(kCallbackKindCount));
  CHECK(names<TimerPurpose>(kTimerPurposeCount).size() ==
        static_cast<std::size_t>(kTimerPurposeCount));
  CHECK(names<WaitType>(kWaitTypeCount).size() == static_cast<std::size_t>(kWaitTypeCount));
  CHECK(names<ResourceType>(kResourceTypeCount).size() ==
        static_cast<std::size_t>(kResourceTypeCount));
}

TEST_CASE("the last of each list of words stands where it belongs") {
  CHECK(name_of(Kind::warning) == "warning");
  CHECK(name_of(Reason::nested_run) == "nested_run");
  CHECK(name_of(Cause::timeout) == "timeout");
  CHECK(name_of(CallbackKind::call) == "call");
  CHECK(name_of(TimerPurpose::call) == "call");
  CHECK(name_of(WaitType::as_completed) == "as_completed");
  CHECK(name_of(ResourceType::pool) == "pool");
}

}  // namespace interleave::test
