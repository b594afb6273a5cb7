#include "app/import/chrome_reader.h"

#include <map>

#include "app/trace/narration.h"
#include "app/trace/spans.h"
#include "tests/catch.h"
#include "tests/export/runs.h"
#include "tests/import/files.h"

using namespace interleave;
using namespace interleave::test;

namespace {

std::string exported(const Trace& trace, const std::string& format) {
  ExportRequest request;
  request.runs = {described(trace)};
  request.format = format;
  return export_bytes(request).value();
}

/// What a file of these events is read as.
std::unique_ptr<TraceReader> read_events(const std::string& events) {
  return read_text("{\"traceEvents\":[" + events + "]}");
}

/// The runs of a task, in microseconds: "10-20 30-35".
std::string runs_of(const Trace& trace, TaskId task) {
  std::string text;
  for (const Span& span : spans_of(trace, task)) {
    if (span.state == TaskState::running) {
      text += (text.empty() ? "" : " ") + std::to_string(span.begin_ns / 1000) + "-" +
              std::to_string(span.end_ns / 1000);
    }
  }
  return text;
}

std::vector<std::string> texts_of(const EventLog& log, Kind kind) {
  std::vector<std::string> texts;
  for (Seq seq = 0; seq < log.size(); ++seq) {
    if (log[seq].kind == kind) {
      texts.emplace_back(log.text(log[seq].a));
    }
  }
  return texts;
}

}  // namespace

TEST_CASE("every run of the catalogue comes back from its Chrome file event for event") {
  for (const Scenario& scenario : catalogue()) {
    for (const Mode& mode : scenario.modes) {
      INFO(scenario.id << " " << mode.id);
      const auto trace = run_of(scenario, mode.id);
      const auto reader = read_text(exported(*trace, "chrome"));
      const Trace again(reader->header(), reader->log());
      CHECK(exported(again, "jsonl") == exported(*trace, "jsonl"));
      CHECK(reader->done() == reader->total());
    }
  }
}

TEST_CASE("of a Chrome file the header is known before anything else is read") {
  const auto trace = run_of(*find_scenario("hello"), "concurrent");
  const File file(exported(*trace, "chrome"));
  const auto opened = open_trace(file.path());
  const auto& reader = *std::get<std::unique_ptr<TraceReader>>(opened);
  CHECK(reader.header().scenario == "hello");
  CHECK(reader.header().source == "runtime");
  CHECK(reader.log()->size() < trace->size());
}

TEST_CASE("a row of another program's trace is a task, its slices are runs of it") {
  const auto reader = read_events(
      R"({"name":"thread_name","ph":"M","pid":1,"tid":7,"args":{"name":"worker"}},)"
      R"({"name":"b","ph":"B","ts":30,"pid":1,"tid":7},{"ph":"E","ts":35,"pid":1,"tid":7},)"
      R"({"name":"a","ph":"X","ts":10,"dur":10,"pid":1,"tid":7},)"
      R"({"name":"in a","ph":"X","ts":12,"dur":2.5,"pid":1,"tid":7},)"
      R"({"name":"note","ph":"i","ts":31,"pid":1,"tid":7,"s":"t"})");
  const Trace trace(reader->header(), reader->log());
  REQUIRE(trace.tasks().size() == 1);
  CHECK(trace.name(1) == "worker");
  CHECK(runs_of(trace, 1) == "0-10 20-25");
  CHECK(texts_of(trace.log(), Kind::coroutine_entered) ==
        std::vector<std::string>{"a", "in a", "b"});
  CHECK(texts_of(trace.log(), Kind::output) == std::vector<std::string>{"note"});
  CHECK(trace.complete());
  CHECK(reader->passed_over().empty());
  CHECK(reader->header().source == "chrome");
  const auto spans = spans_of(trace, 1);
  std::vector<std::string> labels;
  for (const Span& span : spans) {
    if (span.state == TaskState::running) {
      labels.push_back(span_labels(trace, 1, span).front());
    }
  }
  CHECK(labels == std::vector<std::string>{"a", "b"});
}

