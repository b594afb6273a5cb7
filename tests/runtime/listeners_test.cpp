#include "runtime/listeners.h"

#include <vector>

#include "tests/catch.h"

namespace interleave::test {

namespace {

Ref<Callback> callback(int& runs) {
  return make_callback(CallbackKind::call, 0, [&runs] { ++runs; });
}

std::vector<const Callback*> in_order(const Listeners& listeners) {
  std::vector<const Callback*> all;
  listeners.for_each([](const TaskBase&) { FAIL("no task listens"); },
                     [&all](const Callback& callback) { all.push_back(&callback); });
  return all;
}

}  // namespace

TEST_CASE("listeners come in the order in which they were added") {
  int runs = 0;
  const auto a = callback(runs);
  const auto b = callback(runs);
  const auto c = callback(runs);
  Listeners listeners;
  CHECK(in_order(listeners).empty());
  for (const auto& each : {a, b, a, c}) {
    listeners.add_callback(each);
  }
  CHECK(in_order(listeners) == std::vector<const Callback*>{a.get(), b.get(), a.get(), c.get()});
}

TEST_CASE("a listener is taken out wherever it stands, the others stay in their order") {
  int runs = 0;
  const auto a = callback(runs);
  const auto b = callback(runs);
  Listeners listeners;
  CHECK(listeners.remove(*a) == 0);
  for (const auto& each : {a, b, a}) {
    listeners.add_callback(each);
  }
  CHECK(listeners.remove(*a) == 2);
  CHECK(in_order(listeners) == std::vector<const Callback*>{b.get()});
  CHECK(listeners.remove(*b) == 1);
  CHECK(in_order(listeners).empty());
}

TEST_CASE("callbacks are kept for as long as they are listened with, once for each time") {
  bool gone = false;
  struct Gone {
    bool* flag;
    explicit Gone(bool& at) : flag(&at) {}
    Gone(Gone&& other) noexcept : flag(std::exchange(other.flag, nullptr)) {}
    Gone(const Gone&) = delete;
    Gone& operator=(const Gone&) = delete;
    Gone& operator=(Gone&&) = delete;
    ~Gone() {
      if (flag != nullptr) {
        *flag = true;
      }
    }
    void operator()() const {}
  };
  Listeners listeners;
  {
    const Ref<Callback> only = make_callback(CallbackKind::call, 0, Gone(gone));
    listeners.add_callback(only);
    listeners.add_callback(only);
  }
  CHECK_FALSE(gone);
  {
    const Listeners moved = std::move(listeners);
    CHECK(in_order(moved).size() == 2);
    CHECK_FALSE(gone);
  }
  CHECK(gone);
}

}  // namespace interleave::test
