#include "app/import/jsonl_reader.h"

#include "tests/catch.h"
#include "tests/export/runs.h"
#include "tests/import/files.h"

using namespace interleave;
using namespace interleave::test;

namespace {

std::string jsonl_of(const Trace& trace) {
  ExportRequest request;
  request.runs = {described(trace)};
  request.format = "jsonl";
  return export_bytes(request).value();
}

const std::string kHeader = "{\"format\":\"interleave-trace\",\"version\":1}\n";

/// An event's line with the key that comes next, and what is put behind it.
std::string line(int seq, const std::string& kind, const std::string& more = "", int step = 0) {
  return "{\"seq\":" + std::to_string(seq) +
         ",\"t_ns\":0,\"iteration\":0,\"step\":" + std::to_string(step) + ",\"kind\":\"" + kind +
         "\"" + more + "}\n";
}

const std::string kStart = kHeader + line(0, "program_started");
const std::string kTask =
    kStart + line(1, "task_created", R"(,"task":1,"name":"a","parent":0,"coroutine":"a")");

}  // namespace

TEST_CASE("every run of the catalogue comes back from its file as it was, byte for byte") {
  for (const Scenario& scenario : catalogue()) {
    for (const Mode& mode : scenario.modes) {
      INFO(scenario.id << " " << mode.id);
      const auto trace = run_of(scenario, mode.id);
      const std::string text = jsonl_of(*trace);
      const auto reader = read_text(text);
      Trace again(reader->header(), reader->log());
      CHECK(jsonl_of(again) == text);
      CHECK(everything_in(again.log()) == everything_in(trace->log()));
      CHECK(reader->passed_over().empty());
      CHECK(reader->done() == reader->total());
    }
  }
}

TEST_CASE("keys may stand in any order and be escaped, unknown keys and kinds are counted") {
  const auto reader = read_text(
      "{\"version\":1,\"colour\":3,\"format\":\"interleave-trace\",\"scenario\":\"x\"}\r\n"
      "{\"kind\":\"program_started\",\"step\":0,\"iteration\":0,\"t_ns\":0,\"s\\u0065q\":0}\r\n"
      "{\"seq\":1,\"t_ns\":5,\"iteration\":0,\"step\":0,\"kind\":\"rested\",\"deep\":[[{\"a\":[]}]]"
      "}\n"
      "{\"seq\":2,\"t_ns\":5,\"iteration\":0,\"step\":0,\"kind\":\"output\",\"text\":"
      "\"\\u00e9\\n\\\"\"}");
  const EventLog& log = *reader->log();
  REQUIRE(log.size() == 2);
  CHECK(log[1].kind == Kind::output);
  CHECK(log.text(log[1].a) == "é\n\"");
  CHECK(reader->header().scenario == "x");
  CHECK(reader->passed_over().counts().at("key \"colour\"") == 1);
  CHECK(reader->passed_over().counts().at("kind \"rested\"") == 1);
  CHECK(reader->passed_over().words(1) == "passed over: key \"colour\" and 2 more");
}

TEST_CASE("a file packed by gzip is read as what it holds") {
  const auto reader = read_text(packed(kTask));
  CHECK(reader->log()->size() == 2);
  CHECK(reader->done() == reader->total());
}

TEST_CASE("a broken file is refused with its line, the reason and what would be right") {
  CHECK(refusal_of("") == "line 1: the file is empty; a trace's header would be right");
  CHECK(refusal_of(kHeader) == "line 1: there is no event after the header");
  CHECK(refusal_of("{\"format\":\"other\"}\n") ==
        "line 1: \"format\" is \"other\"; \"interleave-trace\" would be right");
  CHECK(refusal_of("{\"format\":\"interleave-trace\",\"version\":2}\n") ==
        "line 1: version 2 of the format; 1 is what can be read here");
  CHECK(refusal_of(kHeader + "\n") == "line 2: nothing is there; a JSON object would be right");
  CHECK(refusal_of(kHeader + "[1]\n") == "line 2: a JSON object would be right here");
  CHECK(refusal_of(kHeader + "{\"seq\":0,\"t_ns\":0,\"itera") ==
        "line 2: a text has no closing quote");
  CHECK(refusal_of(kHeader + "{\"seq\":0,\"t_ns\":0,") == "line 2: it is no valid JSON");
  CHECK(refusal_of(kHeader + "{\"seq\":0} {}\n").starts_with("line 2: "));
  CHECK(refusal_of(kStart + "{\"seq\":1,\"t_ns\":0,\"iteration\":0,\"step\":0,\"kind\":"
                            "\"output\",\"text\":\"\xff\"}\n") == "line 3: it is not UTF-8");
}

