// What each scenario is there to show, at its defaults: exact lines, their order, the totals.

#include <algorithm>
#include <iterator>

#include "tests/catch.h"
#include "tests/scenarios/runs.h"

namespace interleave::test {

namespace {

TaskId task_named(const EventLog& log, std::string_view name) {
  for (TaskId task = 1; task <= log.task_count(); ++task) {
    if (log.text(log.task(task).name) == name) {
      return task;
    }
  }
  return kNoTask;
}

/// The last event of that kind of the task of that name.
Event last_of(const EventLog& log, std::string_view name, Kind kind) {
  const TaskId task = task_named(log, name);
  Event found;
  for (std::uint64_t seq = 0; seq < log.size(); ++seq) {
    if (log[seq].task == task && log[seq].kind == kind) {
      found = log[seq];
    }
  }
  return found;
}

Lines numbered(const std::string& word, int count) {
  Lines lines;
  for (int i = 1; i <= count; ++i) {
    lines.push_back(word + " " + std::to_string(i));
  }
  return lines;
}

Lines in_turns(const Lines& a, const Lines& b) {
  Lines lines;
  for (std::size_t i = 0; i < a.size(); ++i) {
    lines.push_back(a[i]);
    lines.push_back(b[i]);
  }
  return lines;
}

Lines joined(std::initializer_list<Lines> parts) {
  Lines lines;
  for (const Lines& part : parts) {
    lines.insert(lines.end(), part.begin(), part.end());
  }
  return lines;
}

const Lines kPages = numbered("reading page", 4);
const Lines kMessages = numbered("reading new message", 4);

}  // namespace

TEST_CASE("book-and-messages: the order changes, the 1.6 s do not") {
  CHECK(lines_of("book-and-messages", "sequential") == joined({kPages, kMessages}));
  CHECK(lines_of("book-and-messages", "generators") == in_turns(kPages, kMessages));
  CHECK(lines_of("book-and-messages", "concurrent") == in_turns(kPages, kMessages));
  for (const char* mode : {"sequential", "generators", "concurrent"}) {
    CHECK(total_of("book-and-messages", mode) == 1600);
  }
}

TEST_CASE("boiling-water: eleven lines, taking turns while the water heats, 4.6 s against 3.0 s") {
  const Lines turns = in_turns(kPages, kMessages);
  const Lines expected =
      joined({{"boiling for 1 sec"}, turns, {"boiling for 3 sec", "boiling for 5 sec"}});
  CHECK(expected.size() == 11);
  CHECK(lines_of("boiling-water", "concurrent") == expected);
  CHECK(lines_of("boiling-water", "taskgroup") == expected);
  CHECK(
      lines_of("boiling-water", "sequential") ==
      joined({{"boiling for 1 sec", "boiling for 3 sec", "boiling for 5 sec"}, kPages, kMessages}));
  CHECK(total_of("boiling-water", "sequential") == 4600);
  CHECK(total_of("boiling-water", "concurrent") == 3000);
  CHECK(total_of("boiling-water", "taskgroup") == 3000);
}

TEST_CASE("boiling-water: main resumes in iteration 12") {
  const Log log = run_of("boiling-water", "concurrent").log();
  CHECK(last_of(*log, "main", Kind::task_resumed).iteration == 12);
}

TEST_CASE("boiling-water: a timer does not interrupt who has the thread") {
  const Run run = run_of("boiling-water", "concurrent", {{"page_time", 0.5}});
  const Log log = run.log();
  const Lines lines = outputs(*log);
  const auto page = std::find(lines.begin(), lines.end(), "reading page 4");
  const auto boils = std::find(lines.begin(), lines.end(), "boiling for 3 sec");
  CHECK(page < boils);
  std::int64_t resumed_ns = 0;
  const TaskId water = task_named(*log, "boiling_water");
  for (std::uint64_t seq = 0; seq < log->size() && resumed_ns == 0; ++seq) {
    const Event& event = (*log)[seq];
    resumed_ns = event.task == water && event.kind == Kind::task_resumed ? event.t_ns : 0;
  }
  CHECK(resumed_ns > 2'000'000'000);
}

TEST_CASE("boiling-water: the late timer's water is due when the reading has just ended") {
  const Scenario& scenario = *find_scenario("boiling-water");
  REQUIRE(scenario.presets.size() == 1);
  const Log log = run_of("boiling-water", "concurrent", scenario.presets[0].values).log();
  const Lines lines = outputs(*log);
  REQUIRE(lines.size() == 11);
  CHECK(lines[9] == "boiling for 3 sec");
  CHECK(last_of(*log, "reading_book", Kind::task_finished).t_ns <=
        last_of(*log, "boiling_water", Kind::task_finished).t_ns);
}

TEST_CASE("phone-while-driving: concurrency is not parallelism: 4.0, 4.0 in turns, 2.0") {
  const Lines talking = numbered("sentence", 4);
  const Lines driving = numbered("stretch", 4);
  CHECK(lines_of("phone-while-driving", "sequential") == joined({talking, driving}));
  CHECK(lines_of("phone-while-driving", "concurrent") == in_turns(talking, driving));
  CHECK(lines_of("phone-while-driving", "parallel") == in_turns(talking, driving));
  CHECK(total_of("phone-while-driving", "sequential") == 4000);
  CHECK(total_of("phone-while-driving", "concurrent") == 4000);
  CHECK(total_of("phone-while-driving", "parallel") == 2000);
}

TEST_CASE("hello: one task, one suspension, one resumption") {
  const Log log = run_of("hello", "concurrent").log();
  CHECK(outputs(*log) == Lines{"hello world"});
  CHECK(total_ms(*log) == 1000);
  int suspended = 0;
  int resumed = 0;
  for (std::uint64_t seq = 0; seq < log->size(); ++seq) {
    suspended += (*log)[seq].kind == Kind::task_suspended ? 1 : 0;
    resumed += (*log)[seq].kind == Kind::task_resumed ? 1 : 0;
  }
  CHECK(suspended == 1);
  CHECK(resumed == 1);
}

TEST_CASE("two-hellos: 3.0 s against 2.0 s, and the second prints first") {
  CHECK(lines_of("two-hellos", "sequential") == Lines{"first hello", "second hello"});
  CHECK(lines_of("two-hellos", "concurrent") == Lines{"second hello", "first hello"});
  CHECK(total_of("two-hellos", "sequential") == 3000);
  CHECK(total_of("two-hellos", "concurrent") == 2000);
}

TEST_CASE("two-hellos: a loop without an end idles until it is no longer watched") {
  const Log log = run_of("two-hellos", "forever").log();
  CHECK(outputs(*log) == Lines{"second hello", "first hello"});
  CHECK(log->back().kind == Kind::program_stopped);
  CHECK(total_ms(*log) == 3000);
  CHECK(lines_of("two-hellos", "forever", {{"until", 1.5}}) == Lines{"second hello"});
  CHECK(lines_of("two-hellos", "forever", {{"until", 1.0}}).empty());
}

TEST_CASE("task-start: the child starts after main ends, before it ends, or is let finish") {
  CHECK(lines_of("task-start", "no-await") ==
        Lines{"before", "after", "main ends", "child starts"});
  CHECK(lines_of("task-start", "yield") == Lines{"before", "after", "child starts", "main ends"});
  CHECK(lines_of("task-start", "await") ==
        Lines{"before", "after", "child starts", "child ends", "main ends"});
  CHECK(total_of("task-start", "no-await") == 0);
  CHECK(total_of("task-start", "yield") == 0);
  CHECK(total_of("task-start", "await") == 1000);
}

TEST_CASE("send-messages: await alone is sequential, tasks are not") {
  CHECK(lines_of("send-messages", "one-by-one") ==
        Lines{"Sending message to John Doe", "Message sent to John Doe",
              "Sending message to Anna Herb", "Message sent to Anna Herb", "Time taken 4.0s"});
  const Lines together = {"Sending message to John Doe", "Sending message to Anna Herb",
                          "Message sent to John Doe", "Message sent to Anna Herb",
                          "Time taken 2.0s"};
  for (const char* mode : {"tasks", "taskgroup", "gather"}) {
    INFO(mode);
    CHECK(lines_of("send-messages", mode) == together);
    CHECK(total_of("send-messages", mode) == 2000);
  }
  CHECK(total_of("send-messages", "one-by-one") == 4000);
}

TEST_CASE("send-messages: as completed, the results come as Anna, John, Chris") {
  const Lines lines = lines_of("send-messages", "as-completed");
  Lines completed;
  std::copy_if(lines.begin(), lines.end(), std::back_inserter(completed),
               [](const std::string& line) { return line.starts_with("Completed"); });
  CHECK(completed == Lines{"Completed message to Anna Herb", "Completed message to John Doe",
                           "Completed message to Chris Jakson"});
  CHECK(lines.back() == "Time taken 3.0s");
  CHECK(total_of("send-messages", "as-completed") == 3000);
}

}  // namespace interleave::test