TEST_CASE("arrows say who woke whom, asynchronous spans what was waited for, counters how many") {
  const auto reader =
      read_events(R"({"name":"x","ph":"X","ts":0,"dur":2,"pid":1,"tid":1},)"
                  R"({"name":"fetch","cat":"net","ph":"b","id":"0x1","ts":2,"pid":1,"tid":1},)"
                  R"({"name":"fetch","cat":"net","ph":"e","id":"0x1","ts":8,"pid":1,"tid":1},)"
                  R"({"name":"y","ph":"X","ts":5,"dur":3,"pid":1,"tid":2},)"
                  R"({"name":"go","cat":"f","ph":"s","id":1,"ts":7,"pid":1,"tid":2},)"
                  R"({"name":"go","cat":"f","ph":"f","bp":"e","id":1,"ts":9,"pid":1,"tid":1},)"
                  R"({"name":"x","ph":"X","ts":9,"dur":1,"pid":1,"tid":1},)"
                  R"({"name":"queue","ph":"C","ts":4,"pid":1,"args":{"value":3}})");
  const Trace trace(reader->header(), reader->log());
  const EventLog& log = trace.log();
  Event ready;
  Event suspended;
  Event changed;
  for (Seq seq = 0; seq < trace.size(); ++seq) {
    const Event event = trace[seq];
    ready = event.kind == Kind::task_ready ? event : ready;
    changed = event.kind == Kind::resource_changed ? event : changed;
    if (event.kind == Kind::task_suspended && event.a != 0) {
      suspended = event;
    }
  }
  CHECK(ready.t_ns == 7000);
  CHECK(trace.name(ready.task) == "thread 1");
  CHECK(trace.name(ready.a) == "thread 2");
  CHECK(log.text(log.resource(suspended.a).name) == "fetch");
  CHECK(log.change(changed.a).level == 3);
  CHECK(changed.t_ns == 4000);
}

TEST_CASE("the list may stand alone, without its end, with a comma behind the last, packed") {
  const std::string event = R"({"name":"a","ph":"X","ts":1,"dur":1,"pid":"p","tid":"t"})";
  for (const std::string& text : {"[" + event + "]", "[" + event, "[\n" + event + ",\n",
                                  "[" + event + ",]", packed("[" + event + "]")}) {
    const auto reader = read_text(text);
    CHECK(texts_of(*reader->log(), Kind::coroutine_entered) == std::vector<std::string>{"a"});
  }
}

TEST_CASE("what cannot be shown is counted and named") {
  const auto reader = read_events(
      R"({"name":"a","ph":"X","ts":1,"dur":1,"pid":1,"tid":1},{"ph":"E","ts":9,"pid":1,"tid":1},)"
      R"({"name":"o","ph":"N","ts":1,"pid":1,"tid":1},{"name":"o","ph":"N","ts":1,"pid":1,"tid":1},)"
      R"({"name":"late","ph":"B","ts":3,"pid":1,"tid":1},{"ph":"X","ts":"soon","pid":1,"tid":1},)"
      R"({"name":"n","ph":"X","ts":1,"dur":-4,"pid":1,"tid":1},)"
      R"({"name":"far","ph":"X","ts":1e300,"dur":1,"pid":1,"tid":1},)"
      R"({"name":7,"ph":"i","ts":2,"pid":1,"tid":1,"stack":[1]})");
  const auto& counts = reader->passed_over().counts();
  CHECK(counts.at("phase N") == 2);
  CHECK(counts.at("ends without a beginning") == 1);
  CHECK(counts.at("ends of slices that have none") == 1);
  CHECK(counts.at("wrong type of \"ts\"") == 2);
  CHECK(counts.at("events without a time") == 2);
  CHECK(counts.at("slices of a negative length") == 1);
  CHECK(counts.at("wrong type of \"name\"") == 1);
  CHECK(counts.at("key \"stack\"") == 1);
}