TEST_CASE("the program itself is no task that starts, waits or is waited for") {
  const std::string would_be_right = "the program itself; a task's number would be right";
  CHECK(refusal_of(kTask + line(2, "task_started", R"(,"task":0)", 1)) ==
        "line 4: \"task\" is 0, " + would_be_right);
  CHECK(refusal_of(kTask + line(2, "cancel_requested", R"(,"task":0,"by":1,"count":1)")) ==
        "line 4: \"task\" is 0, " + would_be_right);
  CHECK(refusal_of(kTask + line(2, "task_suspended", R"(,"task":1,"reason":"task","on":0)")) ==
        "line 4: \"on\" is 0, " + would_be_right);
  CHECK(refusal_of(kTask +
                   line(2, "wait_on", R"(,"task":1,"wait":"w","type":"gather","members":[1,0])")) ==
        "line 4: \"members\" is 0, " + would_be_right);
}

TEST_CASE("numbers are read to the last digit that fits, and written otherwise they are refused") {
  const auto output = [](const std::string& t_ns) {
    return kHeader + "{\"seq\":0,\"t_ns\":" + t_ns +
           ",\"iteration\":0,\"step\":0,\"kind\":\"output\",\"text\":\"a\"}\n";
  };
  for (const std::string t_ns :
       {"0", "7", "1234567", "12345678", "123456789", "1234567890123456", "999999999999999999",
        "1000000000000000000", "2305843009213693952"}) {
    CHECK(std::to_string((*read_text(output(t_ns))->log())[0].t_ns) == t_ns);
    CHECK(std::to_string((*read_text(output(" " + t_ns + " "))->log())[0].t_ns) == t_ns);
  }
  CHECK(refusal_of(output("2305843009213693953")).find("would be right") != std::string::npos);
  for (const std::string t_ns :
       {"9223372036854775808", "18446744073709551616", "99999999999999999999999", "-1", "01", "1.0",
        "1e3", "0x1", "+1", "1a", "-", "NaN", "\"1\"", "true", "null", "[1]", "{}"}) {
    INFO(t_ns);
    CHECK_THAT(refusal_of(output(t_ns)), Catch::Matchers::StartsWith("line 2: "));
  }
}

TEST_CASE("what does not hold of a trace is refused") {
  CHECK(refusal_of(kStart + line(2, "output", ",\"text\":\"a\"")) ==
        "line 3: \"seq\" is 2; 1 comes next");
  CHECK(refusal_of(kStart + line(1, "output")) == "line 3: \"text\" is missing");
  CHECK(refusal_of(kStart + line(1, "output", ",\"text\":7")) ==
        "line 3: \"text\" is \"7\"; a text would be right");
  CHECK(refusal_of(kStart + line(1, "output", ",\"text\":\"a\"", 1)) ==
        "line 3: \"step\" is 1; 0 would be right");
  CHECK(refusal_of(kStart + line(1, "task_resumed", ",\"task\":1", 1)) ==
        "line 3: \"task\" is 1, a task that has not been created");
  CHECK(refusal_of(kTask + line(2, "task_created", R"(,"task":1,"name":"b")")) ==
        "line 4: \"task\" is 1, which is there already; the next is 2");
  CHECK(refusal_of(kTask + line(2, "task_created", R"(,"task":7,"name":"b")")) ==
        "line 4: \"task\" is 7, which leaves a gap; the next is 2");
  CHECK(refusal_of(kTask + line(2, "task_ready", R"(,"task":1,"cause":"luck")")) ==
        "line 4: there is no cause \"luck\"");
  CHECK(refusal_of(kTask + line(2, "timer_fired", R"(,"timer":1)")) ==
        "line 4: \"timer\" is 1, which has not been set");
  CHECK(refusal_of(kTask + line(2, "resource_changed", R"(,"resource":"q","action":"put")")) ==
        "line 4: \"resource\" is \"q\", which has not been created");
  CHECK(refusal_of(kTask + line(2, "task_suspended", R"(,"task":1,"reason":"task","on":"b")"))
            .starts_with("line 4: \"on\" is a text"));
  CHECK(refusal_of(kStart + line(1, "program_finished") + line(2, "program_finished")) ==
        "line 4: an event after the program's last one");
}

