#include "app/timeline/level_words.h"

#include "tests/catch.h"
#include "tests/trace/log_builder.h"

using namespace interleave;
using namespace interleave::test;

namespace {

struct Thing {
  ResourceType type;
  std::int64_t capacity;
  ResourceLevel level;
};

std::string words_for(const Thing& thing) {
  LogBuilder run;
  const TaskId main = run.create("main", kProgram);
  const ResourceId id = run.resource("thing", thing.type, main, thing.capacity);
  return level_words(run.trace(), id, thing.level);
}

}  // namespace

TEST_CASE("how full, how free, who holds and how many wait, in a few words") {
  CHECK(words_for({ResourceType::queue, 0, {0, 0, 1, kNoTask}}) == "1 item");
  CHECK(words_for({ResourceType::queue, 5, {0, 2, 5, kNoTask}}) == "5 of 5 items · 2 wait");
  CHECK(words_for({ResourceType::semaphore, 5, {0, 0, 3, kNoTask}}) == "3 of 5 free");
  CHECK(words_for({ResourceType::semaphore, 0, {0, 1, 0, kNoTask}}) == "0 free · 1 waits");
  CHECK(words_for({ResourceType::semaphore, 1, {0, 0, 2, kNoTask}}) == "2 free");
  CHECK(words_for({ResourceType::lock, 1, {0, 0, 1, kNoTask}}) == "free");
  CHECK(words_for({ResourceType::lock, 1, {0, 1, 0, 1}}) == "held by main · 1 waits");
  CHECK(words_for({ResourceType::event, 0, {0, 3, 0, kNoTask}}) == "not set · 3 wait");
  CHECK(words_for({ResourceType::condition, 0, {0, 2, 0, kNoTask}}) == "2 wait");
  CHECK(words_for({ResourceType::condition, 0, {0, 0, 0, kNoTask}}) == "nobody waits");
  CHECK(words_for({ResourceType::barrier, 3, {0, 2, 2, kNoTask}}) == "2 of 3 here");
}
