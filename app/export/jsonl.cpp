#include <fmt/format.h>

#include <cmath>

#include "app/export/json_text.h"
#include "app/export/writers.h"
#include "runtime/event_names.h"

// The trace as JSON Lines: a header, then an event a line, compact, keys in the order of the
// schema, absent fields left out. Written by hand, so that order and form are plain to see.

namespace interleave {
namespace {

class Line {
 public:
  explicit Line(std::string& out) : out_(out) { out_ += '{'; }
  ~Line() { out_ += "}\n"; }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  Line& text(std::string_view key, std::string_view value) {
    begin(key);
    append_json_text(out_, value);
    return *this;
  }
  template <class Number>
  Line& number(std::string_view key, Number value) {
    begin(key);
    fmt::format_to(std::back_inserter(out_), "{}", value);
    return *this;
  }
  Line& truth(std::string_view key, bool value) {
    begin(key);
    out_ += value ? "true" : "false";
    return *this;
  }
  Line& raw(std::string_view key, std::string_view json) {
    begin(key);
    out_ += json;
    return *this;
  }

 private:
  void begin(std::string_view key) {
    if (!first_) {
      out_ += ',';
    }
    first_ = false;
    out_ += '"';
    out_ += key;
    out_ += "\":";
  }
  std::string& out_;
  bool first_ = true;
};

class Writer {
 public:
  Writer(const Trace& trace, std::string& out) : trace_(trace), log_(trace.log()), out_(out) {}

  void header() {
    const TraceHeader& header = trace_.header();
    std::string params = "{";
    for (const auto& [name, value] : header.params) {
      if (params.size() > 1) {
        params += ',';
      }
      append_json_text(params, name);
      params += ":" + json_number(value);
    }
    params += "}";
    Line line(out_);
    line.text("format", "interleave-trace").number("version", 1);
    if (!header.scenario.empty()) {
      line.text("scenario", header.scenario);
    }
    if (!header.mode.empty()) {
      line.text("mode", header.mode);
    }
    line.raw("params", params).text("clock", header.clock).text("source", header.source);
  }

  void event(Seq seq) {
    const Event& event = trace_[seq];
    Line line(out_);
    line.number("seq", seq)
        .number("t_ns", event.t_ns)
        .number("iteration", event.iteration)
        .number("step", event.step)
        .text("kind", name_of(event.kind));
    if (event.task != kNoTask) {
      line.number("task", event.task);
    }
    if (event.line != 0) {
      line.number("line", event.line);
    }
    fields(line, event);
  }

 private:
  void optional_text(Line& line, std::string_view key, TextId id) const {
    if (id != kNoText) {
      line.text(key, log_.text(id));
    }
  }

  void fields(Line& line, const Event& event) const {
    switch (event.kind) {
      case Kind::program_stopped:
        line.number("until_ns", event.duration());
        break;
      case Kind::program_failed:
      case Kind::task_failed:
        optional_text(line, "error", event.a);
        break;
      case Kind::iteration_started:
        line.number("ready", event.a);
        break;
      case Kind::clock_advanced:
        line.number("from_ns", event.duration());
        break;
      case Kind::worked:
      case Kind::blocked:
        line.number("duration_ns", event.duration());
        break;
      case Kind::timer_set:
      case Kind::timer_fired:
      case Kind::timer_cancelled:
        timer(line, event.a);
        break;
      case Kind::callback_ran:
      case Kind::callback_skipped:
        line.text("callback", name_of(event.callback()));
        if (event.a != 0) {
          line.number("of", event.a);
        }
        break;
      case Kind::task_ready:
        line.text("cause", name_of(event.cause()));
        if (event.a != kNoTask) {
          line.number("by", event.a);
        }
        break;
      case Kind::task_started:
      case Kind::task_resumed:
        optional_text(line, "thrown", event.a);
        break;
      case Kind::cancel_requested:
      case Kind::cancel_uncounted:
        line.number("by", event.a).number("count", event.b);
        break;
      case Kind::task_finished:
        optional_text(line, "result", event.a);
        break;
      case Kind::coroutine_entered:
      case Kind::coroutine_left:
        line.text("name", log_.text(event.a));
        optional_text(line, "error", event.b);
        break;
      case Kind::output:
      case Kind::warning:
        line.text("text", log_.text(event.a));
        break;
      default:
        tables(line, event);
    }
  }