TEST_CASE("a broken Chrome file is refused with the byte and the reason") {
  const auto refused = [](const std::string& text) { return refusal_of(text); };
  CHECK(refused("[") == "byte 1: there is no event in it that can be shown");
  CHECK(refused("{\"traceEvents\":[") == "byte 16: the file ends within a list");
  CHECK(refused("[{\"ph\":\"X\"") == "byte 1: the file ends within an event");
  CHECK(refused("[7]") == "byte 1: an event is a JSON object; something else is here");
  CHECK(refused("[{\"a\" 1}]") == "byte 1: it is no valid JSON");
  CHECK(refused("[{\"ph\":\"\xff\"}]") == "byte 1: it is not UTF-8");
  CHECK(refused("[{}{}]") == "byte 3: a comma would be right between events");
  CHECK(refused("[{\"args\":" + std::string(1000, '[')) == "byte 1: nested more than 500 deep");
  CHECK(refused("{\"interleave\":[],\"traceEvents\":[]}").find("no event of ours") !=
        std::string::npos);
}

TEST_CASE("slices that overlap without nesting are cut, so that a row stays sound") {
  const auto reader = read_events(R"({"name":"a","ph":"X","ts":0,"dur":10,"pid":1,"tid":1},)"
                                  R"({"name":"b","ph":"X","ts":5,"dur":10,"pid":1,"tid":1},)"
                                  R"({"name":"c","ph":"X","ts":15,"dur":0,"pid":1,"tid":1})");
  const Trace trace(reader->header(), reader->log());
  CHECK(runs_of(trace, 1) == "0-10 15-15");
  CHECK(reader->passed_over().counts().at("ends of slices beyond those around them") == 1);
}

TEST_CASE("who waits for what has no name says who wakes it, or that the trace does not say") {
  const auto reader = read_events(
      "{\"ph\":\"X\",\"pid\":1,\"tid\":7,\"ts\":0,\"dur\":10,\"name\":\"load\"},"
      "{\"ph\":\"X\",\"pid\":1,\"tid\":8,\"ts\":20,\"dur\":10,\"name\":\"parse\"},"
      "{\"ph\":\"s\",\"pid\":1,\"tid\":8,\"ts\":25,\"id\":3,\"name\":\"go\",\"cat\":\"f\"},"
      "{\"ph\":\"f\",\"pid\":1,\"tid\":7,\"ts\":40,\"id\":3,\"name\":\"go\",\"cat\":\"f\",\"bp\":"
      "\"e\"},"
      "{\"ph\":\"X\",\"pid\":1,\"tid\":7,\"ts\":40,\"dur\":5,\"name\":\"more\"},"
      "{\"ph\":\"X\",\"pid\":1,\"tid\":8,\"ts\":50,\"dur\":5,\"name\":\"end\"}");
  const Trace trace(reader->header(), reader->log());
  StateReader states(trace);
  const auto told_of = [&](TaskId task) {
    for (const Span& span : spans_of(trace, task)) {
      if (span.state == TaskState::suspended) {
        return span_labels(trace, task, span).front() + " | " +
               why_not(trace, states.at(span.begin_seq), task).answer + " | " +
               describe(trace, span.begin_seq) + " | " + describe(trace, span.end_seq);
      }
    }
    return std::string();
  };
  CHECK(told_of(1) ==
        "waits for thread 8 | It waits for thread 8 to wake it. | thread 7 waits for thread 8. | "
        "thread 7 can go on: thread 8 has woken it.");
  CHECK(told_of(2) ==
        "waits | It waits, the trace does not say for what. | thread 8 waits, the trace does not "
        "say for what. | thread 8 can go on: its next stretch begins.");
}
