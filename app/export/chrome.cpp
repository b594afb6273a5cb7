#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "app/export/json_text.h"
#include "app/export/writers.h"
#include "app/trace/spans.h"
#include "app/trace/stops.h"

// Chrome's trace event format, as Perfetto and chrome://tracing open it: a row a task, a slice a
// span, a flow arrow from what made a task ready, counters for queues and semaphores. Times are
// microseconds. Beside them the trace itself, so that opening the file again loses nothing.

namespace interleave {
namespace {

constexpr int kProcess = 1;

std::string micros(std::int64_t ns) {
  return ns % 1000 == 0 ? std::to_string(ns / 1000) : fmt::format("{}.{:03}", ns / 1000, ns % 1000);
}

std::string json(std::string_view text) {
  std::string out;
  append_json_text(out, text);
  return out;
}

class Writer {
 public:
  explicit Writer(const Trace& trace) : trace_(trace) {}

  std::string write() {
    const TraceHeader& header = trace_.header();
    name("process_name", 0,
         header.scenario.empty() ? "Interleave" : header.scenario + " " + header.mode);
    for (const TaskId task : trace_.tasks()) {
      name("thread_name", task, trace_.label(task));
      row(0, fmt::format("\"name\":\"thread_sort_index\",\"ph\":\"M\",\"pid\":{},\"tid\":{},"
                         "\"args\":{{\"sort_index\":{}}}",
                         kProcess, task, task));
    }
    for (const TaskId task : trace_.tasks()) {
      slices(task);
    }
    for (Seq seq = 0; seq < trace_.size(); ++seq) {
      const Event& event = trace_[seq];
      if (event.kind == Kind::task_ready) {
        flow(seq, event);
      } else if (event.kind == Kind::resource_changed) {
        counter(event);
      }
    }
    // Our own events come first, for a reader of ours; others pass over a key they do not know.
    std::string text = "{\"displayTimeUnit\":\"ms\",\"interleave\":[\n";
    append_jsonl(text, trace_, ",");
    text += "],\"traceEvents\":[\n";
    std::stable_sort(rows_.begin(), rows_.end(),
                     [](const Row& one, const Row& other) { return one.t_ns < other.t_ns; });
    for (const Row& row : rows_) {
      text += row.fields + (&row == &rows_.back() ? "\n" : ",\n");
    }
    return text + "]}\n";
  }

 private:
  struct Row {
    std::int64_t t_ns;
    std::string fields;
  };

  void row(std::int64_t t_ns, const std::string& fields) {
    rows_.push_back({t_ns, "{" + fields + "}"});
  }

  void name(std::string_view what, TaskId tid, std::string_view text) {
    row(0,
        fmt::format("\"name\":\"{}\",\"ph\":\"M\",\"pid\":{},\"tid\":{},\"args\":{{\"name\":{}}}",
                    what, kProcess, tid, json(text)));
  }

  static std::string_view state_of(const Span& span) {
    if (span.blocked) {
      return "blocked";
    }
    return span.state == TaskState::running ? "running"
           : span.state == TaskState::ready ? "ready"
                                            : "suspended";
  }

  void slices(TaskId task) {
    for (const Span& span : spans_of(trace_, task)) {
      const std::string_view state = state_of(span);
      const auto labels = span_labels(trace_, task, span);
      row(span.begin_ns,
          fmt::format("\"name\":{},\"cat\":\"{}\",\"ph\":\"X\",\"ts\":{},\"dur\":{},\"pid\":{},"
                      "\"tid\":{},\"args\":{{\"state\":\"{}\",\"step\":{},\"seq\":{}}}",
                      json(labels.empty() ? state : std::string_view(labels.front())), state,
                      micros(span.begin_ns), micros(span.end_ns - span.begin_ns), kProcess, task,
                      state, span.step, span.begin_seq));
    }
  }

  void flow(Seq seq, const Event& event) {
    const bool by_task = event.a != kProgram && event.a != kNoTask && event.a != event.task;
    if (!by_task) {
      return;
    }
    const auto end = [&](std::string_view phase, TaskId task, std::string_view extra) {
      row(event.t_ns,
          fmt::format("\"name\":\"wakes\",\"cat\":\"wake\",\"ph\":\"{}\",\"id\":{},\"ts\":{},"
                      "\"pid\":{},\"tid\":{}{}",
                      phase, seq, micros(event.t_ns), kProcess, task, extra));
    };
    end("s", event.a, "");
    end("f", event.task, ",\"bp\":\"e\"");
  }

  void counter(const Event& event) {
    const ChangeInfo& change = trace_.log().change(event.a);
    if (!change.has_level) {
      return;
    }
    const ResourceInfo& resource = trace_.log().resource(change.resource);
    row(event.t_ns,
        fmt::format("\"name\":{},\"ph\":\"C\",\"ts\":{},\"pid\":{},\"args\":{{\"level\":{}}}",
                    json(trace_.text(resource.name)), micros(event.t_ns), kProcess, change.level));
  }

  const Trace& trace_;
  std::vector<Row> rows_;
};

}  // namespace

Result<std::string> make_chrome(const ExportRequest& request) {
  if (request.runs.size() != 1) {
    return ExportError{"a file of events holds one run, not " +
                       std::to_string(request.runs.size()) + ": choose one mode"};
  }
  return Writer(*request.runs.front().trace).write();
}

}  // namespace interleave