  // What is said once for each task, wait, resource and job.
  void tables(Line& line, const Event& event) const {
    switch (event.kind) {
      case Kind::task_created:
        task(line, event.task);
        break;
      case Kind::task_suspended:
        suspended(line, event);
        break;
      case Kind::wait_on:
        wait(line, event.a);
        break;
      case Kind::resource_created: {
        const ResourceInfo& info = log_.resource(event.a);
        line.text("resource", log_.text(info.name)).text("type", name_of(info.type));
        if (info.has_capacity) {
          line.number("capacity", info.capacity);
        }
        break;
      }
      case Kind::resource_changed: {
        const ChangeInfo& info = log_.change(event.a);
        line.text("resource", log_.text(log_.resource(info.resource).name))
            .text("action", log_.text(info.action));
        if (info.has_level) {
          line.number("level", info.level);
        }
        optional_text(line, "item", info.item);
        break;
      }
      case Kind::job_submitted:
      case Kind::job_started:
      case Kind::job_waiting:
      case Kind::job_finished:
        job(line, event);
        break;
      default:
        break;
    }
  }

  void task(Line& line, TaskId id) const {
    const TaskInfo& info = log_.task(id);
    line.text("name", log_.text(info.name))
        .text("label", log_.text(info.label != kNoText ? info.label : info.name))
        .number("parent", info.parent)
        .text("coroutine", log_.text(info.coroutine));
    if (info.internal) {
      line.truth("internal", true);
    }
  }

  void timer(Line& line, TimerId id) const {
    const TimerInfo& info = log_.timer(id);
    line.number("timer", id).number("due_ns", info.due_ns).text("for", name_of(info.purpose));
    if (info.on != kNoTask) {
      line.number("on", info.on);
    }
  }

  void wait(Line& line, WaitId id) const {
    const WaitInfo& info = log_.wait(id);
    std::string members = "[";
    for (const TaskId member : info.members) {
      members += (members.size() > 1 ? "," : "") + std::to_string(member);
    }
    line.text("wait", log_.text(info.name))
        .text("type", name_of(info.type))
        .raw("members", members + "]");
  }

  // `on` is a number for a task and a name for everything else.
  void suspended(Line& line, const Event& event) const {
    const Reason reason = event.reason();
    line.text("reason", name_of(reason));
    if (event.a == 0) {
      return;
    }
    if (reason == Reason::sleep) {
      line.number("until_ns", log_.timer(event.a).due_ns);
    } else if (reason == Reason::task || reason == Reason::call || reason == Reason::nested_run) {
      line.number("on", event.a);
    } else if (reason == Reason::job) {
      line.text("on", "job " + std::to_string(event.a));
    } else if (reason >= Reason::gather && reason <= Reason::shield) {
      const WaitInfo& info = log_.wait(event.a);
      if (info.alone == WaitInfo::Alone::task) {
        line.number("on", info.members.front());
      } else {
        line.text("on", log_.text(info.name));
      }
    } else if (reason != Reason::yield) {
      line.text("on", log_.text(log_.resource(event.a).name));
    }
  }

  void job(Line& line, const Event& event) const {
    const JobInfo& info = log_.job(event.a);
    line.number("job", event.a);
    if (info.pool != 0) {
      line.text("pool", log_.text(log_.resource(info.pool).name));
    }
    if (event.kind == Kind::job_submitted) {
      line.truth("computes", info.computes).number("duration_ns", info.duration_ns);
      return;
    }
    if (info.worker != 0) {
      line.number("worker", info.worker);
    }
    if (event.kind == Kind::job_finished) {
      optional_text(line, "result", info.result);
      optional_text(line, "error", info.error);
    }
  }

  const Trace& trace_;
  const EventLog& log_;
  std::string& out_;
};

}  // namespace

void append_jsonl(std::string& out, const Trace& trace, std::string_view between) {
  Writer writer(trace, out);
  writer.header();
  for (Seq seq = 0; seq < trace.size(); ++seq) {
    out.insert(out.size() - 1, between);
    writer.event(seq);
  }
}

Result<std::string> make_jsonl(const ExportRequest& request) {
  if (request.runs.size() != 1) {
    return ExportError{"a file of events holds one run, not " +
                       std::to_string(request.runs.size()) + ": choose one mode"};
  }
  const Trace& trace = *request.runs.front().trace;
  std::string bytes;
  bytes.reserve(trace.size() * 96);
  append_jsonl(bytes, trace, "");
  return bytes;
}

}  // namespace interleave
