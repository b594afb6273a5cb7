// Opening files: read, checked and indexed, against CPython's json module alone, which does neither
// of the last two.

#include <fmt/format.h>
#include <malloc.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "app/import/open.h"
#include "app/trace/trace.h"
#include "tests/bench/bench.h"
#include "tests/bench/workload.h"

namespace interleave::bench {

namespace {

constexpr int kTasks = 20'000;
constexpr int kSlices = 200'000;
constexpr std::size_t kSlice = std::size_t{1} << 20U;

/// A file beside no other, gone at the end.
class File {
 public:
  File(const std::string& name, const std::string& text)
      : path_(std::filesystem::temp_directory_path() /
              ("interleave-bench-" + std::to_string(getpid()) + "-" + name)),
        size_(static_cast<double>(text.size())) {
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~File() { std::filesystem::remove(path_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] std::string path() const { return path_.string(); }
  [[nodiscard]] double size() const { return size_; }

 private:
  std::filesystem::path path_;
  double size_;
};

/// Tasks that print, work and sleep, as we write them; `events` is how many there are.
std::string our_trace(int& events) {
  std::string text =
      "{\"format\":\"interleave-trace\",\"version\":1,\"params\":{},\"clock\":\"virtual\","
      "\"source\":\"runtime\"}\n";
  int seq = 0;
  int step = 0;
  std::int64_t t_ns = 0;
  const auto line = [&](std::string_view kind, const std::string& rest) {
    fmt::format_to(std::back_inserter(text),
                   "{{\"seq\":{},\"t_ns\":{},\"iteration\":{},\"step\":{},\"kind\":\"{}\"{}}}\n",
                   seq++, t_ns, step / 2 + 1, step, kind, rest);
  };
  line("program_started", "");
  for (int task = 1; task <= kTasks; ++task) {
    const std::string who = fmt::format(",\"task\":{},\"line\":{}", task, 3 + task % 40);
    line("task_created", fmt::format("{},\"name\":\"worker {}\",\"label\":\"worker({})\","
                                     "\"parent\":0,\"coroutine\":\"worker\"",
                                     who, task, task));
    ++step;
    line("task_started", who);
    line("output", who + fmt::format(",\"text\":\"working on item {} of the list\"", task % 1000));
    line("worked", who + ",\"duration_ns\":200000000");
    t_ns += 200'000'000;
    line("timer_set", fmt::format("{},\"timer\":{},\"due_ns\":{},\"for\":\"sleep\",\"on\":{}", who,
                                  task, t_ns + 1'000'000, task));
    line("task_suspended",
         who + fmt::format(",\"reason\":\"sleep\",\"until_ns\":{}", t_ns + 1'000'000));
    line("iteration_started", ",\"ready\":1");
    t_ns += 1'000'000;
    line("timer_fired",
         fmt::format(",\"timer\":{},\"due_ns\":{},\"for\":\"sleep\",\"on\":{}", task, t_ns, task));
    line("task_ready", who + ",\"cause\":\"timer\",\"by\":0");
    ++step;
    line("task_resumed", who);
    line("task_finished", who + ",\"result\":\"None\"");
  }
  line("program_finished", "");
  events = seq;
  return text;
}

/// Slices on eight rows, as a browser or a server writes them.
std::string their_trace() {
  std::string text = "{\"traceEvents\":[\n";
  for (int i = 0; i < kSlices; ++i) {
    fmt::format_to(std::back_inserter(text),
                   "{}{{\"name\":\"request {}\",\"cat\":\"server\",\"ph\":\"X\",\"ts\":{},"
                   "\"dur\":{},\"pid\":4242,\"tid\":{},\"args\":{{\"path\":\"/items/{}\","
                   "\"status\":200,\"bytes\":{}}}}}",
                   i == 0 ? "" : ",\n", i % 50, 1'000'000 + i * 25, 150, 1 + i % 8, i % 900,
                   300 + i % 7000);
  }
  return text + "\n]}\n";
}

double open_ns(const std::string& path, double operations) {
  return nanoseconds(
      [&path] {
        auto opened = open_trace(path);
        auto& reader = *std::get<std::unique_ptr<TraceReader>>(opened);
        Trace trace(reader.header(), reader.log());
        while (reader.advance(kSlice)) {
          trace.catch_up();
        }
        trace.catch_up();
      },
      operations);
}

/// What it has in memory when it is open, for each byte of the file.
double bytes_a_byte(const File& file) {
  malloc_trim(0);
  const auto before = static_cast<double>(mallinfo2().uordblks + mallinfo2().hblkhd);
  auto opened = open_trace(file.path());
  auto& reader = *std::get<std::unique_ptr<TraceReader>>(opened);
  Trace trace(reader.header(), reader.log());
  double most = 0;
  bool more = true;
  while (more) {
    more = reader.advance(kSlice);
    trace.catch_up();
    most = std::max(most, static_cast<double>(mallinfo2().uordblks + mallinfo2().hblkhd) - before);
  }
  return most / file.size();
}

constexpr const char* kLines = R"(
import json, sys
path, events = sys.argv[1], int(sys.argv[2])
start()
with open(path, "rb") as file:
    for line in file:
        json.loads(line)
stop(events)
)";

constexpr const char* kWhole = R"(
import json, sys
path, events = sys.argv[1], int(sys.argv[2])
start()
with open(path, "rb") as file:
    json.load(file)
stop(events)
)";

}  // namespace

std::vector<Row> open_rows() {
  int events = 0;
  const File ours("ours.jsonl", our_trace(events));
  const File theirs("theirs.json", their_trace());
  const auto f =
      medians({[&] { return open_ns(ours.path(), events); },
               [&] { return run_python(kLines, ours.path() + " " + std::to_string(events)); },
               [&] { return open_ns(theirs.path(), kSlices); },
               [&] { return run_python(kWhole, theirs.path() + " " + std::to_string(kSlices)); }},
              kFewRuns);
  return {
      {"opening our trace, an event: read, checked, indexed", "ns", "json.loads, line by line",
       f[0], f[1], 1.0 / 8, 1.0 / 12},
      {"opening another's Chrome trace, a slice: read, checked, indexed", "ns", "json.load", f[2],
       f[3], 1.0 / 4},
      {"our trace open in memory, a byte of the file", "bytes", "a byte", bytes_a_byte(ours), 1,
       TraceReader::kMemoryPerByte},
      {"another's Chrome trace open in memory, a byte of the file", "bytes", "a byte",
       bytes_a_byte(theirs), 1, TraceReader::kMemoryPerByte},
  };
}

}  // namespace interleave::bench
