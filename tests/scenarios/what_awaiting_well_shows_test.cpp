// What the scenarios of awaiting well show: exact lines, their order, when.

#include <algorithm>
#include <iterator>

#include "tests/catch.h"
#include "tests/scenarios/runs.h"

namespace interleave::test {

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

TEST_CASE("blocking-call: a blocking call freezes the heartbeat, 9.0 s against 5.0 s") {
  CHECK(timed_lines_of("blocking-call", "blocking") ==
        Lines{"0.0 s Starting Work", "5.0 s Finishing Work", "5.0 s tick 1", "6.0 s tick 2",
              "7.0 s tick 3", "8.0 s tick 4", "9.0 s tick 5"});
  const Lines awaited = {"0.0 s Starting Work", "1.0 s tick 1", "2.0 s tick 2",
                         "3.0 s tick 3",        "4.0 s tick 4", "5.0 s Finishing Work",
                         "5.0 s tick 5"};
  CHECK(timed_lines_of("blocking-call", "awaiting") == awaited);
  CHECK(total_of("blocking-call", "blocking") == 9000);
  CHECK(total_of("blocking-call", "awaiting") == 5000);
  CHECK(total_of("blocking-call", "threaded") == 5000);
}

TEST_CASE("three-awaitables: what each can be asked, before and after") {
  CHECK(timed_lines_of("three-awaitables", "concurrent") ==
        Lines{"0.0 s coroutine: can only be awaited", "1.0 s 42",
              "1.0 s coroutine: can only be awaited", "1.0 s task: not done, no result yet",
              "2.0 s 42", "2.0 s task: done, result 42, cancel says False",
              "2.0 s future: not done, no result yet", "3.0 s 42",
              "3.0 s future: done, result 42, cancel says False"});
}

TEST_CASE("cancel-a-task: asked for, delivered at the await, cleaned up, or shielded, or caught") {
  CHECK(timed_lines_of("cancel-a-task", "cancelled") ==
        Lines{"2.0 s cancel requested", "2.0 s cleaned up", "2.0 s job cancelled"});
  CHECK(timed_lines_of("cancel-a-task", "shielded") ==
        Lines{"2.0 s waited long enough", "4.0 s cleaned up", "4.0 s job done"});
  CHECK(timed_lines_of("cancel-a-task", "suppressed") ==
        Lines{"2.0 s cancel requested", "2.0 s cancellation suppressed", "6.0 s cleaned up",
              "6.0 s job done"});
}

TEST_CASE("cancel-a-task: a job that has ended is not cancelled any more") {
  CHECK(timed_lines_of("cancel-a-task", "cancelled", {{"length", 1}}) ==
        Lines{"1.0 s cleaned up", "2.0 s cancel requested", "2.0 s job done"});
}

TEST_CASE("time-limit: the job is cancelled at 3 s, and main catches TimeoutError") {
  CHECK(timed_lines_of("time-limit", "in-time") == Lines{"2.0 s job done"});
  CHECK(timed_lines_of("time-limit", "too-late") == Lines{"3.0 s job cancelled", "3.0 s too late"});
  const Log log = run_of("time-limit", "too-late").log();
  CHECK(count_of(*log, Kind::cancel_requested) == 1);
  CHECK(count_of(*log, Kind::cancel_uncounted) == 1);
  CHECK(log->back().kind == Kind::program_finished);
}

TEST_CASE("one-fails: who goes on, who is cancelled, what comes out") {
  CHECK(timed_lines_of("one-fails", "gather") ==
        Lines{"1.0 s job 1 done", "2.0 s ValueError: no such user", "3.0 s job 3 done"});
  CHECK(timed_lines_of("one-fails", "return-exceptions") ==
        Lines{"1.0 s job 1 done", "3.0 s job 3 done", "3.0 s ValueError: no such user"});
  CHECK(timed_lines_of("one-fails", "taskgroup") ==
        Lines{"1.0 s job 1 done", "2.0 s job 3 cancelled", "2.0 s ValueError: no such user"});
  CHECK(total_of("one-fails", "gather") == 4000);
  CHECK(total_of("one-fails", "return-exceptions") == 5000);
  CHECK(total_of("one-fails", "taskgroup") == 4000);
}

TEST_CASE("nothing-to-overlap: a single chain takes 1.3 s both ways") {
  const Lines expected = {"1.0 s queried", "1.1 s formatted", "1.3 s replied"};
  CHECK(timed_lines_of("nothing-to-overlap", "sequential") == expected);
  CHECK(timed_lines_of("nothing-to-overlap", "concurrent") == expected);
}

}  // namespace interleave::test
