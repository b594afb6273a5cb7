#include "runtime/interpreter_lock.h"

#include "tests/catch.h"

namespace interleave::test {

TEST_CASE("the interpreter's lock is held whole, one after the other, in the order of asking") {
  InterpreterLock lock;
  CHECK(lock.wait_ns(5) == 0);
  CHECK(lock.take(5, 10) == 15);
  CHECK(lock.wait_ns(8) == 7);
  CHECK(lock.take(8, 10) == 25);
  CHECK(lock.wait_ns(30) == 0);
  CHECK(lock.take(30, 1) == 31);
}

}  // namespace interleave::test
