#include <algorithm>

#include "app/export/picture.h"
#include "app/timeline/step_columns.h"
#include "app/trace/comparison.h"
#include "app/trace/spans.h"
#include "app/trace/stops.h"

namespace interleave {
namespace {

constexpr std::size_t kMostTasks = 24;

struct Times {
  std::int64_t ran = 0;
  std::int64_t blocked = 0;
  std::int64_t ready = 0;
  std::int64_t suspended = 0;
};

Times times_of(const Trace& trace, TaskId task) {
  Times times;
  for (const Span& span : spans_of(trace, task)) {
    const std::int64_t length = span.end_ns - span.begin_ns;
    if (span.blocked) {
      times.blocked += length;
    } else if (span.state == TaskState::running) {
      times.ran += length;
    } else {
      (span.state == TaskState::ready ? times.ready : times.suspended) += length;
    }
  }
  return times;
}

void add_time(std::string& text, const char* what, std::int64_t ns) {
  if (ns > 0) {
    text += (text.empty() ? "" : ", ") + std::string(what) + " " + seconds_text(ns);
  }
}

std::string task_sentence(const Trace& trace, TaskId task) {
  const Times times = times_of(trace, task);
  std::string text;
  add_time(text, "ran", times.ran);
  add_time(text, "blocked the thread for", times.blocked);
  add_time(text, "was ready for", times.ready);
  add_time(text, "was suspended for", times.suspended);
  const Seq ended = trace.ended_at(task);
  if (ended < trace.size()) {
    const Kind kind = trace[ended].kind;
    const char* how = kind == Kind::task_failed      ? "failed"
                      : kind == Kind::task_cancelled ? "was cancelled"
                                                     : "ended";
    text +=
        (text.empty() ? "" : " and ") + std::string(how) + " at " + seconds_text(trace[ended].t_ns);
  }
  return std::string(trace.label(task)) + (text.empty() ? " did nothing" : " " + text) + ".";
}

std::string run_sentences(const ExportRun& run) {
  const Trace& trace = *run.trace;
  const std::uint32_t steps = trace.step_count();
  std::string text = (run.title.empty() ? "The run" : run.title) + ": " +
                     total_text(trace.end_ns()) + " in " + std::to_string(steps) +
                     (steps == 1 ? " step." : " steps.");
  const auto tasks = trace.tasks();
  for (std::size_t i = 0; i < std::min(tasks.size(), kMostTasks); ++i) {
    text += " " + task_sentence(trace, tasks[i]);
  }
  if (tasks.size() > kMostTasks) {
    text += " And " + std::to_string(tasks.size() - kMostTasks) + " more tasks.";
  }
  return text;
}

}  // namespace

std::string picture_description(const ExportRequest& request) {
  std::string text = request.axis == Axis::time ? "A timeline, proportional to time."
                                                : "A timeline, every step as wide as the next.";
  for (const ExportRun& run : request.runs) {
    text += " " + run_sentences(run);
  }
  for (std::size_t i = 1; i < request.runs.size(); ++i) {
    const Comparison comparison = compare(*request.runs.front().trace, *request.runs[i].trace);
    text += " " + request.runs[i].title + " against " + request.runs.front().title + ": " +
            comparison.headline + ".";
    if (!comparison.explanation.empty()) {
      text += " " + comparison.explanation + ".";
    }
  }
  return text;
}

}  // namespace interleave