TEST_CASE("times that are negative, falling, overflowing, no numbers or NaN are refused") {
  const auto with_time = [](const std::string& time) {
    return refusal_of(kHeader +
                      "{\"seq\":0,\"t_ns\":5,\"iteration\":0,\"step\":0,\"kind\":"
                      "\"program_started\"}\n{\"seq\":1,\"t_ns\":" +
                      time + ",\"iteration\":0,\"step\":0,\"kind\":\"loop_started\"}\n");
  };
  CHECK(with_time("4") == "line 3: \"t_ns\" falls from 5 to 4");
  CHECK(with_time("-1").starts_with("line 3: \"t_ns\" is -1; 0 to "));
  CHECK(with_time("9000000000000000000")
            .starts_with("line 3: \"t_ns\" is 9000000000000000000; 0 to "));
  for (const char* wrong :
       {"99999999999999999999", "NaN", "1e3", "5.5", "\"5\"", "null", "[]", "true"}) {
    CHECK(with_time(wrong).find("a whole number of 64 bits would be right") != std::string::npos);
  }
}

TEST_CASE("a file that can't be read says why") {
  const auto why = [](const std::string& path) {
    return std::get<ImportError>(open_trace(path)).message();
  };
  CHECK(why("/nowhere/at all") == "/nowhere/at all: No such file or directory");
  CHECK(why("/tmp") == "/tmp: it is a folder; a trace file would be right");
  CHECK(why("/dev/null") == "/dev/null: it is no ordinary file; a trace file would be right");
  std::string half = packed(kTask);
  half.resize(half.size() - 12);
  CHECK(refusal_of(half).find("the packed file ends too early") != std::string::npos);
  CHECK(refusal_of(packed(std::string(3'000'000, 'x'))).find("more than 200 times") !=
        std::string::npos);
}

TEST_CASE("a line may be long, but not without bound, and depth costs nothing") {
  const std::string text(1'000'000, 'x');
  const auto reader = read_text(kStart + line(1, "output", ",\"text\":\"" + text + "\""));
  CHECK(reader->log()->text((*reader->log())[1].a) == text);
  CHECK(refusal_of(kStart + line(1, "output", ",\"text\":\"" + std::string(17 << 20, 'x'))) ==
        "line 3: longer than 16 MB, which no event is");
  const std::string deep(100'000, '[');
  CHECK(refusal_of(kStart + line(1, "output", ",\"deep\":" + deep)).starts_with("line 3: "));
}

TEST_CASE("a file is read in slices, with the part that has been read to be seen meanwhile") {
  const auto trace =
      run_of(*find_scenario("twenty-downloads"), find_scenario("twenty-downloads")->default_mode);
  const std::string text = jsonl_of(*trace);
  const File file(text);
  auto opened = open_trace(file.path());
  auto& reader = *std::get<std::unique_ptr<TraceReader>>(opened);
  CHECK(reader.header().scenario == "twenty-downloads");
  CHECK(reader.log()->empty());
  Trace seen(reader.header(), reader.log());
  int slices = 0;
  std::uint64_t done = 0;
  while (reader.advance(1000)) {
    seen.catch_up();
    CHECK(reader.done() > done);
    done = reader.done();
    CHECK(seen.size() <= trace->size());
    ++slices;
  }
  seen.catch_up();
  CHECK(slices > 10);
  CHECK(jsonl_of(seen) == text);
}

TEST_CASE("what was read before an error is sound") {
  const File file(kTask + "{broken\n");
  auto opened = open_trace(file.path());
  auto& reader = *std::get<std::unique_ptr<TraceReader>>(opened);
  CHECK_FALSE(reader.advance(1 << 20));
  REQUIRE(reader.error());
  CHECK(reader.error()->where == "line 4");
  CHECK(reader.log()->size() == 2);
}
