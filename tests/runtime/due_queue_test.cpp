#include "runtime/due_queue.h"

#include <vector>

#include "tests/catch.h"

namespace interleave::test {

namespace {

class Due final : public DueHandle {
 public:
  explicit Due(std::int64_t due_ns) : DueHandle(CallbackKind::timer, due_ns) {}
  void run() override {}
  void on_due() override {}
};

Ref<DueHandle> push(DueQueue& queue, std::int64_t due_ns) {
  Ref<DueHandle> handle(new Due(due_ns));
  queue.push(*handle, queue.next_number());
  return handle;
}

void cancel(DueQueue& queue, DueHandle& handle) {
  handle.cancel();
  queue.note_cancelled();
}

}  // namespace

TEST_CASE("the due queue gives the earliest first, and among equals the one set first") {
  DueQueue queue;
  std::vector<Ref<DueHandle>> set;
  for (const std::int64_t due_ns : {3, 1, 2, 1, 3, 1}) {
    set.push_back(push(queue, due_ns));
  }
  for (const std::size_t place : {1U, 3U, 5U, 2U, 0U, 4U}) {
    CHECK(queue.top() == set[place].get());
    CHECK(set[place]->pending);
    queue.pop();
    CHECK_FALSE(set[place]->pending);
  }
  CHECK(queue.top() == nullptr);
}

TEST_CASE("a number given out early counts, not the time of pushing") {
  DueQueue queue;
  const std::uint64_t first = queue.next_number();
  push(queue, 5);
  const Ref<DueHandle> late(new Due(5));
  queue.push(*late, first);
  CHECK(queue.top() == late.get());
}

TEST_CASE("cancelled ones are dropped where they stand first, and kept behind others") {
  DueQueue queue;
  const auto first = push(queue, 1);
  const auto second = push(queue, 2);
  const auto third = push(queue, 3);
  cancel(queue, *first);
  cancel(queue, *third);
  queue.drop_cancelled();
  CHECK(queue.top() == second.get());
  queue.pop();
  CHECK(queue.top() == third.get());
  queue.drop_cancelled();
  CHECK(queue.top() == nullptr);
}

TEST_CASE("of more than a hundred all cancelled ones are dropped when they are more than half") {
  DueQueue queue;
  std::vector<Ref<DueHandle>> set;
  for (int i = 0; i < 101; ++i) {
    set.push_back(push(queue, i));
  }
  for (std::size_t i = 50; i < 101; ++i) {
    cancel(queue, *set[i]);
  }
  queue.drop_cancelled();
  int left = 0;
  for (; queue.top() != nullptr; ++left) {
    CHECK_FALSE(queue.pop()->cancelled());
  }
  CHECK(left == 50);
}

}  // namespace interleave::test
