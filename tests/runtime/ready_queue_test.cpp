#include "runtime/ready_queue.h"

#include <vector>

#include "tests/catch.h"

namespace interleave::test {

namespace {

class Step final : public Handle {
 public:
  Step() : Handle(What::task_step) {}
};

class Counting final : public Callback {
 public:
  explicit Counting(int* alive) : Callback(CallbackKind::call, 0), alive_(alive) { ++*alive_; }
  Counting(const Counting&) = delete;
  Counting& operator=(const Counting&) = delete;
  ~Counting() override { --*alive_; }
  void run() override {}

 private:
  int* alive_;
};

}  // namespace

TEST_CASE("the ready queue gives back in the order in which it was given") {
  std::vector<Step> handles(1000);
  ReadyQueue queue;
  for (std::size_t i = 0; i < 40; ++i) {
    queue.push_task(handles[i]);
  }
  bool in_order = true;
  for (std::size_t i = 40, first = 0; i < handles.size(); ++i) {
    queue.push_task(handles[i]);
    if (i % 3 == 0) {
      in_order = in_order && queue.pop() == &handles[first++];
    }
    CHECK(queue.size() == i + 1 - first);
  }
  CHECK(in_order);
}

TEST_CASE("the ready queue holds a callback until it is taken or cleared") {
  int alive = 0;
  {
    ReadyQueue queue;
    for (int i = 0; i < 3; ++i) {
      queue.push_callback(Ref<Callback>(new Counting(&alive)));
    }
    CHECK(alive == 3);
    static_cast<Callback*>(queue.pop())->release();
    CHECK(alive == 2);
    queue.clear();
    CHECK(alive == 0);
    CHECK(queue.empty());
    queue.push_callback(Ref<Callback>(new Counting(&alive)));
  }
  CHECK(alive == 0);
}

}  // namespace interleave::test
