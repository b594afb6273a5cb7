#include "app/export/text_lanes.h"

#include <algorithm>
#include <cmath>

#include "app/trace/job_stays.h"
#include "app/trace/spans.h"
#include "app/trace/stops.h"

namespace interleave {
namespace {

class Lanes {
 public:
  Lanes(const TextAxis& axis, const ColourMap& colours) : axis_(axis), colours_(colours) {}

  [[nodiscard]] std::vector<TextRow> rows(const TextRun& run) const {
    std::vector<TextRow> rows = {thread_row(run)};
    add_tasks(run, kProgram, rows);
    for (TextRow& row : worker_rows(run)) {
      rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  [[nodiscard]] TextRow row(std::string name, const TextRun& run) const {
    const double extent =
        run.columns ? run.columns->total() : static_cast<double>(run.trace->end_ns());
    TextRow row;
    row.name = std::move(name);
    row.cells.resize(std::max<std::size_t>(axis_.cell_of(extent), 1) + 1);
    return row;
  }

  // ---- rows

  void draw_span(const TextRun& run, TextRow& row, const Span& span, std::uint16_t colour) const {
    const std::size_t from = axis_.cell_at(run, span.begin_ns, span.begin_seq);
    std::size_t to = axis_.cell_at(run, span.end_ns, span.end_seq);
    if (span.state != TaskState::running) {
      row.fill(from, to, span.state == TaskState::ready ? Sign::ready : Sign::suspended, colour);
      return;
    }
    const bool instant = axis_.axis == Axis::time && span.begin_ns == span.end_ns;
    if (instant) {
      const std::size_t cell = std::min(from, row.cells.size() - 1);
      const Sign there = row.cells[cell].sign;
      if (there != Sign::running && there != Sign::blocked) {
        row.fill(cell, cell + 1, Sign::instant, colour);
      }
      return;
    }
    to = std::max(to, from + 1);
    row.fill(from, to, span.blocked ? Sign::blocked : Sign::running, colour);
  }

  [[nodiscard]] TextRow task_row(const TextRun& run, TaskId task) const {
    const Trace& trace = *run.trace;
    TextRow row = this->row(
        std::string(2 * lane_depth(trace, task), ' ') + shown_text(trace.label(task), axis_.ascii),
        run);
    const std::uint16_t colour = colours_.of(run.index, task);
    const Seq created = trace.created_at(task);
    if (created < trace.size()) {
      row.fill(0, axis_.cell_at(run, trace[created].t_ns, created), Sign::not_called, colour);
    }
    const std::vector<Span> spans = spans_of(trace, task);
    // What takes time first, then what would be covered by it.
    for (const bool instants : {false, true}) {
      for (const Span& span : spans) {
        if ((span.state == TaskState::running && span.begin_ns == span.end_ns) == instants) {
          draw_span(run, row, span, colour);
        }
      }
    }
    for (const Span& span : spans) {
      std::vector<std::string> labels = span_labels(trace, task, span);
      for (std::string& label : labels) {
        label = shown_text(label, axis_.ascii);
      }
      row.label(axis_.cell_at(run, span.begin_ns, span.begin_seq),
                axis_.cell_at(run, span.end_ns, span.end_seq), labels);
    }
    draw_end(run, row, task, colour);
    return row;
  }

  void draw_end(const TextRun& run, TextRow& row, TaskId task, std::uint16_t colour) const {
    const Trace& trace = *run.trace;
    const Seq ended = trace.ended_at(task);
    if (ended >= trace.size()) {
      return;
    }
    const Kind kind = trace[ended].kind;
    const Sign sign = kind == Kind::task_failed      ? Sign::failed
                      : kind == Kind::task_cancelled ? Sign::cancelled
                                                     : Sign::done;
    std::size_t cell = axis_.cell_at(run, trace[ended].t_ns, ended);
    // Behind a run of no length that ends the task, where there is room.
    if (cell < row.cells.size() && row.cells[cell].sign == Sign::instant) {
      ++cell;
      if (cell >= row.cells.size()) {
        row.cells.resize(cell + 1);
      }
    }
    row.fill(cell, cell + 1, sign, colour);
  }

  [[nodiscard]] TextRow thread_row(const TextRun& run) const {
    const Trace& trace = *run.trace;
    TextRow row = this->row(thread_lane_name(*run.trace), run);
    for (const std::uint32_t seq : trace.advances()) {
      const Event& event = trace[seq];
      if (!run.columns) {
        const std::size_t from = axis_.cell_of(static_cast<double>(event.duration()));
        const std::size_t to = axis_.cell_of(static_cast<double>(event.t_ns));
        row.fill(from, to, Sign::idle, 0);
        row.label(from, to, {"idle " + seconds_text(event.t_ns - event.duration())});
      }
    }
    for (std::uint32_t step = 1; step <= trace.step_count(); ++step) {
      const Seq seq = trace.step_begin(step);
      const std::uint16_t colour = colours_.of(run.index, trace[seq].task);
      if (run.columns) {
        row.fill(axis_.cell_of(run.columns->begin_of(step)),
                 axis_.cell_of(run.columns->end_of(step)), Sign::running, colour);
      } else {
        const std::size_t cell = axis_.cell_of(static_cast<double>(trace[seq].t_ns));
        row.fill(cell, cell + 1, Sign::instant, colour);
      }
    }
    for (const std::uint32_t seq : trace.thread_events()) {
      const Event& event = trace[seq];
      const std::size_t from = axis_.cell_at(run, event.t_ns, seq);
      const std::size_t to = axis_.cell_at(run, event.t_ns + event.duration(), seq + 1);
      const bool drawn = event.duration() > 0 || run.columns;
      row.fill(from, drawn ? std::max(to, from + 1) : from,
               event.kind == Kind::blocked ? Sign::blocked : Sign::running,
               colours_.of(run.index, event.task));
    }
    return row;
  }

  [[nodiscard]] std::vector<TextRow> worker_rows(const TextRun& run) const {
    const Trace& trace = *run.trace;
    const EventLog& log = trace.log();
    std::vector<TextRow> rows;
    std::vector<std::pair<ResourceId, std::uint32_t>> workers;
    for (const JobStay& stay : job_stays(trace)) {
      const JobInfo& job = log.job(stay.job);
      const auto worker = std::make_pair(job.pool, job.worker);
      auto found = std::find(workers.begin(), workers.end(), worker);
      if (found == workers.end()) {
        workers.push_back(worker);
        rows.push_back(row("worker " + std::to_string(job.worker), run));
        found = workers.end() - 1;
      }
      TextRow& lane = rows[static_cast<std::size_t>(found - workers.begin())];
      const std::size_t begin = axis_.cell_at(run, stay.begin_ns, stay.begin);
      const std::size_t acts = axis_.cell_at(run, stay.acts_ns, stay.acts);
      const std::size_t end = axis_.cell_at(run, stay.end_ns, stay.end);
      const auto colour = colours_.of(run.index, job.submitter);
      lane.fill(begin, acts, Sign::ready, colour);
      lane.fill(acts, std::max(end, acts + 1), job.computes ? Sign::running : Sign::suspended,
                colour);
      lane.label(acts, end, {"job " + std::to_string(stay.job)});
    }
    return rows;
  }

  void add_tasks(const TextRun& run, TaskId parent, std::vector<TextRow>& rows) const {
    for (const TaskId task : run.trace->children_of(parent)) {
      if (!run.trace->log().task(task).internal) {
        rows.push_back(task_row(run, task));
        add_tasks(run, task, rows);
      }
    }
  }

  const TextAxis& axis_;
  const ColourMap& colours_;
};

}  // namespace

std::size_t TextAxis::cell_of(double value) const {
  return static_cast<std::size_t>(std::llround(std::max(0.0, value) * per_unit));
}

std::size_t TextAxis::cell_at(const TextRun& run, std::int64_t t_ns, Seq seq) const {
  return cell_of(run.columns ? run.columns->edge(seq) : static_cast<double>(t_ns));
}

std::string thread_lane_name(const Trace& trace) {
  return has_loop(trace) ? "the thread (event loop)" : "the thread";
}

std::size_t lane_depth(const Trace& trace, TaskId task) {
  std::size_t depth = 0;
  for (TaskId up = trace.log().task(task).parent; up != kProgram && depth < 4;
       up = trace.log().task(up).parent) {
    ++depth;
  }
  return depth;
}

std::vector<TextRow> lane_rows(const TextRun& run, const TextAxis& axis, const ColourMap& colours) {
  return Lanes(axis, colours).rows(run);
}

}  // namespace interleave
