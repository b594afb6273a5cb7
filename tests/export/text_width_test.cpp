#include "app/export/text_width.h"

#include "app/export/text_timeline.h"
#include "tests/catch.h"
#include "tests/trace/log_builder.h"

using namespace interleave;
using namespace interleave::test;

namespace {

constexpr const char* kAccent = "e\u0301";  // e and a mark above it
constexpr const char* kThree =
    "\u6c34\u3042\uac00";  // a letter of Chinese, Japanese and Korean each

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

// Three tasks that sleep a second each; the last thing printed is the label of a run.
Trace named_run(const std::vector<std::string>& names) {
  LogBuilder run;
  run.begin_loop();
  std::vector<TaskId> tasks;
  for (const std::string& name : names) {
    tasks.push_back(run.create(name, kProgram));
  }
  run.iteration(static_cast<std::uint32_t>(names.size()));
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    run.start(tasks[i]).print(tasks[i], names[i]).work(tasks[i], kSecond);
    run.finish(tasks[i]);
  }
  run.end_loop(tasks.front());
  return run.trace();
}

std::string drawn(const Trace& trace, int width, Axis axis) {
  ExportRun run;
  run.trace = &trace;
  TextStyle style;
  style.width = width;
  style.axis = axis;
  return text_timeline({run}, style);
}

}  // namespace

TEST_CASE("wide letters take two columns, marks none, all others one") {
  CHECK(text_width("") == 0);
  CHECK(text_width("main") == 4);
  CHECK(text_width("1 \u00b5s \u2026") == 6);
  CHECK(text_width(kAccent) == 1);
  CHECK(text_width(kThree) == 6);
  CHECK(text_width("\uff8a") == 1);              // the narrow form of a wide letter
  CHECK(text_width("\U0001F95A") == 2);          // an egg
  CHECK(text_width("\u05e9\u05c1\u05dc") == 2);  // Hebrew with a point
  CHECK(text_width("\u0301") == 1);              // a mark with nothing to stand on
}

TEST_CASE("a text is cut between letters and never leaves a mark behind") {
  const std::string text = std::string(kAccent) + kThree;
  CHECK(cut_to_width(text, 0).empty());
  CHECK(cut_to_width(text, 1) == kAccent);
  CHECK(cut_to_width(text, 2) == kAccent);  // half a letter has no place
  CHECK(cut_to_width(text, 3) == kAccent + std::string("\u6c34"));
  CHECK(cut_to_width(text, 99) == text);
}

TEST_CASE("under names of every width the lanes of a text timeline begin in one column") {
  const std::vector<std::string> names = {"plain", kAccent, kThree};
  const Trace plain = named_run({"plain", "x", "xxxxxx"});
  const Trace strange = named_run(names);
  for (const Axis axis : {Axis::time, Axis::steps}) {
    for (const int width : {60, 80, 121}) {
      const auto expected = lines_of(drawn(plain, width, axis));
      const auto lines = lines_of(drawn(strange, width, axis));
      REQUIRE(lines.size() == expected.size());
      for (std::size_t i = 0; i < lines.size(); ++i) {
        INFO(lines[i] << "\n" << expected[i]);
        // Letters of the same widths in the same places: every line is as long.
        CHECK(text_width(lines[i]) == text_width(expected[i]));
        CHECK(text_width(lines[i]) <= static_cast<std::size_t>(width));
      }
    }
  }
}

TEST_CASE("a wide letter that the end of a line would halve gives way to the lane's sign") {
  // On the steps axis a run that is wider than the terminal goes on below.
  std::vector<std::string> names;
  for (int i = 0; i < 30; ++i) {
    names.push_back(kThree);
  }
  const Trace trace = named_run(names);
  for (int width = 41; width < 61; ++width) {
    for (const std::string& line : lines_of(drawn(trace, width, Axis::steps))) {
      INFO(width << ": " << line);
      CHECK(text_width(line) <= static_cast<std::size_t>(width));
    }
  }
}
