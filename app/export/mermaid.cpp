#include <fmt/format.h>

#include <string>

#include "app/export/writers.h"
#include "app/timeline/one_line.h"
#include "app/trace/spans.h"
#include "app/trace/stops.h"
#include "runtime/event_names.h"

// A sequence diagram between the event loop and the tasks, in Mermaid's language.

namespace interleave {
namespace {

// What Mermaid reads as its own is written by its number, a line's end as a break; a text that is
// empty would be a mistake.
std::string words(std::string_view text) {
  std::string result;
  for (const char c : plain_lines(text)) {
    if (c == '\n') {
      result += "<br/>";
    } else if (std::string_view("#;<>&\"%{}\\").find(c) != std::string_view::npos) {
      result += fmt::format("#{};", static_cast<unsigned char>(c));
    } else {
      result += c;
    }
  }
  return result.empty() ? "#8203;" : result;
}

class Writer {
 public:
  explicit Writer(const Trace& trace) : trace_(trace) {}

  std::string write() {
    out_ = "sequenceDiagram\n    participant L as event loop\n";
    for (const TaskId task : trace_.tasks()) {
      out_ += fmt::format("    participant T{} as {}\n", task, words(trace_.label(task)));
    }
    for (Seq seq = 0; seq < trace_.size(); ++seq) {
      event(trace_[seq]);
    }
    return out_;
  }

 private:
  [[nodiscard]] bool shown(TaskId task) const {
    return task != kNoTask && task != kProgram && !trace_.log().task(task).internal;
  }

  void arrow(std::string_view from, std::string_view arrow, std::string_view to,
             const std::string& text) {
    out_ += fmt::format("    {}{}{}: {}\n", from, arrow, to, words(text));
  }

  void event(const Event& event) {
    if (event.kind == Kind::clock_advanced) {
      out_ +=
          fmt::format("    Note over L: idle {}\n", seconds_text(event.t_ns - event.duration()));
      return;
    }
    if (!shown(event.task)) {
      return;
    }
    const std::string task = "T" + std::to_string(event.task);
    switch (event.kind) {
      case Kind::task_started:
        arrow("L", "->>", task, "start at " + seconds_text(event.t_ns));
        break;
      case Kind::task_resumed:
        arrow("L", "->>", task, "resume at " + seconds_text(event.t_ns));
        break;
      case Kind::output:
        out_ += fmt::format("    Note right of {}: {}\n", task, words(trace_.text(event.a)));
        break;
      case Kind::worked:
        out_ += fmt::format("    Note over {}: works {}\n", task, seconds_text(event.duration()));
        break;
      case Kind::blocked:
        out_ +=
            fmt::format("    Note over L,{}: BLOCKED {}\n", task, seconds_text(event.duration()));
        break;
      case Kind::task_suspended:
        arrow(task, "-->>", "L", "suspends: " + std::string(name_of(event.reason())));
        break;
      case Kind::task_finished:
        arrow(task, "-->>", "L", "done at " + seconds_text(event.t_ns));
        break;
      case Kind::task_failed:
        arrow(task, "--x", "L", "failed: " + std::string(trace_.text(event.a)));
        break;
      case Kind::task_cancelled:
        arrow(task, "--x", "L", "cancelled at " + seconds_text(event.t_ns));
        break;
      default:
        break;
    }
  }

  const Trace& trace_;
  std::string out_;
};

}  // namespace

Result<std::string> make_mermaid(const ExportRequest& request) {
  if (request.runs.size() != 1) {
    return ExportError{"a file of events holds one run, not " +
                       std::to_string(request.runs.size()) + ": choose one mode"};
  }
  return Writer(*request.runs.front().trace).write();
}

}  // namespace interleave
