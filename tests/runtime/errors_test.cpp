#include "runtime/errors.h"

#include "tests/catch.h"

namespace interleave::test {

TEST_CASE("an error is told by its type and its text, or its type alone") {
  CHECK(std::string(Error("ValueError", "no such user").what()) == "ValueError: no such user");
  CHECK(std::string(Error("KeyError", "").what()) == "KeyError");
}

TEST_CASE("a group of errors is told with its parts") {
  const auto one = std::make_exception_ptr(Error("ValueError", "a"));
  const auto two = std::make_exception_ptr(Error("KeyError", ""));
  CHECK(std::string(ExceptionGroup("unhandled", {one}).what()) ==
        "ExceptionGroup: unhandled (1 sub-exception) [ValueError: a]");
  CHECK(describe(std::make_exception_ptr(ExceptionGroup("unhandled", {one, two}))) ==
        "ExceptionGroup: unhandled (2 sub-exceptions) [ValueError: a; KeyError]");
}

TEST_CASE("a cancellation is no Error: what catches errors lets it pass") {
  const auto cancelled = std::make_exception_ptr(CancelledError{});
  CHECK(is_cancelled_error(cancelled));
  CHECK(describe(cancelled) == "CancelledError");
  CHECK_FALSE(is_cancelled_error(std::make_exception_ptr(Error("ValueError", ""))));
  CHECK_FALSE(is_cancelled_error(std::make_exception_ptr(RunEnded{})));
}

}  // namespace interleave::test
