#include "runtime/event_log.h"

#include <string>
#include <vector>

#include "tests/catch.h"

namespace interleave::test {

namespace {

void append_numbered(EventLog& log, std::uint32_t count) {
  for (std::uint32_t i = 0; i < count; ++i) {
    log.append().a = i;
  }
}

}  // namespace

TEST_CASE("an event log keeps every event, over many chunks") {
  EventLog log;
  CHECK(log.empty());
  const auto count = static_cast<std::uint32_t>(3 * EventLog::kChunkSize + 7);
  append_numbered(log, count);
  CHECK(log.size() == count);
  bool all = true;
  for (std::uint32_t i = 0; i < count; ++i) {
    all = all && log[i].a == i;
  }
  CHECK(all);
}

TEST_CASE("an event log gives events back as they were filled in, whatever their key") {
  EventLog log;
  std::vector<Event> events;
  for (std::uint32_t i = 0; i < 3 * EventLog::kChunkSize; ++i) {
    Event event;
    event.t_ns = i % 7 == 0 ? -std::int64_t{i} : 1'000'000'000'000;
    event.iteration = i / 5;
    event.step = i % 11 == 0 ? 4'000'000'000U - i : i;
    event.task = i % 3 == 0 ? kNoTask : i;
    event.a = i * 17;
    event.b = i % 13 == 0 ? i : 0;
    event.line = static_cast<std::uint16_t>(i);
    event.kind = static_cast<Kind>(i % kKindCount);
    event.code = static_cast<std::uint8_t>(i);
    events.push_back(event);
    log.append() = event;
    REQUIRE(log.back() == event);
  }
  bool same = true;
  for (std::size_t i = 0; i < events.size(); ++i) {
    same = same && log[i] == events[i];
  }
  CHECK(same);
}

TEST_CASE("the events of an iteration take little more than 16 bytes each") {
  EventLog log;
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    Event& event = log.append();
    event.iteration = i / 3000;
    event.step = i / 3;
  }
  CHECK(log.event_bytes() < log.size() * 17);
}

TEST_CASE("an event log that recycles counts all and keeps the last chunk") {
  EventLog log(EventLog::Retention::recycle);
  const auto count = static_cast<std::uint32_t>(2 * EventLog::kChunkSize + 5);
  append_numbered(log, count);
  CHECK(log.size() == count);
  CHECK(log.back().a == count - 1);
  CHECK(log[2 * EventLog::kChunkSize].a == 2 * EventLog::kChunkSize);
}

TEST_CASE("equal texts have one id, the empty text is not the absent one") {
  EventLog log;
  const TextId a = log.intern("a");
  CHECK(log.intern("b") != a);
  CHECK(log.intern(std::string("a")) == a);
  CHECK(log.text(a) == "a");
  const TextId empty = log.intern("");
  CHECK(empty != kNoText);
  CHECK(log.text(empty).empty());
  CHECK(log.text(kNoText).empty());
}

TEST_CASE("texts stay where they are however many and however long they are") {
  EventLog log;
  const TextId first = log.intern("first");
  const char* place = log.text(first).data();
  for (int i = 0; i < 5000; ++i) {
    log.intern("text " + std::to_string(i));
  }
  const std::string long_text(100'000, 'x');
  const TextId longest = log.intern(long_text);
  CHECK(log.text(longest) == long_text);
  CHECK(log.text(first).data() == place);
  CHECK(log.text(log.intern("text 4321")) == "text 4321");
}

TEST_CASE("the second of a name is told apart, tasks, waits and resources each for themselves") {
  EventLog log;
  const auto name = [&log](EventLog::Family family) {
    return log.text(log.unique_name(family, "gather"));
  };
  CHECK(name(EventLog::Family::task) == "gather");
  CHECK(name(EventLog::Family::task) == "gather 2");
  CHECK(name(EventLog::Family::task) == "gather 3");
  CHECK(name(EventLog::Family::wait) == "gather");
  CHECK(name(EventLog::Family::resource) == "gather");
}

TEST_CASE("tasks, timers, waits, resources, jobs and changes are numbered from 1") {
  EventLog log;
  CHECK(log.add(TaskInfo{}) == 1);
  CHECK(log.add(TaskInfo{}) == 2);
  CHECK(log.add(TimerInfo{}) == 1);
  CHECK(log.add(WaitInfo{kNoText, WaitType::group, {1, 2}}) == 1);
  CHECK(log.add(ResourceInfo{}) == 1);
  CHECK(log.add(JobInfo{}) == 1);
  CHECK(log.add(ChangeInfo{}) == 1);
  CHECK(log.task_count() == 2);
  CHECK(log.wait(1).members == std::vector<TaskId>{1, 2});
  log.job_for_update(1).worker = 3;
  CHECK(log.job(1).worker == 3);
}

}  // namespace interleave::test
