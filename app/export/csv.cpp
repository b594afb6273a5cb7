#include <fmt/format.h>

#include "app/export/writers.h"
#include "app/trace/narration.h"
#include "runtime/event_names.h"

namespace interleave {
namespace {

// RFC 4180: quoted where needed, quotes doubled.
std::string field(std::string_view text) {
  if (text.find_first_of("\",\r\n") == std::string_view::npos) {
    return std::string(text);
  }
  std::string quoted = "\"";
  for (const char c : text) {
    quoted += c;
    if (c == '"') {
      quoted += '"';
    }
  }
  return quoted + "\"";
}

std::string duration_of(const Event& event) {
  return event.kind == Kind::worked || event.kind == Kind::blocked
             ? std::to_string(event.duration())
             : std::string();
}

}  // namespace

Result<std::string> make_csv(const ExportRequest& request) {
  if (request.runs.size() != 1) {
    return ExportError{"a file of events holds one run, not " +
                       std::to_string(request.runs.size()) + ": choose one mode"};
  }
  const Trace& trace = *request.runs.front().trace;
  std::string bytes = "seq,t_ns,iteration,step,kind,task,name,line,duration_ns,description\r\n";
  for (Seq seq = 0; seq < trace.size(); ++seq) {
    const Event& event = trace[seq];
    const bool tasked = event.task != kNoTask;
    const std::string name = tasked && event.task != kProgram
                                 ? std::string(trace.name(event.task))
                                 : std::string(tasked ? "the program" : "");
    bytes += fmt::format("{},{},{},{},{},{},{},{},{},{}\r\n", seq, event.t_ns, event.iteration,
                         event.step, name_of(event.kind),
                         tasked ? std::to_string(event.task) : std::string(), field(name),
                         event.line != 0 ? std::to_string(event.line) : std::string(),
                         duration_of(event), field(describe(trace, seq)));
  }
  return bytes;
}

}  // namespace interleave
